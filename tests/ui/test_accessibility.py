"""The window without eyes and without a mouse."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.connection import USUAL
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.project import CredentialKind
from hmpush_gui.pushkit.trial_report import Trial
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.gallery_dialog import GalleryDialog
from hmpush_gui.ui.keys_dialog import KeysDialog
from hmpush_gui.ui.languages_dialog import LanguagesDialog
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.phone_list import PhoneItem
from hmpush_gui.ui.project_dialog import ProjectDialog
from hmpush_gui.ui.sending_dialog import SendingDialog
from hmpush_gui.ui.theme import Tone
from tests.cases import for_each

from . import samples
from .conftest import focused, press_key, show

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QPlainTextEdit,
    QAbstractItemView,
    QTabBar,
    QCheckBox,
)


def is_control(widget: QWidget) -> bool:
    """Whether `widget` is a control of ours, not a part of one that Qt made."""
    if not isinstance(widget, CONTROLS) or isinstance(widget, QHeaderView):
        return False
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, CONTROLS):
            return False
        above = above.parentWidget()
    return not widget.objectName().startswith("qt_") or isinstance(widget, QTabBar)


def controls(window: QWidget) -> list[QWidget]:
    """Our controls of `window`; the lists of combo boxes are windows of their own."""
    inside = (each for each in window.findChildren(QWidget) if each.window() is window)
    return [each for each in inside if is_control(each)]


def spoken(widget: QWidget) -> str:
    """What a screen reader says first."""
    if isinstance(widget, QTabBar):
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return str(interface.text(QAccessible.Text.Name))


def everything(window: MainWindow) -> None:
    """Bring every part of the window up once, with something in it."""
    window.tell("Something happened.", Tone.WARNING)
    window.confirm.ask("Sure?", "Yes", window.tour.check_only)
    window.confirm.cancel()
    window.phone.add([PhoneItem("t", "Phone 1", "12:00", "Hello", "World")], 1)
    for state in (State.PAUSED, State.STOPPED):
        window.outcome.progress.start(samples.record("a", key=state))
        window.outcome.progress.show_progress(state, Progress(state, 1, {}))
    window.outcome.start(samples.record("a"))
    window.outcome.settle("send", 0, samples.accepted("a"))
    every_page(window)


def every_page(window: MainWindow) -> None:
    for tabs in (window.composer.tabs, window.outcome.tabs, window.panes.side,
                 window.panes.right):  # fmt: skip
        for index in range(tabs.count()):
            tabs.setCurrentIndex(index)
        tabs.setCurrentIndex(0)


def unnamed(window: QWidget) -> list[str]:
    return [
        f"{type(each).__name__} {each.objectName()!r} says {spoken(each)!r}"
        for each in controls(window)
        if not each.objectName() or not (spoken(each) or is_empty_link(each))
    ]


def is_empty_link(widget: QWidget) -> bool:
    """The line beside Send is hidden while there is nothing to say."""
    return widget.objectName() == "strip.problems" and widget.isHidden()


def repeated(window: MainWindow) -> list[str]:
    names = Counter(
        each.objectName()
        for each in window.findChildren(QWidget)
        if each.objectName() and not each.objectName().startswith(("qt_", "_q"))
        if not window.notices.isAncestorOf(each)
        if not isinstance(each.parentWidget(), QTabBar)
    )
    return [name for name, count in names.items() if count > 1]


def test_every_control_of_the_window_has_a_name_of_its_own(shown: MainWindow) -> None:
    everything(shown)
    for kind in kinds():
        shown.document.set_kind(kind)
        every_page(shown)
        assert len(controls(shown)) > 30, kind.key
        assert unnamed(shown) == [], kind.key
        assert repeated(shown) == [], kind.key


def dialogs(qtbot: QtBot, window: MainWindow) -> Iterator[QWidget]:
    yield ProjectDialog(None, frozenset(), window)
    yield ProjectDialog(samples.TEST, frozenset(CredentialKind), window)
    yield window.doctoring.open(Case(samples.TEST))
    yield KeysDialog(window.actions_._all, window)
    yield SendingDialog(window.sending, window.keeping, window)
    connection = ConnectionDialog(samples.TEST, USUAL, window)
    connection.show_trials([Trial("https://push.test", status="200 OK")])
    yield connection
    yield GalleryDialog(window.filing.samples, window.filing.app(), window)
    languages = LanguagesDialog(window.document, window.translating, window)
    languages.confirm.ask("Sure?", "Yes", window.tour.check_only)
    languages.confirm.cancel()
    yield languages


def test_every_control_of_a_dialog_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    for dialog in dialogs(qtbot, window):
        assert controls(dialog)
        assert unnamed(dialog) == []
        names = Counter(each.objectName() for each in controls(dialog))
        assert max(names.values()) == 1


def tab_walk(qtbot: QtBot, start: QWidget, key: Qt.Key) -> list[str]:
    """The names under the keyboard, until the first one comes again."""
    start.setFocus()
    walk: list[QWidget] = []
    while True:
        now = focused()
        if now is start and walk:
            return [each.objectName() for each in walk]
        assert now not in walk, f"a trap: {[each.objectName() for each in walk]}"
        walk.append(now)
        assert len(walk) < 200
        press_key(now, key)


@for_each("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@for_each("part", range(5))
def test_tab_visits_the_whole_window_and_comes_back(
    shown: MainWindow, qtbot: QtBot, key: Qt.Key, part: int
) -> None:
    everything(shown)
    shown.composer.tabs.setCurrentIndex(part)
    names = tab_walk(qtbot, shown.strip.project, key)
    wanted = {
        "strip.project", "strip.test", "strip.check", "strip.send", "kind",
        "devices.paste", "devices.add", "devices.table", "results.table",
    }  # fmt: skip
    assert wanted <= set(names)
    parts = [
        "field.payload.notification.title",
        "field.payload.notification.clickAction.actionType",
        "data.rows",
        "field.pushOptions.ttl",
        "json.text",
    ]
    assert parts[part] in names


def test_tab_walks_from_the_top_to_the_bottom(shown: MainWindow, qtbot: QtBot) -> None:
    everything(shown)
    names = tab_walk(qtbot, shown.strip.project, Qt.Key.Key_Tab)
    order = [
        "strip.project",
        "strip.send",
        "devices.paste",
        "devices.table",
        "kind",
        "languages.box",
        "placeholders",
        "field.payload.notification.title",
        "size.words",
        "results.table",
    ]
    places = [names.index(name) for name in order]
    assert places == sorted(places), names


@for_each("tab", range(6))
def test_tab_is_not_caught_in_the_lower_part(
    shown: MainWindow, qtbot: QtBot, tab: int
) -> None:
    everything(shown)
    shown.outcome.tabs.setCurrentIndex(tab)
    names = tab_walk(qtbot, shown.strip.project, Qt.Key.Key_Tab)
    wanted = (
        "results.table", "request.text", "response.tree", "timeline.table",
        "explain.nothing", "history.search",
    )  # fmt: skip
    assert wanted[tab] in names


def test_tab_walks_through_the_project_dialog(qtbot: QtBot, qapp: object) -> None:
    dialog = ProjectDialog(None, frozenset())
    qtbot.addWidget(dialog)
    show(qtbot, dialog)
    names = tab_walk(qtbot, dialog.name, Qt.Key.Key_Tab)
    order = [
        "project.name", "project.environment", "project.choose_key",
        "project.project_id", "project.client_id", "project.secret",
        "project.show_secret", "project.memory_only", "project.region",
        "project.push_host", "project.oauth_host",
    ]  # fmt: skip
    assert names[: len(order)] == order
    assert {"project.save", "project.cancel"} <= set(names)
