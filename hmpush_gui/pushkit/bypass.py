"""Which hosts are reached without the proxy: lists such as `*.corp, 10.0.0.0/8`."""

import ipaddress
import re
from collections.abc import Sequence

from .picture_place import is_loopback

_NAME = re.compile(r"(\*?\.)?[^\s*/:@\[\]]+(:\d{1,5})?")


def entries_of(text: str) -> list[str]:
    """The entries of a list that is parted by commas, semicolons, blanks or lines."""
    return [entry for entry in re.split(r"[\s,;]+", text.strip().lower()) if entry]


def is_entry(entry: str) -> bool:
    """Whether `entry` can be met: a name, `*.name`, an address, a network, or `*`."""
    if entry == "*" or _network(entry) is not None:
        return True
    return bool(_NAME.fullmatch(entry))


def goes_straight(host: str, port: int, entries: Sequence[str]) -> bool:
    """Whether `host` is asked without a proxy. This computer itself always is."""
    host = host.lower().strip("[]").rstrip(".")
    return is_loopback(host) or any(_meets(host, port, each) for each in entries)


def _meets(host: str, port: int, entry: str) -> bool:
    if entry == "*":
        return True
    if (network := _network(entry)) is not None:
        address = _address(host)
        return address is not None and address in network
    name, _, wanted = entry.partition(":")
    if wanted and wanted != str(port):
        return False
    # As everybody reads NO_PROXY: a name stands for all below it, too.
    name = name.removeprefix("*").removeprefix(".").rstrip(".")
    return host == name or host.endswith(f".{name}")


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(entry.strip("[]"), strict=False)
    except ValueError:
        return None


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
