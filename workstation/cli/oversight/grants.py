"""What a supervisor elsewhere grants, on the command line: asked, signed, taken, and whose keys count."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.oversight import grant_keys, grants
from workstation.cli.answers import Answer
from workstation.cli.plans import kept_version
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.profile.case import Case
from workstation.promise.grant import SigningKey
from workstation.promise.grant_code import file_text
from workstation.promise.wait_grant import PromiseApproval
from workstation.received.regular_file import whole
from workstation.wording import Wording

_LONGEST = 8192


def keys(desk: Desk, given: argparse.Namespace, passphrase: str) -> Answer:
    """Make a pair, write its public key, register or forget one of a supervisor elsewhere; then the list."""
    if given.make:
        desk.run(grant_keys.keep_key, grant_keys.key_making(desk, passphrase)())
    if given.write:
        write_output(Path(given.write), grant_keys.public_file(_own(desk)))
    if given.register:
        name, public = grant_keys.read_public(Path(given.register))
        if not grant_keys.is_fingerprint_of(given.trust, public):
            figures = {"name": name, "fingerprint": grant_keys.fingerprint(public)}
            raise Refused(Finding("grant_key_untrusted", "--trust", figures))
        desk.run(grant_keys.register, name, public)
    if given.forget:
        desk.run(grant_keys.forget_key, given.forget)
    own = grant_keys.own_key(desk)
    return {
        "own": {"name": own.name, "fingerprint": grant_keys.fingerprint(own.public)} if own else None,
        "registered": [
            {
                "key": one.id.upper(),
                "fingerprint": grant_keys.fingerprint(one.public),
                "name": one.name,
                "by": one.by,
                "at": one.at.isoformat(),
            }
            for one in grant_keys.registered(desk)
        ],
    }


def request(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Ask for a plan version; the code goes to the supervisor."""
    file = load_case(desk, _case(desk, given.case))
    plan = kept_version(file, given.plan)
    if plan is None:
        raise Refused(Finding("not_found", f"plan.{given.plan}"))
    code = grants.request_code(desk.run(grants.request_grant, plan.id))
    if given.out:
        write_output(Path(given.out), file_text(code, wording.text("grant.request_file")).encode())
    return {"plan": plan.id, "version": plan.version, "request": code}


def write(desk: Desk, given: argparse.Namespace, passphrase: str, wording: Wording) -> Answer:
    """Show a request in words and, with ``--sign``, answer it by a code."""
    text = _text(given.request)
    shown = grants.read_request(desk, text)
    answer: dict[str, object] = {
        "case": shown.number or shown.asked.case.upper(),
        "version": shown.asked.version,
        "asked_on": shown.asked.on.isoformat(),
        "concessions": [
            wording.text("grant.concession").format(name=wording.text(f"concession.{name}"), size=format(size, "f"))
            for name, size in shown.asked.sizes.items()
        ],
        "grants": not given.refuse,
    }
    if not given.sign:
        return answer
    until = read_day(given.until, desk.clock.today()) if given.until else None
    signed = grants.grant_writing(desk, text, not given.refuse, until, passphrase)()
    code = desk.run(grants.keep_written, text, signed)
    if given.out:
        write_output(Path(given.out), file_text(code, wording.text("grant.code_file")).encode())
    return answer | {"code": code}


def use(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take a code: the version that was asked about is granted or refused."""
    approval = desk.run(grants.use_grant, _text(given.code))
    if isinstance(approval, PromiseApproval):
        about = {"account": approval.account_id, "on": approval.on.isoformat(), "amount": approval.amount.text()}
        return {**about, "decision": approval.decision, "by": approval.by}
    return {"plan": approval.plan_id, "decision": approval.decision, "by": approval.by}


def _own(desk: Desk) -> SigningKey:
    own = grant_keys.own_key(desk)
    if own is None:
        raise Refused(Finding("grant_no_key", FieldRef.GRANT_CODE, {"name": desk.user.name}))
    return own


def _case(desk: Desk, named: str) -> str:
    found = (*desk.store.find(Case, id=named), *desk.store.find(Case, number=named))
    if not found:
        raise Refused(Finding("not_found", f"case.{named}"))
    return found[0].id


def _text(given: str) -> str:
    """A code itself, one in a file, or one that is typed."""
    if given == "-":
        return sys.stdin.read(_LONGEST)
    path = Path(given)
    try:
        there = path.is_file()
    except (OSError, ValueError):
        there = False
    return whole(path, _LONGEST).decode(errors="replace") if there else given
