"""The ways into a desk that is there: by a passphrase, for a working day, to be read; and the passphrase itself."""

from __future__ import annotations

import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.desk_files import DATABASE, UNFINISHED, VAULT
from workstation.actions.upkeep import named_contents, quarantine_orphans, set_aside_later
from workstation.casework.settings import DeskSettings
from workstation.dates import Clock, desk_time
from workstation.errors import Finding, Refused, StorageFailed
from workstation.event_log import EventLog
from workstation.field_ref import FieldRef
from workstation.policy.pack import packs
from workstation.store import keys
from workstation.store.backup.recovery_words import open_by
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.files import remove_left_over
from workstation.store.keys import HEADER, Keys
from workstation.store.ledger.head import Head
from workstation.store.ledger.judging import head_finding
from workstation.store.ledger.ledger import OLDER_ACCEPTED, Act
from workstation.store.listing.projection import Seen, unseen
from workstation.store.lock import locked
from workstation.store.log_check import examined_log
from workstation.store.quarantine import Quarantined as Quarantined
from workstation.store.read_only import is_writable
from workstation.store.server.file import is_on_server
from workstation.store.sharing.counters import Opened
from workstation.store.sharing.generation import LastKnown, last_known, write_opened, write_revision
from workstation.store.sharing.open_register import Opener, OpenRegister
from workstation.store.storage_errors import FULL, READ_ONLY, told
from workstation.store.store import Store
from workstation.store.vault import Vault


def open_desk(
    folder: Path,
    passphrase: str,
    clock: Clock,
    log: EventLog | None = None,
    person: str = "",
    *,
    accept_older: bool = False,
    seen: Seen = unseen,
) -> Desk:
    """Open a desk, upgrading its database when it is older. Raises `Refused` as `desk_keys` and `open_with`."""
    return open_with(folder, desk_keys(folder, passphrase, person), clock, log, accept_older=accept_older, seen=seen)


def desk_people(folder: Path) -> tuple[str, ...]:
    """The login names by which a desk opens; none where there is no desk, or its key file cannot be read. Only reads."""
    try:
        return tuple(name for name in keys.people(folder) if name)
    except (Refused, OSError):
        return ()


def desk_keys(folder: Path, passphrase: str, person: str = "") -> Keys:
    """The keys of a desk for one of its people; half a second of work, on any thread. Only reads.

    Raises `Refused`: desk_missing, passphrase_wrong, person_unknown, desk_header_missing, desk_header_damaged.
    """
    with told():
        unfinished = (folder / UNFINISHED).exists() or not (folder / DATABASE).exists()
        if not (folder / HEADER).exists() and unfinished:
            raise Refused(Finding("desk_missing", FieldRef.DESK_FOLDER, {"folder": str(folder)}))
        return open_by(folder, passphrase, person)


def open_with(
    folder: Path,
    found: Keys,
    clock: Clock,
    log: EventLog | None = None,
    *,
    accept_older: bool = False,
    seen: Seen = unseen,
) -> Desk:
    """Open a desk by its keys, on the thread that will use it; the opening is counted in database and header.

    ``seen`` hears how many cases of all the list has, where it is made anew after an upgrade, and may stop that by raising: it goes
    on at the next opening.

    One whose medium or folder takes no writes, or whose disk is full, is opened to be read (`Desk.read_only`).
    Raises `Refused`: desk_database_missing, desk_database_unreadable, desk_newer, desk_needs_version, `StorageFailed`, and
    desk_database_older when somebody put back an older database, unless ``accept_older``. Nothing was changed then.
    """
    path, refusal = folder / DATABASE, READ_ONLY
    with told():
        known = last_known(folder)
    if is_on_server(folder):
        with told(), locked(folder, WAIT_SECONDS):
            return _entered(_on_server(folder, found, clock, log), known, accept_older)
    try:
        with told(), locked(folder, WAIT_SECONDS):
            if is_writable(path) or not path.exists():
                remove_left_over(folder)
                left_over = examined_log(path)
                desk = desk_over(folder, found, Store.open(path, found.database, clock, seen=seen), clock, log)
                desk.opening_findings = left_over
                return _entered(desk, known, accept_older)
    except StorageFailed as failed:
        refusal = failed.findings[0].code
        if refusal not in (READ_ONLY, FULL):
            raise
    desk = desk_over(folder, found, Store.open_to_read(path, found.database, clock, refusal), clock, log)
    return _entered(desk, known, accept_older)


def _on_server(folder: Path, found: Keys, clock: Clock, log: EventLog | None) -> Desk:
    try:
        from workstation.store.server.opening import opened
    except ImportError as error:  # a desk that works alone has no code for any connection
        raise Refused(Finding("server_extra_missing", FieldRef.DESK_SERVER)) from error
    store, vault, register = opened(folder, found, clock)
    return desk_over(folder, found, store, clock, log, (vault, register))


