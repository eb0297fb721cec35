"""The literal words that a pattern cannot do without, and where in a text it may match."""

from __future__ import annotations

import re

import pytest

from workstation.conversation.wording.gates import Gates, needed_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("ab?c|de", {"a", "de"}),
        ("(?:ab|c)d+", {"d"}),
        ("(?<!x)(?:foo|bar)?baz", {"baz"}),
        ("[ab]c", {"c"}),
        ("[ab][^c]", {"a", "b"}),
        ("(?:x(?:yy|zz))w{0,3}", {"yy", "zz"}),
        ("(?:foo)(?=bar)", {"foo"}),
        (r"\bfoo\b", {"foo"}),
        ("a{0,4}b", {"b"}),
        ("a{2}", {"a"}),
        ("a|b*", set()),
        (r"\d+", set()),
    ],
)
def test_the_words_of_a_pattern(pattern, words):
    assert needed_words(pattern) == words


def test_a_pattern_is_tried_only_in_the_parts_that_have_its_words():
    text, starts = "foo. bar. foo baz", (0, 4, 9)
    assert Gates(["foo|baz", "bar", "qux", ".*"]).near(text, starts) == {0: {0, 2}, 1: {1}, 3: {0, 1, 2}}


def test_no_match_is_lost():
    for pattern, text in (("(?:ab|cd){1,2}e?", "cd"), ("x(?:y|)z", "xz"), (r"(?:\.|a)b", ".b")):
        words = needed_words(pattern)
        assert re.search(pattern, text)
        assert not words or any(word in text for word in words)
