"""Every action is classified, and every role is refused exactly what it may not do, before anything happens."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.actions.signed_in import become
from tests.actions.test_cases import refused
from ui.desk_session import DeskSession
from workstation import actions
from workstation.actions import cases, people, roles
from workstation.actions.desk import Desk
from workstation.actions.evidence import items
from workstation.casework.user import ALONE, User, Vouched, signed_in
from workstation.errors import Refused


def public_actions() -> dict[str, Callable[..., Any]]:
    """Name within the room → function, of every public function that takes a desk first."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.walk_packages(actions.__path__, f"{actions.__name__}."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters.values()), None)
            mine = function.__module__ == module.name and not name.startswith("_")
            if mine and first is not None and first.name == "desk" and "Desk" in str(first.annotation):
                found[f"{module.name}.{name}".removeprefix(f"{actions.__name__}.")] = function
    return found


ACTIONS = public_actions()
GROUPS = {"anybody": roles.ANYBODY, "works": roles.WORKS, "supervises": roles.SUPERVISES, "recovers": roles.RECOVERS}
EXEMPT = {"desk.acting_supervisor", "edits.undo_of_plans.put", "edits.undo_of_plans.put_entries"}
"""No actions: they judge, or go on, within one."""
REFUSAL: dict[tuple[str, tuple[str, ...]], str] = {
    ("works", ("viewer",)): "role_viewer",
    ("supervises", ("viewer",)): "role_viewer",
    ("supervises", ("agent",)): "role_supervisor",
    ("recovers", ("viewer",)): "role_viewer",
    ("recovers", ("agent",)): "role_supervisor",
}
ROLES = (("agent",), ("supervisor",), ("viewer",), ("agent", "supervisor"))


def test_every_action_is_classified_once() -> None:
    listed = [name for group in GROUPS.values() for name in group]
    assert sorted(listed) == sorted(ACTIONS.keys() - EXEMPT)


class Ran(Exception):
    """The action was let through."""


def outcome(run: Callable[[], object]) -> str:
    try:
        run()
    except Ran:
        return "ran"
    except Refused as refusal:
        return refusal.findings[0].code
    return "nothing"


@pytest.mark.parametrize("who", ROLES, ids="+".join)
def test_a_role_runs_what_it_may_and_nothing_else(desk: Desk, who: tuple[str, ...]) -> None:
    become(desk, *who)
    session = DeskSession(desk)
    for name, need in ((name, need) for need, group in GROUPS.items() for name in group):

        def ran(desk: Desk) -> None:
            raise Ran

        ran.__module__, ran.__qualname__ = ACTIONS[name].__module__, ACTIONS[name].__qualname__
        outcomes = {
            outcome(partial(run, action)) for run in (desk.run, session.write) for action in (ran, partial(ran))
        }
        assert outcomes == {REFUSAL.get((need, who), "ran")}, name


def test_what_is_listed_nowhere_is_work(desk: Desk) -> None:
    become(desk, "viewer")
    assert refused(desk.run, lambda desk: None) == [("role_viewer", "person.roles")]


def test_a_viewer_reads_and_leaves_nothing(desk: Desk) -> None:
    case_id = desk.run(cases.new_case, "甲")
    become(desk, "viewer")
    assert cases.load_case(desk, case_id).debtor.name == "甲"
    assert refused(desk.run, cases.new_case, "乙") == [("role_viewer", "person.roles")]
    assert refused(items.receiver, desk) == [("role_viewer", "person.roles")], "no file reaches the vault either"
    assert desk.store.case_count() == 1


def test_an_action_within_an_action_is_judged_too(desk: Desk) -> None:
    case_id = desk.run(cases.new_case, "甲")
    become(desk, "agent")

    def outer(desk: Desk) -> None:
        desk.run(items.waive, case_id, "id_card", "遗失")

    assert refused(desk.run, outer) == [("role_supervisor", "person.roles")]


def test_a_vouching_ends_with_its_block(desk: Desk) -> None:
    become(desk, "agent")
    with desk.vouched_by(Vouched("周主管")):
        assert desk.supervisor == desk.witness == "周主管"
    assert desk.witness == desk.agent
    assert refused(lambda: desk.supervisor) == [("role_supervisor", "person.roles")]


def test_a_second_agent_vouches_for_a_look_and_for_no_grant(desk: Desk) -> None:
    become(desk, "agent")
    with desk.vouched_by(Vouched("王协商", ("agent",))):
        assert desk.witness == "王协商"
        assert refused(lambda: desk.supervisor) == [("role_supervisor", "person.roles")]


def test_nobody_lifts_a_viewer(desk: Desk) -> None:
    become(desk, "viewer")
    with desk.vouched_by(Vouched("周主管")):
        assert refused(desk.run, people.add_user, "丙", ("agent",)) == [("role_viewer", "person.roles")]


LIN, ZHOU = User("u1", "Lin Min", ("agent",)), User("u2", "周主管", ("supervisor",))


@pytest.mark.parametrize(
    ("users", "name", "recovery", "expected"),
    [
        ((), "whoever", False, User("", "林协商", ALONE)),
        ((), "", True, User("", "林协商", ALONE)),
        ((LIN, ZHOU), "ｌｉｎ　min", False, LIN),
        ((LIN, ZHOU), "周主管", False, ZHOU),
        ((LIN, ZHOU), "", False, LIN),
        ((LIN, ZHOU), "unknown", False, User("", "unknown", ("viewer",))),
        ((LIN, ZHOU), "", True, User("", "", ("viewer",))),
        ((LIN,), "", True, LIN),
    ],
)
def test_who_is_signed_in(users: tuple[User, ...], name: str, recovery: bool, expected: User) -> None:
    assert signed_in(users, name, "林协商", recovery=recovery) == expected