def _entered(desk: Desk, known: LastKnown, accept_older: bool) -> Desk:
    """The desk once its opening is counted, where it can be; closed again when it must not be opened."""
    try:
        if not accept_older:
            _refuse_older(desk, known)
            desk.opening_findings += _log_findings(desk, known.head)
        elif not desk.read_only:
            _accept_older(desk, known.head)
        if not desk.read_only:
            enter(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def open_for_work(
    folder: Path,
    found: Keys,
    clock: Clock,
    log: EventLog | None = None,
    *,
    accept_older: bool = False,
    seen: Seen = unseen,
) -> Desk:
    """Open a desk for a working day: as `open_with`. What no record names is to be set aside by ``desk.upkeep``, on any thread.

    Beside an older database that was put back it is done at once, and ``desk.quarantined`` tells.
    """
    desk = open_with(folder, found, clock, log, accept_older=accept_older, seen=seen)
    try:
        if desk.read_only:
            return desk
        if accept_older or (desk.store.is_in_memory and not is_on_server(folder)):
            desk.quarantined = desk.run(quarantine_orphans)
        else:
            desk.upkeep = set_aside_later(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def _refuse_older(desk: Desk, known: LastKnown) -> None:
    """A log that lost its end is told as that (`Desk.opening_findings`), and nobody put anything back."""
    mine, changes = desk.store.counters.opened, desk.store.counters.revision
    if mine.generation >= known.generation and (changes >= known.revision or desk.opening_findings):
        return
    unknown = desk.vault.orphans(named_contents(desk.store))
    figures = {"used": _moment(mine.used_at), "newer": _moment(known.at), "files": f"{len(unknown):,}"}
    raise Refused(Finding("desk_database_older", FieldRef.DESK_FOLDER, figures))


def _log_findings(desk: Desk, known: Head) -> tuple[Finding, ...]:
    """A log that is shorter than the files beside the database know, or another one. One that a crash cut was told already."""
    if desk.opening_findings or desk.store.ledger.bears(known):
        return ()
    return (head_finding(known, desk.store.ledger.head),)


def _accept_older(desk: Desk, known: Head) -> None:
    """Whoever works on with an older database puts down which entries it lacks."""
    if not desk.store.ledger.bears(known):
        with desk.store.transaction():
            desk.store.ledger.note(Act(desk.agent, action=OLDER_ACCEPTED), known)


def _moment(iso: str) -> str:
    """To the second: the copy may have been made this very minute."""
    return desk_time(datetime.fromisoformat(iso)).strftime("%Y-%m-%d %H:%M:%S") if iso else "-"


def enter(desk: Desk) -> None:
    """Count an opening, in the database first, and write down who has the desk open; call while its lock is held.

    Raises `Refused` as `last_known`, and `StorageFailed`.
    """
    write_opened(desk.folder, count_opening(desk, last_known(desk.folder)), desk.store.ledger.head)


def count_opening(desk: Desk, known: LastKnown) -> Opened:
    """Count an opening in the database and write down who has the desk open; ``known`` as the files beside the database have it."""
    counters, now = desk.store.counters, desk.clock.now()
    opened = Opened(max(counters.opened.generation, known.generation) + 1, now.isoformat())
    with desk.store.transaction():
        counters.count_opening(opened, known.revision)
    desk.store.committed(counters.revision)
    desk.enter(Opener(desk.agent, platform.node(), now))
    return opened


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Guard the slot of the person signed in with another passphrase. Raises `Refused`: passphrase_wrong, passphrase_short …"""
    keys.refuse_weak(new, (desk.settings.desk_name, desk.settings.agent, desk.folder.name))
    with told():
        keys.change_passphrase(desk.folder, old, new, desk.keys.person if desk.keys else "")


def desk_over(
    folder: Path,
    found: Keys,
    store: Store,
    clock: Clock,
    log: EventLog | None,
    beside: tuple[Vault, OpenRegister] | None = None,
) -> Desk:
    """The desk over an open store; ``beside`` it: what lies elsewhere than in the folder. Shut again when nobody may work there.

    Raises `Refused` (person_left) and `StorageFailed`.
    """
    try:
        settings = store.find(DeskSettings)
        if not settings:
            raise StorageFailed(
                Finding("desk_row_unreadable", "desk_settings", {"records": "desk_settings", "key": ""})
            )
        store.committed = lambda revision: write_revision(folder, revision, store.ledger.last)
        vault, register = beside or (
            Vault(folder / VAULT, found.vault, read_only=store.read_only),
            OpenRegister(folder, found.vault),
        )
        desk = Desk(folder, store, vault, packs(), clock, settings[0], log, found, register)
        if desk.user.left_on:
            raise Refused(Finding("person_left", FieldRef.PERSON_NAME, {"name": desk.user.name}))
        return desk
    except BaseException:
        with suppress(Refused):
            store.close()
        raise
