"""What became of each token of a send: counted, shown, printed."""

import sys
from collections import Counter
from collections.abc import Sequence

from tqdm import tqdm

from hmpush_gui.pushkit.explain import (
    Explanation,
    explain_code,
    explain_oauth,
    explain_reason,
)
from hmpush_gui.pushkit.progress import Progress
from hmpush_gui.pushkit.protocol import Exchange, Outcome, Request, Verdict

from .outcome import Exit
from .output import print_json

_SHOWN = 50
"""Tokens that were not accepted are listed up to so many on a terminal."""


class Report:
    """The ledger of a send on the command line; nothing is written to disk."""

    def __init__(self, total: int, *, show: bool) -> None:
        self._outcomes: dict[str, Outcome] = {}
        # Not the exchanges: their bodies hold every token once more.
        self._request_ids: list[str] = []
        self._failures: set[str] = set()
        self._bar = tqdm(total=total, unit=" devices", disable=not show, leave=False)

    async def begins(self, number: int, request: Request) -> None:
        """See `ledger.Ledger`."""

    def refused(self, number: int, exchange: Exchange, seconds: float) -> None:
        """See `ledger.Ledger`."""
        self._bar.set_postfix_str(f"refused for now, again in {seconds:.0f} s")

    def settled(self, number: int, exchange: Exchange) -> None:
        """See `ledger.Ledger`."""
        self._request_ids.append(exchange.request_id)
        if exchange.failure:
            self._failures.add(str(exchange.failure))
        self._outcomes.update((each.token, each) for each in exchange.outcomes)
        self._bar.update(len(exchange.outcomes))

    def progressed(self, progress: Progress) -> None:
        """See `ledger.Ledger`."""

    def close(self) -> None:
        self._bar.close()

    def outcomes(self, tokens: Sequence[str]) -> list[Outcome]:
        """One for each token, in their order; what never began is Not sent."""
        return [
            self._outcomes.get(token) or Outcome(token, Verdict.NOT_SENT)
            for token in tokens
        ]

    def exit_code(self, tokens: Sequence[str]) -> Exit:
        verdicts = {outcome.verdict for outcome in self.outcomes(tokens)}
        if Verdict.UNKNOWN in verdicts:
            return Exit.UNKNOWN
        if any(map(_is_of_the_credential, self._outcomes.values())):
            return Exit.BAD_INPUT
        return Exit.GOOD if verdicts <= {Verdict.ACCEPTED} else Exit.REJECTED

    def print(self, tokens: Sequence[str], *, as_json: bool) -> None:
        outcomes = self.outcomes(tokens)
        if as_json:
            print_json(self._as_json(outcomes))
        else:
            self._print_text(outcomes)

    def _as_json(self, outcomes: Sequence[Outcome]) -> dict[str, object]:
        return {
            "counts": _counts(outcomes),
            "requestIds": self._request_ids,
            "failures": sorted(self._failures),
            "outcomes": [
                {
                    "token": each.token,
                    "outcome": str(each.verdict),
                    "code": each.code,
                    "reason": each.reason,
                }
                for each in outcomes
            ],
        }

    def _print_text(self, outcomes: Sequence[Outcome]) -> None:
        counts = _counts(outcomes)
        print(", ".join(f"{number} {verdict}" for verdict, number in counts.items()))
        for sentence in sorted(self._failures):
            print(sentence)
        others = [each for each in outcomes if each.verdict is not Verdict.ACCEPTED]
        shown = _SHOWN if sys.stdout.isatty() else len(others)
        for outcome in others[:shown]:
            print(f"{outcome.verdict}  {outcome.token}  {_raw(outcome)}".rstrip())
        if len(others) > shown:
            print(f"… and {len(others) - shown} more; a file or a pipe gets all")
        for raw, known in _meanings(others).items():
            print(f"\n{raw}: {known.meaning}")
            for number, cause in enumerate(known.causes, 1):
                print(f"  {number}. {cause}")
            print(f"  → {known.fix}")


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    counts = Counter(outcome.verdict for outcome in outcomes)
    return {str(verdict): counts[verdict] for verdict in Verdict if counts[verdict]}


def _is_of_the_credential(outcome: Outcome) -> bool:
    """Whether no bearer could be had, so that nothing was sent (facts A.2)."""
    if outcome.verdict is not Verdict.NOT_SENT:
        return outcome.reason == "credential"
    known = explain_oauth(outcome.reason)
    # What may be repeated is the OAuth service's own trouble.
    wrong = known is not None and known.retry == "never"
    return wrong or outcome.reason == "credential"


def _raw(outcome: Outcome) -> str:
    return " ".join(part for part in (outcome.code, outcome.reason) if part)


def _meanings(outcomes: Sequence[Outcome]) -> dict[str, Explanation]:
    """Code or reason → what it means, each once, in the order they came."""
    found: dict[str, Explanation] = {}
    for outcome in outcomes:
        for raw, look_up in (
            (outcome.reason, explain_reason),
            (outcome.code, explain_code),
        ):
            if raw and (known := look_up(raw)):
                found.setdefault(raw, known)
                break
    return found
