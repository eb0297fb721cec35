"""The bank of an account is offered from its card number or from a short name, and taken by mouse or key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.profile.test_card_heads import number

ICBC = number("622202", 19)


def new_account(driver):
    driver.new_case("张伟")
    profile = driver.page("profile")
    driver.click(profile.switches["accounts"])
    return profile.accounts


def test_a_card_number_offers_its_bank_to_an_empty_field(driver) -> None:
    accounts = new_account(driver)
    known, fields = accounts.known, accounts.form.fields
    assert not known.isVisible()
    driver.put(fields["number"], ICBC[:-1])
    assert not known.isVisible()
    driver.put(fields["number"], ICBC)
    assert known.isVisible() and "622202" in known.why.text() and "借记卡" in known.why.text()
    assert "2026-11-30" in known.why.toolTip()  # where it was read, and when
    assert fields["bank"].editor.text() == ""
    assert "借记卡" in known.advice.text() and "信用卡" in known.advice.text()
    driver.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    driver.qtbot.waitUntil(lambda: fields["bank"].editor.text() != "")
    assert fields["bank"].editor.text() == "中国工商银行股份有限公司"
    assert not known.buttons[0].isVisible()
    driver.put(fields["principal"], "100")
    driver.save()
    assert [one.bank for one in driver.case.file.accounts] == ["中国工商银行股份有限公司"]


def test_a_bank_that_was_typed_stays_and_what_contradicts_is_said(driver) -> None:
    accounts = new_account(driver)
    driver.put(accounts.form.fields["bank"], "招商银行")
    driver.put(accounts.form.fields["number"], ICBC)
    assert accounts.form.fields["bank"].editor.text() == "招商银行"
    assert "招商银行" in accounts.known.advice.text() and not accounts.known.buttons[0].isVisible()
    driver.window.context.privacy.toggle()
    assert "622202" not in accounts.known.advice.text() and accounts.known.isVisible()
    driver.window.context.privacy.toggle()


def test_a_short_name_is_offered_in_full_and_as_the_desk_says_it(driver) -> None:
    accounts = new_account(driver)
    bank = accounts.form.fields["bank"]
    driver.put(bank, "招行")
    assert "招商银行股份有限公司" in accounts.known.buttons[0].text()
    assert [one.isVisible() for one in accounts.known.buttons] == [True, False, False]
    accounts.known.buttons[0].setFocus()
    QTest.keyClick(accounts.known.buttons[0], Qt.Key.Key_Return)
    assert bank.editor.text() == "招商银行股份有限公司" and bank.editor.hasFocus()
    driver.fill(accounts.form, {"number": "12345678", "principal": "100"})
    driver.save()
    driver.click(accounts.add_button)
    driver.put(bank, "招")
    assert "招商银行股份有限公司" in accounts.known.buttons[0].text()


def test_an_account_with_a_short_name_says_so_when_it_is_opened(driver) -> None:
    accounts = new_account(driver)
    driver.fill(accounts.form, {"bank": "建行", "number": "12345678", "principal": "100"})
    driver.save()
    assert "中国建设银行股份有限公司" in accounts.known.buttons[0].text()
    driver.click(accounts.add_button)
    assert not accounts.known.isVisible()


@pytest.mark.parametrize(
    ("typed", "kept", "tail"),
    [
        ("6222 0212 3456 7890 123", "6222021234567890123", "0123"),
        ("6222\t0212\n345６", "622202123456", "3456"),
        (" HT-2024/0012 ", "HT-2024/0012", "0012"),
    ],
)
def test_a_number_is_kept_without_the_blanks_that_are_printed_in_it(driver, typed, kept, tail) -> None:
    """Three digits stand alone at the end of a long card: its tail has four all the same, in the list and on papers."""
    accounts = new_account(driver)
    driver.fill(accounts.form, {"bank": "招商银行", "principal": "100"})
    editor = accounts.form.fields["number"].editor
    editor.setFocus()
    editor.insert(typed)
    editor.edited.emit()
    driver.save()
    (account,) = driver.case.file.accounts
    assert (account.number, account.tail) == (kept, tail)
    accounts.form.fields["bank"].editor.setFocus()
    assert not accounts.form.modified
    driver.page("conversation")
    driver.page("profile")
    assert editor.raw() == kept and not accounts.form.modified
