"""Work beside the window answers once, on the thread that asked; a failure arrives as a failure."""

from __future__ import annotations

import threading

from ui.background import Inline, Pool


def _fail(error: Exception) -> None:
    raise error


def test_the_pool_works_elsewhere_and_answers_here(qtbot) -> None:
    seen: list[tuple[int, int]] = []
    pool = Pool()
    pool.run(threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())), _fail)
    qtbot.waitUntil(lambda: bool(seen))
    worked, answered = seen[-1]
    assert worked != answered == threading.get_ident()


def test_a_failure_is_handed_on(qtbot) -> None:
    failures: list[Exception] = []
    for runner in (Pool(), Inline()):
        runner.run(lambda: 1 // 0, lambda _result: None, failures.append)
        qtbot.waitUntil(lambda: bool(failures))
        assert isinstance(failures.pop(), ZeroDivisionError)
