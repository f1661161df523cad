printf %s '{"payload":{"extraData":"{\"sync\":1}"}}' |
curl --request POST https://push-api.cloud.huawei.com/v3/1/messages:send \
  --header 'push-type: 6' \
  --header "Authorization: Bearer $HMPUSH_TOKEN" \
  --data-binary @-
