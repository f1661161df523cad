Invoke-WebRequest -UseBasicParsing -Uri "https://push-api.cloud.huawei.com/v1/104000001/messages:send" `
-Method "POST" `
-Headers @{
"authorization"="Bearer CgB6e3x9abcdef0123456789"
  "accept"="*/*"
} `
-ContentType "application/json" `
-Body ([System.Text.Encoding]::UTF8.GetBytes("{`"message`":{`"notification`":{`"title`":`"Chrome`",`"body`":`"Copied as PowerShell`"},`"android`":{`"notification`":{`"click_action`":{`"type`":3}}},`"token`":[`"IQAAAACy0abc`"]}}"))
