"""Garbage is collected on the thread of the window, by Python's own thresholds, and on no other."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident

import pytest
from PySide6.QtCore import QObject

from ui.app import begin_loading, load_ahead
from ui.background import Inline
from ui.shell.collector import Collector, collect_due
from workstation import wording
from workstation.policy import versions
from workstation.policy.pack import packs
from workstation.wording import Wording


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.held = self


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    parent = QObject()
    yield Collector(parent)
    gc.unfreeze()


def test_a_thread_that_allocates_collects_nothing(qtbot, collector) -> None:
    ended_on: list[int] = []
    for _ in range(3):
        weakref.finalize(Knot(), lambda: ended_on.append(get_ident()))
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(lambda: [[number] for number in range(100_000)]).result()
    assert (ended_on, len(held)) == ([], 100_000)
    qtbot.waitUntil(lambda: len(ended_on) == 3)
    assert set(ended_on) == {get_ident()}


@pytest.mark.parametrize(
    ("counts", "generation"),
    [
        ((700, 0, 0), None),
        ((701, 0, 0), 0),
        ((701, 10, 9), 0),
        ((701, 11, 0), 1),
        ((701, 11, 11), 2),
        ((0, 11, 11), None),
    ],
)
def test_the_oldest_generation_that_is_due_is_collected(monkeypatch, counts, generation) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "collect", collected.append)
    collect_due()
    assert collected == ([] if generation is None else [generation])


def test_what_is_loaded_before_a_desk_is_open_is_never_looked_through(window, desk) -> None:
    gone: list[str] = []
    weakref.finalize(Knot(), gone.append, "garbage")
    loaded, answers = Knot(), list[str]()
    before = gc.get_freeze_count()
    try:
        begin_loading(Inline(), window, lambda: answers.append("loaded"))
        assert (gone, answers) == (["garbage"], ["loaded"]), "what is not needed is not kept"
        assert gc.get_freeze_count() > before and not any(one is loaded for one in gc.get_objects())
        window.open_desk(desk)
        frozen = gc.get_freeze_count()
        begin_loading(Inline(), window, lambda: answers.append("late"))
        assert (gc.get_freeze_count(), answers) == (frozen, ["loaded", "late"]), "parts of an open desk come and go"
    finally:
        gc.unfreeze()


def test_words_of_the_window_and_of_codes_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    wording._catalogue.cache_clear()
    load_ahead("zh-Hant")
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("somebody waits for words"))
    assert Wording("zh-Hant-TW").text("app.name") == "協商工作台"
    assert Wording("en").choices("marital")
    assert wording._catalogue.cache_info().currsize == 2


def test_rules_that_older_cases_follow_are_read_ahead() -> None:
    versions.earlier.cache_clear()
    load_ahead()
    read = versions.earlier.cache_info().currsize
    assert read == sum(len(versions.earlier_days(name)) for name in packs()) > 0
    assert versions.version("cn-card", packs()) is not None
    assert versions.earlier.cache_info().currsize == read, "nobody waits for them any more"
