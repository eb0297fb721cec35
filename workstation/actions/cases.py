"""Open a case, read it whole, and keep what the conversation brings: person, accounts, budget, reason, request, stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from workstation.actions.case_files.reading import other_cases, read_case
from workstation.actions.desk import Desk
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.contradictions import other_declarations
from workstation.casework.name_check import confirmed_as, unconfirmed_name
from workstation.conversation.contact import LATE, ContactEntry, correction_findings
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.verification import Waiver
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.plan.version import PlanVersion
from workstation.policy.choice import made_for_none
from workstation.policy.pack import Pack
from workstation.policy.versions import key_of, pack_id
from workstation.profile.account import Account, account_number
from workstation.profile.budget import Budget
from workstation.profile.case import GENERAL_PACK, Case, Stage, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.identity_paper import identity_number
from workstation.profile.person_name import person_name
from workstation.profile.statement import Statement, statement_findings
from workstation.store.sharing.merging import conflict
from workstation.store.store import Store

_FIXED: Final = ("number", "debtor_id", "stage", "opened_on")
"""What no talk changes of a case."""


def new_case(desk: Desk, name: str) -> str:
    """Open a case for a debtor of this name; answers the case id. Refuses an empty name."""
    if not name.strip():
        raise Refused(Finding("required_field", FieldRef.DEBTOR_NAME))
    today = desk.clock.today()
    debtor = Debtor(new_id(), person_name(name))
    case = Case(new_id(), desk.store.next_case_number(str(today.year)), debtor.id, today, pack=usual_pack(desk))
    desk.store.add(debtor)
    desk.store.add(case)
    desk.store.add(Budget(case.id))
    return case.id


def usual_pack(desk: Desk) -> str:
    """What a new case follows until somebody says otherwise: the newest version of the general pack."""
    pack = desk.packs.get(GENERAL_PACK) or next(iter(desk.packs.values()))
    return key_of(pack)


def load_case(desk: Desk, case_id: str) -> CaseFile:
    """Everything about one case as of today, seen at one moment. Raises `Refused` (not_found) for an unknown id."""
    with desk.store.reading():
        file = read_case(desk, case_id)
        declared = other_declarations(file, file.packets, other_cases(desk, file))
        return replace(file, declarations=declared) if declared else file


def case_zone(desk: Desk, case_id: str) -> tzinfo:
    """The time zone by which the instants of a case are told, that of its pack."""
    return desk.pack_of(desk.store.get(Case, case_id).pack).conduct.zone


def save_debtor(desk: Desk, case_id: str, debtor: Debtor, base: Debtor | None = None) -> None:
    """Keep the person of a case as typed. Advice on the ID is for the page; only an empty name is refused.

    ``base`` here and in every other save: the entity as it was loaded into the form, so that what others stored meanwhile is
    merged; without it the entity is new. Refuses a field that both changed (save_conflict), a person of another case (not_found).
    """

    def judged(kept: Debtor, _: Debtor | None) -> Debtor:
        if not kept.name.strip():
            raise Refused(Finding("required_field", FieldRef.DEBTOR_NAME))
        return kept

    desk.store.save(_as_kept(debtor), base, judged, of_case=case_id)


def _as_kept(debtor: Debtor) -> Debtor:
    """Name and number in the one writing in which they are kept and compared."""
    name, number = person_name(debtor.name), identity_number(debtor.resident_id)
    same = (name, number) == (debtor.name, debtor.resident_id)
    return debtor if same else replace(debtor, name=name, resident_id=number)


def confirm_name(desk: Desk, case_id: str, name: str) -> Waiver:
    """Put on record that whoever works here compared a name that looks damaged with the original: it is written just so.

    Raises `Refused` (not_found) when the person is called otherwise by now, or nothing about the name needs it.
    """
    if Finding("name_unconfirmed", FieldRef.DEBTOR_NAME, {"text": name}) not in unconfirmed_name(
        load_case(desk, case_id)
    ):
        raise Refused(Finding("not_found", FieldRef.DEBTOR_NAME))
    waiver = Waiver(new_id(), case_id, confirmed_as(name), name, desk.agent, desk.clock.now())
    desk.store.add(waiver)
    return waiver


def save_account(desk: Desk, account: Account, base: Account | None = None) -> None:
    """Keep one account, new or changed. Refuses a missing bank or number, negative amounts, and mixed currencies."""

    def judged(kept: Account, _: Account | None) -> Account:
        refuse_if(account_findings(kept))
        number = account_number(kept.number)
        return kept if number == kept.number else replace(kept, number=number)

    desk.store.save(account, base, judged)


def account_findings(account: Account) -> list[Finding]:
    """What forbids keeping an account as it stands: no bank or number, a negative amount, mixed currencies."""
    found = [
        Finding("required_field", f"account.{field}")
        for field in ("bank", "number")
        if not getattr(account, field).strip()
    ]
    for field in ("principal", "interest", "penalty", "fees", "limit", "minimum_due"):
        amount = getattr(account, field)
        if amount is not None and amount.minor < 0:
            found.append(Finding("amount_negative", f"account.{field}", {"amount": amount.grouped()}))
        if amount is not None and amount.currency != account.currency:
            found.append(Finding("amount_currency", f"account.{field}", {"currency": account.currency}))
    return found


def remove_account(desk: Desk, account_id: str, base: Account | None = None) -> None:
    """Take an account out of its case. Refused while plans rest on it: they would lose what they speak of.

    Also refused (remove_changed) when it is no longer as ``base``, which the person saw.
    """
    account = desk.store.get(Account, account_id)
    if base is not None and account != base:
        raise Refused(Finding("remove_changed", f"account.{account.id}", {"bank": account.bank, "tail": account.tail}))
    if desk.store.find(PlanVersion, account_id=account_id):
        raise Refused(
            Finding("account_has_plans", FieldRef.CASE_ACCOUNTS, {"bank": account.bank, "tail": account.tail})
        )
    desk.store.delete(Account, account_id)


def save_budget(desk: Desk, budget: Budget, base: Budget | None = None) -> None:
    """Keep the household budget of a case. Refuses negative amounts: spending has a side of its own.

    One that has no lines yet is read in the currency of the case's rules, whichever is stored: it was not changed by that.
    """
    if base is not None and not base.lines:
        base = next((one for one in desk.store.find(Budget, case_id=budget.case_id) if not one.lines), base)

    def judged(kept: Budget, _: Budget | None) -> Budget:
        refuse_if(
            Finding("amount_negative", f"budget.{no}", {"amount": line.amount.grouped()})
            for no, line in enumerate(kept.lines, 1)
            if line.amount.minor < 0
        )
        return kept

    desk.store.save(budget, base, judged, Budget(budget.case_id))


def save_statement(desk: Desk, statement: Statement, base: Statement | None = None) -> None:
    """Keep what a statement tells beside the budget; ``base`` as in `save_debtor`. Refused as `statement_findings`."""

    def judged(kept: Statement, _: Statement | None) -> Statement:
        refuse_if(statement_findings(kept, desk.clock.today().year))
        return kept

    desk.store.save(statement, base, judged, Statement(statement.case_id, currency=statement.currency))


def save_conversation(desk: Desk, case: Case, base: Case | None = None) -> None:
    """Keep reason, dates, request, source and proposal, and the papers' language; stage, number and debtor stay as stored."""

    def judged(merged: Case, stored: Case | None) -> Case:
        if stored is None:
            raise Refused(Finding("not_found", "case"))
        kept = replace(merged, **{field: getattr(stored, field) for field in _FIXED})
        if kept.reason_from and kept.reason_to and kept.reason_to < kept.reason_from:
            raise Refused(Finding("dates_reversed", FieldRef.CASE_REASON_TO))
        return kept

    desk.store.save(case, base, judged)


