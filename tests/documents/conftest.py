"""Fonts are parsed once for all tests of papers; those of the machine that runs the tests are left alone."""

from __future__ import annotations

import pytest

from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.documents.typesetting.strips import TypesetContext


@pytest.fixture(scope="session")
def context() -> TypesetContext:
    return open_typesetter(fonts=Fonts(elsewhere=lambda point: None))
