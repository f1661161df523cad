"""What a device's log says of push tokens, in all the ways in which it comes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.hilog import Certainty, Finding, Kind, find_in_log
from tests.cases import for_each

T = (
    "IQAAAACy0tEjAABTx8AVZ0mZ3xKf-AaWDl6E2UYRm2c_9h1SdRdmCvTKxNfHqR5lk8wMQ-yBzQ4sJFGVt"
    "mJpwZ7Gk0yR3C1d2vH8Xb6NnL5oP9iU=="
)
ESCAPED = T.replace("=", "\\u003d")
AAID = "1f3b2c4d-1234-4abc-8def-0123456789ab"
TIME = "04-19 17:02:14.735  5394  5394"
H = f"{TIME} I A03200/com.example/testTag: "
SURE, LIKELY, POSSIBLE = Certainty

TOKENS = {
    "English": (f"{H}Succeeded in getting push token: {T}", SURE),
    "another English": (f"{H}Successfully retrieved Push Token: {T}", SURE),
    "with a stop": (f"{H}The push token is {T}.", SURE),
    "key and value": (f"{H}pushToken={T}", SURE),
    "snake case": (f"{H}push_token = '{T}'", SURE),
    "getToken": (f"{H}getToken success, token = {T}", SURE),
    "onNewToken": (f"{H}onNewToken: {T}", SURE),
    "Chinese": (f"{H}获取Push Token成功：{T}", SURE),
    "Chinese around": (f"{H}推送token为 {T}，已上报", SURE),
    "all Chinese": (f"{H}设备令牌：“{T}”", SURE),
    "in brackets": (f"{H}push token[{T}]", SURE),
    "JSON": (f'{H}{{"pushToken":"{T}","x":1}}', SURE),
    "JSON in lines": (f'{H}{{\n  "pushToken": "{T}"\n}}', SURE),
    "escaped JSON": (H + '{\\"pushToken\\":\\"' + ESCAPED + '\\"}', SURE),
    "in an address": (f"{H}GET /reg?pushToken={T.replace('=', '%3D')}&x=1", SURE),
    "an encoded form": (f"{H}pushToken%3D{T.replace('=', '%3d')}%26x", SURE),
    "a tag alone": (f"{TIME} I A00000/com.example/PushToken: {T}", LIKELY),
    "a plain word near push": (f"{H}push registered, token: {T}", LIKELY),
    "a plain word": (f"{H}token: {T}", POSSIBLE),
    "DevEco Studio": (
        f"04-19 17:02:14.735 5394-5394 A03200/testTag com.example I  push token: {T}",
        SURE,
    ),
    "Android": (f"{TIME} I PushDemo: get token:{T}", SURE),
    "Android in brief": (f"I/PushDemo( 5394): get token: {T}", SURE),
    "no time": (f"push token: {T}", SURE),
    "behind a prompt": (f"$ hdc shell hilog | grep push\n{H}push token: {T}", SURE),
    "coloured": (f"\x1b[32m{H}push token: \x1b[1;31m{T}\x1b[0m", SURE),
    "on the next line": (f"push token:\n{T}\n", SURE),
    "of the sandbox": (f"{H}push token: {T}", SURE),
}


@for_each(("text", "certainty"), TOKENS.values(), ids=TOKENS)
@for_each("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_push_token_is_found(text: str, certainty: Certainty, line_end: str) -> None:
    lines = text.split("\n")
    number = next(n for n, line in enumerate(lines, 1) if T[:9] in line)
    log = text.replace("\n", line_end)
    assert find_in_log(log) == (Finding(Kind.TOKEN, T, certainty, (number,)),)


@for_each("width", range(44, 130))
def test_a_token_that_a_terminal_wrapped_is_whole(width: int) -> None:
    line = f"{H}Succeeded in getting push token: {T}"
    wrapped = "\n".join(line[n : n + width] for n in range(0, len(line), width))
    [found] = find_in_log(f"{wrapped}\n{TIME} I next\n"[: len(wrapped) + 1 + width])
    assert found.value == T


def test_a_word_on_the_next_line_is_no_part_of_a_token() -> None:
    for word in ("done", "Failed to get AAID", "Ability", "at com.example.Push"):
        [found] = find_in_log(f"{H}push token: {T}\n{word}\n")
        assert found.value == T


def test_every_token_of_a_list_is_found() -> None:
    other = T[::-1].strip("=")
    found = find_in_log(f'{H}push {{"token":["{T}", "{other}"]}}')
    assert [each.value for each in found] == [T, other]


def test_a_value_is_told_once_with_all_its_lines() -> None:
    log = f"{H}token: {T}\n{H}else\n{H}push token: {T}\n"
    assert find_in_log(log) == (Finding(Kind.TOKEN, T, SURE, (1, 3)),)


NOTHING = {
    "an empty text": "",
    "another token": f"{H}accessToken: {T}",
    "an access token": f"{H}access_token={T} refresh token: {T}",
    "a bearer": f"{H}token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbm",
    "a number": f"{H}push tokenId: 537088123 token: 537088123",
    "an ability's token": f"{H}ability token: 0x12345678abcdef",
    "a name": f"{H}push token: com.example.app1.PushExtension2",
    "a word": f"{H}push token: AbilityConstantLaunch",
    "only a shape": f"{H}sent {T} to {AAID}",
    "the app's code": "hilog.info(0x0, 'tag', 'Succeeded in getting push token');",
    "a template": "`Successfully retrieved Push Token: ${pushToken1234567890}`",
    "a number with a code in it": f"{H}id=210009000101 1000900010.5 x1000900010",
    "short codes of others": f"{H}error 6003",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_only_looks_like_one_is_not_found(text: str) -> None:
    assert find_in_log(text) == ()


MASKED = {
    "by hilog": ("get push token success: <private>", Kind.MASKED_TOKEN, "", SURE),
    "near push": ("push, token=<private>", Kind.MASKED_TOKEN, "", LIKELY),
    "by the app": ("pushToken: IQAA****iU==", Kind.MASKED_TOKEN, "IQAA****iU==", SURE),
    "stars": ("推送token：***", Kind.MASKED_TOKEN, "***", SURE),
    "cut": ("push token: IQAAAACy0...", Kind.MASKED_TOKEN, "IQAAAACy0...", SURE),
    "an error": ("Failed to get push token: <private>", Kind.MASKED_ERROR, "", SURE),
    "an AAID": ("Get AAID successfully: <private>", Kind.MASKED_AAID, "", LIKELY),
    "not printed": ("Succeeded in getting push token", Kind.UNPRINTED_TOKEN, "", SURE),
}


@pytest.mark.parametrize(
    ("text", "kind", "value", "certainty"), MASKED.values(), ids=MASKED
)
def test_what_is_hidden_is_told_as_hidden(
    text: str, kind: Kind, value: str, certainty: Certainty
) -> None:
    assert find_in_log(H + text) == (Finding(kind, value, certainty, (1,)),)


def test_a_token_in_another_line_was_printed() -> None:
    log = f"{H}Succeeded in getting push token\n{H}push token: {T}"
    assert [each.kind for each in find_in_log(log)] == [Kind.TOKEN]


def test_an_aaid_is_no_token() -> None:
    log = f'{H}{{"aaid":"{AAID}","pushToken":"{T}"}}\n{H}AAID: {AAID.upper()}'
    assert [(each.kind, each.value) for each in find_in_log(log)] == [
        (Kind.TOKEN, T),
        (Kind.AAID, AAID),
        (Kind.AAID, AAID.upper()),
    ]


CODES = {
    "English": ("Failed to get push token: 1000900010 Illegal", "1000900010", SURE),
    "JSON": ('{"code":1000900011,"message":"x"}', "1000900011", SURE),
    "unknown": ("push error 1000900099", "1000900099", LIKELY),
    "Android": ("getToken failed, ret: 907135000", "907135000", SURE),
    "Android, short": ("get token error code:6003", "6003", LIKELY),
    "Chinese": ("获取推送token失败，错误码：1000900012", "1000900012", SURE),
}


@pytest.mark.parametrize(("text", "code", "certainty"), CODES.values(), ids=CODES)
def test_error_codes_are_found(text: str, code: str, certainty: Certainty) -> None:
    assert find_in_log(H + text) == (Finding(Kind.CODE, code, certainty, (1,)),)


PROFILES = {
    "Succeeded in binding app profile id.": Kind.BOUND,
    "Failed to bind app profile id": Kind.NOT_BOUND,
    "unbindAppProfileId succeeded": Kind.UNBOUND,
    "解绑账号失败": Kind.NOT_UNBOUND,
    "绑定账号成功": Kind.BOUND,
}


@pytest.mark.parametrize(("text", "kind"), PROFILES.items(), ids=PROFILES)
def test_what_became_of_a_profile_is_found(text: str, kind: Kind) -> None:
    assert find_in_log(H + text) == (Finding(kind, "", SURE, (1,)),)


PIECES = st.sampled_from(
    [H, "push token: ", "token", "=", T, T[:40], AAID, "aaid ", "<private>", "***",
     "\n", "\r\n", " ", '"', "\\", "%3D", "1000900010", "error ", "成功", "\x1b[1m",
     "绑定账号"]
)  # fmt: skip
LOG = st.lists(PIECES | st.text(max_size=4)).map("".join)


@given(LOG)
def test_any_text_is_read_and_nothing_is_invented(text: str) -> None:
    plain = re.sub(r"\x1b\[1m|\s", "", text)
    lines = len(re.split(r"\r\n?|[\n\v\f\u2028\u2029]", text))
    for found in find_in_log(text):
        assert all(1 <= line <= lines for line in found.lines)
        if "%" not in text and "\\" not in text:
            assert set(found.value) <= set(plain)
        if found.kind is Kind.TOKEN:
            assert re.search("token|令牌", text, re.IGNORECASE)


def test_a_long_log_does_not_take_long() -> None:
    awkward = ("token" + " " * 50 + "'" * 50) * 2000 + "push token is" * 2000
    assert find_in_log(awkward) == ()
    assert len(find_in_log(f"{H}push token: {T}\n" * 5000)) == 1
