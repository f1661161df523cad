"""What keeps a project from being saved."""

from dataclasses import replace

import pytest

from hmpush_gui.pushkit.credential import Credential, OAuthClient, ServiceAccount
from hmpush_gui.pushkit.project import CredentialKind, Project
from hmpush_gui.pushkit.project_rules import bare_address, is_address, is_id, wrong_with

GOOD = Project("k", "Shop", project_id="101", client_id="202")
KEY = ServiceAccount("101", "key", "account", "pem")
SECRET = OAuthClient("202", "secret")
OAUTH, SERVICE = CredentialKind.OAUTH, CredentialKind.SERVICE_ACCOUNT

CASES: list[tuple[Project, set[CredentialKind], list[Credential], str]] = [
    (replace(GOOD, name=""), set(), [], "a name"),
    (replace(GOOD, project_id="", client_id=""), set(), [], "Give the project ID"),
    (replace(GOOD, project_id="１２"), set(), [], "digits only"),
    (replace(GOOD, client_id="app-1"), set(), [], "digits only"),
    (replace(GOOD, client_id=""), set(), [OAuthClient("", "s")], "needs its client"),
    (replace(GOOD, project_id="999"), set(), [KEY], "belongs to project 101"),
    (replace(GOOD, client_id="999"), {OAUTH}, [], "kept client secret"),
    (replace(GOOD, project_id="999"), {SERVICE}, [], "kept key file"),
    (replace(GOOD, push_host="push.example.com"), set(), [], "no address"),
    (replace(GOOD, oauth_host="https://a:b"), set(), [], "no address"),
]


@pytest.mark.parametrize(("project", "kept", "given", "words"), CASES)
def test_what_is_wrong_is_said(
    project: Project,
    kept: set[CredentialKind],
    given: list[Credential],
    words: str,
) -> None:
    assert words in str(wrong_with(project, GOOD, kept, given))


FINE: list[tuple[Project, set[CredentialKind], list[Credential]]] = [
    (GOOD, {OAUTH, SERVICE}, []),
    (replace(GOOD, name="Other"), {OAUTH, SERVICE}, []),
    (replace(GOOD, client_id="999"), {OAUTH}, [OAuthClient("999", "s")]),
    (replace(GOOD, client_id="999"), {SERVICE}, []),
    (GOOD, set(), [KEY, SECRET]),
    (replace(GOOD, project_id=""), set(), []),
]


@pytest.mark.parametrize(("project", "kept", "given"), FINE)
def test_what_is_in_order_passes(
    project: Project, kept: set[CredentialKind], given: list[Credential]
) -> None:
    assert wrong_with(project, GOOD, kept, given) is None


ADDRESSES = [
    ("https://push-api.cloud.huawei.com", True),
    ("http://127.0.0.1:8080/base", True),
    ("https://[::1]:1", True),
    ("https://", False),
    ("ftp://host", False),
    ("https://host:70000", False),
    ("https://host:0", False),
    ("https://ho st", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "good"), ADDRESSES)
def test_an_address_is_told_from_other_text(text: str, good: bool) -> None:
    assert is_address(text) is good


def test_an_id_is_ascii_digits() -> None:
    assert is_id("123")
    assert not is_id("")
    assert not is_id("²")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("https://push.example:8443/x", "https://push.example:8443/x"),
        ("https://me:word@push.example/?key=1#2", "https://push.example/"),
        ("https://a@b@push.example", "https://push.example"),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_an_address_is_bared_of_what_may_be_secret(text: str, bare: str) -> None:
    assert bare_address(text) == bare
