"""What the arguments of the list of cases and of its archive mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FILING_HELP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "case list --agent": "only those given to this agent; - for nobody's",
        "case list --all": "those in the archive as well",
        "case list --archived": "only those in the archive; a search with the word archived does the same",
        "case list --bank": "only those with an account at this bank, under any of its names",
        "case list --bucket": "only those whose earliest due day falls into this bucket of their rules: M0, M1 …; - for no due day",
        "case list --currency": "currency of --owed-from and --owed-to; default: CNY",
        "case list --next-from": "the next step of the log is due on this day or later, YYYY-MM-DD",
        "case list --next-to": "the next step of the log is due on this day or earlier, YYYY-MM-DD",
        "case list --owed-from": "owes so much or more, 500.00",
        "case list --owed-to": "owes so much or less, 500.00",
        "case list --reason": "only those with this reason, by its code; - for none yet",
        "case list --sort": "the column to sort by; reasons in the order in which rules list them; default: the last changed first",
        "case list --down": "the greatest first, of what --sort names",
        "case list --stage": "only those at this stage",
        "case archive --reason": "why they are put away",
        "case archive cases": "case numbers or ids",
        "case unarchive --reason": "why they are brought back",
        "case unarchive cases": "case numbers or ids",
        "case give agent": "name of the agent; - for nobody",
        "case give cases": "case numbers or ids",
        "case list --limit": "so many cases at most; default: every case that is found",
        "case list --lines": "print each case as one line of JSON as it is read, and their number last",
        "case list --search": "name, pinyin, phone, ID or account tail; default: every case",
    }
)
"""Command and argument → its help."""
