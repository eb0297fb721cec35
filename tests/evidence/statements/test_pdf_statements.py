"""Statements in PDF: every layout read like the list it was set from; pages, numbers and sums that do not agree are named."""

from __future__ import annotations

import pytest

from tests.evidence.statements.printed_samples import PAYER, PRINTED, drawn, entries, sheets, statement_pdf
from workstation.errors import Refused
from workstation.evidence.statements.earnings import earnings
from workstation.evidence.statements.readers import read_any_statement
from workstation.evidence.statements.statement import analyse, statement_json

ROWS = entries(70)


def found(data):
    """Codes and subjects of all that is said about a statement."""
    return [(one.code, one.subject) for one in analyse(read_any_statement(data, "list.pdf")).findings]


@pytest.mark.parametrize("layout", PRINTED)
def test_every_layout_is_read_like_the_list_it_was_set_from(layout):
    statement = read_any_statement(statement_pdf(layout, ROWS), "list.pdf")
    assert (statement.layout, statement.rows_read, statement.rows_left_out) == (layout, 70, ())
    assert [(one.on, one.amount.minor) for one in statement.transactions] == [
        (one.at.date(), one.minor) for one in ROWS
    ]
    assert [one.balance and one.balance.minor for one in statement.transactions] == [
        one.balance if PRINTED[layout].balanced else None for one in ROWS
    ]
    assert (f"{statement.from_on}", f"{statement.to_on}", statement.period_printed) == (
        "2025-12-01",
        "2027-06-30",
        True,
    )
    assert statement.account[-2:] in ("44", "42", "11", "st", "00")
    assert [one.code for one in analyse(statement).findings if one.code != "round_figures"] == []


TAX = ("税款所属期", "所得项目小类", "扣缴义务人", "收入", "已申报税额")
SOCIAL = ("费款所属期", "单位名称", "险种", "缴费基数", "单位缴费", "个人缴费")


def listed(title, header, rows):
    """A short list on one page."""
    lines = [(title,), header, *rows]
    return drawn(
        [
            [
                (40 + 90 * at, 780 - 14 * place, 7, cell)
                for place, line in enumerate(lines)
                for at, cell in enumerate(line)
            ]
        ]
    )


def test_the_income_that_the_tax_office_knows_is_read_month_by_month():
    rows = [(f"2026-{month:02d}", "正常工资薪金", PAYER, "6,500.00", "35.20") for month in range(1, 7)]
    statement = read_any_statement(listed("收入纳税明细 收入合计：39,000.00", TAX, rows), "tax.pdf")
    assert (statement.layout, f"{statement.from_on}", f"{statement.to_on}") == (
        "tax.income",
        "2026-01-01",
        "2026-06-30",
    )
    assert [one["on"] for one in statement_json(statement)["transactions"]] == [row[0] for row in rows]
    analysis = analyse(statement)
    assert [(one.month, one.income.minor, one.whole) for one in analysis.months] == [
        (row[0], 650_000, True) for row in rows
    ]
    assert analysis.findings == ()
    assert earnings([statement]).payers == ()  # the pay of the bank's list is not counted twice
    short = analyse(read_any_statement(listed("收入纳税明细 收入合计：39,000.00", TAX, rows[1:]), "tax.pdf"))
    assert [one.code for one in short.findings] == ["total_break_income"]


def test_a_month_that_cannot_be_is_named():
    rows = [("2026-13", "正常工资薪金", PAYER, "6,500.00", "35.20"), ("2026-02", "正常工资薪金", PAYER, "", "35.20")]
    assert [one for one, _ in found(listed("收入纳税明细", TAX, rows))] == ["impossible_date", "pdf_row_unreadable"]


def test_contributions_to_social_insurance_are_read_with_their_base():
    rows = [
        (f"2026{month:02d}", PAYER, "企业职工基本养老保险", "6,500.00", "1,040.00", "520.00") for month in (1, 2, 3)
    ]
    statement = read_any_statement(listed("社会保险参保缴费明细", SOCIAL, rows), "social.pdf")
    assert (statement.layout, f"{statement.to_on}", statement.shows_income) == (
        "social_security.list",
        "2026-03-31",
        False,
    )
    assert [(one.amount.minor, one.counterparty, one.text) for one in statement.transactions] == [
        (-52_000, PAYER, "企业职工基本养老保险 6,500.00")
    ] * 3
    assert analyse(statement).findings == ()


