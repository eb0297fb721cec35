"""Options keep every limit, share and reason; whoever is dropped really is outdone; the order never depends on chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import CARD_PACK, TODAY, account
from tests.plan.plans import yuan
from workstation.money import Money, total
from workstation.plan.options.affordability import payable
from workstation.plan.options.candidates import candidates
from workstation.plan.options.caps import annual_cost_findings, surely_within
from workstation.plan.options.option import Option
from workstation.plan.options.options import AccountOptions, PaymentCapacity, Setting, account_shares, case_options
from workstation.plan.schedule.calculate import schedule
from workstation.policy.pack import Pack
from workstation.policy.rules import METHODS, Offer
from workstation.promise.authority import tiers_by_length
from workstation.rates import Rate

FIRST_DUE = date(2026, 12, 10)
ALL_REQUESTS = tuple(CARD_PACK.requests)
NOTHING = Money(0)


def offer(**changes) -> Offer:
    """Interest-free, charges in the plan, 12 or 24 rows, for everybody."""
    base = Offer(
        "plain", "interest_free", {"zh-Hans": "停息分期"}, (12, 24), None, "in_plan", "in_plan", "in_plan",
        Decimal(0), Decimal(0), (), "stops", (), (), ("instalments",), CARD_PACK.offers[0].source,
    )  # fmt: skip
    return replace(base, **changes)


def pack_of(*offers: Offer) -> Pack:
    return replace(CARD_PACK, offers=offers)


def debt(name="6214", **changes):
    return account(**{"id": f"a-{name}", "rate": Rate(Decimal("0.18")), **changes})


def options(*offers, surplus="10000", funds="0", debts=None, pack=None, **setting) -> tuple[AccountOptions, ...]:
    rules = pack or pack_of(*offers)
    given_setting = Setting(**{"requests": ALL_REQUESTS, "first_due": FIRST_DUE, "today": TODAY, **setting})
    means = PaymentCapacity(*(yuan(one_) if isinstance(one_, str) else one_ for one_ in (surplus, funds)))
    return case_options(debts or {"6214": debt()}, means, given_setting, rules, partial(tiers_by_length, pack=rules))


def one(*offers, **changes) -> AccountOptions:
    (found,) = options(*offers, **changes)
    return found


def offered(found: AccountOptions) -> list[str]:
    return [ranked.option.id.removeprefix("6214:") for ranked in found.offered]


def excluded(found: AccountOptions) -> dict[str, list[str]]:
    return {
        each.candidate.id.removeprefix("6214:"): [finding.code for finding in each.findings] for each in found.excluded
    }


def test_every_choice_of_an_offer_is_a_candidate():
    found = one(offer(deferral_months=(0, 3)), offer(code="short", instalments=(6,)))
    ids = {*offered(found), *excluded(found), *(each.option.id.removeprefix("6214:") for each in found.dominated)}
    assert ids == {"plain-12", "plain-12-3", "plain-24", "plain-24-3", "short-6"}
    assert found.tried == 5


@pytest.mark.parametrize(
    ("changes", "requests", "meant"),
    [
        ({}, ("deferral",), True),
        ({"requests": ("deferral",)}, ("deferral", "reduction"), True),
        ({"requests": ("deferral",)}, ("reduction",), False),
        ({"products": ("credit_card",)}, (), True),
        ({"products": ("business_loan",)}, (), False),
    ],
)
def test_an_offer_answers_requests_and_products(changes, requests, meant):
    found = one(offer(**changes), requests=requests)
    assert bool(found.tried) is meant
    assert [finding.code for finding in found.findings] == ([] if meant else ["option_no_offer"])


def test_figures_of_an_option_are_those_of_its_schedule():
    for each in one(pack=CARD_PACK, surplus="20000", funds="60000").offered:
        option, plan = each.option, schedule(each.option.terms)
        assert option.payment == max(row.payment for row in plan.rows)
        assert option.total == total([row.payment for row in plan.rows]) + plan.up_front
        assert (option.first_due, option.last_due) == (plan.rows[0].due_on, plan.rows[-1].due_on)
        assert (option.instalments, option.up_front) == (len(plan.rows), plan.up_front)


def test_shares_of_the_principal_become_amounts():
    found = one(offer(down_payment=Decimal("0.10"), waive_principal=Decimal("0.333")), funds="5000")
    terms = found.offered[0].option.terms
    assert (terms.down_payment.text(), terms.waive_principal.text()) == ("5000.00", "16650.00")


def test_a_deferral_moves_the_first_due_day():
    found = one(offer(instalments=(24,), deferral_months=(3,)))
    assert found.offered[0].option.first_due == date(2027, 3, 10)


@pytest.mark.parametrize(
    ("changes", "given_means", "code"),
    [
        ({"instalments": (12,)}, {"surplus": "1000"}, "option_far_over_share"),
        ({"instalments": (12,), "method": "equal_instalment"}, {"surplus": "5600"}, "option_over_share"),
        ({"instalments": (60,), "down_payment": Decimal("0.2")}, {"surplus": "1200"}, "option_needs_funds"),
        ({"instalments": (1,), "method": "lump_sum", "rate": Decimal(0)}, {"surplus": "1200"}, "option_needs_funds"),
        ({"instalments": (48,), "deferral_months": (13,)}, {}, "cap_term"),
        ({"method": "flat_interest", "rate": Decimal("0.20")}, {}, "cap_annual_cost"),
        ({"instalments": (12,)}, {"highest": "agent"}, "option_beyond_authority"),
    ],
)
def test_what_cannot_be_offered_is_kept_apart_with_its_reason(changes, given_means, code):
    found = one(offer(**changes), **given_means)
    assert not found.offered
    assert all(code in codes for codes in excluded(found).values())
    assert found.tried == len(found.excluded) > 0


def test_funds_at_hand_pay_a_settlement_or_a_down_payment():
    lump = offer(instalments=(1,), method="lump_sum", rate=Decimal(0))
    assert offered(one(lump, surplus="0", funds="59236.45")) == ["plain-1"]
    assert not one(lump, surplus="0", funds="59236.44").offered
    down = offer(instalments=(60,), down_payment=Decimal("0.2"))
    assert offered(one(down, surplus="1200", funds="9000")) == ["plain-60"]


def test_caps_name_their_source():
    found = one(offer(method="flat_interest", rate=Decimal("0.20"), instalments=(24,)))
    ((finding,),) = (each.findings for each in found.excluded)
    assert finding.figures["limit"] == "24.00%"
    assert finding.figures["source"] == CARD_PACK.limits.sources["max_annual_cost"].name
    assert Decimal(finding.figures["simple"].rstrip("%")) > 24


def test_the_rate_of_the_cap_itself_is_allowed():
    found = one(offer(method="equal_instalment", rate=Decimal("0.24"), instalments=(36,)))
    assert offered(found) == ["plain-36"]


@pytest.mark.parametrize("method", ["equal_instalment", "equal_principal", "flat_interest"])
@pytest.mark.parametrize("percent", range(8, 27))
def test_what_is_surely_within_the_cap_is(method, percent):
    found = one(offer(method=method, rate=Decimal(percent) / 100, deferral_months=(0, 2), deferral_interest="accrues"))
    within = [
        ranked.option for ranked in found.offered if surely_within(ranked.option.steepest, CARD_PACK.annual_cap().rate)
    ]
    assert bool(within) is (method != "flat_interest" and percent <= 23)
    assert all(not annual_cost_findings(option.schedule, CARD_PACK.annual_cap()) for option in within)


def test_an_unknown_contract_rate_is_said_not_guessed():
    found = one(offer(), offer(code="loan", method="equal_instalment"), debts={"6214": debt(rate=None)})
    assert offered(found) == ["plain-12", "plain-24"]
    assert [(finding.code, finding.figures["offers"]) for finding in found.findings] == [
        ("option_rate_unknown", "停息分期")
    ]


def test_another_currency_gets_no_share_and_says_so():
    foreign = debt(
        currency="USD", **{part: Money(100_00, "USD") for part in ("principal", "interest", "penalty", "fees")}
    )
    found = one(offer(), debts={"6214": foreign})
    assert not found.offered
    assert [finding.code for finding in found.findings] == ["option_other_currency"]


def test_several_accounts_share_the_surplus_by_balance():
    debts = {"0001": debt("1"), "0002": debt("2", principal=Money(5_000_00)), "0003": debt("3", principal=Money(9_00))}
    found = options(offer(instalments=(60,)), debts=debts, surplus="1500")
    assert total([each.share for each in found]) == payable(yuan("1500"), Fraction(1, 10))
    assert [each.account_id for each in found] == ["a-1", "a-2", "a-3"]
    assert found[0].share > found[1].share > found[2].share


def test_an_account_that_owes_nothing_has_no_options():
    paid = debt("2", principal=NOTHING, interest=NOTHING, penalty=NOTHING, fees=NOTHING)
    assert len(options(offer(), debts={"0001": debt("1"), "0002": paid})) == 1


def test_the_order_asks_least_first_then_costs_least_then_ends_soonest():
    found = one(
        offer(code="waived", treat_interest="waive"),
        offer(code="loan", method="equal_instalment"),
        offer(code="free"),
    )
    assert offered(found) == ["loan-12", "loan-24", "free-12", "free-24", "waived-12", "waived-24"]
    telling = [each.why.figures.get("criterion") for each in found.offered]
    assert [each.why.code for each in found.offered] == ["rank_first"] + ["rank_after"] * 5
    assert telling == ["asked", "asked", "asked_of_bank", "asked", "asked_of_bank", "asked"]


def test_with_like_concessions_and_cost_the_sooner_end_stands_first_then_the_smaller_payment():
    alike = {"instalments": (30, 36), "concessions": ()}
    found = one(offer(code="half", down_payment=Decimal("0.5"), **alike), offer(code="free", **alike), funds="60000")
    assert offered(found) == ["half-30", "free-30", "half-36", "free-36"]
    assert [each.why.figures["criterion"] for each in found.offered] == ["payment", "payment", "last_due", "payment"]


def test_the_only_option_says_so_and_equal_ones_are_told_apart_by_code():
    assert one(offer(instalments=(12,))).offered[0].why.code == "rank_only"
    duplicates_elsewhere = one(offer(code="b", instalments=(12,)), offer(code="a", instalments=(12,)))
    assert offered(duplicates_elsewhere) == ["a-12", "b-12"]
    assert [each.why.code for each in duplicates_elsewhere.offered] == ["rank_equal", "rank_equal"]


def dominates(one_: Option, other: Option) -> bool:
    """The rule as a person would say it, apart from the program's own way."""
    pairs = [
        (one_.payment.minor, other.payment.minor),
        (one_.total.minor, other.total.minor),
        (one_.up_front.minor, other.up_front.minor),
        (one_.last_due.toordinal(), other.last_due.toordinal()),
        (sum(t == "bank" for t in one_.tiers.values()), sum(t == "bank" for t in other.tiers.values())),
        (sum(t != "agent" for t in one_.tiers.values()), sum(t != "agent" for t in other.tiers.values())),
    ]
    return all(a <= b for a, b in pairs) and any(a < b for a, b in pairs)


