import json
import re
import shutil
import subprocess

import pytest

from hmpush_gui.exchange.handed_call import HandedCall, hand_out
from hmpush_gui.exchange.typescript_code import typescript_code

from .awkward import TEXTS, request
from .conftest import Place


@pytest.mark.parametrize("text", TEXTS)
def test_its_strings_are_those_of_the_request(text: str) -> None:
    sent = request(text)
    source = typescript_code(hand_out(sent, tokens=True))
    strings = [json.loads(each) for each in re.findall(r'"(?:[^"\\]|\\.)*"', source)]
    headers = [part for pair in sent.headers.items() for part in pair]
    assert strings == [sent.url, sent.method, *headers, sent.body.decode()]
    assert "Authorization: `Bearer ${process.env.HMPUSH_TOKEN}`," in source


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is needed to run it")
def test_node_gets_the_answer_that_the_program_gets(place: Place) -> None:
    text = "".join(TEXTS)
    source = typescript_code(hand_out(request(text, url=place.url), tokens=True))
    done = subprocess.run(
        ["node", "--input-type=module", "-e", source],
        env=place.environment,
        capture_output=True,
        timeout=20,
        check=True,
    )
    status, _, answer = done.stdout.decode().partition(" ")
    assert (status, json.loads(answer)["code"]) == ("200", "80000000")
    assert [each.body for each in place.delivered] == [text]


def test_a_bearer_stands_there_only_if_it_is_asked_for() -> None:
    assert '"Bearer abc"' in typescript_code(
        HandedCall("POST", "http://a", (), "{}", "abc")
    )
