"""A worker process with its private channel: started without a shell, without input, with hardly any environment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import workstation
from workstation.received.apart.words import BUNDLED_WORD

if TYPE_CHECKING:
    from io import BufferedReader

_MODULE: Final = "workstation.received.apart.child"
_KEPT: Final = ("SYSTEMROOT", "TZ", "LANG", "LC_ALL")
"""What of the environment a worker sees: Windows starts no process without the first; times and texts read as they do here."""
_ENDED_BY_LIMIT: Final = tuple(
    -int(getattr(signal, name)) for name in ("SIGXCPU", "SIGALRM", "SIGPROF", "SIGKILL") if hasattr(signal, name)
)


@dataclass(slots=True)
class Process:
    """A worker that runs. ``channel``: a `multiprocessing.connection.Connection`; ``job``: what confines it on Windows."""

    popen: subprocess.Popen[bytes]
    channel: Any
    job: Any = None

    def send(self, question: bytes, files: Sequence[BufferedReader]) -> None:
        """Ask, with the files beside the question."""
        from multiprocessing import reduction

        self.channel.send_bytes(bytes([len(files)]))
        for file in files:
            reduction.send_handle(self.channel, _handle(file), self.popen.pid)
        self.channel.send_bytes(question)

    def kill(self) -> None:
        """End it at once, from any thread; whoever waits for its answer hears that it is gone."""
        self.popen.kill()

    def ended(self) -> bool:
        """End it if it has not ended; answers whether a limit ended it (or who waited no longer), and no crash of its own."""
        self.popen.kill()
        self.channel.close()
        return self.popen.wait() in _ENDED_BY_LIMIT


def started(command: Callable[[int], Sequence[str]]) -> Process:
    """Start a worker. ``command``: its words, given the handle of its end of the channel. Raises OSError."""
    from multiprocessing import connection

    here, there = connection.Pipe()
    handle = there.fileno()
    options: dict[str, Any] = {"pass_fds": (handle,), "start_new_session": True}
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
        options = {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})}
        options["creationflags"] = subprocess.CREATE_NO_WINDOW
    try:
        popen = subprocess.Popen(
            command(handle),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd=Path(sys.executable).anchor,
            **options,
        )
    finally:
        there.close()
    return Process(popen, here, _job(popen))


def standard_command(handle: int) -> Sequence[str]:
    """The words that start our worker."""
    if getattr(sys, "frozen", False):
        return [sys.executable, BUNDLED_WORD, str(handle)]
    # On Windows the interpreter of a virtual environment starts another one, which a job of one process forbids.
    python = getattr(sys, "_base_executable", sys.executable) if sys.platform == "win32" else sys.executable
    return [python, "-B", "-P", "-s", "-m", _MODULE, str(handle)]


def _environment() -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if sys.platform == "win32":
        kept["__PYVENV_LAUNCHER__"] = sys.executable
    return {**kept, "PYTHONPATH": str(Path(workstation.__file__).parents[1])}


def _handle(file: BufferedReader) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.get_osfhandle(file.fileno())
    return file.fileno()


def _job(popen: subprocess.Popen[bytes]) -> Any:
    if sys.platform != "win32":
        return None
    from workstation.received.apart.job import confined

    return confined(int(popen._handle))
