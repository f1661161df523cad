"""A signature is right, wrong, or nothing can be told (facts I.1)."""

import pytest

from hmpush_gui.pushkit.callback_check import Proof, check_callback
from hmpush_gui.sandbox.callback import Callback

NOW = 1_900_000_000.0


def header(*, decoded: bool = True, at: float = NOW) -> str:
    """As another part of the program signs it."""
    callback = Callback("http://x", "shop", "c2VjcmV0", decoded)
    return callback.header(int(at * 1000), "00000000-0000-4000-8000-000000000000")


def check(header: str, user: str = "shop", secret: str = "c2VjcmV0") -> Proof:
    return check_callback(header, user, secret, NOW).proof


@pytest.mark.parametrize("decoded", [True, False])
def test_both_forms_of_a_secret_are_right_and_told_apart(decoded: bool) -> None:
    checked = check_callback(header(decoded=decoded), "shop", "c2VjcmV0", NOW)
    assert checked.proof is Proof.RIGHT
    assert ("new configuration" in str(checked.why)) == decoded
    assert "not signed" in str(checked.why)


def test_a_header_is_taken_with_its_name_and_in_any_order() -> None:
    parts = header().split("; ")
    assert check("X-Huawei-Callback-Id: " + ";".join(reversed(parts))) is Proof.RIGHT


@pytest.mark.parametrize(
    ("user", "secret", "why"),
    [
        ("shop2", "c2VjcmV0", "which of the two is wrong cannot be seen"),
        ("shop", "c2VjcmV1", "which of the two is wrong cannot be seen"),
        ("shop", "c2VjcmV", "The secret is not Base64"),
        ("SHOP", "c2VjcmV0", "signed as “shop”"),
        ("s hop", "c2VjcmV0", "signed as “shop”"),
        ("shop", '"c2Vj cmV0"', "but for quotes or spaces"),
        ("c2VjcmV0", "shop", "in each other’s field"),
    ],
)
def test_what_does_not_fit_is_wrong_and_it_is_told_why_if_that_can_be_seen(
    user: str, secret: str, why: str
) -> None:
    checked = check_callback(header(), user, secret, NOW)
    assert checked.proof is Proof.WRONG
    assert why in str(checked.why)
    assert str(checked.age) == "The header is new."


TIME = f"timestamp={int(NOW * 1000)}"


@pytest.mark.parametrize(
    ("given", "user", "secret", "why"),
    [
        ("", "shop", "s", "There is no header"),
        ("Bearer abc", "shop", "s", "another line of the log was copied"),
        (f"{TIME}; nonce=2", "shop", "s", "It lacks value."),
        (TIME, "shop", "s", "It lacks nonce, value."),
        (header()[:-9], "shop", "s", "and has 35"),
        (
            header().replace("=", "%3D").replace("%3D", "=", 3),
            "shop",
            "s",
            "and has 46",
        ),
        (header(), "", "", "Enter the user name and the secret"),
        (header(), "", "s", "The user name is missing"),
        (header(), "shop", "", "The secret is missing"),
    ],
)
def test_just_what_is_missing_is_told_and_nothing_claimed(
    given: str, user: str, secret: str, why: str
) -> None:
    checked = check_callback(given, user, secret, NOW)
    assert checked.proof is Proof.UNKNOWN
    assert why in str(checked.why)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (10, "is new"),
        (600, "10 min old"),
        (59 * 60, "59 min old"),
        (60 * 60, "1 h old"),
        (47.9 * 3600, "47 h old"),
        (48 * 3600, "2 days old"),
        (7300, "2 h old"),
        (300_000, "3 days old"),
        (-900, "15 min ahead"),
        (-3600, "60 min ahead"),
    ],
)
def test_the_age_of_a_header_is_told(seconds: float, words: str) -> None:
    checked = check_callback(header(at=NOW - seconds), "shop", "c2VjcmV0", NOW)
    assert words in str(checked.age)
    assert checked.proof is Proof.RIGHT


def test_a_timestamp_that_is_none_is_told() -> None:
    checked = check_callback(header().replace(str(int(NOW)), "x"), "", "", NOW)
    assert "no time in milliseconds" in str(checked.age)
