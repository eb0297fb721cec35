"""A bank's form that the desk keeps: its file in the vault, and the mapping by which it is filled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BankForm:
    """``bank`` empty: a form for any bank. ``sha256`` of the file as submitted, hex; ``password`` opens it.

    ``mapping`` is TOML; empty while nobody has said what goes where. A form that was ``retired`` is offered no more.
    """

    id: str
    bank: str
    title: str
    file_name: str
    sha256: str
    mapping: str
    at: datetime
    by: str
    password: str = ""
    retired: bool = False
