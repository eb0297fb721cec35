"""The papers of a packet said again for other typesetters: the same blocks as HTML for WeasyPrint and as Typst markup."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from workstation.documents.typesetting import blocks as b

CSS = """
@page { size: A4; margin: 22mm 18mm; @bottom-right { content: counter(page) "/" counter(pages); font-size: 8pt } }
body { font: 10.5pt/1.6 "Noto Sans SC"; } h1 { font-size: 18pt; text-align: center } h2 { font-size: 12pt }
table { width: 100%; border-collapse: collapse; } td, th { border-bottom: .5pt solid #999; padding: 2pt 4pt; text-align: left }
.figure { text-align: right } .small { font-size: 8.5pt } .strong { font-weight: bold } .new { break-before: page }
.keep { break-inside: avoid } .note { background: #eee; padding: 4pt }
"""

TYPST = """
#set page(paper: "a4", margin: (x: 18mm, y: 22mm), numbering: "1/1", footer-descent: 20%)
#set text(font: "Noto Sans SC", size: 10.5pt, lang: "zh")
#set table(stroke: (bottom: 0.5pt + gray), inset: 3pt)
"""


def html(blocks: Iterable[b.Block]) -> str:
    """One HTML body; pictures, foreign pages and codes are left out."""
    return "".join(_html(block) for block in blocks)


def _html(block: b.Block) -> str:
    match block:
        case b.Title(text, subtitle):
            return f"<h1>{escape(text)}</h1><p class=quiet>{escape(subtitle)}</p>"
        case b.Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case b.Text(text):
            return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        case b.Note(text):
            return f"<p class=note>{escape(text)}</p>"
        case b.Keep(inner):
            return f"<div class=keep>{html(inner)}</div>"
        case b.PageBreak():
            return "<div class=new></div>"
        case _:
            return _html_grid(block)


def _html_grid(block: b.Block) -> str:
    columns, head, rows = grid(block)
    if not columns:
        return ""
    marks = ["figure" if column.align in ("right", "figure") else "" for column in columns]
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    lines = (
        f"<tr class={'strong' if row.strong else 'plain'}>"
        + "".join(f"<td class='{mark}'>{escape(cell)}</td>" for cell, mark in zip(row.cells, marks, strict=True))
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead>{''.join(lines)}</table>"


def typst(blocks: Iterable[b.Block]) -> str:
    """Typst markup of the same; every text is a string literal, so none of it is read as markup."""
    return "\n".join(_typst(block) for block in blocks)


def _typst(block: b.Block) -> str:
    match block:
        case b.Title(text, subtitle):
            return (
                f"#align(center, text(size: 18pt, weight: 700, {said(text)}))\n#align(center, text({said(subtitle)}))\n"
            )
        case b.Heading(text):
            return f"#text(size: 12pt, weight: 700, {said(text)})\n"
        case b.Text(text):
            return "\n".join(f"#par(text({said(line)}))\n" for line in text.split("\n"))
        case b.Note(text):
            return f"#block(fill: luma(238), inset: 4pt, text({said(text)}))"
        case b.Keep(inner):
            return f"#block(breakable: false)[\n{typst(inner)}\n]"
        case b.PageBreak():
            return "#pagebreak(weak: true)"
        case _:
            return _typst_grid(block)


def _typst_grid(block: b.Block) -> str:
    columns, head, rows = grid(block)
    if not columns:
        return ""
    sides = ", ".join("right" if column.align in ("right", "figure") else "left" for column in columns)
    widths = ", ".join("1fr" if column.grow else "auto" for column in columns)
    top = f"table.header({', '.join(map(said, head))}), " if any(head) else ""
    cells = ", ".join(said(cell) for row in rows for cell in row.cells)
    return f"#table(columns: ({widths},), align: ({sides},), {top}{cells})"


def said(text: str) -> str:
    """A text as a Typst string literal."""
    return json.dumps(text, ensure_ascii=False)


def grid(block: b.Block) -> tuple[tuple[b.TableColumn, ...], tuple[str, ...], tuple[b.TableRow, ...]]:
    """Tables, and everything else that stands in rows, as columns, headings and rows; no columns for what is left out."""
    match block:
        case b.TableBlock(columns, rows):
            return columns, tuple(column.label for column in columns), rows
        case b.Fields(lines):
            flat = [(field.label, field.value) for line in lines for field in line]
        case b.Pair(left, right):
            flat = [(left, right)]
        case b.Contents(entries):
            flat = [(text, str(page)) for text, page, _ in entries]
        case b.Signature(areas):
            flat = [(area.label, area.foot) for area in areas]
        case _:
            return (), (), ()
    return (b.TableColumn(), b.TableColumn(grow=True)), ("", ""), tuple(b.TableRow(cells) for cells in flat)
