"""Messages in several languages that the tests share."""

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Message

TITLE: Path = ("payload", "notification", "title")
BODY: Path = ("payload", "notification", "body")
LINES: Path = ("payload", "notification", "inboxContent")

ENGLISH = {TITLE: "Your parcel is on its way", BODY: "It arrives tomorrow."}
CHINESE = {TITLE: "您的包裹已发出", BODY: "预计明天送达。"}


def alert() -> Message:
    """A v3 notification in English."""
    document = kind("v3-alert").blank
    for path, text in ENGLISH.items():
        document = write(document, path, text)
    return Message(kind("v3-alert").api, "0", document)


def two() -> Languages:
    """English, which is in the message, and Chinese."""
    return Languages(("en", "zh-Hans"), "en", {"zh-Hans": CHINESE})
