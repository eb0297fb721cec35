"""A screen of its own (Xvfb) on which the real program runs, its clipboard, and what the program tells of itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tests.tools import needs

SIZE: Final = "1366x768x24"
_PATIENCE: Final = 60
"""Seconds after which something that was awaited is said not to come."""


class Screen:
    """An X server that nobody else uses, begun on the first number that is free."""

    def __init__(self, home: Path) -> None:
        self.home = home
        read, write = os.pipe()
        command = [needs("Xvfb"), "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen(command, pass_fds=(write,), stdout=quiet, stderr=quiet)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not begin")
        self.environment = {
            key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_", "LC_"))
        }
        self.environment |= {
            "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"), "TZ": "Asia/Shanghai", "LANG": "C.UTF-8",
        }  # fmt: skip
        self._tool = needs("xdotool")
        self._clipboard: subprocess.Popen[str] | None = None

    def xdotool(self, *words: str) -> str:
        """Have the X server see keys."""
        done = subprocess.run([self._tool, *words], env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout

    def give_keys(self) -> None:
        """Give the keyboard to the window that lies on top, as the window manager of a desktop does."""
        if windows := self.xdotool("search", "--onlyvisible", "--name", ".").split():
            self.xdotool("windowfocus", windows[-1])

    def copy(self, copied: str | list[str]) -> None:
        """Put a text, or files by their paths, on the clipboard, as another program would."""
        if self._clipboard is None:
            words = [sys.executable, "-m", "tests.ui.day.clipboard"]
            self._clipboard = subprocess.Popen(
                words, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        assert self._clipboard.stdin is not None and self._clipboard.stdout is not None
        self._clipboard.stdin.write(json.dumps(copied) + "\n")
        self._clipboard.stdin.flush()
        assert self._clipboard.stdout.readline() == "held\n"

    def close(self) -> None:
        """End it and what was begun on it."""
        if self._clipboard is not None:
            _end(self._clipboard)
        self._server.terminate()
        self._server.wait(timeout=_PATIENCE)


class Program:
    """The window as a process that begins at an instant of local time; it is asked what it shows, and told nothing."""

    def __init__(self, screen: Screen, at: str) -> None:
        self._screen, self._log = screen, screen.home / "program.log"
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.ui.day.program", at],
                env=screen.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
            )  # fmt: skip

    def look(self, asked: str = "look") -> dict[str, Any]:
        """What it shows: ``keys``, ``window``, ``focus``; asked to ``read``, the ``words`` too."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(asked + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the program is gone: " + self._log.read_text("utf-8")[-2000:])
        told: dict[str, Any] = json.loads(line)
        return told

    def wait(self, until: Callable[[dict[str, Any]], bool], asked: str = "look") -> dict[str, Any]:
        """Look until it is so. Raises TimeoutError with what is shown instead."""
        end = time.monotonic() + _PATIENCE
        while not until(told := self.look(asked)):
            if time.monotonic() > end:
                raise TimeoutError(f"it shows {told}")
            if not told["window"]:
                self._screen.give_keys()
            time.sleep(0.01)
        return told

    def ended(self) -> int:
        """Wait for its end; answers its exit code."""
        code = self._process.wait(timeout=_PATIENCE)
        _end(self._process)
        return code

    def close(self) -> None:
        """End it without asking it."""
        _end(self._process)


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait(timeout=_PATIENCE)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
