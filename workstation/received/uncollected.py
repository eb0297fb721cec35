"""Work that makes tens of thousands of objects at once, none of them garbage: the collector is not asked about them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the collector of cycles off for a short piece of work whose results all stay: it would look at them again and again.

    Two threads may be in it at once; the first to leave turns the collector on again, which costs the other a little time. What was
    made counts as old then, and is looked at with all else that is, not at the next object that anybody makes.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
