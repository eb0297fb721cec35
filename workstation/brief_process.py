"""A process for one answer: it loads, counts and tears down nothing that the answer does not need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn


def begin(words: Sequence[str]) -> None:
    """Call it before what answers is imported. ``words``: the command line; one of many answers (``--lines``) frees its cycles."""
    if "--lines" not in words:
        gc.disable()
    sys.modules.setdefault("inspect", _Later("inspect"))


def end(code: int) -> NoReturn:
    """Leave with the exit code once all was written; the system takes the memory back at once, object by object takes long."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


class _Later(ModuleType):
    """Stands for a module until something of it is used: `dataclasses` imports `inspect`, a fifth of a short start, for classes
    without a docstring.
    """

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)
