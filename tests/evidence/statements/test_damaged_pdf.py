"""Statements in PDF damaged at random: what was read and what was named is what the file holds, in every layout."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.evidence.statements.printed_samples import PRINTED, Entry, Op, Sheet, drawn, entries, sheets
from tests.prove import how_many
from workstation.actions.evidence.statements import is_advice
from workstation.errors import Refused
from workstation.evidence.statements.readers import read_any_statement
from workstation.evidence.statements.statement import analyse

NAMED = "STSong-Light"


def a_row(chance: random.Random, pages: list[Sheet]) -> tuple[Entry, list[Op]]:
    return chance.choice(chance.choice([page for page in pages if page.rows]).rows)


def drop_page(chance: random.Random, pages: list[Sheet]) -> None:
    if len(pages) > 1:
        del pages[chance.randrange(1, len(pages))]


def swap_pages(chance: random.Random, pages: list[Sheet]) -> None:
    one, other = (chance.randrange(len(pages)) for _ in range(2))
    pages[one].rows, pages[other].rows = pages[other].rows, pages[one].rows


def drop_row(chance: random.Random, pages: list[Sheet]) -> None:
    page = chance.choice([page for page in pages if page.rows])
    del page.rows[chance.randrange(len(page.rows))]


def move_cell(chance: random.Random, pages: list[Sheet]) -> None:
    _, row = a_row(chance, pages)
    place = chance.randrange(len(row))
    left, base, size, text = row[place]
    row[place] = (left + chance.uniform(-60, 60), base + chance.choice((0, 0, chance.uniform(-25, 25))), size, text)


def drop_cell(chance: random.Random, pages: list[Sheet]) -> None:
    _, row = a_row(chance, pages)
    del row[chance.randrange(len(row))]


def shift_row(chance: random.Random, pages: list[Sheet]) -> None:
    _, row = a_row(chance, pages)
    across, down = chance.uniform(-30, 30), chance.uniform(-8, 8)
    row[:] = [(left + across, base + down, size, text) for left, base, size, text in row]


def wrap_cell(chance: random.Random, pages: list[Sheet]) -> None:
    _, row = a_row(chance, pages)
    place = chance.randrange(len(row))
    left, base, size, text = row[place]
    if len(text) > 1:
        cut = chance.randrange(1, len(text))
        row[place : place + 1] = [(left, base, size, text[:cut]), (left, base - chance.uniform(4, 9), size, text[cut:])]


def seal(chance: random.Random, pages: list[Sheet]) -> None:
    left, base, size, _ = chance.choice(a_row(chance, pages)[1])
    at = (left + chance.uniform(-30, 30), base + chance.uniform(-10, 10))
    large = size + chance.choice((0, 2, 4))
    runs = [
        (*at, large, "电子回单专用章"),
        (at[0] + 8, at[1] - large - 3, large, "2026-07-15"),
        (at[0], at[1] - 30, large, "100.00"),
    ]
    chance.choice(pages).frame.extend(runs[: chance.choice((2, 2, 2, 3))])


DAMAGE: tuple[Callable[[random.Random, list[Sheet]], None], ...] = (
    drop_page, swap_pages, drop_row, move_cell, move_cell, drop_cell, shift_row, wrap_cell, seal,
)  # fmt: skip


def damaged(seed: int) -> tuple[str, list[Sheet]]:
    """The layout and the pages of one file."""
    chance = random.Random(seed)
    layout = list(PRINTED)[seed % len(PRINTED)]
    pages = sheets(layout, entries(chance.choice((6, 25, 48))))
    for damage in chance.choices(DAMAGE, k=chance.choice((0, 1, 1, 1, 2, 4))):
        if any(page.rows for page in pages):
            damage(chance, pages)
    return layout, pages


def held(pages: list[Sheet]) -> Counter[tuple[str, int]]:
    return Counter((one.day, one.minor) for page in pages for one, _ in page.rows)


def silent(seed: int) -> Iterator[str]:
    """What differs without a word."""
    layout, pages = damaged(seed)
    runs = [[*page.frame, *(op for _, ops in page.rows for op in ops)] for page in pages]
    font = NAMED if seed % 5 else "NotoSansSC-Regular"
    try:
        statement = read_any_statement(drawn(runs, PRINTED[layout].upright, font), "list.pdf")
    except Refused:
        return
    read = Counter((f"{one.on}", one.amount.minor) for one in statement.transactions)
    told = [one for one in analyse(statement).findings if not is_advice(one)]
    if read != held(pages) and not told:
        yield f"{layout} seed {seed}: lost {held(pages) - read}, invented {read - held(pages)}"


@pytest.mark.prove
def test_nothing_is_lost_without_a_word():
    assert [one for seed in range(2_000, 2_000 + how_many(35, 5_000)) for one in silent(seed)] == []


@pytest.mark.parametrize("layout", PRINTED)
def test_what_is_whole_is_read_without_a_word(layout):
    pages = sheets(layout, entries(25))
    runs = [[*page.frame, *(op for _, ops in page.rows for op in ops)] for page in pages]
    statement = read_any_statement(drawn(runs, PRINTED[layout].upright, NAMED), "list.pdf")
    assert Counter((f"{one.on}", one.amount.minor) for one in statement.transactions) == held(pages)
    assert [one for one in analyse(statement).findings if not is_advice(one)] == []
