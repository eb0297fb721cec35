"""The rules of the wording check as data: kinds of words, patterns by language, and the contexts in which they are fine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import resources
from workstation.conversation.wording.gates import Gates
from workstation.policy.rules import Labels, Source

LANGUAGES: Final = ("zh", "en")
_CLASS: Final = re.compile(r"<(\w+)>")
_GAPS: Final = {"~": r"[^。!?;\n]{0,10}?", "_": r"[^。!?;\n不未没勿]{0,10}?"}
_BLANKS: Final = r"[ ,:'\"()“”\n-]+"
_WORDS: Final = rf"(?:[\w'$%.,-]*[\w'$%]{_BLANKS}){{0,7}}?"
_BLANK: Final = re.compile(r"\[[^\]]*\]| \??")
_DENYING: Final = re.compile(r"[不没未勿别无非]|\b(?:not|no|never|nobody|nothing|without|cannot)\b|n't")
_ASIDE: Final = re.compile(r"\[\^[^\]]*\]|\(\?<?!(?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True, slots=True)
class WordingKind:
    """A kind of words that have no place. ``severe``: a letter needs a supervisor; ``kept_when_asked``: a question is no better.

    ``yields``: kinds beside which a family of words of this one tells nothing more, where they overlap.
    """

    code: str
    severe: bool
    kept_when_asked: bool
    yields: frozenset[str]
    why: Labels
    instead: Labels
    source: Source


@dataclass(frozen=True, slots=True)
class WordingPattern:
    """One pattern; ``denying``: a denial is part of what it looks for; ``noun``: names what is acted on; no denial excuses it."""

    words: re.Pattern[str]
    denying: bool
    noun: bool = False


@dataclass(frozen=True, slots=True)
class WordingRule:
    """Patterns of one kind over folded text, each of which is enough, and ``together``: those that count when all stand near.

    ``asked``: hold in a question too; ``unless``: not with this in the same sentence; ``sentences``: how many in a row are near.
    """

    kind: WordingKind
    patterns: tuple[WordingPattern, ...]
    together: tuple[WordingPattern, ...]
    asked: bool
    unless: re.Pattern[str] | None
    sentences: int


@dataclass(frozen=True, slots=True)
class Contexts:
    """When words are fine: another's speech, denial, prohibition, condemnation, law, question. All over folded text."""

    speakers: re.Pattern[str]
    others: re.Pattern[str]
    addressed: re.Pattern[str]
    agent: re.Pattern[str]
    denial: re.Pattern[str]
    forbids: re.Pattern[str]
    breaks: re.Pattern[str]
    condition: re.Pattern[str]
    condemned: re.Pattern[str]
    crime: re.Pattern[str]
    crimes: frozenset[str]
    law: re.Pattern[str]
    addressee: re.Pattern[str]
    neutral: frozenset[str]
    question: re.Pattern[str]


@cache
def kinds() -> Mapping[str, WordingKind]:
    """The kinds by their code, in the order of the file."""
    tree = _read("kinds.toml")
    sources = {key: Source(key, one["name"], one["dated"], one["confidence"]) for key, one in tree["sources"].items()}
    return {
        code: WordingKind(
            code,
            one["severe"],
            one.get("kept_when_asked", False),
            frozenset(one.get("yields", ())),
            one["why"],
            one["instead"],
            sources[one["source"]],
        )
        for code, one in tree["kinds"].items()
    }


@cache
def rules() -> tuple[WordingRule, ...]:
    """All rules of all languages: a note is rarely in one."""
    return tuple(rule for language in LANGUAGES for rule in _rules_of(language))


@cache
def numbered() -> tuple[tuple[WordingRule, int], ...]:
    """Every pattern as its rule and its place there: the patterns, then those that count together."""
    return tuple((rule, at) for rule in rules() for at in range(len(rule.patterns) + len(rule.together)))


@cache
def gates() -> Gates:
    """What the patterns need, numbered as ``numbered``."""
    return Gates([(*rule.patterns, *rule.together)[at].words.pattern for rule, at in numbered()])


