"""A recovery key as words that a person can write down and type: BIP-39, 24 words of the English list for 256 random bits.

English on every desk: a field for a passphrase takes no input method, so that Chinese words could not be typed there.
"""

from __future__ import annotations

import secrets
import unicodedata
from pathlib import Path
from typing import Final

from workstation.errors import Refused
from workstation.store.header import KEY_BYTES
from workstation.store.keys import Keys, open_keys, open_with_recovery

WORDS: Final = 24
_TELLING: Final = 4
"""No two words of the list begin with the same four letters."""


def new_recovery() -> tuple[bytes, tuple[str, ...]]:
    """A fresh recovery key, and the words for it; neither is kept anywhere by this."""
    from mnemonic import Mnemonic

    recovery = secrets.token_bytes(KEY_BYTES)
    return recovery, tuple(Mnemonic("english").to_mnemonic(recovery).split(" "))


def recovery_of(text: str) -> bytes | None:
    """The key that words stand for, however they are spaced, numbered or cut to four letters; None for anything else.

    The last word carries a check sum of eight bits, so that a mistaken word is nearly always noticed here.
    """
    words = [word for word in unicodedata.normalize("NFKC", text).lower().split() if not word.strip(".").isdecimal()]
    if len(words) != WORDS:
        return None
    from mnemonic import Mnemonic

    known = Mnemonic("english")
    whole = {word[:_TELLING]: word for word in known.wordlist}
    meant = [whole.get(word[:_TELLING], word) for word in words]
    if any(not full.startswith(word) for full, word in zip(meant, words, strict=True)):
        return None
    return bytes(known.to_entropy(meant)) if known.check(" ".join(meant)) else None


def open_by(folder: Path, secret: str, person: str = "") -> Keys:
    """The keys of a desk by a passphrase, or by the words of its recovery key. Only reads; refusals as in both.

    Raises `Refused` as `open_keys` for what are no such words, else as `open_with_recovery`.
    """
    recovery = recovery_of(secret)
    if recovery is None:
        return open_keys(folder, secret, person)
    try:
        return open_with_recovery(folder, recovery)
    except Refused as refused:
        if refused.findings[0].code not in ("recovery_none", "recovery_wrong"):
            raise
    try:
        return open_keys(folder, secret, person)  # somebody's passphrase may be such words
    except Refused:
        return open_with_recovery(folder, recovery)
