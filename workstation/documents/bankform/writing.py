"""Puts values and their looks into a PDF form: as appearances of fields that stay, or as ink of the page when it is flattened.

A viewer has nothing left to draw by itself: every place has an appearance stream of ours with our embedded font.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pikepdf
from pikepdf import Name

from workstation.documents.bankform.appearances import FieldAppearance
from workstation.documents.bankform.drawing import BLEND, OverlaySheet
from workstation.documents.bankform.field_tree import acro_form, is_widget, notes_of
from workstation.documents.bankform.objects import inherited, rect_of
from workstation.documents.bankform.values import Entry

_HIDDEN, _PRINT, _NO_VIEW = 1 << 1, 1 << 2, 1 << 5
_PREFIX: Final = "ConcordForm"
_TURNED: Final = {
    0: [1, 0, 0, 1, 0, 0],
    90: [0, 1, -1, 0, 0, 0],
    180: [-1, 0, 0, -1, 0, 0],
    270: [0, -1, 1, 0, 0, 0],
}
"""Matrix of an appearance by the turn of its text; a viewer moves it into the rectangle."""


class Inks:
    """The sheets as objects of the form's own PDF; the fonts they share come over once."""

    def __init__(self, target: pikepdf.Pdf, drawn: bytes) -> None:
        self._target, self._source = target, pikepdf.open(io.BytesIO(drawn))

    def __enter__(self) -> Inks:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()

    def appearance(self, index: int, sheet: OverlaySheet, turn: int = 0) -> pikepdf.Object:
        """Sheet ``index`` as a form object, turned."""
        page = self._source.pages[index]
        content = page.obj.Contents.read_bytes()
        form = pikepdf.Stream(self._target, content.strip() + b"\n")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = pikepdf.Array([0, 0, round(sheet.width, 3), round(sheet.height, 3)])
        form.Matrix = pikepdf.Array(_TURNED[turn % 360])
        resources = pikepdf.Dictionary()
        if sheet.runs:
            fonts = self._target.copy_foreign(self._source.make_indirect(page.obj.Resources.Font))
            resources[Name.Font] = fonts
        if sheet.clear:
            blend = pikepdf.Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
            resources[Name.ExtGState] = pikepdf.Dictionary({f"/{BLEND}": blend})
        form.Resources = resources
        return self._target.make_indirect(form)


def give_title(pdf: pikepdf.Pdf, name: str) -> None:
    """What a viewer shows above the pages: the form's own title, or ``name`` without its ending."""
    if not str(pdf.docinfo.get("/Title", "")).strip() and name:
        pdf.docinfo["/Title"] = name.rpartition(".")[0] or name
    if str(pdf.docinfo.get("/Title", "")).strip():
        preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        preferences[Name.DisplayDocTitle] = True
        pdf.Root[Name.ViewerPreferences] = preferences


def set_values(entry: Entry) -> None:
    """The values of one field, in its own terms: V, chosen states, indices of options."""
    node = _owner(entry.field.entry)
    for stale in (Name.RV, Name.I, Name.TI):
        if stale in entry.field.entry:
            del entry.field.entry[stale]
    for widget in entry.field.widgets:
        if Name.V in widget.entry:
            del widget.entry[Name.V]
    match entry.field.kind:
        case "checkbox" | "radio":
            _set_states(node, entry)
        case "text":
            _set(node, [entry.text])
        case _:
            _set(node, list(entry.options) or [entry.text])
            _set_indices(entry)


def attach(look: FieldAppearance, appearance: pikepdf.Object) -> None:
    """Make an appearance the normal one of a place."""
    widget = look.widget.entry
    looks = widget.get(Name.AP)
    if not look.state:
        widget[Name.AP] = pikepdf.Dictionary(N=appearance)
    else:
        states = looks.get(Name.N) if isinstance(looks, pikepdf.Dictionary) else None
        if not isinstance(states, pikepdf.Dictionary):
            states = pikepdf.Dictionary()
        drawn = {
            key: value for key, value in states.as_dict().items() if key != "/" and isinstance(value, pikepdf.Stream)
        }
        widget[Name.AP] = pikepdf.Dictionary(N=pikepdf.Dictionary({**drawn, f"/{look.state}": appearance}))
        widget[Name.AS] = Name("/" + look.state)
    flags = int(widget.get(Name.F, 0))
    widget[Name.F] = flags | (0 if flags & (_HIDDEN | _NO_VIEW) else _PRINT)


def set_rotation(look: FieldAppearance) -> None:
    """A place on a turned page that does not tell how its text stands gets told, so that later edits stand the same way."""
    widget = look.widget.entry
    if look.widget.turn:
        own = widget.get(Name.MK)
        if not isinstance(own, pikepdf.Dictionary):
            widget[Name.MK] = own = pikepdf.Dictionary()
        own[Name.R] = look.widget.turn


def keep_fields(pdf: pikepdf.Pdf, strays: Iterable[Any]) -> None:
    """Leave the fields to be edited. The form no longer asks viewers to draw them anew; XFA, which would overrule them, goes."""
    form = acro_form(pdf)
    if form is None:
        pdf.Root.AcroForm = form = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array([])))
    if not isinstance(form.get(Name.Fields), pikepdf.Array):
        form[Name.Fields] = pikepdf.Array([])
    listed = {one.objgen for one in form.Fields if isinstance(one, pikepdf.Object) and one.is_indirect}
    for stray in strays:
        if stray.is_indirect and stray.objgen not in listed:
            listed.add(stray.objgen)
            form.Fields.append(stray)
    for key in (Name.XFA, Name.NeedAppearances):
        if key in form:
            del form[key]
    _unbind(pdf)