@cache
def contexts() -> Contexts:
    """The contexts of all languages."""
    tree = _read("context.toml")
    speech, denial, question = tree["speech"], tree["denial"], tree["question"]
    return Contexts(
        speakers=re.compile(f"{speech['zh']}|{speech['zh_others']}|\\b(?:{speech['en']})\\b"),
        others=re.compile(f"\\b(?:{speech['en_others']})\\b"),
        addressed=re.compile(speech["addressed"]),
        agent=re.compile(speech["agent"]),
        denial=re.compile(f"{denial['zh']}|{denial['en']}"),
        forbids=re.compile(f"{denial['zh_forbids']}|{denial['en_forbids']}"),
        breaks=re.compile(f"{denial['zh_breaks']}|{denial['en_breaks']}"),
        condition=re.compile(denial["condition"]),
        condemned=re.compile(denial["condemned"]),
        crime=re.compile(denial["condemned_as_crime"]),
        crimes=frozenset(denial["crimes"]),
        law=re.compile(denial["law"]),
        addressee=re.compile(denial["addressee"]),
        neutral=frozenset(denial["neutral"]),
        question=re.compile(f"{question['zh']}|{question['en']}"),
    )


def _rules_of(language: str) -> Iterator[WordingRule]:
    trees = [_read(file) for file in (f"{language}.toml", f"{language}_families.toml", f"{language}_frames.toml")]
    classes = {name: words for tree in trees for name, words in tree["classes"].items()}
    for one in (one for tree in trees for one in tree["rules"]):
        kind = kinds()[one["kind"]]
        yield WordingRule(
            kind,
            tuple(
                _compiled(part, classes, language)
                for pattern in one.get("patterns", ())
                for part in _alternatives(pattern)
            ),
            tuple(_part(pattern, classes, language) for pattern in one.get("together", ())),
            one.get("asked", kind.kept_when_asked),
            re.compile(_spelled(one["unless"], classes)) if "unless" in one else None,
            one.get("sentences", 1),
        )


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, each to be judged for itself."""
    depth, since, at = 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = pattern.index("]", at + 2)
        elif sign == "|" and depth == 0:
            yield pattern[since:at]
            since = at + 1
        depth += {"(": 1, ")": -1}.get(sign, 0)
        at += 1
    yield pattern[since:]


def _part(pattern: str, classes: Mapping[str, str], language: str) -> WordingPattern:
    """One of the patterns that count together; ``=`` before it makes it a noun."""
    return replace(_compiled(pattern.removeprefix("="), classes, language), noun=pattern.startswith("="))


def _compiled(pattern: str, classes: Mapping[str, str], language: str) -> WordingPattern:
    """The pattern with its classes and gaps written out; English ones begin and end with whole words."""
    denying = _DENYING.search(_ASIDE.sub("", pattern)) is not None
    spelled = _spelled(pattern, classes)
    if language == "en":
        return WordingPattern(re.compile(rf"(?<!\w)(?:{_english(spelled)})(?!\w)"), denying)
    for sign, gap in _GAPS.items():
        spelled = spelled.replace(sign, gap)
    return WordingPattern(re.compile(spelled), denying)


def _spelled(pattern: str, classes: Mapping[str, str]) -> str:
    """The pattern with its classes written out; a class may hold classes."""
    while (spelled := _CLASS.sub(lambda match: classes[match[1]], pattern)) != pattern:
        pattern = spelled
    return spelled


def _english(pattern: str) -> str:
    """The pattern with ``~`` as up to seven words and a blank as whatever stands between words."""
    parts = pattern.replace("(?:~ )?", "~ ").split("~ ")
    return _WORDS.join(_BLANK.sub(_spaced, part) for part in parts)


def _spaced(match: re.Match[str]) -> str:
    """A class of signs as it is; a blank, optional where a question mark follows, as whatever stands between words."""
    if match[0].startswith("["):
        return match[0]
    return f"(?:{_BLANKS})?" if match[0].endswith("?") else _BLANKS


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path("talk", "wording", name).read_text("utf-8"))
