"""Puts what stands for a text in its place, in any widget, and back again."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from .veiling import is_on, veiled

_REAL = "_veil_real_"
_REAL_ITEM = 0x7E11
"""Role of a choice's own entries, far from any that is in use."""

_ALL = ("toolTip", "windowTitle", "accessibleName", "accessibleDescription")
_MORE: tuple[tuple[type[QWidget], tuple[str, ...]], ...] = (
    (QLabel, ("text",)),
    (QAbstractButton, ("text",)),
    (QGroupBox, ("title",)),
    (QMenu, ("title",)),
    (QLineEdit, ("placeholderText",)),
    (QPlainTextEdit, ("placeholderText",)),
    (QTextEdit, ("placeholderText",)),
)
_ACTION = ("text", "toolTip")


def veil_widget(widget: QWidget) -> None:
    """Hide what `widget` says at the moment, or say it again when no veil is on."""
    _swap(widget, _ALL)
    for which, names in _MORE:
        if isinstance(widget, which):
            _swap(widget, names)
    if isinstance(widget, QComboBox):
        _choices(widget)
    veil_actions(widget.actions())


def veil_actions(actions: Iterable[QAction]) -> None:
    for action in actions:
        _swap(action, _ACTION)


def veil_title(widget: QWidget) -> None:
    """Only what the frame of a window and a tip of the mouse say."""
    _swap(widget, ("windowTitle", "toolTip"))


def _swap(item: QObject, names: Iterable[str]) -> None:
    for name in names:
        shown = item.property(name)
        held = item.property(_REAL + name)
        if not isinstance(shown, str) or not (shown or held):
            continue
        # Whoever wrote the text anew meanwhile knows nothing of the veil.
        real = shown
        if isinstance(held, list) and held[1] == shown:
            real = str(held[0])
        hidden = veiled(real)
        if hidden != shown:
            item.setProperty(_REAL + name, [real, hidden] if is_on() else None)
            item.setProperty(name, hidden)


def _choices(box: QComboBox) -> None:
    """The entries of a choice that has no model of ours behind it."""
    if not isinstance(box.model(), QStandardItemModel):
        return
    for row in range(box.count()):
        shown, held = box.itemText(row), box.itemData(row, _REAL_ITEM)
        real = held[0] if held and held[1] == shown else shown
        hidden = veiled(real)
        if hidden != shown:
            box.setItemData(row, [real, hidden] if is_on() else None, _REAL_ITEM)
            box.setItemText(row, hidden)
