"""Lists of tokens in every kind of file."""

import io
import json
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.token_columns import Columns, Counts, Field, TokenColumns
from hmpush_gui.exchange.token_source import TokenSource
from hmpush_gui.pushkit.errors import DocumentError
from tests.cases import for_each

A, B, C = ("IQAAAACy0" + each * 40 for each in "xyz")


def source(content: bytes | str) -> TokenSource:
    data = content.encode() if isinstance(content, str) else content
    return TokenSource(io.BytesIO(data))


def read(content: bytes | str, known: Sequence[str] = ()) -> TokenColumns:
    """Read as the preview guesses."""
    opened = source(content)
    return opened.read(opened.preview.columns, known)


LISTS = {
    "lines": f"{A}\n{B}\n{C}\n",
    "no last line end": f"{A}\n{B}\n{C}",
    "Windows": f"{A}\r\n{B}\r\n{C}\r\n",
    "old Mac": f"{A}\r{B}\r{C}\r",
    "commas": f"{A},{B},{C}",
    "commas in lines": f"{A},\n{B},\n{C},\n",
    "semicolons": f"{A};{B};{C}\n",
    "tabs": f"{A}\t{B}\t{C}",
    "quotes": f"'{A}'\n“{B}”\n`{C}`\n",
    "wrapped": f'"{A[:20]}\n{A[20:]}"\n{B}\n{C}',
    "a name above": f"push_token\n{A}\n{B}\n{C}\n",
    "not quite JSON": f"[{A}, {B}, {C}]",
    "JSON": json.dumps([A, B, C]),
    "a body of v3": json.dumps({"payload": {}, "target": {"token": [A, B, C]}}),
    "a body of v1": json.dumps({"message": {"data": "", "token": [A, B, C]}}),
    "objects": json.dumps([{"id": 7, "pushToken": each} for each in (A, B, C)]),
    "lists": json.dumps([[A], [B], [C]]),
    "lists in lists": json.dumps([[[A]], [[[B]]], [[C]]]),
    "lists beside objects": json.dumps([{"token": A}, [B, [C]]]),
    "deep": json.dumps({"data": [{"phone": {"token": each}} for each in (A, B, C)]}),
    "JSON lines": "".join(f'{{"token": "{each}"}}\n' for each in (A, B, C)),
    "bodies in lines": f'{{"token": ["{A}", "{B}"]}}\n{{"token": ["{C}"]}}\n',
    "CSV": f"name,token\nP60,{A}\nMate,{B}\nNova,{C}\n",
    "CSV of Excel": f"名称;令牌\r\nP60;{A}\r\nMate;{B}\r\nNova;{C}\r\n",
    "CSV in quotes": f'"name","token"\n"P ""60"" a","{A}"\n"M,\nx","{B}"\n"N","{C}"\n',
    "TSV": f"P60\t{A}\nMate\t{B}\nNova\t{C}\n",
}


@for_each("text", LISTS.values(), ids=LISTS)
@for_each("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"], ids=str)
def test_tokens_are_found_in_each_kind_of_text(text: str, encoding: str) -> None:
    found = read(text.encode(encoding))
    assert found.tokens == [A, B, C]
    assert (found.counts.read, found.counts.repeated, found.counts.uneven) == (3, 0, 0)


def test_big_endian_is_read_by_its_mark() -> None:
    assert read("\ufeffa\nb".encode("utf-16-be")).tokens == ["a", "b"]


def test_what_stands_beside_a_token_is_read_with_it() -> None:
    found = read(
        f"label,token,tags,note,lang\nAnna’s P60,{A},qa smoke,old,zh\n"
        f"Bert,{B},,,\nTwice,{A},x,x,x\n"
    )
    assert found.tokens == [A, B]
    assert found.fields == {
        Field.LABEL: ["Anna’s P60", "Bert"],
        Field.TAGS: ["qa smoke", ""],
        Field.NOTE: ["old", ""],
        Field.LANGUAGE: ["zh", ""],
    }


