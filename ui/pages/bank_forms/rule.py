"""What goes into one field of a bank's form: a value of the case in a format, a fixed text, or when a box is ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.context import UiContext
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import CheckEdit, ChoiceEdit, CountEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import Elided, clear, column, label, row
from ui.widgets.scrolled import follow_focus
from workstation.actions.banks.form_mapping import FieldRule, FieldSketch, Placement, format_labels, value_labels
from workstation.errors import Refused

FIXED: Final = "="
"""Stands among the values for a text of one's own."""
_JOIN: Final = "|"
_BOX: Final = 12.0  # points of a box to tick


class RulePanel(QWidget):
    """``edited`` carries the rule as it is now; ``renamed`` the old and the new name of a field set on paper."""

    edited: TypedSignal[FieldRule] = signal(1)
    renamed: TypedSignal[str, FieldRule] = signal(2)

    def __init__(self, context: UiContext, codes: Callable[[str], Mapping[str, str]]) -> None:
        super().__init__()
        self._context, self.codes = context, codes
        self._field: FieldSketch | None = None
        self._rule = FieldRule("")
        self.options: dict[str, ChoiceEdit] = {}
        self.title = Elided("", "section")
        language = context.words.language
        values = {FIXED: self.tr("Custom text"), **value_labels(language)}
        self.value = Field("value", self.tr("What &goes in"), ChoiceEdit(values, empty=self.tr("Nothing")))
        self.text = Field("text", self.tr("&Text"), TextEdit(free=True))
        self.format = Field("format", self.tr("Sho&wn as"), ChoiceEdit({}, empty=None))
        self.equals = Field("equals", self.tr("Tic&ked when"), ChoiceEdit({}, empty=""))
        self.required = CheckEdit(self.tr("Must not be empt&y"))
        self._placement = self._placement_fields()
        self._choices = column(gap=4)
        self._lay_out()
        for editor in (self.value.editor, self.text.editor, self.format.editor, self.equals.editor, self.required):
            editor.edited.connect(self._on_edited)
        self.load(None, FieldRule(""))

    def _placement_fields(self) -> dict[str, Field]:
        kinds = {
            "line": self.tr("One line"), "lines": self.tr("Several lines"), "cells": self.tr("One character per cell"),
            "tick": self.tr("Tick box"),
        }  # fmt: skip
        sides = {"0": self.tr("Left"), "1": self.tr("Centre"), "2": self.tr("Right")}
        fields = {
            "name": Field("name", self.tr("Na&me"), TextEdit()),
            "kind": Field("kind", self.tr("Kin&d"), ChoiceEdit(kinds, empty=None)),
            "cells": Field("cells", self.tr("Cel&ls"), CountEdit(1, 200)),
            "size": Field("size", self.tr("Si&ze (0 = auto)"), CountEdit(0, 72)),
            "align": Field("align", self.tr("Al&ign"), ChoiceEdit(sides, empty=None)),
        }
        for key, field in fields.items():
            (field.editor.left if key in ("name", "cells", "size") else field.editor.edited).connect(self._on_placed)
        return fields

    @property
    def place(self) -> Mapping[str, Field]:
        """The editors of a field set by coordinates."""
        return self._placement

    def _lay_out(self) -> None:
        options = QWidget()
        options.setObjectName("plain")
        options.setLayout(self._choices)
        self._area = QScrollArea()
        self._area.setWidget(options)
        follow_focus(self._area)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFixedHeight(132)
        sizes = row(*(self._placement[key] for key in ("cells", "size", "align")), gap=8)
        names = row(self._placement["name"], self._placement["kind"], gap=8)
        # Where there is something to say of a value, it is said beside it: a format, or when a box is ticked.
        said = row(self.value, self.format, self.equals, gap=8)
        for place in range(3):
            said.setStretch(place, 1)
        self.setLayout(column(self.title, names, sizes, said, self.text, self._area, self.required, gap=6))

    def load(self, field: FieldSketch | None, rule: FieldRule) -> None:
        """Show the rule of a field; None empties the panel."""
        self._field, self._rule = field, rule
        self.setEnabled(field is not None)
        named = f"{field.label}  ·  {field.name}" if field and field.label else field.name if field else ""
        self.title.set_text(named)
        self.value.editor.load(FIXED if rule.text else rule.value)
        self.text.editor.load(rule.text)
        self.required.load(rule.required)
        self._load_placement(rule.placement)
        self._apply_look()

    def _load_placement(self, place: Placement | None) -> None:
        for field in self._placement.values():
            field.setVisible(place is not None)
            field.clear_message()
        if place is not None:
            kind = "tick" if place.tick else "cells" if place.cells else "lines" if place.lines else "line"
            told = {"name": place.name, "kind": kind, "cells": place.cells or None, "size": int(place.size)}
            for key, value in (told | {"align": str(place.align)}).items():
                self._placement[key].editor.load(value)
            self._placement["cells"].setVisible(kind == "cells")

    def _apply_look(self) -> None:
        """Show what this field and this value leave to be said."""
        value, field, rule = str(self.value.editor.raw()), self._field, self._rule
        ticks = bool(field and field.ticks)
        formats = format_labels(value, self._context.words.language) if value and value != FIXED else {}
        codes = self.codes(value) if value and value != FIXED else {}
        chosen = bool(field and field.options and codes)
        self.text.setVisible(value == FIXED)
        self.format.setVisible(bool(formats) and not ticks and not chosen)
        self.format.editor.offer(formats)
        self.format.editor.load(rule.format or next(iter(formats), ""))
        self.equals.setVisible(ticks and bool(codes))
        self.equals.editor.offer(codes, empty="")
        if rule.equals and ticks:
            self._load_equals(codes, rule.equals)
        self._area.setVisible(chosen)
        self._load_options(codes if chosen else {}, rule.options)

    def _load_equals(self, codes: Mapping[str, str], equals: tuple[str, ...]) -> None:
        """Several codes of a mapping file stand as one line."""
        joined = _JOIN.join(equals)
        if self.equals.editor.findData(joined) < 0:
            self.equals.editor.addItem(self._context.words.listed(codes.get(one, one) for one in equals), joined)
        self.equals.editor.load(joined)

    def _load_options(self, codes: Mapping[str, str], options: Mapping[str, str]) -> None:
        clear(self._choices)
        self.options = {}
        offered = self._field.options if self._field and codes else {}
        for code, words in codes.items():
            editor = ChoiceEdit(dict(offered), empty="")
            editor.setAccessibleName(words)
            editor.load(options.get(code, ""))
            editor.edited.connect(self._on_edited)
            line = row(label(words, "label"), editor, gap=8)
            line.setStretch(0, 1)
            line.setStretch(1, 1)
            self._choices.addLayout(line)
            self.options[code] = editor
        self._choices.addStretch()

    def _on_edited(self) -> None:
        """The rule as the editors stand; another value begins with nothing said of its codes."""
        value = str(self.value.editor.raw())
        fixed = value == FIXED
        same = value == (FIXED if self._rule.text else self._rule.value)
        rule = replace(
            self._rule,
            value="" if fixed else value,
            text=str(self.text.editor.raw()) if fixed else "",
            required=bool(self.required.raw()),
            format=str(self.format.editor.raw()) if same and self.format.isVisibleTo(self) else "",
            equals=self._equals() if same else (),
            options={code: str(editor.raw()) for code, editor in self.options.items() if editor.raw()} if same else {},
        )
        self._rule = rule
        if not same:
            self._apply_look()
            if fixed:
                self.text.editor.setFocus()
        self.edited.emit(rule)

    def _equals(self) -> tuple[str, ...]:
        chosen = str(self.equals.editor.raw()) if self.equals.isVisibleTo(self) else ""
        return tuple(chosen.split(_JOIN)) if chosen else ()

    def _on_placed(self) -> None:
        place = self._rule.placement
        if place is None:
            return
        try:
            cells, size = self._placement["cells"].editor.draft(), self._placement["size"].editor.draft()
        except Refused as refused:
            self._placement["cells"].show_message(self._context.words.finding(refused.findings[0]))
            return
        kind, name = str(self._placement["kind"].editor.raw()), str(self._placement["name"].editor.raw()) or place.name
        changed = replace(
            place, name=name, cells=(cells or 18) if kind == "cells" else 0, lines=kind == "lines", tick=kind == "tick",
            size=float(size or 0), align=int(str(self._placement["align"].editor.raw())),
        )  # fmt: skip
        if changed.tick and not place.tick:
            changed = replace(changed, width=_BOX, height=_BOX)
        if changed == place:
            return
        self._rule = replace(self._rule, name=name, placement=changed)
        if name != place.name:
            self.renamed.emit(place.name, self._rule)
        else:
            self.edited.emit(self._rule)
