"""Which column of a list holds what."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from hmpush_gui.exchange.token_columns import Columns, Field
from hmpush_gui.exchange.token_source import Preview

from .elided_combo import ElidedCombo

_NONE = -1


class ColumnChooser(QWidget):
    """A choice for tokens and for each thing that may stand beside one.

    Signals:
        changed: something else was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._aside: dict[Field, int] = {}
        self.tokens = self._choice("tokens", self.tr("Tokens in"))
        titles = {
            Field.LABEL: self.tr("Names in"),
            Field.TAGS: self.tr("Tags in"),
            Field.NOTE: self.tr("Notes in"),
            Field.LANGUAGE: self.tr("Languages in"),
        }
        self.fields = {
            each: self._choice(str(each), title) for each, title in titles.items()
        }
        self.header = QCheckBox(self.tr("The first row holds names"), self)
        self.header.setObjectName("import.header")
        self.header.toggled.connect(self._on_header_toggled)
        self._lay_out()

    def show_preview(self, preview: Preview) -> None:
        """Offer the columns of a list, and choose what was guessed."""
        self._preview = preview
        self._aside.clear()
        with QSignalBlocker(self.header):
            self.header.setChecked(preview.columns.header)
        self._fill(preview.columns)
        table = preview.width > 1
        for widget in self._of_tables:
            widget.setVisible(table)

    def columns(self) -> Columns:
        """What is chosen."""
        token = self.tokens.currentData()
        fields = {
            each: box.currentData()
            for each, box in self.fields.items()
            if box.currentData() not in (_NONE, token, None)
        }
        if token in (_NONE, None):
            return Columns(None, {}, self.header.isChecked())
        return Columns(token, fields, self.header.isChecked())

    def _choice(self, name: str, title: str) -> ElidedCombo:
        box = ElidedCombo(self)
        box.setObjectName(f"import.{name}")
        box.setAccessibleName(title)
        box.setMinimumWidth(120)
        box.currentIndexChanged.connect(self._on_chosen)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        self._of_tables: list[QWidget] = []
        for place, box in enumerate((self.tokens, *self.fields.values())):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            grid.addWidget(label, 0, place)
            grid.addWidget(box, 1, place)
            grid.setColumnStretch(place, 2 if box is self.tokens else 1)
            self._of_tables += [label, box]
        grid.addWidget(self.header, 2, 0, 1, 5)

    def _fill(self, columns: Columns) -> None:
        """Offer the columns under the names that they have now."""
        assert self._preview is not None
        first = self._preview.rows[0] if self.header.isChecked() else ()
        titles = [self._title(number, first) for number in range(self._preview.width)]
        self._offer(self.tokens, self.tr("every cell"), titles, columns.token)
        for each, box in self.fields.items():
            self._offer(box, self.tr("none"), titles, columns.fields.get(each))
        self._show_fields(every=columns.token is None)

    def _offer(
        self, box: ElidedCombo, none: str, titles: list[str], chosen: int | None
    ) -> None:
        with QSignalBlocker(box):
            box.clear()
            box.addItem(none, _NONE)
            for number, title in enumerate(titles):
                box.addItem(title, number)
            box.setCurrentIndex(0 if chosen is None else chosen + 1)

    def _title(self, number: int, names: tuple[str, ...]) -> str:
        name = names[number].strip() if number < len(names) else ""
        return name or self.tr("column {number}").format(number=number + 1)

    def _on_header_toggled(self) -> None:
        if self._preview is not None:
            self._fill(self.columns())
        self.changed.emit()

    def _on_chosen(self) -> None:
        self._show_fields(every=self.tokens.currentData() == _NONE)
        self.changed.emit()

    def _show_fields(self, *, every: bool) -> None:
        """Nothing stands beside tokens in every cell; later the choice is back."""
        for each, box in self.fields.items():
            was, chosen = box.isEnabled(), box.currentIndex()
            box.setEnabled(not every)
            with QSignalBlocker(box):
                if every and was:
                    self._aside[each] = chosen
                    box.setCurrentIndex(0)
                elif not every and not was:
                    box.setCurrentIndex(self._aside.pop(each, chosen))
