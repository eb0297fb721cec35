"""What an OFD says besides its pages: who made it and when, its signatures, files it carries, the fields of an invoice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import resources
from workstation.received.ofd.package import ROOT, Element, NoOfd, Package, child_text, joined, parsed
from workstation.received.ofd.seals import signed
from workstation.received.signatures import Signature

_DAY: Final = ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y%m%d", "%Y%m%d%H%M%S")
_LONGEST: Final = 120
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Invoice:
    """Fields of an electronic invoice as the file tells them, empty where it does not."""

    number: str
    issued: str
    seller: str
    buyer: str
    total: str


@dataclass(frozen=True, slots=True)
class Told:
    """Instants are those of the first document; ``attachments``: names of files that lie in this one."""

    programs: tuple[str, ...] = ()
    made_at: datetime | None = None
    changed_at: datetime | None = None
    signatures: tuple[Signature, ...] = ()
    attachments: tuple[str, ...] = ()
    invoice: Invoice | None = None


def told(data: bytes) -> Told:
    """What an OFD says of itself. Raises `NoOfd` for one that cannot be read."""
    package = Package(data)
    root = package.xml(ROOT)
    info = root.find("DocBody/DocInfo")
    if info is None:
        info = Element("DocInfo")
    names = [
        child_text(info, "Creator"),
        *(one.text or "" for one in _custom(root, ("native_producer", "native-producer"))),
    ]
    attached = dict(_attachments(package, root))
    return Told(
        tuple(dict.fromkeys(name.strip()[:_LONGEST] for name in names if name.strip())),
        _moment(child_text(info, "CreationDate")),
        _moment(child_text(info, "ModDate")),
        tuple(one.signature for one in signed(package)),
        tuple(attached.values())[:_MOST],
        _invoice(package, root, list(attached)),
    )


def _moment(text: str) -> datetime | None:
    for form in _DAY:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _custom(root: Element, names: tuple[str, ...]) -> Iterator[Element]:
    return (one for one in root.iterfind("DocBody/DocInfo/CustomDatas/CustomData") if one.get("Name", "") in names)


def _document_parts(package: Package, root: Element, name: str) -> Iterator[tuple[str, Element]]:
    """Paths and roots of the parts that documents refer to under a name."""
    for body in root.iterfind("DocBody"):
        try:
            path = joined(ROOT, child_text(body, "DocRoot"))
            reference = child_text(package.xml(path), name)
            if reference:
                part = joined(path, reference)
                yield part, package.xml(part)
        except NoOfd:
            continue  # what is missing for pages is noted where they are drawn


def _attachments(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    """Path and name of each attached file."""
    for path, listed in _document_parts(package, root, "Attachments"):
        for one in listed.iterfind("Attachment"):
            told_at = child_text(one, "FileLoc")
            place = joined(path, told_at)
            yield place, (one.get("Name") or place.rpartition("/")[2])[:_LONGEST]


@cache
def _rules() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(resources.path("evidence", "e_invoice.toml").read_text("utf-8"))
    return found


def _invoice(package: Package, root: Element, attached: list[str]) -> Invoice | None:
    """The fields of an invoice: from the attached original, from tags on the pages, from what the file says of itself."""
    rules: Mapping[str, Mapping[str, list[str]]] = _rules()["fields"]
    found: dict[str, str] = {}
    for source in (_attached_fields(package, attached), _tagged_fields(package, root), _told_fields(root)):
        for name, value in source:
            field = next((field for field, words in rules.items() if name in words), "")
            if field and value.strip():
                found.setdefault(field, " ".join(value.split())[:_LONGEST])
    if "number" not in found:
        return None
    return Invoice(*(found.get(field, "") for field in ("number", "issued", "seller", "buyer", "total")))


def _attached_fields(package: Package, attached: list[str]) -> Iterator[tuple[str, str]]:
    for path in attached:
        if path.casefold().endswith(".xml"):
            try:
                yield from _leaves(parsed(package.part(path), path))
            except NoOfd:
                continue  # an attachment is no page; that it is there is told


def _leaves(root: Element) -> Iterator[tuple[str, str]]:
    return ((one.tag, one.text or "") for one in root.iter() if len(one) == 0)


def _tagged_fields(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    """Tags that refer to objects of pages by their numbers (GB/T 33190, 17)."""
    texts: dict[str, str] | None = None
    for path, listed in _document_parts(package, root, "CustomTags"):
        for one in listed.iterfind("CustomTag"):
            try:
                tags = package.xml(joined(path, child_text(one, "FileLoc")))
            except NoOfd:
                continue  # as above: no page depends on it
            texts = _texts(package, root) if texts is None else texts
            for tag in tags.iter():
                numbers = [(child.text or "").strip() for child in tag if child.tag == "ObjectRef"]
                if numbers:
                    yield tag.tag, "".join(texts.get(number, "") for number in numbers)


def _texts(package: Package, root: Element) -> dict[str, str]:
    """The text of every text object by its number."""
    found: dict[str, str] = {}
    for body in root.iterfind("DocBody"):
        path = joined(ROOT, child_text(body, "DocRoot"))
        document = package.xml(path)
        for page in (*document.iterfind("Pages/Page"), *document.iterfind("CommonData/TemplatePage")):
            try:
                content = package.xml(joined(path, page.get("BaseLoc", "")))
            except NoOfd:
                continue  # named where pages are drawn
            for one in content.iter("TextObject"):
                found[one.get("ID", "")] = "".join(code.text or "" for code in one.iterfind("TextCode"))
    return found


def _told_fields(root: Element) -> Iterator[tuple[str, str]]:
    return ((one.get("Name", ""), one.text or "") for one in root.iterfind("DocBody/DocInfo/CustomDatas/CustomData"))
