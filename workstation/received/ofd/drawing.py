"""An OFD drawn as a PDF: pages, templates, notes and the pictures of seals, with its words as text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf

from workstation.errors import Finding, Refused
from workstation.received.listed import listed_pages
from workstation.received.ofd.content import ContentDrawer
from workstation.received.ofd.document import Document, PageEntry, documents, page_box
from workstation.received.ofd.geometry import Box, Matrix, box_of
from workstation.received.ofd.images import UnseenPicture
from workstation.received.ofd.ink import Ink, TooMuch
from workstation.received.ofd.notes import Note, Notes
from workstation.received.ofd.package import MAX_UNPACKED, Element, HeavyOfd, LockedOfd, NoOfd, Package, is_ofd
from workstation.received.ofd.seals import Seal, signed

MAX_PAGES: Final = 2_000
_POINTS: Final = 72 / 25.4
_LONGEST: Final = 14_400
"""Points; the longest side that a page of PDF may have (ISO 32000-1, annex C)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The PDF, and what of the file is not in it as it was meant."""

    pdf: bytes
    pages: int
    notes: tuple[Note, ...]


def drawn(data: bytes, name: str, subject: str = "") -> Drawn:
    """Draw an OFD.

    Raises `Refused`: ofd_locked, ofd_too_large (it unpacks to too much, or draws too many objects), file_too_many_pages,
    file_pages_broken (with their numbers), file_damaged.
    """
    try:
        return _drawn(Package(data))
    except LockedOfd:
        raise _refused("ofd_locked", name, subject) from None
    except (HeavyOfd, TooMuch):
        raise _refused("ofd_too_large", name, subject, limit=f"{MAX_UNPACKED >> 20}") from None
    except _TooMany as many:
        raise _refused("file_too_many_pages", name, subject, pages=f"{many}", limit=f"{MAX_PAGES:,}") from None
    except _Broken as broken:
        raise _refused("file_pages_broken", name, subject, pages=str(broken)) from None
    except (NoOfd, ValueError, RecursionError) as fault:
        raise _refused("file_damaged", name, subject, reason=str(fault)) from None


class _TooMany(Exception):
    """More pages than are drawn."""


class _Broken(Exception):
    """Pages whose content is missing or cannot be read; the message lists them."""


def _drawn(package: Package) -> Drawn:
    notes = Notes()
    with pikepdf.new() as pdf:
        ink = Ink(pdf, notes)
        files = list(documents(package, notes))
        if (count := sum(len(one.pages) for one in files)) > MAX_PAGES:
            raise _TooMany(f"{count:,}")
        stamps = _stamps(package, notes)
        broken: list[int] = []
        for document in files:
            drawer = ContentDrawer(document, ink)
            for entry in document.pages:
                notes.page += 1
                try:
                    _page(pdf, document, drawer, entry, stamps.get(entry.number, []), ink)
                except (NoOfd, ValueError) as fault:
                    if isinstance(fault, (HeavyOfd, LockedOfd)):
                        raise
                    broken.append(notes.page)
        if broken:
            raise _Broken(listed_pages(broken))
        shared = ink.resources()
        for page in pdf.pages:
            page.obj.Resources = shared
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return Drawn(file.getvalue(), len(pdf.pages), notes.found())


def _page(
    pdf: pikepdf.Pdf, document: Document, drawer: ContentDrawer, entry: PageEntry, stamps: list[_Stamp], ink: Ink
) -> None:
    root = document.package.xml(entry.path)
    for told in root.iterfind("PageRes"):
        document.load_resources(entry.path, told.text or "")
    box = page_box(root.find("Area")) or document.box
    scale = min(_POINTS, _LONGEST / max(box.width, box.height))
    before = drawer.drawn
    parts = [
        f"{scale:.6f} 0 0 {-scale:.6f} {-box.x * scale:.4f} {(box.y + box.height) * scale:.4f} cm",
        *_layers(document, drawer, root),
        *_annotations(document, drawer, entry),
        *(part for stamp in stamps for part in _stamp(stamp, ink)),
    ]
    pdf.add_blank_page(page_size=(max(box.width * scale, 3), max(box.height * scale, 3)))
    page = pdf.pages[-1].obj
    page.Contents = pdf.make_stream("\n".join(parts).encode("latin-1", "replace"))
    if drawer.drawn > before and len(parts) == 1:
        ink.notes.add("ofd_page_empty")


def _layers(document: Document, drawer: ContentDrawer, root: Element) -> Iterator[str]:
    """The page between its templates."""
    below: list[Element] = []
    above: list[Element] = []
    for told in root.iterfind("Template"):
        path, order = document.templates.get(told.get("TemplateID", ""), ("", ""))
        try:
            template = document.package.xml(path)
        except NoOfd:
            drawer.note_missing(path or "Template")
            continue
        (above if (told.get("ZOrder") or order) == "Foreground" else below).append(template)
    for one in (*below, root, *above):
        yield from drawer.content(one)


def _annotations(document: Document, drawer: ContentDrawer, entry: PageEntry) -> Iterator[str]:
    for path in document.annotations.get(entry.number, []):
        try:
            root = document.package.xml(path)
        except NoOfd:
            drawer.note_missing(path)
            continue
        for annotation in root.iterfind("Annot"):
            if annotation.get("Visible", "true").strip().lower() != "false":
                for appearance in annotation.iterfind("Appearance"):
                    yield from drawer.appearance(appearance)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A seal on a page, None where its picture was not found."""

    seal: Seal | None
    place: Box
    clip: Box | None


