"""Files without an entry: kept, shown, proposed, assigned by a person; until then they prove nothing and no income."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resources import path
from tests.actions.whole_case import proof
from workstation.actions import cases
from workstation.actions.edits.edit import edit_of
from workstation.actions.edits.undo import do_again, take_back
from workstation.actions.evidence import items, sorting
from workstation.actions.evidence.statements import statement_items
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.readers import IN_PROCESS
from workstation.received.recognition.looking import recognised_page
from workstation.received.recognition.recognised import Recognised, RecognisedPage, RecognisedWord
from workstation.store.changes import Changes

DIAGNOSIS = path("sample", "evidence", "diagnosis.pdf")


@pytest.fixture
def case_id(desk) -> str:
    made: str = desk.run(cases.new_case, "甲")
    return made


def taken(desk, case_id: str, *files: Path) -> tuple[EvidenceItem, ...]:
    received = [items.receive(desk.vault, file) for file in files]
    return desk.run(items.record_all, case_id, "", received).items


def test_a_file_without_an_entry_counts_nowhere(desk, case_id, tmp_path) -> None:
    table = tmp_path / "流水.csv"
    table.write_text("交易时间,金额\n2026-11-01,100.00\n", "utf-8")
    (item,) = taken(desk, case_id, table)
    file = cases.load_case(desk, case_id)
    assert file.unassigned == (item,)
    assert file.live_items == ()
    assert list(statement_items(file)) == []
    assert all(line.state == "missing" for line in file.checklist)
    assigned = desk.run(sorting.assign, item.id, "bank_statement")
    file = cases.load_case(desk, case_id)
    assert (file.unassigned, file.live_items) == ((), (assigned,))
    assert list(statement_items(file)) == [assigned]


def test_the_same_file_is_taken_once_wherever_it_lies_in_the_case(desk, case_id, tmp_path) -> None:
    file = proof(tmp_path, "p")
    (item,) = taken(desk, case_id, file)
    desk.run(sorting.assign, item.id, "id_card")
    again = desk.run(items.record_all, case_id, "", [items.receive(desk.vault, file)])
    assert (again.items, [one.code for one in again.findings]) == ((), ["file_already_here"])


def test_an_assignment_is_taken_back_and_changed_until_it_was_checked(desk, case_id, tmp_path) -> None:
    (item,) = taken(desk, case_id, proof(tmp_path, "p"))
    desk.run(sorting.assign, item.id, "id_card")
    desk.run(sorting.assign, item.id, "")
    assert cases.load_case(desk, case_id).unassigned == (item,)
    desk.run(sorting.assign, item.id, "loan_contract")
    desk.run(items.verify, item.id, "original_seen", "ok")
    with pytest.raises(Refused) as refused:
        desk.run(sorting.assign, item.id, "id_card")
    assert [one.code for one in refused.value.findings] == ["file_checked_there"]


def test_an_entry_that_is_not_asked_for_or_holds_the_file_is_refused(desk, case_id, tmp_path) -> None:
    file = proof(tmp_path, "p")
    items.add_file(desk, case_id, "id_card", file)
    desk.run(items.withdraw, cases.load_case(desk, case_id).live_items[0].id)
    (item,) = taken(desk, case_id, file)
    items.add_file(desk, case_id, "income_proof", file)
    for code, finding in (("moon_rock", "requirement_unknown"), ("income_proof", "file_already_here")):
        with pytest.raises(Refused) as refused:
            desk.run(sorting.assign, item.id, code)
        assert [one.code for one in refused.value.findings] == [finding]
    assert desk.run(sorting.assign, item.id, "id_card").requirement == "id_card"


def test_the_first_page_of_a_scan_without_a_telling_name_is_read(desk, case_id, tmp_path) -> None:
    scan = tmp_path / "0001.pdf"
    scan.write_bytes(path("sample", "evidence", "privacy-consent.pdf").read_bytes())
    (item,) = taken(desk, case_id, scan)
    sorter = sorting.sorter(desk, case_id)
    assert sorter.by_name(item).requirement == ""
    found = sorter.by_content(item, lambda: None)
    assert (found.requirement, found.told) == ("privacy_consent", "text")


def test_first_pages_are_small_pictures_and_what_has_none_says_so(desk, case_id, tmp_path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("a,b\n1,2\n", "utf-8")
    items_ = taken(desk, case_id, DIAGNOSIS, table)
    drawn = sorting.beginnings(desk, case_id)
    page = drawn.picture(items_[0], 120, lambda: None)
    assert page.pages >= 1
    assert page.picture is not None
    assert page.picture.width in range(110, 131)
    assert drawn.picture(items_[1], 120, lambda: None).picture is None


def test_an_assignment_is_an_edit_that_is_taken_back_and_done_again(desk, case_id, tmp_path) -> None:
    (item,) = taken(desk, case_id, proof(tmp_path, "p"))
    heard: list[Changes] = []
    desk.listeners.append(heard.append)
    desk.run(sorting.assign, item.id, "id_card")
    edit = edit_of("sorting.assign", heard[-1])
    assert edit is not None
    desk.run(take_back, edit, case_id)
    assert cases.load_case(desk, case_id).unassigned == (item,)
    desk.run(do_again, edit, case_id)
    assert [one.requirement for one in cases.load_case(desk, case_id).live_items] == ["id_card"]
    desk.run(sorting.assign, item.id, "loan_contract")
    with pytest.raises(Refused) as refused:  # somebody moved it since
        desk.run(take_back, edit, case_id)
    assert [one.code for one in refused.value.findings] == ["edit_gone"]


class Engine:
    """Readers of which one recognises these words on every picture, and counts how often it was asked."""

    def __init__(self, *words: tuple[int, int, str]) -> None:
        found = tuple(RecognisedWord(0, left, top, left + 900, top + 90, 98, text) for left, top, text in words)
        self.page, self.asked = Recognised(RecognisedPage(595, 842), found), 0

    def read(self, about, work, *args, **kwargs):
        if work is not recognised_page:
            return IN_PROCESS.read(about, work, *args, **kwargs)
        self.asked += 1
        return self.page

    def warm(self) -> None:
        """It has no process."""

    close = warm

    def for_many(self) -> Engine:
        """One is enough."""
        return self


def test_a_photograph_without_a_telling_name_is_recognised_where_that_is_installed(
    desk, case_id, tmp_path, monkeypatch
) -> None:
    front = path("sample", "evidence", "id-card-front.png").read_bytes()
    (tmp_path / "IMG_0001.png").write_bytes(front)
    (tmp_path / "收入证明.png").write_bytes(front + b"\n")
    photo, named = taken(desk, case_id, tmp_path / "IMG_0001.png", tmp_path / "收入证明.png")
    engine = Engine((5_000, 8_000, "110101199003070011"), (1_000, 8_030, "公民身份号码"), (1_000, 1_000, "姓名"))
    sorter = replace(sorting.sorter(desk, case_id), readers=engine)
    assert sorter.by_content(photo, lambda: None).requirement == ""
    assert engine.asked == 0
    monkeypatch.setattr(sorting, "can_recognise", lambda: True)
    found = sorter.by_content(photo, lambda: None)
    assert (found.requirement, found.told) == ("id_card", "text")
    assert sorter.by_content(named, lambda: None).requirement == "income_proof"
    assert engine.asked == 1  # a name that says enough spares the half minute
