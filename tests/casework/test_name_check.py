"""A name that cannot be what a paper of identity shows is advised on, and keeps back a final packet until it was compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import BANK, NOW, case_file
from workstation.casework.gates import final_packet_findings
from workstation.casework.name_check import confirmed_as, name_findings
from workstation.evidence.verification import Waiver

WHOLE = case_file()


def codes(findings):
    return [(finding.code, finding.subject) for finding in findings]


def named(name, *waivers):
    return replace(WHOLE, debtor=replace(WHOLE.debtor, name=name), waivers=(*WHOLE.waivers, *waivers))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("张?", "name_character_lost"), ("王*", "name_character_hidden"), ("李\ue000", "name_character_private"),
        ("锟斤拷", "name_character_mistaken"), ("ÕÅÎ°", "name_character_mistaken"),
    ],
)  # fmt: skip
def test_a_damaged_name_is_advised_on_and_waits_for_a_confirmation(name, code):
    assert [finding.code for finding in name_findings(name)] == [code]
    assert codes(final_packet_findings(named(name), BANK)) == [("name_unconfirmed", "debtor.name")]
    answer = Waiver("n1", "c1", confirmed_as(name), name, "林协商", NOW)
    assert final_packet_findings(named(name, answer), BANK) == ()
    assert final_packet_findings(named(f"{name}?", answer), BANK)  # of just this name


@pytest.mark.parametrize("name", ["欧阳·阿依古丽", "䶮", "O'Neil", "𠮷田", "王䶮大"])
def test_rare_names_need_none(name):
    assert name_findings(name) == ()
    assert final_packet_findings(named(name), BANK) == ()
