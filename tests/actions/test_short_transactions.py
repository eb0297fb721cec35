"""Nobody waits for a paper to be built: heavy steps run before the transaction that records what came of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pikepdf
import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, proof, whole_case
from workstation.actions import cases
from workstation.actions.banks import form_library
from workstation.actions.desk import Desk
from workstation.actions.evidence import items, mappings
from workstation.actions.papers import batch_export
from workstation.actions.papers.packet import packets, source
from workstation.actions.plans import options
from workstation.actions.printing import outgoing
from workstation.casework.print_order import PrintOrder
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.profile.budget import Budget
from workstation.store.vault import Vault

HEAVY = (
    (source, "build_apart"),
    (source, "exhibit_contents"),
    (Vault, "_take_in"),
    (Vault, "read"),
    (items, "inspect"),
    (form_library, "inspect_apart"),
    (mappings, "attempt"),
    (options, "options_of"),
)
ROWS = (("日期", "金额"), ("2026-01-05", "12.00"), ("2026-01-06", "-3.00"))


@pytest.fixture
def heavy_steps(desk: Desk, monkeypatch) -> list[tuple[str, bool]]:
    """Name of each heavy step as it begins, with whether SQLite has a transaction open then."""
    seen: list[tuple[str, bool]] = []

    def traced(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            seen.append((name, desk.store._database.is_in_transaction))
            return work(*args, **kwargs)

        return step

    for owner, name in HEAVY:
        monkeypatch.setattr(owner, name, traced(name, getattr(owner, name)))
    return seen


class Tray:
    on_paper = True

    def __init__(self, seen: list[tuple[str, bool]], desk: Desk) -> None:
        self._seen, self._desk = seen, desk

    def send(self, order: PrintOrder, leaving: outgoing.OutgoingPaper) -> None:
        self._seen.append(("send", self._desk.store._database.is_in_transaction))


def form_file(folder: Path) -> Path:
    path = folder / "form.pdf"
    with pikepdf.new() as made:
        made.add_blank_page()
        field = made.make_indirect(
            pikepdf.Dictionary(
                FT=pikepdf.Name.Tx, T="debtor name", Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget,
                Rect=[50, 700, 250, 720], F=4, P=made.pages[0].obj,
            )
        )  # fmt: skip
        made.pages[0].Annots = made.make_indirect(pikepdf.Array([field]))
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), DA="/Helv 10 Tf 0 g")
        made.save(path)
    return path


def kept_rules(desk: Desk, folder: Path) -> None:
    kept = form_library.bring_in(desk, form_file(folder), BANK)
    form_library.save_rules(desk, kept.id, [])
    form_library.copy_form(desk, "general-budget", BANK)


def printed(desk: Desk, case_id: str, tray: Tray) -> None:
    order = PrintOrder("柜台")
    for kind in ("packet", "application"):
        job = outgoing.PrintJob(case_id, "", "", BANK, kind)
        (outcome,) = outgoing.print_jobs(desk, [job], order, tray)
        assert outcome.state == "printed", outcome.findings


LONG = pytest.mark.parametrize(
    ("expected", "act"),
    [
        ({"build_apart"}, lambda desk, case_id, folder, tray: packets.packet(desk, case_id, BANK, draft=True)),
        ({"build_apart", "_take_in"}, lambda desk, case_id, folder, tray: packets.packet(desk, case_id, BANK)),
        (
            {"inspect", "_take_in"},
            lambda desk, case_id, folder, tray: items.add_file(desk, case_id, "id_card", proof(folder, "another")),
        ),
        ({"inspect_apart", "_take_in"}, lambda desk, case_id, folder, tray: kept_rules(desk, folder)),
        (
            {"attempt"},
            lambda desk, case_id, folder, tray: mappings.keep_mapping(
                desk, HandMapping("自制", ROWS[0], {"day": "日期", "amount": "金额"}), [ROWS]
            ),
        ),
        ({"build_apart", "_take_in", "send"}, lambda desk, case_id, folder, tray: printed(desk, case_id, tray)),
        (
            {"build_apart", "_take_in"},
            lambda desk, case_id, folder, tray: list(batch_export.export_cases(desk, [case_id], folder / "out")),
        ),
        (
            {"options_of"},
            lambda desk, case_id, folder, tray: refused(options.choose_option, desk, case_id, "0000:none-1"),
        ),
    ],
    ids=["draft", "packet", "proof", "bank form", "statement layout", "printing", "export of cases", "option"],
)


@LONG
def test_no_write_waits_for_a_heavy_step(desk, tmp_path, heavy_steps, expected, act) -> None:
    case_id = whole_case(desk, tmp_path)
    heavy_steps.clear()
    act(desk, case_id, tmp_path, Tray(heavy_steps, desk))
    assert expected <= {name for name, _ in heavy_steps}
    assert [name for name, in_transaction in heavy_steps if in_transaction] == []


@LONG
def test_nobody_can_run_it_inside_a_transaction(desk, tmp_path, expected, act) -> None:
    case_id = whole_case(desk, tmp_path)
    with pytest.raises(RuntimeError, match="inside a transaction"):
        desk.run(lambda desk: act(desk, case_id, tmp_path, Tray([], desk)))


def test_long_work_inside_a_transaction_is_a_broken_contract(desk) -> None:
    assert desk.compute(len, "four") == 4
    with pytest.raises(RuntimeError):
        desk.run(lambda desk: desk.compute(len, "four"))


def test_an_action_waits_for_the_transaction_of_another_thread_and_does_not_join_it(desk) -> None:
    told: list[bool] = []
    with desk.store.transaction():
        other = Thread(target=lambda: told.append(desk.store.in_transaction))
        other.start()
        other.join()
        assert desk.store.in_transaction
    assert told == [False]


def test_an_option_whose_ground_shifts_while_it_is_searched_is_not_kept(desk, tmp_path, monkeypatch) -> None:
    case_id = whole_case(desk, tmp_path)
    file = cases.load_case(desk, case_id)
    option = next(one.option for account in options.options_of(file) for one in account.offered)
    search = options.options_of

    def spending_changes_meanwhile(*args, **kwargs):
        found = search(*args, **kwargs)
        desk.run(cases.save_budget, Budget(case_id))
        return found

    monkeypatch.setattr(options, "options_of", spending_changes_meanwhile)
    assert refused(options.choose_option, desk, case_id, option.id) == [("option_outdated", option.id)]
    assert cases.load_case(desk, case_id).plans == file.plans


def test_a_packet_stored_before_a_check_of_the_vault_is_still_there_when_it_is_on_record(desk, tmp_path) -> None:
    case_id = whole_case(desk, tmp_path)
    source = packets.packet_source(desk, case_id, BANK)
    made = outgoing.prepared(source)
    desk.vault.quarantine((), desk.clock.today())
    kept = desk.run(packets.keep_packet, source, made)
    assert desk.vault.read(kept.sha256) == made.pdf
