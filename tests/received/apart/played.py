"""What a worker is made to do in tests: the faults of outside readers, played. No file here harms anybody's program."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from workstation.errors import Finding, Refused
from workstation.received.pixels import Pixels


def echo(text: str) -> str:
    """Answers what it was told."""
    return text


def crash() -> int:
    """Ends as a reader does that reads where no memory is."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return 0


def abort() -> int:
    """Ends as a reader does that finds itself at fault."""
    os.abort()


def leave() -> int:
    """Ends as if nothing had happened."""
    os._exit(0)


def hang() -> int:
    """Works without end."""
    while True:
        continue


def sleep() -> int:
    """Waits without end."""
    while True:
        time.sleep(60)


def swell() -> int:
    """Takes all the memory it can get."""
    held = []
    while True:
        held.append(bytearray(16 * 2**20))


def hold(megabytes: int) -> int:
    """Keeps memory after its answer, as a cache would."""
    Kept.bytes = bytearray(megabytes * 2**20)
    return os.getpid()


class Kept:
    """Where `hold` keeps it."""

    bytes = bytearray()


def mistake() -> int:
    """A fault in a reader of ours."""
    raise ZeroDivisionError("played")


def refuse() -> int:
    """A refusal with figures."""
    raise Refused(Finding("file_damaged", "evidence.id_card", {"file": "证.pdf", "reason": "x"}))


def write(path: str) -> int:
    """Tries to write a file."""
    Path(path).write_bytes(b"x" * 10)
    return 1


def fork() -> int:
    """Tries to start a process."""
    return os.fork()


def environment() -> tuple[str, ...]:
    """The names of all variables it sees."""
    return tuple(sorted(os.environ))


def process() -> int:
    """Which process it is."""
    return os.getpid()


def wrong_kind() -> int:
    """Answers a text where a number was promised."""
    return "17"  # type: ignore[return-value]


def unsendable() -> int:
    """Answers what cannot travel."""
    return object()  # type: ignore[return-value]


def picture(width: int, height: int) -> Pixels:
    """A grey picture."""
    return Pixels(width, height, 1, bytes(width * height))
