"""The commands that look after the root certificates which a desk trusts for signatures in proofs."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.evidence import trust_roots
from workstation.actions.evidence.trust_roots import TrustRoot
from workstation.cli.answers import Answer
from workstation.wording import Wording


def trust_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Trust the authority of a certificate file."""
    return _json(trust_roots.add_trust_root(desk, Path(given.file)))


def trust_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The authorities that are trusted."""
    return {"roots": [_json(one) for one in trust_roots.trust_roots(desk)]}


def trust_remove(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Trust an authority no more."""
    return {"removed": _json(desk.run(trust_roots.remove_trust_root, given.fingerprint))}


def _json(one: TrustRoot) -> Answer:
    return {
        "fingerprint": one.id,
        "subject": one.subject,
        "expires_on": one.expires_on.isoformat(),
        "at": one.at.isoformat(),
        "by": one.by,
    }
