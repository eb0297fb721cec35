"""The dry run of an import: every row read, judged and counted; rows of one person joined; nothing stored."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from workstation.errors import Finding
from workstation.folding import same_text
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import PortfolioMapping, forget, known_headers, with_units
from workstation.profile.portfolio.control_figures import DIFFERENCES, control_findings
from workstation.profile.portfolio.layout import lay_out
from workstation.profile.portfolio.portfolio import (
    AccountKey,
    Claim,
    ControlTotals,
    ImportPlan,
    KnownRecords,
    NewCase,
    PersonKey,
    RejectedRow,
    account_key,
    components,
    person_key,
    phone_key,
)
from workstation.profile.portfolio.row import ReadRow, RowReader
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.tables import Row, Table, computed_findings, read_figures

NOTHING_KNOWN = KnownRecords()


def plan_import(
    data: bytes,
    name: str,
    mapping: PortfolioMapping | None = None,
    known: KnownRecords = NOTHING_KNOWN,
    *,
    today: date,
    units: Mapping[str, Decimal] = MappingProxyType({}),
    computed: bytes = b"",
    date_order: DateOrder | None = None,
    readers: Readers = IN_PROCESS,
) -> ImportPlan:
    """Read a portfolio (CSV, XLSX, XLS) against what the desk holds already; nothing is stored.

    Without a mapping the columns are found by the names that banks use. ``units``: what a person said that bare numbers count in a
    column of rates (field → 0.01 for per cent), ``date_order``: what was said of days such as 02/03/2026. ``computed``: the
    workbook as an office program computed it, where formulas in it have no stored result. Raises `Refused` for a file that is no
    table, holds figures that nobody computed, or lacks a column without which nothing can be imported; a bad row never stops the
    others.
    """
    table = readers.read(Reading(name), read_figures, data, name, computed)
    try:
        rules = with_units(mapping or known_headers(), units)
        rules = replace(rules, date_order=date_order or rules.date_order)
        plan = _planned(table, hashlib.sha256(data).hexdigest(), name, rules, known, today)
        return replace(plan, to_confirm=(*computed_findings(table, name), *plan.to_confirm))
    finally:
        forget()


def _planned(
    table: Table, sha256: str, name: str, mapping: PortfolioMapping, known: KnownRecords, today: date
) -> ImportPlan:
    layout = lay_out(table, mapping, name)
    plan_id = new_id()
    reader = RowReader(layout, today, plan_id)
    sorter = _Sorter(known)
    rows = list(layout.rows())
    for number, cells in rows:
        sorter.take(number, cells, reader.read(number, cells))
    sorter.advice += [
        Finding("amount_column_left", name, {"column": column, "counted": counted}) for column, counted in layout.left
    ]
    differing = [one for one in sorter.advice if one.code in DIFFERENCES]
    people = len(sorter.people) if not sorter.rejected else len(rows)
    accepted = ControlTotals.of((claim.account.currency, components(claim.account)) for claim in sorter.claims)
    rejected = ControlTotals.of((row.currency, row.amounts) for row in sorter.rejected)
    return ImportPlan(
        id=plan_id,
        file_name=name,
        sha256=sha256,
        header=layout.header,
        columns=layout.columns,
        claims=tuple(sorter.claims),
        new_cases=tuple(NewCase(case_id, debtor) for case_id, debtor in sorter.people.items()),
        rejected=tuple(sorter.rejected),
        advice=tuple(sorter.advice),
        totals_read=ControlTotals.of(sorter.read),
        totals_accepted=accepted,
        totals_rejected=rejected,
        to_confirm=(*control_findings(layout, rows, people), *differing, *reader.mixed_rates()),
    )


class _Sorter:
    """Accepts or rejects row after row, remembering accounts and persons seen so far."""

    def __init__(self, known: KnownRecords) -> None:
        self._known = known
        self._accounts: dict[AccountKey, int] = {}
        self._cases: dict[PersonKey, str] = dict(known.cases)
        self._first_rows: dict[str, int] = {}
        self.people: dict[str, Debtor] = {}
        self.claims: list[Claim] = []
        self.rejected: list[RejectedRow] = []
        self.advice: list[Finding] = []
        self.read: list[tuple[str, Mapping[str, Money]]] = []

    def take(self, number: int, cells: Row, row: ReadRow) -> None:
        """Judge one row."""
        self.read.append((row.currency, row.amounts))
        key = account_key(row.account["bank"], row.account["number"])
        debtor = Debtor(new_id(), **row.debtor)
        person = person_key(debtor)
        findings = row.refusals + self._clashes(number, key, person, debtor.name, row.account["bank"])
        if findings:
            self.rejected.append(RejectedRow(number, cells, findings, row.currency, row.amounts))
            return
        self._accounts[key] = number
        self.advice += row.advice
        if not any(row.amounts.values()):
            self.advice.append(Finding("nothing_owed", f"row {number}"))
        case_id = self._case_of(number, person, debtor)
        self.claims.append(Claim(number, Account(new_id(), case_id, **row.account)))

    def _clashes(self, number: int, key: AccountKey, person: PersonKey, name: str, bank: str) -> tuple[Finding, ...]:
        found = []
        figures = {"bank": bank, "tail": key[1][-4:]}
        if (held := self._known.accounts.get(key)) is not None:
            found.append(Finding("already_on_desk", f"row {number}", {**figures, **self._case(held)}))
        elif all(key) and key in self._accounts:
            found.append(Finding("twice_in_file", f"row {number}", {**figures, "row": str(self._accounts[key])}))
        case_id = self._cases.get(person, "") if person else ""
        first = self.people.get(case_id)
        if first is not None and name and not same_text(first.name, name):
            other = {"name": name, "other": first.name, "row": str(self._first_rows[case_id])}
            found.append(Finding("person_conflict", f"row {number}", other))
        return tuple(found)

    def _case_of(self, number: int, person: PersonKey, debtor: Debtor) -> str:
        case_id = self._cases.get(person, "") if person else ""
        if case_id in self.people:
            self.people[case_id] = _joined(self.people[case_id], debtor)
        elif case_id:
            self.advice.append(Finding("joins_case", f"row {number}", {"name": debtor.name, **self._case(case_id)}))
        else:
            case_id = new_id()
            self.people[case_id] = debtor
            self._first_rows[case_id] = number
            self._tell_shared_phone(number, debtor)
            if person:
                self._cases[person] = case_id
        return case_id

    def _tell_shared_phone(self, number: int, debtor: Debtor) -> None:
        """Somebody whose ID says that they are new, and who is called where a person of this desk is."""
        held = (self._known.phones.get(phone_key(phone.number)) for phone in debtor.phones)
        if case_id := next(filter(None, held), ""):
            self.advice.append(Finding("new_with_phone", f"row {number}", {"name": debtor.name, **self._case(case_id)}))

    def _case(self, case_id: str) -> Mapping[str, str]:
        return {"case": self._known.numbers.get(case_id, ""), "case_id": case_id}


def _joined(first: Debtor, other: Debtor) -> Debtor:
    """One person from two rows: what the first row left open comes from the other, ways to reach them add up."""
    filled = {
        name: getattr(other, name)
        for name in Debtor.__dataclass_fields__
        if name != "id" and getattr(first, name) in ("", None) and getattr(other, name) not in ("", None)
    }
    return replace(
        first,
        **filled,
        phones=tuple(dict.fromkeys(first.phones + other.phones)),
        addresses=tuple(dict.fromkeys(first.addresses + other.addresses)),
        contacts=tuple(dict.fromkeys(first.contacts + other.contacts)),
    )
