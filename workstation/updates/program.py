"""The program itself: which versions of it lie here, a later one taken from a signed file, the one before taken back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workstation import __version__
from workstation.errors import Refused
from workstation.updates.installing import Progress, go_back, install, unwatched
from workstation.updates.update_file import release_keys
from workstation.updates.versions_here import Program, choice, in_use, program_in, this_program, versions


def running() -> Program | None:
    """The bundle that runs; None for a program that was installed otherwise."""
    try:
        return this_program()
    except Refused:
        return None


def version() -> str:
    """The version that runs."""
    return __version__


def versions_here() -> tuple[Program, ...]:
    """Every version beside the one that runs, the newest first. Raises `Refused` (update_not_bundle)."""
    return versions(this_program())


def starts_next() -> Program:
    """The version that starts next time. Raises `Refused` (update_not_bundle)."""
    return in_use(this_program())


def before() -> str:
    """The folder that one step back starts; empty where there is none."""
    program = running()
    return choice(program.beside).before if program else ""


def version_before() -> str:
    """The version that one step back starts; empty where there is none."""
    program = running()
    folder = before()
    return program_in(program.beside / folder).version if program and folder else ""


def install_update(path: Path, progress: Progress = unwatched, keys: Mapping[str, str] | None = None) -> Program:
    """Lay the version of an update file beside the one that runs and have it start from now on; on any thread.

    A desk is changed only when the new version opens it, after a whole copy into its folder ``backups``.
    Raises `Refused` as `workstation.updates.installing.install`, and update_not_bundle.
    """
    return install(path, this_program(), release_keys() if keys is None else keys, progress)


def take_back() -> Program:
    """Have the version before start from now on. Raises `Refused`: update_nothing_before, update_place_read_only."""
    return go_back(this_program())
