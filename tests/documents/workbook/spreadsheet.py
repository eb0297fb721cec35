"""LibreOffice as the judge of formulas: recalculates workbooks from scratch, many files in one start."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.merge import MergedCellRange
from python_calamine import CalamineWorkbook

from workstation.documents.workbook.cell_text import address

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""

_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""One UTF-8 file a sheet, numbers in all their digits: a third quicker than a workbook of the same results."""
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?(E[-+]\d+)?(%?)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Cells = dict[str, dict[str, Any]]


def office() -> str:
    """The program; without it the test is skipped on a desk and fails in CI."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        missing = "LibreOffice is not installed: formulas are not recalculated"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


def recalculated(folder: Path, books: Mapping[str, bytes]) -> dict[str, Cells]:
    """The cells of every workbook (by a plain name without hyphen) after LibreOffice has recalculated all formulas."""
    program, profile, source, out = office(), folder / "profile", folder / "in", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, "utf-8")
    source.mkdir()
    for name, data in books.items():
        (source / f"{name}.xlsx").write_bytes(data)
    files = [str(source / f"{name}.xlsx") for name in books]
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", _EVERY_SHEET]
    subprocess.run([*command, "--outdir", str(out), *files], check=True, capture_output=True, timeout=540)
    found: dict[str, Cells] = {name: {} for name in books}
    for file in out.iterdir():
        name, _, title = file.stem.partition("-")
        with file.open(encoding="utf-8", newline="") as lines:
            found[name][title] = dict(_filled([[_typed(text) for text in line] for line in csv.reader(lines)]))
    return found


def _typed(text: str) -> Any:
    """What a text of the file stands for: a number, a share, a day, or itself."""
    if number := _NUMBER.fullmatch(text):
        return float(text.rstrip("%")) / (100 if number[4] else 1)
    return date.fromisoformat(text) if _DAY.fullmatch(text) else text


def cells(data: bytes) -> Cells:
    """Sheet title → address → stored value (days as dates); empty cells left out."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        title: dict(_filled(book.get_sheet_by_name(title).to_python(skip_empty_area=False)))
        for title in book.sheet_names
    }


def _filled(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, Any]]:
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value not in (None, ""):
                yield address(row, column), value.date() if isinstance(value, datetime) else value


def read(data: bytes, formulas: bool = True) -> Any:
    """The workbook as openpyxl sees it, with its formulas or their stored results; merged cells get no frames, half of its work."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MergedCellRange, "format", lambda merged: None)
        return load_workbook(BytesIO(data), data_only=not formulas)


def differences(ours: Cells, theirs: Cells) -> list[str]:
    """Every cell in which two workbooks show unlike values."""
    return [
        f"{title}!{at}: {values.get(at)!r} is not {theirs[title].get(at)!r}"
        for title, values in ours.items()
        for at in sorted(values.keys() | theirs[title].keys())
        if not _same(values.get(at), theirs[title].get(at))
    ]


def _same(ours: Any, theirs: Any) -> bool:
    """Amounts have two decimals and agree far below a fen; other numbers to the digits a spreadsheet holds."""
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return isclose(ours, theirs, rel_tol=1e-13, abs_tol=1e-9)
    if isinstance(ours, str) and isinstance(theirs, (float, date)):  # digits or a day that are a text in the workbook
        return ours == (f"{theirs:.15g}" if isinstance(theirs, float) else theirs.isoformat())
    return bool(ours == theirs)
