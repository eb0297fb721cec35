"""Currency and unit that a statement says above its list, between its rows or in a title hold for the amounts below."""

from __future__ import annotations

import pytest

from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import analyse
from workstation.evidence.statements.transactions import Statement

TITLES = "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息"
PAY = "20260105,093000,汇入,+1000.00,1500.00,ACME LTD"
RENT = "20260110,093000,转支,-300.00,1200.00,房东"


def read(*lines: str) -> Statement:
    return read_statement("\n".join(lines).encode())


def shown(statement: Statement) -> list[str]:
    return [f"{one.amount.text()} {one.amount.currency}" for one in statement.transactions]


def told(statement: Statement) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in analyse(statement).findings]


@pytest.mark.parametrize(
    ("above", "currency"),
    [
        ("账户：6228480012345678901", "CNY"),
        ("账户：6228480012345678901 币种：人民币", "CNY"),
        ("账户：6228480012345678901 币种：美元", "USD"),
        ("账户：6228480012345678901 币别：港币现汇", "HKD"),
        ("币种,美元", "USD"),
        ("币种：840", "USD"),
        ("币种：CHF", "CHF"),
        ("币种：全部", "CNY"),
        ("单位：某某有限公司", "CNY"),
        ("币种：,,账号：6222020000001", "CNY"),
        ("户名：,张三,币种：,,起始日期：,20260101-20260131", "CNY"),
        ("币种： 账号：6222020000001", "CNY"),
        ("币种：,账户类型,借记卡", "CNY"),
        ("币种：--", "CNY"),
        ("币种：无", "CNY"),
        ("币种：本位币", "CNY"),
        ("币种：综合", "CNY"),
        ("注：1、单位：元；2、币种：为账户本身币种", "CNY"),
        ("交易货币：指交易发生时的货币", "CNY"),
        ("提示：币种：美元账户请另行打印", "CNY"),
        ("币种：ALL", "CNY"),
        ("币种：001", "CNY"),
        ("币种：014", "USD"),
        ("币种：(CNY)人民币", "CNY"),
        ("币种：美元账号：6222020000001", "USD"),
        ("Currency: Chinese Yuan", "CNY"),
        ("Currency: Hong Kong Dollar", "HKD"),
        ("Currency: USD Account: 622", "USD"),
        ("币种：Ren Min Bi", "CNY"),
    ],
)
def test_the_currency_above_a_list_is_that_of_its_amounts(above: str, currency: str) -> None:
    statement = read("中国农业银行账户活期交易明细清单", above, TITLES, PAY, RENT)
    assert statement.currency == currency
    assert shown(statement) == [f"1000.00 {currency}", f"-300.00 {currency}"]
    assert told(statement) == []


@pytest.mark.parametrize("cell", ["本币", "本位币", "01", "001", "Renminbi", "CHINESE YUAN", "CN¥", "全部"])
def test_a_cell_that_means_the_usual_currency_in_other_words_is_read(cell: str) -> None:
    titles = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要"
    assert shown(read(titles, f"2026-01-05,{cell},5.00,5.00,汇入,A,")) == ["5.00 CNY"]


@pytest.mark.parametrize(
    "above", ["信用额度（单位：万元）：5", "总额（单位：万元）,12.50", "总额（金额单位：万元） : 3"]
)
def test_a_unit_of_one_figure_above_is_not_that_of_the_list(above: str) -> None:
    assert shown(read(above, TITLES, PAY, RENT)) == ["1000.00 CNY", "-300.00 CNY"]


@pytest.mark.parametrize("above", ["币种：瑞士法郎", "币种：人民币 币种：美元", "币种：,瑞士法郎"])
def test_a_currency_that_is_not_known_is_told_and_nothing_is_counted(above: str) -> None:
    statement = read(above, TITLES, PAY, RENT)
    assert [(left.row, left.why) for left in statement.rows_left_out] == [
        (3, "currency_unknown"),
        (4, "currency_unknown"),
    ]
    assert not statement.transactions and told(statement) == [("row_currency_unknown", "row 3")]
    assert statement.findings[0].figures == {"text": "瑞士法郎" if "瑞" in above else "CNY, USD", "rows": "2"}


def test_a_line_between_rows_begins_a_part_in_another_currency() -> None:
    dollars = "20260106,093000,汇入,+20.00,20.00,ACME LTD"
    statement = read("币种：人民币", TITLES, PAY, RENT, "币种：美元", TITLES, dollars)
    assert shown(statement) == ["1000.00 CNY", "-300.00 CNY", "20.00 USD"]
    assert told(statement) == [("currency_mixed", "statement")]


def test_a_cell_that_names_a_currency_speaks_before_the_line_above() -> None:
    titles = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要"
    rows = [f"2026-01-0{day},{cell},5.00,{5 * day}.00,汇入,A,"
            for day, cell in enumerate(("人民币", "", "美元", "-", "法币"), 1)]  # fmt: skip
    statement = read("币种：港币", titles, *rows)
    assert shown(statement) == ["5.00 CNY", "5.00 HKD", "5.00 USD", "5.00 HKD"]
    assert [(left.row, left.why) for left in statement.rows_left_out] == [(7, "currency_unknown")]
    assert ("row_currency_unknown", "row 7") in told(statement)


