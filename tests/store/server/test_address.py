"""Off this machine there is no connection without a certificate that is vouched for; nothing around the program changes that."""

from __future__ import annotations

import datetime
import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.store.server.postgres import Postgres, running
from tests.store.stored import KEY
from workstation.errors import Refused, StorageFailed
from workstation.store.server.address import ServerAddress, checked, is_here, settings
from workstation.store.server.connection import ServerDatabase

PEM = "-----BEGIN CERTIFICATE-----\n"


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.8.7", True),
        ("::1", True),
        ("localhost", True),
        ("/run/postgresql", True),
        ("128.0.0.1", False),
        ("0.0.0.0", False),
        ("::", False),
        ("::ffff:10.0.0.1", False),
        ("10.0.0.5", False),
        ("192.168.1.10", False),
        ("localhost.example.com", False),
        ("127.0.0.1.example.com", False),
        ("db", False),
        ("server.office.cn", False),
    ],
)
def test_off_the_loopback_tls_is_demanded(host: str, here: bool) -> None:
    bare, vouched = (ServerAddress(host, 5432, "desks", "desk1", "office", pem) for pem in ("", PEM))
    assert is_here(host) is here
    assert checked(vouched) == vouched
    assert settings(vouched, "/ca.pem")["sslmode"] == "verify-full"
    if here:
        assert settings(checked(bare), "")["sslmode"] == "disable"
    else:
        with pytest.raises(Refused) as refused:
            checked(bare)
        assert [one.code for one in refused.value.findings] == ["server_tls_needed"]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"host": ""}, "host"),
        ({"host": "a,b"}, "host"),
        ({"host": "10.0.0.1,10.0.0.2"}, "host"),
        ({"host": "postgresql://elsewhere"}, "host"),
        ({"host": "x host=y"}, "host"),
        ({"host": "@abstract"}, "host"),
        ({"port": 0}, "port"),
        ({"port": 70000}, "port"),
        ({"database": "a b"}, "database"),
        ({"database": "dbname=x"}, "database"),
        ({"login": "postgres;--"}, "login"),
        ({"office": 'x"; DROP'}, "office"),
    ],
)
def test_what_is_no_address_is_refused_by_its_part(change: dict[str, object], part: str) -> None:
    given = {"host": "127.0.0.1", "port": 5432, "database": "desks", "login": "d", "office": "o", "authority": PEM}
    with pytest.raises(Refused) as refused:
        checked(ServerAddress(**{**given, **change}))  # type: ignore[arg-type]  # a table of wrong values
    assert [(one.code, one.figures.get("part")) for one in refused.value.findings] == [("server_address_odd", part)]


@dataclass
class Authority:
    """A certificate authority of a test, and one certificate that it gave."""

    root: str
    certificate: str
    key: str


def issued(address: str) -> Authority:
    """A new authority, and its certificate for an address."""
    now = datetime.datetime.now(datetime.UTC)
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "root of a test")])

    def builder(name: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(root_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
        )

    constraints = x509.BasicConstraints(ca=True, path_length=None)
    root = builder(root_name, root_key.public_key()).add_extension(constraints, critical=True)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    leaf = builder(x509.Name([]), key.public_key()).add_extension(names, critical=True)
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return Authority(
        root.sign(root_key, hashes.SHA256()).public_bytes(pem).decode(),
        leaf.sign(root_key, hashes.SHA256()).public_bytes(pem).decode(),
        private.decode(),
    )


@pytest.fixture(scope="module")
def authority() -> Authority:
    return issued("127.0.0.1")


@pytest.fixture(scope="module")
def secured(authority: Authority) -> Iterator[Postgres]:
    """A server that speaks TLS."""
    with running(certificate=(authority.certificate, authority.key)) as server:
        yield server


def opened(server: Postgres, root: str, tmp_path: Path, host: str = "127.0.0.1") -> bool:
    """Whether the connection is secured, when the certificate of ``root`` vouches."""
    office = server.new_office()
    file = tmp_path / "root.pem"
    file.write_text(root)
    address = ServerAddress(host, server.port, "desks", next(iter(office.passwords)), office.name, root)
    word = office.passwords[address.login]
    database = ServerDatabase(settings(checked(address), str(file)), office.name, KEY, lambda: word)
    try:
        database.run("SELECT 1")
        session: Any = database.session
        return bool(session.pgconn.ssl_in_use)
    finally:
        database.finish()


def test_a_certificate_that_is_vouched_for_opens(secured: Postgres, authority: Authority, tmp_path: Path) -> None:
    assert opened(secured, authority.root, tmp_path)


def test_a_certificate_of_somebody_else_does_not(secured: Postgres, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as failed:
        opened(secured, issued("127.0.0.1").root, tmp_path)
    assert failed.value.findings[0].code == "server_certificate"


def test_a_certificate_for_another_host_does_not(secured: Postgres, authority: Authority, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as failed:
        opened(secured, authority.root, tmp_path, "127.0.0.2")
    assert failed.value.findings[0].code in ("server_certificate", "server_lost")


def test_a_server_without_tls_does_not(postgres: Postgres, authority: Authority, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as failed:
        opened(postgres, authority.root, tmp_path)
    assert failed.value.findings[0].code == "server_certificate"


def test_the_environment_says_nothing(postgres: Postgres, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Variables of libpq that would lead elsewhere, or to a lower security, change nothing."""
    office = postgres.new_office()
    (tmp_path / "services").write_text("[other]\nhost=192.0.2.1\nsslmode=allow\n")
    for name, value in (
        ("PGHOST", "192.0.2.1"),
        ("PGHOSTADDR", "192.0.2.1"),
        ("PGPORT", "1"),
        ("PGSSLMODE", "require"),
        ("PGUSER", "postgres"),
        ("PGDATABASE", "postgres"),
        ("PGOPTIONS", "-c role=postgres"),
        ("PGSERVICE", "other"),
        ("PGSERVICEFILE", str(tmp_path / "services")),
        ("PGPASSFILE", str(tmp_path / "none")),
    ):
        monkeypatch.setenv(name, value)
    database = office.database(KEY)
    try:
        assert database.run("SELECT current_database(), current_user::text").fetchone() == ("desks", office.name)
    finally:
        database.finish()
