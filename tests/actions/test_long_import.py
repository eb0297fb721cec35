"""An import and its way back hold little memory, however long the list is."""

from __future__ import annotations

import csv
import json
import subprocess
import sys

import pytest

from bench.imports import HEADER, rows
from tests.prove import how_many
from tests.source_tree import ROOT

LISTS = ((how_many(4_000, 100_000), how_many(150, 200)), (1_000_000, 300))[: how_many(1, 2)]
"""Rows, and the most megabytes held meanwhile; the program itself, with nothing to import, takes 95."""


@pytest.mark.prove
@pytest.mark.parametrize(("count", "most"), LISTS)
def test_a_long_list_is_taken_in_and_out_in_little_memory(count, most, tmp_path):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows((HEADER, *rows(count)))
    command = [sys.executable, "-m", "tests.actions.long_import_worker", str(path), str(tmp_path)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    assert (told["accepted"], told["rejected"], told["left"]) == (count, 0, 0)
    assert told["imported"] <= most
    assert told["undone"] <= most
