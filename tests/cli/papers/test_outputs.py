"""No command replaces a desk's own files, what it reads, or earlier rejected rows, whatever it is told to write."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

import resources

NUMBER, BANK = "CC-2026-00001", "招商银行"
WRITERS = {
    "packet": ("packet", NUMBER, "--bank", BANK),
    "draft": ("packet", NUMBER, "--bank", BANK, "--draft"),
    "paper": ("paper", NUMBER, "comparison"),
    "workbook": ("workbook", NUMBER),
    "table": ("export", "table", NUMBER, "schedule"),
    "portfolio": ("export", "portfolio"),
    "rejects": ("import", "portfolio", resources.path("sample", "portfolio-with-mistakes.csv"), "--rejects"),
}


def state(folder: Path) -> dict[str, str]:
    """What must not change; the log of the database comes and goes with every opening."""
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in ("desk.db", "desk.json")}


@pytest.mark.parametrize("name", ["desk.db", "desk.json", "vault/new.pdf", "new.pdf"])
@pytest.mark.parametrize("writer", WRITERS)
def test_no_command_writes_into_the_desk(say, tmp_path: Path, writer: str, name: str) -> None:
    desk = tmp_path / "desk"
    before, words = state(desk), WRITERS[writer]
    out = () if words[-1] == "--rejects" else ("--out",)
    code, answer, _ = say(*words, *out, desk / name)
    assert (code, answer["findings"][0]["code"]) == (2, "output_inside_desk")
    assert state(desk) == before
    assert not (desk / "new.pdf").exists()


@pytest.mark.parametrize("folder", ["", "vault", "papers"])
def test_no_folder_of_the_desk_takes_exports(say, tmp_path: Path, folder: str) -> None:
    code, answer, _ = say("export", "cases", "--out", tmp_path / "desk" / folder)
    assert (code, answer["findings"][0]["code"]) == (2, "output_inside_desk")


@pytest.mark.parametrize(
    ("name", "code"), [("", "output_unnamed"), (".", "output_unnamed"), ("/dev/null", "output_is_device")]
)
def test_a_file_must_be_named(say, name: str, code: str) -> None:
    assert say("workbook", NUMBER, "--out", name)[1]["findings"][0]["code"] == code


def test_the_list_that_is_read_is_not_written_over(say, tmp_path: Path) -> None:
    source = Path(shutil.copy(resources.path("sample", "portfolio-with-mistakes.csv"), tmp_path / "list.csv"))
    before = source.read_bytes()
    code, answer, _ = say("import", "portfolio", source, "--dry-run", "--rejects", source)
    assert (code, answer["findings"][0]["code"]) == (2, "output_is_input")
    assert source.read_bytes() == before


def test_rejected_rows_never_replace_a_file(say, tmp_path: Path) -> None:
    source = Path(shutil.copy(resources.path("sample", "portfolio-with-mistakes.csv"), tmp_path / "list.csv"))
    own = tmp_path / "list.csv.rejected.xlsx"
    own.write_bytes(b"corrected by hand")
    first = say("import", "portfolio", source, "--dry-run")[1]["rejected_file"]
    assert first == str(tmp_path / "list.csv.rejected (2).xlsx")
    assert own.read_bytes() == b"corrected by hand"


def test_a_medium_that_cannot_be_written_sends_rejected_rows_to_the_documents(say, tmp_path, monkeypatch) -> None:
    source = Path(shutil.copy(resources.path("sample", "portfolio-with-mistakes.csv"), tmp_path / "desk" / "list.csv"))
    monkeypatch.setattr("workstation.cli.outputs.documents_folder", lambda: tmp_path / "documents")
    written = say("import", "portfolio", source, "--dry-run")[1]["rejected_file"]
    assert written == str(tmp_path / "documents" / "list.csv.rejected.xlsx")
