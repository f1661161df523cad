"""Whatever is handed out: no secret, no bearer, no key, and no token unless asked."""

from collections.abc import Callable

import pytest

from hmpush_gui.exchange.code import code_of
from hmpush_gui.exchange.export import export_of
from hmpush_gui.exchange.hand_forms import CopyForm, ExportForm
from hmpush_gui.exchange.handed_call import hand_out

from .sends import MARKS, TOKENS, send

Exporter = Callable[[bool], str]


def copied(form: CopyForm) -> Exporter:
    def write(tokens: bool) -> str:
        exchanges = send().exchanges
        calls = [hand_out(each.request, tokens=tokens) for each in exchanges]
        return "\n".join(code_of(call, form) for call in calls)

    return write


def exported(form: ExportForm) -> Exporter:
    return lambda tokens: export_of(send(), form, tokens=tokens)


EXPORTERS = {
    **{str(form): copied(form) for form in CopyForm},
    **{str(form): exported(form) for form in ExportForm},
}


def spelt(text: str) -> str:
    """`text` without the escapes that could part a mark from its letters."""
    return text.replace("\\", "").replace("&#10;", "\n")


@pytest.mark.parametrize("name", EXPORTERS)
def test_no_exporter_gives_a_secret_or_a_token_away(name: str) -> None:
    text = spelt(EXPORTERS[name](False))
    assert not [mark for mark in MARKS if mark in text]


@pytest.mark.parametrize("name", EXPORTERS)
def test_tokens_that_are_asked_for_are_whole_and_secrets_stay_out(name: str) -> None:
    text = spelt(EXPORTERS[name](True))
    assert [mark for mark in MARKS if mark in text] == list(TOKENS)


def test_the_marks_would_be_found() -> None:
    requests = "".join(each.request.body.decode() for each in send().exchanges)
    assert all(mark in requests for mark in MARKS)
