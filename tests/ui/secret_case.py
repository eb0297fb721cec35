"""A case in which every private text is a word of its own, so that a test can tell where it is seen."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from resources import path
from tests.actions.whole_case import whole_case
from tests.builders import NOW
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.casework.private_fields import PRIVATE
from workstation.conversation.contact import ContactEntry
from workstation.evidence.verification import EvidenceItem, Verification, Waiver
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.budget import Budget
from workstation.profile.case import Stage, StageChange
from workstation.profile.debtor import Address, Contact, Phone
from workstation.promise.authority import Approval

SECRET = re.compile(r"密\d{3}")
"""What every private text holds; its number is told nowhere else."""
DIGITS = ("11010519491231002X", "1949-12-31", "13711118888", "13722229999", "13733337777", "6225880000007793", "7793")


class Secrets:
    """Replaces every private text of an entity by the next word; ``places`` says which is which."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def word(self, place: str) -> str:
        secret = f"密{len(self.places) + 100}"
        self.places[secret] = place
        return secret

    def of(self, entity: Any) -> Any:
        """The entity with its private texts, and those of its members, replaced; figures of digits stay what they are."""
        private = PRIVATE.get(type(entity), frozenset())
        changes: dict[str, Any] = {}
        for one in fields(entity):
            value = getattr(entity, one.name)
            if isinstance(value, tuple) and value and is_dataclass(value[0]):
                changes[one.name] = tuple(self.of(member) for member in value)
            elif one.name in private and isinstance(value, str) and not value.isdigit() and one.name != "resident_id":
                ending = ".pdf" if one.name == "file_name" else ""
                changes[one.name] = self.word(f"{type(entity).__name__}.{one.name}") + "字" + ending
        return replace(entity, **changes)


def secret_case(desk: Desk, folder: Path) -> tuple[str, Secrets]:
    """A whole case on a desk, with its secrets."""
    case_id = whole_case(desk, folder)
    file, secrets = cases.load_case(desk, case_id), Secrets()
    statement = path("sample", "evidence", "bank-statement.csv")
    made = items.add_file(desk, case_id, "bank_statement", statement)
    store = desk.store
    with store.transaction():
        debtor = replace(
            file.debtor,
            resident_id=DIGITS[0],
            phones=(Phone(DIGITS[2]), Phone(DIGITS[3], "home")),
            addresses=tuple(Address("x", kind) for kind in ("residence", "registered", "work")),
            contacts=(Contact("x", "spouse", DIGITS[4]),),
        )
        store.save(secrets.of(debtor))
        store.save(secrets.of(replace(file.case, stage=Stage.APPLY)))
        for account in store.find(Account, case_id=case_id):
            store.save(secrets.of(replace(account, number=DIGITS[5])))
        for budget in store.find(Budget, case_id=case_id):
            store.save(secrets.of(budget))
        for item in store.find(EvidenceItem, case_id=case_id):
            changed = secrets.of(item)
            store.save(
                replace(changed, file_name=changed.file_name.replace(".pdf", ".csv")) if item.id == made.id else changed
            )
        day = timedelta(days=1)
        code = file.checklist[0].requirement.code
        first = file.items[0]
        plan = file.plans[0]
        for fresh in (
            ContactEntry("k1", case_id, NOW, "林协商", "phone", number="x", note="x", next_step="x", recording="x"),
            ContactEntry("k2", case_id, NOW + day, "林协商", note="x", next_step="x"),
            Verification("v9", first.id, case_id, "original_seen", "ok", NOW + day, "林协商", "x"),
            Waiver("w1", case_id, code, "x", "周主管", NOW),
            StageChange("s1", case_id, Stage.PLAN, NOW, "林协商", "x"),
            Approval("ap9", plan.id, case_id, "bank", "refused", "王经理", NOW + day, "x"),
            Import("im1", "x.xlsx", "00" * 32, NOW, "林协商", 1, 1, 0),
        ):
            store.add(secrets.of(fresh))
    return case_id, secrets
