"""What the reading of one file may take: processor time, time by the clock, memory. Seconds and bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MB: Final = 2**20


@dataclass(frozen=True, slots=True)
class Allowance:
    """``seconds`` of processor time, and one more for every ``pace`` bytes of input; ``memory`` in bytes beyond the ``libraries``
    that the work needs, and ``share`` bytes more for every byte of input.
    """

    seconds: int
    pace: int
    memory: int
    share: int
    libraries: int = 112 * MB

    def processor_seconds(self, size: int) -> int:
        """Seconds of processor time for an input of ``size`` bytes."""
        return self.seconds + size // self.pace

    def clock_seconds(self, size: int) -> int:
        """Seconds by the clock; a busy or slow machine gives a worker only a part of them."""
        return 5 * self.processor_seconds(size)

    def memory_bytes(self, size: int) -> int:
        """Bytes of memory for an input of ``size`` bytes."""
        return min(self.memory + self.share * size, MOST_MEMORY)


MOST_MEMORY: Final = 1536 * MB
"""A desk of 4 GB still has room for the window and the system beside it."""
READING: Final = Allowance(seconds=3, pace=4 * MB, memory=160 * MB, share=12)
"""The largest list that is read (64 MB) takes some 20 seconds; what is small and takes longer than three is no honest file.
Rows as text take about ten times their bytes in the file; a scan of A4 in colour at 600 dpi takes 140 MB of pixels.
"""
DECODING: Final = Allowance(seconds=4, pace=4 * MB, memory=256 * MB, share=12)
"""A photograph whose decoder holds it several times over: twelve million pixels of a telephone take 192 MB as WebP, whose file has
0.4. How many pixels there may be is looked at first.
"""
DRAWING: Final = Allowance(seconds=4, pace=MB // 8, memory=160 * MB, share=12)
"""An OFD is drawn, its text packed to a fiftieth: a list of 2,000 rows on 90 pages has 270 KB and takes five seconds."""
BUILDING: Final = Allowance(seconds=20, pace=MB // 4, memory=208 * MB, share=64, libraries=192 * MB)
"""A packet is drawn, a form filled, with every font at hand; one that is being parsed takes 100 MB for a moment. A photograph is
forty times its file in memory, as WebP as in `DECODING`; a blank page of A4 in colour at 600 dpi, which is small, takes 210 MB.
"""
RECOGNISING: Final = Allowance(seconds=90, pace=MB // 4, memory=1200 * MB, share=64, libraries=1200 * MB)
"""A dense page takes half a minute on one thread of an old desk, and 700 MB with the models."""
MOST_ANSWER: Final = 768 * MB
"""Bytes of an answer: a packet with all its exhibits."""
