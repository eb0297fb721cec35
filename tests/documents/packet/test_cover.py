"""The QR picture stands on the first page of a packet, however many exhibits its contents tell of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import BANK, case_file, plan
from workstation.documents.packet.build import Exhibit, build_packet
from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.packet.gather import packet_figures
from workstation.received.qr_texts import qr_texts


@pytest.mark.parametrize("count", [3, 14, 30])
def test_the_first_page_has_the_picture(count: int) -> None:
    figures = packet_figures(case_file(items=(), verifications=(), plans=(plan(),)), BANK)
    held = tuple(
        ExhibitFigures(no, f"i{no}", "diagnosis", "诊断证明", "诊断.jpg", "image/jpeg", "00", held_back=True)
        for no in range(1, count + 1)
    )
    made = build_packet(replace(figures, exhibits=held), [Exhibit(one.item_id, b"") for one in held], draft=True)
    assert [number for number, text in qr_texts(made.pdf) if made.code in text] == [1]
