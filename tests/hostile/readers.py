"""The readers of other people's inputs, each as one call."""

import io
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hmpush_gui.exchange.convert import convert_recognised
from hmpush_gui.exchange.curl_secrets import hidden
from hmpush_gui.exchange.foreign import foreign
from hmpush_gui.exchange.hilog import find_in_log
from hmpush_gui.exchange.hilog_lines import decode_log
from hmpush_gui.exchange.language_table import read_table
from hmpush_gui.exchange.message_file import read_file, write_file
from hmpush_gui.exchange.receipt_export import ToldReceipt, receipts_csv
from hmpush_gui.exchange.receipts import read_callback
from hmpush_gui.exchange.recognise import recognise
from hmpush_gui.exchange.redact import Redactor
from hmpush_gui.exchange.report_exchange import response_listing
from hmpush_gui.exchange.token_source import TokenSource
from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.call_replies import (
    read_image_check,
    read_token_data,
    read_topic_change,
    read_topics,
)
from hmpush_gui.pushkit.callback_check import check_callback
from hmpush_gui.pushkit.credential import ServiceAccount, read_credential
from hmpush_gui.pushkit.death import deaths, receipt_fates
from hmpush_gui.pushkit.device import read_tokens
from hmpush_gui.pushkit.doctor import examine_file
from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.oauth import read_token
from hmpush_gui.pushkit.project import CredentialKind
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request
from hmpush_gui.pushkit.receipt import local_time
from hmpush_gui.pushkit.rules import check
from hmpush_gui.pushkit.signing import load_private_key
from hmpush_gui.pushkit.words import Sentence

from . import corpora

TOKENS = ("a", "b", "IQAAAACy0second-token_0123456789")
MESSAGE = Message(
    Api.V3, "0", {"payload": {"notification": {"title": "T", "body": ""}}}
)


class Reader(NamedTuple):
    """`read` gives the sentences that somebody would see; it may raise PushError."""

    name: str
    seeds: Callable[[], list[bytes]]
    read: Callable[[bytes], Sequence[Sentence]]


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _key_file(content: bytes) -> list[Sentence]:
    said = [each.sentence for each in examine_file(content, None, 1e9).findings]
    for kind in CredentialKind:
        try:
            credential = read_credential(kind, _text(content))
        except PushError as error:
            said.append(error.sentence)
            continue
        if isinstance(credential, ServiceAccount):
            load_private_key(credential)
    return said


def _message(content: bytes) -> list[Sentence]:
    text = _text(content)
    Redactor(TOKENS).json(text)
    file = read_file(text)
    encode(file.message)
    write_file(file)
    return [each.sentence for each in check(file.message, 1, None, ())]


def _table(content: bytes) -> list[Sentence]:
    read_table(_text(content), MESSAGE)
    return []


def _tokens(content: bytes) -> list[Sentence]:
    read_tokens(_text(content))
    source = TokenSource(io.BytesIO(content))
    source.read(source.preview.columns)
    return []


def _log(content: bytes) -> list[Sentence]:
    find_in_log(decode_log(content))
    return []


def _import(content: bytes) -> list[Sentence]:
    text = _text(content)
    # A paste is into one kind of message.
    foreign(text, legacy=len(text) % 2 == 0)
    found = recognise(text)
    if found.command:
        hidden(text, found.command)
    said = []
    for api in (Api.V3, Api.V1):
        made = convert_recognised(found, api)
        said += [line.why for line in made.lines if line.why]
    return said


def _receipt(content: bytes) -> list[Sentence]:
    found = read_callback(_text(content))
    checked = check_callback(found.header, "shop", "c2VjcmV0", 1e9)
    receipt_fates(found.receipts)
    receipts_csv([ToldReceipt(each) for each in found.receipts])
    for receipt in found.receipts:
        local_time(receipt.at)
        "".join(map(str, receipt)).encode()
    said = [each.why for each in found.unread]
    return [*said, checked.why, *([checked.age] if checked.age else [])]


def _answer(content: bytes) -> list[Sentence]:
    answer = Answer(200, "OK", (("Content-Type", "application/json"),), content)
    reading = read_answer(answer, TOKENS)
    request = Request("POST", "https://push", {}, b"{}", TOKENS)
    exchange = Exchange(
        request, reading.outcomes, answer, reading.code, reading.message,
        reading.request_id,
    )  # fmt: skip
    deaths(exchange)
    for read in (read_image_check, read_topic_change, read_topics, read_token_data):
        read(exchange)
    response_listing(answer, Redactor(TOKENS))
    read_token(answer, "101")
    return []


READERS = (
    Reader("key files", corpora.key_files, _key_file),
    Reader("message files", corpora.messages, _message),
    Reader("tables of texts", corpora.tables, _table),
    Reader("token files", corpora.token_files, _tokens),
    Reader("device logs", corpora.logs, _log),
    Reader("imports", corpora.imports, _import),
    Reader("receipts", corpora.receipts, _receipt),
    Reader("server answers", corpora.answers, _answer),
)
