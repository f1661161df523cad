"""Reads the samples that are shipped, when somebody wants to see them."""

from hmpush_gui import assets
from hmpush_gui.exchange.message_file import read_file
from hmpush_gui.exchange.sample import Sample
from hmpush_gui.pushkit.kinds import kind_of, kinds

LANGUAGES = ("en", "zh")


def load_samples() -> list[Sample]:
    """All samples in all languages, in the order of the kinds of message."""
    order = [kind.key for kind in kinds()]
    samples = [sample for language in LANGUAGES for sample in _in(language)]

    def place(sample: Sample) -> tuple[int, str]:
        return order.index(kind_of(sample.file.message).key), sample.key

    return sorted(samples, key=place)


def _in(language: str) -> list[Sample]:
    folder = assets.resources() / "samples" / language
    return [
        Sample(path.stem, read_file(path.read_text("utf-8")))
        for path in folder.glob("*.json")
    ]
