"""The fields of a bank's form and what goes into each: a list, the rule of the chosen one, and the form with its boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.bank_forms.rule import RulePanel
from ui.pages.bank_forms.rule_values import named, placed_sketch, plain_rules, rules_of
from ui.pages.bank_forms.sketch_reading import SketchReading
from ui.pages.bank_forms.stored_rules import StoredRules, says
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import CheckEdit
from ui.widgets.form_canvas import CanvasArea, CanvasBox, FormCanvas
from ui.widgets.parts import Card, Elided, button, icon_button, in_role, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions.banks import form_library, form_mapping
from workstation.actions.banks.form_mapping import FieldRule, FieldSketch, FormSketch, Placement, value_labels
from workstation.errors import Finding, Refused

_WIDE, _HIGH = 120.0, 18.0  # points that a new field takes


class MappingSheet(QWidget):
    """``closed`` asks to go back; ``saved`` carries the form's id after its rules were kept; ``reading`` brings a form here."""

    closed = Signal()
    saved: TypedSignal[str] = signal(1)
    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._sketch: FormSketch | None = None
        self.reading = SketchReading(session, context, self)
        self._rules: dict[str, FieldRule] = {}
        self._loaded: dict[str, FieldRule] = {}
        self._stored, self._bank = StoredRules(session), ""
        self._labels = value_labels(context.words.language)
        self.title = Elided("", "section")
        self.back = icon_button(context.theme, "back", self.tr("Back to the filled form (Esc)"), self.closed.emit)
        self.table = self._table()
        codes = partial(form_mapping.code_labels, session.desk)
        self.rule = RulePanel(context, lambda name: codes(name, context.words.language))
        self.note = label("", "finding", wrap=True)
        self.save_button = button(self.tr("Sav&e"), "primary", self.save)
        self.copy_button = button(self.tr("Make an editable &copy"), "primary", self.copy)
        self.canvas = FormCanvas(context.theme, context.background, context.readers)
        self.page_number = label("", "label")
        self.grid = CheckEdit(self.tr("G&rid"))
        self.placing = CheckEdit(self.tr("&Place a field: click on the page"))
        self.hint = label(
            self.tr("Insert places a field; arrows move it, Shift+arrows ten times as far, Ctrl+arrows resize it; "
                    "Delete removes it."),
            "hint", wrap=True,
        )  # fmt: skip
        self._lay_out()
        self._journal = session.drafts.group(
            "bank_forms/rules", self.table, lambda: plain_rules(self._rules), self._put
        )
        self._connect()

    def _table(self) -> Table[FieldSketch]:
        columns = [ColumnSpec(self.tr("Field"), named), ColumnSpec(self.tr("Goes in"), self._text_of, 168)]
        empty = self.tr("The form has no fields of its own. Draw a box on the page where a value belongs.")
        table: Table[FieldSketch] = Table(columns, line=26, empty=empty)
        table.setAccessibleName(self.tr("Form fields"))
        return table

    def _lay_out(self) -> None:
        head = row(self.back, self.title, gap=8)
        head.setStretch(1, 1)
        card = Card(head, self.table, self.rule, self.note, self.save_button, self.copy_button, gap=8, padding=12)
        card.body.setStretch(1, 1)
        area = CanvasArea(self.canvas)
        theme = self._context.theme
        tools = flow(
            icon_button(theme, "left", self.tr("Previous page"), lambda: self.canvas.turn_to(self.canvas.page - 1)),
            self.page_number,
            icon_button(theme, "right", self.tr("Next page"), lambda: self.canvas.turn_to(self.canvas.page + 1)),
            self.grid, self.placing, -1, gap=8,
        )  # fmt: skip
        pages = Card(tools, area, self.hint, gap=8, padding=12)
        pages.body.setStretch(1, 1)
        self.setLayout(beside(card, pages, side=392, stretches=(0, 1)))

    def _connect(self) -> None:
        self.reading.read.connect(self._load)
        self.table.picked.connect(self._on_table_picked)
        self.table.verticalScrollBar().rangeChanged.connect(lambda *_: self.table.scrollTo(self.table.currentIndex()))
        self.table.opened.connect(lambda _one: self.rule.value.editor.setFocus())
        self.rule.edited.connect(self._on_rule_edited)
        self.rule.renamed.connect(self._on_rule_renamed)
        self.canvas.picked.connect(lambda name: self.table.select(lambda one: one.name == name))
        self.canvas.placed.connect(self._on_canvas_placed)
        self.canvas.changed.connect(self._on_canvas_changed)
        self.canvas.removed.connect(self._on_canvas_removed)
        self.canvas.turned.connect(self._show_page_number)
        self.canvas.failed.connect(lambda refused: self._refuse(refused.findings))
        self.grid.edited.connect(lambda: self.canvas.show_grid(self.grid.isChecked()))
        self.placing.edited.connect(self._on_placing_edited)

    def _load(self, form_id: str, bank: str, sketch: FormSketch) -> None:
        self._journal.about("", form_id, anew=True)
        self._sketch, self._bank = sketch, bank
        self._rules = {rule.name: rule for rule in sketch.rules}
        self._stored.begin(sketch.id, sketch.rules)
        self._loaded = dict(self._rules)
        self.title.set_text(sketch.title)
        built_in = self.tr("This form is built in; make a copy to change it.")
        in_role(self.note, "quiet").setText("" if sketch.own else built_in)
        self.save_button.setVisible(sketch.own)
        self.copy_button.setVisible(not sketch.own)
        self.placing.setEnabled(sketch.own)
        for check in (self.grid, self.placing):
            check.load(not sketch.fields and sketch.own)
        self.canvas.open(sketch.pdf, sketch.pages, sketch.title)
        self.canvas.show_grid(self.grid.isChecked())
        self._on_placing_edited()
        self._show_page_number()
        self._show_fields("")
        self._journal.loaded()

    def _put(self, state: dict[str, Any]) -> None:
        self._rules = rules_of(state)
        self._show_fields("")
        self.edited.emit()

    @property
    def modified(self) -> bool:
        """Whether rules were changed and not kept yet; a field set on paper counts before anyone says what goes in."""
        begun = {name: rule for name, rule in self._rules.items() if says(rule) or rule.placement is not None}
        return begun != self._loaded

    @property
    def fields(self) -> tuple[FieldSketch, ...]:
        """The form's own fields, then those set on its paper."""
        own = self._sketch.fields if self._sketch else ()
        placed = [rule for rule in self._rules.values() if rule.placement is not None]
        return (*own, *(placed_sketch(rule) for rule in placed))

    def _show_fields(self, chosen: str) -> None:
        fields = self.fields
        wanted = chosen or (fields[0].name if fields else "")
        self.table.show_rows(fields, lambda one: one.name == wanted)
        if not fields:
            self.rule.load(None, FieldRule(""))
        self._show_boxes(wanted)

    def _show_boxes(self, chosen: str) -> None:
        self.canvas.show_boxes(self._boxes(), chosen)

    def _boxes(self) -> list[CanvasBox]:
        found = [
            CanvasBox(box.field, box.page, box.x, box.y, box.width, box.height, self._state(box.field))
            for box in (self._sketch.boxes if self._sketch else ())
        ]
        places = [rule.placement for rule in self._rules.values() if rule.placement is not None]
        return found + [CanvasBox(one.name, one.page, one.x, one.y, one.width, one.height, "own") for one in places]

    def _state(self, name: str) -> str:
        return "mapped" if name in self._rules and says(self._rules[name]) else "open"

    def _text_of(self, field: FieldSketch) -> str:
        rule = self._rules.get(field.name)
        if rule is None or not says(rule):
            return ""
        if rule.text:
            return f"“{rule.text}”"
        said = self._labels.get(rule.value, rule.value)
        if not rule.equals:
            return said
        codes = self.rule.codes(rule.value)
        return self._context.words.attributed(
            said, self._context.words.listed(codes.get(one, one) for one in rule.equals)
        )

    def _on_table_picked(self, field: FieldSketch | None) -> None:
        if field is not None:
            self.rule.load(field, self._rules.get(field.name, FieldRule(field.name)))
            self.rule.setEnabled(bool(self._sketch and self._sketch.own))
            self._show_boxes(field.name)

    def _on_rule_edited(self, rule: FieldRule) -> None:
        self._rules[rule.name] = rule
        self._clear_message()
        if rule.placement is not None:
            self._refresh_sketches(rule.name)
        self.table.viewport().update()
        self._show_boxes(rule.name)

    def _on_rule_renamed(self, old: str, rule: FieldRule) -> None:
        if rule.name in self._rules or any(one.name == rule.name for one in self.fields):
            self._refuse((Finding("form_place_twice", rule.name, {"field": rule.name}),))
            return
        self._rules = {
            (rule.name if name == old else name): (rule if name == old else one) for name, one in self._rules.items()
        }
        self._clear_message()
        self._refresh_sketches(rule.name)

    def _refresh_sketches(self, chosen: str) -> None:
        self.table.show_rows(self.fields, lambda one: one.name == chosen)

    def _on_placing_edited(self) -> None:
        self.canvas.placing = self.placing.isChecked()
        self.canvas.setCursor(Qt.CursorShape.CrossCursor if self.canvas.placing else Qt.CursorShape.ArrowCursor)

    def _on_canvas_placed(self, page: int, x: float, y: float) -> None:
        name = self._free_name()
        place = Placement(name, page, round(max(0.0, x)), round(max(0.0, y - _HIGH / 2)), _WIDE, _HIGH)
        self._rules[name] = FieldRule(name, placement=place)
        self._clear_message()
        self._show_fields(name)
        self.rule.value.editor.setFocus()

    def _free_name(self) -> str:
        taken, number = {one.name for one in self.fields}, 1
        while (name := self.tr("Field {number}").format(number=number)) in taken:
            number += 1
        return name

    def _on_canvas_changed(self, box: CanvasBox) -> None:
        rule = self._rules[box.field]
        if rule.placement is None:
            return
        place = replace(
            rule.placement, x=round(box.x), y=round(box.y), width=round(box.width), height=round(box.height)
        )
        self._rules[box.field] = replace(rule, placement=place)
        self.rule.load(placed_sketch(self._rules[box.field]), self._rules[box.field])
        self._clear_message()

    def _on_canvas_removed(self, name: str) -> None:
        del self._rules[name]
        self._clear_message()
        self._show_fields("")
        self.canvas.setFocus()

    def _show_page_number(self) -> None:
        said = self.tr("Page {page} of {pages}")
        self.page_number.setText(said.format(page=self.canvas.page, pages=len(self.canvas.pages)))

    def _clear_message(self) -> None:
        self.note.setText("")
        self._journal.note()
        self.edited.emit()

    def _meant(self) -> Mapping[str, FieldRule]:
        return {name: rule for name, rule in self._rules.items() if says(rule)}

    def save(self) -> bool:
        """Keep the rules; False when something in them cannot be kept, which is said."""
        if self._sketch is None or not self._sketch.own:
            return True
        silent = next((one.name for one in self._rules.values() if one.placement is not None and not says(one)), "")
        if silent:
            self.table.select(lambda one: one.name == silent)
            self._refuse((Finding("form_place_empty", silent, {"field": silent}),))
            return False
        try:
            self._stored.save(list(self._meant().values()))
        except Refused as refused:
            self._refuse(refused.findings)
            return False
        self._rules = dict(self._meant())
        self._loaded = dict(self._rules)
        self._journal.settled()
        self._context.notices.show_message(self.tr("Mapping of “{form}” saved.").format(form=self._sketch.title))
        self.edited.emit()
        self.saved.emit(self._sketch.id)
        return True

    def copy(self) -> None:
        """Make a form of the program one of the desk's own, and change that."""
        if self._sketch is not None:
            kept = self._session.write(form_library.copy_form, self._sketch.id, self._bank)
            self.reading.begin(kept.id, self._bank)
            self.saved.emit(kept.id)

    def _refuse(self, findings: tuple[Finding, ...]) -> None:
        lines = ["✕ " + self._context.words.finding(one) for one in findings[:3]]
        in_role(self.note, "finding").setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
