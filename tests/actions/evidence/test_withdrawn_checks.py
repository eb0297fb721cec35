"""What others told needs a note; a check recorded wrongly counts no more, and both stay on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.actions.whole_case import proof
from workstation.actions import cases
from workstation.actions.evidence import items, withdrawn_checks
from workstation.errors import Refused
from workstation.evidence.judging import latest
from workstation.evidence.verification import EvidenceItem, Verification, WithdrawnCheck


def received(desk, folder: Path, check: str) -> EvidenceItem:
    """A proof for which the pack accepts this check."""
    case_id = desk.run(cases.new_case, "甲")
    checklist = cases.load_case(desk, case_id).checklist
    line = next(one for one in checklist if check in one.requirement.checks)
    return items.add_file(desk, case_id, line.requirement.code, proof(folder, "p"))


@pytest.fixture
def item(desk, tmp_path: Path) -> EvidenceItem:
    return received(desk, tmp_path, "original_seen")


def codes(action, *args) -> list[str]:
    with pytest.raises(Refused) as refused:
        action(*args)
    return [one.code for one in refused.value.findings]


@pytest.mark.parametrize(
    ("check", "result", "needs"),
    [
        ("issuer_phoned", "ok", True),
        ("portal", "ok", True),
        ("original_seen", "failed", True),
        ("original_seen", "ok", False),
        ("arithmetic", "ok", False),
        ("document_number", "ok", False),
    ],
)
def test_what_leaves_nothing_in_the_hand_is_written_down(desk, tmp_path, check, result, needs) -> None:
    item = received(desk, tmp_path, check)
    if needs:
        assert codes(desk.run, items.verify, item.id, check, result, "  ") == ["required_field"]
    else:
        assert desk.run(items.verify, item.id, check, result).note == ""
    assert desk.run(items.verify, item.id, check, result, "王女士，工号 12").note


def test_a_withdrawn_check_counts_no_more_and_the_one_before_counts_again(desk, item) -> None:
    first = desk.run(items.verify, item.id, "original_seen", "failed", "看不清")
    wrong = desk.run(items.verify, item.id, "original_seen", "ok")
    assert latest(cases.load_case(desk, item.case_id).verifications) == (wrong,)
    desk.run(withdrawn_checks.withdraw_check, wrong.id, "点错了")
    assert latest(cases.load_case(desk, item.case_id).verifications) == (first,)
    assert withdrawn_checks.all_checks(desk, item.id) == desk.store.find(Verification) == (first, wrong)
    (kept,) = desk.store.find(WithdrawnCheck)
    assert (kept.reason, kept.by) == ("点错了", desk.agent)


def test_it_needs_a_reason_and_happens_once(desk, item) -> None:
    check = desk.run(items.verify, item.id, "original_seen", "ok")
    assert codes(desk.run, withdrawn_checks.withdraw_check, check.id, " ") == ["required_field"]
    desk.run(withdrawn_checks.withdraw_check, check.id, "点错了")
    assert codes(desk.run, withdrawn_checks.withdraw_check, check.id, "再次") == ["check_withdrawn"]
    assert codes(desk.run, withdrawn_checks.withdraw_check, "x", "再次") == ["not_found"]
