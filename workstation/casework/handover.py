"""Cases that go from desk to desk: a desk's own keys, the desks it knows, and the bundles in which cases left and came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Direction = Literal["left", "came"]


@dataclass(frozen=True, slots=True)
class DeskIdentity:
    """The private keys of a desk, 32 bytes each in hex: X25519 opens what is meant for it, Ed25519 signs what it sends."""

    id: str
    encryption: str = field(repr=False)
    signing: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class KnownDesk:
    """Another desk whose fingerprint a person has compared. ``id``: its fingerprint, 40 digits; public keys in hex."""

    id: str
    name: str
    encryption: str
    signing: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class CaseBundle:
    """A case left for another desk in a bundle, or came from one.

    ``desk``: fingerprint of the other desk; ``ancestors``: ids of bundles whose state had flowed into this one, newest first;
    ``entries`` and ``files``: how many it held; ``size`` of its files in bytes.
    """

    id: str
    case_id: str
    direction: Direction
    desk: str
    desk_name: str
    at: datetime
    by: str
    ancestors: tuple[str, ...] = ()
    entries: int = 0
    files: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """What the log of another desk says of a case that came from there; shown, never counted as this desk's own.

    ``origin``: the beginning of the first digest of that log; ``what``: ``table:deed:count`` by spaces; ``digest`` of the entry.
    """

    id: str
    case_id: str
    origin: str
    desk: str
    number: int
    at: datetime
    by: str
    vouched: str
    action: str
    what: str
    digest: str


@dataclass(frozen=True, slots=True)
class BundleState:
    """The case as a bundle held it, as lines of JSON; what comes back is compared with it."""

    bundle_id: str
    case_id: str
    content: str = field(repr=False)
