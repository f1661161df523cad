"""`hmpush convert FILE`: a message of another push service as one of Push Kit."""

import argparse
import json
import sys

from hmpush_gui.exchange.conversion import Conversion, Fate, Line, dotted, shown
from hmpush_gui.exchange.convert import convert as convert_text
from hmpush_gui.exchange.message_file import write_file
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.rules import check_message

from .files import read_text
from .outcome import BadInput, Exit
from .output import print_json

_NAMES = {
    Fate.CHOICE: "your choice",
    Fate.DROPPED: "dropped",
    Fate.CHANGED: "changed",
    Fate.MAPPED: "mapped",
    Fate.TOKENS: "tokens",
    Fate.SECRET: "left out",
}


def convert(options: argparse.Namespace) -> Exit:
    """Print the message file on the output, and the report beside it."""
    shown_name = "Standard input" if options.file == "-" else options.file
    try:
        made = convert_text(read_text(options.file), Api(options.to))
    except DocumentError as error:
        raise BadInput(f"{shown_name}: {error.sentence}") from None
    message = json.loads(write_file(made.file))
    if options.json:
        print_json({"message": message, **as_json(made)})
    else:
        print_json(message)
        for line in made.lines:
            print(as_text(line), file=sys.stderr)
        print(summary(made), file=sys.stderr)
    problems = check_message(made.message)
    open_ones = any(each.severity is Severity.BLOCKING for each in problems)
    return Exit.REJECTED if open_ones else Exit.GOOD


def as_json(made: Conversion) -> dict[str, object]:
    """What it was, and the report, for a machine; tokens are counted only."""
    return {
        "source": str(made.source),
        "shell": made.shell,
        "tokens": len(made.tokens),
        "report": [_line_json(line) for line in made.lines],
    }


def as_text(line: Line) -> str:
    """A line for a person: what became of it, from where to where, and why."""
    places = " → ".join(filter(None, (dotted(line.source), dotted(line.target))))
    value = f" = {shown(line)}" if line.fate is Fate.DROPPED and shown(line) else ""
    why = f": {line.why}" if line.why else ""
    options = f" [{', '.join(line.options)}]" if line.options else ""
    return f"{_NAMES[line.fate]}: {places}{value}{why}{options}"


def summary(made: Conversion) -> str:
    """How many lines there are of each, in one line."""
    counts = [(len(made.of(fate)), name) for fate, name in _NAMES.items()]
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def _line_json(line: Line) -> dict[str, object]:
    return {
        "fate": str(line.fate),
        "source": list(line.source),
        "target": list(line.target),
        "value": shown(line),
        "why": str(line.why) if line.why else "",
        "facts": line.row,
        "options": list(line.options),
    }
