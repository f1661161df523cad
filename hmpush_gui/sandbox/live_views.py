"""The live views on the phones: what may follow what (facts B.9, C.5)."""

from collections import Counter, deque
from dataclasses import dataclass, field

from hmpush_gui.pushkit.message import Json

from .memory import Recent

CREATE, UPDATE, END, CREATE_LATER, END_LATER = 0, 1, 2, 4, 6

DELIVERED = 0
UPDATE_FAILED, OLDER, EXISTS = 155, 156, 158
QUOTA = 256
UNKNOWN, NO_STATUS, CREATED_TWICE = 265, 268, 269
"""Results of receipts (facts I.1)."""

CREATABLE = frozenset({"FLIGHT", "TAXI", "TRAIN", "EXPRESS", "CHECK_IN"})
"""Events that a push may begin; two of them are in one note only (facts K 7)."""

_HOUR = 3600
_LIFE = 4 * _HOUR
_BLOCKED = 24 * _HOUR
_CREATED_AGAIN = 12 * _HOUR
_KEPT = 10_000
_LIVELY = frozenset({"TAXI", "SCORE"})
_REMINDS = {"FLIP": 5, "EXPAND": 2}
"""How often the capsule of one live view may draw the eye (facts B.9)."""


@dataclass(frozen=True, slots=True)
class LiveStep:
    """One push of a live view. `version` is None where none is given.

    `remind` is how the capsule draws the eye: DEFAULT, FLIP or EXPAND; perhaps empty.
    """

    activity: int
    operation: int
    event: str
    status: str
    version: int | None
    remind: str = ""

    @classmethod
    def of(cls, payload: Json) -> "LiveStep":
        version = payload.get("version")
        capsule = payload["activityData"].get("capsuleData") or {}
        return cls(
            int(payload["activityId"]),
            int(payload["operation"]),
            payload["event"],
            payload.get("status") or "",
            None if version is None else int(version),
            capsule.get("remind") or "",
        )


@dataclass(slots=True)
class _Activity:
    """A live view of one phone; times are Unix seconds."""

    created: float
    touched: float
    by_push: bool = True
    version: int | None = None
    ended: bool = False
    blocked: float = 0.0
    updates: deque[float] = field(default_factory=lambda: deque(maxlen=180))
    reminds: Counter[str] = field(default_factory=Counter)

    def lives(self, now: float) -> bool:
        return not self.ended and now - self.touched < _LIFE


class LiveViews:
    """Every phone's activities, the ten thousand touched last."""

    def __init__(self) -> None:
        self._activities = Recent[tuple[str, int], _Activity](_KEPT)

    def register(self, token: str, activity: int, now: float) -> None:
        """The app of `token` has begun this live view itself."""
        self._activities.put((token, activity), _Activity(now, now, by_push=False))

    def take(self, token: str, step: LiveStep, now: float) -> int:
        """What the receipt of this push says."""
        key = (token, step.activity)
        known = self._activities.get(key)
        if known is not None and now < known.blocked:
            return UNKNOWN
        if step.operation in (CREATE, CREATE_LATER):
            result = _may_create(known, step, now)
            if result == DELIVERED:
                begun = _Activity(now, now, version=step.version)
                begun.reminds[step.remind] += 1
                self._activities.put(key, begun)
            return result
        if known is None or known.created < 0:
            # Facts B.9: updating an unknown id blocks it for a day.
            blocked = _Activity(-1, 0, ended=True, blocked=now + _BLOCKED)
            self._activities.put(key, blocked)
            return UNKNOWN
        return _change(known, step, now)


def _may_create(known: _Activity | None, step: LiveStep, now: float) -> int:
    if step.event not in CREATABLE:
        # Facts B.9 name the events, not the result of others: this one is a guess.
        return UPDATE_FAILED
    if not step.status:
        return NO_STATUS
    if known is None or known.created < 0:
        return DELIVERED
    if known.lives(now):
        return EXISTS
    return CREATED_TWICE if now - known.created < _CREATED_AGAIN else DELIVERED


def _change(known: _Activity, step: LiveStep, now: float) -> int:
    if not known.lives(now):
        return UPDATE_FAILED
    if step.operation == UPDATE and known.by_push and not step.status:
        return NO_STATUS
    if not _grows(known.version, step.version):
        return OLDER
    if _reminds_too_often(known, step) or not _within_quota(known, step, now):
        return QUOTA
    known.touched = now
    known.reminds[step.remind] += 1
    known.version = known.version if step.version is None else step.version
    known.ended = step.operation == END
    return DELIVERED


def _grows(last: int | None, version: int | None) -> bool:
    return last is None or version is None or version > last


def _reminds_too_often(known: _Activity, step: LiveStep) -> bool:
    """Facts B.9 (capsuleData) limit FLIP and EXPAND, and name no result for the rest.

    Our reading: the update is dropped, and its receipt says 256, which facts I.1 give
    for the quotas of live views. One that ends the live view is never dropped for it.
    """
    most = _REMINDS.get(step.remind)
    if most is None or step.operation != UPDATE:
        return False
    return known.reminds[step.remind] >= most


def _within_quota(known: _Activity, step: LiveStep, now: float) -> bool:
    """Facts C.5: 10 updates in 5 minutes and 60 an hour; lively events 30 and 180."""
    few, many = (30, 180) if step.event in _LIVELY else (10, 60)
    recent = [at for at in known.updates if now - at < _HOUR]
    if len(recent) >= many or sum(now - at < 300 for at in recent) >= few:
        return False
    known.updates.append(now)
    return True
