from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.connection import (
    USUAL,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
)
from hmpush_gui.pushkit.trial_report import Certificate, Trial
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.kept_secrets import KeptSecrets

from . import samples
from .conftest import Heard, focused, press_key, show

FULL = Connection(
    ProxyUse.OWN,
    "http://proxy.test:3128",
    True,
    "*.corp.test",
    Trust.ADD,
    "/ca.pem",
    False,
    "/me.pem",
    "/me.key",
    True,
    5,
    6,
    7,
    8,
)
WORKS = Trial(
    samples.TEST.push_host,
    peer="10.0.0.1:443",
    tls="TLSv1.3",
    cipher="TLS_AES_256_GCM_SHA384",
    certificate=Certificate("push.test", "Corp CA", 1_900_000_000),
    status="404 Not Found",
    seconds=0.25,
)
FAILS = Trial("https://oauth.test", failure=Sentence("test", "It has expired."))


def opened(qtbot: QtBot, connection: Connection = USUAL) -> ConnectionDialog:
    dialog = ConnectionDialog(samples.TEST, connection)
    qtbot.addWidget(dialog)
    show(qtbot, dialog)
    return dialog


def save(dialog: ConnectionDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def click(dialog: ConnectionDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"connection.{name}")
    assert isinstance(button, QPushButton)
    button.click()


def choose(dialog: ConnectionDialog, use: ProxyUse) -> None:
    dialog.proxy.use.setCurrentIndex(dialog.proxy.use.findData(use))


@pytest.mark.parametrize("connection", [USUAL, FULL])
def test_what_is_not_touched_is_saved_as_it_was(
    qtbot: QtBot, heard: Heard, connection: Connection
) -> None:
    dialog = opened(qtbot, connection)
    saved = heard(dialog.saved)
    save(dialog)
    assert saved == [(connection, ConnectionSecrets())]
    assert not dialog.isVisible()


def test_a_proxy_and_its_login_are_typed_with_the_keyboard(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = opened(qtbot)
    saved = heard(dialog.saved)
    assert not dialog.proxy.address.isVisible()
    dialog.proxy.use.setFocus()
    press_key(focused(), Qt.Key.Key_End)
    assert dialog.proxy.address.isVisible()
    for text in ("socks5://proxy.test:1080/", None, "alice", "dummy-word", "a.test"):
        press_key(focused(), Qt.Key.Key_Tab)
        if text is None:
            press_key(focused(), Qt.Key.Key_Space)
        else:
            line = focused()
            assert isinstance(line, QLineEdit)
            QTest.keyClicks(line, text)
    assert dialog.proxy.password.echoMode() is QLineEdit.EchoMode.Password
    save(dialog)
    ((connection, given),) = saved
    assert connection == Connection(
        ProxyUse.OWN, "socks5://proxy.test:1080", True, "a.test"
    )
    assert given == ConnectionSecrets("alice", "dummy-word")


def test_enter_on_test_connection_tests_and_does_not_save(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = opened(qtbot)
    tested, saved = heard(dialog.trial_wanted), heard(dialog.saved)
    dialog.test.setFocus()
    press_key(dialog.test, Qt.Key.Key_Return)
    assert len(tested) == 1
    assert not saved
    assert dialog.isVisible()


def test_what_is_wrong_is_told_where_it_was_typed(qtbot: QtBot, heard: Heard) -> None:
    dialog = opened(qtbot)
    saved = heard(dialog.saved)
    dialog.trust.trust.setCurrentIndex(1)
    choose(dialog, ProxyUse.OWN)
    dialog.tabs.setCurrentWidget(dialog.waiting)
    save(dialog)
    assert "is no address of a proxy" in dialog.problem.text()
    assert focused() is dialog.proxy.address
    dialog.proxy.address.setText("http://proxy.test")
    dialog.proxy.login.setChecked(True)
    assert not dialog.problem.isVisible()
    save(dialog)
    assert focused() is dialog.proxy.user
    dialog.proxy.login.setChecked(False)
    save(dialog)
    assert "Choose the CA file" in dialog.problem.text()
    assert focused() is dialog.trust.ca_file
    assert saved == []
    assert dialog.isVisible()


def test_a_kept_login_goes_to_no_other_proxy(qtbot: QtBot, heard: Heard) -> None:
    dialog = opened(qtbot, FULL)
    wanted = heard(dialog.trial_wanted)
    dialog.proxy.address.setText("http://evil.test:3128")
    dialog.test.click()
    assert wanted == []
    assert "belong to http://proxy.test:3128" in dialog.problem.text()


def test_a_kept_key_password_does_not_go_with_another_key(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = opened(qtbot, FULL)
    saved = heard(dialog.saved)
    dialog.show_kept(KeptSecrets(True, True, "Kept in: a box."))
    assert "kept" in dialog.trust.password.placeholderText()
    assert dialog.trust.about_password.text() == "Kept in: a box."
    dialog.trust.key.setText("/other.key")
    save(dialog)
    assert saved == [
        (
            replace(FULL, client_key="/other.key", has_key_password=False),
            ConnectionSecrets(),
        )
    ]


def test_a_login_that_is_not_wanted_is_not_handed_on(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = opened(qtbot)
    saved = heard(dialog.saved)
    choose(dialog, ProxyUse.OWN)
    dialog.proxy.address.setText("http://proxy.test:1")
    dialog.proxy.login.setChecked(True)
    dialog.proxy.user.setText("alice")
    dialog.proxy.password.setText("dummy-word")
    choose(dialog, ProxyUse.NONE)
    save(dialog)
    ((connection, given),) = saved
    assert isinstance(connection, Connection)
    assert not connection.has_login
    assert given == ConnectionSecrets()


def test_a_password_in_an_address_that_is_not_used_is_not_saved(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = opened(qtbot)
    saved = heard(dialog.saved)
    choose(dialog, ProxyUse.OWN)
    dialog.proxy.address.setText("http://bob:hush@proxy.test:1")
    choose(dialog, ProxyUse.SYSTEM)
    save(dialog)
    assert saved == [(USUAL, ConnectionSecrets())]


def test_a_proxy_without_a_scheme_is_one_of_http(qtbot: QtBot, heard: Heard) -> None:
    dialog = opened(qtbot)
    saved = heard(dialog.saved)
    choose(dialog, ProxyUse.OWN)
    dialog.proxy.address.setText(" proxy.test:3128/ ")
    save(dialog)
    kept = Connection(proxy=ProxyUse.OWN, proxy_address="http://proxy.test:3128")
    assert saved == [(kept, ConnectionSecrets())]


def test_that_certificates_go_unchecked_is_said_loudly(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.tabs.setCurrentWidget(dialog.trust)
    assert not dialog.trust.danger.isVisible()
    dialog.trust.unchecked.setChecked(True)
    assert dialog.trust.danger.isVisible()
    assert "Unsafe" in dialog.trust.danger.text()
    assert not dialog.typed().verify


def test_the_proxy_of_the_computer_is_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://bob:dummy-word@proxy.test:8080")
    monkeypatch.setenv("NO_PROXY", "")
    dialog = opened(qtbot)
    assert "http://proxy.test:8080" in dialog.proxy.about.text()
    assert "dummy-word" not in dialog.proxy.about.text()
    monkeypatch.setenv("HTTPS_PROXY", "ftp://proxy.test")
    assert "cannot be used" in opened(qtbot).proxy.about.text()


def test_a_file_is_chosen_into_its_line(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.tabs.setCurrentWidget(dialog.trust)
    click(dialog, "certificate.choose")
    files = dialog.findChild(QFileDialog)
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit("/tmp/me.pem")
    assert dialog.trust.certificate.text() == "/tmp/me.pem"
    files.close()


def test_seconds_go_back_to_what_they_were_at_first(qtbot: QtBot) -> None:
    dialog = opened(qtbot, FULL)
    click(dialog, "usual")
    typed = dialog.typed()
    assert (typed.connect, typed.read) == (USUAL.connect, USUAL.read)


# -- the test


def test_a_test_is_wanted_shown_and_copied(qtbot: QtBot, heard: Heard) -> None:
    dialog = opened(qtbot, FULL)
    wanted = heard(dialog.trial_wanted)
    dialog.test.click()
    assert wanted == [(FULL, ConnectionSecrets())]
    assert not dialog.test.isEnabled()
    assert dialog.test.text() == "Testing…"
    dialog.show_trials([WORKS, FAILS])
    assert dialog.test.isEnabled()
    assert dialog.trials.isVisible()
    shown = [label.text() for label in dialog.trials.findChildren(QLabel)]
    assert "It has expired." in shown
    assert "TLSv1.3, TLS_AES_256_GCM_SHA384" in shown
    dialog.trials.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text == dialog.trials.text()
    assert "✓ push-api.cloud.huawei.com: the connection works." in text
    assert "  Certificate: push.test, issued by Corp CA, until 2030-03-17" in text
    assert "  Answer: HTTP 404 Not Found in 0.25 s" in text
    assert text.startswith("https://oauth.test\n✕ It has expired.")


def test_a_page_leaves_its_spare_room_to_what_the_test_saw(qtbot: QtBot) -> None:
    dialog = opened(qtbot, replace(USUAL, trust=Trust.ADD))
    dialog.resize(dialog.width(), 700)
    wide = dialog.tabs.height()
    dialog.show_trials([WORKS, FAILS])
    assert dialog.tabs.height() == dialog.tabs.minimumHeight() < wide
    dialog.waiting.boxes["connect"].setValue(9)
    assert dialog.tabs.height() > dialog.tabs.minimumHeight()


def test_an_edit_drops_what_the_test_saw_or_still_looks_for(
    qtbot: QtBot, heard: Heard
) -> None:
    dialog = opened(qtbot, FULL)
    dropped = heard(dialog.trial_dropped)
    dialog.show_trials([WORKS])
    dialog.waiting.boxes["connect"].setValue(9)
    assert not dialog.trials.isVisible()
    assert dropped == []
    dialog.test.click()
    dialog.waiting.boxes["connect"].setValue(10)
    assert dropped == [()]
    assert dialog.test.isEnabled()


def test_closing_drops_the_test(qtbot: QtBot, heard: Heard) -> None:
    dialog = opened(qtbot)
    dropped = heard(dialog.trial_dropped)
    dialog.test.click()
    press_key(dialog, Qt.Key.Key_Escape)
    assert dropped
