"""The people of a desk: who may open it, what they may do there, and their passphrases.

A passphrase takes a quarter of a second to stretch: what writes or tries one is a function to be run on any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hmac import compare_digest

from workstation.actions.desk import Desk
from workstation.casework.settings import DeskSettings
from workstation.casework.user import ALONE, USER_ROLES, User, Vouched, named
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import name_key, new_id
from workstation.store import keys
from workstation.store.keys import clean_name


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the desk. ``opens``: the key file has a slot for them; without one they need a passphrase first."""

    user: User
    opens: bool


def people(desk: Desk) -> tuple[Person, ...]:
    """Everybody who ever worked here, in the order they joined; on a desk that was never asked, nobody."""
    slots = _slots(desk)
    users = desk.store.find(User)
    return tuple(
        Person(user, not user.left_on and (name_key(user.name) in slots or (user is users[0] and "" in slots)))
        for user in users
    )


def supervisors(desk: Desk) -> tuple[str, ...]:
    """The names of those who may grant, waive and explain, and can prove here that they are present."""
    return tuple(one.user.name for one in people(desk) if one.opens and one.user.supervises)


def colleagues(desk: Desk) -> tuple[str, ...]:
    """The names of the others who may look at a proof as the second person."""
    return tuple(one.user.name for one in people(desk) if one.opens and one.user.works and one.user.id != desk.user.id)


def known_of(desk: Desk, name: str) -> tuple[str, ...]:
    """What anybody could know of a person of this desk, so that it guards nothing: names of theirs, of the desk and its folder."""
    return tuple(one for one in (name, desk.settings.desk_name, desk.folder.name) if one)


def claim(desk: Desk, name: str) -> User:
    """The only person of an older desk says who they are, once; the passphrase stays, and they are agent and supervisor.

    Raises `Refused`: person_exists (somebody did already), person_name_empty, person_name_long.
    """
    if desk.store.find(User):
        raise Refused(Finding("person_exists", FieldRef.PERSON_NAME, {"name": desk.user.name}))
    user = User(new_id(), clean_name(name), ALONE, desk.clock.today())
    desk.store.add(user)
    desk.store.save(replace(desk.store.find(DeskSettings)[0], agent=user.name))
    _name_the_first(desk)
    return user


def add_user(desk: Desk, name: str, roles: Sequence[str], passphrase: str | None = None) -> User:
    """Take a person in; who left before comes back under the same name. `passphrase_setting` then lets them open the desk.

    Raises `Refused`: person_name_empty, person_name_long, person_exists, roles_missing, viewer_alone, and, where the passphrase
    they are to have is named, passphrase_empty, passphrase_short.
    """
    refuse_if(_role_findings(roles))
    if passphrase is not None:
        keys.refuse_weak(passphrase, known_of(desk, name))
    if not desk.user.id:
        claim(desk, desk.user.name)
    _name_the_first(desk)
    known = named(desk.store.find(User), name := clean_name(name))
    if known is not None and not known.left_on:
        raise Refused(Finding("person_exists", FieldRef.PERSON_NAME, {"name": known.name}))
    user = replace(known or User(new_id(), name, ()), roles=_sorted(roles), joined_on=desk.clock.today(), left_on=None)
    desk.store.save(user)
    return user


def change_roles(desk: Desk, user_id: str, roles: Sequence[str]) -> User:
    """Give a person other roles. Raises `Refused`: roles_missing, viewer_alone, supervisor_last."""
    user = desk.store.get(User, user_id)
    refuse_if(_role_findings(roles))
    if "supervisor" not in roles:
        _refuse_last(desk, user)
    changed = replace(user, roles=_sorted(roles))
    desk.store.save(changed)
    return changed


def leave(desk: Desk, user_id: str) -> User:
    """A person leaves: their slot goes, their name stays on what they did. Old copies of the desk still open for them.

    Raises `Refused`: supervisor_last.
    """
    user = desk.store.get(User, user_id)
    _refuse_last(desk, user)
    gone = replace(user, left_on=desk.clock.today())
    desk.store.save(gone)
    if name_key(user.name) in _slots(desk):
        keys.remove_person(desk.folder, user.name)
    return gone


