"""A bank's pack that says only what differs: the rest is taken over from the pack it names with ``extends``.

Tables are merged key by key; ``requirements`` and ``offers`` by their code and ``phrases`` by their kind, new ones last; any
other list takes the place of the one before. ``without`` names what to leave out: codes of requirements and offers, kinds of
phrases, and keys of tables as ``limits.cash_instalment_months``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from workstation.policy.toml_lines import Path

CODED: Final[Mapping[str, str]] = {"requirements": "code", "offers": "code", "phrases": "kind"}
"""Lists whose entries are known by a key of theirs."""

Tree = Mapping[str, Any]


def taken_over(base: Tree, own: Tree, without: tuple[str, ...]) -> dict[str, Any]:
    """The rules of ``base`` with those of ``own`` over them."""
    merged = _merged(_lessened(base, without), {key: value for key, value in own.items() if key not in CODED})
    for name, known_by in CODED.items():
        kept = [one for one in base.get(name, []) if one.get(known_by) not in without]
        merged[name] = _by_code(kept, own.get(name, []), known_by)
    return merged


def unsourced(base: Tree, own: Tree, place: Path = ()) -> Iterator[Path]:
    """Places in ``own`` that set a figure over one of ``base`` and would thus put it under a source that does not say it."""
    for key, value in own.items():
        before = base.get(key)
        if key in CODED and not place:
            by_code = {one.get(CODED[key]): one for one in before or []}
            for index, one in enumerate(value):
                if known := by_code.get(one.get(CODED[key])):
                    yield from _unsourced(known, one, (key, index), CODED[key])
        elif isinstance(before, Mapping) and isinstance(value, Mapping):
            yield from _unsourced(before, value, (*place, key), "")


def _unsourced(base: Tree, own: Tree, place: Path, known_by: str) -> Iterator[Path]:
    figures = [key for key, value in own.items() if key != known_by and not isinstance(value, Mapping)]
    if figures and "source" in base and "source" not in own:
        yield place
    yield from unsourced(base, own, place)


def names(base: Tree) -> tuple[str, ...]:
    """All that ``without`` may name in a pack."""
    coded = [one[known_by] for name, known_by in CODED.items() for one in base[name]]
    tables = [f"{name}.{key}" for name, table in base.items() if isinstance(table, Mapping) for key in table]
    return (*coded, *tables)


def _lessened(base: Tree, without: tuple[str, ...]) -> dict[str, Any]:
    return {
        name: {key: value for key, value in table.items() if f"{name}.{key}" not in without}
        if isinstance(table, Mapping)
        else table
        for name, table in base.items()
    }


def moved_lines(lines: Mapping[Path, int], base: Tree, own: Tree, without: tuple[str, ...]) -> dict[Path, int]:
    """Where the keys of ``own`` stand, by their places in the merged rules."""
    moved: dict[Path, int] = {}
    positions = {
        name: _positions(base.get(name, []), own.get(name, []), without, known_by) for name, known_by in CODED.items()
    }
    for path, line in lines.items():
        index = path[1] if len(path) > 1 and path[0] in CODED else None
        if isinstance(index, int):
            moved[(path[0], positions[str(path[0])][index], *path[2:])] = line
        else:
            moved[path] = line
    return moved


def _positions(base: list[Any], own: list[Any], without: tuple[str, ...], known_by: str) -> list[int]:
    codes = [one.get(known_by) for one in base if one.get(known_by) not in without]
    positions = []
    for one in own:
        code = one.get(known_by) if isinstance(one, dict) else None
        if code is None or code not in codes:
            codes.append(code)
            positions.append(len(codes) - 1)
        else:
            positions.append(codes.index(code))
    return positions


def _by_code(base: list[Any], own: list[Any], known_by: str) -> list[Any]:
    merged = list(base)
    for position, one in zip(_positions(base, own, (), known_by), own, strict=True):
        if position == len(merged):
            merged.append(one)
        else:
            merged[position] = _merged(merged[position], one)
    return merged


def _merged(base: Tree, own: Tree) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        before = merged.get(key)
        both = isinstance(before, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(before, value) if both and before is not None else value
    return merged
