"""The papers of a packet as PDF: Concord's, sealed, against the same strings drawn by a bare loop and three typesetters.

The typesetters get the same texts and tables to flow in the same fonts. None of the peers draws header, footer or QR picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import Final

import resources
from bench.contest import Contender, Contest, Work, installed, peer
from bench.peers.packet_peers import CSS, TYPST, html, typst
from bench.peers.packet_strings import by_canvas, by_fpdf, placed
from tests.builders import BANK, case_file, plan, terms
from workstation.documents.packet.build import PAPERS, build_packet
from workstation.documents.packet.cover import cover
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.blocks import Block
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.documents.typesetting.phrases import Phrases

FACES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
ROWS: Final = 180
"""Instalments that make a packet of twelve pages."""
DIGITS: Final = "0123456789"
LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
SOURCES: Final = 64
"""Sources made before the clock starts, more than Typst remembers."""


def contests(folder: Path) -> list[Contest]:
    """One contest without exhibits, which only Concord binds; Typst's sources go to ``folder``."""
    file = case_file(items=(), verifications=(), plans=(plan(terms=terms(instalments=ROWS)),))
    figures = packet_figures(file, BANK)
    phrases = Phrases(figures.language, {})
    papers = [paper(figures, phrases) for paper in (cover, *PAPERS.values())]
    blocks = tuple(block for paper in papers for block in paper)
    set_ = [page for paper in papers for page in set_pages(paper, open_typesetter())]
    pages = build_packet(figures, (), draft=True).pages
    if len(set_) != pages:
        raise RuntimeError(f"the bare loop has {len(set_)} pages, the packet {pages}")
    peers = (
        Contender(f"{installed('reportlab')}, strings drawn where we set them", by_canvas(placed(set_))),
        peer("weasyprint", lambda: by_weasyprint(blocks)),
        peer("typst", lambda: by_typst(blocks, folder)),
        _named(peer("typst", lambda: by_typst_anew(blocks, folder)), "fonts read each time"),
        peer("fpdf2", lambda: by_fpdf(blocks)),
    )
    return [Contest(f"packet of {pages} pages, no exhibits", lambda: build_packet(figures, (), draft=True), peers)]


def _named(one: Contender, what: str) -> Contender:
    return replace(one, name=f"{one.name}, {what}")


def by_weasyprint(blocks: tuple[Block, ...]) -> Work:
    """WeasyPrint; its style sheet and fonts are read once, outside the time."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(
        f'@font-face {{ font-family: "Noto Sans SC"; font-weight: {weight}; src: url("{_face(face).as_uri()}") }}'
        for face, weight in zip(FACES, (400, 700), strict=True)
    )
    style = weasyprint.CSS(string=faces + CSS, font_config=fonts)
    body = html(blocks)
    return lambda: weasyprint.HTML(string=body).write_pdf(BytesIO(), stylesheets=[style], font_config=fonts)


def by_typst(blocks: tuple[Block, ...], folder: Path) -> Work:
    """Typst; its compiler and fonts stay open."""
    import typst as compiler

    source, fresh = folder / "packet.typ", _fresh(blocks)
    source.write_text("", "utf-8")
    open_compiler = compiler.Compiler(str(source), font_paths=[_two_faces(folder)], ignore_system_fonts=True)

    def work() -> object:
        source.write_text(next(fresh), "utf-8")
        return open_compiler.compile(str(source), format="pdf")

    return work


def by_typst_anew(blocks: tuple[Block, ...], folder: Path) -> Work:
    """Typst by its one function for a file, which reads the folder of the two fonts at each call."""
    import typst as compiler

    source, fonts, fresh = folder / "packet-anew.typ", _two_faces(folder), _fresh(blocks)

    def work() -> object:
        source.write_text(next(fresh), "utf-8")
        return compiler.compile(str(source), format="pdf", font_paths=[fonts], ignore_system_fonts=True)

    return work


def _fresh(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The source with other figures at each call: Typst remembers paragraphs and cells that it has set before."""
    body, shuffled = typst(blocks), Random(0)

    def other(call: int) -> str:
        figures = str.maketrans(DIGITS, "".join(shuffled.sample(DIGITS, len(DIGITS))))
        return TYPST + LITERAL.sub(lambda found: found[0].translate(figures).replace("，", f"，{call}"), body)

    return cycle([other(call) for call in range(SOURCES)])


def _two_faces(folder: Path) -> str:
    fonts = folder / "two-faces"
    fonts.mkdir(exist_ok=True)
    for name in FACES:
        copyfile(_face(name), fonts / name)
    return str(fonts)


def _face(name: str) -> Path:
    return resources.path("fonts", name)
