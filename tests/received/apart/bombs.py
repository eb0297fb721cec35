"""More files that mean harm, made when a test asks for them: bombs, claims, loops and nestings that our limits refuse or bear.

None of them is known to stop another program; readers that crash or hang are played (tests/received/apart/played.py).
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PIL import Image

from tests.evidence.test_hostile import deflated, page_of
from tests.hostile_files import LIST, pdf, plain_zip, png_header, sheet, with_part, workbook

CATALOG: Final = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES: Final = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def drawn(content: bytes, more: bytes = b"", *objects: bytes) -> bytes:
    """A PDF of one page that draws this; ``more`` entries of the page, ``objects`` from number 5 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + more + b">>"
    return pdf(CATALOG, PAGES, page, stream(content), *objects)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def boxed(box: bytes) -> bytes:
    """A page of this extent."""
    return pdf(CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox" + box + b">>")


def pictured(width: int, height: int, data: bytes, entries: bytes = b"/Filter/FlateDecode") -> bytes:
    """A page with one grey picture that claims this size."""
    image = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray" % (width, height)
    return drawn(b"q 500 0 0 700 9 9 cm /I Do Q", b"/Resources<</XObject<</I 5 0 R>>>>", stream(data, image + entries))


def nested_drawings(depth: int, breadth: int) -> bytes:
    """A page that places a drawing so many times, in which another one is placed as often, and so on; the last draws a line."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
    inner = [
        stream(b"/N Do " * breadth, form + b"/Resources<</XObject<</N %d 0 R>>>>" % (6 + level))
        for level in range(depth)
    ]
    more = b"/Resources<</XObject<</N 5 0 R>>>>"
    return drawn(b"/N Do", more, *inner, stream(b"0 0 m 590 830 l S", form))


def many_pages(count: int) -> bytes:
    """So many empty pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    pages = b"<</Type/Pages/Kids[" + kids + b"]/Count %d/MediaBox[0 0 9 9]>>" % count
    return pdf(CATALOG, pages, *[b"<</Type/Page/Parent 2 0 R>>"] * count)


def deep_pages(depth: int) -> bytes:
    """A page below so many levels of the page tree."""
    levels = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % number for number in range(3, 3 + depth)]
    return pdf(CATALOG, *levels, b"<</Type/Page/MediaBox[0 0 9 9]/Parent %d 0 R>>" % (1 + depth))


def field_loop() -> bytes:
    """A form whose field is its own child."""
    root = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Annots[5 0 R]>>"
    return pdf(root, PAGES, page, stream(b""), b"<</T(a)/FT/Tx/Kids[5 0 R]/Parent 5 0 R>>")


def notes(count: int) -> bytes:
    """A page under so many notes."""
    note = b"<</Type/Annot/Subtype/Square/Rect[1 1 9 9]>>"
    return drawn(b"", b"/Annots[" + note * count + b"]")


def solid_png(width: int, height: int, colours: int = 0) -> bytes:
    """A picture of one colour: ``colours`` 0 is grey, 2 is red green blue."""
    row = b"\0" + bytes(width * (3 if colours == 2 else 1))
    return png_header(width, height)[:8] + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)),
            chunk(b"IDAT", packed_rows(row, height)),
            chunk(b"IEND", b""),
        )
    )


def packed_rows(row: bytes, count: int) -> bytes:
    """The same row so many times, packed without holding them all."""
    machine = zlib.compressobj(6)
    return b"".join(machine.compress(row) for _ in range(count)) + machine.flush()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_with(kind: bytes, data: bytes) -> bytes:
    """A small picture with one chunk more."""
    sound = png_header(8, 8)
    return sound[:33] + chunk(kind, data) + sound[33:]


def gif(frames: int) -> bytes:
    """An animation."""
    out, first = io.BytesIO(), Image.new("L", (8, 8), 9)
    first.save(out, "GIF", save_all=True, append_images=[Image.new("L", (8, 8), n % 250) for n in range(frames)])
    return out.getvalue()


