from dataclasses import replace

import pytest

from hmpush_gui.pushkit.chances import Chance
from hmpush_gui.pushkit.checklist import Check, check_names, checklist
from hmpush_gui.pushkit.checklist_judges import JUDGES
from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.explain import known_codes
from hmpush_gui.pushkit.kinds import kind, kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.sent_message import Sent
from hmpush_gui.pushkit.usage import Count
from tests.cases import for_each

NOON = 1_700_049_600.0 + 12 * 3600 - 1_700_049_600.0 % 86_400
NOTICE: Path = ("payload", "notification")
OPTIONS: Path = ("pushOptions",)
PROJECT = Project("shop", "Shop", region="germany")

LIKELY, POSSIBLE, EXCLUDED = Chance


def sent(key: str = "v3-alert", values: dict[Path, object] | None = None) -> Sent:
    """A message of a kind, with these values, that went out a minute ago."""
    blank = kind(key)
    document = blank.blank
    for path, value in (values or {}).items():
        document = write(document, path, value)
    message = Message(blank.api, blank.push_type, document)
    return Sent(message, PROJECT, NOON, NOON + 60)


def found(case: Sent) -> dict[str, Check]:
    return {check.key: check for check in checklist(case)}


def said(check: Check) -> str:
    return str(check.here) if check.here else ""


def test_every_cause_has_a_judge_and_every_judge_a_cause() -> None:
    assert set(check_names()) == set(JUDGES)


def test_receipts_named_are_receipts_known() -> None:
    named = {code for each in kinds() for check in checklist(sent(each.key))
             for code in check.receipts}  # fmt: skip
    assert named <= set(known_codes("receipts"))
    assert {"6", "256", "31"} <= named


@for_each("key", [each.key for each in kinds()])
@for_each("language", ["en", "zh"])
def test_every_kind_has_a_list_from_likely_to_excluded(key: str, language: str) -> None:
    checks = checklist(sent(key), language)
    assert len(checks) >= 5
    chances = [each.chance for each in checks]
    assert chances == sorted(chances)
    for check in checks:
        assert check.title
        assert check.why
        assert check.look
        assert check.pages
        assert "{" not in said(check)


def test_a_category_without_its_right_is_the_first_suspect() -> None:
    case = sent(
        values={(*NOTICE, "category"): "EXPRESS", (*OPTIONS, "testMessage"): False}
    )
    assert checklist(case)[0].key == "right"
    assert said(checklist(case)[0]) == "category is EXPRESS."


def test_a_test_message_needs_no_right() -> None:
    values = {(*NOTICE, "category"): "EXPRESS", (*OPTIONS, "testMessage"): True}
    assert found(sent(values=values))["right"].chance is EXCLUDED


def test_marketing_comes_silently_and_needs_no_right() -> None:
    checks = found(sent(values={(*NOTICE, "category"): "MARKETING"}))
    assert checks["marketing"].chance is LIKELY
    assert "right" not in checks


@pytest.mark.parametrize(
    ("test", "count", "chance", "words"),
    [
        (True, None, POSSIBLE, "1000 requests"),
        (True, Count(12, 1000), POSSIBLE, "12 of 1000"),
        (True, Count(1000, 1000), LIKELY, "1000 of 1000"),
        (False, None, POSSIBLE, "2 a device and day"),
        (False, Count(2, 2, 1), POSSIBLE, "had 2 today"),
        (False, Count(3, 2, 1), LIKELY, "had 3 today"),
    ],
)
def test_quotas_count_what_this_computer_sent(
    test: bool, count: Count | None, chance: Chance, words: str
) -> None:
    values = {(*NOTICE, "category"): "MARKETING", (*OPTIONS, "testMessage"): test}
    case = sent(values={**values, (*NOTICE, "title"): "Sale"})
    check = found(replace(case, count=count))["quota"]
    assert check.chance is chance
    assert words in said(check)


