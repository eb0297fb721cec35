"""What a desktop reads of the package: the program is found, and a case bundle that is opened among files is handed to it."""

from __future__ import annotations

from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parents[2] / "tools" / "bundle" / "desktop"


def test_the_entry_names_the_program_and_hands_it_the_file() -> None:
    told = RawConfigParser(strict=True)
    told.optionxform = str  # type: ignore[assignment,method-assign]
    told.read(FOLDER / "concord.desktop", "utf-8")
    entry = told["Desktop Entry"]
    assert entry["TryExec"] == "/usr/lib/concord/workstation"
    assert entry["Exec"].split() == [entry["TryExec"], "%f"]
    (kind,) = ElementTree.parse(FOLDER / "concord.xml").getroot()
    assert entry["MimeType"] == kind.attrib["type"] + ";"
