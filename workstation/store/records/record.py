"""What every record is: a strict table named for its entity."""

from __future__ import annotations

from peewee import Model


def _table(record: type[Model]) -> str:
    """``StageChangeRecord`` lives in ``stage_change``."""
    name = record.__name__.removesuffix("Record")
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name).lstrip("_")


class Record(Model):
    """Strict tables: the database itself refuses a text where a number belongs. Rows keep the order in which they came."""

    class Meta:  # noqa: D106 - peewee's own way to name a table
        strict_tables = True
        table_function = _table
