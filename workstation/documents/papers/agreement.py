"""The draft of a repayment agreement 还款协议书: one numbered clause for each item that the pack wants in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from workstation.documents.packet.application import payment
from workstation.documents.packet.debts import debts_table, since_then
from workstation.documents.packet.figures import PlanFigures, named_plans
from workstation.documents.papers.figures import AgreementFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    Note,
    PageBreak,
    Pair,
    Signature,
    SignatureArea,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

_KEY = "agreement."
_Clause = Callable[[AgreementFigures, Phrases], Iterator[Block]]
_RIGHTS: Final = ("stop", "remind", "pay", "tell", "grace", "breach", "creditor_breach")
_OTHER: Final = ("oral", "credit", "contract", "copies")
_WITH_SIGNATURE: Final = 2
"""Points of the last clause that stand on the page of the signatures."""
_GROUPS: Final = ((6, 1), (12, 2), (36, 3), (10_000, 4))
"""Up to so many instalments stand in so many columns side by side."""
_LINES: Final = 38
"""Lines of such columns that a page has room for, below what leads to them."""


def agreement_title(figures: AgreementFigures, phrases: Phrases) -> str:
    """Cards have the name that Art. 70 gives it; 草案 until the bank has agreed."""
    card, final = "_card" if figures.card else "", "_final" if figures.approved else ""
    return phrases.text(f"{_KEY}title{card}{final}")


def agreement(figures: AgreementFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The whole paper. A clause of the pack for which there is no text here raises KeyError."""
    title = agreement_title(figures, phrases)
    figures = replace(figures, plans=named_plans(figures.plans, figures.accounts))
    clauses = [tuple(_clause(no, item.code, item.title, figures, phrases)) for no, item in enumerate(figures.items, 1)]
    subtitle = phrases.text(_KEY + ("subtitle_final" if figures.approved else "subtitle"), day=figures.approved)
    return (
        PageBreak(),
        Anchor("paper.agreement", title),
        Title(title, subtitle),
        _parties(figures, phrases),
        _opening(figures, phrases),
        *(block for clause in clauses[:-1] for block in clause),
        *_signed([block for clause in clauses[-1:] for block in clause], tuple(_close(figures, phrases))),
    )


def _signed(clause: Sequence[Block], close: tuple[Block, ...]) -> tuple[Block, ...]:
    """The end of the last clause stays with the signatures: nobody should sign a page on which nothing is agreed."""
    *before, last = clause
    if not isinstance(last, Text) or last.style != "list":
        return (Keep((*clause, *close)),)
    lines = last.text.split("\n")
    first, end = lines[:-_WITH_SIGNATURE], lines[-_WITH_SIGNATURE:]
    return (
        *before,
        *((replace(last, text="\n".join(first)),) if first else ()),
        Keep((replace(last, text="\n".join(end)), *close)),
    )


def _parties(figures: AgreementFigures, phrases: Phrases) -> Fields:
    who, bank = figures.head.applicant, figures.head.bank
    reach = phrases.listed([one for one in (bank.phone, bank.address) if one])
    return Fields(
        (
            (LabelledValue(phrases.text(_KEY + "creditor"), bank.name, True),),
            *(((LabelledValue(phrases.text(_KEY + "reach"), reach),),) if reach else ()),
            (
                LabelledValue(phrases.text(_KEY + "debtor"), who.name, True),
                LabelledValue(phrases.text("label.resident_id"), who.resident_id),
                LabelledValue(phrases.text("label.phone"), who.phone),
            ),
            (LabelledValue(phrases.text("label.residence"), who.residence),),
        )
    )


def _opening(figures: AgreementFigures, phrases: Phrases) -> Text:
    key = "opening" if figures.reason else "opening_bare"
    return Text(phrases.text(_KEY + key, reason=figures.reason), style="prose", indent=phrases.language != "en")


def _clause(no: int, code: str, title: str, figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(no, title))
    yield from _CLAUSES[code](figures, phrases)


