curl.exe -X POST https://fcm.googleapis.com/fcm/send `
  -H "Authorization: key=AAAAZgzZyLQ:APA91bE4wq0" `
  -H "Content-Type: application/json" `
  -d '{\"to\":\"t0\",\"notification\":{\"title\":\"Old PowerShell\",\"body\":\"Guards its quotes\"}}'
