"""The outline of a document: its titled places as a tree that a viewer shows beside the pages (ISO 32000-1 §12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workstation.documents.typesetting.file.objects import ObjectFile, text_string


@dataclass(frozen=True, slots=True)
class Entry:
    """One line at a depth (0 = top), and the destination to which it leads."""

    title: str
    level: int
    goal: str


def put_outline(file: ObjectFile, entries: Sequence[Entry]) -> int:
    """The outline as objects; answers the number of its root. What lies below the second depth is folded up."""
    root = file.take()
    first = file.take(len(entries))
    levels = list(_levels(entries))
    above = [_above(levels, at) for at in range(len(entries))]
    children: dict[int, list[int]] = {}
    for at, parent in enumerate(above):
        children.setdefault(parent, []).append(at)
    for at, entry in enumerate(entries):
        beside = children[above[at]]
        place = beside.index(at)
        links = f"/Parent {first + above[at] if above[at] >= 0 else root} 0 R"
        links += f"/Prev {first + beside[place - 1]} 0 R" if place else ""
        links += f"/Next {first + beside[place + 1]} 0 R" if place + 1 < len(beside) else ""
        file.put(
            first + at,
            f"<</Title{text_string(entry.title)}{links}/Dest{entry.goal}{_ends(at, first, children, levels)}>>",
        )
    shown = sum(level < 2 for level in levels)
    file.put(root, f"<</Type/Outlines{_children(children.get(-1, []), first)}/Count {shown}>>")
    return root


def _levels(entries: Sequence[Entry]) -> list[int]:
    """An outline may go one level deeper at a time only."""
    levels: list[int] = []
    for entry in entries:
        levels.append(min(entry.level, levels[-1] + 1 if levels else 0))
    return levels


def _above(levels: Sequence[int], at: int) -> int:
    return next((before for before in range(at - 1, -1, -1) if levels[before] < levels[at]), -1)


def _ends(at: int, first: int, children: dict[int, list[int]], levels: Sequence[int]) -> str:
    below = children.get(at, [])
    return f"{_children(below, first)}/Count {'-' if levels[at] else ''}{len(below)}" if below else ""


def _children(below: Sequence[int], first: int) -> str:
    return f"/First {first + below[0]} 0 R/Last {first + below[-1]} 0 R" if below else ""
