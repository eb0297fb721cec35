"""The words of a case, made the quick way, against the same said plainly."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

from hypothesis import example, given
from hypothesis import strategies as st

from workstation.profile.debtor import Contact, Phone
from workstation.store.listing.words import bare, index_words
from workstation.store.records.field_types import ListField
from workstation.store.records.search_text import EDGE, plain

TEXTS = st.text(alphabet="abxyzü张三样例0123456789-x. ()·/٣_'", max_size=12)
CASES = st.one_of(st.from_regex(r"[A-Z]{1,5}-20[0-9]{2}-[0-9]{1,6}", fullmatch=True), TEXTS)


@given(st.lists(TEXTS, max_size=5), CASES, st.lists(TEXTS, max_size=3), st.integers(1, 6))
@example(["张伟", "zw", "zhangwei", "wei", "13900000007", "11010519600108000x"], "CC-2026-00007", ["6225 8800-01"], 1)
@example([], "", [""], 1)
def test_the_words_of_a_case_are_what_is_plainly_said(words, number, accounts, stage):
    assert index_words(EDGE.join(words), number, accounts, stage) == " ".join(told(words, number, accounts, stage))


def told(words, number, accounts, stage):
    firsts: dict[str, int] = {}
    found = [f"s{stage}"]
    for word in filter(None, words):
        if re.match("[a-z]", word):
            firsts |= {"a" + word[0]: 0, "c" + safe(word[:2]): 0}
            found.append("d" + safe(word[:64]))
        elif re.match("[0-9]", word):
            found.append("b" + safe(word[:4]))
        if not re.fullmatch("[a-z]+", word):
            found += numbered(word)
            if not re.fullmatch(r"\d+x?", word):
                found += ["x", *("g" + safe(sign) for sign in word)]
    number = plain(number)
    found += case_number(number)
    for one in (number.split("-")[-1], *map(bare, accounts)):
        found += numbered(one)
    return [*firsts, *found]


def case_number(number):
    usual = re.fullmatch(r"([a-z]{1,4}-)(\d{4}-)\d+", number)
    if usual is None:
        places = [at for at in range(len(number)) if at == 0 or number[at - 1] == "-"]
        return ["l" + safe(number[at:]) for at in places]
    kind, year = usual.groups()
    begun = [(kind + year)[:end] for end in range(len(kind), len(kind + year) + 1)]
    return ["j" + safe(one) for one in (*begun, year)] + ["k" + safe(one) for one in (number, number[len(kind) :])]


def numbered(word):
    tail = ["e" + safe(word[-4:][::-1])] if re.search(r"\dx?\Z", word) else []
    grams = ["x", *("f" + safe(word[at : at + 3]) for at in range(len(word) - 2))]
    return tail + (grams if word.isascii() else [])


def safe(text):
    return "".join(chr(0xE000 + ord(one)) if one.isascii() and not one.isalnum() else one for one in text)


@given(st.lists(st.builds(Contact, st.text(), st.text(), st.text(), st.booleans(), st.booleans()), max_size=3))
def test_members_are_written_as_json_writes_them(contacts):
    for members in (tuple(contacts), tuple(Phone(one.name, one.phone) for one in contacts)):
        text = json.dumps([asdict(one) for one in members], ensure_ascii=False, separators=(",", ":"))
        assert ListField(Contact if members == tuple(contacts) else Phone).db_value(members) == text
