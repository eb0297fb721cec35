"""What is owed and how long it is overdue are told as of one day; what is paid up front says when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.documents.sample_case import BANK, account_of, case_file, terms
from workstation.casework.case_file import CaseFile
from workstation.documents.packet.application import application
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.blocks import TableBlock
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

EARLIER = date(2026, 11, 3)


def two_days() -> CaseFile:
    file = case_file()
    second = replace(account_of("a3", BANK, "6225880099990001", 100_000, 0, 0, 0), as_of=EARLIER)
    return replace(file, accounts=(*file.accounts, second))


def blocks(figures: PacketFigures) -> tuple[object, ...]:
    return tuple(application(figures, Phrases(figures.language, {})))


def test_days_overdue_are_counted_to_the_day_of_the_balance():
    first, second = packet_figures(two_days(), BANK).accounts
    assert (first.as_of, first.days, first.bucket) == ("2026-11-23", 98, "M4")
    assert (second.as_of, second.days, second.bucket) == ("2026-11-03", 78, "M3")


def test_a_balance_of_another_day_says_so_in_its_row():
    table = next(one for one in blocks(packet_figures(two_days(), BANK)) if isinstance(one, TableBlock))
    names = [row.cells[0] for row in table.rows[:2]]
    assert names == ["信用卡（尾号 6214）", "信用卡（尾号 0001）\n截至 2026-11-03"]


def test_what_is_paid_up_front_says_when():
    file = case_file()
    plan = replace(file.plans[0], terms=terms(file.accounts[0], down_payment=Money(200_000)))
    assert "2,000.00（方案生效当日）" in str(blocks(packet_figures(replace(file, plans=(plan,)), BANK)))
