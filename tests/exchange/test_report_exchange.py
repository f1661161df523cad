from dataclasses import replace

from hmpush_gui.exchange.redact import Redactor
from hmpush_gui.exchange.report_exchange import LINES, request_listing, response_listing
from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.protocol import Answer

from .sends import send


def test_headers_that_were_asked_for_stand_in_where_none_went_out() -> None:
    exchange = replace(send().exchanges[0], sent_headers=())
    text = request_listing(exchange, Redactor())
    assert "\nContent-Type: application/json\npush-type: 0\n\n{" in text


def test_a_long_body_is_cut() -> None:
    body = compact(list(range(LINES + 8)))
    text = response_listing(Answer(200, "", (), body), Redactor())
    assert text.startswith("HTTP 200\n\n[\n  0,\n")
    assert text.endswith("\n… (+10)")


def test_what_json_does_not_have_stays_as_it_came() -> None:
    text = response_listing(Answer(200, "OK", (), b"[NaN]"), Redactor())
    assert text.endswith("\n\n[NaN]")
