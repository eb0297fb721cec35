"""A card cut out of a scan or photograph by its corners, upright and of its own proportions; corners are proposed by its edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from PIL import Image as Pillow
from PIL import ImageChops, ImageFilter

from workstation.casework.said.card_sides import CardSide
from workstation.casework.said.corners import UNCUT, WHOLE, Corner, Corners, clockwise
from workstation.documents.packet.exhibits.pictures import Copies, Copy, Cut, covered_copy, marked_copy
from workstation.documents.packet.figures import ExhibitFigures
from workstation.evidence.verification import Mask
from workstation.received.ofd.apart import as_pdf
from workstation.received.pdf.intricacy import TooIntricate
from workstation.received.pdf.rendering import Unrenderable, page_pictures
from workstation.received.pictures import PictureTooLarge, PictureUnreadable, TooManyFrames, frames
from workstation.received.pixels import Pixels, pixels_of

_SIZE: Final = (1011, 638)
"""Pixels of 85.6 × 54 mm at 300 dpi, as ISO/IEC 7810 ID-1 has it."""
_LONGEST: Final = 2900
_ON_SCREEN: Final = 1400
_ALIKE: Final = 25
"""Proportions that differ by less than such a part are those of a card."""
_LOOKED_AT: Final = 360
_UNLIKE: Final = 28  # of 255: what differs so much from the edge of the picture is not its ground
_FILLED: Final = 75  # of a hundred: writing on a card that fills the picture is unlike its ground, too, but has gaps
_AT_EDGE: Final = WHOLE // _LOOKED_AT + 1
_LEAST_SHARE: Final = 8  # a card takes an eighth of the picture at least, or it was not found


@dataclass(frozen=True, slots=True)
class CardPicture:
    """The card as PNG or JPEG, its pixels, and the corners by which it was cut.

    ``found``: some were proposed or said, or the whole picture has the proportions of a card.
    """

    data: bytes
    width: int
    height: int
    corners: Corners
    found: bool


def card_picture(data: bytes, side: CardSide, masks: Sequence[Mask], purpose: str) -> CardPicture | None:
    """A side of a card in a picture or PDF, masks covered, the purpose burned in; None where there is no such page."""
    frame = _frame(data, side.page)
    return cut_card(frame, side, masks, purpose) if frame is not None else None


def cut_card(frame: Pillow.Image, side: CardSide, masks: Sequence[Mask], purpose: str) -> CardPicture:
    """As `card_picture`, of a page that is drawn already and stays as it is, no finer than print shows."""
    frame.thumbnail((_LONGEST, _LONGEST), Pillow.Resampling.LANCZOS)
    covered = frame.copy()
    covered_copy(covered, [mask for mask in masks if mask.page == side.page])
    used = side.corners or proposed_corners(covered, side.half)
    found = used is not None or (not side.half and _like_a_card(covered))
    card = _whole(covered) if used in (None, UNCUT) else _cut(covered, used or UNCUT)
    return CardPicture(*marked_copy(card, purpose), used or UNCUT, found)


def sides_of_cards(figures: ExhibitFigures) -> Cut:
    """Cuts the sides of a card out of their pages; a page on which one is not found, or two at one place, is shown as any other."""

    def cut(page: Pillow.Image, number: int) -> Copies:
        sides = [side for side in figures.cards if side.page == number]
        cards = [cut_card(page, side, figures.masks, figures.purpose_mark) for side in sides]
        if not all(card.found for card in cards) or len({card.corners for card in cards}) < len(cards):
            return ()
        return tuple(Copy(card.data, card.width, card.height, card=True) for card in cards)

    return cut


def _like_a_card(frame: Pillow.Image) -> bool:
    wide, high = _SIZE
    return abs(frame.width * high - frame.height * wide) * _ALIKE < frame.height * wide


def _whole(frame: Pillow.Image) -> Pillow.Image:
    """What need not be cut keeps its own pixels, but no more than print shows."""
    whole = frame.convert("RGB")
    if whole.width > _SIZE[0] * 1.1:
        whole.thumbnail((_SIZE[0], whole.height), Pillow.Resampling.LANCZOS)
    return whole


def _cut(frame: Pillow.Image, corners: Corners) -> Pillow.Image:
    first, second, third, fourth = ((x * frame.width // WHOLE, y * frame.height // WHOLE) for x, y in corners)
    quad = (*first, *fourth, *third, *second)  # as the library wants them: down the left side, up the right one
    return frame.convert("RGB").transform(_SIZE, Pillow.Transform.QUAD, quad, Pillow.Resampling.BICUBIC)


def proposed_corners(frame: Pillow.Image, half: int = 0) -> Corners | None:
    """The outermost points of what is unlike the ground around the card, on the page or a half of it (`CardSide`).

    None where that is no card. A page is halved across its longer side, or along it where only so both halves hold a card.
    """
    if half:
        pairs = ([_in_half(frame, one, upper) for one in (1, 2)] for upper in _halvings(frame.size))
        usual = next(pairs)
        return (usual if all(usual) else next(filter(all, pairs), usual))[half - 1]
    small = frame.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT))
    ground = Pillow.new("L", small.size, _ground(small))
    unlike = ImageChops.difference(small, ground).point([0] * _UNLIKE + [255] * (256 - _UNLIKE))
    mask = unlike.filter(ImageFilter.MedianFilter(5))
    width, height = mask.size
    inside = [(i % width, i // width) for i, one in enumerate(mask.tobytes()) if one]
    if len(inside) * _LEAST_SHARE < width * height:
        return None
    outermost = (
        min(inside, key=lambda at: at[0] + at[1]),
        max(inside, key=lambda at: at[0] - at[1]),
        max(inside, key=lambda at: at[0] + at[1]),
        min(inside, key=lambda at: at[0] - at[1]),
    )
    if len(inside) * 100 < _FILLED * _area(outermost):
        return None
    return _corners([_part(at, width, height) for at in outermost])


def _halvings(size: tuple[int, int]) -> tuple[bool, bool]:
    """Whether a page is first halved into upper and lower, as an upright one is, or left and right; then the other way."""
    upright = size[1] >= size[0]
    return upright, not upright


def _in_half(frame: Pillow.Image, half: int, upper: bool) -> Corners | None:
    """The corners of what lies wholly in a half of a page, in parts of the page; what the middle cuts is no card."""
    width, height = frame.size
    across, down = (width, height // 2) if upper else (width // 2, height)
    left, top = (0, 0) if half == 1 else (width - across, height - down)
    if not across or not down:
        return None
    found = proposed_corners(frame.crop((left, top, left + across, top + down)))
    cut = WHOLE if half == 1 else 0
    if found is None or any(abs(at[upper] - cut) <= _AT_EDGE for at in found):
        return None
    return _corners([((left * WHOLE + x * across) // width, (top * WHOLE + y * down) // height) for x, y in found])


def _corners(places: Sequence[Corner]) -> Corners | None:
    first, second, third, fourth = places
    found = (first, second, third, fourth)
    return found if clockwise(found) else None


def _area(corners: Sequence[Corner]) -> int:
    """Of what the corners enclose, in pixels."""
    beside = (*corners[1:], corners[0])
    return abs(sum(x * down - across * y for (x, y), (across, down) in zip(corners, beside, strict=True))) // 2


def _part(at: Corner, width: int, height: int) -> Corner:
    """A corner at the outer edge of its pixel."""
    x, y = (one + (1 if one * 2 > size else 0) for one, size in zip(at, (width, height), strict=True))
    return x * WHOLE // width, y * WHOLE // height


def _ground(small: Pillow.Image) -> int:
    """What most of the picture's edge is like."""
    width, height = small.size
    edges = ((0, 0, width, 2), (0, height - 2, width, height), (0, 0, 2, height), (width - 2, 0, width, height))
    rim = [small.crop(box) for box in edges]
    levels = sorted(level for part in rim for level in part.tobytes())
    return levels[len(levels) // 2]


def _frame(data: bytes, page: int) -> Pillow.Image | None:
    data = as_pdf(data)
    try:
        pages = page_pictures(data) if b"%PDF-" in data[:1024] else frames(data)
        return next(islice(pages, page, None), None)
    except (Unrenderable, TooIntricate, PictureUnreadable, PictureTooLarge, TooManyFrames, OSError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class CardOnScreen:
    """A page that shows a card, uncut, and the corners that its edges propose, if any."""

    picture: Pixels
    proposed: Corners | None


def card_on_screen(data: bytes, page: int, half: int = 0) -> CardOnScreen | None:
    """A page (from 0) of a picture, PDF or OFD, for whoever places the corners; None where there is no such page.

    ``half``: where on it the side is looked for, as `CardSide` has it.
    """
    frame = _frame(data, page)
    if frame is None:
        return None
    proposed = proposed_corners(frame, half)
    frame.thumbnail((_ON_SCREEN, _ON_SCREEN), Pillow.Resampling.LANCZOS)
    return CardOnScreen(pixels_of(frame), proposed)
