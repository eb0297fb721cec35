"""``python -m tools.update_file key FILE``, ``… make BUNDLE KEY OUT``: who may sign, and a signed update out of a bundle's folder.

The private half is a PEM file sealed with a passphrase that is asked for; it belongs on a medium of its own, never into the tree.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
import zipfile
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from tools.bundle.archives import sha256_of, tar_gz
from workstation.store.migrations import STEPS
from workstation.updates.update_file import FORM, MANIFEST, PAYLOAD, SIGNATURE, SIGNED, SUFFIX

_DAY: Final = (1980, 1, 1, 0, 0, 0)


def main(words: list[str]) -> int:
    """Make a key or an update file; answers the exit code."""
    parser = argparse.ArgumentParser(prog="tools.update_file", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("key", help="make a pair of keys").add_argument("file", type=Path)
    make = verbs.add_parser("make", help="sign a bundle's folder, as `make bundle` leaves it below dist/work")
    make.add_argument("bundle", type=Path)
    make.add_argument("key", type=Path)
    make.add_argument("out", type=Path)
    given = parser.parse_args(words)
    if given.verb == "key":
        key = Ed25519PrivateKey.generate()
        with given.file.open("xb") as out:
            out.write(
                key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(_passphrase().encode()))
            )
        print(f'{given.file.stem} = "{public_half(key)}"')
        return 0
    kept = load_pem_private_key(given.key.read_bytes(), _passphrase().encode())
    if not isinstance(kept, Ed25519PrivateKey):
        print(f"{given.key} is no Ed25519 key", file=sys.stderr)
        return 1
    print(update_file(given.bundle, kept, given.out))
    return 0


def update_file(bundle: Path, key: Ed25519PrivateKey, out: Path, moment: int = 0, schema: int = len(STEPS)) -> Path:
    """Write the update file of a bundle's folder ``concord-VERSION-PLATFORM`` into ``out``; the same bytes for the same folder."""
    version = (bundle / "VERSION").read_text("utf-8").strip()
    platform = bundle.name.removeprefix(f"concord-{version}-")
    listed = [(file.relative_to(bundle).as_posix(), file) for file in sorted(bundle.rglob("*"))]
    manifest = {
        "form": FORM,
        "version": version,
        "platform": platform,
        "folder": bundle.name,
        "schema": schema,
        "files": {
            name: [file.stat().st_size, sha256_of(file), bool(file.stat().st_mode & 0o100)]
            for name, file in listed
            if file.is_file() and not file.is_symlink()
        },
        "links": {name: str(file.readlink()) for name, file in listed if file.is_symlink()},
    }
    target = out / f"{bundle.name}{SUFFIX}"
    packed = out / f"{bundle.name}.payload"
    tar_gz(bundle, packed, moment)
    data = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    try:
        with zipfile.ZipFile(target, "w") as box:
            for name, part in ((MANIFEST, data), (SIGNATURE, key.sign(SIGNED + data))):
                box.writestr(zipfile.ZipInfo(name, _DAY), part)
            with box.open(zipfile.ZipInfo(PAYLOAD, _DAY), "w", force_zip64=True) as member, packed.open("rb") as source:
                while piece := source.read(1 << 20):
                    member.write(piece)
    finally:
        packed.unlink()
    return target


def public_half(key: Ed25519PrivateKey) -> str:
    """The public key as `resources/updates/keys.toml` writes it."""
    return key.public_key().public_bytes_raw().hex()


def _passphrase() -> str:
    return getpass.getpass("Passphrase of the key: ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
