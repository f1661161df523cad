"""Values as only v1 and v2 take them (facts A)."""

import re
from typing import Any

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion_table import snake
from .conversion_values import (
    CAPPED,
    DEFAULT_SOUND,
    INSTANT,
    NO_TEXT,
    NO_TIME,
    TIME,
    Turned,
    is_number,
    seconds,
)

_SWITCHED = QT_TRANSLATE_NOOP("exchange", "A number instead of a switch.")
_NO_SWITCH = QT_TRANSLATE_NOOP("exchange", "This is neither true nor false.")
_CLICKED = QT_TRANSLATE_NOOP(
    "exchange", "v1 has other numbers: 3 opens the app, 1 a page."
)
_IMPORTANCE = QT_TRANSLATE_NOOP(
    "exchange", "v1 has LOW (silent) and NORMAL; in the end the category decides."
)
_VIBRATES = QT_TRANSLATE_NOOP(
    "exchange",
    "Up to ten times of up to 60 seconds, without a wait of 0 before them.",
)
_RAW = QT_TRANSLATE_NOOP("exchange", "A file of the app’s res/raw, without its ending.")
_LIGHTS = QT_TRANSLATE_NOOP(
    "exchange", "Times in seconds, and a colour of parts from 0 to 1."
)
_COLOR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_AS_TEXT = QT_TRANSLATE_NOOP("exchange", "A text in seconds instead of a number.")


def target_users(value: Any) -> Turned:
    """The switch `testMessage` as 0 or 1 (facts C.4)."""
    if isinstance(value, bool):
        return Turned(int(value), _SWITCHED)
    return Turned(None, _NO_SWITCH)


def click_type(value: Any) -> Turned:
    """`actionType` as the `type` of v1: 3 opens the app, 1 a page (facts A.7)."""
    known = {0: 3, 1: 1}.get(value) if is_number(value) else None
    return Turned(known, None if known == 1 else _CLICKED)


def importance(value: Any) -> Turned:
    """LOW or NORMAL (facts H .notification_priority)."""
    if not isinstance(value, str):
        return Turned(None, NO_TEXT)
    quiet = value.upper().removeprefix("PRIORITY_") in ("MIN", "LOW", "PASSIVE")
    return Turned("LOW" if quiet else "NORMAL", _IMPORTANCE)


def durations(value: Any) -> Turned:
    """Up to ten times of up to a minute (facts A.6, H .vibrate_timings)."""
    if not isinstance(value, list):
        return Turned(None, NO_TIME)
    texts = [_millis(each) if is_number(each) else each for each in value]
    waits = [_a_minute(each) for each in texts if _in_seconds(each) != 0]
    return Turned(waits[:10] or None, None if waits[:10] == value else _VIBRATES)


def raw_resource(value: Any) -> Turned:
    """A sound or icon of v1 and v2: `/raw/name` (facts A.6)."""
    if not isinstance(value, str) or not value:
        return Turned(None, NO_TEXT)
    if value == "default":
        return Turned(None, DEFAULT_SOUND)
    if value.startswith("/raw/"):
        return Turned(value)
    return Turned(f"/raw/{value.rsplit('/', 1)[-1].split('.')[0]}", _RAW)


def seconds_text(value: Any) -> Turned:
    """A time to live of v1 and v2: `3.5s` may stay so (facts A.5)."""
    turned = seconds(value)
    if turned.value is None or turned.why in (INSTANT, CAPPED):
        text = None if turned.value is None else f"{turned.value}s"
        return Turned(text, turned.why)
    if isinstance(value, str):
        return Turned(value)
    whole = int(value) if value == int(value) else value
    return Turned(f"{whole}s", _AS_TEXT)


def lights(value: Any) -> Turned:
    """Lights, also as Firebase’s libraries write them (facts A.7, H .light_settings).

    They have `#rrggbb` or `#rrggbbaa` and milliseconds.
    """
    if not isinstance(value, dict):
        return Turned(value)
    turned: Json = {}
    for key, each in value.items():
        name, inner = snake(key), each
        if name.endswith("_millis") and is_number(each):
            name, inner = name.removesuffix("_millis"), _millis(each)
        elif name == "color" and isinstance(each, str) and _COLOR.fullmatch(each):
            inner = _parts_of_color(each)
        turned[name] = inner
    return Turned(turned, None if turned == value else _LIGHTS)


def _parts_of_color(text: str) -> Json:
    """Each part of a colour as 0 to 1."""
    parts = [round(each / 255, 3) for each in bytes.fromhex(text[1:])]
    return dict(zip(("red", "green", "blue", "alpha"), parts, strict=False))


def _millis(value: float) -> str:
    return f"{value / 1000:g}s"


def _a_minute(value: Any) -> Any:
    """A time of vibration, a minute at most."""
    return "60s" if (_in_seconds(value) or 0) > 60 else value


def _in_seconds(value: Any) -> float | None:
    told = TIME.fullmatch(value) if isinstance(value, str) else None
    return float(told[1]) if told else None
