# send to one phone
curl -sS -k --compressed -XPOST "https://push-api.cloud.huawei.com/v1/104000001/messages:send" \
  -H "Authorization: Bearer CgB6e3x9abcdef0123456789" -H 'Content-Type: application/json; charset=UTF-8' \
  --data-raw $'{"message":{"notification":{"title":"It\'s \\"here\\"","body":"\u5305\u88f9"},"android":{"notification":{"click_action":{"type":3}}},"token":["IQAAAACy0abc"]}}' | jq .
