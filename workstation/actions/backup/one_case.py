"""One case brought back from a copy into the open desk: compared first, then merged with what a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from workstation.actions.backup.copying import desk_id
from workstation.actions.backup.restoring import CopiesFound, CopyFound, find_copies
from workstation.actions.desk import Desk
from workstation.actions.transfer import merging
from workstation.actions.transfer.merge_plan import Merged, MergePlan
from workstation.errors import Damaged, Finding, Refused, refuse_if
from workstation.profile.case import Case
from workstation.store.backup.database_copy import is_sound
from workstation.store.backup.disk_errors import copying_to
from workstation.store.backup.making import Step
from workstation.store.backup.places import DATABASE, PREFIX
from workstation.store.keys import Keys
from workstation.store.listing.case_line import CaseLine as CaseLine
from workstation.store.listing.wanted import EVERY_CASE
from workstation.store.store import Store
from workstation.store.transfer.content import CaseContent, collect, files_of
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class CopiedCase:
    """A case as a copy holds it, with the vault of the copies for its files."""

    content: CaseContent
    vault: Vault


def own_copies(desk: Desk, place: Path) -> Callable[[], CopiesFound]:
    """What looks for copies of this very desk in a place, on any thread; whoever has it open needs no passphrase for them.

    Calling it raises `Refused` as `find_copies`, backup_none also where there are only copies of other desks.
    """
    keys, folder = Keys(desk.store.key, desk.vault.key), PREFIX + desk_id(desk)

    def opened(copy: Path) -> Keys:
        if copy.parent.parent.name != folder:
            raise Refused(Finding("backup_none", "backup.place", {"folder": str(place)}))
        return keys

    return partial(find_copies, place, opened)


def cases_in(found: CopiesFound, copy: CopyFound) -> tuple[CaseLine, ...]:
    """The cases of a copy as a list shows them, the last changed first. Works on any thread; the copy is only read.

    Raises `Refused`: backup_database_damaged, desk_newer.
    """
    with _brought(found, copy) as store:
        return store.case_lines(only=EVERY_CASE)


def read_case(found: CopiesFound, copy: CopyFound, name: str) -> CopiedCase:
    """A case of a copy by its number or id, brought to the schema of today. Works on any thread; the copy is only read.

    Raises `Refused`: backup_database_damaged, case_unknown, desk_newer.
    """
    with _brought(found, copy) as store:
        cases = store.find(Case, number=name) or store.find(Case, id=name)
        if not cases:
            raise Refused(Finding("case_unknown", name, {"case": name}))
        content = collect(store, cases[0].id)
    return CopiedCase(content, Vault(found.folder.vault, found.keys.vault, read_only=True))


def plan_case(desk: Desk, case: CopiedCase) -> MergePlan:
    """What bringing it back would do; changes nothing. Refusals as in `merging.plan_merge`."""
    return merging.plan_merge(desk, case.content)


def files_taking(desk: Desk, case: CopiedCase, plan: MergePlan) -> Callable[[Step], int]:
    """What takes the files of a planned case into the vault, on any thread; it answers how many were new here.

    Calling it raises `Refused`: restore_file_lacking for each file that the copy does not hold whole; what was taken in before is
    set aside by the next check.
    """
    vault, files = desk.vault, files_of(plan.added)

    def work(step: Step) -> int:
        taken, lacking = 0, []
        for number, one in enumerate(files):
            step(number, len(files))
            try:
                taken += merging.take_in_files(vault, (one,), case.vault.stream)
            except Damaged:
                lacking.append(one.name)
        step(len(files), max(1, len(files)))
        refuse_if(Finding("restore_file_lacking", "backup.place", {"file": name}) for name in lacking)
        return taken

    return work


def bring_back_taken(desk: Desk, case: CopiedCase, plan: MergePlan, chosen: Collection[str] = frozenset()) -> Merged:
    """Merge a case whose files were taken in. Run it by `Desk.run`. ``chosen``: conflicts in which the copy is right.

    Raises `Refused` as `merging.merge`.
    """
    return merging.merge(desk, case.content, plan, chosen)


def bring_back(desk: Desk, case: CopiedCase, plan: MergePlan, chosen: Collection[str] = frozenset()) -> Merged:
    """Take its files into the vault, then merge; refusals as in `files_taking` and `bring_back_taken`."""
    desk.compute(files_taking(desk, case, plan), lambda done, total: None)
    return desk.run(bring_back_taken, case, plan, chosen)


@contextmanager
def _brought(found: CopiesFound, copy: CopyFound) -> Iterator[Store]:
    """The database of a copy, upgraded where it is older, in a folder that goes afterwards; its pages stay encrypted."""
    source = copy.folder / DATABASE
    with TemporaryDirectory(prefix="concord-") as folder:
        database = Path(folder) / DATABASE
        with copying_to(found.folder.root):
            if not source.is_file() or not is_sound(source, found.keys.database):
                raise Refused(Finding("backup_database_damaged", "backup.place", {"copy": copy.folder.name}))
            copyfile(source, database)
        store = Store.open(database, found.keys.database)
        try:
            yield store
        finally:
            store.close()
