import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.bypass import entries_of, goes_straight, is_entry

HOST = "push.corp.example"


@pytest.mark.parametrize(
    ("entry", "host", "port", "straight"),
    [
        ("corp.example", HOST, 443, True),
        (".corp.example", HOST, 443, True),
        ("*.corp.example", HOST, 443, True),
        ("CORP.example", "Push.Corp.Example.", 443, True),
        ("corp.example", "corp.example", 443, True),
        ("corp.example", "notcorp.example", 443, False),
        ("push.corp.example:8443", HOST, 8443, True),
        ("push.corp.example:8443", HOST, 443, False),
        ("10.0.0.0/8", "10.1.2.3", 443, True),
        ("10.0.0.0/8", "11.1.2.3", 443, False),
        ("10.0.0.0/8", HOST, 443, False),
        ("192.168.0.7", "192.168.0.7", 443, True),
        ("fd00::/8", "[fd00::1]", 443, True),
        ("*", HOST, 443, True),
    ],
)
def test_an_entry_keeps_a_host_from_the_proxy(
    entry: str, host: str, port: int, straight: bool
) -> None:
    assert is_entry(entry)
    assert goes_straight(host, port, entries_of(entry)) is straight


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "localhost", "[::1]"])
def test_this_computer_is_never_behind_a_proxy(host: str) -> None:
    assert goes_straight(host, 80, [])


def test_a_list_is_parted_by_whatever_people_part_it_with() -> None:
    assert entries_of(" a.test, b.test;c.test\nd.test ,") == [
        "a.test",
        "b.test",
        "c.test",
        "d.test",
    ]


@pytest.mark.parametrize("entry", ["http://a", "a@b", "a/b", "a:b:c", "**"])
def test_what_no_host_can_meet_is_no_entry(entry: str) -> None:
    assert not is_entry(entry)


@given(st.text(), st.text())
def test_no_text_breaks_the_list(text: str, host: str) -> None:
    assert goes_straight(host, 443, entries_of(text)) in (True, False)
