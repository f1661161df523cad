"""The steps from nothing to a formal push."""

import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.setup_steps import step_keys, steps


def test_the_way_leads_from_a_try_to_formal_pushes() -> None:
    keys = step_keys()
    assert (keys[0], keys[-1]) == ("sandbox", "formal")
    order = ["enable", "location", "right", "client-id", "token", "profile", "test"]
    assert [key for key in keys if key in order] == order
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_step_says_why_and_what_is_missing_without_it(language: str) -> None:
    for step in steps(language):
        assert step.title
        assert step.why
        assert step.without
        if step.group == "console":
            assert step.where
            assert step.elsewhere
            assert step.where != step.elsewhere


def test_the_console_is_told_in_both_languages() -> None:
    english = {step.key: step for step in steps("en")}
    chinese = {step.key: step for step in steps("zh")}
    assert "Grow > Push Kit > Enable now" in english["enable"].where
    assert "增长 > 推送服务 > 立即开通" in english["enable"].elsewhere
    assert chinese["enable"].where == english["enable"].elsewhere


def test_every_symptom_is_one_that_we_can_explain() -> None:
    rows = assets.read_json("pushkit/setup.json")["steps"]
    for row, step in zip(rows, steps(), strict=True):
        named = [*row["codes"], *row["reasons"], *row["device"], *row["receipts"]]
        assert [each.name for each in step.symptoms] == named
        assert all(each.meaning for each in step.symptoms)
        assert row["source"]


def test_the_step_of_the_right_tells_of_two_notifications_a_day() -> None:
    (right,) = [step for step in steps() if step.key == "right"]
    assert "2 a day" in right.without


def test_the_step_of_the_token_tells_when_it_changes() -> None:
    (token,) = [step for step in steps() if step.key == "token"]
    for word in ("re-install", "restore", "HarmonyOS 4 to 5"):
        assert word in token.why
