"""Root certificates kept on the desk: taken from a file, told apart from anything else, and what a signature is called then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.actions.test_cases import refused, understand
from tests.received.signed_pdf import authority, signed, statement_pdf
from workstation.actions import cases
from workstation.actions.evidence import items, trust_roots
from workstation.actions.evidence.origin import authenticity_hints
from workstation.dates import FixedClock


def file_of(folder, data: bytes, name: str = "root.cer"):
    (folder / name).write_bytes(data)
    return folder / name


def pem(der: bytes) -> bytes:
    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)


@pytest.mark.parametrize("form", [lambda der: der, pem])
def test_a_root_is_added_once_listed_and_removed(desk, tmp_path, form) -> None:
    path = file_of(tmp_path, form(authority().root))
    made = trust_roots.add_trust_root(desk, path)
    assert trust_roots.add_trust_root(desk, path) == made
    assert trust_roots.trust_roots(desk) == (made,)
    assert trust_roots.root_bytes(desk) == (authority().root,)
    gone = desk.run(trust_roots.remove_trust_root, made.id[:12].upper())
    assert trust_roots.trust_roots(desk) == ()
    desk.run(trust_roots.keep_trust_root, gone)
    assert trust_roots.trust_roots(desk) == (made,)


def test_what_is_no_root_certificate_is_refused(desk, tmp_path) -> None:
    root, signer = authority().root, authority().signer.signing_cert.dump()
    for data, code in (
        (b"hello", "certificate_unreadable"),
        (b"", "certificate_unreadable"),
        (root[:-9], "certificate_unreadable"),
        (signer, "certificate_no_authority"),
        (pem(root) * 2, "certificate_several"),
    ):
        assert refused(trust_roots.add_trust_root, desk, file_of(tmp_path, data))[0][0] == code
    assert refused(trust_roots.remove_trust_root, desk, "")[0][0] == "certificate_unknown"
    assert trust_roots.trust_roots(desk) == ()


def test_an_expired_one_is_refused(desk, tmp_path) -> None:
    desk.clock = FixedClock(desk.clock.now() + timedelta(days=4000))
    found = refused(trust_roots.add_trust_root, desk, file_of(tmp_path, authority().root))
    assert found[0][0] == "certificate_expired"


def test_a_signer_under_a_kept_root_is_told_as_trusted(desk, tmp_path) -> None:
    case_id = desk.run(cases.new_case, "甲")
    understand(desk, case_id)
    item = items.add_file(desk, case_id, "bank_statement", file_of(tmp_path, signed(statement_pdf()), "流水.pdf"))

    def told() -> set[str]:
        data = items.item_bytes(desk, item.id)
        return {one.code for one in authenticity_hints(item, data, desk.readers, trust_roots.root_bytes(desk))}

    assert "signature_signer_unknown" in told()
    trust_roots.add_trust_root(desk, file_of(tmp_path, authority().root))
    assert "signature_trusted" in told()
    assert "signature_signer_unknown" not in told()