def passphrase_setting(desk: Desk, user_id: str, passphrase: str) -> Callable[[], None]:
    """What gives a person a passphrase somebody else chose, on any thread; `passphrase_set` then says so.

    Calling it raises `Refused`: passphrase_empty, passphrase_short, desk_busy.
    """
    desk.entitle("recovers")
    folder, mine, name = desk.folder, _keys(desk), desk.store.get(User, user_id).name
    guessed = known_of(desk, name)

    def work() -> None:
        keys.refuse_weak(passphrase, guessed)
        known = name_key(name) in map(name_key, keys.people(folder))
        (keys.set_passphrase if known else keys.add_person)(folder, mine, name, passphrase)

    return work


def passphrase_set(desk: Desk, user_id: str) -> None:
    """A person got a passphrase that somebody else knows: they are asked for another when they first open the desk."""
    desk.store.save(replace(desk.store.get(User, user_id), one_time=True))


def passphrase_change(desk: Desk, old: str, new: str) -> Callable[[], None]:
    """What changes the passphrase of the person signed in, on any thread; `passphrase_changed` then says so.

    Calling it raises `Refused`: passphrase_wrong, passphrase_empty, passphrase_short, passphrase_same, desk_busy.
    """
    folder, name, guessed = desk.folder, _own_slot(desk), known_of(desk, desk.agent)

    def work() -> None:
        if old == new:
            raise Refused(Finding("passphrase_same", FieldRef.PERSON_PASSPHRASE))
        keys.refuse_weak(new, guessed)
        keys.change_passphrase(folder, old, new, name)

    return work


def own_passphrase_setting(desk: Desk, new: str) -> Callable[[], None]:
    """What changes the passphrase of the person signed in, who has just proven the old one by opening the desk; on any thread.

    Calling it raises `Refused`: passphrase_empty, passphrase_short, desk_busy.
    """
    folder, mine, name, guessed = desk.folder, _keys(desk), _own_slot(desk), known_of(desk, desk.agent)

    def work() -> None:
        keys.refuse_weak(new, guessed)
        keys.set_passphrase(folder, mine, name, new)

    return work


def passphrase_changed(desk: Desk) -> None:
    """The person signed in has a passphrase that nobody else knows."""
    if desk.user.id:
        desk.store.save(replace(desk.store.get(User, desk.user.id), one_time=False))


def vouching(desk: Desk, name: str, passphrase: str) -> Callable[[], Vouched]:
    """What proves by a passphrase that a second person is here, on any thread; what they do then carries their name.

    Calling it raises `Refused`: passphrase_wrong. Raises `Refused` itself: person_unknown.
    """
    folder, master = desk.folder, _keys(desk).master
    user = named(desk.store.find(User), name)
    if user is None or not user.works:
        raise Refused(
            Finding("person_unknown", FieldRef.PERSON_NAME, {"name": name, "names": ", ".join(supervisors(desk))})
        )
    found = user

    def work() -> Vouched:
        if not compare_digest(keys.open_keys(folder, passphrase, found.name).master, master):
            raise Refused(Finding("passphrase_wrong", FieldRef.DESK_PASSPHRASE))
        return Vouched(found.name, found.roles)

    return work


def _keys(desk: Desk) -> keys.Keys:
    if desk.keys is None:
        raise RuntimeError("a desk that was opened without keys has no people")
    return desk.keys


def _own_slot(desk: Desk) -> str:
    """The name of the slot of the person signed in, which an older desk may not have."""
    return desk.user.name if name_key(desk.user.name) in _slots(desk) else _keys(desk).person


def _slots(desk: Desk) -> frozenset[str]:
    return frozenset(map(name_key, keys.people(desk.folder))) if desk.keys is not None else frozenset()


def _name_the_first(desk: Desk) -> None:
    """The slot of an older desk's person has no name; it gets one before there is a second person to be told apart from."""
    users = desk.store.find(User)
    if users and "" in _slots(desk):
        keys.name_person(desk.folder, users[0].name)


def _role_findings(roles: Sequence[str]) -> list[Finding]:
    if not roles or not set(roles) <= set(USER_ROLES):
        return [Finding("roles_missing", FieldRef.PERSON_ROLES)]
    return [Finding("viewer_alone", FieldRef.PERSON_ROLES)] if "viewer" in roles and len(set(roles)) > 1 else []


def _sorted(roles: Sequence[str]) -> tuple[str, ...]:
    return tuple(role for role in USER_ROLES if role in roles)


def _refuse_last(desk: Desk, user: User) -> None:
    """Somebody who can open the desk must be able to look after its people."""
    others = [one.user for one in people(desk) if one.opens and one.user.supervises and one.user.id != user.id]
    if user.supervises and not others:
        raise Refused(Finding("supervisor_last", FieldRef.PERSON_ROLES, {"name": user.name}))
