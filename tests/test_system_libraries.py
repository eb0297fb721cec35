"""What is said when the machine lacks libraries: their Debian packages, in one line to copy."""

from __future__ import annotations

import pytest

from tools import system_libraries


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not system_libraries.loads("libno-such-thing.so.9")


def test_missing_ones_are_named_when_they_may_not_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(system_libraries, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(system_libraries, "installed", lambda packages: False)
    assert system_libraries.main() == 1
    assert "apt-get install libegl1" in capsys.readouterr().err


def test_nothing_is_asked_when_all_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing", list)
    monkeypatch.setattr(system_libraries, "installed", lambda packages: pytest.fail("nothing to install"))
    assert system_libraries.main() == 0
