"""The person who owes: identity, ways to reach them, household and work. Values only; nothing here is stored or shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workstation.profile.identity_paper import Sex, birth_date, sex_of


@dataclass(frozen=True, slots=True)
class Phone:
    """One number; ``kind``: mobile, home, work, other."""

    number: str
    kind: str = "mobile"
    valid: bool = True


@dataclass(frozen=True, slots=True)
class Address:
    """One address; ``kind``: registered 户籍, residence 现居, work 单位."""

    text: str
    kind: str = "residence"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person who may be asked to relay a message, never told of the debt."""

    name: str
    relation: str = ""
    phone: str = ""
    consent: bool = False
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Debtor:
    """One person. Codes (marital, housing, education, employment) are keys of the wording catalogue; empty means not asked yet."""

    id: str
    name: str
    resident_id: str = ""
    phones: tuple[Phone, ...] = ()
    addresses: tuple[Address, ...] = ()
    contacts: tuple[Contact, ...] = ()
    email: str = ""
    marital: str = ""
    children: int | None = None
    other_dependants: int | None = None
    housing: str = ""
    education: str = ""
    employer: str = ""
    position: str = ""
    employment: str = ""
    pay_day: int | None = None

    @property
    def born_on(self) -> date | None:
        """Birth date read from the number of the paper of identity, if it holds one."""
        return birth_date(self.resident_id)

    @property
    def sex(self) -> Sex | None:
        """Sex read from the number of the paper of identity, if it holds one."""
        return sex_of(self.resident_id)

    @property
    def dependants(self) -> int:
        """Children and others together; unknown counts as none."""
        return (self.children or 0) + (self.other_dependants or 0)

    def phone(self) -> str:
        """The number to call: the first valid one, or nothing."""
        return next((phone.number for phone in self.phones if phone.valid), "")

    def address(self, kind: str = "residence") -> str:
        """The first address of a kind, or nothing."""
        return next((address.text for address in self.addresses if address.kind == kind), "")


def masked(text: str, head: int, tail: int) -> str:
    """``text`` with its middle hidden: ``masked("110105199001011234", 3, 4)`` is ``110***********1234``; short texts hide whole."""
    hidden = len(text) - head - tail
    return text[:head] + "*" * hidden + text[len(text) - tail :] if hidden > 0 else "*" * len(text)
