"""The simple edition: parts under headings, accounts as numbered sentences, and a summary that counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from workstation.errors import Finding
from workstation.evidence.credit_report.printed import ReportLine, words
from workstation.evidence.credit_report.report import ReportedAccount
from workstation.evidence.credit_report.sentences import read_sentence, starts

_COUNTS: Final = re.compile(r"[ \d—-]+")
_NUMBER: Final = re.compile(r"\d+")
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class PartsRead:
    """What the parts of a report gave."""

    accounts: tuple[ReportedAccount, ...]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    page: int
    number: int
    text: str


@dataclass(slots=True)
class _Report:
    """The report while it is read line by line; ``part``: accounts, summary, unread, fixed."""

    part: str = "accounts"
    heading: str = ""
    numbered: bool = False
    saying: bool = False
    entries: list[_Entry] = field(default_factory=list)
    open_entry: bool = False
    unread: dict[str, None] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    lost: list[ReportLine] = field(default_factory=list)

    def take(self, line: ReportLine) -> None:
        """Put a line where it belongs."""
        if self._heads(line):
            return
        text = line.text
        if self.part in ("fixed", "unread"):
            if self.part == "unread" and not text.startswith("系统中没有"):
                self.unread.setdefault(self.heading)
            return
        if not self.open_entry and self._is_said(text):
            return
        if self.part == "summary" and self._counted(line):
            return
        self._entry(line)

    def _heads(self, line: ReportLine) -> bool:
        known, text = words()["simple"], line.heading
        kinds = {
            "accounts": known["accounts"],
            "summary": known["summary"],
            "unread": known["unread"],
            "fixed": known["fixed"],
        }
        part = next((kind for kind, names in kinds.items() if text in names), "")
        if not part and text not in known["begins"]:
            return False
        if part == "accounts" and self.part == "summary" and line.text in known["heads"] and not self.counts:
            return True  # the title of a column of the summary
        self.part, self.heading = part or "accounts", text
        self.open_entry = self.saying = False
        return True

    def _is_said(self, text: str) -> bool:
        """Whether this is one of the sentences that stand in every report, or goes on with it."""
        if self.saying or any(text.startswith(one) for one in words()["simple"]["said"]):
            self.saying = not text.endswith("。")
            return True
        return False

    def _counted(self, line: ReportLine) -> bool:
        known, text = words()["simple"], line.text
        title = next(
            (one for one in known["counts"] if text.startswith(one) and _COUNTS.fullmatch(text[len(one) :])), ""
        )
        if title:
            self.counts[title] = sum(map(int, _NUMBER.findall(text[len(title) :])))
            return True
        if _is_part(text, known["counts"]):
            return True
        return bool(_COUNTS.fullmatch(text) or re.fullmatch(f"(?:{'|'.join(known['heads'])})+", text))

    def _entry(self, line: ReportLine) -> None:
        text, begun = line.text, starts(line.text)
        if any(text.endswith(end) for end in words()["simple"]["captions"]):
            self.open_entry = False
        elif begun and self._begins(begun[0]):
            self.part, self.open_entry, self.numbered = "accounts", True, bool(begun[0])
            self.entries.append(_Entry(line.page, *begun))
        elif self.open_entry:
            joined = self.entries[-1]
            joined.text += text
        else:
            self.lost.append(line)

    def _begins(self, number: int) -> bool:
        """Within numbered entries only a number begins the next; within others, a day behind the end of a sentence."""
        return not self.open_entry or bool(number) or (not self.numbered and self.entries[-1].text.endswith("。"))


def _is_part(text: str, titles: Sequence[str]) -> bool:
    """Whether a text is a title, or the beginning or end of one that is set on two lines."""
    return any(one.startswith(text) or one.endswith(text) for one in titles)


def read_simple(lines: Sequence[ReportLine]) -> PartsRead:
    """The parts from the heading of the records of credit on."""
    report = _Report()
    for line in lines:
        report.take(line)
    accounts: list[ReportedAccount] = []
    findings = [not_understood(line.page, line.text) for line in report.lost]
    for entry in report.entries:
        read = read_sentence(entry.text, entry.page, entry.number)
        accounts += [read.account] if read.account else []
        findings += [not_understood(entry.page, text, read.account) for text in read.left]
        if not entry.text.endswith("。"):
            findings.append(Finding("credit_report_sentence_cut", f"page {entry.page}", _shown(entry)))
    findings += [*number_breaks(accounts), *_count_breaks(report, accounts)]
    return PartsRead(tuple(accounts), tuple(findings), tuple(report.unread))


def _shown(entry: _Entry) -> dict[str, str]:
    return {"page": str(entry.page), "text": entry.text[-_SHOWN:]}


def not_understood(page: int, text: str, account: ReportedAccount | None = None) -> Finding:
    """A line, or a part of what is said of an account, that nobody understood."""
    figures = {"page": str(page), "text": text[:_SHOWN]}
    if account is None:
        return Finding("credit_report_line_unreadable", f"page {page}", figures)
    return Finding("credit_report_part_unreadable", f"page {page}", {**figures, "lender": account.lender})


def number_break(page: int, before: int, after: int) -> Finding:
    """A number of an account that does not follow the one before."""
    figures = {"page": str(page), "before": str(before), "after": str(after)}
    return Finding("credit_report_number_break", f"page {page}", figures)


def number_breaks(accounts: Sequence[ReportedAccount]) -> Iterator[Finding]:
    """Entries are numbered on, or from 1 again in the next list; anything else means that one between was not seen."""
    before = 0
    for one in accounts:
        if one.number and one.number not in (1, before + 1):
            yield number_break(one.page, before, one.number)
        before = one.number or before


def _count_breaks(report: _Report, accounts: Sequence[ReportedAccount]) -> Iterator[Finding]:
    """The counts of the summary against the accounts that were read."""
    known = words()["simple"]
    found = {known["all_accounts"]: len(accounts)}
    found |= dict.fromkeys(known["open_accounts"], sum(not one.is_over for one in accounts))
    for title, count in found.items():
        if title in report.counts and report.counts[title] != count:
            figures = {"title": title, "printed": str(report.counts[title]), "found": str(count)}
            yield Finding("credit_report_count_break", "credit_report", figures)
