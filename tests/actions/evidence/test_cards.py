"""Whoever places the corners of a card sees its page, and what its edges propose, for each side in its own part of the page."""

from __future__ import annotations

from PIL import Image, ImageDraw

from tests.actions.test_cases import understand
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.actions.evidence.cards import cards_source
from workstation.actions.evidence.items import ItemFacts
from workstation.casework.said.card_sides import card_sides


def test_both_sides_of_one_page_are_proposed_in_their_halves(desk, tmp_path):
    """An upright sheet with the front above the back, as copying shops lay them out."""
    case_id = desk.run(cases.new_case, "甲")
    understand(desk, case_id)
    sheet = Image.new("RGB", (1000, 1400), "white")
    for top in (100, 800):
        ImageDraw.Draw(sheet).rectangle((100, top, 900, top + 500), fill=(60, 90, 120))
    path = tmp_path / "身份证.png"
    sheet.save(path)
    item = items.add_file(desk, case_id, "id_card", path, ItemFacts(issuer="公安机关"))
    file = cases.load_case(desk, case_id)
    together = {"front": f"{item.id}/0", "back": f"{item.id}/0"}
    front, back = cards_source(desk, tuple(card_sides(file, "", together))).build()
    assert front is not None and back is not None and front.proposed is not None and back.proposed is not None
    assert [round(y, -2) for _, y in front.proposed] == [700, 700, 4300, 4300]
    assert [round(y, -2) for _, y in back.proposed] == [5700, 5700, 9300, 9300]
    apart = {"front": f"{item.id}/0", "back": f"{item.id}/1"}
    whole, missing = cards_source(desk, tuple(card_sides(file, "", apart))).build()
    assert whole is not None and missing is None
