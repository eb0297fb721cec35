"""Which tests `make check` runs for which changed files."""

from __future__ import annotations

import pytest

from tests.source_tree import ROOT
from tools.changed_tests import DATA, LARGE, targets

TESTS = {
    "tests/conftest.py": "",
    "tests/builders.py": "",
    "tests/test_money.py": "from workstation.money import Money\n",
    "tests/test_walls.py": "from tests.source_tree import ROOT\n",
    "tests/plan/plans.py": "",
    "tests/plan/test_schedule.py": "from tests.builders import terms\n",
    "tests/plan/options/test_shares.py": "",
    "tests/bench/test_against.py": "",
    "tests/ui/test_shell.py": "",
    "tests/ui/pages/evidence/test_intake.py": "",
    "tests/ui/pages/plan/test_grace.py": "",
    **{f"tests/large/test_{no}.py": "" for no in range(LARGE)},
    "tests/large/test_seal.py": "",
    "tests/large/test_seal_again.py": "",
    "tests/large/test_packet.py": "from workstation.large.seal import seal\n",
    "tests/large/test_binding.py": "from workstation.large import seal\n",
}


@pytest.mark.parametrize(
    ("changed", "run"),
    [
        ([], []),
        (["workstation/plan/schedule.py"], ["tests/plan"]),
        (["workstation/plan/options/shares.py"], ["tests/plan/options"]),
        (["workstation/plan/rate/roots.py"], ["tests/plan"]),
        (["workstation/plan/options/shares.py", "workstation/plan/terms.py"], ["tests/plan"]),
        (["ui/pages/evidence/intake.py"], ["tests/ui/pages/evidence"]),
        (["ui/pages/keep/page.py"], ["tests/ui/pages"]),
        (["ui/look/theme.py"], ["tests/ui"]),
        (["bench/against.py"], ["tests/bench"]),
        (["workstation/money.py"], ["tests/test_money.py"]),
        (["workstation/untested.py"], []),
        (["workstation/unmirrored/deep.py"], []),
        (["tools/money.py"], ["tests/test_money.py"]),
        (["tests/test_walls.py"], ["tests/test_walls.py"]),
        (["tests/plan/test_schedule.py"], ["tests/plan/test_schedule.py"]),
        (["tests/plan/plans.py"], ["tests/plan"]),
        (["tests/builders.py"], ["tests/plan/test_schedule.py"]),
        (["workstation/large/seal.py"], [f"tests/large/test_{name}.py" for name in ("binding", "packet", "seal", "seal_again")]),
        (["workstation/large/other.py"], ["tests/large"]),
        (["resources/wording/en/plan.toml"], ["tests/test_wording.py"]),
        (["requirements-dev.lock"], ["tests/test_dependencies.py"]),
        (["README.md", "resources/icons/back.svg"], []),
    ],
)  # fmt: skip
def test_each_file_has_its_tests(changed, run):
    assert targets(changed, TESTS, TESTS.__getitem__) == run


@pytest.mark.parametrize("target", sorted(set(DATA.values())))
def test_what_tests_the_data_is_there(target):
    assert (ROOT / target).exists()
