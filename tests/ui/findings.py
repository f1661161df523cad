"""Findings of every state."""

from hmpush_gui.pushkit.finding import Finding, Part, State
from hmpush_gui.pushkit.words import Sentence


def finding(
    state: State, words: str = "It is so.", part: Part = Part.KEY, fix: str = "Mend it."
) -> Finding:
    mend = None if state is State.FINE else Sentence("test", fix)
    return Finding(part, f"{state}", state, Sentence("test", words), mend)
