"""The person who owes: identity, ways to reach them, household and work. Values only; nothing here is stored or shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.errors import Finding
from workstation.field_ref import FieldRef

Sex = Literal["female", "male"]

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS: Final = "10X98765432"


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
        """Birth date read from the resident ID (GB 11643), if it holds one."""
        return birth_date(self.resident_id)

    @property
    def sex(self) -> Sex | None:
        """Sex read from the resident ID (odd sequence digit: male), if it holds one."""
        digits = self.resident_id.strip()
        if len(digits) == 18 and digits[:17].isdigit():
            return "male" if int(digits[16]) % 2 else "female"
        return None

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


def birth_date(resident_id: str) -> date | None:
    """Digits 7-14 of an 18-digit resident ID as a date; None when they are none."""
    digits = resident_id.strip()
    if len(digits) != 18 or not digits[6:14].isdigit():
        return None
    try:
        return date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return None


def check_digit(first_seventeen: str) -> str:
    """The 18th character by ISO 7064 MOD 11-2, as GB 11643 lays down. Takes exactly 17 decimal digits."""
    return _CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True)) % 11]


def resident_id_findings(resident_id: str) -> tuple[Finding, ...]:
    """Advice on a resident ID: form, birth date, check digit. Warns, never refuses; areas are not judged: their lists go stale."""
    digits = resident_id.strip().upper()
    subject = FieldRef.DEBTOR_RESIDENT_ID
    if not digits:
        return ()
    if len(digits) != 18 or not (digits[:17].isascii() and digits[:17].isdigit()):
        return (Finding("resident_id_form", subject),)
    if birth_date(digits) is None:
        return (Finding("resident_id_birth", subject, {"digits": digits[6:14]}),)
    expected = check_digit(digits[:17])
    if digits[17] != expected:
        return (Finding("resident_id_check", subject, {"expected": expected, "printed": digits[17]}),)
    return ()


def masked(text: str, head: int, tail: int) -> str:
    """``text`` with its middle hidden: ``masked("110105199001011234", 3, 4)`` is ``110***********1234``; short texts hide whole."""
    hidden = len(text) - head - tail
    return text[:head] + "*" * hidden + text[len(text) - tail :] if hidden > 0 else "*" * len(text)
