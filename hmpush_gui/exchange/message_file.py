"""Message files: a message as JSON text, without tokens and without secrets."""

from hmpush_gui.pushkit.document import Path, parse, pretty, read, write
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

SCHEMA = "hmpush-message-1"
"""What `$schema` of our own files says."""

_GUESSES: tuple[tuple[Path, str], ...] = (
    (("payload", "activityId"), "7"),
    (("payload", "activityData"), "7"),
    (("payload", "formData"), "1"),
    (("payload", "formName"), "1"),
)


def read_message(
    text: str, api: Api | None = None, push_type: str | None = None
) -> Message:
    """The message in `text`: one of our files, or a bare request body.

    `api` and `push_type` say what a bare body is, and otherwise it is told by its
    shape. Raises DocumentError.
    """
    content = parse(text)
    if "document" in content and "api" in content:
        return _ours(content, api, push_type)
    return _bare(content, api, push_type)


def write_message(message: Message) -> str:
    """`message` as a file: keys in a fixed order, no token inside."""
    document = message.document
    if read(document, message.token_path) is not None:
        document = write(document, message.token_path, None)
    content = {
        "$schema": SCHEMA,
        "api": str(message.api),
        "push_type": message.push_type,
        "document": document,
    }
    return pretty(content) + "\n"


def _ours(content: Json, api: Api | None, push_type: str | None) -> Message:
    document, kind = content["document"], str(content["api"])
    if not isinstance(document, dict) or kind not in set(Api):
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "exchange",
                "This message file is damaged: its api should be v1, v2 or v3, and its "
                "document an object.",
            )
        )
    chosen = api or Api(kind)
    kept = str(content.get("push_type", ""))
    return Message(chosen, _push_type(chosen, push_type or kept, document), document)


def _bare(document: Json, api: Api | None, push_type: str | None) -> Message:
    chosen = api or _api_of(document)
    return Message(chosen, _push_type(chosen, push_type or "", document), document)


def _api_of(document: Json) -> Api:
    if "payload" in document:
        return Api.V3
    if "message" in document:
        return Api.V1
    raise DocumentError(
        QT_TRANSLATE_NOOP(
            "exchange",
            "This is no Push Kit message: a v3 message has a payload, a v1 or v2 "
            "message has a message.",
        )
    )


def _push_type(api: Api, given: str, document: Json) -> str:
    """The v3 push-type: as given, or by what the payload holds (facts B.5 to B.10)."""
    if api.legacy:
        return ""
    if given:
        return given
    for path, push_type in _GUESSES:
        if read(document, path) is not None:
            return push_type
    notification = read(document, ("payload", "notification"))
    extra = read(document, ("payload", "extraData"))
    if notification is not None:
        return "2" if extra is not None else "0"
    return "6" if extra is not None else "0"
