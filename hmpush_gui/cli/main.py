"""Reads the arguments of `hmpush` and runs the command."""

import sys
from collections.abc import Sequence
from importlib import import_module

from .commands import parser
from .outcome import BadInput, Exit
from .output import settle


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


if __name__ == "__main__":
    sys.exit(main())
