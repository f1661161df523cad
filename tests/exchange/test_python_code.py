import ast
import json
import subprocess
import sys

import pytest

from hmpush_gui.exchange.handed_call import HandedCall, hand_out
from hmpush_gui.exchange.python_code import python_code

from .awkward import TEXTS, request
from .conftest import Place


def test_the_program_gets_the_answer_that_ours_gets(place: Place) -> None:
    text = "".join(TEXTS)
    source = python_code(hand_out(request(text, url=place.url), tokens=True))
    assert place.bearer not in source
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", source],
        env=place.environment,
        capture_output=True,
        timeout=20,
        check=True,
    )
    status, _, answer = done.stdout.decode().partition(" ")
    assert (status, json.loads(answer)["code"]) == ("200", "80000000")
    assert [each.body for each in place.delivered] == [text]


@pytest.mark.parametrize("text", TEXTS)
def test_its_strings_are_those_of_the_request(text: str) -> None:
    sent = request(text)
    tree = ast.parse(python_code(hand_out(sent, tokens=True)))
    strings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert {sent.url, sent.method, sent.body.decode(), *sent.headers} <= strings


def test_a_bearer_that_is_asked_for_needs_no_environment() -> None:
    source = python_code(HandedCall("POST", "http://a", (), "{}", "abc"))
    assert "Bearer abc" in source
    assert "import os" not in source
