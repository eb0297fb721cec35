"""A case file of which some fields were read and the others were not, so that many cases are gone through without reading all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final

from workstation.casework.case_file import CaseFile
from workstation.errors import WorkstationError

_FIELDS: Final = frozenset(one.name for one in fields(CaseFile))


Source = Callable[["PartFile", str], Any]
"""Answers the value of a field of a file; raises `NotRead` for one that was not read."""


class NotRead(WorkstationError):
    """A field of a case file was asked for that nobody had read: an empty one would be an untrue answer."""


class _AtFirstUse:
    """Stands in the class for a field: an object that has a value of its own is not asked here."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, file: PartFile, owner: type[Any]) -> Any:
        value = file.__dict__[self._name] = file.source(file, self._name)
        return value


def _without_defaults(kind: type[PartFile]) -> type[PartFile]:
    """Let the class hold no value of any field, so that only objects do."""
    for name in _FIELDS:
        setattr(kind, name, _AtFirstUse(name))
    return kind


@_without_defaults
class PartFile(CaseFile):
    """A case file that knows some fields and asks its ``source`` for each other one when it is first looked at."""

    source: Source

    def __init__(self, known: Mapping[str, Any], source: Source) -> None:
        """``known``: values by the names of fields."""
        self.__dict__.update(known, source=source)

    def changed(self, **values: Any) -> PartFile:
        """The same case with other values; what was not read stays so. Raises TypeError for what is no field."""
        if not values.keys() <= _FIELDS:
            raise TypeError(f"no fields of a case file: {', '.join(sorted(values.keys() - _FIELDS))}")
        return PartFile({name: self.__dict__[name] for name in self.__dict__.keys() & _FIELDS} | values, self.source)

    def __repr__(self) -> str:
        """The id of the case."""
        return f"PartFile({self.case.id})"
