"""The engine: rapidocr with the models of its own package, on one thread; nothing is fetched."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workstation.errors import Finding, Refused

if TYPE_CHECKING:
    from PIL import Image as Pillow

LONGEST: Final = 2_600
"""Pixels of the longer side that the engine looks at: A4 at 220 dpi; a larger picture is made smaller first."""
_MODELS: Final = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx", "Cls": "*_cls_*.onnx"}

Box = tuple[int, int, int, int]


def is_installed() -> bool:
    """Whether this machine has the engine and its models; nothing of it is loaded."""
    return find_spec("onnxruntime") is not None and bool(_models())


def engine_name() -> str:
    """The engine and its version, as it is kept with what it recognised."""
    return f"rapidocr {version('rapidocr')}"


def texts_on(image: Pillow.Image) -> list[tuple[Box, str, int]]:
    """Runs of text on an upright picture: left, top, right and bottom edge in pixels, the text, the score in hundredths.

    Raises `Refused`: recognition_missing.
    """
    import numpy

    engine = _engine()
    found = engine(numpy.asarray(image.convert("RGB"))[:, :, ::-1])
    if found.boxes is None:
        return []
    return [
        (_box(corners), text, int(score * 100))
        for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
        if text.strip()
    ]


def _box(corners: Any) -> Box:
    across, down = [int(corner[0]) for corner in corners], [int(corner[1]) for corner in corners]
    return min(across), min(down), max(across), max(down)


def _models() -> dict[str, str]:
    """The model of each part, by the files that lie in the package; empty where one lacks: it would be fetched."""
    package = find_spec("rapidocr")
    if package is None or package.origin is None:
        return {}
    folder = Path(package.origin).parent / "models"
    found = {part: sorted(folder.glob(name)) for part, name in _MODELS.items()}
    return {part: str(files[0]) for part, files in found.items()} if all(found.values()) else {}


@cache
def _engine() -> Any:
    """Loaded once in a worker. One thread: a worker may start no other, and the window keeps its own core."""
    models = _models()
    if not is_installed():
        raise Refused(Finding("recognition_missing", "recognition"))
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    import cv2
    from rapidocr import RapidOCR

    cv2.setNumThreads(0)
    runtime = "EngineConfig.onnxruntime."
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": LONGEST,
            f"{runtime}intra_op_num_threads": 1,
            f"{runtime}inter_op_num_threads": 1,
            f"{runtime}enable_cpu_mem_arena": False,
            **{f"{part}.model_path": path for part, path in models.items()},
        }
    )
