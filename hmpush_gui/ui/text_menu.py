"""The part of the View menu that is about the JSON text one is in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

if TYPE_CHECKING:
    from .code_edit import CodeEdit

Add = Callable[[QMenu, str, str, str, Callable[[], object]], QAction]


def text_in_use() -> "CodeEdit | None":
    """The text that has the keyboard, its find bar counted in."""
    # Late: a start shows no such text.
    from .code_edit import CodeEdit

    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, CodeEdit):
        widget = widget.parentWidget()
    return widget


def fill(menu: QMenu, otherwise: "Callable[[], CodeEdit]", add: Add) -> None:
    """Put finding, completing and folding into `menu`, with their keys.

    They act on the text that has the keyboard, or else on what `otherwise` gives.
    """

    def here(act: "Callable[[CodeEdit], object]") -> Callable[[], object]:
        return lambda: act(text_in_use() or otherwise())

    # Here, and not by an alias: Qt's own tool finds texts by this name.
    said = (
        QCoreApplication.translate("TextMenu", "Find &next"),
        QCoreApplication.translate("TextMenu", "Find &previous"),
        QCoreApplication.translate("TextMenu", "&Complete key or value"),
        QCoreApplication.translate("TextMenu", "&Fold"),
        QCoreApplication.translate("TextMenu", "&Unfold"),
        QCoreApplication.translate("TextMenu", "Fold &all"),
        QCoreApplication.translate("TextMenu", "Unfold a&ll"),
    )
    acts: tuple[tuple[str, str, Callable[[CodeEdit], object]], ...] = (
        ("find_next", "F3", lambda text: text.find_again(back=False)),
        ("find_back", "Shift+F3", lambda text: text.find_again(back=True)),
        ("complete", "Ctrl+Space|Ctrl+I", lambda text: text.complete()),
        ("fold", "Ctrl+Shift+[", lambda text: text.fold()),
        ("unfold", "Ctrl+Shift+]", lambda text: text.unfold()),
        ("fold_all", "", lambda text: text.folds.fold_all()),
        ("unfold_all", "", lambda text: text.folds.unfold_all()),
    )
    for words, (name, keys, act) in zip(said, acts, strict=True):
        add(menu, name, words, keys, here(act))
