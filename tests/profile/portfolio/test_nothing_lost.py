"""Lists with random damage: accepted and rejected rows are, to the cent, all that the file holds, and wrong totals are told."""

from __future__ import annotations

import io
import random
from datetime import date

import openpyxl
import pytest

from tests.prove import how_many
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan

TODAY = date(2026, 11, 28)
_HEADER = ("姓名", "银行", "卡号", "本金", "利息")
_NO_AMOUNTS = ("1500 2000", "1.500,25", "12,34", "=H2", "#REF!", "3元5", "USD 5", "-5", "12.345")
_HOLDS = {"name": 0, "bank": 1, "number": 2}


def made(chance: random.Random) -> tuple[list[list[str]], dict[int, tuple[int, int]], set[int], bool]:
    """Rows of a list; cents of principal and interest by row number; the rows that cannot be taken; whether a sum is wrong."""
    rows: list[list[str]] = [list(_HEADER)]
    amounts: dict[int, tuple[int, int]] = {}
    bad: set[int] = set()
    for at in range(chance.randint(1, 10)):
        principal, interest = chance.randint(1, 10**8), chance.randint(0, 10**6)
        row = [f"某{at}", "A", f"62250000{at:08}", f"{principal / 100:.2f}", f"{interest / 100:.2f}"]
        amounts[len(rows) + 1] = principal, interest
        if chance.random() < 0.25:
            bad.add(len(rows) + 1)
            place = chance.choice((*_HOLDS.values(), 3, 4))
            row[place] = chance.choice(_NO_AMOUNTS) if place > 2 else ""
        rows.append(row)
    whole = not bad or all(
        row[3:] == [f"{a / 100:.2f}", f"{b / 100:.2f}"] for row, (a, b) in zip(rows[1:], amounts.values(), strict=True)
    )
    wrong = whole and chance.random() < 0.5
    if whole:
        sums = [sum(one[part] for one in amounts.values()) + wrong * chance.randint(1, 99) for part in (0, 1)]
        rows.append(["合计", "", "", *(f"{cents / 100:.2f}" for cents in sums)])
    return rows, amounts, bad, wrong


def check(plan: ImportPlan, amounts: dict[int, tuple[int, int]], bad: set[int], wrong: bool) -> None:
    accepted = {claim.row: (claim.account.principal.minor, claim.account.interest.minor) for claim in plan.claims}
    rejected = {row.row for row in plan.rejected}
    assert accepted.keys() | rejected == amounts.keys()
    assert rejected == bad
    assert all(amounts[row] == taken for row, taken in accepted.items())
    assert all(row.findings for row in plan.rejected)
    for part in (0, 1):
        named = sum(amounts[row][part] for row in rejected)
        assert sum(taken[part] for taken in accepted.values()) + named == sum(one[part] for one in amounts.values())
    assert bool(plan.to_confirm) is wrong


@pytest.mark.prove
def test_accepted_and_rejected_are_the_whole_list():
    for seed in range(how_many(150, 3_000)):
        rows, amounts, bad, wrong = made(random.Random(seed))
        text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
        check(plan_import(text.encode(), "list.csv", today=TODAY), amounts, bad, wrong)


@pytest.mark.prove
def test_cells_drawn_as_one_lose_no_account():
    for seed in range(how_many(15, 300)):
        chance = random.Random(seed)
        book, out = openpyxl.Workbook(), io.BytesIO()
        sheet, at = book.worksheets[0], 2
        expected: dict[int, int] = {}
        sheet.append(list(_HEADER))
        while at < 12:
            high = chance.randint(1, 3)
            for row in range(at, at + high):
                expected[row] = chance.randint(1, 10**6)
                sheet.append([f"某{at}" if row == at else None, "A", f"62250000{row:08}", expected[row], 0])
            if high > 1:
                sheet.merge_cells(f"A{at}:A{at + high - 1}")
            at += high
        book.save(out)
        plan = plan_import(out.getvalue(), "list.xlsx", today=TODAY)
        assert {claim.row: claim.account.principal.minor // 100 for claim in plan.claims} == expected
