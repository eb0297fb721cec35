"""The sample desk: an invented portfolio imported and one case worked through its gates, by the actions an agent uses."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final

import resources
from workstation.actions import cases, people, written_cases
from workstation.actions.banks import bank_forms, form_library
from workstation.actions.demo.sample_papers import shown_papers
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_keys, open_desk, open_with
from workstation.actions.outputs import write_output
from workstation.actions.papers import workbooks
from workstation.actions.papers.packet import packets
from workstation.actions.plans import versions
from workstation.casework.gates import final_packet_findings
from workstation.casework.settings import DeskSettings
from workstation.casework.user import Vouched
from workstation.casework.written.values import WrittenCase
from workstation.dates import FixedClock
from workstation.errors import Finding, Refused
from workstation.policy.pack import packs

PASSPHRASE: Final = "concord sample desk"
"""No secret: all data of the sample desk are invented."""
DESK_NAME: Final = "样例工作台"
_NAMES: Final = {"zh-Hans": DESK_NAME, "zh-Hant": "樣例工作台", "en": "Sample desk"}
"""By the language of the case that is worked, since its papers print the name."""
_PEOPLE: Final = ("样例专员", "样例主管")
"""Who works at the desk of a case whose file names nobody."""
_DAY: Final = date(2026, 11, 23)


def demo(out: Path, source: Path | None = None) -> dict[str, Any]:
    """Make the sample desk under ``out`` and write its packets, papers and workbook beside it; answers the list of files.

    ``source``: a written case that is worked in place of the sample. Raises `Refused` with every mistake in it.
    """
    desk, case_id = fresh_sample_desk(out / "desk", source)
    try:
        written = _write_sample(desk, case_id, out) if source is None else _write_case(desk, case_id, out)
        return {"files": [str(path) for path in written]}
    finally:
        desk.close()


def sample_opener(folder: Path) -> Callable[[], Desk]:
    """What opens the sample desk in a folder, as it was left; made there when there is none, which takes seconds.

    This may run on any thread, since the desk it makes is shut again; the opener runs where the desk will be used.
    """
    if not folder.exists():
        fresh_sample_desk(folder)[0].close()
    return partial(open_with, folder, desk_keys(folder, PASSPHRASE), _clock(_sample()))


def open_sample_desk(folder: Path) -> Desk:
    """The sample desk in a folder, opened here."""
    return sample_opener(folder)()


def fresh_sample_desk(folder: Path, source: Path | None = None) -> tuple[Desk, str]:
    """A new sample desk and the id of the case worked on it. Replaces an older sample desk in the folder, and nothing else."""
    written = written_cases.written_case(source, packs()) if source else _sample()
    if folder.exists():
        _remove_sample(folder, written)
    of_file = written.desk
    settings = DeskSettings(
        _NAMES[written.language], of_file.agent or _PEOPLE[0], phone=of_file.phone, address=of_file.address
    )
    desk = create_desk(folder, PASSPHRASE, settings, _clock(written))
    try:
        _take_in(desk, _supervisor(written))
        return desk, work_sample_case(desk, written)
    except BaseException:
        desk.close()
        raise


def work_sample_case(desk: Desk, written: WrittenCase | None = None) -> str:
    """Take in the sample case, or another one, and let its supervisor grant what the file tells of; answers its id.

    It stands where its gates are open, at most at the stage of applying.
    """
    written = written or _sample()
    case_id = desk.run(written_cases.keep_written, written_cases.gather(desk, written), True)
    written_cases.confirm_written(desk, case_id, written)
    notes = dict(written_cases.approval_notes(written, cases.load_case(desk, case_id)))
    with desk.vouched_by(Vouched(_supervisor(written))):
        for plan_id, note in notes.items():
            desk.run(versions.record_approval, plan_id, "supervisor", "granted", "", note)
    desk.run(written_cases.advance_through, case_id)
    return case_id


def _sample() -> WrittenCase:
    return written_cases.written_case(resources.path("sample", "case.toml"), packs())


def _supervisor(written: WrittenCase) -> str:
    return written.desk.supervisor or _PEOPLE[1]


def _clock(written: WrittenCase) -> FixedClock:
    """The sample lives on its own day, so that its proofs never go stale and its papers never change."""
    return FixedClock(datetime.combine(written.desk.today or _DAY, time(9), UTC))


def _remove_sample(folder: Path, written: WrittenCase) -> None:
    """Whatever does not open as a sample desk is not ours to remove."""
    try:
        desk = open_desk(folder, PASSPHRASE, _clock(written))
    except Refused:
        raise Refused(Finding("sample_folder_taken", str(folder), {"folder": str(folder)})) from None
    mine = desk.settings.desk_name in _NAMES.values()
    desk.close()
    if not mine:
        raise Refused(Finding("sample_folder_taken", str(folder), {"folder": str(folder)}))
    shutil.rmtree(folder)


def _take_in(desk: Desk, supervisor: str) -> None:
    """The supervisor of the sample opens it with the same passphrase, which is no secret, and need not choose another."""
    user = desk.run(people.add_user, supervisor, ("supervisor",))
    people.passphrase_setting(desk, user.id, PASSPHRASE)()


def _write_sample(desk: Desk, case_id: str, out: Path) -> Iterator[Path]:
    """Every kind of paper of the sample, also those for which it is not yet ripe."""
    bank, file = _sample().bank, cases.load_case(desk, case_id)
    number = file.case.number
    made = _bank_papers(desk, case_id, bank, f"{number}-packet.pdf")
    made[f"{number}.xlsx"] = workbooks.workbook(desk, case_id)
    kinds = (state.kind.name for state in packets.paper_kinds(desk, case_id, bank) if not state.findings)
    made |= {f"papers/{number}-{kind}.pdf": packets.paper(desk, case_id, bank, kind).pdf for kind in kinds}
    made |= {f"papers/{number}-{kind}.pdf": pdf for kind, pdf in shown_papers(file, bank, desk.clock.now())}
    yield from _written(made, out)


def _write_case(desk: Desk, case_id: str, out: Path) -> Iterator[Path]:
    """The packet, forms and papers for each bank of a case, drafts while a gate is closed, and its workbook."""
    file = cases.load_case(desk, case_id)
    number = file.case.number
    made: dict[str, bytes] = {}
    banks = [bank for bank in file.addressees if any(one.owed for one in file.filed_with(bank))]
    for place, bank in enumerate(banks, start=1):
        part = f"{number}-{place}" if len(banks) > 1 else number
        made |= _bank_papers(desk, case_id, bank, f"{part}-packet.pdf")
        for state in packets.paper_kinds(desk, case_id, bank):
            if not state.findings:
                name = f"papers/{part}-{state.kind.name}.pdf"
                made[name] = packets.paper(desk, case_id, bank, state.kind.name).pdf
    made[f"{number}.xlsx"] = workbooks.workbook(desk, case_id)
    yield from _written(made, out)


def _bank_papers(desk: Desk, case_id: str, bank: str, name: str) -> dict[str, bytes]:
    draft = bool(final_packet_findings(cases.load_case(desk, case_id), bank))
    number = name.removesuffix("-packet.pdf")
    forms = form_library.offered_forms(desk, bank)
    return {name: _packet(desk, case_id, bank, draft)} | {
        f"forms/{number}-{one.id}.pdf": bank_forms.case_form(desk, case_id, bank, one.id).filled.pdf for one in forms
    }


def _written(made: Mapping[str, bytes], out: Path) -> Iterator[Path]:
    for name, data in made.items():
        write_output(out / name, data)
        yield out / name


def _packet(desk: Desk, case_id: str, bank: str, draft: bool) -> bytes:
    """The packet without the head of the log: ids are drawn at random, and the sample is the same to the byte each time."""
    source = replace(packets.packet_source(desk, case_id, bank, draft=draft), log="")
    made = desk.compute(source.build)
    if draft:
        return made.pdf
    desk.compute(source.store, made)
    desk.run(packets.keep_packet, source, made)
    return made.pdf
