"""The window's language, and how it is put on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.field_badge import right_words
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.translation import (
    Language,
    Translation,
    chinese_texts,
    language_named,
    speak,
)
from hmpush_gui.ui.typed_text import placeholder_of
from hmpush_gui.ui.verdicts import counted, reason_of, word_of
from hmpush_gui.ui.words import listed, said, titled

ENGLISH = re.compile(r"^(?!.*[一-鿿]).*[A-Za-z]{2,} [A-Za-z]{2,}", re.DOTALL)
"""Two words side by side, and nothing of Chinese about them."""

ALERT = list(fields(kind("v3-alert"), "content"))

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>A</name>
<message><source>Save</source><translation>保存</translation></message>
<message><source>Save</source><comment>money</comment>
<translation>存钱</translation></message>
<message><source>Open</source><translation type="unfinished">打</translation></message>
<message><source>Close</source><translation></translation></message>
</context></TS>
"""


@pytest.fixture(autouse=True)
def _as_before(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def small(qapp: QCoreApplication, tmp_path: Path) -> Translation:
    path = tmp_path / "x.ts"
    path.write_text(TS, "utf-8")
    translation = Translation(path, qapp)
    QCoreApplication.installTranslator(translation)
    return translation


class A(QObject):
    pass


class B(A):
    pass


def test_a_text_is_looked_up_by_context_and_comment(small: Translation) -> None:
    assert QCoreApplication.translate("A", "Save") == "保存"
    assert QCoreApplication.translate("A", "Save", "money") == "存钱"
    assert B().tr("Save") == "保存"


@pytest.mark.parametrize(
    ("context", "text"), [("B", "Save"), ("A", "Open"), ("A", "Close"), ("A", "New")]
)
def test_what_has_no_finished_translation_stays_english(
    small: Translation, context: str, text: str
) -> None:
    assert QCoreApplication.translate(context, text) == text


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("", Language.SYSTEM),
        ("zh", Language.CHINESE),
        ("en", Language.ENGLISH),
        ("tlh", Language.SYSTEM),
    ],
)
def test_a_setting_names_a_language(name: str, language: Language) -> None:
    assert language_named(name) is language


def test_english_stays_english(qapp: object) -> None:
    speak(Language.ENGLISH)
    assert word_of(Verdict.ACCEPTED) == "Accepted"
    assert QLocale().language() is not QLocale.Language.Chinese


def test_chinese_reaches_texts_sentences_dates_and_the_buttons_of_qt(
    qtbot: QtBot,
) -> None:
    speak(Language.CHINESE)
    assert word_of(Verdict.ACCEPTED) == "已受理"
    sentence = Sentence("pushkit", "{label} is missing.")
    title = Sentence("schema", "Title")
    assert said(sentence.format(label=title)) == "缺少“标题”。"
    assert QLocale().dayName(1) == "星期一"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"


def test_what_asks_for_a_file_is_chinese_all_over(chinese: None, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    for which in QFileDialog.DialogLabel:
        assert re.search("[一-鿿]", dialog.labelText(which)), which


def test_chinese_has_its_own_punctuation(qapp: object) -> None:
    speak(Language.CHINESE)
    assert listed(["甲", "乙"]) == "甲、乙"
    assert titled("甲", "乙") == "甲：乙"
    assert counted(3, Verdict.ACCEPTED) == "已受理 3"


def test_codes_rights_and_regions_are_explained_in_chinese(qapp: object) -> None:
    speak(Language.CHINESE)
    why = reason_of(Verdict.REJECTED, "80300008", "")
    assert why == "消息体超过 4096 字节。（80300008）"
    category = next(each for each in ALERT if each.right)
    assert right_words(category).startswith("自分类权益")


def test_examples_are_chinese_where_people_would_read_them(qapp: object) -> None:
    speak(Language.CHINESE)
    shown = {each.path[-1]: placeholder_of(each) for each in ALERT}
    assert shown["title"] == "您的包裹正在派送"
    assert shown["inboxContent"].count("\n") == 1
    assert shown["image"].startswith("https://")


def test_the_file_of_chinese_texts_is_there(qapp: object) -> None:
    assert not Translation(chinese_texts()).isEmpty()


@pytest.fixture
def chinese(qapp: object) -> None:
    speak(Language.CHINESE)


def test_the_window_opens_in_chinese(chinese: None, window: MainWindow) -> None:
    assert [action.text() for action in window.menuBar().actions()] == [
        "消息(&M)",
        "发送(&S)",
        "视图(&V)",
        "帮助(&H)",
    ]
    tabs = window.outcome.tabs
    assert tabs.tabText(0) == "结果"
    assert window.strip.check.text() == "检查"


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_no_form_holds_a_word_of_english(
    chinese: None, window: MainWindow, each: Kind
) -> None:
    window.document.set_kind(each)
    for tab in range(5):
        window.composer.focus_tab(tab)
    assert not {words for words in _said_by(window) if ENGLISH.search(words)}


def test_an_english_window_is_full_of_english(window: MainWindow) -> None:
    assert len({words for words in _said_by(window) if ENGLISH.search(words)}) > 20


def _said_by(window: MainWindow) -> Iterator[str]:
    """What the widgets say, but for texts people typed."""
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
