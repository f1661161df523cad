"""What is hidden of a text, and that the rest of it stays."""

import time
from itertools import pairwise

import pytest

from hmpush_gui.exchange.veil import Veil, new_salt
from hmpush_gui.exchange.veil_mark import NAMED
from hmpush_gui.exchange.veil_shapes import Hidden

TOKEN = "MAMzLgIkEAMarked0123456789abcdefghijABCDEFGHIJ"
VEIL = Veil(
    frozenset({"Zebra Bank", "斑马银行"}),
    frozenset({"10123"}),
    {TOKEN, "short-one", "foobar"}.__contains__,
    hosts=frozenset({"push.acme.test"}),
    folders=frozenset({"/nowhere/Acme/texts"}),
)


@pytest.mark.parametrize(
    ("text", "kind", "hidden"),
    [
        ("Send with Zebra Bank?", Hidden.PROJECT, "Zebra Bank"),
        ("以斑马银行发送", Hidden.PROJECT, "斑马银行"),
        ("app 10123.", Hidden.ID, "10123"),
        (f"to {TOKEN}.", Hidden.TOKEN, TOKEN),
        (f"https://x/?token={TOKEN}&a=b", Hidden.TOKEN, TOKEN),
        ("to short-one, then", Hidden.TOKEN, "short-one"),
        ("foobar: accepted", Hidden.TOKEN, "foobar"),
        (f"{TOKEN[:22]}…{TOKEN[-12:]}", Hidden.TOKEN, f"{TOKEN[:22]}…{TOKEN[-12:]}"),
        (f"{TOKEN[:4]}…{TOKEN[-4:]}", Hidden.TOKEN, f"{TOKEN[:4]}…{TOKEN[-4:]}"),
        ('"requestId": "abc-1"', Hidden.ID, "abc-1"),
        (r"{\"token\": \"T1\"}", Hidden.TOKEN, "T1"),
        ("client_id=77d", Hidden.ID, ""),
        ("sub_account: 1234567", Hidden.ID, "1234567"),
        ("/v3/388421841222199046/messages:send", Hidden.ID, "388421841222199046"),
        ("123456789012345678901234", Hidden.ID, "123456789012345678901234"),
        (
            "AAID 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            Hidden.ID,
            "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        ),
        ("Bearer eyJhbGci.eyJpc3Mi.c2ln", Hidden.SECRET, "eyJhbGci.eyJpc3Mi.c2ln"),
        ("client_secret: s3cr3t-word", Hidden.SECRET, "s3cr3t-word"),
        ("http://bob:word@a.test/", Hidden.SECRET, "bob:word"),
        ("https://push.acme.test/v3/send", Hidden.HOST, "push.acme.test"),
        ("http://gate.acme.test:8080", Hidden.HOST, "gate.acme.test"),
        ("socks5h://gate.acme.test", Hidden.HOST, "gate.acme.test"),
        ("203.0.113.7:443, the proxy", Hidden.HOST, "203.0.113.7"),
        ("at 192.168.4.20.", Hidden.HOST, "192.168.4.20"),
        (
            "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----",
            Hidden.SECRET,
            "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----",
        ),
    ],
)
def test_what_is_the_users_own_is_named_and_the_rest_stays(
    text: str, kind: Hidden, hidden: str
) -> None:
    expected = text.replace(hidden, VEIL.called(kind, hidden)) if hidden else text
    assert VEIL.text(text) == expected
    assert VEIL.hides(text) is bool(hidden)


@pytest.mark.parametrize(
    "text",
    [
        'Sons & "Co"',
        "<qt>Sons &amp; &quot;Co&quot;</qt>",
        "/home/me/Sons----Co-.json is written.",
        '{"project": "Sons & \\"Co\\""}',
        'Sons && "Co"',
    ],
)
def test_a_name_is_called_the_same_in_each_of_its_spellings(text: str) -> None:
    veil = Veil(frozenset({'Sons & "Co"'}))
    hidden = veil.text(text)
    assert "Sons" not in hidden
    assert veil.called(Hidden.PROJECT, 'Sons & "Co"') in hidden


def test_a_name_without_letters_hides_no_other_dashes() -> None:
    assert Veil(frozenset({"***"})).text("a --- b") == "a --- b"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Parcel on its way",
        "Zebra Banking",
        "110123",
        "Push token: paste it here",
        "2026-11-28 09:00:00",
        "POST http://127.0.0.1:39447/v3",
        "application/json;charset=UTF-8",
        "It left the depot at noon. 包裹预计明天上午送达。",
        "4 096 bytes, ttl 86400",
    ],
)
def test_what_anybody_may_read_stays(text: str) -> None:
    assert VEIL.text(text) == text


