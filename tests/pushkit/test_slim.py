import pytest

from hmpush_gui.pushkit.outcome import Outcomes, Verdict
from hmpush_gui.pushkit.protocol import Exchange, Request
from hmpush_gui.pushkit.slim import SlimExchanges, slim


def request(body: bytes, *tokens: str) -> Request:
    return Request("POST", "https://x", {"push-type": "0"}, body, tokens)


@pytest.mark.parametrize(
    "given",
    [
        request(b'{"a":1,"target":{"token":["t1","t2"]}}', "t1", "t2"),
        request('{"text":"优","token":["\\"","é"]}'.encode(), '"', "é"),
        request(b'{"topic":"news"}', "'news' in topics"),
        request(b'{"token": [ "t1" , "t2" ]}', "t1", "t2"),
        request(b'{"token":[]}'),
        request(b'{"data":"[\\"t1\\"]","token":["t1"]}', "t1"),
        request(b'{"data":["t1"],"token":["t1"]}', "t1"),
    ],
)
def test_a_request_is_made_whole_again_to_the_byte(given: Request) -> None:
    assert slim(given).whole == given


def test_the_tokens_are_not_kept_twice() -> None:
    tokens = [f"token-{number:06}" for number in range(1000)]
    body = b'{"token":["' + '","'.join(tokens).encode() + b'"]}'
    kept = slim(request(body, *tokens))
    assert not isinstance(kept.around, bytes)
    assert kept.around.size < 20
    assert kept.bare.body == b""


def test_exchanges_are_made_whole_when_they_are_looked_at() -> None:
    given = [request(b'{"token":["%d"]}' % each, str(each)) for each in range(3)]
    outcomes = Outcomes(["0"], Verdict.ACCEPTED)
    whole = tuple(Exchange(each, outcomes, code="80000000") for each in given)
    kept = SlimExchanges(
        [(slim(each), Exchange(slim(each).bare, outcomes, code="80000000"))
         for each in given]
    )  # fmt: skip
    assert kept == whole
    assert kept[1] == whole[1]
    assert kept[1:] == whole[1:]
    assert len(kept) == 3
    assert kept != [1]
