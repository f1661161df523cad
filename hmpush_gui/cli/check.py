"""`hmpush check` and `hmpush size`: what Push Kit would refuse, and how large it is."""

import argparse
import sys

from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.placeholder_rules import placeholder_problems
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.reference import limits
from hmpush_gui.pushkit.rules import check_message
from hmpush_gui.pushkit.unknown_rules import unknown_problems

from .files import read_message_file
from .filling import measured, own
from .outcome import Exit
from .output import print_json

_MARKS = {Severity.BLOCKING: "✕", Severity.WARNING: "▲", Severity.HINT: "·"}
_ORDER = list(Severity)


def check(options: argparse.Namespace) -> Exit:
    """Print every problem of a message file, worst first."""
    message = read_message_file(options.file, options.api, options.push_type)
    problems = check_message(measured(message, options))
    problems += placeholder_problems(message, own(options), 1)
    problems.sort(key=lambda problem: _ORDER.index(problem.severity))
    if not any(problem.rule == "other-generation" for problem in problems):
        problems += unknown_problems(message)
    if options.json:
        rows = [as_json(problem) for problem in problems]
        print_json(rows)
    else:
        for problem in problems:
            print(as_text(problem))
        if not problems:
            print("Nothing found that Push Kit would refuse.", file=sys.stderr)
    blocked = any(problem.severity is Severity.BLOCKING for problem in problems)
    return Exit.REJECTED if blocked else Exit.GOOD


def size(options: argparse.Namespace) -> Exit:
    """Print the bytes that Push Kit counts."""
    message = read_message_file(options.file, options.api, options.push_type)
    used, allowed = encode(measured(message, options)).size, int(limits()["body_bytes"])
    if options.json:
        print_json({"bytes": used, "allowed": allowed})
    elif used > allowed:
        print(f"{used} of {allowed} bytes: cut {used - allowed}")
    else:
        print(f"{used} of {allowed} bytes")
    return Exit.REJECTED if used > allowed else Exit.GOOD


def as_json(problem: Problem) -> dict[str, str]:
    """A problem for a machine: severity, path, rule, expected code, sentence."""
    return {
        "severity": str(problem.severity),
        "path": ".".join(problem.path),
        "rule": problem.rule,
        "code": problem.code,
        "sentence": str(problem.sentence),
        "source": problem.source,
    }


def as_text(problem: Problem) -> str:
    """A problem for a person: mark, place, sentence, expected code."""
    place = ".".join(problem.path) or "message"
    code = f"  [{problem.code}]" if problem.code else ""
    return f"{_MARKS[problem.severity]} {place}: {problem.sentence}{code}"
