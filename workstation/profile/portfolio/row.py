"""One row of a portfolio as a debtor and an account: amounts, dates and identity must be right, the rest may be left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from workstation.characters import damaged_characters
from workstation.dates import add_days
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.profile.debtor import Address, Contact, Phone
from workstation.profile.identity_paper import identity_findings, identity_number
from workstation.profile.person_name import person_name
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.due_days import due_day
from workstation.profile.portfolio.layout import ColumnSource, PortfolioLayout
from workstation.profile.portfolio.portfolio import COMPONENTS
from workstation.profile.portfolio.redundant import compare
from workstation.profile.portfolio.row_cells import RowCells
from workstation.rate_text import PERCENT, SHARE, read_rate
from workstation.rates import Rate, Span
from workstation.received.tables import Row

_LOST: Final = "\ufffd"
_SHOWN: Final = 40
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PHONES = (("phone_mobile", "mobile"), ("phone_home", "home"), ("phone_work", "work"))
_ADDRESSES = (("address_residence", "residence"), ("address_registered", "registered"), ("address_work", "work"))
_RATES: tuple[tuple[str, Span], ...] = (("rate_annual", "annual"), ("rate_monthly", "monthly"), ("rate_daily", "daily"))


_DEBTOR: Final[Mapping[str, Callable[[RowCells, str], Any]]] = {
    "email": RowCells.text, "marital": RowCells.code, "children": RowCells.whole, "other_dependants": RowCells.whole,
    "housing": RowCells.code, "education": RowCells.code, "employer": RowCells.text, "position": RowCells.text,
    "employment": RowCells.code, "pay_day": RowCells.day_of_month,
}  # fmt: skip
_ACCOUNT: Final[Mapping[str, Callable[[RowCells, str], Any]]] = {
    "limit": RowCells.money, "minimum_due": RowCells.money, "opened_on": RowCells.day, "term": RowCells.whole,
    "instalments_paid": RowCells.whole, "instalments_left": RowCells.whole, "statement_day": RowCells.day_of_month,
    "due_day": RowCells.day_of_month, "purpose": RowCells.text,
}  # fmt: skip
"""How each field is read that stands in one cell and is kept under its own name."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What one row says: the values of `Debtor` and `Account` by field, ids apart. With ``refusals`` the row goes back."""

    debtor: Mapping[str, Any]
    account: Mapping[str, Any]
    refusals: tuple[Finding, ...]
    advice: tuple[Finding, ...]
    currency: str
    amounts: Mapping[str, Money]


