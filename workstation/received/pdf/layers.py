"""Layers of a PDF (optional content, ISO 32000-1 §8.11) that are switched off: readers of text read them as if they were there."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.received.pdf.opening import open_pdf

_FAULTS: Final = (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What pikepdf raises over files that are not what they claim to be."""
_SHOWS: Final = frozenset({"Tj", "TJ", "Do", "sh", "INLINE IMAGE"})
_PAINTS: Final = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_DEEPEST: Final = 12
"""Drawings in drawings, and conditions in conditions."""

_Seen = Callable[[Any], bool]


def without_hidden(data: bytes) -> bytes | None:
    """The file without what stands in layers that are off as it opens; None where it has none, or does not open.

    What a viewer may switch on is left out, too: nobody who holds the paper has it.
    """
    try:
        with open_pdf(data) as pdf:
            if Name.OCProperties not in pdf.Root or not (off := _off(pdf.Root.OCProperties)):
                return None
            cleaner = _Cleaner(pdf, lambda group: _is_seen(group, off))
            changed = [cleaner.clean(page.obj, page.resources) for page in pdf.pages]
            if not any(changed):
                return None
            file = io.BytesIO()
            pdf.save(file)
    except _FAULTS:
        return None
    return file.getvalue()


def _off(properties: Any) -> frozenset[tuple[int, int]]:
    """The groups that the default configuration switches off, by number."""
    config = properties.get(Name.D, {})
    named = {way: {one.objgen for one in config.get(way, ())} for way in (Name.ON, Name.OFF)}
    if config.get(Name.BaseState, Name.ON) == Name.OFF:
        return frozenset({one.objgen for one in properties.get(Name.OCGs, ())} - named[Name.ON])
    return frozenset(named[Name.OFF])


def _is_seen(group: Any, off: frozenset[tuple[int, int]], deep: int = 0) -> bool:
    """Whether a group, or what says how several go together, lets its content be seen."""
    if group.get(Name.Type) != Name.OCMD:
        return group.objgen not in off
    if Name.VE in group:
        return _holds(group.VE, off, deep)
    of = group.get(Name.OCGs)
    if of is None:
        return True
    seen = [one.objgen not in off for one in ([of] if isinstance(of, pikepdf.Dictionary) else of) if one is not None]
    policies = {
        Name.AllOn: all(seen),
        Name.AnyOff: not all(seen),
        Name.AllOff: not any(seen),
    }
    return policies.get(group.get(Name.P, Name.AnyOn), any(seen) or not seen)


def _holds(condition: Any, off: frozenset[tuple[int, int]], deep: int) -> bool:
    if deep > _DEEPEST:
        raise ValueError("conditions in conditions")
    if isinstance(condition, pikepdf.Dictionary):
        return _is_seen(condition, off, deep + 1)
    how, *parts = list(condition)
    held = [_holds(part, off, deep + 1) for part in parts]
    if how == Name.Not:
        return not held[0]
    return all(held) if how == Name.And else any(held)


class _Cleaner:
    """Takes what is hidden out of pages and of the drawings that they use, each once."""

    def __init__(self, pdf: pikepdf.Pdf, seen: _Seen) -> None:
        self._pdf, self._seen = pdf, seen
        self._done: dict[tuple[int, int], bool] = {}

    def clean(self, drawing: Any, resources: Any, deep: int = 0) -> bool:
        """Whether something was taken out of a page, or of a drawing, or of one that it uses."""
        if deep > _DEEPEST:
            raise ValueError("drawings in drawings")
        groups = dict(resources.get(Name.Properties, {}).items())
        drawings = dict(resources.get(Name.XObject, {}).items())
        hidden = {name for name, group in groups.items() if not self._seen(group)}
        away = {name for name, one in drawings.items() if Name.OC in one and not self._seen(one.OC)}
        changed = False
        for one in drawings.values():
            if one.get(Name.Subtype) == Name.Form and one.objgen not in self._done:
                self._done[one.objgen] = False
                self._done[one.objgen] = self.clean(one, one.get(Name.Resources, resources), deep + 1)
            changed |= self._done.get(one.objgen, False)
        if not hidden and not away:
            return changed
        page = isinstance(drawing, pikepdf.Dictionary)
        kept = list(_kept(pikepdf.parse_content_stream(pikepdf.Page(drawing) if page else drawing), hidden, away))
        content = pikepdf.unparse_content_stream(kept)
        if page:
            drawing.Contents = self._pdf.make_stream(content)
        else:
            drawing.write(content)
        return True


def _kept(instructions: Sequence[Any], hidden: set[str], away: set[str]) -> Iterator[Any]:
    """What draws nothing where it is hidden; what moves or sets something goes on doing so."""
    marks: list[bool] = []
    for one in instructions:
        operator, operands = str(one.operator), one.operands
        if operator in ("BDC", "BMC"):
            layer = operator == "BDC" and operands[0] == Name.OC and isinstance(operands[1], pikepdf.Name)
            marks.append(layer and str(operands[1]) in hidden)
        elif operator == "EMC" and marks:
            marks.pop()
        if any(marks) or (operator == "Do" and str(operands[0]) in away):
            yield from _unseen(operator, one)
        else:
            yield one


def _unseen(operator: str, instruction: Any) -> Iterator[Any]:
    made: Mapping[str, Callable[[], list[Any]]] = {
        "'": lambda: [_made([], "T*")],
        '"': lambda: [
            _made([instruction.operands[0]], "Tw"), _made([instruction.operands[1]], "Tc"), _made([], "T*")
        ],
    }  # fmt: skip
    if operator in made:
        yield from made[operator]()
    elif operator in _PAINTS:
        yield _made([], "n")
    elif operator not in _SHOWS:
        yield instruction


def _made(operands: list[Any], operator: str) -> Any:
    return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))
