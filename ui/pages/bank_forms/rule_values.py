"""What rules of a form amount to: their names and boxes, and plain values for the journal of drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ui.pages.bank_forms.stored_rules import says
from workstation.actions.banks.form_mapping import FieldRule, FieldSketch, Placement


def plain_rules(rules: Mapping[str, FieldRule]) -> dict[str, Any]:
    """Rule by field as JSON takes it; one that says nothing yet is none, and where it stood in a file is nobody's typing."""
    begun = {name: rule for name, rule in rules.items() if says(rule) or rule.placement is not None}
    return {"rules": {name: _plain(rule) for name, rule in begun.items()}}


def rules_of(state: Mapping[str, Any]) -> dict[str, FieldRule]:
    """What `plain_rules` answered, as rules again."""
    return {name: _rule(one) for name, one in state.get("rules", {}).items()}


def _plain(rule: FieldRule) -> dict[str, Any]:
    return {key: list(one) if isinstance(one, tuple) else one for key, one in asdict(rule).items() if key != "line"}


def _rule(one: dict[str, Any]) -> FieldRule:
    place = one["placement"]
    return FieldRule(**one | {"equals": tuple(one["equals"]), "placement": Placement(**place) if place else None})


def named(field: FieldSketch) -> str:
    """What a person calls a field."""
    return field.label or field.name


def placed_sketch(rule: FieldRule) -> FieldSketch:
    """A field set on paper, as those that a form has of its own."""
    ticks = rule.placement is not None and rule.placement.tick
    return FieldSketch(rule.name, "", "checkbox" if ticks else "text", {}, ticks, rule.required)
