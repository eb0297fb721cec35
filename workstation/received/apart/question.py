"""What window and worker say to each other: a question goes down pickled, open files beside it; an answer begins with a sign."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Sequence
from typing import Any, Final

ANSWER, REFUSED, HEAVY, FAULT = b"=", b"!", b"m", b"?"
"""How an answer begins: its values, findings, too little memory, the trace of an exception."""
HELD: Final = 8
"""Bytes behind the beginning: how much memory the worker holds, in bytes."""


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, protocol=5)
        self.files: list[io.BufferedReader] = []

    def persistent_id(self, obj: Any) -> int | None:
        """An open file goes by its number."""
        if not isinstance(obj, io.BufferedReader):
            return None
        self.files.append(obj)
        return len(self.files) - 1


class _Unpacker(pickle.Unpickler):
    def __init__(self, data: bytes, files: Sequence[Any]) -> None:
        super().__init__(io.BytesIO(data))
        self._files = files

    def persistent_load(self, pid: Any) -> Any:
        """The open file of a number."""
        return self._files[pid]


def packed(question: object) -> tuple[bytes, list[io.BufferedReader]]:
    """A question as bytes, and the open files among its arguments."""
    file = io.BytesIO()
    packer = _Packer(file)
    packer.dump(question)
    return file.getvalue(), packer.files


def unpacked(data: bytes, files: Sequence[Any]) -> Any:
    """A question as it was asked. Only ever of what the window sent: the window is trusted, a worker is not."""
    return _Unpacker(data, files).load()


def file_bytes(files: Sequence[io.BufferedReader]) -> int:
    """Bytes of the files together."""
    return sum(os.fstat(file.fileno()).st_size for file in files)
