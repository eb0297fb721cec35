"""What is done to a desk while its disk fails: each action as a person has it done, and how to see whether it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tests.actions.whole_case import whole_case
from tests.builders import BANK, SETTINGS
from tests.store.stored import CHEAP, CLOCK, KEY
from workstation.actions import cases
from workstation.actions.backup.copying import back_up
from workstation.actions.backup.restoring import CopyState, chosen_copy, copies_in
from workstation.actions.desk import Desk
from workstation.actions.evidence.items import add_file, item_bytes
from workstation.actions.imports import import_portfolio, plan_data, undo_import
from workstation.actions.making import create_desk
from workstation.actions.opening import change_passphrase, desk_keys, open_desk, open_for_work
from workstation.actions.outputs import write_output
from workstation.actions.papers.packet.packets import keep_packet, packet_source
from workstation.casework.backup import BackupRecord
from workstation.casework.printed import PrintedPacket
from workstation.conversation.contact import ContactEntry
from workstation.documents.packet.build import Packet
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.database import open_database

OLD, NEW = "correct horse", "battery staple"
DATA = bytes(range(256)) * 700
LIST = "\n".join(("姓名,手机,卡号,银行,本金,利息", *(
    f"测试{one},139{one:08d},622588{one:010d},招商银行,1000.00,10.00" for one in range(4)
))).encode("gb18030")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Script:
    """One action: ``act`` opens, acts and closes, and returns when the action is acknowledged; ``done`` asks whether it is kept."""

    name: str
    act: Callable[[Path], None]
    done: Callable[[Path], bool]
    template: str = "desk"


def make_templates(root: Path) -> None:
    """A desk with a whole case, an import and a spare file; an old database; no desk at all; each with a folder for outputs."""
    for name in ("desk", "old", "none"):
        (root / name / "out").mkdir(parents=True)
        (root / name / "out" / "paper.pdf").write_bytes(b"before")
    desk = create_desk(root / "desk" / "desk", OLD, SETTINGS, CLOCK, CHEAP)
    proofs = root / "proofs"
    proofs.mkdir()
    whole_case(desk, proofs)
    desk.run(import_portfolio, plan_data(desk, LIST, "委案.csv"))
    desk.vault.keep(b"spare", "spare")
    desk.close()
    folder = root / "old" / "desk"
    folder.mkdir()
    shutil.copyfile(Path(__file__).parents[1] / "files" / "desks" / "schema-1.db", folder / "desk.db")


def _with_desk(act: Callable[[Desk], Any]) -> Callable[[Path], None]:
    def opened(root: Path) -> None:
        desk = open_desk(root / "desk", OLD, CLOCK)
        try:
            act(desk)
        finally:
            desk.close()

    return opened


def _seen(look: Callable[[Desk], bool], passphrase: str = OLD) -> Callable[[Path], bool]:
    def looked(root: Path) -> bool:
        desk = open_desk(root / "desk", passphrase, CLOCK)
        try:
            return look(desk)
        finally:
            desk.close()

    return looked


def _case(desk: Desk) -> Case:
    return next(case for case in desk.store.find(Case) if not case.import_id)


def _save_debtor(desk: Desk) -> None:
    case = _case(desk)
    debtor = desk.store.get(Debtor, case.debtor_id)
    desk.run(cases.save_debtor, case.id, replace(debtor, employer="新单位" * 400))


def _log_contact(desk: Desk) -> None:
    case = _case(desk)
    desk.run(cases.log_contact, ContactEntry("k9", case.id, CLOCK.now(), desk.agent, note="谈了" * 50))


def _add_proof(desk: Desk) -> None:
    add_file(desk, _case(desk).id, "id_card", desk.folder.parent.parent / "source.pdf")


@cache
def _packet(root: Path) -> tuple[Any, Packet]:
    """Built once: what is tried here is how it is kept."""
    desk = open_desk(root / "desk", OLD, CLOCK)
    source = packet_source(desk, _case(desk).id, BANK)
    made = source.build()
    desk.close()
    return source, made


def prepare(root: Path) -> None:
    """What may take long and is no part of an action."""
    _packet(root)


def _keep_packet(desk: Desk) -> None:
    source, made = _packet(desk.folder.parent)
    source = replace(source, vault=desk.vault)
    source.store(made)
    desk.run(keep_packet, source, made)


def _import(desk: Desk) -> None:
    rows = LIST.replace(b"139", b"138").replace(b"622588", b"622599")
    desk.run(import_portfolio, plan_data(desk, rows, "又一批.csv"))


def _undo(desk: Desk) -> None:
    (batch,) = desk.store.find(Import)
    desk.run(undo_import, batch.id)


def _look_through(desk: Desk) -> None:
    for item in desk.store.find(EvidenceItem):
        item_bytes(desk, item.id)


def _change(root: Path) -> None:
    desk = open_desk(root / "desk", OLD, CLOCK)
    try:
        _look_through(desk)
        change_passphrase(desk, OLD, NEW)
    finally:
        desk.close()


def _opens(root: Path, passphrase: str) -> bool:
    try:
        desk_keys(root / "desk", passphrase)
    except Refused as refused:
        if refused.findings[0].code in ("passphrase_wrong", "desk_missing"):
            return False
        raise
    return True


def _quarantine(root: Path) -> None:
    desk = open_for_work(root / "desk", desk_keys(root / "desk", OLD), CLOCK)
    try:
        desk.upkeep()
        _look_through(desk)
    finally:
        desk.close()


def _quarantined(root: Path) -> bool:
    return len(list((root / "desk" / "vault" / "quarantine").glob("*/*"))) == 1


def _upgrade(root: Path) -> None:
    open_database(root / "desk" / "desk.db", KEY).close()


def _upgraded(root: Path) -> bool:
    database = open_database(root / "desk" / "desk.db", KEY)
    try:
        return bool(database.run('SELECT count(*) FROM "debtor"').fetchone()[0] == 1)
    finally:
        database.close()


def _debtor_saved(desk: Desk) -> bool:
    return "新单位" in desk.store.get(Debtor, _case(desk).debtor_id).employer


def _write(root: Path) -> None:
    write_output(root / "out" / "paper.pdf", DATA)


def _written(root: Path) -> bool:
    return (root / "out" / "paper.pdf").read_bytes() == DATA


def _init(root: Path) -> None:
    create_desk(root / "desk", OLD, SETTINGS, CLOCK, CHEAP).close()


def _back_up(desk: Desk) -> None:
    back_up(desk, desk.folder.parent / "out")


def _backed_up(root: Path) -> bool:
    """On record, and a copy that can be restored."""
    if not _seen(lambda desk: any(not one.problem for one in desk.store.find(BackupRecord)))(root):
        return False
    found = copies_in(root / "out", OLD)
    return chosen_copy(found, root / "out").state is not CopyState.DAMAGED


SCRIPTS = (
    Script("save debtor", _with_desk(_save_debtor), _seen(_debtor_saved)),
    Script("log contact", _with_desk(_log_contact), _seen(lambda desk: bool(desk.store.find(ContactEntry, id="k9")))),
    Script("add evidence", _with_desk(_add_proof), _seen(lambda desk: bool(desk.store.find(EvidenceItem, file_name="source.pdf")))),
    Script("keep packet", _with_desk(_keep_packet), _seen(lambda desk: bool(desk.store.find(PrintedPacket)))),
    Script("import", _with_desk(_import), _seen(lambda desk: len(desk.store.find(Import)) == 2)),
    Script("import undo", _with_desk(_undo), _seen(lambda desk: desk.store.find(Import)[0].undone_at is not None)),
    Script("change passphrase", _change, lambda root: _opens(root, NEW)),
    Script("quarantine", _quarantine, _quarantined),
    Script("write output", _write, _written),
    Script("init", _init, lambda root: _opens(root, OLD), "none"),
    Script("upgrade", _upgrade, _upgraded, "old"),
    Script("backup", _with_desk(_back_up), _backed_up),
)  # fmt: skip
