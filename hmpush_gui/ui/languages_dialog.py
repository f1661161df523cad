"""The window with all languages of the message side by side."""

from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.multi_lang import PATH, is_for, translations, why_not

from .confirm_bar import ConfirmBar
from .dialog_foot import dialog_foot
from .enter_key import EnterDialog
from .language_bar import LanguageBar
from .language_model import LanguageModel
from .language_table import LanguageTableView
from .message_document import MessageDocument
from .notice_bar import NoticeBar
from .plain_label import plain_label
from .tag_entry import TagEntry
from .theme import Tone
from .translating import Translating
from .undo_keys import REDO, UNDO
from .words import listed, said, sentences


class LanguagesDialog(EnterDialog):
    """Stays beside the window; every edit is one of the message and its undo stack."""

    def __init__(
        self,
        document: MessageDocument,
        translating: Translating,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("languages")
        self.setWindowTitle(self.tr("Languages of the message"))
        self._document = document
        self._translating = translating
        self.model = LanguageModel(document, self)
        self.notices = NoticeBar(self, most=1)
        self.confirm = ConfirmBar(self)
        self.entry = TagEntry(self)
        self.table = LanguageTableView(self.model, self)
        self.bar = LanguageBar(translating, self.entry, self)
        self._sent = plain_label("", self, name="languages.sent")
        self._sent.setProperty("quiet", True)
        self._inside = QPushButton(self.tr("Write into multi_lang_key"), self)
        self._inside.setObjectName("languages.multi_lang")
        self._close = QPushButton(self.tr("Close"), self)
        self._close.setObjectName("languages.close")
        self._lay_out()
        self._add_undo(document)
        self._connect(document, translating)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _lay_out(self) -> None:
        foot = dialog_foot((), [self._inside, self._close], self._sent)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(self.bar)
        column.addWidget(self.entry)
        column.addWidget(self.confirm)
        column.addWidget(self.notices)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.resize(980, 560)

    def _add_undo(self, document: MessageDocument) -> None:
        """The keys of the window's undo work here, too."""
        stack = document.undo_stack
        for action, keys in (
            (stack.createUndoAction(self, self.tr("Undo")), UNDO),
            (stack.createRedoAction(self, self.tr("Redo")), REDO),
        ):
            action.setShortcuts([QKeySequence(key) for key in keys])
            self.addAction(action)

    def _connect(self, document: MessageDocument, translating: Translating) -> None:
        document.changed.connect(self._show)
        document.languages_changed.connect(self._show)
        self.table.pointed.connect(self.bar.show_tag)
        self.table.chosen.connect(translating.editing.switch)
        self.bar.tag_wanted.connect(self.table.point_at)
        translating.told.connect(self._on_told)
        translating.asked.connect(self.confirm.ask)
        self._inside.clicked.connect(self._on_inside)
        self._close.clicked.connect(self.close)

    def _show(self) -> None:
        """Show what the document holds, if anybody sees it."""
        if not self.isVisible():
            return
        self.model.refresh()
        languages = self.model.languages
        self.bar.show_languages(languages)
        message, spoken = self._document.message, self._document.languages
        self._inside.setVisible(is_for(message))
        reason = why_not(message, spoken)
        self._inside.setEnabled(reason is None)
        if spoken is None:
            words = self.tr(
                "The message is in one language. Add others to see them side by side."
            )
        else:
            words = self.tr("{tag} is written, shown and sent.")
            words = words.format(tag=languages.active)
        if is_for(message) and reason is not None and spoken is not None:
            words = sentences([words, said(reason)])
        self._sent.setText(words)

    def _on_told(self, words: str, which: Tone) -> None:
        self.notices.tell(words, which)

    def _on_inside(self) -> None:
        found = translations(self._document.message, self._document.languages)
        if found is None:
            return
        self._document.set_step(PATH, found.value)
        words = self.tr("The texts stand in multi_lang_key now: Content, Translations.")
        which = Tone.GOOD
        if found.left_out:
            more = self.tr("Push Kit takes three languages; left out: {tags}.")
            words = sentences([words, more.format(tags=listed(found.left_out))])
            which = Tone.WARNING
        self.notices.tell(words, which)
