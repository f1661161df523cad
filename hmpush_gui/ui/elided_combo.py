"""A choice that says when there is no room for the whole of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

_ICON_GAP = 4
"""Pixels that Qt leaves between the icon and the text."""


class ElidedCombo(QComboBox):
    """Ends its text with an ellipsis where Qt would cut through a letter.

    The list it opens, and what a screen reader reads, hold the whole text.
    """

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        room = field.width()
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _ICON_GAP
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
