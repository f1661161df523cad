"""Receipts: what became of a message on each phone (facts I.1)."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from hmpush_gui.pushkit.message import Json

PACKAGE = "com.example.sandbox"
"""The package name of the demo app."""

DELIVERED = 0


class Receipt(NamedTuple):
    """What became of one message on one phone; `sheet` is the request's part."""

    token: str
    result: int
    sheet: "Sheet"

    def to_json(self) -> Json:
        """A status of version 2, or of version 1 for v1 and v2 messages."""
        return self._version_1() if self.sheet.app_id else self._version_2()

    def _version_2(self) -> Json:
        sheet = self.sheet
        status: Json = {
            "token": self.token,
            "pushType": int(sheet.push_type),
            "appPackageName": PACKAGE,
            "requestId": sheet.request_id,
        }
        if sheet.bi_tag:
            status["biTag"] = sheet.bi_tag
        fate = {"result": self.result, "timestamp": int(sheet.at * 1000)}
        if sheet.form_id is None:
            return status | {"deliveryStatus": fate}
        return status | {"formStatus": {"formId": sheet.form_id} | fate}

    def _version_1(self) -> Json:
        sheet = self.sheet
        return {
            "biTag": sheet.bi_tag,
            "appid": sheet.app_id,
            "token": self.token,
            "status": self.result,
            "timestamp": int(sheet.at * 1000),
            "requestId": sheet.request_id,
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    """The receipts of one request that came about together.

    `at` is Unix seconds. `results` are by place in `tokens`; those not in it are
    delivered. `app_id` is given for v1 and v2, `form_id` for widgets. `receipt_id` says
    which callback they go to.
    """

    request_id: str
    push_type: str
    bi_tag: str
    at: float
    tokens: tuple[str, ...]
    results: Mapping[int, int] = field(default_factory=dict)
    app_id: str = ""
    form_id: int | None = None
    receipt_id: str = ""

    def __iter__(self) -> Iterator[Receipt]:
        for place, token in enumerate(self.tokens):
            yield Receipt(token, self.results.get(place, DELIVERED), self)


class ReceiptBook:
    """The newest receipts, at least `keep` of them, and how many there were of each.

    A sheet holds the tokens of its request and one number for each that failed.
    """

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self._sheets: deque[Sheet] = deque()
        self._held = 0
        self.results: Counter[int] = Counter()

    def add(self, sheet: Sheet) -> None:
        self._sheets.append(sheet)
        self._held += len(sheet.tokens)
        self.results.update(sheet.results.values())
        self.results[DELIVERED] += len(sheet.tokens) - len(sheet.results)
        while self._held - len(self._sheets[0].tokens) >= self._keep:
            self._held -= len(self._sheets.popleft().tokens)

    def newest_first(self) -> Iterator[Receipt]:
        for sheet in reversed(self._sheets):
            yield from reversed(list(sheet))

    def all(self) -> list[Receipt]:
        """Those that are kept, the newest last."""
        return [receipt for sheet in self._sheets for receipt in sheet]
