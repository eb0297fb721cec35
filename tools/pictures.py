"""Brings the pictures of the documentation from those that `tools.tour` took: `python -m tools.pictures FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PIL import Image

PLACE: Final = Path(__file__).resolve().parent.parent / "resources" / "guide" / "pictures"
STOPS: Final = {
    "plan": "7-sample-plan", "application": "7-sample-application", "import": "3-import-columns", "tour": "2-tour-06",
    "shares": "5-plan-shares",
}  # fmt: skip
"""Name in the documentation → stop of the tour."""
PICTURES: Final = {
    f"{name}{tail}.png": f"{stop}-light-{language}.png"
    for name, stop in STOPS.items()
    for tail, language in (("", "zh-Hans"), ("-hant", "zh-Hant"), ("-en", "en"))
}
"""Name in the documentation → name among the pictures taken."""
_COLOURS: Final = 256
_MOST_BYTES: Final = 200_000


def bring(folder: Path) -> None:
    """Write every picture in few colours, so that the repository stays small. Raises `ValueError` for one that stays large."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for name, taken in PICTURES.items():
        target = PLACE / name
        with Image.open(folder / taken) as picture:
            picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size > _MOST_BYTES:
            raise ValueError(f"{target}: {target.stat().st_size} bytes, more than {_MOST_BYTES}")
        print(target)


if __name__ == "__main__":
    bring(Path(sys.argv[1]))
