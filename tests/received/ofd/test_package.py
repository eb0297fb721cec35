"""Parts of an OFD: found as they are referred to, refused where they are hostile, broken or locked."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.received.boxes import zip_of
from tests.received.ofd.making import element, ofd, page, square, text, words, zipped
from tests.source_tree import ROOT
from workstation.errors import Refused
from workstation.received.inspection import bytes_media_type
from workstation.received.ofd import ink, package
from workstation.received.ofd.apart import as_pdf, ofd_pdf
from workstation.received.ofd.drawing import drawn
from workstation.received.ofd.package import Package, is_ofd, joined

LOCKED = ofd(page(text("合同")), parts={"Encryptions.xml": "<Encryptions/>"})
ENTITY = '<!DOCTYPE x [<!ENTITY a "失">]>'


def answer(data: bytes) -> str:
    """The media type of a file, or the code of its refusal."""
    try:
        return bytes_media_type(data, "a.ofd")
    except Refused as refused:
        return refused.findings[0].code


def flagged(data: bytes) -> bytes:
    """The file with the mark of encryption on its first part."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


def nested(depth: int) -> str:
    return page("<ofd:PageBlock>" * depth + "</ofd:PageBlock>" * depth)


NO_EXTENT = "<ofd:Area><ofd:PhysicalBox>0 0 0 9</ofd:PhysicalBox></ofd:Area>"
SOUND = ofd(page(text("合同")))
ANSWERS: list[tuple[str, bytes, str]] = [
    ("sound", SOUND, "application/ofd"),
    ("outside the standard's namespace", ofd(page().replace("/2016", "")), "application/ofd"),
    ("cut", SOUND[: len(SOUND) // 2], "file_damaged"),
    ("locked", LOCKED, "ofd_locked"),
    ("locked to its root", zipped({"Encryptions.xml": "<a/>", "x": b"?"}), "ofd_locked"),
    ("a locked part", flagged(SOUND), "ofd_locked"),
    ("no document", zipped({"OFD.xml": element("OFD", "<ofd:DocBody/>")}), "file_damaged"),
    ("another root", zipped({"OFD.xml": "<html/>"}), "file_damaged"),
    ("no XML", zipped({"OFD.xml": b"\0\1\2"}), "file_damaged"),
    ("no pages", ofd(), "file_damaged"),
    ("a page that is missing", ofd(page(), parts={"Doc_0/Pages/Page_1/Content.xml": b""}), "file_pages_broken"),
    ("a page cut short", ofd(page(), parts={"Doc_0/Pages/Page_1/Content.xml": page()[:90]}), "file_pages_broken"),
    ("a page without extent", ofd(page(head=NO_EXTENT)), "file_pages_broken"),
    ("an entity", ofd(ENTITY + "<Page><Content><Layer>&a;</Layer></Content></Page>"), "file_pages_broken"),
    ("an entity in UTF-16", ofd(page(), parts={"OFD.xml": ("\ufeff" + ENTITY + "<OFD/>").encode("utf-16")}), "file_damaged"),
    ("blocks in blocks", ofd(nested(70)), "file_pages_broken"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "wanted"), ANSWERS)
def test_each_file_has_its_answer(name: str, data: bytes, wanted: str) -> None:
    assert answer(data) == wanted, name


def test_broken_pages_are_told_by_their_numbers() -> None:
    data = ofd(page(), page(), page(), parts={"Doc_0/Pages/Page_2/Content.xml": b"<"})
    with pytest.raises(Refused) as refused:
        drawn(data, "a.ofd", "evidence.x")
    (finding,) = refused.value.findings
    assert (finding.subject, finding.figures["pages"]) == ("evidence.x", "2")


def test_no_more_is_unpacked_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 20_000)
    assert answer(ofd(page(), parts={"big": bytes(20_001)})) == "ofd_too_large"
    assert answer(ofd(page(), parts={"big": bytes(10_001)})) == "application/ofd"


def test_sizes_are_those_of_the_bytes_and_not_those_that_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 5_000)
    assert answer(ofd(page("<!--" + " " * 6_000 + "-->"))) == "ofd_too_large"


