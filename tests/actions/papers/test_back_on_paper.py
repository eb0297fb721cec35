"""A packet that comes back as paper: its QR code tells the figures in plain text and leads to what left."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest

from tests.actions.whole_case import BANK, whole_case
from workstation.actions.papers.packet import packets
from workstation.actions.papers.packet.check import check_source
from workstation.casework.packet_facts import CODE
from workstation.casework.printed import PrintedPacket
from workstation.documents.packet.code.facts import masked_name
from workstation.documents.packet.code.scanned import ScannedCode
from workstation.documents.typesetting import seal


@pytest.fixture
def made(desk, tmp_path):
    return packets.packet(desk, whole_case(desk, tmp_path), BANK)


def scan(pdf: bytes, file) -> None:
    """The cover as a scanner of 150 dots an inch gives it, a little askew."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=150 / 72).to_pil().convert("L")
        picture.rotate(1.5, fillcolor=255).save(file, quality=60)


def test_a_scan_is_read_and_found(desk, made, tmp_path):
    file = tmp_path / "scan.jpg"
    scan(made.pdf, file)
    told = packets.check_packet(file)
    assert isinstance(told, ScannedCode)
    assert (told.code, told.page) == (made.code, 1)
    head, parties, owed, plan, foot = told.text.splitlines()
    assert head.endswith("第1版") and "欧阳" not in told.text and parties == f"**·***丽 致 {BANK}"
    assert (owed, foot.rpartition(" ")[2]) == ("欠款 CNY 59,236.45", made.code)
    assert "6214" in plan and "60期" in plan and "首期2026-12-10 833.34" in plan
    found = check_source(desk).check(file)
    assert (found.verdict, found.left.bank, found.left.version, found.difference) == ("scanned", BANK, 1, None)
    assert found.facts == told.text == seal.read_seal(made.pdf).facts


def test_a_code_on_the_telephone_is_found_however_it_is_said(desk, made):
    source = check_source(desk)
    for said in (made.code, made.code.lower().replace("-", " "), made.code.replace("-", "")):
        assert source.find(said).left.sha256 == made.sha256
    assert source.find("0000-0000-0000").left is None
    assert [fact.value for fact in desk.store.find(PrintedPacket)[0].facts if fact.place == CODE] == [made.code]


def test_packets_of_before_codes_were_kept_are_opened(desk, made):
    source = check_source(desk)
    older = replace(source, papers=tuple(replace(one, code="") for one in source.papers))
    assert older.find(made.code).left.sha256 == made.sha256


def test_a_picture_that_tells_something_else_is_named(desk, made):
    source = check_source(desk)
    forged = ScannedCode(3, made.code, seal.read_seal(made.pdf).facts.replace("833.34", "333.34"))
    found = source._on_paper(forged, "")
    assert (found.difference.code, found.difference.figures) == ("scan_differs", {"page": "3"})


def test_squares_that_were_swapped_in_the_file_break_it(made):
    pdf = bytearray(made.pdf)
    where = pdf.index(b" ID ".hex().encode(), pdf.index(b"%concord facts".hex().encode())) + 400
    pdf[where : where + 2] = b"5a" if pdf[where : where + 2] != b"5a" else b"a5"
    found = seal.read_seal(bytes(pdf))
    assert found.code == made.code and not found.intact


@pytest.mark.parametrize(
    ("name", "shown"),
    [("王丽", "*丽"), ("欧阳·阿依古丽", "**·***丽"), ("John Smith", "J*** S****"), ("丽", "丽"), ("", "")],
)
def test_names_are_covered(name, shown):
    assert masked_name(name) == shown


def test_no_code_on_paper(desk, tmp_path):
    blank = io.BytesIO()
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(200, 200)
    pdf.save(blank)
    (tmp_path / "x.pdf").write_bytes(blank.getvalue())
    assert check_source(desk).check(tmp_path / "x.pdf").verdict == "foreign"
