"""The reports: open accounts by bucket, what became of them between two days, and what banks answered to packets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QLayout, QWidget

from ui.look.wording import NONE, Words, amount
from ui.pages.registers.figures_part import FiguresPart
from ui.pages.registers.part import day_of
from ui.value_table import ColumnSpec
from ui.widgets.charts.stacked_bars import Bar
from ui.widgets.parts import label
from workstation.actions.reports import texts
from workstation.casework.reports.packets import OUTCOMES, Outcome
from workstation.casework.reports.standing import MOVES, Move
from workstation.dates import add_months

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable
    from workstation.actions.reports.figures import BucketLine, MovementLine, PacketLine

_FINE = 10_000
"""Parts of a whole that a bar tells apart."""
_MEANT: Final[Mapping[Move | Outcome, str]] = {
    "worse": "bad", "same": "edge", "better": "accent_soft", "cured": "good", "settled": "accent", "closed": "warning_soft",
    "granted": "good", "countered": "accent_soft", "refused": "bad", "waiting": "warning_soft",
}  # fmt: skip
"""What became of a debt or of an application → its colour: red for the worse, green for what went well, amber for what waits."""


class BucketsPart(FiguresPart):
    """The open accounts of today by how far they are overdue."""

    def columns(self) -> list[ColumnSpec[Any]]:
        return [
            ColumnSpec(
                self.tr("Bucket"),
                lambda one: texts.bucket_name(one, self.wording),
                90,
                bold=True,
                whole=True,
                order=lambda one: one.rank,
            ),
            ColumnSpec(self.tr("Currency"), lambda one: one.currency, 80, whole=True),
            ColumnSpec(
                self.tr("Accounts"),
                lambda one: f"{one.count:,} / {one.of_count:,}",
                110,
                figure=True,
                order=lambda one: one.count,
            ),
            ColumnSpec(
                self.tr("Owed"),
                lambda one: amount(one.amount),
                140,
                figure=True,
                bold=True,
                order=lambda one: one.amount.minor,
            ),
            ColumnSpec(
                self.tr("Owed / all owed"),
                lambda one: texts.share_formula(one) or NONE,
                0,
                figure=True,
                order=lambda one: one.share,
            ),
        ]

    def explained(self) -> str:
        return self.wording.text("report.explained.buckets")

    def _bucket(self, line: BucketLine) -> str:
        return texts.bucket_name(line, self.wording)

    def legend(self) -> Sequence[str]:
        return (self.tr("Owed"),)

    def bar(self, line: BucketLine) -> Bar:
        share = texts.percent(line.share)
        name = f"{self._bucket(line)} {line.currency}"
        return Bar(
            name,
            (int((line.share or 0) * _FINE),),
            (share,),
            amount(line.amount),
            f"{name}: {amount(line.amount)}, {share}",
        )

    def question(self) -> Callable[[Desk], tuple[BucketLine, ...]]:
        return _buckets

    def table(self) -> PlainTable:
        from workstation.actions.reports.tables import buckets_table

        return buckets_table(self.lines, self.wording)


class MovementsPart(FiguresPart):
    """The accounts that were open on one day, and where they are on another: by default a month ago and today."""

    became = "move"

    def choices(self) -> Sequence[QWidget | QLayout]:
        today = self.session.desk.clock.today()
        self.since, self.until = self.day_edits(self.tr("From"), self.tr("To"))
        self.since.load(add_months(today, -1))
        self.until.load(today)
        return label(self.tr("From"), "label"), self.since, label(self.tr("to"), "label"), self.until

    def columns(self) -> list[ColumnSpec[Any]]:
        words = self.context.words
        return [
            ColumnSpec(
                self.tr("Bucket"),
                lambda one: texts.bucket_name(one, self.wording),
                74,
                bold=True,
                whole=True,
                order=lambda one: one.rank,
            ),
            ColumnSpec(self.tr("Currency"), lambda one: one.currency, 76, whole=True),
            ColumnSpec(self.tr("Accounts"), lambda one: f"{one.count:,}", 76, figure=True, order=lambda one: one.count),
            *(
                ColumnSpec(
                    words.label("move", kind), partial(_count, kind), 70, figure=True, order=partial(_number, kind)
                )
                for kind in MOVES
            ),
            ColumnSpec(
                self.tr("Rolled"),
                lambda one: texts.roll_formula(one) or NONE,
                136,
                figure=True,
                order=lambda one: one.rolled,
            ),
            ColumnSpec(
                self.tr("Cured"),
                lambda one: texts.cure_formula(one) or NONE,
                0,
                figure=True,
                order=lambda one: one.cured,
            ),
        ]

    def explained(self) -> str:
        return self.wording.text("report.explained.movements")

    def _bucket(self, line: MovementLine) -> str:
        return texts.bucket_name(line, self.wording)

    def legend(self) -> Sequence[str]:
        return [self.context.words.label("move", kind) for kind in MOVES]

    def grounds(self) -> Sequence[str]:
        return [_MEANT[kind] for kind in MOVES]

    def bar(self, line: MovementLine) -> Bar:
        return counted(
            f"{self._bucket(line)} {line.currency}",
            [line.counts[kind] for kind in MOVES],
            self.legend(),
            self.context.words,
        )

    def question(self) -> Callable[[Desk], tuple[MovementLine, ...]]:
        today = self.session.desk.clock.today()
        return partial(_movements, day_of(self.since) or add_months(today, -1), day_of(self.until) or today)

    def table(self) -> PlainTable:
        from workstation.actions.reports.tables import movements_table

        return movements_table(self.lines, self.wording)


class PacketsPart(FiguresPart):
    """The packets that left, by bank and answer."""

    became = "outcome"

    def columns(self) -> list[ColumnSpec[Any]]:
        words = self.context.words
        return [
            ColumnSpec(self.tr("Bank"), lambda one: one.bank, bold=True),
            ColumnSpec(self.tr("Sent"), lambda one: f"{one.sent:,}", 70, figure=True, order=lambda one: one.sent),
            *(
                ColumnSpec(
                    words.label("outcome", kind), partial(_count, kind), 84, figure=True, order=partial(_number, kind)
                )
                for kind in OUTCOMES
            ),
            ColumnSpec(
                self.tr("Granted / answered"),
                lambda one: texts.grant_formula(one) or NONE,
                150,
                figure=True,
                order=lambda one: one.granted,
            ),
            ColumnSpec(
                self.tr("Days to packet"),
                lambda one: texts.days_text(one.days_to_packet),
                110,
                figure=True,
                order=lambda one: one.days_to_packet,
            ),
            ColumnSpec(
                self.tr("Days to answer"),
                lambda one: texts.days_text(one.days_to_answer) or NONE,
                110,
                figure=True,
                order=lambda one: one.days_to_answer,
            ),
        ]

    def explained(self) -> str:
        return self.wording.text("report.explained.packets")

    def legend(self) -> Sequence[str]:
        return [self.context.words.label("outcome", kind) for kind in OUTCOMES]

    def grounds(self) -> Sequence[str]:
        return [_MEANT[kind] for kind in OUTCOMES]

    def bar(self, line: PacketLine) -> Bar:
        return counted(line.bank, [line.counts[kind] for kind in OUTCOMES], self.legend(), self.context.words)

    def question(self) -> Callable[[Desk], tuple[PacketLine, ...]]:
        return _packets

    def table(self) -> PlainTable:
        from workstation.actions.reports.tables import packets_table

        return packets_table(self.lines, self.wording)


def counted(name: str, counts: Sequence[int], legend: Sequence[str], words: Words) -> Bar:
    """A bar of numbers; its words leave out what is nothing."""
    said = words.listed(f"{what} {count:,}" for what, count in zip(legend, counts, strict=True) if count)
    return Bar(name, tuple(counts), tuple(f"{one:,}" for one in counts), f"{sum(counts):,}", f"{name}: {said}")


def _number(kind: str, one: Any) -> int:
    return int(one.counts[kind])


def _count(kind: str, one: Any) -> str:
    return f"{one.counts[kind]:,}"


def _buckets(desk: Desk) -> tuple[BucketLine, ...]:
    from workstation.actions.reports.figures import bucket_lines

    return bucket_lines(desk)


def _movements(from_on: date, to_on: date, desk: Desk) -> tuple[MovementLine, ...]:
    from workstation.actions.reports.figures import movement_lines

    return movement_lines(desk, from_on, to_on)


def _packets(desk: Desk) -> tuple[PacketLine, ...]:
    from workstation.actions.reports.figures import packet_lines

    return packet_lines(desk)
