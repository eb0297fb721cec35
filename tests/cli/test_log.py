"""What the command line did is noted in codes, without the words it was given."""

from __future__ import annotations

from tests.cli.conftest import CLOCK
from workstation.actions.demo.sample_desk import PASSPHRASE
from workstation.cli import run
from workstation.event_log import FileLog


def test_a_command_and_its_action_are_noted_without_its_words(sample, tmp_path, capsys) -> None:
    words_file = tmp_path / "passphrase"
    words_file.write_text(PASSPHRASE, "utf-8")
    log = FileLog(tmp_path / "commands.log", CLOCK)
    known = ["--desk", str(sample), "--passphrase-file", str(words_file), "--json"]
    assert run([*known, "desk", "check"], CLOCK, log) == 0
    assert run([*known, "case", "show", "欧阳-11010519491231002X"], CLOCK, log) == 2
    log.close()
    text = (tmp_path / "commands.log").read_text("ascii")
    assert [line.split()[2:-1] for line in text.splitlines()] == [
        ["compute", "integrity._checked", "ok"],
        ["action", "upkeep.quarantine_orphans", "ok"],
        ["command", "desk.check", "ok"],
        ["command", "case.show", "case_unknown"],
    ]
    capsys.readouterr()
