"""What the desk knows of banks: how each is reached, told once and named by every paper."""

from __future__ import annotations

from dataclasses import fields, replace

from workstation.actions.desk import Desk
from workstation.errors import Finding, refuse_if
from workstation.field_ref import FieldRef
from workstation.profile.bank import BankContact


def bank_contacts(desk: Desk) -> tuple[BankContact, ...]:
    """Every bank of which the desk knows how it is reached."""
    return desk.store.find(BankContact)


def all_banks(desk: Desk) -> tuple[BankContact, ...]:
    """Every bank of any case, by name, with what is known of it; then those that were told of before their first case."""
    known = {one.bank: one for one in bank_contacts(desk)}
    return tuple(known.get(name, BankContact(name)) for name in dict.fromkeys((*desk.store.bank_names(), *known)))


def save_bank_contact(desk: Desk, contact: BankContact, base: BankContact | None = None) -> None:
    """Keep how a bank is reached. Refuses an empty name of the bank.

    ``base``: the contact as it was loaded, as in `cases.save_debtor`; of a bank of which nothing was known, one with its name only.
    """
    stripped = replace(contact, **{field.name: getattr(contact, field.name).strip() for field in fields(contact)})
    refuse_if([] if stripped.bank else [Finding("required_field", FieldRef.BANK_BANK)])
    desk.store.save(stripped, base, unwritten=BankContact(stripped.bank))
