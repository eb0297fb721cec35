"""What a bank's form is made of, as values: fields with their widgets, options and limits; pages; what a person should know.

Rectangles are ``(left, bottom, right, top)`` in points of the page's own space, as the form holds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from workstation.errors import Finding

Kind = Literal["text", "checkbox", "radio", "combo", "list", "push", "signature"]
Value = str | bool | Sequence[str] | None
"""What a field may be given: text, a tick, an option or several, or None for empty."""
Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One choice: the ``value`` that the form exports and the text ``shown`` to a person."""

    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Widget:
    """One place of a field. ``page`` counts from 1 (0: on no page); ``turn``: degrees by which its text is turned, as on its page.

    ``state`` and ``option``: the appearance that ticks it, and the value that this stands for; ``entry`` is the object in the file.
    """

    page: int
    rect: Rect
    turn: int = 0
    state: str = ""
    option: str = ""
    hidden: bool = False
    entry: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Style:
    """How the form wants text set: ``size`` 0 means as large as fits, ``align`` 0 left, 1 centre, 2 right; colours in RGB."""

    size: float = 0.0
    align: int = 0
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)
    serif: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. ``label``: what the form tells a person of it; ``max_length`` 0: no limit; ``value``: what it holds now.

    ``comb``: one character a cell; ``editable``: a list that takes other texts too; ``several``: more than one option.
    """

    name: str
    kind: Kind
    widgets: tuple[Widget, ...]
    label: str = ""
    options: tuple[FieldOption, ...] = ()
    value: tuple[str, ...] = ()
    max_length: int = 0
    comb: bool = False
    multiline: bool = False
    password: bool = False
    editable: bool = False
    several: bool = False
    required: bool = False
    readonly: bool = False
    style: Style = Style()
    entry: Any = field(default=None, repr=False, compare=False)

    @property
    def called(self) -> str:
        """What a person calls it: its label, or its name where the form tells nothing of it."""
        return self.label or self.name

    @property
    def page(self) -> int:
        """The page of its first place."""
        return self.widgets[0].page if self.widgets else 0

    @property
    def ticks(self) -> bool:
        """Whether it is a single box to tick."""
        return self.kind == "checkbox" and len(self.options) < 2


@dataclass(frozen=True, slots=True)
class FormPage:
    """Width and height as the page is shown, in points, and by how many degrees it is turned for that."""

    width: float
    height: float
    turn: int
    crop: Rect


@dataclass(frozen=True, slots=True)
class PdfForm:
    """A form read. ``obstacles`` say why it cannot be filled, ``notes`` what a person should know all the same."""

    fields: tuple[FormField, ...]
    pages: tuple[FormPage, ...]
    obstacles: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    xfa: bool = False
    renewing: bool = False
    """The form asks viewers to draw its values anew (NeedAppearances)."""

    @property
    def by_name(self) -> Mapping[str, FormField]:
        """Full name → field."""
        return {one.name: one for one in self.fields}

    @property
    def flat(self) -> bool:
        """Whether there is nothing to fill but paper."""
        return not any(one.kind not in ("push", "signature") for one in self.fields)


@dataclass(frozen=True, slots=True)
class Placement:
    """A field set on a form by coordinates: points from the top left corner of the page as it is shown.

    ``cells``: so many characters, one a cell; ``lines``: text may break; ``tick``: a mark instead of text.
    """

    name: str
    page: int
    x: float
    y: float
    width: float
    height: float
    size: float = 0.0
    align: int = 0
    cells: int = 0
    lines: bool = False
    tick: bool = False


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A filled form: its bytes and pages, names of the fields filled, those told on the addendum, and what should be known."""

    pdf: bytes
    pages: int
    filled: tuple[str, ...]
    addendum: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