def random_offer(chance: Random, no: int) -> Offer:
    method = chance.choice([name for name in METHODS if name not in ("step", "custom", "flat_fee")])
    return offer(
        code=f"o{no}",
        method=method,
        instalments=tuple(sorted(chance.sample(range(1, 66), chance.randint(1, 4)))),
        rate=chance.choice([None, Decimal(0), Decimal("0.12"), Decimal("0.30")]),
        treat_interest=chance.choice(["waive", "in_plan", "capitalise", "first_instalment"]),
        treat_penalty=chance.choice(["waive", "in_plan", "up_front"]),
        treat_fees=chance.choice(["waive", "in_plan"]),
        waive_principal=chance.choice([Decimal(0), Decimal("0.10")]),
        down_payment=chance.choice([Decimal(0), Decimal("0.05")]),
        deferral_months=chance.choice([(), (), (0, 2), (6,)]),
        deferral_interest=chance.choice(["stops", "accrues"]),
        concessions=chance.choice([("instalments",), ("stop_collection", "down_payment")]),
    )


def random_case(chance: Random) -> tuple[Pack, str, str]:
    offers = [random_offer(chance, no) for no in range(chance.randint(1, 6))]
    return pack_of(*offers), f"{chance.randint(0, 9000)}.00", chance.choice(["0", "3000", "70000"])


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_what_is_offered_keeps_limits_and_means_and_what_is_dropped_is_outdone(chance):
    pack, surplus, funds = random_case(chance)
    found = one(pack=pack, surplus=surplus, funds=funds)
    kept = [each.option for each in found.offered]
    limits = pack.limits
    for option in kept:
        settled = option.terms.method == "lump_sum" and option.total <= yuan(funds)
        assert option.payment <= found.share or settled
        assert option.up_front <= found.share + yuan(funds) or settled
        assert option.instalments + option.terms.deferral_months <= limits.max_instalments
        assert option.true_rate is None or option.true_rate.simple < limits.max_annual_cost + Decimal("0.00005")
        assert not any(dominates(other, option) for other in kept)
    for dropped in found.dominated:
        (better,) = (option for option in kept if option.id == dropped.by)
        assert dominates(better, dropped.option)
    assert all(each.findings for each in found.excluded)
    tried, _ = candidates("6214", debt(), ALL_REQUESTS, FIRST_DUE, TODAY, pack)
    assert found.tried == len(tried)


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_does_not_depend_on_the_order_of_the_pack(chance):
    pack, surplus, funds = random_case(chance)
    shuffled = replace(pack, offers=tuple(chance.sample(pack.offers, len(pack.offers))))
    first, second = (one(pack=rules, surplus=surplus, funds=funds) for rules in (pack, shuffled))
    assert first.offered == second.offered
    assert sorted(each.option.id for each in first.dominated) == sorted(each.option.id for each in second.dominated)


@given(st.lists(st.integers(1, 10**8), min_size=1, max_size=5), st.integers(-(10**6), 10**7))
def test_shares_never_exceed_what_may_be_spent(balances, surplus):
    debts = [
        debt(str(no), principal=Money(b), interest=NOTHING, penalty=NOTHING, fees=NOTHING)
        for no, b in enumerate(balances)
    ]
    shares = account_shares(debts, Money(surplus), CARD_PACK)
    assert sum(share.minor for share in shares) <= payable(Money(surplus), Fraction(1, 10)).minor
    assert min(share.minor for share in shares) >= 0
