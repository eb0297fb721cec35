"""`statement FILE`: read and analysed without a desk; an unknown layout is refused, and read with its mapping."""

from __future__ import annotations

import json

import pytest

from tests.actions.evidence.test_mappings import TEXT, TOML
from tests.evidence.statements.printed_samples import entries, statement_pdf
from tests.received.signed_pdf import AT, authority, signed
from workstation.cli import run
from workstation.dates import FixedClock


@pytest.fixture
def files(tmp_path):
    table, mapping = tmp_path / "list.csv", tmp_path / "m.toml"
    table.write_text(TEXT, "utf-8")
    mapping.write_text(TOML, "utf-8")
    return table, mapping


def test_an_unknown_layout_needs_its_mapping(files, capsys):
    table, mapping = files
    assert run(["statement", str(table), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "statement_layout_unknown"
    assert run(["statement", str(table), "--mapping", str(mapping), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["layout"], answer["rows_read"], answer["months"][0]["income"]) == ("hand.某农商行", 3, "6850.00")


def test_a_mapping_that_fits_no_header_or_cannot_be_read_is_refused(files, capsys):
    table, mapping = files
    table.write_text(TEXT.replace("发生额", "数额"), "utf-8")
    assert run(["statement", str(table), "--mapping", str(mapping), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "statement_layout_unknown"
    assert run(["statement", str(table), "--mapping", str(table), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "columns_unreadable"


def test_a_named_authority_is_trusted_for_the_signature(tmp_path, capsys):
    file, root = tmp_path / "list.pdf", tmp_path / "root.cer"
    file.write_bytes(signed(statement_pdf("icbc.printed", entries(12))))
    root.write_bytes(authority().root)

    def told(*more: str) -> set[str]:
        assert run(["statement", str(file), "--json", *more], FixedClock(AT)) == 0
        return {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}

    assert "signature_signer_unknown" in told()
    assert "signature_signer_unknown" not in told("--trust", str(root))
