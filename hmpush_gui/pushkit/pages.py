"""Where Huawei has written down what we say, from `resources/pushkit/pages.json`."""

from functools import cache
from typing import Any, NamedTuple

from hmpush_gui import assets


class Page(NamedTuple):
    """A page of Huawei's documentation, in one language."""

    title: str
    url: str


@cache
def _pages() -> dict[str, Any]:
    return dict(assets.read_json("pushkit/pages.json"))


def page(name: str, language: str = "en") -> Page:
    """The page called `name`, such as `receipts`. Raises KeyError."""
    entry = _pages()[name]
    words = entry.get(language) or entry["en"]
    return Page(words["title"], words["url"])


def page_names() -> tuple[str, ...]:
    return tuple(name for name in _pages() if name != "source")
