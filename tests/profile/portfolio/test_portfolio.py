"""A bank's portfolio row by row: what is accepted, what goes back and why, and totals that always add up."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from tests.tools import shared
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.column_mapping import read_mapping
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan, KnownRecords

TODAY = date(2026, 11, 23)
HEADER = "姓名,身份证号,手机,银行,卡号,本金,利息,违约金,费用,逾期开始日期"
LINE = "张三,11010519491231002X,13800000001,招商银行,6225750123456788,1000.00,20.5,3,0,2026-08-18"


def planned(*lines: str, mapping=None, known=None, header: str = HEADER, name: str = "list.csv") -> ImportPlan:
    text = "\n".join((header, *lines))
    return plan_import(text.encode(), name, mapping, known or KnownRecords(), today=TODAY)


def reasons(plan: ImportPlan) -> list[tuple[int, list[str]]]:
    return [(row.row, [finding.code for finding in row.findings]) for row in plan.rejected]


def advice(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(finding.subject, finding.code) for finding in plan.advice]


def one(plan: ImportPlan) -> tuple[Debtor, Account]:
    assert plan.rejected == ()
    (claim,) = plan.claims
    (new,) = plan.new_cases
    return new.debtor, claim.account


def test_a_plain_row_is_read_whole():
    debtor, account = one(planned(LINE))
    assert (debtor.name, debtor.resident_id, debtor.phone()) == ("张三", "11010519491231002X", "13800000001")
    assert (account.bank, account.number, account.product, account.currency) == (
        "招商银行",
        "6225750123456788",
        "credit_card",
        "CNY",
    )
    assert account.owed == Money(102_350)
    assert (account.principal, account.interest, account.penalty, account.fees) == (
        Money(100000),
        Money(2050),
        Money(300),
        Money(0),
    )
    assert (account.overdue_since, account.as_of) == (date(2026, 8, 18), TODAY)


@pytest.mark.parametrize(
    ("header", "line", "field", "value"),
    [
        ("戶名,發卡銀行,卡號,剩餘本金", "陳大文,匯豐,123,5", "principal", Money(500)),
        ("Customer Name,Issuer,Card No.,Outstanding Principal,Currency", "A,B,1,5,USD", "currency", "USD"),
        ("客户姓名,委托方,合同号,本金（万元）", "A,B,1,1.5", "principal", Money(1_500_000)),
        ("姓名,银行,卡号,本金(分)", "A,B,1,150", "principal", Money(150)),
        ("姓名,银行,卡号,利息,罚息,复利,本金", "A,B,1,1,0.2,0.03,9", "interest", Money(123)),
        ("姓名,银行,卡号,本金,逾期天数", "A,B,1,9,97", "due_on", date(2026, 8, 18)),
        ("姓名,银行,卡号,本金,逾期天数,数据日期", "A,B,1,9,10,2026-10-31", "due_on", date(2026, 10, 21)),
        ("姓名,银行,卡号,本金,逾期期数", "A,B,1,9,3", "due_on", date(2026, 8, 23)),
        ("姓名,银行,卡号,本金,账单日,还款日", "A,B,1,9,5日,每月23号", "due_day", 23),
        ("姓名,银行,卡号,本金,产品", "A,B,1,9,金葵花信用卡", "product", "credit_card"),
        ("姓名,银行,卡号,本金,产品", "A,B,1,9,闪电贷（个人消费贷款）", "product", "consumer_loan"),
        ("姓名,银行,卡号,本金,额度", "A,B,1,9,5.00E+05", "limit", Money(50_000_000)),
        ("姓名,银行,卡号,本金,币种", "A,B,1,9,港币", "currency", "HKD"),
        ("姓名,银行,卡号,本金,开卡日期", "A,B,1,9,2019年3月7日", "opened_on", date(2019, 3, 7)),
        ("姓名,银行,卡号,本金", 'A,B,1,"¥ 1,234.50"', "principal", Money(123_450)),
        ("姓名,银行,卡号,欠款总额,利息", "A,B,1,100,30", "principal", Money(7000)),
        ("*姓名：,银 行,卡 号,本金", "A,B,6225 7501 2345 6788,9", "number", "6225750123456788"),
    ],
)
def test_headers_units_and_words_of_banks(header, line, field, value):
    _, account = one(planned(line, header=header))
    assert getattr(account, field) == value


@pytest.mark.parametrize(
    ("cell", "rate"),
    [("18%", "18.00%"), ("0.18", "18.00%"), ("", None)],
)
def test_rates(cell, rate):
    _, account = one(planned(f"A,B,1,9,{cell}", header="姓名,银行,卡号,本金,年利率"))
    assert (account.rate.percent() if account.rate else None) == rate


def test_a_rate_in_percent_by_its_header():
    _, account = one(planned("A,B,1,9,18", header="姓名,银行,卡号,本金,年利率（%）"))
    assert account.rate is not None
    assert account.rate.percent() == "18.00%"


@pytest.mark.parametrize(
    ("position", "cell", "code"),
    [
        (0, "", "cell_missing"),
        (3, "", "cell_missing"),
        (4, "", "cell_missing"),
        (5, "", "cell_missing"),
        (5, "不详", "cell_amount"),
        (5, "1.005", "cell_too_fine"),
        (5, "-3.00", "cell_negative"),
        (6, "(3.00)", "cell_negative"),
        (9, "2026-02-30", "cell_day"),
        (9, "2027-01-01", "overdue_in_future"),
        (4, "6.22575E+15", "digits_lost"),
        (0, "张\ufffd", "cell_unreadable"),
    ],
)
def test_a_bad_cell_sends_the_row_back_and_no_other(position, cell, code):
    cells = LINE.split(",")
    cells[position] = cell
    other = LINE.replace("6788", "0001")
    plan = planned(",".join(cells), other)
    assert reasons(plan) == [(2, [code])]
    assert [claim.account.tail for claim in plan.claims] == ["0001"]


def test_all_that_is_wrong_with_a_row_is_said_at_once():
    assert reasons(planned("张三,,,,,abc,-1,,,2026-13-01")) == [
        (2, ["cell_amount", "cell_negative", "cell_missing", "cell_missing", "cell_day"])
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (LINE.replace("002X", "0021"), "resident_id_check"),
        (LINE.replace("11010519491231002X", "110105491231002"), "identity_first_generation"),
        (LINE.replace("1000.00,20.5,3,0", "0,0,0,0"), "nothing_owed"),
        (LINE.replace("1000.00", "1.00E+05"), "amount_shortened"),
    ],
)
def test_advice_never_rejects(line, code):
    plan = planned(line)
    assert plan.rejected == ()
    assert advice(plan) == [("row 2", code)]


def test_what_cannot_be_read_of_lesser_things_is_left_out_with_advice():
    plan = planned("A,B,1,9,很多,星座卡", header="姓名,银行,卡号,本金,子女数,婚姻状况")
    debtor, _ = one(plan)
    assert (debtor.children, debtor.marital) == (None, "")
    assert advice(plan) == [("row 2", "cell_left_out"), ("row 2", "cell_left_out")]


def test_a_total_that_does_not_add_up_is_told():
    plan = planned("A,B,1,9,1,11", header="姓名,银行,卡号,本金,利息,欠款合计")
    assert plan.advice[0].figures == {"column": "欠款合计", "text": "11.00", "expected": "10.00"}


def test_rows_of_one_person_join_one_case():
    second = LINE.replace("招商银行,6225750123456788", "中国银行,6259070123456780").replace(
        "13800000001", "13900000002"
    )
    plan = planned(LINE, second)
    (new,) = plan.new_cases
    assert {claim.account.case_id for claim in plan.claims} == {new.case_id}
    assert [phone.number for phone in new.debtor.phones] == ["13800000001", "13900000002"]


def test_without_an_id_name_and_phone_make_the_person():
    header = "姓名,手机,银行,卡号,本金"
    plan = planned("A,138,B,1,9", "A,138,B,2,9", "A,139,B,3,9", "A,,B,4,9", "A,,B,5,9", header=header)
    assert len(plan.new_cases) == 4


def test_one_id_under_two_names_goes_back():
    plan = planned(LINE, LINE.replace("张三", "李四").replace("6788", "0001"))
    assert reasons(plan) == [(3, ["person_conflict"])]


def test_an_account_twice_or_on_the_desk_goes_back():
    plan = planned(LINE, LINE.replace("6225750123456788", "6225 7501 2345 6788"))
    assert reasons(plan) == [(3, ["twice_in_file"])]
    known = KnownRecords({("招商银行", "6225750123456788"): "c1"})
    assert reasons(planned(LINE, known=known)) == [(2, ["already_on_desk"])]


def test_a_known_person_gets_the_account_into_the_open_case():
    plan = planned(LINE, known=KnownRecords(cases={("11010519491231002X",): "c1"}))
    assert plan.new_cases == ()
    assert plan.claims[0].account.case_id == "c1"
    assert advice(plan) == [("row 2", "joins_case")]


def test_titles_above_sums_below_and_repeated_headers_are_no_rows():
    text = "\n".join(("招商银行委案清单,,", "日期：2026-11-20", "", HEADER, LINE, HEADER, "", "合计,,,,,1000.00"))
    plan = plan_import(text.encode("gb18030"), "list.csv", today=TODAY)
    assert (plan.rows, len(plan.claims), plan.claims[0].row) == (1, 1, 5)


def test_columns_left_aside_are_named():
    plan = planned(LINE + ",甲", header=HEADER + ",催收员")
    assert plan.ignored == ("催收员",)


def test_a_file_without_a_needed_column_is_refused():
    with pytest.raises(Refused) as refusal:
        planned("A,1", header="姓名,卡号")
    assert [(f.code, f.figures["field"]) for f in refusal.value.findings] == [
        ("portfolio_column", "银行 / bank"),
        ("portfolio_column", "剩余本金 / principal"),
    ]


def test_a_file_whose_first_rows_are_all_empty_lacks_its_columns():
    with pytest.raises(Refused) as refusal:
        planned("A,1", header="\n" * 100 + "姓名,卡号")
    assert {found.code for found in refusal.value.findings} == {"portfolio_column"}


def test_names_keep_their_rare_characters():
    header = "姓名,银行,卡号,本金"
    names = ["李㛃", "䶮九", "王𬱖", "欧阳·阿依古丽", "买买提•吐尔逊", "Mary  Ann"]
    plan = planned(*(f"{name},B,{no},9" for no, name in enumerate(names)), header=header)
    assert [new.debtor.name for new in plan.new_cases] == [
        "李㛃", "䶮九", "王𬱖", "欧阳·阿依古丽", "买买提·吐尔逊", "Mary Ann",
    ]  # fmt: skip


AMOUNTS = st.one_of(
    st.decimals(min_value=-10, max_value=10**6, places=2).map(str), st.sampled_from(["", "x", "1.005", "-", "1,000.00"])
)


@given(st.lists(st.tuples(st.sampled_from("abc "), AMOUNTS, AMOUNTS), max_size=12))
def test_what_is_read_is_accepted_or_rejected_to_the_cent(rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["姓名", "银行", "卡号", "本金", "利息"])
    for number, (name, principal, interest) in enumerate(rows):
        writer.writerow([name, "B", str(number // 2), principal, interest])
    plan = plan_import(out.getvalue().encode(), "list.csv", today=TODAY)
    assert plan.rows == len(rows) == len(plan.claims) + len(plan.rejected)
    for component in ("principal", "interest"):
        read, accepted, rejected = (
            sum(sums[component].minor for sums in totals.amounts.values())
            for totals in (plan.totals_read, plan.totals_accepted, plan.totals_rejected)
        )
        assert read == accepted + rejected


@pytest.fixture
def portfolios() -> Path:
    return shared("corpus", "portfolios")


def shipped(name: str):
    file = resources.path("sample", "mappings", name)
    return read_mapping(file.read_text("utf-8"), file.name)


def test_thirty_thousand_card_holders_add_up(portfolios):
    data = (portfolios / "UCI_Credit_Card.csv").read_bytes()
    plan = plan_import(data, "UCI_Credit_Card.csv", shipped("uci-credit-card.toml"), today=TODAY)
    bills = [int(Decimal(row["X12"])) for row in csv.DictReader(io.StringIO(data.decode()))]
    assert (plan.rows, len(plan.claims), len(plan.rejected)) == (30_000, 29_410, 590)
    for totals, wanted in (
        (plan.totals_read, bills),
        (plan.totals_accepted, [bill for bill in bills if bill >= 0]),
        (plan.totals_rejected, [bill for bill in bills if bill < 0]),
    ):
        assert totals.rows == len(wanted)
        assert totals.amounts["TWD"]["principal"] == Money(sum(wanted) * 100, "TWD")
    assert {code for row in plan.rejected for code in (finding.code for finding in row.findings)} == {"cell_negative"}
    assert [found.code for found in plan.advice].count("nothing_owed") == bills.count(0)
    late = {claim.account.number: claim.account.due_on for claim in plan.claims}
    assert (late["UCI-1"], late["UCI-2"], late["UCI-3"]) == (date(2005, 7, 30), None, None)


def test_ten_thousand_loans_add_up(portfolios):
    data = (portfolios / "openintro_loans_full_schema.csv").read_bytes()
    plan = plan_import(data, "loans.csv", shipped("openintro-loans.toml"), today=TODAY)
    balances = [Decimal(row["balance"]) for row in csv.DictReader(io.StringIO(data.decode()))]
    assert (plan.rows, len(plan.claims)) == (10_000, 10_000)
    assert plan.totals_accepted.amounts["USD"]["principal"].text() == str(sum(balances))
