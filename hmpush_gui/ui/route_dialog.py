"""Which way a message goes, state by state, and how sure that is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.pages import page
from hmpush_gui.pushkit.route import Routing
from hmpush_gui.pushkit.route_stages import Stage
from hmpush_gui.pushkit.route_state import state_title
from hmpush_gui.pushkit.route_told import Evidence, Told

from .dialog_foot import dialog_foot
from .page_link import link_button
from .plain_label import selectable_label
from .words import language, said


class RouteDialog(QDialog):
    """Stays open beside the window and follows what is written there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("route")
        self.setWindowTitle(self.tr("What becomes of this message"))
        self._shown: Routing | None = None
        self._line = selectable_label("", self)
        self._line.setObjectName("route.line")
        self._line.setProperty("heading", True)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("route.scroll")
        self._scroll.setAccessibleName(self.windowTitle())
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("route.close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        note = selectable_label(
            self.tr("It follows what you write in the window."), self
        )
        note.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addWidget(self._scroll, 1)
        column.addLayout(dialog_foot((), [close], note))
        self.resize(QSize(600, 640))

    def show_routing(self, routing: Routing) -> None:
        """Tell of this one; where one has scrolled to stays."""
        if routing == self._shown:
            return
        self._shown = routing
        self._line.setText(said(routing.line))
        page_ = QWidget()
        rows = QVBoxLayout(page_)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(8)
        for risk in routing.risks:
            rows.addWidget(RiskCard(risk, page_))
        for stage in routing.stages:
            rows.addWidget(StageCard(stage, page_))
        if not routing.stages:
            rows.addWidget(
                selectable_label(self.tr("No state of ours changes that."), page_)
            )
        rows.addStretch(1)
        at = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(page_)
        self._scroll.verticalScrollBar().setValue(at)

    def text(self) -> str:
        """All that is said, for a test or a screen reader."""
        return "\n".join(each.text() for each in self.findChildren(QLabel))


class _Card(QFrame):
    """A statement, how sure it is, and the pages where it is written."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(3)

    def _head(self, title: str, told: Told) -> QLabel:
        head = QHBoxLayout()
        heading = selectable_label(title, self)
        heading.setProperty("heading", True)
        head.addWidget(heading, 1)
        badge = QLabel(self._evidence(told.evidence), self)
        open_ = told.evidence is Evidence.NOWHERE
        badge.setProperty("badge", "warning" if open_ else "quiet")
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        return heading

    def _tell(self, told: Told) -> None:
        self._column.addWidget(selectable_label(said(told.words), self))
        for name in told.pages:
            button = link_button(page(name, language()), self)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _evidence(self, evidence: Evidence) -> str:
        return {
            Evidence.SEVERAL: self.tr("documented"),
            Evidence.ONE: self.tr("one page says so"),
            Evidence.GUIDE: self.tr("developers say so"),
            Evidence.CONCLUSION: self.tr("our conclusion"),
            Evidence.NOWHERE: self.tr("? not documented"),
        }[evidence]


class StageCard(_Card):
    """What happens in some states."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(f"route.{stage.states[0]}", parent)
        titles = [said(state_title(state)) for state in stage.states]
        self._head(" · ".join(titles), stage.told)
        self._tell(stage.told)


class RiskCard(_Card):
    """What works against itself."""

    def __init__(self, risk: Told, parent: QWidget) -> None:
        super().__init__("route.risk", parent)
        self._head(self.tr("▲ At risk"), risk).setProperty("mark", "warning")
        self._tell(risk)
