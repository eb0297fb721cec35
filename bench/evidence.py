"""Evidence: a long statement read and judged, packs and checklist, and a large file into the vault, each against its least."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import resources
from bench.contest import Contender, Contest, Work
from workstation.evidence.checklist import checklist, requirements
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import analyse
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.policy import contact_rules, lenders, pack
from workstation.policy.pack import packs
from workstation.received.apart.coding import decoded, encoded
from workstation.received.tables import Table, read_figures
from workstation.store.vault import Vault

ROWS: Final = 10_000
MEGABYTES: Final = 100
KEY: Final = bytes(range(32))
_KEPT: Final = (
    (pack, "_shipped"), (pack, "_of_program"), (lenders, "lenders"), (contact_rules, "contact_rules"),
)  # fmt: skip
HEADER: Final = ("记账日期", "货币", "交易金额", "联机余额", "交易摘要", "对手信息", "客户摘要")
TODAY: Final = date(2026, 11, 23)
AT: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)


def contests(folder: Path) -> list[Contest]:
    """Reading, judging and keeping; the large file and the vaults are written to ``folder``."""
    data = statement_bytes()
    large = large_file(folder)
    names = (folder / f"vault-{number}" for number in count())
    bare = Contender("csv and Decimal, unjudged", lambda: cells_and_sums(data))
    chain = Contender("csv and Decimal, chain and months", lambda: chained(data))
    least = Contender("5 ms", lambda: spend(Decimal("0.005")))
    table = read_figures(data)
    crypt = Contender("AES-GCM and SHA-256", lambda: encrypted(large, next(names)))
    return [
        Contest(f"statement, {ROWS:,} rows, read and judged", lambda: judged(data), (bare, chain), rounds=5),
        Contest(f"statement, {ROWS:,} rows, out of the worker and in", lambda: transferred(table), (bare,), rounds=5),
        Contest("checklist of a case with 30 proofs", judged_case(), (least,), rounds=5),
        Contest(
            "all packs, read and checked", packs_afresh, (Contender("tomllib, parsing alone", packs_parsed),), rounds=5
        ),
        Contest(f"vault, {MEGABYTES} MB kept", lambda: kept(large, next(names)), (crypt,), rounds=5),
    ]


def packs_afresh() -> object:
    """Every pack as the first opening of a desk reads it; what is read once and kept is forgotten first."""
    for module, name in _KEPT:
        if read := getattr(module, name, None):  # some commits do not keep all of it
            read.cache_clear()
    return packs()


def packs_parsed() -> object:
    """The same files as bare TOML."""
    files = [file for folder in ("policies", "lenders") for file in resources.path(folder).glob("*.toml")]
    return [tomllib.loads(file.read_text("utf-8")) for file in files]


def statement_bytes() -> bytes:
    """A clean list of a debit account, oldest first, in the encoding of mainland exports."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    balance = 500_000
    for number in range(ROWS):
        minor = 781_234 if number % 400 == 9 else -(900 + number * 3557 % 1_900)
        balance += minor
        day = date(2024, 1, 1) + timedelta(days=number // 10)
        words = ("工资", "星海科技有限公司") if minor > 0 else ("消费", f"商户{number % 900}")
        writer.writerow((day.isoformat(), "CNY", _printed(minor), _printed(balance), *words, ""))
    return text.getvalue().encode("gb18030")


def _printed(minor: int) -> str:
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100:,}.{abs(minor) % 100:02d}"


def judged(data: bytes) -> None:
    """As the desk does: layout told, rows read, chain, order, repeats, months."""
    statement = read_statement(data)
    found = analyse(statement)
    if found.findings or statement.rows_read != ROWS:
        raise AssertionError(f"{len(found.findings)} findings, {statement.rows_read} rows")


def transferred(table: Table) -> None:
    """What reading apart adds: the cells are put into bytes by the worker and taken out, proven by their type, by the window."""
    if decoded(Table, encoded(table)) != table:
        raise AssertionError("other cells arrived")


def cells_and_sums(data: bytes) -> None:
    """The least anybody could do: cells, days and exact amounts, unjudged."""
    rows = list(csv.reader(io.StringIO(data.decode("gb18030"))))[1:]
    total = Decimal(0)
    for row in rows:
        date.fromisoformat(row[0])
        total += Decimal(row[2].replace(",", ""))
        Decimal(row[3].replace(",", ""))


def chained(data: bytes) -> None:
    """The same by hand with the simplest judgement: the balance chain, rows seen twice, months of income and spending."""
    seen: set[tuple[str, ...]] = set()
    months: dict[tuple[str, bool], Decimal] = {}
    running: Decimal | None = None
    for row in csv.DictReader(io.StringIO(data.decode("gb18030"))):
        day = date.fromisoformat(row["记账日期"])
        amount = Decimal(row["交易金额"].replace(",", ""))
        balance = Decimal(row["联机余额"].replace(",", ""))
        if running is not None and running + amount != balance:
            raise AssertionError(row)
        running = balance
        key = tuple(row.values())
        if key in seen:
            raise AssertionError(row)
        seen.add(key)
        month = (f"{day:%Y-%m}", amount > 0)
        months[month] = months.get(month, Decimal(0)) + amount


def judged_case() -> Work:
    """The checklist of one case, every entry with a proof that was checked."""
    pack = packs()["cn-card"]
    asked = requirements(pack, "accident", ("reduction", "deferral", "settlement"), ("credit_card",), "debtor_adviser")
    items = tuple(_proof(number, asked[number % len(asked)].code) for number in range(30))
    checks = tuple(
        Verification(f"v{number}", item.id, "c", "original_seen", "ok", AT, "agent")
        for number, item in enumerate(items)
    )
    return lambda: checklist(asked, items, checks, (), TODAY)


def _proof(number: int, code: str) -> EvidenceItem:
    return EvidenceItem(
        f"i{number}", "c", code, "0" * 64, f"{code}.pdf", 10, "application/pdf", AT, "agent", issuer="招商银行",
        issued_on=TODAY, covers_from=date(2026, 5, 1), covers_to=date(2026, 11, 20),
    )  # fmt: skip


def spend(seconds: Decimal) -> None:
    """A mark to measure against: this long, busy."""
    end = perf_counter() + float(seconds)
    while perf_counter() < end:
        pass


def large_file(folder: Path) -> Path:
    """Bytes that nothing can shorten."""
    path = folder / "scan.bin"
    with path.open("wb") as file:
        file.writelines(os.urandom(2**20) for _ in range(MEGABYTES))
    return path


def kept(source: Path, place: Path) -> None:
    """Hashed, encrypted in pieces, flushed to the disk and named."""
    place.mkdir()
    Vault(place, KEY).add(source)


def encrypted(source: Path, place: Path) -> None:
    """The least that keeps the promise: the same bytes hashed, encrypted in pieces and flushed to one file."""
    digest, cipher = hashlib.sha256(), AESGCM(KEY)
    with place.open("wb") as file:
        for number, piece in enumerate(_pieces(source)):
            digest.update(piece)
            file.write(cipher.encrypt(number.to_bytes(12, "big"), piece, None))
        file.flush()
        os.fsync(file.fileno())


def _pieces(source: Path) -> Iterator[bytes]:
    with source.open("rb") as file:
        while piece := file.read(2**20):
            yield piece
