"""Proofs on the command line: taken in, verified by a named check, their numbers covered."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.evidence import containers, credit_reports, items, letters, recognition, trust_roots
from workstation.actions.evidence import masks as copies
from workstation.actions.evidence import sources as figure_sources
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.evidence.origin import authenticity_hints
from workstation.actions.evidence.sources import Proposal
from workstation.actions.evidence.trust_roots import TrustRoot
from workstation.casework.case_file import CaseFile
from workstation.cli.answers import Answer, finding_json
from workstation.cli.opening import openings_of
from workstation.dates import add_days
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.evidence.credit_report.report import CreditReport, ReportedAccount
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.verification import EvidenceItem, Mask
from workstation.wording import Wording

_PARTS = 4
_MOST_DIGITS = 6


def add(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take in a proof, or several out of one file; findings tell of twins in other cases and of signs in the file."""
    facts = ItemFacts(
        form=given.form,
        issuer=given.issuer,
        document_number=given.document_number,
        issued_on=read_day(given.issued_on, file.today) if given.issued_on else None,
        covers_from=read_day(given.covers_from, file.today, "first") if given.covers_from else None,
        covers_to=add_days(read_day(given.covers_to, file.today, "last"), 1) if given.covers_to else None,
        note=given.note,
    )
    added = [_told(desk, item, wording) for item in _added(desk, file, given, facts)]
    return added[0] if len(added) == 1 else {"added": added}


def _told(desk: Desk, item: EvidenceItem, wording: Wording) -> Answer:
    signs = authenticity_hints(item, items.item_bytes(desk, item.id), desk.readers, trust_roots.root_bytes(desk))
    return {
        "id": item.id,
        "item": item.requirement,
        "sha256": item.sha256,
        "findings": [finding_json(finding, wording) for finding in (*items.duplicates_elsewhere(desk, item), *signs)],
    }


def _added(desk: Desk, file: CaseFile, given: argparse.Namespace, facts: ItemFacts) -> tuple[EvidenceItem, ...]:
    path, openings = Path(given.file), openings_of(given)
    if len(openings) > 1:
        return containers.add_several(desk, file.case.id, given.item, path, openings, facts)
    try:
        return (containers.add(desk, file.case.id, given.item, path, openings[0] if openings else None, facts),)
    except Refused as refused:
        if not given.convert or openings:
            raise
        return (letters.add_letter(desk, file.case.id, given.item, path, refused, facts),)


