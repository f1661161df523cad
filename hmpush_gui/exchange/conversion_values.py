"""Values as Push Kit takes them, and in words what was altered (facts H)."""

import re
from math import ceil
from typing import Any, NamedTuple
from zlib import crc32

from hmpush_gui.pushkit.reference import limits
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence


class Turned(NamedTuple):
    """A value for the message, and why it is another; None has no place there."""

    value: Any
    why: Sentence | None = None


TIME = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,9})?)[sS]?")

NO_TIME = QT_TRANSLATE_NOOP("exchange", "This is no time in seconds.")
_NO_NUMBER = QT_TRANSLATE_NOOP("exchange", "This is no whole number.")
NO_TEXT = QT_TRANSLATE_NOOP("exchange", "A text is needed here.")
INSTANT = QT_TRANSLATE_NOOP(
    "exchange", "“Now or never” (0 s) does not exist here: 1 second is the nearest."
)
CAPPED = QT_TRANSLATE_NOOP("exchange", "Push Kit keeps a message 15 days at most.")
_ROUNDED = QT_TRANSLATE_NOOP("exchange", "Whole seconds, rounded up.")
_NUMBER = QT_TRANSLATE_NOOP("exchange", "A number instead of a text.")
_HASHED = QT_TRANSLATE_NOOP(
    "exchange",
    "Push Kit has a number here: it is made of the text, the same each time.",
)
_BADGE = QT_TRANSLATE_NOOP("exchange", "A badge shows 0 to 99.")
_NOT_HTTPS = QT_TRANSLATE_NOOP("exchange", "Only addresses with https:// are shown.")
_SHORTENED = QT_TRANSLATE_NOOP("exchange", "Cut to 64 bytes.")
DEFAULT_SOUND = QT_TRANSLATE_NOOP(
    "exchange", "The default sound plays where none is named."
)
_RAWFILE = QT_TRANSLATE_NOOP(
    "exchange",
    "A file of the app’s resources/rawfile: give its name with its ending, such as "
    ".mp3.",
)
_PLAYED = QT_TRANSLATE_NOOP(
    "exchange",
    "Phones play MP3, WAV and MPEG: put such a file into the app’s resources/rawfile "
    "and give its name here.",
)
_THREE = QT_TRANSLATE_NOOP("exchange", "v3 shows three lines at most.")
_SWITCH = QT_TRANSLATE_NOOP("exchange", "A switch instead of a number.")


def seconds(value: Any) -> Turned:
    """A time to live of v3: whole seconds, 1 to 15 days (facts H android.ttl, J 11)."""
    number = value if is_number(value) else None
    if isinstance(value, str) and (told := TIME.fullmatch(value.strip())):
        number = float(told[1])
    if number is None or not 0 <= number < 10**12:
        return Turned(None, NO_TIME)
    whole, most = ceil(number), int(limits()["ttl_seconds"])
    if whole == 0:
        return Turned(1, INSTANT)
    if whole > most:
        return Turned(most, CAPPED)
    if isinstance(value, str):
        return Turned(whole, _NUMBER if whole == number else _ROUNDED)
    return Turned(whole, None if whole == number else _ROUNDED)


def group_number(value: Any) -> Turned:
    """A collapse key, -1 to 100 (facts H android.collapse_key)."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return Turned(None, _NO_NUMBER)
    number = _whole(value)
    if number is not None and -1 <= number <= 100:
        return Turned(number, _NUMBER if isinstance(value, str) else None)
    return Turned(1 + _hash(str(value)) % 100, _HASHED)


def notify_id(value: Any) -> Turned:
    """A tag as the number that replaces and revokes a notification (facts H .tag)."""
    if not isinstance(value, str) or not value:
        return Turned(None, NO_TEXT)
    return Turned(_hash(value) & 0x7FFFFFFF, _HASHED)


def badge(value: Any) -> Turned:
    """A badge number, 0 to 99 (facts A.7, B.5.2)."""
    number = _whole(value)
    if number is None:
        return Turned(None, _NO_NUMBER)
    if not 0 <= number <= 99:
        return Turned(min(max(number, 0), 99), _BADGE)
    return Turned(number, _NUMBER if isinstance(value, str) else None)


def image(value: Any) -> Turned:
    """An address that a phone will load (facts B.5)."""
    if isinstance(value, str) and value.startswith("https://"):
        return Turned(value)
    return Turned(None, _NOT_HTTPS)


def three_lines(value: Any) -> Turned:
    """Lines of the multi-line style: v3 shows three of five (facts B.5)."""
    most = int(limits()["inbox_lines"]["v3"])
    if isinstance(value, list) and len(value) > most:
        return Turned(value[:most], _THREE)
    return Turned(value)


def is_test(value: Any) -> Turned:
    """`target_user_type` as the switch of v3 (facts C.4)."""
    if is_number(value) and value in (0, 1):
        return Turned(value == 1, _SWITCH)
    return Turned(None, _NO_NUMBER)


def tag_64(value: Any) -> Turned:
    """A batch tag of v3, up to 64 bytes (facts B.4)."""
    if not isinstance(value, str):
        return Turned(None, NO_TEXT)
    most = int(limits()["bi_tag_bytes"])
    cut = value.encode()[:most].decode("utf-8", "ignore")
    return Turned(cut, None if cut == value else _SHORTENED)


def rawfile(value: Any) -> Turned:
    """A sound of v3: a file name with its ending (facts H .sound, B.5)."""
    if not isinstance(value, str) or not value:
        return Turned(None, NO_TEXT)
    if value == "default":
        return Turned(None, DEFAULT_SOUND)
    name = value.rsplit("/", 1)[-1]
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    if ending and ending not in ("mp3", "wav", "mpeg"):
        return Turned(name, _PLAYED)
    known = name == value and ending
    return Turned(name or None, None if known else _RAWFILE)


def without_prefix(topic: Any) -> Any:
    """A topic as Push Kit names it (facts H topic)."""
    return topic.removeprefix("/topics/") if isinstance(topic, str) else topic


def upper(value: Any) -> Any:
    """A word in the letters of Push Kit."""
    return value.upper() if isinstance(value, str) else value


def opposite(value: Any) -> Any:
    """`sticky` is the opposite of `auto_cancel` (facts H .sticky)."""
    return not value if isinstance(value, bool) else value


def is_number(value: Any) -> bool:
    """Whether it is a number: `true` is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _whole(value: Any) -> int | None:
    """A whole number, or the one in a text; None for anything else."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value.strip()):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
