"""Proof is taken in by what a file is, checked by a named check, and never lost; broken files get their own answer."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from tests.actions.signed_in import become
from tests.actions.test_cases import refused, understand
from tests.hostile_files import Hostile, hostile_files
from tests.tools import shared
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.upkeep import quarantine_orphans
from workstation.casework.user import Vouched
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem, Verification


@pytest.fixture
def case_id(desk):
    case_id = desk.run(cases.new_case, "甲")
    understand(desk, case_id)
    return case_id


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "身份证.png"
    Image.new("RGB", (60, 40), "white").save(path)
    return path


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "diagnosis.pdf"
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(path)
    return path


def add(desk, case_id, path, code="id_card", **facts):
    return items.add_file(desk, case_id, code, path, ItemFacts(**facts))


def state(desk, case_id, code="id_card"):
    return next(line.state for line in cases.load_case(desk, case_id).checklist if line.requirement.code == code)


def test_a_file_comes_back_to_the_byte(desk, case_id, picture):
    item = add(desk, case_id, picture, form="original", issuer="公安局")
    assert items.item_bytes(desk, item.id) == picture.read_bytes()
    assert item.sha256 == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert (item.file_name, item.media_type, item.received_by) == ("身份证.png", "image/png", desk.agent)
    assert state(desk, case_id) == "received"


def test_the_kind_of_a_file_is_read_from_its_content(desk, case_id, pdf, tmp_path):
    disguised = tmp_path / "photo.jpg"
    disguised.write_bytes(pdf.read_bytes())
    assert add(desk, case_id, disguised).media_type == "application/pdf"


def test_an_item_the_checklist_does_not_know_is_refused(desk, case_id, picture):
    found = refused(items.add_file, desk, case_id, "moon_rock", picture)
    assert found == [("requirement_unknown", "evidence.moon_rock")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "file_empty"),
        ("half.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, "file_damaged"),
        ("half.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "file_damaged"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj\n", "file_damaged"),
    ],
)
def test_broken_files_are_refused_by_name_and_leave_nothing(desk, case_id, tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refusal:
        add(desk, case_id, path)
    assert [(one.code, one.figures["file"]) for one in refusal.value.findings] == [(code, name)]
    assert desk.store.find(EvidenceItem) == ()
    assert path.read_bytes() == content


def test_a_missing_file_and_a_folder_are_named(desk, case_id, tmp_path):
    for path, told in ((tmp_path / "gone.pdf", "file_missing"), (tmp_path, "file_not_regular")):
        assert [code for code, _ in refused(items.add_file, desk, case_id, "id_card", path)] == [told]


def test_a_locked_pdf_asks_for_an_open_one(desk, case_id, pdf, tmp_path):
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(pdf) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert [code for code, _ in refused(items.add_file, desk, case_id, "id_card", locked)] == ["file_locked"]


def test_a_named_check_verifies_and_a_wrong_one_does_not(desk, case_id, picture):
    item = add(desk, case_id, picture, form="original", issuer="公安局")
    found = refused(desk.run, items.verify, item.id, "arithmetic", "ok")
    assert found == [("check_not_accepted", "evidence.id_card")]
    desk.run(items.verify, item.id, "original_seen", "ok")
    assert state(desk, case_id) == "verified"


def test_a_failure_needs_its_reason_and_closes_the_line(desk, case_id, picture):
    item = add(desk, case_id, picture)
    assert refused(desk.run, items.verify, item.id, "original_seen", "failed") == [
        ("required_field", "verification.note")
    ]
    desk.run(items.verify, item.id, "original_seen", "failed", "照片与本人不符")
    assert state(desk, case_id) == "failed"


def test_changed_facts_void_the_checks_made_on_the_old_ones(desk, case_id, picture):
    item = add(desk, case_id, picture, issuer="公安局")
    desk.run(items.verify, item.id, "original_seen", "ok")
    mended = desk.run(items.change_facts, item.id, ItemFacts(issuer="派出所", document_number="A1"))
    assert mended == replace(item, issuer="派出所", document_number="A1")
    assert desk.store.find(Verification) == ()
    assert state(desk, case_id) == "received"


def test_withdrawing_and_putting_back(desk, case_id, picture):
    item = add(desk, case_id, picture)
    desk.run(items.withdraw, item.id)
    assert state(desk, case_id) == "missing"
    assert refused(desk.run, items.verify, item.id, "original_seen", "ok") == [
        ("evidence_withdrawn", "evidence.id_card")
    ]
    desk.run(items.withdraw, item.id, False)
    assert state(desk, case_id) == "received"


def test_a_waiver_is_the_supervisors_and_has_a_reason(desk, case_id):
    assert refused(desk.run, items.waive, case_id, "id_card", " ") == [("required_field", "waiver.reason")]
    found = refused(desk.run, items.waive, case_id, "id_card", "遗失", "周主管")
    assert found == [("supervisor_elsewhere", "waiver.supervisor")]
    become(desk, "agent")
    assert refused(desk.run, items.waive, case_id, "id_card", "遗失") == [("role_supervisor", "person.roles")]
    with desk.vouched_by(Vouched("周主管")):
        waiver = desk.run(items.waive, case_id, "id_card", "遗失补办中")
    assert waiver.by == "周主管"
    assert state(desk, case_id) == "waived"


def test_a_second_look_is_of_a_person_who_is_here(desk, case_id, picture):
    item = add(desk, case_id, picture, form="original", issuer="公安局")
    found = refused(desk.run, items.verify, item.id, "original_seen", "ok", by="周主管")
    assert found == [("witness_elsewhere", "verification.by")]
    with desk.vouched_by(Vouched("王协商", ("agent",))):
        assert refused(desk.run, items.verify, item.id, "original_seen", "ok") == [
            ("required_field", "verification.note")
        ]
        assert desk.run(items.verify, item.id, "original_seen", "ok", "一起看过").by == "王协商"
    assert desk.run(items.verify, item.id, "original_seen", "ok", by=desk.agent).by == desk.agent


def test_the_same_file_in_another_case_is_reported_with_its_place(desk, case_id, picture):
    first = add(desk, case_id, picture)
    assert items.duplicates_elsewhere(desk, first) == ()
    other = desk.run(cases.new_case, "乙")
    second = add(desk, other, picture)
    (finding,) = items.duplicates_elsewhere(desk, second)
    assert (finding.code, finding.figures["name"]) == ("same_file_elsewhere", "欧阳·阿依古丽")


@pytest.mark.parametrize("file", hostile_files(), ids=lambda file: file.name)
def test_a_hostile_file_of_our_own_is_kept_to_the_byte_or_refused(desk, case_id, tmp_path, file: Hostile):
    path = tmp_path / file.name
    path.write_bytes(file.data)
    if file.proof != "done":
        assert refused(items.add_file, desk, case_id, "id_card", path) == [(file.proof, file.name)]
        assert desk.store.find(EvidenceItem) == ()
    else:
        item = add(desk, case_id, path)
        assert (item.file_name, items.item_bytes(desk, item.id)) == (file.name, file.data)


def test_hostile_files_get_an_answer_each(desk, case_id):
    corpus = shared("corpus")
    folders = ["hostile", "pdf_forms/broken", "pdf_forms/encrypted", "pdf_forms/xfa"]
    files = [path for folder in folders for path in sorted((corpus / folder).rglob("*")) if path.is_file()]
    assert len(files) > 30
    for path in files:
        try:
            item = add(desk, case_id, path)
        except Refused as refusal:
            assert all(
                finding.code.startswith(("file_", "image_", "table_", "zip_", "kind_")) for finding in refusal.findings
            )
        else:
            assert items.item_bytes(desk, item.id) == path.read_bytes()


def test_a_file_is_received_beside_the_desk_and_then_put_on_record(desk, case_id, picture):
    told = []
    received = items.receive(desk.vault, picture, lambda done, total: told.append((done, total)))
    assert desk.store.find(EvidenceItem) == ()
    size = picture.stat().st_size
    assert told[-1] == (2 * size, 2 * size)
    item = desk.run(items.record, case_id, "id_card", received)
    assert items.item_bytes(desk, item.id) == picture.read_bytes()


def test_a_received_file_that_a_check_cleared_away_is_named(desk, case_id, picture):
    received = items.receive(desk.vault, picture)
    desk.run(quarantine_orphans)
    assert refused(desk.run, items.record, case_id, "id_card", received) == [("file_gone", "身份证.png")]
    assert desk.store.find(EvidenceItem) == ()
