"""Examples of what a phone writes for `{{status}}`, in English and Chinese."""

from functools import cache

from hmpush_gui import assets


def status_words(status: str, text: str) -> str:
    """An example for `status` in the language of `text`, where it would stand."""
    words = _words().get(status)
    if words is not None:
        return words["zh" if _is_chinese(text) else "en"]
    return status.replace("_", " ").strip().capitalize()


@cache
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]]
    words = assets.read_json("pushkit/live_view_status.json")["words"]
    return words


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)
