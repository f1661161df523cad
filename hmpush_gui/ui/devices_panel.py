"""Devices: paste tokens, name them, choose which get the next send."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.device_details import Tags
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.problem import DEVICES, Problem, Severity

from .device_cells import about
from .device_deeds import DeviceDeeds
from .device_editor import DeviceEditor
from .device_finder import DeviceFinder
from .device_list import DeviceListModel
from .device_menu import DeviceMenu
from .device_table import DeviceTable
from .icons import icon
from .plain_label import plain_label
from .token_entry import TokenEntry
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
        self.entry = TokenEntry(model, self)
        self._deeds = DeviceDeeds(model, self)
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
        self._untick.clicked.connect(self._deeds.untick_dead)
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

    def want_tokens(self, tokens: Sequence[str] = ()) -> None:
        """Put the cursor where push tokens are pasted, behind `tokens` to be added."""
        if tokens:
            self.entry.field.appendPlainText("\n".join(tokens))
        self._show_editor(on=False)
        self.entry.field.setFocus()

    # What the panel is made of.

    def _lay_out(self) -> None:
        still = QSizePolicy.Policy.Fixed
        self.entry.setSizePolicy(QSizePolicy.Policy.Preferred, still)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, still)
        self._foot = QWidget(self)
        self._foot.setLayout(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.addWidget(self.entry)
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

    def _sums(self) -> QHBoxLayout:
        sums = QHBoxLayout()
        sums.addWidget(self._count, 1)
        sums.addWidget(self._untick)
        return sums

    def _buttons(self) -> QHBoxLayout:
        these = self._button("all", self.tr("Choose these"))
        these.setToolTip(self.tr("Choose all devices that are listed"))
        these.clicked.connect(lambda: self._deeds.choose_listed(True))
        nothing = self._button("none", self.tr("None"))
        nothing.setAccessibleName(self.tr("Choose no device"))
        nothing.setToolTip(self.tr("Choose no device, listed or not"))
        nothing.clicked.connect(self._deeds.choose_none)
        remove = self._button("remove", "")
        remove.setIcon(icon("remove"))
        remove.setAccessibleName(self.tr("Remove"))
        remove.setToolTip(self.tr("Remove the selected devices (Del)"))
        remove.clicked.connect(lambda: self._deeds.remove(self.table.rows()))
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
        deeds = self._deeds
        deeds.done.connect(self.done)
        self.entry.import_wanted.connect(self.import_wanted)
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
        table.remove_wanted.connect(lambda: deeds.remove(table.rows()))
        table.menu_wanted.connect(self._show_menu)
        menu.details_wanted.connect(self._on_details_wanted)
        menu.rename_wanted.connect(table.rename)
        menu.copy_wanted.connect(self._on_copy)
        menu.remove_wanted.connect(lambda: deeds.remove(table.rows()))
        menu.choose_wanted.connect(lambda on: model.choose(table.slots(), on))
        menu.untick_wanted.connect(lambda: deeds.choose_listed(False))
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
        self.entry.setVisible(not on)

    def _on_written(self, values: dict[str, object]) -> None:
        slots = self.table.slots()
        if len(slots) == 1:
            self._model.write(slots, **values)  # type: ignore[arg-type]

    def _tag(self, add: Tags, remove: Tags) -> None:
        self._deeds.tag(self.table.slots(), add, remove)

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
