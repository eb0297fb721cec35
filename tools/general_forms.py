"""Draws the two forms for any bank: one with fields, one of paper only. ``python -m tools.general_forms [DIR]``.

The same program draws the same bytes; a test holds the files against it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import resources
from tools.general_form_rows import APPLICATION, BUDGET, Cell, Row
from workstation.documents.bankform.drawing import OverlaySheet, draw
from workstation.documents.typesetting.fonts import Face, load_fonts
from workstation.documents.typesetting.strips import Run

WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT, TOP = 56.0, 540.0, 790.0
LABEL: Final = 74.0
LINE: Final = 22.0
_INK, _RULE, _GROUND = "0.100 0.110 0.130", "0.550 0.580 0.620", "0.945 0.950 0.958"


@dataclass(frozen=True)
class Box:
    """Where a field lies: lower left corner, width, height."""

    cell: Cell
    x: float
    y: float
    width: float
    height: float
    state: str = ""


def write(folder: Path) -> list[Path]:
    """Both forms, each in its folder."""
    made = {"general-application": application(), "general-budget": budget()}
    files = []
    for name, data in made.items():
        file = folder / name / "form.pdf"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        files.append(file)
    return files


def application() -> bytes:
    """The application for a personal instalment plan, with fields."""
    page, boxes = _drawn(
        "个性化分期还款申请表", APPLICATION, "本人声明以上内容真实完整，并同意银行为审核本申请而核实。"
    )
    with pikepdf.open(io.BytesIO(page)) as pdf:
        _add_fields(pdf, boxes)
        return _saved(pdf)


def budget() -> bytes:
    """The statement of income and spending, paper only: its fields are set by coordinates in the mapping."""
    page, _ = _drawn("家庭收支情况表", BUDGET, "本人声明以上内容真实完整。")
    with pikepdf.open(io.BytesIO(page)) as pdf:
        return _saved(pdf)


def boxes_of(rows: Sequence[str | Row]) -> list[Box]:
    """Where the boxes of a form lie."""
    return _drawn("", rows, "")[1]


class _Drawing:
    """Collects the ink of a form; lengths in points from the lower left corner."""

    def __init__(self) -> None:
        self.fonts = load_fonts()
        self.runs: list[Run] = []
        self.under: list[str] = []

    def text(self, x: float, y: float, text: str, size: float, face: Face = "sans", side: float = 0.0) -> None:
        """A line of text; ``side`` 0 begins at x, 0.5 is centred there, 1 ends there."""
        x -= side * self.fonts.width(text, face, size)
        self.runs.append(Run(x, y, text, face, size, _INK))

    def box(self, x: float, y: float, width: float, height: float, weight: float = 0.5, ground: str = "") -> None:
        """A frame, on a ground of a colour."""
        path = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
        fill = f"{ground} rg {path} f " if ground else ""
        self.under.append(f"q {fill}{_RULE} RG {weight} w {path} S Q")

    def line(self, x: float, y: float, to_x: float, to_y: float, weight: float = 0.5) -> None:
        """A straight line."""
        self.under.append(f"q {_RULE} RG {weight} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S Q")

    def page(self) -> bytes:
        """The page as a PDF."""
        return draw([OverlaySheet(WIDTH, HEIGHT, tuple(self.runs), " ".join(self.under))], self.fonts)


def _drawn(title: str, rows: Sequence[str | Row], oath: str) -> tuple[bytes, list[Box]]:
    made = _Drawing()
    made.text(WIDTH / 2, TOP - 6, title, 17, "serif_bold", side=0.5)
    made.text(RIGHT, TOP - 26, "通用格式，银行有专用表格的以银行表格为准", 8, side=1)
    boxes, y = [], TOP - 34
    for row in rows:
        if isinstance(row, str):
            y -= 20
            made.text(LEFT, y + 6, row, 9.5, "sans_bold")
        else:
            y -= row.height * LINE
            boxes += list(_row(made, row, y))
    made.text(LEFT, y - 22, oath, 9)
    made.text(RIGHT - 250, y - 52, "申请人（签字）：", 9)
    made.line(RIGHT - 178, y - 54, RIGHT - 60, y - 54)
    made.text(RIGHT - 250, y - 76, "日期：　　　　年　　　月　　　日", 9)
    return made.page(), boxes


def _row(made: _Drawing, row: Row, y: float) -> Iterator[Box]:
    height, shares = row.height * LINE, sum(cell.share for cell in row.cells)
    x, room = LEFT, RIGHT - LEFT
    for cell in row.cells:
        width = room * cell.share / shares
        made.box(x, y, LABEL, height, ground=_GROUND)
        made.box(x + LABEL, y, width - LABEL, height)
        made.text(x + LABEL / 2, y + height / 2 - 3.2, cell.label, 9, side=0.5)
        yield from _boxes(made, cell, x + LABEL, y, width - LABEL, height)
        x += width


def _boxes(made: _Drawing, cell: Cell, x: float, y: float, width: float, height: float) -> Iterator[Box]:
    if cell.kind == "ticks":
        at = x + 8
        for state, words in cell.choices:
            made.box(at, y + height / 2 - 5, 10, 10, 0.7)
            made.text(at + 13, y + height / 2 - 3.2, words, 9)
            yield Box(cell, at, y + height / 2 - 5, 10, 10, state)
            at += 24 + 9 * len(words)
    elif cell.cells:
        step = width / cell.cells
        for i in range(1, cell.cells):
            made.line(x + i * step, y, x + i * step, y + height, 0.3)
        yield Box(cell, x, y + 1, width, height - 2)
    else:
        yield Box(cell, x + 2, y + 1.5, width - 4, height - 3)


def _add_fields(pdf: pikepdf.Pdf, boxes: Sequence[Box]) -> None:
    fields: list[Any] = []
    for name in dict.fromkeys(box.cell.field for box in boxes):
        group = [box for box in boxes if box.cell.field == name]
        fields += _ticks(pdf, name, group) if group[0].state else [_field(pdf, name, group[0])]
    places = [kid for field in fields for kid in (field.Kids if Name.Kids in field else [field])]
    pdf.pages[0].obj.Annots = Array(places)
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array(fields), DA=String("/Helv 0 Tf 0 g"), DR=Dictionary(Font=Dictionary(Helv=font)))
    )


def _field(pdf: pikepdf.Pdf, name: str, box: Box) -> pikepdf.Object:
    cell = box.cell
    flags = {"lines": 1 << 12, "pick": 1 << 17}.get(cell.kind, 0) | (2 if cell.required else 0)
    kind: dict[str, Any] = {"FT": Name.Ch if cell.kind == "pick" else Name.Tx}
    if cell.cells:
        flags |= 1 << 24
        kind |= {"MaxLen": cell.cells}
    if cell.kind == "pick":
        kind |= {"Opt": Array([Array([String(state), String(words)]) for state, words in cell.choices])}
    made = Dictionary(
        T=String(name), TU=String(_words(cell.label)), Ff=flags,
        DA=String("/Helv 10 Tf 0 g"), Q=2 if cell.right else 0, **_place(box), **kind,
    )  # fmt: skip
    return pdf.make_indirect(made)


def _ticks(pdf: pikepdf.Pdf, name: str, group: Sequence[Box]) -> list[pikepdf.Object]:
    """One radio field over its boxes, or a box to tick for every choice."""
    if not group[0].cell.one_of:
        return [
            pdf.make_indirect(
                Dictionary(
                    T=String(f"{name}.{box.state}"),
                    TU=String(f"{_words(box.cell.label)}：{dict(box.cell.choices)[box.state]}"),
                    FT=Name.Btn,
                    **_place(box),
                    **_button(pdf, "Yes"),
                )
            )
            for box in group
        ]
    node = pdf.make_indirect(
        Dictionary(T=String(name), TU=String(_words(group[0].cell.label)), FT=Name.Btn, Ff=1 << 15, V=Name.Off)
    )
    kids = [pdf.make_indirect(Dictionary(Parent=node, **_place(box), **_button(pdf, box.state))) for box in group]
    node.Kids = Array(kids)
    return [node]


def _words(label: str) -> str:
    return label.replace("　", "").replace(" ", "")


def _place(box: Box) -> dict[str, Any]:
    rect = [round(edge, 2) for edge in (box.x, box.y, box.x + box.width, box.y + box.height)]
    return {"Type": Name.Annot, "Subtype": Name.Widget, "Rect": Array(rect), "F": 4}


def _button(pdf: pikepdf.Pdf, state: str) -> dict[str, Any]:
    on = pikepdf.Stream(pdf, b"q 0 0 0 RG 1.2 w 1 J 1 j 2 5 m 4.2 2.4 l 8.2 8 l S Q")
    off = pikepdf.Stream(pdf, b"n")
    for stream in (on, off):
        stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 10, 10])
    looks = Dictionary({f"/{state}": pdf.make_indirect(on), "/Off": pdf.make_indirect(off)})
    return {"AP": Dictionary(N=looks), "AS": Name.Off}


def _saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True, fix_metadata_version=False)
    return file.getvalue()


if __name__ == "__main__":
    for written in write(Path(sys.argv[1]) if sys.argv[1:] else resources.path("forms")):
        print(written)
