from hmpush_gui.exchange.hilog import Certainty, Finding, Kind
from hmpush_gui.ui.finding_words import finding_words


def words(kind: Kind, value: str = "") -> str:
    return finding_words(Finding(kind, value, Certainty.SURE, (1,)))


def test_a_code_is_explained() -> None:
    assert words(Kind.CODE, "1000900012") == (
        "1000900012: Push is not enabled for the app.\n"
        "Push Kit was not enabled for the app’s project.\n"
        "→ Enable Push Kit for the app in AppGallery Connect."
    )
    assert "\n2. Push is not ticked" in words(Kind.CODE, "1000900010")
    assert "not in our catalogue" in words(Kind.CODE, "1000900099")


def test_what_is_hidden_has_advice_and_a_token_needs_none() -> None:
    assert "%{public}s" in words(Kind.MASKED_TOKEN)
    assert words(Kind.TOKEN, "abc") == ""
