curl ^"https://push-api.cloud.huawei.com/v2/388421841222000001/messages:send^" ^
  -H ^"content-type: application/json^" ^
  -H ^"authorization: Bearer CgB6e3x9abcdef0123456789^" ^
  --data-raw ^"^{^\^"message^\^":^{^\^"data^\^":^\^"hello^\^",^\^"token^\^":^[^\^"IQAAAACy0abc^\^"^]^}^}^"
