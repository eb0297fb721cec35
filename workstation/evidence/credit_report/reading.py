"""From the words on pages to a `CreditReport`: which edition it is, its parts, its accounts, and every line nobody understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from workstation.dates import parse_day
from workstation.errors import Finding, Refused
from workstation.evidence.credit_report.detailed import read_detailed
from workstation.evidence.credit_report.printed import ReportLine, is_credit_report, plain, report_lines, words
from workstation.evidence.credit_report.report import CreditReport, ReportedAccount
from workstation.evidence.credit_report.simple import PartsRead, read_simple
from workstation.evidence.credit_report.tables import head_values
from workstation.received.pdf.words import PageWords

_NUMBER: Final = re.compile(r"报告编号[:：]?([0-9A-Za-z]+)")
_MADE: Final = re.compile(r"报告时间[:：]?(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_NAME: Final = re.compile(r"姓名[:：]?(.+?)(?=证件类型|证件号码|婚姻|已婚|未婚|$)")
_IDENTITY: Final = re.compile(r"证件号码[:：]?([0-9Xx*＊]+)")


def read_credit_report(pages: Sequence[PageWords], name: str = "") -> CreditReport:
    """Raises `Refused`: ``statement_pdf_scanned`` for pages without text, ``credit_report_unknown`` for another kind of paper."""
    if not any(page.pieces for page in pages):
        raise Refused(Finding("statement_pdf_scanned", "statement", {"file": name}))
    if not is_credit_report(pages):
        raise Refused(Finding("credit_report_unknown", "credit_report", {"file": name}))
    lines = list(report_lines(pages))
    detailed = _begin(lines, "detailed")
    begin = _begin(lines, "simple") if detailed is None else detailed
    if begin is None:
        raise Refused(Finding("credit_report_edition", "credit_report", {"file": name}))
    head = lines[:begin] if detailed is None else _before_parts(lines)
    parts = read_simple(lines[begin:]) if detailed is None else read_detailed(lines)
    number, made_on, person, identity = _head(head)
    return CreditReport(
        "simple" if detailed is None else "detailed",
        number,
        made_on,
        person,
        identity,
        len(pages),
        parts.accounts,
        (*_head_findings(number, made_on, person), *_blank(pages), *parts.findings, *_doubts(parts)),
        parts.unread,
    )


def _begin(lines: Sequence[ReportLine], edition: str) -> int | None:
    begins = words()[edition]["begins"]
    return next((place for place, line in enumerate(lines) if line.heading in begins), None)


def _before_parts(lines: Sequence[ReportLine]) -> Sequence[ReportLine]:
    """What stands above the first part of a detailed report."""
    known = words()["detailed"]
    parts = (*known["unread"], *known["begins"])
    return lines[: next(place for place, line in enumerate(lines) if line.heading in parts)]


def _head(lines: Sequence[ReportLine]) -> tuple[str, date | None, str, str]:
    text = "\n".join(line.text for line in lines)
    values = head_values(lines)
    joined = plain(text.replace("\n", " "))
    number, made = _NUMBER.search(joined), _MADE.search(joined)
    named = next((found[1] for line in lines if (found := _NAME.search(line.text)) and "被查询者" not in line.text), "")
    identity = _IDENTITY.search(joined)
    return (
        number[1] if number else "",
        _day(made) if made else None,
        values.get("name") or named,
        values.get("identity") or (identity[1] if identity else ""),
    )


def _day(found: re.Match[str]) -> date | None:
    try:
        return parse_day("-".join(found.groups()))
    except Refused:
        return None


def _head_findings(number: str, made_on: date | None, person: str) -> Iterator[Finding]:
    for field, value in (("number", number), ("made_on", made_on), ("name", person)):
        if not value:
            yield Finding(f"credit_report_without_{field}", "credit_report")


def _blank(pages: Sequence[PageWords]) -> Iterator[Finding]:
    for number, page in enumerate(pages, 1):
        if page.unseen:
            yield Finding("pdf_text_unseen", f"page {number}", {"page": str(number), "signs": str(page.unseen)})
        if page.unmapped:
            figures = {"page": str(number), "signs": str(page.unmapped)}
            yield Finding("pdf_signs_unreadable", f"page {number}", figures)
        elif not page.pieces and page.drawn:
            yield Finding("pdf_picture_unreadable", f"page {number}", {"page": str(number)})


def _doubts(parts: PartsRead) -> Iterator[Finding]:
    """Accounts that still run and say nothing of what is owed, and figures of one account that do not go together."""
    for one in parts.accounts:
        yield from _account_doubts(one)


def _account_doubts(one: ReportedAccount) -> Iterable[Finding]:
    subject = f"page {one.page}"
    figures = {"page": str(one.page), "lender": one.lender}
    if not one.lender:
        yield Finding("credit_report_lender_missing", subject, figures)
    if one.state in ("open", "bad_debt", "stopped"):
        if one.balance is None:
            yield Finding("credit_report_balance_missing", subject, figures)
        elif one.balance and one.overdue is None and one.kind != "recovery":
            yield Finding("credit_report_overdue_missing", subject, figures)
        if one.balance is not None and one.as_of is None:
            yield Finding("credit_report_as_of_missing", subject, figures)
    if one.overdue is not None and one.balance is not None and one.overdue.minor > one.balance.minor:
        more = {**figures, "overdue": one.overdue.grouped(), "balance": one.balance.grouped()}
        yield Finding("credit_report_overdue_beyond_balance", subject, more)
