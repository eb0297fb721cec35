"""The libraries that read foreign bytes, loaded before anybody waits for them."""

from __future__ import annotations

from importlib import import_module
from typing import Final

_READERS: Final = (
    "charset_normalizer",
    "pikepdf",
    "PIL.Image",
    "pypdf",
    "pypdfium2",
    "python_calamine",
    "workstation.received.pdf.rendering",
    "workstation.received.pictures",
    "workstation.received.unpacking",
    "workstation.received.inspection",
    "workstation.received.origin",
    "workstation.received.pdf.grid",
    "workstation.received.pdf.on_screen",
    "workstation.received.pixels",
)


def load_libraries() -> int:
    """Load them; answers how many rooms of readers there are."""
    for name in _READERS:
        import_module(name)
    return len(_READERS)
