"""Whether a paper says what it must: read from the blocks that are printed, clause by clause, never from a flag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workstation.documents.typesetting import blocks as b
from workstation.errors import Finding

_CELL = "\t"
"""Between the cells of a row, so that a fact can name cells that belong together."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One item that must be printed: a clause under a heading that ends in ``title``, holding every one of ``facts``."""

    code: str
    title: str
    facts: tuple[str, ...]


def lacking(blocks: Iterable[b.Block], demands: Sequence[Demand], paper: str) -> tuple[Finding, ...]:
    """One finding an item that is not printed, or not whole: ``<paper>_item_missing`` at ``paper.<paper>.<code>``."""
    printed = clauses(blocks)
    return tuple(
        Finding("paper_item_missing", f"paper.{paper}.{one.code}", {"item": one.title, "lacks": gap})
        for one in demands
        if (gap := _gap(one, printed)) is not None
    )


def clauses(blocks: Iterable[b.Block]) -> dict[str, str]:
    """Heading → everything printed below it, up to the next heading."""
    found: dict[str, list[str]] = {}
    current = ""
    for block in flat(blocks):
        if isinstance(block, b.Heading):
            current = block.text
            found.setdefault(current, [])
        else:
            found.setdefault(current, []).append(text_of(block))
    return {heading: "\n".join(texts) for heading, texts in found.items()}


def printed_text(blocks: Iterable[b.Block]) -> str:
    """All words of a paper."""
    return "\n".join(text_of(block) for block in flat(blocks))


def _gap(one: Demand, printed: dict[str, str]) -> str | None:
    """The first fact that is not there; the title itself when there is no such clause."""
    text = next((text for heading, text in printed.items() if heading.endswith(one.title)), None)
    if text is None:
        return one.title
    return next((fact for fact in one.facts if not fact.strip() or fact not in text), None)


def flat(blocks: Iterable[b.Block]) -> Iterator[b.Block]:
    """The blocks one by one, those that are kept together too."""
    for block in blocks:
        if isinstance(block, b.Keep):
            yield from flat(block.blocks)
        else:
            yield block


def text_of(block: b.Block) -> str:
    """The words of one block as they are printed; places and pictures say nothing."""
    match block:
        case b.Title():
            return f"{block.text}\n{block.subtitle}"
        case b.Heading() | b.Text() | b.Note() | b.VerificationCode():
            return block.text
        case b.Pair() | b.Band():
            return f"{block.left}{_CELL}{block.right}"
        case b.Fields():
            return "\n".join(f"{one.label}{_CELL}{one.value}" for row in block.rows for one in row)
        case b.TableBlock():
            heads = _CELL.join(column.label for column in block.columns)
            return "\n".join((heads, *(_CELL.join(row.cells) for row in block.rows)))
        case b.Signature():
            return "\n".join(f"{one.label}{_CELL}{one.seal}{_CELL}{one.foot}" for one in block.areas)
        case _:
            return ""
