"""What a phone makes of a v1 or v2 message."""

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Json, Message

from .display import Look, read_lines, read_notify_id
from .phone import notify_slot
from .rights import MARKETING, Rights


def draw_legacy(message: Message, rights: Rights) -> Look:
    """How an accepted v1 or v2 message looks, on whatever it is for."""
    content = message.document["message"]
    android = _object(content.get("android"))
    note, outer = _object(android.get("notification")), content.get("notification")
    outer = _object(outer)
    title, body = _words(message)
    shows = android.get("notification") is not None or bool(title or body)
    category = read_text(android.get("category"))
    test = android.get("target_user_type") == 1
    quiet = category == MARKETING or not (test or rights.grants(category))
    notify_id = read_notify_id(note.get("notify_id"))
    return {
        "title": title,
        "body": body,
        "category": category,
        "shows": shows,
        "alerting": shows and not quiet and note.get("importance") != "LOW",
        "data": read_text(android.get("data")) or read_text(content.get("data")),
        "test": test,
        "notify_id": notify_id,
        "slot": notify_slot("", notify_id) or _tag_slot(note),
        "image": read_text(note.get("image")) or read_text(outer.get("image")),
        "lines": read_lines(note, "inbox_content"),
    }


def read_text(value: object) -> str:
    """`value` if it is a text: a schema may not have judged it."""
    return value if isinstance(value, str) else ""


def _words(message: Message) -> tuple[str, str]:
    """Title and text: of the notification, or of what iOS or a browser gets."""
    content = message.document["message"]
    apple = read(content, ("apns", "payload", "aps", "alert"))
    if isinstance(apple, str):
        apple = {"body": apple}
    web = read(content, ("webpush", "notification"))
    other = {} if content.get("android") else _object(web) | _object(apple)
    title = read_text(other.get("title")) or message.title
    return title, read_text(other.get("body")) or message.body


def _tag_slot(note: Json) -> str:
    """Facts A.6: the same tag replaces the earlier notification."""
    tag = read_text(note.get("tag"))
    return f"tag {tag}" if tag else ""


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}
