"""How much a long proof tries: a seeded sample in `make test`, everything in `make prove`.

A test that asks this bears the mark ``prove``, by which `make prove` selects it.
"""

from __future__ import annotations

import os


def how_many(sample: int, full: int) -> int:
    """``full`` when CONCORD_PROVE=1, as `make prove` sets it; else ``sample``, which should take no longer than some seconds."""
    return full if os.environ.get("CONCORD_PROVE") == "1" else sample
