"""Schedules that are kept: adopted from what the bank granted, an instalment treated, a broken one planned anew in one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.keep.accounts import case_of, named, needed, not_later, refuse_ended
from workstation.actions.plans import versions
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import kept_account
from workstation.dates import add_days, add_months
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.due_days import nominal_day_from
from workstation.plan.schedule.terms import Method, Terms
from workstation.plan.version import PlanVersion
from workstation.policy.keeping_rules import keeping_calendar
from workstation.profile.account import Account
from workstation.profile.case import Stage
from workstation.promise.adoption import TREATMENTS, Adoption, MissedTreatment
from workstation.promise.authority import Approval, concessions, required_authorities
from workstation.promise.instalments import planned

_BY_ROW = ("step", "custom", "lump_sum")


def adopt(
    desk: Desk, account_id: str, plan_id: str = "", on: date | None = None, document: str = "", clerk: str = ""
) -> Adoption:
    """Keep the schedule that the bank granted: the chosen plan, which holds the bank's own terms where it countered.

    ``plan_id``: another version that the bank granted; it is chosen then. Raises `Refused`: plan_not_granted, adopted_already,
    adopted_before_grant, bank_grant_expired, day_not_come, account_has_ended.
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    plan = file.plan(plan_id) if plan_id else file.chosen(account_id)
    decision = file.decision(plan.id, "bank") if plan else None
    if plan is None or plan.account_id != account_id or decision is None or decision.decision != "granted":
        raise Refused(Finding("plan_not_granted", f"plan.{account_id}", named(account)))
    day = on or file.today
    not_later(day, file.today)
    _refuse_adopted(file, plan, day)
    reply = next((one for one in file.replies if one.approval_id == decision.id), None)
    granted_on = file.day_of(reply.replied_at if reply else decision.at)
    if day < granted_on:
        raise Refused(Finding("adopted_before_grant", FieldRef.KEEP_ON, {"day": granted_on.isoformat()}))
    if reply and reply.valid_until and reply.valid_until < day:
        raise Refused(Finding("bank_grant_expired", FieldRef.KEEP_ON, {"day": reply.valid_until.isoformat()}))
    if plan != file.chosen(account_id):
        versions.choose(desk, plan.id)
    adoption = Adoption(
        new_id(), file.case.id, account_id, plan.id, day, desk.clock.now(), desk.agent, document.strip(), clerk.strip()
    )
    desk.store.add(adoption)
    return adoption


def _refuse_adopted(file: CaseFile, plan: PlanVersion, day: date) -> None:
    """Raise `Refused` (adopted_already) for the version that is kept, but to correct its day while nothing was agreed of its rows:
    begun anew, treatments of instalments would be gone.
    """
    now = file.adoption(plan.account_id)
    if now is None or now.plan_id != plan.id:
        return
    if now.on == day or any(one.adoption_id == now.id for one in file.treatments):
        raise Refused(Finding("adopted_already", f"keep.{plan.account_id}", {"day": now.on.isoformat()}))


def treat_instalment(
    desk: Desk,
    account_id: str,
    instalment: int,
    kind: str,
    reason: str,
    amount: Money | None = None,
    to: date | None = None,
    consent: str = "",
) -> MissedTreatment:
    """Skip, pay in part, move or append an instalment of the adopted schedule, as `MissedTreatment` says.

    Raises `Refused`: schedule_not_adopted, choice_unknown, required_field, treatment_limit, treatment_consent, and as `planned`.
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    adoption = file.adoption(account_id)
    plan = file.plan(adoption.plan_id) if adoption else None
    if adoption is None or plan is None:
        raise Refused(Finding("schedule_not_adopted", f"keep.{account_id}", named(account)))
    if kind not in TREATMENTS:
        raise Refused(
            Finding("choice_unknown", FieldRef.KEEP_KIND, {"value": kind[:40], "choices": ", ".join(TREATMENTS)})
        )
    treatment = MissedTreatment(
        new_id(),
        file.case.id,
        account_id,
        adoption.id,
        instalment,
        kind,
        needed(reason, FieldRef.KEEP_REASON),
        desk.clock.now(),
        desk.agent,
        amount or Money.zero(account.currency),
        to,
        consent.strip(),
        account.currency,
    )
    refuse_if(treatment_findings(file, account, kind, consent))
    earlier = [one for one in file.treatments if one.adoption_id == adoption.id]
    planned(schedule(plan.terms), adoption.on, [*earlier, treatment])
    desk.store.add(treatment)
    return treatment


_PUT_OFF: Final = ("skip", "append")
"""Treatments by which a payment is put off, as a pack may count them in all."""


def treatment_findings(file: CaseFile, account: Account, kind: str, consent: str) -> tuple[Finding, ...]:
    """What the pack has against treating an instalment so today; a limit that it does not know is none."""
    limits, found = file.pack.limits, []
    most: int | None = getattr(limits, f"{kind}_most")
    since = add_months(file.today, -12)
    done = sum(
        one.kind == kind and one.account_id == account.id and file.day_of(one.at) > since for one in file.treatments
    )
    if most is not None and done >= most:
        found.append(Finding("treatment_limit", FieldRef.KEEP_KIND, {"count": str(done), "most": str(most)}))
    pauses = file.pack.filing.pauses
    put_off = sum(one.kind in _PUT_OFF and one.account_id == account.id for one in file.treatments)
    if pauses is not None and kind in _PUT_OFF and put_off >= pauses.value:
        found.append(Finding("pause_limit", FieldRef.KEEP_KIND, {"count": str(put_off), "most": str(pauses.value)}))
    if kind in limits.consent_kinds and not consent.strip():
        found.append(Finding("treatment_consent", FieldRef.KEEP_CONSENT))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Replanned:
    """A new version from the balance of today. ``changes``: (what, before, after) in words; ``carried`` approvals still hold.

    ``asked``: authorities whose decision was requested anew; ``stale``: what the evidence lacks by now.
    """

    plan: PlanVersion
    changes: tuple[tuple[str, str, str], ...]
    carried: tuple[Approval, ...]
    asked: tuple[str, ...]
    stale: tuple[Finding, ...]


def replan(desk: Desk, account_id: str, why: str, terms: Terms | None = None) -> Replanned:
    """Plan a broken schedule anew in one step: a version from the balance of today, chosen, with approvals carried or asked for.

    ``terms``: others than the rest of the old schedule. Evidence and reasons belong to the case and stay. Raises `Refused`:
    plan_not_chosen, replan_nothing_owed, account_has_ended, required_field without a reason, and what the calculator refuses.
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    reason = needed(why, FieldRef.KEEP_REASON)
    old = file.chosen(account_id)
    if old is None:
        raise Refused(Finding("plan_not_chosen", f"plan.{account_id}"))
    given = terms or replan_terms(file, account)
    plan = versions.keep_plan(desk, file.case.id, account_id, given, reason)
    versions.choose(desk, plan.id)
    carried, asked = _approvals(desk, file, old, plan)
    after = load_case(desk, file.case.id)
    return Replanned(plan, _changes(old.terms, given), carried, asked, gates.missing(after, Stage.VERIFY))


