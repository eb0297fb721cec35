"""An OFD on the command line: taken in and told of, read as a statement, refused in words."""

from __future__ import annotations

import hashlib

from tests.evidence.statements.test_ofd_statements import statement_ofd
from tests.received.ofd.making import ofd, page, text
from tests.received.ofd.test_told import attached

NUMBER = "CC-2026-00001"


def test_a_proof_in_ofd(say, tmp_path):
    file = tmp_path / "发票.ofd"
    file.write_bytes(attached())
    code, answer, _ = say("evidence", "add", NUMBER, "diagnosis", file)
    assert (code, answer["sha256"]) == (0, hashlib.sha256(attached()).hexdigest())
    assert {one["code"] for one in answer["findings"]} == {"ofd_invoice", "ofd_attachments"}
    assert "1234.50" in next(one["message"] for one in answer["findings"] if one["code"] == "ofd_invoice")


def test_a_locked_one_is_refused(say, tmp_path):
    file = tmp_path / "密.ofd"
    file.write_bytes(ofd(page(text("密")), parts={"Encryptions.xml": "<a/>"}))
    code, answer, _ = say("evidence", "add", NUMBER, "diagnosis", file)
    assert (code, [one["code"] for one in answer["findings"]]) == (2, ["ofd_locked"])


def test_a_statement_in_ofd(say, tmp_path):
    file = tmp_path / "流水.ofd"
    file.write_bytes(statement_ofd("icbc.printed", False))
    code, answer, _ = say("statement", file)
    assert (code, answer["rows_read"]) == (0, 40)
