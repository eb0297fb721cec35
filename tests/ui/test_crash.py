"""A failure that no page has caught: a report with places in the code and nothing that was typed, and one calm, true sentence."""

from __future__ import annotations

import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import peewee
import pytest

from tests.builders import NOW
from ui.crash import hook, watch_threads
from workstation.errors import Damaged, Finding, Refused, StorageFailed
from workstation.failure_report import report_text
from workstation.wording import Wording

SENTENCE = Wording("en").finding
SAFE = "Saved work is safe"


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - any that is given
        return caught


def failure() -> Exception:
    try:
        raise KeyError("里面")
    except KeyError:
        return raised(ValueError("欧阳·阿依古丽 11010519491231002X"))


def told(folder: Path, error: Exception) -> str:
    message: list[str] = []
    hook(folder, lambda: NOW, message.append, SENTENCE)(type(error), error, error.__traceback__)
    return message[0]


def test_the_report_holds_places_and_no_personal_data() -> None:
    error = failure()
    text = report_text(error)
    assert "ValueError" in text and "KeyError" in text
    assert "test_crash.py" in text
    assert "阿依古丽" not in text and "1949" not in text and "里面" not in text


def test_the_person_is_told_where_the_report_lies_and_others_cannot_read_it(tmp_path: Path, capsys) -> None:
    reports = tmp_path / "reports"
    messages = [told(reports, failure()) for _ in range(3)]
    kept = sorted(reports.iterdir())
    assert len(kept) == 3 and kept[-1].name in "".join(messages)
    assert SAFE in messages[0]
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}
    assert stat.S_IMODE(reports.stat().st_mode) == 0o700
    shown = capsys.readouterr().err
    assert "ValueError" in shown and "阿依古丽" not in shown and "1949" not in shown


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StorageFailed(Finding("desk_disk_full", "desk.folder")), "disk is full"),
        (StorageFailed(Finding("desk_gone", "desk.folder")), "no longer where it was"),
        (Refused(Finding("not_found", "case")), ""),
        (Damaged("vault file ab12 cannot be read back"), "damaged"),
        (OSError(28, "No space left on device", "/x/欧阳.pdf"), "No space left"),
        (OSError(5, "Input/output error"), "disk reports an error"),
        (peewee.OperationalError("disk I/O error"), "disk reports an error"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else value,
)
def test_what_storage_says_is_never_called_safe(tmp_path: Path, error: Exception, words: str) -> None:
    message = told(tmp_path, raised(error))
    assert words in message
    assert SAFE not in message and "finding." not in message
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_kept_stops_nothing(tmp_path: Path, monkeypatch) -> None:
    taken = tmp_path / "reports"
    taken.write_text("in the way")
    monkeypatch.setattr(sys, "stderr", None)
    assert "No report could be written" in told(taken, failure())


def test_a_window_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    def gone(text: str) -> None:
        raise RuntimeError("Internal C++ object already deleted")

    error = failure()
    hook(tmp_path, lambda: NOW, gone, SENTENCE)(type(error), error, error.__traceback__)
    assert len(list(tmp_path.iterdir())) == 1


def test_errors_of_threads_quote_nothing(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    watch_threads(tmp_path, lambda: NOW)
    error = failure()
    hooks: tuple[Callable[[Any], object], ...] = (threading.excepthook, sys.unraisablehook)
    for heard in hooks:
        heard(SimpleNamespace(exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__))
    assert len(list(tmp_path.iterdir())) == 2
    assert "阿依古丽" not in capsys.readouterr().err
