"""The desk as every action sees it: store, vault, packs and clock; made, opened, and the one way to run an action."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from workstation.actions.desk_files import DATABASE, UNFINISHED, VAULT
from workstation.actions.roles import Need, need_of
from workstation.casework.bank_form import BankForm
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.casework.settings import DeskSettings
from workstation.casework.user import ALONE, User, Vouched, signed_in
from workstation.dates import Clock, desk_time
from workstation.errors import Finding, Refused, StorageFailed
from workstation.event_log import EventLog
from workstation.evidence.verification import EvidenceItem
from workstation.field_ref import FieldRef
from workstation.identity import name_key, new_id
from workstation.policy.pack import Pack, packs
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.store import keys
from workstation.store.backup.recovery_words import open_by
from workstation.store.changes import Changes, everything
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.files import private_folder, remove_left_over, sync_folder, write_whole
from workstation.store.keys import HEADER, STANDARD, Cost, Keys
from workstation.store.lock import locked
from workstation.store.log_check import examined_log
from workstation.store.quarantine import Quarantined as Quarantined
from workstation.store.read_only import is_writable
from workstation.store.sharing.counters import Opened
from workstation.store.sharing.generation import header_opened, write_opened
from workstation.store.sharing.open_register import Opener, OpenRegister
from workstation.store.storage_errors import FAILING, FULL, READ_ONLY, storage_failed, told
from workstation.store.store import Store
from workstation.store.vault import Vault

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """One open desk. ``listeners`` hear the `Changes` of every action after its transaction is committed.

    ``user`` is the person signed in, and signs what is done here; roles are enforced here and nowhere else.
    ``readers`` read what people hand in; whoever opens the desk gives it those that work apart, and closing it ends them.
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        vault: Vault,
        packs: Mapping[str, Pack],
        clock: Clock,
        settings: DeskSettings,
        log: EventLog | None = None,
        keys: Keys | None = None,
        register: OpenRegister | None = None,
    ) -> None:
        self.folder, self.store, self.vault, self.keys = folder, store, vault, keys
        self._register = register
        self._revision = store.counters.revision
        store.counters.others_wrote()  # what was written before now is not news
        self.packs, self.clock = packs, clock
        self._vouched: Vouched | None = None
        self._sign_in(settings)
        self.log = log or EventLog()
        self.listeners: list[Callable[[Changes], None]] = []
        self.quarantined = Quarantined()
        self.readers: Readers = IN_PROCESS
        self.opening_findings: tuple[Finding, ...] = ()
        """What the person should know of how the desk was found."""

    @property
    def read_only(self) -> bool:
        """Whether the desk can only be read, because its medium or its folder takes no writes."""
        return self.store.read_only

    @property
    def agent(self) -> str:
        """The name that signs what is done here: that of the person signed in."""
        return self.user.name

    @property
    def supervisor(self) -> str:
        """The name under which a supervisor decides: who vouched on the spot, else the person signed in.

        Raises `Refused` (role_supervisor) where neither is one.
        """
        self.entitle("supervises")
        return self._vouched.name if self._vouched and "supervisor" in self._vouched.roles else self.user.name

    @property
    def witness(self) -> str:
        """The name of the second person who vouched on the spot, else that of the person signed in."""
        return self._vouched.name if self._vouched is not None else self.user.name

    @contextmanager
    def vouched_by(self, other: Vouched) -> Iterator[None]:
        """Inside, what asks for a supervisor or a second person is done by ``other``, who proved to be here."""
        before, self._vouched = self._vouched, other
        try:
            yield
        finally:
            self._vouched = before

    def entitle(self, need: Need) -> None:
        """Raise `Refused` where the person signed in may not: role_viewer, role_supervisor."""
        if need != "anybody" and not self.user.works:
            raise Refused(Finding("role_viewer", FieldRef.PERSON_ROLES, {"name": self.user.name}))
        vouched = self._vouched is not None and "supervisor" in self._vouched.roles
        if need == "supervises" and not vouched and not self.user.supervises:
            raise Refused(Finding("role_supervisor", FieldRef.PERSON_ROLES, {"name": self.user.name}))

    def run(self, action: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an action in one transaction and answer what it answers; an action that runs another shares its transaction.

        Raises `Refused` before anything happens when the person signed in may not run it: role_viewer, role_supervisor.
        """
        self.entitle(need_of(action))
        if self.store.in_transaction:
            return action(self, *args, **kwargs)
        with self.log.timed("action", action), self.store.transaction() as changes:
            answer = action(self, *args, **kwargs)
        if changes.kinds & {"DeskSettings", "User"}:
            self._sign_in(self.store.get(DeskSettings, self.settings.id))
        if changes:
            for listener in tuple(self.listeners):
                listener(changes)
        return answer

    def compute(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do work that may take seconds (building, hashing, drawing) on frozen values: before a transaction, never inside.

        Raises RuntimeError inside one: whoever else wants to write would wait for it, and give up after `WAIT_SECONDS`.
        """
        if self.store.in_transaction:
            raise RuntimeError("long work inside a transaction")
        with self.log.timed("compute", work):
            return work(*args, **kwargs)

    @property
    def others(self) -> tuple[Opener, ...]:
        """Who else has this desk open now. They may read and write as we do."""
        return self._register.others() if self._register else ()

    def enter(self, opener: Opener) -> None:
        """Write down who has it open."""
        if self._register is not None:
            self._register.enter(opener)

    def look(self) -> bool:
        """Whether another process wrote since the last look; if so listeners hear that anything may have changed, and where.

        Costs some microseconds when nobody did.
        """
        if self.store.in_transaction or not self.store.counters.others_wrote():
            return False
        since, self._revision = self._revision, self.store.counters.revision
        if since == self._revision:  # somebody only opened it
            return False
        self._sign_in(self.store.get(DeskSettings, self.settings.id))
        changes = everything(self.store.counters.cases_since(since))
        for listener in tuple(self.listeners):
            listener(changes)
        return True

    def _sign_in(self, settings: DeskSettings) -> None:
        """Find out who works here, and have the papers name them."""
        person, recovery = (self.keys.person, self.keys.recovery) if self.keys is not None else ("", False)
        self.user = signed_in(self.store.find(User), person, settings.agent, recovery=recovery)
        self.settings = replace(settings, agent=self.user.name)

    def close(self) -> None:
        """Shut the desk; nothing can be read afterwards."""
        self.listeners.clear()
        self.readers.close()
        self.store.close()
        if self._register is not None:
            self._register.leave()


def create_desk(folder: Path, passphrase: str, settings: DeskSettings, clock: Clock, cost: Cost = STANDARD) -> Desk:
    """Make a desk in a folder. Raises `Refused` as `new_desk_keys` and `make_desk`."""
    keys.refuse_weak(passphrase, (settings.desk_name, settings.agent, folder.name))
    return make_desk(folder, new_desk_keys(passphrase, cost, settings.agent), settings, clock)


def new_desk_keys(passphrase: str, cost: Cost = STANDARD, person: str = "") -> tuple[Keys, bytes]:
    """Keys for a new desk and the header that guards them for its first person; half a second of work, on any thread.

    Raises `Refused`: passphrase_empty, passphrase_short, passphrase_weak, person_name_long.
    """
    return keys.new_keys(passphrase, cost, person)


def make_desk(
    folder: Path, guarded: tuple[Keys, bytes], settings: DeskSettings, clock: Clock, log: EventLog | None = None
) -> Desk:
    """Make a desk in a folder (made when missing). The header file comes last: without it there is no desk yet.

    Raises `Refused`: desk_exists, desk_folder_unusable, desk_busy, and `StorageFailed`, after which there is still no desk.
    """
    fresh, header = guarded
    _make_folder(folder)
    with told(), locked(folder, WAIT_SECONDS):
        _refuse_existing(folder)
        write_whole(folder / UNFINISHED, header)
        store = Store.create(folder / DATABASE, fresh.database, clock)
        try:
            store.add(settings)
            store.add(User(new_id(), fresh.person or settings.agent, ALONE, clock.today()))
            desk = _desk(folder, fresh, store, clock, log)
            (folder / UNFINISHED).replace(folder / HEADER)
            sync_folder(folder)
            enter(desk)
        except BaseException:
            with suppress(OSError, Refused):
                store.close()
                (folder / HEADER).replace(folder / UNFINISHED)
            raise
        return desk


def open_desk(
    folder: Path,
    passphrase: str,
    clock: Clock,
    log: EventLog | None = None,
    person: str = "",
    *,
    accept_older: bool = False,
) -> Desk:
    """Open a desk, upgrading its database when it is older. Raises `Refused` as `desk_keys` and `open_with`."""
    return open_with(folder, desk_keys(folder, passphrase, person), clock, log, accept_older=accept_older)


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
    folder: Path, found: Keys, clock: Clock, log: EventLog | None = None, *, accept_older: bool = False
) -> Desk:
    """Open a desk by its keys, on the thread that will use it; the opening is counted in database and header.

    One whose medium or folder takes no writes is opened to be read (`Desk.read_only`).
    Raises `Refused`: desk_database_missing, desk_database_unreadable, desk_newer, `StorageFailed` (desk_busy, …), and
    desk_database_older when somebody put back an older database, unless ``accept_older``. Nothing was changed then.
    """
    path = folder / DATABASE
    try:
        with told(), locked(folder, WAIT_SECONDS):
            if is_writable(path) or not path.exists():
                remove_left_over(folder)
                left_over = examined_log(path)
                desk = _desk(folder, found, Store.open(path, found.database, clock), clock, log)
                desk.opening_findings = left_over
                return _entered(desk, accept_older)
    except StorageFailed as failed:
        if failed.findings[0].code != READ_ONLY:
            raise
    desk = _desk(folder, found, Store.open_to_read(path, found.database, clock), clock, log)
    return _entered(desk, accept_older)


