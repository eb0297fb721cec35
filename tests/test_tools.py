"""What is not there: a test skips for it on a user's machine, saying what it needs, and fails for it on CI."""

from __future__ import annotations

import pytest

from tests import tools


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """No shared folder, no program, and not on CI."""
    monkeypatch.setattr(tools, "SHARED", tmp_path / "shared")
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("CI", "CONCORD_SHARED"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_on_a_users_machine_what_is_missing_skips_a_test_and_is_named(alone):
    with pytest.raises(pytest.skip.Exception, match=r"needs \.\./shared/corpus/ofd,"):
        tools.shared("corpus", "ofd")
    with pytest.raises(pytest.skip.Exception, match="pdftotext is not installed"):
        tools.needs("pdftotext")
    assert tools.beside("corpus") is None


@pytest.mark.parametrize("value", ["true", "1"])
def test_on_ci_what_is_missing_fails_a_test(alone, value):
    alone.setenv("CI", value)
    for call in (lambda: tools.shared("corpus"), lambda: tools.beside("corpus"), lambda: tools.needs("pdftotext")):
        with pytest.raises(pytest.fail.Exception):
            call()


def test_a_ci_without_the_folder_may_say_so(alone):
    alone.setenv("CI", "true")
    alone.setenv("CONCORD_SHARED", "absent")
    with pytest.raises(pytest.skip.Exception):
        tools.shared("corpus")
    assert tools.beside("corpus") is None
    with pytest.raises(pytest.fail.Exception):
        tools.needs("pdftotext")


def test_what_is_there_is_given(alone, tmp_path):
    (tmp_path / "shared" / "corpus").mkdir(parents=True)
    assert tools.shared("corpus") == tools.beside("corpus") == tmp_path / "shared" / "corpus"
