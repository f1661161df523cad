"""Posts of receipts are signed as the documentation says."""

import base64

import pytest

from hmpush_gui.sandbox.callback import Callback

NONCE = "00000000-0000-4000-8000-000000000000"
STAMP = 1_900_000_000_000


@pytest.mark.parametrize(
    ("secret", "decoded", "value"),
    [
        # printf %s "$STAMP$NONCE"shop | openssl dgst -sha256 -hmac KEY -binary | base64
        ("a2V5", True, "9SjWxUuvjD8GgCbzuExa9xG8YAulf3SamnR6hokwTvA="),
        ("key", False, "9SjWxUuvjD8GgCbzuExa9xG8YAulf3SamnR6hokwTvA="),
        ("a2V5", False, "4hJ9fh/8wMsWJ+d0qzZCIQc7q5Ll2fRqRtlxUW3koZk="),
    ],
)
def test_the_value_is_an_hmac_of_time_nonce_and_user(
    secret: str, decoded: bool, value: str
) -> None:
    callback = Callback("http://x/", "shop", secret, decoded)

    assert callback.header(STAMP, NONCE) == (
        f"timestamp={STAMP}; nonce={NONCE}; value={value}"
    )


@pytest.mark.parametrize(("user", "secret"), [("", "a2V5"), ("shop", ""), ("", "")])
def test_without_a_user_and_a_secret_nothing_is_signed(user: str, secret: str) -> None:
    assert Callback("http://x/", user, secret).header(STAMP, NONCE) == ""


def test_a_secret_that_is_no_base64_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="not Base64"):
        Callback("http://x/", "shop", "käse")
    assert Callback("http://x/", "shop", "käse", decoded=False)


def test_the_secret_does_not_show_itself() -> None:
    secret = base64.b64encode(b"hidden").decode()

    assert secret not in repr(Callback("http://x/", "shop", secret))