class RowReader:
    """Reads the rows of one layout one after the other; ``today`` is the day of the import."""

    def __init__(self, layout: PortfolioLayout, today: date, import_id: str) -> None:
        self._at = RowCells(layout, today)
        self._delimited, self._width = layout.sheet.delimited, len(layout.header)
        self._today, self._tomorrow, self._import_id = today, add_days(today, 1), import_id
        # Without a column for the principal it is what the total leaves when all else is taken off.
        self._components = tuple(name for name in COMPONENTS if name in layout.sources)
        self._present = frozenset(layout.sources)
        self._phones = tuple((source, kind) for field, kind in _PHONES for source in layout.sources.get(field, ()))
        self._addresses = tuple(
            (source, kind) for field, kind in _ADDRESSES for source in layout.sources.get(field, ())
        )
        self._bare_rates: dict[str, dict[Decimal, str]] = {}
        self._rates = tuple((field, span) for field, span in _RATES if field in self._present)
        self._debtor_fields = tuple((field, read) for field, read in _DEBTOR.items() if field in self._present)
        self._account_fields = tuple((field, read) for field, read in _ACCOUNT.items() if field in self._present)

    def read(self, number: int, cells: Row) -> ReadRow:
        """The row with this number (from 1, as a spreadsheet counts)."""
        at = self._at
        at.go_to(number, cells)
        if self._delimited and (text := cells_of.beyond(cells, self._width)):
            at.refusals.append(Finding("row_shifted", f"row {number}", {"text": text[:_SHOWN]}))
        if _LOST in "".join(cells):
            self._refuse_lost()
        amounts = self._amounts()
        debtor, account = self._debtor(), self._account(amounts)
        compare(at, debtor, account)
        return ReadRow(debtor, account, tuple(at.refusals), tuple(at.advice), at.currency, amounts)

    def _refuse_lost(self) -> None:
        """Send back a row in which a character was lost on the way: nobody can say which it was."""
        for field in self._at.layout.sources:
            text = next((text for source in self._at.sources(field) if _LOST in (text := self._at.read(source))), "")
            if text:
                self._at.refuse("cell_unreadable", field, text)

    # Money

    def _amounts(self) -> dict[str, Money]:
        amounts: dict[str, Money] = {}
        for name in self._components:
            amount = self._component(name)
            if amount is not None:
                amounts[name] = amount
        total = self._at.money("total")
        if "principal" not in self._components:
            self._principal_from(total, amounts)
        elif total is not None and not self._at.refusals:
            expected = Money(sum(amount.minor for amount in amounts.values()), self._at.currency)
            if expected != total:
                self._at.advise("total_differs", "total", total.grouped(), expected=expected.grouped())
        return amounts

    def _principal_from(self, total: Money | None, amounts: dict[str, Money]) -> None:
        if total is None:
            if cells_of.blank(self._at.text("total")):
                self._at.refuse("cell_missing", "total")
            return
        rest = Money(total.minor - sum(amount.minor for amount in amounts.values()), self._at.currency)
        amounts["principal"] = rest
        if rest.minor < 0:
            self._at.refuse("cell_negative", "total", rest.grouped())

    def _component(self, name: str) -> Money | None:
        """The sum over the columns of one component; blank cells count as nothing, but the principal must be there."""
        whole: Money | None = None
        for source in self._at.sources(name):
            amount = self._at.amount(name, source)
            if amount is not None:
                whole = amount if whole is None else Money(whole.minor + amount.minor, self._at.currency)
        if whole is None and name == "principal" and self._is_missing(name):
            self._at.refuse("cell_missing", name)
        return whole

    def _is_missing(self, name: str) -> bool:
        told = any(found.code == "cell_merged" for found in self._at.refusals)
        return not told and cells_of.blank(self._at.text(name))

    # The two halves of a row

    def _debtor(self) -> dict[str, Any]:
        at = self._at
        values: dict[str, Any] = {field: read(at, field) for field, read in self._debtor_fields}
        values["name"] = person_name(at.text("name"))
        if not values["name"]:
            at.refuse("cell_missing", "name")
        for found in damaged_characters(values["name"]):
            at.advise(f"name_character_{found.kind}", "name", values["name"], **found.figures)
        if "resident_id" in self._present:
            values["resident_id"] = identity = identity_number(at.exact_text("resident_id"))
            at.advice += [
                Finding(found.code, f"row {at.row}", found.figures)
                for found in identity_findings(identity, self._today)
            ]
        values["phones"] = tuple(
            [Phone(number, kind) for source, kind in self._phones for number in self._numbers(source)]
        )
        values["addresses"] = tuple(
            [Address(text, kind) for source, kind in self._addresses if (text := at.read(source))]
        )
        if contact := at.text("contact_name"):
            relation = at.code("contact_relation")
            values["contacts"] = (Contact(contact, relation, "".join(cells_of.phones(at.text("contact_phone"))[:1])),)
        return values

    def _numbers(self, source: ColumnSource) -> tuple[str, ...]:
        """The phones of one cell; a number that a spreadsheet has cut is left out, and told."""
        text = self._at.read(source)
        if text and cells_of.is_shortened(text):
            title = self._at.layout.header[source.column]
            self._at.advice.append(Finding("cell_left_out", f"row {self._at.row}", {"column": title, "text": text}))
            return ()
        return cells_of.phones(text)

    def _account(self, amounts: Mapping[str, Money]) -> dict[str, Any]:
        at = self._at
        values: dict[str, Any] = {field: read(at, field) for field, read in self._account_fields}
        if values.get("due_day") is None:  # 到期还款日 tells a day, or the day of every month
            values["due_day"] = at.day_of_month("due_on")
        values["bank"], values["number"] = at.text("bank"), cells_of.account_number(at.exact_text("number"))
        for field in ("bank", "number"):
            if not values[field]:
                at.refuse("cell_missing", field)
        nothing = Money(0, at.currency)
        for name in COMPONENTS:
            values[name] = amounts.get(name, nothing)
        values["currency"] = at.currency
        values["product"] = at.code("product", at.mapping.product)
        values["as_of"] = as_of = at.day("as_of") or at.mapping.as_of or self._today
        for field, told in (("as_of", as_of), ("opened_on", values.get("opened_on"))):
            if told is not None and told > self._tomorrow:  # a list of today further east is no mistake
                at.refuse("day_in_future", field, told.isoformat())
        due = due_day(at, as_of, self._today)
        values["due_on"], values["due_given"] = (due.due_on, due.given) if due else (None, None)
        values["due_source"] = due.source if due else ""
        values["rate"] = self._rate()
        values["import_id"] = self._import_id
        return values

    def _rate(self) -> Rate | None:
        for field, span in self._rates:
            for source in self._at.sources(field):
                text = self._at.read(source)
                if not cells_of.blank(text):
                    return self._read_rate(field, span, source, text)
        return None

    def _read_rate(self, field: str, span: Span, source: ColumnSource, text: str) -> Rate | None:
        """What a person said of the column decides; a unit in its heading does where it gives a believable rate."""
        rule = self._at.mapping.fields[field]
        said = rule.unit if rule.unit_said else None
        try:
            rate = read_rate(text, span, said)
            if said is None and source.unit != SHARE and _NUMBER.fullmatch(text.strip()):
                headed = Decimal(text.strip()) * source.unit
                if headed != rate.value:
                    raise Refused(Finding("rate_unclear", "", {"text": text}))
            if said is None and _NUMBER.fullmatch(text.strip()) and (number := Decimal(text.strip())):
                self._bare_rates.setdefault(field, {}).setdefault(rate.value / number, text.strip())
            return rate
        except Refused as refusal:
            code = refusal.findings[0].code
            if code == "rate_unreadable":
                self._at.advise("cell_left_out", field, text)
            else:
                self._at.refuse("cell_rate_unclear" if code == "rate_unclear" else "cell_rate_span", field, text)
            return None

    def mixed_rates(self) -> tuple[Finding, ...]:
        """Columns of the rows read so far whose bare numbers count shares here and per cent there (rates_mixed)."""
        return tuple(
            Finding(
                "rates_mixed",
                field,
                {"column": self._at.layout.title(field), "one": bare[SHARE], "other": bare[PERCENT]},
            )
            for field, bare in self._bare_rates.items()
            if bare.keys() >= {SHARE, PERCENT}
        )
