"""Names the system libraries that Qt's wheels expect from the machine, and installs them when it may (root on Debian).

Standard library only: it runs before anything is installed. Exit 0 when all are there, 1 when some are missing.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import Final

LIBRARIES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What the loader asks for, and the Debian package that holds it."""

ADVICE: Final = """Concord's window needs system libraries that this machine lacks. On Debian, UOS, Kylin or Ubuntu:
    sudo apt-get install {packages}
Elsewhere install the packages that hold the same libraries. Then run the command again."""


def loads(library: str) -> bool:
    """Whether the loader finds a shared library by its name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing() -> list[str]:
    """Debian packages of what is not there, in the order of the list."""
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    return packages


def installed(packages: list[str]) -> bool:
    """Install packages where this machine lets us (root, apt-get); False when it does not, or the install failed."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print("Installing system libraries:", " ".join(packages), flush=True)
    install = ["apt-get", "-q", "-y", "install", "--no-install-recommends", *packages]
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in (["apt-get", "-q", "update"], install)
    )


def main() -> int:
    """Check, install what may be installed, and say plainly what is left to do."""
    if not sys.platform.startswith("linux"):
        return 0
    packages = missing()
    if not packages or (installed(packages) and not missing()):
        return 0
    print(ADVICE.format(packages=" ".join(packages)), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
