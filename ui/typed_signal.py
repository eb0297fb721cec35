"""Signals whose arguments mypy checks, at ``emit`` and at every slot.

Qt carries each argument as ``object``: its own int has 32 bits and would cut an amount of money, and a Python value must arrive as
the same object. The type that Qt does not know stands in the annotation, ``chosen: TypedSignal[PlanVersion] = signal(1)``, which
costs no import at run time. A signal without arguments is a plain `Signal`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVarTuple, overload

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, SignalInstance

Args = TypeVarTuple("Args")


class BoundSignal(Generic[*Args]):
    """A signal of one object, as mypy sees it; at run time Qt's `SignalInstance` stands here."""

    if TYPE_CHECKING:

        @overload
        def connect(self, slot: Callable[[*Args], object], type: Qt.ConnectionType = ...) -> QMetaObject.Connection: ...
        @overload
        def connect(self, slot: Callable[[], object], type: Qt.ConnectionType = ...) -> QMetaObject.Connection: ...
        @overload
        def connect(self, slot: BoundSignal[*Args]) -> QMetaObject.Connection: ...
        @overload
        def connect(self, slot: SignalInstance) -> QMetaObject.Connection: ...
        def connect(self, slot: object, type: Qt.ConnectionType = ...) -> QMetaObject.Connection:
            """Call ``slot`` with the arguments, or with none where it takes none; another signal is emitted on."""
            ...

        def emit(self, *args: *Args) -> None:
            """Call every slot."""
            ...


class TypedSignal(Generic[*Args]):
    """The declaration in a class body."""

    if TYPE_CHECKING:

        def __get__(self, instance: QObject, owner: type | None = None) -> BoundSignal[*Args]: ...


def signal(count: int) -> Any:
    """A signal of ``count`` arguments; their types stand in the annotation of the attribute."""
    return Signal(*[object] * count)
