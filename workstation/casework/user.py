"""The people of a desk: who may do what there, and who sits at it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.identity import name_key

UserRole = Literal["agent", "supervisor", "viewer"]
USER_ROLES: Final[tuple[UserRole, ...]] = ("agent", "supervisor", "viewer")
ALONE: Final[tuple[UserRole, ...]] = ("agent", "supervisor")
"""What the only person of a desk is."""


@dataclass(frozen=True, slots=True)
class User:
    """One person of a desk, who stays on record after leaving. ``one_time``: somebody else chose the passphrase.

    ``roles``: some of `USER_ROLES`; a viewer is nothing else.
    """

    id: str
    name: str
    roles: tuple[str, ...]
    joined_on: date | None = None
    left_on: date | None = None
    one_time: bool = False

    @property
    def works(self) -> bool:
        """Whether this person may change cases."""
        return not self.left_on and bool({"agent", "supervisor"} & set(self.roles))

    @property
    def supervises(self) -> bool:
        """Whether this person may grant, waive and explain, and look after the people of the desk."""
        return not self.left_on and "supervisor" in self.roles


@dataclass(frozen=True, slots=True)
class Vouched:
    """A second person who is here: proven by their own passphrase typed on the spot, or by a code they signed."""

    name: str
    roles: tuple[str, ...] = ("supervisor",)
    by: Literal["passphrase", "code"] = "passphrase"


def named(users: Iterable[User], name: str) -> User | None:
    """The person of a login name, however it is typed."""
    return next((user for user in users if name_key(user.name) == name_key(name)), None)


def signed_in(users: Iterable[User], name: str, agent: str, *, recovery: bool = False) -> User:
    """Who works at a desk that was opened by the slot of ``name``, or by the recovery key.

    On a desk whose people were never asked that is ``agent``, with every right; a slot without a name is the first person's. A
    name that the desk does not know (its database is older than its key file) may look, and so may the recovery key of a desk
    of several people.
    """
    known = tuple(users)
    staying = [user for user in known if not user.left_on]
    if not known:
        return User("", agent, ALONE)
    if recovery:
        return staying[0] if len(staying) == 1 else User("", "", ("viewer",))
    return (named(known, name) if name else known[0]) or User("", name, ("viewer",))