def _stamps(package: Package, notes: Notes) -> dict[str, list[_Stamp]]:
    """The stamps by the number of their page."""
    found: dict[str, list[_Stamp]] = {}
    for one in signed(package):
        for told in one.stamps:
            try:
                place = box_of(told.get("Boundary"))
                clip = box_of(told.get("Clip"))
            except (ValueError, TypeError):
                place = clip = None
            if place is None:
                notes.add("ofd_seals_left_out")
            else:
                found.setdefault(told.get("PageRef", ""), []).append(_Stamp(one.seal, place, clip))
    return found


def _stamp(stamp: _Stamp, ink: Ink) -> Iterator[str]:
    """The picture of a seal over its place; one that is itself an OFD is drawn."""
    place, seal = stamp.place, stamp.seal
    if seal is None:
        ink.notes.add("ofd_seals_left_out")
        return
    yield "q"
    if (clip := stamp.clip) is not None:
        yield f"{place.x + clip.x:.4f} {place.y + clip.y:.4f} {clip.width:.4f} {clip.height:.4f} re W n"
    try:
        if is_ofd(seal.data):
            yield from _seal_page(seal.data, place, ink)
        else:
            name = ink.loose_picture(seal.data)
            yield f"{place.width:.4f} 0 0 {-place.height:.4f} {place.x:.4f} {place.y + place.height:.4f} cm /{name} Do"
    except (UnseenPicture, NoOfd, ValueError):
        ink.notes.add("ofd_seals_left_out", seal.kind)
    yield "Q"


def _seal_page(data: bytes, place: Box, ink: Ink) -> Iterator[str]:
    document = next(documents(Package(data), ink.notes))
    root = document.package.xml(document.pages[0].path)
    box = page_box(root.find("Area")) or document.box
    matrix = Matrix(e=-box.x, f=-box.y).then(
        Matrix(place.width / box.width, 0, 0, place.height / box.height, place.x, place.y)
    )
    yield "{:.6g} {:.6g} {:.6g} {:.6g} {:.5f} {:.5f} cm".format(*matrix.values())
    yield from list(_layers(document, ContentDrawer(document, ink), root))


def _refused(code: str, name: str, subject: str, **figures: str) -> Refused:
    return Refused(Finding(code, subject or name, {"file": name, **figures}))
