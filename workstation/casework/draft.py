"""What a person typed and has not saved yet, where they were when the desk was locked, and views of lists that they keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in one form beyond what is stored.

    ``form`` is page, form and what it is about: ``profile/account/<id>``. ``case`` is the id of the case, or empty.
    ``fields`` and ``base`` are JSON objects, key → what stands in the editor now and what stood there when it was loaded.
    """

    id: str
    form: str
    case: str
    person: str
    fields: str
    base: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """Where a person was: ``place`` is a JSON object that only the window reads."""

    person: str
    place: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseView:
    """A view of the list of cases under a name: ``shown`` is a JSON object of what it is filtered and sorted by, in codes."""

    id: str
    person: str
    name: str
    shown: str
    at: datetime


def draft_id(person: str, case: str, form: str) -> str:
    """The key of a draft: one a person, case and form."""
    return f"{person}/{case}/{form}"
