"""Joins the placeholders to the window: menu, preview, meter, and what is kept."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hmpush_gui.pushkit.placeholders import used

from .placeholder_menu import PlaceholderMenu
from .veiling import named

if TYPE_CHECKING:
    from .main_window import MainWindow


class PlaceholderJoins(QObject):
    """Puts the menu beside Undo and shows anew what stands for a placeholder."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._placeholders = window.checks.placeholders
        composer = window.composer
        composer.measured = self._placeholders.longest
        self.menu = PlaceholderMenu(self._placeholders, composer, composer)
        composer.head.addWidget(self.menu)
        window.setTabOrder(window.language_box, self.menu)
        self.menu.nowhere.connect(self._on_nowhere)
        self.menu.define_wanted.connect(self.define)
        self._placeholders.changed.connect(self._on_changed)
        window.gate.opened.connect(self._on_sent)

    def settings(self) -> Mapping[str, str]:
        return {"counter": str(self._placeholders.counter)}

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        counter = settings.get("counter", "")
        if counter.isdecimal():
            self._placeholders.counter = int(counter)

    def define(self) -> None:
        """Edit the placeholders of the project in force."""
        from .variables_dialog import VariablesDialog

        project = self._window.choice.project
        if project is not None:
            own = self._placeholders.own
            dialog = VariablesDialog(named(project), own, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.saved.connect(self._placeholders.set_own)
            dialog.open()

    def _on_nowhere(self, text: str) -> None:
        """No field had the cursor yet: the first one takes it."""
        self._window.composer.focus_tab(0)
        self.menu.insert(text.strip("{}"))

    def _on_changed(self) -> None:
        if used(self._window.document.message):
            self._window.show_message()
            self._window.composer.measure()

    def _on_sent(self) -> None:
        # The counter went on, and is kept with the settings.
        if used(self._window.document.message):
            self._on_changed()
            self._window.settings_changed.emit()
