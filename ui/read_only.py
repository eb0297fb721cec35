"""Pages for a person who may look and change nothing: texts can be read and copied, nothing can be typed or picked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desk_session import DeskSession
from ui.widgets.field import READ_ONLY, Field


def close_to_typing(page: QWidget, session: DeskSession) -> None:
    """Close the fields of a page where the person may change nothing, or the desk takes no writes."""
    desk = session.desk
    if desk.read_only or not desk.user.works:
        make_read_only(page)


def make_read_only(page: QWidget) -> None:
    """Close every field of a page, and each that is shown in it later; search fields and lists are no fields and stay open."""
    page.setProperty(READ_ONLY, True)
    for field in page.findChildren(Field):
        field.close_editor()
