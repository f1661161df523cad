"""What became of each token of a request, kept small: a campaign has a million."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple, overload


class Verdict(StrEnum):
    """What is known of one token in one send. Nothing here says “delivered”."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    NOT_SENT = "not-sent"


class Outcome(NamedTuple):
    """What became of one token.

    `code` is Push Kit's (or `error/sub_error` of OAuth), `reason` the one given for
    this very token, such as `noRight` (facts F.3). Both may be empty.
    """

    token: str
    verdict: Verdict
    code: str = ""
    reason: str = ""


Kind = tuple[Verdict, str, str]
"""Verdict, code and reason, which many tokens share."""


class Outcomes(Sequence[Outcome]):
    """The outcomes of `tokens` in order, each made when it is looked at.

    All are the same but those of the tokens in `reasons`, which were rejected.
    """

    __slots__ = ("_code", "_reason", "_reasons", "_tokens", "_verdict")

    def __init__(
        self,
        tokens: Sequence[str],
        verdict: Verdict,
        code: str = "",
        reason: str = "",
        reasons: Mapping[str, str] | None = None,
    ) -> None:
        self._tokens = tokens
        self._verdict = verdict
        self._code = code
        self._reason = reason
        self._reasons = reasons or {}

    @overload
    def __getitem__(self, index: int) -> Outcome: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Outcome]: ...
    def __getitem__(self, index: int | slice) -> Outcome | Sequence[Outcome]:
        if isinstance(index, slice):
            return [self._of(token) for token in self._tokens[index]]
        return self._of(self._tokens[index])

    def __iter__(self) -> Iterator[Outcome]:
        return map(self._of, self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    def __eq__(self, other: object) -> bool:
        """Like a tuple of the same outcomes."""
        if not isinstance(other, Outcomes | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} outcomes: {dict(self.verdicts())}>"

    @property
    def rest(self) -> tuple[Verdict, str, str]:
        """Verdict, code and reason of every token that is not in `reasons`."""
        return self._verdict, self._code, self._reason

    @property
    def tokens(self) -> Sequence[str]:
        return self._tokens

    @property
    def reasons(self) -> Mapping[str, str]:
        """The tokens that were rejected each for a reason of its own."""
        return self._reasons

    def verdicts(self) -> Counter[Verdict]:
        """How many tokens met each verdict, without making an outcome for each."""
        rejected = 0
        if self._reasons:
            rejected = sum(map(self._reasons.__contains__, self._tokens))
        counts = Counter({self._verdict: len(self) - rejected})
        counts[Verdict.REJECTED] += rejected
        return +counts

    def _of(self, token: str) -> Outcome:
        if token in self._reasons:
            return Outcome(token, Verdict.REJECTED, self._code, self._reasons[token])
        return Outcome(token, self._verdict, self._code, self._reason)


def packed(rows: Sequence[tuple[str, ...]]) -> Sequence[Outcome]:
    """Outcomes of token, verdict, code and reason, kept small where most are alike.

    Raises ValueError for a verdict that is none.
    """
    kinds = Counter(row[1:] for row in rows)
    if not kinds:
        return ()
    (rest, _), *others = kinds.most_common()
    verdict, code, reason = rest
    tokens = [row[0] for row in rows]
    odd = {row[0]: row[3] for row in rows if row[1:] != rest} if others else {}
    told = sum(map(odd.__contains__, tokens)) == sum(count for _, count in others)
    if told and all(kind[:2] == (Verdict.REJECTED, code) for kind, _ in others):
        return Outcomes(tokens, Verdict(verdict), code, reason, odd)
    return tuple(Outcome(row[0], Verdict(row[1]), row[2], row[3]) for row in rows)


def verdicts(outcomes: Sequence[Outcome]) -> Counter[Verdict]:
    """How many tokens met each verdict; verdicts that none met are not in it."""
    if isinstance(outcomes, Outcomes):
        return outcomes.verdicts()
    return Counter(map(attrgetter("verdict"), outcomes))


def tokens_of(outcomes: Sequence[Outcome]) -> list[str]:
    """Their tokens in order, without making an outcome for each."""
    if isinstance(outcomes, Outcomes):
        return list(outcomes.tokens)
    return [outcome.token for outcome in outcomes]


def by_fate(outcomes: Sequence[Outcome]) -> dict[Kind, list[str]]:
    """The tokens that met each fate, in order."""
    found: dict[Kind, list[str]] = {}
    if isinstance(outcomes, Outcomes) and not outcomes.reasons:
        if outcomes:
            found[outcomes.rest] = list(outcomes.tokens)
        return found
    for token, verdict, code, reason in outcomes:
        found.setdefault((verdict, code, reason), []).append(token)
    return found
