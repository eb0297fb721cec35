"""A desk to copy for each test."""

from __future__ import annotations

import pytest

from tests.actions.backup.backed_up import sitting


@pytest.fixture
def at_desk(tmp_path):
    made = sitting(tmp_path)
    yield made
    made.desk.close()
