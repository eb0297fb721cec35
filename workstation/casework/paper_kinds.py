"""Every paper the desk can write, as one list: who it is for, what it asks for, and what blocks it for a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.gating.agreed import agreed_plans
from workstation.casework.paper_needs import NEEDS, PaperRequest
from workstation.errors import Finding
from workstation.field_ref import FieldRef
from workstation.profile.case import Role

Need = Literal["bank", "plan", "day", "answer"]
Reader = Literal["bank", "debtor", "both", "court"]
Gate = Literal["", "packet", "bank"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper. ``name`` is that of the command line; its words stand under ``paper_kind.<name>``.

    ``needs`` must be told, ``may`` may be. ``gate``: what has it watermarked as a draft while it is closed, the gates of the
    packet or the bank's own agreement; the others pass no gate. ``roles``: desks that may write it, empty for all.
    ``bound``: a part of the packet. ``mainland``: goes by rules of the mainland, which it names, so that no other place has it.
    """

    name: str
    reader: Reader
    needs: tuple[Need, ...] = ()
    may: tuple[Need, ...] = ()
    gate: Gate = ""
    roles: tuple[Role, ...] = ()
    bound: bool = False
    mainland: bool = False


@dataclass(frozen=True, slots=True)
class PaperState:
    """A kind in the state of a case: ``findings`` block it, ``draft_findings`` only have it watermarked as a draft."""

    kind: PaperKind
    findings: tuple[Finding, ...]
    draft_findings: tuple[Finding, ...]


def _bound(name: str) -> PaperKind:
    return PaperKind(name, "bank", ("bank",), gate="packet", bound=True)


KINDS: Final = (
    _bound("application"),
    _bound("statement"),
    _bound("creditors"),
    _bound("hardship"),
    _bound("budget"),
    _bound("schedule"),
    _bound("evidence"),
    _bound("provenance"),
    PaperKind("comparison", "debtor", may=("bank",)),
    PaperKind("formulas", "debtor", may=("bank",)),
    PaperKind("cost-table", "debtor", may=("bank",), mainland=True),
    PaperKind("evidence-request", "debtor", may=("day",)),
    PaperKind("talk-summary", "debtor"),
    PaperKind("consent", "both", ("bank",)),
    PaperKind("authorisation", "both", ("bank",), ("day",), roles=("debtor_adviser",)),
    PaperKind("agreement", "both", ("bank",), ("plan",), gate="bank"),
    PaperKind("counter-reply", "bank", ("bank",), ("answer",)),
    PaperKind("collection-letter", "debtor", ("bank",), ("day",), roles=("creditor_agency",)),
    PaperKind("receipt", "debtor", ("bank",)),
    PaperKind("claim-questions", "bank", ("bank",)),
    PaperKind("settlement-certificate", "bank", ("bank",)),
    PaperKind("id-copy", "bank", ("bank",)),
    PaperKind("answer", "court", ("bank",), roles=("debtor_adviser",), mainland=True),
)
"""In the order in which they are offered."""


def paper_kind(name: str) -> PaperKind | None:
    """A kind by its name."""
    return next((kind for kind in KINDS if kind.name == name), None)


def kinds_for(file: CaseFile) -> tuple[PaperKind, ...]:
    """The kinds that the pack of a case knows, in order."""
    return tuple(kind for kind in KINDS if _known(file, kind))


def _known(file: CaseFile, kind: PaperKind) -> bool:
    """Whether the pack of a case has such a paper."""
    return kind.name in file.pack.filing.papers if kind.bound else not kind.mainland or file.mainland


def paper_state(file: CaseFile, kind: PaperKind, request: PaperRequest) -> PaperState:
    """What keeps a paper from being written, and what would have it watermarked as a draft."""
    found = tuple(_findings(file, kind, request))
    return PaperState(kind, found, () if found else _draft_findings(file, kind, request))


def _findings(file: CaseFile, kind: PaperKind, request: PaperRequest) -> Iterator[Finding]:
    needs_bank = "bank" in kind.needs or bool(request.bank and "bank" in kind.may)
    if needs_bank and not file.filed_with(request.bank):
        yield gates.strange_bank(file, request.bank)
    elif not _known(file, kind):
        yield Finding("paper_not_in_pack", FieldRef.CASE_PACK, {"pack": file.pack.id})
    elif kind.roles and file.settings.role not in kind.roles:
        yield Finding("paper_of_other_role", FieldRef.DESK_ROLE, {"role": kind.roles[0]})
    elif kind.name in NEEDS:
        yield from NEEDS[kind.name](file, request)


def _draft_findings(file: CaseFile, kind: PaperKind, request: PaperRequest) -> tuple[Finding, ...]:
    if kind.gate == "packet":
        return gates.final_packet_findings(file, request.bank)
    if kind.gate == "bank":
        return gates.reply_findings(file, agreed_plans(file, request.bank, request.plan))
    return ()
