from importlib import import_module

import pytest

from hmpush_gui.cli.commands import COMMANDS, Command, parser

NEEDED = {
    "check": ["file"],
    "size": ["file"],
    "explain": ["80300007"],
    "send": ["file", "--project", "shop"],
    "convert": ["file"],
    "tokens": ["file"],
    "hilog": ["file"],
    "receipt": ["file"],
}
"""Command → the least that it has to be given."""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.name)
def test_each_command_has_a_function_that_runs_it(command: Command) -> None:
    options = parser().parse_args([command.name, *NEEDED.get(command.name, [])])
    module = import_module(f"hmpush_gui.cli.{options.module}")
    assert callable(getattr(module, options.run))


def test_the_help_lists_every_command() -> None:
    words = parser().format_help()
    assert [each.name for each in COMMANDS if each.name not in words] == []
