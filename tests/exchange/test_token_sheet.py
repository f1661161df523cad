import pytest

from hmpush_gui.exchange.token_columns import Field
from hmpush_gui.exchange.token_source import TokenSource
from hmpush_gui.pushkit.errors import DocumentError
from tests.exchange.sheets import xlsx

from .test_token_source import A, B, C


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


def test_a_file_without_any_sheet_says_so() -> None:
    with pytest.raises(DocumentError, match="no sheet in this file"):
        TokenSource(xlsx({}))
