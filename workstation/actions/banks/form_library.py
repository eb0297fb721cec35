"""The bank forms at hand: those that come with the program, and those that a desk brought in and mapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

import resources
from workstation.actions.desk import Desk
from workstation.casework.bank_form import BankForm
from workstation.documents.bankform.apart import inspect_apart
from workstation.documents.bankform.guess import guessed_rules
from workstation.documents.bankform.mapping import FieldRule, FormMapping, load_mapping, mapping_findings, mapping_text
from workstation.documents.bankform.pdf_form import PdfForm
from workstation.documents.bankform.placing import placement_findings
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.policy.rules import label
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.received.regular_file import MAX_LIST, whole
from workstation.store.sharing.merging import conflict
from workstation.store.vault import Vault

MAPPING: Final = "form.toml"


@dataclass(frozen=True, slots=True)
class FormSource:
    """A form with its mapping, ready to be filled. ``own``: the desk brought it in and may change it."""

    id: str
    title: str
    file_name: str
    data: bytes
    mapping: FormMapping
    password: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class OfferedForm:
    """A form that may be filled for a bank. ``bank`` empty: for any; ``mapped``: how many of its fields have a rule."""

    id: str
    title: str
    bank: str
    own: bool
    mapped: int


def offered_forms(desk: Desk, bank: str = "", language: str = "zh-Hans") -> tuple[OfferedForm, ...]:
    """The forms of a bank (empty: all): the desk's own first, then the bank's, then those for any bank."""
    return tuple(sorted(_offered(desk, bank, language), key=lambda one: (not one.own, not one.bank)))


def form_source(desk: Desk, form_id: str, language: str = "zh-Hans") -> FormSource:
    """A form by its id. Raises `Refused` (form_unknown), `Damaged` when its vault file cannot be read back."""
    for kept in desk.store.find(BankForm, id=form_id):
        data = desk.vault.read(kept.sha256)
        return FormSource(
            kept.id, kept.title, kept.file_name, data, load_mapping(kept.mapping), kept.password, own=True
        )
    for folder, mapping in _shipped():
        if mapping.id == form_id:
            data = (folder / mapping.file).read_bytes()
            return FormSource(mapping.id, label(mapping.title, language), mapping.file, data, mapping)
    known = ", ".join(one.id for one in offered_forms(desk))
    raise Refused(Finding("form_unknown", form_id, {"form": form_id, "known": known}))


def form_of_bank(desk: Desk, bank: str) -> str:
    """The id of the form that is taken when none is named. Raises `Refused` (form_none)."""
    for one in offered_forms(desk, bank):
        return one.id
    raise Refused(Finding("form_none", bank, {"bank": bank}))


@dataclass(frozen=True, slots=True)
class FormIntake:
    """A file that is to become a form of the desk's own. What its fields mean is guessed unless a ``mapping`` is given."""

    vault: Vault
    day: date
    at: datetime
    by: str
    path: Path
    bank: str
    title: str = ""
    password: str = ""
    mapping: Path | None = None
    readers: Readers = field(default=IN_PROCESS, compare=False, repr=False)

    def build(self) -> BankForm:
        """Look at the file and put it into the vault as it is, on any thread; `keep_form` makes it a form of the desk.

        Raises `Refused`: form_title_missing, file_missing, as `inspect_form`, for every obstacle, and as `load_mapping`.
        """
        path, password = self.path, self.password
        named = self.title.strip() or path.stem
        refuse_if([] if named else [Finding("form_title_missing", FieldRef.BANK_FORM_TITLE)])
        data = whole(path, MAX_LIST)
        form = inspect_apart(self.readers, data, path.name, password)
        refuse_if(form.obstacles)
        rules = load_mapping(self.mapping).rules if self.mapping else guessed_rules(form)
        form_id = new_id()
        text = _checked_text(_mapping(self.day, form_id, named, self.bank, path.name, rules), form)
        stored = self.vault.keep(data, path.name)
        return BankForm(form_id, self.bank.strip(), named, path.name, stored.sha256, text, self.at, self.by, password)


def form_intake(
    desk: Desk, path: Path, bank: str, title: str = "", password: str = "", mapping: Path | None = None
) -> FormIntake:
    """All that a file needs to become a form of this desk."""
    return FormIntake(
        desk.vault, desk.clock.today(), desk.clock.now(), desk.agent, path, bank, title, password, mapping, desk.readers
    )


def keep_form(desk: Desk, form: BankForm) -> BankForm:
    """Put a form on record whose file lies in the vault.

    Raises `Refused` (file_gone) when a check of the vault cleared the file away meanwhile.
    """
    if not desk.vault.holds(form.sha256):
        raise Refused(Finding("file_gone", form.file_name, {"file": form.file_name}))
    desk.store.add(form)
    return form


