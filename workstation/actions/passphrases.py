"""The door to the judgement of passphrases for window and command line."""

from __future__ import annotations

from collections.abc import Iterable

from workstation.errors import Finding, Refused
from workstation.store import keys
from workstation.store.passphrases import Strength, strength

__all__ = ["Strength", "passphrase_findings", "passphrase_strength"]


def passphrase_strength(passphrase: str, known: Iterable[str]) -> Strength:
    """How strong a passphrase is; ``known`` is what anybody could know of the person and the desk."""
    return strength(passphrase, known)


def passphrase_findings(passphrase: str, known: Iterable[str]) -> tuple[Finding, ...]:
    """What keeps a passphrase from guarding a desk: passphrase_empty, passphrase_short, passphrase_weak."""
    try:
        keys.refuse_weak(passphrase, known)
    except Refused as refused:
        return refused.findings
    return ()
