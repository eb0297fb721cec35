"""What a person's number holds is derived, not typed; masks hide."""

from __future__ import annotations

from datetime import date

from workstation.profile.debtor import Debtor, Phone, masked
from workstation.profile.identity_paper import birth_date


def test_birth_and_sex_come_from_the_id():
    debtor = Debtor("1", "欧阳·阿依古丽", "11010519491231002X")
    assert debtor.born_on == date(1949, 12, 31)
    assert debtor.sex == "female"
    assert Debtor("2", "甲").sex is None
    assert birth_date("110105194902300021") is None


def test_the_number_to_call_is_the_first_valid_one():
    debtor = Debtor("1", "甲", phones=(Phone("138", valid=False), Phone("139")))
    assert debtor.phone() == "139"


def test_masks_hide_short_texts_whole():
    assert masked("110105194912310021", 3, 4) == "110***********0021"
    assert masked("123", 3, 4) == "***"
