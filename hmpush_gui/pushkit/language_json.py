"""The languages of a message as plain JSON, and back."""

from typing import Any

from .language_tags import canonical_tag
from .languages import Languages
from .message import Json
from .texts import Text, Texts


def languages_to_json(languages: Languages) -> Json:
    """An object whose texts are called by their dotted paths."""
    return {
        "tags": list(languages.tags),
        "active": languages.active,
        "others": {
            tag: _texts_to_json(languages.others[tag])
            for tag in languages.tags
            if languages.others.get(tag) or tag != languages.active
        },
    }


def languages_from_json(content: Any) -> Languages:
    """The languages that `languages_to_json` wrote. Raises ValueError.

    `tags` may be missing: the active one is the first then. So may the texts of one.
    """
    if not isinstance(content, dict):
        raise ValueError("not an object")
    active: Any = content.get("active")
    others = content.get("others", {})
    if not isinstance(others, dict):
        raise ValueError("no texts")
    tags = content.get("tags", [active, *(tag for tag in others if tag != active)])
    texts = {tag: _texts_from_json(others[tag]) for tag in others}
    if not _are_tags(tags) or active not in tags or not set(texts) <= set(tags):
        raise ValueError("not the tags of languages")
    for tag in tags:
        if tag != active:
            texts.setdefault(tag, {})
    return Languages(tuple(tags), active, texts)


def _are_tags(tags: Any) -> bool:
    if not isinstance(tags, list) or len(tags) < 2:
        return False
    right = all(isinstance(tag, str) and canonical_tag(tag) == tag for tag in tags)
    return right and len(set(tags)) == len(tags)


def _texts_to_json(texts: Texts) -> Json:
    return {
        ".".join(path): text if isinstance(text, str) else list(text)
        for path, text in texts.items()
    }


def _texts_from_json(content: Any) -> Texts:
    if not isinstance(content, dict):
        raise ValueError("no object of texts")
    return {tuple(name.split(".")): _text(text) for name, text in content.items()}


def _text(value: Any) -> Text:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise ValueError("not a text")
