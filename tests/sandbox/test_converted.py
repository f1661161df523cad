"""The sandbox takes what was made of messages of other services."""

from pathlib import Path

import pytest

from hmpush_gui.exchange.convert import convert
from hmpush_gui.pushkit.document import read, write
from hmpush_gui.pushkit.message import Api
from tests.exchange.pasted import CORPUS, OPEN_V1, OPEN_V3, REFUSED_V1, text

from .conftest import Asker

OPEN = {Api.V3: OPEN_V3, Api.V1: OPEN_V1}


@pytest.mark.parametrize("to", [Api.V3, Api.V1])
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_it_is_accepted_once_what_is_open_is_chosen(
    asker: Asker, path: Path, to: Api
) -> None:
    message = convert(text(path), to).message
    words = "payload" if to is Api.V3 else "message"
    document = message.document
    for name in OPEN[to].get(path.stem, ()):
        document = write(document, (words, "notification", name), "Chosen")
    if not read(document, ("message", "topic")) and not read(
        document, ("message", "condition")
    ):
        document = write(document, message.token_path, ["SANDBOX-live-000001"])
    reply = asker.send(document, api=to, push_type=message.push_type)
    refused = to is Api.V1 and path.stem in REFUSED_V1
    assert (reply.code == "80000000") is not refused, reply.msg


def test_the_corpus_has_every_kind() -> None:
    starts = {"fcm": 20, "legacy": 10, "apns": 10, "hms": 12, "curl": 12}
    counts = dict.fromkeys(starts, 0)
    for path in CORPUS:
        kind = path.stem.split("-")[0]
        counts[kind] = counts.get(kind, 0) + 1
    assert all(counts[each] >= least for each, least in starts.items()), counts
    assert {path.suffix for path in CORPUS} >= {".json", ".sh", ".ps1", ".cmd"}
