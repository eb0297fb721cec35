"""What runs until it is killed: imports in one transaction each, and proofs taken into the vault with their records."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random
from time import sleep

import pytest
from PIL import Image

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions.evidence.items import add_file
from workstation.actions.imports import import_portfolio, plan_data
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

PASSPHRASE = "correct horse"
ROWS = 60


def make(folder: Path) -> None:
    """A desk with one case to hang proofs on."""
    desk = create_desk(folder, PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    desk.store.add(Debtor("d0", "张三"))
    desk.store.add(Case("c0", desk.store.next_case_number("2026"), "d0", CLOCK.today()))
    desk.close()


def work(folder: Path, seed: int, begun, imported, between) -> None:
    """Until killed: import a portfolio, take in a proof; over and over, by the actions of the desk. Tells both beginnings.

    ``between``: rather wait for the kill, with a proof's file in the vault and no record of it.
    """
    random = Random(seed)
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    source = folder.with_name(f"{folder.name}.png")
    begun.set()
    while True:
        desk.run(import_portfolio, plan_data(desk, portfolio(random), "委案.csv"))
        imported.set()
        picture(source, random)
        if between is not None:
            pytest.MonkeyPatch().setattr(desk.store, "add", partial(wait_for_the_end, between))
        add_file(desk, "c0", "id_card", source)


def wait_for_the_end(reached, _record) -> None:
    """Stands in for the writing of a record that never comes about."""
    reached.set()
    sleep(600)


def portfolio(random: Random) -> bytes:
    """`ROWS` people nobody has seen before, one account each."""
    rows = (
        f"测试{one},139{one:08d},622588{one:010d},招商银行,1000.00,10.00" for one in random.sample(range(10**8), ROWS)
    )
    return "\n".join(("姓名,手机,卡号,银行,本金,利息", *rows)).encode("gb18030")


def picture(path: Path, random: Random) -> None:
    """A scan that nothing compresses, of one vault chunk or of several."""
    side = random.choice((8, 400, 900))
    Image.frombytes("RGB", (side, side), random.randbytes(3 * side * side)).save(path, compress_level=0)
