"""Takes a client secret, masked until one wants to see what was typed."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class SecretRow(QWidget):
    """A line for the secret, and the button that shows it."""

    def __init__(self, has_secret: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setObjectName("project.secret")
        self.line.setAccessibleName(self.tr("Client secret"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        if has_secret:
            self.line.setPlaceholderText(self.tr("kept; type here to replace it"))
        self.show_ = QPushButton(self.tr("Show"), self)
        self.show_.setObjectName("project.show_secret")
        self.show_.setCheckable(True)
        self.show_.setAccessibleName(self.tr("Show client secret"))
        self.show_.toggled.connect(self._on_show_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_)

    def _on_show_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
