"""Try plans, keep versions, choose one, and record who granted what."""

from __future__ import annotations

from datetime import date

from workstation.actions.desk import Desk, acting_supervisor
from workstation.dates import add_months
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.options.candidates import even_but_less_last
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.promise.authority import Approval, Decision
from workstation.store.sharing.merging import conflict


def preview(terms: Terms) -> Schedule:
    """The schedule of terms, kept nowhere."""
    return schedule(terms)


def keep_plan(desk: Desk, case_id: str, account_id: str, terms: Terms, why: str = "") -> PlanVersion:
    """Keep terms as the next version for an account. Refused when the calculator refuses them or they are of another balance."""
    schedule(terms)
    account = desk.store.get(Account, account_id)
    if account.case_id != case_id:
        raise Refused(Finding("not_found", f"plan.{account_id}"))
    versions = desk.store.find(PlanVersion, account_id=account_id)
    plan = PlanVersion(
        new_id(), case_id, account_id, len(versions) + 1, terms, desk.clock.now(), desk.agent, why.strip()
    )
    desk.store.add(plan)
    return plan


def choose(desk: Desk, plan_id: str, seen: str | None = None) -> PlanChoice:
    """Decide for a version; earlier choices stay on record.

    ``seen``: the id of the version that was chosen when the person looked, empty for none. Raises `Refused` (save_conflict) when
    somebody chose another one meanwhile.
    """
    plan = desk.store.get(PlanVersion, plan_id)
    chosen = next((one.plan_id for one in reversed(desk.store.find(PlanChoice, account_id=plan.account_id))), "")
    if seen is not None and chosen not in (seen, plan_id):
        theirs = desk.store.get(PlanVersion, chosen)
        raise Refused(conflict(f"plan.{plan.account_id}", f"V{theirs.version}", f"V{plan.version}"))
    choice = PlanChoice(new_id(), plan.case_id, plan.account_id, plan.id, desk.clock.now(), desk.agent)
    desk.store.add(choice)
    return choice


def record_approval(
    desk: Desk, plan_id: str, authority: str, decision: Decision, by: str, note: str = "", offer: str = ""
) -> Approval:
    """Record what an authority decided on a plan version. An agent cannot grant in the name of a higher authority.

    ``by`` names who decided at a bank; a supervisor's decision is that of the supervisor who is here, so that ``by`` may be
    empty; one who refuses says why in ``note``.
    ``offer``: the version that was kept with the authority's own terms. Raises `Refused`: role_supervisor, supervisor_elsewhere …
    """
    plan = desk.store.get(PlanVersion, plan_id)
    if authority == "supervisor" and decision != "requested":
        by = acting_supervisor(desk, by, FieldRef.APPROVAL_BY)
    found = [] if by.strip() else [Finding("required_field", FieldRef.APPROVAL_BY)]
    if authority == "supervisor" and decision == "refused" and not note.strip():
        found.append(Finding("required_field", FieldRef.APPROVAL_NOTE))
    if decision != "requested" and authority == "bank" and by.strip() == desk.agent:
        found.append(Finding("approval_by_agent", FieldRef.APPROVAL_BY, {"authority": authority}))
    refuse_if(found)
    approval = Approval(
        new_id(), plan.id, plan.case_id, authority, decision, by.strip(), desk.clock.now(), note.strip(), offer
    )
    desk.store.add(approval)
    return approval


def request_approval(desk: Desk, plan_id: str, authority: str = "supervisor") -> Approval:
    """Ask an authority for its decision; until it answers, everything reads as applied for."""
    return record_approval(desk, plan_id, authority, "requested", desk.agent)


def next_month_on(today: date, pay_day: int | None, due_day: int | None = None) -> date:
    """When a plan falls due first: next month on the pay day, when there is money, else on the due day, else on today's day."""
    return add_months(today, 1, pay_day or due_day or today.day)


def first_terms(account: Account, today: date, pay_day: int | None = None) -> Terms:
    """What a first trial starts from: a year without interest from next month's pay day on, the penalty waived."""
    return opening_terms(
        account,
        method="interest_free",
        instalments=12,
        first_due=next_month_on(today, pay_day, account.due_day),
        interest_from=account.as_of or today,
        treat_penalty="waive",
        rounding=even_but_less_last(account.currency),
    )


def opening_terms(account: Account, **changes: object) -> Terms:
    """Terms that start from an account's balances, with named fields set otherwise."""
    none = Money.zero(account.currency)
    given: dict[str, object] = {
        "principal": account.principal,
        "interest": account.interest,
        "penalty": account.penalty,
        "fees": account.fees,
        "waive_principal": none,
        "down_payment": none,
    }
    return Terms(**(given | changes))  # type: ignore[arg-type]
