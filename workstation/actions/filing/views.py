"""Views of the list of cases that a person keeps under names: what it is filtered and sorted by."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.drafts import typing_person
from workstation.casework.draft import CaseView
from workstation.errors import Finding, Refused
from workstation.identity import name_key, new_id

_NAME: Final = "view.name"


def kept_views(desk: Desk) -> tuple[CaseView, ...]:
    """The views of the person at the desk, by name."""
    return tuple(sorted(desk.store.find(CaseView, person=typing_person(desk)), key=lambda view: name_key(view.name)))


def keep_view(desk: Desk, name: str, shown: str) -> CaseView:
    """Keep what the list shows under a name; a view of the same name is replaced. Raises `Refused`: required_field."""
    named = _named(name)
    before = next((one for one in kept_views(desk) if name_key(one.name) == name_key(named)), None)
    view = CaseView(before.id if before else new_id(), typing_person(desk), named, shown, desk.clock.now())
    desk.store.save(view)
    return view


def rename_view(desk: Desk, view_id: str, name: str) -> CaseView:
    """Call a view otherwise. Raises `Refused`: required_field, not_found, view_exists."""
    view, named = _own(desk, view_id), _named(name)
    if any(one.id != view.id and name_key(one.name) == name_key(named) for one in kept_views(desk)):
        raise Refused(Finding("view_exists", _NAME, {"name": named}))
    renamed = replace(view, name=named)
    desk.store.save(renamed)
    return renamed


def drop_view(desk: Desk, view_id: str) -> CaseView:
    """Forget a view; answers it, so that it can be kept again. Raises `Refused`: not_found."""
    view = _own(desk, view_id)
    desk.store.delete(CaseView, view.id)
    return view


def _own(desk: Desk, view_id: str) -> CaseView:
    view = desk.store.get(CaseView, view_id)
    if view.person != typing_person(desk):
        raise Refused(Finding("not_found", "case_view"))
    return view


def _named(name: str) -> str:
    named = " ".join(name.split())
    if not named:
        raise Refused(Finding("required_field", _NAME))
    return named
