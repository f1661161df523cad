"""A call as TypeScript with fetch."""

from .handed_call import VARIABLE, HandedCall
from .source_strings import literal


def typescript_code(call: HandedCall) -> str:
    """A module that makes `call` and prints the answer; JavaScript reads it, too."""
    headers = [
        f"    {literal(name)}: {literal(value)}," for name, value in call.headers
    ]
    bearer = f"`Bearer ${{process.env.{VARIABLE}}}`"
    if call.bearer is not None:
        bearer = literal(f"Bearer {call.bearer}")
    lines = [
        f"const response = await fetch({literal(call.url)}, {{",
        f"  method: {literal(call.method)},",
        "  headers: {",
        *headers,
        f"    Authorization: {bearer},",
        "  },",
        f"  body: {literal(call.body)},",
        "});",
        "console.log(response.status, await response.text());",
        "",
    ]
    return "\n".join(lines)
