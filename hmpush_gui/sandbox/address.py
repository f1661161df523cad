"""The addresses the sandbox answers at."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from hmpush_gui.pushkit.message import Api


class Service(StrEnum):
    """What can be asked for."""

    ABOUT = "about"
    TOKEN = "token"
    CONTROL = "control"
    SEND = "messages:send"
    REVOKE = "messages:revoke"
    VERIFY_IMAGE = "images:verify"
    SUBSCRIBE = "topic:subscribe"
    UNSUBSCRIBE = "topic:unsubscribe"
    LIST_TOPICS = "topic:list"
    QUERY_TOKEN = "token:query"
    DELETE_TOKEN = "token:delete"


_GENERATIONS = {
    Service.SEND: tuple(Api),
    Service.VERIFY_IMAGE: (Api.V1, Api.V2),
    Service.REVOKE: (Api.V1,),
    Service.SUBSCRIBE: (Api.V1,),
    Service.UNSUBSCRIBE: (Api.V1,),
    Service.LIST_TOPICS: (Api.V1,),
    Service.QUERY_TOKEN: (Api.V1,),
    Service.DELETE_TOKEN: (Api.V1,),
}
"""Where each service of the push host is documented (facts A, B.11, I.2)."""

_PUSH = re.compile(r"/(v[123])/([^/]+)/([a-z]+:[a-z]+)")
_CONTROL = re.compile(r"/sandbox/([a-z]+)")


@dataclass(frozen=True, slots=True)
class Address:
    """A place that exists, and the methods it takes.

    `api` and `owner`, the project or client id, are those of a push address; `owner` is
    the name of what is controlled at a control address.
    """

    methods: tuple[str, ...]
    service: Service
    api: Api | None = None
    owner: str = ""


def find_address(target: str) -> Address | None:
    """The address in the request line's `target`, or None where there is nothing."""
    path = unquote(target.partition("?")[0])
    if path == "/":
        return Address(("GET",), Service.ABOUT)
    if path == "/oauth2/v3/token":
        return Address(("POST",), Service.TOKEN)
    if match := _CONTROL.fullmatch(path):
        return Address(("GET", "POST"), Service.CONTROL, owner=match[1])
    match = _PUSH.fullmatch(path)
    if match is None or match[3] not in _BY_NAME:
        return None
    api, service = Api(match[1]), _BY_NAME[match[3]]
    if api not in _GENERATIONS[service]:
        return None
    return Address(("POST",), service, api, match[2])


_BY_NAME = {str(service): service for service in _GENERATIONS}
