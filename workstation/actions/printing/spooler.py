"""The printers of a system with CUPS (Linux, macOS): a paper goes to the spooler's `lp` through a pipe, never through a file.

The spooler is told to print at the paper's own size, one page a side, whatever its queue is set to.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from workstation.casework.print_order import PrintOrder, Sides
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.actions.printing.outgoing import OutgoingPaper

_PATIENCE: Final = 120  # seconds that a spooler may take to answer
_SIDES: Final[dict[Sides, str]] = {
    "one": "one-sided",
    "long_edge": "two-sided-long-edge",
    "short_edge": "two-sided-short-edge",
}
_DEFAULT: Final = re.compile(r"system default destination:\s*(\S+)")


def has_cups() -> bool:
    """Whether this system prints through CUPS."""
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


class CupsPrinter:
    """Every printer of the spooler; the order names which."""

    on_paper = True

    def names(self) -> tuple[str, ...]:
        """The printers there are, the system's default first."""
        found = tuple(line.strip() for line in _query("lpstat", "-e").splitlines() if line.strip())
        default = _DEFAULT.search(_query("lpstat", "-d"))
        first = [name for name in found if default is not None and name == default[1]]
        return (*first, *(name for name in found if name not in first))

    def send(self, order: PrintOrder, paper: OutgoingPaper) -> None:
        """Hand a paper to the spooler. Raises `Refused`: printer_stopped, print_refused with the spooler's own words."""
        if "disabled" in _query("lpstat", "-p", order.printer):
            raise Refused(Finding("printer_stopped", FieldRef.PRINT_PRINTER, {"printer": order.printer}))
        done = _run(("lp", *lp_options(order, paper)), paper.pdf)
        if done is None or done.returncode:
            reason = done.stderr.decode("utf-8", errors="replace").strip() if done else "-"
            raise Refused(
                Finding("print_refused", FieldRef.PRINT_PRINTER, {"printer": order.printer, "reason": reason})
            )


def lp_options(order: PrintOrder, paper: OutgoingPaper) -> Iterator[str]:
    """The words of `lp` for an order; the paper follows on standard input."""
    first, last = order.span(paper.pages)
    yield from ("-d", order.printer, "-n", str(order.copies), "-t", paper.title)
    options = ["print-scaling=none", "media=A4", f"sides={_SIDES[order.sides]}", f"number-up={order.per_sheet}"]
    if order.per_sheet > 1:
        options[0] = "print-scaling=auto"
    if (first, last) != (1, paper.pages):
        options.append(f"page-ranges={first}-{last}")
    for option in (*options, "collate=true", "job-sheets=none"):
        yield from ("-o", option)
    yield "-"


def _query(*words: str) -> str:
    done = _run(words)
    return done.stdout.decode("utf-8", errors="replace") if done else ""


def _run(words: tuple[str, ...], data: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    """None when the program cannot be run or does not answer."""
    plain = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    try:
        return subprocess.run(words, input=data, capture_output=True, timeout=_PATIENCE, env=plain, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
