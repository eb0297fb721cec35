"""The evidence checklist: what is asked in a case, and how far each entry has come. An entry is judged on a day,
never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from workstation.errors import Finding
from workstation.evidence.freshness import GoesStale, first_stale, stale_on
from workstation.evidence.judging import BLOCKING, account_findings, failed, item_findings, line_findings, passed
from workstation.evidence.verification import EvidenceItem, Verification, Waiver
from workstation.policy.pack import Pack
from workstation.policy.rules import Requirement
from workstation.profile.account import Account

State = Literal["missing", "received", "failed", "verified", "waived", "stale"]

_MET: dict[str, tuple[State, ...]] = {
    "received": ("received", "verified", "waived"),
    "verified": ("verified", "waived"),
}
_PROGRESS: tuple[State, ...] = ("missing", "failed", "stale", "received", "verified", "waived")


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One requirement with the proofs received for it. ``stale_on``: the first day on which they are too old.

    ``by_account``: account id → how far its own proof has come, where every account of several needs one; else empty.
    """

    requirement: Requirement
    items: tuple[EvidenceItem, ...]
    state: State
    findings: tuple[Finding, ...] = ()
    stale_on: date | None = None
    by_account: tuple[tuple[str, State], ...] = ()


def requirements(
    pack: Pack,
    reason: str,
    requests: Sequence[str],
    products: Sequence[str],
    role: str,
    accounts: Iterable[Account] = (),
) -> tuple[Requirement, ...]:
    """What the pack asks for a reason, requests, products and the desk's role, in the pack's order.

    ``accounts``: what is asked of contracts since a day only is asked where one of its products is known to be that young.
    """
    facts = (("reasons", {reason}), ("requests", set(requests)), ("products", set(products)), ("roles", {role}))
    return tuple(
        one
        for one in pack.requirements
        if all(not getattr(one, name) or not given.isdisjoint(getattr(one, name)) for name, given in facts)
        and (one.contract_from is None or any(_made_since(one, account) for account in accounts))
    )


def _made_since(one: Requirement, account: Account) -> bool:
    opened, since = account.opened_on, one.contract_from
    return (
        opened is not None
        and since is not None
        and opened >= since
        and account.product in (one.products or (account.product,))
    )


def checklist(
    required: Iterable[Requirement],
    items: Sequence[EvidenceItem],
    verifications: Sequence[Verification],
    waivers: Sequence[Waiver],
    today: date,
    accounts: Sequence[Account] = (),
) -> tuple[ChecklistLine, ...]:
    """One line a requirement, in the order asked; withdrawn items do not count.

    Of several ``accounts`` each needs its own proof where the pack asks for it; a proof that names no account then proves none.
    One that names an account which is not among them, as it is settled, proves nothing of the others.
    """
    waived = {waiver.requirement for waiver in waivers}
    return tuple(
        _line(
            one,
            tuple(item for item in items if item.requirement == one.code and not item.withdrawn),
            verifications,
            one.code in waived,
            today,
            accounts if one.per_account else (),
        )
        for one in required
    )


def standing(line: ChecklistLine) -> tuple[State, int, int]:
    """What a line reads: a state, of how many accounts it is true, and of how many it is asked; 0 of 0 where it is of all or none.

    A proof that is there for some of several accounts reads by how far those have come, before one that nobody has brought yet.
    """
    states = [state for _, state in line.by_account]
    best: State = max((one for one in states if one != "waived"), key=_PROGRESS.index, default="waived")
    shown: State = "failed" if "failed" in states else best
    count = states.count(shown)
    if not states or line_met(line) or shown == "missing" or count == len(states):
        return line.state, 0, 0
    return shown, count, len(states)


def line_met(line: ChecklistLine, need: str = "verified") -> bool:
    """Whether a line by itself has come as far as ``need`` (received, verified); a waiver meets both."""
    return line.state in _MET[need]


def alternatives(lines: Iterable[ChecklistLine], line: ChecklistLine) -> tuple[ChecklistLine, ...]:
    """The lines of the same any-of group, this one among them; a line without group is its own group."""
    group = line.requirement.any_of
    return tuple(other for other in lines if other.requirement.any_of == group) if group else (line,)


