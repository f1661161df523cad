from .fakes import PROJECT, request_for


def test_a_request_does_not_fill_the_log_with_tokens() -> None:
    shown = repr(request_for(PROJECT, "secret-token"))
    assert "secret-token" not in shown
    assert "messages:send" in shown
