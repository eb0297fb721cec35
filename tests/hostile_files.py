"""Files of our own that mean harm or came to harm, made when a test asks for them, with the answer that each deserves.

None of them is a bomb beyond our own limits, and none is known to stop another program.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from PIL import Image

from tests.source_tree import ROOT

Rows = tuple[tuple[str, ...], ...]

FILES: Final = ROOT / "tests" / "files"
SHEET: Final = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
TEXT: Final = '<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


@dataclass(frozen=True)
class Hostile:
    """One file; ``proof`` is what is told when it is handed in as a proof, ``table`` what a reader of tables answers.

    Either is the code of a refusal; a file that is taken is "done" as a proof and its rows as a table.
    """

    name: str
    data: bytes
    proof: str
    table: str | Rows


def workbook(*rows: tuple[str, ...]) -> bytes:
    """A sound workbook."""
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def with_part(name: str, part: str, sound: bytes) -> bytes:
    """A sound workbook with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, part)
    return out.getvalue()


def sheet(body: str, before: str = "") -> bytes:
    """A workbook whose sheet is written by hand."""
    part = f'<?xml version="1.0" encoding="UTF-8"?>{before}{SHEET.format(rows=body)}'
    return with_part("xl/worksheets/sheet1.xml", part, workbook(("x",)))


