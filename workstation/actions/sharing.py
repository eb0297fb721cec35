"""What several people at one desk should know: who else has it open, in words; and what lies in the quarantine of its vault."""

from __future__ import annotations

from workstation.actions.desk import Desk
from workstation.dates import desk_time
from workstation.profile.case import Case
from workstation.store.quarantine import Held
from workstation.store.sharing.open_register import Opener
from workstation.wording import Wording

__all__ = ["Held"]


def also_open(desk: Desk, words: Wording) -> str:
    """``Also open: 王敏 on PC-3 since 09:12``; empty when nobody else has it open."""
    people = words.text("sharing.list_separator").join(_named(one, desk, words) for one in desk.others)
    return words.text("sharing.also_open", {"people": people}) if people else ""


def _named(one: Opener, desk: Desk, words: Wording) -> str:
    since = desk_time(one.since)
    today = desk_time(desk.clock.now()).date()
    shown = since.strftime("%H:%M" if since.date() == today else "%Y-%m-%d %H:%M")
    figures = {"person": one.person, "host": one.host, "since": shown}
    case = desk.store.find(Case, id=one.case_id) if one.case_id else ()
    if case:
        return words.text("sharing.opener_at", {**figures, "case": case[0].number})
    return words.text("sharing.opener", figures)


def quarantine_held(desk: Desk) -> Held:
    """What lies in the quarantine of the vault today."""
    return desk.vault.held(desk.clock.today())


def empty_quarantine(desk: Desk) -> int:
    """Delete what has been in quarantine for at least 90 days, for good; answers how many files. Only at a person's own word."""
    with desk.store.transaction():  # nobody brings a file back meanwhile
        return desk.vault.remove_old(desk.clock.today())
