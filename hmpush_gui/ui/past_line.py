"""The line that says which send of history is on view."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hmpush_gui.pushkit.record import SendRecord

from .elided_label import ElidedLabel
from .plain_tip import plain_tip
from .send_title import send_title
from .veiling import past_name


class PastLine(QWidget):
    """Hidden while the send that began last is on view: the progress names that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", self)
        self.words.setObjectName("outcome.past")
        self.words.setAccessibleName(self.tr("The send that is shown"))
        self.words.setProperty("quiet", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 0)
        row.addWidget(self.words)
        self.hide()

    def show_record(self, record: SendRecord) -> None:
        """Say what was sent, when, and through which project."""
        words = self.tr("From history: {title} · {project} · {time}").format(
            title=send_title(record.message.title, record.action),
            project=past_name(record.project.name, record.project.environment),
            time=f"{datetime.fromtimestamp(record.started_at):%Y-%m-%d %H:%M:%S}",
        )
        self.words.setText(words)
        self.words.setToolTip(plain_tip(words))
        self.show()
