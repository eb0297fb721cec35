"""The person: identity, ways to reach them, household and work, and the people who may relay a message."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import NONE, day
from ui.merging import Joined
from ui.page import CasePage
from ui.pages.profile.contacts import ContactsCard
from ui.pages.profile.duplicate_list import DuplicateList
from ui.pages.profile.number_edit import NumberEdit
from ui.saving import Show, save_form, save_quietly
from ui.widgets.dates.month_day_edit import MonthDayEdit
from ui.widgets.editors import ChoiceEdit, CountEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, label
from ui.widgets.phone_edit import PhoneEdit
from ui.widgets.room.flow import Flow, flow
from ui.widgets.room.flow import lines as flow_lines
from ui.widgets.scrolled import Folding, Scrolled
from workstation.actions import cases, duplicates
from workstation.casework.name_check import name_findings, unconfirmed_name
from workstation.profile.debtor import Address, Debtor, Phone
from workstation.profile.identity_paper import identity_findings, papers_of

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.errors import Finding

_NAME: Final = 132
"""Pixels in which a name of ten signs is read whole."""
_ADDRESSES = {"addresses": "residence", "registered": "registered", "work": "work"}


class PersonSection(CasePage):
    """One form over the `Debtor`; advice on the ID number is given at its field and never stands in the way."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.form = Form("debtor", context.words, self._fields(), context.privacy, session.drafts, "profile")
        self.form.edited.connect(self.edited)
        self.contacts = ContactsCard(context)
        self.contacts.edited.connect(self.edited)
        self.form.join("contacts", self._contacts_part())
        self.derived = label("", "hint")
        self.duplicates = DuplicateList(context.words)
        self.duplicates.opened.connect(lambda case_id: self.field_requested.emit(f"elsewhere.{case_id}"))
        self._sought: tuple[str, ...] = ()
        self.form.edited.connect(self._seek_duplicates)
        self.confirm_button = button(self.tr("Na&me is as on the original"), "small", self.confirm_name)
        for key in ("name", "resident_id"):
            editor = self.form.fields[key].editor
            if isinstance(editor, TextEdit):
                editor.left.connect(self._advise)
        card = Card(
            flow(caption(self.tr("Personal details")), self.derived, -1, self.confirm_button, gap=12),
            Scrolled(column(self._grid(), self.form.footer, self.form.conflicts, -1)),
            self.duplicates,  # outside of what is scrolled: it comes up while something else is looked at
        )
        card.body.setStretch(1, 1)
        self.setLayout(column(Folding(card, self.contacts, stretches=(1, 0))))

    def _fields(self) -> list[Field]:
        words = self.context.words

        def choice(section: str) -> ChoiceEdit:
            return ChoiceEdit(words.choices(section), empty=NONE)

        return [
            Field("name", self.tr("&Name"), TextEdit(asks=_NAME)),
            Field("resident_id", self.tr("&ID number"), NumberEdit(self.context.theme, "debtor.resident_id")),
            Field("phones", self.tr("&Phone"), PhoneEdit(words, "mobile")),
            Field("phone_2", self.tr("Second phone"), PhoneEdit(words, "home")),
            Field("email", self.tr("Email"), TextEdit()),
            Field("marital", self.tr("Marital status"), choice("marital")),
            Field("children", self.tr("Children"), CountEdit(0, 20)),
            Field("other_dependants", self.tr("Other dependants"), CountEdit(0, 20)),
            Field("housing", self.tr("Housing"), choice("housing")),
            Field("education", self.tr("Education"), choice("education")),
            Field("employment", self.tr("Employment"), choice("employment")),
            Field("pay_day", self.tr("Payday"), MonthDayEdit(self.tr("Day of the month"))),
            Field("employer", self.tr("Employer"), TextEdit(asks=_NAME)),
            Field("position", self.tr("Position"), TextEdit(asks=_NAME)),
            Field("addresses", words.label("address_kind", "residence"), TextEdit()),
            Field("registered", words.label("address_kind", "registered"), TextEdit()),
            Field("work", words.label("address_kind", "work"), TextEdit()),
        ]

    def _grid(self) -> Flow:
        """Twelve shares: a name takes three or six, an address the half or the whole line."""
        lines = [
            (("name", 3), ("resident_id", 4), ("marital", 2), ("education", 3)),
            (("phones", 7), ("phone_2", 5)),
            (("email", 4), ("housing", 4), ("children", 2), ("other_dependants", 2)),
            (("employment", 3), ("employer", 4), ("position", 3), ("pay_day", 2)),
            (("addresses", 12),),
            (("registered", 6), ("work", 6)),
        ]
        fields = self.form.fields
        return flow_lines([[(fields[key], share) for key, share in line] for line in lines])

    def _contacts_part(self) -> Joined:
        words, card = self.context.words, self.contacts
        names = lambda contacts: words.listed(one.name for one in contacts) or NONE  # noqa: E731
        return Joined(
            self.tr("Contacts"),
            lambda value: card.load(value or ()),
            card.draft,
            card.draft,
            names,
            private=True,
            typed=card.typed,
            put=card.put,
            stored=card.stored,
        )

    def fill(self, file: CaseFile) -> None:
        typed = self.modified
        self.form.about(self.file.case.id)
        self.form.refresh(_values(self.file.debtor), self.file.debtor)
        if not typed:
            self._advise()
        self._sought = ()
        self._seek_duplicates()

    def _advise(self) -> None:
        typed = str(self.form.fields["resident_id"].editor.raw())
        name = str(self.form.fields["name"].editor.raw())
        for key in ("name", "resident_id"):
            self.form.fields[key].clear_message()
        self.form.show([*name_findings(name)[:1], *identity_findings(typed, self.file.today)], advice=True)
        self.confirm_button.setVisible(name == self.file.debtor.name and bool(unconfirmed_name(self.file)))
        self.derived.setText(self.context.words.listed(self._told_by_number(typed)))

    def _seek_duplicates(self) -> None:
        """Tell while it is typed that an ID or a phone is in another case."""
        phones = [self.form.fields[key].editor.raw() for key in ("phones", "phone_2")]
        sought = (
            str(self.form.fields["resident_id"].editor.raw()),
            *(one.number for one in phones if isinstance(one, Phone)),
        )
        if self._file is None or sought == self._sought:
            return
        self._sought = sought
        found = self.session.read(duplicates.person_elsewhere, self.file.case.id, sought[0], sought[1:])
        self.duplicates.show_found(found)

    def confirm_name(self) -> None:
        """Put on record that a name that looks damaged was compared with the original."""
        confirmed = partial(self.session.run, cases.confirm_name, self.file.case.id, self.file.debtor.name)
        if self.attempt(confirmed, self.show_message) is not None:
            self.context.notices.show_message(self.tr("The name was confirmed."))

    def _told_by_number(self, typed: str) -> list[str]:
        """The paper that a number is of, where there is no doubt, and what the number tells of the person."""
        person, papers = Debtor("", "", typed), papers_of(typed)
        told = [self.context.words.label("identity_paper", papers[0].kind)] if len(papers) == 1 else []
        if person.born_on is not None:
            sex, born = (
                self.context.words.label("sex", person.sex or ""),
                self.context.privacy.text(day(person.born_on)),
            )
            told.append(self.tr("{sex}, born {day}").format(sex=sex, day=born))
        return told

    @property
    def modified(self) -> bool:
        return self.form.modified or self.contacts.begun

    @property
    def unsaved(self) -> bool:
        return self.form.modified

    def autosave(self) -> tuple[Finding, ...]:
        return save_quietly(self.form, self._keep_quietly)

    def save(self) -> bool:
        self.contacts.take_line()
        if self.attempt(self._draft, lambda _findings: None) is None:
            return False
        return self._keep(lambda found: self.show_message(self.form.show(found)))

    def _keep_quietly(self, show: Show) -> bool:
        return self._keep(show, quiet=True)

    def _keep(self, show: Show, *, quiet: bool = False) -> bool:
        if not save_form(self.session, self.form, self._run, show, quiet=quiet):
            return False
        self.contacts.load(self.contacts.draft())
        self.form.accept()
        self.form.refresh(_values(self.file.debtor), self.file.debtor)
        self._advise()
        self.edited.emit()
        return True

    def _run(self) -> None:
        self.session.run(cases.save_debtor, self.file.case.id, self._draft(), self.form.base)

    def _draft(self) -> Debtor:
        values = self.form.draft()
        old: Debtor = self.form.base
        phones = [phone for key in ("phones", "phone_2") if isinstance(phone := values.pop(key), Phone)]
        shown = {key: values.pop(key) for key in _ADDRESSES}
        addresses = tuple(Address(text, _ADDRESSES[key]) for key, text in shown.items() if text)
        return replace(
            old,
            **values,
            phones=(*phones, *old.phones[2:]),
            addresses=addresses + tuple(one for one in old.addresses if one.kind not in _ADDRESSES.values()),
            contacts=self.contacts.draft(),
        )

    def focus_field(self, field_ref: str) -> bool:
        return self.form.focus(field_ref)

    def cover(self, hidden: bool) -> None:
        self._advise()
        self.duplicates.cover()


def _values(debtor: Debtor) -> dict[str, Any]:
    """The debtor as the form knows it."""
    simple = ("name", "resident_id", "email", "marital", "children", "other_dependants", "housing", "education",
              "employment", "pay_day", "employer", "position")  # fmt: skip
    values: dict[str, Any] = {key: getattr(debtor, key) for key in simple}
    values |= {key: debtor.address(kind) for key, kind in _ADDRESSES.items()}
    values |= dict(zip(("phones", "phone_2"), (*debtor.phones, None, None), strict=False))
    return values | {"contacts": debtor.contacts}
