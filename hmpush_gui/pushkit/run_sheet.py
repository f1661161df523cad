"""A test run sheet: scenarios × devices, what Push Kit said, what the tester saw."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .device import Device
from .message import Message
from .outcome import Outcome, Verdict


class Mark(StrEnum):
    """What the tester found. Push Kit cannot know it: it only accepts or refuses."""

    OPEN = "open"
    PASS = "pass"
    FAIL = "fail"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A message to be sent, and what the tester should look for.

    `key` is unique in its sheet; `title` is what people call it.
    """

    key: str
    title: str
    message: Message
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one scenario on one device.

    `verdict` is None until it was sent. From when it leaves until Push Kit answers it
    is Unknown: so it reads if nothing more is ever heard. `at` is when it was answered
    in Unix seconds, 0 for never; `send` is the key of the send in history. `receipt` is
    what the last receipt says, None for none, and `receipt_at` when, 0 for unknown.
    """

    verdict: Verdict | None = None
    code: str = ""
    reason: str = ""
    request_id: str = ""
    at: float = 0.0
    mark: Mark = Mark.OPEN
    note: str = ""
    send: str = ""
    receipt: int | None = None
    receipt_at: float = 0.0


Cell = tuple[str, str]
"""The key of a scenario, and a push token."""

NOTHING = Finding()


@dataclass(frozen=True, slots=True)
class RunSheet:
    """One sheet of one project. Each edit gives a new sheet."""

    key: str
    name: str
    project: str
    scenarios: tuple[Scenario, ...] = ()
    devices: tuple[Device, ...] = ()
    findings: Mapping[Cell, Finding] = field(default_factory=dict)

    # Looking.

    def cells(self) -> Iterator[Cell]:
        """Every cell, scenario by scenario."""
        for scenario in self.scenarios:
            for device in self.devices:
                yield scenario.key, device.token

    def finding(self, cell: Cell) -> Finding:
        return self.findings.get(cell, NOTHING)

    def scenario(self, key: str) -> Scenario | None:
        return next((each for each in self.scenarios if each.key == key), None)

    def counts(self) -> Counter[Mark]:
        """How many cells bear each mark."""
        return Counter(self.finding(cell).mark for cell in self.cells())

    def next_open(self, after: int = -1) -> int | None:
        """The place of the next open cell after `after`, going round; None if none."""
        cells = list(self.cells())
        order = [*range(after + 1, len(cells)), *range(min(after + 1, len(cells)))]
        opens = (at for at in order if self.finding(cells[at]).mark is Mark.OPEN)
        return next(opens, None)

    def next_unsent(self) -> Scenario | None:
        """The first scenario that still has to go to some device."""
        for scenario in self.scenarios:
            if self.unsent(scenario.key):
                return scenario
        return None

    def unsent(self, scenario: str) -> list[Device]:
        """The devices that this scenario has not left for, and that are not marked.

        What is Unknown may be on a phone: it is not among them.
        """
        return [
            device
            for device in self.devices
            if (found := self.finding((scenario, device.token))).mark is Mark.OPEN
            and found.verdict in (None, Verdict.NOT_SENT)
        ]

    def awaited(self, send: str) -> list[Cell]:
        """The cells whose answer in the send with this key has not come yet."""
        return [
            cell
            for cell, found in self.findings.items()
            if found.send == send and not found.at
        ]

    def sends(self) -> set[str]:
        """The keys of the sends in which its scenarios left last."""
        return {found.send for found in self.findings.values() if found.send}

    # Editing.

    def with_scenarios(self, more: Iterable[Scenario]) -> "RunSheet":
        known = {each.key for each in self.scenarios}
        new = tuple(each for each in more if each.key not in known)
        return replace(self, scenarios=self.scenarios + new)

    def with_devices(self, more: Iterable[Device]) -> "RunSheet":
        known = {each.token for each in self.devices}
        new = tuple(each for each in more if each.token not in known)
        return replace(self, devices=self.devices + new)

    def without_scenario(self, key: str) -> "RunSheet":
        left = tuple(each for each in self.scenarios if each.key != key)
        return replace(self, scenarios=left)

    def without_device(self, token: str) -> "RunSheet":
        left = tuple(each for each in self.devices if each.token != token)
        return replace(self, devices=left)

    def moved(self, key: str, by: int) -> "RunSheet":
        """With the scenario further down, or up for a negative `by`."""
        order = list(self.scenarios)
        at = next((at for at, each in enumerate(order) if each.key == key), None)
        if at is None:
            return self
        order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
        return replace(self, scenarios=tuple(order))

    def expecting(self, key: str, words: str) -> "RunSheet":
        """With what to look for in a scenario."""
        scenarios = tuple(
            replace(each, expected=words) if each.key == key else each
            for each in self.scenarios
        )
        return replace(self, scenarios=scenarios)

    def marked(self, cells: Iterable[Cell], mark: Mark) -> "RunSheet":
        found = {cell: replace(self.finding(cell), mark=mark) for cell in cells}
        return self._with(found)

    def noted(self, cell: Cell, note: str) -> "RunSheet":
        return self._with({cell: replace(self.finding(cell), note=note)})

    def left(self, scenario: str, tokens: Iterable[str], send: str) -> "RunSheet":
        """With a scenario on its way to some devices: Unknown until it is answered."""
        found = {}
        for cell in ((scenario, token) for token in tokens):
            mark, note = self.finding(cell).mark, self.finding(cell).note
            found[cell] = Finding(Verdict.UNKNOWN, mark=mark, note=note, send=send)
        return self._with(found)

    def ended(self, send: str, at: float) -> "RunSheet":
        """With a send over: what it did not answer did not leave."""
        return self._with(
            {
                cell: replace(self.finding(cell), verdict=Verdict.NOT_SENT, at=at)
                for cell in self.awaited(send)
            }
        )

    def settled(
        self, scenario: str, outcomes: Sequence[Outcome], request_id: str, at: float
    ) -> "RunSheet":
        """With what Push Kit said; the tester's marks and notes stay."""
        known = {device.token for device in self.devices}
        found = {}
        for token, verdict, code, reason in outcomes:
            if token in known:
                cell = (scenario, token)
                found[cell] = replace(
                    self.finding(cell),
                    verdict=verdict,
                    code=code,
                    reason=reason,
                    request_id=request_id,
                    at=at,
                )
        return self._with(found)

    def receipted(self, send: str, told: Mapping[str, tuple[int, float]]) -> "RunSheet":
        """With what receipts of a send say, and when, by push token.

        The outcome stays what Push Kit said, and the mark what the tester saw. Of two
        receipts the later counts, in whichever order they are told.
        """
        found = {}
        for cell, finding in self.findings.items():
            if finding.send == send and cell[1] in told:
                result, at = told[cell[1]]
                if at >= finding.receipt_at:
                    found[cell] = replace(finding, receipt=result, receipt_at=at)
        return self._with(found)

    def told_as(self, other: "RunSheet") -> "RunSheet":
        """With what Push Kit said in `other`, and the marks and notes of this one."""
        found = {
            cell: replace(
                theirs, mark=self.finding(cell).mark, note=self.finding(cell).note
            )
            for cell, theirs in other.findings.items()
            if theirs.verdict is not None
        }
        return self._with(found)

    def _with(self, found: Mapping[Cell, Finding]) -> "RunSheet":
        return replace(self, findings={**self.findings, **found})
