"""A call as a Python program with httpx."""

from .handed_call import VARIABLE, HandedCall
from .source_strings import literal


def python_code(call: HandedCall) -> str:
    """A program that makes `call` and prints the answer."""
    headers = [
        f"        {literal(name)}: {literal(value)}," for name, value in call.headers
    ]
    bearer = f'"Bearer " + os.environ[{literal(VARIABLE)}]'
    if call.bearer is not None:
        bearer = literal(f"Bearer {call.bearer}")
    lines = [
        *(["import os", ""] if call.bearer is None else []),
        "import httpx",
        "",
        "response = httpx.request(",
        f"    {literal(call.method)},",
        f"    {literal(call.url)},",
        "    headers={",
        *headers,
        f'        "Authorization": {bearer},',
        "    },",
        f'    content={literal(call.body)}.encode("utf-8"),',
        ")",
        "print(response.status_code, response.text)",
        "",
    ]
    return "\n".join(lines)
