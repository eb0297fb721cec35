"""Every stored kind says what part it takes in the transfer of a case; a new one cannot be forgotten."""

from __future__ import annotations

import pytest

from tests.store.stored import EVERY, filled
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import ReferenceField
from workstation.store.transfer.content import collect, files_of, without_own
from workstation.store.transfer.plain import PlainForm
from workstation.store.transfer.scopes import SCOPES

KINDS = tuple(RECORDS)


def test_every_record_is_classified() -> None:
    assert {kind.__name__ for kind in KINDS} ^ {kind.__name__ for kind in SCOPES} == set(), (
        "say in SCOPES whether it belongs to a case, and goes along with it"
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_bears_the_key_of_a_case_belongs_to_it(kind: type) -> None:
    of_case = "case_id" in RECORDS[kind]._meta.fields or kind.__name__ == "Case"
    assert of_case == (SCOPES[kind].belongs in ("case", "stays"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_a_travelling_kind_refers_to_travels_too(kind: type) -> None:
    travelling = {RECORDS[other]._meta.table_name for other, scope in SCOPES.items() if scope.travels}
    if SCOPES[kind].travels:
        wanted = {field.table for field in RECORDS[kind]._meta.fields.values() if isinstance(field, ReferenceField)}
        assert wanted <= travelling


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_unique_index_holds_a_field_that_a_desk_numbers_for_itself(kind: type) -> None:
    """Two desks may each have taken the next number; the key itself is random."""
    meta = RECORDS[kind]._meta
    unique = [set(names) for names, only in meta.indexes if only]
    unique += [{field.name} for field in meta.sorted_fields if field.unique and not field.primary_key]
    if SCOPES[kind].travels:
        assert all(names & set(SCOPES[kind].own) for names in unique)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_hash_of_bytes_names_a_file_of_the_vault(kind: type) -> None:
    names_file = "sha256" in RECORDS[kind]._meta.fields and kind.__name__ != "Import"
    assert (SCOPES[kind].file == "sha256") == names_file


def test_a_case_is_collected_whole() -> None:
    store = filled()
    collected = collect(store, "c1")
    wanted = {kind for kind, scope in SCOPES.items() if scope.belongs in ("case", "referred", "stays")}
    form = PlainForm()
    assert {form.kind(entry.table) for entry in collected.entries} == wanted
    assert [form.entity(entry) for entry in collected.entries] == [one for one in EVERY if type(one) in wanted]
    assert all(SCOPES[form.kind(entry.table)].travels for entry in without_own(collected).entries)
    assert {one.sha256 for one in files_of(collected.entries)} == {"bc" * 32, "cd" * 32, "ef" * 32}
    store.close()
