"""Real export layouts against an independent reading of the same files (the .beancount beside each).

The other reader books double entries with rules of its own configuration; where it departs from the paper, the departure is
listed here with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tools import SHARED, shared
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import Statement, Transaction, analyse

CORPUS = SHARED / "corpus" / "statements"
READER = CORPUS / "double-entry-generator"

_ENTRY = re.compile(r'^(\d{4}-\d\d-\d\d) \* "((?:[^"\\]|\\.)*)"(?: "((?:[^"\\]|\\.)*)")?')
_POSTING = re.compile(r"^\s+(\S+) (-?[\d.]+) ([A-Z]{3})$")


@pytest.fixture(autouse=True)
def _corpus() -> None:
    shared("corpus", "statements")


@dataclass(frozen=True)
class Entry:
    on: str
    payee: str
    postings: tuple[tuple[str, Decimal, str], ...]
    type: str


def booked(path: Path) -> list[Entry]:
    """The entries of a beancount file."""
    found: list[Entry] = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip("\n").splitlines()
        head = _ENTRY.match(lines[0]) if lines else None
        if not head:
            continue
        postings = tuple(
            (posting[1], Decimal(posting[2]), posting[3]) for line in lines if (posting := _POSTING.match(line))
        )
        kind = next((line.split('"')[1] for line in lines if line.strip().startswith("type:")), "")
        found.append(Entry(head[1], head[2].replace('\\"', '"'), postings, kind))
    return found


def read(folder: str, pattern: str) -> Statement:
    return read_statement(next((READER / folder).glob(pattern)).read_bytes())


def figure(one: Transaction) -> tuple[str, Decimal, str]:
    return (one.on.isoformat(), Decimal(one.amount.text()), one.amount.currency)


# folder, file, account of the holder in the other reading, rows there, rows that its configuration ignores.
BANKS = [
    ("cmb/debit", "*.csv", "Assets:DebitCard:CMB", 5, 0),
    ("cmb/credit", "*.csv", "Liabilities:CreditCard:CMB", 5, 1),  # 财付通
    ("icbc/debit-v1", "*.csv", "Assets:Bank:CN:ICBC", 7, 4),  # 财付通-, 蚂蚁基金赎回, 自动还款
    ("icbc/credit", "*.csv", "Liabilities:Bank:CN:ICBC", 4, 5),  # 财付通-, 支付宝-
    ("boc/debit", "*.csv", "Assets:DC:BoC:3167", 8, 9),  # 支付宝
    ("boc/credit", "*.csv", "Liabilities:CC:BoC", 7, 7),  # 支付宝, 京东, own repayment
    ("ccb", "*.xls", "Assets:Bank:CN:CCB:Checking", 6, 0),
    ("citic/credit", "*.xls", "Liabilities:CreditCard:CITIC", 12, 1),  # 财付通(银联云闪付)
    ("hsbchk/credit", "*.csv", "Liabilities:CreditCard:HSBC", 11, 0),
    ("bmo/debit", "*.csv", "Assets:DebitCard:BMOChequing", 4, 0),
    ("bmo/credit", "*.csv", "Liabilities:CreditCard:BMO", 3, 0),
]

INTEREST = ("2024-12-20", Decimal("0.01"), "CNY")
"""boc/credit: interest on a credit balance, no card number in the row; the other reader books it to unknown accounts, turned."""


@pytest.mark.parametrize(("folder", "file", "account", "entries", "ignored"), BANKS)
def test_banks_agree_in_day_amount_sign_and_currency(folder, file, account, entries, ignored):
    statement = read(folder, file)
    theirs = booked(next((READER / folder).glob("*.beancount")))
    assert len(theirs) == entries
    assert len(statement.transactions) == entries + ignored
    ours = Counter(figure(one) for one in statement.transactions)
    wanted = Counter(
        (entry.on, amount, currency)
        for entry in theirs
        for name, amount, currency in entry.postings
        if name.startswith(account)
    )
    if folder == "boc/credit":
        wanted[INTEREST] += 1
    assert sum(wanted.values()) == entries
    assert wanted - ours == Counter()
    assert sum((ours - wanted).values()) == ignored


@pytest.mark.parametrize("file", ["*.csv", "*.xlsx"])
def test_wechat_agrees_row_by_row(file):
    statement = read("wechat", file)
    theirs = booked(next((READER / "wechat").glob("*.beancount")))
    assert len(statement.transactions) == len(theirs) == 27
    ours = sorted((one.on.isoformat(), abs(Decimal(one.amount.text())), _type(one)) for one in statement.transactions)
    # The amount of a withdrawal contains its fee, which the other reader books apart.
    wanted = sorted(
        (entry.on, sum((amount for _, amount, _ in entry.postings if amount > 0), Decimal(0)), entry.type)
        for entry in theirs
    )
    assert ours == wanted
    fees = {one.on.isoformat(): one.fee.text() for one in statement.transactions if one.fee}
    assert fees == {"2021-07-11": "1.00", "2021-07-14": "0.10", "2021-07-15": "0.10"}


@pytest.mark.parametrize("file", ["*.csv", "*.xlsx"])
def test_wechat_moves_of_the_wallet_have_the_sign_of_the_other_reading(file):
    """Where an own move touches 零钱 itself, both readings agree in its direction."""
    statement = read("wechat", file)
    cash = {
        (entry.on, abs(amount)): amount > 0
        for entry in booked(next((READER / "wechat").glob("*.beancount")))
        if entry.type == "/"
        for name, amount, _ in entry.postings[:2]
        if name == "Assets:Digital:Wechat:Cash"
    }
    for one in statement.transactions:
        key = (one.on.isoformat(), abs(Decimal(((one.amount + one.fee) if one.fee else one.amount).text())))
        if one.kind == "neutral" and key in cash:
            assert (one.amount.minor > 0) is cash[key]


def test_alipay_agrees():
    statement = read("alipay", "*.csv")
    theirs = booked(next((READER / "alipay").glob("*.beancount")))
    assert len(statement.transactions) == len(theirs) == 7
    ours = sorted((one.on.isoformat(), abs(Decimal(one.amount.text())), _type(one)) for one in statement.transactions)
    assert ours == sorted((entry.on, abs(entry.postings[0][1]), entry.type) for entry in theirs)
    # A closed trade and the refund that undid it: both readings leave the three rows out.
    assert [(left.row, left.why) for left in statement.rows_left_out] == [
        (31, "closed"), (32, "refund_of_closed"), (33, "closed"),
    ]  # fmt: skip
    # Units of a fund sold into the wallet: the other reader books it as money going out, the words say that it came in.
    sold = next(one for one in statement.transactions if "卖出至余额宝" in one.text)
    assert (sold.amount.text(), sold.kind) == ("99.34", "neutral")


@pytest.mark.parametrize("name", ["alipay_web_legacy_16col.gbk.csv", "alipay_web_legacy_16col.utf8.txt"])
def test_the_older_alipay_download(name):
    statement = read_statement((CORPUS / "text_samples" / name).read_bytes())
    assert statement.layout == "alipay.web"
    assert [(one.amount.text(), one.kind) for one in statement.transactions] == [
        ("-12.00", "expense"),
        ("200.00", "income"),
    ]
    assert [left.why for left in statement.rows_left_out] == ["unpaid"]


CHAINS = [
    # The masked samples were cut and shuffled by their publisher; the breaks are real.
    ("boc/debit", "*.csv", []),
    ("ccb", "*.xls", ["row 10"]),
    ("cmb/debit", "*.csv", ["row 4", "row 5", "row 6"]),
    ("icbc/credit", "*.csv", ["row 8", "row 11", "row 12", "row 13", "row 14"]),
    ("icbc/debit-v1", "*.csv", []),  # all balances masked
]


@pytest.mark.parametrize(("folder", "file", "rows"), CHAINS)
def test_balance_breaks_of_the_samples(folder, file, rows):
    findings = analyse(read(folder, file)).findings
    assert [finding.subject for finding in findings if finding.code == "balance_break"] == rows
    if folder == "icbc/debit-v1":
        assert [finding.code for finding in findings] == ["total_break_income", "total_break_expense", "balance_masked"]


TEXTS = [*(folder for folder, file, *_ in BANKS if file == "*.csv"), "alipay", "wechat"]


@pytest.mark.parametrize("folder", TEXTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_and_line_ends_change_nothing(folder, encoding, end):
    data = next((READER / folder).glob("*.csv")).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    turned = text.replace("\r\n", "\n").replace("\n", end).encode(encoding)
    assert read_statement(turned) == read_statement(data)


def _type(one: Transaction) -> str:
    """The word that the wallet prints in 收/支."""
    if one.kind in ("neutral", "refund"):
        return "不计收支" if one.kind == "refund" or "蚂蚁" in one.text else "/"
    return "收入" if one.kind == "income" else "支出"
