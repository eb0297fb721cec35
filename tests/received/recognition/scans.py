"""Scans of our own: what an engine would tell of a printed list, its boxes as loose as those of a real one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

from PIL import Image

from workstation.received.recognition import looking
from workstation.received.recognition.engine import Box

SIZE: Final = (1754, 1240)
TITLES: Final = (
    "序号", "摘要", "币别", "钞汇", "交易日期", "交易金额", "账户余额", "交易地点/附言", "对方账号与户名",
)  # fmt: skip
_LEFTS: Final = (50, 120, 300, 400, 480, 640, 800, 980, 1250)
_SIGN: Final = 12
_LINE: Final = 40

Told = list[tuple[Box, str, int]]


def entries(count: int, balances: bool = True) -> list[tuple[str, ...]]:
    """Rows of a debit account whose balance follows from its amounts."""
    rows: list[tuple[str, ...]] = []
    balance = 1_000_00
    for number in range(count):
        minor = 6_500_00 if number % 7 == 3 else -(1_00 + 37 * number)
        balance += minor
        day = date(2026, 1, 1) + timedelta(days=number * 2)
        word, name = ("工资", "某某科技有限公司") if minor > 0 else ("快捷支付", "6217****1234/某商户")
        told = f"{balance / 100:,.2f}" if balances else ""
        rows.append(
            (str(number + 1), word, "人民币元", "钞", f"{day:%Y%m%d}", f"{minor / 100:,.2f}", told, "财付通", name)
        )
    return rows


def told(rows: Sequence[Sequence[str]], seed: int = 1, score: int = 98) -> Told:
    """Every cell as a run of text; boxes are some pixels off, and come in any order."""
    random = Random(seed)
    found: Told = [((600, 40, 1100, 70), "中国建设银行个人活期账户全部交易明细", 99)]
    for line, cells in enumerate((TITLES, *rows)):
        for at, (left, text) in enumerate(zip(_LEFTS, cells, strict=True)):
            if text:
                top = 120 + _LINE * line + random.randint(-3, 3)
                wide = sum(_SIGN * (2 if sign > "\u2e80" else 1) for sign in text)
                if at in (5, 6) and line:  # sums stand in line on the right
                    left += 130 - wide
                found.append(((left, top, left + wide, top + 24 + random.randint(-3, 3)), text, score))
    random.shuffle(found)
    return found


def picture(size: tuple[int, int] = SIZE) -> bytes:
    """A white page; the engine of these tests does not look at it."""
    file = io.BytesIO()
    Image.new("L", size, 255).save(file, "PNG")
    return file.getvalue()


def use(monkeypatch, found: Told) -> None:
    """The engine that tells this of every page."""
    from workstation.actions.evidence import recognition

    monkeypatch.setattr(looking, "texts_on", lambda _image: found)
    monkeypatch.setattr(recognition, "is_installed", lambda: True)
    monkeypatch.setattr(recognition, "engine_name", lambda: "engine 1")
