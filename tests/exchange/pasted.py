"""Inputs of other push services, written after their references."""

from pathlib import Path

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())

OPEN_V3: dict[str, set[str]] = {
    "fcm-07-loc-keys": {"title", "body"},
    "fcm-22-body-only": {"title"},
    "fcm-23-loc-and-badge": {"title", "body"},
    "legacy-07-loc": {"title", "body"},
    "apns-01-text": {"title"},
    "apns-04-loc": {"title", "body"},
    "apns-12-activity-start": {"title", "body"},
    "curl-11-apns": {"title"},
}
"""What a person has to write before Push Kit takes it as v3: all else is accepted."""

OPEN_V1 = OPEN_V3 | {"apns-08-badge-only": {"title", "body"}}
"""The same for v1."""

REFUSED_V1: dict[str, set[str]] = {
    # A header alone makes no message to iPhones; it stays, as it stood.
    "fcm-05-priority": {"message.apns.payload"},
    # Push Kit's own message, which lacks what it lacked before.
    "hms-12-guide": {"message.android.notification.click_action.type"},
    "legacy-07-loc": {"message.android.notification.body_loc_args"},
}
"""What is refused as v1 for the fault of the input."""

SECRETS = ("hunter2", "ya29.", "AIza", "AAAAZgzZyLQ", "CgB6e3x9")
"""What stands in the commands, and must be nowhere in what is made of them."""

TOKENS = ("bk3RNwTe3H0", "pushtoken", "IQAAAACy0", "f2b9e0d1c3a4", "00fc13adff78",
          "YOUR_REGISTRATION_TOKEN", "aUniqueKey")  # fmt: skip


def text(path: Path) -> str:
    """What is pasted."""
    return path.read_text("utf-8")