def jpeg_claiming(width: int, height: int) -> bytes:
    """A JPEG whose header claims this size."""
    out = io.BytesIO()
    Image.new("RGB", (16, 16)).save(out, "JPEG")
    data = bytearray(out.getvalue())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def bmp_claiming(width: int, height: int) -> bytes:
    """A BMP whose header claims this size."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "BMP")
    data = bytearray(out.getvalue())
    data[18:26] = struct.pack("<ii", width, height)
    return bytes(data)


def tiff_loop() -> bytes:
    """A TIFF whose page is followed by itself."""
    out = io.BytesIO()
    Image.new("L", (8, 8)).save(out, "TIFF")
    data = bytearray(out.getvalue())
    first = struct.unpack_from("<I", data, 4)[0]
    count = struct.unpack_from("<H", data, first)[0]
    struct.pack_into("<I", data, first + 2 + 12 * count, first)
    return bytes(data)


def entries(count: int) -> bytes:
    """A workbook with so many parts more."""
    out = io.BytesIO(workbook(*LIST))
    with zipfile.ZipFile(out, "a") as made:
        for number in range(count):
            made.writestr(f"xl/more/{number}.xml", "<x/>")
    return out.getvalue()


def rows(count: int, cell: str = "<c><v>1</v></c>") -> bytes:
    """A sheet of so many rows."""
    return sheet(f"<row>{cell}</row>" * count)


def sheets(count: int) -> bytes:
    """A workbook of so many sheets."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    book.active.append(["a"])
    for number in range(count - 1):
        book.create_sheet(f"s{number}").append(["a"])
    book.save(out)
    return out.getvalue()


def noise(seed: int, size: int = 20_000) -> bytes:
    """Bytes without sense, the same every time."""
    return random.Random(seed).randbytes(size)


