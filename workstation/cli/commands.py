"""The commands that need a desk. Each opens it, runs one action and answers with plain data."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import platformdirs

from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_people, open_desk
from workstation.casework.settings import DeskSettings
from workstation.cli import backup as backup_commands
from workstation.cli import banks as bank_commands
from workstation.cli import bundles
from workstation.cli import cases as case_commands
from workstation.cli import desk_check as check_commands
from workstation.cli import due_days as due_day_commands
from workstation.cli import evidence as evidence_commands
from workstation.cli import exports as export_commands
from workstation.cli import forms as form_commands
from workstation.cli import papers as paper_commands
from workstation.cli import plans as plan_commands
from workstation.cli import server as server_commands
from workstation.cli import sharing as sharing_commands
from workstation.cli import users as user_commands
from workstation.cli.answers import Answer
from workstation.cli.cases import case_named
from workstation.cli.contacts.commands import COMMANDS as CONTACT_COMMANDS
from workstation.cli.intake import imports as import_commands
from workstation.cli.intake.long_work import watched
from workstation.cli.keep.table import COMMANDS as KEEP_COMMANDS
from workstation.cli.oversight import grants as grant_commands
from workstation.cli.oversight import log as log_commands
from workstation.cli.passphrase import read_passphrase
from workstation.cli.shares import plan_shares, plan_stages
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.event_log import EventLog
from workstation.identity import name_key
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.wording import Wording


def answer(
    given: argparse.Namespace, wording: Wording, clock: Clock, log: EventLog, readers: Readers = IN_PROCESS
) -> Answer:
    """Carry out one parsed command and answer with data that `say` can print."""
    if given.command == "demo":
        from workstation.actions.demo.sample_desk import demo

        return demo(Path(given.out_dir), Path(given.case_file) if given.case_file else None)
    if given.command == "check-packet":
        return paper_commands.check_packet(given, readers)
    if given.command in ("pack", "program", "talk"):
        from workstation.cli.deskless.answers import answer_without_desk

        return answer_without_desk(given, wording, clock)
    if given.command == "desk" and given.verb == "init":
        return _init(given, clock)
    if (given.command, given.verb) == ("desk", "server-sql"):
        return server_commands.write_sql(given)
    if given.command == "desk" and given.verb == "copies":
        return backup_commands.list_copies(given, _passphrase(given), wording)
    if given.command == "desk" and given.verb == "restore":
        return backup_commands.restore(given, _passphrase(given), wording, clock)
    if given.command == "desk" and given.verb == "salvage":
        return check_commands.salvage(_folder(given), _passphrase(given), given, wording, clock)
    with _opened(given, clock, log, wording) as desk:
        desk.readers = readers
        check_commands.tell_opening(desk, given, wording)
        return _COMMANDS[given.command, getattr(given, "verb", "")](desk, given, wording)


def _init(given: argparse.Namespace, clock: Clock) -> Answer:
    folder = _folder(given)
    settings = DeskSettings(
        desk_name=given.name or folder.name,
        agent=given.agent or getpass.getuser(),
        role=given.role,
        language=given.language,
    )
    create_desk(folder, _passphrase(given), settings, clock).close()
    return {"desk": str(folder), "agent": settings.agent, "role": settings.role}


@contextmanager
def _opened(given: argparse.Namespace, clock: Clock, log: EventLog, wording: Wording) -> Iterator[Desk]:
    folder = _folder(given)
    person = given.user if desk_people(folder) else ""
    with watched(lambda figure: wording.text("open_progress.list", {"percent": figure}), writes=False) as step:
        desk = open_desk(folder, _passphrase(given), clock, log, person, accept_older=given.accept_older, seen=step)
    try:
        if given.user and name_key(given.user) != name_key(desk.user.name):
            raise Refused(Finding("person_unknown", "--user", {"name": given.user, "names": desk.user.name}))
        user_commands.refuse_one_time(desk, given)
        yield desk
    finally:
        desk.close()


def _folder(given: argparse.Namespace) -> Path:
    return Path(given.desk) if given.desk else platformdirs.user_data_path("concord") / "desk"


def _passphrase(given: argparse.Namespace) -> str:
    if given.passphrase_file:
        return read_passphrase(Path(given.passphrase_file))
    if not sys.stdin.isatty():
        raise Refused(Finding("passphrase_needed", "--passphrase-file"))
    return getpass.getpass("Passphrase: ")


def _info(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    settings = desk.settings
    return server_commands.of_desk(desk) | {
        "desk": str(desk.folder),
        "name": settings.desk_name,
        "agent": settings.agent,
        "roles": list(desk.user.roles),
        "role": settings.role,
        "language": settings.language,
        "cases": case_commands.how_many(desk),
        "packs": sorted(desk.packs),
        "open": sharing_commands.open_json(desk),
    }


def _restore_case(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return backup_commands.restore_case(desk, given, _passphrase(given), wording)


def _recovery(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return backup_commands.write_recovery(desk, given, _passphrase(given))


def _grant_keys(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return grant_commands.keys(desk, given, _passphrase(given) if given.make else "")


def _grant_write(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return grant_commands.write(desk, given, _passphrase(given) if given.sign else "", wording)


def _evidence_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.add(desk, case_named(desk, given.case), given, wording)


def _evidence_verify(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.verify(desk, case_named(desk, given.case), given)


def _evidence_mask(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.mask_number(desk, case_named(desk, given.case), given)


def _evidence_sources(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.sources(desk, case_named(desk, given.case), given)


def _evidence_confirm(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.confirm(desk, case_named(desk, given.case), given)


def _evidence_recognise(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.recognise(desk, case_named(desk, given.case), given)


def _credit_report(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return evidence_commands.compare_report(desk, case_named(desk, given.case), given, wording)


def _plan_shares(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return plan_shares(desk, case_named(desk, given.case), given, wording)


def _plan_stages(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return plan_stages(desk, case_named(desk, given.case), given, wording)


def _plan_options(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return plan_commands.plan_options(case_named(desk, given.case), given, wording)


def _plan_choose(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return plan_commands.plan_choose(desk, case_named(desk, given.case), given)


def _packet(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return paper_commands.write_packet(desk, case_named(desk, given.case), given)


def _workbook(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return paper_commands.write_workbook(desk, case_named(desk, given.case), given)


def _export_table(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return export_commands.write_table(desk, case_named(desk, given.case), given)


def _paper(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return paper_commands.write_paper(desk, case_named(desk, given.case), given)


def _letter_wording(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return paper_commands.letter_wording(desk, case_named(desk, given.case), given, wording)


def _paper_fields(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return paper_commands.paper_fields_of(desk, case_named(desk, given.case), given, wording)


def _papers(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    return paper_commands.list_papers(desk, case_named(desk, given.case), given, wording)


def _print_queue(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    from workstation.cli.printing import print_queue

    return print_queue(desk, [case_named(desk, name) for name in given.cases], given, wording)


_COMMANDS: Final[dict[tuple[str, str], Callable[[Desk, argparse.Namespace, Wording], Answer]]] = {
    ("desk", "info"): _info,
    ("desk", "check"): check_commands.check,
    ("desk", "move"): server_commands.move,
    ("desk", "seat"): server_commands.seat,
    ("desk", "restore-case"): _restore_case,
    ("grant", "keys"): _grant_keys,
    ("grant", "request"): grant_commands.request,
    ("grant", "write"): _grant_write,
    ("grant", "use"): grant_commands.use,
    ("log", "verify"): log_commands.verify,
    ("log", "case"): log_commands.of_case,
    ("log", "export"): log_commands.export,
    ("desk", "recovery"): _recovery,
    ("desk", "backup"): backup_commands.back_up,
    ("desk", "set"): bank_commands.desk_set,
    ("user", "add"): user_commands.user_add,
    ("user", "list"): user_commands.user_list,
    ("user", "leave"): user_commands.user_leave,
    ("user", "passphrase"): user_commands.user_passphrase,
    ("bank", "set"): bank_commands.bank_set,
    ("bank", "list"): bank_commands.bank_list,
    ("bundle", "key"): bundles.bundle_key,
    ("bundle", "write"): bundles.bundle_write,
    ("bundle", "read"): bundles.bundle_read,
    ("bundle", "desks"): bundles.bundle_desks,
    ("bundle", "forget"): bundles.bundle_forget,
    **CONTACT_COMMANDS,
    ("trust", "add"): evidence_commands.trust_add,
    ("trust", "list"): evidence_commands.trust_list,
    ("trust", "remove"): evidence_commands.trust_remove,
    ("import", "portfolio"): import_commands.import_portfolio,
    ("import", "undo"): import_commands.import_undo,
    ("import", "list"): import_commands.import_list,
    ("import", "rejects"): import_commands.import_rejects,
    ("desk", "quarantine"): sharing_commands.quarantine,
    ("case", "load"): case_commands.case_load,
    ("case", "show"): case_commands.case_show,
    ("case", "rules"): case_commands.case_rules,
    ("case", "check"): case_commands.case_check,
    ("due-days", "list"): due_day_commands.list_due_days,
    ("due-days", "answer"): due_day_commands.answer,
    ("due-days", "note"): due_day_commands.note,
    ("evidence", "add"): _evidence_add,
    ("evidence", "verify"): _evidence_verify,
    ("evidence", "cover"): _evidence_mask,
    ("evidence", "recognise"): _evidence_recognise,
    ("evidence", "sources"): _evidence_sources,
    ("evidence", "confirm"): _evidence_confirm,
    ("evidence", "credit-report"): _credit_report,
    ("plan", "options"): _plan_options,
    ("plan", "choose"): _plan_choose,
    ("plan", "shares"): _plan_shares,
    ("plan", "two-stages"): _plan_stages,
    **KEEP_COMMANDS,
    ("packet", ""): _packet,
    ("form", "list"): form_commands.list_forms,
    ("form", "add"): form_commands.add_form,
    ("paper", ""): _paper,
    ("papers", ""): _papers,
    ("letter-wording", ""): _letter_wording,
    ("paper-fields", ""): _paper_fields,
    ("print-queue", ""): _print_queue,
    ("workbook", ""): _workbook,
    ("export", "table"): _export_table,
    ("export", "portfolio"): export_commands.write_portfolio,
    ("find-packet", ""): lambda desk, given, _wording: paper_commands.find_packet(desk, given),
    ("export", "cases"): export_commands.write_cases,
}
