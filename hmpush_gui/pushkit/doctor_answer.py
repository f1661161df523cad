"""What the answer to the doctor's call says of the credential, and of the clock."""

from .credential import Credential, OAuthClient
from .explain import retry_of
from .finding import Finding, Part, fine, look, unknown, wrong
from .project_checks import SET_CLOCK
from .protocol import Exchange
from .server_clock import judge_clock, seconds_behind
from .words import QT_TRANSLATE_NOOP, Sentence

GOOD = ("80000000", "80100000", "80300007")
"""Taken, taken in part, and “all the tokens are invalid”, which we asked for."""

MADE_UP = ("", "tokenFormatError", "tokenPlatformNotSupport")
"""Reasons that only speak of the token; others may speak of project and app (F.3)."""


def judge_answer(
    credential: Credential, exchange: Exchange, before: float, after: float
) -> list[Finding]:
    """Findings of one call; `before` and `after` are our clock around it (seconds)."""
    name = str(credential.kind)
    headers = exchange.answer.headers if exchange.answer else ()
    off = seconds_behind(headers, before, after)
    clock = [] if off is None else [judge_clock(off)]
    return [_credential(credential, name, exchange), *clock]


def is_of_credential(exchange: Exchange) -> bool:
    """Whether a request failed for its credential, as far as can be told."""
    return bool(_refusal(exchange.code, _reason(exchange), exchange))


def _credential(credential: Credential, name: str, exchange: Exchange) -> Finding:
    code, reason = exchange.code, _reason(exchange)
    if code in GOOD and reason not in MADE_UP:
        words = _OTHER_REASON.format(reason=reason, code=code)
        return look(Part.ONLINE, name, words, _ENABLE)
    if code in GOOD:
        return fine(Part.ONLINE, name, _taken(credential, code))
    if refusal := _refusal(code, reason, exchange):
        return wrong(Part.ONLINE, name, *refusal)
    if code == "80300002":
        return look(Part.ONLINE, name, _NO_RIGHT, _ENABLE)
    if code == "80300029":
        return look(Part.ONLINE, name, _TESTS_USED, _LATER)
    if code:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "Push Kit answered {code}, which says nothing sure of the credential.",
        ).format(code=code)
        return unknown(Part.ONLINE, name, words, _EXPLAIN.format(code=code))
    sentence = exchange.failure or _NO_ANSWER
    return unknown(Part.ONLINE, name, sentence, _NETWORK)


def _reason(exchange: Exchange) -> str:
    return exchange.outcomes[0].reason if exchange.outcomes else ""


def _taken(credential: Credential, code: str) -> Sentence:
    if isinstance(credential, OAuthClient):
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "The OAuth service gave an access token, and Push Kit took it ({code}).",
        ).format(code=code)
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "Push Kit took the key: it refused nothing but the made-up token ({code}).",
    ).format(code=code)


def _refusal(
    code: str, reason: str, exchange: Exchange
) -> tuple[Sentence, Sentence] | None:
    if code in ("80200005", "80200003"):
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Push Kit says that the fresh token has ended ({code})."
        )
        return words.format(code=code), SET_CLOCK
    if code == "80300036":
        return _TOO_LONG, SET_CLOCK
    status = exchange.answer.status if exchange.answer else 0
    if code in ("80200001", "80600003") or (status == 401 and not code):
        words = QT_TRANSLATE_NOOP(
            "pushkit", "Push Kit refused the credential ({code})."
        ).format(code=code or "HTTP 401")
        return words, _FIX_LIST
    if "/" in reason and retry_of(reason, 0) == "never" and exchange.failure:
        return exchange.failure, _COPY_CLIENT
    if reason == "credential" and exchange.failure:
        return exchange.failure, _FIX_LIST
    return None


_NO_RIGHT = QT_TRANSLATE_NOOP(
    "pushkit",
    "Push Kit took the credential, but says that the project has no right to send to "
    "the made-up token (80300002).",
)
_OTHER_REASON = QT_TRANSLATE_NOOP(
    "pushkit",
    "Push Kit took the credential, and refused the made-up token for “{reason}” "
    "({code}). That may be about the project, not the token.",
)
_ENABLE = QT_TRANSLATE_NOOP(
    "pushkit",
    "Try a token of your own app. If it is refused alike, enable Push Kit for the app "
    "in AppGallery Connect.",
)
_TESTS_USED = QT_TRANSLATE_NOOP(
    "pushkit",
    "Push Kit took the credential, but takes no more test messages now (80300029).",
)
_LATER = QT_TRANSLATE_NOOP("pushkit", "Wait a little, or send tests again tomorrow.")
_TOO_LONG = QT_TRANSLATE_NOOP(
    "pushkit", "Push Kit finds the life of the token too long (80300036)."
)
_FIX_LIST = QT_TRANSLATE_NOOP(
    "pushkit",
    "In this order: is the key of the same project as the ID; was it deleted or "
    "replaced in the Developer API Console; is Push Kit enabled for the project.",
)
_COPY_CLIENT = QT_TRANSLATE_NOOP(
    "pushkit",
    "Copy client ID and secret again: AppGallery Connect, Project settings, General "
    "information.",
)
_EXPLAIN = QT_TRANSLATE_NOOP(
    "pushkit", "Ask again later; `hmpush explain {code}` says what it means."
)
_NO_ANSWER = QT_TRANSLATE_NOOP("pushkit", "There was no answer.")
_NETWORK = QT_TRANSLATE_NOOP(
    "pushkit",
    "Nothing is known of the credential by that. Look at network, proxy and the "
    "addresses of the project, and ask again.",
)