@pytest.mark.parametrize(
    ("unit", "amounts", "expected"),
    [
        ("单位：元", ("+1000.00", "1500.00", "-300.00", "1200.00"), ["1000.00 CNY", "-300.00 CNY"]),
        ("单位：万元", ("+0.1", "0.15", "-0.03", "0.12"), ["1000.00 CNY", "-300.00 CNY"]),
        ("金额单位：人民币千元", ("+1.23456", "1.5", "(0.3)", "1.2"), ["1234.56 CNY", "-300.00 CNY"]),
        ("币种：美元 单位：百元", ("+10", "15", "-3", "12"), ["1000.00 USD", "-300.00 USD"]),
    ],
)
def test_the_unit_above_a_list_counts(unit: str, amounts: tuple[str, ...], expected: list[str]) -> None:
    first, after, second, last = amounts
    statement = read(unit, TITLES, f"20260105,093000,汇入,{first},{after},A", f"20260110,093000,转支,{second},{last},B")
    assert shown(statement) == expected
    assert [one.balance and one.balance.text() for one in statement.transactions] == ["1500.00", "1200.00"]


def test_what_is_no_amount_in_the_unit_is_named() -> None:
    statement = read("单位：万元", TITLES, "20260105,093000,汇入,5万,5,A", "20260110,093000,汇入,0.1234567,6,B")
    assert [(left.row, left.why) for left in statement.rows_left_out] == [(3, "unreadable"), (4, "unreadable")]
    assert [one.figures["text"] for one in statement.findings] == ["5万 × 10000", "0.1234567 × 10000"]


def test_sums_around_a_list_count_in_its_unit() -> None:
    rows = ("2026-01-05,0.1,,0.15,汇入", "2026-01-10,,0.03,0.12,转支")
    lines = (
        "单位：万元",
        "收入合计：0.10",
        "支出合计：0.04",
        "期初余额：0.05",
        "期末余额：0.12",
        "日期,收入,支出,余额,摘要",
        *rows,
        "合计,0.1,0.03,,",
    )
    columns = {"day": "日期", "gain": "收入", "loss": "支出", "balance": "余额", "text": "摘要"}
    mapping = HandMapping("x", ("日期", "收入", "支出", "余额", "摘要"), columns)
    statement = read_statement("\n".join(lines).encode(), layouts=(mapping.layout(),))
    assert shown(statement) == ["1000.00 CNY", "-300.00 CNY"]
    assert [(one.code, one.figures) for one in analyse(statement).findings] == [
        ("total_break_expense", {"printed": "400.00", "found": "300.00"})
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("金额（元）", ["0.10 CNY", "-0.03 CNY"]),
        ("金额（万元）", ["1000.00 CNY", "-300.00 CNY"]),
        ("金额(美元)", ["0.10 USD", "-0.03 USD"]),
        ("金额(千港元)", ["100.00 HKD", "-30.00 HKD"]),
        ("金额(收支)", ["1000.00 CNY", "-300.00 CNY"]),  # says nothing: the line above does
    ],
)
def test_a_title_speaks_before_the_line_above(title: str, expected: list[str]) -> None:
    mapping = HandMapping("x", ("日期", title, "摘要"), {"day": "日期", "amount": title, "text": "摘要"})
    text = f"单位：万元\n日期,{title},摘要\n2026-01-05,0.10,汇入\n2026-01-10,-0.03,转支\n"
    assert shown(read_statement(text.encode(), layouts=(mapping.layout(),))) == expected


def test_a_title_over_two_columns_says_the_unit_of_both() -> None:
    header = ("日期", "摘要", "收入", "支出", "余额（元）")
    columns = {"day": "日期", "gain": "收入", "loss": "支出", "balance": "余额（元）"}
    lines = (
        "日期,摘要,发生额（万元）,,余额（元）",
        ",,收入,支出,",
        "2026-01-05,汇入,0.1,,1500.00",
        "2026-01-10,转支,,0.03,1200.00",
    )
    statement = read_statement("\n".join(lines).encode(), layouts=(HandMapping("x", header, columns).layout(),))
    assert shown(statement) == ["1000.00 CNY", "-300.00 CNY"]
    assert told(statement) == []


@pytest.mark.parametrize(
    ("row", "subjects"),
    [
        ("20260108,090000,汇入,+1,000.00,2500.00,ACME LTD", ["row 3"]),  # a comma without quotation marks
        ('20260108,090000,汇入,"+1,000.00","2,500.00",ACME LTD', []),
        ("20260108,090000,汇入,+1000.00,2500.00,ACME,LTD", ["row 3"]),
        ("20260108,090000,汇入,+1000.00,2500.00,ACME LTD,,", []),
    ],
)
def test_a_row_with_more_cells_than_the_heading_is_told(row: str, subjects: list[str]) -> None:
    statement = read(TITLES, PAY, row, RENT)
    assert [one.subject for one in statement.findings if one.code == "row_shifted"] == subjects
    assert len(statement.transactions) == 3
