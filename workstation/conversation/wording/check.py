"""The wording check on notes and letters: marks words that have no place there and offers calmer ones. Advice, never a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workstation.conversation.hits import Judged
from workstation.conversation.phrase_rules import WordingKind, kinds
from workstation.errors import Finding
from workstation.policy.rules import Phrase, label


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` up to ``end`` of the text, and the rule they touch."""

    start: int
    end: int
    word: str
    phrase: Phrase

    @property
    def severe(self) -> bool:
        """Whether a letter with these words needs a supervisor's reason."""
        known = kinds().get(self.phrase.kind)
        return known is not None and known.severe


def marks(phrases: Iterable[Phrase], text: str) -> tuple[Mark, ...]:
    """All marks in the order of the text; of overlapping ones the surer, then the longest stays.

    ``phrases`` are those of a pack: its words are looked for besides, and its reasons are told for the kinds that it has.
    """
    own = {phrase.kind: phrase for phrase in phrases}
    judged = Judged(text)
    found = sorted((*_by_rule(judged, own), *_by_word(judged, own)), key=lambda one: one[0])
    kept: list[Mark] = []
    for _order, start, end, phrase in found:
        if all(end <= other.start or other.end <= start for other in kept):
            kept.append(Mark(start, end, text[start:end], phrase))
    return tuple(sorted(kept, key=lambda one: one.start))


def phrasing_findings(phrases: Iterable[Phrase], text: str, subject: str) -> tuple[Finding, ...]:
    """One finding a word, however often it occurs in the text; ``wording_severe`` or ``wording_avoid``."""
    first = {mark.word: mark for mark in reversed(marks(phrases, text))}
    return tuple(finding_of(mark, subject) for mark in sorted(first.values(), key=lambda one: one.start))


def finding_of(mark: Mark, subject: str) -> Finding:
    """What is told of one mark, with its reason and the calmer words in every language."""
    told = {"why": mark.phrase.why, "instead": mark.phrase.instead}
    figures = {
        f"{name}{suffix}": label(texts, language)
        for name, texts in told.items()
        for suffix, language in (("", "zh-Hans"), ("_hant", "zh-Hant"), ("_en", "en"))
    }
    code = "wording_severe" if mark.severe else "wording_avoid"
    return Finding(code, subject, {"word": mark.word, "kind": mark.phrase.kind, **figures})


_Found = tuple[tuple[bool, int, int], int, int, Phrase]


def _by_rule(judged: Judged, own: dict[str, Phrase]) -> Iterator[_Found]:
    for hit in judged.hits():
        phrase = own.get(hit.rule.kind.code) or _phrase(hit.rule.kind)
        yield (bool(hit.rule.together), hit.start - hit.end, hit.start), hit.start, hit.end, phrase


def _by_word(judged: Judged, own: dict[str, Phrase]) -> Iterator[_Found]:
    """The pack's own words, where they are not another's, denied, forbidden or asked."""
    known = kinds()
    for phrase in own.values():
        asked = phrase.kind in known and known[phrase.kind].kept_when_asked
        for word in phrase.words:
            for start, end in judged.places(word):
                if not judged.fine(start, end, asked=asked, kind=phrase.kind):
                    yield (False, start - end, start), start, end, phrase


def _phrase(kind: WordingKind) -> Phrase:
    return Phrase(kind.code, (), kind.why, kind.instead, kind.source)
