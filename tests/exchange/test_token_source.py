"""Lists of tokens in every kind of file."""

import io
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.token_columns import Columns, Counts, Field, TokenColumns
from hmpush_gui.exchange.token_source import TokenSource
from hmpush_gui.pushkit.errors import DocumentError
from tests.cases import for_each
from tests.exchange.sheets import xlsx

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


def test_tags_in_a_list_are_parted_by_commas() -> None:
    found = read(json.dumps([{"token": A, "tags": ["qa", "smoke"]}]))
    assert found.fields[Field.TAGS] == ["qa, smoke"]


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


def test_a_line_that_is_no_json_is_counted_and_left_out() -> None:
    found = read(f'{{"token": "{A}"}}\n{{"token": "{B}"}}\n{{"tok')
    assert found.tokens == [A, B]
    assert (found.counts.uneven, found.counts.empty) == (1, 1)


def test_a_sheet_is_read_and_whole_numbers_stay_whole() -> None:
    sheet = xlsx({"Empty": [], "Phones": [["名称", "Token"], [60, A], ["", B], ["x"]]})
    opened = TokenSource(sheet)
    assert opened.preview.kind == "sheet"
    assert (opened.preview.sheets, opened.preview.sheet) == (
        ("Empty", "Phones"),
        "Phones",
    )
    found = opened.read(opened.preview.columns)
    assert (found.tokens, found.fields[Field.LABEL]) == ([A, B], ["60", ""])


def test_another_sheet_can_be_named() -> None:
    sheets = xlsx({"One": [[A]], "Two": [[B], [C]]})
    opened = TokenSource(sheets, "Two")
    assert opened.read(opened.preview.columns).tokens == [B, C]
    with pytest.raises(DocumentError, match=r"no sheet “Three” .* It has: One, Two"):
        TokenSource(sheets, "Three")


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


def test_a_file_of_many_blocks_keeps_every_line_whole() -> None:
    tokens = [f"{n:07}{A * 3}" for n in range(20000)]
    assert read("\r\n".join(tokens)).tokens == tokens
    assert read(",".join(tokens)).tokens == tokens
    quoted = "".join(f'"{each[:60]}\n{each[60:]}"\n' for each in tokens)
    assert read(quoted).tokens == tokens
    table = "".join(f'"{each}";"a\nb ""x"""\n' for each in tokens)
    found = read(f"token;note\n{table}")
    assert found.tokens == tokens
    assert set(found.fields[Field.NOTE]) == {'a\nb "x"'}


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


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.just("token"), inner)
    ),
)


def seen(text: str) -> str:
    """What is to be seen of a text: without spaces and what has no look."""
    return "".join(each for each in text if category(each)[0] not in "CZ")


def written(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def texts_in(content: object) -> Iterator[str]:
    """Every text in it, and everything else as it is written."""
    yield seen(content if isinstance(content, str) else json.dumps(content))
    if isinstance(content, dict):
        content = list(content.values())
    if isinstance(content, list):
        # A list inside of a row is shown in one cell.
        yield seen(",".join(map(written, content)))
        for each in content:
            yield from texts_in(each)


@given(st.lists(JSON) | st.dictionaries(st.text(), JSON))
def test_every_token_that_is_read_from_a_json_stands_in_it(content: object) -> None:
    with suppress(DocumentError):
        opened = source(json.dumps(content))
        found = opened.read(opened.preview.columns)
        assert found.counts.read == len(found.tokens) + found.counts.repeated
        texts = list(texts_in(content))
        for token in map(seen, found.tokens):
            assert any(token in text for text in texts), token


@st.composite
def planted(draw: st.DrawFn) -> tuple[list[str], object]:
    """Tokens, and a JSON with a list of them somewhere in it."""
    alphabet = st.sampled_from("ABCxyz0189-_")
    tokens = draw(st.lists(st.text(alphabet, min_size=40, max_size=60), min_size=1))
    beside = st.dictionaries(
        st.sampled_from(["id", "model", "when", "名称"]),
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    )
    name = draw(st.sampled_from(["token", "push_token", "pushToken", "令牌"]))
    shape = draw(st.sampled_from(["text", "list", "object", "deep"]))
    content: object = [
        token if shape == "text"
        else [token] if shape == "list"
        else {**draw(beside), name: token} if shape == "object"
        else {**draw(beside), "phone": {**draw(beside), name: token}}
        for token in tokens
    ]  # fmt: skip
    for key in draw(st.lists(st.sampled_from(["data", "target", "message"]))):
        content = {**draw(beside), key: content}
    return tokens, content


@given(planted())
def test_every_token_in_a_json_is_found_and_nothing_else(
    given_: tuple[list[str], object],
) -> None:
    tokens, content = given_
    found = read(json.dumps(content))
    assert list(found.tokens) == list(dict.fromkeys(tokens))
    assert found.counts.repeated == len(tokens) - len(set(tokens))
