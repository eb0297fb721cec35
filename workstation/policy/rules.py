"""The rules that a pack holds, as values. Texts for people are mappings language -> text; zh-Hans is always there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Generic, Literal, TypeVar

Confidence = Literal["verified", "weak", "known", "computed", "practice", "open"]
CONFIDENCES: Final[tuple[Confidence, ...]] = ("verified", "weak", "known", "computed", "practice", "open")
"""How sure a rule is: read at its source, read second-hand, from general knowledge, computed, custom of the trade,
unsure.
"""

Tier = Literal["agent", "supervisor", "bank"]
TIERS: Final[tuple[Tier, ...]] = ("agent", "supervisor", "bank")

CONCESSIONS: Final = (
    "waive_interest", "waive_penalty", "waive_fees", "waive_principal", "stop_interest", "instalments", "deferral",
    "down_payment", "stop_collection", "settlement", "promise_wait",
)  # fmt: skip
"""In this order for good: codes of grants name a concession by its place."""
CHECKS: Final = ("original_seen", "issuer_phoned", "portal", "document_number", "arithmetic")
METHODS: Final = (
    "equal_instalment", "equal_principal", "interest_free", "flat_fee", "flat_interest", "step", "custom", "lump_sum",
)  # fmt: skip
TREATMENTS: Final = ("waive", "in_plan", "capitalise", "first_instalment", "up_front")
COMPONENTS: Final = ("fees", "penalty", "interest", "principal")
PRODUCTS: Final = ("credit_card", "consumer_loan", "business_loan", "online_loan", "other")
TREATMENT_KINDS: Final = ("skip", "part", "move", "append")
ROLES: Final = ("creditor_agency", "debtor_adviser")
LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")

Labels = Mapping[str, str]


def label(labels: Labels, language: str) -> str:
    """The text in a language; simplified Chinese where the pack has no other."""
    return labels.get(language) or labels["zh-Hans"]


def spoken_figures(name: str, texts: Sequence[Labels]) -> dict[str, str]:
    """Texts of a pack as one figure of a finding, in every language: whoever reads the finding takes the one of its sentence."""
    said = {name: "、".join(label(one, "zh-Hans") for one in texts)}
    said[f"{name}_hant"] = "、".join(label(one, "zh-Hant") for one in texts)
    said[f"{name}_en"] = ", ".join(label(one, "en") for one in texts)
    return said


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read: name of the text, its date as printed, and how sure the reading is."""

    id: str
    name: str
    dated: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Labelled:
    """A code with its name in each language."""

    code: str
    title: Labels
    source: Source

    def text(self, language: str) -> str:
        """The name in a language."""
        return label(self.title, language)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues proofs. ``words`` are parts of names by which a typed issuer is recognised (居委会 …)."""

    code: str
    title: Labels
    words: tuple[str, ...]

    def text(self, language: str) -> str:
        """The name in a language."""
        return label(self.title, language)


def recognised(text: str, issuers: Iterable[Issuer]) -> Issuer | None:
    """The issuer that a typed name means: its code, its title, or the longest of the words found in it."""
    plain, found = text.strip(), []
    for issuer in issuers:
        if plain == issuer.code or plain in issuer.title.values():
            return issuer
        found += [(len(word), issuer) for word in issuer.words if word in plain]
    return max(found, key=lambda pair: pair[0])[1] if plain and found else None


@dataclass(frozen=True, slots=True)
class Bucket:
    """An overdue bucket from ``from_day`` days overdue up to the next bucket's edge."""

    name: str
    from_day: int
    source: Source


DEBT_ORDERS: Final = ("due", "security", "burden", "earlier_due")
"""What an order of several debts looks at: due before not due, least secured, heaviest burden, earliest due."""


