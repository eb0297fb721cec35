"""One case brought back from a copy into the open desk: compared first, then merged with what a person chooses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from workstation.actions.backup.restoring import CopiesFound, CopyFound
from workstation.actions.desk import Desk
from workstation.actions.transfer import merging
from workstation.actions.transfer.merge_plan import Merged, MergePlan
from workstation.errors import Finding, Refused
from workstation.profile.case import Case
from workstation.store.backup.database_copy import is_sound
from workstation.store.backup.places import DATABASE
from workstation.store.keys import Keys
from workstation.store.store import Store
from workstation.store.transfer.content import CaseContent, collect, files_of
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class CopiedCase:
    """A case as a copy holds it, with the vault of the copies for its files."""

    content: CaseContent
    vault: Vault


def read_case(found: CopiesFound, copy: CopyFound, name: str) -> CopiedCase:
    """A case of a copy by its number or id, brought to the schema of today. Works on any thread; the copy is only read.

    Raises `Refused`: backup_database_damaged, case_unknown, desk_newer.
    """
    with TemporaryDirectory(prefix="concord-") as folder:  # holds what the copy holds: encrypted pages
        database = Path(folder) / DATABASE
        _brought(copy.folder, database, found.keys)
        store = Store.open(database, found.keys.database)
        try:
            cases = store.find(Case, number=name) or store.find(Case, id=name)
            if not cases:
                raise Refused(Finding("case_unknown", name, {"case": name}))
            content = collect(store, cases[0].id)
        finally:
            store.close()
    return CopiedCase(content, Vault(found.folder.vault, found.keys.vault))


def plan_case(desk: Desk, case: CopiedCase) -> MergePlan:
    """What bringing it back would do; changes nothing. Refusals as in `merging.plan_merge`."""
    return merging.plan_merge(desk, case.content)


def bring_back(desk: Desk, case: CopiedCase, plan: MergePlan, chosen: Collection[str] = frozenset()) -> Merged:
    """Take its files into the vault, then merge. ``chosen``: names of the conflicts in which the copy is right.

    Raises `Refused` as `merging.merge`, and file_changed for a file of the copy that is not whole.
    """
    desk.compute(merging.take_in_files, desk.vault, files_of(plan.added), case.vault.stream)
    return desk.run(merging.merge, case.content, plan, chosen)


def _brought(copy: Path, target: Path, keys: Keys) -> None:
    damaged = Refused(Finding("backup_database_damaged", "backup.place", {"copy": copy.name}))
    if not (copy / DATABASE).is_file() or not is_sound(copy / DATABASE, keys.database):
        raise damaged
    copyfile(copy / DATABASE, target)
