"""Until when the rows of a list that were not taken are kept: they are records of people whose case nobody made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from workstation.actions.desk import Desk
from workstation.casework.keeping.retention import LastRecord, Retention, RetentionLine, source_of
from workstation.conversation.conduct import years_after
from workstation.errors import Finding
from workstation.policy.rules import Rule
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.case import Case
from workstation.promise.payment import Payment
from workstation.promise.stated_balance import BankBalance


def reject_lines(desk: Desk) -> tuple[RetentionLine, ...]:
    """Every list of which rows were kept as rejected, with until when: the years of the longest rule from the day it came, and
    as long as a case is at the desk that the same list is about.
    """
    counts = Counter(import_id for (import_id,) in desk.store.texts(ImportReject, "import_id"))
    if not counts:
        return ()
    packs = dict(desk.store.texts(Case, "id", "pack"))
    about = _cases_about(desk, counts.keys())
    return tuple(
        _line(desk, batch, counts[batch.id], [packs[one] for one in sorted(about[batch.id])], packs.values())
        for batch in desk.store.find(Import)
        if counts[batch.id]
    )


def delete_rejects(desk: Desk, import_id: str) -> int:
    """Delete the rejected rows of a list; how many there were."""
    keys = [one.id for one in desk.store.find(ImportReject, import_id=import_id)]
    desk.store.delete_all(ImportReject, keys)
    return len(keys)


def _cases_about(desk: Desk, imports: Collection[str]) -> Mapping[str, set[str]]:
    """Import → cases that it made, or of which it brought an account, a payment or a stated balance."""
    texts, found = desk.store.texts, {one: set[str]() for one in imports}
    stated = ((key.partition(".")[0], case_id) for key, case_id in texts(BankBalance, "id", "case_id"))
    brought = (
        texts(Case, "import_id", "id"), texts(Account, "import_id", "case_id"), texts(Payment, "import_id", "case_id"),
        stated,
    )  # fmt: skip
    for import_id, case_id in chain.from_iterable(brought):
        if import_id in found:
            found[import_id].add(case_id)
    return found


def _line(desk: Desk, batch: Import, rows: int, own: list[str], everywhere: Iterable[str]) -> RetentionLine:
    on, rule = batch.at.date(), _longest(desk, own or everywhere)
    until = years_after(on, rule.value) if rule else None
    holds = tuple(_holds(desk, batch, len(own), until))
    kept = Retention(until, LastRecord("import_reject", on), None, rule.value if rule else None, source_of(rule), holds)
    return RetentionLine(batch.id, "", batch.file_name, kept, rows)


def _longest(desk: Desk, packs: Iterable[str]) -> Rule[int] | None:
    """The longest of the rules of some packs; without any, of all that are known. None where one of them is not known."""
    named = [desk.pack_of(name).conduct.record_years for name in dict.fromkeys(packs)]
    rules = named or [rule for pack in desk.packs.values() if (rule := pack.conduct.record_years)]
    known = [rule for rule in rules if rule]
    return max(known, key=lambda one: one.value) if known and len(known) == len(rules) else None


def _holds(desk: Desk, batch: Import, cases: int, until: date | None) -> Iterator[Finding]:
    if until is None:
        yield Finding("retention_rejects_unknown", batch.file_name)
    if cases:
        yield Finding("retention_list_kept", batch.file_name, {"count": str(cases)})
    if until is not None and until >= desk.clock.today():
        yield Finding("retention_not_yet", batch.file_name, {"day": until.isoformat()})
