"""The talk guide of a stage: how to open, what to ask, what to explain, and what not to say with what to say instead."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from workstation.policy.rules import label
from workstation.wording import Wording


@dataclass(frozen=True, slots=True)
class Guide:
    """Sentences in the reader's language. ``avoid``: (what not to say, what to say instead)."""

    ask: tuple[str, ...]
    explain: tuple[str, ...]
    avoid: tuple[tuple[str, str], ...]


def guide(wording: Wording, stage: str) -> Guide:
    """The guide of a stage by its key (``understand`` … ``keep``); an unknown stage has an empty one."""

    def part(name: str) -> dict[str, str]:
        return wording.choices(f"guide.{stage}.{name}")

    instead = part("instead")
    return Guide(
        tuple(part("ask").values()),
        tuple(part("explain").values()),
        tuple((text, instead[number]) for number, text in part("avoid").items()),
    )


@dataclass(frozen=True, slots=True)
class Question:
    """One question and the `FieldRef` text of the field that its answer fills."""

    field: str
    text: str


def opening(reason: str, language: str) -> str:
    """How to begin: with the difficulty, in words for that reason where there are any."""
    every = _guide_data()["openings"]
    fitting = [one for one in every if reason in one.get("reasons", ())]
    return label((fitting or every)[0]["text"], language)


def questions(stage: str, reason: str, language: str) -> tuple[Question, ...]:
    """What to ask at a stage, in the order of a talk; those for other reasons are left out."""
    return tuple(
        Question(one["field"], label(one["text"], language))
        for one in _guide_data()["questions"]
        if one.get("stage", stage) == stage and (not one.get("reasons") or reason in one["reasons"])
    )


@cache
def _guide_data() -> Mapping[str, Any]:
    return tomllib.loads(resources.path("talk", "guide.toml").read_text("utf-8"))
