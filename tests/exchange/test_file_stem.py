"""Names that every disk takes."""

import pytest

from hmpush_gui.exchange.file_stem import file_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [("Shop 2", "Shop-2"), ("a/b\\c:d", "a-b-c-d"), ("斑马银行", "斑马银行"), ("", "")],
)
def test_what_a_disk_would_not_take_is_a_dash(name: str, stem: str) -> None:
    assert file_stem(name) == stem
