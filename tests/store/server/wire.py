"""A wire between a desk and its server that can be cut: at once, or just before or behind a commit."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Literal

When = Literal["before", "behind"]
_COMMIT = b"COMMIT"


class Wire:
    """Listens on a port of this machine and hands everything on; each connection has two threads, ended by cutting it."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._at_commit: When | None = None
        self._pairs = list[tuple[socket.socket, socket.socket]]()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.down = False
        self._speaks = threading.Event()
        self._speaks.set()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Cut whatever is connected now."""
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for end in pair:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def cut_at_commit(self, when: When) -> None:
        """Cut at the next commit: ``before`` the server hears of it, or ``behind``, so that its answer is lost."""
        self._at_commit = when

    def mute(self) -> None:
        """Nothing arrives from now on, on either side, and nobody is told: as of a cable that is out."""
        self._speaks.clear()

    def speak(self) -> None:
        """What was held back arrives, and so does all that comes."""
        self._speaks.set()

    def close(self) -> None:
        """Take the wire away."""
        self._speaks.set()
        self.down = True
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._listening.accept()
            except OSError:
                return
            if self.down:
                desk.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self._to), timeout=5)
            except OSError:
                desk.close()
                continue
            server.settimeout(None)
            for end in (desk, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._pairs.append((desk, server))
            threading.Thread(target=self._up, args=(desk, server), daemon=True).start()
            threading.Thread(target=self._down, args=(server, desk), daemon=True).start()

    def _up(self, desk: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while piece := desk.recv(65536):
                self._speaks.wait()
                when = self._at_commit if _COMMIT in piece else None
                if when == "before":
                    self._at_commit = None
                    break
                if when == "behind":
                    self._at_commit = None
                    _deaf(desk)
                server.sendall(piece)
                if when == "behind":
                    server.recv(65536)  # the server has answered, so it is done
                    break
        _shut(desk, server)

    def _down(self, server: socket.socket, desk: socket.socket) -> None:
        with suppress(OSError):
            while piece := server.recv(65536):
                self._speaks.wait()
                desk.sendall(piece)
        _shut(desk, server)


def _deaf(desk: socket.socket) -> None:
    """The desk hears nothing from now on."""
    with suppress(OSError):
        desk.shutdown(socket.SHUT_WR)


def _shut(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
