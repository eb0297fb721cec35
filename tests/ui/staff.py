"""The people of a desk in the window's tests, and how one of them confirms what an agent may not decide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.builders import CARD_PACK, NOW, SETTINGS, TODAY
from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from ui.vouching import VouchingSheet
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.actions.desk import Desk
from workstation.casework.user import User
from workstation.dates import FixedClock
from workstation.policy.pack import packs
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


def bare_desk(folder: Path) -> Desk:
    """An empty desk in memory of one person without a passphrase, in a folder that is there."""
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    store.add(SETTINGS)
    (folder / "vault").mkdir()
    return Desk(folder, store, Vault(folder / "vault", MEMORY_KEY), packs(), clock, SETTINGS)


def take_sample(desk: Desk) -> str:
    """The sample case at a desk that is as it was made; worked through once a run, then copied. Answers its id."""
    made = _sampled(staffed=desk.keys is not None)
    assert desk.store.counters.revision == made.begun, "the copy would take away what was written here"
    made.store._database.connection().backup(desk.store._database.connection())
    for name, content in made.files.items():
        (desk.vault.folder / name).parent.mkdir(exist_ok=True)
        (desk.vault.folder / name).write_bytes(content)
    desk.tell_anew()
    return made.case_id


@dataclass(frozen=True)
class _Sampled:
    store: Store
    files: dict[str, bytes]
    """Path within the vault → content."""
    case_id: str
    begun: int
    """The revision of the desk before it had the sample."""


@cache
def _sampled(*, staffed: bool) -> _Sampled:
    with TemporaryDirectory() as name:
        desk = staffed_desk(Path(name) / "desk") if staffed else bare_desk(Path(name))
        begun = desk.store.counters.revision
        case_id = work_sample_case(desk)
        kept = desk.vault.folder
        files = {str(one.relative_to(kept)): one.read_bytes() for one in kept.rglob("*") if one.is_file()}
        return _Sampled(desk.store, files, case_id, begun)


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
