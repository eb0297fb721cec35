"""Bring in a bank's portfolio: a dry run first, then one transaction; and take a whole import back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Any, Final

from workstation.actions.cases import usual_pack
from workstation.actions.desk import Desk
from workstation.actions.formulas import NOT_COMPUTED, computed_copy
from workstation.actions.intake.known import DeskKnown
from workstation.actions.intake.named_columns import NamedPlan, planned_as_named, remember_names
from workstation.actions.intake.storing import account_keys, store_plan
from workstation.actions.intake.undoing import take_out, worked_on
from workstation.actions.keep.earlier_imports import balances_of_import
from workstation.documents.workbook.rejects import Reject, RejectTitles
from workstation.documents.workbook.rejects import rejects_workbook as workbook_of
from workstation.errors import Finding, Refused, refuse_if
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import PortfolioMapping, read_mapping
from workstation.profile.portfolio.control_figures import DIFFERENCES
from workstation.profile.portfolio.dry_run import Codecs, plan_list
from workstation.profile.portfolio.list_rows import ReadList, Step, read_list, unwatched
from workstation.profile.portfolio.named_layout import ListHeading, NamedField, list_headings
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.promise.payment import Payment
from workstation.received.regular_file import MAX_LIST, MAX_SETTINGS, at_most, opened, whole
from workstation.received.tables import Row
from workstation.received.tables.long_text import MAX_LONG, size_of
from workstation.store.store import Store
from workstation.wording import Wording

CONTROL_DIFFERENCES: Final = DIFFERENCES
"""What of ``to_confirm`` says that a list contradicts itself."""


def plan_data(
    desk: Desk, data: bytes, name: str, mapping: PortfolioMapping | None = None, computed: bytes = b""
) -> ImportPlan:
    """The dry run over a file's bytes against this desk; nothing is stored. Raises `Refused` as `plan_import` does."""
    return _planned(desk, data, name, mapping, computed)


def _planned(
    desk: Desk,
    source: bytes | BufferedReader,
    name: str,
    mapping: PortfolioMapping | None,
    computed: bytes = b"",
    step: Step = unwatched,
) -> ImportPlan:
    read = read_list(source, name, computed=computed, readers=desk.readers, step=step)
    if mapping is not None:
        return _dry_run(desk, read, Said(), mapping)
    return planned_as_named(desk, read.sheets, (), partial(_dry_run, desk, read, Said())).plan


def _dry_run(desk: Desk, read: ReadList, said: Said, mapping: PortfolioMapping | None) -> ImportPlan:
    return plan_list(
        read,
        mapping,
        DeskKnown(desk.store),
        today=desk.clock.today(),
        units=said.units,
        date_order=said.date_order,
        codecs=codecs_of(desk.store),
    )


def codecs_of(store: Store) -> Codecs:
    """How a dry run keeps what it accepts: as the rows that will be stored."""
    return Codecs(store.prepared(Account), store.prepared(Debtor))


def plan_file(
    desk: Desk, source: Path, mapping: Path | None = None, *, compute: bool = False, step: Step = unwatched
) -> ImportPlan:
    """The dry run over a file, with a mapping file or by the names that banks use. Raises `Refused`: file_unreadable …

    ``compute``: a person wants formulas without a stored result computed by the LibreOffice of this machine. ``step``: as of
    `plan_import`.
    """
    rules = read_mapping(_mapping_bytes(mapping).decode("utf-8", "replace"), mapping.name) if mapping else None
    with list_file(source) as file:
        try:
            return _planned(desk, file, source.name, rules, step=step)
        except Refused as refusal:
            if not compute or all(finding.code != NOT_COMPUTED for finding in refusal.findings):
                raise
        file.seek(0)
        data = at_most(file, MAX_LIST)
    return _planned(desk, data, source.name, rules, computed_copy(data, source.name))


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a list, as `plan_import` takes it; ``named``: what its columns hold, empty where nobody said."""

    units: Mapping[str, Decimal] = field(default_factory=dict)
    date_order: DateOrder | None = None
    computed: bytes = b""
    named: tuple[NamedField, ...] = ()


def plan_said(desk: Desk, source: Path, said: Said, step: Step) -> NamedPlan:
    """`plan_file` on any thread, with what a person said of the file."""
    with list_file(source) as file, desk.beside() as beside:
        read = read_list(file, source.name, computed=said.computed, readers=desk.readers, step=step)
        return planned_as_named(beside, read.sheets, said.named, partial(_dry_run, beside, read, said))


def headings_of(desk: Desk, source: Path, computed: bytes = b"") -> tuple[ListHeading, ...]:
    """The rows of a file that may head its list with what stands below, the likeliest first; on any thread."""
    with list_file(source) as file:
        return list_headings(read_list(file, source.name, computed=computed, readers=desk.readers).sheets)


def import_beside(
    desk: Desk, plan: ImportPlan, confirmed: Collection[str], step: Step, named: Sequence[NamedField] = ()
) -> Import:
    """`import_named` on any thread; the desk hears of it by `Desk.look`."""
    with desk.beside() as beside:
        return beside.run(import_named, plan, confirmed, step, named)


def import_named(
    desk: Desk, plan: ImportPlan, confirmed: Collection[str], step: Step, named: Sequence[NamedField]
) -> Import:
    """`import_portfolio`, and what its columns were named is remembered for the bank's next list of this header."""
    batch = import_portfolio(desk, plan, confirmed, step)
    if named:
        remember_names(desk, plan, named)
    return batch


