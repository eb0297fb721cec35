"""A statement layout as data: which columns it has, where day and amount stand, what its rows mean. One issuer a
file declares them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.directions import Way
from workstation.evidence.statements.transactions import Kind

Row = Mapping[str, str]
"""One row: column title (as in `Layout.header`) → text without padding."""

Moment = tuple[date, datetime | None]

REFUND_WORDS: Final = (
    "退款", "退货", "退回", "退还", "退汇", "退票", "退费", "冲正", "冲账", "冲帐", "冲销", "抹账", "抹帐", "撤销", "RETURN",
    "REFUND", "REVERSAL",
)  # fmt: skip
OWN_WORDS: Final = (
    "提现", "余额宝", "零钱通", "理财", "赎回", "申购", "基金购买", "(?<![日资基根成])本人", "(?<!工资|薪资|奖金|代发)转存",
    "定期存款", "通知存款", "大额存单", "定存", "银证转", "证券转银", "银行转证", "信用卡还款", "自动还款", "自动转帐还款",
    "掌上生活还款", "贷款发放", "(?<!发)放款",
)  # fmt: skip
"""Words of moves between the holder's own pockets, and of money lent: neither income nor spending. 本人 is no part of 日本人寿."""
LENT_WORDS: Final = (
    "贷(?=[\u4e00-\u9fff])(?![方记帐账项差入])", "(?<=[\u4e00-\u9fff])(?<![转来往][账帐])(?<!汇入)贷(?![\u4e00-\u9fff])",
    "借款", "借呗", "借钱", "借条", "有钱花", "京东金条", "拆借", r"\bLOANS?\b",
)  # fmt: skip
"""Words of money that comes in as a loan, or comes back of one: no income. 贷记, 转账贷 only say that it came in."""