def test_one_thing_has_one_name_and_two_have_two() -> None:
    veil = Veil(salt=new_salt())
    names = {veil.called(Hidden.ID, f"{number}") for number in range(8)}
    assert len(names) == 8
    assert veil.called(Hidden.ID, "1") == veil.called(Hidden.ID, "1")
    whole, ends = TOKEN, f"{TOKEN[:22]}…{TOKEN[-12:]}"
    assert veil.called(Hidden.TOKEN, whole) == veil.called(Hidden.TOKEN, ends)


def test_a_name_cannot_be_tried_out_in_another_run() -> None:
    one, other = Veil(salt=new_salt()), Veil(salt=new_salt())
    assert one.called(Hidden.PROJECT, "Zebra") != other.called(Hidden.PROJECT, "Zebra")


def test_places_follow_each_other_and_never_overlap() -> None:
    text = f"Zebra Bank {TOKEN} token={TOKEN} 'requestId': '{'9' * 24}' Zebra Bank"
    places = VEIL.places(text)
    assert len(places) == 5
    assert all(a.end <= b.start for a, b in pairwise(places))


def test_a_long_line_takes_no_time_that_is_felt() -> None:
    line = ",".join(f'"{TOKEN}{number}"' for number in range(2000)) + "x:" * 20_000
    start = time.perf_counter()
    VEIL.text(line)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/home/alice", "~"),
        ("The file /home/alice/My texts/a.json is gone.", "The file …/a.json is gone."),
        ("/home/alice/a.json and /home/alice/b/c.json", "…/a.json and …/c.json"),
        ("/Users/alice/Library/Application Support/log/a.log", "…/a.log"),
        ("file:///home/alice/a.json", "…/a.json"),
        ("saved to /tmp/of alice/a b.png: no room", "saved to …/a b.png: no room"),
        (r"C:\Users\alice", "~"),
        (r"C:\Users\alice\Documents\a.json is written.", r"…\a.json is written."),
        (r'"C:\\Users\\alice\\a.json"', r'"…\a.json"'),
        (r"D:\acme\texts\a.json", r"…\a.json"),
        (r"\\server\acme\a.json", r"…\a.json"),
        ("以 /home/alice/a.json 打开", "以 …/a.json 打开"),
        ("/nowhere/Acme/texts/more/a.json", "…/a.json"),
        ("/nowhere/Acme/texts", "…/texts"),
        ("/home/me/Zebra Bank/a.json", "…/a.json"),
    ],
)
def test_of_a_path_only_the_last_name_is_seen(text: str, shown: str) -> None:
    assert VEIL.text(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.com/home/products",
        "/v3/messages:send",
        "text/plain and/or application/json",
        "http://127.0.0.1:3333/v3, http://localhost:80, http://[::1]:80",
        "http://proxy.example:8080, 10.0.0.0/8",
        "5.0.0.102 and 6.1.0",
        r"Q:\nA:\n",
        "https://push-api.cloud.huawei.com/v3",
    ],
)
def test_what_looks_like_a_path_or_a_host_and_is_none_stays(text: str) -> None:
    assert VEIL.text(text) == text


def test_a_name_between_marks_is_hidden_and_the_same_word_elsewhere_is_not() -> None:
    shown = VEIL.text(f"Send through {NAMED}Send{NAMED}?").replace(NAMED, "")
    assert shown == f"Send through {VEIL.called(Hidden.PROJECT, 'Send')}?"


@pytest.mark.parametrize(
    "text",
    ["/home/a/" + "b c " * 20_000, "/tmp/" * 20_000, "C:\\a" * 20_000, "//" * 40_000,
     "1.2.3." * 20_000, "x@" * 40_000, "://" * 30_000],
)  # fmt: skip
def test_no_text_takes_long_to_be_looked_through(text: str) -> None:
    begun = time.perf_counter()
    VEIL.places(text)
    assert time.perf_counter() - begun < 5
