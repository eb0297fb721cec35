"""The recovery sheet and the recovery key: words that open the desk, shown once and never kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workstation import __version__
from workstation.actions.backup.copying import desk_id, history
from workstation.actions.desk import Desk
from workstation.casework.backup import BackupRecord
from workstation.dates import desk_time
from workstation.documents.packet.build import Packet
from workstation.documents.papers.recovery_sheet import RecoveryFigures, build_recovery_sheet
from workstation.store import keys
from workstation.store.backup.places import PREFIX
from workstation.store.backup.recovery_words import new_recovery, open_by
from workstation.store.keys import HEADER, Keys


@dataclass(frozen=True, slots=True)
class NewRecovery:
    """A recovery key that opens nothing yet: `recovery_keeper` makes it do so. The form for people never shows it."""

    words: tuple[str, ...]
    recovery: bytes
    guarded: Keys

    def __repr__(self) -> str:
        return "NewRecovery(…)"


def has_recovery(desk: Desk) -> bool:
    """Whether some recovery key opens the desk; none opens one that lives in no file."""
    return (desk.folder / HEADER).exists() and keys.has_recovery(desk.folder)


def recovery_maker(desk: Desk, passphrase: str) -> Callable[[], NewRecovery]:
    """What makes a fresh recovery key for a supervisor who proves to be here, on any thread; nothing opens by it yet.

    Calling it raises `Refused`: passphrase_wrong …
    """
    desk.entitle("supervises")
    folder, person = desk.folder, desk.keys.person if desk.keys is not None else ""

    def work() -> NewRecovery:
        guarded = open_by(folder, passphrase, person)
        recovery, words = new_recovery()
        return NewRecovery(words, recovery, guarded)

    return work


def recovery_keeper(desk: Desk, made: NewRecovery) -> Callable[[], None]:
    """What lets the words open the desk from now on, on any thread; those of an earlier key do so no more."""
    desk.entitle("supervises")
    folder = desk.folder
    return lambda: keys.set_recovery(folder, made.guarded, made.recovery)


def recovery_sheet(desk: Desk, words: tuple[str, ...] = ()) -> Packet:
    """The sheet to be printed, in the language of the desk."""
    settings = desk.settings
    return build_recovery_sheet(
        RecoveryFigures(
            settings.language,
            settings.desk_name,
            desk.agent,
            str(desk.folder),
            PREFIX + desk_id(desk),
            __version__,
            desk.clock.today().isoformat(),
            _places(history(desk)),
            words,
        )
    )


def _places(records: tuple[BackupRecord, ...]) -> tuple[tuple[str, str], ...]:
    """Each place with its last good copy, the newest first."""
    found: dict[str, str] = {}
    for one in records:
        if not one.problem:
            found.setdefault(one.place, desk_time(one.at).date().isoformat())
    return tuple(found.items())[:3]
