"""The sentences of one language, read as they are asked for: the door of the window says three words, a desk says thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Final

_NOTHING: Final[Mapping[str, str]] = {}
_HEAD: Final = re.compile(r"^\[(\w+)", re.MULTILINE)
"""The first word of a table's name; what only looks like one in the midst of a sentence costs a look and finds nothing."""


class Catalogue:
    """Dotted keys → sentences, by the first word of the keys; of ``files`` in TOML, all in tables. Any thread may ask.

    A later file takes the place of an earlier one at the same key, whichever was asked for first.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._trees: dict[Path, dict[str, Any]] = {}
        self._words: dict[str, Mapping[str, str]] = {}
        self._unread: dict[str, list[tuple[Path, str]]] = {}
        self._lock = Lock()
        for file in files:
            text = file.read_text("utf-8")
            for word in dict.fromkeys(_HEAD.findall(text)):
                self._unread.setdefault(word, []).append((file, text))

    def get(self, key: str) -> str | None:
        """The sentence of a key, None when there is none."""
        return self.under(key.partition(".")[0]).get(key)

    def under(self, word: str) -> Mapping[str, str]:
        """All whose key begins with a word, in the order of the files."""
        if word in self._unread:
            self._read(word)
        return self._words.get(word, _NOTHING)

    def read(self) -> None:
        """Read all that was not asked for yet."""
        for word in tuple(self._unread):
            self._read(word)

    def _read(self, word: str) -> None:
        with self._lock:
            texts: dict[str, str] = {}
            for file, text in self._unread.get(word, ()):
                texts.update(_flat(self._tree(file, text).pop(word, _NOTHING), f"{word}."))
            if word in self._unread:  # no other thread was here before
                self._words[word] = texts
                del self._unread[word]

    def _tree(self, file: Path, text: str) -> dict[str, Any]:
        import tomllib

        if file not in self._trees:
            self._trees[file] = tomllib.loads(text)
        return self._trees[file]


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)