def pages_of(layout):
    return [[*sheet.frame, *(op for _, ops in sheet.rows for op in ops)] for sheet in sheets(layout, ROWS)]


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("boc.printed", "pdf_pages_break"),
        ("cmb.debit", "pdf_pages_break"),
        ("icbc.printed", "pdf_page_number_break"),
        ("wechat.proof", "pdf_page_number_break"),
        ("ccb.printed", "pdf_row_number_break"),
    ],
)
def test_a_page_that_was_taken_out_is_named_by_what_the_others_print(layout, code):
    pages = pages_of(layout)
    assert len(pages) > (code == "pdf_page_number_break") + 1
    del pages[1]
    assert code in [one for one, _ in found(drawn(pages, PRINTED[layout].upright))]


def test_a_page_that_gives_no_row_is_named_with_what_it_says():
    remarks = [(30, 400, 7, "温馨提示：本明细仅供参考")]
    lost = [(30, 400, 7, "2026-01-05 快捷支付 -20.00 4,000.00")]
    said = found(drawn([*pages_of("cmb.printed"), remarks, lost]))
    assert ("pdf_page_without_rows", "page 3") in said
    assert ("pdf_page_unreadable", "page 4") in said


def test_sums_of_a_page_are_compared_with_its_rows():
    pages = pages_of("icbc.printed")
    first = sheets("icbc.printed", ROWS)[0].rows
    came, went = (sum(abs(one.minor) for one, _ in first if one.minor * sign > 0) for sign in (1, -1))
    text = "本页支出算术合计：{}.{:02d} 本页收入算术合计：{}.{:02d} 本页交易笔数：{}"
    for shift, wanted in (
        (0, []),
        (1, ["pdf_page_count_break", "pdf_page_total_break_income", "pdf_page_total_break_expense"]),
    ):
        sums = text.format(went // 100 + shift, went % 100, came // 100 + shift, came % 100, len(first) + shift)
        data = drawn([[*pages[0], (30, 30, 7, sums)], *pages[1:]], upright=False)
        assert [code for code, subject in found(data) if subject == "page 1"] == wanted


def test_a_seal_over_rows_is_no_row_and_changes_none():
    pages = pages_of("ccb.printed")
    base = sheets("ccb.printed", ROWS)[0].rows[9][1][0][1]
    seal = [(225, base + 2, 11, "电子回单专用章"), (225, base - 9, 11, "2026-07-15")]
    statement = read_any_statement(drawn([[*pages[0], *seal], *pages[1:]]), "list.pdf")
    assert [one.amount.minor for one in statement.transactions] == [one.minor for one in ROWS]
    assert statement.rows_left_out == ()


def test_a_row_without_its_day_or_in_another_place_is_named():
    pages, row = pages_of("cmb.printed"), sheets("cmb.printed", ROWS)[0].rows[4][1]
    without = [op for op in pages[0] if op != row[0]]
    assert [code for code, _ in found(drawn([without, *pages[1:]]))][:1] == ["impossible_date"]
    moved = [(op[0] + 12, *op[1:]) if op == row[2] else op for op in pages[0]]
    assert [code for code, _ in found(drawn([moved, *pages[1:]]))][:1] == ["pdf_column_unreadable"]


def test_another_list_in_the_file_is_named():
    card = [(30 + 90 * at, 700, 7, word) for at, word in enumerate(("到期日期", "本金", "利息"))]
    card += [(30 + 90 * at, 680, 7, word) for at, word in enumerate(("2026-02-01", "100.00", "1.00"))]
    assert ("pdf_list_unreadable", "page 3") in found(drawn([*pages_of("cmb.printed"), card]))


def test_text_whose_fonts_tell_no_characters_is_refused_with_a_way_out():
    pages = [[(30, 700 - 12 * line, 7, "\x01\x02\x03 \x04\x05") for line in range(4)]]
    data = drawn(pages).replace(b"/ToUnicode", b"/NoUnicode")
    with pytest.raises(Refused) as refused:
        read_any_statement(data, "list.pdf")
    assert refused.value.findings[0].code == "statement_pdf_unmapped"
