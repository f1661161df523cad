"""Those who want to be told."""

from collections.abc import Callable
from typing import Generic, TypeVar

Word = TypeVar("Word")


class Listeners(Generic[Word]):
    """Functions that are told words of one kind; they may leave while being told."""

    def __init__(self) -> None:
        self._all: list[Callable[[Word], object]] = []

    def add(self, listener: Callable[[Word], object]) -> Callable[[], None]:
        """The result ends it."""
        self._all.append(listener)
        return lambda: self._all.remove(listener)

    def tell(self, word: Word) -> None:
        for listener in tuple(self._all):
            listener(word)
