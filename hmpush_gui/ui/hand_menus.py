"""The buttons behind which requests and results are handed out."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from hmpush_gui.exchange.hand_forms import CopyForm, ExportForm

Form = TypeVar("Form", CopyForm, ExportForm)


def copy_name(form: CopyForm) -> str:
    """What a form of a request is called."""
    names = {
        CopyForm.BASH: QCoreApplication.translate("HandMenus", "cURL for bash"),
        CopyForm.POWERSHELL: QCoreApplication.translate(
            "HandMenus", "cURL for PowerShell"
        ),
        CopyForm.CMD: QCoreApplication.translate("HandMenus", "cURL for cmd"),
        CopyForm.PYTHON: QCoreApplication.translate("HandMenus", "Python (httpx)"),
        CopyForm.TYPESCRIPT: QCoreApplication.translate(
            "HandMenus", "TypeScript (fetch)"
        ),
        CopyForm.JAVA: QCoreApplication.translate("HandMenus", "Java (java.net.http)"),
    }
    return names[form]


def export_name(form: ExportForm) -> str:
    """What a form of results is called."""
    names = {
        ExportForm.CSV: QCoreApplication.translate("HandMenus", "Table (CSV)…"),
        ExportForm.JSON: QCoreApplication.translate("HandMenus", "JSON…"),
        ExportForm.JUNIT: QCoreApplication.translate("HandMenus", "JUnit XML…"),
        ExportForm.MARKDOWN: QCoreApplication.translate(
            "HandMenus", "Bug report (Markdown)…"
        ),
        ExportForm.HTML: QCoreApplication.translate("HandMenus", "Bug report (HTML)…"),
    }
    return names[form]


class HandButton(QPushButton):
    """A button that opens a menu of forms; the menu is made when it first opens."""

    def __init__(
        self, name: str, text: str, tip: str, fill: Callable[[QMenu], None],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text.removesuffix(" ▾"))
        self.setToolTip(tip)
        self.setProperty("menu", True)
        menu = QMenu(self)
        menu.setObjectName(f"{name}.menu")
        menu.aboutToShow.connect(partial(_fill_once, menu, fill))
        self.setMenu(menu)
        self.setEnabled(False)


def add_forms(
    menu: QMenu, names: Mapping[Form, str], chosen: Callable[[Form], object]
) -> Mapping[Form, QAction]:
    """An entry for each form, which calls `chosen` with it."""
    actions = {}
    for form, name in names.items():
        action = menu.addAction(name)
        action.setObjectName(f"{menu.objectName()}.{form}")
        action.triggered.connect(partial(_choose, chosen, form))
        actions[form] = action
    return actions


def _choose(
    chosen: Callable[[Form], object], form: Form, _checked: bool = False
) -> None:
    chosen(form)


def _fill_once(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    if menu.isEmpty():
        fill(menu)
