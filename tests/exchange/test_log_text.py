"""What goes into a log has no secret and no token in it."""

import pytest

from hmpush_gui.exchange.log_text import log_text

SECRET = "3f9a" * 16


@pytest.mark.parametrize(
    "text",
    [
        f"client_secret={SECRET}",
        f"token {SECRET} is dead",
        f"(b'Authorization', b'Bearer {SECRET}')",
        f"[(b'Server', b'x'), (b'Set-Cookie', b'id={SECRET[:9]}'), (b'A', b'b')]",
        f'("cookie", "id={SECRET[:9]}")',
        f"http://user:{SECRET[:9]}@proxy.example:8080/",
        f"socks5://{SECRET[:9]}@proxy.example",
        f"eyJhbGciOiJQUzI1NiJ9.{SECRET}.{SECRET}",
        f"-----BEGIN PRIVATE KEY-----\n{SECRET}\n-----END PRIVATE KEY-----",
    ],
)
def test_no_secret_and_no_token_is_left(text: str) -> None:
    assert SECRET[:9] not in log_text(text)


@pytest.mark.parametrize(
    "text",
    [
        'HTTP Request: POST https://push-api.example/v3/123/messages:send "200 OK"',
        "hmpush_gui/ui/message_document.py:120 in some_function_with_a_very_long_name",
        "requestId 164440955549500001002006",
        "(b'Server', b'nginx'), (b'Content-Type', b'application/json')",
        "send 4 devices, code 80000000",
        "a@b is no login, and neither is https://example.com/@name",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert log_text(text) == text
