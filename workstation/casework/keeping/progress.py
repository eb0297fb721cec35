"""The line of progress of each account: plan, approval, packet, reply, keeping. A stage is complete when each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from workstation.casework.case_file import CaseFile
from workstation.casework.gating.bank_terms import needed_authorities
from workstation.casework.keeping.accounts import is_kept
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.promise.ending import SETTLED, AccountEnd

Step = Literal["plan", "approval", "packet", "reply", "keeping"]
STEPS: Final[tuple[Step, ...]] = ("plan", "approval", "packet", "reply", "keeping")
StepState = Literal["done", "next", "waiting", "refused", "expired", "later"]


@dataclass(frozen=True, slots=True)
class AccountProgress:
    """An account with the state of each step, in the order of `STEPS`; ``end`` is how it ended, if it did.

    ``next``: to be done now. ``waiting``: for somebody's answer. ``refused``, ``expired``: so answered. ``later``: not its turn.
    """

    account: Account
    states: tuple[StepState, ...]
    end: AccountEnd | None = None

    def state(self, step: Step) -> StepState:
        """The state of one step."""
        return self.states[STEPS.index(step)]

    @property
    def current(self) -> Step | None:
        """The first step that is not done; None when the account has ended."""
        return None if self.end else next((one for one in STEPS if self.state(one) != "done"), None)


def progress(file: CaseFile) -> tuple[AccountProgress, ...]:
    """One line an account of which something is or was owed, in order."""
    return tuple(account_progress(file, account) for account in file.accounts if account.owed)


def account_progress(file: CaseFile, account: Account) -> AccountProgress:
    """How far one account is."""
    end = file.end(account.id)
    plan = file.chosen(account.id)
    reply = bank_answer(file, account)
    adopted = file.adoption(account.id) is not None
    kept = plan is not None and is_kept(file, plan)
    found: list[StepState] = [
        "done" if plan else "next",
        _approval(file, plan),
        "done" if kept else _packet(file, account, plan),
        "done" if kept else reply,
        "done" if end else ("waiting" if adopted else "next"),
    ]
    if end is None:
        found = _in_turn(found)
    elif end.how == SETTLED:
        found = ["done"] * len(STEPS)
    return AccountProgress(account, tuple(found), end)


def bank_answer(file: CaseFile, account: Account) -> StepState:
    """What the bank answered last to the chosen plan, or to the version that holds its own terms."""
    plan = file.chosen(account.id)
    if plan is None:
        return "later"
    decision = file.decision(plan.id, "bank")
    if decision is None:
        return "waiting" if _sent(file, account, plan) else "next"
    reply = next((one for one in file.replies if one.approval_id == decision.id), None)
    if decision.decision == "refused":
        return "refused"
    if decision.decision in ("granted", "countered"):
        if reply and reply.valid_until and reply.valid_until < file.today:
            return "expired"
        return "done" if decision.decision == "granted" else "waiting"
    return "waiting"


def _approval(file: CaseFile, plan: PlanVersion | None) -> StepState:
    if plan is None:
        return "later"
    decisions = [file.decision(plan.id, authority) for authority in needed_authorities(file, plan)]
    if all(one is not None and one.decision == "granted" for one in decisions):
        return "done"
    if any(one is not None and one.decision == "refused" for one in decisions):
        return "refused"
    return "waiting" if any(one is not None for one in decisions) else "next"


def _packet(file: CaseFile, account: Account, plan: PlanVersion | None) -> StepState:
    """One packet serves every account of its bank, or of all. A bank that answered was applied to, in whatever way."""
    if plan is None:
        return "later"
    answered = bank_answer(file, account) in ("done", "refused", "expired")
    return "done" if answered or _sent(file, account, plan) else "next"


def _sent(file: CaseFile, account: Account, plan: PlanVersion) -> bool:
    """Whether the bank that is applied to got a packet since this version was kept: an earlier one tells of another plan."""
    to = [bank for bank in file.addressees if account in file.filed_with(bank)]
    return any(one.bank in to and not one.draft and one.at >= plan.at for one in file.packets)


def _in_turn(states: list[StepState]) -> list[StepState]:
    """What comes after an open step is not yet its turn, unless something was done about it."""
    opened = False
    turned: list[StepState] = []
    for state in states:
        turned.append("later" if opened and state == "next" else state)
        opened = opened or state != "done"
    return turned
