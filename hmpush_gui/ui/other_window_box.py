"""Says that the data folder has a window already, which does not answer."""

from PySide6.QtWidgets import QMessageBox, QWidget


class OtherWindowBox(QMessageBox):
    """For a start that could neither open a window nor hand over to one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("other.window")
        self.setWindowTitle("hmpush")
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(self.tr("hmpush is open already, but its window does not answer"))
        self.setInformativeText(
            self.tr(
                "Close it, or end its process, then start again. A second window needs "
                "a data folder of its own: start it with --data-dir and another folder."
            )
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)
        close = self.button(QMessageBox.StandardButton.Close)
        close.setObjectName("other.window.close")
