import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hmpush_gui.exchange.handed_call import HandedCall, hand_out
from hmpush_gui.exchange.java_code import java_code

from .awkward import TEXTS, request
from .conftest import Place
from .test_source_strings import read_java


@pytest.mark.parametrize("text", TEXTS)
def test_its_strings_are_those_of_the_request(text: str) -> None:
    sent = request(text)
    source = java_code(hand_out(sent, tokens=True))
    strings = [read_java(each) for each in re.findall(r'"(?:[^"\\]|\\.)*"', source)]
    headers = [part for pair in sent.headers.items() for part in pair]
    bearer = ["Authorization", "Bearer ", "HMPUSH_TOKEN"]
    assert strings == [sent.url, *headers, *bearer, "POST", sent.body.decode(), " "]


@pytest.mark.skipif(not shutil.which("javac"), reason="a JDK is needed to run it")
def test_java_gets_the_answer_that_the_program_gets(
    place: Place, tmp_path: Path
) -> None:
    text = "".join(TEXTS)
    path = tmp_path / "SendPush.java"
    path.write_text(java_code(hand_out(request(text, url=place.url), tokens=True)))
    done = subprocess.run(
        ["java", str(path)],
        env=place.environment,
        capture_output=True,
        timeout=25,
        check=True,
    )
    status, _, answer = done.stdout.decode().partition(" ")
    assert (status, json.loads(answer)["code"]) == ("200", "80000000")
    assert [each.body for each in place.delivered] == [text]


def test_a_bearer_stands_there_only_if_it_is_asked_for() -> None:
    assert '"Bearer abc"' in java_code(HandedCall("POST", "http://a", (), "{}", "abc"))
