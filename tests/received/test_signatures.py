"""Signatures: whole, added to, changed, by whom, without any fetching; what is not understood is told as that."""

from __future__ import annotations

import io
import socket
from datetime import timedelta
from typing import get_args

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.received.signed_pdf import AT, BANK, authority, signed, statement_pdf
from workstation.evidence.statements.authenticity_hints import origin_findings
from workstation.received.origin import Origin, origin
from workstation.received.signatures import Signature, SignatureState, signatures
from workstation.wording import LANGUAGES, Wording

ROOTS = (authority().root,)
PLAIN = statement_pdf(CreationDate="D:20261101", ModDate="D:20261105")
SIGNED = signed(PLAIN)


def saved_again(data: bytes) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(file)
    return file.getvalue()


def drawn_over(data: bytes) -> bytes:
    """Another drawing laid on the page in a later revision: the signed bytes stay as they were."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/MediaBox"][3] = type(page["/MediaBox"][3])(100)
    writer.update_container(page)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def flipped(data: bytes) -> bytes:
    at = data.index(b"50 50 200 100")
    return data[:at] + b"90" + data[at + 2 :]


STATES = [
    (PLAIN, ()),
    (SIGNED, ("whole",)),
    (signed(SIGNED, field="Sig2"), ("extended", "whole")),
    (flipped(SIGNED), ("changed",)),
    (drawn_over(SIGNED), ("changed",)),
    (saved_again(SIGNED), ("changed",)),
    (SIGNED.replace(b"/ByteRange", b"/ByteRangf") + b"\n% /ByteRange", ("unreadable",)),
]


@pytest.mark.parametrize(("data", "states"), STATES)
def test_states(data, states):
    assert tuple(one.state for one in signatures(data, ROOTS, AT)) == states


def test_bytes_that_only_look_signed_are_no_signature():
    """The mark in a comment or a dictionary that no field names signs nothing, and explains nothing."""
    data = PLAIN + b"\n% /ByteRange"
    codes = [one.code for one in origin_findings(origin(data), "statement", "x.pdf")]
    assert signatures(data) == () and codes == ["origin_changed_later"]


TRUST = [
    (ROOTS, AT, True),
    ((), AT, False),
    ((authority("另一个根证书").root,), AT, False),
    (ROOTS, AT + timedelta(days=301), False),  # the certificate had run out
]


@pytest.mark.parametrize(("roots", "at", "trusted"), TRUST)
def test_who_signed(roots, at, trusted):
    (one,) = signatures(SIGNED, roots, at)
    assert (one.signer, one.trusted, one.state) == (BANK, trusted, "whole")


def test_nothing_is_fetched(monkeypatch):
    """The certificate names places to ask; any look beyond this machine would raise here."""

    def reached(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, reached)
    monkeypatch.setattr(socket, "getaddrinfo", reached)
    assert signatures(SIGNED, ROOTS, AT)[0].trusted


SAID = [
    (SIGNED, ROOTS, ["signature_trusted"]),
    (SIGNED, (), ["signature_signer_unknown", "origin_changed_later"]),
    (saved_again(SIGNED), ROOTS, ["signature_changed", "origin_changed_later"]),
    (signed(SIGNED, field="Sig2"), ROOTS, ["signature_added_to", "signature_trusted"]),
]


@pytest.mark.parametrize(("data", "roots", "codes"), SAID)
def test_only_a_trusted_signature_explains_a_later_date(data, roots, codes):
    found = origin_findings(origin(data, roots, AT), "statement", "x.pdf")
    assert [one.code for one in found] == codes


def test_national_algorithms_are_told_as_not_checked():
    """The identifier of SM3 (1.2.156.10197.1.401) in place of that of SHA-256, of the same length."""
    contents = SIGNED.index(b"/Contents <")
    sm3, sha256 = b"06082a811ccf55018311", b"0609608648016503040201"
    tail = SIGNED[contents:]
    made = SIGNED[:contents] + tail.replace(sha256, sm3 + b"00", 1)
    assert [one.state for one in signatures(made)] == ["sm2"]


ROOM = range(SIGNED.index(b"/Contents <"), SIGNED.index(b">", SIGNED.index(b"/Contents <") + 11) + 1)
"""What no signature covers: the place of the signature itself."""


@settings(max_examples=20)
@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_no_signed_byte_can_be_changed_unseen(at, change):
    data = bytearray(SIGNED)
    data[at] ^= change
    states = {one.state for one in signatures(bytes(data))}
    assert at in ROOM or "whole" not in states


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", get_args(SignatureState))
@pytest.mark.parametrize("trusted", [True, False])
def test_every_state_speaks(language, state, trusted):
    told = Origin(signatures=(Signature(state, BANK, trusted, AT),))
    (finding,) = origin_findings(told, "statement", "流水.pdf")
    assert "流水.pdf" in Wording(language).finding(finding)
