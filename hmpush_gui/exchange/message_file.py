"""Message files: a message as JSON text, without tokens and without secrets."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hmpush_gui.pushkit.document import Path, parse, pretty, read, write
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.language_json import languages_from_json, languages_to_json
from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .secret_keys import without_secrets

SCHEMA = "./hmpush-message-1.schema.json"
"""What `$schema` of our own files says: the schema's file, beside the message.

A path is all that every editor follows without being set up, and without a web address.
"""

_SCHEMAS_BEFORE = ("hmpush-message-1",)
"""What `$schema` said in files of earlier versions."""

_WORDS = ("name", "description", "language")
_OURS = ("$schema", *_WORDS, "api", "push_type", "document", "languages")
_TOKENS: tuple[Path, ...] = (("target", "token"), ("message", "token"))

_GUESSES: tuple[tuple[Path, str], ...] = (
    (("payload", "activityId"), "7"),
    (("payload", "activityData"), "7"),
    (("payload", "formData"), "1"),
    (("payload", "formName"), "1"),
)


@dataclass(frozen=True, slots=True)
class MessageFile:
    """What a message file says.

    `name` is the message's title for people, `language` a tag such as `en`;
    `languages` is None for a message in one language. `extra` holds the keys at the top
    of the file that are not ours, in their order, and a `$schema` of the user's own.
    `bare` is a request body without our frame around it.
    """

    message: Message
    name: str = ""
    description: str = ""
    language: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    bare: bool = False
    languages: Languages | None = None


def read_file(
    text: str, api: Api | None = None, push_type: str | None = None
) -> MessageFile:
    """The file in `text`: one of ours, or a bare request body.

    `api` and `push_type` say what a bare body is, and otherwise it is told by its
    shape. Raises DocumentError.
    """
    content = parse(text.removeprefix("\ufeff"))
    if "document" in content and "api" in content:
        return _ours(content, api, push_type)
    return MessageFile(_bare(content, api, push_type), bare=True)


def write_file(file: MessageFile) -> str:
    """`file` as text: keys in a fixed order, no token and no secret inside.

    A bare body stays one as long as it would be read back as the same message.
    """
    document = without_tokens(file.message.document)
    told = _is_told_by_shape(replace(file.message, document=document))
    if file.bare and told and file.languages is None:
        return pretty(document) + "\n"
    extra = dict(file.extra)
    content = {
        "$schema": extra.pop("$schema", SCHEMA),
        **{key: getattr(file, key) for key in _WORDS if getattr(file, key)},
        "api": str(file.message.api),
        "push_type": file.message.push_type,
        "document": document,
        **_languages_to_json(file.languages),
        **without_secrets(extra),
    }
    return pretty(content) + "\n"


def read_message(
    text: str, api: Api | None = None, push_type: str | None = None
) -> Message:
    """The message alone of `read_file`."""
    return read_file(text, api, push_type).message


def write_message(message: Message) -> str:
    """A file with `message` and nothing else."""
    return write_file(MessageFile(message))


def tokens_of(document: Json) -> list[str]:
    """The push tokens that stand in a request body."""
    found = (read(document, path) for path in _TOKENS)
    lists = (each for each in found if isinstance(each, list))
    return [token for each in lists for token in each if isinstance(token, str)]


def without_tokens(document: Json) -> Json:
    """`document` without the tokens of either generation."""
    for path in _TOKENS:
        if read(document, path) is not None:
            document = write(document, path, None)
    return document


def _ours(content: Json, api: Api | None, push_type: str | None) -> MessageFile:
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
    message = Message(chosen, _push_type(chosen, push_type or kept, document), document)
    words = {key: content[key] for key in _WORDS if isinstance(content.get(key), str)}
    languages = _languages(content)
    extra = _extra(content, _OURS if languages else _OURS[:-1])
    return MessageFile(message, extra=extra, languages=languages, **words)


def _languages(content: Json) -> Languages | None:
    """The languages of a file; None where there are none, or none that we know."""
    try:
        return languages_from_json(content.get("languages"))
    except ValueError:
        return None


def _languages_to_json(languages: Languages | None) -> Json:
    return {"languages": languages_to_json(languages)} if languages else {}


def _extra(content: Json, ours: Collection[str]) -> Json:
    """The keys of `content` that are not ours, or hold what ours do not."""
    extra = {key: content[key] for key in content if key not in ours}
    extra |= {
        key: content[key]
        for key in _WORDS
        if key in content and not isinstance(content[key], str)
    }
    schema = content.get("$schema", SCHEMA)
    if schema != SCHEMA and schema not in _SCHEMAS_BEFORE:
        extra = {"$schema": schema, **extra}
    return extra


def _bare(document: Json, api: Api | None, push_type: str | None) -> Message:
    chosen = api or _api_of(document)
    return Message(chosen, _push_type(chosen, push_type or "", document), document)


def _is_told_by_shape(message: Message) -> bool:
    try:
        return _bare(message.document, None, None) == message
    except DocumentError:
        return False


def _api_of(document: Json) -> Api:
    if "payload" in document:
        return Api.V3
    if "message" in document:
        return Api.V1
    raise DocumentError(_NO_KEY if _CREDENTIALS & document.keys() else _NO_MESSAGE)


_CREDENTIALS = frozenset({"private_key", "client_secret"})
_NO_MESSAGE = QT_TRANSLATE_NOOP(
    "exchange",
    "This is no Push Kit message: a v3 message has a payload, a v1 or v2 "
    "message has a message.",
)
_NO_KEY = QT_TRANSLATE_NOOP(
    "exchange",
    "This is a file of credentials, not a message. "
    "Give it to a project: Projects, Edit, Choose key file.",
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
