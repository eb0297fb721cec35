"""The desk copied to another place, by hand or by itself, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.upkeep import known_files, numbers_of
from workstation.casework.backup import BackupRecord, BackupSettings, last_good
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.verification import EvidenceItem
from workstation.identity import new_id
from workstation.profile.case import Case
from workstation.store.backup.destination import judge_first, judged
from workstation.store.backup.making import CopyMade as CopyMade
from workstation.store.backup.making import Elsewhere, Named, Source, Step, make_copy
from workstation.store.backup.places import backup_keys, folder_of
from workstation.store.backup.rule import KeepRule
from workstation.store.keys import Keys
from workstation.store.server.file import is_on_server
from workstation.store.store import Store

EVERY: Final = timedelta(hours=20)
"""How old the last copy is when the window makes the next one by itself: once a working day, however early it begins."""
_MOST_KEPT: Final = 999


def settings_of(desk: Desk) -> BackupSettings:
    """How copies of this desk are kept; as usual until somebody changes it."""
    return next(iter(desk.store.find(BackupSettings)), BackupSettings("backup"))


def save_backup_settings(desk: Desk, settings: BackupSettings) -> None:
    """Keep them. Raises `Refused` (backup_count) for a number that is not between 1 (days) or 0 (weeks, months) and 999."""
    least = {"daily": 1, "weekly": 0, "monthly": 0, "remind_days": 1}
    refuse_if(
        Finding("backup_count", f"backup.{name}", {"least": str(low), "most": str(_MOST_KEPT)})
        for name, low in least.items()
        if not low <= getattr(settings, name) <= _MOST_KEPT
    )
    desk.store.save(settings)


def is_kept_in_files(desk: Desk) -> bool:
    """Whether there is anything to copy: a desk for pictures and tests lives in no file, nor on a server."""
    return not desk.store.is_in_memory or is_on_server(desk.folder)


def history(desk: Desk) -> tuple[BackupRecord, ...]:
    """Every try to copy the desk, the newest first."""
    return tuple(reversed(desk.store.find(BackupRecord)))


def desk_id(desk: Desk) -> str:
    """What the folder of this desk's copies is named by; the same for a desk restored from them."""
    return backup_keys(desk.vault.key).desk


def judge_place(desk: Desk, place: Path) -> tuple[Finding, ...]:
    """Advice about a place for copies; nothing is written. Raises `Refused` as `judged`."""
    return judged(place, desk.folder, backup_keys(desk.vault.key))[1]


def judge_first_place(place: Path, folder: Path) -> None:
    """Judge a place for the copies of a desk that is yet to be made in ``folder``. Raises `Refused` as `judge_first`."""
    judge_first(place, folder)


def is_due(desk: Desk) -> bool:
    """Whether it is time for the next copy."""
    now = desk.clock.now()
    last = last_good(history(desk), now)
    return last is None or now - last.at >= EVERY


def refuse_moved(desk: Desk, place: Path) -> None:
    """Raise `Refused` (backup_moved) for a place that held copies and holds none: another stick under the same name.

    Copying there without a word would leave a person with one copy who believes to have many.
    """
    known = any(one.place == str(place) and not one.problem for one in history(desk))
    if known and place.is_dir() and not folder_of(place, backup_keys(desk.vault.key)).root.is_dir():
        raise Refused(Finding("backup_moved", "backup.place", {"folder": str(place)}))


def backup_work(desk: Desk, place: Path) -> Callable[[Step], CopyMade]:
    """What copies the desk, on any thread and by a connection of its own; refusals as in `make_copy`.

    Raises `Refused` (backup_in_memory) for a desk that lives in no file.
    """
    if not is_kept_in_files(desk):
        raise Refused(Finding("backup_in_memory", "backup.place"))
    found = Keys(desk.store.key, desk.vault.key)
    source = Source(desk.folder, found, named, _elsewhere(desk, found))
    kept, now, today = settings_of(desk), desk.clock.now(), desk.clock.today()
    rule = KeepRule(kept.daily, kept.weekly, kept.monthly)
    return partial(make_copy, source, place, now, today, rule)


def _elsewhere(desk: Desk, found: Keys) -> Callable[[], AbstractContextManager[Elsewhere | None]]:
    if not is_on_server(desk.folder):
        return nullcontext
    from workstation.store.server.opening import elsewhere

    return partial(elsewhere, desk.folder, found, desk.clock)


def record_copy(desk: Desk, place: Path, made: CopyMade) -> BackupRecord:
    """Remember a copy that was proven."""
    manifest = made.manifest
    return _recorded(
        desk,
        place,
        name=made.folder.name,
        cases=manifest.cases,
        evidence=manifest.evidence,
        size=manifest.size,
        copied=made.copied,
        lacking=len(manifest.lacking),
    )


def record_failure(desk: Desk, place: Path, refused: Refused) -> BackupRecord:
    """Remember a copy that could not be made."""
    return _recorded(desk, place, problem=refused.findings[0].code)


def back_up(desk: Desk, place: Path, step: Step = lambda done, total: None) -> CopyMade:
    """Copy the desk now and remember it; a place that fails is remembered too. Refusals as in `backup_work`."""
    work = backup_work(desk, place)
    try:
        made = desk.compute(work, step)
    except Refused as refused:
        desk.run(record_failure, place, refused)
        raise
    desk.run(record_copy, place, made)
    return made


def named(store: Store) -> Named:
    """What a database names, for people by case number and file name."""
    files, items = known_files(store), 0
    for page in store.pages(EvidenceItem):
        numbers = numbers_of(store, {one.case_id for one in page})
        files.update((one.sha256, f"{numbers[one.case_id]} {one.file_name}") for one in page)
        items += len(page)
    return Named(files, sum(map(len, store.pages(Case))), items)


def _recorded(desk: Desk, place: Path, **facts: int | str) -> BackupRecord:
    record = BackupRecord(new_id(), desk.clock.now(), desk.agent, str(place), **facts)  # type: ignore[arg-type]  # by name
    desk.store.add(record)
    return record
