"""`plan reply`, `plan counter`, `plan adopt`, `plan again` and `keep …`: what becomes of an account after the bank's answer."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.keep import counter_replies, ends, replies, schedules
from workstation.actions.keep.replies import ReplyDetails
from workstation.casework.keeping.accounts import kept_account
from workstation.cli.answers import Answer, finding_json
from workstation.cli.cases import case_named
from workstation.cli.deskless.calc import read_question
from workstation.cli.keep.given import account_named, day_given, findings_told, instant_given
from workstation.cli.keep.shown import keeping_json
from workstation.cli.plans import kept_version
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.calc.terms_json import terms_from_json, terms_to_json
from workstation.plan.options.counter_offer import counter
from workstation.wording import Wording


def plan_reply(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What a bank answered to the chosen plan."""
    file, account = account_named(desk, given)
    plan = file.chosen(account.id)
    if plan is None:
        raise Refused(Finding("plan_not_chosen", f"plan.{account.id}"))
    details = ReplyDetails(
        instant_given(given.at, file),
        given.clerk_number,
        given.words,
        given.document,
        day_given(given.valid_until, desk),
        given.refusal,
        given.mend or (wording.text(f"refusal_mend.{given.refusal}") if given.refusal else ""),
        day_given(given.again_on, desk),
    )
    approval = desk.run(replies.record_reply, plan.id, given.decision, given.by, details, given.note)
    return {"reply": approval.id, "decision": approval.decision, "mend": details.mend}


def plan_counter(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The bank's own terms: those of the chosen plan but for what a file says; kept as its answer, or accepted at once."""
    file, account = account_named(desk, given)
    plan = file.chosen(account.id)
    if plan is None:
        raise Refused(Finding("plan_not_chosen", f"plan.{account.id}"))
    terms = terms_from_json(_with_changes(terms_to_json(plan.terms), read_question(given.file)))
    answer = counter_replies.accept_offer if given.accept else counter_replies.record_offer
    theirs = desk.run(answer, plan.id, terms, given.by, given.note, day_given(given.valid_until, desk))
    differing = [one.field for one in counter(plan.terms, theirs.terms)]
    return {"plan": theirs.id, "version": theirs.version, "accepted": given.accept, "differing": differing}


def _with_changes(ours: dict[str, Any], changes: object) -> object:
    """Terms as JSON with some keys said otherwise, ``treatment`` part by part; a number of instalments takes the place of a
    payment, and the other way round.
    """
    if not isinstance(changes, dict):
        return changes
    for this, other in (("instalments", "affordable"), ("affordable", "instalments")):
        if this in changes:
            ours.pop(other, None)
    treatment = changes.get("treatment")
    merged = {**ours["treatment"], **treatment} if isinstance(treatment, dict) else treatment
    return {**ours, **changes, **({"treatment": merged} if "treatment" in changes else {})}


def plan_adopt(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The schedule that is kept from now on."""
    file, account = account_named(desk, given)
    plan = kept_version(file, given.plan) if given.plan else None
    if given.plan and plan is None:
        raise Refused(Finding("not_found", f"plan.{given.plan[:40]}"))
    adopted = desk.run(
        schedules.adopt, account.id, plan.id if plan else "", day_given(given.on, desk), given.document, given.clerk
    )
    return {"adopted": adopted.plan_id, "on": adopted.on.isoformat()}


def plan_again(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A new version from the balance of today, and what is another in it."""
    _, account = account_named(desk, given)
    made = desk.run(schedules.replan, account.id, given.reason)
    return {
        "plan": made.plan.id,
        "version": made.plan.version,
        "changes": [{"what": what, "before": before, "after": after} for what, before, after in made.changes],
        "carried": [one.authority for one in made.carried],
        "asked": list(made.asked),
        "stale": [finding_json(one, wording) for one in made.stale],
    }


def keep_treat(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What became of an instalment."""
    file, account = account_named(desk, given)
    if not (given.instalment.isascii() and given.instalment.isdecimal() and len(given.instalment) < 6):
        raise Refused(Finding("number_unreadable", "instalment", {"text": given.instalment[:40]}))
    amount = Money.parse_kept(given.amount, account.currency) if given.amount else None
    desk.run(
        schedules.treat_instalment,
        account.id,
        int(given.instalment),
        given.kind,
        given.reason,
        amount,
        day_given(given.to, desk),
        given.consent,
    )
    file = case_named(desk, given.case)
    return keeping_json(file, kept_account(file, file.account(account.id)), wording)


def keep_balance(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A stated balance beside ours."""
    _, account = account_named(desk, given)
    texts = {name: getattr(given, name) for name in ("principal", "interest", "penalty", "fees")}
    parts = {name: Money.parse_kept(text, account.currency) for name, text in texts.items() if text}
    total = Money.parse_kept(given.total, account.currency)
    desk.run(ends.state_balance, account.id, read_day(given.on, desk.clock.today()), given.source, total, parts)
    return {"on": given.on, "findings": findings_told(desk, account.id, given.case, wording)}


def keep_settle(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A settled account."""
    _, account = account_named(desk, given)
    days = (day_given(given.on, desk), given.note, day_given(given.requested_on, desk), day_given(given.chase_on, desk))
    end = desk.run(ends.settle, account.id, *days, given.confirm)
    return {"account": account.id, "end": end.how, "on": end.on.isoformat()}


def keep_close(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A closed account."""
    _, account = account_named(desk, given)
    end = desk.run(ends.close, account.id, given.how, day_given(given.on, desk), given.note)
    return {"account": account.id, "end": end.how, "on": end.on.isoformat()}


def keep_reopen(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """An account opened again."""
    _, account = account_named(desk, given)
    return {"account": account.id, "end": desk.run(ends.reopen_account, account.id, given.reason).how}


def keep_oral(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """An entry of the register."""
    file, account = account_named(desk, given)
    at = instant_given(given.at, file) or desk.clock.now()
    told = (given.terms, given.recording, given.clerk, given.clerk_number)
    return {"agreement": desk.run(replies.note_oral_agreement, account.id, at, *told).id}
