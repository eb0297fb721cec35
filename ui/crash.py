"""When Concord itself fails: a calm message to the person, and a report of where in the code, with nothing that was typed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type of the error and the places it passed. The message is left out on purpose: it may quote what a person typed."""
    import traceback  # needed on a bad day only; the window starts sooner without it

    frames = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([f"Concord, Python {sys.version.split()[0]}, {sys.platform}", kind.__name__, *frames, ""])


def write_report(folder: Path, at: datetime, text: str) -> Path:
    """Keep a report beside earlier ones; answers its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"failure-{at:%Y%m%d-%H%M%S}.txt"
    path.write_text(text, "utf-8")
    return path


def hook(folder: Path, now: Callable[[], datetime], show_message: Callable[[str], None]) -> Hook:
    """What to set as ``sys.excepthook``: writes the report, then tells the person in one calm sentence."""

    def on_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sys.__excepthook__(kind, error, trace)
        path = write_report(folder, now(), report_text(kind, trace))
        show_message(
            QCoreApplication.translate(
                "Crash",
                "Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue."
                " A report without personal data was written to {file}",
            ).format(file=path)
        )

    return on_failure
