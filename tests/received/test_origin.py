"""What a file says about its making, and what of it is remarked. Honest files raise nothing."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from workstation.evidence.statements.authenticity_hints import hint_rules, origin_findings
from workstation.received.origin import Origin, origin
from workstation.wording import LANGUAGES, Wording

MADE = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def pdf(metadata: bytes = b"", **told: str) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, value in told.items():
            made.docinfo[f"/{name}"] = value
        if metadata:
            made.Root.Metadata = pikepdf.Stream(made, metadata)
        made.save(
            file,
            fix_metadata_version=False,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return file.getvalue()


def photo(kind: str = "JPEG", software: str = "", text: str = "") -> bytes:
    file = io.BytesIO()
    exif = Image.Exif()
    if software:
        exif[0x0131] = software
    extra = PngImagePlugin.PngInfo()
    if text:
        extra.add_text("Software", text)
    Image.new("RGB", (20, 20)).save(file, kind, exif=exif, **({"pnginfo": extra} if kind == "PNG" else {}))
    return file.getvalue()


XMP = b'<x:xmpmeta><rdf:Description xmp:CreatorTool="Adobe Photoshop 25.0 (Windows)"/></x:xmpmeta>'


def with_xmp(jpeg: bytes) -> bytes:
    """A photograph with a packet of XMP before its pixels."""
    packet = b"http://ns.adobe.com/xap/1.0/\0" + XMP
    return jpeg[:2] + b"\xff\xe1" + (len(packet) + 2).to_bytes(2, "big") + packet + jpeg[2:]


SEEN = [
    (pdf(Producer="iLovePDF"), False, "origin_pdf_editor", "iLovePDF"),
    (pdf(Creator="Wondershare PDFelement 9"), False, "origin_pdf_editor", "Wondershare PDFelement 9"),
    (pdf(Producer="Adobe Photoshop for Windows"), False, "origin_picture_editor", "Adobe Photoshop for Windows"),
    (pdf(metadata=XMP), False, "origin_picture_editor", "Adobe Photoshop 25.0 (Windows)"),
    (pdf(Creator="Microsoft® Word 2019"), True, "origin_office", "Microsoft® Word 2019"),
    (photo(software="Adobe Photoshop CC 2019"), False, "origin_picture_editor", "Adobe Photoshop CC 2019"),
    (photo(software="美图秀秀 9.1".encode().decode("latin-1")), False, "", ""),  # a name in no encoding that EXIF knows
    (photo("PNG", text="GIMP 2.10"), False, "origin_picture_editor", "GIMP 2.10"),
    (with_xmp(photo()), False, "origin_picture_editor", "Adobe Photoshop 25.0 (Windows)"),
]
HONEST = [
    (pdf(), True),
    (pdf(Producer="iText 2.1.7 by 1T3XT", Creator="JasperReports"), True),
    (pdf(Creator="Microsoft® Word 2019"), False),  # an employer may write with it
    (photo(software="HUAWEI P40 Pro"), False),
    (photo(), False),
    (b"a,b\n1,2\n", True),
    (b"%PDF-1.4 broken", True),
    (b"", True),
]


@pytest.mark.parametrize(("data", "of_a_bank", "code", "program"), SEEN)
def test_programs_are_named(data, of_a_bank, code, program):
    found = origin_findings(origin(data), "evidence.income_proof", "x.pdf", of_a_bank)
    assert [(one.code, one.figures.get("program")) for one in found] == ([(code, program)] if code else [])


@pytest.mark.parametrize(("data", "of_a_bank"), HONEST)
def test_honest_files_raise_nothing(data, of_a_bank):
    assert origin_findings(origin(data), "evidence.bank_statement", "x", of_a_bank) == ()


TIMES = [
    ("D:20261101093000+08'00'", "D:20261101093000+08'00'", False),
    ("D:20261101093000Z", "D:20261102093000Z", False),  # a day is given
    ("D:20261101093000Z", "D:20261102093001Z", True),
    (
        "D:20261101003000+08'00'",
        "D:20261031163000Z",
        False,
    ),  # no later at all: one instant in two zones, a month apart in writing
    ("D:20261101", "D:20261103", True),
    ("2026-11-01", "nonsense", False),
    ("D:20261301", "D:20261401", False),
]


@pytest.mark.parametrize(("made", "changed", "remarked"), TIMES)
def test_saved_again_much_later(made, changed, remarked):
    found = origin_findings(origin(pdf(CreationDate=made, ModDate=changed)), "statement", "x.pdf")
    assert [one.code for one in found] == (["origin_changed_later"] if remarked else [])


def test_every_word_is_plain_and_has_a_source():
    known = hint_rules()
    for kind in ("picture_editor", "pdf_editor", "office"):
        assert known[kind]["source"] in known["sources"]
        assert all(word == word.casefold().strip() for word in known[kind]["words"])
    assert {known[kind]["source"] for kind in ("changed_later", "round_figures")} <= set(known["sources"])


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.5\n", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"II*\0"])
)
def test_any_bytes_tell_something_or_nothing(data, head):
    assert isinstance(origin(head + data), Origin)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_speaks(language):
    told = Origin(("Photoshop", "iLovePDF", "Microsoft Word"), MADE, MADE + timedelta(days=3))
    found = origin_findings(told, "evidence.bank_statement", "流水.pdf", of_a_bank=True)
    assert len(found) == 4
    for finding in found:
        assert "流水.pdf" in Wording(language).finding(finding)
