"""A number to be typed in the settings."""

from PySide6.QtWidgets import QSpinBox, QWidget


class NumberBox(QSpinBox):
    """From 1 to `most`; told when the cursor leaves it, not while it is half typed."""

    def __init__(self, name: str, title: str, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setRange(1, most)
        # The style sheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        # A number half typed would already be the one in force.
        self.setKeyboardTracking(False)
        self.setMinimumWidth(110)
