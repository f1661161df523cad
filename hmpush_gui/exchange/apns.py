"""Payloads of Apple's push service, as its reference describes them.

The facts have no table of them: each field stands where facts H puts the field of
Firebase that does the same.
"""

from typing import Any

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Found, Path, Reading, at
from .conversion_table import NO_LIKE, Entry, Table, dropped, no, read_table, to

_MUTABLE = QT_TRANSLATE_NOOP(
    "exchange",
    "No extension changes an alert on HarmonyOS; a text-to-speech message (push-type "
    "2) is the only one that starts an extension.",
)
_BACKGROUND = QT_TRANSLATE_NOOP(
    "exchange",
    "A background message (push-type 6) does this. It shows nothing: send it beside "
    "the alert.",
)
_IS_BACKGROUND = QT_TRANSLATE_NOOP(
    "exchange", "This became a background message (push-type 6)."
)
_CRITICAL = QT_TRANSLATE_NOOP(
    "exchange", "HarmonyOS has no such alert; the category decides how loud it is."
)
_ACTIVITY = QT_TRANSLATE_NOOP(
    "exchange",
    "A live activity has a layout of its own here: begin a live view (push-type 7) "
    "from a sample.",
)
_SIMULATOR = QT_TRANSLATE_NOOP("exchange", "It is for Apple’s simulator only.")
_NOTE = "android.notification"

_ALERT: dict[str, Entry] = {
    "title": to("notification.title"),
    "body": to("notification.body"),
    "title.loc-key": to(f"{_NOTE}.title_loc_key"),
    "title.loc-args": to(f"{_NOTE}.title_loc_args"),
    "body.loc-key": to(f"{_NOTE}.body_loc_key"),
    "body.loc-args": to(f"{_NOTE}.body_loc_args"),
    "sound": to(f"{_NOTE}.sound", "H .sound"),
    "subtitle": to(f"{_NOTE}.notify_summary"),
    "title-loc-key": to(f"{_NOTE}.title_loc_key"),
    "title-loc-args": to(f"{_NOTE}.title_loc_args"),
    "loc-key": to(f"{_NOTE}.body_loc_key"),
    "loc-args": to(f"{_NOTE}.body_loc_args"),
    "subtitle-loc-key": no(),
    "subtitle-loc-args": no(),
    "action-loc-key": no(),
    "action": no(),
    "launch-image": no(),
    "summary-arg": no(),
    "summary-arg-count": no(),
}
_APS: dict[str, Entry] = {
    "badge": to(f"{_NOTE}.badge.set_num", "H .notification_count"),
    "sound": to(f"{_NOTE}.sound", "H .sound"),
    "sound.name": to(f"{_NOTE}.sound", "H .sound"),
    "sound.critical": no(_CRITICAL, "C.1"),
    "sound.volume": no(_CRITICAL, "C.1"),
    "thread-id": to(f"{_NOTE}.group", "A.6"),
    "category": to(f"{_NOTE}.channel_id", "H .channel_id"),
    "mutable-content": no(_MUTABLE, "B.7"),
    "interruption-level": to(f"{_NOTE}.importance", "H .notification_priority"),
    "relevance-score": no(),
    "filter-criteria": no(),
    "target-content-id": no(),
    "url-args": no(),
    **dict.fromkeys(
        ("timestamp", "event", "content-state", "stale-date", "dismissal-date",
         "attributes-type", "attributes", "input-push-token", "input-push-channel"),
        no(_ACTIVITY, "B.9"),
    ),
}  # fmt: skip


def read_apns(content: Json) -> Reading:
    """A payload with `aps`, or headers and payload side by side."""
    payload: Json = content
    prefix: Path = ()
    if isinstance(content.get("payload"), dict) and "aps" not in content:
        payload, prefix = content["payload"], ("payload",)
        headers = content.get("headers")
        yield from read_headers(headers, ("headers",), silent=is_silent(content))
    aps = payload.get("aps")
    if isinstance(aps, dict):
        yield from _aps(aps, (*prefix, "aps"))
    yield from _own(payload, prefix)


def is_silent(content: Json) -> bool:
    """Whether it wakes the app and shows nothing: alerts, badges and sounds do."""
    aps = at(content, ("aps",)) or at(content, ("payload", "aps"))
    if not isinstance(aps, dict) or not aps.get("content-available"):
        return False
    shown = (aps.get(key) for key in ("alert", "badge", "sound"))
    return all(each in (None, "", {}, []) for each in shown)


def read_headers(headers: Any, prefix: Path, *, silent: bool) -> Reading:
    """Headers of the request, told by their names in small letters."""
    if isinstance(headers, dict):
        table = {**_HEADERS, **(_SILENT if silent else {})}
        kind = next((headers[key] for key in headers if key.lower() == _KIND), None)
        if isinstance(kind, str) and kind in _KINDS:
            table[_KIND] = _KINDS[kind]
        yield from read_table(headers, table, prefix, str.lower)


def _aps(aps: Json, prefix: Path) -> Reading:
    alert = aps.get("alert")
    if isinstance(alert, str):
        source = (*prefix, "alert")
        yield Found(("message", "notification", "body"), alert, source)
    else:
        yield from read_table(alert, _unfolding(_ALERT, alert), (*prefix, "alert"))
    if "content-available" in aps:
        source, value = (*prefix, "content-available"), aps["content-available"]
        if is_silent({"aps": aps}):
            yield Found(("background",), value, source, _IS_BACKGROUND, "B.8")
        else:
            yield from dropped(source, value, _BACKGROUND, "B.8")
    yield from read_table(aps, _unfolding(_APS, aps), prefix)


def _unfolding(table: Table, content: Any) -> Table:
    """The table without what stands as an object, whose parts it has as well."""
    inside = {key.partition(".")[0] for key in table if "." in key}
    objects = {each for each in inside if isinstance(at(content, (each,)), dict)}
    return {key: entry for key, entry in table.items() if key not in objects}


def _own(payload: Json, prefix: Path) -> Reading:
    """Keys beside `aps` are the app's own data."""
    for key, value in payload.items():
        if key == "Simulator Target Bundle":
            yield from dropped((*prefix, key), value, _SIMULATOR, "")
        elif key != "aps":
            yield Found(("message", "data", key), value, (*prefix, key), row="H data")


_ADDRESS = QT_TRANSLATE_NOOP(
    "exchange", "It names the app to Apple; Push Kit knows the app by its token."
)
_EXPIRES = QT_TRANSLATE_NOOP(
    "exchange", "It is a moment; Push Kit counts seconds from sending. Set the ttl."
)
_KIND = "apns-push-type"
_KINDS = {
    "voip": no(
        QT_TRANSLATE_NOOP(
            "exchange",
            "An in-app call (push-type 10) does this in v3; it needs a right of its "
            "own. What was made here does not ring.",
        ),
        "B.10",
    ),
    "liveactivity": no(_ACTIVITY, "B.9"),
}
_HEADERS: dict[str, Entry] = {
    "apns-topic": no(_ADDRESS),
    "apns-collapse-id": to(f"{_NOTE}.tag", "H .tag"),
    "apns-expiration": no(_EXPIRES, "H android.ttl"),
    "apns-priority": no(NO_LIKE, "H android.priority"),
    _KIND: no(
        QT_TRANSLATE_NOOP("exchange", "The kind of message says the same."), "B.2"
    ),
    "apns-id": no(),
}
_SILENT = {"apns-collapse-id": to("android.collapse_key", "H android.collapse_key")}
"""What groups messages that show nothing has no like in a notification's tag."""
