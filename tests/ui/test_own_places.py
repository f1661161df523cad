"""Servers, proxies and folders that are the user's own."""

from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.pushkit.connection import Connection, ProxyUse
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.ui.own_places import folders_of, hosts_of, proxies_of

OWN = Project("own", "Own", push_host="https://Relay.acme.test:8443/push")


def test_only_servers_of_ones_own_are_told() -> None:
    assert hosts_of([OWN]) == {"relay.acme.test", "Relay.acme.test"}
    assert hosts_of([replace(OWN, environment=Environment.SANDBOX)]) == set()
    here = replace(OWN, push_host="http://127.0.0.1:9", oauth_host="http://[::1")
    assert hosts_of([here]) == set()


def test_proxies_are_those_of_projects_and_of_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://gate.acme.test:3128")
    chosen = Connection(ProxyUse.OWN, "socks5://other.acme.test")
    assert proxies_of([chosen]) == {"gate.acme.test", "other.acme.test"}


def test_folders_are_those_of_files_and_the_users_own() -> None:
    assert folders_of(["/nowhere/a/b.pem", ""]) == {"/nowhere/a", str(Path.home())}
