import pytest

from hmpush_gui.pushkit.hindrances import HINDRANCES
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui.verdicts import reason_of


@pytest.mark.parametrize("reason", sorted(HINDRANCES))
def test_each_hindrance_has_words_of_its_own(qapp: object, reason: str) -> None:
    words = reason_of(Verdict.NOT_SENT, "", reason)
    assert words.endswith("nothing was sent.")
    others = HINDRANCES - {reason} | {"unreachable"}
    assert words not in {reason_of(Verdict.NOT_SENT, "", each) for each in others}
