"""What the store holds of a case, as a case file: everything of one, or some fields of many cases at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from workstation.actions.case_files.part_file import NotRead, PartFile, Source
from workstation.actions.contacts.reading import KINDS as CONTACT_KINDS
from workstation.actions.contacts.reading import contact_records
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.casework.contradictions import DECLARED_BY, other_declarations
from workstation.casework.printed import PrintedPacket
from workstation.casework.said.entry import PaperEntry
from workstation.conversation.contact import ContactEntry
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.verification import EvidenceItem, Verification, Waiver, WithdrawnCheck
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderTable
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.policy.pack import Pack
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
from workstation.profile.bank import BankContact
from workstation.profile.budget import Budget
from workstation.profile.case import Case, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.statement import Statement
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.promise.wait_grant import PromiseApproval
from workstation.store.engine.held import OfCase

OF_KIND: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "accounts": Account,
        "contacts": ContactEntry,
        "items": EvidenceItem,
        "waivers": Waiver,
        "plans": PlanVersion,
        "choices": PlanChoice,
        "approvals": Approval,
        "changes": StageChange,
        "replies": BankReply,
        "packets": PrintedPacket,
        "adoptions": Adoption,
        "treatments": MissedTreatment,
        "payments": Payment,
        "promises": PromiseEntry,
        "promise_changes": PromiseChange,
        "bank_balances": BankBalance,
        "ends": AccountEnd,
        "oral_agreements": OralAgreement,
        "promise_approvals": PromiseApproval,
        "wording_waivers": WordingWaiver,
        "entries": PaperEntry,
        "sources": FigureSource,
        "facts": AccountFact,
        "claim_sheets": ClaimSheet,
        "lender_tables": LenderTable,
    }
)
"""Fields of a case file that are all entities of one kind, in the order in which they came."""
_MADE_OF: Final[Mapping[str, tuple[type[Any], ...]]] = MappingProxyType(
    {
        "budget": (Budget,),
        "statement": (Statement,),
        "verifications": (Verification, WithdrawnCheck),
        "contact_records": CONTACT_KINDS,
        "bank_contacts": (Account,),
    }
)
"""Fields that are made of what a case holds of several kinds, or of a part of it."""
_FIELD_OF: Final[Mapping[type[Any], str]] = MappingProxyType({kind: name for name, kind in OF_KIND.items()})
EVERYTHING: Final[frozenset[str]] = frozenset(OF_KIND) | frozenset(_MADE_OF)
DECLARATIONS: Final = "declarations"
"""The field of what other places tell of a case; it is made of all others."""


def other_cases(desk: Desk, file: CaseFile) -> tuple[CaseFile, ...]:
    """The other cases of the same person, as the number of the ID tells, in whatever writing."""
    who = file.debtor.resident_id.strip()
    same = desk.store.cases_of_id(who) if who else ()
    return tuple(read_case(desk, case_id) for case_id, _, _ in same if case_id != file.case.id)


def read_case(desk: Desk, case_id: str) -> CaseFile:
    """A case as of today. Raises `Refused` (not_found)."""
    store = desk.store
    held, case = store.of_case(case_id, _kinds_of(EVERYTHING)), store.get(Case, case_id)
    accounts = held.all(Account)
    banks = dict.fromkeys(account.bank for account in accounts)
    store.ahead((Debtor, {"id": case.debtor_id}), *((BankContact, {"bank": bank}) for bank in banks))
    debtor = store.get(Debtor, case.debtor_id)
    known = {bank: store.find(BankContact, bank=bank) for bank in banks}
    block, always = _Block(EVERYTHING, known), _always(desk, case, debtor)
    return CaseFile(**always, **{name: block.value(held, case, always["pack"], name) for name in EVERYTHING})


def read_part(desk: Desk, case_ids: Sequence[str], fields: Collection[str]) -> tuple[CaseFile, ...]:
    """Cases as of today, in the order of their ids, with these fields of `EVERYTHING`, read kind by kind for all of them; asking
    one for another field raises `NotRead`. With `DECLARATIONS` the others must be among the fields. Raises `Refused` (not_found).
    """
    store, fields = desk.store, {*fields, *(("accounts",) if "bank_contacts" in fields else ())}
    cases = {case.id: case for case in store.get_many(Case, case_ids)}
    for case_id in case_ids:
        if case_id not in cases:
            store.get(Case, case_id)
    people = {one.id: one for one in store.get_many(Debtor, list({case.debtor_id: None for case in cases.values()}))}
    held = store.of_cases(case_ids, _kinds_of(fields))
    block, nothing = _Block(frozenset(fields)), {name: () for name in OF_KIND if name in fields}
    files = dict[str, PartFile]()
    for case_id, case in ((case_id, cases[case_id]) for case_id in dict.fromkeys(case_ids)):
        debtor = people.get(case.debtor_id) or store.get(Debtor, case.debtor_id)
        known = {**nothing, **_always(desk, case, debtor)}
        for kind in held.kinds(case_id):
            known.pop(_FIELD_OF.get(kind, ""), None)
        files[case_id] = PartFile(known, block.source(held.of(case_id)))
    if "bank_contacts" in fields:
        banks = dict.fromkeys(account.bank for file in files.values() for account in file.accounts)
        block.contacts = {one.bank: (one,) for one in store.among(BankContact, "bank", list(banks))}
    if DECLARATIONS in fields:
        block.others = _others(desk, files)
    return tuple(files[case_id] for case_id in case_ids)


def _others(desk: Desk, files: Mapping[str, CaseFile]) -> dict[str, list[CaseFile]]:
    """By the id of a case, the other cases of the same person as `other_declarations` looks at them."""
    who = {case_id: file.debtor.resident_id.strip() for case_id, file in files.items()}
    same = desk.store.cases_of_ids({number for number in who.values() if number})
    others = {of: [one for one, _, _ in same.get(number, ()) if one != of] for of, number in who.items()}
    read = read_part(desk, list({one: None for ids in others.values() for one in ids}), DECLARED_BY)
    found = {file.case.id: file for file in read}
    return {of: [found[one] for one in ids] for of, ids in others.items()}


def _always(desk: Desk, case: Case, debtor: Debtor) -> dict[str, Any]:
    """What every case file has."""
    return {
        "case": case,
        "debtor": debtor,
        "pack": desk.pack_of(case.pack),
        "settings": desk.settings,
        "today": desk.clock.today(),
    }


class _Block:
    """What cases that were read together have in common. ``contacts``: by bank; ``others``: of the same person, by case."""

    def __init__(
        self, fields: frozenset[str], contacts: Mapping[str, tuple[BankContact, ...]] = MappingProxyType({})
    ) -> None:
        self._fields, self.contacts = fields, contacts
        self.others: Mapping[str, Sequence[CaseFile]] = {}

    def source(self, held: OfCase) -> Source:
        """What a file is asked for its fields."""

        def value(file: PartFile, name: str) -> Any:
            if name not in self._fields:
                raise NotRead(f"{name} of a case was not read")
            if name == DECLARATIONS:
                return other_declarations(file, file.packets, self.others[file.case.id])
            return self.value(held, file.case, file.pack, name)

        return value

    def value(self, held: OfCase, case: Case, pack: Pack, name: str) -> Any:
        """A field of `EVERYTHING`."""
        match name:
            case "budget":
                return next((one for one in held.all(Budget) if one.lines), Budget(case.id, currency=pack.currency))
            case "statement":
                return next(iter(held.all(Statement)), Statement(case.id, currency=pack.currency))
            case "verifications":
                return _standing(held)
            case "contact_records":
                return contact_records(held)
            case "bank_contacts":
                banks = dict.fromkeys(account.bank for account in held.all(Account))
                return tuple(known for bank in banks for known in self.contacts.get(bank, ()))
            case _:
                return held.all(OF_KIND[name])


def _kinds_of(fields: Collection[str]) -> tuple[type[Any], ...]:
    """What is to be read for fields of a case file."""
    plain = (kind for name, kind in OF_KIND.items() if name in fields)
    made = (kind for name, kinds in _MADE_OF.items() if name in fields for kind in kinds)
    return tuple(dict.fromkeys((*plain, *made)))


def _standing(held: OfCase) -> tuple[Verification, ...]:
    """The checks that were not withdrawn."""
    gone = {one.verification_id for one in held.all(WithdrawnCheck)}
    return tuple(one for one in held.all(Verification) if one.id not in gone)
