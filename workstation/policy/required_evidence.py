"""The evidence checklist of a pack: what is asked, from whom, and how copies of it leave the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from workstation.policy.rules import CHECKS, NUMBERS_SHOWN, PRODUCTS, ROLES, CopyRule, Issuer, Requirement
from workstation.policy.toml_section import Section

_LONGEST_NUMBER: Final = 19  # ISO/IEC 7812-1
_MOST_SHOWN: Final = 10  # six digits of the issuer and the last four, as card networks allow on receipts


def requirements(
    top: Section, reasons: tuple[str, ...], requests: tuple[str, ...], known: Mapping[str, Issuer]
) -> tuple[Requirement, ...]:
    """The evidence checklist, in the order in which it is asked."""
    found: list[Requirement] = []
    for section in top.tables("requirements"):
        requirement = _requirement(section, reasons, requests, known)
        if any(requirement.code == other.code for other in found):
            section.report("pack_duplicate", "code", found=requirement.code)
        if both := [issuer.code for issuer in requirement.accepted if issuer in requirement.refused]:
            section.report("pack_value", "refused", expected="not accepted", found=", ".join(both))
        found.append(requirement)
        section.done()
    return tuple(found)


def _requirement(
    section: Section, reasons: tuple[str, ...], requests: tuple[str, ...], known: Mapping[str, Issuer]
) -> Requirement:
    def named(key: str) -> tuple[Issuer, ...]:
        return tuple(known[code] for code in section.texts(key, tuple(known), ()) if code in known)

    return Requirement(
        code=section.text("code"),
        title=section.labels("title"),
        why=section.labels("why"),
        accepted=named("accepted"),
        refused=named("refused"),
        original_needed=section.yes("original_needed", False),
        covers_months=section.whole("covers_months", 1, 120, 0),
        stamp=section.yes("stamp", False),
        freshness_days=section.whole("freshness_days", 1, 3650) if section.has("freshness_days") else None,
        checks=section.texts("checks", CHECKS, ()),
        second_look=section.yes("second_look", False),
        any_of=section.text("any_of", ""),
        reasons=section.texts("reasons", reasons, ()),
        requests=section.texts("requests", requests, ()),
        products=section.texts("products", PRODUCTS, ()),
        roles=section.texts("roles", ROLES, ()),
        source=section.source(),
        per_account=section.yes("per_account", False),
        copy=_copy(section.table("copy")) if section.has("copy") else None,
        issuers=tuple(known.values()),
        contract_from=section.day("contract_from") if section.has("contract_from") else None,
    )


def _copy(section: Section) -> CopyRule:
    """``first`` and ``last`` belong to a number whose middle is covered, and to no other."""
    number = section.text("number", choices=NUMBERS_SHOWN)
    some = number == "middle"
    first = section.whole("first", 0, _LONGEST_NUMBER) if some else 0
    last = section.whole("last", 0, _LONGEST_NUMBER) if some else 0
    if some and section.sound("first") and section.sound("last") and first + last > _MOST_SHOWN:
        section.report("pack_value", "first", expected=f"first + last <= {_MOST_SHOWN}", found=f"{first} + {last}")
    found = CopyRule(cast(Any, number), first, last, section.source())
    section.done()
    return found
