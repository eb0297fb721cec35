"""The order of events by the database's own count, whatever the clock says; and what another connection wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.store.server.engines import Engine
from workstation.casework.user import User
from workstation.dates import FixedClock
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

LONG_AGO = FixedClock(datetime(1999, 1, 1, tzinfo=UTC))


def test_each_change_counts_once_and_marks_its_cases(engine: Engine):
    store = engine.filled()
    before = store.counters.revision
    with store.transaction():
        assert store.counters.revision == before + 1
        store.save(replace(store.get(Debtor, "d1"), employer="东方"))
        store.save(replace(store.get(Case, "c1"), reason_note="病"))
    assert store.counters.revision == before + 1
    assert store.counters.cases_since(before) == {"c1"}
    assert store.counters.cases_since(before + 1) == frozenset()
    store.close()


def test_a_clock_set_back_changes_no_order(engine: Engine):
    store = engine.filled()
    before = store.counters.revision
    store._clock = LONG_AGO
    store.save(replace(store.get(Case, "c1"), reason_note="病"))
    assert store.counters.cases_since(before) == {"c1"}
    store.close()


def test_what_changed_nothing_or_was_undone_counts_nothing(engine: Engine):
    store = engine.filled()
    before = store.counters.revision
    with store.transaction():
        store.get(Case, "c1")
    with pytest.raises(RuntimeError), store.transaction():
        store.save(replace(store.get(Case, "c1"), reason_note="病"))
        raise RuntimeError("power cut")
    assert store.counters.revision == before
    assert store.counters.cases_since(before) == frozenset()
    store.close()


def test_only_what_another_connection_wrote_is_news(engine: Engine):
    mine, theirs = engine.filled(), engine.another()
    assert mine.counters.news() is None
    mine.save(replace(mine.get(Case, "c1"), reason_note="一"))
    assert mine.counters.news() is None
    theirs.save(replace(theirs.get(Case, "c1"), reason_note="二"))
    told = engine.news(mine)
    assert told.revision == mine.counters.revision
    assert told.cases == {"c1"}
    assert mine.counters.news() is None
    mine.close()
    theirs.close()
    assert mine.counters.news() is None  # shut: whoever reads or writes next is told


def test_news_say_whether_people_or_settings_are_among_them(engine: Engine) -> None:
    mine, theirs = engine.filled(), engine.another()
    mine.counters.news()
    theirs.add(User("u9", "新来的人", ("agent",)))
    told = engine.news(mine)
    assert told.people
    assert not told.cases
