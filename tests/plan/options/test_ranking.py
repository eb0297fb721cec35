"""Which option outdoes which, one figure at a time, and an order of proposal that no order of entry can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from tests.builders import CARD_PACK, terms
from tests.plan.plans import yuan
from workstation.plan.options.option import Option
from workstation.plan.options.ranking import Front, ranked, reasons
from workstation.policy.rules import Tier

BANK: Mapping[str, Tier] = {"deferral": "bank", "instalments": "agent"}
SUPERVISOR: Mapping[str, Tier] = {"deferral": "supervisor", "instalments": "agent"}
AGENT: Mapping[str, Tier] = {"deferral": "agent", "instalments": "agent"}
PLAIN = Option(
    "plain", "a1", CARD_PACK.offers[0], terms(), 12, yuan("100"), yuan("10"), yuan("1200"), yuan("0"), 0,
    date(2026, 12, 10), date(2027, 11, 10), SUPERVISOR,
)  # fmt: skip
BETTER: Mapping[str, dict[str, Any]] = {
    "asked": {"tiers": AGENT},
    "total": {"total": yuan("1199.99")},
    "last_due": {"last_due": date(2027, 11, 9)},
    "payment": {"payment": yuan("99.99")},
    "up_front": {"up_front": yuan("9.99")},
}
WORSE: Mapping[str, dict[str, Any]] = {
    "asked_of_bank": {"tiers": BANK},
    "asked": {"tiers": {**SUPERVISOR, "waive_fees": "supervisor"}},
    "total": {"total": yuan("1200.01")},
    "last_due": {"last_due": date(2027, 11, 11)},
    "up_front": {"up_front": yuan("10.01")},
}


def dominating(kept: Option, option: Option) -> Option | None:
    front = Front()
    front.keep(kept, kept.weights)
    return front.outdoing(option.weights)


@pytest.mark.parametrize("figure", BETTER)
def test_an_option_better_in_one_figure_outdoes_its_like(figure):
    assert dominating(replace(PLAIN, id="better", **BETTER[figure]), PLAIN) is not None


@pytest.mark.parametrize("figure", WORSE)
def test_an_option_worse_in_any_other_figure_does_not(figure):
    """It asks for a smaller payment, but for more of one other thing."""
    one = replace(PLAIN, id="one", **{"payment": yuan("50"), **WORSE[figure]})
    assert dominating(one, PLAIN) is None


def test_alike_options_both_stay():
    assert dominating(replace(PLAIN, id="other"), PLAIN) is None


def test_the_order_of_entry_never_shows():
    options = [replace(PLAIN, id=name) for name in "bca"] + [replace(PLAIN, id="z", total=yuan("1199"))]
    for order in permutations(options):
        assert [one.id for one in ranked(order)] == ["z", "a", "b", "c"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("asked", "total"), ("total", "last_due"), ("last_due", "payment"), ("payment", "up_front")],
)
def test_the_weightier_figure_decides(first, second):
    heavy, light = (replace(PLAIN, id=name, **BETTER[name]) for name in (first, second))
    order = ranked([light, heavy])
    assert [one.id for one in order] == [first, second]
    assert [finding.figures["criterion"] for finding in reasons(order)] == [first, first]
