"""Reads from a written case what one application for all creditors needs: the statement's entries and the plan in two stages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from workstation.casework.written.fields import money, optional_day, optional_text
from workstation.casework.written.values import WrittenStages
from workstation.policy.toml_lines import line_of
from workstation.policy.toml_section import Section
from workstation.profile.statement import DEPENDANTS, KINDS, WHOLE_SHARE, StatementLine

_YEARS: Final = (1990, 2200)
_MOST: Final = 600


def statement_lines(sections: Iterator[Section], currency: str) -> Iterator[StatementLine]:
    """``[[statement]]``: ``kind``, ``name``, ``amount``, ``year``, ``share`` (``"50%"``), ``note``."""
    for section in sections:
        kind = section.text("kind", choices=KINDS)
        yield StatementLine(
            kind,  # type: ignore[arg-type]  # one of the kinds, or reported
            section.text("name"),
            money(section, "amount", currency),
            section.whole("year", *_YEARS) if section.has("year") else None,
            _share(section, kind),
            optional_text(section, "note"),
        )
        section.done()


def _share(section: Section, kind: str) -> int | None:
    """A share of responsibility, in hundredths of a percent: ``"0.5"`` is 5000."""
    if not section.has("share"):
        return None
    share = section.decimal("share", "0", "1") * WHOLE_SHARE
    if kind not in DEPENDANTS or share != int(share):
        section.report("pack_value", "share", expected="0.0001 - 1, for dependants", found=str(share / WHOLE_SHARE))
    return int(share)


def written_stages(top: Section, currency: str) -> WrittenStages | None:
    """``[two_stages]``: ``monthly``, and if told ``second``, ``rate``, ``first_due``, ``why``."""
    if not top.has("two_stages"):
        top.blank("two_stages")
        return None
    section = top.table("two_stages")
    found = WrittenStages(
        money(section, "monthly", currency),
        section.whole("second", 1, _MOST) if section.has("second") else None,
        section.decimal("rate", "0", "1", "0") if section.has("rate") else Decimal(0),
        optional_day(section, "first_due"),
        optional_text(section, "why"),
        line_of(section.review.lines, section.path),
    )
    section.done()
    return found
