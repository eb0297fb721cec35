"""Bank forms: a form looked into and filled from values by field name, with no desk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.documents.bankform import FilledForm, Form, fill_form, inspect_form
from workstation.errors import Finding, Refused


def inspect_file(path: Path, password: str = "") -> Form:
    """What is in a form and what stands in the way. Raises `Refused`: file_missing, and as `inspect_form`."""
    return inspect_form(read_form(path), path.name, password)


def fill_file(
    path: Path, values: Mapping[str, Any], password: str = "", keep: bool = False, language: str = "zh-Hans"
) -> FilledForm:
    """A filled copy of a form; the file is not touched. Raises `Refused`: file_missing, and as `fill_form`."""
    return fill_form(read_form(path), values, name=path.name, password=password, keep=keep, language=language)


def read_form(path: Path) -> bytes:
    """The bytes of a form file."""
    try:
        return path.read_bytes()
    except OSError as error:
        figures = {"file": path.name, "reason": error.strerror or ""}
        raise Refused(Finding("file_missing", path.name, figures)) from None
