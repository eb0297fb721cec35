"""The registers on the command line: oral agreements, what comes due, yearly reviews, kept rates, and the run of deletion."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.keep import register_tables as tables
from workstation.actions.keep import registers, retention
from workstation.actions.keep.register_texts import amount_formula, count_formula, retention_title
from workstation.actions.keep.registers import RateLine
from workstation.casework.keeping.oral_register import OralFilter, OralLine
from workstation.casework.keeping.retention import RetentionLine
from workstation.casework.keeping.review import AskedProof
from workstation.cli.answers import Answer, finding_json
from workstation.cli.cases import case_named
from workstation.cli.grammar.arguments import whole_number
from workstation.cli.keep.given import day_given
from workstation.errors import Finding, Refused
from workstation.promise.calc import rate_json
from workstation.wording import Wording

_MOST_DAYS = 366


def agreements(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The register of oral agreements of one case, or of all."""
    wanted = OralFilter(
        given.search, day_given(given.from_day, desk, "first"), day_given(given.to_day, desk, "last"), given.open
    )
    lines = registers.oral_register(desk, _case(desk, given), wanted)
    if given.out:
        tables.write_listing(desk, Path(given.out), tables.oral_table(lines, wording), wording)
    return {"agreements": [_oral_json(one) for one in lines]}


def coming(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What comes due in the next days."""
    days = whole_number("--days", given.days, 0, _MOST_DAYS) if given.days else None
    lines = registers.coming(desk, days, _case(desk, given))
    if given.out:
        tables.write_listing(desk, Path(given.out), tables.coming_table(lines, wording), wording)
    return {
        "coming": [
            {
                "kind": line.coming.kind,
                "due": line.coming.on.isoformat(),
                "days": line.days,
                "number": line.number,
                "name": line.name,
                "phone": line.phone,
                "account": line.coming.account and line.coming.account.id,
                "amount": line.coming.amount and line.coming.amount.text(),
                "currency": line.coming.amount and line.coming.amount.currency,
                "instalment": line.coming.no or None,
                "clock": line.coming.clock and line.coming.clock.code,
                "may_call": bool(line.phone) and line.closed is None,
                "closed": line.closed and finding_json(line.closed, wording),
            }
            for line in lines
        ]
    }


def reviews(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The yearly reviews with the proofs to ask for."""
    lines = registers.reviews(desk, _case(desk, given))
    if given.out:
        tables.write_listing(desk, Path(given.out), tables.reviews_table(lines, wording), wording)
    return {
        "reviews": [
            {
                "number": line.number,
                "name": line.name,
                "review": line.review.on.isoformat(),
                "invite": line.review.invite_on.isoformat(),
                "adopted": line.review.adopted_on.isoformat(),
                "days": line.days,
                "done": line.review.done,
                "proofs": [_proof_json(one, wording) for one in line.review.proofs],
            }
            for line in lines
        ]
    }


def promise_rates(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Kept rates of one case, or of all, each with its formula."""
    if given.by not in registers.RATE_GROUPS:
        figures = {"value": given.by[:40], "choices": ", ".join(registers.RATE_GROUPS)}
        raise Refused(Finding("choice_unknown", "--by", figures))
    days = (day_given(given.from_day, desk, "first"), day_given(given.to_day, desk, "last"))
    lines = registers.rate_lines(desk, given.by, _case(desk, given), *days)
    if given.out:
        tables.write_listing(desk, Path(given.out), tables.rates_table(lines, given.by, wording), wording)
    return {"by": given.by, "kept_rates": [rate_line_json(one, given.promises) for one in lines]}


def rate_line_json(line: RateLine, with_promises: bool = False) -> dict[str, Any]:
    """One group: its rate, the parts of both formulas, and the promises behind them where they are asked for."""
    told = {
        "group": line.group,
        "currency": line.currency,
        "kept": line.rate.kept,
        "due": line.rate.due,
        **rate_json(line.rate),
        "in_time": line.in_time.text(),
        "promised": line.promised.text(),
        "formula": [count_formula(line), amount_formula(line)],
    }
    if not with_promises:
        return told
    return told | {
        "promises": [
            {
                "id": one.entry.id,
                "number": one.number,
                "account": one.account.id,
                "due": one.state.due_on.isoformat(),
                "amount": one.entry.amount.text(),
                "in_time": one.state.in_time.text(),
                "state": one.state.state,
            }
            for one in line.promises
        ]
    }


def retained(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Until when ended cases are kept; with the code of the list, those that are due are deleted for good."""
    lines = retention.retention_lines(desk)
    due = retention.deletable(lines)
    if given.out:
        tables.write_listing(desk, Path(given.out), tables.retention_table(lines, wording), wording)
    answer: dict[str, Any] = {
        "cases": [_retention_json(one, wording) for one in lines],
        "due": len(due),
        "code": retention.list_code(due) if due else "",
    }
    if given.delete:
        run = retention.run_deletion(desk, [one.case_id for one in due], given.delete)
        answer["deleted"] = [
            {"number": retention_title(one.line, wording), "records": one.records, "files": one.files}
            for one in run.cases
        ]
        answer |= {"confirmed_by": run.by, "files_set_aside": run.set_aside}
    return answer | {
        "runs": [
            {"entry": one.entry, "at": one.at.isoformat(), "by": one.by, "cases": one.cases, "records": one.records}
            for one in retention.past_runs(desk)
        ]
    }


def _case(desk: Desk, given: argparse.Namespace) -> str:
    return case_named(desk, given.case).case.id if given.case else ""


def _oral_json(line: OralLine) -> dict[str, Any]:
    one = line.agreement
    return {
        "id": one.id,
        "number": line.number,
        "account": line.account.id,
        "bank": line.account.bank,
        "agreed_at": one.agreed_at.isoformat(),
        "terms": one.terms,
        "recording": one.recording,
        "clerk": one.clerk,
        "clerk_number": one.clerk_number,
        "by": one.by,
        "settled": line.settled_on and line.settled_on.isoformat(),
        "keep_until": line.keep_until and line.keep_until.isoformat(),
    }


def _proof_json(one: AskedProof, wording: Wording) -> dict[str, Any]:
    return {
        "any_of": [proof.code for proof in one.any_of],
        "text": " / ".join(proof.text(wording.language) for proof in one.any_of),
        "came": one.came,
    }


def _retention_json(line: RetentionLine, wording: Wording) -> dict[str, Any]:
    one = line.retention
    return {
        "number": line.number,
        "rejected_rows": line.rows,
        "file": line.name if line.rows else "",
        "keep_until": one.keep_until and one.keep_until.isoformat(),
        "settled": one.settled_on and one.settled_on.isoformat(),
        "last_record": one.last.table,
        "last_day": one.last.on.isoformat(),
        "years": one.years,
        "source": one.rule.name,
        "due": one.is_due,
        "holds": [finding_json(finding, wording) for finding in one.holds],
    }
