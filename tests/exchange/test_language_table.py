"""Tables of texts: what translators get and give back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.language_table import MARK, read_table, write_table
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.languages import Languages, added
from hmpush_gui.pushkit.message import Json, Message
from tests.pushkit.language_samples import (
    BODY,
    CHINESE,
    ENGLISH,
    LINES,
    TITLE,
    alert,
    two,
)

TEXT = st.text(
    st.sampled_from("ab\"',;\t\n\r中😀ä= ") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
)
TEXTS = st.dictionaries(st.sampled_from([TITLE, BODY]), TEXT)


def test_a_table_has_a_row_for_each_text_and_a_column_for_each_language() -> None:
    table = write_table(alert(), two())
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[0] == ["path", "label", "en", "zh-Hans"]
    assert rows[1:] == [
        [".".join(TITLE), "Title", ENGLISH[TITLE], CHINESE[TITLE]],
        [".".join(BODY), "Text", ENGLISH[BODY], CHINESE[BODY]],
    ]


@given(TEXTS, TEXTS, st.lists(TEXT, min_size=1).map(tuple))
def test_every_text_comes_back(
    german: dict[object, object], french: dict[object, object], lines: tuple[str, ...]
) -> None:
    others = {"de": {**german, LINES: lines}, "fr": french}
    languages = Languages(("en", "de", "fr"), "en", others)  # type: ignore[arg-type]
    found = read_table(MARK + write_table(alert(), languages), alert())
    assert found.texts == {"en": ENGLISH, **others}
    assert (found.unknown_paths, found.unknown_tags) == ((), ())


def test_cells_that_say_nothing_are_counted_and_left_alone() -> None:
    languages = added(two(), "de", {})
    found = read_table(write_table(alert(), languages), alert())
    assert found.texts["de"] == {}
    assert found.missing == 2


def test_what_has_no_place_is_named() -> None:
    table = (
        "label;path;EN;klingonisch;zh_hans;\n"
        "Title;payload.notification.title;A;B;C;D\n"
        "Old;payload.old;A;B;C\n"
        "Category;payload.notification.category;IM;IM;IM\n"
        ";;;;\n"
        "Text;payload.notification.body\n"
    )
    found = read_table(table, alert())
    assert found.texts == {"en": {TITLE: "A"}, "zh-Hans": {TITLE: "C"}}
    assert found.unknown_tags == ("klingonisch",)
    assert found.unknown_paths == ("payload.old", "payload.notification.category")
    assert found.missing == 2


def test_an_entry_of_a_list_has_a_path_of_its_own() -> None:
    names = ("message", "android", "notification", "buttons")
    document: Json = {"message": {"android": {"notification": {}}}}
    button = write(document, names, [{"name": "Open"}])
    message = Message(alert().api.V1, "", button)
    table = write_table(message, Languages(("en", "de"), "en", {"de": {}}))
    assert "message.android.notification.buttons.0.name,Button" in table
    assert read_table(table, message).texts["en"] == {(*names, "0", "name"): "Open"}
    beyond = read_table(table.replace("buttons.0", "buttons.7"), message)
    assert beyond.texts["en"] == {}
    assert beyond.unknown_paths == ("message.android.notification.buttons.7.name",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_separator_of_a_spreadsheet_will_do(delimiter: str) -> None:
    table = f"path,en\n{'.'.join(TITLE)},A\n".replace(",", delimiter)
    assert read_table(table, alert()).texts == {"en": {TITLE: "A"}}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("", "no table"),
        ("a,b\n1,2", "no table"),
        ("path,label\nx,y", "no table"),
        ("path,nobody knows\nx,y", "no table"),
        ('path,en\n"payload', "line 2"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(table: str, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_table(table, alert())
    assert words in str(caught.value.sentence)
