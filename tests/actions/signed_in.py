"""Desks at which somebody with certain roles sits."""

from __future__ import annotations

from workstation.actions.desk import Desk
from workstation.casework.user import User


def become(desk: Desk, *roles: str) -> None:
    """Have the person of a desk in memory be nothing but this."""
    desk.store.save(User("u1", desk.agent, roles, desk.clock.today()))
    desk._sign_in(desk.settings)
