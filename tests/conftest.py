"""What every test stands on: Qt without a display, and how hard hypothesis tries."""

from __future__ import annotations

import os
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt; a developer who wants to watch sets the variable.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadlines: nothing here tests time, and two cores are shared. `ci` repeats the same examples on every run.
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
settings.register_profile("desk", _CALM)
settings.register_profile("ci", _CALM, derandomize=True, print_blob=True)
settings.register_profile("long", _CALM, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))

LONGEST: Final = ("test_recalculated.py", "test_crash.py", "test_hostile.py", "test_whole_way.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest go first: at the end of a run they would keep one process at work while the others wait."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
