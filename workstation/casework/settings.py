"""What a desk knows of itself."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.profile.case import Role


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """One row a desk. ``language`` is that of the screen (zh-Hans, zh-Hant, en); ``agent`` signs what is done here.

    ``phone`` and ``address`` are those of the desk, as its letters name them.
    """

    desk_name: str
    agent: str
    role: Role = "creditor_agency"
    language: str = "zh-Hans"
    id: str = "desk"
    phone: str = ""
    address: str = ""
