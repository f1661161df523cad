"""How long each step of a request may take."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hmpush_gui.pushkit.connection import LONGEST, SHORTEST, USUAL, Connection

from .connection_rows import add_row, form_of, note, seconds


class WaitingPage(QWidget):
    """Seconds, within bounds that keep a send from hanging for ever.

    Signals:
        edited: what is typed differs.
    """

    edited = Signal()

    def __init__(self, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = {
            "connect": self.tr("To connect"),
            "read": self.tr("For the answer"),
            "write": self.tr("To send the request"),
            "pool": self.tr("For a free connection"),
        }
        self.boxes = {
            name: seconds(self, name, title, SHORTEST, LONGEST)
            for name, title in titles.items()
        }
        for box in self.boxes.values():
            box.setSuffix(" " + self.tr("s"))
            box.valueChanged.connect(self.edited)
        self._show(connection)
        self._lay_out()

    def typed(self, connection: Connection) -> Connection:
        """`connection` with what stands in the fields."""
        value = {name: box.value() for name, box in self.boxes.items()}
        return replace(
            connection,
            connect=value["connect"],
            read=value["read"],
            write=value["write"],
            pool=value["pool"],
        )

    def field(self, name: str) -> QWidget | None:
        """Where the value `name` of a Connection is typed."""
        return self.boxes.get(name)

    def _show(self, connection: Connection) -> None:
        for name, box in self.boxes.items():
            box.setValue(getattr(connection, name))

    def _lay_out(self) -> None:
        form = form_of(self)
        for box in self.boxes.values():
            add_row(form, box)
        usual = QPushButton(self.tr("As at first"), self)
        usual.setObjectName("connection.usual")
        usual.setAutoDefault(False)
        usual.clicked.connect(lambda: self._show(USUAL))
        form.addRow("", usual)
        about = self.tr(
            "A whole request has 120 seconds at most. What connects too slowly was not "
            "sent; an answer that does not come in time leaves devices Unknown."
        )
        form.addRow("", note(self, "about_waiting", about))
