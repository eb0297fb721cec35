"""Whether a form's own mark for a ticked box can be relied on: what viewers would draw in different ways, we draw ourselves."""

from __future__ import annotations

from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.objects import inherited

_OFF: Final = "Off"
_PAINTS: Final = frozenset(
    {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}
)
_STANDARD: Final = frozenset(
    {
        "Courier", "Courier-Bold", "Courier-BoldOblique", "Courier-Oblique", "Helvetica", "Helvetica-Bold",
        "Helvetica-BoldOblique", "Helvetica-Oblique", "Symbol", "Times-Bold", "Times-BoldItalic", "Times-Italic", "Times-Roman",
        "ZapfDingbats",
    }
)  # fmt: skip
"""ISO 32000-1, 9.6.2.2: every viewer has these."""


def mark_holds(leaf: Any, state: str) -> bool:
    """Whether the form draws ``state`` of a button, other than it draws Off, and with fonts that every viewer has."""
    mark, off = _look(leaf, state), _look(leaf, _OFF)
    if mark is None or not _paints(mark):
        return False
    return not (off is not None and _same(mark, off)) and all(map(_known_font, _fonts_used(mark)))


def off_is_marked(leaf: Any, state: str) -> bool:
    """Whether the box shows the same ticked and unticked: one appearance for all states, or one drawing under both names."""
    looks = leaf.get(Name.AP)
    normal = looks.get(Name.N) if isinstance(looks, pikepdf.Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        return True
    mark, off = _look(leaf, state), _look(leaf, _OFF)
    return mark is not None and off is not None and _paints(mark) and _same(mark, off)


def _look(leaf: Any, state: str) -> Any:
    looks = leaf.get(Name.AP)
    states = looks.get(Name.N) if isinstance(looks, pikepdf.Dictionary) else None
    found = states.get(Name("/" + state)) if isinstance(states, pikepdf.Dictionary) and state else None
    return found if isinstance(found, pikepdf.Stream) else None


def _same(one: Any, other: Any) -> bool:
    return bool(one.objgen == other.objgen != (0, 0)) or _content(one) == _content(other) != b""


def _content(look: Any) -> bytes:
    try:
        return bytes(look.read_bytes())
    except pikepdf.PdfError:
        return b""


def _steps(look: Any) -> list[Any]:
    try:
        return list(pikepdf.parse_content_stream(look))
    except (pikepdf.PdfError, TypeError, ValueError):
        return []


def _paints(look: Any) -> bool:
    """Whether anything is painted; a content that cannot be read paints nothing that can be relied on."""
    return any(str(step.operator) in _PAINTS for step in _steps(look))


def _fonts_used(look: Any) -> list[Any]:
    """The fonts that a look chooses, None for a name that it does not define."""
    resources = inherited(look, Name.Resources)
    fonts = resources.get(Name.Font) if isinstance(resources, pikepdf.Dictionary) else None
    known = fonts if isinstance(fonts, pikepdf.Dictionary) else pikepdf.Dictionary()
    chosen = [step.operands[0] for step in _steps(look) if str(step.operator) == "Tf" and step.operands]
    return [known.get(name) if isinstance(name, Name) else None for name in chosen]


def _known_font(font: Any) -> bool:
    """Embedded, or one of the fourteen."""
    if not isinstance(font, pikepdf.Dictionary):
        return False
    if font.get(Name.Subtype) == Name.Type3 or str(font.get(Name.BaseFont, ""))[1:] in _STANDARD:
        return True
    kids = font.get(Name.DescendantFonts)
    bearer = kids[0] if isinstance(kids, pikepdf.Array) and len(kids) else font
    described = bearer.get(Name.FontDescriptor) if isinstance(bearer, pikepdf.Dictionary) else None
    files = (Name.FontFile, Name.FontFile2, Name.FontFile3)
    return isinstance(described, pikepdf.Dictionary) and any(one in described for one in files)