def flatten(pdf: pikepdf.Pdf) -> None:
    """Turn every visible place into ink of its page; fields, scripts and XFA go.

    What was drawn on the form beside its fields goes into the page with them, so that nothing changes its order; links stay.
    """
    for page in pdf.pages:
        found = notes_of(page)
        inked = [one for one in found if _is_ink(one)]
        if inked:
            draw_onto(page, [one for one in inked if not int(one.get(Name.F, 0)) & (_HIDDEN | _NO_VIEW)])
            page.obj[Name.Annots] = pikepdf.Array([one for one in found if not _is_ink(one)])
    for key in (Name.AcroForm, Name.AA, Name.NeedsRendering):
        if key in pdf.Root:
            del pdf.Root[key]
    action = pdf.Root.get(Name.OpenAction)
    if isinstance(action, pikepdf.Dictionary) and action.get(Name.S) == Name.JavaScript:
        del pdf.Root[Name.OpenAction]
    names = pdf.Root.get(Name.Names)
    if isinstance(names, pikepdf.Dictionary) and Name.JavaScript in names:
        del names[Name.JavaScript]
    _unbind(pdf)


def _is_ink(note: Any) -> bool:
    """Whether a note is a field or something that prints: a line, a box, a text typed onto the form."""
    if is_widget(note):
        return True
    printed = bool(int(note.get(Name.F, 0)) & _PRINT)
    return printed and note.get(Name.Subtype) not in (Name.Link, Name.Popup) and _appearance(note) is not None


def draw_onto(page: pikepdf.Page, annotations: Sequence[Any]) -> None:
    """Draw the appearances of places onto their page, over what it shows."""
    drawn, turn = [], int(inherited(page.obj, Name.Rotate) or 0)
    resources = _own_resources(page)
    for annotation in annotations:
        stream = _appearance(annotation)
        left, bottom, right, top = rect_of(annotation.get(Name.Rect))
        if stream is None or right - left <= 0 or top - bottom <= 0:
            continue
        name = _free_name(resources)
        content = pikepdf.Annotation(annotation).get_page_content_for_appearance(name, turn)
        if content:
            resources.XObject[name] = stream
            drawn.append(content)
    if drawn:
        closing = b"\nQ" * (1 + _left_open(page))
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(closing + b"\n" + b"\n".join(drawn) + b"\n")


def _left_open(page: pikepdf.Page) -> int:
    """How many saved states the page's content forgets to restore."""
    depth = 0
    try:
        for step in pikepdf.parse_content_stream(page, "q Q"):
            depth = max(0, depth + (1 if str(step.operator) == "q" else -1))
    except (pikepdf.PdfError, TypeError, ValueError):
        return 0
    return depth


def _appearance(annotation: Any) -> Any:
    looks = annotation.get(Name.AP)
    normal = looks.get(Name.N) if isinstance(looks, pikepdf.Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        return normal
    state = annotation.get(Name.AS, inherited(annotation, Name.V))
    if isinstance(normal, pikepdf.Dictionary) and isinstance(state, Name):
        chosen = normal.get(state)
        return chosen if isinstance(chosen, pikepdf.Stream) else None
    return None


def _own_resources(page: pikepdf.Page) -> Any:
    """The page's resources as its own dictionary, so that nothing of another page changes."""
    own = _copied(inherited(page.obj, Name.Resources))
    own[Name.XObject] = _copied(own.get(Name.XObject))
    page.obj[Name.Resources] = own
    return page.obj.Resources


def _copied(found: Any) -> Any:
    return (
        pikepdf.Dictionary(dict(found.as_dict().items()))
        if isinstance(found, pikepdf.Dictionary)
        else pikepdf.Dictionary()
    )


def _free_name(resources: Any) -> Name:
    number = 1
    while Name(f"/{_PREFIX}{number}") in resources.XObject:
        number += 1
    return Name(f"/{_PREFIX}{number}")


def _owner(node: Any) -> Any:
    """The field, or the ancestor that bears its name."""
    holder = node
    while isinstance(holder, pikepdf.Dictionary) and Name.T not in holder:
        holder = holder.get(Name.Parent)
    return holder if isinstance(holder, pikepdf.Dictionary) else node


def _set(node: Any, texts: list[str]) -> None:
    if not any(texts):
        if Name.V in node:
            del node[Name.V]
    elif len(texts) == 1:
        node[Name.V] = pikepdf.String(texts[0])
    else:
        node[Name.V] = pikepdf.Array([pikepdf.String(text) for text in texts])


def _set_states(node: Any, entry: Entry) -> None:
    chosen = Name.Off
    for widget in entry.field.widgets:
        on = widget.option in entry.options
        if on:
            chosen = Name("/" + widget.state)
        widget.entry[Name.AS] = Name("/" + widget.state) if on else Name.Off
    node[Name.V] = chosen


def _set_indices(entry: Entry) -> None:
    if entry.field.kind == "list" and entry.options:
        picked = [i for i, option in enumerate(entry.field.options) if option.value in entry.options]
        entry.field.entry[Name.I] = pikepdf.Array(picked)


def _unbind(pdf: pikepdf.Pdf) -> None:
    """Rights that a maker granted to readers are signed over the old bytes; left in, a reader complains of the change."""
    rights = pdf.Root.get(Name.Perms)
    if isinstance(rights, pikepdf.Dictionary) and Name.DocMDP not in rights:
        del pdf.Root[Name.Perms]
