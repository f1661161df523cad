"""Ends of the program that Python cannot catch: found and told at the next start."""

import faulthandler
import os
import time
from pathlib import Path
from typing import IO

RUNNING = "fault.txt"
KEPT = 5
"""Reports of hard ends that are kept."""

_PATTERN = "hard-end-*.txt"


class Faults:
    """Has a report written into `folder` when the process dies of a fault.

    Such a report names lines of code and threads, and no value at all. Of the processes
    that work on one folder only one may have this.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def find(self) -> Path | None:
        """The report of a run that ended hard, told of once; None if it did not."""
        running = self._folder / RUNNING
        try:
            found = running.stat()
            if not found.st_size:
                return None
            when = time.strftime("%Y%m%d-%H%M%S", time.localtime(found.st_mtime))
            report = self._folder / f"hard-end-{when}.txt"
            os.replace(running, report)
            for old in sorted(self._folder.glob(_PATTERN))[:-KEPT]:
                old.unlink()
        except OSError:
            # There is none, or it is not ours to read.
            return None
        return report

    def watch(self) -> None:
        """Begin; where the folder cannot be written, nothing is."""
        try:
            descriptor = os.open(
                self._folder / RUNNING, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600
            )
        except OSError:
            return
        self._file = os.fdopen(descriptor, "wb", buffering=0)
        faulthandler.enable(self._file)

    def end(self) -> None:
        """The program has come to its end in order."""
        if self._file:
            faulthandler.disable()
            self._file.close()
            self._file = None
            (self._folder / RUNNING).unlink(missing_ok=True)
