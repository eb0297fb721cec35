"""What no page has caught: a calm message to the person, and for a fault of ours a report of where in the code.

Whatever fails on the way (a folder that takes no report, a closed stream, a window that is gone) stops nothing.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication

from workstation.errors import Finding
from workstation.failure_report import print_report, report_text, write_report

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def hook(
    folder: Path, now: Callable[[], datetime], show_message: Callable[[str], None], sentence: Callable[[Finding], str]
) -> Hook:
    """What to set as ``sys.excepthook``. It never raises.

    What storage refuses is told in its own ``sentence``; only of a fault of ours is it said that saved work is safe.
    """

    def on_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        found: tuple[Finding, ...] = ()
        with suppress(Exception):
            from workstation.actions.failures import findings_of  # brings the store along

            found = findings_of(error)
        with suppress(Exception):
            show_message("\n".join(map(sentence, found)) if found else _fault(_reported(folder, now, error, trace)))

    return on_failure


def _reported(
    folder: Path, now: Callable[[], datetime], error: BaseException, trace: TracebackType | None
) -> Path | None:
    """Where the report is; None when it could not be kept."""
    text = report_text(error, trace)
    print_report(text)
    with suppress(Exception):
        return write_report(folder, now(), text)
    return None


def _fault(report: Path | None) -> str:
    if report is None:
        return QCoreApplication.translate(
            "Crash",
            "Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue."
            " No report could be written.",
        )
    return QCoreApplication.translate(
        "Crash",
        "Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue."
        " A report without personal data was written to {file}",
    ).format(file=report)


def watch_threads(folder: Path, now: Callable[[], datetime]) -> None:
    """Errors that end a thread, or come up where nobody can catch them, are reported too, and quote nothing on standard error."""

    def on_unseen(failed: Any) -> None:
        with suppress(Exception):
            if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
                _reported(folder, now, failed.exc_value, failed.exc_traceback)

    threading.excepthook = on_unseen
    sys.unraisablehook = on_unseen
