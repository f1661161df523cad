from dataclasses import replace

import pytest

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.problem import DEVICES, PROJECT, Severity
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.rules import check, check_message

from .fakes import PROJECT as SHOP
from .fakes import good_message, lacking

BLOCKING, WARNING, HINT = Severity.BLOCKING, Severity.WARNING, Severity.HINT
OAUTH = CredentialKind.OAUTH
ACCOUNT = CredentialKind.SERVICE_ACCOUNT
BOTH = frozenset(CredentialKind)
ALERT: Path = ("payload", "notification")


def _good(key: str, *, test: bool = False) -> Message:
    message = good_message(key)
    document = write(message.document, kind(key).test_path, test or None)
    return Message(message.api, message.push_type, document)


def _rules(
    message: Message,
    count: int = 1,
    project: Project | None = SHOP,
    credentials: frozenset[CredentialKind] = BOTH,
) -> list[str]:
    return [each.rule for each in check(message, count, project, credentials)]


NO_IDS = Project("k", "n")
PLAYED = replace(SHOP, environment=Environment.SANDBOX)

# rule, kind, devices, project, credentials, severity, path, code, words
CASES = [
    ("project", "v3-background", 1, None, BOTH, BLOCKING, PROJECT, "", "project first"),
    (
        "project-id",
        "v3-background",
        1,
        NO_IDS,
        BOTH,
        BLOCKING,
        PROJECT,
        "80200001",
        "v3 messages need the project’s project ID",
    ),
    (
        "project-id",
        "v2-data",
        1,
        Project("k", "n", client_id="1"),
        BOTH,
        BLOCKING,
        PROJECT,
        "80200001",
        "v2 messages need the project’s project ID",
    ),
    (
        "project-id",
        "v1-data",
        1,
        Project("k", "n", project_id="1"),
        BOTH,
        BLOCKING,
        PROJECT,
        "80200001",
        "v1 messages need the project’s client ID",
    ),
    (
        "credential",
        "v3-background",
        1,
        SHOP,
        frozenset({OAUTH}),
        BLOCKING,
        PROJECT,
        "80200001",
        "no service-account key",
    ),
    (
        "credential",
        "v1-data",
        1,
        SHOP,
        frozenset(),
        BLOCKING,
        PROJECT,
        "80200001",
        "no client secret",
    ),
    (
        "devices",
        "v3-background",
        0,
        SHOP,
        BOTH,
        BLOCKING,
        DEVICES,
        "80300010",
        "at least one device",
    ),
    (
        "split",
        "v3-background",
        1001,
        SHOP,
        BOTH,
        HINT,
        DEVICES,
        "",
        "1001 devices go out in 2 requests of up to 1000",
    ),
    (
        "split",
        "v3-widget",
        4,
        SHOP,
        BOTH,
        HINT,
        DEVICES,
        "",
        "4 devices get a request each",
    ),
]


@pytest.mark.parametrize(
    (
        "rule",
        "key",
        "count",
        "project",
        "credentials",
        "severity",
        "path",
        "code",
        "words",
    ),
    CASES,
    ids=[f"{case[0]} for {case[1]}" for case in CASES],
)
def test_each_rule_tells_its_one_problem(
    rule: str,
    key: str,
    count: int,
    project: Project | None,
    credentials: frozenset[CredentialKind],
    severity: Severity,
    path: Path,
    code: str,
    words: str,
) -> None:
    found = check(_good(key), count, project, credentials)
    (problem,) = (each for each in found if each.rule != "generation")
    assert problem.rule == rule
    assert problem.severity is severity
    assert problem.path == path
    assert problem.code == code
    assert words in str(problem.sentence)


FOR_OLD_PHONES = {"v1-notification", "v1-data", "v2-notification", "v2-data"}


@pytest.mark.parametrize(
    "key", [each.key for each in kinds() if each.key != "v3-alert"]
)
def test_a_message_in_order_has_no_problem(key: str) -> None:
    reminder = ["generation"] if key in FOR_OLD_PHONES else []
    assert _rules(_good(key)) == reminder
    assert _rules(_good(key), project=PLAYED) == []


# Facts J 25.
@pytest.mark.parametrize("key", sorted(FOR_OLD_PHONES))
def test_who_it_is_that_v1_and_v2_reach_is_a_hint(key: str) -> None:
    (problem,) = check(_good(key), 2, SHOP, BOTH)
    assert (problem.rule, problem.severity) == ("generation", HINT)
    assert (problem.path, problem.code) == (DEVICES, "")
    assert str(problem.sentence).startswith(f"{kind(key).api} messages reach HarmonyOS")


def test_without_devices_there_is_nobody_to_be_reminded_of() -> None:
    topic = write(_good("v1-data").document, ("message", "topic"), "news")
    message = Message(kind("v1-data").api, "", topic)
    assert "generation" not in _rules(_good("v1-data"), count=0)
    assert _rules(message) == ["topic"]


def test_a_test_alert_in_order_has_no_problem() -> None:
    assert _rules(_good("v3-alert", test=True)) == []
    assert _rules(_good("v3-alert")) == ["marketing"]


