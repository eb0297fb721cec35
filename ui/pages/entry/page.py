"""The door: open a desk, make a new one, or look at the sample. Which comes first depends on what this machine has."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import UiContext
from ui.pages.entry.opening import Opening
from ui.pages.entry.unlock import UnlockPage
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from ui.widgets.parts import Card, button, label, row
from ui.widgets.room.flow import flow
from ui.widgets.room.page_area import PageArea
from ui.widgets.room.reading_order import tell_as_read
from workstation.dates import Clock
from workstation.errors import Refused

if TYPE_CHECKING:
    from ui.pages.entry.first_questions import ClaimPage, OwnPassphrasePage
    from ui.pages.entry.first_start import FirstStartPage
    from ui.pages.entry.moving import MovePage
    from ui.pages.entry.restore import RestorePage
    from workstation.actions.desk import Desk

_WIDTH: Final = 560
SAMPLE: Final = "sample"
"""The folder of the sample desk in the user's data folder."""


class EntryPage(QWidget):
    """``opened`` carries the `Desk` that the person may work at now. ``area`` shows all of it, in the layout ``around``."""

    opened: TypedSignal[Desk] = signal(1)
    language_chosen: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("entry")
        self._context, self._clock = context, clock
        self._pages = QVBoxLayout()
        self.opening = Opening(context.background, self)
        self.busy = BusyBar()
        self.opening.busy_changed.connect(self._on_busy_changed)
        self.other = button("", "quiet", self._on_other_clicked)
        self.sample = button(self.tr("Open &sample desk"), "quiet", self.open_sample)
        self.restore_button = button(self.tr("&Restore from a copy…"), "quiet", self.show_restore)
        ways = flow(self.other, -1, self.restore_button, self.sample)
        self._card = card = Card(self._pages, ways, gap=16, padding=28)
        card.setFixedWidth(_WIDTH)
        card.installEventFilter(self)
        brand = label(context.words.label("app", "name"), "title")
        motto = label(self.tr("A true picture, evidence, and a plan that can be kept."), "quiet")
        inside = QWidget()
        inside.setObjectName("entry")
        body = QVBoxLayout(inside)
        body.addStretch(2)
        for part in (brand, motto):
            body.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(16)
        body.addLayout(
            row(-1, card, -1, gap=0)
        )  # an alignment would reckon the height of wrapped words for the whole window
        body.addSpacing(12)
        body.addWidget(self.busy, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(3)
        self.area = PageArea(inside)
        self.around = row(self.area, gap=0)
        self.setLayout(self.around)
        self.creating = False
        self._page: QWidget | None = None
        self.question: ClaimPage | OwnPassphrasePage | None = None
        self._asking: Desk | None = None
        self.show_first(not context.preferences.folder)

    @cached_property
    def unlock(self) -> UnlockPage:
        """The page for a desk that is there; made when it is first shown."""
        made = UnlockPage(self._context, self._clock, self.opening)
        made.opened.connect(self._on_unlocked)
        made.restore_requested.connect(self.show_restore)
        made.move_requested.connect(self.show_move)
        return made

    @cached_property
    def first(self) -> FirstStartPage:
        """The page for a new desk; made when it is first shown, as most days begin at the other."""
        from ui.pages.entry.first_start import FirstStartPage

        made = FirstStartPage(self._context, self._clock, self.opening)
        made.opened.connect(self.opened)
        made.language_chosen.connect(self.language_chosen)
        return made

    @cached_property
    def restore(self) -> RestorePage:
        """The page that makes a desk of a copy; made when it is first asked for."""
        from ui.pages.entry.restore import RestorePage

        made = RestorePage(self._context, self._clock)
        made.restored.connect(self._on_restored)
        return made

    @cached_property
    def moving(self) -> MovePage:
        """The page of moves to a server and back; made when it is first asked for."""
        from ui.pages.entry.moving import MovePage

        made = MovePage(self._context, self._clock)
        made.arrived.connect(self._on_restored)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card is as wide as ever, unless the words of a language need more."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._card:
            wanted = max(_WIDTH, self._card.body.totalMinimumSize().width())
            if wanted != self._card.width():
                self._card.setFixedWidth(wanted)
        return super().eventFilter(watched, event)

    def show_move(self, way: str, folder: str) -> None:
        """Turn to a move."""
        self._turn_to(self.moving)
        self.restore_button.hide()
        self.other.setText(self.tr("Open &existing desk"))
        self.creating = True
        self.moving.begin_way(way, folder)
        self.moving.start()

    def _turn_to(self, page: QWidget) -> None:
        """The pages that are hidden take no room, so that the card is no taller than what it shows."""
        if self._page is not None and self._page is not page:
            self._page.hide()
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
            tell_as_read(self._card)
        self._page = page
        page.show()

    def show_restore(self) -> None:
        """Turn to the copies."""
        self._turn_to(self.restore)
        self.restore_button.hide()
        self.other.setText(self.tr("Open &existing desk"))
        self.creating = True
        self.restore.start()

    def _on_restored(self, folder: str, words: str) -> None:
        """Open what was restored, or moved, as any desk is: nobody types the passphrase twice."""
        self.show_first(False)
        self.unlock.form.load({"folder": folder, "passphrase": words})
        self.unlock.open()

    def show_first(self, first: bool) -> None:
        """Turn to the new desk, or to the one that is there."""
        self.restore_button.setVisible(first)
        self.creating = first
        page = self.first if first else self.unlock
        self._turn_to(page)
        self.other.setText(self.tr("Open &existing desk") if first else self.tr("Create &new desk"))
        page.start()

    def _on_unlocked(self, desk: Desk) -> None:
        """Ask first what a desk asks once; whoever goes away without an answer is asked again."""
        from ui.pages.entry.first_questions import ClaimPage, OwnPassphrasePage, asks_who

        if not asks_who(desk) and not desk.user.one_time:
            self.opened.emit(desk)
            return
        self.question = (ClaimPage if asks_who(desk) else OwnPassphrasePage)(self._context, desk)
        self.question.answered.connect(partial(self.opened.emit, desk))
        self._asking = desk
        self._turn_to(self.question)
        self.other.setText(self.tr("&Back"))
        self.sample.hide()
        self.question.start()

    def _put_question_away(self, desk: Desk) -> None:
        """Nothing was answered: the desk is shut again."""
        self._asking = None
        desk.close()
        if self.question is not None:
            self.question.hide()
            self.question.deleteLater()
            self.question = self._page = None
        self.sample.show()
        self.show_first(False)

    def open_sample(self) -> None:
        """A desk with an invented portfolio in the user's data folder: as it was left, or made where there is none."""
        from workstation.actions.demo.sample_desk import sample_opener

        folder = self._context.home / SAMPLE
        self.opening.begin(lambda: sample_opener(folder)(), self.opened.emit, self._refuse_sample)

    def _refuse_sample(self, refused: Refused) -> None:
        self._context.notices.show_message(self._context.words.finding(refused.findings[0]))

    def _on_busy_changed(self, busy: object) -> None:
        self.busy.set_busy(bool(busy))
        self.sample.setEnabled(not busy)

    def _on_other_clicked(self) -> None:
        if self._asking is not None:
            self._put_question_away(self._asking)
            return
        self.show_first(not self.creating)
