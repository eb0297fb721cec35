"""Certificates and signatures made for tests: a root, a bank under it, and PDF files that the bank has signed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

import pikepdf
from asn1crypto import keys, x509
from cryptography import x509 as cx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BANK = "测试银行股份有限公司"


@dataclass(frozen=True, slots=True)
class Authority:
    """A root certificate (DER) and the signer under it."""

    root: bytes
    signer: signers.SimpleSigner


def _name(text: str) -> cx.Name:
    return cx.Name([cx.NameAttribute(NameOID.COMMON_NAME, text)])


def _certificate(subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey) -> bytes:
    builder = (
        cx.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(len(subject))
        .not_valid_before(AT - timedelta(days=100))
        .not_valid_after(AT + timedelta(days=300))
        .add_extension(cx.BasicConstraints(ca=subject == issuer, path_length=None), critical=True)
    )
    if subject == issuer:
        builder = builder.add_extension(_usage(False), critical=True)
    else:  # places from which a careless reader would fetch
        place = cx.UniformResourceIdentifier("http://127.0.0.1:9/fetched")
        points = [cx.DistributionPoint([place], None, None, None)]
        access = [cx.AccessDescription(kind, place) for kind in (cx.OID_OCSP, cx.OID_CA_ISSUERS)]
        builder = (
            builder.add_extension(_usage(True), critical=True)
            .add_extension(cx.CRLDistributionPoints(points), critical=False)
            .add_extension(cx.AuthorityInformationAccess(access), critical=False)
        )
    return builder.sign(by, SHA256()).public_bytes(Encoding.DER)


def _usage(signs: bool) -> cx.KeyUsage:
    return cx.KeyUsage(signs, signs, False, False, False, not signs, not signs, False, False)


@cache
def authority(name: str = "测试根证书") -> Authority:
    """A root of this name; every name has keys of its own."""
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = _certificate(name, root_key, name, root_key)
    own = x509.Certificate.load(_certificate(BANK, key, name, root_key))
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()
    signer = signers.SimpleSigner(own, keys.PrivateKeyInfo.load(der), store)
    return Authority(root, signer)


def statement_pdf(**told: str) -> bytes:
    """An unsigned PDF of one page; ``told``: entries of its information."""
    file = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.pages[0].contents_add(b"0 0 1 rg 50 50 200 100 re f")
        for name, value in told.items():
            made.docinfo[f"/{name}"] = value
        made.save(
            file,
            fix_metadata_version=False,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return file.getvalue()


def signed(data: bytes, by: Authority | None = None, field: str = "Sig1") -> bytes:
    """The file with a signature behind it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    settings = signers.PdfSignatureMetadata(field_name=field)
    made = signers.sign_pdf(writer, settings, signer=(by or authority()).signer)
    return bytes(made.getvalue())
