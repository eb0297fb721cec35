"""Figures of the proofs bound into a packet: which go to this bank, how they were checked, and what each of them supports."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final

import resources
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import bound_items
from workstation.documents.packet.figures import (
    AccountFigures,
    ExhibitFigures,
    PacketFigures,
    ProvenanceFigures,
    WaiverFigures,
)
from workstation.evidence.judging import latest
from workstation.evidence.masking import held_back, hidden_number, masks_to_burn
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money
from workstation.policy.rules import Requirement
from workstation.wording import Wording

_COMPUTED: Final = {"computed_budget": "paper.budget", "computed_plan": "paper.schedule"}


def exhibit_figures(file: CaseFile, bank: str, words: Wording, day: date) -> tuple[ExhibitFigures, ...]:
    """One entry an exhibit, numbered from 1."""
    purpose = words.text("paper.purpose_mark", {"bank": bank, "day": day.isoformat()})
    return tuple(
        _exhibit(no, one, item, file, words, purpose if one.copy else "")
        for no, (one, item) in enumerate(bound_items(file, bank), 1)
    )


def _exhibit(
    no: int, requirement: Requirement, item: EvidenceItem, file: CaseFile, words: Wording, purpose: str
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
        issuer=_issuer(requirement, item, file.case.language),
        form=words.text(f"form.{item.form}") if item.form else "",
        document_number=hidden_number(item.document_number, requirement.copy),
        issued_on=item.issued_on.isoformat() if item.issued_on else "",
        covers=_covers(item, words),
        verified=_day(last.at, file) if last else "",
        check=words.text("paper.list_separator").join(_checks(good, words)),
        proves_reason=file.case.reason in requirement.reasons,
        claimed=file.case.reason in requirement.reasons or requirement.code in _theme()["provenance"]["income"],
        account_id=item.account_id,
        purpose_mark=purpose,
        masks=masks_to_burn(requirement, item),
        held_back=held_back(requirement, item),
    )


def _checks(good: list[Verification], words: Wording) -> list[str]:
    return list(dict.fromkeys(words.text(f"check.{check.check}") for check in good))


def _issuer(requirement: Requirement, item: EvidenceItem, language: str) -> str:
    issuer = next((issuer for issuer in requirement.issuers if issuer.code == item.issuer), None)
    return issuer.text(language) if issuer else item.issuer


def _covers(item: EvidenceItem, words: Wording) -> str:
    """The last day covered is the one before the half-open end."""
    if not item.covers_from or not item.covers_to:
        return ""
    last = date.fromordinal(item.covers_to.toordinal() - 1)
    return words.text("paper.from_to", {"from": item.covers_from.isoformat(), "to": last.isoformat()})


def _day(moment: datetime, file: CaseFile) -> str:
    return file.day_of(moment).isoformat()


def waiver_figures(file: CaseFile) -> tuple[WaiverFigures, ...]:
    """Requirements that were waived and not met otherwise."""
    open_ = {line.requirement.code: line.requirement for line in file.checklist if line.state == "waived"}
    return tuple(
        WaiverFigures(
            open_[waiver.requirement].text(file.case.language), waiver.reason, waiver.by, _day(waiver.at, file)
        )
        for waiver in file.waivers
        if waiver.requirement in open_
    )


def provenance(figures: PacketFigures, words: Wording) -> tuple[ProvenanceFigures, ...]:
    """Every figure of the application with the exhibits that show it; which proofs show what is data of the theme."""
    applicant, hardship, budget = figures.applicant, figures.hardship, figures.budget

    def row(key: str, value: str | Money, otherwise: str = "stated") -> ProvenanceFigures:
        return _sourced(key, words.text(f"paper.figure.{key}"), value, figures.exhibits, otherwise)

    shown = tuple(one.no for one in figures.exhibits if one.proves_reason)
    rows = [
        row("name", applicant.name),
        row("resident_id", applicant.resident_id),
        row("residence", applicant.residence),
        row("employer", applicant.employer),
        *(one for account in figures.accounts for one in _account_sources(account, figures.exhibits, words)),
        ProvenanceFigures(words.text("paper.figure.reason"), hardship.reason, shown, "" if shown else "stated"),
        row("income_gaps", hardship.gaps),
        row("income", budget.income_total),
        row("expense", budget.expense_total),
        row("surplus", budget.surplus, "computed_budget"),
        *(row("payment", f"{plan.account} {plan.payment.grouped()}", "computed_plan") for plan in figures.plans),
    ]
    return tuple(one for one in rows if one.value != "")


def _account_sources(
    account: AccountFigures, exhibits: Sequence[ExhibitFigures], words: Wording
) -> Iterator[ProvenanceFigures]:
    """Components of a debt and since when it is overdue, by the proofs of this account."""
    here = [one for one in exhibits if one.account_id in ("", account.id)]
    for key in ("principal", "interest", "penalty", "fees"):
        if amount := getattr(account, key):
            name = f"{account.label} {words.text(f'paper.component.{key}')}"
            yield _sourced("owed", name, amount, here, "bank_records")
    for key in ("due_on", "overdue_since"):
        name = f"{account.label} {words.text(f'paper.figure.{key}')}"
        yield _sourced("overdue_since", name, getattr(account, key), here, "bank_records")


def _sourced(
    key: str, name: str, value: str | Money, exhibits: Sequence[ExhibitFigures], otherwise: str
) -> ProvenanceFigures:
    found = tuple(one.no for one in exhibits if one.requirement in _theme()["provenance"].get(key, []))
    return ProvenanceFigures(name, value, found, "" if found else otherwise, _COMPUTED.get(otherwise, ""))


@cache
def _theme() -> dict[str, dict[str, list[str]]]:
    theme: dict[str, dict[str, list[str]]] = tomllib.loads(resources.path("theme", "paper.toml").read_text("utf-8"))
    return theme
