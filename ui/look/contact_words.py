"""How the verdict on a contact reads: allowed, from when, or not at all, and the rules behind it with their sources."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from ui.look.wording import Words, day
from workstation.conversation.complaint import ComplaintStatus
from workstation.conversation.conduct import Verdict
from workstation.conversation.vulnerability import Vulnerability
from workstation.policy.rules import Source

YES, NO, UNSURE = "✓", "✕", "△"
"""Said beside every colour, for those who do not see it."""


def verdict_mark(verdict: Verdict) -> str:
    """✓ allowed, △ allowed as far as the rules are known, ✕ not now."""
    if not verdict.allowed:
        return NO
    return UNSURE if verdict.not_known else YES


def clock_text(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The time of today, or day and time of another day, where the debtor is."""
    there = at.astimezone(at.tzinfo or zone)
    same = there.date() == now.astimezone(there.tzinfo).date()
    return there.strftime("%H:%M" if same else "%m-%d %H:%M")


def rule_lines(words: Words, verdict: Verdict) -> list[str]:
    """One line for each rule against the contact, with its source, then one for each rule that nobody knows."""
    lines = [f"{NO} {words.finding(one.finding)} {source_text(words, one.source)}" for one in verdict.reasons]
    return lines + [f"{UNSURE} {words.finding(one)}" for one in verdict.not_known]


def source_text(words: Words, source: Source) -> str:
    """Where a rule was read: name, date, and how sure the reading is."""
    parts = [part for part in (source.name, source.dated, words.label("confidence", source.confidence)) if part]
    return f"[{words.listed(parts)}]"


def change_text(words: Words, one: Vulnerability) -> str:
    """What a circumstance changes: channel, pace, referral."""
    parts = []
    if one.channel:
        figures = {"channel": words.label("channel", one.channel)}
        parts.append(words.sentence("contact_change.channel", figures))
    if one.pace_days:
        parts.append(words.sentence("contact_change.pace_days", {"days": str(one.pace_days)}))
    if one.referral != "none":
        figures = {"referral": words.label("referral", one.referral)}
        parts.append(words.sentence("contact_change.referral", figures))
    return words.listed(parts) or words.sentence("contact_change.none", {})


def due_text(words: Words, status: ComplaintStatus, today: date) -> str:
    """The state of a complaint, and by when an answer is due; an unknown day shows as a dash."""
    state = words.label("complaint_outcome" if status.outcome else "complaint_state", status.outcome or status.state)
    mark = f"{NO} " if status.state == "open" and status.late(today) else ""
    return f"{mark}{state} · {day(status.answer_by)}" if status.state == "open" else state
