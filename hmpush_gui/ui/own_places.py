"""Where things of the user's own lie: servers, proxies, and folders of files."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from hmpush_gui.pushkit.connection import USUAL, Connection
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.project import PUSH_HOST, Environment, Project
from hmpush_gui.pushkit.proxies import proxy_for

_PUBLIC = (".huawei.com", ".hicloud.com")
_HERE = frozenset({"localhost", "127.0.0.1", "::1", ""})


def hosts_of(projects: Iterable[Project]) -> set[str]:
    """The servers that are not Huawei's, and not the sandbox."""
    return _named(
        host
        for project in projects
        if project.environment is not Environment.SANDBOX
        for host in (project.push_host, project.oauth_host)
    )


def proxies_of(connections: Iterable[Connection]) -> set[str]:
    """The proxies of these, and that of this computer."""
    named = [each.proxy_address for each in connections]
    try:
        proxy = proxy_for(PUSH_HOST, USUAL)
    except Misconfigured:
        proxy = None
    return _named([*named, proxy.address if proxy else ""])


def folders_of(files: Iterable[str]) -> set[str]:
    """The folders that these files lie in, and the user's own."""
    return {str(Path(file).parent) for file in files if file} | {str(Path.home())}


def _named(addresses: Iterable[str]) -> set[str]:
    return {host for each in addresses for host in _host(each)}


def _host(address: str) -> Iterator[str]:
    """As it is written, and in small letters, as addresses are told."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return
    if host in _HERE or f".{host}".endswith(_PUBLIC):
        return
    yield host
    at = address.lower().find(host)
    yield address[at : at + len(host)]
