"""Both editions, laid out by LibreOffice Writer from the pages beside them: every account right, and no damage without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.evidence.statements.printed_samples import drawn
from workstation.errors import Refused
from workstation.evidence.credit_report.reading import read_credit_report
from workstation.evidence.credit_report.report import CreditReport, ReportedAccount
from workstation.money import Money
from workstation.received.pdf.headings import lines_of
from workstation.received.pdf.words import PageWords, document_words

FILES = Path(__file__).resolve().parents[2] / "files" / "credit_reports"
EDITIONS = ("simple", "detailed")
OCTOBER = date(2026, 10, 31)
CMB, ICBC = "招商银行股份有限公司信用卡中心", "中国工商银行股份有限公司北京市分行"
MASHANG, WEBANK = "马上消费金融股份有限公司", "深圳前海微众银行股份有限公司"


def yuan(amount: int) -> Money:
    return Money(amount * 100)


SIMPLE = (
    ReportedAccount(1, "credit_card", CMB, "CNY", "", date(2018, 3, 1), None, yuan(50_000), yuan(48_652), yuan(12_310),
                    11, 5, OCTOBER, "open", "5678", 1),
    ReportedAccount(1, "credit_card", ICBC, "CNY", "", date(2019, 7, 12), None, yuan(20_000), yuan(3_050), yuan(0),
                    2, 0, OCTOBER, "open", "", 2),
    ReportedAccount(1, "credit_card", ICBC, "USD", "", date(2019, 7, 12), None, yuan(20_000), yuan(0), yuan(0),
                    None, None, OCTOBER, "open", "", 3),
    ReportedAccount(1, "credit_card", "上海浦东发展银行信用卡中心", opened_on=date(2015, 2, 3), state="closed", number=4),
    ReportedAccount(2, "loan", "中国建设银行股份有限公司北京市分行", "CNY", "个人住房商业贷款", date(2016, 8, 2), date(2036, 8, 2),
                    yuan(900_000), yuan(612_400), yuan(0), as_of=OCTOBER, number=1),
    ReportedAccount(2, "loan", MASHANG, "CNY", "其他个人消费贷款", date(2023, 5, 6), date(2027, 5, 6), yuan(30_000), yuan(18_400),
                    yuan(2_150), 4, 0, OCTOBER, number=1),
    ReportedAccount(2, "credit_line", WEBANK, "CNY", "个人消费贷款", date(2022, 1, 10), date(2028, 1, 10), yuan(40_000), yuan(0),
                    yuan(0), as_of=OCTOBER, number=2),
    ReportedAccount(2, "loan", "浙江网商银行股份有限公司", "CNY", "个人经营性贷款", date(2020, 4, 2), None, yuan(10_000),
                    state="closed", number=3),
)  # fmt: skip
DETAILED = (
    ReportedAccount(1, "loan", MASHANG, "CNY", "其他个人消费贷款", date(2023, 5, 6), date(2027, 5, 6), yuan(30_000), yuan(18_400),
                    yuan(2_150), 4, None, date(2026, 10, 6), number=1),
    ReportedAccount(1, "credit_line", WEBANK, "CNY", "", date(2022, 1, 10), date(2028, 1, 10), yuan(40_000), yuan(0),
                    as_of=OCTOBER, number=1),
    ReportedAccount(1, "credit_card", CMB, "CNY", "贷记卡", date(2018, 3, 1), None, yuan(50_000), yuan(48_652), yuan(12_310),
                    as_of=date(2026, 10, 20), number=1),
    ReportedAccount(2, "credit_card", "商业银行“AB”", "CNY", "贷记卡", date(2015, 2, 3), None, yuan(8_000),
                    as_of=date(2026, 10, 20), state="closed", number=2),
)  # fmt: skip


@cache
def pages_of(edition: str) -> tuple[PageWords, ...]:
    return tuple(document_words((FILES / f"{edition}.pdf").read_bytes()))


def read(edition: str) -> CreditReport:
    return read_credit_report(pages_of(edition))


@pytest.mark.parametrize(("edition", "accounts"), [("simple", SIMPLE), ("detailed", DETAILED)])
def test_every_account_of_an_edition(edition, accounts):
    report = read(edition)
    assert (report.edition, report.name, report.made_on) == (edition, "欧阳·阿依古丽", date(2026, 11, 1))
    assert report.identity == "11010519491231002X" and report.number.startswith("20261101")
    assert report.accounts == accounts
    assert report.findings == ()
    assert "查询记录" in report.unread


# ── No damage without a word ──


def lines(pages: Sequence[PageWords]) -> Iterator[tuple[int, list]]:
    for number, page in enumerate(pages):
        for line in lines_of(page.pieces):
            yield number, line


def without(pages: Sequence[PageWords], at: int, line: list) -> list[PageWords]:
    left = tuple(piece for piece in pages[at].pieces if piece not in line)
    return [replace(page, pieces=left) if number == at else page for number, page in enumerate(pages)]


def told(pages: Sequence[PageWords], right: Sequence[ReportedAccount]) -> bool:
    """Whether the accounts are right (pages, lenders and the month of what is closed aside), or something is said."""
    try:
        report = read_credit_report(pages)
    except Refused:
        return True

    def bare(accounts: Sequence[ReportedAccount]) -> list[ReportedAccount]:
        return [
            replace(one, lender="", purpose="", page=0, as_of=None if one.is_over else one.as_of) for one in accounts
        ]

    return bool(report.findings) or bare(report.accounts) == bare(right)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_line_is_lost_without_a_word(edition):
    pages, right = pages_of(edition), read(edition).accounts
    lost = [(at, line) for at, line in lines(pages) if not told(without(pages, at, line), right)]
    assert [(at, " ".join(piece.text for piece in line)) for at, line in lost] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_figure_is_damaged_without_a_word(edition):
    pages, right = pages_of(edition), read(edition).accounts
    silent = []
    for at, page in enumerate(pages):
        for place, piece in enumerate(page.pieces):
            figures = [index for index, one in enumerate(piece.text) if one.isdecimal()]
            for index in figures[len(figures) // 2 :][:1]:
                text = piece.text[:index] + "?" + piece.text[index + 1 :]
                pieces = (*page.pieces[:place], replace(piece, text=text), *page.pieces[place + 1 :])
                damaged = [replace(one, pieces=pieces) if number == at else one for number, one in enumerate(pages)]
                if not told(damaged, right):
                    silent.append((at, piece.base, text))
    assert silent == []


def test_a_page_that_is_missing_is_told():
    assert {one.code for one in read_credit_report(pages_of("simple")[:1]).findings} >= {"credit_report_count_break"}


def test_what_is_no_report_is_refused():
    other = document_words(drawn([[(40, 700, 9, "某银行账户明细"), (40, 680, 9, "2026年1月1日 消费 5.00")]]))
    with pytest.raises(Refused) as caught:
        read_credit_report(other, "a.pdf")
    assert caught.value.findings[0].code == "credit_report_unknown"


HEAD = (
    "个人信用报告",
    "报告编号：2026 报告时间：2026-11-01 10:00:00",
    "姓名：张三 证件类型：身份证 证件号码：1101*********",
    "信贷记录",
)


def sentences(*texts: str) -> CreditReport:
    """A simple report of these lines, drawn by reportlab."""
    placed = [(40, 780 - 14 * place, 9, text) for place, text in enumerate((*HEAD, "信用卡", *texts))]
    return read_credit_report(document_words(drawn([placed])))


OPEN = "2018年3月1日招商银行发放的贷记卡（人民币账户）。截至2026年10月，信用额度50,000，"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("余额48 652，当前无逾期。", "credit_report_part_unreadable"),
        ("余额48,6，当前无逾期。", "credit_report_part_unreadable"),
        ("余额100，逾期金额200。", "credit_report_overdue_beyond_balance"),
        ("余额100，余额200，当前无逾期。", "credit_report_part_unreadable"),
        ("当前无逾期。", "credit_report_balance_missing"),
        ("余额100。", "credit_report_overdue_missing"),
        ("余额100，当前无逾期", "credit_report_sentence_cut"),
        ("余额100，当前无逾期。另有约定", "credit_report_part_unreadable"),
    ],
)
def test_what_is_not_understood_is_told(said, code):
    assert code in {one.code for one in sentences("1." + OPEN, said).findings}


def test_an_account_between_two_that_was_not_read_is_told():
    report = sentences("1." + OPEN, "余额1，当前无逾期。", "3." + OPEN, "余额2，当前无逾期。")
    assert [one.code for one in report.findings] == ["credit_report_number_break"]


def test_entries_without_numbers_begin_behind_the_end_of_a_sentence():
    report = sentences(
        OPEN, "余额1，当前无逾期。", OPEN, "余额2，当前无逾期。最近5年内有2个月处于逾期状态，没有发生过90天以上逾期。"
    )
    assert [(one.balance, one.overdue_months) for one in report.accounts] == [(yuan(1), None), (yuan(2), 2)]
    assert report.findings == ()


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("2021年6月销户。", "closed"),
        ("已转出。", "moved"),
        ("截至2026年10月，状态为“呆账”，余额5，逾期金额5。", "bad_debt"),
        ("尚未激活。", "inactive"),
    ],
)
def test_states(said, state):
    report = sentences("1.2018年3月1日招商银行发放的贷记卡（人民币账户）。", said)
    assert ([one.state for one in report.accounts], report.findings) == ([state], ())
