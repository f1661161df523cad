"""A demo account with a short key, and the ways to ask the sandbox something."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import jwt
import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.phone import Delivery
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.sandbox.wire import HttpReply, HttpRequest

NOW = 1_900_000_000
AUDIENCE = "https://oauth-login.cloud.huawei.com/oauth2/v3/token"


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: float = NOW

    def __call__(self) -> float:
        return self.now


@dataclass
class Reply:
    """A reply of the push host, read."""

    status: int
    code: str
    msg: str
    request_id: str
    raw: HttpReply = field(repr=False)

    @property
    def said(self) -> Any:
        """The JSON inside `msg`."""
        return json.loads(self.msg)


@dataclass
class Asker:
    """Asks `sandbox`, with everything right unless a call says otherwise."""

    sandbox: Sandbox
    account: DemoAccount
    jwt: str
    delivered: list[Delivery] = field(default_factory=list)

    def send(
        self,
        document: Any,
        api: Api = Api.V3,
        push_type: str = "0",
        owner: str | None = None,
        **headers: str,
    ) -> Reply:
        """Send a document, or bytes as they are; underscores in headers are dashes."""
        request = self.request(document, api, push_type, owner, **headers)
        return read(self.sandbox.answer(request))

    def request(
        self,
        document: Any,
        api: Api = Api.V3,
        push_type: str = "0",
        owner: str | None = None,
        **headers: str,
    ) -> HttpRequest:
        """What `send` sends."""
        body = document if isinstance(document, bytes) else json.dumps(document)
        sent = {
            "Content-Type": "application/json;charset=UTF-8",
            "Authorization": f"Bearer {self.jwt}",
        }
        if push_type and api is Api.V3:
            sent["push-type"] = push_type
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return HttpRequest(
            "POST",
            f"/{api}/{owner or self.owner(api)}/messages:send",
            {name: value for name, value in sent.items() if value},
            body.encode() if isinstance(body, str) else body,
        )

    def ask(self, document: Any, **how: Any) -> tuple[int, str, str]:
        """Status, code and text of the answer; a refusal must deliver nothing."""
        before = len(self.delivered)
        reply = self.send(document, **how)
        assert reply.code == "80000000" or len(self.delivered) == before
        return reply.status, reply.code, reply.msg

    def owner(self, api: Api) -> str:
        if api is Api.V1:
            return self.account.client.client_id
        return self.account.service.project_id

    def ask_token(self, **form: str | None) -> HttpReply:
        """Ask for an access token; None leaves a field out."""
        fields = {
            "grant_type": "client_credentials",
            "client_id": self.account.client.client_id,
            "client_secret": self.account.client.client_secret,
        } | form
        given = {name: value for name, value in fields.items() if value is not None}
        return self.sandbox.answer(
            HttpRequest(
                "POST",
                "/oauth2/v3/token",
                {"content-type": "application/x-www-form-urlencoded"},
                urlencode(given).encode(),
            )
        )

    def access_token(self) -> str:
        return str(json.loads(self.ask_token().body)["access_token"])

    def call(
        self,
        service: str,
        content: Any,
        api: Api = Api.V1,
        push_type: str = "",
        owner: str | None = None,
        **headers: str,
    ) -> tuple[int, dict[str, Any]]:
        """Ask another service of the push host: status and content of the answer."""
        sent = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self.jwt}",
            "push-type": push_type,
        } | headers
        path = f"/{api}/{owner or self.owner(api)}/{service}"
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        reply = self.sandbox.answer(HttpRequest("POST", path, sent, body))
        return reply.status, json.loads(reply.body)

    def steer(self, name: str, content: Any = None, **headers: str) -> Any:
        """POST to a control address, or GET where there is no content."""
        sent = {"Host": "localhost:1", "Content-Type": "application/json"} | headers
        method, body = ("GET", b"") if content is None else ("POST", b"")
        if content is not None:
            body = json.dumps(content).encode()
        path = f"/sandbox/{name}"
        reply = self.sandbox.answer(HttpRequest(method, path, sent, body))
        return json.loads(reply.body) | {"status": reply.status}

    def results(self) -> list[int]:
        """What the receipts say, the newest last."""
        return [receipt.result for receipt in self.sandbox.receipts]


def illegal(hint: str) -> tuple[int, str, str]:
    """How a wrong document is answered."""
    return 400, "80100003", f"Illegal payload, {hint}"


def read(reply: HttpReply) -> Reply:
    content = json.loads(reply.body)
    return Reply(
        reply.status, content["code"], content["msg"], content["requestId"], reply
    )


@pytest.fixture(scope="session")
def account() -> DemoAccount:
    return DemoAccount.create(key_bits=2048)


@pytest.fixture(scope="session")
def foreign_account() -> DemoAccount:
    return DemoAccount.create(key_bits=2048)


Signer = Callable[..., str]


@pytest.fixture(scope="session")
def sign(account: DemoAccount) -> Signer:
    """Sign as the account does; keywords replace claims, None takes one away."""

    def sign(
        key: str = account.service.private_key,
        algorithm: str = "PS256",
        header: dict[str, Any] | None = None,
        **claims: Any,
    ) -> str:
        usual = {
            "iss": account.service.sub_account,
            "aud": AUDIENCE,
            "iat": NOW,
            "exp": NOW + 3600,
        }
        payload = {
            name: value for name, value in (usual | claims).items() if value is not None
        }
        named = {"kid": account.service.key_id, "typ": "JWT"} | (header or {})
        # PyJWT writes a `typ` of its own unless told not to.
        headers = {
            name: value
            for name, value in named.items()
            if value is not None or name == "typ"
        }
        return jwt.encode(payload, key, algorithm, headers)

    return sign


@pytest.fixture(scope="session")
def good_jwt(sign: Signer) -> str:
    return sign()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(account: DemoAccount, clock: Clock) -> Sandbox:
    return Sandbox(account, clock)


@pytest.fixture
def asker(sandbox: Sandbox, account: DemoAccount, good_jwt: str) -> Asker:
    asker = Asker(sandbox, account, good_jwt)
    sandbox.on_delivery(asker.delivered.extend)
    return asker


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[SandboxServer]:
    with SandboxServer(sandbox) as server:
        yield server


@pytest.fixture
def alert() -> dict[str, Any]:
    """A right alert for one live phone, free to be changed."""
    return {
        "payload": {
            "notification": {
                "category": "EXPRESS",
                "title": "Parcel",
                "body": "It is on its way.",
                "clickAction": {"actionType": 0},
            }
        },
        "target": {"token": ["SANDBOX-live-000001"]},
        "pushOptions": {"ttl": 3600},
    }


@pytest.fixture
def background() -> dict[str, Any]:
    return {
        "payload": {"extraData": '{"sync":"notes"}'},
        "target": {"token": ["SANDBOX-live-000001"]},
    }


@pytest.fixture
def widget() -> dict[str, Any]:
    return {
        "payload": {
            "moduleName": "entry",
            "abilityName": "WeatherFormAbility",
            "formName": "weather_card",
            "formId": 77,
            "version": 5,
            "formData": {"city": "Lindenau", "degrees": 21},
        },
        "target": {"token": ["SANDBOX-live-000001"]},
    }


@pytest.fixture
def speech(alert: dict[str, Any]) -> dict[str, Any]:
    document = put(alert, "payload.notification.category", "PLAY_VOICE")
    return put(document, "payload.extraData", '{"speak":"New order"}')


@pytest.fixture
def live() -> dict[str, Any]:
    """A live view of a train that is begun by push, free to be changed."""
    return {
        "payload": {
            "activityId": 501,
            "operation": 0,
            "event": "TRAIN",
            "status": "DEPART",
            "activityData": {
                "notificationData": {
                    "type": 5,
                    "keywords": {"trainNo": "X1000"},
                    "contentTitle": "Train {{status}}",
                    "contentText": [{"text": "No. "}, {"text": "{{trainNo}}"}],
                    "clickAction": {"actionType": 0},
                }
            },
        },
        "target": {"token": ["SANDBOX-live-000001"]},
    }


@pytest.fixture
def legacy() -> dict[str, Any]:
    """A right v1 notification for one live phone, free to be changed."""
    return {
        "validate_only": False,
        "message": {
            "notification": {"title": "Parcel", "body": "It is on its way."},
            "android": {"notification": {"click_action": {"type": 3}}},
            "token": ["SANDBOX-live-000001"],
        },
    }


def put(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of `document` with `value` at the dotted path."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    *parents, last = path.split(".")
    place = copy
    for key in parents:
        place = place.setdefault(key, {})
    place[last] = value
    return copy


def drop(document: dict[str, Any], path: str) -> dict[str, Any]:
    """A copy of `document` without the key at the dotted path."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    *parents, last = path.split(".")
    place = copy
    for key in parents:
        place = place[key]
    del place[last]
    return copy
