"""The desk as every action sees it: store, vault, packs and clock; made, opened, and the one way to run an action."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from workstation.actions.roles import Need, need_of
from workstation.casework.settings import DeskSettings
from workstation.casework.user import User, Vouched, signed_in
from workstation.dates import Clock
from workstation.errors import Finding, Refused, ServerAway, StorageFailed
from workstation.event_log import EventLog, name_of
from workstation.field_ref import FieldRef
from workstation.identity import name_key
from workstation.policy.pack import Pack
from workstation.policy.versions import key_of, pack_id, version, versions
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.store.changes import MOST_CASES, Changes, everything
from workstation.store.keys import Keys
from workstation.store.ledger.ledger import Act
from workstation.store.quarantine import Quarantined as Quarantined
from workstation.store.sharing.counters import PEOPLE
from workstation.store.sharing.open_register import Opener, OpenRegister
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
        store.counters.news()  # what was written before now is not
        self.packs, self.clock = packs, clock
        self._vouched: Vouched | None = None
        self._sign_in(settings)
        store.ledger.signer = lambda: self.agent
        self.log = log or EventLog()
        self.listeners: list[Callable[[Changes], None]] = []
        self.quarantined = Quarantined()
        self.upkeep: Callable[[], Quarantined] = Quarantined
        """What is to be done beside the work once the desk is open."""
        self.readers: Readers = IN_PROCESS
        self.opening_findings: tuple[Finding, ...] = ()
        """What the person should know of how the desk was found."""

    def pack_of(self, key: str) -> Pack:
        """The version of a pack that a case names. Raises `Refused` (pack_version_unknown) where this program does not have it."""
        found = version(key, self.packs)
        if found is None:
            known = ", ".join(key_of(one) for one in versions(pack_id(key), self.packs)) or ", ".join(
                sorted(self.packs)
            )
            raise Refused(Finding("pack_version_unknown", FieldRef.CASE_PACK, {"pack": key, "known": known}))
        return found

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

    @property
    def recovered(self) -> bool:
        """Whether the desk was opened by its recovery key, in place of a passphrase that is forgotten."""
        return self.keys is not None and self.keys.recovery

    def entitle(self, need: Need) -> None:
        """Raise `Refused` where the person signed in may not: role_viewer, role_supervisor."""
        if need == "recovers" and self.recovered:
            return
        if need != "anybody" and not self.user.works:
            raise Refused(Finding("role_viewer", FieldRef.PERSON_ROLES, {"name": self.user.name}))
        vouched = self._vouched is not None and "supervisor" in self._vouched.roles
        if need in ("supervises", "recovers") and not vouched and not self.user.supervises:
            raise Refused(Finding("role_supervisor", FieldRef.PERSON_ROLES, {"name": self.user.name}))

    def run(self, action: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an action in one transaction and answer what it answers; an action that runs another shares its transaction.

        Raises `Refused` before anything happens when the person signed in may not run it: role_viewer, role_supervisor.
        """
        self.entitle(need_of(action))
        if self.store.in_transaction:
            return action(self, *args, **kwargs)
        name = name_of(action)
        with self.log.timed("action", name), self.store.transaction(self._act(name)) as changes:
            answer = action(self, *args, **kwargs)
        if changes.kinds & PEOPLE:
            with suppress(ServerAway):  # what was done is kept; who works here is read again once the server answers
                self._sign_in(self.store.get(DeskSettings, self.settings.id))
        if changes:
            self._tell(changes)
        return answer

    def _act(self, name: str) -> Act:
        return Act(self.agent, self._vouched.name if self._vouched is not None else "", name)

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

    def at(self, case_id: str) -> None:
        """Let other workstations know which case is open here, empty for none; told on a server only."""
        if self._register is not None:
            self._register.at(case_id)

    def let_nobody_wait(self) -> None:
        """For a window: whoever asks is told at once that a server is away; `Store.answers` is asked in the background."""
        self.store.let_nobody_wait()
        self.vault.let_nobody_wait()

    def look(self) -> bool:
        """Whether another process wrote since the last look; if so listeners hear that anything may have changed, and where.

        Costs some microseconds when nobody did.
        """
        if self.store.in_transaction:
            return False
        try:
            news = self.store.counters.news(MOST_CASES + 1)
            if news is None:
                return False
            if news.people:
                self._sign_in(self.store.get(DeskSettings, self.settings.id))
        except StorageFailed:  # a server that is lost in this very moment; the news stay news
            return False
        self._tell(everything(news.cases))
        return True

    def tell_anew(self) -> None:
        """Listeners hear that anything may have changed, since some could not read what they heard of. Raises `StorageFailed`."""
        self._sign_in(self.store.get(DeskSettings, self.settings.id))
        self._tell(everything(None))

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self.listeners):
            listener(changes)

    def _sign_in(self, settings: DeskSettings) -> None:
        """Find out who works here, and have the papers name them."""
        person, recovery = (self.keys.person, self.keys.recovery) if self.keys is not None else ("", False)
        self.user = signed_in(self.store.find(User), person, settings.agent, recovery=recovery)
        self.settings = replace(settings, agent=self.user.name)

    @contextmanager
    def beside(self) -> Iterator[Desk]:
        """This desk on a connection of its own, for long work on another thread; what that writes is news to `look` here.

        A desk in memory, or one that is only read, has no second connection and is handed out itself.
        """
        store = self.store.another()
        if store is self.store:
            yield self
            return
        try:
            other = Desk(self.folder, store, self.vault, self.packs, self.clock, self.settings, self.log, self.keys)
            other.readers = self.readers
            yield other
        finally:
            store.close()

    def close(self) -> None:
        """Shut the desk; nothing can be read afterwards."""
        self.listeners.clear()
        self.readers.close()
        if self._register is not None:
            self._register.leave()
        self.vault.close()
        self.store.close()


def acting_supervisor(desk: Desk, named: str, field_ref: FieldRef) -> str:
    """The supervisor who is here. Raises `Refused`: role_supervisor, supervisor_elsewhere (``named`` is somebody else)."""
    here = desk.supervisor
    if named.strip() and name_key(named) != name_key(here):
        raise Refused(Finding("supervisor_elsewhere", field_ref, {"name": named.strip(), "here": here}))
    return here
