"""One bank under its several names: 微众银行 is 深圳前海微众银行股份有限公司. A key for comparing, never shown."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

import resources
from workstation.folding import folded


@lru_cache(4096)
def bank_key(name: str) -> str:
    """What every name of one bank has in common; of a bank that is not known, its name without the legal form."""
    bare = _bare(name)
    return _full_names().get(bare, bare)


def names_of(name: str) -> tuple[str, ...]:
    """Every name by which this bank is known, as keys to look for in a text; its own among them."""
    key = bank_key(name)
    return tuple(dict.fromkeys((key, _bare(name), *(one for one, full in _full_names().items() if full == key))))


def legal_name(name: str) -> str:
    """The full legal name of a bank under any of its names; nothing where it is not known."""
    return _legal_names().get(bank_key(name), "")


def is_short(name: str) -> bool:
    """Whether a name is one that people call a known bank, and not its own: 招行, 工商银行."""
    bare = _bare(name)
    return _full_names().get(bare, bare) != bare


def banks_called(text: str, used: Iterable[str]) -> tuple[str, ...]:
    """Names of banks that a text begins to say, by any of their names: those that are ``used``, then full legal names.

    Each bank stands once; a text that is a name in full already says nothing more.
    """
    typed = folded(text).replace(" ", "")
    long = sorted({name for name in used if not is_short(name)}, key=len)
    if not typed or (_bare(text) in {*map(bank_key, long), *_legal_names()} and not is_short(text)):
        return ()
    by_bank: dict[str, str] = {}
    for name in (*(one for one in long if one == legal_name(one)), *long, *_legal_names().values()):
        by_bank.setdefault(bank_key(name), name)
    called = {name: [one for one in names_of(name) if typed in one] for name in by_bank.values()}
    ranked = sorted(
        (name for name, words in called.items() if words),
        key=lambda name: (typed not in called[name], not any(one.startswith(typed) for one in called[name])),
    )
    return tuple(ranked)


def _bare(name: str) -> str:
    bare = folded(name).replace(" ", "")
    while shorter := next((bare.removesuffix(end) for end in _ends() if bare.endswith(end) and bare != end), ""):
        bare = shorter
    return bare


@cache
def _ends() -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(folded, _table()["ends"])))


@cache
def _full_names() -> Mapping[str, str]:
    return {_bare(name): _bare(full) for full, others in _table()["names"].items() for name in (full, *others)}


@cache
def _legal_names() -> Mapping[str, str]:
    return {_bare(name): f"{name}{end}" for end, names in _table()["legal"].items() for name in names}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.path("names", "banks.toml").read_text("utf-8"))
