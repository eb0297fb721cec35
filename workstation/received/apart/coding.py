"""How an answer travels from a worker: as JSON and raw bytes, taken apart by the type that the question promises.

Nothing in it can name a class or a function; what is not of that type is refused.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

Decode = Callable[[Any], Any]

_HEAD: Final = 8
_PLAIN: Final = (str, int, bool, float, type(None))
_TEXTS: Final = {str}


class Unsound(ValueError):
    """An answer that is not what was promised."""


def encoded(value: object) -> bytes:
    """Values as bytes: dataclasses as lists of their fields, bytes apart from the text."""
    blobs: list[bytes] = []
    plain = _plain(value, blobs)
    text = json.dumps([plain, [len(blob) for blob in blobs]], ensure_ascii=False, separators=(",", ":"))
    head = text.encode("utf-8", "surrogatepass")
    return b"".join((len(head).to_bytes(_HEAD, "big"), head, *blobs))


def _plain(value: Any, blobs: list[bytes]) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is bytes:
        blobs.append(value)
        return len(blobs) - 1
    if kind in (tuple, list):
        return value if set(map(type, value)) == _TEXTS else [_plain(one, blobs) for one in value]
    return _made(value, blobs)


def _made(value: Any, blobs: list[bytes]) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return [[_plain(key, blobs), _plain(one, blobs)] for key, one in value.items()]
    if isinstance(value, Sequence | frozenset | set):
        return [_plain(one, blobs) for one in value]
    if is_dataclass(value):
        return [_plain(getattr(value, one.name), blobs) for one in fields(value)]
    raise TypeError(f"{type(value).__name__} cannot be sent")


def decoded(wanted: Any, data: bytes | memoryview) -> Any:
    """The values of type ``wanted`` in an answer. Raises `Unsound`."""
    view = memoryview(data)
    try:
        end = _HEAD + int.from_bytes(view[:_HEAD], "big")
        plain, lengths = json.loads(
            bytes(view[_HEAD:end]).decode("utf-8", "surrogatepass"), parse_constant=_no_constant
        )
        blobs: list[bytes] = []
        for length in lengths:
            blobs.append(bytes(view[end : end + length]))
            end += length
        if end != len(view):
            raise Unsound("length")
        return _Decoders(blobs).of(wanted)(plain)
    except Unsound:
        raise
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError, AttributeError) as error:
        raise Unsound(str(error)) from None


def _no_constant(name: str) -> None:
    raise Unsound(name)


class _Decoders:
    """Decoders by type, each made once an answer."""

    def __init__(self, blobs: list[bytes]) -> None:
        self._blobs = blobs
        self._known: dict[Any, Decode] = {}

    def of(self, wanted: Any) -> Decode:
        if wanted not in self._known:
            self._known[wanted] = self._made(wanted)
        return self._known[wanted]

    def _made(self, wanted: Any) -> Decode:
        origin, args = get_origin(wanted), get_args(wanted)
        if wanted in _PLAIN or wanted is None:
            return _exactly(type(None) if wanted is None else wanted)
        if wanted is Any:  # what stays with the worker
            return _exactly(type(None))
        if origin is Literal:
            return _one_of(args)
        if origin in (Union, types.UnionType):
            return _first_of([self.of(one) for one in args])
        if wanted is bytes:
            return self._blob
        if origin is not None:
            return self._container(origin, args)
        return self._named(wanted)

    def _container(self, origin: Any, args: tuple[Any, ...]) -> Decode:
        if issubclass(origin, Mapping):
            key, value = self.of(args[0]), self.of(args[1])
            return lambda plain: {key(name): value(one) for name, one in plain}
        if origin is tuple and (len(args) != 2 or args[1] is not Ellipsis):
            parts = [self.of(one) for one in args]
            return lambda plain: tuple(part(one) for part, one in zip(parts, plain, strict=True))
        kind = {list: list, frozenset: frozenset}.get(origin, tuple)
        if args[0] is str:
            return lambda plain: kind(_all_texts(plain))
        item = self.of(args[0])
        return lambda plain: kind([item(one) for one in _list(plain)])

    def _named(self, wanted: type[Any]) -> Decode:
        if issubclass(wanted, datetime):
            return datetime.fromisoformat
        if issubclass(wanted, date):
            return date.fromisoformat
        if issubclass(wanted, Enum | Decimal):
            return wanted
        if not is_dataclass(wanted):
            raise TypeError(f"{wanted} cannot be received")
        hints = get_type_hints(wanted)
        known = [(one, self.of(hints[one.name])) for one in fields(wanted)]

        def made(plain: Any) -> Any:
            values = [(one, decode(part)) for (one, decode), part in zip(known, _list(plain), strict=True)]
            return wanted(**{one.name: value for one, value in values if one.init})

        return made

    def _blob(self, plain: Any) -> bytes:
        return self._blobs[_exactly(int)(plain)]


def _exactly(kind: type[Any]) -> Decode:
    def decode(plain: Any) -> Any:
        if type(plain) is kind:
            return plain
        if kind is float and type(plain) is int:
            return float(plain)
        raise Unsound(f"{type(plain).__name__} for {kind.__name__}")

    return decode


def _one_of(values: tuple[Any, ...]) -> Decode:
    def decode(plain: Any) -> Any:
        if plain not in values:
            raise Unsound("not one of the values")
        return plain

    return decode


def _first_of(choices: list[Decode]) -> Decode:
    def decode(plain: Any) -> Any:
        for choice in choices:
            try:
                return choice(plain)
            except (ValueError, TypeError):
                continue
        raise Unsound("none of the kinds")

    return decode


def _list(plain: Any) -> list[Any]:
    if type(plain) is not list:
        raise Unsound("no list")
    return plain


def _all_texts(plain: Any) -> list[str]:
    if plain and set(map(type, _list(plain))) != _TEXTS:
        raise Unsound("no text")
    return _list(plain)
