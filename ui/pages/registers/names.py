"""What the registers and reports are called, in the order of their tabs; the letter behind & opens one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def register_names() -> Mapping[str, str]:
    """Key of a register → its name in the language of the window."""
    named = QCoreApplication
    return {
        "coming": named.translate("RegistersPage", "Comin&g due"),
        "oral": named.translate("RegistersPage", "&Oral agreements"),
        "rates": named.translate("RegistersPage", "Kept &rates"),
        "reviews": named.translate("RegistersPage", "&Yearly reviews"),
        "retention": named.translate("RegistersPage", "&Kept until"),
        "buckets": named.translate("RegistersPage", "&Buckets"),
        "movements": named.translate("RegistersPage", "&Movements"),
        "packets": named.translate("RegistersPage", "&Packets"),
    }
