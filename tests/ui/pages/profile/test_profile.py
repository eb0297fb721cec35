"""The profile: typed once, kept on leaving, findings at their field, removal with undo."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from ui.pages.profile.page import ProfilePage
from workstation.actions import cases
from workstation.casework.draft import Draft
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.debtor import Address, Contact, Phone

ACCOUNT = {
    "bank": "招商银行",
    "number": "6225880000006214",
    "principal": "50000",
    "interest": "8,142.10",
    "penalty": "894.35",
    "fees": "200",
    "overdue_since": "2026-8-18",
}


@pytest.fixture
def profile(driver) -> ProfilePage:
    driver.new_case("欧阳·阿依古丽")
    page = driver.page("profile")
    assert isinstance(page, ProfilePage)
    return page


def test_the_person_is_saved_as_typed(driver, profile) -> None:
    person = profile.person
    driver.fill(
        person.form,
        {
            "resident_id": "11010519491231002X",
            "phones": "13800006214",
            "addresses": "北京市朝阳区建国路88号",
            "housing": "rent",
            "children": "2",
        },
    )
    assert profile.modified
    driver.save()
    assert not profile.modified
    debtor = driver.case.file.debtor
    assert debtor.resident_id == "11010519491231002X"
    assert debtor.phones == (Phone("13800006214"),)
    assert debtor.addresses == (Address("北京市朝阳区建国路88号"),)
    assert (debtor.housing, debtor.children) == ("rent", 2)
    assert "1949-12-31" in person.derived.text()


def test_a_doubtful_id_is_advice_and_never_stands_in_the_way(driver, profile) -> None:
    driver.put(profile.person.form.fields["resident_id"], "110105194912310021")
    driver.save()
    assert "校验位" in profile.person.form.fields["resident_id"].message
    assert driver.case.file.debtor.resident_id == "110105194912310021"


def test_what_cannot_be_read_stands_at_its_field_and_is_not_lost(driver, profile) -> None:
    children = profile.person.form.fields["children"]
    driver.put(children, "two")
    driver.save()
    assert "整数" in children.message
    assert children.editor.property("wrong")
    driver.page("conversation")
    driver.page("profile")
    assert children.editor.text() == "two"
    assert driver.case.tabs["profile"].text().endswith("•")
    driver.put(children, "2")
    assert not children.editor.property("wrong")
    driver.save()
    assert driver.case.file.debtor.children == 2


def test_leaving_the_page_saves(driver, profile) -> None:
    driver.put(profile.person.form.fields["employer"], "春风电子厂")
    driver.page("conversation")
    assert driver.case.file.debtor.employer == "春风电子厂"


def test_what_cannot_be_saved_holds_nobody_and_is_kept_as_a_draft(driver, profile) -> None:
    driver.put(profile.person.form.fields["pay_day"], "40")
    driver.workbench.open_page("cases")
    assert not driver.workbench.in_case
    assert [draft.form for draft in driver.window.session.desk.store.find(Draft)] == ["profile/debtor"]
    driver.command("lock")
    assert driver.window.session is None


def test_a_contact_is_added_and_taken_back(driver, profile) -> None:
    card = profile.person.contacts
    driver.type(card.name, "艾力")
    driver.pick(card.relation, "sibling")
    driver.click(card.add_button)
    driver.save()
    assert driver.case.file.debtor.contacts == (Contact("艾力", "sibling"),)
    card.table.selectRow(0)
    driver.click(card.remove_button)
    assert card.draft() == ()
    driver.click(driver.window._toast.undo)
    assert card.draft() == (Contact("艾力", "sibling"),)


def test_an_account_is_entered_and_its_sum_follows(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    section = profile.accounts
    driver.fill(section.form, ACCOUNT)
    assert "59,236.45" in section.form.owed.text()
    driver.save()
    account = driver.case.file.accounts[0]
    assert account.owed == Money(59_236_45)
    assert account.overdue_since == date(2026, 8, 18)
    assert driver.case.owed.text() == "¥ 59,236.45"
    assert account.due_on == date(2026, 8, 17)
    assert "98" in driver.case.facts.whole
    assert "M4" in driver.case.facts.whole


def test_each_of_the_two_days_follows_the_other(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    fields = profile.accounts.form.fields
    for field, typed, other, follows in (
        ("due_on", "2026-05-31", "overdue_since", "2026-06-01"),
        ("overdue_since", "2026/3/1", "due_on", "2026-02-28"),
        ("due_on", "", "overdue_since", ""),
    ):
        driver.put(fields["overdue_since"], "2026-08-18")
        assert fields["due_on"].editor.text() == "2026-08-17"
        driver.put(fields[field], typed)
        assert fields[other].editor.text() == follows, (field, typed)


def test_a_day_that_nobody_explained_stays_so_until_it_is_typed(driver, profile) -> None:
    given = date(2026, 8, 18)
    kept = Account(
        "a1", driver.case.file.case.id, "招商银行", "6214", principal=Money(1), due_on=given, due_given=given,
        due_source="typed_unclear",
    )  # fmt: skip
    driver.window.session.run(cases.save_account, kept)
    driver.click(profile.switches["accounts"])
    section = profile.accounts
    assert "2026-08-18" in section.due.text()
    driver.put(section.form.fields["purpose"], "装修")
    driver.save()
    assert driver.case.file.accounts[0].due_source == "typed_unclear"
    driver.put(section.form.fields["overdue_since"], "2026-08-18")
    driver.put(section.form.fields["due_on"], "2026-08-18")
    driver.save()
    (account,) = driver.case.file.accounts
    assert (account.due_on, account.overdue_since, account.due_source) == (given, date(2026, 8, 19), "due_day")


def test_account_findings_stand_at_their_field(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    fields = profile.accounts.form.fields
    for field, typed, said in (
        ("principal", "fifty", "不是金额"),
        ("principal", "1.234", "小数位"),
        ("principal", "-5", "负数"),
        ("overdue_since", "2026-13-01", "不是日期"),
        ("rate", "high", "不是利率"),
        ("bank", "", "银行"),
    ):
        driver.fill(profile.accounts.form, ACCOUNT | {"rate": "", field: typed})
        driver.save()
        assert said in fields[field].message, (field, typed)
        assert [key for key, one in fields.items() if one.wrong] == [field]
        assert driver.case.file.accounts == ()


def test_a_new_account_that_cannot_be_saved_is_not_emptied_for_another(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    section = profile.accounts
    driver.fill(section.form, ACCOUNT | {"rate": "日"})
    driver.click(section.add_button)
    assert section.form.fields["bank"].editor.text() == ACCOUNT["bank"]
    assert section.form.fields["rate"].wrong
    assert section.form.fields["rate"].editor.hasFocus()
    driver.put(section.form.fields["rate"], "日万分之五")
    driver.click(section.add_button)
    (account,) = driver.case.file.accounts
    assert (account.bank, account.rate.per) == (ACCOUNT["bank"], "daily")
    assert section.form.fields["bank"].editor.text() == ""


def test_a_removed_account_comes_back(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    driver.fill(profile.accounts.form, ACCOUNT)
    driver.save()
    before = driver.case.file.accounts
    driver.click(profile.accounts.remove_button)
    assert driver.case.file.accounts == ()
    driver.click(driver.window._toast.undo)
    assert driver.case.file.accounts == before


def test_the_budget_shows_what_is_left_while_it_is_typed(driver, profile) -> None:
    driver.click(profile.switches["budget"])
    budget = profile.budget
    lines = {side: {code: (edit, every) for code, edit, every, _ in one.rows} for side, one in budget.sides.items()}
    driver.type(lines["income"]["wage"][0], "4600")
    driver.type(lines["expense"]["food"][0], "900")
    driver.pick(lines["expense"]["food"][1], "quarter")
    assert budget.surplus.text() == "¥ 4,300.00"
    driver.type(lines["expense"]["rent"][0], "5000")
    assert budget.surplus.text() == "¥ -700.00"
    assert budget.remark.property("role") == "bad"
    driver.save()
    assert driver.case.file.budget.surplus == Money(-700_00)


def test_privacy_covers_what_is_typed_without_changing_it(driver, profile) -> None:
    editor = profile.person.form.fields["resident_id"].editor
    driver.put(profile.person.form.fields["resident_id"], "11010519491231002X")
    driver.command("privacy")
    assert editor.displayText() != "11010519491231002X"
    assert editor.text() == "11010519491231002X"


def test_a_name_that_looks_damaged_is_told_and_confirmed_with_the_keyboard(driver) -> None:
    driver.new_case("张?")
    person = driver.page("profile").person
    assert "丢失" in person.form.fields["name"].message
    assert person.confirm_button.isVisible()
    driver.click(person.confirm_button)
    assert not person.confirm_button.isVisible()
    driver.put(person.form.fields["name"], "张三")
    driver.save()
    assert person.form.fields["name"].message == ""
    assert not person.confirm_button.isVisible()


def test_what_an_id_tells_stands_beside_it(driver, profile) -> None:
    person = profile.person
    for number, told in {"E12345678": "护照", "830000199201300022": "港澳台居民居住证", "H12345678": ""}.items():
        driver.put(person.form.fields["resident_id"], number)
        driver.save()
        assert person.derived.text().startswith(told) and bool(person.derived.text()) is bool(told)
    assert "护照" in person.form.fields["resident_id"].message


@pytest.mark.styled
def test_names_are_read_whole_in_a_small_window(driver) -> None:
    driver.new_case("欧阳·阿依古丽")
    driver.window.resize(960, 600)
    person = driver.page("profile").person
    driver.fill(person.form, {"employer": "暂无（2026-07 离职）", "position": "图文校对（兼职）"})
    driver.save()
    person.form.load({"name": "欧阳·阿依古丽", "employer": "暂无（2026-07 离职）", "position": "图文校对（兼职）"})
    QApplication.processEvents()
    for key in ("name", "employer", "position"):
        editor = person.form.fields[key].editor
        assert editor.fontMetrics().horizontalAdvance(editor.text()) + 22 <= editor.width(), key
