"""The talk guide: every stage in both languages, and what it advises is itself fit to be said."""

from __future__ import annotations

import pytest

from workstation.conversation.talk_guide import guide
from workstation.conversation.wording.check import marks
from workstation.policy.pack import packs
from workstation.profile.case import Stage
from workstation.wording import LANGUAGES, Wording

PHRASES = packs()["cn-card"].phrases


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_a_guide_that_may_be_said(language, stage):
    found = guide(Wording(language), stage.key)
    assert len(found.ask) >= 2
    assert len(found.explain) >= 2
    assert len(found.avoid) >= 2
    for text in (*found.ask, *found.explain, *(instead for _, instead in found.avoid)):
        assert marks(PHRASES, text) == ()


def test_all_languages_have_the_same_guide():
    for stage in Stage:
        first, *others = (guide(Wording(language), stage.key) for language in LANGUAGES)
        counts = {tuple(len(part) for part in (found.ask, found.explain, found.avoid)) for found in (first, *others)}
        assert len(counts) == 1


def test_an_unknown_stage_has_an_empty_guide():
    assert guide(Wording("en"), "none").ask == ()
