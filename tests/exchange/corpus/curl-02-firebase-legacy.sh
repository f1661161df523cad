curl --location 'https://fcm.googleapis.com/fcm/send' \
--header 'Authorization: key=AAAAZgzZyLQ:APA91bE4wq0' \
--header 'Content-Type: application/json' \
--data '{
    "to": "bk3RNwTe3H0",
    "notification": {"title": "It'\''s here", "body": "Postman wrote this"},
    "time_to_live": 60
}'
