"""A PostgreSQL of one's own for tests: the system's package, a temporary folder, this machine's addresses only.

Where there is none tests are skipped with a reason on a person's machine, and fail where CI=true.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from workstation.store.server.address import ServerAddress, settings
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.schema import office_added, prepared

LEAST = 15
USER = "postgres"
DATABASE = "desks"
_SSL = (("cert", "crt"), ("key", "key"))


def programs() -> Path | None:
    """Where the server's programs lie."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name), reverse=True)
    found = [one for one in found if int(one.parent.name) >= LEAST and (one / "initdb").exists()]
    named = shutil.which("initdb")
    return found[0] if found else Path(named).parent if named else None


@dataclass
class Postgres:
    """A running server, and how tests get at it as its administrator."""

    folder: Path
    bin: Path
    port: int
    password: str
    process: subprocess.Popen[bytes] | None = None

    def run(self, *words: str, text: str = "") -> str:
        """One of the server's programs, as its administrator."""
        environment = {**os.environ, "PGPASSWORD": self.password, "PGHOST": "127.0.0.1", "PGPORT": str(self.port)}
        done = subprocess.run(
            [str(self.bin / words[0]), *words[1:]],
            env=environment,
            input=text.encode(),
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def sql(self, text: str, database: str = DATABASE) -> None:
        """Statements as an administrator runs them."""
        self.run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-U", USER, "-d", database, text=text)

    def start(self) -> None:
        """Start, and wait until it answers."""
        words = [str(self.bin / "postgres"), "-D", str(self.folder / "data")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(_as_its_user(words), stdout=log, stderr=log, start_new_session=True)
        for _ in range(300):
            try:
                psycopg.connect(self.conninfo("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())

    def conninfo(self, database: str = DATABASE) -> str:
        """Where the administrator gets in."""
        return f"host=127.0.0.1 port={self.port} user={USER} password={self.password} dbname={database}"

    def stop(self, how: str = "fast") -> None:
        """Stop: ``fast`` in order, ``immediate`` as a crash does."""
        words = [str(self.bin / "pg_ctl"), "-D", str(self.folder / "data"), "-m", how, "-w", "stop"]
        subprocess.run(_as_its_user(words), check=True, capture_output=True, timeout=60)
        assert self.process is not None
        self.process.wait(30)
        self.process = None

    def new_office(self, logins: int = 1) -> Office:
        """A further office, with its own logins."""
        name = f"office_{secrets.token_hex(4)}"
        named = tuple(f"{name}_desk{number}" for number in range(logins))
        passwords = {login: secrets.token_hex(8) for login in named}
        text = "".join(line + "\n" for line in office_added(name, named).splitlines() if not line.startswith("\\"))
        text += "".join(f"ALTER ROLE \"{login}\" PASSWORD '{word}';\n" for login, word in passwords.items())
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            connection.execute(text)
        return Office(self, name, passwords)


@dataclass
class Office:
    """One office of a server."""

    server: Postgres
    name: str
    passwords: dict[str, str]

    def address(self, login: int = 0) -> ServerAddress:
        """Where its desks connect."""
        return ServerAddress("127.0.0.1", self.server.port, DATABASE, list(self.passwords)[login], self.name)

    def database(self, key: bytes, login: int = 0, wait_seconds: int = 5) -> ServerDatabase:
        """A connection of one desk, not made yet."""
        address = self.address(login)
        word = self.passwords[address.login]
        return ServerDatabase(settings(address, ""), self.name, key, lambda: word, wait_seconds)


@contextmanager
def running(certificate: tuple[str, str] | None = None) -> Iterator[Postgres]:
    """A server in a folder of its own, prepared for offices; stopped and removed afterwards. ``certificate``: and its key, PEM."""
    found = programs()
    if found is None:
        reason = f"no PostgreSQL {LEAST} or later here (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="concord-pg-", dir="/tmp"))
    server = Postgres(folder, found, _free_port(), secrets.token_hex(8))
    try:
        _made(server, certificate)
        server.start()
        server.run("createdb", "-U", USER, "-E", "UTF8", "-T", "template0", "--locale=C.UTF-8", DATABASE)
        server.sql(prepared())
        yield server
    finally:
        if server.process is not None:
            server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _made(server: Postgres, certificate: tuple[str, str] | None) -> None:
    word = server.folder / "word"
    word.write_text(server.password)
    if os.geteuid() == 0:
        shutil.chown(server.folder, USER)
        shutil.chown(word, USER)
    words = [
        "initdb",
        "-D",
        "data",
        "-U",
        USER,
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "-A",
        "scram-sha-256",
        "--pwfile=word",
    ]
    words[0] = str(server.bin / words[0])
    words = [str(server.folder / one) if one == "data" else one for one in words]
    words[-1] = f"--pwfile={word}"
    subprocess.run(_as_its_user(words), check=True, capture_output=True, timeout=120, cwd="/tmp")
    lines = [
        "listen_addresses = '127.0.0.1'",
        f"port = {server.port}",
        f"unix_socket_directories = '{server.folder}'",
        "fsync = off",
        "max_connections = 60",
    ]
    for name, text in zip(("server.crt", "server.key"), certificate or (), strict=False):
        file = server.folder / name
        file.write_text(text)
        file.chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(file, USER)
    if certificate:
        lines += ["ssl = on", *(f"ssl_{kind}_file = '{server.folder}/server.{end}'" for kind, end in _SSL)]
    with (server.folder / "data" / "postgresql.conf").open("a") as conf:
        conf.write("\n".join(lines) + "\n")


def _as_its_user(words: list[str]) -> list[str]:
    """The server refuses to be run by root."""
    return ["runuser", "-u", USER, "--", *words] if os.geteuid() == 0 else words


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
