"""All that can be read of the program at the moment: drawn, spoken, and in tips."""

import re
from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QAccessible, QAction, QPicture, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from hmpush_gui.ui.veiling import OWN, is_on, veiled

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_SILENT = (
    QFrame,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
"""They paint no text of their own."""
_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)


def leaks(marks: dict[str, str], place: QWidget | None = None) -> list[str]:
    """Where one of `marks` (name → text) can be read, wholly or at either end.

    Looks into all windows, or into a part of one: the `place`.
    """
    pieces = {
        piece: name
        for name, mark in marks.items()
        for piece in (mark, mark[:8], mark[-8:])
    }
    any_piece = re.compile("|".join(map(re.escape, pieces)))
    return sorted(
        {
            f"{where}: {pieces[found[0]]}"
            for where, text in seen(place)
            for found in any_piece.finditer(text)
        }
    )


def seen(place: QWidget | None = None) -> Iterator[tuple[str, str]]:
    """Where, and what; of windows that are open."""
    for top in [place] if place else QApplication.topLevelWidgets():
        if top.isVisible():
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible():
                    yield from _of(widget)
            for action in top.findChildren(QAction):
                yield f"action {action.objectName()}", action.text() + action.toolTip()


def _of(widget: QWidget) -> Iterator[tuple[str, str]]:
    where = f"{type(widget).__name__} {widget.objectName()}"
    if not widget.visibleRegion().isEmpty():
        if isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit):
            yield f"text {where}", _under_veil(widget)
        elif not _is_text(widget.parentWidget()) and type(widget) not in _SILENT:
            yield f"drawn {where}", drawn(widget)
    yield f"title {where}", widget.windowTitle()
    yield f"tip {where}", widget.toolTip()
    yield f"name {where}", widget.accessibleName() + widget.accessibleDescription()
    if isinstance(widget, QComboBox | QAbstractItemView):
        for text in _items(widget.model(), QModelIndex(), 0):
            yield f"item {where}", text
    elif not _is_text(widget) and not _is_text(widget.parentWidget()):
        yield f"spoken {where}", spoken(widget)


def drawn(widget: QWidget) -> str:
    """What is written when `widget` is painted, without what is in it."""
    picture = QPicture()
    flags = QWidget.RenderFlag.DrawWindowBackground
    widget.render(picture, QPoint(), QRegion(), flags)
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(held)
    raw = bytes(held.data().data())
    # Two bytes a character; the marks have only those of which the first is zero.
    return raw.replace(b"\0", b"").decode("latin-1")


def spoken(widget: QWidget) -> str:
    """What a screen reader says of it."""
    reader = QAccessible.queryAccessibleInterface(widget)
    return " ".join(reader.text(each) for each in _SPOKEN) if reader else ""


def _is_text(widget: QWidget | None) -> bool:
    return isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit)


def _under_veil(field: QPlainTextEdit | QTextEdit | QLineEdit) -> str:
    """A text field is painted over, line by line (`test_veil_cover`)."""
    if isinstance(field, QLineEdit):
        hidden = field.echoMode() is not QLineEdit.EchoMode.Normal
        text = "" if hidden else field.text()
    else:
        text = field.toPlainText()
    if is_on() and field.property(OWN):
        text = ""
    lines = [veiled(line) for line in text.split("\n")]
    return "\n".join([field.placeholderText(), *lines])


def _items(model: QAbstractItemModel, parent: QModelIndex, depth: int) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), 20)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                yield str(model.data(index, role) or "")
        if depth < 8:
            yield from _items(model, model.index(row, 0, parent), depth + 1)


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
