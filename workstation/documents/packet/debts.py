"""The debts as every paper tabulates them, as stated on their day, and below what was paid and charged since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workstation.documents.packet.figures import AccountFigures, OwedFigures
from workstation.documents.typesetting.blocks import TableBlock, TableColumn, TableRow, Text
from workstation.documents.typesetting.phrases import Phrases


def debts_table(
    accounts: list[AccountFigures], owed: OwedFigures, phrases: Phrases, banks: bool = False, buckets: bool = True
) -> TableBlock:
    """Accounts with their components; a line of totals when there are several.

    ``banks``: with the bank's name. ``buckets``: the trade's name for how late it is, which tells a debtor nothing.
    """
    late_key = "application.overdue_short" if buckets else "application.overdue_days"
    several = len(accounts) > 1
    together = max((account.as_of for account in accounts), default="")
    parts = ("principal", "interest", "penalty", "fees")
    columns = [TableColumn(phrases.text("label.account"), grow=True)]
    if several:
        columns.append(TableColumn(phrases.text("label.overdue"), quiet=True))
    columns += [TableColumn(phrases.text(f"component.{part}"), "figure") for part in parts]
    columns.append(TableColumn(phrases.text("total"), "figure"))
    rows = []
    for account in accounts:
        late = phrases.text(late_key, days=account.days, bucket=account.bucket) if account.days else ""
        name = f"{account.bank} {account.label}" if banks else account.label
        if account.as_of != together:
            name = f"{name}\n{phrases.text('application.own_day', day=account.as_of)}"
        if account.assigned:
            name = f"{name}\n{account.assigned}"
        amounts = [getattr(account, part).grouped() for part in parts]
        rows.append(TableRow((name, *([late] if several else []), *amounts, account.owed.grouped()), not several))
    if several:
        amounts = [getattr(owed, part).grouped() for part in (*parts, "owed")]
        rows.append(TableRow((phrases.text("total"), "", *amounts), strong=True))
    return TableBlock(tuple(columns), tuple(rows))


def since_then(accounts: Sequence[AccountFigures], phrases: Phrases) -> Iterator[Text]:
    """What was paid on each account since the day of its balance, what an adopted plan charged, and what that leaves."""
    for account in accounts:
        if (since := account.since) is None:
            continue
        told = [
            f"{phrases.text(f'component.{part}')} {phrases.money(amount)}" for part, amount in since.parts if amount
        ]
        values = {
            "account": account.label,
            "paid": phrases.money(since.paid),
            "charged": phrases.money(since.charged),
            "day": since.day,
            "owed": phrases.money(since.owed),
        }
        said = phrases.text("application.since_charged" if since.charged else "application.since", **values)
        yield Text(said + phrases.text("application.since_parts", parts=phrases.listed(told)) if told else said)
