"""What makes a passphrase weak: what is known of the person, numbers, days, pinyin, quotations; and what is strong enough."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.store.stored import CHEAP
from workstation.errors import Refused
from workstation.store import keys
from workstation.store.passphrases import refuse_weak, strength, weak_finding
from workstation.wording import LANGUAGES, Wording

KNOWN = ("王小明", "11010519491231002X", "138 0000 6214", "星海工作台", "1949-12-31", "Lin Xieshang")

WEAK = {
    "an ID of anybody": ("110105198003070017", "number"),
    "an ID with a letter": ("11010519800307001x", "number"),
    "a mobile number": ("13912345678", "number"),
    "a day": ("20240101", "date"),
    "a day in Chinese": ("1987年10月1日", "date"),
    "one's own name in pinyin": ("wangxiaoming", "known"),
    "one's own name and a year": ("wangxiaoming1949", "known"),
    "one's initials and telephone": ("wxm13800006214", "known"),
    "one's own ID": ("11010519491231002X", "known"),
    "the end of one's ID": ("31002x31002x", "known"),
    "the desk": ("星海工作台星海工作台", "known"),
    "a name in another order": ("xieshang.lin", "known"),
    "pinyin words": ("woaibeijing", "pinyin"),
    "four names that stand for anybody": ("张三李四王五赵六", "phrase"),
    "a poem": ("床前明月光疑是地上霜", "phrase"),
    "a short phrase": ("北京市朝阳", "phrase"),
    "a word with usual changes": ("Passw0rd!2024", "common"),
    "keys beside each other": ("qwertyuiop", "short"),
    "one character often": ("x" * 100_000, "common"),
    "full-width digits": ("２０２４０１０１", "date"),
}
STRONG = [
    "correct horse battery staple",
    "七只蓝色的鲸鱼在屋顶喝茶",
    "风和日丽 correct horse",
    "a long enough passphrase",
    "Kx9#vT2$mQ7p",
    "𠮷" * 3 + "鲸鱼屋顶喝茶蓝色木梯",
]


@pytest.mark.parametrize(("passphrase", "weakness"), WEAK.values(), ids=list(WEAK))
def test_weak_passphrases_are_refused_and_told_why(passphrase: str, weakness: str) -> None:
    found = strength(passphrase, KNOWN)
    assert (found.level, found.weakness) == ("weak", weakness)
    with pytest.raises(Refused) as refused:
        refuse_weak(passphrase, KNOWN)
    assert [one.code for one in refused.value.findings] == ["passphrase_weak"]


@pytest.mark.parametrize("passphrase", STRONG)
def test_strong_ones_are_taken(passphrase: str) -> None:
    assert strength(passphrase, KNOWN).level == "strong"
    refuse_weak(passphrase, KNOWN)


def test_what_is_known_of_the_person_counts() -> None:
    assert strength("xinghaigongzuotai 7 ma", ()).power > strength("xinghaigongzuotai 7 ma", KNOWN).power


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weak_one_is_told_in_words_with_the_way_to_mend_it(language: str) -> None:
    sentence = Wording(language).finding(weak_finding(strength("13912345678")))
    assert "{" not in sentence and "100,000" in sentence and len(sentence) > 20


def test_a_desk_is_not_guarded_by_a_weak_one() -> None:
    with pytest.raises(Refused) as refused:
        keys.new_keys("11010519491231002X", CHEAP)
    assert refused.value.findings[0].code == "passphrase_weak"


def test_a_desk_of_before_still_opens_with_a_weak_one(tmp_path, monkeypatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(keys, "refuse_weak", lambda *_given: None)
        made, header = keys.new_keys("12345678", CHEAP)
    (tmp_path / keys.HEADER).write_bytes(header)
    assert keys.open_keys(tmp_path, "12345678").database == made.database


def test_opening_a_desk_does_not_load_the_estimate() -> None:
    loaded = "import sys; from workstation.actions import desk; print('zxcvbn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True).stdout.strip() == "False"
