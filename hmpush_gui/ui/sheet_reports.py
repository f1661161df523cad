"""The report of a test run: pictures of what was sent, verdicts, marks and notes."""

import base64
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QAction, QImageWriter
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from hmpush_gui.exchange.file_stem import file_stem
from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.exchange.sheet_report import SheetFacts, sheet_text
from hmpush_gui.pushkit.message import Message

from .environments import environment_word
from .export_kinds import KINDS
from .file_dialogs import ask_to_save, usual_folder
from .file_writing import FileWriting
from .preview_shots import draw_one
from .preview_state import PreviewState
from .sheets import Sheets
from .words import language, said


class SheetReports(FileWriting):
    """Writes the sheet in hand. Push tokens stay out unless they are asked for."""

    def __init__(self, sheets: Sheets, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._sheets = sheets
        self._dialog = dialog
        self._folder = ""
        self.button = QPushButton(self.tr("Report"), dialog)
        self.button.setObjectName("sheet.report")
        self.button.setAutoDefault(False)
        menu = QMenu(self.button)
        names = {
            ExportForm.HTML: self.tr("HTML with pictures…"),
            ExportForm.MARKDOWN: self.tr("Markdown, without pictures…"),
            ExportForm.JUNIT: self.tr("JUnit XML, without pictures…"),
        }
        for form, name in names.items():
            menu.addAction(name, partial(self.ask, form))
        menu.addSeparator()
        self.with_tokens = QAction(self.tr("Include push tokens"), self)
        self.with_tokens.setCheckable(True)
        menu.addAction(self.with_tokens)
        self.button.setMenu(menu)

    def ask(self, form: ExportForm) -> None:
        """Ask for a place, and write the report there."""
        sheet = self._sheets.current
        if sheet is None:
            return
        kind = KINDS[form]
        name = f"{file_stem(sheet.name) or 'test-run'}.{kind.suffix}"
        path = PurePath(self._folder or usual_folder()) / name
        ask_to_save(self._dialog, str(path), partial(self._on_named, form), kind)

    def text(self, form: ExportForm) -> str:
        """The report of the sheet in hand."""
        sheet = self._sheets.current
        assert sheet is not None
        facts = self._facts(with_pictures=form is ExportForm.HTML)
        tokens = self.with_tokens.isChecked()
        return sheet_text(
            sheet, form, facts, tokens=tokens, language=language(), say=said
        )

    def about(self) -> str:
        if self.with_tokens.isChecked():
            return self.tr("It holds whole push tokens.")
        return self.tr("Push tokens in it are shortened.")

    def _on_named(self, form: ExportForm, path: str) -> None:
        self._folder = str(PurePath(path).parent)
        text = self.text(form)
        self.write_wanted.emit(path, lambda: text)

    def _facts(self, *, with_pictures: bool) -> SheetFacts:
        sheet = self._sheets.current
        assert sheet is not None
        project = self._sheets.project_of(sheet)
        pictures = (
            {each.key: self._picture(each.message) for each in sheet.scenarios}
            if with_pictures
            else {}
        )
        return SheetFacts(
            project.name if project else "",
            environment_word(project.environment) if project else "",
            pictures,
            f"hmpush-gui {QCoreApplication.applicationVersion()}".strip(),
        )

    def _picture(self, message: Message) -> str:
        """The preview as base64 of a PNG."""
        state = PreviewState()
        state.message = self._sheets.as_seen(message)
        sheet = self._sheets.current
        choice = self._sheets.project_of(sheet) if sheet else None
        state.project = (choice.key, choice.name) if choice else ("", "")
        image = draw_one(state, self._dialog.font(), 1.0)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(image)
        return base64.b64encode(bytes(buffer.data().data())).decode("ascii")