# Facts B.4, C.4, D.
@pytest.mark.parametrize(
    ("key", "test", "count", "requests"),
    [
        ("v3-background", False, 1000, 1),
        ("v3-background", False, 1001, 2),
        ("v3-background", False, 2000, 2),
        ("v3-background", False, 2001, 3),
        ("v3-background", True, 10, 1),
        ("v3-background", True, 11, 2),
        ("v3-alert", True, 1000, 100),
        ("v1-data", True, 1000, 1),
        ("v1-data", False, 1001, 2),
    ],
)
def test_more_devices_than_a_request_takes_are_split(
    key: str, test: bool, count: int, requests: int
) -> None:
    problems = check(_good(key, test=test), count, SHOP, BOTH)
    problems = [each for each in problems if each.rule != "generation"]
    if requests == 1:
        assert problems == []
    else:
        (problem,) = problems
        assert f"in {requests} requests" in str(problem.sentence)


@pytest.mark.parametrize(
    ("owner", "fits"),
    [
        ("388421841222", True),
        ("0", True),
        ("", False),
        (" 388", False),
        ("388-1", False),
        ("abc", False),
        ("３８８", False),
        ("²", False),
        ("٣", False),
        ("1/../2", False),
    ],
)
def test_an_id_is_made_of_plain_digits(owner: str, fits: bool) -> None:
    project = Project("k", "n", Environment.SANDBOX, owner, owner)
    expected = [] if fits else ["project-id"]
    assert _rules(_good("v3-background"), project=project) == expected
    assert _rules(_good("v1-data"), project=project) == expected


@pytest.mark.parametrize(
    ("key", "credentials", "fits"),
    [
        ("v3-background", {ACCOUNT}, True),
        ("v3-background", {OAUTH}, False),
        ("v3-background", set(), False),
        ("v1-data", {OAUTH}, True),
        ("v1-data", {ACCOUNT}, True),
        ("v2-data", {ACCOUNT}, True),
        ("v2-data", set(), False),
    ],
)
def test_each_generation_takes_its_credentials(
    key: str, credentials: set[CredentialKind], fits: bool
) -> None:
    rules = _rules(_good(key), project=PLAYED, credentials=frozenset(credentials))
    assert rules == ([] if fits else ["credential"])


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_a_blank_message_says_what_is_still_to_write(each: Kind) -> None:
    problems = check_message(each.message())
    assert {problem.path for problem in problems} == lacking(each.key)
    assert {problem.severity for problem in problems} <= {BLOCKING}


def test_everything_is_told_at_once_worst_first() -> None:
    document = write(kind("v3-alert").blank, ("pushOptions", "testMessage"), False)
    document = write(document, (*ALERT, "badge"), {"addNum": 1, "setNum": 1})
    problems = check(Message(kind("v3-alert").api, "0", document), 0, NO_IDS, set())
    order = [BLOCKING, WARNING, HINT]
    ranks = [order.index(problem.severity) for problem in problems]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}
    rules = {problem.rule for problem in problems}
    assert {"schema.minLength", "project-id", "credential", "devices"} <= rules


def test_one_place_has_one_problem_and_that_the_worst() -> None:
    document = write(kind("v3-alert").blank, ("pushOptions", "testMessage"), None)
    # Its form is wrong (blocking) and it needs a right (hint).
    document = write(document, (*ALERT, "category"), "im")
    message = Message(kind("v3-alert").api, "0", document)
    found = [each for each in check_message(message) if each.path[-1] == "category"]
    assert [each.rule for each in found] == ["schema.pattern"]


def test_checking_never_changes_the_message() -> None:
    message = kind("v3-alert").message()
    before = repr(message)
    check(message, 5, SHOP, BOTH)
    assert repr(message) == before


# Facts B.2, J 2.
@pytest.mark.parametrize("push_type", ["", "3", "99", "00", "alert"])
def test_a_push_type_that_does_not_exist_blocks(push_type: str) -> None:
    document = _good("v3-alert", test=True).document
    (problem,) = check_message(Message(Api.V3, push_type, document))
    assert (problem.rule, problem.severity) == ("push-type", BLOCKING)
    assert "it is one of 0, 1, 2, 6, 7, 10" in str(problem.sentence)


# Facts 0.1.
@pytest.mark.parametrize(
    ("key", "api", "words"),
    [
        ("v3-alert", Api.V1, "no v1 message: it has a payload and no message"),
        ("v3-alert", Api.V2, "Send it as v3."),
        ("v2-notification", Api.V3, "it has a message and no payload. Send it as v1"),
    ],
)
def test_a_message_of_the_other_generation_is_told_as_such(
    key: str, api: Api, words: str
) -> None:
    other = Message(api, "" if api.legacy else "0", _good(key, test=True).document)
    found = {each.rule: str(each.sentence) for each in check_message(other)}
    assert words in found["other-generation"]
    assert "schema.required" not in found


# Facts B.9, E.
def test_a_live_view_of_a_project_outside_china_is_warned_of() -> None:
    abroad = replace(SHOP, region="germany")
    assert "live-view-region" in _rules(_good("v3-live-view"), project=abroad)
    assert "live-view-region" not in _rules(_good("v3-live-view"))
    assert "live-view-region" not in _rules(_good("v3-call"), project=abroad)
