import pytest

from hmpush_gui.exchange.code import code_of, is_too_long
from hmpush_gui.exchange.hand_forms import CopyForm
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


def test_only_a_command_of_cmd_can_be_too_long() -> None:
    text = "x" * 10_000
    assert [form for form in CopyForm if is_too_long(text, form)] == [CopyForm.CMD]
