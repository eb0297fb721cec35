"""What level A of ISO 19005-2 asks of the structure of a document (6.7), and ISO 32000-1 of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pikepdf

from tests.documents.archival.tagged_pdf import TaggedPdf, attribute, below, kids

_STANDARD = {
    *(
        "Document",
        "Part",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "P",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
    ),
    *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "Link", "Annot", "Figure", "Formula"),
}


def tagged(file: TaggedPdf) -> Iterator[str]:
    """6.7.2, 6.7.3: it says it is tagged and has a title to show; all content is marked as what it is, or as an artifact."""
    if not file.root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield "not marked"
    if not file.root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "title is not shown"
    if not str(file.pdf.trailer.get("/Info", pikepdf.Dictionary()).get("/Title", "")):
        yield "no title"
    for at, page in enumerate(file.contents):
        yield from (f"page {at}: {operator} unmarked" for operator in page.loose)
        yield from (f"page {at}: {fault}" for fault in page.faults)


def parent_tree(file: TaggedPdf) -> Iterator[str]:
    """ISO 32000-1 14.7.4.4: each mark has one element, which names it."""
    owners = {mark: one for one in file.elements for mark in file.marks_of(one)}
    if len(owners) != sum(len(list(file.marks_of(element))) for element in file.elements):
        yield "a mark of two elements"
    for at, page in enumerate(file.pdf.pages):
        told = list(file.parents.get(int(page.obj.get("/StructParents", -1)), []))
        if sorted(file.contents[at].texts) != list(range(len(told))):
            yield f"page {at}: {len(told)} parents, {len(file.contents[at].texts)} marks"
        for mark, element in enumerate(told):
            if (at, mark) not in owners or owners[at, mark].objgen != element.objgen:
                yield f"page {at}: mark {mark}"


def family(file: TaggedPdf) -> Iterator[str]:
    """ISO 32000-1 14.7.2: each element stands once, below the one that it names."""
    known = {element.objgen for element in file.elements}
    if len(known) != len(file.elements):
        yield "an element twice"
    for element in file.elements:
        yield from ("a kid with another parent" for kid in below(element) if kid.P.objgen != element.objgen)
    if any(element.P.objgen not in known | {file.root.StructTreeRoot.objgen} for element in file.elements):
        yield "a parent outside the tree"


def links(file: TaggedPdf) -> Iterator[str]:
    """ISO 32000-1 14.7.4.3: each link of a page is an object of an element."""
    for at, page in enumerate(file.pdf.pages):
        for note in page.obj.get("/Annots", []):
            element = file.parents.get(int(note.get("/StructParent", -1)))
            held = [kid for kid in kids(element) if _is_object(kid)] if element is not None else []
            if not any(kid.Obj.objgen == note.objgen for kid in held):
                yield f"page {at}: a link outside the tree"


def _is_object(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def structure_types(file: TaggedPdf) -> Iterator[str]:
    """6.7.3: types of the standard, one document at the top."""
    top = kids(file.root.StructTreeRoot) if "/StructTreeRoot" in file.root else []
    if [str(one.S) for one in top] != ["/Document"]:
        yield "no document"
    yield from (f"{element.S}" for element in file.elements if str(element.S)[1:] not in _STANDARD)


def headings(file: TaggedPdf) -> Iterator[str]:
    """ISO 32000-1 14.8.4.3.2: the first is of level 1, none goes deeper by more than one."""
    levels = [0, *(int(str(one.S)[2:]) for one in file.elements if re.fullmatch("/H[1-6]", str(one.S)))]
    if len(levels) == 1:
        yield "no heading"
    yield from (f"{after} under {before}" for before, after in pairwise(levels) if after > before + 1)


def tables(file: TaggedPdf) -> Iterator[str]:
    """ISO 32000-1 14.8.4.3.4: rows of cells, as wide as each other; each heading says what it heads."""
    for table in (one for one in file.elements if one.S == "/Table"):
        rows = below(table)
        if any(row.S != "/TR" for row in rows) or any(
            cell.S not in ("/TH", "/TD") for row in rows for cell in below(row)
        ):
            yield "a table of something else"
        if len({sum(int(attribute(cell, "/ColSpan") or 1) for cell in below(row)) for row in rows}) != 1:
            yield "rows of several widths"
    for head in (one for one in file.elements if one.S == "/TH"):
        if attribute(head, "/Scope") not in ("/Row", "/Column"):
            yield "a heading of nothing"


def lists(file: TaggedPdf) -> Iterator[str]:
    """ISO 32000-1 14.8.4.3.3 and 14.8.4.2: entries of lists and contents."""
    wanted = {"/L": ("/LI",), "/LI": ("/LBody", "/Lbl"), "/TOC": ("/TOCI", "/TOC"), "/TR": ("/TH", "/TD")}
    for element in file.elements:
        allowed = wanted.get(str(element.S))
        if allowed and (not below(element) or any(kid.S not in allowed for kid in below(element))):
            yield f"{element.S} of something else"


def alternatives(file: TaggedPdf) -> Iterator[str]:
    """6.7.3: what a picture shows is told in words."""
    figures = (one for one in file.elements if one.S == "/Figure")
    yield from ("a figure without a text" for one in figures if not str(one.get("/Alt", "")).strip())


def language(file: TaggedPdf) -> Iterator[str]:
    """6.7.4: of the document, and of what is said in another one."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", str(file.root.get("/Lang", ""))):
        yield "no language"
    if file.root.get("/Lang") == "en":
        for element in file.elements:
            said = "".join(file.contents[page].texts.get(mark, "") for page, mark in file.marks_of(element))
            if re.search("[\u4e00-\u9fff]", said) and not str(element.get("/Lang", "")).startswith("zh"):
                yield f"Chinese that is told as English: {said[:20]}"


STRUCTURE_RULES = (
    *(tagged, parent_tree, family, links, structure_types),
    *(headings, tables, lists, alternatives, language),
)
