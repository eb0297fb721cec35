"""What a desk holds of the accounts, persons and phones of some rows, looked up by their numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.portfolio import (
    AccountKey,
    KnownRecords,
    PersonKey,
    account_key,
    person_key,
    phone_key,
)
from workstation.store.store import Store


@dataclass(frozen=True, slots=True)
class DeskKnown:
    """The records of one store."""

    store: Store

    def among(
        self, accounts: Collection[AccountKey], people: Collection[PersonKey], phones: Collection[str]
    ) -> KnownRecords:
        """The accounts that the desk holds, and the latest case of each person and phone; of these keys, or a few more."""
        numbers = {number for _, number in accounts} | {person[-1] for person in people} | set(phones)
        found = self.store.cases_with(numbers)
        return self._of(found) if found else KnownRecords()

    def _of(self, case_ids: Collection[str]) -> KnownRecords:
        ids = list(case_ids)
        cases = self.store.among(Case, "id", ids)
        debtors = {one.id: one for one in self.store.get_many(Debtor, [case.debtor_id for case in cases])}
        people = [(case, debtors[case.debtor_id]) for case in cases]
        return KnownRecords(
            accounts={
                account_key(one.bank, one.number): one.case_id for one in self.store.among(Account, "case_id", ids)
            },
            cases={person: case.id for case, debtor in people if (person := person_key(debtor))},
            phones={key: case.id for case, debtor in people for one in debtor.phones if (key := phone_key(one.number))},
            numbers={case.id: case.number for case in cases},
        )
