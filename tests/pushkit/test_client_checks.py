import pytest

from hmpush_gui.pushkit.client_checks import check_client
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.finding import State, worst


def test_a_client_of_the_right_shape_is_fine_and_not_shown() -> None:
    found = check_client(OAuthClient("101", "aB3=/\\+"))
    assert worst(found) is State.FINE
    assert "aB3" not in " ".join(str(each.sentence) for each in found)


@pytest.mark.parametrize("client_id", ["", "x1", "１２", "1" * 65])
def test_an_id_that_is_none_is_said(client_id: str) -> None:
    assert check_client(OAuthClient(client_id, "s"))[0].state is State.WRONG


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("", "empty"),
        ("abc def", "blanks"),
        ("abc\n", "blanks"),
        ("abc%2B", "a character that none has"),
        ("eyJ.x.y", "a character that none has"),
        ("101", "the same as the client ID"),
    ],
)
def test_a_secret_that_is_none_is_said_and_not_shown(secret: str, words: str) -> None:
    found = check_client(OAuthClient("101", secret))[1]
    assert found.state is State.WRONG
    assert words in str(found.sentence)
    assert not secret or secret == "101" or secret not in str(found.sentence)
