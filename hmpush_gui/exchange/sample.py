"""Samples: message files that are shipped with the program."""

from dataclasses import dataclass

from hmpush_gui.pushkit.document import pretty, read
from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Message

from .message_file import MessageFile


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample in one language; `key` is the same in all of them."""

    key: str
    file: MessageFile

    def fits(self, words: str) -> bool:
        """Whether each of `words` stands somewhere in its name, words or message."""
        kind = kind_of(self.file.message)
        about = (self.key, self.file.name, self.file.description, kind.api, kind.title)
        text = " ".join([*about, pretty(self.file.message.document)]).casefold()
        return all(word in text for word in words.casefold().split())


def shown_words(message: Message) -> tuple[str, str]:
    """Title and text that a person would see; both empty where nothing is shown."""
    if message.title or message.body:
        return message.title, message.body
    live = ("payload", "activityData", "notificationData")
    if read(message.document, live) is not None:
        title = read(message.document, (*live, "contentTitle"))
        parts = read(message.document, (*live, "contentText")) or []
        texts = [each.get("text", "") for each in parts if isinstance(each, dict)]
        return str(title or ""), "".join(texts)
    alert = read(message.document, ("message", "apns", "payload", "aps", "alert"))
    if isinstance(alert, dict):
        return str(alert.get("title", "")), str(alert.get("body", ""))
    return "", ""
