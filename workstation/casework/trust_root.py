"""Root certificates that a desk trusts: a signature that leads to one of them is told by the name of a known signer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class TrustRoot:
    """One certificate that a person took from its issuer. ``id``: its SHA-256 in hex, by which people compare it.

    ``certificate``: its bytes (DER) in hex; ``expires_on``: the last day on which it holds.
    """

    id: str
    subject: str
    certificate: str = field(repr=False)
    expires_on: date
    at: datetime
    by: str
