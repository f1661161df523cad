"""Tags of languages, such as `zh-Hans` (BCP 47)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

COMMON = (
    "en", "zh-Hans", "zh-Hant", "ja", "ko", "de", "fr", "es", "pt", "it", "ru", "ar",
    "th", "vi", "id", "ms", "tr", "pl", "nl", "uk",
)  # fmt: skip
"""What to offer first."""

LONG, MIRRORED = "qps-long", "qps-rtl"
"""Pseudo-locales; `qps` is set aside for private use."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?P<extension>(-[a-z]{3}){0,3})"
    r"(-(?P<script>[a-z]{4}))?"
    r"(-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[a-wyz0-9](-[a-z0-9]{2,8})+)*"
    r"(-x(-[a-z0-9]{1,8})+)?)",
    re.ASCII,
)
_FROM_RIGHT = {
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi",
    "adlm", "arab", "hebr", "nkoo", "syrc", "thaa",
}  # fmt: skip
_SCRIPTS = (
    (("HIRAGANA", "KATAKANA"), "ja"),
    (("HANGUL",), "ko"),
    (("CJK",), "zh-Hans"),
    (("ARABIC",), "ar"),
    (("HEBREW",), "he"),
    (("THAI",), "th"),
    (("DEVANAGARI",), "hi"),
    (("CYRILLIC",), "ru"),
)
_LATIN_FOR_ONE = 3
"""Latin letters that say as much as one Chinese character."""


def canonical_tag(text: str) -> str | None:
    """`text` as a tag is usually written, `zh-Hans-CN`; None if it is no such tag."""
    found = _TAG.fullmatch(text.strip().replace("_", "-").lower())
    if found is None or found["language"] == "qps":
        return found and found[0]
    parts = [found["language"] + found["extension"]]
    parts += [found["script"].title()] if found["script"] else []
    parts += [found["region"].upper()] if found["region"] else []
    return "-".join(parts) + found["rest"]


def is_pseudo(tag: str) -> bool:
    """Whether no phone asks for it."""
    return tag in (LONG, MIRRORED)


def runs_from_right(tag: str) -> bool:
    """Whether its writing begins at the right."""
    parts = tag.lower().split("-")
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return scripts[0] in _FROM_RIGHT
    return parts[0] in _FROM_RIGHT or tag == MIRRORED


def guess_tag(texts: Iterable[str]) -> str:
    """The language that `texts` are probably in, by their letters.

    Names in Latin letters stand in texts of every language, and a few foreign words in
    an English one.
    """
    letters = Counter(
        unicodedata.name(sign, "").partition(" ")[0]
        for text in texts
        for sign in text
        if sign.isalpha()
    )
    latin = letters.pop("LATIN", 0)
    if letters.total() * _LATIN_FOR_ONE < latin:
        return "en"
    for scripts, tag in _SCRIPTS:
        if any(letters[script] for script in scripts):
            return tag
    return "en"
