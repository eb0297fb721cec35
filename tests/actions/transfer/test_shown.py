"""Differences read in words, in every language."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tests.actions.transfer.two_desks import content, full_desk
from workstation.actions.transfer.merge_plan import FieldChange
from workstation.actions.transfer.shown import field_name, record_name, value_text
from workstation.casework.bank_form import BankForm
from workstation.evidence.verification import EvidenceItem
from workstation.profile.account import Account
from workstation.profile.budget import Budget
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.transfer.plain import PlainForm
from workstation.store.transfer.scopes import SCOPES
from workstation.wording import LANGUAGES, Wording

EDITED = (Debtor, Case, Account, Budget, EvidenceItem, BankForm)
"""Kinds that a person edits, so that two desks may differ in a field."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_every_edited_field_has_a_name(language):
    wording, form = Wording(language), PlainForm()
    for kind, scope in SCOPES.items():
        if scope.travels:
            assert wording.has(f"record.{form.table(kind)}"), kind
    own = {"id", "case_id"}
    silent = [
        f"{form.table(kind)}.{field.name}"
        for kind in EDITED
        for field in fields(kind)
        if field.name not in own | set(SCOPES[kind].own)
        and field.name != form.key_field(form.table(kind))
        and not wording.has(f"record_field.{form.table(kind)}.{field.name}")
    ]
    assert silent == []
    assert record_name("debtor", wording) != "record.debtor"


VALUES = (
    (("account", "a1"), "principal", 5_000_000, "CNY 50,000.00"),
    (("account", "a1"), "product", "credit_card", "Credit card"),
    (("case", "c1"), "stage", 3, "Verify"),
    (("evidence_item", "i1"), "withdrawn", 1, "yes"),
    (("debtor", "d1"), "phones", '[{"number":"138","kind":"work","valid":true}]', "138 Work"),
    (("budget", "c1"), "lines", '[{"side":"income","category":"wage","amount":{"minor":460000,"currency":"CNY"}}]',
     "Income wage 4,600.00"),
    (("debtor", "d1"), "employer", "", "—"),
    (("debtor", "d1"), "children", None, "—"),
    (("debtor", "d1"), "", None, "removed"),
    (("debtor", "d1"), "", "d1", "kept"),
)  # fmt: skip


@pytest.mark.parametrize(("ref", "field", "value", "text"), VALUES)
def test_a_value_reads_as_on_the_pages(ref, field, value, text):
    change = FieldChange(ref, field, value, value, currency="CNY")
    assert value_text(change, value, Wording("en")).casefold() == text.casefold()


def test_every_value_of_a_case_can_be_shown(tmp_path):
    wording = Wording("zh-Hans")
    with full_desk(tmp_path) as desk:
        for entry in content(desk).entries:
            for name, value in entry.values.items():
                change = FieldChange(entry.ref, name, value, value)
                assert value_text(change, value, wording) and field_name(change, wording)
