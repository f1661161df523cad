"""The commands of `hmpush`, and the command line that they make up."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import NamedTuple

from hmpush_gui import __version__

from . import arguments


class Command(NamedTuple):
    """One command: the function of its `name`, in a module that is loaded to run it.

    `takes` adds what it may be given; `note` tells its exit codes. A `module` that is
    not named is called like the command.
    """

    name: str
    words: str
    takes: Callable[[ArgumentParser], None]
    note: str | None = None
    module: str = ""


COMMANDS = (
    Command(
        "check",
        "say what Push Kit would refuse in a message",
        arguments.message,
        "Exit codes: 0 Push Kit would take it, 1 it would refuse it, 2 bad input.",
    ),
    Command(
        "size",
        "count the bytes of a message as Push Kit does",
        arguments.message,
        "Exit codes: 0 it is small enough, 1 it is too large, 2 bad input.",
        module="check",
    ),
    Command(
        "explain",
        "say what a code or reason means and what to do",
        arguments.explain,
        "Exit codes: 0 it is known, 1 it is not.",
    ),
    Command(
        "send",
        "send a message to tokens and say what became of each",
        arguments.send,
        "Credentials come from HMPUSH_KEY_FILE (path of a service-account key file), "
        "from HMPUSH_CLIENT_ID and HMPUSH_CLIENT_SECRET, or from what the window "
        "keeps. Exit codes: 0 all accepted, 1 some or all rejected or not sent, 2 bad "
        "input and nothing sent, 3 at least one token may or may not have been sent, "
        "130 stopped before anything was sent.",
    ),
    Command(
        "convert",
        "turn a message of Firebase, Apple or an older Push Kit into v3 or v1",
        arguments.convert,
        "The message goes to the output, the report beside it. Exit codes: 0 Push "
        "Kit would take it, 1 something is left to choose, 2 bad input.",
    ),
    Command(
        "tokens",
        "print the push tokens of a list or table, cleaned, each once",
        arguments.tokens,
        "Exit codes: 0 there are tokens, 1 there is none, 2 bad input.",
    ),
    Command(
        "hilog",
        "find push tokens, AAIDs and error codes in the log of a device",
        arguments.hilog,
        "Exit codes: 0 there is a push token, 1 there is none, 2 bad input.",
    ),
    Command(
        "doctor",
        "say what is wrong with a key file or another credential, offline",
        arguments.doctor,
        "Exit codes: 0 nothing is wrong, 1 something is, 2 bad input.",
    ),
    Command(
        "receipt",
        "say what the receipts in a callback mean, and check its signature",
        arguments.receipt,
        "Exit codes: 0 all were delivered, 1 some were not or the signature is "
        "wrong, 2 bad input.",
    ),
    Command(
        "schema",
        "print the JSON Schema of message files, for editors",
        arguments.schema,
    ),
    Command(
        "sandbox",
        "be Push Kit on a port of this machine, until Ctrl+C",
        arguments.sandbox,
    ),
)


def parser() -> ArgumentParser:
    """The whole command line."""
    top = ArgumentParser(
        "hmpush",
        description="Check, explain and send HarmonyOS push notifications.",
        epilog="Exit codes: 0 all accepted, 1 some or all rejected or not sent, "
        "2 bad input and nothing sent, 3 unknown outcome.",
    )
    top.add_argument("--version", action="version", version=__version__)
    several = top.add_subparsers(required=True, metavar="COMMAND")
    for each in COMMANDS:
        one = several.add_parser(
            each.name, help=each.words, description=each.words, epilog=each.note
        )
        one.set_defaults(module=each.module or each.name, run=each.name)
        each.takes(one)
    return top
