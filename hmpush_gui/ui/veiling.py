"""The veil that lies over the window, if one does: asked where texts are drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from hmpush_gui.exchange.veil_mark import NAMED
from hmpush_gui.pushkit.project import Environment, Project

from .two_line_role import TwoLineRole

if TYPE_CHECKING:
    from hmpush_gui.exchange.veil import Veil
    from hmpush_gui.exchange.veil_place import Place

OWN = "own"
"""Property of a field that holds nothing but the user's own: hidden whole."""

Data = Callable[..., Any]

_SHOWN = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.StatusTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
        TwoLineRole.DETAIL,
    )
)
_MOST = 4000
"""So many texts are remembered: what is drawn is drawn again and again."""


class _Worn:
    """The one veil of the program, with what it made of texts it was shown."""

    veil: "Veil | None" = None
    places: dict[str, "list[Place]"] = {}  # noqa: RUF012 - there is only one
    past: set[str] = set()  # noqa: RUF012


def put_on(veil: "Veil | None") -> None:
    """Let this veil lie over all that is drawn from now on; None for no veil."""
    _Worn.veil = veil
    _Worn.places.clear()


def look_again() -> None:
    """Forget what texts were found to hold: other things are the user's own now."""
    _Worn.places.clear()


def is_on() -> bool:
    return _Worn.veil is not None


@contextmanager
def lifted() -> Iterator[None]:
    """Draw without a veil meanwhile what is given away and not shown."""
    veil = _Worn.veil
    put_on(None)
    try:
        yield
    finally:
        put_on(veil)


def places(text: str) -> "list[Place]":
    """What of `text` is hidden at the moment."""
    veil, known = _Worn.veil, _Worn.places
    if veil is None or not text:
        return []
    found = known.get(text)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[text] = veil.places(text)
    return found


def veiled(text: str) -> str:
    """`text` as it may be seen at the moment."""
    found = places(text)
    if not found:
        return text
    parts, copied = [], 0
    for place in found:
        parts += [text[copied : place.start], place.words]
        copied = place.end
    return "".join([*parts, text[copied:]])


def painted(text: str) -> str:
    """`text` as it may be seen at the moment, to be drawn: without marks."""
    return veiled(text).replace(NAMED, "")


def named(project: Project) -> str:
    """The name of `project` for a text in which other words stand too.

    A name that is a word like any other is marked, so that it is hidden there and not
    wherever the window says that word. Nothing is to be seen of the marks.
    """
    return _marked(project.name, project.environment)


def shown_name(project: Project) -> str:
    """The name of `project` as it may be seen at the moment, by itself."""
    hides = project.environment is not Environment.SANDBOX
    return project_name(project.name) if hides else project.name


def _marked(name: str, environment: Environment) -> str:
    from .plain_names import is_plain

    if environment is Environment.SANDBOX or not name or not is_plain(name):
        return name
    return f"{NAMED}{name}{NAMED}"


def project_name(name: str) -> str:
    """The name of a project as it may be seen, also of one that there is no more."""
    if _Worn.veil is None or not name:
        return name
    from hmpush_gui.exchange.veil_shapes import Hidden

    return _Worn.veil.called(Hidden.PROJECT, name)


def token_name(token: str) -> str:
    """A push token where nothing else stands: hidden also if it is a word like others.

    In a text among other words such a token is not told from them (`plain_names`).
    """
    if _Worn.veil is None or not token:
        return token
    from hmpush_gui.exchange.veil_shapes import Hidden

    return _Worn.veil.called(Hidden.TOKEN, token)


def past_name(name: str, environment: Environment) -> str:
    """`name` of a project that may be no more; it is hidden like the others' by then.

    Asked where past sends are told of: that of a sandbox is nothing to hide. It is for
    a text in which other words stand too.
    """
    marked = _marked(name, environment)
    is_hidden = environment is not Environment.SANDBOX and marked == name
    if is_hidden and name not in _Worn.past:
        _Worn.past.add(name)
        if veil := _Worn.veil:
            put_on(replace(veil, names=frozenset((*veil.names, name))))
    return marked


def past_names() -> frozenset[str]:
    """The names that were told of."""
    return frozenset(_Worn.past)


def veils(data: Data) -> Data:
    """Makes the `data` of a model give no text to be shown but under the veil.

    What is edited, and values of the model's own roles, stay as they are.
    """

    @wraps(data)
    def under_veil(
        model: Any, index: Any, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        found = data(model, index, role)
        if _Worn.veil is None or role not in _SHOWN or not isinstance(found, str):
            return found
        return veiled(found)

    under_veil.is_veiled = True  # type: ignore[attr-defined]
    return under_veil
