"""What can go wrong: findings are data for the person at the desk, exceptions are for callers that broke a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should know: a code, what it is about, and the figures of its sentence.

    The sentence itself is made by `workstation.wording` in the reader's language from ``finding.<code>``.
    ``subject`` is what a page can navigate to: ``row 57``, ``evidence.id_card``, or a `FieldRef` such as ``debtor.name``.
    """

    code: str
    subject: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)


class WorkstationError(Exception):
    """Root of all errors that Concord raises on purpose."""


class Refused(WorkstationError):
    """An action was refused; ``findings`` (at least one) say what is missing and where to correct it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(f"{finding.code} ({finding.subject})" for finding in findings))
        self.findings = findings


class StorageFailed(Refused):
    """A refusal whose cause is where the desk is kept: disk full or failing, read-only, gone, held by others, a part unreadable."""


class ServerAway(StorageFailed):
    """The server of the desk does not answer, or lets nobody in: nothing was read, nothing was kept, and it is tried again."""


class Damaged(WorkstationError):
    """Stored data could not be read back as it was written; the message names the file or record."""


def refuse_if(findings: Iterable[Finding]) -> None:
    """Raise `Refused` with all findings when there are any."""
    found = tuple(findings)
    if found:
        raise Refused(*found)
