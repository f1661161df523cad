$body = [IO.Path]::GetTempFileName()
[IO.File]::WriteAllText($body, '{"payload":{"notification":{"category":"IM","title":"Ana","body":"It''s me","clickAction":{"actionType":0}}}}')
curl.exe --request POST 'https://push-api.cloud.huawei.com/v3/388421841222000001/messages:send' `
  --header 'push-type: 0' `
  --header "Authorization: Bearer $env:HMPUSH_TOKEN" `
  --data-binary "@$body"
Remove-Item $body
