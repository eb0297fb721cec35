"""However many cases a desk has, a keystroke and a page of the list cost what nobody notices; asked whole by `make prove`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from statistics import median
from time import process_time

import pytest

from bench.lists import NEEDLES, PAGE, keystroke, made_store
from tests.prove import how_many
from workstation.money import Money
from workstation.store.listing.wanted import CaseFilter, DueSpan, Order, SortedBy
from workstation.store.store import Store

CASES = how_many(600, 1_000_000)
WHOLE = how_many(0, 1)
"""Whether times are judged: on a desk of full size only."""
KEYSTROKE, SORTED = 0.060, 0.050
SPRING = (DueSpan(date(2026, 1, 1), date(2026, 1, 31)),)
FILTERS = (
    CaseFilter(bank="招商银行"), CaseFilter(reason="illness"), CaseFilter(agent=""), CaseFilter(due=SPRING),
    CaseFilter(owed_least=Money(4_500_000)), CaseFilter(owed_least=Money(8_900_000)), CaseFilter(next_since=date(2026, 1, 1)),
    CaseFilter(archived=True), CaseFilter(bank="招商银行", reason="illness"),
)  # fmt: skip
"""Each by itself; two wide choices of days and amounts at once take longer."""
ORDERS: tuple[SortedBy, ...] = ("owed", "name", "overdue", "updated")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    kept = made_store(tmp_path_factory.mktemp("limits") / "desk.db", CASES)
    yield kept
    kept.close()


def seconds(work: Callable[[], object]) -> float:
    """Of processor time, at the median of five."""

    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return median(once() for _ in range(5))


@pytest.mark.prove
@pytest.mark.parametrize("typed", (*NEEDLES, "z", "zh", "cc-2026-00002"))
def test_a_keystroke(store: Store, typed: str) -> None:
    found = store.case_list(typed)
    assert len(found.lines(0, PAGE)) == min(PAGE, found.count) and found.count < CASES
    assert seconds(keystroke(store, typed)) <= KEYSTROKE or not WHOLE


@pytest.mark.prove
@pytest.mark.parametrize("by", ORDERS)
def test_the_first_page_of_a_sorted_list(store: Store, by: SortedBy) -> None:
    assert store.case_list(order=Order(by)).count == CASES
    assert seconds(lambda: store.case_list(order=Order(by)).lines(0, PAGE)) <= SORTED or not WHOLE


@pytest.mark.prove
@pytest.mark.parametrize("by", ["updated", "owed"])
@pytest.mark.parametrize("only", FILTERS, ids=lambda one: repr(one)[11:60])
def test_the_first_page_of_a_filtered_list(store: Store, only: CaseFilter, by: SortedBy) -> None:
    found = store.case_list(order=Order(by), only=only)
    assert len(found.lines(0, PAGE)) == min(PAGE, found.count)
    assert seconds(lambda: store.case_list(order=Order(by), only=only).lines(0, PAGE)) <= KEYSTROKE or not WHOLE
