"""A passphrase file is read as the editor meant it, or refused; it is never another passphrase."""

from __future__ import annotations

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from threading import Thread

import pytest

from workstation.cli.passphrase import read_passphrase
from workstation.errors import Refused

WORDS = "马 正确 battery staple"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        f"{WORDS}\n".encode(),
        BOM_UTF8 + f"{WORDS}\r\n".encode(),
        f"{WORDS}\r".encode(),
        f"{WORDS}\n\r\n".encode(),
        BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        BOM_UTF16_LE + f"{WORDS}\n".encode("utf-16-le"),
        BOM_UTF16_BE + f"{WORDS}\r\n".encode("utf-16-be"),
    ],
)
def test_editors_save_the_same_words_in_many_ways(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "p.txt").write_bytes(data)
    assert read_passphrase(tmp_path / "p.txt") == WORDS


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (WORDS.encode("gb18030"), "passphrase_file_unreadable"),
        (WORDS.encode("utf-16-le"), "passphrase_file_unreadable"),
        (WORDS.encode("utf-16-be"), "passphrase_file_unreadable"),
        (f"{WORDS}\0".encode(), "passphrase_file_unreadable"),
        (BOM_UTF16_LE + b"odd", "passphrase_file_unreadable"),
        (b"x" * (1 << 17), "passphrase_file_unreadable"),
        (None, "file_missing"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / "p.txt").write_bytes(data)
    with pytest.raises(Refused) as refusal:
        read_passphrase(tmp_path / "p.txt")
    assert [finding.code for finding in refusal.value.findings] == [code]


@pytest.mark.skipif(os.name == "nt", reason="devices are files on POSIX systems only")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/urandom"])
def test_a_device_holds_no_passphrase(device: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_passphrase(Path(device))
    assert [finding.code for finding in refusal.value.findings] == ["passphrase_file_unreadable"]


@pytest.mark.skipif(os.name == "nt", reason="named pipes are files on POSIX systems only")
def test_a_pipe_holds_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(f"{WORDS}\n".encode(),))
    writer.start()
    assert read_passphrase(pipe) == WORDS
    writer.join()