def _balance(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day = max(account.as_of for account in accounts)
        stated = Text(phrases.text(_KEY + "balance", day=day, currency=phrases.currency(owed.currency)))
        yield Keep((stated,), leads=True)
        yield debts_table(accounts, owed, phrases, banks=bool(figures.shares), buckets=False)
        yield Pair(phrases.text("words", words=owed.words))
        yield from since_then(accounts, phrases)
    yield Text(phrases.join((phrases.text(_KEY + "confirmed"), relief_text(figures, phrases))))


def relief_text(figures: AgreementFigures, phrases: Phrases) -> str:
    """What is waived; only proposed while the bank has not agreed."""
    waived = [f"{phrases.text(f'component.{part}')} {phrases.money(amount)}" for part, amount in figures.waived]
    if not waived:
        return phrases.text(_KEY + "no_relief")
    return phrases.text(
        _KEY + ("relief_final" if figures.approved else "relief"),
        relief=phrases.listed(waived),
        clause=_repayment_clause(figures, phrases),
    )


def _repayment_clause(figures: AgreementFigures, phrases: Phrases) -> str:
    """The number of the clause on repayment."""
    return phrases.numeral(next((no for no, item in enumerate(figures.items, 1) if item.code == "repayment"), 1))


def _repayment(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    for plan, method in zip(figures.plans, figures.methods, strict=True):
        name = (Text(plan.account, style="strong"),) if len(figures.plans) > 1 else ()
        yield Keep((*name, Fields(tuple(plan_terms(plan, method, phrases)))))
        if not figures.together:
            yield from _days(plan.currency, [(row.no, row.due_on, row.payment) for row in plan.rows], phrases)
    if figures.together:
        sums = [(row.no, row.due_on, row.total) for row in figures.together]
        yield from _days(figures.plans[0].currency, sums, phrases)


def _days(currency: str, rows: Sequence[tuple[str, str, Money]], phrases: Phrases) -> Iterator[Block]:
    """Every payment with its day; of many, each page has those that follow each other."""
    groups = next(count for most, count in _GROUPS if len(rows) <= most)
    first, *others = (rows[at : at + groups * _LINES] for at in range(0, len(rows), groups * _LINES))
    yield Keep((Text(phrases.text(_KEY + "rows", currency=phrases.currency(currency))), _rows(first, groups, phrases)))
    yield from (Keep((_rows(some, groups, phrases),)) for some in others)


def plan_terms(plan: PlanFigures, method: str, phrases: Phrases) -> Iterator[tuple[LabelledValue, ...]]:
    """Method, cycle, currency, payment, span and total of one plan."""
    yield (
        LabelledValue(phrases.text(_KEY + "method_label"), method),
        LabelledValue(
            phrases.text(_KEY + "cycle"), phrases.text("unit.instalments", count=plan.count, every=plan.every)
        ),
        LabelledValue(phrases.text(_KEY + "currency"), phrases.currency(plan.currency)),
    )
    yield (
        LabelledValue(phrases.text(_KEY + "each"), payment(plan, phrases), True),
        LabelledValue(
            phrases.text(_KEY + "span"), phrases.text("from_to", **{"from": plan.first_due, "to": plan.last_due})
        ),
    )
    if plan.up_front:
        yield (LabelledValue(phrases.text(_KEY + "up_front"), phrases.money(plan.up_front), True),)
    yield (LabelledValue(phrases.text(_KEY + "overall"), f"{phrases.money(plan.overall)}  {plan.overall_words}", True),)


def _rows(rows: Sequence[tuple[str, str, Money]], groups: int, phrases: Phrases) -> TableBlock:
    """Number, day and amount of every instalment, read down one group of columns after the other."""
    one = (
        TableColumn(phrases.text(_KEY + "no"), "right", quiet=True),
        TableColumn(phrases.text(_KEY + "due")),
        TableColumn(phrases.text(_KEY + "amount"), "figure", grow=True),
    )
    depth = -(-len(rows) // groups)
    lines = (TableRow(tuple(_cells(rows, i, depth, groups))) for i in range(depth))
    between = (TableColumn(),)
    return TableBlock(one + (between + one) * (groups - 1), tuple(lines), small=True)


def _cells(rows: Sequence[tuple[str, str, Money]], line: int, depth: int, groups: int) -> Iterator[str]:
    for group in range(groups):
        i = group * depth + line
        if group:
            yield ""
        yield from (rows[i][0], rows[i][1], rows[i][2].grouped()) if i < len(rows) else ("", "", "")


def _charges(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    for plan in figures.plans:
        said = phrases.join((*charge_texts(plan, phrases, figures.annual_fee_settled), *figures.of_part("charges")))
        yield Text(f"{plan.account}{phrases.text('colon')}{said}" if len(figures.plans) > 1 else said)


def charge_texts(plan: PlanFigures, phrases: Phrases, annual_fee_settled: bool = False) -> tuple[str, ...]:
    """Interest, fees (the annual fee by name, unless a clause settles it) and what both come to in a year."""
    beside = "_beside" if annual_fee_settled else ""
    interest = (
        phrases.text(_KEY + "interest", rate=plan.rate, amount=phrases.money(plan.total.interest))
        if plan.rate
        else phrases.text(_KEY + "interest_none")
    )
    fee = (
        phrases.text(f"{_KEY}fee{beside}", amount=phrases.money(plan.total.fee))
        if plan.total.fee
        else phrases.text(f"{_KEY}fee_none{beside}")
    )
    cost = (phrases.text(_KEY + "cost", simple=plan.simple, compound=plan.compound),) if plan.simple else ()
    return (interest, fee, *cost)


def _no_new_card(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    yield Text(phrases.text(_KEY + "no_new_card"))


def _rights_duties(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    yield _numbered(rights_texts(figures, phrases))


def rights_texts(figures: AgreementFigures, phrases: Phrases) -> tuple[str, ...]:
    """Rights and duties of both sides, then what follows a breach by either."""
    values = {"days": figures.grace_days, "clause": _repayment_clause(figures, phrases)}
    said = tuple(phrases.text(f"{_KEY}rights.{key}", **values) for key in _RIGHTS)
    return (*said, *figures.of_part("rights_duties"))


def _other(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    yield _numbered(other_texts(figures, phrases))


def other_texts(figures: AgreementFigures, phrases: Phrases) -> tuple[str, ...]:
    """Where payments go, what is recorded, reported and kept."""
    repay = figures.head.bank.repay
    where = phrases.text(_KEY + ("other.repay" if repay else "other.repay_open"), repay=repay)
    said = (phrases.text(f"{_KEY}other.{key}") for key in _OTHER)
    return (where, *figures.of_part("other"), *said)


def _numbered(texts: tuple[str, ...]) -> Text:
    return Text("\n".join(f"{no}. {text}" for no, text in enumerate(texts, 1)), style="list")


def _close(figures: AgreementFigures, phrases: Phrases) -> Iterator[Block]:
    sourced = (phrases.text(_KEY + "caution.sourced", text=one.title, source=one.source) for one in figures.cautions)
    caution = phrases.join((*sourced, phrases.text(_KEY + "caution.text", desk=figures.head.desk.name)))
    yield Note(f"{phrases.text(_KEY + 'caution.heading')}{phrases.text('colon')}{caution}")
    yield Signature(
        (
            SignatureArea(phrases.text(_KEY + "sign.debtor"), phrases.text("day_blank_short")),
            SignatureArea(
                phrases.text(_KEY + "sign.creditor"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )


def _clause_of(texts: Callable[[AgreementFigures, Phrases], tuple[str, ...]]) -> _Clause:
    return lambda figures, phrases: iter((_numbered(texts(figures, phrases)),))


def distribution_texts(figures: AgreementFigures, phrases: Phrases) -> tuple[str, ...]:
    """Where one payment goes, and how it is shared among the creditors."""
    key = _KEY + "distribution."
    shares = phrases.listed([phrases.text(key + "one", bank=bank, share=share) for bank, share in figures.shares])
    pay = phrases.text(key + "pay", clause=_repayment_clause(figures, phrases))
    return (pay, phrases.text(key + "share", shares=shares), phrases.text(key + "early"))


def pause_texts(figures: AgreementFigures, phrases: Phrases) -> tuple[str, ...]:
    """Payments that may be put off, by the number that the pack knows."""
    return (phrases.text(_KEY + ("pause.some" if figures.pauses else "pause.none"), count=figures.pauses),)


def breach_texts(_figures: AgreementFigures, phrases: Phrases) -> tuple[str, ...]:
    """What follows where the agreement is not kept."""
    return tuple(phrases.text(f"{_KEY}breach.{key}") for key in ("fail", "petition", "again"))


_CLAUSES: Final[Mapping[str, _Clause]] = {
    "balance": _balance,
    "repayment": _repayment,
    "charges": _charges,
    "no_new_card": _no_new_card,
    "rights_duties": _rights_duties,
    "distribution": _clause_of(distribution_texts),
    "pause": _clause_of(pause_texts),
    "breach": _clause_of(breach_texts),
    "other": _other,
}
