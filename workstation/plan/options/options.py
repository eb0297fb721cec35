"""Every plan a pack permits for the accounts of a case: what the household can keep is ranked, the rest keeps its reason.

Nothing is dropped in silence: a candidate is offered, or outdone by a named one, or set apart with findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.options.affordability import payable, pro_rata
from workstation.plan.options.candidates import Authority, Candidate, Weighing, candidates, least_payment
from workstation.plan.options.caps import annual_cost_findings, last_day, surely_within, term_cap_findings
from workstation.plan.options.option import Option
from workstation.plan.options.ranking import RANKING, Criterion, Front, ranked, reasons
from workstation.policy.lenders import AnnualCap
from workstation.policy.pack import Pack
from workstation.policy.rules import TIERS, Tier
from workstation.profile.account import Account

Capped = tuple[Option, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option on offer: ``rank`` 1 is the first to propose; ``why`` says in one sentence why it ranks there."""

    rank: int
    option: Option
    why: Finding


@dataclass(frozen=True, slots=True)
class Dominated:
    """An option that the offered option ``by`` is no worse than in any figure, and better than in one."""

    option: Option
    by: str

    @property
    def why(self) -> Finding:
        """The sentence that names the better one."""
        return Finding("option_outdone", self.option.id, {"by": self.by})


