"""What a list entry of two lines asks of its model."""

from enum import IntEnum

from PySide6.QtCore import Qt


class TwoLineRole(IntEnum):
    """What `TwoLineDelegate` asks of a model beside Qt's own roles."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
