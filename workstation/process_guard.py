"""What a process does for its own memory: no core dump is written of it, no other program of the user may look into it, and what
is free goes back to the system.
"""

from __future__ import annotations

import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4  # linux/prctl.h
_PT_DENY_ATTACH: Final = 31  # macOS, sys/ptrace.h
_NO_FAULT_BOX: Final = 0x0002  # Windows, SEM_NOGPFAULTERRORBOX: no dialog that offers to send a dump


def guard_memory() -> None:
    """Do what this system knows; one that refuses changes nothing. A program that it starts begins unguarded again."""
    import ctypes

    try:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_BOX)
            return
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            library.ptrace(_PT_DENY_ATTACH, 0, 0, 0)
        else:
            library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (OSError, ValueError, AttributeError):
        return


def give_memory_back() -> None:
    """What the C library (glibc) keeps for a next time: a large file leaves tens of megabytes. Under a millisecond, any thread."""
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc alone
        if trim is not None:
            trim(0)
