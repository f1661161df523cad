from dataclasses import replace

import pytest

from hmpush_gui.pushkit.credential import Credential, OAuthClient
from hmpush_gui.pushkit.finding import State
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.project_checks import check_clock, check_project

from .key_samples import account

PROJECT = Project("key", "Shop", project_id="101", client_id="202")
KEY: list[Credential] = [account()]
CLIENT: list[Credential] = [OAuthClient("202", "secret")]


def states(project: Project, given: list[Credential]) -> dict[str, State]:
    found = check_project(project, given)
    return {each.name: each.state for each in found if each.state is not State.FINE}


def test_a_key_of_its_project_is_fine() -> None:
    assert states(PROJECT, KEY) == {}
    words = str(check_project(PROJECT, KEY)[0].sentence)
    assert words.endswith("https://push-api.cloud.huawei.com/v3/101/messages:send")


def test_a_key_of_another_project_is_wrong() -> None:
    other = replace(PROJECT, project_id="999")
    found = check_project(other, KEY)[0]
    assert found.state is State.WRONG
    assert "project 101, but messages go to project 999" in str(found.sentence)
    assert states(replace(PROJECT, project_id=""), KEY) == {"id": State.WRONG}


def test_a_secret_alone_is_good_for_the_old_generation_only() -> None:
    assert states(PROJECT, CLIENT) == {"generation": State.LOOK}
    assert states(PROJECT, [*KEY, *CLIENT]) == {}
    assert states(replace(PROJECT, client_id="1"), CLIENT)["client"] is State.WRONG


@pytest.mark.parametrize(
    ("host", "state"),
    [
        ("http://push-api.cloud.huawei.com", State.WRONG),
        ("https://push.example", State.LOOK),
        ("http://127.0.0.1:8080", State.LOOK),
        ("push.example", State.WRONG),
        ("https://[", State.WRONG),
    ],
)
def test_another_address_is_said(host: str, state: State) -> None:
    assert states(replace(PROJECT, push_host=host), KEY) == {"push": state}


def test_the_oauth_host_counts_where_a_secret_is_sent_to_it() -> None:
    project = replace(PROJECT, oauth_host="http://oauth.example")
    assert states(project, KEY) == {}
    assert states(project, [*KEY, *CLIENT]) == {"oauth": State.WRONG}


def test_the_sandbox_may_be_anywhere_on_this_machine() -> None:
    sandbox = replace(
        PROJECT, environment=Environment.SANDBOX, push_host="http://127.0.0.1:4"
    )
    assert states(sandbox, KEY) == {}


@pytest.mark.parametrize("now", [0.0, -5.0, 1_000_000_000.0, 1e18])
def test_a_clock_that_cannot_be_right_is_wrong(now: float) -> None:
    assert check_clock(now).state is State.WRONG


def test_a_clock_that_can_be_right_tells_its_time() -> None:
    found = check_clock(1_800_000_000.0)
    assert found.state is State.FINE
    assert "2027-01-15 08:00 UTC" in str(found.sentence)
