"""Work in the background answers once, on the thread that asked; a failure arrives as a failure, a stop as a stop."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.background import Cancelled, Inline, Pool, TaskProgress
from workstation.event_log import EventLog


def _fail(error: Exception) -> None:
    raise error


class _Listener(QObject):
    """Hears steps by a method, as a widget does."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, object, int]] = []

    def on_step(self, done: object, total: object) -> None:
        self.heard.append((done, total, threading.get_ident()))


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


@pytest.mark.parametrize("runner", [Pool, Inline])
def test_steps_are_told_on_the_windows_thread(qtbot, runner) -> None:
    task, listener = TaskProgress(), _Listener()
    answers: list[object] = []
    task.stepped.connect(listener.on_step)

    def work() -> None:
        for done in range(1001):
            task.step(done, 1000)

    pool = runner()
    pool.run(work, answers.append, _fail, task)
    qtbot.waitUntil(lambda: bool(answers) and len(listener.heard) == 101)
    assert listener.heard[0][:2] == (0, 1000)
    assert listener.heard[-1][:2] == (1000, 1000)
    assert {thread for _, _, thread in listener.heard} == {threading.get_ident()}


@pytest.mark.parametrize("runner", [Pool, Inline])
def test_a_stop_ends_the_work_at_its_next_step(qtbot, runner) -> None:
    task = TaskProgress()
    failures: list[Exception] = []
    reached: list[int] = []

    def work() -> None:
        for number in range(10):
            reached.append(number)
            if number == 3:
                task.cancel()
            task.step(number, 10)

    pool = runner()
    pool.run(work, lambda _result: None, failures.append, task)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Cancelled)
    assert reached == [0, 1, 2, 3]


@pytest.mark.parametrize("runner", [Pool, Inline])
def test_nobody_is_told_once_it_is_forgotten(qtbot, runner) -> None:
    task = TaskProgress()
    answers: list[object] = []
    pool = runner()
    pool.run(task.forget, answers.append, answers.append, task)
    pool.run(lambda: "later", answers.append, _fail)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["later"]


class Noted(EventLog):
    def __init__(self) -> None:
        self.lines: list[tuple[str, str, str]] = []

    def note(self, kind: str, name: str, outcome: str, milliseconds: int) -> None:
        self.lines.append((kind, name, outcome))


def test_the_log_hears_of_each_task_by_its_name(qtbot) -> None:
    log = Noted()
    answers: list[object] = []
    pool = Pool(log=log)
    pool.run(_named, answers.append, _fail)
    qtbot.waitUntil(lambda: len(answers) == 1)
    pool.run(_failing, lambda _text: pytest.fail("it failed"), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert log.lines == [("task", "test_background._named", "ok"), ("task", "test_background._failing", "ValueError")]


def _named() -> str:
    return "张伟"


def _failing() -> str:
    raise ValueError("张伟")


class _Asker(QObject):
    """Asks, and hears the answer by a method."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def on_answer(self, answer: int) -> None:
        self.objectName()  # of what is destroyed nothing can be asked
        self.heard.append(answer)


@pytest.mark.parametrize("by", ["method", "task", "failure"])
def test_who_is_destroyed_meanwhile_is_not_answered(qtbot, by: str) -> None:
    pool, asker, going = Pool(), _Asker(), threading.Event()
    heard = asker.heard
    work = (lambda: going.wait(5) and 1 // 0) if by == "failure" else (lambda: int(going.wait(5)))
    if by == "method":
        pool.run(work, asker.on_answer, _fail)
    else:
        task = TaskProgress(asker)
        pool.run(work, lambda answer: asker.on_answer(int(answer)), lambda _error: asker.on_answer(-1), task)
    delete(asker)
    going.set()
    assert pool._threads.waitForDone(5_000)
    QApplication.processEvents()
    assert heard == []
