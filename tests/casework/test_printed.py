"""Names of the files in which papers leave the desk."""

from __future__ import annotations

import pytest

from workstation.casework.printed import PACKET, file_name

LONG = "某某农村商业银行股份有限公司" * 12


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("CC-1", "招商银行", PACKET), "CC-1-招商银行.pdf"),
        (("CC-1", "招商银行", "letter", 3), "CC-1-招商银行-letter-v3.pdf"),
        (("CC-1", "a/b:c\n\0d", PACKET), "CC-1-a_b_c__d.pdf"),
    ],
)
def test_a_file_is_called_by_number_bank_kind_and_version(given, expected) -> None:
    assert file_name(*given) == expected


def test_a_long_name_of_a_bank_fits_any_file_system_and_stays_distinct() -> None:
    names = {file_name("CC-2026-00001", f"{LONG}{end}", "hardship_letter", 2) for end in ("甲", "乙", "")}
    assert len(names) == 3
    assert all(len(name.encode()) < 230 and "�" not in name for name in names)
    assert all(name.startswith("CC-2026-00001-某某农村") and name.endswith("-hardship_letter-v2.pdf") for name in names)
