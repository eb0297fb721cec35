"""What is wrong with a case written by hand, as far as it can be told before it is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.duplicates import account_elsewhere
from workstation.casework.written.values import WrittenAccount, WrittenCase, WrittenPlan
from workstation.errors import Finding, Refused
from workstation.plan.calc.terms_json import terms_from_json
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Terms
from workstation.profile.account import Account


def mistakes(desk: Desk, written: WrittenCase) -> Iterator[Finding]:
    """Accounts that cannot be kept or are at the desk already, names of accounts that are none, terms that make no plan."""
    for one in written.accounts:
        place = line_place(written, one.line)
        yield from (replace(found, subject=place) for found in cases.account_findings(one.account))
        for known in account_elsewhere(desk, "", one.account.bank, one.account.number):
            yield Finding("written_account_known", place, {"number": known.number, "name": known.name})
    if written.accounts:
        named = [one.account for one in written.accounts]
        for proof in written.proofs:
            if proof.account:
                yield from _unnamed(written, proof.account, proof.line)
        for plan in written.plans:
            unnamed = tuple(_unnamed(written, plan.account or written.bank, plan.line))
            yield from unnamed or terms_mistakes(written, plan, _account_of(written, named, plan))


def _unnamed(written: WrittenCase, name: str, line: int) -> Iterator[Finding]:
    """An account that a proof or plan names, and the file does not have, or has twice."""
    if called(written.accounts, name) is None:
        known = ", ".join(one.names[0] for one in written.accounts)
        yield Finding("written_account_unknown", line_place(written, line), {"name": name, "known": known})


def called(accounts: tuple[WrittenAccount, ...], name: str) -> int | None:
    """Which account a name means; an empty one means the only one."""
    found = [number for number, one in enumerate(accounts) if name in one.names or (not name and len(accounts) == 1)]
    return found[0] if len(found) == 1 else None


def _account_of(written: WrittenCase, accounts: list[Account], plan: WrittenPlan) -> Account:
    return accounts[called(written.accounts, plan.account or written.bank) or 0]


def terms_mistakes(written: WrittenCase, plan: WrittenPlan, account: Account) -> tuple[Finding, ...]:
    """What keeps terms from being a plan, each at its line."""
    try:
        schedule(written_terms(plan, account))
    except Refused as refusal:
        return tuple(
            replace(found, subject=f"{line_place(written, _line_of(plan, found.subject))}: {found.subject}")
            for found in refusal.findings
        )
    return ()


def _line_of(plan: WrittenPlan, key: str) -> int:
    """The line of a term, or of the table it stands in."""
    first = key.partition(".")[0].partition("[")[0]
    return plan.lines.get(key) or plan.lines.get(first) or plan.lines[""]


def written_terms(plan: WrittenPlan, account: Account) -> Terms:
    """The terms of a plan with what is owed on its account. Raises `Refused` as `terms_from_json`."""
    owed = {name: getattr(account, name).text() for name in ("principal", "interest", "penalty", "fees")}
    return terms_from_json({"currency": account.currency, **owed, **plan.terms})


def line_place(written: WrittenCase, line: int) -> str:
    """``case.toml:17``: where a finding stands."""
    return f"{written.file}:{line}"
