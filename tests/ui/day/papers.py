"""The files that a debtor brings: those of the sample under names as people give them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from resources import path
from tests.ui.day.lines import CHECKS

_SOURCES: Final = {
    "身份证正面.png": "id-card-front.png",
    "身份证反面.png": "id-card-back.png",
    "招商银行信用卡账单.pdf": "card-statement.pdf",
    "工商银行贷款对账单.pdf": "card-statement.pdf",
    "微众银行欠款账单.pdf": "card-statement.pdf",
    "工资卡流水.csv": "bank-statement.csv",
    "无固定收入声明.pdf": "income-declaration.pdf",
    "协商申请书.pdf": "signed-declaration.pdf",
    "同意书.pdf": "privacy-consent.pdf",
    "诊断证明.pdf": "diagnosis.pdf",
    "医疗票据.pdf": "medical-bills.pdf",
    "资产情况说明.pdf": "asset-statement.pdf",
    "征信报告.pdf": "credit-report.pdf",
}


def brought(folder: Path) -> list[str]:
    """Write the files into a folder; answers their paths in the order of `CHECKS`. No two hold the same bytes."""
    folder.mkdir()
    for number, (name, _) in enumerate(CHECKS):
        file = folder / name
        shutil.copy(path("sample", "evidence") / _SOURCES[name], file)
        if file.suffix == ".pdf":
            with file.open("ab") as more:
                more.write(f"\n%{number}".encode())
    return [str(folder / name) for name, _ in CHECKS]
