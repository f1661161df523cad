"""The part of the View menu that is about the JSON text one is in."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from .code_edit import CodeEdit

Add = Callable[[QMenu, str, str, str, Callable[[], object]], QAction]


def text_in_use() -> CodeEdit | None:
    """The text that has the keyboard, its find bar counted in."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, CodeEdit):
        widget = widget.parentWidget()
    return widget


def fill(menu: QMenu, otherwise: CodeEdit, add: Add) -> None:
    """Put finding, completing and folding into `menu`, with their keys.

    They act on the text that has the keyboard, or else on `otherwise`.
    """
    tr = QCoreApplication.translate

    def here(act: Callable[[CodeEdit], object]) -> Callable[[], object]:
        return lambda: act(text_in_use() or otherwise)

    rows: tuple[tuple[str, str, str, Callable[[CodeEdit], object]], ...] = (
        (
            "find_next", tr("TextMenu", "Find &next"), "F3",
            lambda text: text.find_again(back=False),
        ),
        (
            "find_back", tr("TextMenu", "Find &previous"), "Shift+F3",
            lambda text: text.find_again(back=True),
        ),
        (
            "complete", tr("TextMenu", "&Complete key or value"), "Ctrl+Space|Ctrl+I",
            CodeEdit.complete,
        ),
        ("fold", tr("TextMenu", "&Fold"), "Ctrl+Shift+[", CodeEdit.fold),
        ("unfold", tr("TextMenu", "&Unfold"), "Ctrl+Shift+]", CodeEdit.unfold),
        (
            "fold_all", tr("TextMenu", "Fold &all"), "",
            lambda text: text.folds.fold_all(),
        ),
        (
            "unfold_all", tr("TextMenu", "Unfold a&ll"), "",
            lambda text: text.folds.unfold_all(),
        ),
    )  # fmt: skip
    for name, words, keys, act in rows:
        add(menu, name, words, keys, here(act))
