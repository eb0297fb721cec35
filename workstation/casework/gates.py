"""The gates between the stages: what is missing, each entry naming its field. One judgement for window, command line and papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workstation.casework.case_file import CaseFile
from workstation.casework.contradictions import unexplained_findings
from workstation.casework.gating.asked_for import request_findings
from workstation.casework.gating.bank_terms import needed_authorities
from workstation.casework.keeping.accounts import is_kept, offer_findings, owed_today
from workstation.casework.keeping.clocks import too_early
from workstation.casework.name_check import unconfirmed_name
from workstation.errors import Finding
from workstation.evidence.checklist import ChecklistLine, open_lines
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.plan.options.caps import term_cap_findings
from workstation.plan.schedule.calculate import schedule
from workstation.plan.version import PlanVersion
from workstation.policy.rules import spoken_figures
from workstation.profile.account import Account
from workstation.profile.case import Stage

_BEFORE_APPLYING = (Stage.UNDERSTAND, Stage.VERIFY)  # what is verified was received


def missing(file: CaseFile, stage: Stage) -> tuple[Finding, ...]:
    """What keeps the gate behind ``stage`` closed; empty when it is open."""
    match stage:
        case Stage.UNDERSTAND:
            return tuple(_not_understood(file))
        case Stage.EVIDENCE:
            return _evidence(file, "received")
        case Stage.VERIFY:
            return (*_evidence(file, "verified"), *unexplained_findings(file, lambda one: not one.bank))
        case Stage.PLAN:
            plans = (*_plans(file, file.planned_accounts), *_affordability(file, file.running_plans))
            return (*plans, *request_findings(file))
        case Stage.APPLY:
            return tuple(_replies(file))
        case Stage.KEEP:
            return tuple(_kept(file))


def final_packet_findings(file: CaseFile, bank: str) -> tuple[Finding, ...]:
    """What forbids a final (unmarked) packet for one bank. The facts decide, not the stage the case was moved to.

    One packet serves every account of its bank, or of all banks where one application speaks for them; the plans of other banks
    need not be ready for it.
    """
    found = [finding for stage in _BEFORE_APPLYING for finding in missing(file, stage)]
    accounts = tuple(account for account in file.filed_with(bank) if account.owed)
    if not accounts:
        found.append(strange_bank(file, bank))
    found += _plans(file, tuple(account for account in accounts if file.end(account.id) is None) or accounts)
    found += _affordability(file, file.running_plans)
    contradictions = unexplained_findings(
        file, lambda one: one.bank != bank
    )  # its own bank is told anew what has changed
    found += [finding for finding in contradictions if finding not in found]
    found += request_findings(file, bank)
    if (waiting := too_early(file)) is not None:
        figures = {"day": waiting.on.isoformat(), "days": str(waiting.clock.days)}
        found.append(Finding("filing_too_early", f"application.{bank}", figures))
    found += unconfirmed_name(file)
    return tuple(found)


def strange_bank(file: CaseFile, bank: str) -> Finding:
    """What is said of a bank that is not applied to: one that the case does not know, or not the one that speaks for all."""
    if file.pack.filing.single and file.accounts_at(bank):
        return Finding("filing_elsewhere", FieldRef.CASE_ACCOUNTS, {"bank": bank, "largest": file.addressees[0]})
    return Finding("bank_has_no_account", FieldRef.CASE_ACCOUNTS, {"bank": bank})


def _not_understood(file: CaseFile) -> Iterator[Finding]:
    debtor, case = file.debtor, file.case
    fields = {
        FieldRef.DEBTOR_NAME: debtor.name.strip(),
        FieldRef.DEBTOR_RESIDENT_ID: debtor.resident_id.strip(),
        FieldRef.DEBTOR_PHONES: debtor.phone(),
        FieldRef.DEBTOR_ADDRESSES: debtor.address(),
        FieldRef.CASE_ACCOUNTS: file.accounts,
        FieldRef.CASE_BUDGET: file.budget.lines,
        FieldRef.CASE_REASON: case.reason,
        FieldRef.CASE_REASON_FROM: case.reason_from,
        FieldRef.CASE_REQUESTS: case.requests,
        FieldRef.CASE_CONTACTS: file.contacts,
    }
    for field_ref, value in fields.items():
        if not value:
            yield Finding("required_field", field_ref)
    for account in file.accounts:
        if not account.owed:
            yield Finding("account_owes_nothing", f"account.{account.id}", named(account))
    yield from unclear_due_days(file.accounts)


def unclear_due_days(accounts: Iterable[Account]) -> Iterator[Finding]:
    """Accounts of whose day nobody has said whether it is the due day or the first day overdue: no paper can print it."""
    for account in accounts:
        if account.due_unclear and account.due_given:
            figures = {**named(account), "day": account.due_given.isoformat()}
            yield Finding("due_day_unclear", f"account.{account.id}", figures)


def _evidence(file: CaseFile, need: str) -> tuple[Finding, ...]:
    return tuple(_line_finding(line, need) for line in open_lines(file.checklist, need))


def _line_finding(line: ChecklistLine, need: str) -> Finding:
    figures = spoken_figures("item", (line.requirement.title,))
    code = {"failed": "evidence_failed", "stale": "evidence_stale", "missing": "evidence_missing"}.get(line.state)
    return Finding(code or f"evidence_not_{need}", f"evidence.{line.requirement.code}", figures)


def _plans(file: CaseFile, accounts: tuple[Account, ...]) -> Iterator[Finding]:
    """What the plan of each account lacks; where none has one, a single finding says so."""
    if not file.chosen_plans:
        if accounts or not file.ends:
            yield Finding("plan_not_chosen", "plan")
        return
    for account in accounts:
        plan = file.chosen(account.id)
        if plan is None:
            yield _no_plan(account)
            continue
        yield from _policy(file, plan)
        yield from _approvals(file, plan)


def _policy(file: CaseFile, plan: PlanVersion) -> Iterator[Finding]:
    rows = len(file.schedules[plan.id].rows)
    for cap in term_cap_findings(plan.terms, rows, file.day_of(plan.at), file.pack):
        yield replace(cap, subject=f"plan.{plan.account_id}")
    account = file.account(plan.account_id)
    if not is_kept(file, plan) and plan.terms.components != owed_today(file, account).components:
        yield Finding("plan_balance_changed", f"plan.{plan.account_id}", named(account))


def _approvals(file: CaseFile, plan: PlanVersion) -> Iterator[Finding]:
    for authority in needed_authorities(file, plan):
        decision = file.decision(plan.id, authority)
        if decision is None or decision.decision != "granted":
            state = decision.decision if decision else "missing"
            yield Finding(f"approval_{state}", f"plan.{plan.account_id}", {"authority": authority})


def _affordability(file: CaseFile, plans: tuple[PlanVersion, ...]) -> Iterator[Finding]:
    monthly = [payment for plan in plans if (payment := monthly_payment(file, plan))]
    surplus = file.budget.surplus
    requested = [payment for payment in monthly if payment.currency == surplus.currency]
    if requested and (together := sum((payment.minor for payment in requested), 0)) > surplus.minor:
        figures = {"payment": Money(together, surplus.currency).grouped(), "surplus": surplus.grouped()}
        yield Finding("plan_over_surplus", "plan", figures)


def monthly_payment(file: CaseFile, plan: PlanVersion) -> Money | None:
    """The largest payment of a plan as an amount a month; a lump sum is paid from a named source, not from the surplus."""
    terms = plan.terms
    if terms.method == "lump_sum":
        return None
    planned = file.schedules.get(plan.id) or schedule(terms)
    largest = max(row.payment.minor for row in planned.rows)
    return terms.every.monthly(Money(largest, terms.currency))


def _replies(file: CaseFile) -> Iterator[Finding]:
    accounts = file.planned_accounts
    if not file.chosen_plans:
        if accounts or not file.ends:
            yield Finding("plan_not_chosen", "plan")
        return
    yield from (_no_plan(account) for account in accounts if file.chosen(account.id) is None)
    plans = tuple(plan for account in accounts if (plan := file.chosen(account.id)) and not is_kept(file, plan))
    yield from reply_findings(file, plans)
    yield from (finding for account in accounts for finding in offer_findings(file, account))


def _kept(file: CaseFile) -> Iterator[Finding]:
    """Accounts that are still to be kept: the stage is complete when each was settled or closed."""
    for account in file.planned_accounts:
        if file.adoption(account.id) is None:
            yield Finding("account_not_adopted", f"keep.{account.id}", named(account))
        else:
            yield Finding("account_not_ended", f"keep.{account.id}", named(account))


def reply_findings(file: CaseFile, plans: tuple[PlanVersion, ...]) -> tuple[Finding, ...]:
    """Plans that their bank has not granted."""
    found = []
    for plan in plans:
        decision = file.decision(plan.id, "bank")
        if decision is None or decision.decision != "granted":
            account = file.account(plan.account_id)
            found.append(Finding("bank_reply_missing", f"application.{account.bank}", named(account)))
    return tuple(found)


def _no_plan(account: Account) -> Finding:
    return Finding("account_without_plan", f"plan.{account.id}", named(account))


def named(account: Account) -> dict[str, str]:
    """The figures by which a finding names an account."""
    return {"bank": account.bank, "tail": account.tail}
