import pytest

from hmpush_gui.pushkit.connection import (
    LONGEST,
    NO_SECRETS,
    SHORTEST,
    ConnectionSecrets,
    bounded,
    read_secrets,
)


def test_what_proves_somebody_to_a_proxy_comes_back_as_it_was() -> None:
    secrets = ConnectionSecrets("alice", "p:ä\"'", "key-pass")
    assert read_secrets(secrets.login, secrets.key_password) == secrets


def test_secrets_are_in_no_representation() -> None:
    shown = repr(ConnectionSecrets("alice", "dummy-word", "dummy-key-word"))
    assert "dummy" not in shown
    assert "alice" not in shown


@pytest.mark.parametrize("login", [None, "", "no JSON", "[1]", "7"])
def test_a_login_that_cannot_be_read_is_none(login: str | None) -> None:
    assert read_secrets(login, None) == NO_SECRETS
    assert NO_SECRETS.login == ""


@pytest.mark.parametrize(
    ("seconds", "within"), [(-5, SHORTEST), (0, SHORTEST), (7, 7), (9999, LONGEST)]
)
def test_seconds_written_by_hand_stay_within_bounds(seconds: int, within: int) -> None:
    assert bounded(seconds) == within
