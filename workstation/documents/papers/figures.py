"""What single papers say, finished: agreement draft, consent, authority, letter, settlement request, reply to a counter-offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workstation.documents.packet.exhibits.card import CardPicture
from workstation.documents.packet.figures import AccountFigures, ApplicantFigures, OwedFigures, PlanFigures
from workstation.documents.packet.filing.figures import TogetherRow
from workstation.money import Money


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """The desk that writes, as its papers name it."""

    name: str
    agent: str
    phone: str
    address: str
    adviser: bool


@dataclass(frozen=True, slots=True)
class BankFigures:
    """The bank and the ways to it that the desk was told; an empty text means not known."""

    name: str
    phone: str = ""
    address: str = ""
    query: str = ""
    repay: str = ""
    object_to: str = ""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One thing that a paper must say at least, by the pack; ``source`` names the text behind it."""

    code: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class HeadFigures:
    """What every single paper knows: whose case, written by whom, to whom, on which day."""

    language: str
    number: str
    made_on: str
    bank: BankFigures
    desk: DeskFigures
    applicant: ApplicantFigures


@dataclass(frozen=True, slots=True)
class ClauseFigures:
    """What the parties settle beyond the least contents: the ``part`` of the agreement it belongs to, and its sentence."""

    code: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class AgreementFigures:
    """``approved``: the day on which the bank agreed to these terms, empty before. ``methods``: one text a plan.

    ``grace_days``: within which a missed instalment may be made good. ``waived``: component and sum over all plans.
    ``cautions``: what the pack wants a person to know before signing. ``shares``: each bank's part of all claims, and ``pauses``:
    how many payments may be put off, where one agreement is made with all; ``together``: the sums that are paid then.
    """

    head: HeadFigures
    versions: str
    items: tuple[ItemFigures, ...]
    accounts: tuple[AccountFigures, ...]
    owed: tuple[OwedFigures, ...]
    plans: tuple[PlanFigures, ...]
    methods: tuple[str, ...]
    waived: tuple[tuple[str, Money], ...]
    cautions: tuple[ItemFigures, ...]
    reason: str
    card: bool
    grace_days: str
    approved: str
    shares: tuple[tuple[str, str], ...] = ()
    pauses: str = ""
    together: tuple[TogetherRow, ...] = ()
    clauses: tuple[ClauseFigures, ...] = ()

    def of_part(self, part: str) -> tuple[str, ...]:
        """The sentences that belong to a part of the agreement."""
        return tuple(one.text for one in self.clauses if one.part == part)

    @property
    def annual_fee_settled(self) -> bool:
        """Whether a clause of its own says what becomes of the annual fee."""
        return any(one.code == "annual_fee" for one in self.clauses)


@dataclass(frozen=True, slots=True)
class IdCopyFigures:
    """Both sides of a card, None where one is not there; ``confirmed``: a person said that they are cut out rightly."""

    head: HeadFigures
    front: CardPicture | None
    back: CardPicture | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ConsentFigures:
    """``categories``: kinds of data as the proofs name them; ``years``: how long records are kept after settlement."""

    head: HeadFigures
    items: tuple[ItemFigures, ...]
    categories: tuple[str, ...]
    years: str


@dataclass(frozen=True, slots=True)
class AuthorityFigures:
    """The authority of an adviser from ``made_on`` up to and including ``until``."""

    head: HeadFigures
    accounts: tuple[AccountFigures, ...]
    until: str


@dataclass(frozen=True, slots=True)
class LetterFigures:
    """A letter that asks for payment; ``until``: the day by which a word is asked for, empty for none."""

    head: HeadFigures
    items: tuple[ItemFigures, ...]
    accounts: tuple[AccountFigures, ...]
    owed: tuple[OwedFigures, ...]
    until: str
    quiet: str
    card: bool


@dataclass(frozen=True, slots=True)
class SettlementFigures:
    """Accounts on which nothing is owed any more."""

    head: HeadFigures
    accounts: tuple[AccountFigures, ...]


@dataclass(frozen=True, slots=True)
class ReceivedFigures:
    """One payment that stands."""

    day: str
    account: str
    method: str
    amount: Money


@dataclass(frozen=True, slots=True)
class CardFigures:
    """One coming instalment, what is missing of it."""

    day: str
    account: str
    amount: Money


@dataclass(frozen=True, slots=True)
class LeftFigures:
    """What is owed on an account by the desk's reckoning, and what of that its plan waives."""

    account: str
    owed: Money
    waived: Money


@dataclass(frozen=True, slots=True)
class ReceiptFigures:
    """``left``: what is owed on each account; ``coming`` is the card, empty without a schedule."""

    head: HeadFigures
    received: tuple[ReceivedFigures, ...]
    left: tuple[LeftFigures, ...]
    coming: tuple[CardFigures, ...]


@dataclass(frozen=True, slots=True)
class TermFigures:
    """One line of terms as each side has it; ``now`` is what is proposed now, empty unless it is a new version."""

    name: str
    ours: str
    theirs: str
    now: str
    moved: str


@dataclass(frozen=True, slots=True)
class ReplyFigures:
    """The answer for one account: ``answer`` is accept, counter or refuse.

    ``ours``, ``theirs``, ``now``: the versions; ``theirs_monthly`` the most that the bank's terms take out of a month,
    None for a lump sum; ``share`` of the surplus, empty where there is none.
    """

    account: AccountFigures
    answer: str
    ours: int
    theirs: int
    now: int
    replied_on: str
    replied_by: str
    terms: tuple[TermFigures, ...]
    theirs_monthly: Money | None
    theirs_total: Money
    theirs_words: str
    share: str
    why: str
    plan: PlanFigures | None


@dataclass(frozen=True, slots=True)
class CounterReplyFigures:
    """The letter: one answer an account on which the bank has made terms of its own."""

    head: HeadFigures
    replies: tuple[ReplyFigures, ...]
    surplus: Money


@dataclass(frozen=True, slots=True)
class TalkFigures:
    """What was understood, to be read back; finished sentences. ``talked_on``: empty where no talk is on record.

    ``typed``: the texts of people among it, by their place.
    """

    head: HeadFigures
    talked_on: str
    opening: str
    points: tuple[str, ...]
    closing: str
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ClaimItemFigures:
    """One item that is claimed on a day beside its bounds. ``most`` None: not known; ``beyond`` None: it lies between them."""

    day: str
    item: str
    claimed: Money
    least: Money
    most: Money | None
    beyond: Money | None


@dataclass(frozen=True, slots=True)
class ClaimedFigures:
    """An account: its items, where they part ``first`` (empty: nowhere), what is asked. ``open_above``: a most is not known."""

    label: str
    items: tuple[ClaimItemFigures, ...]
    first: str
    questions: tuple[str, ...]
    open_above: bool


@dataclass(frozen=True, slots=True)
class ClaimQuestionFigures:
    """The sheet of questions to one bank."""

    head: HeadFigures
    claimed: tuple[ClaimedFigures, ...]
