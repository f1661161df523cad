"""The check of pictures (facts B.11); nothing is fetched."""

import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Message

from .memory import Recent
from .quotas import Spell

LIFE = 7 * 86400
"""Seconds for which a checked picture may be sent; the example's are as many."""

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".webp")
"""What a picture's address may end with (facts B.5, B.6)."""

_MINUTE = 60
_KEPT = 10_000


class Images:
    """The pictures that were checked: address → (push-type, when that ends)."""

    def __init__(self) -> None:
        self._checked = Recent[str, tuple[str, float]](_KEPT)
        self._rate = Spell(_MINUTE)

    def hurries(self, most: int | None, now: float) -> bool:
        """Whether another check now is one too many."""
        return not self._rate.take(0, now, most)

    def check(self, url: str, push_type: str, now: float) -> tuple[str, float] | None:
        """The address to send and when it ends; None if this is no picture."""
        if not _is_picture(url):
            return None
        sign = "&" if "?" in url else "?"
        checked = f"{url}{sign}verifyKey={secrets.token_hex(8)}"
        self._checked.put(checked, (push_type, now + LIFE))
        return checked, now + LIFE

    def standing(self, url: str, push_type: str, now: float) -> str | None:
        """Empty for a checked picture, else why not; None if it never was."""
        found = self._checked.get(url)
        if found is None or found[1] <= now:
            return None
        return "" if found[0] == push_type else "differentImgVerifyPolicy"


def _is_picture(url: str) -> bool:
    try:
        return urlsplit(url).path.lower().endswith(ENDINGS)
    except ValueError:
        return False


def pictures(message: Message) -> Iterator[str]:
    """The addresses of the pictures in a v3 message."""
    payload = message.document["payload"]
    image = read(payload, ("notification", "image"))
    if isinstance(image, str):
        yield image
    for each in payload.get("images") or ():
        if isinstance(each, dict) and isinstance(each.get("url"), str):
            yield each["url"]
