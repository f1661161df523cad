"""The simulated phones of the sandbox."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from .app_face import AppFace
from .elided_combo import ElidedCombo
from .phone_delegate import PhoneDelegate
from .phone_list import PhoneItem, PhoneListModel, PhoneRole
from .phone_menu import PhoneMenu
from .table import point_at


class PhonePanel(QWidget):
    """What arrived on the sandbox’s phones, newest on top, and how it behaves.

    Signals:
        scenario_chosen: how the sandbox shall answer, by the scenario's key.
        arrived: so many messages have come.
        app_change_wanted: an AppChange on the phone with this token.
    """

    scenario_chosen = Signal(str)
    arrived = Signal(int)
    app_change_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PhoneListModel(self)
        self._make_list()
        self._make_scenario()
        self._make_menu()
        self._clear = QPushButton(self.tr("Clear"), self)
        self._clear.setObjectName("phone.clear")
        self._clear.clicked.connect(self._on_clear_clicked)
        self._lay_out()
        self._on_rows_changed()
        self.model.rowsInserted.connect(self._on_rows_changed)
        self.model.rowsRemoved.connect(self._on_rows_changed)
        self.model.modelReset.connect(self._on_rows_changed)

    # What the panel is made of.

    def _make_list(self) -> None:
        """The list, and what stands there as long as it is empty."""
        self.list = QListView(self)
        self.list.setObjectName("phone.list")
        self.list.setAccessibleName(self.tr("Simulated phones"))
        self.list.setModel(self.model)
        self.list.setProperty("wall", True)
        self._delegate = PhoneDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._empty = QLabel(
            self.tr(
                "Nothing has arrived yet.\n\nThe sandbox is Push Kit on this computer. "
                "Choose the project Sandbox, send with Ctrl+Enter, and see here what "
                "its phones would show."
            ),
            self,
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("quiet", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _make_scenario(self) -> None:
        self.scenario = ElidedCombo(self)
        self.scenario.setSizeAdjustPolicy(
            ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.scenario.setMinimumContentsLength(12)
        self.scenario.setObjectName("phone.scenario")
        self.scenario.setAccessibleName(self.tr("How the sandbox answers"))
        self.scenario.setToolTip(self.tr("Rehearse a bad day: how the sandbox answers"))
        self.scenario.activated.connect(self._on_scenario_activated)
        self.scenario.hide()

    def _make_menu(self) -> None:
        self.menu = PhoneMenu("phone.menu", self)
        self.menu.wanted.connect(self._on_change_wanted)
        self._phone = QPushButton(self.tr("This phone ▾"), self)
        self._phone.setObjectName("phone.app")
        self._phone.setAccessibleName(self.tr("The app on this phone"))
        self._phone.setToolTip(
            self.tr(
                "Remove the app, or install it again, on the phone of the selected "
                "message"
            )
        )
        self._phone.clicked.connect(self._on_phone_clicked)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu_asked)

    def _lay_out(self) -> None:
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        foot = QHBoxLayout()
        foot.addWidget(self._phone)
        foot.addStretch(1)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.scenario)
        column.addWidget(pages, 1)
        column.addLayout(foot)

    # Told by the application.

    def add(self, items: Sequence[PhoneItem], count: int) -> None:
        """Show what arrived, oldest first: the last ones of `count`."""
        self.model.add(items)
        self.list.scrollToTop()
        if count:
            self.arrived.emit(count)

    def show_app(self, app: AppFace) -> None:
        """How the app looks whose messages arrive."""
        if app != self._delegate.app:
            self._delegate.app = app
            self.list.viewport().update()

    def load_scenarios(self, scenarios: Mapping[str, tuple[str, str]]) -> None:
        """Offer these: key → what people call it, and what it does."""
        self.scenario.clear()
        tool_tip = Qt.ItemDataRole.ToolTipRole
        for key, (words, description) in scenarios.items():
            self.scenario.addItem(words, key)
            self.scenario.setItemData(self.scenario.count() - 1, description, tool_tip)
        self.scenario.show()

    def show_scenario(self, key: str) -> None:
        """Show how the sandbox answers now; some scenarios end by themselves."""
        self.scenario.setCurrentIndex(self.scenario.findData(key))

    # Inside.

    def _on_rows_changed(self) -> None:
        some = self.model.rowCount() > 0
        self._pages.setCurrentIndex(1 if some else 0)
        self._clear.setEnabled(some)
        self._phone.setEnabled(some)

    def _on_scenario_activated(self, row: int) -> None:
        self.scenario_chosen.emit(self.scenario.itemData(row))

    def _on_phone_clicked(self) -> None:
        if not self.list.currentIndex().isValid():
            point_at(self.list, self.model.index(0))
        self.menu.popup(self._phone.mapToGlobal(QPoint(0, self._phone.height())))

    def _on_menu_asked(self, place: QPoint) -> None:
        if self.list.currentIndex().isValid():
            self.menu.popup(self.list.viewport().mapToGlobal(place))

    def _on_change_wanted(self, change: object) -> None:
        item = self.list.currentIndex().data(PhoneRole.ITEM)
        if item is not None:
            self.app_change_wanted.emit(change, item.token)

    def _on_clear_clicked(self) -> None:
        self.model.clear()
