curl -X POST "https://fcm.googleapis.com/v1/projects/demo/messages:send" ^
  -H "Authorization: Bearer ya29.ElqKBGN2Ri_Uz-HnS_uNreA" ^
  -H "Content-Type: application/json" ^
  -d "{\"message\":{\"token\":\"t0\",\"notification\":{\"title\":\"From cmd\",\"body\":\"100%% sure & done\"}}}"
