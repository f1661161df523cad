"""The forms in which a request is copied: commands and programs."""

from enum import StrEnum

from .curl import Shell, curl
from .handed_call import HandedCall
from .java_code import java_code
from .python_code import python_code
from .typescript_code import typescript_code


class CopyForm(StrEnum):
    """What a request can be copied as."""

    BASH = "curl-bash"
    POWERSHELL = "curl-powershell"
    CMD = "curl-cmd"
    PYTHON = "python"
    TYPESCRIPT = "typescript"
    JAVA = "java"

    @property
    def shell(self) -> Shell | None:
        """The shell of a command; None for a program."""
        return _SHELLS.get(self)


_SHELLS = {
    CopyForm.BASH: Shell.BASH,
    CopyForm.POWERSHELL: Shell.POWERSHELL,
    CopyForm.CMD: Shell.CMD,
}


def code_of(call: HandedCall, form: CopyForm) -> str:
    """`call` in one of the forms."""
    if form.shell is not None:
        return curl(call, form.shell)
    if form is CopyForm.PYTHON:
        return python_code(call)
    if form is CopyForm.TYPESCRIPT:
        return typescript_code(call)
    return java_code(call)
