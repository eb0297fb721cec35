"""What the door loads: it is painted before the records, the store and the libraries that they bring."""

from __future__ import annotations

import subprocess
import sys

from tests.source_tree import ROOT
from ui.form import OF_NO_RECORD
from workstation.casework.private_fields import PRIVATE, is_private

_OPENED = """
import sys
from pathlib import Path
from bench.first_window import concord
app, window = concord(Path(sys.argv[1]))
window.show()
app.processEvents()
print(*sorted(sys.modules))
"""
HEAVY = (
    "peewee",
    "psycopg",
    "pypinyin",
    "cryptography",
    "openpyxl",
    "reportlab",
    "workstation.store",
    "workstation.actions",
)


def test_the_door_is_painted_without_what_a_desk_needs(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPENED, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = done.stdout.split()
    assert "ui.pages.entry.unlock" in loaded or "ui.pages.entry.first_start" in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []


_DESK = """
import sys
from ui.app import load_ahead
load_ahead()
print(*sorted(sys.modules))
"""
OF_NO_PAGE = ("psycopg", "pypdf", "zxcvbn", "playhouse")
"""Drivers of a server and readers that few days need: together some 20 MB and a seventh of a second."""


def test_a_desk_in_a_file_loads_no_driver_of_a_server_and_no_reader_that_waits() -> None:
    done = subprocess.run([sys.executable, "-c", _DESK], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "peewee" in loaded
    assert sorted(loaded & set(OF_NO_PAGE)) == []


def test_forms_of_the_door_hold_nothing_private() -> None:
    keys = {name for fields in PRIVATE.values() for name in fields}
    assert [f"{area}.{key}" for area in OF_NO_RECORD for key in keys if is_private(f"{area}.{key}")] == []


_PAGES = """
import sys
from ui.app import load_ahead, make_application
app = make_application(())
load_ahead()
before = set(sys.modules)
from ui.shell.case_pages import page_class
from ui.shell.case_pages import PAGES
for page in PAGES:
    page_class(page)
print(*sorted(set(sys.modules) - before))
"""


def test_every_page_of_a_case_is_loaded_while_a_passphrase_is_typed() -> None:
    """What the thread of the window loads when a case is opened, it stands still for."""
    done = subprocess.run([sys.executable, "-c", _PAGES], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
