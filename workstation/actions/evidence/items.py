"""Receive proof into the vault, check it by a named check, waive it with a reason. Originals are never altered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk, acting_supervisor
from workstation.casework.contradictions import contradiction_findings
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.consistency import explained_as
from workstation.evidence.container import ItemContainer
from workstation.evidence.item_facts import ItemFacts as ItemFacts
from workstation.evidence.verification import CheckResult, EvidenceItem, ItemTurn, Verification, Waiver, needs_note
from workstation.field_ref import FieldRef
from workstation.identity import name_key, new_id
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.received.inspection import inspect
from workstation.store.sharing.merging import conflict
from workstation.store.sources import Stored
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Received:
    """A file that lies in the vault and waits for its record; ``note`` stands on it where nobody wrote another."""

    file_name: str
    media_type: str
    stored: Stored
    container: ItemContainer | None = None
    note: str = ""


def add_file(desk: Desk, case_id: str, requirement: str, path: Path, facts: ItemFacts | None = None) -> EvidenceItem:
    """Take a file into the vault as proof of a requirement of this case; only its record is a transaction, of its own.

    Refuses an unknown requirement and a file that cannot be opened as what it is (damaged, locked, empty); the file itself stays
    where it was. The vault is written before the record, so a crash leaves a spare vault file, never a record without its file.
    """
    _refuse_unknown(desk, case_id, requirement)
    received = desk.compute(receive, desk.vault, path, readers=desk.readers)
    return desk.run(record, case_id, requirement, received, facts)


def receive(
    vault: Vault, path: Path, seen: Callable[[int, int], None] | None = None, readers: Readers = IN_PROCESS
) -> Received:
    """Look at a file and take it into the vault, on any thread; `record` makes it a proof.

    ``seen`` hears how far it is (bytes done, bytes in all), and may stop it by raising. Raises `Refused` as `inspect` does.
    """
    media_type = inspect(path, readers, partial(seen, 0, 1) if seen is not None else None)
    if seen is None:
        return Received(path.name, media_type, vault.add(path))
    report, done = seen, 0
    total = 2 * path.stat().st_size

    def count(piece: int) -> None:
        nonlocal done
        done += piece
        report(min(done, total), total)

    return Received(path.name, media_type, vault.add(path, count))


@dataclass(frozen=True, slots=True)
class Receiver:
    """Takes files into one vault, on any thread, without a desk."""

    vault: Vault
    readers: Readers = IN_PROCESS
    language: str = ""

    def file(self, path: Path, seen: Callable[[int, int], None]) -> Received:
        """As `receive`."""
        return receive(self.vault, path, seen, self.readers)

    def picture(self, data: bytes, name: str) -> Received:
        """Take in a picture (PNG) that was pasted; it was never a file, and never becomes one in the clear."""
        return Received(name, "image/png", self.vault.keep(data, name))


def receiver(desk: Desk) -> Receiver:
    """What takes files into the vault of a desk. Raises `Refused` (role_viewer)."""
    desk.entitle("works")
    return Receiver(desk.vault, desk.readers, desk.settings.language)


def record(
    desk: Desk, case_id: str, requirement: str, received: Received, facts: ItemFacts | None = None
) -> EvidenceItem:
    """Make a received file a proof of a requirement.

    Refuses an unknown requirement, and a file that a check of the vault cleared away meanwhile (``file_gone``).
    """
    _refuse_unknown(desk, case_id, requirement)
    return _put_down(desk, case_id, requirement, received, facts or ItemFacts())


def _put_down(desk: Desk, case_id: str, requirement: str, received: Received, given: ItemFacts) -> EvidenceItem:
    if not desk.vault.holds(received.stored.sha256):
        raise Refused(Finding("file_gone", received.file_name, {"file": received.file_name}))
    item = EvidenceItem(
        id=new_id(),
        case_id=case_id,
        requirement=requirement,
        sha256=received.stored.sha256,
        file_name=received.file_name,
        size=received.stored.size,
        media_type=received.media_type,
        received_at=desk.clock.now(),
        received_by=desk.agent,
        account_id=given.account_id,
        form=given.form,
        issuer=given.issuer,
        document_number=given.document_number,
        issued_on=given.issued_on,
        covers_from=given.covers_from,
        covers_to=given.covers_to,
        note=given.note or received.note,
    )
    desk.store.add(item)
    if received.container is not None:
        desk.store.add(replace(received.container, item_id=item.id, case_id=case_id))
    return item


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of putting files on record: the proofs, and what is to be said of them."""

    items: tuple[EvidenceItem, ...]
    findings: tuple[Finding, ...]


