"""Secrets as one encrypted block of bytes."""

import json
import os
from collections.abc import Mapping

from .plain import json_object, json_text

KEY_BYTES = 32

_FORMAT = b"hmpush-gui secrets 1\n"
_NONCE_BYTES = 12


def seal(key: bytes, secrets: Mapping[str, str]) -> bytes:
    """`secrets` encrypted with AES-GCM under `key` (32 bytes).

    The format's name stands in front, and is authenticated, so that no later format
    can be passed off as this one.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    # A nonce must never serve twice under one key.
    nonce = os.urandom(_NONCE_BYTES)
    text = json.dumps(dict(secrets)).encode("ascii")
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, text, _FORMAT)


def unseal(key: bytes, content: bytes) -> dict[str, str]:
    """What `seal` encrypted. Raises ValueError for another key or changed bytes."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    rest = content.removeprefix(_FORMAT)
    if len(rest) == len(content):
        raise ValueError("another format")
    nonce, sealed = rest[:_NONCE_BYTES], rest[_NONCE_BYTES:]
    try:
        text = AESGCM(key).decrypt(nonce, sealed, _FORMAT)
    except InvalidTag:
        raise ValueError("another key, or changed bytes") from None
    secrets = json_object(json.loads(text))
    return {name: json_text(secret) for name, secret in secrets.items()}
