"""The door to the judgement of passphrases for window and command line."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from workstation.actions.opening import desk_keys
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store import keys
from workstation.store.keys import Keys as Keys
from workstation.store.passphrases import Strength, strength

__all__ = ["OUTDATED", "Strength", "keys_and_advice", "passphrase_findings", "passphrase_strength"]

OUTDATED: Final = "passphrase_outdated"
"""Advice about a passphrase that opened a desk and would be refused today."""


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


def keys_and_advice(folder: Path, passphrase: str, person: str = "") -> tuple[Keys, tuple[Finding, ...]]:
    """The keys of a desk as `desk_keys`, and advice where the passphrase that opened it would be refused today; on any thread.

    It is judged while the keys are derived, which leaves a processor free, so that opening takes no longer. Nothing of it is kept.
    """
    with ThreadPoolExecutor(1) as beside:
        judged = beside.submit(passphrase_findings, passphrase, (person, folder.name))
        found = desk_keys(folder, passphrase, person)
    advice = (Finding(OUTDATED, FieldRef.DESK_PASSPHRASE),) if judged.result() and not found.recovery else ()
    return found, advice
