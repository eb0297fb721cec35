"""A worker: the same answers as at home; whatever happens to it is one finding, and the next question is answered again."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image

from tests.received.apart import played
from tests.received.ofd import making
from tests.source_tree import ROOT
from tests.tools import shared
from workstation.documents.packet.exhibits.pictures import pictures
from workstation.documents.packet.figures import ExhibitFigures
from workstation.errors import Finding, Refused
from workstation.received.apart.allowance import BUILDING, MB, READING, Allowance
from workstation.received.apart.readers import IN_PROCESS, Reading
from workstation.received.apart.worker import ReaderFault, Worker, Workers
from workstation.received.inspection import inspect
from workstation.received.origin import origin
from workstation.received.pdf.grid import pdf_list
from workstation.received.pdf.on_screen import page_pixels, page_sizes
from workstation.received.pixels import picture_frames
from workstation.received.tables import read_table
from workstation.received.tables.table import refused

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set as on Linux and macOS")

LITTLE = Allowance(seconds=1, pace=1 << 40, memory=64 * MB, share=0)
ABOUT = Reading("流水.xlsx", "evidence.bank_statement", LITTLE)
STATEMENTS = ROOT / "tests" / "files" / "statements"
FORM = (ROOT / "tests" / "files" / "forms" / "flat.pdf").read_bytes()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def answer(worker: Worker, about: Reading, work: Callable[..., Any], *args: Any) -> Any:
    """What it answers, or the finding it refuses with."""
    try:
        return worker.read(about, work, *args)
    except Refused as refusal:
        (found,) = refusal.findings
        return found


@pytest.mark.parametrize(
    "file", sorted(set(STATEMENTS.glob("*")) - set(STATEMENTS.glob("*.md")))[:12], ids=lambda file: file.name
)
def test_it_reads_as_at_home(worker: Any, file: Path) -> None:
    data = file.read_bytes()
    work: Any = pdf_list if data.startswith(b"%PDF") else read_table
    assert worker.read(Reading(file.name), work, data, file.name) == work(data, file.name)
    assert inspect(file, worker) == inspect(file)


def taken(file: Path, readers: Any) -> str:
    """The kind of a file that is handed in as a proof, or why it is none."""
    try:
        return inspect(file, readers)
    except Refused as refusal:
        return refusal.findings[0].code


@pytest.mark.parametrize(
    ("name", "kind"), [("OFD", "application/ofd"), ("WEBP", "image/webp"), ("TIFF", "image/tiff"), ("PNG", "image/png")]
)
def test_a_proof_of_any_kind_is_taken_within_the_limits(worker: Worker, tmp_path: Path, name: str, kind: str) -> None:
    """What is held in memory at home is an open file there, and the limits hold there alone."""
    file = tmp_path / f"proof.{name.lower()}"
    file.write_bytes(
        making.ofd(making.page(making.text("测试", x=10, y=10))) if name == "OFD" else making.picture(kind=name)
    )
    assert taken(file, worker) == taken(file, IN_PROCESS) == kind


def test_a_photograph_of_a_telephone_is_taken_and_bound_by_a_worker_that_read_much_before(
    worker: Worker, tmp_path: Path
) -> None:
    """Twelve million pixels in a small file: a decoder holds them four times over, and a new worker had room to spare."""
    for file in sorted(STATEMENTS.glob("*.pdf"))[:3]:
        taken(file, worker)
    photo = tmp_path / "photo.jpg"  # as it is often named
    Image.new("RGB", (4032, 3024), "white").save(photo, "WEBP")
    assert photo.stat().st_size < MB // 2
    figures = ExhibitFigures(1, "i", "income_proof", "工资单", photo.name, "image/webp", "0" * 64)
    assert taken(photo, worker) == "image/webp"
    assert worker.read(Reading(photo.name, allowance=BUILDING), pictures, photo.read_bytes(), figures)


@pytest.mark.parametrize("folder", [("ofd",), ("faults", "60"), ("faults", "43")])
def test_what_people_hand_in_is_taken_as_at_home(worker: Worker, folder: tuple[str, ...]) -> None:
    files = [file for file in sorted(shared("corpus", *folder).glob("*.*")) if file.suffix != ".md"]
    assert {file.name: taken(file, worker) for file in files} == {file.name: taken(file, IN_PROCESS) for file in files}


def test_it_answers_values_of_every_kind(worker: Worker) -> None:
    about = Reading("form")
    assert worker.read(about, origin, FORM) == origin(FORM)
    assert worker.read(about, page_sizes, FORM) == page_sizes(FORM)
    assert worker.read(about, page_pixels, FORM, 0, 300) == page_pixels(FORM, 0, 300)
    assert worker.read(about, picture_frames, b"no picture") == ()


def test_it_refuses_as_at_home(worker: Worker) -> None:
    wanted = refused("table_empty", "leer.csv").findings[0]
    assert answer(worker, Reading("leer.csv"), read_table, b"", "leer.csv") == wanted
    found = Finding("file_damaged", "evidence.id_card", {"file": "证.pdf", "reason": "x"})
    assert answer(worker, ABOUT, played.refuse) == found


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (played.crash, "reader_stopped"),
        (played.abort, "reader_stopped"),
        (played.leave, "reader_stopped"),
        (played.mistake, "reader_stopped"),
        (played.wrong_kind, "reader_stopped"),
        (played.unsendable, "reader_stopped"),
        (played.hang, "file_too_heavy"),
        (played.sleep, "file_too_heavy"),
        (played.swell, "file_too_heavy"),
    ],
)
def test_what_happens_to_it_is_one_finding_and_it_is_replaced(worker: Worker, work: Any, code: str) -> None:
    assert answer(worker, ABOUT, work) == Finding(code, "evidence.bank_statement", {"file": "流水.xlsx"})
    assert answer(worker, ABOUT, played.echo, "好") == "好"


def test_the_cause_of_a_fault_of_ours_goes_along(worker: Worker) -> None:
    with pytest.raises(Refused) as raised:
        worker.read(ABOUT, played.mistake)
    assert isinstance(raised.value.__cause__, ReaderFault) and "ZeroDivisionError" in str(raised.value.__cause__)


def test_one_is_kept_and_one_that_holds_much_is_not(worker: Worker) -> None:
    first = worker.read(ABOUT, played.process)
    assert worker.read(ABOUT, played.process) == first != os.getpid()
    roomy = Reading("groß", allowance=Allowance(4, 1 << 40, 1024 * MB, 0))
    assert worker.read(roomy, played.hold, 32) == first == worker.read(ABOUT, played.process)
    assert worker.read(roomy, played.hold, 300) == first
    assert worker.read(ABOUT, played.process) != first


def test_it_writes_nothing_starts_nothing_and_sees_no_environment(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONCORD_SECRET", "x")
    fresh = Worker()
    try:
        seen = fresh.read(ABOUT, played.environment)
    finally:
        fresh.close()
    assert "CONCORD_SECRET" not in seen and "HOME" not in seen and "PATH" not in seen
    assert answer(worker, ABOUT, played.write, str(tmp_path / "out")).code == "reader_stopped"
    assert not (tmp_path / "out").exists() or not (tmp_path / "out").stat().st_size
    if os.getuid():  # the system bounds the processes of every user but root
        assert answer(worker, ABOUT, played.fork).code == "reader_stopped"


def test_who_gives_up_stops_it(worker: Worker) -> None:
    class Gone(Exception):
        pass

    def nobody() -> None:
        raise Gone

    first = worker.read(ABOUT, played.process)
    with pytest.raises(Gone):
        worker.read(Reading("x", waiting=nobody), played.sleep)
    assert worker.read(ABOUT, played.process) != first


def test_closing_ends_a_question_under_way() -> None:
    worker, asked = Worker(), Event()
    with ThreadPoolExecutor(1) as pool:
        about = Reading("x", waiting=asked.set)
        waiting = pool.submit(answer, worker, about, played.sleep)
        assert asked.wait(30)
        worker.close()
        assert waiting.result(30).code in ("reader_stopped", "file_too_heavy")
    worker.close()


def test_threads_wait_for_one_another(worker: Worker) -> None:
    with ThreadPoolExecutor(4) as pool:
        texts = [str(number) for number in range(40)]
        assert list(pool.map(lambda text: worker.read(ABOUT, played.echo, text), texts)) == texts


def test_one_reads_and_another_builds() -> None:
    pair = Workers()
    building = Reading("a packet", allowance=BUILDING)
    try:
        reading, built = pair.read(ABOUT, played.process), pair.read(building, played.process)
        assert reading != built
        assert (pair.read(ABOUT, played.process), pair.read(building, played.process)) == (reading, built)
        pair.builder._leave()  # nobody asked for a while
        assert pair.read(building, played.process) != built
        assert pair.read(ABOUT, played.process) == reading
        other, again = (pickle.loads(pickle.dumps(pair)) for _ in range(2))
        assert other is again is not pair
    finally:
        pair.close()


def test_at_home_nothing_is_started() -> None:
    assert IN_PROCESS.read(ABOUT, played.process) == os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker does not tell what it holds")
@pytest.mark.parametrize("allowances", [(BUILDING, READING), (READING, BUILDING)], ids=["to read", "to build"])
def test_one_that_holds_much_goes_before_the_other_begins(allowances: tuple[Allowance, Allowance]) -> None:
    workers = Workers()
    here, beside = (Reading("附件", allowance=one) for one in allowances)
    try:
        small = workers.read(here, played.process)
        workers.read(beside, played.echo, "")
        assert workers.read(here, played.process) == small
        large = workers.read(here, played.hold, 84)
        workers.read(beside, played.echo, "")
        assert workers.read(here, played.process) != large
    finally:
        workers.close()


@pytest.mark.parametrize("allowances", [(BUILDING, READING), (READING, BUILDING)], ids=["to read", "to build"])
def test_for_many_cases_one_that_holds_much_stays_beside_the_other(allowances: tuple[Allowance, Allowance]) -> None:
    workers = pickle.loads(pickle.dumps(Workers().for_many()))  # as a process that builds gets it
    here, beside = (Reading("附件", allowance=one) for one in allowances)
    try:
        large = workers.read(here, played.hold, 84)
        workers.read(beside, played.echo, "")
        assert workers.read(here, played.process) == large
        assert pickle.loads(pickle.dumps(Workers())) is not workers
    finally:
        workers.close()
