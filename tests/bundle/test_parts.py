"""What goes into a bundle: of Qt what is named and what that needs, nothing of the GPL, every module that the program imports."""

from __future__ import annotations

import ast
import zipfile

import pytest

from tests.bundle.test_elf import little_elf
from tests.source_tree import ROOT, sources
from tools.bundle.fetching import Unavailable, linux_tags, read_toml
from tools.bundle.qt import kept_of_qt
from tools.bundle.tree import refuse_unwanted
from tools.bundle.wheel import Wheel

QT = read_toml("parts.toml")["qt"]


def wheel(place, files: dict[str, bytes]) -> Wheel:
    target = place / "pyside6_essentials-6-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(
            "pyside6_essentials-6.dist-info/METADATA", "Name: PySide6_Essentials\nVersion: 6\nLicense: LGPL\n"
        )
        archive.writestr("pyside6_essentials-6.dist-info/licenses/LICENSE.txt", "words")
        for name, data in files.items():
            archive.writestr(name, data)
    return Wheel(target)


def test_libraries_follow_what_needs_them(tmp_path) -> None:
    files = {
        "PySide6/__init__.py": b"",
        "PySide6/QtCore.abi3.so": little_elf("libQt6Core.so.6", "GLIBC_2.28"),
        "PySide6/QtCharts.abi3.so": little_elf("libQt6Charts.so.6", "GLIBC_2.28"),
        "PySide6/QtCore.pyi": b"",
        "PySide6/Qt/lib/libQt6Core.so.6": little_elf("libicudata.so.73", "GLIBC_2.28"),
        "PySide6/Qt/lib/libicudata.so.73": little_elf("libc.so.6", "GLIBC_2.28"),
        "PySide6/Qt/lib/libQt6Charts.so.6": little_elf("libc.so.6", "GLIBC_2.28"),
        "PySide6/Qt/plugins/platforms/libqxcb.so": little_elf("libc.so.6", "GLIBC_2.28"),
        "PySide6/Qt/plugins/platforms/libqvnc.so": little_elf("libc.so.6", "GLIBC_2.28"),
    }
    one = wheel(tmp_path, files)
    kept = [name for name in kept_of_qt([one], QT)[one] if "dist-info" not in name]
    assert kept == [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/QtCore.abi3.so",
        "PySide6/__init__.py",
    ]
    assert (one.name, one.version, one.licence, list(one.licence_texts())) == (
        "pyside6-essentials",
        "6",
        "LGPL",
        ["licenses-LICENSE.txt"],
    )


@pytest.mark.parametrize(
    "name", ["Qt/lib/libQt6Charts.so.6", "Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so"]
)
def test_a_part_under_the_gpl_is_refused(name) -> None:
    with pytest.raises(Unavailable, match="not to be shipped"):
        refuse_unwanted([f"packages/PySide6/{name}"], QT)
    refuse_unwanted([f"app/{name}", "packages/PySide6/QtCore.abi3.so"], QT)


def test_every_module_of_qt_that_the_program_imports_is_kept() -> None:
    imported = {
        node.module.partition(".")[2]
        for source in sources("workstation", "ui")
        if "PySide6" in source.text
        for node in source.nodes(ast.ImportFrom)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.")
    }
    assert imported == set(QT["modules"])


def test_nothing_is_left_out_that_the_lock_does_not_hold() -> None:
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    assert [name for name in read_toml("parts.toml")["packages"]["without"] if f"{name}==" not in locked] == []


def test_wheels_are_asked_for_from_the_floor_down() -> None:
    tags = linux_tags("x86_64", 28)
    assert tags[0] == "manylinux_2_28_x86_64" and "manylinux2014_x86_64" in tags and "manylinux_2_29_x86_64" not in tags
