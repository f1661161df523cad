"""Devices: paste tokens, name them, choose which get the next send."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.device import PastedTokens, read_tokens
from hmpush_gui.pushkit.device_details import Tags
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.problem import DEVICES, Problem, Severity

from .device_cells import about
from .device_editor import DeviceEditor
from .device_finder import DeviceFinder
from .device_list import DeviceListModel
from .device_menu import DeviceMenu
from .device_table import DeviceTable
from .icons import icon
from .notice_bar import Offer
from .plain_label import plain_label
from .restyle import restyle
from .veiling import OWN
from .words import grouped, said


class DevicesPanel(QWidget):
    """The devices of the project in force, and a field to paste more.

    Signals:
        done: what was done, in words, and how to undo it (an Offer).
        import_wanted: read devices from a file.
        export_wanted: devices (Picked) and the DeviceForm to write them in.
        app_change_wanted: an AppChange on these simulated phones (Picked).
    """

    done = Signal(str, object)
    import_wanted = Signal()
    export_wanted = Signal(object, object)
    app_change_wanted = Signal(object, object)

    def __init__(self, model: DeviceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.simulated = False
        """Whether they are phones of the sandbox."""
        self.paste = self._make_paste()
        self._said = self._label("said")
        self._said.hide()
        self.finder = DeviceFinder(model, self)
        self.table = DeviceTable(model, self)
        self._empty = self._label("empty")
        self._empty.setProperty("quiet", True)
        self._everything = self._link("everything", self.tr("Show all devices"))
        self._everything.clicked.connect(self.finder.show_everything)
        self.editor = DeviceEditor(self)
        self._hints = self._label("hints")
        self._hints.setProperty("problem", "hint")
        self._hints.hide()
        self._count = self._label("count")
        self._untick = self._link("untick_dead", "")
        self._untick.clicked.connect(self._on_untick_clicked)
        self.menu = DeviceMenu(self)
        self._lay_out()
        self._connect()
        self._on_rows_changed()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say under the list what is worth knowing of sending to these devices.

        What keeps a message back is said beside Send.
        """
        words = [
            said(each.sentence)
            for each in problems
            if each.path == DEVICES and each.severity is not Severity.BLOCKING
        ]
        self._hints.setText("\n".join(words))
        self._hints.setVisible(bool(words))

    def pending(self) -> int:
        """How many tokens stand in the field and are not added."""
        tokens = read_tokens(self.paste.toPlainText()).tokens
        return sum(not self._model.knows(each) for each in tokens)

    def add_pasted(self) -> None:
        """Add the tokens that stand in the field."""
        self._on_add_clicked()

    def want_tokens(self) -> None:
        """Put the cursor where push tokens are pasted."""
        self._show_editor(on=False)
        self.paste.setFocus()

    # What the panel is made of.

    def _make_paste(self) -> QPlainTextEdit:
        paste = QPlainTextEdit(self)
        paste.setObjectName("devices.paste")
        paste.setAccessibleName(self.tr("Tokens to add"))
        paste.setPlaceholderText(
            self.tr("Paste push tokens here: one a line, or separated by commas")
        )
        paste.setTabChangesFocus(True)
        paste.setProperty(OWN, True)
        paste.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 20)
        return paste

    def _lay_out(self) -> None:
        still = QSizePolicy.Policy.Fixed
        self._entry = QWidget(self)
        self._entry.setSizePolicy(QSizePolicy.Policy.Preferred, still)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, still)
        self._foot = QWidget(self)
        self._foot.setLayout(self._buttons())
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.addWidget(self.paste)
        entry.addLayout(self._head())
        entry.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.addWidget(self._entry)
        column.addWidget(self.finder)
        column.addWidget(self._empty)
        column.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(self.editor)
        column.addWidget(self._hints)
        column.addLayout(self._sums())
        column.addWidget(self._foot)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._on_copy)

    def _head(self) -> QHBoxLayout:
        self._add = QPushButton(icon("add"), self.tr("Add"), self)
        self._add.setObjectName("devices.add")
        self._add.setToolTip(self.tr("Add the pasted tokens"))
        self._add.clicked.connect(self._on_add_clicked)
        self.import_button = self._button("import", self.tr("Import…"))
        self.import_button.setToolTip(self.tr("Read push tokens from a file"))
        self.import_button.clicked.connect(self.import_wanted)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self.import_button, 0, top)
        head.addWidget(self._add, 0, top)
        self.setTabOrder(self.paste, self.import_button)
        self.setTabOrder(self.import_button, self._add)
        return head

    def _sums(self) -> QHBoxLayout:
        sums = QHBoxLayout()
        sums.addWidget(self._count, 1)
        sums.addWidget(self._untick)
        return sums

    def _buttons(self) -> QHBoxLayout:
        these = self._button("all", self.tr("Choose these"))
        these.setToolTip(self.tr("Choose all devices that are listed"))
        these.clicked.connect(self._on_these_clicked)
        nothing = self._button("none", self.tr("None"))
        nothing.setAccessibleName(self.tr("Choose no device"))
        nothing.setToolTip(self.tr("Choose no device, listed or not"))
        nothing.clicked.connect(self._on_none_clicked)
        remove = self._button("remove", "")
        remove.setIcon(icon("remove"))
        remove.setAccessibleName(self.tr("Remove"))
        remove.setToolTip(self.tr("Remove the selected devices (Del)"))
        remove.clicked.connect(self._on_remove)
        more = self._button("more", "⋯")
        more.setAccessibleName(self.tr("More"))
        more.setToolTip(self.tr("Details, tags, export"))
        more.clicked.connect(
            lambda: self._show_menu(more.mapToGlobal(QPoint(0, more.height())))
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(these)
        foot.addWidget(nothing)
        foot.addStretch(1)
        foot.addWidget(remove)
        foot.addWidget(more)
        return foot

    def _label(self, name: str) -> QLabel:
        return plain_label("", self, name=f"devices.{name}")

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"devices.{name}")
        return button

    def _link(self, name: str, text: str) -> QPushButton:
        link = self._button(name, text)
        link.setProperty("link", True)
        link.hide()
        return link

    def _connect(self) -> None:
        model, table, menu = self._model, self.table, self.menu
        for rows_changed in (
            model.arranged,
            model.counts_changed,
            model.chosen_changed,
            model.rowsInserted,
            model.rowsRemoved,
        ):
            rows_changed.connect(self._on_rows_changed)
        model.edited.connect(self._show_again)
        model.modelReset.connect(self._show_selected)
        table.selected.connect(self._show_selected)
        table.details_wanted.connect(self._on_details_wanted)
        table.remove_wanted.connect(self._on_remove)
        table.menu_wanted.connect(self._show_menu)
        menu.details_wanted.connect(self._on_details_wanted)
        menu.rename_wanted.connect(table.rename)
        menu.copy_wanted.connect(self._on_copy)
        menu.remove_wanted.connect(self._on_remove)
        menu.choose_wanted.connect(lambda on: model.choose(table.slots(), on))
        menu.untick_wanted.connect(lambda: self._tick(model.shown().slots, False))
        menu.export_wanted.connect(self._on_export_wanted)
        menu.app_change_wanted.connect(self._on_app_change_wanted)
        self.editor.written.connect(self._on_written)
        self.editor.tags_added.connect(lambda tags: self._tag(tags, ()))
        self.editor.tags_removed.connect(lambda tags: self._tag((), tags))
        self.editor.closed.connect(self._on_editor_closed)

    # What has changed.

    def _on_rows_changed(self) -> None:
        model = self._model
        total, listed = len(model.roll), model.rowCount()
        narrowed = bool(total) and self.finder.narrows
        nobody = narrowed and not listed and not model.arranging
        self._add.setEnabled(not model.loading)
        self.finder.setVisible(bool(total))
        self.table.setVisible(bool(total) and not nobody)
        self._empty.setVisible(not total or nobody)
        self._everything.setVisible(nobody)
        self._empty.setText(self._why_empty(nobody=nobody))
        self._count.setVisible(bool(total))
        self._foot.setVisible(bool(total))
        self._count.setText(self._sum(total, listed, narrowed=narrowed))
        roll = self._model.roll
        dead = sum(map(roll.ticks.__getitem__, roll.dead))
        words = self.tr("Untick the dead ({count})")
        self._untick.setText(words.format(count=grouped(dead)))
        self._untick.setVisible(dead > 0)

    def _why_empty(self, *, nobody: bool) -> str:
        if nobody:
            return self.tr("No device here matches.")
        if self._model.loading:
            return self.tr("Reading the device book…")
        return self.tr(
            "No devices yet. Paste push tokens above; the app gets its token from "
            "pushService.getToken()."
        )

    def _sum(self, total: int, listed: int, *, narrowed: bool) -> str:
        words = self.tr("Chosen: {count} of {total}").format(
            count=grouped(self._model.chosen_count), total=grouped(total)
        )
        if not narrowed:
            return words
        if self._model.arranging:
            return f"{words} · {self.tr('looking…')}"
        return f"{words} · {self.tr('listed: {count}').format(count=grouped(listed))}"

    def _dead_chosen(self) -> list[int]:
        roll = self._model.roll
        return [slot for slot in roll.dead if roll.ticks[slot]]

    def _show_again(self) -> None:
        if self.editor.isVisible():
            self._show_selected()

    def _show_selected(self) -> None:
        """Let the details follow the selection."""
        if self.editor.isHidden():
            return
        slots = self.table.slots()
        if not slots:
            self._show_editor(on=False)
        elif len(slots) == 1:
            device = self._model.roll.device(slots[0])
            self.editor.show_device(device, about(device, self._model.now()))
        else:
            tags = self._model.roll.details.tag_counts(slots)
            self.editor.show_many(len(slots), sorted(tags, key=str.casefold))
        # The list has other room from now on: the chosen row stays in it.
        QTimer.singleShot(0, self.table, self._scroll_to_chosen)

    # What the user does.

    def _on_add_clicked(self) -> None:
        pasted = read_tokens(self.paste.toPlainText())
        added = self._model.add(pasted.tokens)
        repeated = pasted.repeated + len(pasted.tokens) - added
        self._said.setText(self._outcome(pasted, added, repeated))
        self._said.show()
        restyle(self._said, "problem", "hint" if added else "warning")
        if added:
            self.paste.clear()

    def _outcome(self, pasted: PastedTokens, added: int, repeated: int) -> str:
        if not pasted.tokens and not repeated:
            return self.tr("There is no token in this text. Paste one token a line.")
        parts = [self.tr("Added: {count}.").format(count=grouped(added))]
        if repeated:
            words = self.tr("Already here: {count}.")
            parts.append(words.format(count=grouped(repeated)))
        if pasted.cleaned:
            words = self.tr("Cleaned of blanks, line breaks or quotes: {count}.")
            parts.append(words.format(count=grouped(pasted.cleaned)))
        return " ".join(parts)

    def _on_remove(self) -> None:
        rows = self.table.rows()
        if rows:
            taken = self._model.remove(rows)
            words = self.tr("Devices removed: {count}.")
            self._tell(words, len(taken), lambda: self._model.put_back(taken))

    def _on_these_clicked(self) -> None:
        self._tick(self._model.shown().slots, True)

    def _on_none_clicked(self) -> None:
        self._tick(range(len(self._model.roll.numbers)), False)

    def _tick(self, slots: Sequence[int], chosen: bool) -> None:
        """Choose these or not; undone if it was more than the one click to get back."""
        roll = self._model.roll
        before, count = bytes(roll.ticks), roll.chosen_count
        self._model.choose(slots, chosen)
        if count in (0, len(roll)) or count == roll.chosen_count:
            return
        words = self.tr("Chosen now: {count}.")
        self._tell(words, roll.chosen_count, lambda: self._model.rechoose(roll, before))

    def _on_untick_clicked(self) -> None:
        model, roll, slots = self._model, self._model.roll, self._dead_chosen()
        before = bytes(roll.ticks)
        model.choose(slots, False)
        words = self.tr("Dead devices that are no longer chosen: {count}.")
        self._tell(words, len(slots), lambda: model.rechoose(roll, before))

    def _on_details_wanted(self) -> None:
        if self.table.slots():
            self._show_editor(on=True)
            self._show_selected()
            self.editor.begin()

    def _scroll_to_chosen(self) -> None:
        self.table.scrollTo(self.table.currentIndex())

    def _on_editor_closed(self) -> None:
        self.table.setFocus()
        self._show_editor(on=False)

    def _show_editor(self, *, on: bool) -> None:
        """The details stand where else tokens are pasted: the list needs the room."""
        self.editor.setVisible(on)
        self._entry.setVisible(not on)

    def _on_written(self, values: dict[str, object]) -> None:
        slots = self.table.slots()
        if len(slots) == 1:
            self._model.write(slots, **values)  # type: ignore[arg-type]

    def _tag(self, add: Tags, remove: Tags) -> None:
        model, slots = self._model, self.table.slots()
        roll, before = model.roll, model.tag(slots, add, remove)
        words = self.tr("Tags changed of so many devices: {count}.")
        self._tell(words, len(slots), lambda: model.retag(roll, before))

    def _on_copy(self) -> None:
        tokens = Picked(self._model.roll, self.table.slots()).tokens()
        if text := "\n".join(tokens):
            QGuiApplication.clipboard().setText(text)

    def _on_export_wanted(self, form: object, selected: bool) -> None:
        slots = self.table.slots() if selected else self._model.shown().slots
        self.export_wanted.emit(Picked(self._model.roll, slots), form)

    def _on_app_change_wanted(self, change: object) -> None:
        picked = Picked(self._model.roll, self.table.slots())
        self.app_change_wanted.emit(change, picked)

    def _show_menu(self, place: QPoint) -> None:
        selected = self.table.selectionModel().hasSelection()
        listed = self._model.rowCount() > 0
        self.menu.prepare(selected=selected, listed=listed, simulated=self.simulated)
        self.menu.popup(place)

    def _tell(self, words: str, count: int, undo: Callable[[], object]) -> None:
        offer = Offer(self.tr("Undo"), lambda: (undo(), None)[1])
        self.done.emit(words.format(count=grouped(count)), offer)
