"""Which folders a person looked at is noted nowhere outside the desk, also where a system has one place for all programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.files import FileChooser

NATIVE, USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QSettings]:
    """The settings of all Qt programs at a place that can be written, as the registry can be."""
    before = Path(QSettings(USER, "QtProject").fileName()).parent
    QSettings.setPath(NATIVE, USER, str(tmp_path / "settings"))
    yield QSettings(USER, "QtProject")
    QSettings.setPath(NATIVE, USER, str(before))


@pytest.mark.parametrize("ask", ["folder", "existing", "several", "target"])
def test_a_dialog_leaves_no_folder_behind(qapp, noted: QSettings, tmp_path: Path, monkeypatch, ask: str) -> None:
    seen: list[str] = []
    person = tmp_path / "欧阳修"
    person.mkdir()

    def shown(*_args: object) -> object:
        """As Qt does at the end of each of its dialogs."""
        own = QSettings(USER, "QtProject")
        own.setValue("FileDialog/lastVisited", person.as_uri())
        own.setValue("FileDialog/history", [person.as_uri()])
        own.setValue("FileDialog/sidebarWidth", 90)
        own.sync()
        seen.append(Path(own.fileName()).read_text("utf-8"))
        return "" if ask == "folder" else ([] if ask == "several" else "", "")

    for name in ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, shown)
    chooser, parent = FileChooser(), QWidget()
    questions = {
        "folder": lambda: chooser.folder(parent, "", str(tmp_path)),
        "existing": lambda: chooser.existing(parent, "", "*"),
        "several": lambda: chooser.several(parent, "", "*"),
        "target": lambda: chooser.target(parent, "", "a.pdf", "*"),
    }
    assert not questions[ask]()
    assert "lastVisited" in seen[0]
    noted.sync()
    left = Path(noted.fileName()).read_text("utf-8")
    assert "sidebarWidth" in left
    assert "lastVisited" not in left and "history" not in left