def choose_pack(desk: Desk, case_id: str, pack: str, base: Case | None = None) -> None:
    """Have a case follow another pack: checklist, offers and limits follow at once. Nothing is lost: reason, requests and proofs
    that the new rules do not know stay as they are, and count again when the old rules come back.

    ``pack``: the name of a pack, for its newest version, or one version of it. Raises `Refused` (pack_unknown,
    pack_version_unknown) for what this desk does not have, pack_other_currency for the rules of another place.
    """
    if pack_id(pack) not in desk.packs:
        raise Refused(
            Finding("pack_unknown", FieldRef.CASE_PACK, {"pack": pack, "known": ", ".join(sorted(desk.packs))})
        )
    wanted = desk.packs[pack] if pack in desk.packs else desk.pack_of(pack)
    refuse_other_place(desk.store, desk.packs, wanted, case_id)
    before = base or desk.store.get(Case, case_id)
    desk.store.save(replace(before, pack=key_of(wanted)), before)


def refuse_other_place(store: Store, known: Mapping[str, Pack], wanted: Pack, case_id: str) -> None:
    """Raise `Refused` (pack_other_currency) where none of a case's debts is in the currency that a pack is made for.

    Where there is no account yet, the currency of the budget says of which place the case is.
    """
    owed = [account.currency for account in store.find(Account, case_id=case_id)]
    owed = owed or [one.currency for one in store.find(Budget, case_id=case_id) if one.lines]
    if made_for_none(wanted, known, owed):
        figures = {"pack": wanted.id, "currency": wanted.currency, "owed": ", ".join(sorted(set(owed)))}
        raise Refused(Finding("pack_other_currency", FieldRef.CASE_PACK, figures))


