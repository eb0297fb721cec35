"""Every locked package has a wheel for every promised system and Python, so that an install compiles nothing."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

from tests.source_tree import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PYTHONS: list[str] = SETTINGS["tool"]["concord"]["targets"]["python"]
FLOORS: dict[str, str] = SETTINGS["tool"]["concord"]["targets"]["floors"]
FILES: dict[str, dict[str, str]] = tomllib.loads((ROOT / "requirements-files.toml").read_text("utf-8"))
OTHER_NAMES = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
"""What wheels called a glibc before PEP 600."""
PRODUCTS = [(python, floor) for python in PYTHONS for floor in FLOORS]


def locked() -> dict[str, set[str]]:
    """``name==version`` -> sha256 of every file that the lock admits."""
    entries = re.split(r"^(?=\w)", (ROOT / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)
    return {entry.split()[0]: set(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)) for entry in entries if entry}


def platforms(floor: str) -> list[str]:
    """The platform tags that install on the oldest promised system of a kind."""
    if linux := re.fullmatch(r"manylinux_2_(\d+)_(\w+)", floor):
        minors = range(int(linux[1]), 4, -1)
        names = [[f"manylinux_2_{minor}", *filter(None, [OTHER_NAMES.get(minor)])] for minor in minors]
        return [f"{name}_{linux[2]}" for group in names for name in group]
    if mac := re.fullmatch(r"macosx_(\d+)_(\d+)_(\w+)", floor):
        return list(mac_platforms((int(mac[1]), int(mac[2])), mac[3]))
    return [floor]


@cache
def installable(python: str, floor: str) -> frozenset[Tag]:
    version = [int(part) for part in python.split(".")]
    interpreter = f"cp{python.replace('.', '')}"
    names = platforms(floor)
    return frozenset([*cpython_tags(version, platforms=names), *compatible_tags(version, interpreter, names)])


def without_wheel(python: str, floor: str, files: dict[str, dict[str, str]] = FILES) -> set[str]:
    """The packages of which no wheel whose hash is locked installs there."""
    hashes = locked()
    fitting = {
        package
        for package, names in files.items()
        for name, digest in names.items()
        if name.endswith(".whl") and digest in hashes.get(package, ())
        if parse_wheel_filename(name)[3] & installable(python, floor)
    }
    return hashes.keys() - fitting


def lowered(floor: str) -> str | None:
    """The same kind of system one release older; None where the tag names no release."""
    if linux := re.fullmatch(r"manylinux_2_(\d+)_(\w+)", floor):
        return f"manylinux_2_{int(linux[1]) - 1}_{linux[2]}"
    if mac := re.fullmatch(r"macosx_(\d+)_0_(\w+)", floor):
        return f"macosx_{int(mac[1]) - 1}_0_{mac[2]}"
    return None


def test_the_files_are_those_of_the_lock() -> None:
    """Same packages; every named file is admitted (the lock also admits files for a Python below ours)."""
    hashes = locked()
    assert FILES.keys() == hashes.keys()
    assert {package for package, names in FILES.items() if not hashes[package].issuperset(names.values())} == set()


def test_the_files_name_no_place() -> None:
    assert {name for names in FILES.values() for name in names if "/" in name} == set()


@pytest.mark.parametrize(("python", "floor"), PRODUCTS)
def test_every_package_has_a_wheel(python: str, floor: str) -> None:
    assert without_wheel(python, floor) == set()


@pytest.mark.parametrize("floor", [floor for floor in FLOORS if lowered(floor)])
def test_a_floor_is_as_low_as_the_wheels_allow(floor: str) -> None:
    assert without_wheel(PYTHONS[0], lowered(floor) or "") != set()


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"cffi-2.1.1-cp311-cp311-manylinux_2_34_x86_64.whl": True}, "a wheel for a newer glibc"),
        ({"cffi-2.1.1-cp313-cp313-manylinux_2_17_x86_64.whl": True}, "a wheel for another Python"),
        ({"cffi-2.1.1-cp311-cp311-musllinux_1_2_x86_64.whl": True}, "a wheel for another C library"),
        ({"cffi-2.1.1.tar.gz": True}, "a source archive alone"),
        ({"cffi-2.1.1-cp311-cp311-manylinux_2_17_x86_64.whl": False}, "a wheel that is not in the lock"),
    ],
)
def test_a_package_is_refused(files: dict[str, bool], what: str) -> None:
    package = next(name for name in FILES if name.startswith("cffi=="))
    admitted = next(iter(locked()[package]))
    changed = {**FILES, package: {name: admitted if known else "0" * 64 for name, known in files.items()}}
    assert without_wheel("3.11", "manylinux_2_28_x86_64", changed) == {package}, what


def test_the_project_asks_for_the_promised_pythons() -> None:
    asked = SpecifierSet(SETTINGS["project"]["requires-python"])
    assert [python for minor in range(9, 20) if (python := f"3.{minor}") in asked] == PYTHONS


def test_make_looks_for_the_promised_pythons() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert sorted(re.findall(r"\bpython(3\.\d+)", makefile)) == PYTHONS
    least, beyond = re.findall(r"\(3, (\d+)\)", makefile)
    assert [f"3.{minor}" for minor in range(int(least), int(beyond))] == PYTHONS


def test_the_lock_is_on_the_line_of_qt_that_is_asked_for() -> None:
    asked = [Requirement(line) for line in SETTINGS["project"]["dependencies"]]
    names = {need.name.lower(): need.specifier for need in asked if need.name.startswith("PySide6")}
    pinned = dict(package.split("==") for package in FILES)
    assert {name for name, specifier in names.items() if pinned[name] not in specifier} == set()
