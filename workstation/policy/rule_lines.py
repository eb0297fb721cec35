"""Every rule of a pack as a line to be read: what it governs, its figure, where it was read and how sure that is.

A rule that nobody knows has no value and no source; it is listed all the same, so that the gap is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, time
from decimal import Decimal
from typing import Any, Final, Literal

from workstation.policy.conduct_rules import ThirdParty
from workstation.policy.guidelines import EXPENSES
from workstation.policy.pack import Pack
from workstation.policy.rules import Labelled, Rule, Source, label
from workstation.wording import Wording

Group = Literal[
    "limits", "allocation", "waiting", "reference", "lender", "bank", "authority", "conduct", "agreement", "letter",
    "consent", "caution", "evidence", "papers", "clause", "bucket", "filing", "guideline",
]  # fmt: skip
GROUPS: Final[tuple[Group, ...]] = (
    "filing", "limits", "lender", "bank", "waiting", "allocation", "bucket", "authority", "conduct", "evidence", "agreement",
    "letter", "papers", "clause", "consent", "caution", "guideline", "reference",
)  # fmt: skip
Unit = Literal["share", "amount", "count", "codes", "day", "hour", "yes", "text", "reference_times"]
Value = Decimal | int | bool | str | date | time | tuple[str, ...] | None
_AMOUNTS: Final = frozenset(
    {
        "cash_instalment_amount", "token_payment", "offer_unit", "promise_tolerance", "penalty_minimum", "penalty_maximum",
        "tolerance", "yearly",
    }
)  # fmt: skip
_SETTINGS: Final = frozenset(
    {"window_days", "utc_offset", "zone_name", "debtor_zone_needed", "calling_code", "number_length"}
)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """``code`` of the rule within its group; ``about``: of which bank, product, kind of lender or tier, as words or as a code.

    ``value``: amounts are whole minor units of the pack's currency, shares are per unit; None: not known.
    """

    group: Group
    code: str
    about: str
    unit: Unit
    value: Value
    source: Source | None


def rule_lines(pack: Pack, language: str) -> tuple[RuleLine, ...]:
    """All rules of a pack, group by group in the order of `GROUPS`; titles in a language."""
    made = {
        "limits": _limits, "lender": _lenders, "bank": _banks, "waiting": _waiting, "allocation": _allocation,
        "authority": _authority, "conduct": _conduct, "evidence": _evidence, "reference": _reference,
        "papers": _papers, "clause": _clauses, "bucket": _buckets, "filing": _filing,
        "guideline": _guidelines,
    }  # fmt: skip
    items: dict[str, tuple[Labelled, ...]] = {
        "agreement": pack.agreement, "letter": pack.letter, "consent": pack.consent, "caution": pack.cautions,
    }  # fmt: skip
    found: list[RuleLine] = []
    for group in GROUPS:
        if group in made:
            found += made[group](pack, language)
        else:
            found += [RuleLine(group, one.code, "", "text", one.text(language), one.source) for one in items[group]]
    return tuple(found)


def _filing(pack: Pack, language: str) -> Iterator[RuleLine]:
    """Whom it is filed with and what runs from it; a cost of living that nobody found is listed without its figure."""
    rule = pack.filing
    for code in rule.sources:
        value = rule.papers if code == "papers" else (getattr(rule, code),)
        yield RuleLine("filing", code, "", "codes", value, rule.sources[code])
    for clock in rule.clocks:
        yield RuleLine("filing", "clock", clock.text(language), "count", clock.days, clock.source)
    for cause in rule.causes:
        yield RuleLine("filing", "cause", cause.code, "text", cause.text(language), cause.source)
    for code, count in (("first_stage", rule.first_stage), ("pauses", rule.pauses)):
        if count is not None:
            yield RuleLine("filing", code, "", "count", count.value, count.source)
    if rule.living is not None:
        yield RuleLine("filing", "living_factor", "", "text", f"{rule.living.factor.value}×", rule.living.factor.source)
        for cost in rule.living.costs:
            about = f"{label(cost.place, language)} {cost.from_on.isoformat()} – {cost.until_on.isoformat()}"
            yield RuleLine("filing", "living_cost", about, "amount", cost.amount, cost.source)


def _limits(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for field in fields(pack.limits):
        if field.name in pack.limits.sources:
            value = getattr(pack.limits, field.name)
            yield RuleLine("limits", field.name, "", _unit(field.name, value), value, pack.limits.sources[field.name])
    yield from _claims(pack)


def _claims(pack: Pack) -> Iterator[RuleLine]:
    """The time limit with what begins it anew, and what facts about a debt rest on; a limit that nobody has read is empty."""
    limit = pack.limitation
    yield RuleLine(
        "limits", "limitation_years", "", "count", limit.years if limit else None, limit.source if limit else None
    )
    for kind, source in (limit.restarts if limit else {}).items():
        yield RuleLine("limits", f"limitation_{kind}", "", "yes", True, source)
    for kind, source in pack.claim_rules.items():
        yield RuleLine("limits", f"claim_{kind}", "", "yes", True, source)


def _unit(code: str, value: Any) -> Unit:
    if code in _AMOUNTS:
        return "amount"
    match value:
        case bool():
            return "yes"
        case Decimal():
            return "share"
        case tuple():
            return "codes"
        case time():
            return "hour"
        case int():
            return "count"
        case _:
            return "text"


def _lenders(pack: Pack, language: str) -> Iterator[RuleLine]:
    for kind in pack.lenders.kinds.values():
        for cap in kind.caps:
            unit: Unit = "share" if cap.rate is not None else "reference_times"
            about = f"{label(kind.title, language)} {cap.from_on.isoformat()}"
            yield RuleLine(
                "lender", "annual_cap", about, unit, cap.rate if cap.rate is not None else cap.times, cap.source
            )


def _banks(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for bank in pack.lenders.banks.values():
        for code, known in bank.rules():
            value = known.value if known else None
            if code == "remainder" and value is not None:
                value = (value,)
            yield RuleLine("bank", code, bank.name, _unit(code, value), value, known.source if known else None)


def _waiting(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for product, growth in pack.growths.items():
        about = f"product.{product}"
        values = {"year_days": growth.year_days, "compounding": growth.compounding, "month": growth.month}
        for code, value in values.items():
            yield RuleLine(
                "waiting", code, about, "count" if code == "year_days" else "codes", _coded(value), growth.sources[code]
            )
        if growth.penalty_rate is not None:
            source = growth.sources["penalty"]
            yield RuleLine("waiting", "penalty", about, "share", growth.penalty_rate, source)
            yield RuleLine("waiting", "penalty_minimum", about, "amount", growth.penalty_minimum, source)


def _coded(value: int | str) -> Value:
    return value if isinstance(value, int) else (value,)


def _allocation(pack: Pack, _language: str) -> Iterator[RuleLine]:
    order = pack.allocation
    yield RuleLine("allocation", "until_days", "", "count", order.until_days, order.source)
    yield RuleLine("allocation", "early", "", "codes", order.early, order.source)
    yield RuleLine("allocation", "late", "", "codes", order.late, order.source)
    if pack.debt_order is not None:
        yield RuleLine("allocation", "several_debts", "", "codes", pack.debt_order.criteria, pack.debt_order.source)


def _buckets(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for bucket in pack.buckets:
        yield RuleLine("bucket", "from_day", bucket.name, "count", bucket.from_day, bucket.source)


def _guidelines(pack: Pack, language: str) -> Iterator[RuleLine]:
    """Every category of spending: what several share stands at the first, what nobody knows stands as not known."""
    words = Wording(language)
    for category in EXPENSES:
        one, name = pack.guideline(category), words.text(f"category.expense.{category}")
        if one is None:
            yield RuleLine("guideline", "yearly", name, "amount", None, None)
        elif category == one.categories[0]:
            names = " + ".join(words.text(f"category.expense.{each}") for each in one.categories)
            yield RuleLine("guideline", "yearly", names, "amount", one.yearly, one.source)


def _authority(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for rule in pack.authority:
        counted = rule.up_to is not None and rule.concession in ("instalments", "deferral", "promise_wait")
        unit: Unit = "count" if counted else "share"
        value: Value = int(rule.up_to) if counted and rule.up_to is not None else rule.up_to
        if rule.up_to is None:
            unit, value = "text", ""
        yield RuleLine("authority", f"concession.{rule.concession}", f"authority.{rule.tier}", unit, value, rule.source)


def _conduct(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for field in fields(pack.conduct):
        rule = getattr(pack.conduct, field.name)
        if field.name in _SETTINGS:
            continue
        if rule is None:
            yield RuleLine("conduct", field.name, "", "text", None, None)
        elif isinstance(rule, Rule):
            value = _third_party(rule.value) if isinstance(rule.value, ThirdParty) else rule.value
            yield RuleLine("conduct", field.name, "", _unit(field.name, value), value, rule.source)


def _third_party(rule: ThirdParty) -> tuple[str, ...]:
    parts = (
        f"dials_in_a_row {rule.dials_in_a_row}" if rule.dials_in_a_row is not None else "",
        f"days_in_a_row {rule.days_in_a_row}" if rule.days_in_a_row is not None else "",
        "invalid_number" if rule.invalid_number else "",
    )
    return tuple(filter(None, parts)) or ("never",)


def _evidence(pack: Pack, language: str) -> Iterator[RuleLine]:
    for one in pack.requirements:
        days: Value = "" if one.freshness_days is None else one.freshness_days
        yield RuleLine("evidence", "freshness_days", label(one.title, language), "count", days, one.source)
        if one.contract_from is not None:
            yield RuleLine(
                "evidence", "contract_from", label(one.title, language), "day", one.contract_from, one.source
            )


def _papers(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for code in ("account_number", "name_in_code"):
        rule = getattr(pack.papers, code)
        yield RuleLine("papers", code, "", "codes", (rule.value,), rule.source if rule.source.id else None)


def _clauses(pack: Pack, language: str) -> Iterator[RuleLine]:
    """Each sentence among which an agreement chooses; the one that is taken unasked is called so."""
    for clause in pack.papers.clauses.values():
        for option, sentence in clause.options.items():
            code = "clause_default" if option == clause.default else "clause_other"
            yield RuleLine("clause", code, clause.text(language), "text", label(sentence, language), clause.source)


def _reference(pack: Pack, _language: str) -> Iterator[RuleLine]:
    for rate in pack.reference_rates:
        yield RuleLine("reference", "reference_rate", rate.from_on.isoformat(), "share", rate.rate, rate.source)
