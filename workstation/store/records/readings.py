"""How a single character is read, by pypinyin without the phrases that it would load besides: 45 MB, half a second."""

from __future__ import annotations

import os
from typing import Final

_WITHOUT: Final = ("PYPINYIN_NO_PHRASES", "PYPINYIN_NO_DICT_COPY")
"""Variables that pypinyin reads once, when it is imported. Phrases decide between the readings of several characters only."""

os.environ.update(dict.fromkeys(_WITHOUT, "1"))
try:
    from pypinyin import Style, pinyin
finally:
    for _name in _WITHOUT:
        del os.environ[_name]


def character_readings(character: str) -> tuple[str, ...]:
    """Every reading of a character without its tone, the common one first, ``ü`` as ``v``; of anything else the text itself."""
    return tuple(syllable.replace("ü", "v") for syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0])
