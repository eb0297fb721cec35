"""The dry run of an import: every row read, judged and counted; rows of one person joined; nothing stored.

A list of a million rows is read part by part, and what is found is kept packed: memory stays within bounds.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from io import BufferedReader
from itertools import islice
from types import MappingProxyType
from typing import Any
from zlib import crc32

from workstation.errors import Finding
from workstation.folding import same_text
from workstation.identity import IdRun, new_id
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import PortfolioMapping, forget, known_headers, with_units
from workstation.profile.portfolio.column_uses import column_uses
from workstation.profile.portfolio.control_figures import DIFFERENCES, control_findings
from workstation.profile.portfolio.kept import Codec, Kept, KeyNumbers, kept_items, kept_with
from workstation.profile.portfolio.layout import CountedRows, lay_out
from workstation.profile.portfolio.list_rows import ListRows, ReadList, Step, read_list, unwatched
from workstation.profile.portfolio.portfolio import (
    AccountKey,
    Claim,
    ImportPlan,
    Known,
    KnownRecords,
    NewCase,
    PersonKey,
    RejectedRow,
    RunningTotals,
    account_key,
    key_of_person,
    phone_key,
)
from workstation.profile.portfolio.row import ReadRow, RowReader
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.received.tables import Row
from workstation.received.uncollected import uncollected

NOTHING_KNOWN = KnownRecords()
_AT_ONCE = 1000
"""Rows of which the desk is asked at once."""


@dataclass(frozen=True, slots=True)
class Codecs:
    """How accounts and debtors are kept packed; without them they are kept as they are."""

    account: Codec[Account]
    debtor: Codec[Debtor]


def plan_import(
    source: bytes | BufferedReader,
    name: str,
    mapping: PortfolioMapping | None = None,
    known: Known = NOTHING_KNOWN,
    *,
    today: date,
    units: Mapping[str, Decimal] = MappingProxyType({}),
    computed: bytes = b"",
    date_order: DateOrder | None = None,
    readers: Readers = IN_PROCESS,
    codecs: Codecs | None = None,
    step: Step = unwatched,
) -> ImportPlan:
    """Read a portfolio (CSV, XLSX, XLS) against what the desk holds already; nothing is stored.

    Without a mapping the columns are found by the names that banks use. ``source``: an open file may be a long text. ``units``:
    what a person said that bare numbers count in a column of rates (field → 0.01 for per cent), ``date_order``: what was said of
    days such as 02/03/2026. ``computed``: the workbook as an office program computed it, where formulas in it have no stored
    result. ``step`` hears how far a long text is, and stops the work by raising. Raises `Refused` for a file that is no table,
    holds figures that nobody computed, or lacks a column without which nothing can be imported; a bad row never stops the others.
    """
    read = read_list(source, name, computed=computed, readers=readers, step=step)
    return plan_list(read, mapping, known, today=today, units=units, date_order=date_order, codecs=codecs)


def plan_list(
    read: ReadList,
    mapping: PortfolioMapping | None = None,
    known: Known = NOTHING_KNOWN,
    *,
    today: date,
    units: Mapping[str, Decimal] = MappingProxyType({}),
    date_order: DateOrder | None = None,
    codecs: Codecs | None = None,
) -> ImportPlan:
    """The dry run over a list that was read, as `plan_import`; units of fields that the mapping leaves aside do not count."""
    try:
        base = mapping or known_headers()
        rules = with_units(base, {field: unit for field, unit in units.items() if field in base.fields})
        rules = replace(rules, date_order=date_order or rules.date_order)
        plan = _planned(read.sheets, read.sha256(), read.name, rules, known, today, codecs)
        return replace(plan, to_confirm=(*read.to_confirm, *plan.to_confirm))
    finally:
        forget()


def _planned(
    sheets: Sequence[ListRows],
    digest: str,
    name: str,
    mapping: PortfolioMapping,
    known: Known,
    today: date,
    codecs: Codecs | None,
) -> ImportPlan:
    layout = lay_out(sheets, mapping, name)
    plan_id = new_id()
    reader = RowReader(layout, today, plan_id)
    sorter = _Sorter(known, codecs)
    counted = CountedRows(layout)
    while sorter.take_all(reader, islice(counted.rows, _AT_ONCE)):
        pass
    for column, counts in layout.left:
        sorter.advise(Finding("amount_column_left", name, {"column": column, "counted": counts}))
    people = len(sorter.people) if not sorter.rejected else counted.count
    return ImportPlan(
        id=plan_id,
        file_name=name,
        sha256=digest,
        header=layout.header,
        columns=column_uses(layout),
        claims=sorter.claims,
        new_cases=sorter.people,
        joins=sorter.joins,
        banks=frozenset(sorter.banks),
        rejected=sorter.rejected,
        advice=sorter.advice,
        totals_read=sorter.read.totals(),
        totals_accepted=sorter.accepted.totals(),
        totals_rejected=sorter.sent_back.totals(),
        to_confirm=(
            *control_findings(layout, counted.count, people, counted.sums > 0),
            *sorter.differing,
            *reader.mixed_rates(),
        ),
    )


class _Sorter:
    """Accepts or rejects row after row, remembering accounts and persons seen so far."""

    def __init__(self, known: Known, codecs: Codecs | None) -> None:
        self._desk, self._known = known, NOTHING_KNOWN
        self._accounts, self._persons = KeyNumbers(), KeyNumbers()
        self._first_rows, self._names = array("I"), array("I")
        self._case_ids, self._debtor_ids, self._account_ids = IdRun(), IdRun(), IdRun()
        account = codecs.account if codecs else None
        debtor = codecs.debtor if codecs else None
        self.people: Kept[NewCase] = kept_with(
            debtor, lambda new: (new.case_id, new.debtor), lambda case_id, one: NewCase(case_id, one)
        )
        self.claims: Kept[Claim] = kept_with(account, lambda claim: (claim.row, claim.account), Claim)
        self.joins: Kept[tuple[int, Debtor]] = kept_with(debtor, lambda join: join, lambda at, one: (at, one))
        self.rejected: Kept[RejectedRow] = kept_items()
        self.advice: Kept[Finding] = kept_items()
        self.differing: list[Finding] = []
        self.banks: set[str] = set()
        self.read, self.accepted, self.sent_back = RunningTotals(), RunningTotals(), RunningTotals()

    def advise(self, finding: Finding) -> None:
        """Something that a person should look at."""
        self.advice.append(finding)
        if finding.code in DIFFERENCES:
            self.differing.append(finding)

    @uncollected()
    def take_all(self, reader: RowReader, rows: Iterator[tuple[int, Row]]) -> bool:
        """Read and judge some rows, if there are any; the desk is asked once about all of them."""
        judged = []
        phones = set()
        for number, cells in rows:
            row = reader.read(number, cells)
            key = account_key(row.account["bank"], row.account["number"])
            mine = [phone_key(phone.number) for phone in row.debtor["phones"]]
            person = key_of_person(row.debtor.get("resident_id", ""), row.debtor["name"], mine[0] if mine else "")
            phones.update(mine)
            judged.append((number, cells, row, key, person))
        self._known = self._desk.among({one[3] for one in judged}, {one[4] for one in judged if one[4]}, phones)
        for one in judged:
            self._take(*one)
        return bool(judged)

    def _take(self, number: int, cells: Row, row: ReadRow, key: AccountKey, person: PersonKey) -> None:
        self.read.add(row.currency, row.amounts)
        at = self._persons.get(person) if person else None
        findings = row.refusals + self._clashes(number, key, at, row.debtor["name"], row.account["bank"])
        if findings:
            self.rejected.append(RejectedRow(number, cells, findings, row.currency, row.amounts))
            self.sent_back.add(row.currency, row.amounts)
            return
        if self._accounts.get(key) is None:
            self._accounts.put(key, number)
        for told in row.advice:
            self.advise(told)
        if not any(row.amounts.values()):
            self.advise(Finding("nothing_owed", f"row {number}"))
        case_id = self._case_of(number, person, at, row.debtor)
        account = Account(self._account_ids.at(len(self.claims)), case_id, **row.account)
        self.banks.add(account.bank)
        self.claims.append(Claim(number, account))
        self.accepted.add(row.currency, row.amounts)

    def _clashes(self, number: int, key: AccountKey, at: int | None, name: str, bank: str) -> tuple[Finding, ...]:
        held, other = self._known.accounts.get(key), self._accounts.get(key) if all(key) else None
        if held is None and other is None and at is None:
            return ()
        found = []
        figures = {"bank": bank, "tail": key[1][-4:]}
        if held is not None:
            found.append(Finding("already_on_desk", f"row {number}", {**figures, **self._case(held)}))
        elif other is not None:
            found.append(Finding("twice_in_file", f"row {number}", {**figures, "row": str(other)}))
        if at is not None and name and self._names[at] != _name_code(name):  # perhaps only in another writing
            first = self.people[at].debtor.name
            if not same_text(first, name):
                told = {"name": name, "other": first, "row": str(self._first_rows[at])}
                found.append(Finding("person_conflict", f"row {number}", told))
        return tuple(found)

    def _case_of(self, number: int, person: PersonKey, at: int | None, said: Mapping[str, Any]) -> str:
        if at is not None:
            self._join(at, Debtor(self._debtor_ids.at(at), **said))
            return self._case_ids.at(at)
        if held := self._known.cases.get(person, "") if person else "":
            self.advise(Finding("joins_case", f"row {number}", {"name": said["name"], **self._case(held)}))
            return held
        at = len(self.people)
        case_id = self._case_ids.at(at)
        self.people.append(NewCase(case_id, Debtor(self._debtor_ids.at(at), **said)))
        self._first_rows.append(number)
        self._names.append(_name_code(said["name"]))
        self._tell_shared_phone(number, said)
        if person:
            self._persons.put(person, at)
        return case_id

    def _join(self, at: int, debtor: Debtor) -> None:
        if self.people.at_hand(at):
            first = self.people[at]
            self.people.replace(at, replace(first, debtor=joined(first.debtor, debtor)))
        else:
            self.joins.append((at, debtor))

    def _tell_shared_phone(self, number: int, said: Mapping[str, Any]) -> None:
        """Somebody whose ID says that they are new, and who is called where a person of this desk is."""
        if not self._known.phones:
            return
        held = (self._known.phones.get(phone_key(phone.number)) for phone in said["phones"])
        if case_id := next(filter(None, held), ""):
            self.advise(Finding("new_with_phone", f"row {number}", {"name": said["name"], **self._case(case_id)}))

    def _case(self, case_id: str) -> Mapping[str, str]:
        return {"case": self._known.numbers.get(case_id, ""), "case_id": case_id}


def _name_code(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


def joined(first: Debtor, other: Debtor) -> Debtor:
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
