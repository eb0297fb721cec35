"""The tour that takes the pictures drives the window: every button it presses can be pressed, in each language and mode."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from tests.prove import how_many
from tools import pictures, tour
from ui.look.translations import LANGUAGES

LOOKS = list(product(tour.MODES, LANGUAGES))
TRIED = Random(20261130).sample(LOOKS, how_many(sample=1, full=len(LOOKS)))


@pytest.mark.prove
@pytest.mark.parametrize(("mode", "language"), TRIED)
def test_the_window_is_driven_through_three_banks(qapp, tmp_path, monkeypatch, mode, language) -> None:
    monkeypatch.setattr(tour, "_PAUSE_MS", 1)
    desk = tour.desk_of_three(tmp_path)
    try:
        taken = {path.name for path in tour.Tour(qapp, tmp_path, desk, mode, language).walk()}
    finally:
        desk.close()
    assert all((tmp_path / name).stat().st_size > 5000 for name in taken)
    banks = [f"5-{page}-bank-{at}-{mode}-{language}.png" for page in ("plan", "application") for at in (1, 2, 3)]
    assert set(banks) <= taken
    stops = {stop for stop in pictures.STOPS.values() if not stop.startswith("7-sample")}
    assert {f"{stop}-{mode}-{language}.png" for stop in stops} <= taken
