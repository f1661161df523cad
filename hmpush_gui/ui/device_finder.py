"""Finds devices: a field to type into beside the lists that fill themselves."""

from collections.abc import Iterator

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from hmpush_gui.pushkit.device_view import ListKind

from .device_list import DeviceListModel
from .elided_combo import ElidedCombo
from .icons import icon
from .pause import Pause
from .words import grouped

_Item = tuple[ListKind, str]
_EVERYTHING: _Item = (ListKind.ALL, "")
_ALWAYS = frozenset({ListKind.ALL, ListKind.CHOSEN})
_BY_OUTCOME = frozenset(
    {
        ListKind.FAILED,
        ListKind.UNKNOWN,
        ListKind.ACCEPTED,
        ListKind.NEVER,
        ListKind.DEAD,
    }
)
_PAUSE = 200
"""Milliseconds in which many changes of the counts are one."""


class DeviceFinder(QWidget):
    """Narrows what `model` lists, while the user types or chooses a list.

    Lists that nobody is in are not offered; the others say how many are.
    """

    def __init__(self, model: DeviceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._items: list[_Item] = []
        self.search = QLineEdit(self)
        self.search.setObjectName("devices.search")
        self.search.setAccessibleName(self.tr("Search devices"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setToolTip(self.tr("Looks at names, push tokens, tags and notes"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.lists = ElidedCombo(self)
        self.lists.setObjectName("devices.list")
        self.lists.setAccessibleName(self.tr("List of devices"))
        self.lists.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.lists.setMinimumContentsLength(8)
        self.lists.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.search, 4)
        row.addWidget(self.lists, 5)
        self._pause = Pause(_PAUSE, self)
        self._pause.timeout.connect(self._on_counts_settled)
        self.search.textChanged.connect(self._narrow)
        self.lists.activated.connect(self._narrow)
        model.counts_changed.connect(self._start_pause)
        model.chosen_changed.connect(self._start_pause)
        self.refresh()

    @property
    def narrows(self) -> bool:
        """Whether perhaps not everything is listed."""
        return bool(self.search.text().strip()) or self._item() != _EVERYTHING

    def show_everything(self) -> None:
        """List all devices again."""
        self.lists.setCurrentIndex(0)
        self.search.clear()
        self._narrow()

    def show_list(self, kind: ListKind, tag: str = "") -> None:
        """List the devices of one list."""
        self._fill((kind, tag))
        self._narrow()

    def refresh(self) -> None:
        """Offer the lists there are now, with their counts."""
        view = self._model.view
        self._fill((view.kind, view.tag))
        if view.text != self.search.text():
            self.search.blockSignals(True)
            self.search.setText(view.text)
            self.search.blockSignals(False)

    def _fill(self, current: _Item) -> None:
        self._items = list(self._offered(current))
        self.lists.clear()
        for kind, tag in self._items:
            count = grouped(self._model.count_in(kind, tag))
            words = self.tr("{list} · {count}")
            self.lists.addItem(words.format(list=self._name(kind, tag), count=count))
        self.lists.setCurrentIndex(self._items.index(current))
        width = self.lists.view().sizeHintForColumn(0) + 40
        self.lists.view().setMinimumWidth(width)

    def _offered(self, current: _Item) -> Iterator[_Item]:
        for kind in ListKind:
            item = (kind, "")
            if kind is ListKind.TAG:
                continue
            if kind in _ALWAYS or item == current or self._model.count_in(kind):
                yield item
        tags = set(self._model.roll.tag_counts)
        if current[1]:
            tags.add(current[1])
        for tag in sorted(tags, key=str.casefold):
            yield ListKind.TAG, tag

    def _name(self, kind: ListKind, tag: str) -> str:
        names = {
            ListKind.ALL: self.tr("All"),
            ListKind.CHOSEN: self.tr("Chosen"),
            ListKind.FAILED: self.tr("Failed last time"),
            ListKind.UNKNOWN: self.tr("Unknown last time"),
            ListKind.ACCEPTED: self.tr("Accepted last time"),
            ListKind.NEVER: self.tr("Never used"),
            ListKind.DEAD: self.tr("Dead"),
        }
        return self.tr("Tag: {tag}").format(tag=tag) if tag else names[kind]

    def _item(self) -> _Item:
        at = self.lists.currentIndex()
        return self._items[at] if 0 <= at < len(self._items) else _EVERYTHING

    def _narrow(self) -> None:
        self._model.narrow(*self._item(), text=self.search.text())

    def _start_pause(self) -> None:
        if self._model.view.text != self.search.text():
            # Another project is shown, from its beginning.
            self.refresh()
        if not self._pause.isActive():
            self._pause.start()

    def _on_counts_settled(self) -> None:
        self.refresh()
        if self._model.view.kind in _BY_OUTCOME:
            self._model.arrange_again()
