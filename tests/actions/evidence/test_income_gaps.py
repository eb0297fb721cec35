"""Months without income that a packet names: a month is a gap only when no statement of the case shows income in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import case_file
from tests.evidence.statements.samples import CLOTHES, Entry, entries, written
from workstation.actions.papers.packet.source import income_gaps
from workstation.casework.case_file import CaseFile

ROWS = entries()
SPENDING = tuple(one for one in ROWS if one.minor < 0)


def statement(rows: tuple[Entry, ...]) -> bytes:
    return written(CLOTHES["boc.debit"](rows)).encode()


def without_pay(*months: int) -> bytes:
    """Every row of the half year but the pay of these months."""
    return statement(tuple(one for one in ROWS if one.minor < 0 or one.at.month not in months))


def pay_of(*months: int) -> bytes:
    """The rows of these months alone."""
    return statement(tuple(one for one in ROWS if one.at.month in months))


def case_with(*files: bytes) -> tuple[CaseFile, dict[str, bytes]]:
    file = case_file()
    items = tuple(replace(file.items[0], id=f"s{no}", file_name=f"{no}.csv") for no, _ in enumerate(files))
    return replace(file, items=items), {f"s{no}": data for no, data in enumerate(files)}


@pytest.mark.parametrize(
    ("files", "gaps"),
    [
        ((without_pay(),), ()),
        ((without_pay(8),), ("2026-08",)),
        ((without_pay(8, 9),), ("2026-08", "2026-09")),
        ((without_pay(8, 9), pay_of(8)), ("2026-09",)),  # the pay of August went to the other account
        ((pay_of(8), without_pay(8, 9)), ("2026-09",)),  # in whatever order they were handed in
        ((without_pay(8), without_pay(9)), ()),  # each fills the other's gap
        ((without_pay(8), without_pay(8, 9)), ("2026-08",)),  # a gap of both stays one
        ((without_pay(8), b"no statement"), ("2026-08",)),
        ((), ()),
    ],
)
def test_a_gap_is_filled_by_another_statement(files, gaps):
    file, contents = case_with(*files)
    assert income_gaps(file, contents) == gaps


def test_only_what_goes_along_counts():
    file, contents = case_with(without_pay(8), pay_of(8))
    assert income_gaps(file, {"s0": contents["s0"]}) == ("2026-08",)
    withdrawn = replace(file, items=(file.items[0], replace(file.items[1], withdrawn=True)))
    assert income_gaps(withdrawn, contents) == ("2026-08",)


def printed(start: str, end: str, *paid: str) -> bytes:
    """A list that prints its period, with pay on some days and one spending on the first."""
    lines = [
        f"账户：6228480012345678901\n起止日期：{start}-{end}",
        "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息",
    ]
    lines += [f"{start},080000,消费,-1.00,,商户", *(f"{day},090000,工资,5000.00,,星海科技" for day in paid)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("files", "gaps"),
    [
        ([printed("20260528", "20260903", "20260610", "20260710")], ("2026-08",)),  # of May and September only days
        ([printed("20260501", "20260831", "20260610", "20260710")], ("2026-05", "2026-08")),
        (
            [printed("20260601", "20260815", "20260610", "20260710"), printed("20260816", "20260930", "20260910")],
            ("2026-08",),  # which both files cover together
        ),
        ([printed("20260601", "20260815", "20260610", "20260710"), printed("20260817", "20260930", "20260910")], ()),
    ],
)
def test_a_month_of_which_days_are_not_covered_is_no_gap(files, gaps):
    file, contents = case_with(*files)
    assert income_gaps(file, contents) == gaps


@pytest.mark.parametrize(
    ("peer", "gaps"), [("欧阳", ("2026-07",)), ("欧阳/6226220012345678", ("2026-07",)), ("星海科技", ())]
)
def test_money_of_ones_own_fills_no_gap(peer, gaps):
    data = printed("20260601", "20260731", "20260610") + f"\n20260720,090000,转账,300.00,,{peer}".encode()
    file, contents = case_with(data)
    file = replace(file, debtor=replace(file.debtor, name="欧阳"))
    assert income_gaps(file, contents) == gaps


def test_the_tax_list_shows_income_and_the_card_none():
    tax = "税款所属期,所得项目小类,扣缴义务人,收入,已申报税额\n2026-07,正常工资薪金,星海科技,5000.00,0.00"
    titles = "交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额"
    card = f"招商银行信用卡\n2026年07月\n{titles}\n07/05,07/06,返现奖励,-5.00,1234,-5.00"
    file, contents = case_with(printed("20260601", "20260731", "20260610"), card.encode())
    assert income_gaps(file, contents) == ("2026-07",)
    file, contents = case_with(printed("20260601", "20260731", "20260610"), tax.encode())
    assert income_gaps(file, contents) == ()