@pytest.mark.parametrize(
    ("name", "value", "key", "chance"),
    [
        ("foregroundShow", False, "foreground", LIKELY),
        ("foregroundShow", True, "foreground", EXCLUDED),
        ("notifyId", 7, "replaced", POSSIBLE),
        ("notifyId", -1, "replaced", EXCLUDED),
        ("appMessageId", "a-1", "repeated", POSSIBLE),
        ("profileId", "me", "profile", LIKELY),
        ("clickAction", {"actionType": 0}, "click", EXCLUDED),
        ("clickAction", {"actionType": 1, "uri": "app://x"}, "click", POSSIBLE),
    ],
)
def test_values_of_the_notification_are_judged(
    name: str, value: object, key: str, chance: Chance
) -> None:
    check = found(sent(values={(*NOTICE, name): value}))[key]
    assert check.chance is chance
    assert check.here is not None


def test_what_is_not_given_is_not_suspected() -> None:
    checks = found(sent())
    assert not {"repeated", "profile", "widget", "live", "silent-kind", "dry-run"} & {
        *checks
    }


def test_offline_messages_replace_each_other_by_their_collapse_key() -> None:
    check = found(sent(values={(*OPTIONS, "collapseKey"): 5}))["collapsed"]
    assert (check.chance, said(check)) == (POSSIBLE, "The collapse key is 5.")
    assert found(sent())["collapsed"].chance is EXCLUDED


@pytest.mark.parametrize(
    ("ttl", "later", "chance"),
    [(30, 60, LIKELY), (600, 60, POSSIBLE), (86_400, 60, EXCLUDED)],
)
def test_the_time_to_live_is_held_against_the_clock(
    ttl: int, later: int, chance: Chance
) -> None:
    case = sent(values={(*OPTIONS, "ttl"): ttl})
    assert found(replace(case, now=case.at + later))["ttl"].chance is chance


def test_a_day_is_the_time_to_live_that_nobody_gave() -> None:
    case = replace(sent(), now=NOON + 86_401)
    assert found(case)["ttl"].chance is LIKELY


def test_the_legacy_time_to_live_is_a_text() -> None:
    case = sent("v1-notification", {("message", "android", "ttl"): "30s"})
    assert case.ends == case.at + 30


@pytest.mark.parametrize("key", ["v3-background", "v1-data"])
def test_messages_that_show_nothing_say_so_first(key: str) -> None:
    assert checklist(sent(key, {("validate_only",): False}))[0].key == "silent-kind"


def test_a_dry_run_reaches_nobody() -> None:
    case = sent("v1-notification", {("validate_only",): True})
    assert checklist(case)[0].key == "dry-run"


@pytest.mark.parametrize(
    ("key", "own"),
    [("v3-widget", "widget"), ("v3-live-view", "live"), ("v3-call", "kind-right")],
)
def test_special_kinds_have_causes_of_their_own(key: str, own: str) -> None:
    assert found(sent(key))[own].chance is LIKELY


def test_the_region_of_the_project_is_named() -> None:
    assert "germany" in said(found(sent())["region"])


@pytest.mark.parametrize(
    ("receipt", "key"), [(2, "token"), (6, "switch"), (31, "click")]
)
def test_what_the_receipt_says_comes_first(receipt: int, key: str) -> None:
    checks = checklist(replace(sent(), receipt=receipt))
    assert (checks[0].key, checks[0].told, checks[0].chance) == (key, True, LIKELY)
    assert not any(each.told for each in checks[1:])
    assert len(checks) == len(checklist(sent()))


def test_a_receipt_outweighs_what_the_send_seems_to_exclude() -> None:
    assert "switch" not in found(sent("v3-background"))
    assert checklist(replace(sent("v3-background"), receipt=6))[0].key == "switch"


def test_a_receipt_that_names_no_cause_marks_none() -> None:
    assert checklist(replace(sent(), receipt=0)) == checklist(sent())