def group_met(group: Sequence[ChecklistLine], need: str = "verified") -> bool:
    """Whether an any-of group has come as far as ``need``: one member has, or together they have for every account."""
    if any(line_met(member, need) for member in group):
        return True
    states: dict[str, list[State]] = {}
    for member in group:
        for account_id, state in member.by_account:
            states.setdefault(account_id, []).append(state)
    return bool(states) and all(any(state in _MET[need] for state in found) for found in states.values())


def open_lines(lines: Sequence[ChecklistLine], need: str = "verified") -> tuple[ChecklistLine, ...]:
    """The lines that still keep a gate closed.

    Of an any-of group in which no member is met only the one that came furthest (else the first) is named;
    `alternatives` gives the others.
    """
    found: list[ChecklistLine] = []
    for line in lines:
        group = alternatives(lines, line)
        if not group_met(group, need) and line is _furthest(group):
            found.append(line)
    return tuple(found)


def goes_stale(lines: Sequence[ChecklistLine]) -> GoesStale | None:
    """The day on which a packet of these lines goes stale, and the requirement that makes it so."""
    held = [line for line in lines if line.state in ("received", "verified")]
    return first_stale((line.requirement, line.stale_on) for line in held)


def _furthest(group: tuple[ChecklistLine, ...]) -> ChecklistLine:
    return max(group, key=lambda line: _PROGRESS.index(line.state))


def _line(
    requirement: Requirement,
    items: tuple[EvidenceItem, ...],
    verifications: Sequence[Verification],
    waived: bool,
    today: date,
    accounts: Sequence[Account],
) -> ChecklistLine:
    if not accounts:
        return _whole(requirement, items, verifications, waived, today)
    if len(accounts) == 1:
        counted = tuple(item for item in items if item.account_id in ("", accounts[0].id))
        return replace(_whole(requirement, counted, verifications, waived, today), items=items)
    parts = {
        account.id: _whole(
            requirement, tuple(item for item in items if item.account_id == account.id), verifications, waived, today
        )
        for account in accounts
    }
    states = [part.state for part in parts.values()]
    state = "failed" if "failed" in states else min(states, key=_PROGRESS.index)
    findings = [finding for part in parts.values() for finding in part.findings]
    findings += account_findings(
        requirement, items, [account for account in accounts if parts[account.id].state == "missing"]
    )
    stale = [part.stale_on for part in parts.values() if part.stale_on]
    by_account = tuple((account_id, part.state) for account_id, part in parts.items())
    return ChecklistLine(requirement, items, state, tuple(findings), min(stale, default=None), by_account)


def _whole(
    requirement: Requirement,
    items: tuple[EvidenceItem, ...],
    verifications: Sequence[Verification],
    waived: bool,
    today: date,
) -> ChecklistLine:
    old = (
        tuple(item for item in items if _is_stale(requirement, (item,), today)) if not requirement.covers_months else ()
    )
    counted = tuple(item for item in items if item not in old) or items
    checks = {item.id: [check for check in verifications if check.item_id == item.id] for item in counted}
    findings = [
        *(finding for item in counted for finding in item_findings(requirement, item, checks[item.id], today)),
        *line_findings(requirement, counted),
    ]
    state = _state(requirement, counted, checks, findings, today)
    if waived and state != "verified":
        state = "waived"
    return ChecklistLine(requirement, items, state, tuple(findings), stale_on(requirement, counted))


def _state(
    requirement: Requirement,
    items: tuple[EvidenceItem, ...],
    checks: dict[str, list[Verification]],
    findings: Sequence[Finding],
    today: date,
) -> State:
    if not items:
        return "missing"
    if any(finding.code == "issuer_refused" for finding in findings) or any(failed(checks[item.id]) for item in items):
        return "failed"
    if _is_stale(requirement, items, today):
        return "stale"
    sound = not any(finding.code in BLOCKING for finding in findings)
    return "verified" if sound and all(passed(requirement, checks[item.id]) for item in items) else "received"


def _is_stale(requirement: Requirement, items: tuple[EvidenceItem, ...], today: date) -> bool:
    day = stale_on(requirement, items)
    return day is not None and day <= today
