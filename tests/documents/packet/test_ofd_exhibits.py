"""An OFD as an exhibit: its pages bound as words and drawings, what is left off told with the packet, broken ones named."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.documents.sample_case import BANK, case_file, exhibits
from tests.received.ofd.making import at, element, ofd, page, seen, square, text, words
from workstation.documents.packet.apart import exhibit_length
from workstation.documents.packet.build import Packet, anchor_pages, build_packet
from workstation.documents.packet.exhibits.pictures import shown_pages
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.strips import TypesetContext
from workstation.errors import Refused
from workstation.evidence.masking import number_masks
from workstation.policy.pack import packs
from workstation.received.ofd.apart import ofd_pdf

PAPER = ofd(
    page(text("诊断证明书第一页", 10, 30), square(10, 60)),
    page(text("第二页", 10, 30), '<ofd:HologramObject ID="1"/>'),
)
CARD = ofd(page(text("6222 0202 0000 0044 444", 10, 30, delta=" ".join(["3"] * 22))))


def bound(context: TypesetContext, data: bytes, code: str = "diagnosis", draft: bool = False) -> Packet:
    files = {code: ("证明.ofd", "application/ofd", data)}
    file = case_file(files)
    return build_packet(packet_figures(file, BANK), exhibits(file, files), draft, context)


def test_its_pages_are_bound_with_their_words(context: TypesetContext) -> None:
    packet = bound(context, PAPER)
    said = "".join(words(packet.pdf))
    assert "诊断证明书第一页" in said and "第二页" in said
    image = seen(packet.pdf, packet.pages - 2)
    assert (255, 0, 0) in {colour for _, colour in image.getcolors(image.width * image.height) or ()}


def test_what_is_not_drawn_is_told_with_the_packet(context: TypesetContext) -> None:
    told = [(one.code, one.subject, one.figures["pages"]) for one in bound(context, PAPER).findings]
    assert ("ofd_objects_left_out", "evidence.diagnosis", "2") in told


def test_a_broken_one_is_named(context: TypesetContext) -> None:
    for data, code in ((ofd(page(), parts={"Encryptions.xml": "<a/>"}), "ofd_locked"), (ofd(), "file_damaged")):
        with pytest.raises(Refused) as refused:
            bound(context, data)
        assert [(one.code, one.subject) for one in refused.value.findings] == [(code, "evidence.diagnosis")]


def test_its_length_is_known_beforehand(context: TypesetContext) -> None:
    files = {"diagnosis": ("证明.ofd", "application/ofd", PAPER)}
    file = case_file(files)
    figures = packet_figures(file, BANK)
    assert exhibit_length(figures.exhibits[0], PAPER, "zh-Hans") == 2
    assert max(anchor_pages(figures, exhibits(file, files), context).values()) == bound(context, PAPER).pages


def test_its_copy_is_pixels(context: TypesetContext) -> None:
    """A paper whose copies bear their purpose takes no words along."""
    packet = bound(context, CARD, "id_card")
    assert "0044" not in "".join(words(packet.pdf)) and "0044" in words(ofd_pdf(CARD))[0]


def test_its_pages_are_shown_and_its_number_is_found() -> None:
    (first, second) = shown_pages(PAPER)
    assert (first.width, first.height) == (second.width, second.height) and first.height == 1400
    assert Image.frombytes("RGB", (first.width, first.height), first.data).getpixel((140, 650)) == (255, 0, 0)
    rule = next(
        one.copy for one in packs()["cn-card"].requirements if one.copy is not None and one.copy.number == "middle"
    )
    (mask,) = number_masks(CARD, rule)
    assert mask.page == 0 and 900 < mask.left < 4000 and mask.width > 1000
    assert "0202" in words(ofd_pdf(CARD))[0]


def test_a_page_that_shows_nothing_is_advised(context: TypesetContext) -> None:
    data = ofd(page(text("第一页", 10, 30)), element("Page", "<ofd:Content/>"))
    assert [one.code for one in bound(context, data).findings if one.code.startswith(("exhibit", "ofd"))] == [
        "exhibit_page_blank"
    ]
    assert at(seen(ofd_pdf(data), 1), 50, 50) == (255, 255, 255)
