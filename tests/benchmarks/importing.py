"""P8: what it takes to import a million tokens: cleaned, each once, and stored.

    python -m tests.benchmarks.importing [tokens] [rounds]

Each kind of file is compared with `dict.fromkeys` over the lines of the plain list of
the same tokens, in turns in the same run; what is printed are ratios of medians, of all
of it and of reading alone.
"""

import base64
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hmpush_gui.exchange.token_source import TokenSource
from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.roll import Roll
from hmpush_gui.store.book import BookStore
from hmpush_gui.store.folder import DataFolder
from tests.exchange.sheets import xlsx

GOAL = 3
REPEATED = 0.1
"""This share of the rows holds a token that another one holds, too."""


def _tokens(count: int) -> list[str]:
    """Tokens of 130 characters, some of them twice, in no order."""
    chance = random.Random(8)
    unique = [
        base64.urlsafe_b64encode(chance.randbytes(99))[:130].decode()
        for _ in range(round(count * (1 - REPEATED)))
    ]
    tokens = unique + unique[: count - len(unique)]
    chance.shuffle(tokens)
    return tokens


def _files(folder: Path, tokens: Sequence[str]) -> dict[str, Path]:
    texts = {
        "a token a line": "".join(f"{token}\n" for token in tokens),
        "Windows lines": "".join(f"{token}\r\n" for token in tokens),
        "quotes, commas, blanks": "".join(f' "{token}",\n' for token in tokens),
        "CSV with names": "token,label\n"
        + "".join(f"{token},Phone {n}\n" for n, token in enumerate(tokens)),
        "CSV in quotes": "label,token\n"
        + "".join(f'"Phone {n}","{token}"\n' for n, token in enumerate(tokens)),
        "JSON": json.dumps({"target": {"token": tokens}}),
        "JSON lines": "".join(f'{{"token": "{token}"}}\n' for token in tokens),
    }
    files: dict[str, Path] = {}
    for name, text in texts.items():
        files[name] = folder / f"{len(files)}.txt"
        files[name].write_text(text, "utf-8", newline="")
    files["xlsx"] = folder / "list.xlsx"
    rows = [["token", "label"], *([token, "Phone"] for token in tokens)]
    files["xlsx"].write_bytes(xlsx({"Phones": rows}).getvalue())
    return files


def _read(path: Path) -> int:
    with path.open("rb") as file:
        source = TokenSource(file)
        return len(source.read(source.preview.columns).tokens)


def _store(path: Path) -> int:
    """Read, compare with the device book, which is empty, add, and write to disk."""
    with (
        tempfile.TemporaryDirectory(dir=path.parent) as folder,
        path.open("rb") as file,
    ):
        book = BookStore(DataFolder(Path(folder)))
        book.load().result()
        source = TokenSource(file)
        found = source.read(source.preview.columns)
        roll = Roll("project")
        arrivals = roll.compare(found.tokens, each_once=True)
        slots = roll.add(arrivals.described(found.tokens, found.named))
        book.write(BookEdit(roll, slots, Touched.DEVICES)).result()
        book.close()
        return len(roll)


def _lines(path: Path) -> int:
    with path.open(encoding="utf-8-sig") as file:
        return len(dict.fromkeys(file))


def _seconds(act: Callable[[Path], int], path: Path, expected: int) -> float:
    started = time.perf_counter()
    found = act(path)
    taken = time.perf_counter() - started
    assert found == expected, f"{path}: {found} instead of {expected} tokens"
    return taken


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    tokens = _tokens(count)
    unique = len(set(tokens))
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder), tokens)
        plain = files["a token a line"]
        print(f"{count} tokens, {plain.stat().st_size / 1e6:.0f} MB")
        for name, path in files.items():
            base, ours, stored = [], [], []
            for _ in range(rounds):
                base.append(_seconds(_lines, plain, unique))
                ours.append(_seconds(_read, path, unique))
                stored.append(_seconds(_store, path, unique))
            once = statistics.median(base)
            read, kept = (statistics.median(each) / once for each in (ours, stored))
            print(f"P8 ... {GOAL}: {kept:.2f}, {read:.2f} to read   ({name})")


if __name__ == "__main__":
    main()
