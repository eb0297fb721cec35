"""Reads a written case (docs/case-file.md). All mistakes are gathered, each with its line, and refused together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from workstation.casework.said.fields import PAPERS
from workstation.casework.sources.figures import FIGURE_NAMES
from workstation.casework.written.fields import entity_fields, money, optional_day, optional_text
from workstation.casework.written.filing import statement_lines, written_stages
from workstation.casework.written.values import (
    Fields,
    SampleDesk,
    WrittenAccount,
    WrittenCase,
    WrittenPaper,
    WrittenPlan,
    WrittenProof,
)
from workstation.conversation.contact import ContactEntry
from workstation.currencies import MINOR_DIGITS
from workstation.dates import add_days
from workstation.errors import refuse_if
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.policy.pack import Pack
from workstation.policy.toml_lines import line_of, parsed
from workstation.policy.toml_section import Review, Section
from workstation.policy.versions import key_of
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.budget import PER_MONTH, BudgetLine
from workstation.profile.case import Case
from workstation.profile.debtor import Address, Contact, Debtor, Phone
from workstation.profile.due_day import DUE_DAY, FIRST_DAY, due_day_of
from workstation.wording import LANGUAGES, Wording

_FORMAT: Final = 1
_TALK: Final = ("reason", "reason_from", "reason_to", "reason_note", "repayment_source", "repayment_proposal")
_FACTS: Final = ("form", "issuer", "document_number", "issued_on", "covers_from", "covers_to", "note")
_OWED: Final = ("principal", "interest", "penalty", "fees")
_DEBTOR_CODES: Final = ("marital", "housing", "education", "employment")


def read_case(text: str, file: Path, packs: Mapping[str, Pack]) -> WrittenCase:
    """The case that a TOML text tells; paths in it lie beside ``file``. Raises `Refused` with every mistake.

    The codes are the ``pack_…`` ones of any TOML file that is checked.
    """
    tree = parsed(text, file.name)
    review = Review(file.name, text)
    found = _Reader(Section(review, tree), file, packs).case()
    refuse_if(sorted(review.findings, key=lambda one: int(one.subject.rpartition(":")[2])))
    return found


def _half_open(facts: dict[str, Any]) -> dict[str, Any]:
    """People write the last day that a proof covers; it is kept as the day after it."""
    return facts | {"covers_to": add_days(facts["covers_to"], 1)} if "covers_to" in facts else facts


class _Reader:
    """One reading of one file."""

    def __init__(self, top: Section, file: Path, packs: Mapping[str, Pack]) -> None:
        self._top, self._file = top, file
        self._words = Wording("en")
        top.whole("format", _FORMAT, _FORMAT, _FORMAT)
        name = top.text("pack", "cn-card", tuple(packs))
        self._pack = packs.get(name) or next(iter(packs.values()))
        self._language = top.text("language", LANGUAGES[0], LANGUAGES)

    def case(self) -> WrittenCase:
        top = self._top
        portfolio = optional_text(top, "portfolio")
        accounts = tuple(self._accounts())
        currency = next((one.account.currency for one in accounts), self._pack.currency)
        found = WrittenCase(
            file=self._file.name,
            language=self._language,
            pack=key_of(self._pack),
            debtor=self._debtor(bool(portfolio)),
            conversation=self._conversation(),
            bank=optional_text(top, "bank"),
            portfolio=self._beside(portfolio, "") if portfolio else None,
            resident_id=optional_text(top, "resident_id"),
            accounts=accounts,
            contacts=tuple(self._contacts()),
            budget=tuple(self._budget(currency)),
            currency=currency,
            proofs=tuple(self._proofs()),
            plans=tuple(self._plans()),
            bank_contact=self._bank_contact(),
            statement=tuple(statement_lines(self._some("statement"), currency)),
            employer_number=optional_text(top, "employer_number"),
            stages=written_stages(top, currency),
            desk=self._desk(),
            papers=tuple(self._papers()),
        )
        self._either(portfolio, found)
        top.done()
        return found

    def _either(self, portfolio: str, found: WrittenCase) -> None:
        """Accounts come from the file or from a list; a person in a list is found by the number of the ID."""
        if portfolio and found.accounts:
            self._top.report("pack_value", "portfolio", expected="[[accounts]]", found=portfolio)
        if portfolio and not found.resident_id:
            self._top.report("pack_missing", "resident_id", expected="text")
        if found.bank_contact is not None and not (found.bank_contact.bank):
            self._top.report("pack_missing", "bank", expected="text")

    def _choices(self, *sections: str) -> dict[str, tuple[str, ...]]:
        return {name.split(".")[0]: tuple(self._words.choices(name)) for name in sections}

    def _debtor(self, listed: bool) -> Fields:
        section = self._top.table("debtor")
        parts = ("id", "phones", "addresses", "contacts", *(("name",) if listed else ()))
        found = entity_fields(section, Debtor, parts, self._choices(*_DEBTOR_CODES))
        if listed and not section.blank("name"):
            found["name"] = section.text("name")
        kinds: tuple[tuple[str, type, dict[str, tuple[str, ...]]], ...] = (
            ("phones", Phone, {"kind": tuple(self._words.choices("phone_kind"))}),
            ("addresses", Address, {"kind": tuple(self._words.choices("address_kind"))}),
            ("contacts", Contact, {"relation": tuple(self._words.choices("relation"))}),
        )
        for key, entity, choices in kinds:
            if section.has(key):
                found[key] = tuple(entity(**_whole(one, entity, choices)) for one in section.tables(key))
        section.done()
        return found

    def _accounts(self) -> Iterator[WrittenAccount]:
        for section in self._some("accounts"):
            currency = section.text("currency", self._pack.currency, tuple(MINOR_DIGITS))
            derived = ("id", "case_id", "due_on", "due_given", "due_source", "import_id", "currency")
            told = entity_fields(section, Account, derived, self._choices("product"), currency)
            nothing = dict.fromkeys(_OWED, Money.zero(currency))
            key = optional_text(section, "key")
            days = _due_day(section)
            section.done()
            account = Account(id="", case_id="", currency=currency, **{**nothing, **told, **days})
            yield WrittenAccount(key, account, line_of(section.review.lines, section.path))

    def _conversation(self) -> Fields:
        if not self._top.has("conversation"):
            self._top.blank("conversation")
            return {}
        section = self._top.table("conversation")
        others = tuple(name for name in Case.__dataclass_fields__ if name not in _TALK)
        found = entity_fields(section, Case, others, {"reason": tuple(self._pack.reasons)})
        found["requests"] = section.texts("requests", tuple(self._pack.requests), ())
        section.done()
        return found

    def _contacts(self) -> Iterator[ContactEntry]:
        choices = self._choices("channel", "party", "result")
        for section in self._some("contacts"):
            told = entity_fields(section, ContactEntry, ("id", "case_id", "by"), choices, zone=self._pack.conduct.zone)
            section.done()
            yield ContactEntry(id="", case_id="", by="", **told)

    def _budget(self, currency: str) -> Iterator[BudgetLine]:
        for section in self._some("budget"):
            side = section.text("side", choices=("income", "expense", "priority_debt"))
            codes = tuple(self._words.choices(f"category.{side}"))
            yield BudgetLine(
                side,  # type: ignore[arg-type]  # one of the sides, or reported
                section.text("category", choices=codes),
                money(section, "amount", currency),
                section.text("every", "month", tuple(PER_MONTH)),  # type: ignore[arg-type]
                optional_text(section, "note"),
            )
            section.done()

    def _proofs(self) -> Iterator[WrittenProof]:
        known = tuple(one.code for one in self._pack.requirements)
        forms, checks = tuple(self._words.choices("form")), tuple(self._words.choices("check"))
        others = tuple(name for name in EvidenceItem.__dataclass_fields__ if name not in _FACTS)
        for section in self._some("evidence"):
            name = section.text("file")
            yield WrittenProof(
                self._beside(name, "evidence"),
                section.text("requirement", choices=known),
                _half_open(entity_fields(section, EvidenceItem, others, {"form": forms})),
                optional_text(section, "account"),
                optional_text(section, "check", checks),
                optional_text(section, "check_note"),
                section.texts("confirmed", FIGURE_NAMES, ()),
                line_of(section.review.lines, section.path),
            )
            section.done()

    def _plans(self) -> Iterator[WrittenPlan]:
        if self._top.has("plan"):
            notes = self._top.table("plan_notes") if self._top.has("plan_notes") else None
            said = [optional_text(notes, key) for key in ("why", "approval")] if notes else ["", ""]
            if notes:
                notes.done()
            yield _plan(self._top, "plan", "", said[0], said[1])
        for section in self._some("plans"):
            account = optional_text(section, "account")
            yield _plan(section, "terms", account, optional_text(section, "why"), optional_text(section, "approval"))
            section.done()

    def _papers(self) -> Iterator[WrittenPaper]:
        for section in self._some("papers"):
            table = section.table("says")
            says = {key: table.text(key) for key in table.keys()}  # noqa: SIM118 - a section is no mapping
            table.done()
            line = line_of(section.review.lines, section.path)
            yield WrittenPaper(section.text("paper", choices=PAPERS), optional_text(section, "bank"), says, line)
            section.done()

    def _bank_contact(self) -> BankContact | None:
        if not self._top.has("bank_contact"):
            return None
        section = self._top.table("bank_contact")
        told = entity_fields(section, BankContact, ("bank",), {})
        bank = optional_text(section, "bank") or optional_text(self._top, "bank")
        section.done()
        return BankContact(bank, **told)

    def _desk(self) -> SampleDesk:
        top = self._top
        texts = {"phone": "", "address": ""}
        if top.has("desk"):
            section = top.table("desk")
            texts = {key: optional_text(section, key) for key in texts}
            section.done()
        today: date | None = optional_day(top, "today")
        return SampleDesk(today, optional_text(top, "agent"), optional_text(top, "supervisor"), **texts)

    def _some(self, key: str) -> Iterator[Section]:
        """The tables ``[[key]]``, none of which need be there."""
        if self._top.has(key):
            yield from self._top.tables(key)

    def _beside(self, name: str, folder: str) -> Path:
        """A file named by the case: in ``folder`` beside it, else beside it."""
        inside = self._file.parent / folder / name
        return inside if folder and inside.exists() else self._file.parent / name


def _whole(section: Section, entity: type, choices: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    told = entity_fields(section, entity, (), choices)
    section.done()
    return told


def _due_day(section: Section) -> dict[str, Any]:
    """The due day, given as such or as the first day overdue; both must agree."""
    due, first = optional_day(section, "due_on"), optional_day(section, "overdue_since")
    given, source = (due, DUE_DAY) if due else (first, FIRST_DAY)
    if given is None:
        return {}
    if due and first and due_day_of(first, FIRST_DAY) != due:
        section.report("pack_value", "overdue_since", expected="due_on + 1", found=first.isoformat())
    return {"due_on": due_day_of(given, source), "due_given": given, "due_source": source}


def _plan(section: Section, key: str, account: str, why: str, approval: str) -> WrittenPlan:
    """Terms stay as they are written: the calculator judges them, once it is known what is owed."""
    table = section.table(key)
    lines = section.review.lines
    told = {name: _plain(value) for name, value in table.raw().items()}
    places = {"": line_of(lines, table.path)} | {
        ".".join(map(str, path[len(table.path) :])): line
        for path, line in lines.items()
        if path[: len(table.path)] == table.path and path != table.path
    }
    return WrittenPlan(line_of(lines, section.path), account, told, why, approval, places)


def _plain(value: object) -> object:
    """TOML's own days as the texts that the calculator reads."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
