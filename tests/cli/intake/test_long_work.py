"""Long work on the command line: told on a terminal, stopped by Ctrl+C, and nothing half done."""

from __future__ import annotations

import io
import signal

import pytest

from workstation.cli.intake import long_work
from workstation.cli.intake.long_work import watched

HEADER = "姓名,身份证号,银行,卡号,本金,利息,逾期开始日期"
ROWS = [f"人{at},1101051949123{at:05},招商银行,62257501234{at:05},1,0,2026-08-18" for at in range(20)]


class Terminal(io.StringIO):
    """Standard error with somebody before it."""

    def isatty(self):
        return True


@pytest.fixture
def portfolio(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("\n".join((HEADER, *ROWS)), "gb18030")
    return path


@pytest.mark.parametrize("share", [0, 0.3, 0.7, 0.9])
def test_an_import_that_is_stopped_keeps_nothing_and_can_be_made_again(say, portfolio, monkeypatch, share):
    press_at(monkeypatch, share)
    code, told, _ = say("import", "portfolio", portfolio)
    assert (code, [one["code"] for one in told["findings"]]) == (2, ["import_stopped"])
    monkeypatch.undo()
    assert "list.csv" not in [one["file"] for one in say("import", "list")[1]["imports"]]
    code, told, _ = say("import", "portfolio", portfolio)
    assert (code, told["rows"], told["accepted"], told["rejected"]) == (0, 20, 20, 0)
    press_at(monkeypatch, share)
    assert say("import", "undo", told["import_id"])[1]["findings"][0]["code"] == "undo_stopped"
    monkeypatch.undo()
    assert say("import", "list")[1]["imports"][0]["undone_at"] is None
    code, told, _ = say("desk", "check")
    assert (code, told["whole"]) == (0, True)


def press_at(monkeypatch, share):
    """Ctrl+C once this share of the writing is done; the next block finds it."""
    monkeypatch.setattr("workstation.profile.portfolio.kept.BLOCK", 2)
    monkeypatch.setattr("workstation.store.listing.projection._AT_ONCE", 2)
    show = long_work._Line.show

    def press(line, done, total):
        if done >= share * total:
            signal.raise_signal(signal.SIGINT)
        show(line, done, total)

    monkeypatch.setattr(long_work._Line, "show", press)


def test_how_far_it_is_is_written_over_and_cleared(monkeypatch):
    screen, handler = Terminal(), signal.getsignal(signal.SIGINT)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(long_work, "_EVERY", 0)
    with watched(lambda figure: f"存入 {figure}", writes=True) as step:
        for done in (0, 1, 3):
            step(done, 3)
    assert [part for part in screen.getvalue().split("\r") if part.strip()] == ["存入 0 %", "存入 33 %", "存入 100 %"]
    assert screen.getvalue().endswith(" \r\r") and signal.getsignal(signal.SIGINT) is handler


def test_where_nobody_looks_nothing_is_written(capsys):
    with watched(str, writes=True) as step:
        step(1, 2)
    assert capsys.readouterr().err == ""


def test_work_that_keeps_nothing_stops_wherever_it_is():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets work behind ignore it
    try:
        with pytest.raises(KeyboardInterrupt), watched(str, writes=False):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_is_kept_already_is_not_told_to_be_lost():
    with watched(str, writes=True) as step:
        step(1, 1)
        signal.raise_signal(signal.SIGINT)
