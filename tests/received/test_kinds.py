"""Kinds that are not read are told by their content and named with a way out, by the reader of proofs and that of tables."""

from __future__ import annotations

import io

import pytest

from tests.received.boxes import zip_of
from tests.received.compound import compound
from workstation.errors import Finding, Refused
from workstation.received.inspection import media_type
from workstation.received.kinds import foreign_kind
from workstation.received.tables import read_table
from workstation.wording import LANGUAGES, Wording


def film(*brands: bytes) -> bytes:
    return (
        (16 + 4 * len(brands[1:])).to_bytes(4, "big")
        + b"ftyp"
        + brands[0]
        + bytes(4)
        + b"".join(brands[1:])
        + bytes(40)
    )


def typed(kind: str) -> bytes:
    return zip_of((("mimetype", kind.encode()), ("content.xml", b"<x/>")))


OPEN = "application/vnd.oasis.opendocument."
KINDS = [
    ("信.doc", compound("WordDocument", "1Table"), "kind_word"),
    ("信.wps", compound("WpsCustomData", "WordDocument"), "kind_word"),
    ("old.wps", compound("CONTENTS"), "kind_word"),
    ("信.docx", zip_of((("[Content_Types].xml", b"x"), ("word/document.xml", b"x"))), "kind_word"),
    ("信.odt", typed(OPEN + "text"), "kind_word"),
    ("信.rtf", rb"{\rtf1 a, b}", "kind_word"),
    ("a.ppt", compound("PowerPoint Document"), "kind_slides"),
    ("a.pptx", zip_of((("[Content_Types].xml", b"x"), ("ppt/presentation.xml", b"x"))), "kind_slides"),
    ("a.msg", compound("__properties_version1.0", "__nameid_version1.0"), "kind_outlook"),
    ("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(40), "kind_outlook"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(40), "kind_archive"),
    ("a.rar", b"Rar!\x1a\x07\x01\x00" + b"%PDF-1.7 stored in it" + bytes(40), "kind_archive"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "kind_archive"),
    ("a.tar", b"a.pdf".ljust(257, b"\0") + b"ustar\x0000" + bytes(300), "kind_archive"),
    ("a.csv.gz", b"\x1f\x8b\x08" + bytes(40), "kind_archive"),
    ("a.iso", bytes(32_769) + b"CD001\x01", "kind_archive"),
    ("a.numbers", zip_of((("Index/Document.iwa", b"x"), ("preview.jpg", b"x"))), "kind_iwork"),
    ("a.pages", zip_of((("Index.zip", b"x"), ("preview.jpg", b"x"))), "kind_iwork"),
    ("a.mov", film(b"qt  ", b"qt  "), "kind_video"),
    ("a.mp4", film(b"isom", b"avc1"), "kind_video"),
    ("a.mp4", film(b"mp42"), "kind_video"),
    ("a.mkv", b"\x1a\x45\xdf\xa3" + bytes(40), "kind_video"),
    ("a.m4a", film(b"M4A "), "kind_sound"),
    ("a.amr", b"#!AMR\n" + bytes(40), "kind_sound"),
    ("a.heics", film(b"hevc", b"msf1", b"hevc"), "kind_sequence"),
    ("a.xps", zip_of((("[Content_Types].xml", b"x"), ("FixedDocumentSequence.fdseq", b"x"))), "kind_print"),
    ("a.chm", b"ITSF\x03\x00" + bytes(40), "kind_print"),
    ("a.ps", b"%!PS-Adobe-3.0\n", "kind_print"),
    ("a.svg", b'<?xml version="1.0"?>\n<svg xmlns="x"><text>1, 2</text></svg>', "kind_drawing"),
    ("Thumbs.db", compound("Catalog", "1"), "kind_drawing"),
    ("a.db", b"SQLite format 3\x00" + bytes(40), "kind_database"),
    ("a.mdb", b"\x00\x01\x00\x00Standard Jet DB\x00", "kind_database"),
    ("a.pdf", b"MZ\x90\x00" + bytes(40), "kind_program"),
    ("a.apk", zip_of((("AndroidManifest.xml", b"x"), ("classes.dex", b"x"))), "kind_program"),
    ("a.lnk", b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(40), "kind_shortcut"),
    ("a.url", b"[InternetShortcut]\r\nURL=http://x/a,b\r\n", "kind_shortcut"),
    ("a.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(40), "kind_old_workbook"),
    ("a.vcf", b"BEGIN:VCARD\nN:a,b\n", "kind_contacts"),
]


def told(read: object, *given: object) -> Finding:
    with pytest.raises(Refused) as refused:
        read(*given)  # type: ignore[operator]
    (one,) = refused.value.findings
    return one


@pytest.mark.parametrize(("name", "data", "code"), KINDS)
def test_a_kind_is_named_by_every_reader(name: str, data: bytes, code: str) -> None:
    for finding in (told(media_type, io.BytesIO(data), name), told(read_table, data, name)):
        assert (finding.code, finding.figures["file"]) == (code, name)
        for language in LANGUAGES:
            said = Wording(language).finding(finding)
            assert name in said and code not in said and "{" not in said


@pytest.mark.parametrize(
    "data",
    [
        compound("Workbook", "WpsCustomData"),  # .et of WPS
        compound("Book"),
        compound("Workbook", inside="WordDocument"),  # a letter laid into a workbook
        film(b"mif1", b"heic"),
        film(b"msf1", b"mif1", b"heic"),
        b"MZ,AC10\n1,2\n",
        b"ID3,BZh,8BPS\n1,2,3\n",
        b"wide,moov\n",
        zip_of((("Index.pdf", b"x"), ("word.pdf", b"x"))),
        b"",
        b"PK\x03\x04 cut short",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut short",
    ],
)
def test_what_only_looks_alike_goes_on_to_its_reader(data: bytes) -> None:
    assert foreign_kind(io.BytesIO(data)) is None


def test_a_directory_that_turns_in_circles_ends() -> None:
    data = bytearray(compound("WordDocument", "Other"))
    data[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")  # the directory follows itself
    data[1024 + 128 + 72 : 1024 + 128 + 76] = (1).to_bytes(4, "little")  # and so does its first stream
    assert foreign_kind(io.BytesIO(bytes(data))) == ("kind_word", "DOC")
