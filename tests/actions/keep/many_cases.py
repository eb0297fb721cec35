"""Cases that hold any of what a case may hold, by a seed: one of every kind, put together anew for each case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tests.store.stored import EVERY
from workstation.casework.printed import PrintedPacket
from workstation.conversation.contact import ContactEntry
from workstation.evidence.verification import Verification
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.batch import Import
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import ReferenceField
from workstation.store.store import Store

SHARED_ID: Final = "11010519491231002X"
_TWICE: Final = (Payment, PromiseEntry, ContactEntry, Verification, BankBalance, AccountEnd, Account)
_CARRIED: Final = 60
"""Of a hundred records that a case could have, so many it has."""


def fill(store: Store, numbers: Sequence[int], seed: int) -> None:
    """Put cases of these numbers into a store, their records side by side; some share a person's number."""
    chance = Random(seed)
    made = [one for number in numbers for one in records(number, chance)]
    chance.shuffle(made)  # of one kind the records of all cases lie in no order
    store.save_all([one for one in EVERY if isinstance(one, (Import, BankContact))])
    store.add_all(made)


def records(number: int, chance: Random) -> Iterator[Any]:
    """What one case holds, with itself and its person; nothing refers to what it does not have."""
    there = set[tuple[str, str]]()
    for one in EVERY:
        kind = type(one)
        if kind not in (Debtor, Case) and (
            "case_id" not in RECORDS[kind]._meta.fields or chance.randrange(100) >= _CARRIED
        ):
            continue
        for again in ("", "+") if kind in _TWICE and chance.random() < 0.5 else ("",):
            made = _of_case(one, f"-{number:03}", again, chance)
            if all(target in there for target in _targets(made)):
                there.add((str(RECORDS[kind]._meta.table_name), getattr(made, _key(kind))))
                yield made


def _of_case(one: Any, case: str, again: str, chance: Random) -> Any:
    kind, fields = type(one), RECORDS[type(one)]._meta.fields
    changed: dict[str, Any] = {
        name: getattr(one, name) + case
        for name, field in fields.items()
        if isinstance(field, ReferenceField) and field.table != "import" and getattr(one, name)
    }
    changed[_key(kind)] = f"{getattr(one, _key(kind))}{case}{again}"
    day = timedelta(days=chance.randrange(-90, 1))
    match one:
        case Debtor():
            changed["resident_id"] = chance.choice((SHARED_ID, "", f"1101051949{int(case[1:]):08}"))
            changed["children"] = chance.randrange(3)
        case Case():
            changed |= {
                "number": f"CC-2026-{case[1:]}",
                "stage": chance.choice(list(Stage)),
                "opened_on": date(2026, 1, 5),
            }
        case PrintedPacket():
            changed["draft"] = chance.random() < 0.3
        case Account() | Payment() if again:
            changed["import_id"] = ""
        case Payment() | AccountEnd() | BankBalance():
            changed["on"] = one.on + day
    return replace(one, **changed)


def _key(kind: type[Any]) -> str:
    return str(RECORDS[kind]._meta.primary_key.name)


def _targets(one: Any) -> Iterator[tuple[str, str]]:
    for name, field in RECORDS[type(one)]._meta.fields.items():
        if isinstance(field, ReferenceField) and field.table != "import" and (key := getattr(one, name, "")):
            yield field.table, key