def verify(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """Record a check of one proof, or of all of a requirement."""
    done = [
        desk.run(items.verify, item.id, given.check, given.result, given.note) for item in _chosen(file, given.item)
    ]
    return {"verified": [check.item_id for check in done], "result": given.result}


def recognise(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """Recognise the text of proofs, or confirm what was recognised (``--confirm``)."""
    chosen = _chosen(file, given.item)
    if given.confirm:
        texts = [desk.run(recognition.confirm_recognised, item.id) for item in chosen]
    else:
        texts = [_recognised(desk, item) for item in chosen]
    return {
        "recognised": [
            {"id": one.item_id, "pages": len(one.pages), "words": len(one.words), "confirmed": one.confirmed}
            for one in texts
        ]
    }


def _recognised(desk: Desk, item: EvidenceItem) -> RecognisedText:
    source = recognition.recogniser(desk, item.id)
    pages = desk.compute(source.run, lambda _done, _total: None)
    return desk.run(recognition.keep_recognised, item.id, source.quarters, pages)


def mask_number(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """Store where the number is on copies: told, found in a text layer, or nowhere (``--none``)."""
    given_masks = tuple(_mask(text) for text in given.at)
    kept = []
    for item in _chosen(file, given.item):
        masks = given_masks or (() if given.none else copies.proposed_masks(desk, item.id))
        if not masks and not given.none:
            raise Refused(Finding("number_not_found", f"evidence.{item.requirement}", {"file": item.file_name}))
        kept.append(desk.run(copies.save_number_masks, item.id, masks))
    return {"covered": [{"id": item.id, "at": [_mask_text(mask) for mask in item.masks]} for item in kept]}


def sources(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """Every figure that a proof may show, with its confirmed places and, with ``--find``, those that the proofs say."""
    found = [one for item in file.live_items for one in _proposed(desk, item)] if given.find else []
    return {
        "figures": [
            {
                "figure": one.figure.key,
                "value": one.figure.text,
                "sources": [_source_json(source, current=True) for source in one.sources]
                + [_source_json(source, current=False) for source in one.outdated],
                "found": [_found_json(place) for place in found if place.figure == one.figure.key],
            }
            for one in figure_sources.figure_states(file)
        ]
    }


def _proposed(desk: Desk, item: EvidenceItem) -> tuple[Proposal, ...]:
    return desk.compute(figure_sources.item_source(desk, item.id).proposals)


def confirm(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """Confirm a figure at a place of a proof, or withdraw the places confirmed on it (``--withdraw``)."""
    figure = figure_sources.figure_named(file, given.figure)
    (item, *_) = _chosen(file, given.item)
    if given.withdraw:
        states = [one for one in figure_sources.figure_states(file) if one.figure.key == figure.key]
        held = [one for state in states for one in (*state.sources, *state.outdated) if one.item_id == item.id]
        gone = [desk.run(figure_sources.withdraw_source, one.id) for one in held]
        return {"withdrawn": [_source_json(one, current=False) for one in gone]}
    place = _mask(given.at) if given.at else None
    page = _page(given.page)
    judged = desk.compute(figure_sources.item_source(desk, item.id).judged, figure, place, page)
    kept = desk.run(figure_sources.confirm_source, file.case.id, figure.text, judged)
    return {"confirmed": _source_json(kept, current=True)}


def _page(text: str) -> int:
    if _is_count(text) and int(text):
        return int(text) - 1
    raise Refused(Finding("mask_unreadable", "--page", {"text": text}))


def _source_json(one: FigureSource, *, current: bool) -> Answer:
    return {**_found_json(one, "value"), "id": one.id, "by": one.by, "current": current}


def _found_json(one: Proposal | FigureSource, said: str = "text") -> Answer:
    return {"item": one.item_id, "at": _mask_text(one.place), "how": one.how, said: getattr(one, said)}


def _chosen(file: CaseFile, name: str) -> list[EvidenceItem]:
    chosen = [item for item in file.live_items if name in (item.id, item.requirement)]
    if not chosen:
        raise Refused(Finding("evidence_missing", f"evidence.{name}", {"item": name}))
    return chosen


def _mask(text: str) -> Mask:
    """``PAGE:LEFT,TOP,WIDTH,HEIGHT``, the page from 1, the rest in ten-thousandths."""
    page, _, region = text.partition(":")
    parts = region.split(",")
    if len(parts) != _PARTS or not all(_is_count(part) for part in (page, *parts)):
        raise Refused(Finding("mask_unreadable", "--at", {"text": text}))
    left, top, width, height = (int(part) for part in parts)
    return Mask(int(page) - 1, left, top, width, height)


def _is_count(text: str) -> bool:
    return text.strip().isdecimal() and len(text) <= _MOST_DIGITS


def _mask_text(mask: Mask) -> str:
    return f"{mask.page + 1}:{mask.left},{mask.top},{mask.width},{mask.height}"


def trust_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Trust the authority of a certificate file."""
    return _root_json(trust_roots.add_trust_root(desk, Path(given.file)))


def trust_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The authorities that are trusted."""
    return {"roots": [_root_json(one) for one in trust_roots.trust_roots(desk)]}


def trust_remove(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Trust an authority no more."""
    return {"removed": _root_json(desk.run(trust_roots.remove_trust_root, given.fingerprint))}


def _root_json(one: TrustRoot) -> Answer:
    return {
        "fingerprint": one.id,
        "subject": one.subject,
        "expires_on": one.expires_on.isoformat(),
        "at": one.at.isoformat(),
        "by": one.by,
    }


# ── Credit reports ──


def report_json(report: CreditReport, wording: Wording) -> Answer:
    """A report by itself."""
    return {
        **_report_head(report),
        "accounts": [_account_json(place, one) for place, one in enumerate(report.accounts, 1)],
        "unread": list(report.unread),
        "findings": [finding_json(finding, wording) for finding in report.findings],
    }


def compare_report(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """A report beside the accounts of its case; ``--add`` takes one of its accounts into the case."""
    read = desk.compute(credit_reports.report_reader(desk, _report_item(file, given.item).id))
    added = None
    if given.add:
        one = _numbered(read.report, given.add)
        added = desk.run(credit_reports.add_reported, file.case.id, one, given.number)
    compared = [
        {
            **_account_json(place, one.reported),
            "account": one.account.id if one.account else None,
            "bank": one.account.bank if one.account else None,
            "tail": one.account.tail if one.account else None,
            "differences": [finding_json(finding, wording) for finding in one.differences],
        }
        for place, one in enumerate(read.comparison.accounts, 1)
    ]
    return {
        **_report_head(read.report),
        "accounts": compared,
        "missing": [one.id for one in read.comparison.missing],
        "unread": list(read.report.unread),
        "findings": [finding_json(finding, wording) for finding in read.findings],
        "added": added.id if added else None,
    }


def _report_item(file: CaseFile, name: str | None) -> EvidenceItem:
    wanted = name or credit_reports.REQUIREMENT
    chosen = [item for item in file.live_items if wanted in (item.id, item.requirement)]
    if not chosen:
        raise Refused(Finding("evidence_missing", f"evidence.{wanted}", {"item": wanted}))
    return chosen[-1]


def _numbered(report: CreditReport, number: str) -> ReportedAccount:
    places = range(1, len(report.accounts) + 1)
    if number not in map(str, places):
        raise Refused(Finding("not_found", "--add"))
    return report.accounts[int(number) - 1]


def _report_head(report: CreditReport) -> dict[str, Any]:
    return {
        "kind": "credit_report",
        "edition": report.edition,
        "number": report.number,
        "made_on": report.made_on.isoformat() if report.made_on else None,
        "name": report.name,
        "identity": report.identity,
        "pages": report.pages,
    }


def _account_json(place: int, one: ReportedAccount) -> dict[str, Any]:
    def text(value: Any) -> str | None:
        return None if value is None else str(value)

    return {
        "place": place,
        "page": one.page,
        "product": one.kind,
        "lender": one.lender,
        "currency": one.currency,
        "opened_on": text(one.opened_on),
        "limit": one.limit.text() if one.limit is not None else None,
        "balance": one.balance.text() if one.balance is not None else None,
        "overdue": one.overdue.text() if one.overdue is not None else None,
        "overdue_months": one.overdue_months,
        "as_of": text(one.as_of),
        "state": one.state,
    }
