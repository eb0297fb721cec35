"""Fonts are parsed once for all tests of papers."""

from __future__ import annotations

import pytest

from workstation.documents.pdf import open_bench
from workstation.documents.strips import Bench


@pytest.fixture(scope="session")
def bench() -> Bench:
    return open_bench()
