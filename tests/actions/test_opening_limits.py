"""Opening a desk for a day's work, to the first page of its list, costs the same however much is in it; whole by `make prove`."""

from __future__ import annotations

import csv
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from bench.imports import HEADER, rows
from bench.lists import PAGE
from bench.opening import CHEAP, PASSPHRASE, made_desk, unsynced
from tests.builders import SETTINGS
from tests.prove import how_many
from workstation.actions.imports import import_portfolio, plan_file
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_keys, open_for_work
from workstation.dates import SystemClock
from workstation.store.storage_errors import Cursor

ACCOUNTS, PROOFS = how_many(300, 1_000_000), how_many(100, 10_000)
WHOLE = how_many(0, 1)
"""Whether times are judged: of a desk of full size only."""
MOST = 1.2
ROUNDS = how_many(1, 9)


def opener(folder: Path) -> Callable[[], int]:
    """What opens the desk and looks at its list; it answers how many cases there are."""
    keys = desk_keys(folder, PASSPHRASE)

    def opened() -> int:
        desk = open_for_work(folder, keys, SystemClock())
        found = desk.store.case_list()
        assert len(found.lines(0, PAGE)) == min(PAGE, found.count)
        desk.close()
        return found.count

    return opened


def seconds(folder: Path) -> float:
    """Of processor time, in a process that has opened no desk yet."""
    opened = opener(folder)
    begun = process_time()
    opened()
    return process_time() - begun


def least_seconds(folder: Path) -> float:
    """As people open a desk: rules and settings are read each time."""
    found = []
    for _ in range(ROUNDS):
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            found.append(pool.submit(seconds, folder).result())
    return min(found)


@pytest.mark.prove
def test_a_full_desk_opens_as_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_desk(tmp_path / "empty", PASSPHRASE, SETTINGS, SystemClock(), CHEAP).close()
    desk = made_desk(tmp_path / "full", 1, proofs=PROOFS)
    with (tmp_path / "list.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows((HEADER, *rows(ACCOUNTS)))
    with unsynced():
        desk.run(import_portfolio, plan_file(desk, tmp_path / "list.csv"))
    desk.close()
    empty, full = (opener(tmp_path / name) for name in ("empty", "full"))
    assert (empty(), full()) == (0, ACCOUNTS + 1)  # and what is done once a day is done
    read: list[int] = []
    monkeypatch.setattr(Cursor, "fetchall", counted(read, Cursor.fetchall))
    full()
    assert sum(read) <= PAGE + 60 and max(read) == PAGE  # the page itself, settings, rules, whoever has it open
    monkeypatch.undo()
    if WHOLE:
        assert least_seconds(tmp_path / "full") <= MOST * least_seconds(tmp_path / "empty")


def counted(read: list[int], fetch: Callable[[Cursor], list[Any]]) -> Callable[[Cursor], list[Any]]:
    """``fetch``, which notes how many rows it answers with."""

    def fetched(cursor: Cursor) -> list[Any]:
        found = fetch(cursor)
        read.append(len(found))
        return found

    return fetched
