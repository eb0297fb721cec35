"""The code on every page names the file by its bytes."""

from __future__ import annotations

import hashlib

import pytest

from workstation.documents.typesetting import seal
from workstation.documents.typesetting.fact_code import BLANK, fact_stream


def unsealed() -> bytes:
    return (
        b"%PDF head "
        + seal.code_stream("/F1+0", 8.0, "0 g")
        + b" body "
        + fact_stream(f"申请 X {BLANK}", 100.0)
        + b" tail"
    )


def test_a_sealed_file_is_intact() -> None:
    data, digest = seal.sealed(unsealed())
    found = seal.read_seal(data)
    assert found is not None and found.intact and found.digest == digest
    assert found.code == seal.short_code(digest)
    assert found.code.replace("-", "").lower() == digest[:12]
    assert len(data) == len(unsealed())
    assert hashlib.sha256(unsealed()).hexdigest() == digest


def test_sealing_twice_changes_nothing() -> None:
    data, _ = seal.sealed(unsealed())
    assert seal.sealed(data)[0] == data


@pytest.mark.parametrize("at", [0, 5, 300, -1])
def test_any_other_byte_breaks_it(at: int) -> None:
    data = bytearray(seal.sealed(unsealed())[0])
    data[at] ^= 1
    found = seal.read_seal(bytes(data))
    assert found is None or not found.intact


def test_a_code_written_over_is_noticed() -> None:
    data, digest = seal.sealed(unsealed())
    own = seal.short_code(digest).encode("utf-16-be").hex().encode()
    forged = data.replace(own, "AAAA-BBBB-CCCC".encode("utf-16-be").hex().encode())
    found = seal.read_seal(forged)
    assert found is not None and found.code == "AAAA-BBBB-CCCC" and not found.intact


def test_a_foreign_file_bears_none() -> None:
    assert seal.read_seal(b"%PDF-1.7 nothing of ours") is None
    assert seal.sealed(b"plain")[0] == b"plain"


def test_a_paper_of_before_composite_fonts_is_still_checked() -> None:
    old = seal._hexadecimal(b"%concord code\n0 g BT /F1+0 8.0 Tf 0 0 Td (0000-0000-0000) Tj ET\n")
    data, digest = seal.sealed(b"%PDF head " + old + b" body " + fact_stream(f"申请 X {BLANK}", 100.0) + b" tail")
    found = seal.read_seal(data)
    assert found is not None and found.intact and found.code == seal.short_code(digest)
    assert seal.short_code(digest).encode().hex().encode() in data
