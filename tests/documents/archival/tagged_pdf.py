"""A tagged PDF as another program reads it from the file alone: content with its marks, and the tree that says what each is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE", *SHOWING}
_CODE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass
class Content:
    """What one page shows: text by mark, operators that are in no mark at all, and what is wrong with the marks."""

    texts: dict[int, str] = field(default_factory=dict)
    codes: dict[str, set[int]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    operators: set[str] = field(default_factory=set)
    deepest: int = 0


class TaggedPdf:
    """One file opened; ``data`` are its bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root: Any = self.pdf.Root

    @cached_property
    def contents(self) -> list[Content]:
        return [_content(page) for page in self.pdf.pages]

    @cached_property
    def elements(self) -> list[Any]:
        """All elements of the tree in reading order."""
        return list(_walk(self.root.StructTreeRoot.K)) if "/StructTreeRoot" in self.root else []

    @cached_property
    def parents(self) -> dict[int, Any]:
        """The parent tree: key → element, or list of elements by mark."""
        if "/StructTreeRoot" not in self.root or "/ParentTree" not in self.root.StructTreeRoot:
            return {}
        numbers = list(self.root.StructTreeRoot.ParentTree.Nums)
        return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}

    @cached_property
    def pages(self) -> dict[tuple[int, int], int]:
        return {page.obj.objgen: at for at, page in enumerate(self.pdf.pages)}

    def text(self) -> str:
        """All words in the order of the tree."""
        return "".join(self.contents[page].texts.get(mark, "") for page, mark in self.marks())

    def marks(self) -> Iterator[tuple[int, int]]:
        for element in self.elements:
            yield from (one for one in self.marks_of(element))

    def marks_of(self, element: Any) -> Iterator[tuple[int, int]]:
        """(page, mark) pairs of an element's own content."""
        for kid in kids(element):
            if isinstance(kid, int):
                yield self.pages[element.Pg.objgen], kid
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                yield self.pages[kid.Pg.objgen], int(kid.MCID)

    def close(self) -> None:
        self.pdf.close()


def kids(element: Any) -> list[Any]:
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def below(element: Any) -> list[Any]:
    """The elements directly under one."""
    return [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def attribute(element: Any, name: str) -> Any:
    found = element.get("/A")
    return found.get(name) if found is not None else None


def _walk(value: Any) -> Iterator[Any]:
    for one in value if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                yield from _walk(one.K)


def fonts_of(page: Any) -> Mapping[str, Any]:
    return {str(name): font for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items()}


def unicode_of(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    pairs = _CODE.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _content(page: Any) -> Content:
    found, font, depth = Content(), "", 0
    marks: list[int | None] = []
    texts = {name: unicode_of(one) for name, one in fonts_of(page).items()}
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        found.operators.add(name)
        depth += {"q": 1, "Q": -1}.get(name, 0)
        found.deepest = max(found.deepest, depth)
        if name in ("BDC", "BMC"):
            _open(operands, marks, found)
        elif name == "EMC":
            if not marks:
                found.faults.append("EMC without BDC")
            else:
                marks.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in PAINTING and not marks:
            found.loose.append(name)
        if name in SHOWING:
            _show(operands, font, texts.get(font, {}), marks, found)
    if marks or depth:
        found.faults.append("marks or states left open")
    return found


def _open(operands: Any, marks: list[int | None], found: Content) -> None:
    given = operands[1] if len(operands) > 1 else {}
    number = int(given.MCID) if isinstance(given, pikepdf.Dictionary) and "/MCID" in given else None
    if number is None and str(operands[0]) != "/Artifact":
        found.faults.append(f"{operands[0]} without a number")
    if number is not None and (marks or number in found.texts):
        found.faults.append(f"mark {number} twice or inside another")
    marks.append(number)
    if number is not None:
        found.texts[number] = ""


def _show(operands: Any, font: str, texts: dict[int, str], marks: list[int | None], found: Content) -> None:
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    for part in parts:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            codes = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
            found.codes.setdefault(font, set()).update(codes)
            if marks and marks[-1] is not None:
                found.texts[marks[-1]] += "".join(texts.get(code, "�") for code in codes)
