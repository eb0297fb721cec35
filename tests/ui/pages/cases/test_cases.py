"""The list of cases: started, found, opened, covered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.builders import account
from ui.look.wording import NONE
from ui.pages.cases.case_table import CaseRows
from ui.pages.cases.columns import SORTS
from workstation.actions import cases as actions
from workstation.errors import Finding, ServerAway
from workstation.money import Money
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.listing.case_line import CaseLine

pytestmark = pytest.mark.styled

OWED_AT = SORTS.index("owed")


def names(driver) -> list[str]:
    model = driver.workbench.cases.table.content
    return [model.text(model.columns[1], row) for row in model.rows]


def test_an_empty_desk_says_what_to_do(driver) -> None:
    driver.command("cases")
    cases = driver.workbench.cases
    assert not cases.table.isVisible()
    assert "0" in cases.count.text()


def test_a_new_case_opens_on_the_conversation(driver) -> None:
    case = driver.new_case("欧阳·阿依古丽")
    assert driver.workbench.in_case
    assert case.file.debtor.name == "欧阳·阿依古丽"
    assert case.name.text() == "欧阳·阿依古丽"
    assert case.tabs["conversation"].isChecked()
    driver.command("cases")
    assert names(driver) == ["欧阳·阿依古丽"]


def test_a_case_without_a_name_is_refused_beside_the_button(driver) -> None:
    driver.command("new_case")
    driver.press(Qt.Key.Key_Return)
    assert "姓名" in driver.workbench.cases.note.text()
    assert driver.workbench.cases.name.hasFocus()
    assert not driver.workbench.in_case


FOUND = {
    "阿依": ["欧阳·阿依古丽"],
    "zhangwei": ["张伟"],
    "": ["李秀英", "张伟", "欧阳·阿依古丽"],
    "zw": ["张伟"],
    "无此人": [],
    "CC-2026-00002": ["张伟"],
}


def test_search_finds_by_name_pinyin_and_number(driver) -> None:
    for name in ("欧阳·阿依古丽", "张伟", "李秀英"):
        driver.new_case(name)
    driver.command("search")
    cases = driver.workbench.cases
    assert cases.search.hasFocus()
    for typed, found in FOUND.items():
        driver.type(cases.search, typed)
        cases.reload()
        assert names(driver) == found, typed


def test_enter_in_the_search_opens_the_only_case_found(driver) -> None:
    for name in ("欧阳·阿依古丽", "张伟"):
        driver.new_case(name)
    driver.command("search")
    driver.type(driver.workbench.cases.search, "zhang")
    driver.press(Qt.Key.Key_Return)
    assert driver.case.file.debtor.name == "张伟"


def test_a_row_opens_by_keyboard(driver) -> None:
    driver.new_case("张伟")
    driver.command("cases")
    driver.workbench.cases.table.selectRow(0)
    driver.workbench.cases.table.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert driver.workbench.in_case


def test_the_stage_filter_leaves_the_others_out(driver) -> None:
    driver.new_case("张伟")
    driver.command("cases")
    driver.pick(driver.workbench.cases.stage, "4")
    assert names(driver) == []
    driver.pick(driver.workbench.cases.stage, "1")
    assert names(driver) == ["张伟"]


def test_privacy_covers_names_in_list_and_head(driver) -> None:
    driver.new_case("欧阳·阿依古丽")
    driver.command("privacy")
    assert driver.case.name.text() == "欧" + "＊" * 6
    driver.command("cases")
    assert names(driver) == ["欧" + "*" * 6]
    driver.command("privacy")
    assert names(driver) == ["欧阳·阿依古丽"]


def test_a_case_without_accounts_shows_dashes(driver) -> None:
    case = driver.new_case("张伟")
    assert case.owed.text() == NONE


NOTHING = {"interest": Money(0), "penalty": Money(0), "fees": Money(0)}
DEBTS = {
    "张伟": (9_000_00, date(2026, 8, 18)),
    "李秀英": (20_000_00, date(2026, 11, 3)),
    "王芳": (100_00, date(2025, 1, 5)),
}


def owe(driver, name: str) -> None:
    """A case whose only account owes what `DEBTS` says."""
    principal, since = DEBTS[name]
    file = driver.new_case(name).file
    one = account(id=f"a-{name}", case_id=file.case.id, principal=Money(principal), due_on=since, **NOTHING)
    driver.window.session.run(actions.save_account, one)


LEAST_FIRST = {
    "案号": ["张伟", "李秀英", "王芳"],
    "逾期": ["李秀英", "张伟", "王芳"],  # 20, 97 and 687 days
    "欠款": ["王芳", "张伟", "李秀英"],  # 100, 9,000 and 20,000, not by the signs of their words
}


def test_the_list_is_sorted_in_the_direction_of_its_header(driver) -> None:
    for name in DEBTS:
        owe(driver, name)
    driver.command("cases")
    table = driver.workbench.cases.table
    for column, least_first in LEAST_FIRST.items():
        number = [one.title for one in table.content.columns].index(column)
        for order, expected in (
            (Qt.SortOrder.AscendingOrder, least_first),
            (Qt.SortOrder.DescendingOrder, least_first[::-1]),
        ):
            table.sortByColumn(number, order)
            assert names(driver) == expected, column
            driver.workbench.cases.reload()
            assert names(driver) == expected, column


def test_before_a_header_is_pressed_the_newest_case_comes_first(driver) -> None:
    for name in DEBTS:
        owe(driver, name)
    driver.command("cases")
    driver.workbench.cases.reload()
    assert names(driver) == ["王芳", "李秀英", "张伟"]


OWED = {
    "甲": (Money(100, "HKD"), Money(900_000_00)),
    "乙": (Money(2_000_00),),
    "丙": (Money(50, "JPY"),),
    "丁": (Money(30_00, "HKD"),),
    "戊": (Money(70_000, "JPY"),),
    "己": (Money(1, "XAU"),),
}


@pytest.fixture
def owing(driver):
    """Cases that owe in several currencies, by name."""
    for name, amounts in OWED.items():
        case_id = driver.new_case(name).file.case.id
        for no, owed in enumerate(amounts):
            none = Money.zero(owed.currency)
            card = account(
                id=f"{case_id}-{no}", case_id=case_id, currency=owed.currency, principal=owed,
                interest=none, penalty=none, fees=none,
            )  # fmt: skip
            driver.window.session.run(actions.save_account, card)
    driver.command("cases")
    driver.workbench.cases.reload()
    return driver.workbench.cases


def test_every_currency_of_a_case_is_shown(owing) -> None:
    content = owing.table.content
    column = next(one for one in content.columns if one.title == "欠款")
    shown = {row.name: content.text(column, row) for row in content.rows}
    assert shown["甲"] == "¥ 900,000.00  HK$ 1.00"
    assert shown["丙"] == "JP¥ 50"
    at = content.index(content.rows.index(next(row for row in content.rows if row.name == "甲")), OWED_AT)
    assert content.data(at, Qt.ItemDataRole.ToolTipRole) == f"{shown['甲']}\n按 2026-11-23 所载"
    assert "第一种" in content.headerData(OWED_AT, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_amounts_are_sorted_within_their_currency_in_both_directions(driver, owing) -> None:
    header = owing.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(OWED_AT) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert header.sortIndicatorSection() == OWED_AT
    ways = {header.sortIndicatorOrder(): names(driver)}
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    ways[header.sortIndicatorOrder()] = names(driver)
    assert ways == {
        Qt.SortOrder.AscendingOrder: ["乙", "甲", "丁", "丙", "戊", "己"],
        Qt.SortOrder.DescendingOrder: ["甲", "乙", "丁", "戊", "丙", "己"],
    }


@pytest.fixture
def many(driver):
    """A list far longer than the pages that are held of it."""
    store = driver.window.session.desk.store
    with store.transaction():
        for number in range(5_000):
            store.add(Debtor(f"d{number}", f"{'张李王'[number % 3]}{number:04}"))
            store.add(Case(f"c{number:04}", f"CC-2026-{number:05}", f"d{number}", date(2026, 1, 1)))
    driver.command("cases")
    driver.workbench.cases.reload()
    return driver.workbench.cases


def test_of_a_long_list_the_pages_that_are_seen_are_read(driver, many) -> None:
    table, asked = many.table, list[str]()
    assert "5,000" in many.count.text() and len(table.content.rows) == 5_000
    connection = driver.window.session.desk.store._database.connection()
    connection.set_trace_callback(asked.append)
    table.scrollToBottom()
    table.viewport().grab()
    connection.set_trace_callback(None)
    assert len([one for one in asked if one.startswith("SELECT")]) <= 3
    assert table.content.rows[4_999].number == "CC-2026-00000"
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [line.name for line in table.content.rows[:2]] == ["张0000", "张0003"]
    table.scrollToBottom()
    many.reload()
    assert table.rowAt(0) > 4_000, "what is read again stays where it is"
    driver.type(many.search, "王")
    many.reload()
    assert table.rowAt(0) == 0
    assert "1,666" in many.count.text() and table.content.rows[1_665].name == "王4997"


def test_what_is_chosen_in_a_long_list_stays_chosen(driver, many) -> None:
    table = many.table
    table.selectRow(3_000)
    case_id = table.current().case_id
    driver.window.session.run(actions.new_case, "新来的人")
    many.reload()
    assert table.current().case_id == case_id and table.currentIndex().row() == 3_001
    table.selectAll()
    assert len(many.table.chosen()) == 5_001


def test_a_page_of_the_list_out_of_reach_shows_no_figure_and_is_read_later(driver) -> None:
    desk = driver.window.session.desk
    for name in ("张伟", "李娜"):
        desk.run(actions.new_case, name)
    listed = desk.store.case_list()

    class Away:
        """A list whose pages are out of reach until told otherwise."""

        count, away = listed.count, True

        def lines(self, first: int, most: int):
            if self.away:
                raise ServerAway(Finding("server_lost", "desk.server"))
            return listed.lines(first, most)

        def each(self, limit: int | None = None) -> Iterator[CaseLine]:
            raise AssertionError("nothing of it can be read")

    away, table = Away(), driver.workbench.cases.table
    table.show_rows(CaseRows(away))
    model = table.content
    stands = {column.title: model.text(column, model.rows[0]) for column in model.columns}
    assert {text for text in stands.values() if text} <= {"…", NONE}
    away.away = False
    assert names(driver) == ["李娜", "张伟"]