def picture(kind: str) -> bytes:
    """A small picture with something on it."""
    out = io.BytesIO()
    Image.linear_gradient("L").save(out, kind)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A picture that claims to be this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first its root, without an index."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def locked_parts(data: bytes) -> bytes:
    """A zip file whose parts claim to be encrypted."""
    changed = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def plain_zip(name: str, data: bytes) -> bytes:
    """A zip file that is no workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, data)
    return out.getvalue()


ENTITIES: Final = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "&{a};&{a};&{a};&{a};">' for a, b in zip("abc", "bcd", strict=True))
    + "]>"
)
OUTSIDE: Final = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///nowhere/at/all">]>'
FORMULAS: Final = (("=1+1", "@SUM(A1)"), ("+1", "-1"), ("=cmd|' /C calc'!A0", "x"))
LIST: Final = (("姓名", "金额"), ("林晓禾", "1.50"))
LIST_TEXT: Final = "姓名,金额\n林晓禾,1.50\n"


def hostile_files() -> tuple[Hostile, ...]:
    """All of them, by name."""
    found = (*_empty(), *_cut(), *_disguised(), *_workbooks(), *_texts(), *_papers(), *_names())
    return tuple(sorted(found, key=lambda one: one.name))


def _empty() -> list[Hostile]:
    return [
        Hostile("empty.pdf", b"", "file_empty", "table_empty"),
        Hostile("empty.xlsx", b"", "file_empty", "table_empty"),
        Hostile("mark-only.csv", b"\xef\xbb\xbf", "table_empty", "table_empty"),
        Hostile("blanks.csv", b" , ,\n\n , ,\n", "table_empty", "table_empty"),
        Hostile("no-cells.xlsx", workbook(), "table_empty", "table_empty"),
    ]


def _cut() -> list[Hostile]:
    sound = {"jpg": picture("JPEG"), "png": picture("PNG"), "gif": picture("GIF"), "xlsx": workbook(*LIST)}
    sound["pdf"] = (FILES / "forms" / "flat.pdf").read_bytes()
    sound["xls"] = (FILES / "statements" / "ccb.debit.xls").read_bytes()
    proof = {"xlsx": "table_damaged", "xls": "table_damaged"}
    table = dict.fromkeys(("jpg", "png", "gif", "pdf"), "table_unreadable")
    return [
        Hostile(
            f"cut.{kind}", data[: len(data) // 3], proof.get(kind, "file_damaged"), table.get(kind, "table_damaged")
        )
        for kind, data in sound.items()
    ]


def _disguised() -> list[Hostile]:
    paper = (FILES / "forms" / "flat.pdf").read_bytes()
    return [
        Hostile("paper.csv", paper, "done", "table_unreadable"),
        Hostile("list.pdf", LIST_TEXT.encode(), "file_not_as_named", LIST),
        Hostile("picture.xlsx", picture("PNG"), "done", "table_unreadable"),
        Hostile("page.xls", b"<html><p>1</p></html>", "table_is_page", "table_is_page"),
        Hostile("program.jpg", b"MZ\x90\0" + bytes(range(256)) * 4, "kind_program", "kind_program"),
        Hostile("archive.xlsx", plain_zip("readme.txt", b"hello"), "container_member_needed", "kind_archive"),
        Hostile("no-archive.xlsx", b"PK\x03\x04" + b"nothing of the kind " * 9, "table_damaged", "table_damaged"),
        Hostile("bare.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(40), "kind_old_workbook", "kind_old_workbook"),
    ]


def _workbooks() -> list[Hostile]:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return [
        Hostile("entities.xlsx", sheet(TEXT.format(text="&d;"), ENTITIES), "table_unsafe", "table_unsafe"),
        Hostile("outside.xlsx", sheet(TEXT.format(text="&a;"), OUTSIDE), "table_unsafe", "table_unsafe"),
        Hostile("far-corner.xlsx", sheet(far), "table_too_large", "table_too_large"),
        Hostile("climbing.xlsx", with_part("../../climbed.txt", "x", workbook(*LIST)), "done", LIST),
        Hostile("locked-parts.xlsx", locked_parts(workbook(*LIST)), "table_locked", "table_locked"),
        Hostile("broken-xml.xlsx", sheet("<row><c><v>1</v>"), "table_damaged", "table_damaged"),
    ]


def _texts() -> list[Hostile]:
    hidden = "姓名,金额\n\u202e林晓禾\u200b,1\x00.50\n"
    rare = (("姓名", "金额"), ("㐂䶮𠮷", "1.50"))
    return [
        Hostile("formulas.csv", "\n".join(",".join(row) for row in FORMULAS).encode(), "done", FORMULAS),
        Hostile("hidden-marks.csv", hidden.encode(), "done", LIST),
        Hostile("rare-characters.csv", "姓名,金额\n㐂䶮𠮷,1.50\n".encode("gb18030"), "done", rare),
        Hostile("wide.csv", LIST_TEXT.replace(",", "\t").encode("utf-16"), "done", LIST),
        Hostile("noise.csv", bytes(range(128, 256)) * 8, "file_kind_unknown", "table_unreadable"),
    ]


def _papers() -> list[Hostile]:
    forms = FILES / "forms"
    loop = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>")
    nothing = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
    return [
        Hostile("loop.pdf", loop, "file_damaged", "table_unreadable"),
        Hostile("no-pages.pdf", nothing, "file_damaged", "table_unreadable"),
        Hostile("locked.pdf", (forms / "locked-aes256.pdf").read_bytes(), "file_locked", "table_unreadable"),
        Hostile("overwritten.pdf", (forms / "overwritten.pdf").read_bytes(), "file_damaged", "table_unreadable"),
        Hostile("lost-index.pdf", (forms / "lost-index.pdf").read_bytes(), "file_damaged", "table_unreadable"),
        Hostile("xfa-only.pdf", (forms / "xfa-only.pdf").read_bytes(), "done", "table_unreadable"),
        Hostile("huge.png", png_header(50_000, 50_000), "image_too_large", "table_unreadable"),
        Hostile("short-rows.png", png_header(5_000, 5_000), "file_damaged", "table_unreadable"),
    ]


def _names() -> list[Hostile]:
    names = (
        "收据\u202egpj.exe.csv",
        "'; DROP TABLE items;--.csv",
        "<b>&amp;%s{0}.csv",
        "=1+1.csv",
        "..csv",
        "长" * 80 + ".csv",
    )
    return [Hostile(name, LIST_TEXT.encode(), "done", LIST) for name in names]
