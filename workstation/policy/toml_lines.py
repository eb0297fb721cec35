"""Where each key of a TOML text stands, since the standard reader forgets lines. Lines count from 1."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from workstation.errors import Finding, Refused

Path = tuple[str | int, ...]

_AT_LINE: Final = re.compile(r"\s*\(at line (\d+), column \d+\)")
_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(
    r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_\-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_\-]+))*)\s*="""
)
_PART: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_\-]+))\s*\.?""")
_QUOTED: Final = re.compile(r""""(?:\\.|[^"\\])*"|'[^']*'|#.*""")


def parsed(text: str, file: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises `Refused` (``pack_syntax``) with the line that the standard reader could not take."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        line = place[1] if place else str(text.count("\n") + 1)
        problem = _AT_LINE.sub("", str(error)).strip()
    except RecursionError:
        line, problem = "1", "nested too deeply"
    raise Refused(Finding("pack_syntax", f"{file}:{line}", {"file": file, "line": line, "key": "", "found": problem}))


def key_lines(text: str) -> dict[Path, int]:
    """Path of every table and key → its line; arrays of tables carry their index, ``("requirements", 3, "why")``.

    Keys inside inline tables are not listed: `line_of` answers with the line of the nearest key above them.
    """
    lines: dict[Path, int] = {(): 1}
    counts: dict[Path, int] = {}
    here: Path = ()
    for number, line in _logical_lines(text):
        if header := _HEADER.match(line):
            here = _resolve(_parts(header[2]), counts)
            if header[1] == "[[":
                lines.setdefault(here, number)
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
            lines[here] = number
        elif key := _KEY.match(line):
            lines.setdefault((*here, *_parts(key[1])), number)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a key, or of the nearest table above it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _parts(dotted: str) -> Path:
    return tuple(
        next(part for part in found.groups("") if part) for found in _PART.finditer(dotted) if any(found.groups())
    )


def _resolve(path: Path, counts: dict[Path, int]) -> Path:
    """Put the running index after every part that names an array of tables, except the last."""
    full: Path = ()
    for depth, part in enumerate(path):
        full = (*full, part)
        if full in counts and depth < len(path) - 1:
            full = (*full, counts[full])
    return full


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines on which a key or header may begin: not those inside a long string or an open bracket."""
    closing, depth = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if depth == 0:
            yield number, line
        closing = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
        if depth or not _HEADER.match(line):
            bare = _QUOTED.sub("", line)
            depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))
