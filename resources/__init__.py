"""The data files that ship with Concord: fonts, wording, packs, theme, samples. `path` is the one door to them."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The file or folder below resources/ named by its parts, e.g. ``path("fonts", "NotoSansSC-Regular.ttf")``."""
    return _ROOT.joinpath(*parts)
