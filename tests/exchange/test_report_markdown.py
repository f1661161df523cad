from hmpush_gui.exchange.report import report
from hmpush_gui.exchange.report_blocks import Heading, Listing, Note, Table
from hmpush_gui.exchange.report_markdown import markdown

from .sends import send


def test_blocks_are_markdown() -> None:
    blocks = (
        Heading("Title"),
        Table((("Name", "value"),)),
        Heading("Part"),
        Table((("1", "2"),), ("a", "b")),
        Note("Words."),
        Listing("{}"),
    )
    assert markdown(blocks).split("\n\n") == [
        "# Title",
        "|  |  |\n| --- | --- |\n| Name | value |",
        "## Part",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "Words.",
        "```\n{}\n```\n",
    ]


def test_what_comes_from_outside_is_no_mark_up() -> None:
    text = markdown((Heading("a|b\n# <img> [x](y) `c` @all"), Listing("```\n````")))
    assert text == (
        "# a\\|b \\# \\<img\\> \\[x\\](y) \\`c\\` \\@all\n\n`````\n```\n````\n`````\n"
    )


def test_every_row_of_a_report_has_the_cells_of_its_table() -> None:
    text = markdown(report(send(label="a|b\n|c", title="|")))
    tables = [part for part in text.split("\n\n") if part.startswith("|")]
    for table in tables:
        bars = {line.replace("\\|", "").count("|") for line in table.split("\n")}
        assert len(bars) == 1
    assert len(tables) == 3