def list_file(path: Path) -> BufferedReader:
    """A list open to be read. Raises `Refused`: file_unreadable …, file_too_large (no text, and larger than any)."""
    with _unreadable(path):
        file = opened(path, MAX_LONG)
        if size_of(file) > MAX_LIST and b"\n" not in file.peek(1 << 16):
            file.close()
            opened(path, MAX_LIST)  # refuses it
        return file


def _mapping_bytes(path: Path) -> bytes:
    with _unreadable(path):
        return whole(path, MAX_SETTINGS)


@contextmanager
def _unreadable(path: Path) -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        if refusal.findings[0].code != "file_missing":
            raise
        raise Refused(Finding("file_unreadable", path.name, {"name": path.name})) from None


def import_portfolio(desk: Desk, plan: ImportPlan, confirmed: Collection[str] = (), step: Step = unwatched) -> Import:
    """Store all that a plan accepts: debtors, cases, accounts. Refuses a plan without any accepted row.

    Refused as well with every finding of ``plan.to_confirm`` whose code no person ``confirmed``: sums of the bank that differ from
    its rows, values that were computed here; and (import_outdated) when the desk took in one of its accounts since the dry run.
    ``step`` hears how much is stored, and stops the import by raising: then nothing is.
    """
    refuse_if(finding for finding in plan.to_confirm if finding.code not in confirmed)
    if not plan.claims:
        raise Refused(Finding("import_empty", plan.file_name, {"name": plan.file_name}))
    known = DeskKnown(desk.store)
    held = any(desk.store.pages(Account, 1))
    if held and any(keys & known.among(keys, (), ()).accounts.keys() for keys in account_keys(plan)):
        raise Refused(Finding("import_outdated", plan.file_name, {"name": plan.file_name}))
    batch = Import(
        plan.id,
        plan.file_name,
        plan.sha256,
        desk.clock.now(),
        desk.agent,
        plan.rows,
        len(plan.claims),
        len(plan.rejected),
        header=tuple(plan.header),
        revision=desk.store.counters.revision,
    )
    desk.store.add(batch)
    store_plan(desk.store, plan, desk.clock.today(), usual_pack(desk), step)
    return batch


def undo_import(desk: Desk, import_id: str, step: Step = unwatched) -> Import:
    """Remove every account, case and debtor of an import. Refused with every case worked on since; then nothing is removed.

    ``step`` hears how much is removed, and stops it by raising: then nothing is.
    """
    store = desk.store
    batch = store.get(Import, import_id)
    if batch.undone_at is not None:
        raise Refused(Finding("import_undone", batch.file_name, {"name": batch.file_name}))
    if store.find(Payment, import_id=import_id):
        raise Refused(Finding("payment_import_no_undo", batch.file_name, {"name": batch.file_name}))
    if balances_of_import(desk, import_id):
        raise Refused(Finding("balance_import_no_undo", batch.file_name, {"name": batch.file_name}))
    refuse_if(worked_on(store, batch))
    take_out(store, import_id, batch.accepted, step)
    undone = replace(batch, undone_at=desk.clock.now())
    store.save(undone)
    return undone


def past_imports(desk: Desk) -> tuple[Import, ...]:
    """Every import, the last one first."""
    return tuple(reversed(desk.store.find(Import)))


def kept_rejects(desk: Desk, import_id: str, language: str) -> Callable[[], bytes]:
    """What makes the workbook of the rows that an import sent back, on any thread; an import that was undone keeps them.

    Raises `Refused`: not_found, and import_no_rejects when there are none, or none were kept (an import of an earlier version).
    """
    batch = desk.store.get(Import, import_id)
    kept = desk.store.find(ImportReject, import_id=import_id)
    if not kept:
        raise Refused(Finding("import_no_rejects", batch.file_name, {"name": batch.file_name}))
    return partial(_workbook, batch.header, [(one.row, one.cells, one.reasons) for one in kept], language)


def rejects_workbook(plan: ImportPlan, language: str) -> bytes:
    """The rejected rows as XLSX with the reason in each row; corrected, the file can be imported as it is."""
    return _workbook(plan.header, [(one.row, one.cells, one.findings) for one in plan.rejected], language)


def _workbook(header: Row, rows: Iterable[tuple[int, Row, Iterable[Finding]]], language: str) -> bytes:
    words = Wording(language)
    titles = RejectTitles(*(words.text(f"rejects.{name}") for name in ("sheet", "row", "reason")))
    rejects = (Reject(number, cells, "\n".join(map(words.finding, reasons))) for number, cells, reasons in rows)
    return workbook_of(header, rejects, titles)


def totals_json(plan: ImportPlan, words: Wording) -> dict[str, Any]:
    """Control totals, how columns were read, rejected rows and advice, for the command line."""
    return {
        "file": plan.file_name,
        "sha256": plan.sha256,
        "rows": plan.rows,
        "accepted": len(plan.claims),
        "rejected": len(plan.rejected),
        "cases": len(plan.new_cases),
        "totals": {
            "read": plan.totals_read.json()["amounts"],
            "accepted": plan.totals_accepted.json()["amounts"],
            "rejected": plan.totals_rejected.json()["amounts"],
        },
        "columns": {column.header: column.field for column in plan.columns if column.header and column.field},
        "ignored": list(plan.ignored),
        "findings": [
            {
                "code": found.code,
                "subject": found.subject,
                "message": words.finding(found),
                "figures": dict(found.figures),
            }
            for row in plan.rejected
            for found in row.findings
        ],
        "to_confirm": [
            {"code": found.code, "subject": found.subject, "message": words.finding(found)} for found in plan.to_confirm
        ],
        "advice": [
            {"code": found.code, "subject": found.subject, "message": words.finding(found)} for found in plan.advice
        ],
    }
