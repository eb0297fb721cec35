"""What a list is matched with: the desk's accounts, persons and phones, found by their numbers and by nothing else."""

from __future__ import annotations

from random import Random

import pytest

from workstation.actions.intake.known import DeskKnown
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor, Phone
from workstation.profile.portfolio.portfolio import KnownRecords, account_key, person_key, phone_key
from workstation.store.store import Store

WRITINGS = ("{}", " {}", "{} ", "６{}", "6-{}", "6 {}")


def everything(store: Store) -> KnownRecords:
    """All that the desk holds, read whole."""
    people = {one.id: one for one in store.find(Debtor)}
    cases = [(case, people[case.debtor_id]) for case in store.find(Case)]
    return KnownRecords(
        accounts={account_key(one.bank, one.number): one.case_id for one in store.find(Account)},
        cases={person: case.id for case, debtor in cases if (person := person_key(debtor))},
        phones={key: case.id for case, debtor in cases for phone in debtor.phones if (key := phone_key(phone.number))},
        numbers={case.id: case.number for case, _ in cases},
    )


def fill(desk, random: Random, count: int) -> None:
    today = desk.clock.today()
    for at in range(count):
        number = random.randrange(count)
        resident = random.choice(
            ("", f"1101051949{number:08}", f"1101051949 {number:07}x", f"E{number:08}", f"ABCDEFG{at}X")
        )
        phones = tuple(
            Phone(random.choice(("{}", "+86 {}", "0086{}")).format(f"1390000{random.randrange(count):04}"))
            for _ in range(random.randrange(3))
        )
        with desk.store.transaction():
            desk.store.add(Debtor(f"d{at}", random.choice(("张三", "張三", "Li Si", f"人{number}")), resident, phones))
            desk.store.add(Case(f"c{at}", desk.store.next_case_number("2026"), f"d{at}", today))
            card = random.choice(WRITINGS).format(f"22575012{random.randrange(count):08}")
            desk.store.add(Account(f"a{at}", f"c{at}", random.choice(("微众银行", "招商银行")), card))


@pytest.mark.parametrize("seed", range(4))
def test_numbers_lead_to_what_reading_the_whole_desk_finds(desk, seed):
    random = Random(seed)
    fill(desk, random, 40)
    whole = everything(desk.store)
    strangers = {("招商银行", "0000")}, {("NOBODY",)}, {"10086"}
    found = DeskKnown(desk.store).among(
        {*whole.accounts, *strangers[0]}, {*whole.cases, *strangers[1]}, {*whole.phones, *strangers[2]}
    )
    assert found.accounts == whole.accounts
    assert found.cases == whole.cases
    assert found.phones == whole.phones
    for kind in ("accounts", "cases", "phones"):
        for key, case_id in getattr(whole, kind).items():
            asked = [{key} if kind == other else set() for other in ("accounts", "cases", "phones")]
            only = DeskKnown(desk.store).among(*asked)
            assert getattr(only, kind)[key] == case_id
            assert only.numbers[case_id] == whole.numbers[case_id]
    assert DeskKnown(desk.store).among(*strangers) == KnownRecords()


def test_changed_and_removed_numbers_leave_no_key(desk):
    fill(desk, Random(9), 12)
    keys = desk.store._database.run
    debtor = desk.store.find(Debtor)[0]
    desk.store.save(Debtor(debtor.id, debtor.name, "110105199001011234", (Phone("13900009999"),)))
    (case_id,) = desk.store.cases_with({"110105199001011234"})
    assert desk.store.cases_with({"13900009999"}) == [case_id]
    with desk.store.transaction():
        desk.store.delete_all(Account, [one.id for one in desk.store.find(Account)])
        desk.store.delete_all(Case, [one.id for one in desk.store.find(Case)])
        desk.store.delete_all(Debtor, [one.id for one in desk.store.find(Debtor)])
    assert keys('SELECT count(*) FROM "case_line_key"').fetchone() == (0,)
    assert desk.store.cases_with({"13900009999"}) == []
