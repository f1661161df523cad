"""A line that asks for the tag of a language, and says at once what is no tag."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from hmpush_gui.pushkit.language_tags import COMMON, canonical_tag

from .language_names import language_name
from .restyle import restyle


class TagEntry(QFrame):
    """Hidden until it is asked; Enter takes the tag, Esc takes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tag")
        self.setProperty("card", True)
        self._act: Callable[[str], None] | None = None
        self._taken: Collection[str] = ()
        self._words = QLabel(self)
        self.field = QLineEdit(self)
        self.field.setObjectName("tag.field")
        self.field.setAccessibleName(self.tr("Language tag"))
        self.field.setPlaceholderText(self.tr("such as pt-BR"))
        self.field.setFixedWidth(150)
        self.field.setCompleter(QCompleter(list(COMMON), self))
        self._about = QLabel(self)
        self._about.setObjectName("tag.about")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("tag.cancel")
        self._go = QPushButton(self.tr("Add"), self)
        self._go.setObjectName("tag.go")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._words)
        row.addWidget(self.field)
        row.addWidget(self._about, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._go)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_taken)
        self._go.clicked.connect(self._on_taken)
        self._cancel.clicked.connect(self.hide)
        self.hide()

    def ask(
        self, words: str, go: str, taken: Collection[str], act: Callable[[str], None]
    ) -> None:
        """Ask for a tag that is not `taken` yet, and `act` on it."""
        self._act, self._taken = act, taken
        self._words.setText(words)
        self._go.setText(go)
        self.field.clear()
        self._on_typed()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _tag(self) -> str:
        """What was typed as a tag that may be used; empty for anything else."""
        tag = canonical_tag(self.field.text())
        return "" if tag is None or tag in self._taken else tag

    def _on_typed(self) -> None:
        typed, tag = self.field.text().strip(), self._tag()
        wrong = bool(typed) and not tag
        self._about.setText(self._said(typed, tag))
        restyle(self._about, "problem", "blocking" if wrong else "hint")
        restyle(self.field, "bad", wrong)
        self._go.setEnabled(bool(tag))

    def _said(self, typed: str, tag: str) -> str:
        if tag:
            name = language_name(tag)
            return f"{tag} · {name}" if name else tag
        if not typed:
            return self.tr("A BCP 47 tag: language, script, region")
        if canonical_tag(typed) in self._taken:
            return self.tr("This language is there already.")
        return self.tr("No language tag. They look like en, zh-Hans or pt-BR.")

    def _on_taken(self) -> None:
        tag, act = self._tag(), self._act
        if tag and act:
            self.hide()
            act(tag)