def record_all(desk: Desk, case_id: str, requirement: str, received: Sequence[Received]) -> Recorded:
    """Make received files proofs of a requirement, or (empty) of none yet; one that lies there already is named, not added twice.

    The same file in another case is reported. Raises `Refused` for an unknown requirement.
    """
    items: list[EvidenceItem] = []
    found: list[Finding] = []
    where = {"requirement": requirement} if requirement else {}
    if requirement:
        _refuse_unknown(desk, case_id, requirement)
    for one in received:
        there = desk.store.find(EvidenceItem, case_id=case_id, sha256=one.stored.sha256, **where)
        if any(not item.withdrawn for item in there):
            found.append(Finding("file_already_here", f"evidence.{requirement}", {"file": one.file_name}))
            continue
        try:
            items.append(_put_down(desk, case_id, requirement, one, ItemFacts()))
        except Refused as refused:
            found += refused.findings
    twins = (finding for item in items for finding in duplicates_elsewhere(desk, item))
    return Recorded(tuple(items), (*found, *twins))


def _refuse_unknown(desk: Desk, case_id: str, requirement: str) -> None:
    known = {line.requirement.code for line in load_case(desk, case_id).checklist}
    if requirement not in known:
        raise Refused(Finding("requirement_unknown", f"evidence.{requirement}", {"known": ", ".join(sorted(known))}))


def change_facts(desk: Desk, item_id: str, facts: ItemFacts, base: EvidenceItem | None = None) -> EvidenceItem:
    """Mend what was read off a proof; checks already made on it are void, since they were of other facts.

    ``base``: the proof as it was loaded, as in `cases.save_debtor`.
    """
    before = base or desk.store.get(EvidenceItem, item_id)
    named = {field: getattr(facts, field) for field in ItemFacts.__dataclass_fields__}
    corrected = desk.store.save(replace(before, **named), before)
    for check in desk.store.find(Verification, item_id=item_id):
        desk.store.delete(Verification, check.id)
    return corrected


def duplicates_elsewhere(desk: Desk, item: EvidenceItem) -> tuple[Finding, ...]:
    """A finding for every other case in which the same file was submitted."""
    found = []
    for other in desk.store.find(EvidenceItem, sha256=item.sha256):
        if other.case_id != item.case_id:
            case = desk.store.get(Case, other.case_id)
            name = desk.store.get(Debtor, case.debtor_id).name
            found.append(
                Finding("same_file_elsewhere", f"evidence.{item.requirement}", {"case": case.number, "name": name})
            )
    return tuple(found)


def verify(
    desk: Desk,
    item_id: str,
    check: str,
    result: CheckResult,
    note: str = "",
    by: str = "",
    seen: EvidenceItem | None = None,
) -> Verification:
    """Record a named check of an item by the person signed in, or by the second person who vouched for it at this desk.

    ``by`` may name that person. Refuses another name (``witness_elsewhere``), a check the pack does not accept here, one without
    the note that it needs, and (item_changed) an item that is no longer as in ``seen``: nobody looked at what it is now.
    """
    item = desk.store.get(EvidenceItem, item_id)
    file = load_case(desk, item.case_id)
    subject = f"evidence.{item.requirement}"
    line = next((line for line in file.checklist if line.requirement.code == item.requirement), None)
    accepted = line.requirement.checks if line else ()
    found = []
    if by.strip() and name_key(by) != name_key(desk.witness):
        found.append(Finding("witness_elsewhere", "verification.by", {"name": by.strip()}))
    if item.withdrawn:
        found.append(Finding("evidence_withdrawn", subject))
    if seen is not None and replace(seen, withdrawn=item.withdrawn) != item:
        found.append(Finding("item_changed", subject, {"file": item.file_name}))
    if accepted and check not in accepted:
        found.append(Finding("check_not_accepted", subject, {"check": check, "accepted": ", ".join(accepted)}))
    if needs_note(check, result, second_person=desk.witness != desk.agent) and not note.strip():
        found.append(Finding("required_field", "verification.note"))
    refuse_if(found)
    verification = Verification(
        new_id(), item_id, item.case_id, check, result, desk.clock.now(), desk.witness, note.strip()
    )
    desk.store.add(verification)
    return verification


