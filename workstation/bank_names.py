"""One bank under its several names: 微众银行 is 深圳前海微众银行股份有限公司. A key for comparing, never shown."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
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
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.path("names", "banks.toml").read_text("utf-8"))
