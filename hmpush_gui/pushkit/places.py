"""Where the tokens of a request stand among the devices of its send."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence


class Places:
    """The places of the devices of one send, found by token.

    A token may stand in several places: such twins are told apart by the number of the
    request that carries them. `devices` are (place, token); of twins, the one that
    comes first is carried first.
    """

    def __init__(self, devices: Iterable[tuple[int, str]] = ()) -> None:
        self._places: dict[str, int] = {}
        self._twins: dict[str, deque[int]] = {}
        self._carried: dict[int, dict[str, list[int]]] = {}
        self.add(devices)

    def add(self, devices: Iterable[tuple[int, str]]) -> None:
        """Take further devices in."""
        for place, token in devices:
            first = self._places.setdefault(token, place)
            if first != place:
                self._twins.setdefault(token, deque([first])).append(place)

    def __contains__(self, token: str) -> bool:
        return token in self._places

    def of(self, number: int, tokens: Sequence[str]) -> list[int]:
        """The places that request `number` carries, the same ones whenever it is asked.

        Raises KeyError for a token that is not of this send.
        """
        if not self._twins:
            return [self._places[token] for token in tokens]
        met: Counter[str] = Counter()
        places = []
        for token in tokens:
            places.append(self._of_twin(number, token, met[token]))
            met[token] += 1
        return places

    def _of_twin(self, number: int, token: str, turn: int) -> int:
        """The place of a token that the request has named `turn` times before."""
        twins = self._twins.get(token)
        if twins is None:
            return self._places[token]
        mine = self._carried.setdefault(number, {}).setdefault(token, [])
        if turn == len(mine):
            mine.append(twins[0])
            twins.rotate(-1)
        return mine[turn]
