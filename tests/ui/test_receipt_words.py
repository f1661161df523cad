from hmpush_gui.pushkit.explain import known_codes
from hmpush_gui.ui.receipt_words import (
    receipt_advice,
    receipt_words,
    result_tone,
    said_by_receipt,
)
from hmpush_gui.ui.theme import Tone


def test_every_result_of_the_catalogue_has_words(qapp: object) -> None:
    for key in known_codes("receipts"):
        words = receipt_words(int(key))
        assert words.endswith(f" (receipt {key})")
        assert said_by_receipt(int(key)) == f"Receipt says: {words}"
        assert "→" in receipt_advice(int(key))


def test_only_a_delivery_is_good_and_what_waits_is_quiet(qapp: object) -> None:
    tones = {each: result_tone(each) for each in (0, 2, 15, 27, 9999)}
    assert tones == {
        0: Tone.GOOD,
        2: Tone.WARNING,
        15: Tone.QUIET,
        27: Tone.QUIET,
        9999: Tone.WARNING,
    }
