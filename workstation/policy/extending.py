"""A bank's pack that says only what differs: the rest is taken over from the pack it names with ``extends``.

Tables are merged key by key; ``requirements`` and ``offers`` by their code, new ones last; any other list takes the place of the
one before. ``without`` names codes of requirements and offers to leave out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from workstation.policy.lines import Path

CODED: Final = ("requirements", "offers")
"""Lists whose entries are known by their code."""

Tree = Mapping[str, Any]


def taken_over(base: Tree, own: Tree, without: tuple[str, ...]) -> dict[str, Any]:
    """The rules of ``base`` with those of ``own`` over them."""
    merged = _merged(base, {key: value for key, value in own.items() if key not in CODED})
    for name in CODED:
        kept = [one for one in base.get(name, []) if one.get("code") not in without]
        merged[name] = _by_code(kept, own.get(name, []))
    return merged


def moved_lines(lines: Mapping[Path, int], base: Tree, own: Tree, without: tuple[str, ...]) -> dict[Path, int]:
    """Where the keys of ``own`` stand, by their places in the merged rules."""
    moved: dict[Path, int] = {}
    places = {name: _places(base.get(name, []), own.get(name, []), without) for name in CODED}
    for path, line in lines.items():
        index = path[1] if len(path) > 1 and path[0] in CODED else None
        if isinstance(index, int):
            moved[(path[0], places[str(path[0])][index], *path[2:])] = line
        else:
            moved[path] = line
    return moved


def _places(base: list[Any], own: list[Any], without: tuple[str, ...]) -> list[int]:
    codes = [one.get("code") for one in base if one.get("code") not in without]
    places = []
    for one in own:
        code = one.get("code") if isinstance(one, dict) else None
        if code is None or code not in codes:
            codes.append(code)
            places.append(len(codes) - 1)
        else:
            places.append(codes.index(code))
    return places


def _by_code(base: list[Any], own: list[Any]) -> list[Any]:
    merged = list(base)
    for place, one in zip(_places(base, own, ()), own, strict=True):
        if place == len(merged):
            merged.append(one)
        else:
            merged[place] = _merged(merged[place], one)
    return merged


def _merged(base: Tree, own: Tree) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        before = merged.get(key)
        both = isinstance(before, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(before, value) if both and before is not None else value
    return merged
