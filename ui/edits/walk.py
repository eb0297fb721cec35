"""Takes back the last edit of the open case, or does it again, and says in a line what is so now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workstation.actions.edits.told import told
from workstation.errors import Refused
from workstation.wording import Wording

if TYPE_CHECKING:
    from ui.context import UiContext
    from ui.desk_session import DeskSession
    from workstation.actions.edits.edit import Edit
    from workstation.casework.case_file import CaseFile


def walk_edits(
    session: DeskSession, context: UiContext, file: CaseFile, *, back: bool, edit: Edit | None = None
) -> bool:
    """Take back the last edit, or just ``edit``; or do again what was taken back. Whether something was; it is told either way."""
    words, case_id = context.words, file.case.id
    try:
        done = session.edits.undo(case_id, edit) if back else session.edits.redo(case_id)
    except Refused as refused:
        session.look()
        context.notices.show_message(" ".join(words.finding(one) for one in refused.findings))
        return False
    if done is None:
        context.notices.show_message(words.sentence("edit.nothing_back" if back else "edit.nothing_again", {}))
        return False
    what = told(done, Wording(words.language), file, back=back, hidden=context.privacy.hidden)
    context.notices.show_message(words.sentence("edit.undone" if back else "edit.again", {"what": what}))
    return True


def undo_of_last(session: DeskSession, context: UiContext, file: CaseFile) -> Callable[[], None]:
    """What the button of a message does: it takes back the edit that was just made, whatever follows it until then."""
    edit = session.edits.last(file.case.id)

    def undo() -> None:
        if edit is not None:
            walk_edits(session, context, file, back=True, edit=edit)

    return undo
