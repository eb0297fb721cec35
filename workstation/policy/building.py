"""From the checked tables of a pack to its rules, one function a kind of rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, cast

from workstation.policy.rules import (
    COMPONENTS,
    CONCESSIONS,
    CONFIDENCES,
    DEBT_ORDERS,
    METHODS,
    PRODUCTS,
    TIERS,
    TREATMENT_KINDS,
    TREATMENTS,
    Allocation,
    AuthorityRule,
    Bucket,
    DatedRate,
    DebtOrder,
    Issuer,
    Labelled,
    Limits,
    Offer,
    Phrase,
    Source,
)
from workstation.policy.toml_section import Section

_COUNTED = ("instalments", "deferral", "promise_wait")


def sources(top: Section) -> None:
    """Read the sources first: every rule after them must name one."""
    for name, section in top.named_tables("sources"):
        confidence = cast(Any, section.text("confidence", choices=CONFIDENCES))
        top.review.sources[name] = Source(name, section.text("name"), _dated(section), confidence)
        section.done()


def _dated(section: Section) -> str:
    """The day of the text, of its reading, or as much of it as is printed: a year, a month or a day."""
    written = section.text("dated")
    if section.sound("dated") and not _is_dated(written):
        section.report("pack_value", "dated", expected="2026, 2026-11, 2026-11-23", found=written)
    return written


def _is_dated(written: str) -> bool:
    try:
        date.fromisoformat(written + "0000-01-01"[len(written) :])
    except ValueError:
        return False
    return len(written) in (4, 7, 10)


def labelled(top: Section, key: str) -> dict[str, Labelled]:
    """Codes with names: reasons, requests, the items of an agreement."""
    found: dict[str, Labelled] = {}
    for name, section in top.named_tables(key):
        found[name] = Labelled(name, section.labels("title"), section.source())
        section.done()
    return found


def printed_items(top: Section, key: str) -> tuple[Labelled, ...]:
    """What a paper must say at least; a pack that asks for nothing leaves the table out."""
    return tuple(labelled(top, key).values()) if top.has(key) else ()


def issuers(top: Section) -> dict[str, Issuer]:
    """Who issues proofs."""
    found: dict[str, Issuer] = {}
    for name, section in top.named_tables("issuers"):
        found[name] = Issuer(name, section.labels("title"), section.texts("words"))
        section.done()
    return found


def buckets(top: Section) -> tuple[Bucket, ...]:
    """Bucket edges, rising from day 0."""
    found: list[Bucket] = []
    for section in top.tables("buckets"):
        bucket = Bucket(section.text("name"), section.whole("from_day", 0, 100_000), section.source())
        rising = bucket.from_day > found[-1].from_day if found else bucket.from_day == 0
        if section.sound("from_day"):
            if not rising:
                section.report("pack_order", "from_day", found=str(bucket.from_day))
            found.append(bucket)
        section.done()
    return tuple(found)


def allocation(section: Section) -> Allocation:
    """The order of components; each order names all four once."""
    early, late = section.texts("early", COMPONENTS), section.texts("late", COMPONENTS)
    for key, order in (("early", early), ("late", late)):
        if section.has(key) and set(order) != set(COMPONENTS):
            section.report("pack_value", key, expected=", ".join(COMPONENTS), found=", ".join(order))
    found = Allocation(section.whole("until_days", 0, 100_000), early, late, section.source())
    section.done()
    return found


def debt_order(top: Section) -> DebtOrder | None:
    """The order of several debts; None in a pack that knows none."""
    if not top.has("several_debts"):
        return None
    section = top.table("several_debts")
    found = DebtOrder(section.texts("order", DEBT_ORDERS), section.source())
    section.done()
    return found


def limits(section: Section) -> Limits:
    """Caps on plans, each a small table of value and source."""
    named: dict[str, Source] = {}

    def part(key: str) -> Section:
        table = section.table(key)
        named[key] = table.source()
        return table

    def whole(key: str, most: int, least: int = 0) -> int:
        table = part(key)
        value = table.whole("value", least, most)
        table.done()
        return value

    def share(key: str) -> Decimal:
        table = part(key)
        value = table.decimal("value", "0", "10")
        table.done()
        return value

    def share_of_products(key: str) -> tuple[Decimal, tuple[str, ...]]:
        table = part(key)
        found = table.decimal("value", "0", "10"), table.texts("products", PRODUCTS, ())
        table.done()
        return found

    def if_there(key: str, most: int, least: int = 0) -> int | None:
        return whole(key, most, least) if section.has(key) else None

    def kinds(key: str) -> tuple[str, ...]:
        if not section.has(key):
            return ()
        table = part(key)
        found = table.texts("value", TREATMENT_KINDS)
        table.done()
        return found

    default_cost, default_cost_products = share_of_products("max_default_cost")
    found = Limits(
        max_instalments=whole("max_instalments", 600),
        max_annual_cost=share("max_annual_cost"),
        max_default_cost=default_cost,
        cash_instalment_amount=if_there("cash_instalment_amount", 10**12),
        cash_instalment_months=if_there("cash_instalment_months", 600),
        penalty_surcharge=share("penalty_surcharge") if section.has("penalty_surcharge") else None,
        grace_days=whole("grace_days", 60),
        promise_grace_days=whole("promise_grace_days", 60),
        safety_margin=share("safety_margin"),
        income_tolerance=share("income_tolerance"),
        sources=named,
        default_cost_products=default_cost_products,
        token_payment=if_there("token_payment", 10**9, 1),
        offer_unit=if_there("offer_unit", 10**7, 1) or 1,
        promise_tolerance=if_there("promise_tolerance", 10**7),
        promises_most=if_there("promises_most", 1_000, 1),
        promise_wait_days=if_there("promise_wait_days", 3_660, 1),
        skip_most=if_there("skip_most", 366),
        part_most=if_there("part_most", 366),
        move_most=if_there("move_most", 366),
        append_most=if_there("append_most", 366),
        consent_kinds=kinds("consent_kinds"),
        approval_days=if_there("approval_days", 3_660),
    )
    section.done()
    return found


def reference_rates(top: Section) -> tuple[DatedRate, ...]:
    """Dated reference rates, rising by day."""
    found: list[DatedRate] = []
    for section in top.tables("reference_rates"):
        rate = DatedRate(section.day("from"), section.decimal("rate", "0", "1"), section.source())
        if section.sound("from") and found and rate.from_on <= found[-1].from_on:
            section.report("pack_order", "from", found=rate.from_on.isoformat())
        found.append(rate)
        section.done()
    return tuple(found)


def offers(top: Section, requests: tuple[str, ...]) -> tuple[Offer, ...]:
    """The kinds of plan that may be proposed."""
    found: list[Offer] = []
    for section in top.tables("offers"):
        offer = _offer(section, requests)
        if any(offer.code == other.code for other in found):
            section.report("pack_duplicate", "code", found=offer.code)
        found.append(offer)
        section.done()
    return tuple(found)


def _offer(section: Section, requests: tuple[str, ...]) -> Offer:
    return Offer(
        code=section.text("code"),
        method=section.text("method", choices=METHODS),
        title=section.labels("title"),
        instalments=section.counts("instalments", 1, 600),
        rate=section.decimal("rate", "0", "10") if section.has("rate") else None,
        treat_interest=section.text("treat_interest", choices=TREATMENTS),
        treat_penalty=section.text("treat_penalty", choices=TREATMENTS),
        treat_fees=section.text("treat_fees", choices=TREATMENTS),
        waive_principal=section.decimal("waive_principal", "0", "1", "0"),
        down_payment=section.decimal("down_payment", "0", "1", "0"),
        deferral_months=section.counts("deferral_months", 1, 60, ()),
        deferral_interest=cast(Any, section.text("deferral_interest", "stops", ("stops", "accrues"))),
        requests=section.texts("requests", requests, ()),
        products=section.texts("products", PRODUCTS, ()),
        concessions=section.texts("concessions", CONCESSIONS),
        source=section.source(),
    )


def authority(top: Section) -> tuple[AuthorityRule, ...]:
    """Tiers by concession; within one concession the tiers rise in the order of the file."""
    found: list[AuthorityRule] = []
    for section in top.tables("authority"):
        concession = section.text("concession", choices=CONCESSIONS)
        tier = cast(Any, section.text("tier", choices=TIERS))
        most = "600" if concession in _COUNTED else "1"
        up_to = section.decimal("up_to", "0", most) if section.has("up_to") else None
        below = [TIERS.index(rule.tier) for rule in found if rule.concession == concession]
        if tier in TIERS and below and TIERS.index(tier) <= max(below):
            section.report("pack_order", "tier", found=tier)
        found.append(AuthorityRule(concession, tier if tier in TIERS else "bank", up_to, section.source()))
        section.done()
    return tuple(found)


def phrases(top: Section) -> tuple[Phrase, ...]:
    """Words to avoid, and the calmer ones."""
    found: list[Phrase] = []
    for section in top.tables("phrases"):
        found.append(
            Phrase(
                kind=section.text("kind"),
                words=section.texts("words"),
                why=section.labels("why"),
                instead=section.labels("instead"),
                source=section.source(),
            )
        )
        section.done()
    return tuple(found)
