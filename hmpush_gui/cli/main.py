"""Reads the arguments of `hmpush` and runs the command."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from hmpush_gui import __version__
from hmpush_gui.pushkit.message import PushType

from . import numbers
from .outcome import BadInput, Exit
from .output import settle

if TYPE_CHECKING:
    # argparse has no public name for what add_subparsers gives.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

_APIS = ("v1", "v2", "v3")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is its exit code."""
    settle()
    options = parser().parse_args(arguments)
    try:
        # Each command is a module of its own, so that `size` does not load httpx.
        command = getattr(
            import_module(f"hmpush_gui.cli.{options.module}"), options.run
        )
        return int(command(options))
    except BadInput as error:
        print(f"hmpush: {error}", file=sys.stderr)
        return Exit.BAD_INPUT
    except KeyboardInterrupt:
        print("hmpush: stopped; nothing was sent.", file=sys.stderr)
        return Exit.STOPPED
    except BrokenPipeError:
        # The reader of our output went away, as `head` does.
        sys.stderr.close()
        return Exit.GOOD


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        "hmpush",
        description="Check, explain and send HarmonyOS push notifications.",
        epilog="Exit codes: 0 all accepted, 1 some or all rejected or not sent, "
        "2 bad input and nothing sent, 3 unknown outcome.",
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _check(commands)
    _size(commands)
    _explain(commands)
    _send(commands)
    _convert(commands)
    _tokens(commands)
    _hilog(commands)
    _doctor(commands)
    _receipt(commands)
    _schema(commands)
    _sandbox(commands)
    return top


def _command(
    commands: "Commands", name: str, module: str, words: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.set_defaults(module=module, run=name)
    return command


def _message_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help="a message file or a request body; - for stdin")
    command.add_argument("--api", choices=_APIS, help="what a request body is for")
    command.add_argument(
        "--push-type", choices=[str(each) for each in PushType], help="of a v3 message"
    )
    command.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE",
        help="what stands for {{NAME}}; repeatable",
    )  # fmt: skip
    command.add_argument("--json", action="store_true", help="print JSON")


def _check(commands: "Commands") -> None:
    words = "say what Push Kit would refuse in a message"
    command = _command(commands, "check", "check", words)
    command.epilog = (
        "Exit codes: 0 Push Kit would take it, 1 it would refuse it, 2 bad input."
    )
    _message_file(command)


def _size(commands: "Commands") -> None:
    words = "count the bytes of a message as Push Kit does"
    command = _command(commands, "size", "check", words)
    command.epilog = "Exit codes: 0 it is small enough, 1 it is too large, 2 bad input."
    _message_file(command)


def _explain(commands: "Commands") -> None:
    words = "say what a code or reason means and what to do"
    command = _command(commands, "explain", "explain", words)
    command.epilog = "Exit codes: 0 it is known, 1 it is not."
    command.add_argument("code", help="such as 80300007, noRight, 1101/12304, 503")
    command.add_argument("--language", choices=("en", "zh"), default="en")
    command.add_argument("--json", action="store_true", help="print JSON")


def _send(commands: "Commands") -> None:
    words = "send a message to tokens and say what became of each"
    command = _command(commands, "send", "send", words)
    command.epilog = (
        "Credentials come from HMPUSH_KEY_FILE (path of a service-account key file), "
        "from HMPUSH_CLIENT_ID and HMPUSH_CLIENT_SECRET, or from what the window "
        "keeps. Exit codes: 0 all accepted, 1 some or all rejected or not sent, 2 bad "
        "input and nothing sent, 3 at least one token may or may not have been sent, "
        "130 stopped before anything was sent."
    )
    _message_file(command)
    command.add_argument("--project", required=True, help="name or project ID")
    command.add_argument(
        "--to", action="append", default=[], metavar="TOKEN|@FILE", help="repeatable"
    )
    command.add_argument(
        "--base-url", metavar="URL", help="another Push Kit: a sandbox"
    )
    command.add_argument("--key-file", metavar="PATH", help="service-account key file")
    command.add_argument("--data-dir", type=Path, metavar="DIR", help="of the window")
    command.add_argument(
        "--pace", type=numbers.pace, metavar="N", help="devices a second"
    )
    switch = command.add_mutually_exclusive_group()
    switch.add_argument("--test", action="store_true", help="send as test message (v3)")
    switch.add_argument(
        "--validate-only", action="store_true", help="check only (v1, v2)"
    )
    command.add_argument(
        "--unchecked", action="store_true", help="send what would be refused, too"
    )
    command.add_argument("--yes", action="store_true", help="mean a FORMAL send")