def _entered(desk: Desk, accept_older: bool) -> Desk:
    """The desk once its opening is counted, where it can be; closed again when it must not be opened."""
    try:
        _refuse_older(desk, accept_older)
        if not desk.read_only:
            enter(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def open_for_work(
    folder: Path, found: Keys, clock: Clock, log: EventLog | None = None, *, accept_older: bool = False
) -> Desk:
    """Open a desk for a working day: as `open_with`, and what no record names is set aside first; ``desk.quarantined`` tells."""
    desk = open_with(folder, found, clock, log, accept_older=accept_older)
    try:
        if not desk.read_only:
            desk.quarantined = desk.run(quarantine_orphans)
    except BaseException:
        desk.close()
        raise
    return desk


def _refuse_older(desk: Desk, accept_older: bool) -> None:
    mine, header = desk.store.counters.opened, header_opened(desk.folder)
    if accept_older or mine.generation >= header.generation:
        return
    unknown = desk.vault.orphans(known_files(desk.store))
    figures = {"used": _moment(mine.used_at), "newer": _moment(header.used_at), "files": f"{len(unknown):,}"}
    raise Refused(Finding("desk_database_older", FieldRef.DESK_FOLDER, figures))


def _moment(iso: str) -> str:
    return desk_time(datetime.fromisoformat(iso)).strftime("%Y-%m-%d %H:%M") if iso else "-"


def enter(desk: Desk) -> None:
    """Count an opening, in the database first, and write down who has the desk open; call while its lock is held."""
    counters, now = desk.store.counters, desk.clock.now()
    last = max(counters.opened.generation, header_opened(desk.folder).generation)
    opened = Opened(last + 1, now.isoformat())
    with desk.store.transaction():
        counters.count_opening(opened)
    write_opened(desk.folder, opened)
    desk.enter(Opener(desk.agent, platform.node(), now))


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Guard the slot of the person signed in with another passphrase. Raises `Refused`: passphrase_wrong, passphrase_short …"""
    keys.refuse_weak(new, (desk.settings.desk_name, desk.settings.agent, desk.folder.name))
    with told():
        keys.change_passphrase(desk.folder, old, new, desk.keys.person if desk.keys else "")


def acting_supervisor(desk: Desk, named: str, field_ref: FieldRef) -> str:
    """The supervisor who is here. Raises `Refused`: role_supervisor, supervisor_elsewhere (``named`` is somebody else)."""
    here = desk.supervisor
    if named.strip() and name_key(named) != name_key(here):
        raise Refused(Finding("supervisor_elsewhere", field_ref, {"name": named.strip(), "here": here}))
    return here


def check_vault(desk: Desk) -> tuple[Finding, ...]:
    """Whether every evidence item and every paper that left the desk still has its file, whole."""
    return desk.vault.check(known_files(desk.store))


def quarantine_orphans(desk: Desk) -> Quarantined:
    """Set aside what the vault holds and no record names, and bring back what one names again. Run it by `Desk.run`."""
    with desk.store.transaction():
        return desk.vault.quarantine(known_files(desk.store), desk.clock.today())


def known_files(store: Store) -> dict[str, str]:
    """Content hash → name of every file that a record speaks of."""
    items = dict(store.texts(EvidenceItem, "sha256", "file_name"))
    printed = {sha: f"{bank} {kind}".strip() for sha, bank, kind in store.texts(PrintRecord, "sha256", "bank", "kind")}
    forms = dict(store.texts(BankForm, "sha256", "file_name"))
    return forms | items | printed | {one.sha256: f"{one.bank} {one.version}" for one in store.find(PrintedPacket)}


def _desk(folder: Path, found: Keys, store: Store, clock: Clock, log: EventLog | None) -> Desk:
    try:
        settings = store.find(DeskSettings)
        if not settings:
            raise StorageFailed(
                Finding("desk_row_unreadable", "desk_settings", {"records": "desk_settings", "key": ""})
            )
        vault = Vault(folder / VAULT, found.vault, read_only=store.read_only)
        register = OpenRegister(folder, found.vault)
        desk = Desk(folder, store, vault, packs(), clock, settings[0], log, found, register)
        if desk.user.left_on:
            raise Refused(Finding("person_left", FieldRef.PERSON_NAME, {"name": desk.user.name}))
        return desk
    except BaseException:
        with suppress(Refused):
            store.close()
        raise


def _make_folder(folder: Path) -> None:
    try:
        private_folder(folder)
    except OSError as error:
        failed = storage_failed(error)
        if failed is not None and failed.findings[0].code in (FULL, FAILING):
            raise failed from error
        raise Refused(Finding("desk_folder_unusable", FieldRef.DESK_FOLDER, {"folder": str(folder)})) from error


def _refuse_existing(folder: Path) -> None:
    """A header still bearing its working name is a desk whose making was cut short: nobody worked at it, so begin anew."""
    if (folder / HEADER).exists():
        raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": HEADER}))
    if (folder / UNFINISHED).exists():
        for file in folder.glob(DATABASE + "*"):
            file.unlink()
    if (folder / DATABASE).exists():
        raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": DATABASE}))
