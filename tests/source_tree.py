"""The project's own source as syntax trees, for the tests that guard its rules."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Source:
    """One Python file: its path below the root, its dotted module name and text."""

    path: str
    module: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Parsed when a test asks: to collect the tests, which every worker does, takes a third less time without."""
        return ast.parse(self.text, self.path)

    @cached_property
    def walked(self) -> tuple[ast.AST, ...]:
        """Every node of the tree."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def imported(self) -> tuple[ast.AST, ...]:
        """Every statement that imports."""
        return tuple(self.nodes(ast.Import, ast.ImportFrom))

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        return (node for node in self.walked if isinstance(node, kinds))


def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file below the named folders, in order of path."""
    return tuple(source for folder in folders for source in _below(folder))


@cache
def _below(folder: str) -> tuple[Source, ...]:
    """Read once however often a folder is asked for."""
    found = []
    for file in sorted((ROOT / folder).rglob("*.py")):
        relative = file.relative_to(ROOT)
        parts = relative.with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = file.read_text("utf-8")
        found.append(Source(relative.as_posix(), module, text))
    return tuple(found)


def imports(source: Source, known: frozenset[str]) -> set[str]:
    """Dotted names of what a file imports, anywhere in it; ``from room import module`` counts as the module."""
    found: set[str] = set()
    for node in source.imported:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source.path}:{node.lineno}: a relative import"
            base = node.module or ""
            full = {f"{base}.{alias.name}" for alias in node.names}
            found.update(name if name in known else base for name in full)
    return found


def report(lines: list[str]) -> None:
    assert not lines, "\n" + "\n".join(lines)


def settings(rule: str) -> dict[str, list[str]]:
    """Lists of names by folder, from pyproject.toml."""
    table: dict[str, list[str]] = _walls().get(rule, {})
    return table


def exceptions(rule: str) -> dict[str, str]:
    """Files that may break a rule, each with its reason, from pyproject.toml."""
    table: dict[str, str] = _walls().get(rule, {})
    return table


@cache
def _walls() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["concord"]["walls"]
    return found


def tracked_files() -> list[Path]:
    """What git would ship: tracked and new files, not the ignored ones. Empty outside a work tree."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]
