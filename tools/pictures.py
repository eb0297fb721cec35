"""Brings the pictures of the documentation from those that `ui.screenshots` took: `python -m tools.pictures FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PIL import Image

PLACE: Final = Path(__file__).resolve().parent.parent / "resources" / "guide" / "pictures"
PICTURES: Final = {
    "plan.png": "7-plan-light-zh-Hans.png",
    "plan-en.png": "7-plan-light-en.png",
    "application.png": "8-application-light-zh-Hans.png",
    "application-en.png": "8-application-light-en.png",
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
