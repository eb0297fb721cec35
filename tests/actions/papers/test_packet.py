"""No route around a gate; what left the desk can be printed again to the byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.actions.outputs import write_output
from workstation.actions.papers.packet import packets
from workstation.actions.printing.left_before import left_before
from workstation.actions.upkeep import check_vault, quarantine_orphans
from workstation.errors import Damaged, Refused


@pytest.fixture
def case_id(desk, tmp_path):
    return whole_case(desk, tmp_path)


def unverify(desk, case_id, code="id_card"):
    """Withdraw one proof: the smallest thing that closes a gate."""
    (item,) = [one for one in cases.load_case(desk, case_id).live_items if one.requirement == code]
    desk.run(items.withdraw, item.id)


def test_a_whole_case_gets_its_packet_on_record(desk, case_id):
    made = packets.packet(desk, case_id, BANK)
    assert made.pdf.startswith(b"%PDF-")
    assert made.pages >= 8
    (printed,) = packets.printed_packets(desk, case_id)
    assert (printed.version, printed.sha256, printed.pages, printed.by) == (1, made.sha256, made.pages, desk.agent)


def test_one_missing_proof_refuses_the_packet_and_names_it(desk, case_id):
    unverify(desk, case_id)
    assert refused(packets.packet, desk, case_id, BANK) == [("evidence_missing", "evidence.id_card")]
    assert packets.printed_packets(desk, case_id) == ()


def test_a_draft_is_marked_and_never_recorded(desk, case_id):
    final = packets.packet(desk, case_id, BANK)
    unverify(desk, case_id)
    draft = packets.packet(desk, case_id, BANK, draft=True)
    assert draft.pdf != final.pdf
    assert len(packets.printed_packets(desk, case_id)) == 1


def test_the_preview_shows_the_final_packet_only_when_it_could_leave(desk, case_id):
    preview = packets.packet_source(desk, case_id, BANK).build()
    assert packets.printed_packets(desk, case_id) == ()
    assert packets.packet(desk, case_id, BANK).pdf == preview.pdf
    unverify(desk, case_id)
    assert packets.packet_source(desk, case_id, BANK).build().pdf == packets.packet(desk, case_id, BANK, draft=True).pdf


def test_asked_again_it_is_the_same_packet_and_changed_it_is_the_next_version(desk, case_id):
    first = packets.packet(desk, case_id, BANK)
    assert packets.packet(desk, case_id, BANK).pdf == first.pdf
    assert len(packets.printed_packets(desk, case_id)) == 1
    debtor = cases.load_case(desk, case_id).debtor
    desk.run(cases.save_debtor, case_id, replace(debtor, employer="北方机械厂"))
    second = packets.packet(desk, case_id, BANK)
    assert second.pdf != first.pdf
    assert [one.version for one in packets.printed_packets(desk, case_id)] == [1, 2]


def test_an_old_version_prints_again_to_the_byte(desk, case_id):
    made = packets.packet(desk, case_id, BANK)
    (printed,) = packets.printed_packets(desk, case_id)
    assert left_before(desk, printed.id).build().pdf == made.pdf


def test_the_vault_check_knows_packets_and_a_clearing_spares_them(desk, case_id):
    packets.packet(desk, case_id, BANK)
    assert check_vault(desk) == ()
    assert not quarantine_orphans(desk)
    (printed,) = packets.printed_packets(desk, case_id)
    files = sorted(
        (path for path in desk.vault.folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size
    )
    for path in files:
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert len(check_vault(desk)) == len(files)
    with pytest.raises(Damaged):
        left_before(desk, printed.id).build()


def test_a_bank_without_an_account_gets_nothing_not_even_a_draft(desk, case_id):
    for ask in (
        lambda: packets.packet(desk, case_id, "某银行", draft=True),
        lambda: packets.packet_source(desk, case_id, "某银行").build(),
    ):
        with pytest.raises(Refused) as refusal:
            ask()
        assert refusal.value.findings[0].code == "bank_has_no_account"


def test_a_file_is_written_whole_or_refused(desk, tmp_path):
    write_output(tmp_path / "deep" / "a.pdf", b"one")
    write_output(tmp_path / "deep" / "a.pdf", b"two")
    assert (tmp_path / "deep" / "a.pdf").read_bytes() == b"two"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["a.pdf"]
    (tmp_path / "file").write_bytes(b"")
    assert refused(write_output, tmp_path / "file" / "a.pdf", b"") == [("file_unwritable", "a.pdf")]


def test_a_packet_built_apart_is_kept_once_and_only_while_the_case_stands(desk, case_id):
    source = packets.packet_source(desk, case_id, BANK)
    made = source.build()
    assert packets.printed_packets(desk, case_id) == ()
    kept = desk.run(packets.keep_packet, source, made)
    assert desk.run(packets.keep_packet, source, made) == kept
    assert packets.packet(desk, case_id, BANK).sha256 == kept.sha256
    debtor = cases.load_case(desk, case_id).debtor
    desk.run(cases.save_debtor, case_id, replace(debtor, employer="北方机械厂"))
    assert refused(desk.run, packets.keep_packet, source, made) == [("packet_outdated", "packet")]
    unverify(desk, case_id)
    assert refused(desk.run, packets.keep_packet, source, made) == [("evidence_missing", "evidence.id_card")]
    assert packets.printed_packets(desk, case_id) == (kept,)


def test_a_draft_built_apart_is_never_kept(desk, case_id):
    source = packets.packet_source(desk, case_id, BANK, draft=True)
    assert refused(desk.run, packets.keep_packet, source, source.build()) == [("packet_outdated", "packet")]


def test_two_built_apart_never_become_the_same_version(desk, case_id):
    early = packets.packet_source(desk, case_id, BANK)
    late = replace(early, file=replace(early.file, settings=replace(early.file.settings, agent="周协商")))
    desk.run(packets._record, late, late.build())
    assert refused(desk.run, packets.keep_packet, early, early.build()) == [("packet_outdated", "packet")]