def log_contact(desk: Desk, entry: ContactEntry) -> None:
    """Add one conversation or attempt to the log; the log is never edited, a wrong entry is corrected by a further one.

    Raises `Refused`: required_field, contact_in_future, contact_entry_unknown, contact_corrected.
    """
    if not entry.note.strip() and not entry.result:
        raise Refused(Finding("required_field", FieldRef.CONTACT_NOTE))
    now = desk.clock.now()
    if entry.at > now:
        raise Refused(Finding("contact_in_future", FieldRef.CONTACT_AT))
    if entry.corrects:
        refuse_if(correction_findings(entry, desk.store.find(ContactEntry, case_id=entry.case_id)))
    late = entry.logged_at is None and now - entry.at >= LATE
    told = replace(entry, reached=entry.outcome, connected=entry.outcome == "answered")
    desk.store.add(replace(told, logged_at=now) if late else told)


def advance(desk: Desk, case_id: str, seen: Stage | None = None) -> Stage:
    """Move to the next stage when the gate is open; else `Refused` with all that is missing.

    ``seen``: the stage that the person saw; refused (save_conflict) when somebody moved the case meanwhile.
    """
    file = load_case(desk, case_id)
    stage = file.case.stage
    if seen is not None and stage is not seen:
        raise Refused(conflict(FieldRef.CASE_STAGE, stage, Stage(min(seen + 1, Stage.KEEP))))
    refuse_if(gates.missing(file, stage))
    if stage is Stage.KEEP:
        return stage
    return _move(desk, file.case, Stage(stage + 1), "")


def reopen(desk: Desk, case_id: str, stage: Stage, note: str) -> Stage:
    """Go back to an earlier stage with a reason; nothing that was gathered is lost."""
    case = desk.store.get(Case, case_id)
    if not note.strip():
        raise Refused(Finding("required_field", "stage.note"))
    if stage >= case.stage:
        raise Refused(Finding("stage_not_earlier", FieldRef.CASE_STAGE))
    return _move(desk, case, stage, note.strip())


def _move(desk: Desk, case: Case, stage: Stage, note: str) -> Stage:
    desk.store.save(replace(case, stage=stage))
    desk.store.add(StageChange(new_id(), case.id, stage, desk.clock.now(), desk.agent, note))
    return stage
