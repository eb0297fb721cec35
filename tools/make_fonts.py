"""Cuts the two kinds of small fonts under resources/fonts out of whole Noto families; needed only when those are renewed.

``python -m tools.make_fonts FOLDER``: FOLDER holds Noto{Sans,Serif}TC_{400Regular,700Bold}.ttf and NotoSerifJP_400Regular.ttf
as the packages @expo-google-fonts/noto-*-tc and -jp ship them (OFL 1.1); needs fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS: Final = Path(__file__).resolve().parents[1] / "resources" / "fonts"
STYLES: Final = {"Regular": "400Regular", "Bold": "700Bold"}
FAMILIES: Final = ("Sans", "Serif")
_TABLES_DROPPED: Final = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "DSIG"]


def big5() -> set[int]:
    """Every character that Taiwan's Big5 can write."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    codes = (bytes((lead, trail)).decode("big5", "ignore") for lead in range(0xA1, 0xFA) for trail in trails)
    return {ord(code) for code in codes if len(code) == 1}


def outline(glyphs: Any, name: str) -> list[Any]:
    """What a glyph draws."""
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return list(pen.value)


def differing(forms: TTFont, base: TTFont, among: set[int]) -> set[int]:
    """The characters that both hold and draw differently."""
    ours, theirs = forms.getBestCmap(), base.getBestCmap()
    drawn, plain = forms.getGlyphSet(), base.getGlyphSet()
    both = among & ours.keys() & theirs.keys()
    return {point for point in both if outline(drawn, ours[point]) != outline(plain, theirs[point])}


def cut(font: TTFont, points: set[int], name: str) -> None:
    """Write the subset under ``name``; a name of its own keeps it apart from the whole family."""
    options = Options(hinting=False, layout_features=[], drop_tables=_TABLES_DROPPED, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = name
    font.save(FONTS / f"{name}.ttf")
    print(f"{name}: {len(points)} characters, {(FONTS / f'{name}.ttf').stat().st_size:,} bytes")


def main(folder: Path) -> None:
    """Forms of Taiwan where they differ, and what the faces lack altogether."""
    for family in FAMILIES:
        for style, file in STYLES.items():
            forms = TTFont(folder / f"Noto{family}TC_{file}.ttf", recalcTimestamp=False)
            base = TTFont(FONTS / f"Noto{family}SC-{style}.ttf")
            cut(forms, differing(forms, base, big5()), f"Noto{family}TC-{style}-Forms")
    held = TTFont(FONTS / "NotoSerifSC-Regular.ttf").getBestCmap().keys()
    held &= TTFont(FONTS / "NotoSansSC-Regular.ttf").getBestCmap().keys()
    rare = TTFont(folder / "NotoSerifTC_400Regular.ttf", recalcTimestamp=False)
    cut(rare, set(rare.getBestCmap()) - held, "NotoSerifRareTC-Regular")
    held |= set(rare.getBestCmap())
    rare = TTFont(folder / "NotoSerifJP_400Regular.ttf", recalcTimestamp=False)
    cut(rare, set(rare.getBestCmap()) - held, "NotoSerifRareJP-Regular")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
