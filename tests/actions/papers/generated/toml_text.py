"""A case as the text of a TOML file."""

from __future__ import annotations

from datetime import date
from typing import Any

Table = dict[str, Any]


def toml_text(case: Table) -> str:
    """Plain keys, then tables, then tables of tables."""
    plain = [
        f"{key} = {_value(value)}" for key, value in case.items() if not isinstance(value, dict) and not _tables(value)
    ]
    for key, value in case.items():
        if isinstance(value, dict):
            plain += ["", f"[{key}]", *_table(key, value)]
        elif _tables(value):
            for one in value:
                plain += ["", f"[[{key}]]", *_table(key, one)]
    return "\n".join(plain) + "\n"


def _table(name: str, table: Table) -> list[str]:
    inner = [key for key, value in table.items() if (_tables(value) and name == "debtor") or key == "terms"]
    lines = [f"{key} = {_value(value)}" for key, value in table.items() if key not in inner]
    for key in inner:
        value = table[key]
        for one in value if isinstance(value, list) else [value]:
            head = f"[[{name}.{key}]]" if isinstance(value, list) else f"[{name}.{key}]"
            lines += ["", head, *(f"{part} = {_value(said)}" for part, said in one.items())]
    return lines


def _tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, date | int) or (isinstance(value, str) and value.startswith("2026-11-20T")):
        return str(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
