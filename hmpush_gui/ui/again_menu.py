"""The button that sends a message again, to some of its devices only."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from .words import grouped

Choice = tuple[str, str, int, Callable[[], Sequence[int]]]
"""A name, words with `{count}` in them, how many rows, and what gives the rows."""


class AgainButton(QPushButton):
    """Its menu is filled anew whenever it opens, by what `choices` then offers."""

    def __init__(
        self,
        choices: Callable[[], Sequence[Choice]],
        chosen: Callable[[Sequence[int]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._chosen = chosen
        self.setObjectName("results.again")
        self.setText(self.tr("Send again ▾"))
        self.setAccessibleName(self.tr("Send again to some devices"))
        self.setToolTip(
            self.tr("Send the same message once more, only to devices chosen here")
        )
        self.setProperty("menu", True)
        menu = QMenu(self)
        menu.setObjectName("results.again.menu")
        menu.aboutToShow.connect(partial(self._fill, menu))
        self.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        add_choices(menu, self._choices(), self._chosen)


def add_choices(
    menu: QMenu,
    choices: Sequence[Choice],
    chosen: Callable[[Sequence[int]], object],
) -> None:
    """An entry for each choice; those without a row are greyed."""
    for name, words, count, rows in choices:
        action = menu.addAction(words.format(count=grouped(count)))
        action.setObjectName(f"again.{name}")
        action.setEnabled(count > 0)
        action.triggered.connect(partial(_choose, chosen, rows))


def again_words() -> dict[str, str]:
    """What the choices are called."""
    return {
        "selected": QCoreApplication.translate(
            "AgainButton", "To the selected devices ({count})"
        ),
        "rejected": QCoreApplication.translate(
            "AgainButton", "To all that were rejected ({count})"
        ),
        "not-sent": QCoreApplication.translate(
            "AgainButton", "To all that were not sent ({count})"
        ),
        "shown": QCoreApplication.translate(
            "AgainButton", "To all that are listed now ({count})"
        ),
    }


def _choose(
    chosen: Callable[[Sequence[int]], object],
    rows: Callable[[], Sequence[int]],
    _checked: bool = False,
) -> None:
    chosen(rows())
