from hmpush_gui.pushkit.pages import page, page_names
from tests.cases import for_each


@for_each("name", page_names())
@for_each("language", ["en", "zh"])
def test_every_page_is_one_of_huaweis_developer_pages(name: str, language: str) -> None:
    found = page(name, language)
    assert found.url.startswith("https://developer.huawei.com/consumer/")
    assert found.title


def test_an_unknown_language_is_read_in_english() -> None:
    assert page("receipts", "fr") == page("receipts", "en")
    assert page("receipts", "zh") != page("receipts", "en")
