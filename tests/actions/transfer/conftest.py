"""Two desks for bundles: one with a case and its files, one without cases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.transfer.two_desks import PACKET, PROOF, empty_desk
from tests.store.stored import EVERY
from workstation.casework.handover import BundleState, CaseBundle, KnownDesk
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem


@pytest.fixture
def here(tmp_path):
    """A desk with one of every entity, whose files are in its vault."""
    with empty_desk(tmp_path / "a") as desk:
        proof, packet = desk.vault.keep(PROOF, "proof"), desk.vault.keep(PACKET, "packet")
        held: dict[type, dict[str, object]] = {EvidenceItem: {"sha256": proof.sha256, "size": proof.size}}
        held[ItemContainer] = {"sha256": proof.sha256, "size": proof.size}
        held |= {kind: {"sha256": packet.sha256} for kind in (PrintedPacket, PrintRecord)}
        foreign = (CaseBundle, BundleState, KnownDesk)
        desk.store.add_all(
            replace(one, **held.get(type(one), {}))
            for one in EVERY
            if type(one).__name__ not in ("DeskSettings", "DeskIdentity") and not isinstance(one, foreign)
        )
        yield desk


@pytest.fixture
def there(tmp_path):
    with empty_desk(tmp_path / "b") as desk:
        desk.settings = replace(desk.settings, desk_name="城西工作台", agent="韩专员")
        yield desk
