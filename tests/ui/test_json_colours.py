import pytest
from PySide6.QtGui import QColor, QTextDocument

from hmpush_gui.ui.json_colours import JsonColours
from hmpush_gui.ui.theme import LIGHT


def coloured(text: str) -> dict[str, str]:
    """Each coloured piece of the text and its kind."""
    document = QTextDocument()
    colours = JsonColours(document)
    document.setPlainText(text)
    colours.rehighlight()
    names = {colour: name for name, colour in LIGHT.syntax.items()}
    found = {}
    block = document.begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for span in block.layout().formats():
            part = units[span.start * 2 : (span.start + span.length) * 2]
            colour = QColor(span.format.foreground().color()).name()
            found[part.decode("utf-16-le")] = names[colour]
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ('{"a": "b"}', '"a"', "key"),
        ('{"a": "b"}', '"b"', "text"),
        ('{"a": -1.5e3}', "-1.5e3", "number"),
        ('{"a": true}', "true", "word"),
        ('{"a": null}', "null", "word"),
        ("[1]", "[", "mark"),
        ('{"🎉": "优"}', '"🎉"', "key"),
        ('{"🎉": "优"}', '"优"', "text"),
        ('{"a\\"b": 1}', '"a\\"b"', "key"),
        ('{"a": "not closed', '"not closed', "text"),
    ],
)
def test_each_part_has_its_colour(
    qapp: object, text: str, piece: str, kind: str
) -> None:
    assert coloured(text)[piece] == kind


def test_lines_before_the_first_bracket_stay_plain(qapp: object) -> None:
    found = coloured('HTTP 200 OK\ncontent-length: 5\n\n{\n  "a": 7\n}')
    assert "200" not in found
    assert "5" not in found
    assert found["7"] == "number"


def test_a_line_far_longer_than_a_message_stays_plain(qapp: object) -> None:
    long = '{"a": "' + "x" * 9000 + '"}'
    assert coloured(f'{{"b":\n{long}\n,"c": 1}}').keys() == {
        "{",
        '"b"',
        ":",
        ",",
        '"c"',
        "1",
        "}",
    }
