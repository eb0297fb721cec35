"""A pack: the rules of one bank or region, read from TOML. A pack with a mistake is refused with every mistake
named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import resources
from workstation.currencies import MINOR_DIGITS
from workstation.errors import Finding, Refused, refuse_if
from workstation.policy import building, required_evidence
from workstation.policy.conduct_reading import conduct
from workstation.policy.conduct_rules import Conduct
from workstation.policy.contact_rules import contact_rules
from workstation.policy.debt_growth import OTHER, Growth, growths
from workstation.policy.extending import CODED, moved_lines, names, taken_over, unsourced
from workstation.policy.filing import NO_FILING, Filing, filing
from workstation.policy.guidelines import Guideline, guidelines
from workstation.policy.lenders import NO_LENDERS, AnnualCap, Lenders, lenders, load_lenders
from workstation.policy.limitation import Limitation, claim_rules, limitation
from workstation.policy.paper_rules import NO_PAPER_RULES, PaperRules, paper_rules
from workstation.policy.rules import (
    Allocation,
    AuthorityRule,
    Bucket,
    DatedRate,
    DebtOrder,
    Issuer,
    Labelled,
    Labels,
    Limits,
    Offer,
    Phrase,
    Requirement,
    Source,
    Tier,
)
from workstation.policy.toml_lines import parsed
from workstation.policy.toml_section import Review, Section

FORMAT: Final = 1
"""The form of pack that this program reads; a newer one is refused."""

_LARGEST: Final = 1_000_000  # bytes; a pack is a few dozen kilobytes
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Pack:
    """All rules of one bank or region. Mappings keep the order of the file, which is the order of screens and
    papers. ``agreement``, ``letter`` and ``consent``: what these papers must say at least; ``cautions``: what a
    person should know before signing an agreement.
    """

    id: str
    title: Labels
    dated: date
    currency: str
    sources: Mapping[str, Source]
    buckets: tuple[Bucket, ...]
    allocation: Allocation
    growths: Mapping[str, Growth]
    limits: Limits
    reference_rates: tuple[DatedRate, ...]
    reasons: Mapping[str, Labelled]
    requests: Mapping[str, Labelled]
    agreement: tuple[Labelled, ...]
    letter: tuple[Labelled, ...]
    consent: tuple[Labelled, ...]
    cautions: tuple[Labelled, ...]
    offers: tuple[Offer, ...]
    authority: tuple[AuthorityRule, ...]
    conduct: Conduct
    phrases: tuple[Phrase, ...]
    issuers: Mapping[str, Issuer]
    requirements: tuple[Requirement, ...]
    products: tuple[str, ...] = ()
    """The products it is made for; empty: none in particular."""
    papers: PaperRules = NO_PAPER_RULES
    """What papers show whole, and the choices of an agreement."""
    lenders: Lenders = NO_LENDERS
    """What kinds of lenders may charge, and what is known of single banks."""
    debt_order: DebtOrder | None = None
    """Which of several debts the law settles first; None where the pack knows none."""
    limitation: Limitation | None = None
    """The time limit of a claim; None where nobody has read one."""
    claim_rules: Mapping[str, Source] = field(default_factory=dict)
    """The rule that each kind of fact about a debt rests on, where one was read."""
    filing: Filing = NO_FILING
    """With whom and on which papers it is applied."""
    guidelines: tuple[Guideline, ...] = ()
    """What is usually spent on living, where a source says so."""

    def bucket(self, days: int) -> str:
        """The bucket of an account that is ``days`` overdue."""
        return self.bucket_at(days)[1]

    def bucket_at(self, days: int) -> tuple[int, str]:
        """The number of the bucket of an account that is ``days`` overdue, the first being 0, and its name."""
        rank = bisect_right(self.buckets, max(0, days), key=lambda one: one.from_day) - 1
        return rank, self.buckets[rank].name

    def growth_of(self, product: str) -> Growth:
        """How a debt of that product grows while nothing is paid."""
        return self.growths.get(product) or self.growths[OTHER]

    def annual_cap(self, lender: str = "", on: date = date.max) -> AnnualCap:
        """The most that a year may cost at a lender of that name on a day: by its kind, and never more than for all."""
        for_all = AnnualCap(self.limits.max_annual_cost, self.limits.sources["max_annual_cost"])
        kind = self.lenders.kind_of(lender) if lender else None
        own = kind.cap(on, self.reference_rates) if kind else None
        return own if own is not None and own.rate <= for_all.rate else for_all

    def requirement(self, code: str) -> Requirement | None:
        """The requirement of that code, if the pack has it."""
        return next((one for one in self.requirements if one.code == code), None)

    def guideline(self, category: str) -> Guideline | None:
        """The guideline for a category of spending, which may be one for several together."""
        return next((one for one in self.guidelines if category in one.categories), None)

    def authority_for(self, concession: str, size: Decimal = Decimal(0)) -> Tier:
        """The lowest tier that may grant a concession of this size: a share, or a count of instalments, months or days.

        What the pack does not delegate belongs to the bank.
        """
        rules = (rule for rule in self.authority if rule.concession == concession)
        return next((rule.tier for rule in rules if rule.up_to is None or size <= rule.up_to), "bank")


def load_pack(source: Path | str) -> Pack:
    """Read a pack from a file, or from TOML text (then mistakes name ``pack.toml``); it may extend another pack.

    Raises `Refused` with one finding a mistake: ``pack_syntax``, ``pack_missing``, ``pack_unknown_key``, ``pack_type``,
    ``pack_value``, ``pack_reference``, ``pack_duplicate``, ``pack_order``, ``pack_unreadable``, ``pack_newer``;
    figures name file, line and key.
    """
    file = source.name if isinstance(source, Path) else "pack.toml"
    text = _read(source) if isinstance(source, Path) else source
    review = Review(file, text)
    folder = source.parent if isinstance(source, Path) else None
    tree = _with_base(parsed(text, file), review, folder)
    refuse_if(review.findings)
    pack = _build(Section(review, tree), folder)
    refuse_if(sorted(review.findings, key=lambda finding: int(finding.figures["line"])))
    return pack


def _with_base(own: dict[str, Any], review: Review, folder: Path | None) -> dict[str, Any]:
    """The rules with those of the pack that they extend, if they name one; mistakes of the base carry its own file name."""
    if "extends" not in own and "without" not in own:
        return own
    top = Section(review, own)
    name, without = top.text("extends"), top.texts("without", default=())
    file = _base_file(name, folder)
    if file is None:
        there = sorted(path.stem for path in resources.path("policies").glob("*.toml"))
        top.report("pack_reference", "extends", expected=", ".join(there), found=name)
        return own
    base = parsed(_read(file), file.name)
    if "extends" in base:  # also itself, and two that name each other
        top.report("pack_value", "extends", expected="a pack that stands by itself", found=name)
        return own
    _of_program(file) if file.parent == resources.path("policies") else load_pack(file)
    if own.get("currency", base.get("currency")) != base.get("currency"):  # its amounts are those of the base
        top.report("pack_value", "currency", expected=str(base.get("currency")), found=str(own.get("currency")))
    known = names(base)
    for code in without:
        if code not in known:
            top.report("pack_reference", "without", expected=", ".join(known), found=code)
    mine = {key: value for key, value in own.items() if key not in ("extends", "without")}
    if not all(isinstance(mine.get(kind, []), list) for kind in CODED):
        return mine
    for place in unsourced(base, mine):
        review.report("pack_missing", (*place, "source"), expected="text")
    review.lines = moved_lines(review.lines, base, mine, without)
    return taken_over(base, mine, without)


def _base_file(name: str, folder: Path | None) -> Path | None:
    """The pack of that name beside this one, else among those of the program."""
    if not name.replace("-", "").isalnum():
        return None
    places = [place / f"{name}.toml" for place in (folder, resources.path("policies")) if place is not None]
    return next((place for place in places if place.is_file()), None)


def packs(own: Path | None = None) -> dict[str, Pack]:
    """Every pack that ships with the program, and those in a folder of the desk's own, by id; the desk's take precedence."""
    added = [load_pack(file) for file in sorted(own.glob("*.toml"))] if own and own.is_dir() else []
    return {pack.id: pack for pack in (*_shipped(), *added)}


@cache
def _shipped() -> tuple[Pack, ...]:
    """Read once: the files lie inside the program and do not change while it runs."""
    return tuple(_of_program(file) for file in sorted(resources.path("policies").glob("*.toml")))


@cache
def _of_program(file: Path) -> Pack:
    """A pack that others may extend is read and checked once for all of them."""
    return load_pack(file)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(Finding("pack_unreadable", path.name, {"file": path.name, "line": "1", "key": ""}))
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refused(Finding("pack_unreadable", path.name, {"file": path.name, "line": "1", "key": ""})) from None


def _lenders(top: Section, folder: Path | None) -> Lenders:
    """The set of that name; an earlier version of a pack has that of its day beside it."""
    known = lenders()
    chosen = top.text("lenders", default="", choices=tuple(known)) if top.has("lenders") else ""
    beside = folder / "lenders" / f"{chosen}.toml" if folder and chosen in known else None
    return load_lenders(beside) if beside and beside.is_file() else known.get(chosen, NO_LENDERS)


def _id(top: Section) -> str:
    """Cases and files are named by it."""
    name = top.text("id")
    if name and not _ID.fullmatch(name):
        top.report("pack_value", "id", expected="a-z, 0-9, -", found=name[:40])
    return name


def _build(top: Section, folder: Path | None) -> Pack:
    if top.whole("format", 1, 1_000) > FORMAT:
        top.report("pack_newer", "format", known=str(FORMAT))
    building.sources(top)
    reasons, requests = building.labelled(top, "reasons"), building.labelled(top, "requests")
    issuers = building.issuers(top)
    pack = Pack(
        id=_id(top),
        title=top.labels("title"),
        dated=top.day("dated"),
        currency=top.text("currency", choices=tuple(MINOR_DIGITS)),
        sources=top.review.sources,
        buckets=building.buckets(top),
        allocation=building.allocation(top.table("allocation")),
        growths=growths(top),
        limits=building.limits(top.table("limits")),
        reference_rates=building.reference_rates(top),
        reasons=reasons,
        requests=requests,
        agreement=tuple(building.labelled(top, "agreement").values()),
        letter=building.printed_items(top, "letter"),
        consent=building.printed_items(top, "consent"),
        cautions=building.printed_items(top, "cautions"),
        offers=building.offers(top, tuple(requests)),
        authority=building.authority(top),
        conduct=conduct(top.table("conduct"), contact_rules()),
        phrases=building.phrases(top),
        issuers=issuers,
        requirements=required_evidence.requirements(top, tuple(reasons), tuple(requests), issuers),
        products=top.texts("products", default=()),
        papers=paper_rules(top),
        lenders=_lenders(top, folder),
        debt_order=building.debt_order(top),
        limitation=limitation(top),
        claim_rules=claim_rules(top),
        filing=filing(top, tuple(reasons)),
        guidelines=guidelines(top),
    )
    top.done()
    return pack
