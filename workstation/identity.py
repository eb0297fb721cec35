"""Identifiers of stored things: random, so that two desks never make the same one."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """32 hex characters."""
    return uuid4().hex
