"""Guesses which column of a table holds push tokens, by its name or else its shape."""

import re
from collections.abc import Sequence

from .token_columns import Columns, Field

Row = Sequence[str]

TOKEN_NAMES = frozenset(
    (
        "token", "tokens", "pushtoken", "pushtokens", "devicetoken", "devicetokens",
        "hmstoken", "huaweitoken", "pushkittoken", "targettoken", "illegaltokens",
        "registrationid", "registrationids", "registrationtoken", "regid", "pushid",
        "令牌", "推送令牌", "设备令牌", "推送token", "设备token", "推送标识",
    )
)  # fmt: skip
_FIELD_NAMES: dict[Field, frozenset[str]] = {
    Field.LABEL: frozenset(
        (
            "label", "name", "device", "devicename", "devicelabel", "user", "username",
            "tester", "owner", "model", "alias", "设备", "设备名", "设备名称", "名称",
            "姓名", "用户", "测试人", "别名", "机型", "型号",
        )
    ),
    Field.TAGS: frozenset(
        ("tag", "tags", "group", "groups", "labels", "标签", "分组", "群组", "组")
    ),
    Field.NOTE: frozenset(
        ("note", "notes", "comment", "comments", "remark", "remarks", "memo",
         "description", "备注", "说明", "描述", "注释")
    ),
    Field.LANGUAGE: frozenset(("language", "lang", "locale", "语言", "语种", "区域")),
}  # fmt: skip
_MOST = 1000
"""Columns that are looked at; no table for people has more."""

_ALIKE = 0.6
"""Columns whose shapes differ by less than this hold the same kind of thing."""


def is_token_name(name: str) -> bool:
    """Whether a column of this name holds tokens; of a path, its last part counts."""
    return _plain(name) in TOKEN_NAMES


def guess_columns(rows: Sequence[Row], *, named: bool = False) -> Columns:
    """Which column of these first rows holds what.

    `named` says that the first row surely holds names, as the keys of JSON do.
    """
    if not rows:
        return Columns()
    rows = [row[:_MOST] for row in rows]
    head = rows[0]
    token = next((n for n, name in enumerate(head) if is_token_name(name)), None)
    if token is not None or named:
        if token is None:
            token = _by_shape(rows[1:])
        return Columns(token, _fields(head, token), header=True)
    return _unnamed(rows)


def _unnamed(rows: Sequence[Row]) -> Columns:
    body = rows[1:] or rows
    scores = _scores(body)
    # A column without anything comes of a comma at the end of each line.
    filled = [n for n in range(len(scores)) if any(_column(body, n))]
    if len(filled) < 2 or min(scores[n] for n in filled) >= max(scores) * _ALIKE:
        return Columns()
    token = _by_shape(body)
    if len(rows) > 1 and _looks_like_names(rows, token):
        return Columns(token, _fields(rows[0], token), header=True)
    others = [number for number in filled if number != token]
    label = {Field.LABEL: others[0]} if len(others) == 1 else {}
    return Columns(token, label)


def _looks_like_names(rows: Sequence[Row], token: int) -> bool:
    """Whether the first row differs from the others as names do."""
    head = rows[0]
    if token >= len(head) or not all(cell.strip() for cell in head):
        return False
    if _fields(head, token):
        return True
    bodies = [row[token] for row in rows[1:] if token < len(row) and row[token].strip()]
    return bool(bodies) and len(head[token]) * 2 < min(map(len, bodies))


def _fields(head: Row, token: int | None) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for number, name in enumerate(head):
        for each, names in _FIELD_NAMES.items():
            if number != token and each not in found and _plain(name) in names:
                found[each] = number
                break
    return found


def _by_shape(rows: Sequence[Row]) -> int:
    scores = _scores(rows)
    return scores.index(max(scores)) if scores else 0


def _scores(rows: Sequence[Row]) -> list[float]:
    """For each column how long, how different and how free of blanks its cells are."""
    width = max(map(len, rows), default=0)
    return [_score(_column(rows, number)) for number in range(width)]


def _column(rows: Sequence[Row], number: int) -> list[str]:
    return [row[number].strip() for row in rows if number < len(row)]


def _score(column: Sequence[str]) -> float:
    cells = [cell for cell in column if cell]
    if not cells:
        return 0
    length = sum(map(len, cells)) / len(cells)
    different = len(set(cells)) / len(cells)
    whole = sum(not re.search(r"\s|://", cell) for cell in cells) / len(cells)
    return length * different * whole


def _plain(name: str) -> str:
    last = re.split(r"[./]", name.strip().lower())[-1]
    return re.sub(r"[\W_]+", "", last)
