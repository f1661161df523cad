"""Code to copy, with a project's own ids."""

import json
import re

import pytest

from hmpush_gui.exchange.snippets import snippet, snippet_names
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.setup_steps import steps

SHOP = Project("shop", "Shop", project_id="101", client_id="202")
SANDBOX = Project("sandbox", "Sandbox", Environment.SANDBOX, "7", "8", "http://x")


@pytest.mark.parametrize("name", snippet_names())
def test_no_secret_is_in_a_piece_of_code(name: str) -> None:
    text = snippet(name, SHOP).text
    assert "PRIVATE KEY" not in text
    for line in text.splitlines():
        if re.search("secret|key_file", line.lower()) and "=" in line:
            assert "environ" in line or "process.env" in line, line


def test_every_piece_belongs_to_a_step() -> None:
    used = [name for step in steps() for name in step.snippets]
    assert sorted(used) == sorted(snippet_names())


@pytest.mark.parametrize(
    ("name", "mine", "others"),
    [
        ("module", '"202"', '"CLIENT_ID"'),
        ("jwt-python", "/v3/101/messages:send", "/v3/PROJECT_ID/messages:send"),
        ("jwt-typescript", "/v3/101/messages:send", "/v3/PROJECT_ID/messages:send"),
        ("oauth-python", '"202"', '"CLIENT_ID"'),
        ("oauth-typescript", '"202"', '"CLIENT_ID"'),
    ],
)
def test_the_ids_are_the_projects_own(name: str, mine: str, others: str) -> None:
    assert mine in snippet(name, SHOP).text
    assert others in snippet(name, None).text
    # Nobody's app is to name this computer's sandbox.
    assert snippet(name, SANDBOX) == snippet(name, None)


@pytest.mark.parametrize("wild", ['1"; drop', "1\n2", "</script>", "${x}", "\\"])
def test_an_id_cannot_leave_its_quotes(wild: str) -> None:
    text = snippet("module", Project("x", "X", client_id=wild)).text
    found = re.search(r'"value": ("(?:[^"\\]|\\.)*")', text)
    assert found is not None
    assert json.loads(found[1]) == wild
