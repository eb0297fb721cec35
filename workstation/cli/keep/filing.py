"""The list of cases on the command line - found, filtered, sorted - and where cases lie: in the archive, and with whom."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, TypeVar

from workstation.actions.desk import Desk
from workstation.actions.filing import archive
from workstation.actions.filing.choices import bucket_spans, reason_codes
from workstation.cli.answers import Answer, finding_json
from workstation.cli.cases import case_named
from workstation.cli.grammar.arguments import whole_number
from workstation.cli.keep.given import day_given
from workstation.cli.parts import say_parts
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.profile.case import Stage
from workstation.store.listing.case_line import CaseLine
from workstation.store.listing.wanted import LAST_CHANGED, CaseFilter, Order
from workstation.wording import Wording

T = TypeVar("T")
_CODE: Final = 3  # letters of a currency (ISO 4217)
_MOST_LINES: Final = 10**9
NOBODY: Final = "-"
"""Stands for no agent, and for no reason yet."""


def case_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The cases found, the last changed first, and how many there are; ``--lines`` prints each as it is read, the number last."""
    found = desk.store.case_list(given.search, _stage(given.stage), _order(desk, given), chosen(desk, given))
    limit = whole_number("--limit", given.limit, 0, _MOST_LINES) if given.limit else None
    return say_parts(given, wording, "cases", map(_listed, found.each(limit)), lambda: {"total": found.count})


def chosen(desk: Desk, given: argparse.Namespace) -> CaseFilter:
    """What the options choose, a currency alone being any amount of it.

    Raises `Refused`: choice_unknown, day_unreadable, amount_unreadable, amount_currency_unknown, dates_reversed, bounds_reversed.
    """
    today, currency = desk.clock.today(), (given.currency or "CNY").upper()
    if not (currency.isascii() and currency.isalpha() and len(currency) == _CODE):
        raise Refused(
            Finding("amount_currency_unknown", "--currency", {"text": given.currency, "currency": given.currency})
        )
    least, most = (
        _amount(option, text, currency)
        for option, text in (("--owed-from", given.owed_from), ("--owed-to", given.owed_to))
    )
    if given.currency and least is None and most is None:
        least = Money(1, currency)
    if least is not None and most is not None and most < least:
        raise Refused(Finding("bounds_reversed", "--owed-to", {"least": least.text(), "most": most.text()}))
    since = _placed("--next-from", lambda: day_given(given.next_from, desk, "first"))
    until = _placed("--next-to", lambda: day_given(given.next_to, desk, "last"))
    if since is not None and until is not None and until < since:
        raise Refused(Finding("dates_reversed", "--next-to"))
    return CaseFilter(
        bank=given.bank,
        reason=_reason(desk, given.reason),
        agent=None if not given.agent else "" if given.agent == NOBODY else given.agent,
        next_since=since,
        next_until=until,
        owed_least=least,
        owed_most=most,
        due=bucket_spans(desk.packs, given.bucket, today) if given.bucket else (),
        archived=True if given.archived else None if given.all else False,
    )


def _amount(option: str, text: str, currency: str) -> Money | None:
    return _placed(option, lambda: Money.parse(text, currency)) if text else None


def _placed(option: str, read: Callable[[], T]) -> T:
    """What is read of an option; a refusal names it."""
    try:
        return read()
    except Refused as refused:
        raise Refused(*(replace(finding, subject=option) for finding in refused.findings)) from None


def _reason(desk: Desk, given: str) -> str | None:
    if not given:
        return None
    known = reason_codes(desk.packs)
    if given not in (*known, NOBODY):
        figures = {"value": given, "choices": ", ".join((*known, NOBODY))}
        raise Refused(Finding("choice_unknown", "--reason", figures))
    return "" if given == NOBODY else given


def _stage(given: str) -> Stage | None:
    return next((stage for stage in Stage if stage.key == given), None)


def _order(desk: Desk, given: argparse.Namespace) -> Order:
    if not given.sort:
        return LAST_CHANGED
    return Order(given.sort, given.down, reason_codes(desk.packs))


def _listed(line: CaseLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "name": line.name,
        "stage": line.stage.key,
        "banks": line.banks,
        "owed": [{"amount": sum_.text(), "currency": sum_.currency} for sum_ in line.owed],
        "as_of": line.as_of and line.as_of.isoformat(),
        "due_on": line.due_on and line.due_on.isoformat(),
        "overdue_since": line.overdue_since and line.overdue_since.isoformat(),
        "reason": line.reason,
        "next_on": line.next_on and line.next_on.isoformat(),
        "agent": line.agent,
        "archived": line.archived,
    }


def case_archive(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Put cases away; one that is held is named and left, and if every one is, that is a refusal."""
    ids = [case_named(desk, name).case.id for name in given.cases]
    if len(ids) == 1:
        desk.run(archive.archive_case, ids[0], given.reason)
        return _filed(desk, archive.Filed(tuple(ids)), wording)
    done = desk.run(archive.archive_cases, ids, given.reason)
    if done.left and not done.done:
        raise Refused(*done.left)
    return _filed(desk, done, wording)


def case_unarchive(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take cases out of the archive."""
    ids = [case_named(desk, name).case.id for name in given.cases]
    if len(ids) == 1:
        desk.run(archive.bring_back, ids[0], given.reason)
        return _filed(desk, archive.Filed(tuple(ids)), wording)
    return _filed(desk, desk.run(archive.bring_back_cases, ids, given.reason), wording)


def case_give(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Give cases to an agent, or to nobody."""
    ids = [case_named(desk, name).case.id for name in given.cases]
    return _filed(desk, desk.run(archive.give_to, ids, "" if given.agent == NOBODY else given.agent), wording)


def _filed(desk: Desk, filed: archive.Filed, wording: Wording) -> Answer:
    return {
        "cases": [case_named(desk, case_id).case.number for case_id in filed.done],
        "left": [finding_json(finding, wording) for finding in filed.left],
    }


COMMANDS: Final[Mapping[tuple[str, str], Callable[[Desk, argparse.Namespace, Wording], Answer]]] = MappingProxyType(
    {
        ("case", "list"): case_list,
        ("case", "archive"): case_archive,
        ("case", "unarchive"): case_unarchive,
        ("case", "give"): case_give,
    }
)
