"""Text documents set as PDF by an office program, played by a script: the original kept, the note written, nothing half done."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tests.actions.evidence.test_items import case_id as case_id
from tests.evidence.statements.printed_samples import drawn
from workstation.actions.desk import Desk
from workstation.actions.evidence import containers, items, letters
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.received import office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is played by a shell script")
RTF = rb"{\rtf1 hello}"


@pytest.fixture
def program(tmp_path: Path, monkeypatch) -> Path:
    """An office program that lays a PDF where it is told to; ``answer.pdf`` beside it is what it makes."""
    script = tmp_path / "soffice"
    script.write_text(
        '#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\n'
        f'[ -f "{tmp_path}/answer.pdf" ] && cp "{tmp_path}/answer.pdf" "$2/letter.pdf"\nexit 0\n'
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "answer.pdf").write_bytes(drawn([[(40, 700, 9, "合同")]]))
    monkeypatch.setattr(letters, "office_program", lambda: script)
    return script


def refusal(desk: Desk, case_id: str, path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        containers.add(desk, case_id, "bank_statement", path, None)
    return caught.value


def test_a_letter_is_set_and_its_original_kept(desk, case_id, tmp_path, program):
    path = tmp_path / "合同.doc"
    path.write_bytes(RTF)
    refused = refusal(desk, case_id, path)
    assert letters.can_set(refused)
    item = letters.add_letter(desk, case_id, "bank_statement", path, refused)
    assert (item.file_name, item.media_type) == ("合同.doc.pdf", "application/pdf") and "合同.doc" in item.note
    kept = containers.container_of(desk, item.id)
    assert kept is not None and kept.file_name == "合同.doc" and desk.vault.read(kept.sha256) == RTF
    assert items.item_bytes(desk, item.id).startswith(b"%PDF-")


@pytest.mark.parametrize("answer", [None, b"", b"no pdf", b"%PDF-1.4 hello"])
def test_a_program_that_makes_no_pdf_leaves_nothing(desk, case_id, tmp_path, program, answer):
    path = tmp_path / "合同.rtf"
    path.write_bytes(RTF)
    (tmp_path / "answer.pdf").unlink()
    if answer is not None:
        (tmp_path / "answer.pdf").write_bytes(answer)
    with pytest.raises(Refused) as caught:
        letters.add_letter(desk, case_id, "bank_statement", path, refusal(desk, case_id, path))
    assert caught.value.findings[0].code in ("office_no_pdf", "file_damaged")
    assert desk.store.find(EvidenceItem) == ()


def test_without_a_program_the_refusal_names_the_way_out(desk, case_id, tmp_path, monkeypatch):
    path = tmp_path / "合同.rtf"
    path.write_bytes(RTF)
    monkeypatch.setattr(letters, "office_program", lambda: None)
    refused = refusal(desk, case_id, path)
    assert refused.findings[0].code == "kind_word" and not letters.can_set(refused)
    with pytest.raises(Refused) as caught:
        letters.add_letter(desk, case_id, "bank_statement", path, refused)
    assert caught.value.findings[0].code == "office_missing"


def test_other_kinds_are_not_offered(program):
    from workstation.received.kinds import foreign

    assert not letters.can_set(foreign("kind_slides", "a.ppt", "PPT"))
    assert not letters.can_set(foreign("kind_word", "a.hwp", "HWP"))


def test_the_office_program_gets_a_profile_of_its_own_and_the_end_of_the_kind(tmp_path, program):
    assert set(office.LETTERS) == {"DOC", "DOCX", "WPS", "RTF", "ODT", "WordML"}
    order = office._order(Path("/profile"), Path("/letter.doc"), Path("/made"), "pdf:writer_pdf_Export")
    assert order[0] == "-env:UserInstallation=file:///profile" and "--headless" in order
