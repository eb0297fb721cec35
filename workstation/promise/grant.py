"""Grants from elsewhere: what an agent's desk asks, and the code with which a supervisor at another desk answers it.

A code is for one request, which names one plan version by the digest of its terms; it holds until a day, and answers once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import ROUND_UP, Decimal
from hashlib import sha256
from typing import Final

from workstation.plan.calc.terms_json import terms_to_json
from workstation.plan.version import PlanVersion
from workstation.policy.rules import CONCESSIONS
from workstation.promise.grant_code import CodeFault

_EPOCH: Final = date(2000, 1, 1)
_STEP: Final = Decimal("0.0001")
_ID, _CASE, _PLAN, KEY_ID, SIGNATURE = 8, 8, 16, 4, 64
"""Bytes of the parts."""
_FIXED: Final = _ID + _CASE + _PLAN + 3
_SIGNED: Final = b"concord grant 1"
DAYS: Final = 14
"""How long a code holds when nobody says otherwise: our own choice."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request says. ``case`` and ``plan`` are digests, in hex: no name and no number of a person leaves with it.

    ``sizes``: concession → its size (a share, or a count), to four places, rounded up.
    """

    id: str
    case: str
    plan: str
    version: int
    on: date
    sizes: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a code says: to which request, by which key, granted or refused, and until which day it may be used."""

    request: str
    key: str
    granted: bool
    until: date
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A supervisor's own key pair at their desk. ``sealed``: the private key under their passphrase, as a header wraps keys."""

    id: str
    name: str
    public: str
    sealed: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class SupervisorKey:
    """The public key (hex) of a supervisor of another desk, which a supervisor of this one has registered."""

    id: str
    name: str
    public: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class GrantRequest:
    """A request that left this desk, and how it was answered.

    ``content``: its bytes in hex; ``log``: the number of the desk's last log entry then, from which a restored desk is told;
    ``decision``: granted or refused, empty while nobody answered; ``code``: SHA-256 of the code's bytes, hex.
    """

    id: str
    case_id: str
    plan_id: str
    content: str
    log: int
    at: datetime
    by: str
    decision: str = ""
    supervisor: str = ""
    code: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GrantWritten:
    """A code that a supervisor signed at this desk. ``request``: its content, hex."""

    id: str
    request: str
    granted: bool
    until: date
    at: datetime
    by: str


def case_digest(number: str) -> str:
    """By which both desks call a case without naming it."""
    return sha256(b"concord case " + number.encode()).hexdigest()[: 2 * _CASE]


def plan_digest(plan: PlanVersion) -> str:
    """Of just these terms of this version; any other version has another."""
    terms = json.dumps(terms_to_json(plan.terms), sort_keys=True, ensure_ascii=True)
    text = json.dumps([plan.case_id, plan.account_id, plan.id, plan.version, terms])
    return sha256(b"concord plan " + text.encode()).hexdigest()[: 2 * _PLAN]


def request_bytes(asked: Asked) -> bytes:
    """A request as it is coded and signed."""
    parts = [bytes.fromhex(asked.id + asked.case + asked.plan), bytes([asked.version % 256]), _day_bytes(asked.on)]
    for name, size in asked.sizes.items():
        steps = int((size / _STEP).to_integral_value(ROUND_UP))
        parts.append(bytes([CONCESSIONS.index(name)]) + steps.to_bytes(4, "big"))
    return b"".join(parts)


def asked_of(data: bytes) -> Asked:
    """A request from its bytes. Raises `CodeFault`."""
    rest = data[_FIXED:]
    if len(data) < _FIXED or len(rest) % 5:
        raise CodeFault(0)
    pairs = [rest[at : at + 5] for at in range(0, len(rest), 5)]
    if any(one[0] >= len(CONCESSIONS) for one in pairs):
        raise CodeFault(0)
    sizes = {CONCESSIONS[one[0]]: (int.from_bytes(one[1:], "big") * _STEP).normalize() for one in pairs}
    at = iter((_ID, _CASE, _PLAN))
    heads, start = [], 0
    for length in at:
        heads.append(data[start : start + length].hex())
        start += length
    return Asked(heads[0], heads[1], heads[2], data[start], _day(data[start + 1 : _FIXED]), sizes)


def signed_part(request: bytes, key: str, granted: bool, until: date) -> bytes:
    """What the signature of a code is over."""
    return _SIGNED + bytes.fromhex(key) + bytes([granted]) + _day_bytes(until) + request


def answer_bytes(answered: Answered) -> bytes:
    """A code as bytes."""
    head = bytes.fromhex(answered.request)[:4] + bytes.fromhex(answered.key) + bytes([answered.granted])
    return head + _day_bytes(answered.until) + answered.signature


def answered_of(data: bytes) -> Answered:
    """A code from its bytes; ``request`` is the beginning of the request's id. Raises `CodeFault`."""
    if len(data) != 4 + KEY_ID + 3 + SIGNATURE or data[8] > 1:
        raise CodeFault(0)
    return Answered(data[:4].hex(), data[4:8].hex(), bool(data[8]), _day(data[9:11]), data[11:])


def _day_bytes(day: date) -> bytes:
    return (day - _EPOCH).days.to_bytes(2, "big")


def _day(data: bytes) -> date:
    return _EPOCH + timedelta(days=int.from_bytes(data, "big"))
