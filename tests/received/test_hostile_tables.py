"""Hostile files of our own in the reader of tables: rows without anything hidden, or a refusal that says what the file is."""

from __future__ import annotations

import pytest

from tests.hostile_files import Hostile, hostile_files
from workstation.errors import Refused
from workstation.received.tables import read_table


@pytest.mark.parametrize("file", hostile_files(), ids=lambda file: file.name)
def test_a_hostile_table_is_read_clean_or_refused(file: Hostile):
    if isinstance(file.table, str):
        with pytest.raises(Refused) as refused:
            read_table(file.data, file.name)
        assert [finding.code for finding in refused.value.findings] == [file.table]
    else:
        assert read_table(file.data, file.name).rows == file.table
