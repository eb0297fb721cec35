"""The commands that tell the desk how banks, and the desk itself, are reached."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace

from workstation.actions.banks import bank_contacts
from workstation.actions.desk import Desk
from workstation.actions.settings import save_settings
from workstation.cli.answers import Answer
from workstation.errors import Finding, Refused
from workstation.identity import name_key
from workstation.profile.bank import BankContact
from workstation.wording import Wording

FACTS = ("phone", "address", "query", "repay", "object_to")
"""What is told of a bank, by the options of the command line."""


def bank_set(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Keep what was named; what was not stays as it is."""
    known = next((one for one in bank_contacts.bank_contacts(desk) if one.bank == given.bank), BankContact(given.bank))
    contact = replace(known, **{fact: value for fact in FACTS if (value := getattr(given, fact)) is not None})
    desk.run(bank_contacts.save_bank_contact, contact, known)
    return asdict(contact)


def bank_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every bank that is known."""
    return {"banks": [asdict(one) for one in bank_contacts.bank_contacts(desk)]}


def desk_set(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Change what papers say of the desk itself."""
    if given.agent is not None and desk.user.id and name_key(given.agent) != name_key(desk.user.name):
        raise Refused(Finding("agent_is_person", "--agent"))
    named = {"desk_name": given.name, "agent": given.agent, "phone": given.phone, "address": given.address}
    settings = replace(desk.settings, **{field: value for field, value in named.items() if value is not None})
    desk.run(save_settings, settings, desk.settings)
    return {field: getattr(settings, field) for field in named}
