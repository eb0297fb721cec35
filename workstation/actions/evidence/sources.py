"""Where figures of an application stand in the proofs: looked for in their text, confirmed by a person on a page, kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.evidence.recognition import recognised_of
from workstation.casework.case_file import CaseFile
from workstation.casework.sources.figures import SourcedFigure, sourced_figures
from workstation.documents.packet.exhibits.pictures import shown_pages
from workstation.errors import Finding, Refused
from workstation.evidence.figure_source import FigureSource, How, standing_sources
from workstation.evidence.page_values import (
    FoundValue,
    PageWord,
    found_values,
    meets,
    overlapping,
    recognised_values,
    says_otherwise,
    words_on_page,
)
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.verification import EvidenceItem, Mask
from workstation.identity import new_id
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.pixels import Pixels
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place in a proof that says a figure."""

    figure: str
    item_id: str
    place: Mask
    how: How
    text: str


@dataclass(frozen=True, slots=True)
class ItemPages:
    """One proof as it is looked at: its pages as pixels (none for a table) and every place that says a figure."""

    item: EvidenceItem
    pages: tuple[Pixels, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class ItemSource:
    """One proof before it is read, on any thread."""

    item: EvidenceItem
    figures: tuple[SourcedFigure, ...]
    vault: Vault
    readers: Readers = IN_PROCESS
    text: RecognisedText | None = None

    def proposals(self) -> tuple[Proposal, ...]:
        """Every place that says a figure: what the text layer says, else what was recognised. Raises `Refused`, `Damaged`."""
        wanted = {one.key: one.written for one in self.figures}
        data = self.vault.read(self.item.sha256)
        found = self.readers.read(self._about(), found_values, data, self.item.file_name, wanted)
        if found or self.text is None:
            return tuple(self._proposal(one, "text") for one in found)
        return tuple(self._proposal(one, "recognised") for one in recognised_values(self.text, wanted))

    def pages(self) -> ItemPages:
        """The same with the pages drawn. Raises as `proposals`."""
        drawn = self.readers.read(self._about(), shown_pages, self.vault.read(self.item.sha256), self.item.file_name)
        return ItemPages(self.item, drawn, self.proposals())

    def judged(self, figure: SourcedFigure, place: Mask | None, page: int = 0) -> Proposal:
        """The place as it can be confirmed: a find in the text of its page that meets ``place`` (the first on ``page`` where there
        is none), or on a picture the place itself.

        Raises `Refused`: ``source_differs`` where the text there is another, ``source_place_missing`` where neither is found.
        """
        if place is not None:
            page = place.page
        here = [one for one in self.proposals() if one.figure == figure.key and one.place.page == page]
        for one in here:
            if place is None or not one.place.width or meets(one.place, place):
                return one
        if place is None:
            raise self._refused("source_place_missing", figure, page)
        words = self._words(page)
        if says_otherwise(overlapping(words, place), figure.written):
            said = " ".join(one.text for one in overlapping(words, place))[:60]
            raise self._refused("source_differs", figure, page, text=said)
        return Proposal(figure.key, self.item.id, place, "seen", "")

    def _words(self, page: int) -> tuple[PageWord, ...]:
        data = self.vault.read(self.item.sha256)
        return self.readers.read(self._about(), words_on_page, data, self.item.file_name, page)

    def _proposal(self, one: FoundValue, how: How) -> Proposal:
        return Proposal(one.key, self.item.id, one.place, how, one.text)

    def _refused(self, code: str, figure: SourcedFigure, page: int, **more: str) -> Refused:
        figures = {"file": self.item.file_name, "page": str(page + 1), "value": figure.text, **more}
        return Refused(Finding(code, f"evidence.{self.item.requirement}", figures))

    def _about(self) -> Reading:
        return Reading(self.item.file_name, f"evidence.{self.item.requirement}", BUILDING)


@dataclass(frozen=True, slots=True)
class FigureState:
    """A figure with the sources that were confirmed for it as it is now, and those of an earlier value."""

    figure: SourcedFigure
    sources: tuple[FigureSource, ...]
    outdated: tuple[FigureSource, ...]


def figure_states(file: CaseFile) -> tuple[FigureState, ...]:
    """Every figure of a case that a proof may show."""
    live = {item.id for item in file.live_items}
    held = [one for one in standing_sources(file.sources) if one.item_id in live]
    return tuple(
        FigureState(
            figure,
            tuple(one for one in held if one.figure == figure.key and one.value == figure.text),
            tuple(one for one in held if one.figure == figure.key and one.value != figure.text),
        )
        for figure in sourced_figures(file)
    )


def item_source(desk: Desk, item_id: str) -> ItemSource:
    """All that is asked of one proof. A proof of one account shows no figures of another."""
    item = desk.store.get(EvidenceItem, item_id)
    file = load_case(desk, item.case_id)
    figures = tuple(one for one in sourced_figures(file) if _may_show(item, one))
    return ItemSource(item, figures, desk.vault, desk.readers, recognised_of(desk, item_id))


def _may_show(item: EvidenceItem, figure: SourcedFigure) -> bool:
    return not (item.account_id and figure.account_id) or item.account_id == figure.account_id


def confirm_source(desk: Desk, case_id: str, value: str, found: Proposal) -> FigureSource:
    """Keep that a figure was confirmed at a place that was judged (`ItemSource.judged`); ``value``: its text as it was shown.

    Raises `Refused`: ``source_figure_unknown``, ``source_changed`` when the figure is another by now, ``mask_outside``.
    """
    file, item = load_case(desk, case_id), desk.store.get(EvidenceItem, found.item_id)
    figure = figure_named(file, found.figure)
    if figure.text != value:
        raise Refused(Finding("source_changed", f"evidence.{item.requirement}", {"value": figure.text}))
    place = found.place
    if min(place.page, place.left, place.top, place.width, place.height) < 0 or item.case_id != case_id:
        raise Refused(Finding("mask_outside", f"evidence.{item.requirement}", {"file": item.file_name}))
    made = FigureSource(
        new_id(), case_id, figure.key, value, item.id, place.page, place.left, place.top, place.width, place.height,
        found.how, desk.clock.now(), desk.agent,
    )  # fmt: skip
    desk.store.add(made)
    return made


def confirm_found(desk: Desk, item_id: str, names: Collection[str]) -> tuple[str, ...]:
    """Confirm the figures of these names at the first place where the text of a proof says them; by somebody who has compared them.

    Answers the names of which it says none. The proof is read before anything is stored. Raises as `ItemSource.proposals`.
    """
    source = item_source(desk, item_id)
    asked = {one.key: one for one in source.figures if one.name in names}
    first: dict[str, Proposal] = {}
    for one in source.proposals():
        if one.figure in asked:
            first.setdefault(one.figure, one)
    desk.run(_confirm_all, source.item.case_id, [(asked[key].text, one) for key, one in first.items()])
    said = {asked[key].name for key in first}
    return tuple(name for name in names if name not in said)


def _confirm_all(desk: Desk, case_id: str, found: Sequence[tuple[str, Proposal]]) -> tuple[FigureSource, ...]:
    return tuple(confirm_source(desk, case_id, value, one) for value, one in found)


def withdraw_source(desk: Desk, source_id: str) -> FigureSource:
    """Put on record that a confirmed place counts no more; both entries stay."""
    one = desk.store.get(FigureSource, source_id)
    made = replace(one, id=new_id(), at=desk.clock.now(), by=desk.agent, withdrawn=True)
    desk.store.add(made)
    return made


def figure_named(file: CaseFile, key: str) -> SourcedFigure:
    """The figure of a key. Raises `Refused`: ``source_figure_unknown``."""
    known: Mapping[str, SourcedFigure] = {one.key: one for one in sourced_figures(file)}
    if key not in known:
        raise Refused(Finding("source_figure_unknown", "evidence", {"figure": key, "known": ", ".join(known)}))
    return known[key]
