"""Copies of a desk looked through and made a desk again, without any desk open; works on any thread."""

from __future__ import annotations

from pathlib import Path

from workstation.actions.backup.copying import named
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.store.backup import restoring
from workstation.store.backup.making import Step
from workstation.store.backup.reading import CopiesFound as CopiesFound
from workstation.store.backup.reading import CopyFound as CopyFound
from workstation.store.backup.reading import CopyState as CopyState
from workstation.store.backup.reading import check_copies as check_copies
from workstation.store.backup.reading import find_copies as find_copies
from workstation.store.backup.recovery_words import open_by
from workstation.store.backup.restoring import Restored as Restored


def copies_in(place: Path, passphrase: str, person: str = "") -> CopiesFound:
    """The copies in a place, or in the one that holds a copy named by itself; refusals as in `find_copies`.

    ``passphrase``: as for the desk, the words of its recovery key among them.
    """
    return find_copies(place, lambda folder: open_by(folder, passphrase, person))


def chosen_copy(found: CopiesFound, place: Path) -> CopyFound:
    """The copy that a path names, else the newest that is not damaged. Raises `Refused` (backup_none)."""
    for copy in found.copies:
        if copy.folder == place.absolute() or copy.folder == place:
            return copy
    usable = [copy for copy in found.copies if copy.state is not CopyState.DAMAGED]
    if not usable:
        raise Refused(Finding("backup_none_whole", "backup.place", {"folder": str(place)}))
    return usable[0]


def restore_desk(
    found: CopiesFound, copy: CopyFound, folder: Path, clock: Clock, step: Step = lambda done, total: None
) -> Restored:
    """Make a desk of a copy in a new folder; refusals as in `restoring.restore`."""
    return restoring.restore(found, copy.folder, folder, named, clock, step)
