"""Take in a case that was written by hand: all of it or nothing, by the actions that an agent uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workstation.actions import cases, imports
from workstation.actions.banks.bank_contacts import save_bank_contact
from workstation.actions.case_files.written_mistakes import called, line_place, mistakes, terms_mistakes, written_terms
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.actions.evidence.items import ItemFacts, Received
from workstation.actions.evidence.sources import confirm_found
from workstation.actions.papers.entries import save_entries
from workstation.actions.plans import versions
from workstation.actions.plans.two_stage import plan_two_stages, two_stages
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.written.case_toml import read_case
from workstation.casework.written.values import WrittenAccount, WrittenCase
from workstation.errors import Finding, Refused, refuse_if
from workstation.identity import new_id
from workstation.plan.schedule.calculate import schedule
from workstation.plan.version import PlanVersion
from workstation.policy.pack import Pack
from workstation.profile.account import Account
from workstation.profile.budget import Budget
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.profile.statement import Statement
from workstation.promise.authority import required_authorities
from workstation.rates import Rate
from workstation.received.regular_file import MAX_SETTINGS, whole

_KEYS: Final = {"verification.note": "check_note"}
"""Field that an action refuses → the key of ``[[evidence]]`` that gives it."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that was read for a case before anything is stored: its list, and its files in the vault in the order of its proofs."""

    case: WrittenCase
    listed: ImportPlan | None
    received: tuple[Received, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case that was taken in, by its id; ``unsaid``: figures called confirmed that the text of their proof does not say."""

    case_id: str
    unsaid: tuple[Finding, ...]


def load_written(desk: Desk, path: Path, draft: bool = False) -> Loaded:
    """Store the case of a file; it stands at the stage that its facts open.

    Without ``draft`` it must be ready to be applied for, a supervisor's approval aside, which is requested. Raises `Refused` with
    every mistake, each with its line, or with all that is missing; then nothing is stored.
    """
    written = written_case(path, desk.packs)
    case_id = desk.run(keep_written, gather(desk, written), draft)
    return Loaded(case_id, confirm_written(desk, case_id, written))


def confirm_written(desk: Desk, case_id: str, written: WrittenCase) -> tuple[Finding, ...]:
    """Confirm the figures that the file calls confirmed, where the text of their proof says them; answers those that it does not.

    Such a figure stands in the papers as stated, until a person confirms it on the page.
    """
    return tuple(
        Finding("written_unsaid", line_place(written, proof.line), {"file": proof.path.name, "figure": name})
        for item, proof in zip(cases.load_case(desk, case_id).live_items, written.proofs, strict=True)
        if proof.confirmed
        for name in confirm_found(desk, item.id, proof.confirmed)
    )


def written_case(path: Path, packs: Mapping[str, Pack]) -> WrittenCase:
    """What a file says, checked as far as it can be without a desk. Raises `Refused` with every mistake: file, line, key."""
    data = whole(path, MAX_SETTINGS)
    try:
        return read_case(data.decode("utf-8-sig"), path, packs)
    except UnicodeDecodeError:
        raise Refused(Finding("written_unreadable", path.name, {"file": path.name})) from None


def approval_notes(written: WrittenCase, file: CaseFile) -> Iterator[tuple[str, str]]:
    """Chosen plan → what the file says that the supervisor said of it; plans of which it says nothing are left out."""
    for plan in written.plans:
        chosen = file.chosen(_stored(written, file.accounts, plan.account or written.bank, plan.line).id)
        if plan.approval and chosen is not None:
            yield chosen.id, plan.approval


def gather(desk: Desk, written: WrittenCase) -> Material:
    """Read the files of a written case and judge what can be judged before it is stored. Raises `Refused` with all mistakes."""
    found = list(mistakes(desk, written))
    listed = None
    if written.portfolio is not None and not desk.store.cases_of_id(written.resident_id):
        listed = imports.plan_file(desk, written.portfolio)
    received = []
    for proof in written.proofs:
        try:
            received.append(items.receive(desk.vault, proof.path, readers=desk.readers))
        except Refused as refusal:
            found += _placed(refusal, line_place(written, proof.line))
    refuse_if(found)
    return Material(written, listed, tuple(received))


def keep_written(desk: Desk, material: Material, draft: bool = False) -> str:
    """Store a gathered case in one transaction; refused as `load_written`."""
    written = material.case
    if material.listed is not None:
        imports.import_portfolio(desk, material.listed)
    case_id = _listed_case(desk, written) if written.portfolio is not None else _own_case(desk, written)
    _describe(desk, case_id, written)
    _prove(desk, case_id, material)
    _plan(desk, case_id, written)
    _plan_stages(desk, case_id, written)
    advance_through(desk, case_id)
    if not draft:
        refuse_if(_lacking(cases.load_case(desk, case_id)))
    return case_id


def _listed_case(desk: Desk, written: WrittenCase) -> str:
    """The case that the list brought for this person, not yet worked on."""
    found = desk.store.cases_of_id(written.resident_id)
    fresh = [case_id for case_id, _, _ in found if _untouched(cases.load_case(desk, case_id))]
    if len(fresh) != 1:
        raise Refused(Finding("written_person_unlisted", written.file, {"count": str(len(found))}))
    return fresh[0]


def _untouched(file: CaseFile) -> bool:
    return not (file.contacts or file.items or file.plans or file.budget.lines)


def _own_case(desk: Desk, written: WrittenCase) -> str:
    case_id = cases.new_case(desk, str(written.debtor.get("name", "")))
    for one in written.accounts:
        cases.save_account(desk, replace(one.account, id=new_id(), case_id=case_id))
    return case_id


def _describe(desk: Desk, case_id: str, written: WrittenCase) -> None:
    """Person, conversation, budget and bank."""
    debtor_id = desk.store.get(Case, case_id).debtor_id
    cases.save_debtor(desk, case_id, replace(desk.store.get(Debtor, debtor_id), **written.debtor))
    try:
        cases.refuse_other_place(desk.store, desk.packs, desk.pack_of(written.pack), case_id)
    except Refused as refusal:
        raise Refused(*_placed(refusal, written.file)) from None
    case = desk.store.get(Case, case_id)
    cases.save_conversation(
        desk, replace(case, pack=written.pack, language=written.language, **written.conversation), case
    )
    for entry in written.contacts:
        cases.log_contact(desk, replace(entry, id=new_id(), case_id=case_id, by=desk.agent))
    if written.budget:
        cases.save_budget(desk, Budget(case_id, written.budget, written.currency))
    if written.statement or written.employer_number:
        said = Statement(case_id, written.statement, written.currency, written.employer_number)
        cases.save_statement(desk, said, cases.load_case(desk, case_id).statement)
    if written.bank_contact is not None:
        save_bank_contact(desk, written.bank_contact)
    for one in written.papers:
        banks = cases.load_case(desk, case_id).banks
        bank = one.bank or written.bank or next(iter(banks), "")
        try:
            save_entries(desk, case_id, bank, one.paper, one.says)
        except Refused as refusal:
            raise Refused(*_placed(refusal, line_place(written, one.line))) from None


def _prove(desk: Desk, case_id: str, material: Material) -> None:
    """The files with what was read off them, and the checks made on them."""
    written = material.case
    accounts = cases.load_case(desk, case_id).accounts
    for proof, received in zip(written.proofs, material.received, strict=True):
        with _at(written, proof.line):
            account = _stored(written, accounts, proof.account, proof.line).id if proof.account else ""
            item = items.record(desk, case_id, proof.requirement, received, ItemFacts(account, **proof.facts))
            if proof.check:
                items.verify(desk, item.id, proof.check, "ok", proof.check_note)


def _plan(desk: Desk, case_id: str, written: WrittenCase) -> None:
    accounts = cases.load_case(desk, case_id).accounts
    for plan in written.plans:
        account = _stored(written, accounts, plan.account or written.bank, plan.line)
        refuse_if(terms_mistakes(written, plan, account))
        kept = versions.keep_plan(desk, case_id, account.id, written_terms(plan, account), plan.why)
        versions.choose(desk, kept.id)
        if "supervisor" in _asked(desk, kept):
            versions.request_approval(desk, kept.id)


def _plan_stages(desk: Desk, case_id: str, written: WrittenCase) -> None:
    """One plan for all accounts, where the file asks for one."""
    if written.stages is not None:
        with _at(written, written.stages.line):
            told, file = written.stages, cases.load_case(desk, case_id)
            stages = two_stages(file, told.monthly, told.second, Rate(told.rate), told.first_due)
            plan_two_stages(desk, case_id, stages, told.why)


def _asked(desk: Desk, plan: PlanVersion) -> tuple[str, ...]:
    pack = desk.pack_of(desk.store.get(Case, plan.case_id).pack)
    return required_authorities(plan.terms, len(schedule(plan.terms).rows), pack)


def advance_through(desk: Desk, case_id: str) -> None:
    """Move a case through every gate that is open, up to applying; what a bank answers is for a person to record."""
    file = cases.load_case(desk, case_id)
    while file.case.stage < Stage.APPLY and not gates.missing(file, file.case.stage):
        cases.advance(desk, case_id)
        file = cases.load_case(desk, case_id)


def _lacking(file: CaseFile) -> Iterator[Finding]:
    for stage in (Stage.UNDERSTAND, Stage.VERIFY, Stage.PLAN):
        yield from (found for found in gates.missing(file, stage) if found.code != "approval_requested")


def _stored(written: WrittenCase, accounts: tuple[Account, ...], name: str, line: int) -> Account:
    """The stored account that a name of the file means."""
    keys = tuple(
        WrittenAccount(written.accounts[number].key if number < len(written.accounts) else "", account, line)
        for number, account in enumerate(accounts)
    )
    number = called(keys, name)
    if number is None:
        known = ", ".join(one.names[0] for one in keys)
        raise Refused(
            Finding(
                "written_account_unknown", line_place(written, line), {"name": name or written.bank, "known": known}
            )
        )
    return accounts[number]


def _placed(refusal: Refused, place: str) -> tuple[Finding, ...]:
    """The findings at a line of the file, and at the key of that table where one of its keys is at fault."""
    return tuple(
        replace(found, subject=f"{place}: {_KEYS[found.subject]}" if found.subject in _KEYS else place)
        for found in refusal.findings
    )


@contextmanager
def _at(written: WrittenCase, line: int) -> Iterator[None]:
    """Inside, a refusal is told at a line of the file."""
    try:
        yield
    except Refused as refusal:
        raise Refused(*_placed(refusal, line_place(written, line))) from None
