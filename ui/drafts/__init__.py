"""The journal of what is typed: each field of a page, written within a second, put back at the next opening."""
