"""One sample to look at: what it is for, what it shows, and its JSON."""

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from hmpush_gui.exchange.sample import Sample, shown_words
from hmpush_gui.pushkit.kinds import kind_of

from .app_face import AppFace
from .code_edit import laid_out
from .json_colours import JsonColours
from .phone_look import DARK_PHONE, LIGHT_PHONE
from .plain_label import plain_label
from .sample_list import kind_words
from .schematic_view import SchematicView
from .theme import fixed_font, is_dark
from .words import described

_APP = AppFace()


class SampleView(QWidget):
    """Shows a Sample, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._label("sample.name", heading=True)
        self._kind = self._label("sample.kind", quiet=True)
        self._about = self._label("sample.about")
        self._card = QFrame(self)
        self._card.setProperty("card", True)
        self._title = self._label("sample.title", heading=True)
        self._body = self._label("sample.body")
        self._schematic = SchematicView(self)
        self._schematic.setObjectName("sample.schematic")
        self._effect = self._label("sample.effect", quiet=True)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("sample.json")
        self.text.setAccessibleName(self.tr("The sample as JSON"))
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(96)
        self.text.setFont(fixed_font(9))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._colours = JsonColours(self.text.document())
        self._lay_out()

    def show_sample(self, sample: object, app: AppFace = _APP) -> None:
        """Show this Sample, as from `app`; anything else clears the view."""
        self.setVisible(isinstance(sample, Sample))
        if not isinstance(sample, Sample):
            return
        message = sample.file.message
        title, body = shown_words(message)
        self._name.setText(sample.file.name)
        self._kind.setText(kind_words(sample))
        self._about.setText(sample.file.description)
        self._title.setText(title)
        self._body.setText(body)
        look = DARK_PHONE if is_dark() else LIGHT_PHONE
        drawn = self._schematic.show_message(message, look, app)
        self._schematic.setVisible(drawn)
        self._card.setVisible(not drawn)
        self._effect.setText(described(kind_of(message).effect))
        self.text.setPlainText(laid_out(message.document))

    def _label(
        self, name: str, *, heading: bool = False, quiet: bool = False
    ) -> QLabel:
        label = plain_label("", self, name=name)
        label.setProperty("heading", heading)
        label.setProperty("quiet", quiet)
        return label

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(4)
        for label in (self._title, self._body):
            inside.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = (self._name, self._kind, self._about)
        for widget in (*head, self._card, self._schematic, self._effect):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
