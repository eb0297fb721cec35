"""An argument of text that may not be empty."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.errors import Finding, Refused


class FilledText(argparse.Action):
    """Takes a text and refuses an empty one: ``--search "$NAME"`` with nothing in NAME must not mean every case."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Take one text, or several. Raises `Refused` (argument_empty)."""
        texts = values if isinstance(values, list) else [values]
        if any(isinstance(text, str) and not text.strip() for text in texts):
            name = option_string or self.metavar or self.dest
            code = "output_unnamed" if name == "--out" else "argument_empty"
            raise Refused(Finding(code, str(name), {"argument": str(name), "file": ""}))
        setattr(namespace, self.dest, values)
