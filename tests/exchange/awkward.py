"""Texts that quoting breaks on, and requests that carry them."""

from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.protocol import Request

TOKEN = "SANDBOX-live-000001"

TEXTS = (
    "plain",
    "it's \"quoted\" and 'quoted' twice",
    "100% of %PATH% and %HMPUSH_TOKEN%%",
    "$HOME ${HOME} $(id) `id` $env:PATH",
    "Hi! !! !x! wow!",
    "^ & | < > ( ) && || ^^",
    "line\nline\r\n\ttab\x0b\x7f",
    '\\ \\\\ \\" C:\\new\\table\\u0041 ends \\',
    "您的包裹已发出 “引号” ‘单引号’ ‚‛",
    "📦👨‍👩‍👧 🇨🇳",
    "\u2028\u2029\u202e\ufeff\u00ad",
    "*/ ${1} {{x}} #{y} <!-- --> </script>",
    "",
)


def request(
    text: str = "plain", *, url: str = "http://127.0.0.1:9/v3/1/messages:send"
) -> Request:
    """A send of `text` as title and as data, to one device of the sandbox."""
    document = {
        "payload": {
            "notification": {
                "category": "EXPRESS",
                "title": f"T{text}",
                "body": text or "empty",
                "clickAction": {"actionType": 0, "data": {"key": text}},
            }
        },
        "target": {"token": [TOKEN]},
        "pushOptions": {"ttl": 3600},
    }
    headers = {"Content-Type": "application/json;charset=UTF-8", "push-type": "0"}
    return Request("POST", url, headers, compact(document), (TOKEN,))
