"""A process of ours leaves no core dump and lets no other program of the user look into it."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASKED = (
    "import ctypes, resource; from workstation.process_guard import guard_memory; guard_memory(); "
    "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_no_core_and_not_traceable() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "(0, 0) 0"


def test_window_and_command_line_begin_with_it(monkeypatch, capsys) -> None:
    from ui import __main__ as entry

    begun: list[str] = []
    monkeypatch.setattr(entry, "guard_memory", lambda: begun.append("guarded"))
    monkeypatch.setattr(sys, "argv", ["workstation", "desk", "--help"])
    with pytest.raises(SystemExit) as end:
        sys.exit(entry.main())
    assert begun == ["guarded"]
    assert end.value.code in (0, None)
    assert capsys.readouterr().out
