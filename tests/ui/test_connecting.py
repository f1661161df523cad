from dataclasses import replace

from PySide6.QtWidgets import QDialogButtonBox

from hmpush_gui.pushkit.connection import USUAL, Connection, ConnectionSecrets
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.main_window import MainWindow

from . import samples
from .conftest import Heard


def dialog_of(window: MainWindow) -> ConnectionDialog:
    dialog = window.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    return dialog


def test_the_page_of_the_project_in_force_is_opened_and_kept(
    shown: MainWindow, heard: Heard
) -> None:
    given = heard(shown.connecting.secrets_given)
    kept = heard(shown.connections.edited)
    shown.connections.load({samples.TEST.key: Connection(connect=5)})
    shown.connecting.show()
    dialog = dialog_of(shown)
    assert samples.TEST.name in dialog.windowTitle()
    dialog.waiting.boxes["connect"].setValue(6)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    chosen = Connection(connect=6)
    assert kept == [({samples.TEST.key: chosen},)]
    assert given == [(samples.TEST.key, chosen, ConnectionSecrets())]


def test_the_sandbox_has_nothing_to_set(shown: MainWindow) -> None:
    shown.choice.choose(samples.SANDBOX.key)
    shown.connecting.show()
    assert shown.findChild(ConnectionDialog) is None
    assert "The sandbox is on this computer" in shown.notices.texts()[-1]


def test_a_project_whose_secrets_cannot_be_kept_yet_waits(shown: MainWindow) -> None:
    shown.choice.set_waiting(samples.TEST.key, "Opening the system keyring…")
    shown.connecting.show()
    assert shown.findChild(ConnectionDialog) is None
    assert shown.notices.texts()[-1] == "Opening the system keyring…"


def test_the_window_says_all_the_time_that_certificates_go_unchecked(
    shown: MainWindow,
) -> None:
    bar = shown.connecting.bar
    assert not bar.isVisible()
    shown.connections.put(samples.TEST.key, replace(USUAL, verify=False, connect=5))
    assert bar.isVisible()
    shown.choose_project(samples.FORMAL.key)
    assert not bar.isVisible()
    shown.choose_project(samples.TEST.key)
    assert bar.isVisible()
    bar.check.click()
    assert not bar.isVisible()
    assert shown.connections.of(samples.TEST.key) == Connection(connect=5)
