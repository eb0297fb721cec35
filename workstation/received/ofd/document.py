"""The structure of an OFD: its documents, their pages, templates, resources, annotations and stamps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from workstation.received.ofd.geometry import Box, box_of
from workstation.received.ofd.notes import Notes
from workstation.received.ofd.package import ROOT, Element, NoOfd, Package, child_text, joined

_A4: Final = Box(0, 0, 210, 297)


@dataclass(frozen=True, slots=True)
class FontResource:
    """A font by its name; ``part``: the path of its file, empty where none is embedded."""

    name: str
    part: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Resources:
    """What objects refer to by number."""

    fonts: dict[str, FontResource] = field(default_factory=dict)
    media: dict[str, tuple[str, Element]] = field(default_factory=dict)
    parameters: dict[str, Element] = field(default_factory=dict)
    spaces: dict[str, Element] = field(default_factory=dict)
    units: dict[str, Element] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of a document by its number and path; annotations lie on it in files of their own."""

    number: str
    path: str


class Document:
    """One document of the file. Raises `NoOfd` for one without pages."""

    def __init__(self, package: Package, path: str, notes: Notes) -> None:
        self.package, self.path, self._notes = package, path, notes
        self.root = package.xml(path)
        common = self.root.find("CommonData")
        common = common if common is not None else Element("CommonData")
        self.resources = Resources()
        for name in ("PublicRes", "DocumentRes"):
            for told in common.iterfind(name):
                self.load_resources(path, told.text or "")
        self.box = page_box(common.find("PageArea")) or _A4
        self.templates = {
            one.get("ID", ""): (joined(path, one.get("BaseLoc", "")), one.get("ZOrder", ""))
            for one in common.iterfind("TemplatePage")
        }
        self.pages = tuple(
            PageEntry(one.get("ID", ""), joined(path, one.get("BaseLoc", "")))
            for one in self.root.iterfind("Pages/Page")
        )
        if not self.pages:
            raise NoOfd(f"{path}: Pages")
        self.annotations = dict(self._annotations())

    def load_resources(self, base: str, reference: str) -> None:
        """Add the resources of a part; one that is missing is noted."""
        path = joined(base, reference)
        try:
            root = self.package.xml(path)
        except NoOfd:
            self._notes.add("ofd_parts_missing", path)
            return
        folder = joined(path, f"{root.get('BaseLoc') or '.'}/x")
        for one in root.iter():
            self._resource(one, folder, path)

    def _resource(self, one: Element, folder: str, path: str) -> None:
        number, found = one.get("ID", ""), self.resources
        match one.tag:
            case "Font":
                name, told = one.get("FontName", ""), child_text(one, "FontFile")
                part = self._beside(told, folder, path) if told else ""
                found.fonts[number] = FontResource(name, part, _is_true(one, "Bold"), _is_true(one, "Italic"))
            case "MultiMedia":
                found.media[number] = self._beside(child_text(one, "MediaFile"), folder, path), one
            case "DrawParam":
                found.parameters[number] = one
            case "ColorSpace":
                found.spaces[number] = one
            case "CompositeGraphicUnit":
                found.units[number] = one

    def _beside(self, told: str, folder: str, path: str) -> str:
        """The path of a file of resources; some writers forget the folder they announce."""
        first = joined(folder, told)
        return first if self.package.has(first) or not self.package.has(joined(path, told)) else joined(path, told)

    def _annotations(self) -> Iterator[tuple[str, list[str]]]:
        told = child_text(self.root, "Annotations")
        if not told:
            return
        path = joined(self.path, told)
        try:
            root = self.package.xml(path)
        except NoOfd:
            self._notes.add("ofd_parts_missing", path)
            return
        for page in root.iterfind("Page"):
            yield page.get("PageID", ""), [joined(path, one.text or "") for one in page.iterfind("FileLoc")]


def documents(package: Package, notes: Notes) -> Iterator[Document]:
    """All documents of the file, in order. Raises `NoOfd`."""
    root = package.xml(ROOT)
    if root.tag != "OFD":
        raise NoOfd(ROOT)
    paths = [path for body in root.iterfind("DocBody") if (path := _document_path(package, body))]
    if not paths:
        raise NoOfd(f"{ROOT}: DocRoot")
    for path in paths:
        yield Document(package, path, notes)


def _document_path(package: Package, body: Element) -> str:
    """The document, in the version that is marked as the present one where there are several (GB/T 33190, 18)."""
    for version in body.iterfind("Versions/Version"):
        if _is_true(version, "Current"):
            path = joined(ROOT, version.get("BaseLoc", ""))
            return joined(path, child_text(package.xml(path), "DocRoot"))
    told = child_text(body, "DocRoot")
    return joined(ROOT, told) if told else ""


def page_box(area: Element | None) -> Box | None:
    """The sheet of a page, None where none is told. Raises ValueError for one without extent."""
    if area is None:
        return None
    box = box_of(area.findtext("PhysicalBox")) or box_of(area.findtext("ApplicationBox"))
    if box is not None and (box.width <= 0 or box.height <= 0):
        raise ValueError("a page without extent")
    return box


def _is_true(element: Element, name: str) -> bool:
    return element.get(name, "").strip().lower() in ("true", "1")
