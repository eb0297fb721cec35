"""Both languages hold the same keys with the same places, and every finding has its sentence in each."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import resources
from tests.source_tree import Source, sources
from workstation.catalogue import Catalogue
from workstation.wording import LANGUAGES, Wording

PROGRAM = sources("workstation", "ui")
PLACE = re.compile(r"\{([a-z_]*?)(?:_en|_hant)?\}")
"""A figure that is itself words comes once a language: ``{accepted}`` and ``{accepted_en}`` are the same place."""
CODE = re.compile(r"[a-z][a-z0-9_]*")


def flat(tree: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def texts(language: str) -> list[tuple[str, str, str]]:
    """(file, key, text) of everything a language says."""
    files = sorted(resources.path("wording", language).glob("*.toml"))
    return [(file.name, key, text) for file in files for key, text in flat(tomllib.loads(file.read_text("utf-8")))]


def by_key(language: str) -> dict[str, str]:
    return {key: text for _, key, text in texts(language)}


def test_all_languages_hold_the_same_keys() -> None:
    first, *others = (set(by_key(language)) for language in LANGUAGES)
    for other in others:
        assert sorted(first ^ other) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_said_twice(language: str) -> None:
    keys = [key for _, key, _ in texts(language)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_empty(language: str) -> None:
    assert [key for key, text in by_key(language).items() if not text.strip()] == []


def test_sentences_have_the_same_places() -> None:
    catalogues = [by_key(language) for language in LANGUAGES]
    shared = set.intersection(*(set(catalogue) for catalogue in catalogues))
    different = [key for key in shared if len({frozenset(PLACE.findall(texts[key])) for texts in catalogues}) > 1]
    assert sorted(different) == []


def spoken(value: ast.expr) -> Iterator[str]:
    """Patterns of the codes an expression may give: a text, either side of a choice, an f-string with its gaps open."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield re.escape(value.value)
    elif isinstance(value, ast.IfExp):
        yield from spoken(value.body)
        yield from spoken(value.orelse)
    elif isinstance(value, ast.BoolOp):
        for part in value.values:
            yield from spoken(part)
    elif isinstance(value, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_]+" for part in value.values
        ]
        yield "".join(parts)


def name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in source.walked if isinstance(node, ast.Call))


def makers() -> dict[str, set[int]]:
    """Functions that pass one of their parameters on as a finding's code, and its position; `Finding` itself is one."""
    found: dict[str, set[int]] = {"Finding": {0}}
    for source in PROGRAM:
        for function in source.walked:
            if isinstance(function, ast.FunctionDef):
                names = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and name_of(call.func) == "Finding" and call.args:
                        code = call.args[0]
                        passed = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
                        if not isinstance(code, ast.JoinedStr):
                            found.setdefault(function.name, set()).update(names.index(n) for n in passed if n in names)
    return {name: places for name, places in found.items() if places}


def codes() -> dict[str, str]:
    """Pattern of a finding's code → the place in the source that makes it."""
    known, found = makers(), {}
    for source in PROGRAM:
        for call in calls(source):
            for place in known.get(name_of(call.func), ()):
                given = call.args[place] if place < len(call.args) else None
                given = next((word.value for word in call.keywords if word.arg == "code"), given)
                for pattern in spoken(given) if given else ():
                    found[pattern] = f"{source.path}:{call.lineno}"
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_a_sentence(language: str) -> None:
    known = [key.removeprefix("finding.") for key in by_key(language) if key.startswith("finding.")]
    silent = [
        f"{where}: {code}" for code, where in codes().items() if not any(re.fullmatch(code, key) for key in known)
    ]
    assert not silent, "\n" + "\n".join(sorted(silent))


def test_every_sentence_of_a_finding_is_used() -> None:
    patterns = list(codes())
    words = {
        node.value
        for source in PROGRAM
        for node in source.walked
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    known = [key.removeprefix("finding.") for key in by_key(LANGUAGES[0]) if key.startswith("finding.")]
    unused = [key for key in known if key not in words and not any(re.fullmatch(p, key) for p in patterns)]
    assert sorted(unused) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_is_never_shown_as_its_code(language: str) -> None:
    wording = Wording(language)
    assert wording.has("finding.amount_unreadable")
    assert wording.text("finding.no_such_code") == "finding.no_such_code"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_read_one_by_one_are_those_of_the_files(language: str) -> None:
    said = by_key(language)
    one_by_one, at_once = (Catalogue(sorted(resources.path("wording", language).glob("*.toml"))) for _ in range(2))
    at_once.read()
    for found in (one_by_one, at_once):
        assert {key: found.get(key) for key in reversed(said)} == said
        assert [key for key in said if key.startswith("finding.")] == list(found.under("finding"))
    assert one_by_one.get("finding") is one_by_one.get("nothing.known") is None


def test_a_file_is_read_when_a_word_of_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / f"{no}.toml" for no in range(3)]
    texts = (
        '[day]\na = "1"\n[row.one]\nb = "2"\n',
        '[row]\none.b = "3"\ntwo = """\n[day] of the week"""\n',
        "[day]\nc = 4\n",
    )
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    read: list[str] = []
    loads = tomllib.loads

    def loaded(text: str) -> dict[str, Any]:
        read.append(text)
        return loads(text)

    monkeypatch.setattr("tomllib.loads", loaded)
    found = Catalogue(files)
    assert not read
    assert found.under("day") == {"day.a": "1", "day.c": "4"} and read == list(texts)
    assert found.under("row") == {"row.one.b": "3", "row.two": "[day] of the week"}, "the later file's"
    assert found.get("row.one.b") == "3" and read == list(texts), "each is read once"
    early = Catalogue(files[:1])
    files[0].unlink()
    assert early.get("day.a") == "1", "a program that is being replaced speaks on"


def test_threads_that_ask_at_once_are_all_answered() -> None:
    files = sorted(resources.path("wording", "en").glob("*.toml"))
    keys = sorted(by_key("en"))

    def answers(found: Catalogue, first: int) -> list[str | None]:
        return [found.get(key) for key in keys[first:] + keys[:first]]

    for _ in range(5):
        found = Catalogue(files)
        with ThreadPoolExecutor(4) as pool:
            asked = [pool.submit(answers, found, first) for first in range(0, 4000, 1000)]
        assert not any(None in one.result() for one in asked)
