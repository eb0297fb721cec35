"""Another program that holds what was copied: each line of its input is a text in JSON, or a list of paths of files."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QMimeData, QSocketNotifier, QUrl
from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Hold texts until the input ends."""
    app = QGuiApplication(sys.argv[:1])
    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def take() -> None:
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        copied, data = json.loads(line), QMimeData()
        if isinstance(copied, str):
            data.setText(copied)
        else:
            data.setUrls([QUrl.fromLocalFile(one) for one in copied])
        QGuiApplication.clipboard().setMimeData(data)
        app.processEvents()
        sys.stdout.write("held\n")
        sys.stdout.flush()

    asked.activated.connect(take)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