def replan_terms(file: CaseFile, account: Account) -> Terms:
    """The rest of the adopted (else chosen) schedule over what is owed today, from its next due day on that leaves a fortnight.

    Raises `Refused`: plan_not_chosen, replan_nothing_owed.
    """
    kept = kept_account(file, account)
    old = kept.plan or file.chosen(account.id)
    if old is None:
        raise Refused(Finding("plan_not_chosen", f"plan.{account.id}"))
    owed = kept.keeping.ledger.balances
    if not owed.total:
        raise Refused(Finding("replan_nothing_owed", f"keep.{account.id}", named(account)))
    rows = schedule(old.terms).rows
    left = sum(one.no > 0 and one.state in ("due", "part", "missed") for one in kept.keeping.instalments) or len(rows)
    none = Money.zero(account.currency)
    return replace(
        old.terms,
        principal=owed.principal,
        interest=owed.interest,
        penalty=owed.penalty,
        fees=owed.fees,
        waive_principal=none,
        down_payment=none,
        method=_even_method(old.terms) if old.terms.method in _BY_ROW else old.terms.method,
        instalments=left,
        affordable=None,
        first_due=nominal_day_from(old.terms, add_days(file.today, keeping_calendar().leaves_days.value)),
        interest_from=file.today,
        grace_principal=0,
        grace_interest=0,
        deferral_months=0,
        deferral_interest="stops",
        steps=(),
        fixed=(),
    )


def _even_method(terms: Terms) -> Method:
    """What takes the place of amounts that were given row by row: even ones, with the interest that they bore."""
    return "equal_instalment" if terms.rate.value else "interest_free"


def _approvals(
    desk: Desk, file: CaseFile, old: PlanVersion, new: PlanVersion
) -> tuple[tuple[Approval, ...], tuple[str, ...]]:
    """Approvals that still hold for the new version, recorded with where they come from; the others are requested."""
    carried, asked = [], []
    for authority in required_authorities(new.terms, len(schedule(new.terms).rows), file.pack):
        before = file.decision(old.id, authority)
        if before is not None and before.decision == "granted" and _still_holds(file, before, old.terms, new.terms):
            kept = replace(
                before, id=new_id(), plan_id=new.id, note=f"V{old.version} → V{new.version} {before.note}".strip()
            )
            desk.store.add(kept)
            carried.append(kept)
        else:
            versions.request_approval(desk, new.id, authority)
            asked.append(authority)
    return tuple(carried), tuple(asked)


def _still_holds(file: CaseFile, granted: Approval, old: Terms, new: Terms) -> bool:
    """Fresh by the pack, and nothing more is asked for than was granted; a pack without such a rule lets nothing be carried."""
    days = file.pack.limits.approval_days
    if days is None or (file.today - file.day_of(granted.at)).days > days:
        return False
    before = concessions(old, len(schedule(old).rows))
    amounts = all(theirs.minor <= ours.minor for theirs, ours in zip(new.components, old.components, strict=True))
    return amounts and all(
        name in before and size <= before[name] for name, size in concessions(new, len(schedule(new).rows)).items()
    )


def _changes(old: Terms, new: Terms) -> tuple[tuple[str, str, str], ...]:
    """What is another in the new version: owed, instalments, payment, first and last day, sum of the payments."""
    before, after = schedule(old), schedule(new)
    figures = {
        "owed": [sum(part.minor for part in terms.components) for terms in (old, new)],
        "payment": [plan.rows[0].payment.minor for plan in (before, after)],
        "total": [plan.totals.payment.minor for plan in (before, after)],
    }
    found = [(name, *[Money(value, new.currency).grouped() for value in pair]) for name, pair in figures.items()]
    found.append(("instalments", str(len(before.rows)), str(len(after.rows))))
    found += [
        ("first_due", before.rows[0].due_on.isoformat(), after.rows[0].due_on.isoformat()),
        ("last_due", before.rows[-1].due_on.isoformat(), after.rows[-1].due_on.isoformat()),
    ]
    return tuple((name, was, now) for name, was, now in found if was != now)
