"""The people of a desk on the command line: take one in, list them, have one leave, set a passphrase."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from workstation.actions import people
from workstation.actions.desk import Desk
from workstation.casework.user import User, named
from workstation.cli.answers import Answer
from workstation.cli.passphrase import read_passphrase
from workstation.errors import Finding, Refused
from workstation.identity import name_key
from workstation.wording import Wording


def user_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take a person in with a passphrase that they change when they first work here."""
    passphrase = _new_passphrase(given)
    user = desk.run(people.add_user, given.name, tuple(given.role) or ("agent",), passphrase)
    people.passphrase_setting(desk, user.id, passphrase)()
    desk.run(people.passphrase_set, user.id)
    return _line(_person(desk, user.name))


def user_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Everybody who works or worked here; the one person of an older desk stands for themselves."""
    found = people.people(desk) or (people.Person(desk.user, True),)
    return {"users": [_line(person) for person in found], "signed_in": desk.user.name}


def user_leave(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A person leaves; old copies of the desk still open with their passphrase."""
    user = _person(desk, given.name).user
    return _line(people.Person(desk.run(people.leave, user.id), False)) | {"old_copies_still_open": True}


def user_passphrase(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The person signed in chooses another passphrase; a supervisor sets that of somebody else, who then changes it."""
    new = _new_passphrase(given)
    if name_key(given.name) == name_key(desk.user.name):
        people.own_passphrase_setting(desk, new)()
        desk.run(people.passphrase_changed)
    else:
        user = _person(desk, given.name).user
        people.passphrase_setting(desk, user.id, new)()
        desk.run(people.passphrase_set, user.id)
    return {"name": given.name, "changed": True}


def refuse_one_time(desk: Desk, given: argparse.Namespace) -> None:
    """Raise `Refused` (passphrase_one_time) for any other command while somebody else knows the passphrase."""
    if desk.user.one_time and (given.command, given.verb) != ("user", "passphrase"):
        raise Refused(Finding("passphrase_one_time", "--passphrase-file", {"name": desk.user.name}))


def _person(desk: Desk, name: str) -> people.Person:
    known = people.people(desk)
    user = named((person.user for person in known), name)
    if user is None or user.left_on:
        names = ", ".join(person.user.name for person in known if not person.user.left_on) or desk.user.name
        raise Refused(Finding("person_unknown", "name", {"name": name, "names": names}))
    return next(person for person in known if person.user.id == user.id)


def _line(person: people.Person) -> dict[str, object]:
    user: User = person.user
    return {
        "name": user.name,
        "roles": list(user.roles),
        "joined_on": user.joined_on and user.joined_on.isoformat(),
        "left_on": user.left_on and user.left_on.isoformat(),
        "opens": person.opens,
        "one_time_passphrase": user.one_time,
    }


def _new_passphrase(given: argparse.Namespace) -> str:
    if given.new_passphrase_file:
        return read_passphrase(Path(given.new_passphrase_file))
    if not sys.stdin.isatty():
        raise Refused(Finding("passphrase_needed", "--new-passphrase-file"))
    new = getpass.getpass("New passphrase: ")
    if new != getpass.getpass("Repeat it: "):
        raise Refused(Finding("passphrase_differs", "--new-passphrase-file"))
    return new
