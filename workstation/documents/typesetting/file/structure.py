"""The structure tree of a document (ISO 32000-1 §14.7, §14.8): what each piece of its content is, in the order of reading.

Content of a page is marked while it is drawn; each mark has a number on its page, and the tree says whose it is.
"""

from __future__ import annotations

from typing import Final

from workstation.documents.typesetting.file.objects import ObjectFile, text_string
from workstation.documents.typesetting.strips import Element as Block
from workstation.documents.typesetting.strips import Part, Strip

ARTIFACT: Final = "/Artifact BMC"
"""Opens what is no content: rules, grounds, headings that return."""
HEADER: Final = "/Artifact<</Type/Pagination/Attached[/Top]/Subtype/Header>>BDC"
FOOTER: Final = "/Artifact<</Type/Pagination/Attached[/Bottom]/Subtype/Footer>>BDC"
WATERMARK: Final = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"

_ROWS: Final = {"Table": "TR", "L": "LI", "TOC": "TOCI", "Div": "P"}
_CELLS: Final = {"TH": "TH", "column": "TH"}
_SCOPES: Final = {"TH": "/Scope/Row", "column": "/Scope/Column"}
_CHINESE: Final = "\u2e7f"
"""Characters behind this one are Chinese."""


class Element:
    """One element while the document is written. ``kids``: elements, (page, mark) pairs and references to objects, in order."""

    __slots__ = ("entries", "index", "kids", "parent", "role")

    def __init__(self, role: str, index: int, parent: int, entries: str = "") -> None:
        self.role, self.index, self.parent, self.entries = role, index, parent, entries
        self.kids: list[Kid] = []


Kid = Element | tuple[int, int] | str


class Structure:
    """Grows with the pages, strip by strip. ``language`` of the document; Chinese in an English one is told as such."""

    def __init__(self, language: str) -> None:
        self._root = Element("Document", 0, -1)
        self._elements = [self._root]
        self._section = self._root
        self._titled = False
        self._foreign = "/Lang(zh)" if language == "en" else ""
        self._open: dict[tuple[str, int | None, str, int], Element] = {}
        self._marks: list[list[int]] = []
        self._objects: list[int] = []

    def begin_page(self) -> None:
        """What is marked from here on stands on the next page."""
        self._marks.append([])

    def element(self, part: Part) -> Element:
        """The element of a part: the open one, or a new one where none is."""
        block, _, row, cell, column, _, _ = part
        key = (block, row, cell, column)
        found = self._open.get(key)
        if found is None:
            if cell:
                found = self._new(_CELLS.get(cell, cell), self._row(block, row), _attributes(part))
            elif row is not None:
                found = self._row(block, row)
            else:
                found = self._block(part)
            self._open[key] = found
        return found

    def _row(self, block: Block, row: int | None) -> Element:
        key = (block, row, "", 0)
        found = self._open.get(key)
        if found is None:
            found = self._open[key] = self._new(_ROWS[block], self.element(Part(block)))
        return found

    def begin(self, strip: Strip) -> None:
        """Elements that were open end where a strip begins its own."""
        if strip.starts:
            self._open.clear()

    def mark(self, element: Element, text: str = "") -> str:
        """The operator that opens content of an element on this page; ``text``: what it says."""
        page = len(self._marks) - 1
        marks = self._marks[page]
        number = len(marks)
        marks.append(element.index)
        element.kids.append((page, number))
        if self._foreign and not text.isascii() and max(text) > _CHINESE and self._foreign not in element.entries:
            element.entries += self._foreign
        return f"/{element.role}<</MCID {number}>>BDC"

    def link(self, owner: Element | None, note: int, page: int) -> int:
        """A link in the text of ``owner``: ``note`` and ``page`` are the numbers of their objects.

        Answers how many links there were before, its place in the parent tree behind all pages.
        """
        found = self._new("Link", owner or self._section)
        found.kids.append(f"<</Type/OBJR/Obj {note} 0 R/Pg {page} 0 R>>")
        self._objects.append(found.index)
        return len(self._objects) - 1

    def written(self, file: ObjectFile, pages: list[int]) -> int:
        """Put the whole tree into ``file``; ``pages``: the numbers of the pages. Answers the number of its root."""
        root = file.take()
        first = file.take(len(self._elements))
        for at, element in enumerate(self._elements, first):
            above = first + element.parent if element.parent >= 0 else root
            file.put(at, f"<</S/{element.role}/P {above} 0 R{element.entries}{_told(element.kids, first, pages)}>>")
        parents = [f"{key}[{' '.join(f'{first + one} 0 R' for one in marks)}]" for key, marks in enumerate(self._marks)]
        parents += [f"{key} {first + one} 0 R" for key, one in enumerate(self._objects, len(pages))]
        tree = file.add(f"<</Nums[{' '.join(parents)}]>>")
        next_key = len(pages) + len(self._objects)
        file.put(root, f"<</Type/StructTreeRoot/K[{first} 0 R]/ParentTree {tree} 0 R/ParentTreeNextKey {next_key}>>")
        return root

    def _block(self, part: Part) -> Element:
        match part.block:
            case "Title" | "Band":
                self._titled = True
                self._section = self._new("Sect", self._root)
                return self._new("H1", self._section)
            case "Heading":
                return self._new("H2" if self._titled else "H1", self._section)
            case _:
                return self._new(part.block, self._section, _attributes(part))

    def _new(self, role: str, above: Element, entries: str = "") -> Element:
        found = Element(role, len(self._elements), above.index, entries)
        self._elements.append(found)
        above.kids.append(found)
        return found


def _attributes(part: Part) -> str:
    if part.cell == "TD" and part.span == 1:
        return ""
    if part.alt:
        return f"/Alt{text_string(part.alt)}"
    table = _SCOPES.get(part.cell, "") + (f"/ColSpan {part.span}" if part.span > 1 else "")
    return f"/A<</O/Table{table}>>" if table else ""


def _told(kids: list[Kid], first: int, pages: list[int]) -> str:
    if len(kids) == 1 and isinstance(kids[0], tuple):  # nearly all: a cell, a line of text
        page, mark = kids[0]
        return f"/Pg {pages[page]} 0 R/K {mark}"
    return _kids(kids, first, pages)


def _kids(kids: list[Kid], first: int, pages: list[int]) -> str:
    """Marks on the page of the first one are bare numbers, others name their page (§14.7.4.2)."""
    home, told = -1, []
    for kid in kids:
        if isinstance(kid, Element):
            told.append(f"{first + kid.index} 0 R")
        elif isinstance(kid, str):
            told.append(kid)
        else:
            home = kid[0] if home < 0 else home
            mark = str(kid[1])
            told.append(mark if kid[0] == home else f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {mark}>>")
    page = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    if not told:
        return page
    return f"{page}/K {told[0]}" if len(told) == 1 else f"{page}/K[{' '.join(told)}]"
