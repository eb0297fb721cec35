"""However many cases a desk has, a keystroke and a page of the list cost what nobody notices; asked whole by `make prove`."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time

import pytest

from bench.lists import NEEDLES, PAGE, keystroke, made_store
from tests.prove import how_many
from workstation.store.listing.wanted import Order, SortedBy
from workstation.store.store import Store

CASES = how_many(600, 1_000_000)
WHOLE = how_many(0, 1)
"""Whether times are judged: on a desk of full size only."""
KEYSTROKE, SORTED = 0.060, 0.050
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
