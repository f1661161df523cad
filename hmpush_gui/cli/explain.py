"""`hmpush explain CODE`: what a code means and what to do."""

import argparse

from hmpush_gui.pushkit import explain as catalogue
from hmpush_gui.pushkit.explain import Explanation

from .outcome import Exit
from .output import print_json

_LOOK_UPS = {
    "code": ("codes", catalogue.explain_code),
    "reason": ("reasons", catalogue.explain_reason),
    "http": ("http", catalogue.explain_http),
    "oauth": ("oauth", catalogue.explain_oauth),
    "receipt": ("receipts", catalogue.explain_receipt),
    "device": ("device", catalogue.explain_device),
}
"""What a table is called here → its name in the catalogue, and how it is read."""

_RETRIES = {
    "en": {
        "renew": "Repeating helps once, with a new token.",
        "backoff": "Repeating helps, after a pause and more slowly.",
        "limited": "Repeating may help, once or twice.",
        "later": "Repeating helps later only, perhaps tomorrow.",
        "never": "Repeating the same request does not help.",
    },
    "zh": {
        "renew": "更换 Token 后可重试一次。",
        "backoff": "可稍后重试，并降低速度。",
        "limited": "可重试一两次。",
        "later": "请过后（如次日）再试。",
        "never": "重复同样的请求没有帮助。",
    },
}
_TITLES = {
    "en": {"receipt": "receipt result", "device": "device-side code"},
    "zh": {
        "code": "响应码",
        "reason": "illegalTokens 原因",
        "http": "HTTP 状态码",
        "oauth": "OAuth 错误码",
        "receipt": "回执结果",
        "device": "设备侧错误码",
    },
}
_UNKNOWN = {"en": "{} is not in our catalogue.", "zh": "目录中没有 {}。"}


def explain(options: argparse.Namespace) -> Exit:
    """Print every meaning that is known of a code, from all tables."""
    # As results show it: HTTP 503.
    code = options.code.strip(" \"'").removeprefix("HTTP ")
    found = _found(code, options.language)
    if options.json:
        # A part of a code has several meanings; they stand under the whole ones.
        print_json({title: as_json(each) for title, each in found.items()})
    elif not found:
        print(_UNKNOWN[options.language].format(options.code or "“”"))
    else:
        print("\n\n".join(_as_text(*each, options.language) for each in found.items()))
    return Exit.GOOD if found else Exit.REJECTED


def _found(code: str, language: str) -> dict[str, Explanation]:
    """Table, and the whole code where only its beginning was given → meaning."""
    found: dict[str, Explanation] = {}
    for title, (table, look_up) in _LOOK_UPS.items():
        for key in catalogue.known_codes(table):
            whole = key.lower() == code.lower()
            if not whole and not (code and key.startswith(f"{code}/")):
                continue
            if meaning := look_up(key, language):
                found[title if whole else f"{title} {key}"] = meaning
    return found


def as_json(meaning: Explanation) -> dict[str, object]:
    """A meaning for a machine."""
    return {
        "meaning": meaning.meaning,
        "causes": list(meaning.causes),
        "fix": meaning.fix,
        "retry": meaning.retry,
    }


def _as_text(title: str, meaning: Explanation, language: str) -> str:
    table, _, key = title.partition(" ")
    shown = f"{_TITLES[language].get(table, table)} {key}".strip()
    return "\n".join([f"{shown}: {meaning.meaning}", *advice(meaning, language)])


def advice(meaning: Explanation, language: str) -> list[str]:
    """Lines for a person: causes, what to do, whether repeating helps."""
    lines = [f"  {number}. {cause}" for number, cause in enumerate(meaning.causes, 1)]
    if meaning.fix:
        lines.append(f"  → {meaning.fix}")
    if meaning.causes:
        lines.append(f"  {_RETRIES[language][meaning.retry]}")
    return lines