def _convert(commands: "Commands") -> None:
    words = "turn a message of Firebase, Apple or an older Push Kit into v3 or v1"
    command = _command(commands, "convert", "convert", words)
    command.epilog = (
        "The message goes to the output, the report beside it. Exit codes: 0 Push Kit "
        "would take it, 1 something is left to choose, 2 bad input."
    )
    command.add_argument(
        "file", help="JSON, or a command of curl that sends it; - for stdin"
    )
    command.add_argument("--to", choices=("v3", "v1"), default="v3", help="default: v3")
    command.add_argument("--json", action="store_true", help="print JSON")


def _tokens(commands: "Commands") -> None:
    words = "print the push tokens of a list or table, cleaned, each once"
    command = _command(commands, "tokens", "tokens", words)
    command.epilog = "Exit codes: 0 there are tokens, 1 there is none, 2 bad input."
    command.add_argument(
        "file", help="text, CSV, TSV, JSON, JSON lines, .xlsx, .xls, .ods; - for stdin"
    )
    command.add_argument(
        "--column", default="", metavar="NAME|NUMBER", help="default: guessed"
    )
    command.add_argument("--sheet", default="", metavar="NAME", help="of a spreadsheet")
    command.add_argument("--json", action="store_true", help="print JSON")


def _hilog(commands: "Commands") -> None:
    words = "find push tokens, AAIDs and error codes in the log of a device"
    command = _command(commands, "hilog", "hilog", words)
    command.epilog = (
        "Exit codes: 0 there is a push token, 1 there is none, 2 bad input."
    )
    command.add_argument(
        "file", help="text of hilog, hdc or DevEco Studio; - for stdin"
    )
    command.add_argument(
        "--language", choices=("en", "zh"), default="en", help="of what codes mean"
    )
    command.add_argument("--json", action="store_true", help="print JSON")


def _doctor(commands: "Commands") -> None:
    words = "say what is wrong with a key file or another credential, offline"
    command = _command(commands, "doctor", "doctor", words)
    command.epilog = "Exit codes: 0 nothing is wrong, 1 something is, 2 bad input."
    command.add_argument(
        "file",
        nargs="?",
        metavar="KEYFILE",
        help="service-account key file; - is stdin",
    )
    command.add_argument("--project", help="name or project ID it is to be used for")
    command.add_argument("--data-dir", type=Path, metavar="DIR", help="of the window")
    command.add_argument("--json", action="store_true", help="print JSON")


def _receipt(commands: "Commands") -> None:
    words = "say what the receipts in a callback mean, and check its signature"
    command = _command(commands, "receipt", "receipt", words)
    command.epilog = (
        "Exit codes: 0 all were delivered, 1 some were not or the signature is wrong, "
        "2 bad input."
    )
    command.add_argument(
        "file", help="the body of a callback, or a log of it; - for stdin"
    )
    command.add_argument(
        "--header", default="", metavar="VALUE", help="X-HUAWEI-CALLBACK-ID of it"
    )
    command.add_argument(
        "--user-name", default="", metavar="NAME", help="of the receipt configuration"
    )
    command.add_argument(
        "--secret-env", default="", metavar="NAME", help="variable with the secret"
    )
    command.add_argument(
        "--language", choices=("en", "zh"), default="en", help="of what results mean"
    )
    command.add_argument("--json", action="store_true", help="print JSON")


def _schema(commands: "Commands") -> None:
    words = "print the JSON Schema of message files, for editors"
    command = _command(commands, "schema", "schema", words)
    command.add_argument(
        "--write", type=Path, metavar="DIR", help="write it into the folder of messages"
    )


def _sandbox(commands: "Commands") -> None:
    words = "be Push Kit on a port of this machine, until Ctrl+C"
    command = _command(commands, "sandbox", "sandbox", words)
    command.add_argument(
        "--port", type=numbers.port, default=0, help="default: a free one"
    )
    command.add_argument("--scenario", default="normal", help="how it answers")
    command.add_argument(
        "--credentials",
        type=Path,
        metavar="DIR",
        help="write key file and client secret here, or read them",
    )


if __name__ == "__main__":
    sys.exit(main())
