"""`hmpush explain CODE`: what a code means and what to do."""

import argparse
import json

from hmpush_gui.pushkit import explain as catalogue
from hmpush_gui.pushkit.explain import Explanation

from .outcome import Exit

_LOOK_UPS = (
    ("code", catalogue.explain_code),
    ("reason", catalogue.explain_reason),
    ("http", catalogue.explain_http),
    ("oauth", catalogue.explain_oauth),
    ("receipt", catalogue.explain_receipt),
    ("device", catalogue.explain_device),
)


def explain(options: argparse.Namespace) -> Exit:
    """Print every meaning that is known of a code, from all tables."""
    found = {
        table: meaning
        for table, look_up in _LOOK_UPS
        if (meaning := look_up(options.code, options.language)) is not None
    }
    if options.json:
        rows = {table: _as_json(meaning) for table, meaning in found.items()}
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not found:
        print(f"{options.code} is not in our catalogue.")
    else:
        print("\n\n".join(_as_text(table, each) for table, each in found.items()))
    return Exit.GOOD if found else Exit.REJECTED


def _as_json(meaning: Explanation) -> dict[str, object]:
    return {
        "meaning": meaning.meaning,
        "causes": list(meaning.causes),
        "fix": meaning.fix,
        "retry": meaning.retry,
    }


def _as_text(table: str, meaning: Explanation) -> str:
    lines = [f"{table}: {meaning.meaning}"]
    lines += [f"  {number}. {cause}" for number, cause in enumerate(meaning.causes, 1)]
    if meaning.fix:
        lines.append(f"  → {meaning.fix}")
    return "\n".join(lines)
