"""The gallery: samples to begin from, with a look at each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .app_face import AppFace
from .dialog_foot import dialog_foot
from .enter_key import EnterDialog
from .plain_label import plain_label
from .sample_finder import SampleFinder
from .sample_list import SampleListModel
from .sample_view import SampleView


class GalleryDialog(EnterDialog):
    """Stays beside the window until it is closed; choosing one closes it.

    Signals:
        chosen: the Sample to begin from.
    """

    chosen = Signal(object)

    def __init__(
        self,
        model: SampleListModel,
        app: AppFace,
        parent: QWidget | None = None,
    ) -> None:
        """`app` is how the app looks that would get the messages."""
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setWindowTitle(self.tr("New from sample"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._app = app
        self.finder = SampleFinder("gallery", model, self)
        self.view = SampleView(self)
        self._use = self._button("use", self.tr("Use this sample"))
        self._use.setProperty("primary", True)
        self._use.setDefault(True)
        self._close = self._button("close", self.tr("Close"))
        words = self.tr("It opens as a new message; Undo brings back the one before.")
        self._note = plain_label(words, self, name="gallery.note")
        self._note.setProperty("quiet", True)
        self._lay_out()
        self._use.clicked.connect(self._on_used)
        self._close.clicked.connect(self.reject)
        self.finder.pointed.connect(self._on_pointed)
        self.finder.chosen.connect(self._on_used)
        self._on_pointed(self.finder.sample())
        self.finder.search.setFocus()

    def serve(self, title: str, note: str) -> None:
        """Say what becomes of a sample where none becomes the message."""
        self.setWindowTitle(title)
        self._note.setText(note)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"gallery.{name}")
        return button

    def _lay_out(self) -> None:
        self.finder.setFixedWidth(340)
        room = self.view.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.view.setSizePolicy(room)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.finder)
        top.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(top, 1)
        column.addLayout(dialog_foot((), [self._close, self._use], self._note))
        self.resize(980, 700)

    def _on_pointed(self, sample: object) -> None:
        self.view.show_sample(sample, self._app)
        self._use.setEnabled(sample is not None)

    def _on_used(self) -> None:
        sample = self.finder.sample()
        # Enter reaches the list and then the dialog's button.
        if sample is not None and self.isVisible():
            self.chosen.emit(sample)
            self.accept()
