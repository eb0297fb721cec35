"""Figures of the reply to a bank's counter-offer: the terms of both sides, and of what is proposed now, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.gates import monthly_payment
from workstation.casework.paper_needs import countered, decided
from workstation.documents.packet.gather import account_figures
from workstation.documents.packet.plan_figures import every_text, plan_figures
from workstation.documents.papers.figures import CounterReplyFigures, ReplyFigures, TermFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.money import Money, total
from workstation.plan.options.counter_offer import (
    FIELDS,
    Difference,
    TermValue,
    apart,
    counter,
    listed,
    share_text,
    text_of,
)
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Approval
from workstation.rates import Rate, share_percent
from workstation.wording import Wording

_SECTIONS: Final = {
    "method": "paper.agreement.method",
    "treat_interest": "treatment",
    "treat_penalty": "treatment",
    "treat_fees": "treatment",
}
"""Where the words of a choice stand, when not under the name of its field."""
_UNSAID: Final = ("rounding", "remainder")
"""Told by the payments that come of them."""


def reply_figures(file: CaseFile, bank: str) -> CounterReplyFigures:
    """The letter on every account at a bank on which it has made terms of its own."""
    words = Wording(file.paper_language)
    return CounterReplyFigures(
        head=head_figures(file, bank),
        replies=tuple(_reply(file, *offer, words) for offer in countered(file, bank)),
        surplus=file.budget.surplus,
    )


def _reply(file: CaseFile, ours: PlanVersion, theirs: PlanVersion, reply: Approval, words: Wording) -> ReplyFigures:
    language, answer = file.case.language, decided(file, theirs)
    account = file.account(ours.account_id)
    now = file.chosen(account.id) if answer == "counter" else None
    scheduled, monthly = schedule(theirs.terms), monthly_payment(file, theirs)
    overall = scheduled.totals.payment + scheduled.up_front
    return ReplyFigures(
        account=replace(account_figures(file, account, words), owed=total(theirs.terms.components)),
        answer=answer,
        ours=ours.version,
        theirs=theirs.version,
        now=now.version if now else 0,
        replied_on=words.day(file.day_of(reply.at)),
        replied_by=reply.by,
        terms=tuple(_terms(ours, theirs, now, words)),
        theirs_monthly=monthly,
        theirs_total=overall,
        theirs_words=in_words(overall, language),
        share=_share(monthly, file.budget.surplus),
        why=now.why if now else "",
        plan=plan_figures(now, schedule(now.terms), account, words, language) if now else None,
    )


def _share(monthly: Money | None, surplus: Money) -> str:
    if monthly is None or surplus.minor <= 0 or monthly.currency != surplus.currency:
        return ""
    return share_percent(monthly.share_of(surplus))


def _terms(ours: PlanVersion, theirs: PlanVersion, now: PlanVersion | None, words: Wording) -> Iterator[TermFigures]:
    """Every line on which any two of the three differ, in the order in which a talk goes through them."""
    first = {one.field: one for one in counter(ours.terms, theirs.terms)}
    second = {one.field: one for one in counter(theirs.terms, now.terms)} if now else {}
    for field in _ordered((*first, *second)):
        one, two = first.get(field), second.get(field)
        bank = one.theirs if one else second[field].ours
        mine = one.ours if one else bank
        latest = (two.theirs if two else bank) if now else None
        yield TermFigures(
            name=words.text(f"term.{field}"),
            ours=_said(field, mine, words),
            theirs=_said(field, bank, words),
            now=_said(field, latest, words),
            moved=_moved(one) if one else "",
        )


def _ordered(fields: tuple[str, ...]) -> tuple[str, ...]:
    results = dict.fromkeys(field for field in fields if field not in FIELDS)
    if "instalments" in fields:
        results.pop("result.instalments", None)  # the same number, asked and planned
    return (*(field for field in FIELDS if field in fields and field not in _UNSAID), *results)


def _said(field: str, value: TermValue, words: Wording) -> str:
    """A value of terms as a person reads it."""
    match value:
        case Money() as amount:
            return amount.grouped()
        case Rate() as rate:
            return _rate(rate, words)
        case Decimal() as share:
            return share_text(field, share)
        case date() as day:
            return words.day(day)
        case Every() as every:
            return every_text(every, words)
        case tuple() as several:
            return listed(several, words.text("paper.counter-reply.evenly"), words.text("paper.list_separator"))
        case str() as code:
            key = f"{_SECTIONS.get(field, field)}.{code}"
            return words.text(key) if words.has(key) else code
        case _:
            return text_of(value)


def _rate(rate: Rate, words: Wording) -> str:
    shown = rate.percent()
    return shown if rate.per == "annual" else words.text(f"paper.comparison.rate_{rate.per}", {"rate": shown})


def _moved(one: Difference) -> str:
    """Theirs less ours, for amounts, with its sign."""
    moved = apart(one)
    if moved is None:
        return ""
    return f"+{moved.grouped()}" if moved.minor > 0 else moved.grouped().replace("-", "−")
