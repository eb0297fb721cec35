"""Where the command line writes: every target is judged before any work begins, and rejected rows never overwrite a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workstation.actions.outputs import documents_folder, free_path, output_folder, output_target, write_output
from workstation.cli.grammar.arguments import fitting_name
from workstation.errors import Refused

_FOLDERS: Final = (("export", "cases"), ("print-queue", ""))
_INPUTS: Final = ("file", "case_file", "values", "mapping", "passphrase_file", "recipient")
"""Arguments that name a file to read."""


def inputs(given: argparse.Namespace) -> tuple[Path, ...]:
    """The files that a command reads."""
    return tuple(Path(name) for key in _INPUTS if (name := getattr(given, key, None)) and name != "-")


def refuse_unsafe(given: argparse.Namespace) -> None:
    """Refuse a target that no command may write to. Raises `Refused` as `output_target` and `output_folder` do."""
    if given.command == "demo":
        output_folder(Path(given.out_dir))
    for name in _targets(given):
        if (given.command, getattr(given, "verb", "")) in _FOLDERS:
            output_folder(Path(name))
        else:
            output_target(Path(name), inputs(given))


def _targets(given: argparse.Namespace) -> Iterator[str]:
    """What was named to be written; an empty name of a required target is one too."""
    out = getattr(given, "out", None)
    if out is not None and (out or given.command != "print-queue"):
        yield out
    if rejects := getattr(given, "rejects", ""):
        yield rejects


def write_rejects(data: bytes, given: argparse.Namespace) -> Path:
    """Write the rejected rows of an import and answer where: as named, else beside the list, else among the person's documents.

    A file that is there already is kept, and the new one numbered, unless it holds just these rows.
    """
    if given.rejects:
        return write_output(Path(given.rejects), data, inputs(given))
    source = Path(given.file)
    name = fitting_name(source.name, ".rejected.xlsx")
    try:
        return _write_free(source.with_name(name), data)
    except Refused:  # a medium that cannot be written, or the folder of a desk
        return _write_free(documents_folder() / name, data)


def _write_free(path: Path, data: bytes) -> Path:
    if path.is_file() and path.read_bytes() == data:
        return path
    return write_output(free_path(path), data)
