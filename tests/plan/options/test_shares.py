"""A month divided over accounts: sums to the cent, token payments, whole units, and what speaks against the offers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.actions.test_cases import refused
from tests.builders import account
from tests.plan.plans import yuan
from workstation.money import Money
from workstation.plan.options.shares import Bounds, Division, Shares, divide
from workstation.profile.account import Account


def owing(*balances: str) -> list[Account]:
    none = Money(0)
    return [
        account(id=f"a{no}", number=f"000{no}", principal=yuan(owed), interest=none, penalty=none, fees=none)
        for no, owed in enumerate(balances, 1)
    ]


FOUR = owing("59236.45", "21200", "189000", "1856.30")


def bounds(
    surplus: str = "1204", payable: str = "1083.60", proved: str | None = None, token: str | None = "100"
) -> Bounds:
    return Bounds(yuan(surplus), yuan(payable), yuan(proved) if proved else None, yuan(token) if token else None)


def divided(monthly: str = "1083.60", token: str | None = None, unit: int = 1, **changes) -> Shares:
    return divide(FOUR, Division(yuan(monthly), yuan(token) if token else None, unit), bounds(**changes))


def codes(found: Shares) -> list[str]:
    return [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    ("token", "unit", "offers", "left"),
    [
        # 1,083.60 × 59,236.45 ÷ 271,292.75 is 236.6036, and so on.
        (None, 1, ["236.60", "84.68", "754.91", "7.41"], "0.00"),
        # Without the two tokens 883.60 are left for 248,236.45 that is owed.
        ("100", 1, ["210.85", "100.00", "672.75", "100.00"], "0.00"),
        ("100", 10_00, ["210.00", "100.00", "670.00", "100.00"], "3.60"),
        (None, 10_00, ["240.00", "80.00", "750.00", "10.00"], "3.60"),
        (None, 100_00, ["200.00", "100.00", "700.00", "0.00"], "83.60"),
    ],
)
def test_offers_by_hand(token, unit, offers, left):
    found = divided(token=token, unit=unit)
    assert [row.offer.text() for row in found.rows] == offers
    assert (found.left.text(), found.offered + found.left) == (left, yuan("1083.60"))
    assert [row.token for row in found.rows] == [token is not None and offer == "100.00" for offer in offers]


@given(
    st.lists(st.integers(1, 10**7), min_size=1, max_size=6),
    st.integers(0, 10**6),
    st.none() | st.integers(1, 20_000),
    st.sampled_from((1, 100, 1000)),
)
def test_sum_and_rest_are_the_month_to_the_cent_and_parts_are_the_whole(balances, monthly, token, unit):
    accounts = owing(*(Money(owed).text() for owed in balances))
    division = Division(Money(monthly), Money(token) if token else None, unit)
    found = divide(accounts, division, bounds())
    assert sum(row.part for row in found.rows) == 1
    assert found.offered.minor + found.left.minor == monthly == found.division.monthly.minor
    assert (found.left.minor < 0) == ("shares_tokens_beyond" in codes(found))
    for row in found.rows:
        assert row.part == Fraction(row.account.owed.minor, sum(balances))
        assert not row.token or row.offer.minor == min(token, row.account.owed.minor) > monthly * row.part


@pytest.mark.parametrize(
    ("monthly", "changes", "expected"),
    [
        ("1083.60", {}, []),
        ("1083.61", {}, ["shares_in_margin"]),
        ("1204", {}, ["shares_in_margin"]),
        ("1204.01", {}, ["shares_beyond_surplus"]),
        ("1083.60", {"proved": "1083.60"}, []),
        ("1083.60", {"proved": "1083.59"}, ["shares_beyond_proved"]),
        ("1300", {"proved": "900"}, ["shares_beyond_proved", "shares_beyond_surplus"]),
        ("0", {"surplus": "-50", "payable": "0"}, ["shares_no_surplus"]),
    ],
)
def test_the_sum_is_set_against_each_of_the_means(monthly, changes, expected):
    assert codes(divided(monthly, **changes)) == expected


def test_token_payments_may_be_more_than_there_is():
    found = divided("150", "100")
    assert [row.offer.text() for row in found.rows] == ["100.00"] * 4
    assert found.left == yuan("-250")
    assert found.findings[0].figures == {"offered": "400.00", "means": "150.00", "difference": "250.00"}


def test_a_row_that_gets_little_or_nothing_says_so():
    small = {row.account.tail: row.findings for row in divided(unit=10_00).rows}
    assert [finding.code for finding in small["0004"]] == ["share_below_token"]
    assert small["0004"][0].figures["token"] == "100.00"
    assert [finding.code for finding in divided(unit=100_00).rows[3].findings] == ["share_nothing"]
    assert all(not row.findings for row in divided(token="100").rows)
    paid_off = divide(owing("50", "5000"), Division(yuan("5050")), bounds())
    assert paid_off.rows[0].findings == (), "what pays an account off is not too little"


def test_other_currencies_and_paid_accounts_stand_outside():
    dollars = account(id="u", number="9999", currency="USD", principal=Money(5, "USD"), interest=Money(0, "USD"),
                      penalty=Money(0, "USD"), fees=Money(0, "USD"))  # fmt: skip
    found = divide([*owing("100", "0"), dollars], Division(yuan("10")), bounds())
    assert [row.account.id for row in found.rows] == ["a1"]
    assert [(one.code, one.subject) for one in found.findings] == [("share_other_currency", "account.u")]


def test_nothing_owed_is_no_error():
    found = divide([], Division(yuan("10")), bounds())
    assert (found.rows, found.offered, found.left) == ((), yuan("0"), yuan("10"))


@pytest.mark.parametrize(
    ("division", "place"),
    [
        (Division(yuan("-1")), "shares.monthly"),
        (Division(yuan("1"), yuan("-1")), "shares.token"),
        (Division(yuan("1"), None, 0), "shares.unit"),
    ],
)
def test_what_cannot_be_divided_is_refused_at_its_place(division, place):
    ((_, subject),) = refused(divide, FOUR, division, bounds())
    assert subject == place


@pytest.mark.parametrize(("owed", "codes_told"), [("100", ["share_other_currency"]), ("0", [])])
def test_only_a_debt_is_named_for_its_currency(owed, codes_told):
    none = Money(0, "USD")
    principal = Money.parse(owed, "USD")
    foreign = account(id="u", currency="USD", principal=principal, interest=none, penalty=none, fees=none)
    found = divide([*FOUR, foreign], Division(yuan("1083.60")), bounds())
    assert [code for code in codes(found) if code == "share_other_currency"] == codes_told
