"""When and how often a person may be contacted, as values. A rule that is None is not known: no number stands in for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from workstation.policy.rules import Rule


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """What opens the contact with somebody who does not owe; nothing of it: never.

    ``dials_in_a_row`` attempts that failed open it from the next day, ``days_in_a_row`` days with failed attempts only open it at
    once, and so does an ``invalid_number``, where no other number of the debtor is left. Reaching the debtor closes it again.
    """

    dials_in_a_row: int | None = None
    days_in_a_row: int | None = None
    invalid_number: bool = False

    @property
    def ever(self) -> bool:
        """Whether anything opens it."""
        return self.dials_in_a_row is not None or self.days_in_a_row is not None or self.invalid_number


@dataclass(frozen=True, slots=True)
class Conduct:
    """The rules of one place. Times are local: at the debtor's zone, else at ``zone``; counts are per calendar day there.

    ``connected_a_day`` counts answered calls to one person, ``dials_a_day`` every attempt to one number, ``dials_a_day_person``
    every attempt to one person. ``dials_in_days``, ``contacts_in_days``: attempts and answered ones in so many (``window_days``)
    days in a row, today among them; ``contacts_a_month`` in the calendar month. ``days_after_talk``: a conversation closes its own
    day and those after it, so many in all. ``weekend_from`` and ``weekend_until``: quiet hours of Saturday and Sunday where they
    differ; ``not_on_holidays``: public holidays are closed. Records are kept ``record_years`` and until the debt is settled.
    ``complaint_days``: days within which a complaint is answered, ``complaint_most_days`` with every extension.
    ``debtor_zone_needed``: the place has several zones, so the debtor's own must be known. A number is written with
    ``calling_code`` or without it, then in ``number_length`` digits.
    """

    complaint_holds: Rule[bool]
    utc_offset: int = 0
    zone_name: str = ""
    debtor_zone_needed: bool = False
    calling_code: str = "86"
    number_length: int = 11
    quiet_from: Rule[time] | None = None
    quiet_until: Rule[time] | None = None
    weekend_from: Rule[time] | None = None
    weekend_until: Rule[time] | None = None
    not_on_holidays: Rule[bool] | None = None
    connected_a_day: Rule[int] | None = None
    dials_a_day: Rule[int] | None = None
    dials_a_day_person: Rule[int] | None = None
    window_days: int = 7
    dials_in_days: Rule[int] | None = None
    contacts_in_days: Rule[int] | None = None
    contacts_a_month: Rule[int] | None = None
    days_after_talk: Rule[int] | None = None
    third_party: Rule[ThirdParty] | None = None
    spouse_for_household_debt: Rule[bool] | None = None
    stop_on_request: Rule[bool] | None = None
    mandate_needed: Rule[bool] | None = None
    complaint_days: Rule[int] | None = None
    complaint_most_days: Rule[int] | None = None
    record_years: Rule[int] | None = None
    record_until_settled: Rule[bool] | None = None

    @property
    def zone(self) -> tzinfo:
        """Where the rules hold: the clock that every day and hour of a case is told by."""
        return ZoneInfo(self.zone_name) if self.zone_name else timezone(timedelta(minutes=self.utc_offset))

    @property
    def counted(self) -> bool:
        """Whether any rule on the number of attempts or contacts is known."""
        counts = (self.connected_a_day, self.dials_a_day, self.dials_a_day_person, self.dials_in_days)
        return any(rule is not None for rule in (*counts, self.contacts_in_days, self.contacts_a_month))
