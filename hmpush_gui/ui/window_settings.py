"""Knows what of the window should be as it was on the next start."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject

if TYPE_CHECKING:
    from .main_window import MainWindow

_GEOMETRY = "geometry"


class WindowSettings(QObject):
    """The settings of all who keep some, in one mapping of texts."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._owners = (
            window.filing,
            window.panes,
            window.composer,
            window.placeholders,
            window.sending,
            window.keeping,
            window.setup,
        )

    def settings(self) -> Mapping[str, str]:
        """All of them; those of the preview only if it was looked at."""
        window, preview = self._window, self._window.panels.preview
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        kept = {_GEOMETRY: geometry, "project": window.choice.key}
        for owner in self._owners:
            kept.update(owner.settings())
        if preview.is_made:
            kept.update(preview.content.settings())
        return kept

    def apply_settings(self, settings: Mapping[str, str]) -> None:
        """Take what `settings` gave; what is missing or makes no sense is left.

        The project in force comes with the projects, not with these.
        """
        window = self._window
        if _GEOMETRY in settings:
            geometry = QByteArray.fromBase64(settings[_GEOMETRY].encode())
            window.restoreGeometry(geometry)
        for owner in self._owners:
            owner.apply_settings(settings)
        window.panels.preview.when_made(
            lambda preview: preview.apply_settings(settings)
        )
