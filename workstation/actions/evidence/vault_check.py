"""The vault proven file by file: every proof and every packet that left must still be there, whole. Works on any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workstation.actions.desk import Desk
from workstation.casework.printed import PrintedPacket
from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class VaultReport:
    """How many files were read back, and what was found; an empty tuple means that all are whole."""

    files: int
    findings: tuple[Finding, ...]


def vault_checker(desk: Desk) -> Callable[[Callable[[int, int], None]], VaultReport]:
    """What reads every file of the vault back; its argument hears how far it is (files done, files in all), and may stop it."""
    known, vault = _named(desk), desk.vault
    return lambda seen: _checked(vault, known, seen)


def _checked(vault: Vault, known: Mapping[str, str], seen: Callable[[int, int], None]) -> VaultReport:
    found: list[Finding] = []
    for number, (content, name) in enumerate(known.items()):
        seen(number, len(known))
        found += vault.check({content: name})
    seen(len(known), len(known))
    return VaultReport(len(known), tuple(found))


def _named(desk: Desk) -> dict[str, str]:
    """Content hash → case number and file name of every file that a record speaks of."""
    numbers = {case.id: case.number for case in desk.store.find(Case)}
    items = {item.sha256: f"{numbers[item.case_id]} {item.file_name}" for item in desk.store.find(EvidenceItem)}
    packets = desk.store.find(PrintedPacket)
    return items | {one.sha256: f"{numbers[one.case_id]} {one.bank} {one.version}" for one in packets}
