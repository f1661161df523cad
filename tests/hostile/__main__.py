"""Breaks inputs and gives them to all readers.

    python -m tests.hostile [how many] [seed] [reader ...]

Readers are "key files", "message files", and so on. 10,000 without a number.
"""

import faulthandler
import sys
import time

from .run import run

_TOO_LONG = 3600


def main() -> int:
    given = dict(enumerate(sys.argv[1:]))
    faulthandler.dump_traceback_later(_TOO_LONG, exit=True)
    begin = time.perf_counter()
    report = run(int(given.get(0, 10_000)), int(given.get(1, 1)), sys.argv[3:])
    print("\n".join(report.lines()))  # noqa: T201
    seconds = time.perf_counter() - begin
    print(f"{seconds:.0f} s, {len(report.faults)} faults")  # noqa: T201
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
