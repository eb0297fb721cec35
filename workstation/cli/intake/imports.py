"""Imports on the command line: tried, taken in, listed, taken back, and their rejected rows."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.cli.answers import Answer
from workstation.cli.intake.long_work import watched
from workstation.cli.outputs import write_rejects
from workstation.errors import Finding, Refused
from workstation.wording import Wording


def import_portfolio(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take in a list of debtors, or only try it."""
    from workstation.actions import imports

    source = Path(given.file)
    mapping = Path(given.mapping) if given.mapping else None
    with (
        _stopped_as("import_stopped", source.name),
        watched(partial(_progress, wording, "reading"), writes=False) as step,
    ):
        plan = imports.plan_file(desk, source, mapping, compute=given.compute_formulas, step=step)
    answer: dict[str, object] = dict(imports.totals_json(plan, wording))
    if plan.rejected:
        rejects = write_rejects(imports.rejects_workbook(plan, wording.language), given)
        answer["rejected_file"] = str(rejects)
    if not given.dry_run:
        confirmed = {"formulas_computed"} if given.compute_formulas else set()
        confirmed |= imports.CONTROL_DIFFERENCES if given.accept_differences else set()
        with (
            _stopped_as("import_stopped", source.name),
            watched(partial(_progress, wording, "storing"), writes=True) as step,
        ):
            answer["import_id"] = desk.run(imports.import_portfolio, plan, confirmed, step).id
    return answer


def _progress(wording: Wording, part: str, figure: str) -> str:
    return wording.text(f"import_progress.{part}", {"percent": figure})


@contextmanager
def _stopped_as(code: str, name: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        raise Refused(Finding(code, name, {"name": name})) from None


def import_undo(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take a whole import back."""
    from workstation.actions import imports

    with (
        _stopped_as("undo_stopped", given.import_id),
        watched(partial(_progress, wording, "undoing"), writes=True) as step,
    ):
        desk.run(imports.undo_import, given.import_id, step)
    return {"undone": given.import_id}


def import_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every import, the last one first."""
    from workstation.actions import imports

    return {
        "imports": [
            {
                "id": one.id,
                "file": one.file_name,
                "at": one.at.isoformat(),
                "by": one.by,
                "accepted": one.accepted,
                "rejected": one.rejected,
                "undone_at": one.undone_at.isoformat() if one.undone_at else None,
            }
            for one in imports.past_imports(desk)
        ]
    }


def import_rejects(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Write the rejected rows of an earlier import again."""
    from workstation.actions import imports

    work = imports.kept_rejects(desk, given.import_id, wording.language)
    return {"rejected_file": str(write_output(Path(given.out), desk.compute(work)))}
