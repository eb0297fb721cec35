"""A case handed from desk to desk and back by words alone."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.cli.conftest import CLOCK
from workstation.cli import run

NUMBER = "CC-2026-00001"


@pytest.fixture
def other(tmp_path, capsys):
    """Run words against an empty desk beside the sample; answers exit code and JSON."""
    words = tmp_path / "other-passphrase"
    words.write_text("另一个工作台的密码 7", "utf-8")
    head = ["--desk", str(tmp_path / "other"), "--passphrase-file", str(words), "--json"]

    def said(*words):
        code = run([*head, *map(str, words)], CLOCK)
        return code, json.loads(capsys.readouterr().out)

    assert said("desk", "init", "--name", "城西工作台", "--agent", "韩专员")[0] == 0
    return said


def code_of(answer):
    return [finding["code"] for finding in answer["findings"]]


def test_a_case_goes_and_comes_back(say, other, tmp_path):
    assert other("bundle", "key", "--out", tmp_path / "west.key")[0] == 0
    code, sent, _ = say("bundle", "write", NUMBER, "--for", tmp_path / "west.key", "--out", tmp_path / "case.bundle")
    assert code == 0 and sent["for"]["desk"] == "城西工作台" and sent["files"] > 10

    code, refused = other("bundle", "read", tmp_path / "case.bundle")
    assert code == 2 and code_of(refused) == ["bundle_sender_unknown"]
    fingerprint = refused["findings"][0]["figures"]["fingerprint"]
    assert other("bundle", "read", tmp_path / "case.bundle", "--trust", "1" * 40)[0] == 2

    code, shown = other("bundle", "read", tmp_path / "case.bundle", "--dry-run")
    assert code == 0 and not shown["taken_in"] and shown["plan"]["new"]
    assert other("case", "list")[1]["cases"] == []
    code, taken = other("bundle", "read", tmp_path / "case.bundle", "--trust", fingerprint, "--remember")
    assert code == 0 and taken["added"] == sent["entries"] and other("desk", "check")[1]["findings"] == []
    sender = {"desk": taken["sender"]["desk"], "fingerprint": fingerprint}
    assert other("bundle", "desks")[1]["desks"] == [sender]

    assert other("case", "show", NUMBER)[1]["debtor"] == say("case", "show", NUMBER)[1]["debtor"]
    again = other("bundle", "read", tmp_path / "case.bundle")[1]
    assert (again["added"], again["changed"], code_of(again)) == (0, 0, ["bundle_again"])

    code, _ = other("bundle", "write", NUMBER, "--for", taken["sender"]["desk"], "--out", tmp_path / "back.bundle")
    assert code == 0
    assert code_of(say("bundle", "read", tmp_path / "back.bundle", "--dry-run")[1]) == ["bundle_sender_unknown"]
    key = json.loads((tmp_path / "west.key").read_text("utf-8"))
    code, done, _ = say("bundle", "read", tmp_path / "back.bundle", "--trust", key["fingerprint"])
    assert code == 0 and (done["added"], done["changed"], done["plan"]["conflicts"]) == (1, 0, [])
    assert set(done["plan"]["added"]) == {"origin_entry"}  # what the other desk's log says of it


def test_what_is_no_bundle_or_for_somebody_else_is_refused(say, other, tmp_path):
    other("bundle", "key", "--out", tmp_path / "west.key")
    say("bundle", "write", NUMBER, "--for", tmp_path / "west.key", "--out", tmp_path / "case.bundle")
    assert code_of(say("bundle", "read", tmp_path / "case.bundle")[1]) == ["bundle_other_desk"]
    assert code_of(other("bundle", "read", tmp_path / "west.key")[1]) == ["bundle_unknown_file"]
    assert code_of(other("bundle", "read", tmp_path / "missing")[1]) == ["file_unreadable"]
    assert code_of(other("bundle", "write", "nothing", "--for", tmp_path / "west.key", "--out", tmp_path / "x")[1]) == [
        "case_unknown"
    ]
    own = say("bundle", "key", "--out", tmp_path / "own.key")[1]
    assert len(own["fingerprint"].split()) == 8
    said = say("bundle", "write", NUMBER, "--for", tmp_path / "own.key", "--out", tmp_path / "x.bundle")
    assert code_of(said[1]) == ["bundle_own_desk"]
    shutil.copy(tmp_path / "west.key", tmp_path / "bad.key")
    (tmp_path / "bad.key").write_text((tmp_path / "bad.key").read_text("utf-8").replace("城西", "城东"), "utf-8")
    said = say("bundle", "write", NUMBER, "--for", tmp_path / "bad.key", "--out", tmp_path / "x.bundle")
    assert code_of(said[1]) == ["desk_key_unreadable"]
    assert not (tmp_path / "x.bundle").exists()
