"""Files that want to do harm: a clear answer each, in little time and memory, with nothing written outside the desk."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from tests.evidence.hostile_worker import SECONDS
from tests.hostile_files import hostile_files
from tests.prove import how_many
from tests.received.ofd.making import ofd, page
from tests.source_tree import ROOT
from tests.tools import shared

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set as on Linux and macOS")
MOST_MB = 1024
FOLDERS = ("hostile", "pdf_forms/broken", "pdf_forms/encrypted", "pdf_forms/xfa")
REFUSALS = (
    "file_", "image_", "table_", "zip_", "statement_", "portfolio_", "exhibit_", "pdf_", "container_", "kind_", "ofd_",
)  # fmt: skip


def deflated(megabytes: int) -> bytes:
    """Zeros that unpack to this much, made without packing them all."""
    machine = zlib.compressobj(9)
    head = machine.compress(b"") + machine.flush(zlib.Z_FULL_FLUSH)
    block = machine.compress(bytes(2**20)) + machine.flush(zlib.Z_FULL_FLUSH)
    return head + block * megabytes + machine.flush()


def page_of(stream: bytes, filters: bytes) -> bytes:
    """A PDF of one page whose drawing is this stream."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter%s>>stream\n" % (len(stream), filters) + stream + b"\nendstream",
    )
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
        + b"trailer<</Root 1 0 R>>"
    )


def workbook_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", b"<sheetData>" + b" " * 12_000_000 + b"</sheetData>")
    return file.getvalue()


def swelling_ofd() -> bytes:
    """An OFD that tells of four billion bytes."""
    data = ofd(page(), parts={"big": b"x"})
    at = data.rindex(b"PK\x01\x02") + 24
    return data[:at] + b"\xf0\xff\xff\xff" + data[at + 4 :]


def fax(frames: int) -> bytes:
    file = io.BytesIO()
    page = Image.new("1", (64, 64), 1)
    page.save(file, "TIFF", save_all=True, append_images=[page] * (frames - 1))
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MADE: dict[str, tuple[bytes, str]] = {
    "bomb.pdf": (page_of(deflated(1500), b"/FlateDecode"), "pdf_bomb"),
    "bomb-in-a-bomb.pdf": (page_of(zlib.compress(deflated(1500), 9), b"[/FlateDecode/FlateDecode]"), "pdf_bomb"),
    "bomb.xlsx": (workbook_bomb(), "zip_bomb"),
    "cut.xls": (OLE + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10) + b"\1\0\0\0" * 40, "table_damaged"),
    "ole.xls": (OLE + bytes(range(256)) * 7, "table_damaged"),
    "empty.csv": (b"", "file_empty"),
    "deep.pdf": (
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 20_000 + b"]" * 20_000 + b"\nendobj\ntrailer<</Root 1 0 R>>",
        "file_damaged",
    ),
    "one-line.csv": (b"a," * 3_000_000, "table_damaged"),
    "bomb.ofd": (swelling_ofd(), "ofd_too_large"),
    "entity.ofd": (ofd('<!DOCTYPE a [<!ENTITY b "c">]><Page>&b;</Page>'), "file_pages_broken"),
    "fax.tiff": (fax(300), "done"),
    "comments.html": (b"<html><p>a" + b"<!--" * 200_000, "container_member_needed"),
    "spans.xls": (b"<table>" + b"<tr><td rowspan=60000 colspan=900>1" * 3_000, "table_too_large"),
    "deep.eml": (
        b"From: a\nTo: b\nSubject: c\n"
        + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (one, one) for one in range(2_000)),
        "container_damaged",
    ),
    "far.xml": (
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row xmlns:ss="urn:schemas-microsoft'
        b'-com:office:spreadsheet" ss:Index="1048576"><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>',
        "table_too_large",
    ),
    "quotes.csv": (b'"' * 100_001 + b",1\n", "file_kind_unknown"),
}
"""Name → bytes and what is told when the file is handed in as a proof."""


def swept(desk: Path, files: list[Path]) -> list[dict]:
    """The worker's answers; nothing else may come out of it."""
    command = [sys.executable, "-m", "tests.evidence.hostile_worker", str(desk), *map(str, files)]
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # a module that is compiled now would be a file outside
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=240)
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["file"] for one in answers] == [file.name for file in files]
    return answers


def check(answers: list[dict]) -> None:
    for one in answers:
        told = {use: one[use] for use in ("evidence", "statement", "portfolio", "exhibit", "copy", "origin", "masks")}
        for use, codes in told.items():
            assert codes == "done" or all(code.startswith(REFUSALS) for code in codes.split(",")), (one["file"], use)
        assert one["outside"] == [], one["file"]
        assert one["ms"] < SECONDS * 1000, one
        assert one["mb"] < MOST_MB, one


@pytest.mark.prove
def test_every_file_of_the_hostile_corpus_has_an_answer(tmp_path):
    corpus = shared("corpus")
    files = [path for folder in FOLDERS for path in sorted((corpus / folder).rglob("*")) if path.is_file()]
    assert len(files) > 40
    check(swept(tmp_path / "desk", Random(5).sample(files, how_many(15, len(files)))))


def test_harmed_and_disguised_files_of_our_own(tmp_path):
    """The same answers under the limits as without them, whatever else is tried with the files."""
    folder = tmp_path / "files"
    folder.mkdir()
    for file in hostile_files():
        (folder / file.name).write_bytes(file.data)
    answers = swept(tmp_path / "desk", [folder / file.name for file in hostile_files()])
    check(answers)
    assert {one["file"]: one["evidence"] for one in answers} == {file.name: file.proof for file in hostile_files()}


def test_bombs_and_stumps_of_our_own(tmp_path):
    files = []
    for name, (data, _) in MADE.items():
        path = tmp_path / name
        path.write_bytes(data)
        files.append(path)
    answers = swept(tmp_path / "desk", files)
    check(answers)
    assert next(one["exhibit"] for one in answers if one["file"] == "fax.tiff") == "exhibit_too_many_pages"
    assert {one["file"]: one["evidence"] for one in answers} == {name: told for name, (_, told) in MADE.items()}
