"""Reads the field tree of a PDF form: partial names, Kids, and what children inherit (FT, Ff, DA, Q, V, MaxLen, Opt)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.objects import DEEPEST, inherited, rect_of, style_of, text_of, whole
from workstation.documents.bankform.pdf_form import FieldOption, FormField, FormPage, Kind, Style, Widget

_READONLY, _REQUIRED = 1, 1 << 1
_MULTILINE, _PASSWORD, _COMB = 1 << 12, 1 << 13, 1 << 24
_RADIO, _PUSH = 1 << 15, 1 << 16
_COMBO, _EDIT, _SEVERAL = 1 << 17, 1 << 18, 1 << 21
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5
_OFF: Final = "Off"

PageOf = Mapping[tuple[int, int], int]
"""Object of a widget → its page, from 1."""


def read_pages(pdf: pikepdf.Pdf) -> tuple[FormPage, ...]:
    """Every page as it is shown."""
    return tuple(_page(page) for page in pdf.pages)


def read_fields(pdf: pikepdf.Pdf) -> tuple[FormField, ...]:
    """All fields in the order of the tree; widgets that the tree forgot follow, in the order of their pages."""
    return tuple(_Reader(pdf).fields())


def acro_form(pdf: pikepdf.Pdf) -> Any:
    """The form's dictionary, or None."""
    found = pdf.Root.get(Name.AcroForm)
    return found if isinstance(found, pikepdf.Dictionary) else None


def is_widget(annotation: Any) -> bool:
    """Whether an annotation of a page is a place of a field."""
    return isinstance(annotation, pikepdf.Dictionary) and annotation.get(Name.Subtype) == Name.Widget


def notes_of(page: pikepdf.Page) -> list[Any]:
    """The annotations of a page; an entry that is none is left out."""
    found = page.obj.get(Name.Annots)
    return [one for one in found if isinstance(one, pikepdf.Dictionary)] if isinstance(found, pikepdf.Array) else []


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._form = acro_form(pdf)
        self._turns = [_turn(page) for page in pdf.pages]
        self._seen: set[tuple[int, int]] = set()
        self._widgets = [
            (number, one) for number, page in enumerate(pdf.pages, 1) for one in notes_of(page) if is_widget(one)
        ]
        self._page_of: PageOf = {one.objgen: number for number, one in reversed(self._widgets) if one.is_indirect}

    def fields(self) -> Iterator[FormField]:
        found: dict[str, FormField] = {}
        for root in self._roots():
            for one in self._walk(root, "", 0):
                known = found.get(one.name)
                found[one.name] = _joined(known, one) if known and known.kind == one.kind else one
        yield from (one for one in found.values() if one.name)

    def _roots(self) -> Iterator[Any]:
        listed = self._form.get(Name.Fields) if self._form is not None else None
        if isinstance(listed, pikepdf.Array):
            yield from listed
        for _, widget in self._widgets:
            if widget.objgen not in self._seen or not widget.is_indirect:
                yield root_of(widget)

    def _walk(self, node: Any, prefix: str, depth: int) -> Iterator[FormField]:
        if not isinstance(node, pikepdf.Dictionary) or depth > DEEPEST:
            return
        if node.is_indirect:
            if node.objgen in self._seen:
                return
            self._seen.add(node.objgen)
        own = text_of(node.get(Name.T))
        name = ".".join(part for part in (prefix, own) if part)
        listed = node.get(Name.Kids)
        kids = list(listed) if isinstance(listed, pikepdf.Array) else []
        fields = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and Name.T in kid]
        widgets = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and Name.T not in kid]
        for kid in fields:
            yield from self._walk(kid, name, depth + 1)
        deeper = [kid for kid in widgets if isinstance(kid.get(Name.Kids), pikepdf.Array)]
        for kid in deeper:
            yield from self._walk(kid, name, depth + 1)
        leaves = [kid for kid in widgets if not isinstance(kid.get(Name.Kids), pikepdf.Array)]
        if leaves or not kids:
            yield from self._field(node, name, leaves or [node])

    def _field(self, node: Any, name: str, leaves: list[Any]) -> Iterator[FormField]:
        self._seen.update(leaf.objgen for leaf in leaves if leaf.is_indirect)
        flags = whole(inherited(node, Name.Ff))
        kind = _kind(inherited(node, Name.FT), flags)
        if kind is None:
            return
        exported = _options(inherited(node, Name.Opt))
        ticks = kind in ("checkbox", "radio")
        widgets = tuple(self._widget(leaf, i, kind, exported) for i, leaf in enumerate(leaves) if Name.Rect in leaf)
        states = dict.fromkeys(widget.option for widget in widgets)
        longest = max(0, whole(inherited(node, Name.MaxLen)))
        multiline, password = bool(flags & _MULTILINE), bool(flags & _PASSWORD)
        text = kind == "text"
        yield FormField(
            name=name,
            kind=kind,
            widgets=widgets,
            label=text_of(node.get(Name.TU)),
            options=tuple(FieldOption(state, state) for state in states) if ticks else exported,
            value=_held(node, kind, widgets),
            max_length=longest if text else 0,
            comb=text and bool(flags & _COMB) and longest > 0 and not (multiline or password),
            multiline=text and multiline,
            password=text and password,
            editable=kind == "combo" and bool(flags & _EDIT),
            several=kind == "list" and bool(flags & _SEVERAL),
            required=bool(flags & _REQUIRED),
            readonly=bool(flags & _READONLY),
            style=self._style(node, leaves[0]),
            entry=node,
        )

    def _widget(self, leaf: Any, index: int, kind: Kind, exported: tuple[FieldOption, ...]) -> Widget:
        page = self._page_of.get(leaf.objgen, 0) if leaf.is_indirect else self._direct(leaf)
        state = _on_state(leaf, index, kind) if kind in ("checkbox", "radio") else ""
        option = exported[index].value if state and index < len(exported) else state
        look = leaf.get(Name.MK)
        turn: Any = look.get(Name.R) if isinstance(look, pikepdf.Dictionary) else None
        if turn is None and page:
            turn = self._turns[page - 1]
        flags = whole(leaf.get(Name.F))
        hidden = bool(flags & (_HIDDEN | _NO_VIEW))
        return Widget(page, rect_of(leaf.get(Name.Rect)), whole(turn) % 360, state, option, hidden, leaf)

    def _direct(self, leaf: Any) -> int:
        return next((number for number, one in self._widgets if one == leaf), 0)

    def _style(self, node: Any, leaf: Any) -> Style:
        given = leaf.get(Name.DA) or inherited(node, Name.DA) or (self._form and self._form.get(Name.DA))
        align = leaf.get(Name.Q, inherited(node, Name.Q))
        if align is None and self._form is not None:
            align = self._form.get(Name.Q)
        return style_of(text_of(given), whole(align), self._fonts())

    def _fonts(self) -> Any:
        resources = self._form.get(Name.DR) if self._form is not None else None
        return resources.get(Name.Font) if isinstance(resources, pikepdf.Dictionary) else None


