"""Another case of the same person or account is told while it is typed, and opens with a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

ID, NUMBER = "11010519491231002X", "6225880000006214"


def first_case(driver) -> str:
    driver.new_case("張偉")
    profile = driver.page("profile")
    driver.fill(profile.person.form, {"resident_id": ID, "phones": "13800006214"})
    driver.save()
    driver.click(profile.switches["accounts"])
    driver.fill(profile.accounts.form, {"bank": "深圳前海微众银行", "number": NUMBER, "principal": "100"})
    driver.save()
    assert not profile.accounts.duplicates.isVisible()
    driver.click(profile.switches["person"])
    return driver.case.file.case.id


def test_a_person_of_another_case_is_told_while_typing_and_opened_by_the_keyboard(driver) -> None:
    known = first_case(driver)
    driver.new_case("张伟")
    person = driver.page("profile").person
    assert not person.duplicates.isVisible()
    driver.put(person.form.fields["phones"], "+86 138 0000 6214")
    assert [("電話" in link.whole or "电话" in link.whole) for link in person.duplicates.links] == [True]
    driver.put(person.form.fields["resident_id"], ID.lower())
    (link,) = person.duplicates.links
    assert "证件号码" in link.whole and "張偉" in link.whole
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert driver.case.file.case.id == known


def test_an_account_of_another_case_is_told_under_another_name_of_its_bank(driver) -> None:
    known = first_case(driver)
    driver.new_case("李四")
    profile = driver.page("profile")
    driver.click(profile.switches["accounts"])
    driver.fill(profile.accounts.form, {"bank": "微众银行", "number": "6225 8800 0000 6214"})
    (link,) = profile.accounts.duplicates.links
    assert profile.accounts.duplicates.isVisible()
    driver.click(link)
    assert driver.case.file.case.id == known