def waive(desk: Desk, case_id: str, requirement: str, reason: str, supervisor: str = "") -> Waiver:
    """The supervisor who is here lets a requirement go, with a reason; both are kept. ``supervisor`` may name them.

    Raises `Refused`: required_field, role_supervisor, supervisor_elsewhere.
    """
    if not reason.strip():
        raise Refused(Finding("required_field", FieldRef.WAIVER_REASON))
    by = acting_supervisor(desk, supervisor, FieldRef.WAIVER_SUPERVISOR)
    waiver = Waiver(new_id(), case_id, requirement, reason.strip(), by, desk.clock.now())
    desk.store.add(waiver)
    return waiver


def explain(desk: Desk, case_id: str, contradiction: str, reason: str, supervisor: str = "") -> Waiver:
    """A supervisor says why a fact is told differently in two places; kept as a waiver of just this contradiction.

    ``contradiction`` as `explained_as` names it. Raises `Refused` (not_found) where that is not told differently.
    """
    if contradiction not in map(explained_as, contradiction_findings(load_case(desk, case_id))):
        raise Refused(Finding("not_found", contradiction))
    return waive(desk, case_id, contradiction, reason, supervisor)


def withdraw(desk: Desk, item_id: str, withdrawn: bool = True) -> None:
    """Take a proof off the checklist, or put it back; the file stays in the vault."""
    desk.store.save(replace(desk.store.get(EvidenceItem, item_id), withdrawn=withdrawn))


def turn_item(desk: Desk, item_id: str, quarters: int, seen: int | None = None) -> None:
    """Remember how far a proof is turned to stand upright, in quarters clockwise; the file itself stays as it is.

    ``seen``: the turn from which the person went on; refused (save_conflict) when it was turned otherwise meanwhile.
    """
    item, stored = desk.store.get(EvidenceItem, item_id), item_turn(desk, item_id)
    if seen is not None and stored not in (seen % 4, quarters % 4):
        raise Refused(conflict(f"evidence.{item.requirement}", f"{stored * 90}°", f"{quarters % 4 * 90}°"))
    if quarters % 4:
        desk.store.save(ItemTurn(item_id, item.case_id, quarters % 4))
    elif desk.store.find(ItemTurn, item_id=item_id):
        desk.store.delete(ItemTurn, item_id)


def item_turn(desk: Desk, item_id: str) -> int:
    """By how many quarters (0 to 3, clockwise) a proof is shown turned."""
    return next((one.quarters for one in desk.store.find(ItemTurn, item_id=item_id)), 0)


def item(desk: Desk, item_id: str) -> EvidenceItem:
    """One proof as it is stored."""
    return desk.store.get(EvidenceItem, item_id)


def item_reader(desk: Desk, item_id: str) -> Callable[[], bytes]:
    """What reads the original file of an item, on any thread. Calling it raises `Damaged` as `item_bytes`."""
    item, vault = desk.store.get(EvidenceItem, item_id), desk.vault
    return lambda: vault.read(item.sha256)


def item_bytes(desk: Desk, item_id: str) -> bytes:
    """The original file of an item. Raises `Damaged` when the vault file no longer matches its hash."""
    return desk.vault.read(desk.store.get(EvidenceItem, item_id).sha256)
