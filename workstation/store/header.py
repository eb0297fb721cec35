"""The header file of a desk: what a guess of a passphrase costs, and the slots that each wrap the one master key.

Form 1 has one slot without a name. Form 2 has a slot for each person and at most one for the recovery key. Both are read for good;
a header keeps its form until a slot changes in a way that form 1 cannot hold. ``generation`` and ``log`` may be added to either.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import name_key
from workstation.store.files import write_whole
from workstation.store.ledger.head import head_of

HEADER: Final = "desk.json"
FORM_1: Final = "concord-desk-1"
FORM_2: Final = "concord-desk-2"
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
KEY_BYTES: Final = 32
_TAG_BYTES: Final = 16
_MOST_SLOTS: Final = 200
LONGEST_NAME: Final = 64
"""Characters of a login name."""

SlotKind = Literal["person", "recovery"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs: KiB of memory, passes over it, lanes beside each other."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4

    def is_sane(self) -> bool:
        """Whether the values are ones this program could have written: a forged header must not eat the machine."""
        return 8 * self.lanes <= self.memory_kib <= 2**20 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapping of the master key. ``form``: the form it was sealed in; a slot of form 1 moves into form 2 as it is."""

    kind: SlotKind
    name: str
    salt: bytes
    nonce: bytes
    wrapped: bytes = b""
    form: str = FORM_2

    def bound(self, cost: Cost) -> bytes:
        """What the wrapping vouches for besides the key. Form 1 knew no names, so a name given to its slot later is not bound."""
        if self.form == FORM_1:
            return json.dumps([FORM_1, asdict(cost), self.salt.hex()], sort_keys=True).encode()
        identity = [self.form, asdict(cost), self.kind, self.name, self.salt.hex()]
        return json.dumps(identity, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says. ``generation`` and ``log``, the head of the log at that opening, are kept as
    `workstation.store.sharing.generation` wrote them, and bound to nothing.
    """

    cost: Cost
    slots: tuple[Slot, ...]
    generation: int | None = None
    log: str = ""

    @property
    def people(self) -> tuple[Slot, ...]:
        """The slots of persons, in the order they were added."""
        return tuple(slot for slot in self.slots if slot.kind == "person")

    @property
    def recovery(self) -> Slot | None:
        """The slot of the recovery key, if there is one."""
        return next((slot for slot in self.slots if slot.kind == "recovery"), None)

    def person(self, name: str) -> Slot | None:
        """The slot of a login name, however it is typed."""
        return next((slot for slot in self.people if name_key(slot.name) == name_key(name)), None)

    def text(self) -> str:
        """The content of the file. One unnamed slot is written as form 1, which every version of the program opens."""
        only = self.slots[0] if len(self.slots) == 1 else None
        body = _form_1(self, only) if only and only.form == FORM_1 and not only.name else _form_2(self)
        if self.generation is not None:
            body["generation"] = self.generation
        if self.log:
            body["log"] = self.log
        return json.dumps(body | {"check": check_sum(body)}, indent=2, ensure_ascii=False) + "\n"


def check_sum(body: dict[str, Any]) -> str:
    """Tells damage from a wrong passphrase; not secret."""
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def read_header(folder: Path) -> Header:
    """The header of a desk. Raises `Refused`: desk_header_missing, desk_header_damaged."""
    try:
        content = (folder / HEADER).read_bytes()
    except FileNotFoundError:
        raise Refused(Finding("desk_header_missing", FieldRef.DESK_FOLDER, {"file": HEADER})) from None
    try:
        return parsed(content)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused(Finding("desk_header_damaged", FieldRef.DESK_FOLDER, {"file": HEADER})) from None


def write_header(folder: Path, header: Header) -> None:
    """Put a header in the place of the old one, whole or not at all. Hold `locked` from reading to writing."""
    write_whole(folder / HEADER, header.text().encode())


def parsed(content: bytes) -> Header:
    """A header from the bytes of its file. Raises ValueError, TypeError, KeyError, AttributeError, RecursionError."""
    body = json.loads(content)
    check = body.pop("check")
    cost, form, generation = Cost(**body["argon2id"]), body["form"], body.get("generation")
    if check != check_sum(body) or form not in (FORM_1, FORM_2) or not cost.is_sane():
        raise ValueError("not a header of a known form")
    if generation is not None and (type(generation) is not int or generation < 0):  # True is an int to isinstance
        raise ValueError("not a count of openings")
    log = body.get("log", "")
    head_of(log)
    slots = (_slot(body, "person", "", FORM_1),) if form == FORM_1 else tuple(map(_named_slot, body["slots"]))
    _refuse_confused(slots)
    return Header(cost, slots, generation, log)


def _named_slot(body: dict[str, Any]) -> Slot:
    kind, name, form = body["kind"], body["name"], body.get("bound", FORM_2)
    if kind not in ("person", "recovery") or not isinstance(name, str) or form not in (FORM_1, FORM_2):
        raise ValueError("not a slot")
    return _slot(body, kind, name, form)


def _slot(body: dict[str, Any], kind: SlotKind, name: str, form: str) -> Slot:
    salt, nonce, wrapped = (bytes.fromhex(body[part]) for part in ("salt", "nonce", "wrapped"))
    if [len(salt), len(nonce), len(wrapped)] != [SALT_BYTES, NONCE_BYTES, KEY_BYTES + _TAG_BYTES]:
        raise ValueError("parts of other lengths")
    return Slot(kind, name, salt, nonce, wrapped, form)


def _refuse_confused(slots: tuple[Slot, ...]) -> None:
    names = [name_key(slot.name) for slot in slots if slot.kind == "person"]
    if not names or len(set(names)) < len(names) or len(slots) > len(names) + 1 or len(slots) > _MOST_SLOTS:
        raise ValueError("not one slot a person, at least one person, at most one recovery key")
    if max(map(len, names)) > LONGEST_NAME:
        raise ValueError("a longer name than any person can be given")


def _form_1(header: Header, only: Slot) -> dict[str, Any]:
    return {"form": FORM_1, "argon2id": asdict(header.cost), **_parts(only)}


def _form_2(header: Header) -> dict[str, Any]:
    slots = [
        {"kind": slot.kind, "name": slot.name, **({"bound": slot.form} if slot.form != FORM_2 else {}), **_parts(slot)}
        for slot in header.slots
    ]
    return {"form": FORM_2, "argon2id": asdict(header.cost), "slots": slots}


def _parts(slot: Slot) -> dict[str, str]:
    return {"salt": slot.salt.hex(), "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex()}


def guarding(header: bytes) -> bytes:
    """What a key file asks of whoever opens it, without what else changes in it."""
    try:
        body = json.loads(header)
        return json.dumps(
            {key: body[key] for key in sorted(body) if key not in ("check", "generation", "log")}
        ).encode()
    except (ValueError, TypeError, RecursionError):
        return header
