"""What each command of `hmpush` may be given."""

from argparse import ArgumentParser
from pathlib import Path

from hmpush_gui.pushkit.message import PushType

from . import numbers

_APIS = ("v1", "v2", "v3")


def message(command: ArgumentParser) -> None:
    command.add_argument("file", help="a message file or a request body; - for stdin")
    command.add_argument("--api", choices=_APIS, help="what a request body is for")
    command.add_argument(
        "--push-type", choices=[str(each) for each in PushType], help="of a v3 message"
    )
    command.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE",
        help="what stands for {{NAME}}; repeatable",
    )  # fmt: skip
    _json(command)


def explain(command: ArgumentParser) -> None:
    command.add_argument("code", help="such as 80300007, noRight, 1101/12304, 503")
    _language(command)
    _json(command)


def send(command: ArgumentParser) -> None:
    message(command)
    command.add_argument("--project", required=True, help="name or project ID")
    command.add_argument(
        "--to", action="append", default=[], metavar="TOKEN|@FILE", help="repeatable"
    )
    command.add_argument(
        "--base-url", metavar="URL", help="another Push Kit: a sandbox"
    )
    command.add_argument("--key-file", metavar="PATH", help="service-account key file")
    _data_dir(command)
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


def convert(command: ArgumentParser) -> None:
    command.add_argument(
        "file", help="JSON, or a command of curl that sends it; - for stdin"
    )
    command.add_argument("--to", choices=("v3", "v1"), default="v3", help="default: v3")
    _json(command)


def tokens(command: ArgumentParser) -> None:
    command.add_argument(
        "file", help="text, CSV, TSV, JSON, JSON lines, .xlsx, .xls, .ods; - for stdin"
    )
    command.add_argument(
        "--column", default="", metavar="NAME|NUMBER", help="default: guessed"
    )
    command.add_argument("--sheet", default="", metavar="NAME", help="of a spreadsheet")
    _json(command)


def hilog(command: ArgumentParser) -> None:
    command.add_argument(
        "file", help="text of hilog, hdc or DevEco Studio; - for stdin"
    )
    _language(command, "of what codes mean")
    _json(command)


def doctor(command: ArgumentParser) -> None:
    command.add_argument(
        "file",
        nargs="?",
        metavar="KEYFILE",
        help="service-account key file; - is stdin",
    )
    command.add_argument("--project", help="name or project ID it is to be used for")
    _data_dir(command)
    _json(command)


def receipt(command: ArgumentParser) -> None:
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
    _language(command, "of what results mean")
    _json(command)


def schema(command: ArgumentParser) -> None:
    command.add_argument(
        "--write", type=Path, metavar="DIR", help="write it into the folder of messages"
    )


def sandbox(command: ArgumentParser) -> None:
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


def _json(command: ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")


def _language(command: ArgumentParser, words: str | None = None) -> None:
    command.add_argument("--language", choices=("en", "zh"), default="en", help=words)


def _data_dir(command: ArgumentParser) -> None:
    command.add_argument("--data-dir", type=Path, metavar="DIR", help="of the window")
