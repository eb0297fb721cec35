"""What the QR picture on the cover tells in plain text: who asks which bank for what, and the code of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.documents.packet.figures import PacketFigures, PlanFigures
from workstation.documents.typesetting.fact_code import BLANK
from workstation.wording import Wording

_MOST: Final = 4
"""Plans that are told one by one: a picture with more squares is hard to read from paper."""
_LONGEST: Final = 60
"""Bytes of a bank's name or a debtor's."""


def code_facts(file: CaseFile, bank: str, figures: PacketFigures) -> str:
    """Lines of text; `BLANK` stands where the code goes. The name is masked as the pack says."""
    return "\n".join(_lines(file, bank, figures, Wording(file.paper_language)))


def _lines(file: CaseFile, bank: str, figures: PacketFigures, words: Wording) -> Iterator[str]:
    name = file.debtor.name
    shown = name if file.pack.papers.name_in_code.value == "whole" else masked_name(name)
    yield words.text("paper.facts.head", {"number": figures.number, "version": str(figures.version)})
    yield words.text("paper.facts.parties", {"name": _short(shown), "bank": _short(bank)})
    for one in figures.owed:
        yield words.text("paper.facts.owed", {"owed": f"{one.currency} {one.owed.grouped()}"})
    for plan in figures.plans[:_MOST]:
        yield _plan(plan, words)
    if len(figures.plans) > _MOST:
        yield words.text("paper.facts.more", {"count": str(len(figures.plans) - _MOST)})
    yield words.text("paper.facts.code", {"day": figures.made_on, "code": BLANK})


def _plan(plan: PlanFigures, words: Wording) -> str:
    first = plan.rows[0]
    told = {
        "account": plan.account,
        "count": str(plan.count),
        "first": first.payment.grouped(),
        "day": plan.first_due,
        "overall": plan.overall.grouped(),
    }
    return words.text("paper.facts.plan", told)


def masked_name(name: str) -> str:
    """``**丽`` of a Chinese name, ``J*** S****`` of words in letters; blanks and middle dots stay."""
    if any(char.isascii() and char.isalpha() for char in name):
        return " ".join(f"{word[0]}{'*' * (len(word) - 1)}" for word in name.split())
    covered = [char if char in " ·・•" else "*" for char in name[:-1]]
    return "".join(covered) + name[-1:]


def _short(text: str) -> str:
    data = text.encode()
    return text if len(data) <= _LONGEST else data[: _LONGEST - 3].decode(errors="ignore") + "…"
