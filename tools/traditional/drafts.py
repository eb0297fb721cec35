"""Drafts what resources/wording/zh-Hant and the packs still lack in Traditional Chinese, for somebody to read over.

New files are drafted whole, single sentences go into zh-Hant/drafts.toml to be
moved beside their like, new texts of packs into policies/texts/zh-Hant.toml; what is there already is never touched.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tools.traditional.converter import converted

ROOT: Final = Path(__file__).resolve().parents[2]
WORDING: Final = ROOT / "resources" / "wording"
POLICIES: Final = ROOT / "resources" / "policies"
PACK_TEXTS: Final = POLICIES / "texts" / "zh-Hant.toml"


def flat(tree: dict[str, Any], prefix: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text under its path of keys."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flat(value, (*prefix, key))
        else:
            yield (*prefix, key), str(value)


def sentences(language: str) -> dict[tuple[str, ...], str]:
    """All sentences of a language."""
    files = sorted((WORDING / language).glob("*.toml"))
    return {path: text for file in files for path, text in flat(tomllib.loads(file.read_text("utf-8")))}


def pack_texts(tree: Any) -> Iterator[str]:
    """Simplified texts that a pack gives no traditional one for."""
    if isinstance(tree, dict):
        if isinstance(tree.get("zh-Hans"), str):
            if "zh-Hant" not in tree:
                yield tree["zh-Hans"]
            return
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from pack_texts(part)


def quoted(text: str) -> str:
    """As a TOML string."""
    return json.dumps(text, ensure_ascii=False)


def write() -> None:
    """Write what is missing: whole files where there is none, else sentence by sentence."""
    for file in sorted((WORDING / "zh-Hans").glob("*.toml")):
        twin = WORDING / "zh-Hant" / file.name
        if not twin.exists():
            twin.write_text(converted(file.read_text("utf-8")), "utf-8")
            print(f"{twin.name}: drafted whole")
    have, drafts = sentences("zh-Hant"), []
    for path, text in sentences("zh-Hans").items():
        if path not in have:
            drafts.append(f"{'.'.join(map(quoted, path))} = {quoted(converted(text))}")
    if drafts:
        with (WORDING / "zh-Hant" / "drafts.toml").open("a", encoding="utf-8") as added:
            added.write("\n".join(drafts) + "\n")
    known = tomllib.loads(PACK_TEXTS.read_text("utf-8")) if PACK_TEXTS.exists() else {}
    packs = [tomllib.loads(file.read_text("utf-8")) for file in sorted(POLICIES.glob("*.toml"))]
    new = [text for text in dict.fromkeys(pack_texts(packs)) if text not in known]
    if new:
        with PACK_TEXTS.open("a", encoding="utf-8") as added:
            added.write("".join(f"{quoted(text)} = {quoted(converted(text))}\n" for text in new))
    print(f"{len(drafts)} sentences and {len(new)} texts of packs drafted: read them over")
