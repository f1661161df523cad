"""What can be done with the selected devices, and with those that are listed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from hmpush_gui.exchange.device_export import DeviceForm

from .phone_menu import PhoneMenu


class DeviceMenu(QMenu):
    """The menu behind a row and behind More.

    Signals:
        details_wanted, rename_wanted, copy_wanted, remove_wanted: of the selected.
        choose_wanted: the selected get the next send, or do not.
        untick_wanted: those that are listed do not.
        export_wanted: a DeviceForm, and whether only of the selected.
        app_change_wanted: an AppChange on the selected simulated phones.
    """

    details_wanted = Signal()
    rename_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()
    choose_wanted = Signal(bool)
    untick_wanted = Signal()
    export_wanted = Signal(object, bool)
    app_change_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices.menu")
        self._selected: list[QAction] = []
        add = self._add_selected
        add("details", self.tr("Details"), "Return", self.details_wanted.emit)
        add("rename", self.tr("Rename"), "F2", self.rename_wanted.emit)
        add("copy", self.tr("Copy push token"), "Ctrl+C", self.copy_wanted.emit)
        self.addSeparator()
        add(
            "choose",
            self.tr("Choose the selected"),
            "",
            partial(self.choose_wanted.emit, True),
        )
        add(
            "unchoose",
            self.tr("Do not choose the selected"),
            "",
            partial(self.choose_wanted.emit, False),
        )
        self._untick = self.addAction(self.tr("Do not choose these listed"))
        self._untick.setObjectName("devices.menu.untick")
        self._untick.triggered.connect(lambda _checked=False: self.untick_wanted.emit())
        self._phone = PhoneMenu("devices.menu.phone", self)
        self._phone.wanted.connect(self.app_change_wanted)
        self.addMenu(self._phone)
        self.addSeparator()
        self._export(self.tr("Export the listed"), "listed", selected=False)
        part = self._export(self.tr("Export the selected"), "selected", selected=True)
        self._selected.append(part.menuAction())
        self.addSeparator()
        add("remove", self.tr("Remove"), "Del", self.remove_wanted.emit)

    def prepare(self, *, selected: bool, listed: bool, simulated: bool) -> None:
        """Offer what is possible: whether any are `selected`, whether any `listed`.

        `simulated` says that they are phones of the sandbox.
        """
        self._phone.menuAction().setVisible(simulated)
        self._phone.setEnabled(selected)
        for action in self._selected:
            action.setEnabled(selected)
        self._untick.setEnabled(listed)
        self._listed.setEnabled(listed)

    def _add_selected(self, name: str, text: str, key: str, act: object) -> None:
        action = self.addAction(text)
        action.setObjectName(f"devices.menu.{name}")
        if key:
            # Shown only: the table itself knows its keys.
            words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{text}\t{words}")
        action.triggered.connect(lambda _checked=False: act())  # type: ignore[operator]
        self._selected.append(action)

    def _export(self, title: str, name: str, *, selected: bool) -> QMenu:
        menu = self.addMenu(title)
        menu.setObjectName(f"devices.menu.{name}")
        names = {
            DeviceForm.TEXT: self.tr("Push tokens, one a line (txt)…"),
            DeviceForm.CSV: self.tr("Table with push tokens (CSV)…"),
            DeviceForm.JSON: self.tr("JSON with push tokens…"),
        }
        for form, text in names.items():
            action = menu.addAction(text)
            action.setObjectName(f"devices.menu.{name}.{form}")
            action.triggered.connect(partial(self._on_export, form, selected))
        if not selected:
            self._listed = menu
        return menu

    def _on_export(
        self, form: DeviceForm, selected: bool, _checked: bool = False
    ) -> None:
        self.export_wanted.emit(form, selected)
