"""Locked files made for tests, by other means than the reader uses: ZipCrypto by its definition, names in every encoding."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final

import pikepdf
import pyzipper

_LOCAL: Final = 30


def zip_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
        for name, data in files:
            box.writestr(name, data)
    return file.getvalue()


def aes_zip(name: str, data: bytes, password: str, bits: int = 256, more: Iterable[tuple[str, bytes]] = ()) -> bytes:
    file = io.BytesIO()
    with pyzipper.AESZipFile(file, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as box:
        box.setpassword(password.encode())
        box.setencryption(pyzipper.WZ_AES, nbits=bits)
        for held, text in ((name, data), *more):
            box.writestr(held, text)
    return file.getvalue()


def crypto_zip(name: bytes, data: bytes, password: bytes, extra: bytes = b"", flags: int = 0) -> bytes:
    """One member, packed and enciphered as APPNOTE 6.1 says; ``name`` as raw bytes."""
    machine = zlib.compressobj(wbits=-15)
    packed = machine.compress(data) + machine.flush()
    crc = zlib.crc32(data)
    sealed = _enciphered(bytes(11) + bytes([crc >> 24]) + packed, password)
    return _written(name, sealed, len(data), crc, flags | 1, extra)


def named_zip(name: bytes, data: bytes, flags: int = 0, extra: bytes = b"") -> bytes:
    """One member that is stored, under raw bytes as its name."""
    return _written(name, data, len(data), zlib.crc32(data), flags, extra, packing=0)


def _written(name: bytes, body: bytes, size: int, crc: int, flags: int, extra: bytes, packing: int = 8) -> bytes:
    common = struct.pack("<HHHHHIIIHH", 20, flags, packing, 0, 33, crc, len(body), size, len(name), len(extra))
    local = b"PK\x03\x04" + common + name + extra + body
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + extra
    return local + entry + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)


def _enciphered(plain: bytes, password: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]

    def turn(byte: int) -> None:
        keys[0] = _crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc(keys[2], keys[1] >> 24)

    for byte in password:
        turn(byte)
    sealed = bytearray()
    for byte in plain:
        salt = (keys[2] | 2) & 0xFFFF
        sealed.append(byte ^ ((salt * (salt ^ 1) >> 8) & 0xFF))
        turn(byte)
    return bytes(sealed)


def _crc(value: int, byte: int) -> int:
    return zlib.crc32(bytes([byte]), value ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def locked_pdf(password: str, revision: int = 6, data: bytes | None = None) -> bytes:
    """A PDF under a password: revision 3 is RC4, 4 AES-128, 6 AES-256."""
    file = io.BytesIO()
    with pikepdf.new() if data is None else pikepdf.open(io.BytesIO(data)) as pdf:
        if data is None:
            pdf.add_blank_page()
            pdf.pages[0].contents_add(b"0 0 1 rg 50 50 100 100 re f")
        lock = pikepdf.Encryption(user=password, owner="owner", R=revision, aes=revision > 3, metadata=revision > 3)  # type: ignore[arg-type]
        pdf.save(file, encryption=lock)
    return file.getvalue()
