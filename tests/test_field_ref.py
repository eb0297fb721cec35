"""Every field reference names a field that exists, and every finding about such a field uses one."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

import pytest

from workstation.casework.bank_form import BankForm
from workstation.casework.case_file import CaseFile
from workstation.casework.print_order import PrintOrder
from workstation.casework.settings import DeskSettings
from workstation.casework.user import User
from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact import ContactEntry
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.evidence.statements.hand_mapping import MEANINGS, HandMapping
from workstation.evidence.verification import Waiver
from workstation.field_ref import FieldRef
from workstation.profile.account_fact import AccountFact
from workstation.profile.bank import BankContact
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.promise.adoption import MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply
from workstation.promise.ending import AccountEnd
from workstation.promise.grant import GrantRequest, GrantWritten
from workstation.promise.payment import Payment


def names(*entities: type) -> set[str]:
    return {field.name for entity in entities for field in fields(entity)}


FORMS = {
    "folder",
    "passphrase",
    "again",
    "place",
    "server",
}  # typed when a desk is made, opened or restored, kept beside it
KNOWN = {
    "debtor": names(Debtor),
    "case": names(Case, CaseFile),
    "desk": names(DeskSettings) | FORMS,
    "person": names(User) | {"passphrase", "again"},
    "bank": names(BankContact),
    "contact": names(ContactEntry),
    "complaint": names(Complaint, ComplaintStep),
    "override": names(ContactOverride),
    "term": names(ContactTerm),
    "vulnerability": names(Vulnerability),
    "approval": names(Approval),
    "keep": names(Payment, MissedTreatment, AccountEnd, AccountFact),
    "reply": names(BankReply),
    "wording": names(WordingWaiver),
    "grant": names(GrantRequest, GrantWritten),
    "waiver": names(Waiver) | {"supervisor"},  # kept as ``by``
    "mapping": names(HandMapping) | set(MEANINGS),
    "bank_form": names(BankForm),
    "print": names(PrintOrder),
}
ROOT = Path(__file__).parents[1]
SOURCES = [path for folder in ("workstation", "ui") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("ref", FieldRef)
def test_a_reference_names_a_field_that_exists(ref):
    area, _, field = ref.partition(".")
    assert field in KNOWN[area]


def literal_subjects(path: Path) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    subjects = [node.args[1] for node in calls if ast.unparse(node.func) == "Finding" and len(node.args) > 1]
    return [str(one.value) for one in subjects if isinstance(one, ast.Constant)]


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_findings_about_fields_use_references(path):
    areas = tuple(f"{area}." for area in KNOWN)
    assert [one for one in literal_subjects(path) if one.startswith(areas)] == []


def test_a_reference_is_its_text():
    assert f"{FieldRef.DEBTOR_NAME}" == "debtor.name"
    assert {"debtor.name": 1}[FieldRef.DEBTOR_NAME] == 1
