"""How far a case is on each of its pages: what the gates say is missing there, and which accounts are through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ui.look.wording import Words
from ui.shell.case_pages import OUTSIDE, page_of
from ui.shell.page_bar import PageState, PageView
from workstation.casework.keeping.progress import STEPS, AccountProgress, Step, progress
from workstation.errors import Finding
from workstation.profile.case import Stage

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_LAST_STAGE: Final = {
    "profile": Stage.UNDERSTAND, "conversation": Stage.UNDERSTAND, "evidence": Stage.VERIFY, "plan": Stage.PLAN,
    "application": Stage.APPLY, "keep": Stage.KEEP,
}  # fmt: skip
"""The last stage that is worked at on a page; forms of banks are filled at any time."""
_FIRST_STAGE: Final = {**_LAST_STAGE, "evidence": Stage.EVIDENCE}
_STEP_OF_PAGE: Final[dict[str, Step]] = {"plan": "plan", "application": "reply", "keep": "keeping"}
MARKS: Final = {"done": "✓", "next": "○", "waiting": "…", "refused": "✕", "expired": "△", "later": "·"}


def page_views(
    file: CaseFile, missing: Mapping[Stage, tuple[Finding, ...]], words: Words, shown: Callable[[str], str]
) -> list[PageView]:
    """One view a page. ``missing``: what keeps the gates closed, up to the stage of now; ``shown`` covers a number."""
    lines = progress(file)
    lacking = _lacking(missing)
    views = [PageView("bank_forms", "")]
    for page in _LAST_STAGE:
        through = _through(lines, page)
        tip = "\n".join(_told(words, lines, shown)) if through[1] > 1 else ""
        views.append(PageView(page, _state(file.case.stage, page), len(lacking.get(page, ())), through, tip))
    return views


def _state(now: Stage, page: str) -> PageState:
    if now > _LAST_STAGE[page]:
        return "done"
    return "current" if now >= _FIRST_STAGE[page] else "ahead"


def _lacking(missing: Mapping[Stage, tuple[Finding, ...]]) -> dict[str, set[str]]:
    """Page → the places where something is missing; what is lacking at two stages is one thing."""
    found: dict[str, set[str]] = {}
    for stage, findings in missing.items():
        for finding in findings:
            outside = finding.subject.partition(".")[0] in OUTSIDE
            page = next(name for name, last in _LAST_STAGE.items() if last >= stage) if outside else ""
            found.setdefault(page or page_of(finding.subject), set()).add(finding.subject)
    return found


def _through(lines: tuple[AccountProgress, ...], page: str) -> tuple[int, int]:
    step = _STEP_OF_PAGE.get(page)
    if step is None:
        return 0, 0
    done = ("done", "waiting") if step == "keeping" else ("done",)
    return sum(one.end is not None or one.state(step) in done for one in lines), len(lines)


def _told(words: Words, lines: tuple[AccountProgress, ...], shown: Callable[[str], str]) -> Iterator[str]:
    for one in lines:
        steps = zip(STEPS, one.states, strict=True)
        said = "  ".join(f"{MARKS[state]} {words.label('progress_step', step)}" for step, state in steps)
        yield words.attributed(f"{one.account.bank} {shown(one.account.tail)}", said)
