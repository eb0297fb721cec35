"""Assets, past income and dependants are typed, kept and refused in the window, where the papers of the pack ask for them."""

from __future__ import annotations

import pytest

from ui.pages.profile.page import ProfilePage
from workstation.actions import cases
from workstation.errors import Refused
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.profile.statement import StatementLine, read_share, share_shown

TAIWAN = "tw-prenegotiation"


@pytest.fixture
def profile(driver, desk) -> ProfilePage:
    desk.packs = packs()
    case_id = desk.run(cases.new_case, "陳怡君")
    desk.run(cases.choose_pack, case_id, TAIWAN)
    driver.window.workbench.open_case(case_id)
    driver.window.workbench.case.turn_to("profile")
    page = driver.window.workbench.case.pages["profile"]
    page.show_section("statement")
    return page


def row(section, number, *values):
    for editor, value in zip(section.lines.rows[number][1:], values, strict=False):
        editor.setText(value)
        editor.edited.emit()


def test_entries_are_kept_as_typed(profile):
    section = profile.statement
    section.lines.rows[0][0].load("child")
    row(section, 0, "林小安", "6000", "", "1/2")
    section.lines.add_row()
    section.lines.rows[1][0].load("income")
    row(section, 1, "薪資所得", "562,000", "2025", "")
    assert section.modified and section.save()
    assert section.file.statement.lines == (
        StatementLine("child", "林小安", Money(6_000_00, "TWD"), share=5_000),
        StatementLine("income", "薪資所得", Money(562_000_00, "TWD"), year=2025),
    )
    assert not section.modified


@pytest.mark.parametrize(
    "values",
    [("", "6000", "", ""), ("林小安", "abc", "", ""), ("林小安", "6000", "", "1"), ("林小安", "6000", "2025", "50%")],
)
def test_what_cannot_be_kept_is_told_and_stays_typed(profile, values):
    section = profile.statement
    section.lines.rows[0][0].load("child")
    row(section, 0, *values)
    assert not section.save()
    assert section.note.text() and section.modified
    assert section.file.statement.lines == ()


def test_the_section_is_there_only_where_it_is_asked_for(profile, driver, desk):
    assert not profile.switches["statement"].isHidden()
    desk.run(cases.choose_pack, profile.file.case.id, "cn-card")
    assert profile.switches["statement"].isHidden()


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("50%", 5_000),
        ("50", 5_000),
        ("0.5", 5_000),
        ("1/2", 5_000),
        ("1/3", 3_333),
        ("33.33％", 3_333),
        ("100%", 10_000),
    ],
)
def test_a_share_as_people_write_it(text, share):
    assert read_share(text) == share
    assert read_share(share_shown(share)) == share


@pytest.mark.parametrize("text", ["1", "0", "0%", "101", "2/1", "1/0", "half", "-50%", "nan"])
def test_a_share_that_is_none_is_refused(text):
    with pytest.raises(Refused) as refused:
        read_share(text)
    assert [one.code for one in refused.value.findings] == ["share_unreadable"]
