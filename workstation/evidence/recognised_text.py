"""The text that an engine recognised on a proof: a proposal, until a person has compared it with the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from workstation.evidence.masking import hidden_parts
from workstation.evidence.verification import Mask
from workstation.policy.rules import CopyRule
from workstation.received.recognition.recognised import RecognisedPage, RecognisedWord


@dataclass(frozen=True, slots=True)
class RecognisedText:
    """``engine``: its name and version. ``quarters``: by how many, clockwise, the pages were turned first. ``confirmed_at`` and
    ``confirmed_by``: who compared it with the picture; None and empty before.
    """

    item_id: str
    case_id: str
    engine: str
    pages: tuple[RecognisedPage, ...]
    words: tuple[RecognisedWord, ...]
    quarters: int
    at: datetime
    by: str
    confirmed_at: datetime | None = None
    confirmed_by: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether a person stands by it."""
        return self.confirmed_at is not None


def recognised_masks(text: RecognisedText, rule: CopyRule) -> tuple[Mask, ...]:
    """Where recognised numbers stand that a copy may not show; none on pages that were turned, since copies are not."""
    return () if text.quarters else tuple(_masks(text.words, rule))


def _masks(words: Sequence[RecognisedWord], rule: CopyRule) -> Iterator[Mask]:
    """The signs of a run share its width; half a sign more on either side is covered, since their widths differ."""
    for word in words:
        wide, signs = word.right - word.left, 2 * max(1, len(word.text))
        for part in hidden_parts(word.text, rule):
            left = max(word.left, word.left + (2 * part.start - 1) * wide // signs)
            right = min(word.right, word.left - -(2 * part.end + 1) * wide // signs)
            yield Mask(word.page, left, word.top, right - left, word.bottom - word.top)
