"""Text of a scan at the desk: kept as a proposal, counted as income once a person has confirmed it, its numbers masked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.actions.evidence.test_items import case_id as case_id
from tests.actions.test_cases import understand
from tests.received.recognition import scans
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.evidence import items, recognition, statements
from workstation.actions.evidence.masks import proposed_masks
from workstation.errors import Refused
from workstation.profile.case import Case


def added(desk: Desk, case_id: str, folder: Path, requirement: str = "bank_statement") -> str:
    path = folder / "流水.png"
    path.write_bytes(scans.picture())
    return items.add_file(desk, case_id, requirement, path).id


def recognised(desk: Desk, item_id: str) -> None:
    source = recognition.recogniser(desk, item_id)
    desk.run(recognition.keep_recognised, item_id, source.quarters, source.run(lambda _done, _total: None))


def code(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.findings[0].code


def test_a_picture_counts_once_it_is_confirmed(desk: Desk, case_id: str, tmp_path: Path, monkeypatch) -> None:
    scans.use(monkeypatch, scans.told(scans.entries(20)))
    item_id = added(desk, case_id, tmp_path)
    with pytest.raises(Refused) as refused:
        statements.statement_reader(desk, item_id)()
    assert code(refused) == recognition.SCANNED
    recognised(desk, item_id)
    read = statements.statement_reader(desk, item_id)()
    assert len(read.statement.transactions) == 20 and read.recognised is not None
    income = statements.income_reader(desk, cases.load_case(desk, case_id))()
    assert (len(income.read), len(income.unread)) == (0, 1)
    confirmed = desk.run(recognition.confirm_recognised, item_id)
    assert (confirmed.confirmed_by, confirmed.confirmed_at) == (desk.agent, desk.clock.now())
    income = statements.income_reader(desk, cases.load_case(desk, case_id))()
    assert (len(income.read), len(income.unread)) == (1, 0)


def test_recognised_again_it_must_be_confirmed_again(desk: Desk, case_id: str, tmp_path: Path, monkeypatch) -> None:
    scans.use(monkeypatch, scans.told(scans.entries(4)))
    item_id = added(desk, case_id, tmp_path)
    recognised(desk, item_id)
    desk.run(recognition.confirm_recognised, item_id)
    recognised(desk, item_id)
    text = recognition.recognised_of(desk, item_id)
    assert text is not None and not text.confirmed


def test_a_card_gets_its_mask_proposed(desk: Desk, case_id: str, tmp_path: Path, monkeypatch) -> None:
    scans.use(monkeypatch, [((100, 500, 1000, 560), "6222020200000004444", 99)])
    understand(desk, case_id)
    desk.store.save(replace(desk.store.get(Case, case_id), requests=("settlement",)))
    item_id = added(desk, case_id, tmp_path, "bank_card")
    assert proposed_masks(desk, item_id) == ()
    recognised(desk, item_id)
    assert len(proposed_masks(desk, item_id)) == 1


def test_what_cannot_be_done_is_said(desk: Desk, case_id: str, tmp_path: Path, monkeypatch) -> None:
    item_id = added(desk, case_id, tmp_path)
    monkeypatch.setattr(recognition, "is_installed", lambda: False)
    with pytest.raises(Refused) as refused:
        recognition.recogniser(desk, item_id)
    assert code(refused) == "recognition_missing"
    with pytest.raises(Refused) as refused:
        desk.run(recognition.confirm_recognised, item_id)
    assert code(refused) == "not_recognised"
    scans.use(monkeypatch, [])
    with pytest.raises(Refused) as refused:
        recognised(desk, item_id)
    assert code(refused) == "recognition_empty"
    assert recognition.recognised_of(desk, item_id) is None
