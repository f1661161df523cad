"""Joins the message files to the window that shows them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from .file_title import file_title

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .messages_panel import MessagesPanel


class FileJoins(QObject):
    """What the panel of messages asks goes to `filing`, what it does to the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        filing = window.filing
        filing.state.changed.connect(self._on_file_changed)
        filing.recent.edited.connect(window.settings_changed)
        filing.samples.language_changed.connect(window.settings_changed)
        window.panels.messages.when_made(self._join_panel)
        filing.swap.done.connect(lambda: window.composer.focus_tab(0))
        filing.tokens_wanted.connect(self._on_tokens_wanted)
        window.drop.dropped.connect(filing.open_paths)
        filing.key_file_found.connect(window.editing.take_key_file)

    def _join_panel(self, panel: "MessagesPanel") -> None:
        filing = self._window.filing
        panel.look_wanted.connect(filing.look_wanted)
        panel.samples_wanted.connect(filing.load_samples)
        panel.sample_chosen.connect(filing.use_sample)
        panel.clear_wanted.connect(filing.clear_recent)
        panel.draft_chosen.connect(filing.swap.take_up)
        panel.save_wanted.connect(filing.save)
        panel.open_wanted.connect(self._on_open_wanted)

    def _on_open_wanted(self, path: str) -> None:
        if path:
            self._window.filing.open_wanted.emit(path)
        else:
            self._window.filing.open()

    def _on_tokens_wanted(self, tokens: list[str]) -> None:
        panel = self._window.devices_panel
        self._window.panes.show_side(panel)
        panel.want_tokens(tokens)

    def _on_file_changed(self) -> None:
        state = self._window.filing.state
        self._window.setWindowTitle(file_title(state.name))
        self._window.setWindowModified(state.modified)
