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
    settings = desk.store.merged(settings, base)
    refuse_if(
        Finding("required_field", f"desk.{field}")
        for field in ("desk_name", "agent")
        if not getattr(settings, field).strip()
    )
    agent = desk.store.get(DeskSettings, settings.id).agent if desk.user.id else settings.agent
    if not desk.user.id and agent != desk.agent:
        rename_person(desk, desk.agent, agent)
    desk.store.save(replace(settings, agent=agent))
