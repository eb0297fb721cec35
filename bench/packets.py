"""The papers of a packet as PDF: Concord's, against WeasyPrint and Typst setting the same texts and tables in the same fonts."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from pathlib import Path

import resources
from bench.contest import Contest, Work, peer
from bench.packet_peers import CSS, TYPST, html, typst
from tests.builders import BANK, case_file
from workstation.documents.blocks import Block
from workstation.documents.figures import packet_figures
from workstation.documents.packet import PAPERS, build_packet
from workstation.documents.templates.cover import cover
from workstation.documents.templates.voice import Voice

FACES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def contests(folder: Path) -> list[Contest]:
    """One contest without exhibits, which only Concord binds; Typst's source goes to ``folder``."""
    figures = packet_figures(case_file(items=(), verifications=()), BANK)
    voice = Voice(figures.language, {})
    papers = (cover, *PAPERS.values())
    blocks = tuple(block for paper in papers for block in paper(figures, voice))
    pages = build_packet(figures, (), draft=True).pages
    peers = (peer("weasyprint", lambda: by_weasyprint(blocks)), peer("typst", lambda: by_typst(blocks, folder)))
    return [Contest(f"packet of {pages} pages, no exhibits", lambda: build_packet(figures, (), draft=True), peers)]


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
    """Typst; its compiler and fonts stay open. It remembers paragraphs from call to call, so each call brings new words."""
    import typst as compiler

    source = folder / "packet.typ"
    source.write_text("", "utf-8")
    open_compiler = compiler.Compiler(str(source), font_paths=[str(resources.path("fonts"))], ignore_system_fonts=True)
    body, calls = typst(blocks), count()

    def work() -> object:
        source.write_text(TYPST + body.replace("，", f"，{next(calls)}"), "utf-8")
        return open_compiler.compile(str(source), format="pdf")

    return work


def _face(name: str) -> Path:
    return resources.path("fonts", name)
