"""A hand at one case of a fresh desk."""

from __future__ import annotations

import pytest

from tests.actions.edits.hand import Hand


@pytest.fixture
def hand(desk, tmp_path) -> Hand:
    return Hand(desk, tmp_path)
