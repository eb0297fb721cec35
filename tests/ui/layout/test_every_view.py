"""Every page, part and sheet in every language: nothing cut, squashed or covered, and all is told, reached by Tab, of one language.

A text size makes the window so much smaller in logical pixels: 960 × 600 at 150 % is 640 × 400. `make prove` judges every view at
every size in every language; how much of that the suite takes is said in `judged`.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping

import pytest
from shiboken6 import delete

from tests.prove import how_many
from tests.ui.driver import Answers, Tray, window_at
from tests.ui.layout.judged import LANGUAGES, SPOKEN, STRETCHED, Judged, walk
from tests.ui.layout.spoken import spoken_wrongly
from tests.ui.layout.tour import Stretched
from tests.ui.staff import staffed_desk

pytestmark = [pytest.mark.prove, pytest.mark.timeout(7200)]


@pytest.fixture(scope="module", params=LANGUAGES)
def judged(request, qapp, typefaces: None, translations: None, tmp_path_factory) -> Judged:
    """What the judges found on one walk in a language; the window is gone by then."""
    home, tray = tmp_path_factory.mktemp("judged"), Tray()
    translator = Stretched(qapp) if request.param == STRETCHED else None
    gc.disable()  # as while any other window is open
    with pytest.MonkeyPatch.context() as patch, window_at(qapp, home, Answers(), tray) as window:
        if translator is not None:
            qapp.installTranslator(translator)
            patch.setattr(window.translations, "use", lambda language: None)
        try:
            found = walk(window, staffed_desk(home / "desk"), tray, request.param)
        finally:
            if translator is not None:
                qapp.removeTranslator(translator)
                delete(translator)  # the application would keep it for whatever test comes after
                patch.undo()
    gc.collect()
    gc.enable()
    return found


def lines(found: Mapping[str, list[str]]) -> list[str]:
    return [f"{fault}: {', '.join(where[:3])}" for fault, where in found.items()]


def test_nothing_is_cut_squashed_or_covered(judged: Judged) -> None:
    assert lines(judged.laid_out) == []
    assert judged.views > 120


@pytest.mark.parametrize("judged", ["zh-Hans", "en"], indirect=True)
def test_every_control_has_name_role_and_value(judged: Judged) -> None:
    """What a screen reader is told."""
    assert lines(judged.untold) == []


@pytest.mark.parametrize("judged", ["zh-Hans", "en"], indirect=True)
def test_tab_reaches_everything_as_it_is_read(judged: Judged) -> None:
    """Each thing that takes a key is reached, line by line, left to right."""
    assert lines(judged.untabbed) == []


@pytest.mark.parametrize("judged", SPOKEN, indirect=True)
def test_the_window_speaks_one_language(judged: Judged) -> None:
    assert len(judged.texts) > how_many(400, 1000)
    found = spoken_wrongly(judged.texts, judged.known, judged.language)
    assert not found, "\n" + "\n".join(f"{word}: {where}" for word, where in sorted(found.items()))
