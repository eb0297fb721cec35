"""The way of a row's money is proven by a whole word, by the balances or by a person; it is never assumed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.statements.own_samples import FOLDER
from workstation.errors import Finding
from workstation.evidence.statements.directions import meaning
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.income import months
from workstation.evidence.statements.readers import read_statement, statement_of

TITLES = ("交易日", "摘要", "发生额", "标志", "余额")
COLUMNS = {"day": "交易日", "text": "摘要", "amount": "发生额", "direction": "标志", "balance": "余额"}
PAIRS = [
    ("D", "C"), ("DR", "CR"), ("Dr.", "Cr."), ("d", "c"), ("借", "贷"), ("(借)", "(贷)"), ("【借方】", "【贷方】"),
    ("借记", "贷记"), ("-", "+"), ("消费", "存款"), ("取款", "存款"), ("扣款", "入账"), ("往账", "来账"), ("Af", "Bij"),
    ("Soll", "Haben"), ("支出", "收入"), ("支", "收"), ("出", "入"), ("ＤＲ", "ＣＲ"), ("Debit", "Credit"), ("DBIT", "CRDT"),
    ("付", "收"), ("汇出", "汇入"), ("流出", "流入"),
]  # fmt: skip
CODES = [
    ("D", "K"), ("S", "H"), ("1", "2"), ("2", "1"), ("Y", "N"), ("A类", "B类"), ("代付", "代发"), ("支付宝转出", "支付宝转入"),
]  # fmt: skip
ROWS = [
    ("2026-03-02", "超市", 10_000, -1),
    ("2026-03-05", "水费", 5_000, -1),
    ("2026-03-10", "工资", 30_000, 1),
    ("2026-03-12", "话费", 2_000, -1),
]


def table(words, *, balances=True, rows=ROWS, newest_first=False):
    """The rows of a list in which ``words`` are (out, in)."""
    balance, body = 100_000, []
    for day, text, minor, sign in rows:
        balance += sign * minor
        word = words[sign > 0]
        body.append((day, text, f"{minor / 100:.2f}", word, f"{balance / 100:.2f}"))
    body = body[::-1] if newest_first else body
    cut = slice(None) if balances else slice(4)
    return [TITLES[cut], *(row[cut] for row in body)]


def read(rows, *, directions=None, columns=COLUMNS):
    header = rows[0]
    mapping = HandMapping(
        "x", tuple(header), {k: v for k, v in columns.items() if v in header}, directions=directions or {}
    )
    return statement_of([rows], [mapping.layout()])


def codes(statement) -> set[str]:
    return {finding.code for finding in statement.findings}


@pytest.mark.parametrize("words", PAIRS)
@pytest.mark.parametrize("balances", [True, False])
@pytest.mark.parametrize("newest_first", [True, False])
def test_known_words_mean_what_they_say(words, balances, newest_first):
    statement = read(table(words, balances=balances, newest_first=newest_first))
    (month,) = months(statement)
    assert (month.income.text(), month.expense.text(), statement.findings) == ("300.00", "170.00", ())


@pytest.mark.parametrize("words", [*CODES, ("借", "贷款")])
@pytest.mark.parametrize("newest_first", [True, False])
def test_codes_of_one_house_are_learned_from_the_balances(words, newest_first):
    statement = read(table(words, newest_first=newest_first))
    (month,) = months(statement)
    assert (month.income.text(), month.expense.text(), statement.rows_left_out) == ("300.00", "170.00", ())


@pytest.mark.parametrize("words", [*CODES[1:], ("", "")])
def test_without_balances_a_code_is_asked_once_and_its_rows_are_named(words):
    statement = read(table(words, balances=False))
    assert [left.why for left in statement.rows_left_out] == ["direction_unknown"] * 4
    out, into = words
    expected = [
        Finding("direction_unknown", "标志", {"column": "标志", "text": out, "rows": "3" if out != into else "4"})
    ]
    if out != into:
        expected.append(Finding("direction_unknown", "标志", {"column": "标志", "text": into, "rows": "1"}))
    assert list(statement.findings) == expected
    told = read(table(words, balances=False), directions={out: "out"} | ({into: "in"} if out != into else {}))
    assert (len(told.transactions), told.findings) == (4, ())
    if out != into:
        assert months(told)[0].income.text() == "300.00"


def test_an_empty_cell_is_not_income():
    rows = table(("支出", ""), balances=False)
    statement = read(rows)
    assert [one.amount.minor for one in statement.transactions] == [-10_000, -5_000, -2_000]
    assert codes(statement) == {"direction_unknown"}


def test_a_word_inside_another_is_no_word():
    for text in ("支付宝转入", "出让所得", "代付", "借款到账", "贷款扣款", "收付费"):
        assert meaning(text) == 0, text


def test_a_balance_overrules_the_word_and_says_so():
    rows = table(("支出", "收入"))
    wrong = [*rows[:3], (*rows[3][:3], "支出", rows[3][4]), *rows[4:]]
    statement = read(wrong)
    assert [one.amount.minor for one in statement.transactions] == [-10_000, -5_000, 30_000, -2_000]
    assert [(one.code, one.subject) for one in statement.findings] == [("direction_contradicted", "row 4")]


def test_a_minus_before_spending_is_its_sign_where_all_of_it_is_printed_so():
    rows = [TITLES[:4], ("2026-03-02", "超市", "-100.00", "支出"), ("2026-03-03", "工资", "300.00", "收入")]
    assert [one.amount.minor for one in read(rows).transactions] == [-10_000, 30_000]
    mixed = [*rows, ("2026-03-04", "超市", "50.00", "支出")]
    statement = read(mixed)
    assert [one.amount.minor for one in statement.transactions] == [30_000, -5_000]
    assert codes(statement) == {"direction_unknown"}  # a reversal, or a sign printed twice: nobody can tell


def test_a_minus_before_income_went_out():
    rows = [TITLES[:4], ("2026-03-02", "冲正", "-100.00", "收入"), ("2026-03-03", "工资", "300.00", "收入")]
    assert [one.amount.minor for one in read(rows).transactions] == [-10_000, 30_000]


def test_a_column_of_spending_printed_with_minus_is_still_spending():
    rows = [
        ("交易日", "收入", "支出"),
        ("2026-03-02", "", "-100.00"),
        ("2026-03-03", "300.00", ""),
        ("2026-03-04", "", "-0.50"),
    ]
    statement = read(rows, columns={"day": "交易日", "gain": "收入", "loss": "支出"})
    assert [one.amount.minor for one in statement.transactions] == [-10_000, 30_000, -50]


def test_amounts_without_any_sign_are_proven_or_asked():
    columns = {key: title for key, title in COLUMNS.items() if key != "direction"}
    rows = table(("", ""))
    statement = read(rows, columns=columns)
    assert [one.amount.minor for one in statement.transactions] == [-5_000, 30_000, -2_000]
    assert [(left.row, left.why) for left in statement.rows_left_out] == [(2, "direction_unknown")]
    without = read([row[:3] for row in rows], columns=columns)
    assert (without.transactions, len(without.rows_left_out)) == ((), 4)
    told = read([row[:3] for row in rows], columns=columns, directions={"": "in"})
    assert [one.amount.minor for one in told.transactions] == [10_000, 5_000, 30_000, 2_000]


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("wechat.csv", "收人"),
        ("alipay.csv", "收 入?"),
        ("alipay.web.csv", "入"),
        ("jd.csv", "收入方"),
        ("bocom.debit.csv", "贸"),
    ],
)
def test_an_unknown_word_in_a_known_layout_is_named(file, word):
    text = (FOLDER / file).read_text("utf-8-sig")
    known = "贷" if "bocom" in file else "收入"
    row = next(
        number for number, line in enumerate(text.splitlines(), 1) if f",{known}" in line and "收/支" not in line
    )
    lines = text.splitlines(keepends=True)
    lines[row - 1] = lines[row - 1].replace(f",{known}", f",{word}", 1)
    before, after = (read_statement(one.encode(), file) for one in (text, "".join(lines)))
    named = {left.row for left in after.rows_left_out if left.why == "direction_unknown"}
    assert named == {row}  # also where balances are printed: it is the first, and nothing stands before it
    assert [one.amount for one in before.transactions if one.row != row] == [one.amount for one in after.transactions]
    assert codes(after) & {"direction_unknown", "row_direction_unknown"}


@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.sampled_from([1, -1])), min_size=2, max_size=30),
    st.sampled_from(PAIRS + CODES),
    st.booleans(),
    st.booleans(),
)
def test_no_row_is_ever_read_the_other_way(moves, words, balances, newest_first):
    rows = [(f"2026-03-{1 + index % 28:02d}", str(index), minor, sign) for index, (minor, sign) in enumerate(moves)]
    statement = read(table(words, balances=balances, rows=rows, newest_first=newest_first))
    right = {text: sign * minor for _, text, minor, sign in rows}
    assert all(right[one.text] == one.amount.minor for one in statement.transactions)
    assert len(statement.transactions) + len(statement.rows_left_out) == len(rows)
    assert bool(statement.rows_left_out) == ("direction_unknown" in codes(statement))
