"""``python -m tools.traditional`` drafts what the sentences lack and makes the window's translation and the guide.

``--window``: only these two.
"""

from __future__ import annotations

import sys

from tools.traditional import drafts, guide, window

if "--window" not in sys.argv[1:]:
    drafts.write()
window.write()
guide.write()
