"""Figures of the proofs bound into a packet: which go to this bank, and how they were checked."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

import resources
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import bound_items
from workstation.casework.said.card_sides import CardSide, card_sides, cut_confirmed
from workstation.documents.packet.figures import ExhibitFigures, WaiverFigures
from workstation.evidence.judging import latest
from workstation.evidence.masking import held_back, hidden_number, masks_to_burn
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.policy.rules import Requirement
from workstation.wording import Wording


def exhibit_figures(file: CaseFile, bank: str, words: Wording, day: date) -> tuple[ExhibitFigures, ...]:
    """One entry an exhibit, numbered from 1."""
    purpose = words.text("paper.purpose_mark", {"bank": bank, "day": words.day(day)})
    sides = tuple(card_sides(file, bank)) if cut_confirmed(file, bank) else ()
    return tuple(
        _exhibit(no, one, item, file, words, purpose if one.copy else "", sides)
        for no, (one, item) in enumerate(bound_items(file, bank), 1)
    )


def _exhibit(
    no: int,
    requirement: Requirement,
    item: EvidenceItem,
    file: CaseFile,
    words: Wording,
    purpose: str,
    sides: tuple[CardSide, ...],
) -> ExhibitFigures:
    checks = [check for check in file.verifications if check.item_id == item.id]
    good = [check for check in latest(checks) if check.result == "ok"]
    last = good[-1] if good else None
    return ExhibitFigures(
        no=no,
        item_id=item.id,
        requirement=requirement.code,
        title=requirement.text(file.case.language),
        file_name=item.file_name,
        media_type=item.media_type,
        sha256=item.sha256,
        issuer=requirement.issuer_text(item.issuer, file.case.language),
        form=words.text(f"form.{item.form}") if item.form else "",
        document_number=hidden_number(item.document_number, requirement.copy),
        issued_on=words.day(item.issued_on),
        covers=_covers(item, words),
        verified=words.day(file.day_of(last.at)) if last else "",
        check=words.text("paper.list_separator").join(_checks(good, words)),
        proves_reason=file.case.reason in requirement.reasons,
        claimed=file.case.reason in requirement.reasons or requirement.code in _theme()["claimed"]["income"],
        account_id=item.account_id,
        purpose_mark=purpose,
        masks=masks_to_burn(requirement, item),
        held_back=held_back(requirement, item),
        cards=tuple(side for side in sides if side.item_id == item.id),
    )


def _checks(good: list[Verification], words: Wording) -> list[str]:
    return list(dict.fromkeys(words.text(f"check.{check.check}") for check in good))


def _covers(item: EvidenceItem, words: Wording) -> str:
    """The last day covered is the one before the half-open end."""
    if not item.covers_from or not item.covers_to:
        return ""
    last = date.fromordinal(item.covers_to.toordinal() - 1)
    return words.text("paper.from_to", {"from": words.day(item.covers_from), "to": words.day(last)})


def waiver_figures(file: CaseFile, words: Wording) -> tuple[WaiverFigures, ...]:
    """Requirements that were waived and not met otherwise."""
    open_ = {line.requirement.code: line.requirement for line in file.checklist if line.state == "waived"}
    return tuple(
        WaiverFigures(
            open_[waiver.requirement].text(file.case.language),
            waiver.reason,
            waiver.by,
            words.day(file.day_of(waiver.at)),
        )
        for waiver in file.waivers
        if waiver.requirement in open_
    )


@cache
def _theme() -> dict[str, dict[str, list[str]]]:
    theme: dict[str, dict[str, list[str]]] = tomllib.loads(resources.path("theme", "paper.toml").read_text("utf-8"))
    return theme
