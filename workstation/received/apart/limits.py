"""What the system lets a worker do: set when it starts, and for each question. On Linux and macOS; Windows has a job object."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from workstation.process_guard import give_memory_back
from workstation.received.apart.allowance import Allowance

_DESCRIPTORS: Final = 64
_TRIMMED_FROM: Final = 80 * 2**20
"""A reader with its libraries holds less; looking through the memory takes some milliseconds."""
_NO_NEW_PRIVILEGES, _NOT_DUMPABLE = (38, 1), (4, 0)
"""Of prctl(2)."""


def limit_process() -> None:
    """No core dump, no file written, no other process started, few descriptors."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _DESCRIPTORS),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(kind, (most, most))
    if sys.platform == "linux":
        _hold_back()


def _hold_back() -> None:
    """Nothing it starts gains rights, and nobody of another account looks into its memory."""
    import ctypes

    prctl = ctypes.CDLL(None).prctl
    for option, value in (_NO_NEW_PRIVILEGES, _NOT_DUMPABLE):
        prctl(option, value, 0, 0, 0)


def limit_question(allowance: Allowance, size: int) -> None:
    """The system ends the worker when it takes more time; more memory than this it is not given."""
    if sys.platform == "win32":
        return
    import resource

    signal.setitimer(signal.ITIMER_REAL, allowance.clock_seconds(size))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + allowance.processor_seconds(size)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    if sys.platform == "linux":  # elsewhere the limit is taken and not kept
        most = max(_pages(0), allowance.libraries) + allowance.memory_bytes(size)
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


@contextmanager
def within_seconds(seconds: int) -> Iterator[None]:
    """Inside a worker, the system ends it when what is done here takes more processor time; elsewhere nothing is limited."""
    if sys.platform == "win32":
        yield
        return
    import resource

    if resource.getrlimit(resource.RLIMIT_CPU)[0] == resource.RLIM_INFINITY:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def end_question() -> int:
    """Take the limits off; answers how many bytes of memory the worker holds now."""
    if sys.platform == "win32":
        return 0
    import resource

    signal.setitimer(signal.ITIMER_REAL, 0)
    free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS):
        with contextlib.suppress(ValueError):  # a system that gives no unlimited address space
            resource.setrlimit(kind, free)
    return _held() if sys.platform == "linux" else 0


def _held() -> int:
    """Bytes of memory held, once what a large file took was given back: the C library keeps it for a next one otherwise."""
    held = _pages(1)
    if held < _TRIMMED_FROM:
        return held
    give_memory_back()
    return _pages(1)


def _pages(column: int) -> int:
    """Bytes of address space (0) or of memory held (1)."""
    import resource

    return int(Path("/proc/self/statm").read_text("ascii").split()[column]) * resource.getpagesize()
