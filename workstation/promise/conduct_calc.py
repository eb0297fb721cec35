"""Questions of the command line about contacts. JSON values in and out; `Refused` names the key at fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any, Final

from workstation.conversation.attempts import PARTIES, REACHED, Call, Intent
from workstation.conversation.conduct import Reason, Verdict, may_contact
from workstation.errors import Finding, Refused
from workstation.plan.calc.question import Question
from workstation.policy.conduct_rules import Conduct
from workstation.policy.contact_rules import contact_rules
from workstation.policy.pack import Pack, packs
from workstation.policy.zones import parse_zone

_LISTED_MAX: Final = 20_000
_PLACES: Final[Mapping[str, str]] = {"cn": "cn-card", "tw": "tw-prenegotiation"}
"""Places whose rules on contacts are those of a pack."""


def conduct_answer(question: Mapping[str, Any], known: Mapping[str, Pack] | None = None) -> dict[str, Any]:
    """Whether a contact may be made now, the rules against it with their sources, and the first moment it may be made.

    ``known``: the packs to choose from, those of the program when not given. ``not_known`` names rules that nobody has put into
    the pack; it is left out where there are none.
    """
    reader = Question(question)
    shelf = _shelf(packs() if known is None else known)
    rules = shelf[reader.choice("pack", tuple(shelf), "cn-card")]
    zone = _zone(reader)
    local = zone or (None if rules.debtor_zone_needed else rules.zone)
    intent = Intent(
        now=instant(reader, "now", local),
        party=reader.choice("party", PARTIES, "debtor"),
        number=reader.text("number", ""),
        consent_outside_hours=_yes(reader, "consent_outside_hours", False),
        complaint_open=_yes(reader, "complaint_open", False),
        stop_requested=_yes(reader, "stop_requested", False),
        person=reader.text("person", "").strip(),
        household_debt=_yes(reader, "household_debt", False),
        zone=zone,
        mandate=_yes(reader, "mandate", False),
    )
    log = _log(reader, local)
    reader.refuse_unknown()
    return _answer(may_contact(rules, intent, log))


def _shelf(known: Mapping[str, Pack]) -> dict[str, Conduct]:
    """Every set of rules by the names that a question may use."""
    by_pack = {name: pack.conduct for name, pack in known.items()}
    places = {name: by_pack[pack] for name, pack in _PLACES.items() if pack in by_pack}
    return {**by_pack, **places, **contact_rules()}


def _answer(verdict: Verdict) -> dict[str, Any]:
    answer = {
        "allowed": verdict.allowed,
        "next_allowed": verdict.next_allowed.isoformat() if verdict.next_allowed else None,
        "reasons": [_reason(reason) for reason in verdict.reasons],
    }
    gaps = [{"code": one.code, "subject": one.subject, "figures": dict(one.figures)} for one in verdict.not_known]
    return {**answer, "not_known": gaps} if gaps else answer


def _reason(reason: Reason) -> dict[str, Any]:
    source = reason.source
    return {
        "code": reason.finding.code,
        "subject": reason.finding.subject,
        "figures": dict(reason.finding.figures),
        "source": {"name": source.name, "dated": source.dated, "confidence": source.confidence},
    }


def _log(reader: Question, zone: tzinfo | None) -> list[Call]:
    """The log, perhaps merged of several. An entry that is there twice is one; two that differ under one id are refused."""
    known: dict[str, Call] = {}
    log = []
    for number, one in enumerate(_listed(reader, "log")):
        call = _call(one, zone)
        if call.id and known.setdefault(call.id, call) != call:
            raise Refused(Finding("log_contradicts", f"log[{number}].id", {"id": call.id[:40]}))
        log.append(call)
    return log


def _call(one: Question, zone: tzinfo | None) -> Call:
    reached = one.choice("reached", REACHED) if one.has("reached") else ""
    connected = _yes(one, "connected", reached == "answered" if reached else True)
    if reached and connected != (reached == "answered"):
        raise Refused(Finding("reached_contradicts", one.path("reached"), {"value": reached}))
    call = Call(
        instant(one, "at", zone),
        one.choice("party", PARTIES, "debtor"),
        one.text("number", ""),
        connected,
        one.text("person", "").strip(),
        reached,
        id=one.text("id", ""),
    )
    one.refuse_unknown()
    return call


def _listed(reader: Question, key: str) -> list[Question]:
    found = list(reader.each(key, ()))
    if len(found) > _LISTED_MAX:
        raise Refused(Finding("number_range", key, {"value": str(len(found)), "least": "0", "most": str(_LISTED_MAX)}))
    return found


def _yes(reader: Question, key: str, default: bool) -> bool:
    value = reader.get(key, default)
    if not isinstance(value, bool):
        raise Refused(Finding("value_shape", reader.path(key), {"expected": "true, false", "value": str(value)[:40]}))
    return value


def _zone(reader: Question) -> tzinfo | None:
    """The debtor's zone, where it is given."""
    text = reader.text("zone", "")
    zone = parse_zone(text) if text else None
    if text and zone is None:
        raise Refused(Finding("zone_unreadable", reader.path("zone"), {"text": text[:40]}))
    return zone


def instant(reader: Question, key: str, zone: tzinfo | None) -> datetime:
    """An instant in ISO form; without zone it is local time, the debtor's where their zone is given, else the pack's."""
    text = reader.text(key)
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Refused(Finding("instant_unreadable", reader.path(key), {"text": text[:40]})) from None
    if not 1900 <= found.year <= 9000:
        raise Refused(Finding("instant_unreadable", reader.path(key), {"text": text[:40]}))
    if found.tzinfo is None and zone is None:
        raise Refused(Finding("instant_zone_missing", reader.path(key), {"text": text[:40]}))
    return found if found.tzinfo else found.replace(tzinfo=zone)
