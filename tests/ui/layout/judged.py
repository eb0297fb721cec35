"""One walk over every view in one language, at each of which all judges look: pages are made once, and judged in many ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSize

from tests.prove import how_many
from tests.ui.driver import Tray
from tests.ui.layout import accessible, faults, spoken, tab_order
from tests.ui.layout.tour import prepared, settle, views
from ui.look.text_size import SIZES
from ui.shell.main_window import MainWindow
from workstation.actions.desk import Desk
from workstation.actions.settings import save_settings

WINDOWS = ((960, 600), (1093, 614), (1180, 700), (1366, 768), (1920, 1080))
LOGICAL = sorted({(width * 100 // size, height * 100 // size) for width, height in WINDOWS for size in SIZES})
SPOKEN = ("zh-Hans", "en", "zh-Hant")
STRETCHED = "stretched"
LANGUAGES = (*SPOKEN, STRETCHED)
_LEAST_STRETCHED = 700
"""Logical pixels across: a language that nobody speaks yet is not asked for at 150 % on the narrowest screen."""
_USUAL = (1366, 768)
_STRIDE = {"zh-Hans": 1, "en": 2, "zh-Hant": 4, STRETCHED: 2}
_FIRST = {"zh-Hans": 0, "en": 0, "zh-Hant": 3, STRETCHED: 1}
_TOLD_STRIDE = {"zh-Hans": 3, "en": 8}
_TAB_STRIDE = 8
_TAB_FIRST = {"zh-Hans": 0, "en": 4}


@dataclass
class Judged:
    """What was found: fault → the views that have it. ``texts``: text in sight → its place; ``known``: of those, no wording."""

    language: str
    laid_out: dict[str, list[str]] = field(default_factory=dict)
    untold: dict[str, list[str]] = field(default_factory=dict)
    untabbed: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    views: int = 0


def walk(window: MainWindow, desk: Desk, tray: Tray, language: str) -> Judged:
    """Turn the window, at a desk with two cases, to every view and have it judged.

    The suite looks at every view in Chinese and at every second one in English and stretched, other ones in each, at one size in
    turn, so that every pair comes by; at every fourth in Traditional Chinese, whose words are the length of the others. It has
    every third view in Chinese and every eighth in English told to a screen reader, and goes over every eighth by Tab, other ones
    in each language. `make prove` does all of it at every view.
    """
    found = Judged(language)
    first, second = prepared(desk)
    if language in SPOKEN:
        desk.run(save_settings, replace(desk.settings, language=language))
    window.open_desk(desk, "" if language in SPOKEN else "en")
    window.context.notices.tell_written("¥", desk.folder)
    for number, view in enumerate(views(window, first, second)):
        found.views += 1
        if number % how_many(_STRIDE[language], 1) != how_many(_FIRST[language], 0):
            continue
        if language in SPOKEN:
            _turn_out(window, found, number, view)
        _lay_out(window, found, number, view)
        if language in _TAB_FIRST and (number + _TAB_FIRST[language]) % how_many(_TAB_STRIDE, 1) == 0:
            _resize(window, _USUAL)
            _add(found.untabbed, tab_order.faults(window, view), view)
        window._toast.drop()  # once seen: it lies over pages and is placed anew at each size
    found.known = spoken.quoted(desk, tray) if language in SPOKEN else []
    return found


def _turn_out(window: MainWindow, found: Judged, number: int, view: str) -> None:
    """What is said, and what a screen reader is told, at the usual size."""
    _resize(window, _USUAL)
    for place, text in spoken.told(window, view):
        found.texts.setdefault(text, place)
    if found.language in _TOLD_STRIDE and number % how_many(_TOLD_STRIDE[found.language], 1) == 0:
        _add(found.untold, accessible.faults(window), view)


def _lay_out(window: MainWindow, found: Judged, number: int, view: str) -> None:
    """Whether there is room for everything."""
    sizes = [one for one in LOGICAL if one[0] >= _LEAST_STRETCHED or found.language in SPOKEN]
    count = how_many(1, len(sizes))
    for step in range(count):
        # a stride that has no part in common with the number of sizes comes by all of them
        shift = number * 2 + LANGUAGES.index(found.language)
        size = sizes[(step * 7 + shift) % len(sizes)] if count < len(sizes) else sizes[step]
        _resize(window, size)
        if (window.width(), window.height()) != size:
            _add(found.laid_out, [f"does not let the window be {size}"], view)
        for fault in faults.faults(window):
            if found.language not in SPOKEN and fault.startswith(("cut", "heading cut")):
                continue  # words that nobody speaks yet may be short of room; no figure may
            _add(found.laid_out, [fault], f"{view} {size[0]}×{size[1]}")


def _resize(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(QSize(*size))
    settle(window)


def _add(found: dict[str, list[str]], faults: Iterable[str], view: str) -> None:
    for fault in faults:
        found.setdefault(fault, []).append(view)
