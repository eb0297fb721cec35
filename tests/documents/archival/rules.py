"""What ISO 19005-2 (PDF/A-2) level A asks of a file, as far as its structure tells; each rule yields what breaks it.

Numbers are those of the clauses. Read from the file alone: nothing here knows how our papers are written.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf

from tests.documents.archival.structure_rules import STRUCTURE_RULES
from tests.documents.archival.tagged_pdf import TaggedPdf, fonts_of, unicode_of

_STREAM = re.compile(rb"<<[^\n]*/Length (\d+)[^\n]*>>\nstream(\r?\n)|\nstream(?:\r(?!\n)|[^\r\n])")
_KINDS = ("/Type0", "/CIDFontType2")
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "id": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_SAME = {
    "/Title": ".//dc:title//rdf:li",
    "/Author": ".//dc:creator//rdf:li",
    "/Subject": ".//dc:description//rdf:li",
    "/Keywords": ".//pdf:Keywords",
    "/Producer": ".//pdf:Producer",
    "/Creator": ".//xmp:CreatorTool",
}


def header_and_trailer(file: TaggedPdf) -> Iterator[str]:
    """6.1.2, 6.1.3."""
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", file.data):
        yield "header"
    if not file.data.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "something behind the end"
    if "/ID" not in file.pdf.trailer:
        yield "no identifier"
    if file.pdf.is_encrypted:
        yield "encrypted"


def streams(file: TaggedPdf) -> Iterator[str]:
    """6.1.7: true lengths, ends of lines where they must be, nothing outside, no filter that is not allowed."""
    for found in _STREAM.finditer(file.data):
        if found[1] is None or file.data[found.end() + int(found[1]) :][:10] != b"\nendstream":
            yield f"stream at {found.start()}"
    for one in file.pdf.objects:
        if isinstance(one, pikepdf.Stream):
            if {"/F", "/FFilter", "/FDecodeParms"} & set(one.keys()):
                yield "a stream in another file"
            if "LZW" in str(one.get("/Filter", "")) or "Crypt" in str(one.get("/Filter", "")):
                yield "a filter that is not allowed"


def limits(file: TaggedPdf) -> Iterator[str]:
    """6.1.13."""
    yield from (f"page {at}: {page.deepest} states" for at, page in enumerate(file.contents) if page.deepest > 28)
    for element in file.elements:
        if len(bytes(element.get("/Alt", pikepdf.String("")))) > 32767:
            yield "a string too long"


def output_intent(file: TaggedPdf) -> Iterator[str]:
    """6.2.3: one intent, whose profile describes an RGB screen or printer."""
    intents = [one for one in file.root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "no output intent"
        return
    profile = intents[0].DestOutputProfile
    data = profile.read_bytes()
    if data[36:40] != b"acsp" or data[12:16] not in (b"mntr", b"prtr") or data[16:20] != b"RGB " or int(profile.N) != 3:
        yield "no profile of RGB"
    if len(data) != struct.unpack(">I", data[:4])[0] or data[8:10] > b"\x04\x20":
        yield "a profile broken or newer than PDF 1.7"


def colours(file: TaggedPdf) -> Iterator[str]:
    """6.2.4: what is told as numbers is RGB or grey, which the output intent explains."""
    for at, page in enumerate(file.contents):
        if page.operators & {"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}:
            yield f"page {at}: colours of another space"
    for one in file.pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image":
            space: Any = one.get("/ColorSpace")
            listed = isinstance(space, pikepdf.Array) and space[0] == "/Indexed"
            if (space[1] if listed else space) not in ("/DeviceRGB", "/DeviceGray"):
                yield "an image of another space"
            if {"/Alternates", "/OPI"} & set(one.keys()) or str(one.get("/Interpolate", "")) == "True":
                yield "an image with alternates"


def transparency(file: TaggedPdf) -> Iterator[str]:
    """6.2.5, 6.2.10: states of drawing set nothing that depends on a device, and blend by modes of the standard."""
    for page in file.pdf.pages:
        for state in page.obj.Resources.get("/ExtGState", pikepdf.Dictionary()).values():
            if {"/TR", "/TR2", "/HTP", "/HTO", "/SMask"} & set(state.keys()) or state.get(
                "/BM", "/Normal"
            ) != "/Normal":
                yield "a state of drawing"


def fonts(file: TaggedPdf) -> Iterator[str]:
    """6.2.11: embedded, with a text for each code that is shown, and widths that agree with the font."""
    shown: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    for page, content in zip(file.pdf.pages, file.contents, strict=True):
        for name, font in fonts_of(page).items():
            shown.setdefault(font.objgen, (font, set()))[1].update(content.codes.get(name, ()))
    for font, codes in shown.values():
        yield from _font(font, codes)
    for one in file.pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and one.Subtype not in _KINDS:
            yield f"{one.get('/BaseFont')}: of another kind"


def _font(font: Any, codes: set[int]) -> Iterator[str]:
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        yield f"{font.BaseFont}: not a composite font"
        return
    descendant = font.DescendantFonts[0]
    if "/FontFile2" not in descendant.FontDescriptor:
        yield f"{font.BaseFont}: not embedded"
        return
    if not re.match(r"/[A-Z]{6}\+", str(font.BaseFont)) or font.BaseFont != descendant.FontDescriptor.FontName:
        yield f"{font.BaseFont}: not named as a subset"
    texts = unicode_of(font)
    if any(texts.get(code, "\ufeff") in ("\0", "\ufeff", "\ufffe") for code in codes):
        yield f"{font.BaseFont}: codes without a text"
    if any("\ue000" <= texts.get(code, "") <= "\uf8ff" for code in codes):
        yield f"{font.BaseFont}: texts for private use"
    if descendant.get("/CIDToGIDMap") != "/Identity" or 0 in codes:
        yield f"{font.BaseFont}: glyphs that are missing"
    advances, units = _advances(descendant.FontDescriptor.FontFile2.read_bytes())
    widths = _widths(descendant)
    default = float(descendant.get("/DW", 1000))
    for code in codes:
        if code >= len(advances) or abs(widths.get(code, default) - advances[code] * 1000 / units) > 1:
            yield f"{font.BaseFont}: width of {code}"


def _advances(program: bytes) -> tuple[list[int], int]:
    """Advance of each glyph, and units of the em."""
    count = struct.unpack_from(">H", program, 4)[0]
    entries = (struct.unpack_from(">4s4xII", program, 12 + 16 * at) for at in range(count))
    tables = {tag: program[at : at + size] for tag, at, size in entries}
    metrics = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    return [one[0] for one in struct.iter_unpack(">Hh", tables[b"hmtx"][: 4 * metrics])], struct.unpack_from(
        ">H", tables[b"head"], 18
    )[0]


def _widths(descendant: Any) -> dict[int, float]:
    found, given = {}, list(descendant.get("/W", []))
    for first, row in zip(given[::2], given[1::2], strict=True):
        found.update({int(first) + at: float(width) for at, width in enumerate(row)})
    return found


def nothing_active(file: TaggedPdf) -> Iterator[str]:
    """6.3 to 6.5, 6.8 to 6.11: no action, no form, no attachment, no layer; notes are printed, not hidden."""
    banned = {"/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Requirements", "/Perms", "/Collection"}
    yield from sorted(banned & set(file.root.keys()))
    names = file.root.get("/Names", pikepdf.Dictionary())
    yield from sorted({"/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"} & set(names.keys()))
    for page in file.pdf.pages:
        if {"/AA", "/PresSteps"} & set(page.obj.keys()):
            yield "an action of a page"
        for note in page.obj.get("/Annots", []):
            if note.Subtype != "/Link" or {"/A", "/AA", "/PA"} & set(note.keys()):
                yield f"a note that acts: {note.Subtype}"
            if int(note.get("/F", 0)) & 0b100111 != 0b100:
                yield "a note that is hidden or not printed"
    for one in file.pdf.objects:
        if isinstance(one, pikepdf.Stream) and (
            one.get("/Subtype2") == "/PS" or {"/PS", "/Ref", "/OPI"} & set(one.keys())
        ):
            yield "a form that is no PDF"


def metadata(file: TaggedPdf) -> Iterator[str]:
    """6.6: XMP in plain text that claims what is kept and agrees with the properties."""
    packet = file.root.get("/Metadata")
    if packet is None or packet.get("/Filter") is not None:
        yield "no plain XMP"
        return
    text = packet.read_raw_bytes().decode("utf-8")
    if re.search(r"<\?xpacket begin=[^>]*(bytes|encoding)=", text):
        yield "a packet with bytes or encoding"
    tree = ElementTree.fromstring(re.sub(r"<\?xpacket.*?\?>", "", text))
    if (tree.findtext(".//id:part", "", _NAMES), tree.findtext(".//id:conformance", "", _NAMES)) != ("2", "A"):
        yield "no claim"
    info: Any = file.pdf.trailer.get("/Info", pikepdf.Dictionary())
    for key, place in _SAME.items():
        if tree.findtext(place, "", _NAMES) != str(info.get(key, "")):
            yield f"{key} differs"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        said = re.sub(r"[^0-9]", "", tree.findtext(f".//xmp:{name}", "", _NAMES))
        if said != re.sub(r"[^0-9]", "", str(info.get(key, ""))):
            yield f"{key} differs"


RULES: dict[str, Callable[[TaggedPdf], Iterator[str]]] = {
    rule.__name__: rule
    for rule in (
        *(header_and_trailer, streams, limits, output_intent, colours, transparency, fonts, nothing_active, metadata),
        *STRUCTURE_RULES,
    )
}


def broken_rules(data: bytes) -> dict[str, list[str]]:
    """Rule → what breaks it; empty for a file that keeps all."""
    file = TaggedPdf(data)
    try:
        found = {name: list(rule(file)) for name, rule in RULES.items()}
    finally:
        file.close()
    return {name: broken for name, broken in found.items() if broken}


def breaks(rule: str, data: bytes) -> bool:
    """Whether a file breaks one rule."""
    file = TaggedPdf(data)
    try:
        return any(RULES[rule](file))
    finally:
        file.close()


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The file after a change to its objects, written anew."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
