"""Identifiers of stored things: random, so that two desks never make the same one."""

from __future__ import annotations

from secrets import token_hex


def new_id() -> str:
    """32 hex characters."""
    return token_hex(16)
