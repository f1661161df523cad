"""The part of the Message menu that is about files."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from .filing import Filing
from .two_line_role import TwoLineRole

Add = Callable[[QMenu, str, str, str, Callable[[], object]], QAction]

_LONGEST = 40
"""Characters of a folder that are shown."""


def fill(menu: QMenu, filing: Filing, add: Add) -> None:
    """Put New, Open, Recent, Save and Duplicate into `menu`, with their keys."""
    tr = QCoreApplication.translate
    add(menu, "new", tr("FileMenu", "&New message"), "Ctrl+N", filing.new)
    add(
        menu,
        "sample",
        tr("FileMenu", "New fro&m sample…"),
        "Ctrl+Shift+O",
        filing.choose_sample,
    )
    add(menu, "open", tr("FileMenu", "&Open…"), "Ctrl+O", filing.open)
    recent = menu.addMenu(tr("FileMenu", "Open &recent"))
    RecentMenu(recent, filing)
    add(menu, "save", tr("FileMenu", "&Save"), "Ctrl+S", filing.save)
    add(menu, "save_as", tr("FileMenu", "Save &as…"), "Ctrl+Shift+S", filing.save_as)
    add(menu, "duplicate", tr("FileMenu", "&Duplicate"), "Ctrl+D", filing.duplicate)


class RecentMenu(QObject):
    """Fills a menu with the recent files whenever they change."""

    def __init__(self, menu: QMenu, filing: Filing) -> None:
        super().__init__(menu)
        self._menu = menu
        self._filing = filing
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(filing.look_wanted)
        filing.recent.modelReset.connect(self._fill)
        filing.recent.dataChanged.connect(self._mark)
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        recent = self._filing.recent
        for row, path in enumerate(recent.paths()):
            action = self._menu.addAction("")
            action.setObjectName(f"recent.{row}")
            action.setToolTip(path)
            action.triggered.connect(
                lambda _checked=False, path=path: self._filing.open_wanted.emit(path)
            )
        self._mark()
        self._menu.menuAction().setEnabled(bool(recent.paths()))
        self._menu.addSeparator()
        clear = self._menu.addAction(self.tr("&Clear this list"))
        clear.setObjectName("recent.clear")
        clear.triggered.connect(recent.clear)

    def _mark(self) -> None:
        """Say of each file where it is, or why it cannot be opened."""
        recent = self._filing.recent
        for row in range(recent.rowCount()):
            action, index = self._menu.actions()[row], recent.index(row)
            name = str(index.data()).replace("&", "&&")
            detail = elided(str(index.data(TwoLineRole.DETAIL)))
            # What follows a tab stands at the right, where other entries have keys.
            action.setText(f"&{(row + 1) % 10}  {name}\t{detail}")
            action.setEnabled(bool(index.flags() & Qt.ItemFlag.ItemIsEnabled))


def elided(text: str) -> str:
    """The end of a long text, which is what tells folders apart."""
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"
