"""A small arithmetic of named values: enough to write down where an amount comes from and to work it out again exactly."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workstation.money import Money, Rounding

Value = Money | Fraction
_POWER_MAX: Final = 10_000
_PLACES: Final = 12
_LONG: Final = 10**9


@dataclass(frozen=True, slots=True)
class Formula:
    """``expression`` of named ``values``; ``rounding`` (minor units) brings it to money. Amounts count in major units.

    Expressions know + - * / ** and brackets. ``subject`` says which amount it explains, such as ``row 3 interest``.
    """

    subject: str
    expression: str
    values: Mapping[str, Value]
    rounding: Rounding
    amount: Money

    def worked_out(self) -> Money:
        """The amount that the expression gives; equal to ``amount`` for every amount of a schedule."""
        exact = evaluated(self.expression, self.values) * 10**self.amount.digits
        return Money(self.rounding.whole(exact), self.amount.currency)

    def written(self, label: Callable[[str], str]) -> str:
        """The expression for people: each name as its label and value, × and ÷ for the signs."""
        return f"{written(self.expression, self.values, label)} = {self.amount.grouped()}"


def written(expression: str, values: Mapping[str, Value], label: Callable[[str], str]) -> str:
    """An expression for people: each name as its label and value, × and ÷ for the signs."""
    text = ast.unparse(_Named(values, label).visit(ast.parse(expression, mode="eval")))
    for sign, shown in ((" ** ", " ^ "), (" * ", " × "), (" / ", " ÷ "), (" - ", " − "), ("⟨", ""), ("⟩", "")):
        text = text.replace(sign, shown)
    return text


def evaluated(expression: str, values: Mapping[str, Value]) -> Fraction:
    """The exact value; raises ValueError for anything but arithmetic of the named values."""
    return _value(ast.parse(expression, mode="eval").body, values)


def _value(node: ast.expr, values: Mapping[str, Value]) -> Fraction:
    match node:
        case ast.Name(id=name) if name in values:
            return number_of(values[name])
        case ast.Constant(value=int(number)):
            return Fraction(number)
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(op, _value(left, values), _value(right, values))
    raise ValueError(ast.unparse(node))


def _combined(op: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    match op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
        case ast.Pow() if right.denominator == 1 and 0 <= right <= _POWER_MAX:
            return left**right.numerator
    raise ValueError(type(op).__name__)


class _Named(ast.NodeTransformer):
    """Names replaced by label and value."""

    def __init__(self, values: Mapping[str, Value], label: Callable[[str], str]) -> None:
        self.values = values
        self.label = label

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """One name as a person reads it."""
        return ast.Name(id=f"⟨{self.label(node.id)} {plain(self.values[node.id])}⟩")


def number_of(value: Value) -> Fraction:
    """The number that a value counts in a formula."""
    return Fraction(value.minor, 10**value.digits) if isinstance(value, Money) else value


def plain(value: Value) -> str:
    """Money as money, else a decimal when there is a short one, else the fraction; a long one as a decimal with …."""
    if isinstance(value, Money):
        return value.grouped()
    for digits in range(_PLACES + 1):
        scaled = value * 10**digits
        if scaled.denominator == 1:
            sign, size = "-" if scaled < 0 else "", abs(scaled.numerator)
            whole, part = divmod(size, 10**digits)
            return f"{sign}{whole:,}.{part:0{digits}d}" if digits else f"{sign}{whole:,}"
    if value.denominator < _LONG:
        return f"{value.numerator}/{value.denominator}"
    cut = int(value * 10**_PLACES)
    return f"{plain(Fraction(cut, 10**_PLACES))}…"
