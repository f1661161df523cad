"""Every code of the catalogue: two languages, a retry class, the way to meet it."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.explain import explain_code, explain_reason, retry_of
from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.quotas import Quotas
from hmpush_gui.sandbox.rights import Rights
from hmpush_gui.sandbox.scenario import Scenario
from tests.cases import for_each

from .conftest import Asker, Signer, drop, put

Json = dict[str, Any]
CATALOGUE = assets.read_json("pushkit/codes.json")
RETRIES = {"renew", "backoff", "limited", "later", "never"}
LIVE, DEAD = "SANDBOX-live-000001", "SANDBOX-dead-000001"

ALERT: Json = {
    "payload": {
        "notification": {
            "category": "IM",
            "title": "T",
            "body": "B",
            "clickAction": {"actionType": 0},
        }
    },
    "target": {"token": [LIVE]},
}
LEGACY: Json = {
    "message": {
        "notification": {"title": "T", "body": "B"},
        "android": {"notification": {"click_action": {"type": 3}}},
        "token": [LIVE],
    }
}
TEST = put(ALERT, "pushOptions", {"testMessage": True})
PICTURE = put(ALERT, "payload.notification.image", "https://x.example.com/a.png")


def alert(path: str, value: object) -> Callable[[Asker], str]:
    return lambda asker: asker.send(put(ALERT, path, value)).code


def legacy(path: str, value: object) -> Callable[[Asker], str]:
    document = put(LEGACY, path, value)
    return lambda asker: asker.send(document, Api.V1).code


def call(service: str, content: Json | bytes, **how: Any) -> Callable[[Asker], str]:
    return lambda asker: str(asker.call(service, content, **how)[1]["code"])


def granted(document: Json, rights: Rights, api: Api = Api.V3) -> Callable[..., str]:
    def ask(asker: Asker) -> str:
        asker.sandbox.rights = rights
        return asker.send(document, api).code

    return ask


def during(scenario: Scenario, api: Api = Api.V3) -> Callable[[Asker], str]:
    def ask(asker: Asker) -> str:
        bearer = asker.access_token() if api is Api.V1 else asker.jwt
        asker.sandbox.scenario = scenario
        document = LEGACY if api is Api.V1 else ALERT
        return asker.send(document, api, Authorization=f"Bearer {bearer}").code

    return ask


def hurried(asker: Asker) -> str:
    asker.sandbox.quotas = Quotas(tests_per_second=1)
    return [asker.send(TEST).code for _ in range(2)][-1]


def pictures(asker: Asker) -> str:
    content = {"imageUrl": "https://x.example.com/a.png"}
    ask = call("images:verify", content, push_type="0")
    return [ask(asker) for _ in range(61)][-1]


def topics(asker: Asker) -> str:
    ask = [
        call("topic:subscribe", {"topic": f"t{number}", "tokenArray": [LIVE]})
        for number in range(2001)
    ]
    return [each(asker) for each in ask][-1]


def topic_tasks(asker: Asker) -> str:
    asker.sandbox.scenario = Scenario.SLOW
    news = put(drop(LEGACY, "message.token"), "message.topic", "news")
    return [asker.send(news, Api.V1).code for _ in range(101)][-1]


WAYS: dict[str, Callable[[Asker], str]] = {
    "80000000": lambda asker: asker.send(ALERT).code,
    "80100000": alert("target.token", [LIVE, DEAD]),
    "80100001": lambda asker: asker.send(ALERT, Content_Type="text/plain").code,
    "80100003": alert("payload.notification.badge", {"addNum": 0}),
    "80100004": alert("pushOptions", {"ttl": 0}),
    "80100013": legacy("message.android.collapse_key", 101),
    "80100017": topic_tasks,
    "80100020": call(
        "messages:revoke", {"notifyId": 7, "token": [LIVE, DEAD]}, push_type="0"
    ),
    "80100022": granted(PICTURE, Rights(verified_images=True)),
    "80200001": lambda asker: asker.send(ALERT, Authorization="").code,
    "80200003": during(Scenario.EXPIRED_ONCE, Api.V1),
    "80200005": during(Scenario.EXPIRED_ONCE),
    "80300002": lambda asker: asker.send(LEGACY, Api.V1, owner="1").code,
    "80300007": alert("target.token", [DEAD]),
    "80300008": alert("payload.notification.body", "x" * 4096),
    "80300010": alert("target.token", []),
    "80300011": granted(
        put(LEGACY, "message.android.urgency", "HIGH"), Rights(urgent=False), Api.V1
    ),
    "80300029": hurried,
    "80300030": lambda asker: asker.send(put(TEST, "target.token", [LIVE] * 11)).code,
    "80300032": call("messages:revoke", {"token": [LIVE]}, push_type="0"),
    "80300037": granted(ALERT, Rights(penalty=True)),
    "81000001": during(Scenario.INNER_ERROR),
    "82000003": call("topic:subscribe", {"topic": "a", "tokenArray": []}),
    "82000007": call("topic:subscribe", {"topic": "a b", "tokenArray": [LIVE]}),
    "82000008": call("topic:subscribe", {"topic": "a", "tokenArray": [LIVE] * 1001}),
    "82000009": topics,
    "82000010": call("topic:subscribe", {"topic": "a", "tokenArray": [LIVE, DEAD]}),
    "82000011": call("topic:list", {"token": ""}),
    "83010000": call(
        "images:verify", {"imageUrl": "https://x.example.com/a.png"}, push_type="0"
    ),
    "83010001": call(
        "images:verify", {"imageUrl": "https://x.example.com/a.gif"}, push_type="0"
    ),
    "83010002": pictures,
    "83010003": call("images:verify", b"", push_type="0"),
    "83010007": call(
        "images:verify", {"imageUrl": "https://x.example.com/a.png"}, push_type="6"
    ),
}
"""How the sandbox is brought to each code."""

NO_WAY = {
    "80000001": "a failure inside Push Kit that nobody can bring about",
    "80100002": "system messages cannot be composed",
    "80100016": "Huawei's own content check",
    "80100018": "reviews are signed by a third party",
    "80300013": "Push Kit's view of the receipt address",
    "80300017": "all tokens of the sandbox are of one app",
    "80300028": "all tokens of the sandbox are of one app",
    "80300036": "in a test of its own: it needs another JWT",
    "80600003": "the sandbox's own OAuth service does not fail",
    "82000001": "device groups are older than the API we speak",
    "82000002": "device groups are older than the API we speak",
    "82000004": "device groups are older than the API we speak",
    "82000005": "device groups are older than the API we speak",
    "82000006": "device groups are older than the API we speak",
    "82000012": "a setting of AppGallery Connect",
    "82000013": "a setting of AppGallery Connect",
    "83010004": "a setting of Huawei's",
    "83010005": "the sandbox fetches no pictures",
}
"""Codes the sandbox does not answer, and why."""

_OTHER_SERVICES = re.compile(r"82[56]0000\d")
"""Service notifications and the service timeline have endpoints of their own (B.12)."""


def test_every_code_has_a_way_or_a_reason() -> None:
    ours = {code for code in CATALOGUE["codes"] if not _OTHER_SERVICES.match(code)}
    assert ours == WAYS.keys() | NO_WAY.keys()
    assert not WAYS.keys() & NO_WAY.keys()


@pytest.mark.parametrize("code", WAYS)
def test_the_sandbox_can_be_brought_to_a_code(asker: Asker, code: str) -> None:
    assert WAYS[code](asker) == code


def test_a_jwt_for_two_days_is_told_as_such(asker: Asker, sign: Signer) -> None:
    long = sign(exp=1_900_000_000 + 2 * 86400)
    assert asker.send(ALERT, Authorization=f"Bearer {long}").code == "80300036"


@for_each("code", CATALOGUE["codes"])
def test_a_code_is_explained_in_both_languages(code: str) -> None:
    for language, sign in (("en", r"[a-z]"), ("zh", r"[\u4e00-\u9fff]")):
        explained = explain_code(code, language)
        assert explained is not None
        assert re.search(sign, explained.meaning)
    assert retry_of(code, 200) in RETRIES


@pytest.mark.parametrize("reason", CATALOGUE["reasons"])
def test_a_reason_is_explained_in_both_languages(reason: str) -> None:
    for language in ("en", "zh"):
        explained = explain_reason(reason, language)
        assert explained is not None
        assert explained.meaning
        assert explained.fix


def test_an_unknown_code_is_not_explained_away() -> None:
    assert explain_code("89999999") is None
