"""`hmpush receipt FILE`: what the receipts in a callback say, token by token."""

import argparse
import os
import time

from hmpush_gui.exchange.receipts import Callback, read_callback
from hmpush_gui.pushkit.callback_check import Checked, Proof, check_callback
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.explain import explain_receipt
from hmpush_gui.pushkit.receipt import DELIVERED, Receipt, local_time

from .explain import advice
from .explain import as_json as meaning_json
from .files import read_text
from .outcome import BadInput, Exit
from .output import print_json, visible


def receipt(options: argparse.Namespace) -> Exit:
    """Print each receipt with what its result means, and check the signature."""
    found = _read(options.file)
    header = options.header or found.header
    checked = check_callback(header, options.user_name, _secret(options), time.time())
    if options.json:
        print_json(as_json(found, checked, options.language))
    else:
        print("\n\n".join(_texts(found, checked, options.language)))
    good = all(each.result == DELIVERED for each in found.receipts)
    whole = not found.unread and checked.proof is not Proof.WRONG
    return Exit.GOOD if good and whole else Exit.REJECTED


def as_json(found: Callback, checked: Checked, language: str) -> dict[str, object]:
    """All that was found, for a machine."""
    return {
        "signature": {
            "proof": str(checked.proof),
            "why": str(checked.why),
            "age": str(checked.age or ""),
        },
        "receipts": [_receipt_json(each, language) for each in found.receipts],
        "unread": [
            {"number": each.number, "why": str(each.why)} for each in found.unread
        ],
    }


def _receipt_json(receipt: Receipt, language: str) -> dict[str, object]:
    meaning = explain_receipt(str(receipt.result), language)
    return {
        **receipt._asdict(),
        "local_time": local_time(receipt.at),
        "explanation": meaning_json(meaning) if meaning else None,
    }


def _texts(found: Callback, checked: Checked, language: str) -> list[str]:
    texts = [_receipt_text(each, language) for each in found.receipts]
    texts += [f"status {each.number}: {each.why}" for each in found.unread]
    signature = f"signature: {checked.proof}. {checked.why}"
    return [*texts, f"{signature} {checked.age}" if checked.age else signature]


def _receipt_text(receipt: Receipt, language: str) -> str:
    meaning = explain_receipt(str(receipt.result), language)
    words = meaning.meaning if meaning else "This result is not in our catalogue."
    lines = [visible(receipt.token), f"  receipt says {receipt.result}: {words}"]
    if meaning:
        lines += advice(meaning, language)
    about = {
        "at": local_time(receipt.at),
        "requestId": receipt.request_id,
        "biTag": receipt.bi_tag,
        "app": receipt.app,
        "formId": receipt.form_id,
    }
    told = [f"{name} {visible(value)}" for name, value in about.items() if value]
    return "\n".join([*lines, f"  {'  '.join(told)}"] if told else lines)


def _read(name: str) -> Callback:
    try:
        return read_callback(read_text(name))
    except DocumentError as error:
        shown = "Standard input" if name == "-" else name
        raise BadInput(f"{shown}: {error.sentence}") from None


def _secret(options: argparse.Namespace) -> str:
    """From the environment: arguments are seen by everybody on a machine."""
    name = options.secret_env
    if not name:
        return ""
    secret = os.environ.get(name, "").strip()
    if not secret:
        raise BadInput(f"The environment variable {name} holds no secret.")
    return secret
