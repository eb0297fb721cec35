"""What a process does for its own memory: no core dump is written of it, and no other program of the user may look into it."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4  # linux/prctl.h
_PT_DENY_ATTACH: Final = 31  # macOS, sys/ptrace.h
_NO_FAULT_BOX: Final = 0x0002  # Windows, SEM_NOGPFAULTERRORBOX: no dialog that offers to send a dump


def guard_memory() -> None:
    """Do what this system knows; one that refuses changes nothing. A program that it starts begins unguarded again."""
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
