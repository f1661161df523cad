TITLE='Order 77'
curl --request POST \
  --url https://push-api.cloud.huawei.com/v3/388421841222000001/messages:send \
  --header 'push-type: 0' \
  --header "Authorization: Bearer $JWT" \
  --data-binary @- <<'EOF'
{"payload": {"notification": {"category": "EXPRESS", "title": "Order 77", "body": "It's on its way", "clickAction": {"actionType": 0}}}, "target": {"token": ["IQAAAACy0abc"]}}
EOF
