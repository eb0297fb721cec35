"""How many copies of a form a bank gets, and several filled copies bound into one file.

A form with places for one account is filled once for each account of the bank: none may be lost because a form has one line.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.catalogue import number_of
from workstation.documents.bankform.mapping import FormMapping
from workstation.errors import Finding
from workstation.field_ref import FieldRef
from workstation.profile.account import Account

_OF_ONE: Final = ("account", "plan")


def copies_about(mapping: FormMapping, accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The accounts that the copies are about, one a copy: every account, where the form has places for one of them only.

    A form with numbered places shows several on one copy; one that tells sums alone needs a copy a currency.
    """
    if _most(mapping) > 1:
        return tuple(accounts[:1])
    areas = {rule.value.partition(".")[0] for rule in mapping.rules}
    if areas.intersection(_OF_ONE):
        return tuple(accounts)
    if "owed" in areas:
        return tuple({account.currency: account for account in reversed(accounts)}.values())[::-1]
    return tuple(accounts[:1])


def unshown_findings(mapping: FormMapping, accounts: Sequence[Account]) -> Iterator[Finding]:
    """What a form with places for several accounts still leaves out: further accounts, or debts in another currency."""
    most = _most(mapping)
    if most < 2:
        return
    figures = {"count": str(len(accounts)), "places": str(most)}
    if len(accounts) > most:
        yield Finding("form_accounts_beyond", FieldRef.CASE_ACCOUNTS, figures)
    summed = any(rule.value.startswith("owed.") for rule in mapping.rules)
    if summed and len({account.currency for account in accounts}) > 1:
        yield Finding("form_several_currencies", FieldRef.CASE_ACCOUNTS, figures)


def _most(mapping: FormMapping) -> int:
    named = (rule.value for rule in mapping.rules if rule.value.partition(".")[0] in _OF_ONE)
    return max(map(number_of, named), default=0)


@dataclass(frozen=True, slots=True)
class FormProperties:
    """What a filled form says of itself in its properties: title, author, and the day on which it was filled."""

    title: str
    author: str
    made_on: date


def bound_copies(copies: Sequence[bytes], properties: FormProperties) -> bytes:
    """Filled copies of one form behind each other; fields that stay to be edited get a name of their own in each copy."""
    with ExitStack() as stack:
        pdf, *others = (stack.enter_context(pikepdf.open(io.BytesIO(data))) for data in copies)
        for number, other in enumerate(others, 2):
            _append(pdf, other, number)
        _describe(pdf, properties)
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True, encryption=False, compress_streams=True, fix_metadata_version=False)
        return file.getvalue()


def _append(pdf: pikepdf.Pdf, other: pikepdf.Pdf, number: int) -> None:
    if Name.AcroForm in other.Root:
        for root in other.Root.AcroForm.get(Name.Fields, pikepdf.Array()):
            if Name.T in root:
                root.T = pikepdf.String(f"{root.T} ({number})")
    pdf.add_pages_from(other)  # with their fields


def _describe(pdf: pikepdf.Pdf, properties: FormProperties) -> None:
    """The bank's own title, author and days are of the empty form; a packet of properties that says so still goes with them."""
    if Name.Metadata in pdf.Root:
        del pdf.Root.Metadata
    day = f"D:{properties.made_on:%Y%m%d}"
    told = {"Title": properties.title, "Author": properties.author, "CreationDate": day, "ModDate": day}
    for key, text in told.items():
        pdf.docinfo[f"/{key}"] = pikepdf.String(text)
    viewer = pdf.Root.get(Name.ViewerPreferences, pikepdf.Dictionary())
    viewer.DisplayDocTitle = True
    pdf.Root.ViewerPreferences = viewer
