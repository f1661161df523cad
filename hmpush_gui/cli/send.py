"""`hmpush send`: a message file to tokens, with an outcome for each."""

import argparse
import asyncio
import signal
import sys

from hmpush_gui.pushkit.campaign import Campaign
from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.credential import Credential
from hmpush_gui.pushkit.device import read_tokens
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.pace import Pace
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.rules import check_message
from hmpush_gui.pushkit.sending import device_requests, target_of
from hmpush_gui.pushkit.wires import Wires

from .check import as_text
from .connections import find_wires
from .files import read_message_file
from .filling import filled, measured, numbered, refuse_unfilled
from .outcome import BadInput, Exit
from .projects import find_credential, find_project, refuse_without_id
from .report import Report
from .tokens import read_tokens_file


def send(options: argparse.Namespace) -> Exit:
    """Send, print what became of each token, and say it by the exit code."""
    message = _switched(options)
    _refuse_problems(measured(message, options), unchecked=options.unchecked)
    message = filled(message, options)
    if not options.unchecked:
        refuse_unfilled(message)
    project = find_project(options.project, options.data_dir, options.base_url)
    refuse_without_id(project, message.api)
    _refuse_formal(project, message, yes=options.yes)
    credential = find_credential(
        project, message.api, options.key_file, options.data_dir
    )
    tokens = [target_of(message)] if target_of(message) else _tokens(options.to)
    report = Report(len(tokens), show=not options.json and sys.stderr.isatty())
    campaign = Campaign(
        device_requests(project, message, numbered(tokens)),
        len(tokens),
        report,
        pace=Pace(options.pace),
    )
    wires = find_wires(project, options.data_dir)
    asyncio.run(_run(campaign, project, credential, wires))
    report.close()
    report.print(tokens, as_json=options.json)
    return report.exit_code(tokens)


async def _run(
    campaign: Campaign, project: Project, credential: Credential, wires: Wires
) -> None:
    try:
        client = PushClient(project, credential, wires)
    except PushError as error:
        raise BadInput(str(error)) from error
    loop = asyncio.get_running_loop()
    # Ctrl+C ends it in order: what is out may still be answered. Not by the loop's own
    # handlers, which Windows does not have.
    before = signal.signal(
        signal.SIGINT, lambda *_: loop.call_soon_threadsafe(campaign.stop)
    )
    try:
        async with client:
            await campaign.run(client.send)
    finally:
        signal.signal(signal.SIGINT, before)


def _switched(options: argparse.Namespace) -> Message:
    """The message of the file, with `--test` or `--validate-only` set in it."""
    message = read_message_file(options.file, options.api, options.push_type)
    if options.validate_only and not message.api.legacy:
        raise BadInput("--validate-only is of v1 and v2; a v3 message has --test.")
    if options.validate_only:
        path: tuple[str, ...] = ("validate_only",)
    elif options.test and message.api.legacy:
        raise BadInput("--test is of v3; a v1 or v2 message has --validate-only.")
    elif options.test:
        path = ("pushOptions", "testMessage")
    else:
        return message
    document = write(message.document, path, True)
    return Message(message.api, message.push_type, document)


def _refuse_problems(message: Message, *, unchecked: bool) -> None:
    stopping = [
        problem
        for problem in check_message(message)
        if problem.severity is Severity.BLOCKING
    ]
    if stopping and not unchecked:
        lines = "\n".join(as_text(problem) for problem in stopping)
        raise BadInput(f"Push Kit would refuse this message:\n{lines}")


def _refuse_formal(project: Project, message: Message, *, yes: bool) -> None:
    formal = project.environment is Environment.FORMAL and not message.is_test
    if formal and not yes:
        raise BadInput(
            f"{project.name} is FORMAL and this is no test message: it reaches people. "
            "Add --yes if you mean it."
        )


def _tokens(given: list[str]) -> list[str]:
    """Tokens from arguments and, behind an @, from files. Raises BadInput."""
    found: dict[str, None] = {}
    for each in given:
        if each.startswith("@"):
            found.update(dict.fromkeys(read_tokens_file(each[1:]).tokens))
        else:
            found.update(dict.fromkeys(read_tokens(each).tokens))
    tokens = list(found)
    if not tokens:
        raise BadInput("There is no token to send to: give --to TOKEN or --to @FILE.")
    return tokens
