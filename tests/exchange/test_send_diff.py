from dataclasses import replace

from hmpush_gui.exchange.json_diff import Change, path_text
from hmpush_gui.exchange.send_diff import Part, Side, compare, compared_text
from hmpush_gui.pushkit.protocol import Answer
from tests.ui.samples import accepted, answered, legacy, message

PARTIAL = (
    b'{"code":"80100000","requestId":"1","msg":'
    b'"{\\"success\\":1,\\"illegalTokens\\":{\\"noRight\\":[\\"t\\"]}}"}'
)


def places(before: Side, after: Side) -> dict[Part, list[str]]:
    """`+`, `-` or `~` and the place, by part."""
    marks = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}
    return {
        part: [f"{marks[each.change]}{path_text(each.path)}" for each in found]
        for part, found in compare(before, after).items()
    }


def test_messages_differ_in_kind_and_in_content() -> None:
    assert places(Side(message("a")), Side(message("b"))) == {
        Part.MESSAGE: ["~payload.notification.title"]
    }
    found = places(Side(message("a")), Side(legacy()))[Part.MESSAGE]
    assert found[:2] == ["~api", "~push-type"]
    assert "-payload" in found


def test_only_what_both_have_is_compared() -> None:
    sent = Side(message(), accepted("a"))
    assert list(compare(sent, Side(message()))) == [Part.MESSAGE]
    unanswered = replace(accepted("a"), answer=None)
    assert list(compare(sent, Side(message(), unanswered))) == [
        Part.MESSAGE,
        Part.REQUEST,
    ]
    assert list(compare(sent, sent)) == list(Part)


def test_headers_are_the_same_whatever_the_case_of_their_names() -> None:
    one = replace(accepted("a"), sent_headers=(("Push-Type", "0"), ("x", "1")))
    two = replace(
        accepted("a"), sent_headers=(("push-type", "2"), ("X", "1"), ("y", "1"))
    )
    found = places(Side(message(), one), Side(message(), two))
    assert found[Part.REQUEST] == ["~push-type", "+y"]


def test_what_an_answer_holds_as_text_is_compared_inside() -> None:
    other = PARTIAL.replace(b"noRight", b"tokenFormatError")
    found = places(
        Side(message(), answered(["t"], PARTIAL)),
        Side(message(), answered(["t"], other)),
    )
    assert found[Part.BODY] == [
        "-msg.illegalTokens.noRight",
        "+msg.illegalTokens.tokenFormatError",
    ]


def test_an_answer_that_is_no_json_is_compared_as_text() -> None:
    html = Answer(502, "Bad Gateway", (), b"<html>")
    found = places(
        Side(message(), accepted("a")),
        Side(message(), replace(accepted("a"), answer=html)),
    )
    assert found[Part.STATUS] == ["~$"]
    assert found[Part.BODY] == ["~$"]


def test_differences_can_be_pasted() -> None:
    text = compared_text(
        compare(Side(message("a", "x")), Side(message("b", "x"))),
        {Part.MESSAGE: "Message"},
        "no difference",
    )
    assert text == 'Message\n~ payload.notification.title: "a" → "b"\n'
    same = compared_text(
        compare(Side(message()), Side(message())), {Part.MESSAGE: "Message"}, "same"
    )
    assert same == "Message\n  same\n"
