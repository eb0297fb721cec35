#!/bin/sh
# peewee loads the PostgreSQL driver and asyncio with it wherever psycopg is installed, though only an SQLite database is opened.
#
# versions:  peewee 4.5.3, psycopg and psycopg-binary 3.3.9
# expected:  a driver is loaded by the class of database that needs it: PostgresqlDatabase has an adapter of its own for each
# behaviour: the module tries psycopg2, psycopg and the drivers of MySQL when it is imported and keeps what it finds. An application
#            that ships psycopg for the offices that have a server pays for it at every start on a local file. Where the import is
#            kept out (None under its name in sys.modules while peewee loads) SQLite works as before, and PostgresqlDatabase takes
#            for granted that there is no driver, then or later: it falls back to psycopg2 and refuses.
# output:    what an import of peewee and an open SQLite database load, by the presence of the package
#   | psycopg absent: psycopg no, asyncio no
#   | psycopg present: psycopg yes, asyncio yes
#   | kept out: psycopg no, asyncio no, SQLite answers 1
#   | kept out, PostgresqlDatabase after the driver was imported: psycopg2 postgres driver not found.
# day:       2026-11-30
# why:       measured on a desktop program: 12 MB more and a tenth of a second of every start, on the weak machines of offices that
#            have no server, and of every command of its command line.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
cat >"$work/loaded.py" <<'PYTHON'
import sys

kept_out = sys.argv[1] == "kept out"
if kept_out:
    sys.modules["psycopg"] = None
import peewee

if kept_out:
    del sys.modules["psycopg"]
database = peewee.SqliteDatabase(":memory:")
(answer,) = database.execute_sql("SELECT 1").fetchone()
loaded = ", ".join(f"{name} {'yes' if name in sys.modules else 'no'}" for name in ("psycopg", "asyncio"))
print(f"| {sys.argv[1]}: {loaded}" + (f", SQLite answers {answer}" if kept_out else ""))
if kept_out:
    import psycopg  # noqa: F401

    try:
        peewee.PostgresqlDatabase("office", prefer_psycopg3=True).connect()
    except peewee.ImproperlyConfigured as error:
        print(f"| kept out, PostgresqlDatabase after the driver was imported: {error}")
PYTHON
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check peewee==4.5.3 ||
  { echo "the package cannot be installed here" && exit 77; }
"$work/venv/bin/python" "$work/loaded.py" "psycopg absent" >"$work/told"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check psycopg==3.3.9 psycopg-binary==3.3.9 ||
  { echo "the packages cannot be installed here" && exit 77; }
"$work/venv/bin/python" "$work/loaded.py" "psycopg present" >>"$work/told"
"$work/venv/bin/python" "$work/loaded.py" "kept out" >>"$work/told"
sed -n 's/^| //p' "$work/told" >"$work/seen"
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
