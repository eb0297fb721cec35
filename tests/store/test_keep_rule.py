"""Which copies stay: the newest of each day, week and month, as a table, and for any history."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.store.backup.rule import KeepRule, kept

FIRST = date(2026, 1, 1)


def daily(count: int) -> list[tuple[str, date]]:
    return [((FIRST + timedelta(days=number)).isoformat(), FIRST + timedelta(days=number)) for number in range(count)]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (KeepRule(3, 0, 0), ["2026-04-08", "2026-04-09", "2026-04-10"]),
        (KeepRule(1, 3, 0), ["2026-03-29", "2026-04-05", "2026-04-10"]),  # weeks end on Sundays
        (KeepRule(1, 0, 3), ["2026-02-28", "2026-03-31", "2026-04-10"]),
        (KeepRule(2, 2, 2), ["2026-03-31", "2026-04-05", "2026-04-09", "2026-04-10"]),
        (KeepRule(0, 0, 0), ["2026-04-10"]),  # the newest stays whatever the rule says
    ],
)
def test_a_hundred_days(rule: KeepRule, wanted: list[str]) -> None:
    assert sorted(kept(daily(100), rule)) == wanted


@given(
    days=st.lists(st.integers(0, 800), max_size=60),
    rule=st.builds(KeepRule, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
)
def test_any_history(days: list[int], rule: KeepRule) -> None:
    copies = [(f"{day:04}-{number:03}", FIRST + timedelta(days=day)) for number, day in enumerate(days)]
    staying = kept(copies, rule)
    assert staying <= {name for name, _ in copies}
    assert len(staying) <= max(1, rule.daily + rule.weekly + rule.monthly)
    if copies:
        assert max(copies, key=lambda copy: (copy[1], copy[0]))[0] in staying
    assert kept([copy for copy in copies if copy[0] in staying], rule) == staying, "a second time takes nothing more"
