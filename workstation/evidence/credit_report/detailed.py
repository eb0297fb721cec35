"""The detailed edition: accounts as blocks of tables under numbered headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workstation.errors import Finding
from workstation.evidence.credit_report.printed import ReportLine, words
from workstation.evidence.credit_report.report import AccountKind, ReportedAccount
from workstation.evidence.credit_report.simple import PartsRead, not_understood, number_break
from workstation.evidence.credit_report.tables import read_account

_BLOCK: Final = re.compile(r"账户(\d{1,3})(?:（.*）)?")


@dataclass(slots=True)
class _Block:
    kind: AccountKind
    number: int
    page: int
    lines: list[ReportLine] = field(default_factory=list)


@dataclass(slots=True)
class _Report:
    """The report while it is read; ``kind``: of the accounts under the heading; ``listing``: only accounts may stand here."""

    kind: AccountKind | None = None
    unread_part: str = ""
    listing: bool = False
    expected: int = 1
    block: _Block | None = None
    blocks: list[_Block] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)
    lost: list[ReportLine] = field(default_factory=list)
    breaks: list[Finding] = field(default_factory=list)

    def take(self, line: ReportLine) -> None:
        """Put a line where it belongs."""
        if self._heads(line):
            return
        begun = _BLOCK.fullmatch(line.text) if self.kind else None
        if begun and self.kind:
            self._begin(self.kind, int(begun[1]), line.page)
        elif self.block is not None:
            self.block.lines.append(line)
        elif self.unread_part:
            self.unread.setdefault(self.unread_part)
        elif self.listing:
            self.lost.append(line)

    def _begin(self, kind: AccountKind, number: int, page: int) -> None:
        """Under each heading accounts are numbered from 1 on; anything else means that an account, or a heading, was not seen."""
        if number != self.expected:
            self.breaks.append(number_break(page, self.expected - 1, number))
        self.block, self.expected = _Block(kind, number, page), number + 1
        self.blocks.append(self.block)

    def _heads(self, line: ReportLine) -> bool:
        known, text = words()["detailed"], line.heading
        kind = known["accounts"].get(text)
        if kind is None and text not in (*known["begins"], *known["unread"], *known["fixed"]):
            return False
        self.kind, self.block, self.expected = kind, None, 1
        self.listing = kind is not None or text in known["begins"]
        self.unread_part = text if text in known["unread"] else ""
        return True


def read_detailed(lines: Sequence[ReportLine]) -> PartsRead:
    """All parts of the report; the head is read by others."""
    report = _Report()
    for line in lines:
        report.take(line)
    accounts: list[ReportedAccount] = []
    findings: list[Finding] = [not_understood(line.page, line.text) for line in report.lost]
    for block in report.blocks:
        if not block.lines:
            findings.append(not_understood(block.page, f"账户{block.number}"))
            continue
        account, left = read_account(block.lines, block.kind, block.number)
        accounts.append(account)
        findings += [not_understood(account.page, text, account) for text in left]
    return PartsRead(tuple(accounts), (*findings, *report.breaks), tuple(report.unread))
