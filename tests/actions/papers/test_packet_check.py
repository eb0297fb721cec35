"""A paper that came back is told from the one that left: to the byte, by its code, and by the first thing that differs."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from workstation.actions.papers.packet import packets
from workstation.actions.papers.packet.check import check_source
from workstation.actions.printing import outgoing
from workstation.actions.printing.outgoing import PrintJob
from workstation.casework.print_order import PrintOrder


@pytest.fixture
def case_id(desk, tmp_path):
    return whole_case(desk, tmp_path)


def rewritten(pdf: bytes, change=lambda made: None) -> bytes:
    """The file as another program would save it after a change."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as made:
        change(made)
        made.save(
            out, compress_streams=True, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def drop_page(made: pikepdf.Pdf) -> None:
    del made.pages[-1]


def swap_pages(made: pikepdf.Pdf) -> None:
    made.pages[2], made.pages[3] = made.pages[3], made.pages[2]


def stamp(made: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30], Contents=pikepdf.String("x")
    )
    made.pages[1].Annots = made.make_indirect(pikepdf.Array([note]))


CHANGES = (
    (lambda pdf: pdf + b"\n", "packet_bytes_differ"),
    (lambda pdf: rewritten(pdf), "packet_bytes_differ"),
    (lambda pdf: rewritten(pdf, drop_page), "packet_pages_differ"),
    (lambda pdf: rewritten(pdf, swap_pages), "packet_text_differs"),
    (lambda pdf: rewritten(pdf, stamp), "packet_marked"),
)


def test_a_changed_packet_is_known_by_its_code_and_says_what_differs(desk, case_id, tmp_path):
    made = packets.packet(desk, case_id, BANK)
    for change, code in CHANGES:
        (tmp_path / "back.pdf").write_bytes(change(made.pdf))
        found = check_source(desk).check(tmp_path / "back.pdf")
        assert (found.verdict, found.code) == ("changed", made.code)
        assert (found.left.case_id, found.left.version) == (case_id, 1)
        assert found.difference.code == code


def test_intact_here_intact_elsewhere_and_foreign(desk, case_id, tmp_path):
    made = packets.packet(desk, case_id, BANK)
    draft = packets.packet(desk, case_id, BANK, draft=True)
    files = {"here": made.pdf, "draft": draft.pdf, "changed_draft": draft.pdf + b" ", "letter": b"%PDF-1.7 hello"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    source = check_source(desk)
    found = {name: source.check(tmp_path / name) for name in files}
    assert [(one.verdict, one.left is not None) for one in found.values()] == [
        ("intact", True), ("intact", False), ("changed", False), ("foreign", False),
    ]  # fmt: skip
    assert refused(source.check, tmp_path / "gone.pdf") == [("file_missing", "gone.pdf")]


def test_a_single_paper_that_was_printed_is_known_too(desk, case_id, tmp_path):
    class Pile:
        on_paper = True

        def send(self, order, leaving):
            (tmp_path / "paper.pdf").write_bytes(leaving.pdf)

    job = PrintJob(case_id, "", "", "", "evidence-request")
    list(outgoing.print_jobs(desk, [job], PrintOrder("HP"), Pile()))
    found = check_source(desk).check(tmp_path / "paper.pdf")
    assert (found.verdict, found.left.kind, found.left.version) == ("intact", "evidence-request", 0)
