"""The people of a desk in the window's tests, and how one of them confirms what an agent may not decide."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.builders import CARD_PACK, NOW, SETTINGS, TODAY
from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from ui.vouching import VouchingSheet
from workstation.actions.desk import Desk
from workstation.casework.user import User
from workstation.dates import FixedClock
from workstation.store import keys
from workstation.store.files import write_whole
from workstation.store.store import MEMORY_KEY, Store
from workstation.store.vault import Vault

SUPERVISOR: Final = "周主管"
COLLEAGUE: Final = "王协商"
STAFF: Final = (
    User("u1", SETTINGS.agent, ("agent",), TODAY),
    User("u2", SUPERVISOR, ("supervisor",), TODAY),
    User("u3", COLLEAGUE, ("agent",), TODAY),
)


def passphrase_of(name: str) -> str:
    return f"the passphrase of {name}"


def staffed_desk(folder: Path) -> Desk:
    """An empty desk in memory, at which an agent sits; its key file and its vault are put into a new folder."""
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    store.add_all((SETTINGS, *STAFF))
    folder.mkdir()
    vault, pack = Vault(folder / "vault", MEMORY_KEY), {CARD_PACK.id: CARD_PACK}
    return Desk(folder, store, vault, pack, clock, SETTINGS, keys=staff_keys(folder))


def staff_keys(folder: Path) -> keys.Keys:
    """A key file for everybody in a folder, and the keys as the agent has them; made once a run."""
    mine, header = _made()
    write_whole(folder / keys.HEADER, header)
    return mine


@cache
def _made() -> tuple[keys.Keys, bytes]:
    mine, header = keys.new_keys(passphrase_of(SETTINGS.agent), CHEAP, SETTINGS.agent)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_whole(folder / keys.HEADER, header)
        for user in STAFF[1:]:
            keys.add_person(folder, mine, user.name, passphrase_of(user.name))
        return mine, (folder / keys.HEADER).read_bytes()


def confirm(driver: Driver, sheet: VouchingSheet | None, name: str = SUPERVISOR, passphrase: str = "") -> None:
    """Type name and passphrase into the sheet that asks for them, as that person."""
    assert sheet is not None
    assert sheet.isVisible()
    driver.pick(sheet.form.fields["person"].editor, name)
    driver.type(sheet.form.fields["passphrase"].editor, passphrase or passphrase_of(name))
    driver.click(sheet.confirm_button)
