"""Pieces of an app's code: what Push Kit's own pages call for is in them."""

import pytest

from hmpush_gui.exchange import app_code


@pytest.mark.parametrize(
    ("text", "call"),
    [
        (app_code.TOKEN, "AAID.getAAID()"),
        (app_code.TOKEN, "pushService.getToken()"),
        (app_code.TOKEN, "reportToken(token, aaid)"),
        (app_code.HOME, "export async function reportToken("),
        (app_code.PERMISSION, "requestEnableNotification(context)"),
        (app_code.PROFILE, "bindAppProfileId(KIND, profileId)"),
        (app_code.PROFILE, "unbindAppProfileId(profileId)"),
        (app_code.RECEIVE, "receiveMessage('BACKGROUND', this"),
        (app_code.LISTENER, '"action.ohos.push.listener"'),
        (app_code.module_code("202"), '"name": "client_id"'),
    ],
)
def test_the_call_is_there_and_all_brackets_close(text: str, call: str) -> None:
    assert call in text
    for opening, closing in ("{}", "()", "[]"):
        assert text.count(opening) == text.count(closing)


@pytest.mark.parametrize(
    "text", [app_code.TOKEN, app_code.RECEIVE, app_code.HOME, app_code.PROFILE]
)
def test_no_token_is_written_into_a_log(text: str) -> None:
    logged = [line for line in text.splitlines() if "hilog." in line]
    assert not any("token)" in line or "token," in line for line in logged)
