"""Due days that a person must look at: given without saying which day it is, or counted differently since the desk was upgraded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workstation.actions.desk import Desk
from workstation.dates import add_days
from workstation.errors import Finding, Refused
from workstation.policy.pack import Pack
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.due_day import BANK_COLUMN, FIRST_DAY, UNCLEAR, due_day_of

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class CountedDays:
    """What follows from one due day today: days overdue, the bucket, and whether the order of late payments holds."""

    days: int
    bucket: str
    late: bool


@dataclass(frozen=True, slots=True)
class DueDayLine:
    """One account in question. ``as_due``, ``as_first``: what follows if the day given is the due day, or the first day overdue.

    ``file_name``: the list that gave the day; empty where a person typed it.
    """

    case_id: str
    number: str
    name: str
    account: Account
    given: date
    file_name: str
    as_due: CountedDays
    as_first: CountedDays

    @property
    def differs(self) -> bool:
        """Whether bucket or order of payments differ between the two."""
        return _differ(self.as_due, self.as_first)


def unclear_due_days(desk: Desk) -> tuple[DueDayLine, ...]:
    """Every account of whose day nobody has said yet which one it is; those of one list stand together."""
    with desk.store.reading():
        return _lines(desk, [one for source in sorted(UNCLEAR) for one in desk.store.find(Account, due_source=source)])


def changed_due_days(desk: Desk) -> tuple[DueDayLine, ...]:
    """Every account whose bucket or order of payments is another today since its list's first day overdue counts as that."""
    with desk.store.reading():
        accounts = [
            one for due_on in _turning(desk) for one in desk.store.find(Account, due_source=BANK_COLUMN, due_on=due_on)
        ]
        return tuple(line for line in _lines(desk, accounts) if line.differs)


def due_days_to_check(desk: Desk) -> int:
    """How many accounts stand in either list, the first of which is as long as the lists that ask."""
    return sum(desk.store.count(Account, due_source=source) for source in UNCLEAR) + len(changed_due_days(desk))


def answer_due_days(desk: Desk, account_ids: Iterable[str], source: str) -> tuple[Account, ...]:
    """Say that the days given of these accounts are the due day (``due_day``) or the first day overdue (``first_day``).

    Answers the accounts as stored. Raises `Refused` (due_day_answered) when one of them is not in question.
    """
    accounts = [desk.store.get(Account, account_id) for account_id in account_ids]
    for account in accounts:
        if not account.due_unclear or account.due_given is None:
            raise Refused(Finding("due_day_answered", f"account.{account.id}", _named(account)))
    answered = tuple(
        replace(account, due_on=due_day_of(account.due_given, source), due_source=source)
        for account in accounts
        if account.due_given is not None
    )
    desk.store.save_all(answered)
    return answered


def ask_again(desk: Desk, asked: Iterable[Account]) -> None:
    """Take answers back: the accounts as they were when asked, where nothing else of them was changed since."""
    for account in asked:
        stored = desk.store.get(Account, account.id)
        before = replace(stored, due_on=account.due_on, due_source=account.due_source)
        if before == account:
            desk.store.save(before)


def note_due_days(desk: Desk, account_ids: Iterable[str]) -> None:
    """Take accounts off the list of those that count differently: a person has seen what changed."""
    accounts = [desk.store.get(Account, account_id) for account_id in account_ids]
    desk.store.save_all(replace(one, due_source=FIRST_DAY) for one in accounts if one.due_source == BANK_COLUMN)


def counted_days(pack: Pack, due_on: date, today: date) -> CountedDays:
    """What a pack makes of a due day on a day."""
    days = max(0, (today - due_on).days)
    return CountedDays(days, pack.bucket(days), days > pack.allocation.until_days)


def _turning(desk: Desk) -> tuple[date, ...]:
    """The due days on which, by one pack or other, one day more overdue makes another bucket or order today."""
    today = desk.clock.today()
    edges = {days for pack in desk.packs.values() for days in _edges(pack)}
    return tuple(sorted(add_days(today, -days) for days in edges if days > 0))


def _edges(pack: Pack) -> set[int]:
    """The counts of days on which an account comes into another bucket or order of payments."""
    return {*(bucket.from_day for bucket in pack.buckets), pack.allocation.until_days + 1}


def _differ(one: CountedDays, other: CountedDays) -> bool:
    return (one.bucket, one.late) != (other.bucket, other.late)


def _lines(desk: Desk, accounts: Iterable[Account]) -> tuple[DueDayLine, ...]:
    asked, lines = [one for one in accounts if one.due_given is not None], list[DueDayLine]()
    files = {one.id: one.file_name for one in desk.store.find(Import)} if asked else {}
    for at in range(0, len(asked), _AT_ONCE):
        some = asked[at : at + _AT_ONCE]
        of = {one.id: one for one in desk.store.get_many(Case, sorted({one.case_id for one in some}))}
        names = {
            one.id: one.name for one in desk.store.get_many(Debtor, sorted({one.debtor_id for one in of.values()}))
        }
        for account in some:
            case = of[account.case_id]
            lines.append(_line(desk, account, case, names[case.debtor_id], files.get(account.import_id, "")))
    return tuple(sorted(lines, key=lambda line: (line.file_name, line.number)))


def _line(desk: Desk, account: Account, case: Case, name: str, file_name: str) -> DueDayLine:
    pack, today, given = desk.pack_of(case.pack), desk.clock.today(), account.due_given
    assert given is not None
    return DueDayLine(
        case_id=case.id,
        number=case.number,
        name=name,
        account=account,
        given=given,
        file_name=file_name,
        as_due=counted_days(pack, given, today),
        as_first=counted_days(pack, due_day_of(given, FIRST_DAY), today),
    )


def _named(account: Account) -> dict[str, str]:
    return {"bank": account.bank, "tail": account.tail}
