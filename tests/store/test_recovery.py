"""Words for a recovery key: typed as people type, refused when one is wrong, and a new key takes the place of the old."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.stored import CHEAP
from workstation.errors import Refused
from workstation.store.backup.recovery_words import new_recovery, open_by, recovery_of
from workstation.store.files import write_whole
from workstation.store.keys import HEADER, Keys, new_keys, set_recovery

PASSPHRASE = "a long enough passphrase"


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    made, header = new_keys(PASSPHRASE, CHEAP)
    write_whole(tmp_path / HEADER, header)
    return made


def test_words_are_24_of_the_list_and_differ_each_time() -> None:
    recovery, words = new_recovery()
    assert len(words) == 24 and recovery_of(" ".join(words)) == recovery
    assert new_recovery()[0] != recovery


@pytest.mark.parametrize(
    "typed",
    [
        lambda words: " ".join(words).upper(),
        lambda words: "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1)),
        lambda words: "\u3000".join(words),
        lambda words: " ".join(word[:4] for word in words),
        lambda words: "  ".join(words) + "\n",
    ],
)
def test_words_may_be_typed_as_people_do(typed) -> None:
    recovery, words = new_recovery()
    assert recovery_of(typed(words)) == recovery


@pytest.mark.parametrize(
    "text", ["", PASSPHRASE, "abandon " * 24, "abandon " * 23 + "art", "word " * 24, "abandonX " * 23 + "art"]
)
def test_what_are_no_such_words_is_a_passphrase(text: str) -> None:
    assert (recovery_of(text) is None) == (text != "abandon " * 23 + "art")


def test_swapped_words_are_nearly_always_noticed() -> None:
    unnoticed = 0
    for _ in range(200):
        _, words = new_recovery()
        swapped = [words[1], words[0], *words[2:]]
        unnoticed += recovery_of(" ".join(swapped)) is not None and swapped != list(words)
    assert unnoticed < 20


def test_the_words_open_the_desk_and_new_ones_take_their_place(tmp_path: Path, keys: Keys) -> None:
    first, words = new_recovery()
    with pytest.raises(Refused, match="recovery_none"):
        open_by(tmp_path, " ".join(words))
    set_recovery(tmp_path, keys, first)
    assert open_by(tmp_path, " ".join(words)) == keys == open_by(tmp_path, PASSPHRASE)
    second, others = new_recovery()
    set_recovery(tmp_path, keys, second)
    assert open_by(tmp_path, " ".join(others)) == keys
    with pytest.raises(Refused, match="recovery_wrong"):
        open_by(tmp_path, " ".join(words))


def test_words_are_nowhere_in_the_key_file(tmp_path: Path, keys: Keys) -> None:
    recovery, words = new_recovery()
    set_recovery(tmp_path, keys, recovery)
    held = (tmp_path / HEADER).read_text("utf-8")
    assert recovery.hex() not in held and not any(f" {word} " in held for word in words)


def test_a_passphrase_made_of_such_words_still_opens(tmp_path: Path) -> None:
    _, words = new_recovery()
    made, header = new_keys(" ".join(words), CHEAP)
    write_whole(tmp_path / HEADER, header)
    assert open_by(tmp_path, " ".join(words)) == made
