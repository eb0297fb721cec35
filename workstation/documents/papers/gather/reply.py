"""Figures of the reply to a bank's counter-offer: the terms of both sides, and of what is proposed now, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.gates import monthly_payment
from workstation.casework.paper_needs import countered, decided
from workstation.documents.packet.gather import account_figures
from workstation.documents.packet.plan_figures import every_text, plan_figures
from workstation.documents.papers.figures import CounterReplyFigures, ReplyFigures, TermFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.money import Money
from workstation.plan.options.counter_offer import FIELDS, Difference, counter
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Approval
from workstation.rates import share_rounded_up
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
    words = Wording(file.case.language)
    return CounterReplyFigures(
        head=head_figures(file, bank),
        replies=tuple(_reply(file, *offer, words) for offer in countered(file, bank)),
        surplus=file.budget.surplus,
    )


def _reply(file: CaseFile, ours: PlanVersion, theirs: PlanVersion, reply: Approval, words: Wording) -> ReplyFigures:
    language, answer = file.case.language, decided(file, theirs)
    account = next(account for account in file.accounts if account.id == ours.account_id)
    now = file.chosen(account.id) if answer == "counter" else None
    asked, monthly = schedule(theirs.terms), monthly_payment(file, theirs)
    overall = asked.totals.payment + asked.up_front
    return ReplyFigures(
        account=account_figures(file, account, words),
        answer=answer,
        ours=ours.version,
        theirs=theirs.version,
        now=now.version if now else 0,
        replied_on=file.day_of(reply.at).isoformat(),
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
    return share_rounded_up(monthly.share_of(surplus))


def _terms(ours: PlanVersion, theirs: PlanVersion, now: PlanVersion | None, words: Wording) -> Iterator[TermFigures]:
    """Every line on which any two of the three differ, in the order in which a talk goes through them."""
    first = {one.field: one for one in counter(ours.terms, theirs.terms)}
    second = {one.field: one for one in counter(theirs.terms, now.terms)} if now else {}
    currency = ours.terms.currency
    for field in _ordered((*first, *second)):
        one, two = first.get(field), second.get(field)
        kind = (one or second[field]).kind
        bank = one.theirs if one else second[field].ours
        mine = one.ours if one else bank
        latest = (two.theirs if two else bank) if now else ""
        yield TermFigures(
            name=words.text(f"term.{field}"),
            ours=_said(field, kind, mine, currency, words),
            theirs=_said(field, kind, bank, currency, words),
            now=_said(field, kind, latest, currency, words),
            moved=_moved(one, currency) if one else "",
        )


def _ordered(fields: tuple[str, ...]) -> tuple[str, ...]:
    results = dict.fromkeys(field for field in fields if field not in FIELDS)
    if "instalments" in fields:
        results.pop("result.instalments", None)  # the same number, asked and planned
    return (*(field for field in FIELDS if field in fields and field not in _UNSAID), *results)


def _said(field: str, kind: str, text: str, currency: str, words: Wording) -> str:
    """A value of terms as a person reads it."""
    if not text:
        return ""
    match kind:
        case "amount":
            return Money.parse(text, currency).grouped()
        case "rate":
            return _rate(text, words)
        case "choice" if field == "every":
            return every_text(_every(text), words)
        case "choice":
            key = f"{_SECTIONS.get(field, field)}.{text}"
            return words.text(key) if words.has(key) else text
        case _:
            return text


def _every(text: str) -> Every:
    """``P1M`` or ``P14D``, as `counter` says a step."""
    count = int(text[1:-1])
    return Every(0, count) if text.endswith("D") else Every(count)


def _rate(text: str, words: Wording) -> str:
    share, _, span = text.partition(" ")
    percent = (Decimal(share) * 100).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    shown = f"{percent.normalize():f}%"
    return words.text(f"paper.comparison.rate_{span}", {"rate": shown}) if span else shown


def _moved(one: Difference, currency: str) -> str:
    """Theirs less ours, for amounts, with its sign."""
    if one.kind != "amount" or not one.ours or not one.theirs:
        return ""
    apart = Money.parse(one.theirs, currency) - Money.parse(one.ours, currency)
    return f"+{apart.grouped()}" if apart.minor > 0 else apart.grouped().replace("-", "−")
