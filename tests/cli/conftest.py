"""The sample desk on the command line, on the day of its case."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime

import pytest

from workstation.actions.demo.sample_desk import PASSPHRASE, fresh_sample_desk
from workstation.cli import run
from workstation.dates import FixedClock

CLOCK = FixedClock(datetime(2026, 11, 23, 9, tzinfo=UTC))


@pytest.fixture(scope="package")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample") / "desk"
    fresh_sample_desk(folder)[0].close()
    return folder


@pytest.fixture
def say(sample, tmp_path, capsys):
    """Run words against a copy of the sample desk; answers exit code, JSON and what stood on stderr."""
    folder, words_file = tmp_path / "desk", tmp_path / "passphrase"
    shutil.copytree(sample, folder)
    words_file.write_text(PASSPHRASE + "\n", "utf-8")

    def said(*words):
        code = run(["--desk", str(folder), "--passphrase-file", str(words_file), "--json", *map(str, words)], CLOCK)
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return said
