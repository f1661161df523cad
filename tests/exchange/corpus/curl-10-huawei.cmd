curl --request POST "https://push-api.cloud.huawei.com/v3/388421841222000001/messages:send" ^
  --header "push-type: 0" ^
  --header "Authorization: Bearer %HMPUSH_TOKEN%" ^
  --data-binary "{\"payload\":{\"notification\":{\"category\":\"WORK\",\"title\":\"Meeting\",\"body\":\"At 10 \\ 11\",\"clickAction\":{\"actionType\":0}}},\"target\":{\"token\":[\"IQAAAACy0abc\"]}}"