def bring_in(
    desk: Desk, path: Path, bank: str, title: str = "", password: str = "", mapping: Path | None = None
) -> BankForm:
    """Keep a form of a bank; only its record is a transaction, of its own. Raises `Refused` as `FormIntake.build`, `keep_form`."""
    form = desk.compute(form_intake(desk, path, bank, title, password, mapping).build)
    return desk.run(keep_form, form)


def save_rules(
    desk: Desk, form_id: str, rules: Sequence[FieldRule], base: Sequence[FieldRule] | None = None
) -> BankForm:
    """What goes into which field of a form of the desk's own. ``base``: the rules as they were loaded.

    Raises `Refused`: form_shipped, everything that a mapping file would be refused for, and save_conflict when somebody else saved
    other rules meanwhile.
    """
    kept = _own(desk, form_id)
    text = desk.compute(_rules_text, desk.readers, desk.vault, desk.clock.today(), kept, rules)
    return desk.run(_save_mapping, form_id, text, base)


def _rules_text(readers: Readers, vault: Vault, day: date, kept: BankForm, rules: Sequence[FieldRule]) -> str:
    form = inspect_apart(readers, vault.read(kept.sha256), kept.file_name, kept.password)
    return _checked_text(_mapping(day, kept.id, kept.title, kept.bank, kept.file_name, rules), form)


def _save_mapping(desk: Desk, form_id: str, text: str, base: Sequence[FieldRule] | None) -> BankForm:
    """The file of a form never changes, so the rules still fit; its name or bank may have changed meanwhile and stay."""
    kept = _own(desk, form_id)
    stored, wanted = load_mapping(kept.mapping).rules, load_mapping(text).rules
    if base is not None and stored not in (tuple(base), wanted):
        raise Refused(conflict(FieldRef.BANK_FORM_MAPPING, len(stored), len(wanted)))
    changed = replace(kept, mapping=text, at=desk.clock.now(), by=desk.agent)
    desk.store.save(changed)
    return changed


def retire_form(desk: Desk, form_id: str, retired: bool = True) -> BankForm:
    """Offer a form no more, or again; its file stays. Raises `Refused` (form_shipped)."""
    changed = replace(_own(desk, form_id), retired=retired)
    desk.store.save(changed)
    return changed


def copy_form(desk: Desk, form_id: str, bank: str) -> BankForm:
    """A form that comes with the program as one of the desk's own, to be changed."""
    source, at, new = form_source(desk, form_id), desk.clock.now(), new_id()
    stored = desk.compute(desk.vault.keep, source.data, source.file_name)
    text = mapping_text(_mapping(desk.clock.today(), new, source.title, bank, source.file_name, source.mapping.rules))
    return desk.run(keep_form, BankForm(new, bank, source.title, source.file_name, stored.sha256, text, at, desk.agent))


def _offered(desk: Desk, bank: str, language: str) -> Iterator[OfferedForm]:
    for kept in desk.store.find(BankForm):
        if not kept.retired and (not bank or kept.bank in ("", bank)):
            yield OfferedForm(kept.id, kept.title, kept.bank, True, len(load_mapping(kept.mapping).rules))
    for _, mapping in _shipped():
        if not bank or not mapping.banks or bank in mapping.banks:
            title, owner = label(mapping.title, language), next(iter(mapping.banks), "")
            yield OfferedForm(mapping.id, title, owner, False, len(mapping.rules))


@cache
def _shipped() -> tuple[tuple[Path, FormMapping], ...]:
    """Folder and mapping of every form of the program; read once, the files do not change while it runs."""
    files = sorted(resources.path("forms").glob(f"*/{MAPPING}"))
    return tuple((file.parent, load_mapping(file)) for file in files)


def _own(desk: Desk, form_id: str) -> BankForm:
    for kept in desk.store.find(BankForm, id=form_id):
        return kept
    raise Refused(Finding("form_shipped", form_id, {"form": form_source(desk, form_id).title}))


def _mapping(day: date, form_id: str, title: str, bank: str, file: str, rules: Sequence[FieldRule]) -> FormMapping:
    titles, banks = {"zh-Hans": title, "en": title}, (bank,) if bank else ()
    return FormMapping(form_id, titles, banks, day, "", file, tuple(rules))


def _checked_text(mapping: FormMapping, form: PdfForm) -> str:
    """The mapping as it is kept, read again as any mapping would be, and held against its form."""
    text = mapping_text(mapping)
    read = load_mapping(text)
    refuse_if([*mapping_findings(read, form), *placement_findings(form, read.placements)])
    return text
