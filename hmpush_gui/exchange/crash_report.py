"""What a user may hand on when the program broke."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .log_text import log_text


@dataclass(frozen=True, slots=True)
class CrashReport:
    """Traces of the program's own breaks (`fault_text`), and what it ran on.

    `versions` are by name; `at` is Unix seconds.
    """

    versions: Mapping[str, str]
    traces: tuple[str, ...]
    at: float

    def text(self) -> str:
        """The report for a mail or an issue, in English as its readers are."""
        when = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(self.at))
        return "\n".join(self._lines(when)) + "\n"

    def _lines(self, when: str) -> Iterable[str]:
        wide = max(map(len, self.versions), default=0)
        for name, version in self.versions.items():
            yield log_text(f"{name:{wide}}  {version}")
        yield f"{'Time':{wide}}  {when}"
        for trace in self.traces:
            yield ""
            yield log_text(trace)
