"""The one writing in which a person's name is kept."""

from __future__ import annotations

import re
from functools import cache

from workstation.characters import middle_dots, restored


def person_name(text: str) -> str:
    """A name with single spaces and the middle dot of minority names as GB 18030 writes it (U+00B7).

    Codes and radicals that stand for a character are put back; no other normalisation: it would replace rare characters by their
    look-alikes.
    """
    single = " ".join(text.split())
    return single if single.isascii() else _dots().sub("·", restored(single))


@cache
def _dots() -> re.Pattern[str]:
    letter = r"[^\W\d_a-zA-Z]"
    return re.compile(rf"(?<={letter})\s*[{re.escape(middle_dots())}]\s*(?={letter})")
