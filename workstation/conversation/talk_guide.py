"""The talk guide of a stage: what to ask, what to explain, and what not to say with what to say instead."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.wording import Wording


@dataclass(frozen=True, slots=True)
class Guide:
    """Sentences in the reader's language. ``avoid``: (what not to say, what to say instead)."""

    ask: tuple[str, ...]
    explain: tuple[str, ...]
    avoid: tuple[tuple[str, str], ...]


def guide(wording: Wording, stage: str) -> Guide:
    """The guide of a stage by its key (``understand`` … ``keep``); an unknown stage has an empty one."""

    def part(name: str) -> dict[str, str]:
        return wording.choices(f"guide.{stage}.{name}")

    instead = part("instead")
    return Guide(
        tuple(part("ask").values()),
        tuple(part("explain").values()),
        tuple((text, instead[number]) for number, text in part("avoid").items()),
    )
