"""How much of a text a HarmonyOS phone shows (facts G.1)."""

import unicodedata

TITLE_LATIN, TITLE_CHINESE = 22, 15
BODY_LATIN, BODY_CHINESE = 84, 57


def shown_share(text: str, latin: int, chinese: int) -> float:
    """How full `text` makes a place for so many Latin or Chinese characters.

    1.0 is exactly full. Combining marks and joiners take no room.
    """
    wide_unit = latin / chinese
    units = sum(wide_unit if _is_wide(sign) else 1.0 for sign in text if _takes(sign))
    return units / latin


def title_is_cut(title: str) -> bool:
    return shown_share(title, TITLE_LATIN, TITLE_CHINESE) > 1


def body_is_cut(body: str) -> bool:
    return shown_share(body, BODY_LATIN, BODY_CHINESE) > 1


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in ("W", "F")


def _takes(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Mn", "Me", "Cf", "Cc")
