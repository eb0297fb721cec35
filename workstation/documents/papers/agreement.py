"""The draft of a repayment agreement 还款协议书: one numbered clause for each item that the pack wants in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from workstation.documents.packet.application import debts_table, payment
from workstation.documents.packet.figures import PlanFigures, RowFigures
from workstation.documents.papers.figures import AgreementFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
    Field,
    Fields,
    Heading,
    Keep,
    Note,
    PageBreak,
    Pair,
    Row,
    Signature,
    SignatureArea,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "agreement."
_RIGHTS: Final = ("stop", "remind", "pay", "tell", "grace", "breach", "creditor_breach")
_OTHER: Final = ("oral", "credit", "contract", "copies")
_GROUPS: Final = ((6, 1), (12, 2), (36, 3), (10_000, 4))
"""Up to so many instalments stand in so many columns side by side."""


def agreement_title(figures: AgreementFigures, voice: Phrases) -> str:
    """Cards have the name that Art. 70 gives it; 草案 until the bank has agreed."""
    card, final = "_card" if figures.card else "", "_final" if figures.approved else ""
    return voice.say(f"{_KEY}title{card}{final}")


def agreement(figures: AgreementFigures, voice: Phrases) -> tuple[Block, ...]:
    """The whole paper. A clause of the pack for which there is no text here raises KeyError."""
    title = agreement_title(figures, voice)
    clauses = [tuple(_clause(no, item.code, item.title, figures, voice)) for no, item in enumerate(figures.items, 1)]
    subtitle = voice.say(_KEY + ("subtitle_final" if figures.approved else "subtitle"), day=figures.approved)
    return (
        PageBreak(),
        Anchor("paper.agreement", title),
        Title(title, subtitle),
        _parties(figures, voice),
        _opening(figures, voice),
        *(block for clause in clauses[:-1] for block in clause),
        # Nobody should sign a page on which nothing is agreed.
        Keep((*(block for clause in clauses[-1:] for block in clause), *_close(figures, voice))),
    )


def _parties(figures: AgreementFigures, voice: Phrases) -> Fields:
    who, bank = figures.head.applicant, figures.head.bank
    reach = voice.listed([one for one in (bank.phone, bank.address) if one])
    return Fields(
        (
            (Field(voice.say(_KEY + "creditor"), bank.name, True),),
            *(((Field(voice.say(_KEY + "reach"), reach),),) if reach else ()),
            (
                Field(voice.say(_KEY + "debtor"), who.name, True),
                Field(voice.say("label.resident_id"), who.resident_id),
                Field(voice.say("label.phone"), who.phone),
            ),
            (Field(voice.say("label.residence"), who.residence),),
        )
    )


def _opening(figures: AgreementFigures, voice: Phrases) -> Text:
    key = "opening" if figures.reason else "opening_bare"
    return Text(voice.say(_KEY + key, reason=figures.reason), style="prose", indent=voice.language != "en")


def _clause(no: int, code: str, title: str, figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    yield Heading(voice.section(no, title))
    yield from _CLAUSES[code](figures, voice)


def _balance(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day = max(account.as_of for account in accounts)
        yield Text(voice.say(_KEY + "balance", day=day, currency=voice.currency(owed.currency)))
        yield debts_table(accounts, owed, voice, buckets=False)
        yield Pair(voice.say("words", words=owed.words))
    yield Text(voice.join((voice.say(_KEY + "confirmed"), relief_text(figures, voice))))


def relief_text(figures: AgreementFigures, voice: Phrases) -> str:
    """What is waived; only proposed while the bank has not agreed."""
    waived = [f"{voice.say(f'component.{part}')} {voice.money(amount)}" for part, amount in figures.waived]
    if not waived:
        return voice.say(_KEY + "no_relief")
    return voice.say(
        _KEY + ("relief_final" if figures.approved else "relief"),
        relief=voice.listed(waived),
        clause=_repayment_clause(figures, voice),
    )


def _repayment_clause(figures: AgreementFigures, voice: Phrases) -> str:
    """The number under which the repayment stands."""
    return voice.numeral(next((no for no, item in enumerate(figures.items, 1) if item.code == "repayment"), 1))


def _repayment(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    for plan, method in zip(figures.plans, figures.methods, strict=True):
        name = (Text(plan.account, style="strong"),) if len(figures.plans) > 1 else ()
        rows = Text(voice.say(_KEY + "rows", currency=voice.currency(plan.currency)))
        yield Keep((*name, Fields(tuple(plan_terms(plan, method, voice)))))
        yield Keep((rows, _rows(plan, voice)))


def plan_terms(plan: PlanFigures, method: str, voice: Phrases) -> Iterator[tuple[Field, ...]]:
    """Method, cycle, currency, payment, span and total of one plan."""
    yield (
        Field(voice.say(_KEY + "method_label"), method),
        Field(voice.say(_KEY + "cycle"), voice.say("unit.instalments", count=plan.count, every=plan.every)),
        Field(voice.say(_KEY + "currency"), voice.currency(plan.currency)),
    )
    yield (
        Field(voice.say(_KEY + "each"), payment(plan, voice), True),
        Field(voice.say(_KEY + "span"), voice.say("from_to", **{"from": plan.first_due, "to": plan.last_due})),
    )
    if plan.up_front:
        yield (Field(voice.say(_KEY + "up_front"), voice.money(plan.up_front), True),)
    yield (Field(voice.say(_KEY + "overall"), f"{voice.money(plan.overall)}  {plan.overall_words}", True),)


def _rows(plan: PlanFigures, voice: Phrases) -> Table:
    """Number, day and amount of every instalment, read down one group of columns after the other."""
    groups = next(count for most, count in _GROUPS if len(plan.rows) <= most)
    one = (
        Column(voice.say(_KEY + "no"), "right", quiet=True),
        Column(voice.say(_KEY + "due")),
        Column(voice.say(_KEY + "amount"), "figure", grow=True),
    )
    depth = -(-len(plan.rows) // groups)
    lines = (Row(tuple(_cells(plan.rows, i, depth, groups))) for i in range(depth))
    between = (Column(),)
    return Table(one + (between + one) * (groups - 1), tuple(lines), small=True)


def _cells(rows: tuple[RowFigures, ...], line: int, depth: int, groups: int) -> Iterator[str]:
    for group in range(groups):
        i = group * depth + line
        if group:
            yield ""
        yield from (rows[i].no, rows[i].due_on, rows[i].payment.grouped()) if i < len(rows) else ("", "", "")


def _charges(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    for plan in figures.plans:
        said = voice.join(charge_texts(plan, voice))
        yield Text(f"{plan.account}{voice.say('colon')}{said}" if len(figures.plans) > 1 else said)


def charge_texts(plan: PlanFigures, voice: Phrases) -> tuple[str, ...]:
    """Interest, fees (the annual fee by name) and what both come to in a year."""
    interest = (
        voice.say(_KEY + "interest", rate=plan.rate, amount=voice.money(plan.total.interest))
        if plan.rate
        else voice.say(_KEY + "interest_none")
    )
    fee = (
        voice.say(_KEY + "fee", amount=voice.money(plan.total.fee)) if plan.total.fee else voice.say(_KEY + "fee_none")
    )
    cost = (voice.say(_KEY + "cost", simple=plan.simple, compound=plan.compound),) if plan.simple else ()
    return (interest, fee, *cost)


def _no_new_card(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    yield Text(voice.say(_KEY + "no_new_card"))


def _rights_duties(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    yield _numbered(rights_texts(figures, voice))


def rights_texts(figures: AgreementFigures, voice: Phrases) -> tuple[str, ...]:
    """Rights and duties of both sides, then what follows a breach by either."""
    told = {"days": figures.grace_days, "clause": _repayment_clause(figures, voice)}
    return tuple(voice.say(f"{_KEY}rights.{key}", **told) for key in _RIGHTS)


def _other(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    yield _numbered(other_texts(figures, voice))


def other_texts(figures: AgreementFigures, voice: Phrases) -> tuple[str, ...]:
    """Where payments go, what is recorded, reported and kept."""
    repay = figures.head.bank.repay
    where = voice.say(_KEY + ("other.repay" if repay else "other.repay_open"), repay=repay)
    return (where, *(voice.say(f"{_KEY}other.{key}") for key in _OTHER))


def _numbered(texts: tuple[str, ...]) -> Text:
    return Text("\n".join(f"{no}. {text}" for no, text in enumerate(texts, 1)), style="list")


def _close(figures: AgreementFigures, voice: Phrases) -> Iterator[Block]:
    sourced = (voice.say(_KEY + "caution.sourced", text=one.title, source=one.source) for one in figures.cautions)
    caution = voice.join((*sourced, voice.say(_KEY + "caution.text", desk=figures.head.desk.name)))
    yield Note(f"{voice.say(_KEY + 'caution.heading')}{voice.say('colon')}{caution}")
    yield Signature(
        (
            SignatureArea(voice.say(_KEY + "sign.debtor"), voice.say("day_blank_short")),
            SignatureArea(
                voice.say(_KEY + "sign.creditor"), voice.say("day_blank_short"), seal=voice.say("label.seal")
            ),
        )
    )


_CLAUSES: Final[Mapping[str, Callable[[AgreementFigures, Phrases], Iterator[Block]]]] = {
    "balance": _balance,
    "repayment": _repayment,
    "charges": _charges,
    "no_new_card": _no_new_card,
    "rights_duties": _rights_duties,
    "other": _other,
}