def test_what_was_done_is_counted() -> None:
    text = (
        f"name,token\nP60, {A}\n\nMate,{A}\nNova,{B},more\nless\n,\n"
        f"P70,{C}\nP80,\u200b{C[:9]} {C[9:]}\n"
    )
    found = read(text, known=[B])
    assert found.tokens == [A, C]
    assert found.counts == Counts(
        read=5, repeated=2, known=1, cleaned=2, empty=3, uneven=2
    )


def test_the_caller_chooses_the_column() -> None:
    opened = source(f"{A},{B}\n{B},{C}\n")
    assert opened.read(Columns(1)).tokens == [B, C]
    assert opened.read(Columns(0, {Field.NOTE: 1}, header=True)).tokens == [B]
    assert opened.read(Columns(7, {Field.NOTE: 9})).tokens == []
    assert opened.read(Columns()).tokens == [A, B, C]


def test_the_preview_shows_the_first_rows_and_the_guess() -> None:
    preview = source("name,token\n" + "\n".join(f"P,{n}{A}" for n in range(90))).preview
    assert (preview.kind, preview.width, len(preview.rows)) == ("table", 2, 20)
    assert preview.rows[:2] == (("name", "token"), ("P", f"0{A}"))
    assert preview.columns == Columns(1, {Field.LABEL: 0}, header=True)


def test_bytes_that_show_late_to_be_no_utf_8_are_read_as_gb18030() -> None:
    rows = "".join(f"{n}{A},phone\n" for n in range(9000))
    found = read(f"token,name\n{rows}{B},测试机\n".encode("gb18030"))
    assert found.fields[Field.LABEL][-1] == "测试机"
    assert len(found.tokens) == 9001


def test_progress_is_told_and_can_end_the_reading() -> None:
    class Ended(Exception):
        pass

    told: list[tuple[int, int]] = []
    text = "".join(f"{n}{A}\n" for n in range(60000))
    opened = source(text)

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) > 2:
            raise Ended

    with pytest.raises(Ended):
        opened.read(Columns(), progress=tell)
    assert [total for _, total in told] == [len(text)] * 3
    assert 0 < told[0][0] < told[1][0] < told[2][0] <= len(text)
    assert len(opened.read(Columns()).tokens) == 60000


BAD = {
    "nothing": ("", "nothing in this file"),
    "blanks": (" \n\r\n\ufeff", "nothing in this file"),
    "a picture": ("\x89PNG\0\0", "neither a text nor a table"),
    "half a JSON": (f'{{"token": ["{A}', "breaks off in line 1"),
    "no list": ('{"code": "80000000"}', "no list of tokens"),
    "a number without end": ('{"a": ' + "9" * 5000 + "}", "breaks off"),
    "a quote without end": (f'token,x\n"{A}\n{B},y', "breaks off in line 3"),
    "half a sheet": ("PK\x03\x04 and no more", "spreadsheet cannot be read"),
}


@pytest.mark.parametrize(("text", "words"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_said(text: str, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        read(text.encode("latin-1") if "PNG" in text else text)


AWKWARD = st.text(
    st.sampled_from("ab\"',;[]{}: \t\r\n\u200b\ufeff中") | st.characters(codec="utf-8")
)


@given(AWKWARD | st.binary())
def test_any_file_is_read_or_refused_and_nothing_is_invented(
    content: str | bytes,
) -> None:
    with suppress(DocumentError):
        opened = source(content)
        for columns in (opened.preview.columns, Columns(), Columns(1, {Field.NOTE: 0})):
            found = opened.read(columns)
            counts = found.counts
            assert counts.read == len(found.tokens) + counts.repeated
            if isinstance(content, str) and opened.preview.kind != "json":
                letters = set(content)
                assert all(set(token) <= letters for token in found.tokens)
