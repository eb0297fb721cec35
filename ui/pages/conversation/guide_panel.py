"""The talk guide beside the fields: questions that lead to the fields they fill, figures, who decides, and what to read back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from ui.context import UiContext
from ui.look.wording import amount
from ui.typed_signal import TypedSignal, signal
from ui.widgets.field import caption
from ui.widgets.parts import Card, ElidedButton, button, clear, column, label
from ui.widgets.room.flow import flow
from ui.widgets.room.reading_order import tell_as_read
from ui.widgets.scrolled import Scrolled
from workstation.actions import talk
from workstation.conversation.talk_guide import Question, guide, opening, questions
from workstation.wording import Wording, filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

SUMMARY_PAPER: Final = "application.paper.talk-summary"


class GuidePanel(Card):
    """What may be said is in the debtor's language, that of the case. ``asked`` names the field of the question that was chosen,
    or the paper of the summary.
    """

    asked: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=6)
        self._context = context
        self._file: CaseFile | None = None
        self.opening = label("", "strong", wrap=True)
        self.questions: dict[str, ElidedButton] = {}
        self._questions = QVBoxLayout()
        self.figures = label("", wrap=True)
        self.deciders = label("", "quiet", wrap=True)
        self.instead = label("", "quiet", wrap=True)
        self.summary = label("", wrap=True)
        self.copy_button = button(self.tr("Cop&y summary"), on_click=self.copy)
        self.print_button = button(self.tr("&Print summary…"), on_click=lambda: self.asked.emit(SUMMARY_PAPER))
        for text in (self.opening, self.figures, self.deciders, self.instead, self.summary):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = column(
            self.opening, caption(self.tr("Ask")), self._questions, caption(self.tr("What waiting costs")), self.figures,
            caption(self.tr("Who decides")), self.deciders, caption(self.tr("Better not, but")), self.instead,
            flow(caption(self.tr("Read back")), -1, self.copy_button, self.print_button, gap=8), self.summary, -1, gap=6,
        )  # fmt: skip
        self.body.addWidget(Scrolled(body))

    def load(self, file: CaseFile, here: Callable[[str], bool | None]) -> None:
        """Show the guide of the case's stage. ``here``: whether a field of this page holds something typed, None for others."""
        self._file = file
        reason, language, stage = file.case.reason, file.case.language, file.case.stage.key
        self.opening.setText(f"“{opening(reason, language)}”")
        self._show_questions(questions(stage, reason, language))
        self.show_answered(here)
        hidden = self._context.privacy.hidden
        self.figures.setText("•••" if hidden else "\n".join(self._figures(file)))
        self.deciders.setText("\n".join(self._deciders(file)))
        told = guide(Wording(language), stage)
        self.instead.setText("\n".join(f"✕ {bad}\n✓ {good}" for bad, good in told.avoid))
        self.summary.setText("•••" if hidden else talk.summary(file))

    def show_answered(self, here: Callable[[str], bool | None]) -> None:
        """Tick the questions whose field holds a value, typed or stored."""
        if self._file is None:
            return
        for field_ref, shown in self.questions.items():
            typed = here(field_ref)
            done = talk.answered(self._file, field_ref) if typed is None else typed
            state = self.tr("answered") if done else self.tr("open")
            text = shown.property("question")
            shown.set_whole(f"{'✓' if done else '○'} {text}")
            shown.setAccessibleName(self._context.words.attributed(state, text))

    def copy(self) -> None:
        """Put the summary on the clipboard, for a message or a note."""
        if self._file is not None:
            QGuiApplication.clipboard().setText(talk.summary(self._file))
            self._context.notices.show_message(self.tr("Summary copied."))

    def _show_questions(self, found: tuple[Question, ...]) -> None:
        if {one.field: one.text for one in found} == {
            key: shown.property("question") for key, shown in self.questions.items()
        }:
            return
        clear(self._questions)
        self.questions.clear()
        for one in found:
            made = ElidedButton(one.text, "row", partial(self.asked.emit, one.field))
            made.setProperty("question", one.text)
            self.questions[one.field] = made
            self._questions.addWidget(made)
        if (held := self._questions.parentWidget()) is not None:
            tell_as_read(held)

    def _figures(self, file: CaseFile) -> list[str]:
        words, lines = self._context.words, []
        for one in talk.consequences(file):
            name = f"{one.account.bank} {one.account.tail}"
            grown = [
                filled(self.tr("in {count} {count|month|months} {amount}"), {"count": no, "amount": amount(owed)})
                for no, owed in one.owed
            ]
            unknown = self.tr("the contract rate is not known")
            parts = [self.tr("today {amount}").format(amount=amount(one.account.owed)), *(grown or [unknown])]
            lines.append(words.attributed(name, words.listed(parts)))
        return lines

    def _deciders(self, file: CaseFile) -> list[str]:
        words = self._context.words
        return [
            words.attributed(
                words.label("concession", one.concession),
                words.listed(self._tier(one.concession, tier, most) for tier, most in one.tiers),
            )
            for one in talk.deciding(file)
        ]

    def _tier(self, concession: str, tier: str, most: Decimal | None) -> str:
        who = self._context.words.label("authority", tier)
        if most is None:
            return who
        share = concession.startswith("waive") or concession == "down_payment"
        size = f"{(most * 100).normalize():f} %" if share else f"{most.normalize():f}"
        return self.tr("{who} up to {size}").format(who=who, size=size)