def test_a_unit_placed_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten units of ten units of ten: a small file, a thousand squares."""
    monkeypatch.setattr(ink, "_MOST_OBJECTS", 500)
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{50 + level}"><ofd:Content>'
        + (
            f'<ofd:CompositeObject ID="1" ResourceID="{51 + level}" Boundary="0 0 9 9"/>' * 10
            if level < 2
            else square(0, 0) * 10
        )
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for level in range(3)
    )
    data = ofd(page('<ofd:CompositeObject ID="6" ResourceID="50" Boundary="0 0 9 9"/>'), resources=units)
    assert answer(data) == "ofd_too_large"


def test_a_unit_in_itself_is_named() -> None:
    unit = (
        '<ofd:CompositeGraphicUnit ID="50"><ofd:Content><ofd:CompositeObject ID="1" ResourceID="50" Boundary="0 0 9 9"/>'
        "</ofd:Content></ofd:CompositeGraphicUnit>"
    )
    made = drawn(ofd(page('<ofd:CompositeObject ID="6" ResourceID="50" Boundary="0 0 9 9"/>'), resources=unit), "x")
    assert "ofd_objects_left_out" in [note.kind for note in made.notes]


def test_a_parameter_that_rests_on_itself_is_named() -> None:
    parameter = '<ofd:DrawParam ID="30" Relative="30"/>'
    made = drawn(ofd(page(square(0, 0, more=' DrawParam="30"')), resources=parameter), "x")
    assert "ofd_objects_left_out" in [note.kind for note in made.notes]


PATHS = [
    ("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("Doc_0/Document.xml", "/Doc_0/PublicRes.xml", "Doc_0/PublicRes.xml"),
    ("Doc_0/Signs/Sign_0/Signature.xml", "../Seal.esl", "Doc_0/Signs/Seal.esl"),
    ("Doc_0/Document.xml", r"Pages\Page_0\Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
    ("OFD.xml", "./Doc_0/Document.xml", "Doc_0/Document.xml"),
]


@pytest.mark.parametrize(("base", "reference", "wanted"), PATHS)
def test_references(base: str, reference: str, wanted: str) -> None:
    assert joined(base, reference) == wanted


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_of_parts_in_chinese(encoding: str) -> None:
    """Windows in Chinese writes names without the flag for UTF-8."""
    name = "Doc_0/资源/甲.xml"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as box:
        box.writestr("OFD.xml", "<OFD/>")
        box.writestr("x" * len(name.encode(encoding)), "<a/>")
    data = file.getvalue().replace(b"x" * len(name.encode(encoding)), name.encode(encoding))
    assert Package(data).xml(name).tag == "a"


def test_names_differ_in_case() -> None:
    data = ofd(page(text("合同")), document="<ofd:CustomTags>x</ofd:CustomTags>").replace(
        b"Page_1/Content.xml", b"page_1/content.XML"
    )
    assert words(drawn(data, "x").pdf)[0].split() == ["合同"]


def test_several_documents_are_all_drawn() -> None:
    second = element(
        "Document",
        '<ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="one.xml"/></ofd:Pages>',
    )
    data = ofd(
        page(text("第一")),
        body="</ofd:DocBody><ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot>",
        parts={"Doc_1/Document.xml": second, "Doc_1/one.xml": page(text("第二"))},
    )
    assert [one.strip() for one in words(drawn(data, "x").pdf)] == ["第一", "第二"]


def test_the_version_that_holds_now() -> None:
    versions = (
        '<ofd:Versions><ofd:Version ID="1" Index="1" Current="true" BaseLoc="Doc_0/Versions/V1.xml"/></ofd:Versions>'
    )
    data = ofd(
        page(text("旧")),
        body=versions,
        parts={
            "Doc_0/Versions/V1.xml": element("DocVersion", "<ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot>"),
            "Doc_1/Document.xml": element("Document", '<ofd:Pages><ofd:Page ID="1" BaseLoc="one.xml"/></ofd:Pages>'),
            "Doc_1/one.xml": page(text("新")),
        },
    )
    assert words(drawn(data, "x").pdf)[0].strip() == "新"


def test_the_window_loads_nothing_that_parses() -> None:
    code = (
        "import sys, workstation.received.ofd.apart, workstation.received.ofd.findings, workstation.received.inspection;"
        "print({'pikepdf', 'PIL', 'reportlab', 'pypdfium2', 'asn1crypto'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_only_an_ofd_is_drawn() -> None:
    for data in (b"", b"%PDF-1.7", zip_of([("a.txt", b"x")]), zip_of([("[Content_Types].xml", b"x")])):
        assert not is_ofd(data) and ofd_pdf(data) == b"" and as_pdf(data) is data


@given(st.randoms(use_true_random=False))
def test_damage_is_refused_or_named_and_never_a_fault(chance: random.Random) -> None:
    """Bytes changed in the XML of a page: it is drawn, with or without notes, or refused."""
    content = bytearray(page(text("合同"), square(10, 40)).encode())
    for _ in range(chance.randint(1, 6)):
        content[chance.randrange(len(content))] = chance.choice(b'<>"/ 0aM&;-')
    try:
        drawn(ofd(page(), parts={"Doc_0/Pages/Page_1/Content.xml": bytes(content)}), "x")
    except Refused as refused:
        assert refused.findings[0].code == "file_pages_broken"
