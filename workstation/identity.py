"""Who and what is the same: random identifiers of stored things, and the spellings of one login name."""

from __future__ import annotations

import unicodedata
from secrets import token_hex


def new_id() -> str:
    """32 hex characters."""
    return token_hex(16)


def name_key(name: str) -> str:
    """What two spellings of one login name have in common: width, composition, case and spaces do not tell people apart."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
