import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.panes import NARROW, Panes


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    tabs = QTabWidget()
    tabs.addTab(QLabel("content"), "Content")
    panes = Panes(tabs, tabs, QLabel("outcome"))
    panes.side.addTab(QLabel("devices"), "Devices")
    panes.side.addTab(QLabel("projects"), "Projects")
    panes.right.addTab(QLabel("preview"), "Preview")
    qtbot.addWidget(panes)
    panes.resize(1300, 800)
    panes.show()
    return panes


def names(panes: Panes) -> list[str]:
    return [panes._tabs.tabText(index) for index in range(panes._tabs.count())]


def test_a_narrow_window_moves_the_preview_into_a_tab_and_back(panes: Panes) -> None:
    assert names(panes) == ["Content"]
    panes.resize(NARROW - 1, 800)
    assert names(panes) == ["Content", "Preview"]
    panes.resize(NARROW - 100, 800)
    assert names(panes) == ["Content", "Preview"]
    panes.resize(NARROW, 800)
    assert names(panes) == ["Content"]
    assert panes.right.isVisible()
    assert panes._columns.indexOf(panes.right) == 2


def test_where_the_columns_need_more_the_preview_gives_way_before_them(
    panes: Panes,
) -> None:
    panes.right.setMinimumWidth(NARROW)
    panes.resize(1300, 800)
    least = panes.minimumSizeHint().width()
    assert least > NARROW
    assert names(panes) == ["Content"]
    panes.resize(least, 800)
    assert names(panes) == ["Content", "Preview"]
    panes.resize(least + 1, 800)
    assert names(panes) == ["Content"]


def test_the_side_can_be_put_away(panes: Panes) -> None:
    panes.toggle_side()
    assert not panes.side.isVisible()
    projects = panes.side.widget(1)
    assert projects is not None
    panes.show_side(projects)
    assert projects.isVisible()


def test_the_preview_can_be_put_away(panes: Panes) -> None:
    panes.toggle_preview()
    assert not panes.right.isVisible()
    panes.toggle_preview()
    assert panes.right.isVisible()


def test_where_the_preview_is_a_tab_its_key_goes_to_it(panes: Panes) -> None:
    panes.resize(NARROW - 1, 800)
    panes.toggle_preview()
    assert panes._tabs.currentWidget() is panes.right
    panes._tabs.setCurrentIndex(0)
    assert not panes.right.isVisible()
    assert panes._tabs.currentWidget() is panes._tabs.widget(0)
    assert panes._tabs.currentWidget().isVisible()


def test_the_division_comes_back(panes: Panes) -> None:
    panes._columns.setSizes([200, 700, 400])
    kept = dict(panes.settings())
    panes._columns.setSizes([400, 500, 400])
    panes.apply_settings(kept)
    assert panes.settings() == kept


@pytest.mark.parametrize("text", ["", "1,2", "a,b,c", "0,0,0", "-1,2,3", "1,2,3,4"])
def test_a_division_that_does_not_fit_is_left_out(panes: Panes, text: str) -> None:
    before = panes.settings()
    panes.apply_settings({"columns": text})
    assert panes.settings() == before


def rows(panes: Panes) -> list[int]:
    return panes._rows.sizes()


def test_before_a_send_the_outcome_takes_little_and_then_what_it_needs(
    panes: Panes,
) -> None:
    above, below = rows(panes)
    assert below < above / 3
    assert panes.settings()["rows"] == ""
    panes.open_outcome()
    above, below = rows(panes)
    assert below > above * 2 / 3


def test_a_window_that_the_user_divided_stays_as_it_is(panes: Panes) -> None:
    panes._rows.moveSplitter(400, 1)
    moved = rows(panes)
    panes.open_outcome()
    assert rows(panes) == moved
    assert panes.settings()["rows"] == ",".join(map(str, moved))


def test_what_was_remembered_wins_over_the_first_send(panes: Panes) -> None:
    panes.apply_settings({"rows": "650,150"})
    kept = rows(panes)
    panes.open_outcome()
    assert rows(panes) == kept


def test_no_title_of_a_pane_is_cut_off(panes: Panes) -> None:
    panes.side.addTab(QLabel("messages"), "Messages and files")
    QApplication.sendPostedEvents()
    panes._columns.setSizes([1, 2000, 1])
    bar = panes.side.tabBar()
    padding = 4
    assert bar.width() >= bar.tabRect(bar.count() - 1).right() - padding
