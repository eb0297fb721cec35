"""What the arguments about desks on a server mean."""

from __future__ import annotations

from typing import Final

OF_SERVERS: Final = {
    "--login": "a role of the server by which a workstation signs in",
    "--office": "the role of the server in whose name the records of the office are kept",
    "--server-password-file": "file with the password of the login; kept sealed in the desk's folder",
    "desk server-sql file": "the file to write; run it with psql in a database made for it",
    "desk server-sql --further": "a further office on a server that was prepared before",
    "desk server-sql --upgrade": "instead: what readies a server that was prepared before for this program",
    "desk move --to-folder": "new or empty folder for a desk that comes back from its server",
    "desk move --host": "address or name of the server, or the folder of its socket",
    "desk move --port": "its port; default: 5432",
    "desk move --database": "its database; default: concord",
    "desk move --authority": "file with the certificate (PEM) that vouches for the server; needed off this machine",
    "desk seat new_folder": "new or empty folder, for the stick that carries it",
}
