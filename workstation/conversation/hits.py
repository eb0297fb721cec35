"""Finds what the rules of the wording check forbid, and lets pass what others say, what is denied, forbidden or asked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workstation.conversation.phrase_rules import (
    Contexts,
    WordingPattern,
    WordingRule,
    contexts,
    gates,
    numbered,
)
from workstation.folding import folded_signs

_ENDS: Final = re.compile(r"[。!?;\n]|\.(?=\s|$|[\"'”’])")
_CLAUSES: Final = re.compile(r"[,:()—–]|\s-\s")
_QUOTES: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "'": "'", "《": "》"}
_WHOLE_QUOTES: Final = re.compile('“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"')
_QUOTE_NEAR: Final = 6
_ADDRESSED: Final = 14
_FAR: Final = 60
_OVERLAP: Final = 2
"""不会 is one word, and a pattern may begin with its second half."""
_VERB: Final = 6
"""Words may begin with the verb of speech itself: told that …"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters ``start`` up to ``end`` of the text that a rule forbids."""

    start: int
    end: int
    rule: WordingRule


class Judged:
    """One text with what its contexts are, worked out once. Places are those of the text as it was given."""

    def __init__(self, text: str) -> None:
        self.text = folded_signs(text)
        self._contexts = contexts()
        self._spoken = tuple(_spoken(self.text, self._contexts))
        ends = tuple(_ENDS.finditer(self.text))
        self._starts = (0, *(match.end() for match in ends))
        self._stops = (*(match.start() for match in ends), len(self.text))
        self._sentences = tuple(zip(self._starts, (*self._starts[1:], len(self.text)), strict=True))

    def hits(self) -> tuple[Hit, ...]:
        """All that is forbidden, in the order of the rules."""
        found = tuple(self._hits())
        return tuple(hit for hit in found if not _yields(hit, found))

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """Where a word stands, in whatever writing."""
        sought = folded_signs(word)
        return (match.span() for match in re.finditer(re.escape(sought), self.text)) if sought else iter(())

    def fine(self, start: int, end: int, *, asked: bool, kind: str) -> bool:
        """Whether these characters are another's words, denied, forbidden, condemned or asked."""
        return (
            self._is_spoken(start)
            or self._denied(start)
            or self._condemned(end, kind)
            or (kind in self._contexts.neutral and self._told_of_law(start, end))
            or (not asked and self._asked(start, end))
        )

    def _hits(self) -> Iterator[Hit]:
        near = gates().near(self.text, self._starts)
        for number in sorted(near):
            rule, at = numbered()[number]
            if at < len(rule.patterns):
                for sentence in sorted(near[number]):
                    yield from self._hits_of(rule, rule.patterns[at], *self._sentences[sentence])
            elif at == len(rule.patterns):
                parts = [near.get(number + part, set()) for part in range(len(rule.together))]
                yield from self._hits_together(rule, parts)

    def _hits_of(self, rule: WordingRule, pattern: WordingPattern, since: int, until: int) -> Iterator[Hit]:
        for match in pattern.words.finditer(self.text, since, until):
            start, end = match.span()
            if start < end and not self._excused(rule, start, end, pattern.denying):
                yield Hit(start, end, rule)

    def _hits_together(self, rule: WordingRule, parts: list[set[int]]) -> Iterator[Hit]:
        """One hit where every one of the patterns that count together stands near, each somewhere that is not fine."""
        if not all(parts):
            return
        last = -1
        near = parts[0].intersection(*parts) if rule.sentences == 1 else parts[0]
        for number in sorted(near):
            since, until = self._sentences[number]
            if rule.sentences > 1:
                since = self._sentences[max(0, number + 1 - rule.sentences)][0]
                until = self._sentences[min(len(self._sentences), number + rule.sentences) - 1][1]
            spans = self._together(rule, since, until)
            if spans and min(spans)[0] > last:
                last = max(end for _, end in spans)
                yield Hit(min(spans)[0], last, rule)

    def _together(self, rule: WordingRule, since: int, until: int) -> list[tuple[int, int]]:
        """A place of every pattern, or nothing."""
        spans: list[tuple[int, int]] = []
        for pattern in rule.together:
            places = (match.span() for match in pattern.words.finditer(self.text, since, until))
            here = next((span for span in places if not self._idle(rule, pattern, *span)), None)
            if here is None:
                return []
            spans.append(here)
        return spans

    def _idle(self, rule: WordingRule, pattern: WordingPattern, start: int, end: int) -> bool:
        """Whether a part of several does not count: a noun only where another speaks or the sentence is exempt."""
        if pattern.noun:
            return self._is_spoken(start)
        return self._excused(rule, start, end, pattern.denying)

    def _is_spoken(self, start: int) -> bool:
        return any(since <= start < until for since, until in self._spoken)

    def _excused(self, rule: WordingRule, start: int, end: int, denying: bool) -> bool:
        if not denying and self._contexts.denial.search(self.text, start, end):
            return True
        if rule.unless is not None and rule.unless.search(self.text[self._from(start) : self._until(end)]):
            return True
        return self.fine(start, end, asked=rule.asked, kind=rule.kind.code)

    def _from(self, at: int) -> int:
        """Where the sentence begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def _until(self, at: int) -> int:
        """Where the sentence ends, before its sign; ``at`` may be the place of that sign."""
        return self._stops[bisect_left(self._stops, at)]

    def _clause(self, since: int, at: int) -> int:
        return max((match.end() for match in _CLAUSES.finditer(self.text, since, at)), default=since)

    def _denied(self, start: int) -> bool:
        since = self._from(start)
        clause = self._clause(since, start)
        return self._holds(self._contexts.denial, clause, start, _FAR) or self._holds(
            self._contexts.forbids, since, start, len(self.text)
        )

    def _holds(self, words: re.Pattern[str], since: int, start: int, reach: int) -> bool:
        """Whether one of the words stands before ``start`` with nothing between that ends its force."""
        for match in words.finditer(self.text, since, start + _OVERLAP):
            if match.start() >= start:
                break
            between = _unquoted(self.text[match.end() : start])
            condition = self._contexts.condition.search(self.text, since, match.start())
            if condition is None and len(between) <= reach and not self._contexts.breaks.search(between):
                return True
        return False

    def _condemned(self, end: int, kind: str) -> bool:
        after = self.text[end : self._until(end)]
        return bool(
            self._contexts.condemned.search(after)
            or (kind in self._contexts.crimes and self._contexts.crime.search(after))
        )

    def _told_of_law(self, start: int, end: int) -> bool:
        """Whether the sentence tells what the law says, and speaks to nobody."""
        since, until = self._from(start), self._until(end)
        law = self._contexts.law.search(self.text, since, until)
        return law is not None and self._contexts.addressee.search(self.text, since, until) is None

    def _asked(self, start: int, end: int) -> bool:
        """A question in the clause of the words: its mark right after them, or a word that asks before them."""
        until = self._until(end)
        clause = self._clause(self._from(start), start)
        rest = self.text[end:until]
        marked = self.text[until : until + 1] == "?" or re.search(r"[吗呢么]$", self.text[start:until])
        near = _CLAUSES.search(rest) is None
        return bool(marked and near) or self._contexts.question.search(self.text, clause, end) is not None


def _yields(hit: Hit, found: tuple[Hit, ...]) -> bool:
    """Whether a family of words only says again what another kind already says of the same place."""
    return bool(hit.rule.together) and any(
        other.rule.kind.code in hit.rule.kind.yields and hit.start < other.end and other.start < hit.end
        for other in found
    )


def _unquoted(text: str) -> str:
    """The text without its quotations, whole ones or one still open: what is quoted does not end the force of what forbids it."""
    text = _WHOLE_QUOTES.sub("", text)
    for opening, closing in _QUOTES.items():
        at = text.rfind(opening)
        if at >= 0 and closing not in text[at + 1 :] and (opening != closing or text.count(opening) % 2):
            return text[:at]
    return text


def _spoken(text: str, known: Contexts) -> Iterator[tuple[int, int]]:
    """Where somebody else than the writer speaks."""
    for match in known.others.finditer(text):
        yield max(match.start(), match.end() - _VERB), _speech_end(text, match.end(), known)
    for match in known.speakers.finditer(text):
        if not known.addressed.search(text[max(0, match.start() - _ADDRESSED) : match.start()]):
            yield max(match.start(), match.end() - _VERB), _speech_end(text, match.end(), known)


def _speech_end(text: str, since: int, known: Contexts) -> int:
    """The end of a quotation that begins here, else of the sentence, or where the writer takes the word again."""
    for at in range(since, min(since + _QUOTE_NEAR, len(text))):
        if (closing := _QUOTES.get(text[at])) is not None:
            end = text.find(closing, at + 1)
            return end if end > 0 else len(text)
    found = _ENDS.search(text, since)
    until = found.start() if found else len(text)
    again = known.agent.search(text, since, until)
    return again.start() if again else until
