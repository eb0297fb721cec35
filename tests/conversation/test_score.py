"""The wording check reaches its floor on every labelled set beside this file; the counting itself is right."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools.wording_score import main, read, score
from workstation.conversation.phrase_rules import kinds

FOLDER = Path(__file__).parent / "wording"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
SETS = sorted(FOLDER.glob("*.toml"))


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.name)
def test_a_set_reaches_its_floor(file):
    found = score(read(file))
    for what, floor in FLOORS.get(file.name, FLOORS["default"]).items():
        assert found.precision(what) >= floor["precision"], "\n".join(found.wrong)
        assert found.recall(what) >= floor["recall"], "\n".join(found.wrong)


def test_the_set_of_our_own_has_every_kind_in_every_language_and_half_of_it_is_fine():
    sentences = read(FOLDER / "development.toml")
    assert len({one.text for one in sentences}) == len(sentences) >= 220
    fine = sum(not one.kinds for one in sentences)
    assert 0.4 <= fine / len(sentences) <= 0.6
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert {kind for one in sentences if one.language == language for kind in one.kinds} == set(kinds())


def test_pairs_and_sentences_are_counted_apart(tmp_path, capsys):
    file = tmp_path / "few.toml"
    file.write_text(
        'sentence = [\n{ text = "你这个老赖", language = "zh-Hans", kinds = ["threats", "insult"] },\n'
        '{ text = "谢谢", language = "zh-Hans", kinds = [] },\n]\n',
        "utf-8",
    )
    found = score(read(file))
    assert (found.precision("all"), found.recall("all"), found.recall("any")) == (1.0, 0.5, 1.0)
    assert main([str(file), "--wrong"]) == 0
    assert "2 sentences" in capsys.readouterr().out


def test_an_unknown_kind_is_refused(tmp_path):
    file = tmp_path / "odd.toml"
    file.write_text('s = [{ text = "x", language = "en", kinds = ["rudeness"] }]', "utf-8")
    with pytest.raises(ValueError, match="rudeness"):
        read(file)
