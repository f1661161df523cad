"""Keeps `resources/i18n/zh_CN.ts` in step with the texts of the program.

    python -m tests.translations

adds what is new, drops what is gone, and keeps what is translated. Qt's own `lupdate`
is not used for it: it knows nothing of the reference data, and files texts that follow
a nested class, or that are marked by another name, under a wrong context.
"""

import ast
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hmpush_gui"
REFERENCE = ROOT / "resources" / "pushkit"
TS = ROOT / "resources" / "i18n" / "zh_CN.ts"

_MARKERS = {"translate", "tr", "QT_TRANSLATE_NOOP", "Sentence"}
_DYNAMIC = {"ui/words.py", "pushkit/words.py"}
"""Where a text comes from a variable, because others have marked it."""

_SCHEMA_TEXTS = {"title", "description", "x-form", "x-group"}
_KIND_TEXTS = ("title", "description", "effect")


class Text(NamedTuple):
    """A text to be translated, as Qt looks it up."""

    context: str
    source: str
    comment: str = ""


class _Reader(ast.NodeVisitor):
    """Collects the marked texts of one module."""

    def __init__(self, dynamic: bool) -> None:
        self._dynamic = dynamic
        self._classes: list[str] = []
        self.found: list[Text] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        marker = node.func
        if isinstance(marker, ast.Attribute) and marker.attr == "tr":
            self._add(node, self._classes[-1], node.args)
        elif _name(marker) in _MARKERS and self._is_marked(node):
            first, *rest = node.args
            self._add(node, ast.literal_eval(first), rest)

    def _is_marked(self, node: ast.Call) -> bool:
        """Whether it is a context and a text: painters and bytes are, too."""
        if len(node.args) < 2 or not isinstance(node.args[0], ast.Constant):
            return False
        if not isinstance(node.args[0].value, str):
            return False
        literal = isinstance(node.args[1], ast.Constant)
        # A sentence may be about a name that comes from the reference data.
        return literal or _name(node.func) != "Sentence"

    def _add(self, node: ast.Call, context: str, words: list[ast.expr]) -> None:
        try:
            texts = [ast.literal_eval(each) for each in words]
        except ValueError:
            if self._dynamic:
                return
            raise ValueError(f"line {node.lineno}: a text that is no literal") from None
        if all(isinstance(each, str) for each in (context, *texts)):
            self.found.append(Text(context, *texts[:2]))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@cache
def texts() -> list[Text]:
    """Every text of the program, each once, in the order of contexts and files."""
    found = [*_code_texts(), *_reference_texts()]
    return sorted(dict.fromkeys(found), key=lambda text: text.context)


def _code_texts() -> Iterator[Text]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        reader = _Reader(name in _DYNAMIC)
        reader.visit(ast.parse(path.read_text("utf-8"), name))
        yield from reader.found


def _reference_texts() -> Iterator[Text]:
    """What `ui.words.described` is asked for."""
    kinds = json.loads((REFERENCE / "kinds.json").read_text("utf-8"))["kinds"]
    for kind in kinds:
        yield from (Text("schema", kind[name]) for name in _KIND_TEXTS)
    for path in sorted((REFERENCE / "schema").glob("*.json")):
        for words in _schema_texts(json.loads(path.read_text("utf-8"))):
            if words:
                yield Text("schema", words)


def _schema_texts(node: object, *, properties: bool = False) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _schema_texts(each)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        # Below `properties` a key is the name of a value: one may be called title.
        if not properties and key in _SCHEMA_TEXTS and isinstance(value, str):
            yield value
        elif not properties and key == "examples":
            yield from filter(_is_wording, _strings(value[:1]))
        elif not properties and key == "x-names":
            yield from map(str, value.values() if isinstance(value, dict) else value)
        else:
            yield from _schema_texts(value, properties=key == "properties")


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _strings(each)
    elif isinstance(node, str):
        yield node


def _is_wording(example: str) -> bool:
    """Whether it is something people would read: no JSON, and no condition."""
    return " " in example and example[0] not in "{'"


def read(path: Path = TS) -> dict[Text, str]:
    """Every text of a .ts file and its translation, empty where there is none."""
    if not path.exists():
        return {}
    return {
        Text(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        ): message.findtext("translation", "")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def write(translated: dict[Text, str], path: Path = TS) -> None:
    """Write a .ts file as Qt Linguist reads it."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text, translation in translated.items():
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "source").text = text.source
        if text.comment:
            ET.SubElement(message, "comment").text = text.comment
        state = {} if translation else {"type": "unfinished"}
        ET.SubElement(message, "translation", state).text = translation
    ET.indent(root, "    ")
    body = ET.tostring(root, "unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", "utf-8", newline="\n")


def refresh(path: Path = TS) -> dict[Text, str]:
    """Bring the file up to date; the result is what stands in it now."""
    kept = read(path)
    now = {text: kept.get(text, "") for text in texts()}
    write(now, path)
    return now


def main() -> None:
    untranslated = [text for text, words in refresh().items() if not words]
    for text in untranslated:
        print(f"{text.context}: {text.source}")  # noqa: T201
    print(f"{len(untranslated)} to translate in {TS.name}")  # noqa: T201


if __name__ == "__main__":
    main()
