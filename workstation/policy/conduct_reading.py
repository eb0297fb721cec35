"""The rules on contacts as read from a table: each figure beside its source; a figure that is missing is one that nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from workstation.policy.conduct_rules import Conduct, ThirdParty
from workstation.policy.rules import Rule, Source
from workstation.policy.toml_section import Section
from workstation.policy.zones import parse_zone

_TIMES: Final = ("quiet_from", "quiet_until", "weekend_from", "weekend_until")
_COUNTS: Final = (
    "connected_a_day", "dials_a_day", "dials_a_day_person", "dials_in_days", "contacts_in_days", "contacts_a_month",
    "days_after_talk", "complaint_days", "complaint_most_days", "record_years",
)  # fmt: skip
_YES: Final = (
    "complaint_holds", "not_on_holidays", "spouse_for_household_debt", "stop_on_request", "mandate_needed",
    "record_until_settled",
)  # fmt: skip
_MOST: Final = 366
_PAIRS: Final = (("quiet_from", "quiet_until"), ("weekend_from", "weekend_until"))
_STANDING: Final = Rule(True, Source("", "", "", "open"))
"""Holds the place of a required rule while the mistakes of a table are gathered."""


def conduct(section: Section, known: Mapping[str, Conduct]) -> Conduct:
    """The rules of a table; with ``rules = "uk"`` those of that set, and what the table gives over them."""
    base = None
    if section.has("rules"):
        base = known.get(section.text("rules", choices=tuple(known)))
    given = _given(section)
    section.done()
    return replace(base or Conduct(_STANDING), **given)


def _given(section: Section) -> dict[str, Any]:
    """What the table says, by field name."""
    needed = () if section.has("rules") else ("complaint_holds",)
    found: dict[str, Any] = {}

    def rule(key: str, read: Callable[[Section], Any]) -> None:
        if section.has(key) or key in needed:
            table = section.table(key)
            found[key] = Rule(read(table), table.source())
            table.done()

    for key in _TIMES:
        rule(key, lambda table: table.clock_time("value"))
    for key in _COUNTS:
        rule(key, lambda table: table.whole("value", 0, _MOST))
    for key in _YES:
        rule(key, lambda table: table.yes("value"))
    rule("third_party", _third_party)
    if section.has("third_party_after"):  # as packs said it before the days were told apart
        rule("third_party_after", lambda table: ThirdParty(dials_in_a_row=table.whole("value", 1, _MOST)))
        found.setdefault("third_party", found["third_party_after"])
        del found["third_party_after"]
    for first, second in _PAIRS:
        if section.has(first) != section.has(second):
            section.table(second if section.has(first) else first)
    return found | _place(section)


def _place(section: Section) -> dict[str, Any]:
    """Zone, calling code and window."""
    found: dict[str, Any] = {}
    if section.has("zone"):
        found["zone_name"] = _zone(section)
    elif section.has("utc_offset") or not section.has("rules"):
        found |= {"utc_offset": section.whole("utc_offset", -720, 840), "zone_name": ""}
    if section.has("debtor_zone_needed"):
        found["debtor_zone_needed"] = section.yes("debtor_zone_needed")
    if section.has("calling_code"):
        found["calling_code"] = str(section.whole("calling_code", 1, 999))
    for key, most in (("number_length", 15), ("window_days", 31)):
        if section.has(key):
            found[key] = section.whole(key, 1, most)
    return found


def _zone(section: Section) -> str:
    name = section.text("zone")
    if section.sound("zone") and parse_zone(name) is None:
        section.report("pack_value", "zone", expected="Europe/London", found=name)
        return ""
    return name


def _third_party(table: Section) -> ThirdParty:
    """``never = true``, or what opens it."""
    if table.yes("never", False):
        return ThirdParty()
    return ThirdParty(
        table.whole("dials_in_a_row", 1, _MOST) if table.has("dials_in_a_row") else None,
        table.whole("days_in_a_row", 1, _MOST) if table.has("days_in_a_row") else None,
        table.yes("invalid_number", False),
    )
