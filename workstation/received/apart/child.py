"""The worker: takes a question, reads, answers. ``python -m workstation.received.apart.child HANDLE``; started by `Worker`."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from multiprocessing import connection, reduction
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.received.apart.coding import encoded
from workstation.received.apart.libraries import load_libraries
from workstation.received.apart.limits import end_question, limit_process, limit_question
from workstation.received.apart.question import ANSWER, FAULT, HEAVY, HELD, REFUSED, file_bytes, unpacked

_IDLE: Final = 0.5
"""Seconds without a question after which a new worker loads its libraries, so that the first one finds them."""


def main(words: Sequence[str]) -> None:
    """Serve until the other side hangs up."""
    channel = _channel(int(words[0]))
    limit_process()
    if not channel.poll(_IDLE):
        load_libraries()
    while True:
        try:
            files = [_file(channel) for _ in range(channel.recv_bytes()[0])]
            question = channel.recv_bytes()
        except (EOFError, OSError):
            return
        channel.send_bytes(answered(question, files))


def answered(question: bytes, files: Sequence[Any] = ()) -> bytes:
    """What the other side is told of one question."""
    try:
        status, value = _worked(question, files)
    except MemoryError:
        status, value = HEAVY, b""
    finally:
        for file in files:
            file.close()
    return status + end_question().to_bytes(HELD, "big") + value


def _worked(question: bytes, files: Sequence[Any]) -> tuple[bytes, bytes]:
    try:
        allowance, work, args, kwargs = unpacked(question, files)
        limit_question(allowance, len(question) + file_bytes(files))
        return ANSWER, encoded(work(*args, **kwargs))
    except Refused as refused:
        return REFUSED, encoded(tuple(map(_plain, refused.findings)))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the border of the process: the other side is told of it
        return FAULT, encoded(traceback.format_exc())


def _plain(finding: Finding) -> Finding:
    """A subject may be a name of an enumeration; it travels as its text."""
    return Finding(finding.code, str(finding.subject), {key: str(one) for key, one in finding.figures.items()})


def _channel(handle: int) -> Any:
    if sys.platform == "win32":
        return connection.PipeConnection(handle)
    return connection.Connection(handle)


def _file(channel: Any) -> Any:
    handle = reduction.recv_handle(channel)
    if sys.platform == "win32":
        import msvcrt

        handle = msvcrt.open_osfhandle(handle, os.O_RDONLY)
    return os.fdopen(handle, "rb")


if __name__ == "__main__":
    main(sys.argv[1:])
