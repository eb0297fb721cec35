"""OFD files made for tests, written out as GB/T 33190 describes them; no program of ours writes OFD."""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final

import pypdfium2
from PIL import Image
from reportlab.pdfbase.ttfonts import TTFontFile

import resources

SPACE: Final = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE: Final = "0 0 100 150"
RED, BLUE, WHITE, BLACK = (255, 0, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)
Parts = Mapping[str, str | bytes]


def element(tag: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{tag} {SPACE}>{inside}</ofd:{tag}>'


def page(*objects: str, kind: str = "Body", head: str = "") -> str:
    return element(
        "Page", f'{head}<ofd:Content><ofd:Layer ID="9" Type="{kind}">{"".join(objects)}</ofd:Layer></ofd:Content>'
    )


def text(
    words: str,
    x: float = 10,
    y: float = 20,
    size: float = 5,
    delta: str = "",
    more: str = "",
    inside: str = "",
    number: int = 11,
) -> str:
    """A line of text whose base line begins at (x, y)."""
    distances = f' DeltaX="{delta or " ".join([str(size)] * (len(words) - 1))}"' if len(words) > 1 else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x} {y - size} 80 {size * 2}" Font="3" Size="{size}"{more}>{inside}'
        f'<ofd:TextCode X="0" Y="{size}"{distances}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def square(x: float, y: float, side: float = 20, colour: str = "255 0 0", more: str = "", inside: str = "") -> str:
    """A filled square."""
    return (
        f'<ofd:PathObject ID="12" Boundary="{x} {y} {side} {side}" Stroke="false" Fill="true"{more}>{inside}'
        f'<ofd:FillColor Value="{colour}"/><ofd:AbbreviatedData>M 0 0 L {side} 0 L {side} {side} L 0 {side} C</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )


def ofd(
    *pages: str,
    parts: Parts | None = None,
    resources: str = "",
    common: str = "",
    document: str = "",
    body: str = "",
    info: str = "",
) -> bytes:
    """A file of these pages; ``parts`` are added to it, or stand for those of the same path."""
    entries = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(1, len(pages) + 1))
    made: dict[str, str | bytes] = {
        "OFD.xml": element(
            "OFD",
            f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>{info}</ofd:DocInfo>"
            f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{body}</ofd:DocBody>",
        ),
        "Doc_0/Document.xml": element(
            "Document",
            f"<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{SIZE}</ofd:PhysicalBox></ofd:PageArea>"
            f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData><ofd:Pages>{entries}</ofd:Pages>{document}",
        ),
        "Doc_0/PublicRes.xml": element(
            "Res", f'<ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts>{resources}'
        ).replace("<ofd:Res ", '<ofd:Res BaseLoc="Res" '),
        **{f"Doc_0/Pages/Page_{n}/Content.xml": one for n, one in enumerate(pages, 1)},
        **(parts or {}),
    }
    return zipped(made)


def zipped(parts: Parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in parts.items():
            box.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # the same bytes at any hour
    return file.getvalue()


def picture(colour: tuple[int, ...] = RED, kind: str = "PNG", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (8, 8), colour if mode != "1" else 0).save(file, kind)
    return file.getvalue()


def font(chars: str) -> bytes:
    """A TrueType font with these characters of ours, its glyphs numbered in their order from 1."""
    data: bytes = TTFontFile(str(resources.path("fonts", "NotoSansSC-Bold.ttf"))).makeSubset(
        [ord(one) for one in chars]
    )
    groups = sorted((ord(char), glyph) for glyph, char in enumerate(chars, 1))
    body = b"".join(struct.pack(">III", point, point, glyph) for point, glyph in groups)
    table = struct.pack(">HHI", 12, 0, 16 + len(body)) + struct.pack(">II", 0, len(groups)) + body
    tables = {"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table}
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        tag, _, start, length = struct.unpack_from(">4sIII", data, at)
        tables.setdefault(tag.decode(), data[start : start + length])
    head, place = struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0), 12 + 16 * len(tables)
    entries, bodies = b"", b""
    for tag_name, content in sorted(tables.items()):
        entries += struct.pack(">4sIII", tag_name.encode(), 0, place + len(bodies), len(content))
        bodies += content + bytes(-len(content) % 4)
    return head + entries + bodies


def der(tag: int, content: bytes) -> bytes:
    size = len(content)
    head = bytes([size]) if size < 128 else bytes([0x82]) + size.to_bytes(2, "big")
    return bytes([tag]) + head + content


def seal(kind: str, data: bytes, name: str = "测试专用章") -> bytes:
    """A seal as GB/T 38540 lays it out, as far as its picture; what would prove it is left out."""
    about = der(0x30, der(2, b"\3") + der(0x0C, name.encode()) + der(2, b"\1"))
    shown = der(0x30, der(0x16, kind.encode()) + der(4, data) + der(2, b"\x28") + der(2, b"\x28"))
    header = der(0x30, der(0x16, b"ES") + der(2, b"\4") + der(0x16, b"test"))
    info = der(0x30, header + der(0x16, b"id") + about + shown)
    return der(0x30, der(0x30, der(2, b"\4") + der(0x30, info)) + der(3, b"\0"))


def signed_ofd(
    content: str, sealed: bytes, stamp: str = "", signed_content: str | None = None, method: str = "1.2.156.10197.1.501"
) -> bytes:
    """One page with one signature whose stamp lies on it; ``signed_content``: what was signed in place of the page."""
    digest = base64.b64encode(hashlib.sha1((signed_content or content).encode()).digest()).decode()
    signature = element(
        "Signature",
        f"<ofd:SignedInfo><ofd:SignatureMethod>{method}</ofd:SignatureMethod>"
        f"<ofd:SignatureDateTime>2026-11-02 09:30:00</ofd:SignatureDateTime>{stamp}"
        f'<ofd:References CheckMethod="SHA1"><ofd:Reference FileRef="/Doc_0/Pages/Page_1/Content.xml">'
        f"<ofd:CheckValue>{digest}</ofd:CheckValue></ofd:Reference></ofd:References></ofd:SignedInfo>"
        "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>",
    )
    listed = element("Signatures", '<ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>')
    return ofd(
        content,
        body="<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        parts={
            "Doc_0/Signs/Signatures.xml": listed,
            "Doc_0/Signs/Sign_0/Signature.xml": signature,
            "Doc_0/Signs/Sign_0/SignedValue.dat": sealed,
        },
    )


def stamp(place: str = "40 40 20 20", more: str = "") -> str:
    return f'<ofd:StampAnnot ID="2" PageRef="1" Boundary="{place}"{more}/>'


def seen(pdf: bytes, index: int = 0) -> Image.Image:
    """A page as it looks, four pixels to the millimetre."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = (round(side * 4 * 25.4 / 72) for side in document.get_page_size(index))
        return document[index].render(scale=4 * 25.4 / 72).to_pil().convert("RGB").crop((0, 0, width, height))
    finally:
        document.close()


def at(image: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a place in millimetres."""
    found = image.getpixel((round(x * 4), round(y * 4)))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def words(pdf: bytes) -> list[str]:
    """The text of every page as PDFium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [one.get_textpage().get_text_bounded() for one in document]
    finally:
        document.close()


def kinds(notes: Sequence[object]) -> list[str]:
    return [getattr(one, "kind", "") for one in notes]
