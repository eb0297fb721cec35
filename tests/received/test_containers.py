"""Locked files and boxes: opened by the right password, refused by a wrong one; names read as people wrote them."""

from __future__ import annotations

import io
import struct
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.received.boxes import aes_zip, crypto_zip, locked_pdf, named_zip, zip_of
from tests.received.signed_pdf import signed, statement_pdf
from workstation.errors import Refused
from workstation.received.containers import MAX_MEMBER, contents, opened_member
from workstation.received.inspection import media_type
from workstation.received.signatures import signatures

LIST = "日期,金额\n2026-11-01,5\n".encode()
NAME = "微信流水.csv"


def opened(data: bytes, password: str = "", member: str = "") -> Any:
    """Name and bytes, or the code of the refusal."""
    try:
        found = opened_member(io.BytesIO(data), "x", password, member)
    except Refused as refused:
        (one,) = refused.findings
        return one.code
    return found.name, found.data


def inspected(data: bytes) -> str:
    try:
        return media_type(io.BytesIO(data), "x.zip")
    except Refused as refused:
        return refused.findings[0].code


@pytest.mark.parametrize("revision", [3, 4, 6])
def test_a_locked_pdf(revision: int) -> None:
    data = locked_pdf("071234", revision)
    assert contents(io.BytesIO(data), "x").locked and inspected(data) == "file_locked"
    assert opened(data) == "container_password_needed" and opened(data, "071235") == "container_password_wrong"
    name, plain = opened(data, "071234")
    assert name == "x" and inspected(plain) == "application/pdf" and opened(data, "071234")[1] == plain
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.pages[0].contents_coalesce()
        assert b"50 50 100 100 re" in pdf.pages[0].obj.Contents.read_bytes()


def test_a_signature_under_a_lock_is_told_as_not_checked() -> None:
    """Unlocked, the file is another one than was signed: that is no change that anybody made."""
    _, plain = opened(locked_pdf("1", data=signed(statement_pdf())), "1")
    assert [one.state for one in signatures(plain)] == ["unreadable"]


BOXES = [
    (aes_zip(NAME, LIST, "123456"), "123456"),
    (aes_zip(NAME, LIST, "a1b2c3", 128), "a1b2c3"),
    (crypto_zip(NAME.encode("gbk"), LIST, b"654321"), "654321"),
    (crypto_zip(NAME.encode("gbk"), LIST, "密码".encode("gbk")), "密码"),
    (crypto_zip(NAME.encode(), LIST, "密码".encode(), flags=0x800), "密码"),
]


@pytest.mark.parametrize(("data", "password"), BOXES)
def test_a_locked_zip(data: bytes, password: str) -> None:
    held = contents(io.BytesIO(data), "x")
    assert (held.kind, held.locked, [one.name for one in held.members]) == ("zip", True, [NAME])
    assert inspected(data) == "container_password_needed" == opened(data)
    assert opened(data, password) == (NAME, LIST)
    for wrong in map(str, range(300)):  # some of them pass the one byte that ZipCrypto looks at first
        if data is not BOXES[0][0] and data is not BOXES[1][0]:
            assert opened(data, wrong) == "container_password_wrong"
    assert opened(data, "wrong") == "container_password_wrong"


def unicode_path(name: str) -> bytes:
    told = b"\x01" + bytes(4) + name.encode()
    return struct.pack("<HH", 0x7075, len(told)) + told


NAMES = [
    (named_zip(NAME.encode("gbk"), LIST), NAME),
    (named_zip(NAME.encode(), LIST), NAME),  # Debian's zip sets no flag
    (named_zip(NAME.encode(), LIST, 0x800), NAME),
    (named_zip(b"flow.csv", LIST, extra=unicode_path(NAME)), NAME),
    (named_zip(b"flow.csv", LIST, extra=b"\x75\x70\x02\x00xx"), "flow.csv"),
    (named_zip("2026年/流水.csv".encode("gbk"), LIST), "2026年/流水.csv"),
]


@pytest.mark.parametrize(("data", "name"), NAMES)
def test_names_are_read_as_they_were_written(data: bytes, name: str) -> None:
    assert [one.name for one in contents(io.BytesIO(data), "x").members] == [name]
    assert opened(data, member=name) == (name.rpartition("/")[2], LIST) == opened(data, member=name.rpartition("/")[2])


def test_one_of_several_is_chosen() -> None:
    data = zip_of((("a/1.csv", LIST), ("b/1.csv", b"x"), ("b/2.csv", b"y"), ("c/", b"")))
    assert inspected(data) == "container_member_needed" == opened(data)
    assert opened(data, member="a/1.csv") == ("1.csv", LIST) and opened(data, member="2.csv") == ("2.csv", b"y")
    assert opened(data, member="1.csv") == "container_member_unknown" == opened(data, member="3.csv")


def test_a_locked_pdf_in_a_locked_zip_opens_by_the_same_password() -> None:
    data = aes_zip("a.pdf", locked_pdf("1"), "1")
    assert inspected(opened(data, "1")[1]) == "application/pdf"
    assert opened(aes_zip("a.pdf", locked_pdf("2"), "1"), "1") == "container_password_wrong"


@pytest.mark.parametrize("inside", ["[Content_Types].xml", "mimetype", "OFD.xml"])
def test_a_document_that_is_a_zip_is_no_box(inside: str) -> None:
    assert contents(io.BytesIO(zip_of(((inside, b"x"), ("other", b"y")))), "x").kind == ""


def test_bombs_are_refused() -> None:
    assert opened(zip_of((("a.csv", bytes(MAX_MEMBER + 1)),))) == "container_too_large"
    assert opened(zip_of((str(number), b"") for number in range(1001))) == "container_too_many"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", LIST, b"%PDF-1.4 nothing"])
def test_what_is_no_container_is_said_to_be_none(data: bytes) -> None:
    assert opened(data, "1") in ("container_not_one", "container_damaged")


@settings(max_examples=80)
@given(st.sampled_from([*BOXES, (named_zip(NAME.encode("gbk"), LIST), "")]), st.data())
def test_damage_gives_the_right_bytes_or_a_refusal(box: tuple[bytes, str], draw: st.DataObject) -> None:
    data = bytearray(box[0])
    data[draw.draw(st.integers(0, len(data) - 1))] ^= draw.draw(st.integers(1, 255))
    found = opened(bytes(data), box[1])
    assert found[1] == LIST if isinstance(found, tuple) else found.startswith("container_")
