import pytest

from hmpush_gui.exchange.code import CopyForm, code_of
from hmpush_gui.exchange.curl import Shell
from hmpush_gui.exchange.handed_call import hand_out

from .awkward import TOKEN, request

FIRST = {
    CopyForm.BASH: "curl --request POST ",
    CopyForm.POWERSHELL: "$body = ",
    CopyForm.CMD: 'curl --request POST "',
    CopyForm.PYTHON: "import os\n",
    CopyForm.TYPESCRIPT: "const response = await fetch(",
    CopyForm.JAVA: "import java.net.URI;\n",
}


@pytest.mark.parametrize("form", CopyForm)
def test_every_form_has_a_writer_and_keeps_the_tokens_to_itself(form: CopyForm) -> None:
    copied = code_of(hand_out(request()), form)
    assert copied.startswith(FIRST[form])
    assert TOKEN not in copied
    assert "PUSH_TOKEN_1" in copied
    assert "HMPUSH_TOKEN" in copied


def test_commands_name_their_shell() -> None:
    assert CopyForm.CMD.shell is Shell.CMD
    assert CopyForm.JAVA.shell is None
