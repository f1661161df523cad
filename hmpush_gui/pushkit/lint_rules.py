"""Advice on texts that Push Kit accepts but that people or vendors stumble over."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Any

from .document import Path, read
from .kinds import kind_of
from .message import Message
from .problem import Problem, hint, warning
from .wording_rules import text_path
from .words import QT_TRANSLATE_NOOP

_TRIED_OUT = re.compile(
    r"(?=.*\w)(test(ing)?|测试|測試|试试|テスト|hello( world)?|你好|asdf|qwer(ty)?)*"
    r"[\d\s\W_]*",
    re.IGNORECASE,
)
"""Texts that some vendors intercept (EngageLab's guide): test words, bare digits."""

_SELLING = re.compile(
    r"优惠|折扣|打折|促销|大促|限时|秒杀|红包|抢购|满减|特价|免费领|福利|领券|优惠券"
    r"|\bsale\b|\bdiscount|\bcoupon|\bvoucher|\bpromo|\d\s*% off\b|\bfree gift"
    r"|\bspecial offer|\bdeal of\b|\bbuy now\b",
    re.IGNORECASE,
)
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u2060\ufeff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def lint_problems(message: Message) -> Iterator[Problem]:
    """What the text of a notification is better without."""
    for path, text in shown_texts(message):
        yield from _blanks(path, text)
        yield from _unseen(path, text)
        if path[-1] in ("title", "body"):
            yield from _tried_out(path, text)
    yield from _selling(message)
    yield from _unclassified(message)


def repeated_problems(
    message: Message, recent: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Whether `recent` titles and texts hold those of `message`.

    After many pushes alike a device stops showing them, while Push Kit still answers
    success (facts C.5).
    """
    if message.title and (message.title, message.body) in recent:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The same title and text went out a moment ago. Phones hold back what "
            "repeats itself, and two pushes alike cannot be told apart.",
        )
        yield hint("lint-repeated", text_path(message, "title"), sentence, "C.5")


def shown_texts(message: Message) -> Iterator[tuple[Path, str]]:
    """Every text of the notification that a person reads, with its place."""
    tops: tuple[Path, ...] = (("payload", "notification"),)
    names = ("title", "body", "bigTitle", "bigBody", "inboxContent")
    if message.api.legacy:
        tops = (("message", "notification"), ("message", "android", "notification"))
        names = ("title", "body", "big_title", "big_body", "inbox_content")
    for top in tops:
        for name in names:
            value: Any = read(message.document, (*top, name))
            for text in value if isinstance(value, list) else (value,):
                if isinstance(text, str) and text:
                    yield (*top, name), text


def _blanks(path: Path, text: str) -> Iterator[Problem]:
    if not text.strip():
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "This text is nothing but blanks: people would read nothing. Write "
            "something.",
        )
        yield warning("lint-blanks", path, sentence, "G.1")
    elif text != text.strip():
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "This text begins or ends with blanks. Take them away."
        )
        yield hint("lint-blanks", path, sentence, "G.1")


def _unseen(path: Path, text: str) -> Iterator[Problem]:
    if found := _TURNING.search(text):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Character {place} is invisible and turns the direction of the text "
            "({name}). What people read is not what is written: take it away unless "
            "it is meant.",
        )
        rule, place = "lint-direction", found
    elif found := _UNSEEN.search(text):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Character {place} is invisible ({name}); it probably came along with a "
            "copied text. Take it away.",
        )
        rule, place = "lint-invisible", found
    else:
        return
    name = unicodedata.name(place[0], f"U+{ord(place[0]):04X}")
    filled = sentence.format(place=place.start() + 1, name=name.lower())
    yield warning(rule, path, filled, "G.1")


def _tried_out(path: Path, text: str) -> Iterator[Problem]:
    if _TRIED_OUT.fullmatch(text):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Texts such as “test”, “测试” or bare digits may be intercepted on their "
            "way. Write what a person would be told.",
        )
        yield warning("lint-test", path, sentence, "C.3")


def _selling(message: Message) -> Iterator[Problem]:
    path: Path = ("payload", "notification", "category")
    if message.api.legacy:
        path = ("message", "android", "category")
    category = read(message.document, path)
    if not isinstance(category, str) or category in ("", "MARKETING"):
        return
    found = _SELLING.search(f"{message.title}\n{message.body}")
    if found:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "“{word}” reads like marketing, but the category is {category}. Huawei "
            "punishes a wrong category: first a warning, then days without marketing "
            "messages, then silence. Use MARKETING, or say it otherwise.",
        ).format(word=found[0], category=category)
        yield warning("lint-marketing", path, sentence, "C.2, C.3")


def _unclassified(message: Message) -> Iterator[Problem]:
    """Facts C.3: without a category v1 and v2 notifications are classed by Huawei."""
    if message.is_test or kind_of(message).shape != "notification":
        return
    if not message.api.legacy or not message.title:
        return
    path: Path = ("message", "android", "category")
    if not read(message.document, path):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Without a category Huawei decides by itself whether this rings or stays "
            "silent.",
        )
        yield hint("lint-category", path, sentence, "C.3")
