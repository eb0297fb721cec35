"""How lines of the registers read, on the screen as in a file."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from workstation.actions.keep.registers import ComingLine, RateLine
from workstation.casework.keeping.coming import Coming
from workstation.casework.keeping.oral_register import OralLine
from workstation.casework.keeping.retention import RetentionLine
from workstation.casework.keeping.review import AskedProof
from workstation.wording import Wording


def coming_detail(one: Coming, words: Wording) -> str:
    """What beyond kind and amount is to be known."""
    if one.no:
        return words.text("register.instalment_no", {"no": str(one.no)})
    if one.clock is not None:
        return one.clock.text(words.language)
    return words.text("register.proofs_left", {"count": str(one.missing)}) if one.kind == "review" else one.step


def call_text(line: ComingLine, words: Wording) -> str:
    """Whether the debtor may be called now, else why not and from when."""
    if not line.phone:
        return words.text("register.no_phone")
    if line.closed is None:
        return words.text("register.may_call")
    told = words.finding(line.closed)
    return told if line.from_at is None else f"{told} → {line.from_at.strftime('%Y-%m-%d %H:%M')}"


def retention_title(line: RetentionLine, words: Wording) -> str:
    """The number of a case, or how many rows of a list were not taken."""
    return line.number or words.text("register.rejected_rows", {"count": f"{line.rows:,}"})


def kept_text(line: OralLine, words: Wording) -> str:
    """Until when a recording is kept."""
    if line.settled_on is None:
        return words.text("register.until_settled")
    return line.keep_until.isoformat() if line.keep_until else words.text("register.years_unknown")


def group_text(line: RateLine, by: str, words: Wording) -> str:
    """The name of a group of promises."""
    return words.text(f"payment_method.{line.group}") if by == "method" else line.group


def proofs_text(proofs: Iterable[AskedProof], words: Wording) -> str:
    """Proofs by name; those of which one is enough are joined by a slash."""
    return "\n".join(" / ".join(one.text(words.language) for one in proof.any_of) for proof in proofs)


def count_formula(line: RateLine) -> str:
    """``3 / 4 = 75.0 %``; empty where nothing was due."""
    return _formula(str(line.rate.kept), str(line.rate.due), line.rate.count)


def amount_formula(line: RateLine) -> str:
    """``1,500.00 / 2,000.00 = 75.0 %``; empty where nothing was due."""
    return _formula(line.in_time.grouped(), line.promised.grouped(), line.rate.amount)


def percent(share: Fraction | None) -> str:
    """A share for people, one digit after the point; empty for none."""
    return "" if share is None else f"{Decimal(round(share * 1000)) / 10:.1f} %"


def _formula(part: str, whole: str, share: Fraction | None) -> str:
    return "" if share is None else f"{part} / {whole} = {percent(share)}"
