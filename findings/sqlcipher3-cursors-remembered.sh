#!/bin/sh
# A connection of sqlcipher3 remembers every cursor that was made by calling its class, until the connection is closed.
#
# versions:  sqlcipher3 0.6.4, beside it the sqlite3 of Python 3.11
# expected:  a cursor that nobody holds any more is gone, however it was made: the documents have both ways for the same thing
# behaviour: the connection keeps a weak reference to each of its cursors and sweeps out dead ones in `connection.cursor()` alone.
#            `Cursor(connection)`, the usual way for a class of one's own, adds to the list and never sweeps; one call of
#            `connection.cursor(Own)` makes the same object and sweeps. Python's own module, of the same origin, does likewise.
# output:    what stays of 20,000 cursors that were used and dropped, before the connection is closed
#   | sqlcipher3, Own(connection): more than 60 bytes each
#   | sqlcipher3, connection.cursor(Own): less than 5 bytes each
#   | sqlite3, Own(connection): more than 60 bytes each
#   | sqlite3, connection.cursor(Own): less than 5 bytes each
# day:       2026-12-01
# why:       a desk stays open all day and asks by a class of its own, whose rows are checked on the way: a report over 100,000
#            cases that asks each of them ten things keeps a hundred megabytes, and nothing that looks for leaked objects sees any.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check sqlcipher3==0.6.4 ||
  { echo "the package cannot be installed here" && exit 77; }
"$work/venv/bin/python" - >"$work/seen" <<'PYTHON'
import gc
import sqlite3
import tracemalloc

from sqlcipher3 import dbapi2

TIMES = 20_000


def kept(module, by_class):
    """Bytes a cursor; the cursors themselves are gone as soon as the next one is made."""

    class Own(module.Cursor):
        pass

    connection = module.connect(":memory:")
    tracemalloc.start()
    for _ in range(TIMES):
        cursor = Own(connection) if by_class else connection.cursor(Own)
        cursor.execute("SELECT 1").fetchone()
    del cursor
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] / TIMES
    tracemalloc.stop()
    connection.close()
    return "more than 60" if held > 60 else "less than 5" if held < 5 else f"{held:.0f}"


for name, module in (("sqlcipher3", dbapi2), ("sqlite3", sqlite3)):
    print(f"{name}, Own(connection): {kept(module, True)} bytes each")
    print(f"{name}, connection.cursor(Own): {kept(module, False)} bytes each")
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
