"""``python -m tools.traditional`` drafts what the sentences lack and makes the window's translation; ``--window`` only that."""

from __future__ import annotations

import sys

from tools.traditional import drafts, window

if "--window" not in sys.argv[1:]:
    drafts.write()
window.write()
