"""A portfolio of 30,000 rows into a new encrypted database: Concord's import, against reading the file and storing bare cells.

And against the least that leaves the same desk behind: the same cells read, and the finished rows of the same tables, indexes and
words put into such a database by bare ``executemany``, without triggers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count as counted
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sqlcipher3 import dbapi2

from bench.contest import Contender, Contest
from workstation.actions.desk import Desk
from workstation.actions.imports import import_portfolio, plan_file
from workstation.casework.settings import DeskSettings
from workstation.dates import SystemClock
from workstation.policy.pack import packs
from workstation.profile.identity_paper import check_digit
from workstation.store.listing.words import index_words
from workstation.store.store import Store
from workstation.store.vault import Vault

ROWS: Final = 30_000
KEY: Final = bytes(range(32))
COLUMNS: Final = (
    "姓名 身份证号 手机 家庭电话 现居地址 户籍地址 邮箱 单位名称 单位电话 职位 紧急联系人 紧急联系人关系 紧急联系人电话 "
    "银行 产品 卡号 币种 信用额度 开卡日 本金 利息 违约金 费用 账单日 逾期开始日期"
)
WORDS: Final = "case_words"
_WORDS_OF: Final = (
    'SELECT l.line, d.search, c.number, a.number, c.stage FROM case_line l JOIN "case" c ON c.id = l.case_id '
    "JOIN debtor d ON d.id = c.debtor_id JOIN account a ON a.case_id = c.id ORDER BY l.line"
)
HEADER: Final = tuple(COLUMNS.split(" "))
HOME: Final = ("北京市朝阳区建国路88号", "河北省石家庄市长安区中山路1号")


def contests(folder: Path) -> list[Contest]:
    """One contest a format; the portfolios and the databases are written to ``folder``."""
    names = (folder / f"desk-{number}" for number in counted())
    return [_contest(source, names) for source in (write_xlsx(folder), write_csv(folder))]


def _contest(source: Path, names: Iterator[Path]) -> Contest:
    bare = Contender("bare cells by executemany", lambda: store_cells(source, next(names)))
    place = next(names)
    import_rows(source, place)
    finished = Finished.of(place / "desk.db")
    same = Contender("finished rows of the same tables", lambda: finished.store(source, next(names)))
    task = f"import {source.suffix[1:]}, {ROWS:,} × {len(HEADER)}"
    return Contest(task, lambda: import_rows(source, next(names)), (bare, same), rounds=3)


@dataclass(frozen=True, slots=True)
class Finished:
    """What an import leaves in a database: the statements of its schema without triggers, and the rows of each table."""

    schema: tuple[str, ...]
    rows: tuple[tuple[str, list[tuple[object, ...]]], ...]

    @classmethod
    def of(cls, path: Path) -> Finished:
        """All that a desk holds. Its words cannot be read back and are made again."""
        connection = connected(path)
        asked = "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' AND name NOT LIKE 'sqlite_%'"
        made = [one for one in connection.execute(asked) if not one[0].startswith(f"{WORDS}_")]
        rows = []
        for name in (name for name, kind, _ in made if kind == "table" and name != WORDS):
            found = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
            if found:
                rows.append((f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(found[0]))})', found))
        words = [
            (line, index_words(search, number, (account,), stage))
            for line, search, number, account, stage in connection.execute(_WORDS_OF)
        ]
        connection.close()
        rows.append((f'INSERT INTO "{WORDS}" (rowid, words) VALUES (?, ?)', words))
        return cls(tuple(sql for _, _, sql in made), tuple(rows))

    def store(self, source: Path, place: Path) -> None:
        """Read the cells of the file, and put the rows into a new database in one transaction."""
        place.mkdir()
        cells_of(source)
        connection = connected(place / "desk.db")
        for statement in self.schema:
            connection.execute(statement)
        connection.execute("BEGIN")
        for statement, rows in self.rows:
            connection.executemany(statement, rows)
        connection.execute("COMMIT")
        connection.close()


def connected(path: Path) -> dbapi2.Connection:
    """An encrypted database, set as the desk sets its own."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    return connection


def write_xlsx(folder: Path) -> Path:
    """A workbook as a bank would send it, every row acceptable."""
    path = folder / "portfolio.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEADER, *rows()):
        sheet.append(row)
    book.save(path)
    return path


def write_csv(folder: Path) -> Path:
    """The same rows in the encoding of mainland exports."""
    path = folder / "portfolio.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows((HEADER, *rows()))
    return path


def rows(count: int = ROWS) -> Iterator[tuple[object, ...]]:
    """Distinct people with one card each."""
    for number in range(count):
        born = date(1960, 1, 1) + timedelta(days=number % 12_000)
        digits = f"110105{born:%Y%m%d}{number // 12_000:03}"
        person = (f"样例{number:05}", digits + check_digit(digits), f"139{number:08}", "", *HOME)
        work = (f"p{number}@example.com", "样例贸易有限公司", "", "职员", "联系人", "配偶", f"137{number:08}")
        card = ("招商银行", "信用卡", f"622588{number:010}", "人民币", 80_000, date(2019, 3, 1))
        owed = 5_000 + number % 70_000
        debt = (owed, f"{owed * 0.08:.2f}", f"{owed * 0.01:.2f}", 200)
        yield (*person, *work, *card, *debt, 18, date(2026, 5, 1) + timedelta(days=number % 180))


def import_rows(source: Path, place: Path) -> None:
    """Read, check, match and store, as the desk does; the passphrase's key is taken as given."""
    place.mkdir()
    clock = SystemClock()
    settings = DeskSettings("样例工作台", "林协商")
    store = Store.create(place / "desk.db", KEY, clock)
    desk = Desk(place, store, Vault(place / "vault", KEY), packs(), clock, settings)
    batch = desk.run(import_portfolio, plan_file(desk, source))
    desk.close()
    if batch.accepted != ROWS:
        raise AssertionError(f"{batch.rejected} rows of the portfolio were rejected")


def store_cells(source: Path, place: Path) -> None:
    """The least anybody could do: the same cells as text, unread, in one encrypted table."""
    place.mkdir()
    connection = connected(place / "desk.db")
    connection.execute(f"CREATE TABLE cells ({', '.join(f'c{number} TEXT' for number in range(len(HEADER)))})")
    connection.execute("BEGIN")
    marks = ", ".join("?" * len(HEADER))
    connection.executemany(f"INSERT INTO cells VALUES ({marks})", cells_of(source)[1:])
    connection.execute("COMMIT")
    connection.close()


def cells_of(source: Path) -> list[list[str]]:
    """All rows as text, by calamine or the csv module."""
    if source.suffix == ".csv":
        with source.open(encoding="gb18030", newline="") as file:
            return list(csv.reader(file))
    sheet = CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0)
    return [[str(cell) for cell in row] for row in sheet.to_python()]
