import pytest

from hmpush_gui.cli import explain
from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import BadInput, Exit

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (BadInput("there is no such file."), Exit.BAD_INPUT, "there is no such file."),
        (KeyboardInterrupt(), Exit.STOPPED, "stopped; nothing was sent."),
    ],
)
def test_what_ends_a_command_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    error: BaseException,
    code: Exit,
    words: str,
) -> None:
    def fail(_options: object) -> Exit:
        raise error

    monkeypatch.setattr(explain, "explain", fail)
    assert main(["explain", "80300007"]) == code
    assert capsys.readouterr().err == f"hmpush: {words}\n"


def test_a_command_that_does_not_exist_is_bad_input(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fly"])
    assert ended.value.code == Exit.BAD_INPUT
    assert "invalid choice" in capsys.readouterr().err
