"""What a statement prints about itself to be checked by: sums, number of rows, period, balances before and after, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import Final

from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout, Row
from workstation.evidence.statements.transactions import Printed, PrintedSum, Statement, TransactionColumns, columns_of
from workstation.money import Money

TOTALS: Final = (
    "合计",
    "交易合计",
    "本期合计",
    "本月合计",
    "累计",
    "总计",
    "小计",
    "本页",
    "共计",
    "合計",
    "總計",
    "小計",
    "本頁",
    "Total",
    "TOTAL",
    "Subtotal",
    "SUBTOTAL",
)

_ONE: Final = Fraction(1)
_DAY: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\b\d{8}\b")
_AMOUNT: Final = r"(?:\([^)\d]*\))?[: ]*(?:人民币|CNY|RMB)?[¥ ]*(-?[\d,]+(?:\.\d{1,2})?)(?![\d.,]* ?[-/\d年月日笔条])"
_SUM: Final = r"(?:发生额|金额|总)?(?:合计|总计|总额|总金额|累计)(?:金额)?"


def _printed_sum(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{words}){_SUM}|(?:合计|总计?|累计)(?:{words})(?:金额|总额)?){_AMOUNT}")


_INCOME: Final = _printed_sum("收入|贷方|转入|存入|收款")
_EXPENSE: Final = _printed_sum("支出|借方|转出|支取|付款")
_COUNT: Final = re.compile(
    r"^(?!.*(?:收入|支出|借方|贷方|转入|转出|收款|付款)).*?"
    r"(?:(?:共计?|合计|总计)[: ]*(\d+) *[笔条]|(?:总笔数|合计笔数|交易笔数|记录数|总条数)[: ]*(\d+))",
    re.MULTILINE,
)
_PERIODS: Final = (
    re.compile(
        r"(?:起止日期|起止时间|起讫日期|查询期间|查询区间|查询时间|交易期间|交易时段|日期范围|时间范围|对账期间|账单周期|统计期间)\D{0,12}\d.*"
    ),
    re.compile(r"(?:起始|开始)(?:日期|时间)\D{0,6}\d[\s\S]{0,40}?(?:截止|终止|结束)(?:日期|时间)\D{0,6}\d\S*"),
)
_BALANCE_WORDS: Final = re.compile(
    r"(期初余额|上期余额|承前余额|起始余额|承前页|期末余额|结余余额|终止余额|结息前余额|过次页)"
)
_PAGES: Final = (
    re.compile(r"第 *(?P<page>\d+) *页[,、/ ]*\(?(?:共|/|of) *(?P<of>\d+) *页"),
    re.compile(r"共 *(?P<of>\d+) *页[,、/ ]*第 *(?P<page>\d+) *页"),
    re.compile(r"[Pp]age *(?P<page>\d+) *(?:of|/) *(?P<of>\d+)"),
)
_MOST_PAGES: Final = 2_000


def period(layout: Layout, about: str) -> tuple[date, date] | None:
    """The printed period, both days included."""
    for pattern in (layout.period,) if layout.period else _PERIODS:
        found = pattern.search(about)
        days = _DAY.findall(found[0]) if found else []
        if len(days) > (0 if layout.period else 1):
            try:
                start, end = (cells.moment(day)[0] for day in (days[0], days[-1]))
            except Refused:
                continue
            return (start, end) if start <= end and cells.believable(start) and cells.believable(end) else None
    return None


def printed(
    layout: Layout,
    about: str,
    totals: Row | None,
    sums: Sequence[tuple[int, Row]],
    currency: str,
    unit: Fraction = _ONE,
) -> Printed:
    """All figures to check by. ``about``: what stands above and around the list, in units of ``unit`` major units; ``totals``:
    the row that the layout calls so; ``sums``: other rows of sums by their number.
    """

    def around(pattern: re.Pattern[str]) -> Money | None:
        found = pattern.search(about)
        amount = cells.amount(found[1], currency) if found else None
        if amount is None:
            return None
        minor = amount.minor * unit
        return Money(minor.numerator, currency) if minor.denominator == 1 else None

    def amount(pattern: re.Pattern[str], column: str) -> Money | None:
        if totals is not None and column:
            return cells.amount(totals.get(column, ""), currency)
        return around(pattern)

    count = (layout.count or _COUNT).search(about)
    opening, closing = map(around, (layout.opening, layout.closing))
    return Printed(
        int(next(filter(None, count.groups()))) if count else None,
        amount(layout.income or _INCOME, layout.gain),
        amount(layout.expense or _EXPENSE, layout.loss),
        layout.totals_binding,
        layout.totals_without_neutral,
        opening,
        closing,
        tuple(_sum(layout, number, row, currency) for number, row in sums),
    )


def _sum(layout: Layout, number: int, row: Row, currency: str) -> PrintedSum:
    def cell(column: str) -> Money | None:
        return cells.amount(row.get(column, ""), currency) if column else None

    return PrintedSum(number, cell(layout.gain), cell(layout.loss), cell(layout.amount))


def balance_note(row: Row, balance: str) -> str:
    """A row that only tells the balance before or after the list, as a line; nothing for any other row."""
    found = _BALANCE_WORDS.search(" ".join(row.values()))
    told = cells.amount(balance, "CNY") if found else None
    return f"{found[1].replace('承前页', '承前余额')}: {told.text()}" if found and told is not None else ""


# ── Compared with what was read ──


def sum_findings(statement: Statement) -> Iterator[Finding]:
    """The printed sums against the rows above them: all, or those since the sum before, in any currency of the list."""
    if not statement.printed.binding:
        return
    before = 0
    for one in statement.printed.sums:
        yield from _sum_findings(columns_of(statement.transactions), one, before)
        before = one.row


def _sum_findings(rows: TransactionColumns, one: PrintedSum, before: int) -> Iterator[Finding]:
    above = rows.selected(map(one.row.__gt__, rows.rows))
    above = above if len(above) else rows
    groups = [above, above.selected(map(before.__lt__, above.rows))]
    columns = [
        [minor for minor, held in zip(group.minors, group.currencies, strict=True) if held == currency]
        for group in groups
        for currency in dict.fromkeys(group.currencies)
    ] or [[]]
    gained = [sum(minor for minor in column if minor > 0) for column in columns]
    lost = [sum(-minor for minor in column if minor < 0) for column in columns]
    nets = [came - went for came, went in zip(gained, lost, strict=True)]
    both = [came + went for came, went in zip(gained, lost, strict=True)]
    for code, stated, right in (
        ("total_break_income", one.income, gained),
        ("total_break_expense", one.expense, lost),
        ("total_break_amount", one.amount, [*nets, *gained, *lost, *both]),
    ):
        if stated is not None and abs(stated.minor) not in map(abs, right):
            found = Money(right[0], stated.currency)
            yield Finding(code, f"row {one.row}", {"printed": stated.text(), "found": found.text()})


def _speaks_of_pages(words: str) -> bool:
    return "页" in words or "age" in words


def page_findings(rows: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """Pages that the list counts and of which it shows no mark (pages_missing)."""
    if not _speaks_of_pages("".join(chain.from_iterable(rows))):
        return
    lines = map(" ".join, rows)
    text = cells.plain("\n".join(line for line in lines if _speaks_of_pages(line)))
    marks = [(int(one["page"]), int(one["of"])) for pattern in _PAGES for one in pattern.finditer(text)]
    last = max((of for _, of in marks), default=0)
    missing = sorted(set(range(1, min(last, _MOST_PAGES) + 1)) - {page for page, _ in marks})
    if missing:
        figures = {"pages": str(last), "missing": ", ".join(map(str, missing[:20]))}
        yield Finding("pages_missing", "statement", figures)
