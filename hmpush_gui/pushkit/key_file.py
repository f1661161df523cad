"""A service-account key file looked at field by field (facts B.3)."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from .credential import ServiceAccount
from .finding import Finding, Part, State, fine, look, shown, worst, wrong
from .foreign_keys import foreign_object, foreign_text
from .key_advice import AGAIN, DOWNLOAD
from .key_text import key_text
from .message import Json
from .project_rules import is_id
from .words import QT_TRANSLATE_NOOP

NEEDED = ("project_id", "key_id", "sub_account", "private_key")
BESIDE = ("auth_uri", "token_uri", "auth_provider_cert_uri", "client_cert_uri")
"""Fields that the file has and signing does not need."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What was found in a file; `account` is None if it cannot be used."""

    account: ServiceAccount | None
    findings: tuple[Finding, ...]


def read_key_file(content: bytes) -> KeyFile:
    """Read whatever a file holds; never raises. The key in it is not looked at."""
    found = key_text(content)
    if found.text is None:
        return KeyFile(None, found.findings)
    parsed = _parsed(found.text)
    if isinstance(parsed, Finding):
        return KeyFile(None, (*found.findings, parsed))
    foreign = None if _is_complete(parsed) else foreign_object(parsed)
    findings = (*found.findings, *([foreign] if foreign else _fields(parsed)))
    if worst(findings) is State.WRONG:
        return KeyFile(None, findings)
    account = ServiceAccount(**{name: parsed[name] for name in NEEDED})
    return KeyFile(account, findings)


def is_key_file(content: bytes) -> bool:
    """Whether a file is a key file, be it one that cannot be used."""
    text = key_text(content).text
    parsed = None if text is None else _parsed(text)
    return isinstance(parsed, dict) and "private_key" in parsed


def account_findings(account: ServiceAccount) -> list[Finding]:
    """What can be said of the fields that are kept of a file."""
    return _values({name: getattr(account, name) for name in NEEDED})


def _parsed(text: str) -> Json | Finding:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        return foreign_text(text) or _no_json(text, error)
    if isinstance(content, dict):
        return content
    words = QT_TRANSLATE_NOOP(
        "pushkit", "This file is JSON, but no object with the fields of a key file."
    )
    return wrong(Part.FILE, "json", words, DOWNLOAD)


def _no_json(text: str, error: Exception) -> Finding:
    if not isinstance(error, json.JSONDecodeError):
        words = QT_TRANSLATE_NOOP("pushkit", "This file is not the JSON of a key file.")
    elif error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The file ends in the middle: its download or copy was cut off.",
        )
    else:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This file is no JSON: it breaks in line {line}, column {column}.",
        ).format(line=error.lineno, column=error.colno)
    return wrong(Part.FILE, "json", words, AGAIN if "private_key" in text else DOWNLOAD)


def _is_complete(content: Json) -> bool:
    return all(name in content for name in NEEDED)


def _fields(content: Json) -> list[Finding]:
    missing = [name for name in NEEDED if not content.get(name)]
    if missing:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This is not a service-account key file, or not all of it: it has no "
            "{names}.",
        ).format(names=", ".join(missing))
        return [wrong(Part.FILE, "fields", words, DOWNLOAD)]
    others = [name for name in NEEDED if not isinstance(content[name], str)]
    if others:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "{names} should be a text in quotes: somebody edited the file.",
        ).format(names=", ".join(others))
        return [wrong(Part.FILE, "fields", words, AGAIN)]
    complete = fine(
        Part.FILE,
        "fields",
        QT_TRANSLATE_NOOP("pushkit", "It is a service-account key file of Huawei."),
    )
    return [complete, *_beside(content), *_values(content)]


def _beside(content: Json) -> list[Finding]:
    missing = [name for name in BESIDE if name not in content]
    if missing:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "The file has no {names}, as a downloaded one has. Nothing here needs it.",
        ).format(names=", ".join(missing))
        return [look(Part.FILE, "beside", words, _BY_HAND)]
    foreign = [name for name in BESIDE if not _is_of_huawei(content[name])]
    if foreign:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "{names} is no address of Huawei. Nothing here uses it."
        ).format(names=", ".join(foreign))
        return [look(Part.FILE, "beside", words, _BY_HAND)]
    return []


def _is_of_huawei(address: object) -> bool:
    try:
        host = urlsplit(str(address)).hostname or ""
    except ValueError:
        return False
    return host == "huawei.com" or host.endswith(".huawei.com")


def _values(content: Json) -> list[Finding]:
    found = []
    for name in ("project_id", "key_id", "sub_account"):
        text = content[name]
        if any(sign.isspace() for sign in text) or not text.isprintable():
            words = QT_TRANSLATE_NOOP(
                "pushkit", "{name} holds blanks or invisible characters."
            ).format(name=name)
            found.append(wrong(Part.FILE, name, words, AGAIN))
        elif name == "project_id" and not is_id(text):
            words = QT_TRANSLATE_NOOP(
                "pushkit",
                "project_id is “{value}”, but the IDs of AppGallery Connect are digits "
                "only.",
            ).format(value=shown(text))
            found.append(wrong(Part.FILE, name, words, AGAIN))
        else:
            words = QT_TRANSLATE_NOOP("pushkit", "{name} is {value}.")
            filled = words.format(name=name, value=shown(text))
            found.append(fine(Part.FILE, name, filled))
    return found


_BY_HAND = QT_TRANSLATE_NOOP(
    "pushkit",
    "If the file was put together by hand, compare its key ID and account with those "
    "in the Developer API Console.",
)
