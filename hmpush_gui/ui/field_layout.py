"""Lays out the fields of a form: short ones two abreast where there is room."""

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

TWO_COLUMNS = 400
"""Width in pixels from which short fields stand two abreast."""

WIDEST = 1000
"""Width in pixels beyond which a form does not grow: long lines are hard to follow."""

_GAP = 16


class FieldLayout(QLayout):
    """Fields from top to bottom; hidden ones take no room.

    A field is put in with `add`, which says whether it wants the whole width, and
    whether it is a bare line: beside a field with a label above it would leave a hole.
    """

    def __init__(self, parent: QWidget, spacing: int = 10) -> None:
        super().__init__(parent)
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []
        self._wide: list[bool] = []
        self._bare: list[bool] = []

    def add(self, widget: QWidget, *, wide: bool, bare: bool = False) -> None:
        self._wide.append(wide)
        self._bare.append(bare)
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._wide.pop(index)
        self._bare.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rectangle: QRect) -> None:
        super().setGeometry(rectangle)
        self._place(rectangle, really=True)

    def sizeHint(self) -> QSize:
        return QSize(TWO_COLUMNS, self.heightForWidth(TWO_COLUMNS))

    def minimumSize(self) -> QSize:
        widths = [item.minimumSize().width() for item in self._shown()]
        return QSize(max(widths, default=0), 0)

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _lines(self, width: int) -> Iterator[list[int]]:
        """The items of each line, by their index."""
        line: list[int] = []
        for index, item in enumerate(self._items):
            if item.isEmpty():
                continue
            alone = self._wide[index] or width < TWO_COLUMNS
            if line and (alone or len(line) == 2 or self._differ(line[0], index)):
                yield line
                line = []
            line.append(index)
            if alone:
                yield line
                line = []
        if line:
            yield line

    def _differ(self, one: int, other: int) -> bool:
        return self._bare[one] is not self._bare[other]

    def _place(self, rectangle: QRect, *, really: bool) -> int:
        """Put every item into its place, or only find out the height of all."""
        width = min(rectangle.width(), WIDEST)
        half = (width - _GAP) // 2
        top = rectangle.y()
        for line in self._lines(width):
            alone = self._wide[line[0]] or width < TWO_COLUMNS
            across = width if alone else half
            bottom = top
            for column, index in enumerate(line):
                item = self._items[index]
                height = _height(item, across)
                x = rectangle.x() + column * (half + _GAP)
                if really:
                    item.setGeometry(QRect(x, top, across, height))
                bottom = max(bottom, top + height)
            top = bottom + self.spacing()
        return max(0, top - self.spacing() - rectangle.y())


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
