$headers = @{
    "Authorization" = "Bearer ya29.ElqKBGN2Ri_Uz-HnS_uNreA"
    "X-Trace" = "7"
}
$json = @'
{"message": {"token": "t0", "notification": {"title": "From PowerShell", "body": "It's a here-string"}}}
'@
Invoke-RestMethod -Uri "https://fcm.googleapis.com/v1/projects/demo/messages:send" -Method Post -Headers $headers -ContentType "application/json" -Body $json
