"""A layout that nobody knows is named once: proposed, tried, refused with its mistakes, remembered, used, forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.test_cases import refused, understand
from tests.evidence.statements.printed_samples import drawn
from workstation.actions import cases
from workstation.actions.evidence import items, mappings, statements
from workstation.errors import Refused
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.statement import analyse

TEXT = """某某农村商业银行 账户交易明细
户名：欧阳·阿依古丽

记账日,凭证号,借贷标志,发生额,账户余额,对手户名,用途
03/05/2026,1001,借,316.40,9683.60,北京物美超市,超市
10/05/2026,1002,贷,"6,850.00",16533.60,北京星海文化传播有限公司,工资
15/05/2026,1003,借,"2,400.00",14133.60,招商银行信用卡,信用卡还款
"""
TOML = """
name = "某农商行"
day_order = "dmy"
[columns]
day = "记账日"
amount = "发生额"
direction = "借贷标志"
balance = "账户余额"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "流水.csv"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def tables(file):
    return mappings.tables_of(file.read_bytes(), file.name)


def named(tables, **changes) -> HandMapping:
    return replace(mappings.proposal(tables), **{"name": "某农商行", **changes})


def test_columns_and_the_order_of_the_day_are_proposed(tables):
    proposed = mappings.proposal(tables)
    assert proposed.columns == {
        "day": "记账日", "amount": "发生额", "direction": "借贷标志", "balance": "账户余额", "counterparty": "对手户名",
        "text": "用途",
    }  # fmt: skip
    assert (proposed.day_order, proposed.name) == ("dmy", "")


def test_what_is_read_is_signed_and_dated(tables):
    statement = mappings.attempt(tables, named(tables)).statement
    assert statement is not None
    assert [(one.on.isoformat(), one.amount.minor, one.kind) for one in statement.transactions] == [
        ("2026-05-03", -31_640, "expense"),
        ("2026-05-10", 685_000, "income"),
        ("2026-05-15", -240_000, "neutral"),
    ]
    assert analyse(statement).findings == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": " "}, [("mapping_incomplete", "mapping.name")]),
        ({"columns": {"amount": "发生额"}}, [("mapping_incomplete", "mapping.day")]),
        ({"columns": {"day": "记账日"}}, [("mapping_incomplete", "mapping.amount")]),
        ({"columns": {"day": "记账日", "amount": "没有"}}, [("mapping_column_unknown", "mapping.amount")]),
        (
            {"columns": {"day": "记账日", "gain": "发生额", "loss": "发生额"}},
            [("mapping_column_twice", "mapping.loss")],
        ),
        (
            {"day_order": "mdy", "columns": {"day": "用途", "amount": "发生额"}},
            [("mapping_reads_nothing", "mapping.day")],
        ),
    ],
)
def test_mistakes_are_named_and_nothing_is_kept(desk, tables, changes, found):
    assert refused(mappings.keep_mapping, desk, named(tables, **changes), tables) == found
    assert mappings.kept_mappings(desk) == ()


def test_a_remembered_layout_is_used_without_asking_and_can_be_forgotten(desk, file, tables):
    case_id = desk.run(cases.new_case, "甲")
    understand(desk, case_id)
    item = items.add_file(desk, case_id, "bank_statement", file)
    with pytest.raises(Refused):
        statements.statement_reader(desk, item.id)()
    kept = mappings.keep_mapping(desk, named(tables), tables)
    assert statements.statement_reader(desk, item.id)().statement.layout == "hand.某农商行"
    again = mappings.keep_mapping(desk, named(tables, columns=dict(list(kept.mapping.columns.items())[:3])), tables)
    assert again.id == kept.id
    assert mappings.kept_mappings(desk) == (again,)
    gone = desk.run(mappings.forget_mapping, again.id)
    with pytest.raises(Refused):
        statements.statement_reader(desk, item.id)()
    desk.run(mappings.restore_mapping, gone)
    assert mappings.kept_mappings(desk) == (again,)


def test_a_known_layout_is_never_taken_over_by_a_mapping(desk):
    import resources

    data = resources.path("sample", "evidence", "bank-statement.csv").read_bytes()
    tables = mappings.tables_of(data)
    mappings.keep_mapping(desk, named(tables), tables)
    assert mappings.read_with(data, "", mappings.layouts(desk)).layout == "cmb.debit"


def test_a_mapping_comes_from_a_file(tmp_path, file):
    path = tmp_path / "m.toml"
    path.write_text(TOML, "utf-8")
    statement = mappings.read_with(file.read_bytes(), "", (mappings.mapping_of(path).layout(),))
    assert len(statement.transactions) == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nonsense", "columns_unreadable"),
        ("[columns]\nday = 3", "columns_unreadable"),
        (TOML.replace("dmy", "dym"), "columns_unreadable"),
        ("card = 'yes'\n" + TOML, "columns_unreadable"),
        ("colour = 'red'\n" + TOML, "columns_key_unknown"),
        (TOML.replace('day = "记账日"', ""), "mapping_incomplete"),
        (TOML + 'mood = "发生额"', "mapping_column_unknown"),
    ],
)
def test_a_mapping_file_with_a_mistake_is_refused(tmp_path, text, code):
    path = tmp_path / "m.toml"
    path.write_text(text, "utf-8")
    assert [found for found, _ in refused(mappings.mapping_of, path)] == [code]
    assert [found for found, _ in refused(mappings.mapping_of, tmp_path / "gone.toml")] == ["columns_unreadable"]


HAND = ("账户交易", ("记账日期", "凭证", "收入", "支出", "余额"))


def printed(pages):
    """An unknown list on some pages, each with its titles; a day that cannot be on the last of them."""

    def page(number, rows):
        lines = [(HAND[0],), HAND[1], *rows, (f"第 {number} 页 共 {pages} 页",)]
        return [
            (40 + 100 * at, 780 - 14 * place, 7, cell)
            for place, line in enumerate(lines)
            for at, cell in enumerate(line)
        ]

    day = "2026-01-{:02d}"
    first = [(day.format(at), "1", "10.00", "", f"{at * 10}.00") for at in range(1, 5)]
    last = [(day.format(at), "1", "10.00", "", f"{at * 10}.00") for at in (5, 32)]
    return drawn([page(1, first), page(2, last)])


@pytest.mark.parametrize(("pages", "named_"), [(2, {"impossible_date"}), (3, {"impossible_date", "pdf_pages_break"})])
def test_a_trial_tells_which_rows_and_pages_are_not_in_it(pages, named_):
    tables = mappings.tables_of(printed(pages), "list.pdf")
    trial = mappings.attempt(tables, named(tables))
    assert trial.statement is not None
    assert len(trial.statement.transactions) == 5
    told = {one.code for one in trial.told}
    assert named_ <= told
    assert ("pdf_pages_break" in told) is ("pdf_pages_break" in named_)


def test_a_trial_tells_of_a_printed_sum_that_its_rows_do_not_make():
    tables = mappings.tables_of((TEXT + "合计,,,999.00,,,\n").encode())
    assert [one.code for one in mappings.attempt(tables, named(tables)).told] == ["total_break_amount"]
