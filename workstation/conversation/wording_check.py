"""The wording check on notes and letters: marks words that have no place there and offers calmer ones. Advice, never a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workstation.errors import Finding
from workstation.policy.rules import Phrase, label


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` up to ``end`` of the text, and the rule they touch."""

    start: int
    end: int
    word: str
    phrase: Phrase


def marks(phrases: Iterable[Phrase], text: str) -> tuple[Mark, ...]:
    """All marks in the order of the text; of overlapping ones the longest stays. Letters match in either case."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered; places must stay those of the text
        lowered = text
    found = [
        Mark(start, start + len(word), text[start : start + len(word)], phrase)
        for phrase in phrases
        for word in phrase.words
        for start in _places(lowered, word.lower())
    ]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda one: one.start))


def phrasing_findings(phrases: Iterable[Phrase], text: str, subject: str) -> tuple[Finding, ...]:
    """One finding a word, however often it occurs in the text."""
    first = {mark.word: mark for mark in reversed(marks(phrases, text))}
    return tuple(
        Finding(
            "wording_avoid",
            subject,
            {
                "word": mark.word,
                "kind": mark.phrase.kind,
                "why": label(mark.phrase.why, "zh-Hans"),
                "instead": label(mark.phrase.instead, "zh-Hans"),
                "why_en": label(mark.phrase.why, "en"),
                "instead_en": label(mark.phrase.instead, "en"),
            },
        )
        for mark in sorted(first.values(), key=lambda one: one.start)
    )


def _places(text: str, word: str) -> Iterable[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)
