"""A call in any of the forms in which it is copied: a command or a program."""

from .curl import Shell, curl
from .curl import is_too_long as _is_too_long
from .hand_forms import CopyForm
from .handed_call import HandedCall
from .java_code import java_code
from .python_code import python_code
from .typescript_code import typescript_code

_SHELLS = {
    CopyForm.BASH: Shell.BASH,
    CopyForm.POWERSHELL: Shell.POWERSHELL,
    CopyForm.CMD: Shell.CMD,
}


def code_of(call: HandedCall, form: CopyForm) -> str:
    """`call` in one of the forms."""
    if form in _SHELLS:
        return curl(call, _SHELLS[form])
    if form is CopyForm.PYTHON:
        return python_code(call)
    if form is CopyForm.TYPESCRIPT:
        return typescript_code(call)
    return java_code(call)


def is_too_long(text: str, form: CopyForm) -> bool:
    """Whether the shell that the text is for would cut or refuse it."""
    return form in _SHELLS and _is_too_long(text, _SHELLS[form])