@dataclass(frozen=True, slots=True)
class DebtOrder:
    """Which of several debts the law settles first, criterion by criterion; those alike in all of them by balance."""

    criteria: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Allocation:
    """Order in which a payment serves the components: ``early`` up to and including ``until_days`` overdue, then
    ``late``.
    """

    until_days: int
    early: tuple[str, ...]
    late: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A reference rate in force from a day on, until the next one."""

    from_on: date
    rate: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on plans. Amounts are whole minor units of the pack's currency, rates and shares per unit.

    ``income_tolerance``: share by which stated and evidenced income may differ unremarked. ``penalty_surcharge``: the most that
    default interest may lie above the contract rate, as a share of it; None: the pack has no such rule. ``max_default_cost``: what
    a year of doing nothing may cost, as a share of the principal, for ``default_cost_products`` (empty: all). ``token_payment``:
    what an account gets a month whose part would be less; None: every account gets its part. Offers are rounded to ``offer_unit``.
    ``promise_tolerance``: by how much a payment may be short and still keep its day. ``promises_most``: how many promises may wait
    on one account, ``promise_wait_days`` how far off one may be; ``skip_most`` … ``append_most``: how often in twelve months an
    instalment may be treated so, ``consent_kinds`` which of it the bank must agree to; ``approval_days``: how old an approval may
    be that a plan made anew takes along. None: no such rule is known. ``sources``: the source of each limit by its field name.
    """

    max_instalments: int
    max_annual_cost: Decimal
    max_default_cost: Decimal
    cash_instalment_amount: int | None
    cash_instalment_months: int | None
    penalty_surcharge: Decimal | None
    grace_days: int
    promise_grace_days: int
    safety_margin: Decimal
    income_tolerance: Decimal
    sources: Mapping[str, Source]
    default_cost_products: tuple[str, ...] = ()
    token_payment: int | None = None
    offer_unit: int = 1
    promise_tolerance: int | None = None
    promises_most: int | None = None
    promise_wait_days: int | None = None
    skip_most: int | None = None
    part_most: int | None = None
    move_most: int | None = None
    append_most: int | None = None
    consent_kinds: tuple[str, ...] = ()
    approval_days: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of plan that may be proposed. ``rate`` None: the contract's own rate; shares per unit of the principal.

    ``instalments`` are the choices of rows; ``deferral_months`` the choices of months before the first row (empty:
    none). ``requests`` and ``products``: what it answers (empty: all). ``concessions`` need their authority before
    they count.
    """

    code: str
    method: str
    title: Labels
    instalments: tuple[int, ...]
    rate: Decimal | None
    treat_interest: str
    treat_penalty: str
    treat_fees: str
    waive_principal: Decimal
    down_payment: Decimal
    deferral_months: tuple[int, ...]
    deferral_interest: Literal["stops", "accrues"]
    requests: tuple[str, ...]
    products: tuple[str, ...]
    concessions: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """``tier`` may grant ``concession`` up to and including ``up_to`` (a share, or a count for instalments and
    deferral); None: any.
    """

    concession: str
    tier: Tier
    up_to: Decimal | None
    source: Source


NumberShown = Literal["whole", "middle", "free"]
NUMBERS_SHOWN: Final[tuple[NumberShown, ...]] = ("whole", "middle", "free")


@dataclass(frozen=True, slots=True)
class CopyRule:
    """How a copy leaves the desk: with its purpose burned in, and ``number`` as it must be shown.

    ``whole``: uncovered, since the receiver compares it; ``middle``: all but the ``first`` and ``last`` signs covered; ``free``:
    covered where the agent says so.
    """

    number: NumberShown
    first: int
    last: int
    source: Source


@dataclass(frozen=True, slots=True)
class Requirement:
    """One entry of the evidence checklist: what is asked, from whom, how old it may be, and why.

    No accepted issuers: any but the refused. ``checks``: the named checks that count (none: any). ``covers_months`` 0: no
    period asked. ``per_account``: every account needs its own. ``any_of`` names a group of which one member is enough.
    ``copy``: a paper with a number of the person, copied with its purpose only. ``reasons``, ``requests``, ``products``,
    ``roles``: to whom it applies (empty: everybody). ``issuers``: all of the pack. ``contract_from``: for contracts from then on.
    """

    code: str
    title: Labels
    why: Labels
    accepted: tuple[Issuer, ...]
    refused: tuple[Issuer, ...]
    original_needed: bool
    covers_months: int
    stamp: bool
    freshness_days: int | None
    checks: tuple[str, ...]
    second_look: bool
    any_of: str
    reasons: tuple[str, ...]
    requests: tuple[str, ...]
    products: tuple[str, ...]
    roles: tuple[str, ...]
    source: Source
    per_account: bool = False
    copy: CopyRule | None = None
    issuers: tuple[Issuer, ...] = field(default=(), repr=False)
    contract_from: date | None = None

    def issuer(self, text: str) -> Issuer | None:
        """The issuer of the pack that a typed name means, if any."""
        return recognised(text, self.issuers)

    def issuer_text(self, written: str, language: str) -> str:
        """An issuer as papers name it: in the pack's words where a code stands for it, else as somebody wrote it."""
        return next((one.text(language) for one in self.issuers if one.code == written), written)

    def text(self, language: str) -> str:
        """The name of the proof in a language."""
        return label(self.title, language)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that have no place in a talk, note or letter, why not, and what to say instead. ``kind``: threat, insult …"""

    kind: str
    words: tuple[str, ...]
    why: Labels
    instead: Labels
    source: Source


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Value]):
    """One value of the conduct rules with the text it comes from."""

    value: Value
    source: Source
