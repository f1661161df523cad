"""Pictures are checked by their address, and may be demanded to be."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.quotas import Quotas
from hmpush_gui.sandbox.rights import Rights

from .conftest import NOW, Asker, put

Json = dict[str, Any]
URL = "https://img.example.com/garden-128.png"


def _verify(
    asker: Asker, url: object = URL, push_type: str = "0", api: Api = Api.V2
) -> Json:
    return asker.call("images:verify", {"imageUrl": url}, api, push_type)[1]


@pytest.mark.parametrize("api", [Api.V1, Api.V2])
def test_a_good_picture_gets_an_address_to_send(asker: Asker, api: Api) -> None:
    answer = _verify(asker, api=api)

    assert (answer["code"], answer["msg"]) == ("83010000", "Verify success")
    assert answer["downloadUrl"].startswith(f"{URL}?verifyKey=")
    assert answer["expireTime"] == str(NOW + 7 * 86400)


@pytest.mark.parametrize(
    ("content", "push_type", "code"),
    [
        ({"imageUrl": "http://x/a.png"}, "0", "80100003"),
        ({"imageUrl": 7}, "0", "80100003"),
        ({}, "0", "80100003"),
        ({"imageUrl": "https://x/a.gif"}, "0", "83010001"),
        ({"imageUrl": "https://x/png"}, "0", "83010001"),
        ({"imageUrl": "https://[x/a.png"}, "0", "83010001"),
        ({"imageUrl": "https://x/A.JPEG?s=1"}, "1", "83010000"),
        ({"imageUrl": "https://x/a.webp"}, "2", "83010000"),
        ({"imageUrl": URL}, "", "83010007"),
        ({"imageUrl": URL}, "6", "83010007"),
        (b"", "0", "83010003"),
        (b"{", "0", "80100003"),
    ],
)
def test_each_fault_has_its_code(
    asker: Asker, content: object, push_type: str, code: str
) -> None:
    answer = asker.call("images:verify", content, Api.V2, push_type)[1]

    assert answer["code"] == code


def test_an_app_checks_sixty_pictures_a_minute(asker: Asker) -> None:
    codes = [_verify(asker)["code"] for _ in range(61)]
    asker.sandbox.advance(60)

    assert codes == ["83010000"] * 60 + ["83010002"]
    assert _verify(asker)["code"] == "83010000"
    asker.sandbox.quotas = Quotas(images_per_minute=None)
    assert {_verify(asker)["code"] for _ in range(61)} == {"83010000"}


def test_pictures_need_no_check_unless_that_is_set(asker: Asker, alert: Json) -> None:
    document = put(alert, "payload.notification.image", URL)
    assert asker.ask(document)[1] == "80000000"
    asker.sandbox.rights = Rights(verified_images=True)

    assert asker.ask(document) == (400, "80100022", "Anti-Spam: image not verify")
    assert asker.ask(alert)[1] == "80000000"
    checked = _verify(asker)["downloadUrl"]
    assert asker.ask(put(alert, "payload.notification.image", checked))[1] == "80000000"
    asker.sandbox.advance(7 * 86400)
    assert asker.ask(put(alert, "payload.notification.image", checked))[1] == "80100022"


def test_a_picture_is_sent_with_the_push_type_it_was_checked_for(
    asker: Asker, alert: Json
) -> None:
    asker.sandbox.rights = Rights(verified_images=True)
    checked = _verify(asker, push_type="1")["downloadUrl"]

    reply = asker.send(put(alert, "payload.notification.image", checked))

    assert reply.code == "80300007"
    assert list(reply.said["illegalTokens"]) == ["differentImgVerifyPolicy"]