@dataclass(frozen=True, slots=True)
class Excluded:
    """A candidate that cannot be offered as things stand, and why."""

    candidate: Candidate
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AccountOptions:
    """All candidates of one account; ``share`` is what a month leaves for it, ``findings`` what kept offers untried."""

    account_id: str
    share: Money
    offered: tuple[Ranked, ...]
    dominated: tuple[Dominated, ...]
    excluded: tuple[Excluded, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def tried(self) -> int:
        """How many candidates were looked at."""
        return len(self.offered) + len(self.dominated) + len(self.excluded)

    def evaluated(self, option_id: str) -> Ranked | Dominated | None:
        """An offered or outdone option by its id."""
        offered = (one for one in self.offered if one.option.id == option_id)
        return next(offered, None) or next((one for one in self.dominated if one.option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class PaymentCapacity:
    """What the household can give: ``monthly`` surplus before any margin, ``funds`` at hand once (settlement, down payment)."""

    monthly: Money
    funds: Money


@dataclass(frozen=True, slots=True)
class Setting:
    """What all accounts of a case share: their requests, first due day and, a tier, whose concessions may be asked for."""

    requests: tuple[str, ...]
    first_due: date
    today: date
    highest: Tier = "bank"
    ranking: tuple[Criterion, ...] = RANKING


def case_options(
    accounts: Mapping[str, Account], capacity: PaymentCapacity, setting: Setting, pack: Pack, authority: Authority
) -> tuple[AccountOptions, ...]:
    """The options of every account that owes something, each within its share; keys of ``accounts`` begin the option ids."""
    owing = {name: account for name, account in accounts.items() if account.owed}
    shares = account_shares(tuple(owing.values()), capacity.monthly, pack)
    return tuple(
        account_options(name, account, share, capacity.funds, setting, pack, authority)
        for (name, account), share in zip(owing.items(), shares, strict=True)
    )


def account_shares(accounts: Sequence[Account], surplus: Money, pack: Pack) -> tuple[Money, ...]:
    """What each account may get a month: the surplus less the pack's margin, by balance; nothing in another currency."""
    balances = [Money(a.owed.minor if a.currency == surplus.currency else 0, surplus.currency) for a in accounts]
    return pro_rata(spendable(surplus, pack), balances)


def spendable(surplus: Money, pack: Pack) -> Money:
    """What may go into all plans a month: the surplus less the pack's safety margin."""
    return payable(surplus, Fraction(pack.limits.safety_margin))


def account_options(
    name: str, account: Account, share: Money, funds: Money, setting: Setting, pack: Pack, authority: Authority
) -> AccountOptions:
    """The options of one account within ``share`` a month and, for what is due at once, ``funds`` besides."""
    found, untried = candidates(name, account, setting.requests, setting.first_due, setting.today, pack)
    if account.currency != share.currency:
        untried = (*untried, Finding("option_other_currency", f"account.{account.id}", {"currency": account.currency}))
        share = funds = Money.zero(account.currency)
    bounds = _Bounds(share, funds, last_day(max(account.as_of or setting.today, setting.today), pack), setting, pack)
    weighing = Weighing(pack, authority)
    within: list[Option] = []
    excluded: list[Excluded] = []
    for candidate in found:
        judged = _judged(candidate, bounds, weighing)
        if isinstance(judged, Option):
            within.append(judged)
        else:
            excluded.append(Excluded(candidate, judged))
    kept, dominated, capped = _front(within, pack.annual_cap(account.bank, setting.today))
    by_id = {candidate.id: candidate for candidate in found}
    excluded += [Excluded(by_id[option.id], findings) for option, findings in capped]
    order = ranked(kept, setting.ranking)
    offered = tuple(map(Ranked, range(1, len(order) + 1), order, reasons(order, setting.ranking)))
    return AccountOptions(account.id, share, offered, tuple(dominated), tuple(excluded), untried)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What every candidate of one account is held against; ``until``: the last day on which an instalment may fall due."""

    share: Money
    funds: Money
    until: date
    setting: Setting
    pack: Pack


def _judged(candidate: Candidate, bounds: _Bounds, weighing: Weighing) -> Option | tuple[Finding, ...]:
    """The option when it may be weighed against others; else why not."""
    found = (*_term_cap(candidate, bounds), *_plainly_beyond(candidate, bounds.share))
    if found:
        return found
    try:
        option = weighing.option_of(candidate)
    except Refused as refusal:
        return refusal.findings
    beyond = (
        *_beyond_capacity(option, bounds.share, bounds.funds),
        *_beyond_authority(option, bounds.setting.highest),
    )
    return beyond or option


def _term_cap(candidate: Candidate, bounds: _Bounds) -> tuple[Finding, ...]:
    if candidate.lengths.due_on(candidate.rows) <= bounds.until:
        return ()
    return term_cap_findings(candidate.terms, candidate.rows, bounds.setting.today, bounds.pack)


def _plainly_beyond(candidate: Candidate, share: Money) -> tuple[Finding, ...]:
    """Most of the short plans are out of reach even without interest; no rows are worked out for these."""
    if candidate.offer.method == "lump_sum" or (least := least_payment(candidate)) <= share.minor:
        return ()
    figures = {"amount": Money(least, share.currency).grouped(), "share": share.grouped()}
    return (Finding("option_far_over_share", candidate.id, figures),)


def _beyond_capacity(option: Option, share: Money, funds: Money) -> Iterator[Finding]:
    """What the household cannot keep: a payment above its share, or more at once than its funds and one month's share.

    A settlement may also be paid whole from the funds.
    """
    settles = option.offer.method == "lump_sum"
    if option.payment > share and not (settles and option.total <= funds):
        code, amount = ("option_needs_funds", option.total) if settles else ("option_over_share", option.payment)
        yield Finding(code, option.id, _limits(amount, share, funds))
    if option.up_front and option.up_front > share + funds:
        yield Finding("option_needs_funds", option.id, _limits(option.up_front, share, funds))


def _limits(amount: Money, share: Money, funds: Money) -> dict[str, str]:
    return {"amount": amount.grouped(), "share": share.grouped(), "funds": funds.grouped()}


def _beyond_authority(option: Option, highest: Tier) -> Iterator[Finding]:
    if highest == TIERS[-1]:
        return
    for concession, tier in option.tiers.items():
        if TIERS.index(tier) > TIERS.index(highest):
            yield Finding("option_beyond_authority", option.id, {"concession": concession, "authority": tier})


def _front(options: Sequence[Option], cap: AnnualCap) -> tuple[list[Option], list[Dominated], list[Capped]]:
    """Those that nothing outdoes, those outdone, and those whose true cost is above the cap.

    Sorted by their weights, whoever outdoes an option comes before it, so one look at what was kept so far is enough, and the true
    rate is worked out for those only that would be offered.
    """
    front = Front()
    dominated: list[Dominated] = []
    capped: list[Capped] = []
    for weights, _, option in sorted([(option.weights, option.id, option) for option in options]):
        better = front.outdoing(weights)
        if better is not None:
            dominated.append(Dominated(option, better.id))
        elif found := () if surely_within(option.steepest, cap.rate) else annual_cost_findings(option.schedule, cap):
            capped.append((option, found))
        else:
            front.keep(option, weights)
    return front.kept, dominated, capped
