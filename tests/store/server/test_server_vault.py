"""A vault on the server keeps bytes as one of files does, in chunks that nobody can read, change, drop or swap unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import psycopg
import pytest

from tests.store.server.postgres import Office, Postgres
from tests.store.stored import KEY
from workstation.errors import Damaged, Refused
from workstation.store.server.store import ServerStore
from workstation.store.server.vault import ServerVault
from workstation.store.sources import CHUNK

VAULT_KEY = bytes(range(32, 64))
TODAY = date(2026, 11, 29)


@pytest.fixture
def office(postgres: Postgres) -> Office:
    made = postgres.new_office()
    ServerStore.begin(made.database(KEY)).close()
    return made


@pytest.fixture
def vault(office: Office, tmp_path: Path) -> Iterator[ServerVault]:
    made = ServerVault(tmp_path / "vault", office.database(KEY), VAULT_KEY)
    yield made
    made.close()


def changed(postgres: Postgres, statement: str) -> None:
    """What an administrator does behind the program's back."""
    with psycopg.connect(postgres.conninfo(), autocommit=True) as connection:
        connection.execute("SET search_path = concord")
        connection.execute("SET row_security = off")
        connection.execute(statement)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17])
def test_the_bytes_come_back(vault: ServerVault, tmp_path: Path, size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    path = tmp_path / "proof.pdf"
    path.write_bytes(data[:size])
    stored = vault.add(path)
    assert (stored.size, stored.sha256) == (size, hashlib.sha256(data[:size]).hexdigest())
    assert vault.read(stored.sha256) == data[:size]
    assert vault.size(stored.sha256) == size
    assert vault.holds(stored.sha256)
    assert not list(tmp_path.glob("vault/**/*"))


def test_the_same_content_is_kept_once(vault: ServerVault, office: Office) -> None:
    for _ in range(2):
        vault.keep(b"the same" * CHUNK, "a")
    with psycopg.connect(office.server.conninfo()) as connection:
        asked = "SELECT count(DISTINCT part) FROM concord.vault_chunk WHERE office = %s"
        assert connection.execute(asked, (office.name,)).fetchone() == (1,)


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE vault_chunk SET sealed = set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256) WHERE {of} AND position = 2",
        "DELETE FROM vault_chunk WHERE {of} AND position = 3",
        "UPDATE vault_chunk SET position = 5 - position WHERE {of} AND position IN (2, 3)",
        "DELETE FROM vault_chunk WHERE {of} AND position = 0",
    ],
    ids=["altered", "cut", "swapped", "beheaded"],
)
def test_every_damage_is_found_and_adding_again_heals(vault: ServerVault, office: Office, deed: str) -> None:
    data = b"".join(number.to_bytes(4, "big") for number in range(CHUNK))
    stored = vault.keep(data[: 3 * CHUNK], "statement.pdf")
    deed = deed.replace("position = 5 - position", "position = -1 - position") if "5 -" in deed else deed
    changed(office.server, deed.format(of=f"office = '{office.name}'"))
    if "-1 -" in deed:
        changed(
            office.server,
            f"UPDATE vault_chunk SET position = position + 6 WHERE office = '{office.name}' AND position < 0",
        )
    with pytest.raises(Damaged):
        vault.read(stored.sha256)
    (finding,) = vault.check({stored.sha256: "statement.pdf"})
    assert (finding.code, finding.figures["file"]) == ("vault_damaged", "statement.pdf")
    vault.keep(data[: 3 * CHUNK], "statement.pdf")
    assert vault.check({stored.sha256: "statement.pdf"}) == ()


def test_a_content_cannot_stand_in_for_another(vault: ServerVault, office: Office) -> None:
    one, other = vault.keep(b"one", "one"), vault.keep(b"other", "other")
    changed(
        office.server,
        f"UPDATE vault_object SET part = (SELECT part FROM vault_object WHERE size = 5 AND office = '{office.name}') "
        f"WHERE size = 3 AND office = '{office.name}'",
    )
    with pytest.raises(Damaged, match="another content"):
        vault.read(one.sha256)
    assert vault.read(other.sha256) == b"other"


def test_pieces_of_another_content_are_refused_and_leave_nothing(vault: ServerVault, office: Office) -> None:
    wanted = hashlib.sha256(b"wanted").hexdigest()
    with pytest.raises(Refused):
        vault.receive(wanted, [b"something", b" else"], "x")
    assert not vault.holds(wanted)
    with psycopg.connect(office.server.conninfo()) as connection:
        asked = "SELECT count(*) FROM concord.vault_chunk WHERE office = %s"
        assert connection.execute(asked, (office.name,)).fetchone() == (0,)


def old(office: Office) -> None:
    """Let all chunks have come two days ago."""
    of = f"office = '{office.name}'"
    changed(office.server, f"UPDATE vault_chunk SET at = now() - interval '2 days' WHERE {of}")


def test_what_no_record_names_is_set_aside_brought_back_and_removed_only_when_old(
    vault: ServerVault, office: Office
) -> None:
    named, spare = vault.keep(b"named", "n"), vault.keep(b"spare", "s")
    assert vault.quarantine([named.sha256], TODAY).set_aside == 0  # another workstation may be about to name it
    old(office)
    assert vault.quarantine([named.sha256], TODAY).set_aside == 1
    assert vault.held(TODAY).files == 1
    assert vault.remove_old(TODAY + timedelta(days=89)) == 0
    assert vault.quarantine([named.sha256, spare.sha256], TODAY).brought_back == 1
    assert vault.read(spare.sha256) == b"spare"
    vault.quarantine([named.sha256], TODAY)
    assert vault.remove_old(TODAY + timedelta(days=90)) == 1
    assert vault.held(TODAY).files == 0
    assert vault.read(named.sha256) == b"named"
    assert not vault.holds(spare.sha256)


@pytest.mark.parametrize("asks", ["read", "size", "keep"])
def test_whoever_asks_for_a_content_by_name_has_it_back(vault: ServerVault, office: Office, asks: str) -> None:
    """It was old and nobody's when another workstation set it aside, and a record names it now."""
    stored = vault.keep(b"kept", "k")
    old(office)
    assert vault.quarantine([], TODAY).set_aside == 1
    if asks == "keep":
        vault.keep(b"kept", "k")
    else:
        getattr(vault, asks)(stored.sha256)
    assert vault.held(TODAY).files == 0
    assert vault.read(stored.sha256) == b"kept"
