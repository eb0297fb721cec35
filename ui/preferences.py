"""What this machine remembers between sittings: the last desk, colours, language of the first start. Nothing personal."""

from __future__ import annotations

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSettings, QStandardPaths

from ui.look.text_size import SIZES
from ui.look.theme import Preference
from workstation.identity import name_key


def _digest(name: str) -> str:
    from hashlib import sha256

    return sha256(name_key(name).encode()).hexdigest()[:16]


_IDLE_MINUTES: Final = 10


class Preferences:
    """A thin reading of one INI file; the file is named by whoever composes the program."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str) -> str:
        return str(self._settings.value(key, default))

    @property
    def folder(self) -> str:
        """The desk that was open last, or nothing."""
        return self._text("desk/folder", "")

    @folder.setter
    def folder(self, value: str) -> None:
        self._settings.setValue("desk/folder", value)

    def is_last_person(self, name: str) -> bool:
        """Whether this person opened a desk here last; kept as a digest, so that the file names nobody."""
        return self._text("desk/person", "") == _digest(name)

    def remember_person(self, name: str) -> None:
        """Remember who opened a desk here."""
        self._settings.setValue("desk/person", _digest(name))

    @property
    def mode(self) -> Preference:
        """Light, dark, or as the system."""
        value = self._text("look/mode", "system")
        return cast(Preference, value) if value in ("light", "dark", "system") else "system"

    @mode.setter
    def mode(self, value: Preference) -> None:
        self._settings.setValue("look/mode", value)

    @property
    def language(self) -> str:
        """Language of the window: Simplified Chinese until somebody chooses otherwise."""
        return self._text("look/language", "zh-Hans")

    @language.setter
    def language(self, value: str) -> None:
        self._settings.setValue("look/language", value)

    @property
    def idle_minutes(self) -> int:
        """Minutes without input after which the desk locks, 1–60; 0 is never."""
        text = self._text("lock/minutes", "")
        return min(60, int(text)) if text.isdecimal() else _IDLE_MINUTES

    @idle_minutes.setter
    def idle_minutes(self, value: int) -> None:
        self._settings.setValue("lock/minutes", str(value))

    @property
    def text_size(self) -> int:
        """How large everything is drawn, in per cent of the usual size."""
        text = self._text("look/size", "")
        return int(text) if text.isdecimal() and int(text) in SIZES else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._settings.setValue("look/size", str(value))

    @property
    def tour_seen(self) -> bool:
        """Whether somebody at this machine was on the guided tour, or ended it."""
        return self._text("help/tour", "") == "seen"

    @tour_seen.setter
    def tour_seen(self, value: bool) -> None:
        self._settings.setValue("help/tour", "seen" if value else "")

    @property
    def news_seen(self) -> str:
        """The version whose news were shown last; nothing before the first start."""
        return self._text("help/news", "")

    @news_seen.setter
    def news_seen(self, value: str) -> None:
        self._settings.setValue("help/news", value)

    @property
    def geometry(self) -> bytes:
        """Where the window stood last, and whether it was maximised, in Qt's own form; nothing before the first time."""
        text = self._text("window/geometry", "")
        return bytes.fromhex(text) if text.isalnum() and len(text) % 2 == 0 else b""

    @geometry.setter
    def geometry(self, value: bytes) -> None:
        self._settings.setValue("window/geometry", value.hex())
        self._settings.sync()

    @property
    def export_folder(self) -> str:
        """Where files were written last, else the documents of the person: never beside the desk, where copies lie about."""
        last = self._text("export/folder", "")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return next((one for one in (last, documents) if one and Path(one).is_dir()), str(Path.home()))

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._settings.setValue("export/folder", value)

    def backup_place(self, desk_id: str) -> str:
        """Where copies of a desk go from this computer, or nothing. A desk carried elsewhere has other disks beside it."""
        return self._text(f"backup/{desk_id}", "")

    def set_backup_place(self, desk_id: str, place: str) -> None:
        """Remember it."""
        self._settings.setValue(f"backup/{desk_id}", place)
