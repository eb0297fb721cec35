"""How a task reads, on the screen as on the command line."""

from __future__ import annotations

from collections.abc import Callable

from workstation.actions.keep.register_texts import coming_detail
from workstation.casework.day.tasks import Task
from workstation.errors import Finding
from workstation.policy.rules import label
from workstation.profile.case import Stage
from workstation.wording import Wording


def task_detail(task: Task, stage: Stage, words: Wording, told: Callable[[Finding], str]) -> str:
    """What is to be known beyond kind, day and amount. ``stage``: of the case; ``told`` puts a finding into words."""
    if task.coming is not None:
        return coming_detail(task.coming, words)
    if task.finding is not None:
        return told(task.finding)
    if task.no:
        return words.text("register.instalment_no", {"no": str(task.no)})
    if task.kind == "advance":
        return words.text(f"stage.{Stage(stage + 1).key}")
    if task.proof is not None:
        banks = words.text("paper.list_separator").join(task.holds_up)
        return words.text("day.holds_up", {"proof": label(task.proof, words.language), "banks": banks})
    return task.step


def kind_text(task: Task, days: int | None, words: Wording) -> str:
    """What kind of task it is; ``days`` until its day: a proof whose day has come is too old by now."""
    kind = "outdated" if task.kind == "stale" and days is not None and days <= 0 else task.kind
    return words.text(f"task_kind.{kind}")


def banks_text(task: Task, words: Wording) -> str:
    """The bank of its account, or those whose packet it holds up; empty where it is of none."""
    banks = (task.account.bank,) if task.account is not None else task.holds_up
    return words.text("paper.list_separator").join(banks)


def when_text(days: int | None, words: Wording) -> str:
    """How far a day is from today."""
    if days is None:
        return words.text("day.any")
    if days == 0:
        return words.text("day.today")
    return words.text("day.late" if days < 0 else "day.left", {"count": str(abs(days))})
