"""An export of many different cases holds the same memory however many there are."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.actions.papers.short_cases import opened, short_desk
from tests.prove import how_many
from tests.source_tree import ROOT
from workstation.actions.cases import load_case
from workstation.actions.papers.batch_export import cases_found
from workstation.casework.gates import final_packet_findings
from workstation.casework.printed import PrintedPacket

PROVED = 4


def test_short_cases_differ_and_those_proved_pass_every_gate(tmp_path):
    short_desk(tmp_path / "desk", 9, PROVED)
    desk = opened(tmp_path / "desk")
    files = [load_case(desk, line.case_id) for line in cases_found(desk).each()]
    assert len({(one.debtor.name, one.debtor.resident_id, one.accounts[0].principal) for one in files}) == 9
    final = [number for number, one in enumerate(files, 1) if not final_packet_findings(one, one.banks[0])]
    assert final == [1, 4, 8]
    assert len({one.items[0].sha256 for one in files if one.items}) == 3
    desk.close()


@pytest.mark.prove
@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told by Linux alone")
def test_memory_stays_within_a_twentieth(tmp_path):
    """From the first quarter on; before, what is remembered of fonts and texts fills to its bounds."""
    count = how_many(64, 4_000)
    short_desk(tmp_path / "desk", count, PROVED)
    command = [sys.executable, "-m", "tests.actions.papers.long_export_worker"]
    command += [str(tmp_path / "desk"), str(tmp_path / "out"), str(count // 16)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    assert told["packets"] == count
    first, *later = told["held"][3:]
    assert all(abs(held - first) <= first / 20 for held in later), told["held"]
    desk = opened(tmp_path / "desk")
    assert len(desk.store.find(PrintedPacket)) == count // PROVED + 1
    desk.close()
