"""A packet goes through a real spooler to a real printer driver and comes out at its own size, every page, nothing cut."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4

from tests.ui.printing.cups import QUEUE, Spooler, spooler
from tests.ui.printing.test_printers import ONE_MM, ink, marked_pages, pictures
from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.actions.printing.spooler import CupsPrinter
from workstation.casework.print_order import PrintOrder
from workstation.errors import Refused


@pytest.fixture(scope="module")
def house() -> Iterator[Spooler]:
    # A socket's path may not be long: pytest's own folders are.
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUPS_SERVER", f"{folder}/cups.sock")
        with spooler(Path(folder)) as running:
            yield running


@pytest.fixture(scope="module")
def marked_a4() -> bytes:
    return marked_pages(A4, A4, A4)


def leaving(pdf: bytes, kind: str = "packet") -> OutgoingPaper:
    return OutgoingPaper("c1", "CC-2026-00417", "招商银行", kind, pdf, "", len(pictures(pdf)))


def same_place(wanted, found) -> bool:
    sizes = all(abs(a - b) <= ONE_MM for a, b in zip(wanted.size, found.size, strict=True))
    return sizes and all(abs(a - b) <= ONE_MM for a, b in zip(ink(wanted), ink(found), strict=True))


def test_pages_come_out_at_their_own_size_though_the_queue_wants_two_on_a_sheet(qtbot, house, marked_a4) -> None:
    house.admin("lpadmin", "-p", QUEUE, "-o", "number-up-default=2", "-o", "sides-default=one-sided")
    assert CupsPrinter().names() == (QUEUE,)
    CupsPrinter().send(PrintOrder(QUEUE, sides="long_edge"), leaving(marked_a4))
    before, after = pictures(marked_a4), pictures(house.printed())
    assert len(after) == len(before) == 3
    assert all(same_place(wanted, found) for wanted, found in zip(before, after, strict=True))


def test_a_range_and_copies(qtbot, house, marked_a4) -> None:
    CupsPrinter().send(PrintOrder(QUEUE, copies=2, part="2-3"), leaving(marked_a4))
    after = pictures(house.printed())
    assert len(after) == 4
    assert same_place(pictures(marked_a4)[1], after[0])


def test_what_stands_in_the_way_is_said(house, marked_a4) -> None:
    house.admin("cupsdisable", QUEUE)
    with pytest.raises(Refused) as stopped:
        CupsPrinter().send(PrintOrder(QUEUE), leaving(marked_a4))
    house.admin("cupsenable", QUEUE)
    with pytest.raises(Refused) as unknown:
        CupsPrinter().send(PrintOrder("nobody"), leaving(marked_a4))
    assert [one.value.findings[0].code for one in (stopped, unknown)] == ["printer_stopped", "print_refused"]
    assert "does not exist" in unknown.value.findings[0].figures["reason"]
