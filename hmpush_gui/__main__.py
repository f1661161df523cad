"""`python -m hmpush_gui` and the command `hmpush-gui`."""

import sys

from hmpush_gui.start import start


def main() -> int:
    """Run the program; the result is its exit code."""
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
