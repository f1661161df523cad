"""The three ways to say no differ in code and status."""

from hmpush_gui.sandbox.refusal import Refusal, illegal, unauthorised


def _facts(refusal: Refusal) -> tuple[int, str, str]:
    return refusal.status, refusal.code, refusal.msg


def test_a_refusal_is_a_parameter_error_unless_told_otherwise() -> None:
    assert _facts(Refusal("80300002", "No")) == (400, "80300002", "No")


def test_an_illegal_document_is_named_as_push_kit_names_it() -> None:
    expected = (400, "80100003", "Illegal payload, title cannot be null in body")

    assert _facts(illegal("title cannot be null in body")) == expected


def test_a_refused_bearer_has_status_401() -> None:
    assert _facts(unauthorised()) == (401, "80200001", "Authentication Error")
    assert _facts(unauthorised("80200005", "Late"))[:2] == (401, "80200005")
