from html.parser import HTMLParser

from hmpush_gui.exchange.report import report
from hmpush_gui.exchange.report_html import html

from .sends import send

AWKWARD = "<script>alert(1)</script> \"'& 您好 📦"
VOID = {"meta"}


class Reader(HTMLParser):
    """Checks that every tag is closed, and collects tags and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.texts = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts += data


def test_a_page_is_whole_and_what_comes_from_outside_is_text() -> None:
    reader = Reader()
    page = html(report(send(label=AWKWARD, title=AWKWARD)), "zh")
    reader.feed(page)
    assert not reader.open
    assert "script" not in reader.tags
    assert {"h1", "h2", "table", "th", "td", "pre"} <= reader.tags
    assert AWKWARD in reader.texts
    assert '<html lang="zh">' in page


def test_a_page_loads_nothing() -> None:
    page = html(report(send()))
    assert "default-src 'none'" in page
    assert "src=" not in page.replace("default-src", "").replace("style-src", "")
    assert "href=" not in page
