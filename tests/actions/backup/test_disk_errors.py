"""What a disk refused while copies were made is told as what it is."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2

from workstation.errors import Refused
from workstation.store.backup import disk_errors


@pytest.mark.parametrize(("takes_writes", "code"), [(True, "backup_disk_error"), (False, "backup_unwritable")])
def test_a_database_that_was_opened_to_be_read_is_told_by_its_place(tmp_path, monkeypatch, takes_writes, code) -> None:
    """Where a failing disk refuses to open a file, SQLite opens it to be read."""
    monkeypatch.setattr(disk_errors, "_takes_writes", lambda _place: takes_writes)
    with pytest.raises(Refused) as caught, disk_errors.copying_to(tmp_path):
        raise dbapi2.OperationalError("attempt to write a readonly database")
    assert [one.code for one in caught.value.findings] == [code]
