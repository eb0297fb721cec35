"""Copies as they are found in a place: what each holds, and whether it is all there, whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from workstation.errors import Damaged, Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.backup.checks import read_checks
from workstation.store.backup.database_copy import is_sound
from workstation.store.backup.disk_errors import copying_to
from workstation.store.backup.manifest import Manifest, own_file, read_manifest
from workstation.store.backup.places import DATABASE, BackupFolder, backup_keys, folders_in
from workstation.store.backup.vault_copy import held_sizes, place_of
from workstation.store.header import guarding, parsed
from workstation.store.keys import HEADER, Keys
from workstation.store.vault import Vault

Step = Callable[[int, int], None]


class CopyState(StrEnum):
    """``verified``: every byte was read back now; ``present``: all is there by its size; ``lacking``: some vault files are not
    there or not whole, the rest is; ``damaged``: the database, the key file or the list of the copy is not whole."""

    VERIFIED = "verified"
    PRESENT = "present"
    LACKING = "lacking"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class CopyFound:
    """One copy. ``manifest`` is None where it cannot be trusted; ``lacking``: names of vault files that cannot be given back."""

    folder: Path
    manifest: Manifest | None
    state: CopyState
    lacking: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CopiesFound:
    """The copies of one desk, the newest first, and what is to be told of the place itself.

    ``headers``: the key files that the passphrase opens, the newest first; ``keys``: what they guard.
    """

    folder: BackupFolder
    keys: Keys
    headers: tuple[bytes, ...]
    copies: tuple[CopyFound, ...] = ()
    findings: tuple[Finding, ...] = ()

    def header_for(self, copy: Path) -> bytes:
        """The key file for a desk made of a copy: its own, or the newest that opens where its own does not.

        The count of openings and the head of the log stay those of the copy: later ones would say that its database is an older
        one put back.
        """
        own = copy / HEADER
        content = own.read_bytes() if own.is_file() else b""
        if guarding(content) in map(guarding, self.headers):
            return content
        return replace(parsed(self.headers[0]), generation=_generation(content), log=_log(content)).text().encode()


@dataclass(slots=True)
class _Vaulted:
    """The vault of the copies: sizes of all files and, once read, which are whole."""

    vault: Vault
    sizes: dict[str, int]
    whole: dict[str, bool] = field(default_factory=dict)

    def proves(self, name: str) -> bool:
        if name not in self.whole:
            self.whole[name] = self.vault.proves(place_of(self.vault.folder, name), name)
        return self.whole[name]


def find_copies(place: Path, opened: Callable[[Path], Keys]) -> CopiesFound:
    """The copies in a place that a passphrase opens, looked at without reading them through: `check_copies` does that.

    ``opened`` gives the keys for the folder of a key file; it raises `Refused` for a wrong passphrase.
    Raises `Refused`: backup_missing, backup_none (no copies here), passphrase_wrong …, and what `copying_to` raises.
    """
    with copying_to(place):
        if not place.is_dir():
            raise Refused(Finding("backup_missing", "backup.place", {"folder": str(place)}))
        folders = [folder for folder in folders_in(_above_copy(place)) if folder.finished()]
        if not folders:
            raise Refused(Finding("backup_none", "backup.place", {"folder": str(place)}))
        return _looked_at(_opened(folders, opened), thorough=False)


def check_copies(found: CopiesFound, step: Step = lambda done, total: None) -> CopiesFound:
    """Read every byte of the copies back. Works on any thread; what ``step`` raises stops it."""
    with copying_to(found.folder.root):
        return _looked_at(found, thorough=True, step=step)


def _above_copy(place: Path) -> Path:
    """Whoever names a copy itself means its folder."""
    return place.parent.parent if place.parent.name == "copies" else place


def _opened(folders: Iterable[BackupFolder], opened: Callable[[Path], Keys]) -> CopiesFound:
    """The first folder of which a key file opens; each key file that guards in another way is tried once, as it costs a guess."""
    refused: list[Refused] = []
    for folder in folders:
        headers: list[bytes] = []
        keys: Keys | None = None
        for copy in _differently_guarded(folder):
            try:
                keys = opened(copy) if keys is None else _same(opened(copy), keys)
                headers.append((copy / HEADER).read_bytes())
            except Refused as refusal:
                refused.append(refusal)
        if keys is not None:
            return CopiesFound(folder, keys, tuple(headers))
    raise refused[0] if refused else Refused(Finding("desk_header_missing", FieldRef.DESK_FOLDER, {"file": HEADER}))


def _same(keys: Keys, first: Keys) -> Keys:
    if keys != first:
        raise Refused(Finding("passphrase_wrong", FieldRef.DESK_PASSPHRASE))
    return first


def _differently_guarded(folder: BackupFolder) -> Iterator[Path]:
    tried: set[bytes] = set()
    for copy in folder.finished():
        header = copy / HEADER
        if header.is_file() and (guard := guarding(header.read_bytes())) not in tried:
            tried.add(guard)
            yield copy


def _generation(header: bytes) -> int | None:
    try:
        return parsed(header).generation
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _log(header: bytes) -> str:
    try:
        return parsed(header).log
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ""


def _looked_at(found: CopiesFound, *, thorough: bool, step: Step = lambda done, total: None) -> CopiesFound:
    folder, keys = found.folder, found.keys
    lists = backup_keys(keys.vault)
    vaulted = _Vaulted(Vault(folder.vault, keys.vault), held_sizes(folder.vault) if folder.vault.is_dir() else {})
    manifests = {copy: _manifest(copy, lists.sign) for copy in folder.finished()}
    if thorough:
        _read_through(vaulted, sorted({name for one in manifests.values() if one for name in one.vault}), step)
    copies = tuple(_judged(copy, one, vaulted, keys, thorough) for copy, one in manifests.items())
    return replace(found, copies=copies, findings=_findings(folder, lists.sign))


def _read_through(vaulted: _Vaulted, names: Sequence[str], step: Step) -> None:
    for number, name in enumerate(names):
        step(number, len(names))
        vaulted.proves(name)
    step(len(names), max(1, len(names)))


def _manifest(copy: Path, sign: bytes) -> Manifest | None:
    try:
        return read_manifest(copy, sign)
    except Damaged:
        return None


def _findings(folder: BackupFolder, sign: bytes) -> tuple[Finding, ...]:
    try:
        read_checks(folder.checks, sign)
    except Damaged:
        return (Finding("backup_checks_lost", "backup.place"),)
    return ()


def _judged(copy: Path, manifest: Manifest | None, vaulted: _Vaulted, keys: Keys, thorough: bool) -> CopyFound:
    if manifest is None or not _own_whole(copy, manifest, keys, thorough):
        return CopyFound(copy, manifest, CopyState.DAMAGED)
    gone = {name for name, size in manifest.vault.items() if vaulted.sizes.get(name) != size}
    if thorough:
        gone |= {name for name in manifest.vault if name not in gone and not vaulted.proves(name)}
    lacking = frozenset(gone) | frozenset(manifest.lacking)
    whole = CopyState.VERIFIED if thorough else CopyState.PRESENT
    return CopyFound(copy, manifest, CopyState.LACKING if lacking else whole, lacking)


def _own_whole(copy: Path, manifest: Manifest, keys: Keys, thorough: bool) -> bool:
    files = {name: copy / name for name in manifest.own}
    if any(not path.is_file() or path.stat().st_size != manifest.own[name].size for name, path in files.items()):
        return False
    if not thorough:
        return True
    return all(own_file(path) == manifest.own[name] for name, path in files.items()) and is_sound(
        files[DATABASE], keys.database
    )
