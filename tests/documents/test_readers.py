"""Other programs read our files without a word of complaint: poppler draws them, qpdf finds their syntax sound."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from tests.documents import poppler
from tests.documents.sample_case import BANK, case_file, exhibits
from tests.source_tree import ROOT
from workstation.documents.packet.build import PAPERS, build_packet, build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.strips import TypesetContext

SAMPLES = sorted((ROOT / "resources" / "sample" / "evidence").glob("*.pdf"))


def assert_sound(data: bytes, folder: Path) -> None:
    assert poppler.complaints(data, folder) == ""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("draft", [False, True])
def test_a_packet_is_read_without_complaint(context: TypesetContext, draft: bool, tmp_path: Path) -> None:
    file = case_file()
    assert_sound(build_packet(packet_figures(file, BANK), exhibits(file), draft, context).pdf, tmp_path)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_single_paper_is_read_without_complaint(context: TypesetContext, kind: str, tmp_path: Path) -> None:
    assert_sound(build_paper(packet_figures(case_file(), BANK), kind, True, context).pdf, tmp_path)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_proofs_are_read_without_complaint(sample: Path, tmp_path: Path) -> None:
    assert_sound(sample.read_bytes(), tmp_path)
