"""A desk whose records lie on a PostgreSQL server: sealed before they leave the workstation, asked for by keyed tokens."""
