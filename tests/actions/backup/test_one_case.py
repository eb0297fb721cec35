"""One case comes back from a copy, whole when it is gone, and by entry when it was worked on since."""

from __future__ import annotations

import pytest

from tests.actions.backup.backed_up import Sitting, sitting
from workstation.actions import cases
from workstation.actions.backup.one_case import bring_back, plan_case, read_case
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case


def read(at_desk: Sitting, number: str):
    found = at_desk.found(thorough=False)
    return read_case(found, found.copies[0], number)


def test_what_was_removed_comes_back_with_its_file(at_desk: Sitting) -> None:
    at_desk.back_up()
    (case,) = at_desk.desk.store.find(Case)
    item = at_desk.desk.store.find(EvidenceItem)[0]
    at_desk.desk.store.delete(EvidenceItem, item.id)
    at_desk.desk.vault.quarantine([], at_desk.at.date())
    copied = read(at_desk, case.number)
    plan = plan_case(at_desk.desk, copied)
    assert [entry.key for entry in plan.added] == [item.id]
    assert bring_back(at_desk.desk, copied, plan).added == 1
    assert at_desk.desk.store.get(EvidenceItem, item.id) == item
    assert len(at_desk.desk.vault.read(item.sha256)) == item.size
    assert plan_case(at_desk.desk, read(at_desk, case.number)).does_nothing


def test_a_case_of_another_desk_of_the_same_kind_comes_whole(at_desk: Sitting, tmp_path) -> None:
    at_desk.back_up()
    (case,) = at_desk.desk.store.find(Case)
    copied = read(at_desk, case.id)
    other = sitting(tmp_path / "other", cases_=0)
    try:
        plan = plan_case(other.desk, copied)
        done = bring_back(other.desk, copied, plan)
        assert plan.new and cases.load_case(other.desk, done.case_id).case.id == case.id
        assert len(other.desk.store.find(EvidenceItem)) == 3
    finally:
        other.desk.close()


def test_what_a_copy_does_not_hold_is_told(at_desk: Sitting) -> None:
    made = at_desk.back_up()
    with pytest.raises(Refused, match="case_unknown"):
        read(at_desk, "CC-2026-99999")
    (made.folder / "desk.db").write_bytes(b"rot")
    with pytest.raises(Refused, match="backup_database_damaged"):
        read(at_desk, "CC-2026-00001")
