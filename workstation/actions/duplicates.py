"""Whether what is being typed belongs to a case that the desk has already. Advice only: one person may have several cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workstation.actions.desk import Desk
from workstation.casework.duplicates import Duplicate, Shared
from workstation.profile.portfolio.portfolio import account_key

_LEAST = {"resident_id": 8, "phone": 7, "account": 6}
"""So many characters are typed before anything is looked for."""


def person_elsewhere(desk: Desk, case_id: str, resident_id: str, phones: Iterable[str]) -> tuple[Duplicate, ...]:
    """Other cases of a person with this ID or one of these phones; each case once, the ID first."""
    return _once(case_id, _of_person(desk, resident_id, phones))


def account_elsewhere(desk: Desk, case_id: str, bank: str, number: str) -> tuple[Duplicate, ...]:
    """Other cases with this account, whatever its bank is called there."""
    bank, number = account_key(bank, number)
    if not bank or len(number) < _LEAST["account"]:
        return ()
    return _once(case_id, (Duplicate("account", *found) for found in desk.store.cases_of_account(bank, number)))


def _of_person(desk: Desk, resident_id: str, phones: Iterable[str]) -> Iterator[Duplicate]:
    typed: list[tuple[Shared, str]] = [("resident_id", resident_id), *(("phone", phone) for phone in phones)]
    for shared, text in typed:
        if len(text) >= _LEAST[shared]:
            found = desk.store.cases_of_id(text) if shared == "resident_id" else desk.store.cases_of_phone(text)
            yield from (Duplicate(shared, *one) for one in found)


def _once(case_id: str, found: Iterable[Duplicate]) -> tuple[Duplicate, ...]:
    by_case: dict[str, Duplicate] = {}
    for one in found:
        by_case.setdefault(one.case_id, one)
    by_case.pop(case_id, None)
    return tuple(by_case.values())
