"""Hands the request and the results on view to others: by clipboard and by file."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hmpush_gui.exchange.hand_forms import CopyForm, ExportForm
from hmpush_gui.pushkit.protocol import Request
from hmpush_gui.pushkit.record import SendHistory

from .export_kinds import KINDS
from .file_dialogs import ask_to_save, usual_folder
from .file_writing import Content, FileWriting
from .hand_menus import HandButton, add_forms, copy_name, export_name
from .outcome_panel import OutcomePanel
from .theme import Tone
from .words import language, said, sentences


class HandingOver(FileWriting):
    """Copies and exports what is on view.

    Push tokens stay out until the user asks for them, which holds for this run.

    Signals:
        report_wanted: a Content to make and to hand to `take_report`.
    """

    report_wanted = Signal(object)

    def __init__(
        self,
        outcome: OutcomePanel,
        draft: Callable[[], Request | None],
        window: QWidget,
    ) -> None:
        """`draft` gives the request of the message that is being written."""
        super().__init__(window)
        self._outcome = outcome
        self._draft = draft
        self._window = window
        self._folder = ""
        self.with_tokens = QAction(self.tr("Include push tokens"), self)
        self.with_tokens.setObjectName("hand.with_tokens")
        self.with_tokens.setCheckable(True)
        self.copy_as = [self._copy_button(name) for name in ("request", "response")]
        outcome.request.add_tool(self.copy_as[0])
        outcome.response.add_tool(self.copy_as[1])
        self.copy_as.append(self._copy_button("results"))
        self.export = HandButton(
            "results.export",
            self.tr("Export ▾"),
            self.tr(
                "Write the results into a file, for a table, a CI server, a ticket"
            ),
            self._fill_export,
            outcome.results,
        )
        outcome.results.add_tool(self.copy_as[2])
        outcome.results.add_tool(self.export)
        outcome.shown_changed.connect(self._show)
        self._show()

    # Told by the user.

    def copy_curl(self) -> None:
        """Copy a command for this system's shell.

        It makes the request on view for who is looking at it, else that of the message.
        """
        form = CopyForm.POWERSHELL if sys.platform == "win32" else CopyForm.BASH
        inside = self._outcome.isAncestorOf(QApplication.focusWidget() or self._window)
        shown = self._outcome.shown_request if inside else None
        self._copy(form, shown or self._draft())

    def copy(self, form: CopyForm) -> None:
        """Copy the request on view."""
        self._copy(form, self._outcome.shown_request)

    def copy_report(self) -> None:
        """Copy a report for a bug ticket on the send on view."""
        send = self._outcome.shown_send()
        if send is None:
            return
        self.report_wanted.emit(self._text(send, ExportForm.MARKDOWN))

    def export_as(self, form: ExportForm) -> None:
        """Ask for a place, and write the results on view there."""
        if send := self._outcome.shown_send():
            self.export_send(send, form)

    def export_send(self, send: SendHistory, form: ExportForm) -> None:
        """Ask for a place, and write the results of `send` there."""
        kind = KINDS[form]
        started = datetime.fromtimestamp(send.record.started_at)
        name = f"hmpush-{started:%Y%m%d-%H%M%S}.{kind.suffix}"
        path = PurePath(self._folder or usual_folder()) / name
        content = self._text(send, form)
        ask_to_save(self._window, str(path), partial(self._on_named, content), kind)

    # Told by the application.

    def take_report(self, text: str) -> None:
        """Copy a report that was wanted."""
        QGuiApplication.clipboard().setText(text)
        words = self.tr("The bug report is copied as Markdown.")
        self.told.emit(sentences([words, self.about()]), Tone.GOOD)

    # Inside.

    def _copy(self, form: CopyForm, request: Request | None) -> None:
        # Late: a start without it should not pay for it.
        from hmpush_gui.exchange.code import code_of, is_too_long
        from hmpush_gui.exchange.handed_call import hand_out

        if request is None:
            words = self.tr("Choose a project first: it says where a request goes.")
            self.told.emit(words, Tone.WARNING)
            return
        text = code_of(hand_out(request, tokens=self.with_tokens.isChecked()), form)
        QGuiApplication.clipboard().setText(text)
        words = self.tr(
            "Copied: {form}. Put a bearer into the variable HMPUSH_TOKEN to run it."
        ).format(form=copy_name(form))
        words = sentences([words, self.about()])
        if is_too_long(text, form):
            self.told.emit(self._too_long(), Tone.WARNING)
        else:
            self.told.emit(words, Tone.GOOD)

    def _too_long(self) -> str:
        return self.tr(
            "Copied, but longer than the 8191 characters that cmd takes. Copy it for "
            "PowerShell, or send to fewer devices at a time."
        )

    def about(self) -> str:
        if self.with_tokens.isChecked():
            return self.tr("It holds push tokens: give it only to who may have them.")
        return self.tr("Push tokens are left out.")

    def _text(self, send: SendHistory, form: ExportForm) -> Content:
        from hmpush_gui.exchange.export import export_of

        return partial(
            export_of,
            send,
            form,
            tokens=self.with_tokens.isChecked(),
            language=language(),
            say=said,
        )

    def _copy_button(self, name: str) -> HandButton:
        return HandButton(
            f"{name}.copy_as",
            self.tr("Copy as ▾"),
            self.tr("Copy the request as a command or a program, without secrets"),
            self._fill_copy,
            self._outcome,
        )

    def _fill_copy(self, menu: QMenu) -> None:
        add_forms(menu, {form: copy_name(form) for form in CopyForm}, self.copy)
        menu.addSeparator()
        report = menu.addAction(self.tr("Bug report (Markdown)"))
        report.setObjectName(f"{menu.objectName()}.report")
        report.triggered.connect(lambda _checked=False: self.copy_report())
        menu.addSeparator()
        menu.addAction(self.with_tokens)

    def _fill_export(self, menu: QMenu) -> None:
        names = {form: export_name(form) for form in ExportForm}
        add_forms(menu, names, self.export_as)
        menu.addSeparator()
        menu.addAction(self.with_tokens)

    def _show(self) -> None:
        for button in self.copy_as:
            button.setEnabled(self._outcome.has_request)
        self.export.setEnabled(self._outcome.has_send)

    def _on_named(self, content: Content, path: str) -> None:
        self._folder = str(PurePath(path).parent)
        self.write_wanted.emit(path, content)