def _page(page: pikepdf.Page) -> FormPage:
    crop = rect_of(page.cropbox)
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    turn = _turn(page)
    return FormPage(height, width, turn, crop) if turn % 180 else FormPage(width, height, turn, crop)


def _turn(page: pikepdf.Page) -> int:
    """Degrees, clockwise, by which a viewer turns the page: 0, 90, 180 or 270."""
    turn = whole(inherited(page.obj, Name.Rotate)) % 360
    return turn if turn % 90 == 0 else 0


def root_of(widget: Any) -> Any:
    """The topmost ancestor of a field."""
    node = widget
    for _ in range(DEEPEST):
        parent = node.get(Name.Parent)
        if not isinstance(parent, pikepdf.Dictionary):
            break
        node = parent
    return node


def _kind(field_type: Any, flags: int) -> Kind | None:
    match field_type:
        case Name.Tx:
            return "text"
        case Name.Ch:
            return "combo" if flags & _COMBO else "list"
        case Name.Sig:
            return "signature"
        case Name.Btn:
            return "push" if flags & _PUSH else "radio" if flags & _RADIO else "checkbox"
    return None


def _options(given: Any) -> tuple[FieldOption, ...]:
    if not isinstance(given, pikepdf.Array):
        return ()
    found = []
    for one in given:
        if isinstance(one, pikepdf.Array) and len(one):
            found.append(FieldOption(text_of(one[0]), text_of(one[-1])))
        else:
            found.append(FieldOption(text_of(one), text_of(one)))
    return tuple(found)


def drawn_states(leaf: Any) -> list[str]:
    """The states of a button, but for the empty one, that the form draws."""
    looks = leaf.get(Name.AP)
    states = looks.get(Name.N) if isinstance(looks, pikepdf.Dictionary) else None
    if not isinstance(states, pikepdf.Dictionary):
        return []
    drawn = {name[1:] for name, look in states.as_dict().items() if isinstance(look, pikepdf.Stream)}
    return sorted(drawn - {_OFF, ""})


def _states(leaf: Any) -> list[str]:
    """The states of a button that have a name; some makers leave it empty."""
    looks = leaf.get(Name.AP)
    found: dict[str, None] = {}
    for key in (Name.N, Name.D):
        states = looks.get(key) if isinstance(looks, pikepdf.Dictionary) else None
        if isinstance(states, pikepdf.Dictionary):
            found |= dict.fromkeys(name[1:] for name in sorted(states.as_dict()))
    return [name for name in found if name not in (_OFF, "")]


def _on_state(leaf: Any, index: int, kind: Kind) -> str:
    states = _states(leaf)
    shown = text_of(leaf.get(Name.AS))
    if states:
        return shown if shown in states else states[0]
    if shown and shown != _OFF:
        return shown
    return "Yes" if kind == "checkbox" else str(index)


def _held(node: Any, kind: Kind, widgets: tuple[Widget, ...]) -> tuple[str, ...]:
    """What the field holds now; a button that is off holds nothing."""
    value = inherited(node, Name.V)
    if kind == "signature":
        return ("signed",) if value is not None else ()
    if kind in ("checkbox", "radio"):
        state = text_of(value)
        return tuple(dict.fromkeys(one.option for one in widgets if state and state in (one.state, one.option)))
    if isinstance(value, pikepdf.Array):
        return tuple(text_of(one) for one in value)
    text = text_of(value)
    return (text,) if text else ()


def _joined(known: FormField, more: FormField) -> FormField:
    """Two nodes of one name are one field: their places are added."""
    options = tuple(dict.fromkeys((*known.options, *more.options)))
    return replace(known, widgets=(*known.widgets, *more.widgets), options=options, value=known.value or more.value)
