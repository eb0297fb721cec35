"""What the desk knows of itself, changed by the person who sits at it."""

from __future__ import annotations

from dataclasses import replace

from workstation.actions.desk import Desk
from workstation.actions.drafts import rename_person
from workstation.casework.settings import DeskSettings
from workstation.errors import Finding, refuse_if


def save_settings(desk: Desk, settings: DeskSettings, base: DeskSettings | None = None) -> None:
    """Keep the settings. Refuses an empty name of the desk or of the agent: both are printed on papers.

    ``base``: the settings as they were loaded, as in `cases.save_debtor`. Who signs is the person signed in: on a desk that knows
    its people, another ``agent`` changes nothing.
    """

    def judged(kept: DeskSettings, stored: DeskSettings | None) -> DeskSettings:
        refuse_if(
            Finding("required_field", f"desk.{field}")
            for field in ("desk_name", "agent")
            if not getattr(kept, field).strip()
        )
        if desk.user.id:
            return replace(kept, agent=stored.agent if stored else kept.agent)
        if kept.agent != desk.agent:
            rename_person(desk, desk.agent, kept.agent)
        return kept

    desk.store.save(settings, base, judged)
