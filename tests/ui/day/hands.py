"""Hands on the keyboard: every key goes to the X server; what is typed as a fact is told apart from each key beside the facts."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from tests.ui.day.screen import Program, Screen

_HELD: Final = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}
_NAMED: Final = {"Enter": "Return", "Esc": "Escape", "PgDn": "Next", ",": "comma", ".": "period"}

_LET_GO: Final = 2
"""Seconds after which one of several keys that is not seen to be let go is taken as let go."""


def chord(keys: str) -> tuple[str, int]:
    """``Ctrl+Shift+A`` in the words of xdotool, and how many keys are let go when it ends."""
    *held, key = keys.split("+")
    names = [_HELD[one] for one in held]
    return "+".join((*names, _NAMED.get(key, key.lower() if len(key) == 1 else key))), len(names) + 1


class Hands:
    """Counts by chapter. A chord counts as one key; ``facts`` counts signs."""

    def __init__(self, screen: Screen, program: Program) -> None:
        self.screen, self.program = screen, program
        self.chapter = ""
        self.keys: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()

    def press(self, keys: str) -> dict[str, Any]:
        """Press keys one after another (``Tab Tab``), each once the program has seen the one before."""
        told: dict[str, Any] = {}
        for one in keys.split():
            name, released = chord(one)
            self.keys[self.chapter] += 1
            told = self._send(released, "key", "--clearmodifiers", name)
        return told

    def _send(self, released: int, *words: str) -> dict[str, Any]:
        before = self.program.wait(lambda told: bool(told["window"]))
        self.screen.xdotool(*words)
        sent, wanted = time.monotonic(), before["keys"] + released

        def seen(told: dict[str, Any]) -> bool:
            # A key that opens or closes a window is let go over another one or over none: that is not told to the first.
            late = told["keys"] > before["keys"] and time.monotonic() > sent + _LET_GO
            return told["keys"] >= wanted or told["window"] != before["window"] or late

        return self.program.wait(seen)

    def leave(self) -> int:
        """Leave the program; answers its exit code."""
        self.keys[self.chapter] += 1
        self.screen.xdotool("key", chord("Ctrl+Q")[0])
        return self.program.ended()

    def fact(self, text: str) -> None:
        """Write a fact where the cursor is: key by key, or, what no key writes, from the clipboard as an input method would."""
        self.facts[self.chapter] += len(text)
        if text.isascii():
            self._send(len(text), "type", "--delay", "2", text)
        else:
            self.screen.copy(text)
            self._send(2, "key", "ctrl+v")

    def at(self, place: str) -> dict[str, Any]:
        """Wait until the cursor is in what is called so, and, behind ``=``, until that stands there."""
        name, _, value = place.partition("=")

        def there(told: dict[str, Any]) -> bool:
            focus = told["focus"]
            return bool(told["window"]) and name in focus["name"] and value in focus["value"]

        try:
            return self.program.wait(there)
        except TimeoutError as late:
            raise TimeoutError(f"the cursor does not come to {place}: {late}") from None

    def walk(self, lines: Iterable[tuple[str, ...]]) -> None:
        """Each line: keys, where the cursor is then, and the fact that is written there, if any."""
        for keys, place, *facts in lines:
            self.press(keys)
            self.until(place.strip("“”")) if place.startswith("“") else self.at(place)
            for one in facts:
                self.fact(one)

    def until(self, words: str) -> None:
        """Wait until that can be read somewhere."""
        self.program.wait(lambda told: any(words in one for one in told.get("words", ())), "read")