def harmed(data: bytes, seed: int) -> bytes:
    """Thirty bytes changed."""
    chance, changed = random.Random(seed), bytearray(data)
    for _ in range(30):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def paper() -> bytes:
    """A sound PDF."""
    return drawn(b"BT /F 12 Tf 50 700 Td (2026-01-02 10.00) Tj ET", b"/Resources<</Font<</F 5 0 R>>>>",
                 b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")  # fmt: skip


MORE: Final[dict[str, Callable[[], bytes]]] = {
    "pages-100000.pdf": lambda: many_pages(100_000),
    "pages-6000.pdf": lambda: many_pages(6_000),
    "pages-deep.pdf": lambda: deep_pages(400),
    "pages-empty-kids.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[9 0 R 8 0 R]/Count 2>>"),
    "pages-count-lies.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 999999999>>", b"<</Type/Page>>"),
    "box-huge.pdf": lambda: boxed(b"[0 0 1000000000 1000000000]"),
    "box-nothing.pdf": lambda: boxed(b"[0 0 0 0]"),
    "box-inside-out.pdf": lambda: boxed(b"[595 842 0 0]"),
    "box-no-numbers.pdf": lambda: boxed(b"[/a/b/c/d]"),
    "box-thin.pdf": lambda: boxed(b"[0 0 100000 1]"),
    "content-200mb.pdf": lambda: page_of(deflated(200), b"/FlateDecode"),
    "content-1000x.pdf": lambda: page_of(deflated(250), b"/FlateDecode"),
    "filters-100.pdf": lambda: page_of(b"x" * 99, b"[" + b"/FlateDecode" * 100 + b"]"),
    "filter-unknown.pdf": lambda: page_of(b"x" * 99, b"/Nonsense"),
    "filter-lzw.pdf": lambda: page_of(noise(1), b"/LZWDecode"),
    "length-lies.pdf": lambda: paper().replace(b"/Length ", b"/Length 9999999"),
    "nested-q.pdf": lambda: drawn(b"q " * 200_000 + b"Q " * 200_000),
    "nested-dictionaries.pdf": lambda: drawn(b"", b"/X" + b"<</X" * 3_000 + b" 1" + b">>" * 3_000),
    "paths.pdf": lambda: drawn(b"0 0 m " + b"9 9 l 300 700 l " * 100_000 + b"S"),
    "lines-apart.pdf": lambda: drawn(b"0 0 m 590 830 l S 590 0 m 9 700 l S " * 15_000),
    "dashes.pdf": lambda: drawn(b"[.1 .1]0 d 0 0 m " + b"9 9 l 300 700 l " * 3_000 + b"S"),
    "blends.pdf": lambda: drawn(b"/G gs " + b"0 0 595 842 re f " * 300, b"/Resources<</ExtGState<</G<</BM/Multiply>>>>>>"),
    "drawings-nested.pdf": lambda: nested_drawings(12, 8),
    "pages-lost.pdf": lambda: many_pages(15_000) + b"\n".join(b"%d 0 obj<<>>endobj" % n for n in range(20_000, 99_999)),
    "image-claims.pdf": lambda: pictured(100_000, 100_000, zlib.compress(bytes(99))),
    "image-solid.pdf": lambda: pictured(12_000, 12_000, packed_rows(bytes(12_000), 12_000)),
    "image-jpx-noise.pdf": lambda: pictured(99, 99, noise(2), b"/Filter/JPXDecode"),
    "image-jbig2-noise.pdf": lambda: pictured(99, 99, noise(3), b"/Filter/JBIG2Decode"),
    "image-dct-noise.pdf": lambda: pictured(99, 99, noise(4), b"/Filter/DCTDecode"),
    "field-loop.pdf": field_loop,
    "notes-20000.pdf": lambda: notes(20_000),
    "text-long.pdf": lambda: paper().replace(b"(2026", b"(" + b"2" * 500_000),
    "numbers-huge.pdf": lambda: drawn(b"1" * 400 + b" 0 0 1 0 0 cm 0 0 9 9 re f"),
    "string-open.pdf": lambda: drawn(b"BT (" + b"a" * 9_999),
    "prev-loop.pdf": lambda: paper().replace(b"trailer<<", b"trailer<</Prev 10"),
    "encrypted-nonsense.pdf": lambda: paper().replace(b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 9/R 9>>"),
    **{f"paper-harmed-{seed}.pdf": partial(harmed, paper(), seed) for seed in range(8)},
    "solid-196mp.png": lambda: solid_png(14_000, 14_000),
    "solid-colour-100mp.png": lambda: solid_png(10_000, 10_000, 2),
    "claims-2gp.png": lambda: png_header(2**31 - 1, 1),
    "claims-zero.png": lambda: png_header(0, 0),
    "text-bomb.png": lambda: png_with(b"zTXt", b"a\0\0" + deflated(200)),
    "profile-bomb.png": lambda: png_with(b"iCCP", b"a\0\0" + deflated(200)),
    "harmed.png": lambda: harmed(solid_png(300, 300), 5),
    "claims.jpg": lambda: jpeg_claiming(65_000, 65_000),
    "claims-little.jpg": lambda: jpeg_claiming(12_000, 12_000),
    "noise.jpg": lambda: b"\xff\xd8\xff\xe0" + noise(6),
    "claims.bmp": lambda: bmp_claiming(2**30, 2**30),
    "claims-little.bmp": lambda: bmp_claiming(9_000, 9_000),
    "upside-down.bmp": lambda: bmp_claiming(4, -(2**31)),
    "frames-3000.gif": lambda: gif(3_000),
    "noise.gif": lambda: b"GIF89a" + noise(7),
    "loop.tiff": tiff_loop,
    "noise.tiff": lambda: b"II*\0\x08\0\0\0" + noise(8),
    "parts-20000.xlsx": lambda: entries(20_000),
    "sheets-61.xlsx": lambda: sheets(61),
    "rows-200001.xlsx": lambda: rows(200_001),
    "rows-50000.xlsx": lambda: rows(50_000),
    "columns-2000.xlsx": lambda: sheet("<row>" + "<c><v>1</v></c>" * 2_000 + "</row>"),
    "column-beyond.xlsx": lambda: sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
    "row-negative.xlsx": lambda: sheet('<row r="-5"><c r="A-5"><v>1</v></c></row>'),
    "strings-lie.xlsx": lambda: sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'),
    "day-beyond.xlsx": lambda: sheet('<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>'),
    "number-beyond.xlsx": lambda: sheet('<row r="1"><c r="A1"><v>1e999</v></c></row>'),
    "not-a-number.xlsx": lambda: sheet('<row r="1"><c r="A1"><v>NaN</v></c></row>'),
    "cell-5mb.xlsx": lambda: sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 5_000_000}</t></is></c></row>'),
    "rels-gone.xlsx": lambda: with_part("xl/_rels/workbook.xml.rels", "", workbook(*LIST)),
    "nested-xml.xlsx": lambda: sheet("<row>" + "<c><is>" * 20_000 + "</is></c>" * 20_000 + "</row>"),
    "zip-in-zip.xlsx": lambda: plain_zip("xl/workbook.xml", plain_zip("xl/workbook.xml", b"<x/>")),
    **{f"book-harmed-{seed}.xlsx": partial(harmed, workbook(*LIST), seed) for seed in range(4)},
    "columns-100000.csv": lambda: b"1," * 100_000,
    "rows-200001.csv": lambda: b"1,2\n" * 200_001,
    "rows-150000.csv": lambda: b"2026-01-02,100.00,a\n" * 150_000,
    "cell-900kb.csv": lambda: "金额\n".encode() + b"x" * 900_000 + b",1\n",
    "quote-open.csv": lambda: b'a,b\n"' + b"x,y\n" * 100_000,
    "nuls.csv": lambda: b"a,b\n\0\0\0,1\n" * 1_000,
    "utf16-odd.csv": lambda: b"\xff\xfea\0,\0b",
    "gb18030-cut.csv": lambda: "姓名,金额\n林晓禾,1".encode("gb18030")[:-1] + b"\x81",
    "empty-lines.csv": lambda: b"\n" * 190_000 + b"a,b\n",
}  # fmt: skip
"""Name → what makes the file."""


def more_files() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    for name, make in MORE.items():
        yield name, make()
