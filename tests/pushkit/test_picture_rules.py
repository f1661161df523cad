import pytest

from hmpush_gui.pushkit.picture_place import PictureUse
from hmpush_gui.pushkit.picture_rules import PictureFacts, amount, picture_hints

KB = 1024
ALERT, LEGACY, WIDGET = PictureUse.NOTIFICATION, PictureUse.LEGACY, PictureUse.WIDGET


def facts(
    width: int = 128, height: int = 128, size: int = KB, name: str = "PNG"
) -> PictureFacts:
    return PictureFacts(width, height, size, name)


def told(of: PictureFacts, use: PictureUse) -> list[tuple[str, bool]]:
    return [(str(hint.sentence), hint.hides) for hint in picture_hints(of, use)]


@pytest.mark.parametrize(
    ("use", "good"),
    [
        (ALERT, facts(221, 221, 4_000_000)),
        (ALERT, facts(name="BMP")),
        (LEGACY, facts(4000, 4000, 512 * KB)),
        (WIDGET, facts(4000, 100, 512 * KB, "WEBP")),
    ],
)
def test_nothing_is_said_of_a_picture_that_is_shown_whole(
    use: PictureUse, good: PictureFacts
) -> None:
    assert told(good, use) == []


def test_an_alert_takes_192_kb_of_pixels_and_no_more() -> None:
    assert told(facts(49_152, 1), ALERT)[0][1] is False
    ((words, hides),) = told(facts(512, 512), ALERT)
    assert hides
    assert words == (
        "Would not be shown: 512×512 is 1 MB of pixels, at most 192 KB (about 221×221)."
        " 128×128 is advised."
    )
    assert told(facts(222, 222), ALERT)[0][1]


@pytest.mark.parametrize("use", [LEGACY, WIDGET])
def test_the_others_take_a_file_of_512_kb_and_no_more(use: PictureUse) -> None:
    ((words, hides),) = told(facts(size=512 * KB + 1), use)
    assert hides
    assert "the file has 512 KB, at most 512 KB" in words or "512.0" not in words


@pytest.mark.parametrize(
    ("use", "name", "shown"),
    [
        (ALERT, "GIF", False),
        (ALERT, "JPEG", True),
        (LEGACY, "WEBP", False),
        (LEGACY, "BMP", False),
        (WIDGET, "BMP", False),
        (WIDGET, "WEBP", True),
    ],
)
def test_each_place_takes_its_formats(use: PictureUse, name: str, shown: bool) -> None:
    found = told(facts(name=name), use)
    assert (found == []) is shown
    if not shown:
        assert f"{name} is not taken here" in found[0][0]
        assert found[0][1]


def test_webp_in_an_alert_needs_a_new_phone() -> None:
    ((words, hides),) = told(facts(name="WEBP"), ALERT)
    assert "6.1.0(23)" in words
    assert not hides


@pytest.mark.parametrize("use", [ALERT, LEGACY])
def test_a_picture_that_is_no_square_is_said_to_be_cropped(use: PictureUse) -> None:
    assert told(facts(200, 100), use) == [
        ("Not a square: of 200×100 the middle is shown.", False)
    ]


def test_how_a_hidden_picture_would_look_is_not_said() -> None:
    found = told(facts(9000, 10, name="GIF"), ALERT)
    assert [hides for _, hides in found] == [True, True]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"), (1023, "1023 B"), (KB, "1 KB"), (1536, "1.5 KB"),
        (192 * KB, "192 KB"), (KB * KB, "1 MB"), (5 * KB * KB, "5 MB"),
    ],
)  # fmt: skip
def test_amounts_are_said_in_the_unit_that_fits(size: int, words: str) -> None:
    assert amount(size) == words
