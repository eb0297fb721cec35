"""Garbage is collected on the thread of the window, by Python's own thresholds, and on no other."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident

import pytest
from PySide6.QtCore import QObject

from ui.shell.collector import Collector, collect_due


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
