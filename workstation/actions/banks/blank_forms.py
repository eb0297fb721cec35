"""A bank's form as a file: looked into, filled by field names, its fields named on a guide. No desk is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from workstation.documents.bankform.apart import fill_apart, guide_apart, inspect_apart
from workstation.documents.bankform.pdf_form import FilledForm, PdfForm, Placement
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.received.regular_file import MAX_LIST, whole


def inspect_file(path: Path, password: str = "", readers: Readers = IN_PROCESS) -> PdfForm:
    """What is in a form and what prevents filling it. Raises `Refused` as `whole` and `inspect_apart`."""
    return inspect_apart(readers, read_form(path), path.name, password)


def fill_file(
    path: Path,
    values: Mapping[str, Any],
    password: str = "",
    keep: bool = False,
    language: str = "zh-Hans",
    placements: Sequence[Placement] = (),
    readers: Readers = IN_PROCESS,
) -> FilledForm:
    """A filled copy of a form; the file is not touched. Raises `Refused` as `whole` and `fill_apart`."""
    return fill_apart(
        readers, read_form(path), values, name=path.name, password=password, keep=keep, language=language,
        placements=placements,
    )  # fmt: skip


def guide_file(
    path: Path, password: str = "", placements: Sequence[Placement] = (), readers: Readers = IN_PROCESS
) -> bytes:
    """A copy of a form with a grid and the names of its fields drawn over it. Raises `Refused` as `whole` and `guide_apart`."""
    return guide_apart(readers, read_form(path), placements, path.name, password)


def read_form(path: Path) -> bytes:
    """The bytes of a form file. Raises `Refused` as `whole`."""
    return whole(path, MAX_LIST)
