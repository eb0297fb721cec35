"""What was confirmed counts while the figure is what it was; a confirmation of a figure that changed meanwhile is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.sample_case import letter
from workstation.actions import cases
from workstation.actions.evidence import items, sources
from workstation.errors import Refused
from workstation.evidence.page_values import PageWord, overlapping, recognised_values, says_otherwise
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.verification import Mask
from workstation.evidence.written_value import WrittenValue
from workstation.received.recognition.recognised import RecognisedPage, RecognisedWord


@pytest.fixture
def case_id(desk):
    return desk.run(cases.new_case, "John Smith")


@pytest.fixture
def item(desk, case_id, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter(2, text="John Smith"))
    return items.add_file(desk, case_id, "id_card", path)


def states(desk, case_id):
    return {one.figure.key: one for one in sources.figure_states(cases.load_case(desk, case_id))}


def test_a_changed_figure_outdates_its_source_and_is_not_confirmed_unseen(desk, case_id, item):
    file, source = cases.load_case(desk, case_id), sources.item_source(desk, item.id)
    figure = sources.figure_named(file, "name")
    first, second = source.proposals()
    assert [one.place.page for one in (first, second)] == [0, 1] and first.text == "John Smith"
    kept = desk.run(sources.confirm_source, case_id, figure.text, source.judged(figure, None, page=1))
    assert (kept.page, kept.how) == (1, "text") and states(desk, case_id)["name"].sources == (kept,)
    desk.run(cases.save_debtor, case_id, replace(file.debtor, name="John Smyth"), file.debtor)
    state = states(desk, case_id)["name"]
    assert (state.sources, state.outdated) == ((), (kept,))
    with pytest.raises(Refused) as refused:
        desk.run(sources.confirm_source, case_id, figure.text, first)
    assert [one.code for one in refused.value.findings] == ["source_changed"]


def test_a_source_on_a_withdrawn_proof_counts_no_more(desk, case_id, item):
    figure = sources.figure_named(cases.load_case(desk, case_id), "name")
    desk.run(
        sources.confirm_source, case_id, figure.text, sources.item_source(desk, item.id).judged(figure, None, page=0)
    )
    desk.run(items.withdraw, item.id)
    assert states(desk, case_id)["name"].sources == ()


WORDS = (PageWord(Mask(0, 0, 0, 1_000, 100), "50,000.00"), PageWord(Mask(0, 2_000, 0, 1_000, 100), "60,000.00"))


@pytest.mark.parametrize(
    ("place", "text", "otherwise"),
    [
        (Mask(0, 0, 0, 1_200, 200), "50,000.00", False),
        (Mask(0, 0, 0, 1_200, 200), "60,000.00", True),
        (Mask(0, 0, 0, 4_000, 200), "60,000.00", False),
        (Mask(0, 5_000, 0, 1_200, 200), "60,000.00", False),
        (Mask(1, 0, 0, 1_200, 200), "60,000.00", False),
    ],
)
def test_text_in_a_place_must_say_the_value(place, text, otherwise):
    assert says_otherwise(overlapping(WORDS, place), WrittenValue("amount", text)) is otherwise


def test_characters_that_the_file_does_not_tell_are_a_picture():
    unread = (replace(WORDS[0], text="\ue000\ue001", legible=False),)
    assert not says_otherwise(unread, WrittenValue("amount", "1.00"))


@pytest.mark.parametrize(
    ("quarters", "place"),
    [
        (0, (1_000, 2_000, 300, 400)), (1, (2_000, 8_700, 400, 300)),
        (2, (8_700, 7_600, 300, 400)), (3, (7_600, 1_000, 400, 300)),
    ],
)  # fmt: skip
def test_recognised_text_of_a_turned_page_is_placed_on_the_page_as_it_lies(desk, quarters, place):
    word = RecognisedWord(0, 1_000, 2_000, 1_300, 2_400, 98, "50,000.00")
    text = RecognisedText("i", "c", "x", (RecognisedPage(595, 842),), (word,), quarters, desk.clock.now(), "林协商")
    (found,) = recognised_values(text, {"k": WrittenValue("amount", "50,000.00")})
    assert found.place == Mask(0, *place)