_PRINTED: Final = r"(?:\([^)]*\))?[: ]*[¥￥]? ?(-?[\d,]+(?:\.\d{1,2})?)(?![\d.,]* ?[-/\d年月日])"
_OPENING: Final = re.compile(r"(?:期初余额|上期余额|承前余额|起始余额|[Oo]pening [Bb]alance)" + _PRINTED)
_CLOSING: Final = re.compile(r"(?:期末余额|结余余额|终止余额|[Cc]losing [Bb]alance)" + _PRINTED)
"""Balances before and after the list, as banks print them above or below it."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """How the kind of a row is told by words: ``read`` answers it from whether money came in and all that is said of the row.

    ``telling`` finds, in upper case, each thing said by which the kind may be another than the sign alone tells; None: any may.
    """

    read: Callable[[bool, str], Kind]
    telling: re.Pattern[str] | None = None

    def __call__(self, gains: bool, text: str) -> Kind:
        """The kind of one row."""
        return self.read(gains, text)


@dataclass(frozen=True, slots=True)
class Layout:
    """Declares one layout. ``header`` are the columns that must be in one row; ``marks`` are words that must
    stand above it.

    Amounts: ``amount`` (one signed column), or ``gain`` and ``loss`` (two columns), or ``amount`` with ``sign`` that
    answers +1 or -1 for a row (0: not told, so the row is left out and named), or ``amount`` with ``direction``, a column whose
    words say which way the money went; ``directions``: what a person said of words that mean nothing to others.
    ``sign_unsure``: perhaps ``amount`` is not signed; where none prints a sign, balances prove the way, or a person is asked.
    ``card`` statements print spending as positive: their amounts are turned. ``texts`` are joined.
    ``leave_out`` answers why a row is no transaction, or nothing. ``day_else`` stands in where ``day`` is empty.
    ``year_above`` finds the year and month of days printed without a year; ``monthly``: days are months. ``words`` tells the kind
    of a row from whether money came in and what is said of it; ``kind`` from its cells and whether money came in. ``looks_at``:
    the columns that ``sign``, ``kind``, ``leave_out`` and ``fee`` look at; their rows hold those of them that the list has.
    """

    id: str
    header: tuple[str, ...]
    day: str
    day_else: str = ""
    amount: str = ""
    gain: str = ""
    loss: str = ""
    direction: str = ""
    directions: Mapping[str, Way] = field(default_factory=dict)
    sign_unsure: bool = False
    clock: str = ""
    balance: str = ""
    currency_column: str = ""
    currency: str = "CNY"
    counterparties: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    reference: str = ""
    card_column: str = ""
    marks: tuple[str, ...] = ()
    card: bool = False
    ordered: bool = True
    shows_income: bool = True
    monthly: bool = False
    totals_binding: bool = True
    totals_without_neutral: bool = False
    account: re.Pattern[str] | None = None
    period: re.Pattern[str] | None = None
    count: re.Pattern[str] | None = None
    income: re.Pattern[str] | None = None
    expense: re.Pattern[str] | None = None
    opening: re.Pattern[str] = _OPENING
    closing: re.Pattern[str] = _CLOSING
    totals_row: str = ""
    year_above: re.Pattern[str] | None = None
    when: Callable[[str, str], Moment] = cells.moment
    words: KindWords = field(default_factory=lambda: BY_WORDS)
    looks_at: tuple[str, ...] = ()
    fee: Callable[[Row], str] | None = None
    sign: Callable[[Row], int] | None = None
    kind: Callable[[Row, bool], Kind] | None = None
    leave_out: Callable[[Row], str] | None = None


def plain_names(layout: Layout) -> Layout:
    """The layout with its column names as `cells.plain` gives the titles of a file."""
    names = {name: cells.plain(getattr(layout, name)) for name in _COLUMNS}
    lists = {name: tuple(map(cells.plain, getattr(layout, name))) for name in ("counterparties", "texts", "looks_at")}
    return replace(layout, **names, **lists)  # type: ignore[arg-type]


_COLUMNS: Final = (
    "day", "day_else", "amount", "gain", "loss", "direction", "clock", "balance", "currency_column", "reference", "card_column",
)  # fmt: skip


def _by_words(gains: bool, text: str) -> Kind:
    """Kind of a bank row: a refund, an own move or a loan by its words, else by its sign. Pay is pay, also of who lends."""
    upper = text.upper()
    if gains and _REFUND.search(upper):
        return "refund"
    if gains and _LENT.search(upper) and not _EARNED.search(upper):
        return "neutral"
    if _OWN.search(upper) and not (_INTEREST if gains else _CHARGE).search(upper):
        return "neutral"
    return "income" if gains else "expense"


def _by_card_words(gains: bool, text: str) -> Kind:
    """Kind of a card row: what comes in is a repayment (neutral), a reward or interest (income), or else a refund."""
    if not gains:
        return "expense"
    upper = text.upper()
    if any(word in upper for word in ("还款", "转帐", "转账", "PAYMENT", "AUTOPAY")) or _PERSON.fullmatch(text.strip()):
        return "neutral"
    if any(word in upper for word in ("利息", "奖励", "返现", "CASHBACK", "REWARD", "INTEREST")):
        return "income"
    return "refund"


_REFUND: Final = re.compile("|".join(REFUND_WORDS))
_OWN: Final = re.compile("|".join(OWN_WORDS))
_LENT: Final = re.compile("|".join(LENT_WORDS))
_CHARGE: Final = re.compile("手续费|服务费|年费")  # what an own move costs is spending
_INTEREST: Final = re.compile("^(?!.*本金)(?!.*本息).*(?:利息|结息)")  # what it brings is income
_EARNED: Final = re.compile("工资|薪|奖金|佣金|提成|劳务|报酬|补贴|绩效|代发(?!放)|SALARY|PAYROLL|WAGE|COMMISSION")
_PERSON: Final = re.compile(r"[\u4e00-\u9fff]{2,3}")  # a bare personal name: somebody paid in

BY_WORDS: Final[KindWords] = KindWords(_by_words, re.compile("|".join((*REFUND_WORDS, *OWN_WORDS, *LENT_WORDS))))
"""`_by_words`: a charge tells nothing unless it is one of an own move."""
BY_CARD_WORDS: Final[KindWords] = KindWords(_by_card_words)
"""`_by_card_words`: whoever pays in may be any name."""
