"""What is wrong with a proof: issuer, form, age, period covered, checks. Findings, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from workstation.dates import add_days, add_months
from workstation.errors import Finding
from workstation.evidence.freshness import dated_on, stale_on
from workstation.evidence.masking import number_findings
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.policy.rules import Issuer, Requirement, spoken_figures
from workstation.profile.account import Account

BLOCKING: Final = frozenset(
    {
        "issuer_unnamed",
        "issued_on_missing",
        "issued_in_future",
        "coverage_unknown",
        "coverage_short",
        "second_look_needed",
        "number_uncovered",
    }
)
"""Findings that keep an entry from counting as verified, whatever checks were made."""

_SHOWS_THE_STAMP: Final = ("original_seen", "issuer_phoned", "portal")
"""Checks that prove the seal: a copy may show any. An electronic file carries its own."""

_SLACK_DAYS: Final = 3  # statements are drawn up a few days before or after a month is full


def failed(checks: Sequence[Verification]) -> bool:
    """Whether the latest result of any check is a failure."""
    return any(check.result == "failed" for check in latest(checks))


def passed(requirement: Requirement, checks: Sequence[Verification]) -> bool:
    """Whether a check that counts here was made with success, and none failed."""
    good = [
        check
        for check in latest(checks)
        if check.result == "ok" and (not requirement.checks or check.check in requirement.checks)
    ]
    return bool(good) and not failed(checks)


def latest(checks: Sequence[Verification]) -> tuple[Verification, ...]:
    """The latest result of each named check, the last made last. Checks come in the order in which they were recorded.

    Their times do not decide: a clock that was set back would let an earlier result win.
    """
    last: dict[str, Verification] = {}
    for check in checks:
        last.pop(check.check, None)
        last[check.check] = check
    return tuple(last.values())


def item_findings(
    requirement: Requirement, item: EvidenceItem, checks: Sequence[Verification], today: date
) -> Iterator[Finding]:
    """Everything to say about one proof."""
    yield from _issuer(requirement, item)
    yield from _form(requirement, item, checks)
    yield from _age(requirement, item, today)
    yield from number_findings(requirement, item)
    for check in latest(checks):
        if check.result == "failed":
            yield _finding("check_failed", requirement, item, check=check.check, note=check.note)
    if (
        requirement.second_look
        and passed(requirement, checks)
        and len({check.by for check in checks if check.result == "ok"}) < 2
    ):
        yield _finding("second_look_needed", requirement, item)


def line_findings(requirement: Requirement, items: Sequence[EvidenceItem]) -> Iterator[Finding]:
    """What to say about all proofs of a requirement together: the period they cover."""
    if not requirement.covers_months or not items:
        return
    spans = sorted((item.covers_from, item.covers_to) for item in items if item.covers_from and item.covers_to)
    if not spans:
        yield Finding("coverage_unknown", _field_ref(requirement), {"months": str(requirement.covers_months)})
        return
    start, end = _latest_run(spans)
    if add_months(start, requirement.covers_months) > add_days(end, _SLACK_DAYS):
        figures = {
            "months": str(requirement.covers_months),
            "from": start.isoformat(),
            "to": add_days(end, -1).isoformat(),
        }
        yield Finding("coverage_short", _field_ref(requirement), figures)


def account_findings(
    requirement: Requirement, items: Sequence[EvidenceItem], missing: Sequence[Account]
) -> Iterator[Finding]:
    """What to say where every account needs its own proof: which accounts have none yet, which proofs name no account.

    Silent while nothing was received: the entry itself says that it is missing.
    """
    for account in missing if items else ():
        yield Finding("account_uncovered", _field_ref(requirement), {"bank": account.bank, "tail": account.tail})
    for item in items:
        if not item.account_id:
            yield _finding("account_unnamed", requirement, item)


def _latest_run(spans: Sequence[tuple[date, date]]) -> tuple[date, date]:
    """The unbroken run of days that ends last."""
    start, end = spans[0]
    for begin, finish in spans[1:]:
        start = start if begin <= end else begin
        end = max(end, finish)
    return start, end


def _issuer(requirement: Requirement, item: EvidenceItem) -> Iterator[Finding]:
    if not item.issuer.strip():
        if requirement.refused:
            yield _finding("issuer_unnamed", requirement, item, **_names(requirement.accepted))
        return
    issuer = requirement.issuer(item.issuer)
    if issuer in requirement.refused:
        yield _finding("issuer_refused", requirement, item, issuer=item.issuer, **_names(requirement.accepted))
    elif requirement.accepted and issuer not in requirement.accepted:
        yield _finding("issuer_unlisted", requirement, item, issuer=item.issuer, **_names(requirement.accepted))


def _form(requirement: Requirement, item: EvidenceItem, checks: Sequence[Verification]) -> Iterator[Finding]:
    seen = any(check.check == "original_seen" and check.result == "ok" for check in latest(checks))
    if requirement.original_needed and item.form != "original" and not seen:
        yield _finding("original_needed", requirement, item)
    elif (
        requirement.stamp
        and item.form == "copy"
        and not any(check.check in _SHOWS_THE_STAMP and check.result == "ok" for check in latest(checks))
    ):
        yield _finding("stamp_unseen", requirement, item)


def _age(requirement: Requirement, item: EvidenceItem, today: date) -> Iterator[Finding]:
    if item.issued_on and item.issued_on > today:
        yield _finding("issued_in_future", requirement, item, issued=item.issued_on.isoformat())
    if requirement.freshness_days is None:
        return
    dated = dated_on(requirement, item)
    if dated is None and not requirement.covers_months:
        yield _finding("issued_on_missing", requirement, item, days=str(requirement.freshness_days))
    day = stale_on(requirement, (item,))
    if dated and day and day <= today and not requirement.covers_months:
        yield _finding("item_stale", requirement, item, issued=dated.isoformat(), days=str(requirement.freshness_days))


def _names(issuers: Sequence[Issuer]) -> dict[str, str]:
    """Who should have issued it; a finding is data, so it carries the names in every language of its sentences."""
    return spoken_figures("accepted", [issuer.title for issuer in issuers])


def _field_ref(requirement: Requirement) -> str:
    return f"evidence.{requirement.code}"


def _finding(code: str, requirement: Requirement, item: EvidenceItem, **figures: str) -> Finding:
    return Finding(code, _field_ref(requirement), {"file": item.file_name, **figures})
