"""What cases written by chance are made of: names of every kind, banks, addresses, notes; all invented."""

from __future__ import annotations

from datetime import date
from typing import Final

TODAY: Final = date(2026, 11, 23)
LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")
PACKS: Final = ("cn-card", "cn-consumer-loan", "tw-prenegotiation")
METHODS: Final = (
    "interest_free", "equal_instalment", "step", "flat_fee", "equal_principal", "lump_sum", "flat_interest", "custom",
)  # fmt: skip
NAMES: Final = (
    "买买提·吐尔逊",
    "欧阳·阿依古丽",
    "阿卜杜热合曼·买买提江·吐尔逊",
    "迪丽努尔•艾尼瓦尔",
    "司马‧巴特尔",
    "王𬍛",
    "䶮㛃",
    "𫘝𬇕澍",
    "𠮷田㐂",
    "㼆𪟝",
    "李",
    "Wolfeschlegelsteinhausenberger",
    "Maximiliana Theodora Oyelaran-Featherstonehaugh",
    "O'Brien-Ó Súilleabháin",
    "Nguyễn Thị Minh Khai",
    "陳𤧥",
)
BANKS: Final = (
    "招商银行",
    "中国工商银行",
    "微众银行",
    "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗农村信用合作联社",
    "國泰世華商業銀行",
    "平安银行股份有限公司信用卡中心",
    "HSBC Bank (China) Company Limited",
)
PRODUCTS: Final = {
    "cn-card": ("credit_card", "credit_card", "consumer_loan"),
    "cn-consumer-loan": ("consumer_loan", "online_loan", "credit_card"),
    "tw-prenegotiation": ("credit_card", "consumer_loan"),
}
ADDRESSES: Final = (
    "北京市海淀区中关村大街1号",
    "新疆维吾尔自治区伊犁哈萨克自治州霍尔果斯市亚欧路街道卡拉苏社区朝阳小区 12 号楼 3 单元 1502 室",
    "臺北市大安區忠孝東路四段 100 號 12 樓之 3",
    "Flat 3, 17 Llanfairpwllgwyngyll Road, Bishop's Stortford",
)
NOTES: Final = (
    "住院手术，八月起没有收入。",
    "七月二日确诊，十八日手术，医嘱休养至年底；原劳动合同解除后没有收入。\n十一月起在家做图文校对。" * 3,
    "Laid off in July; the severance pay of 12,345.67 went to the hospital.",
    "",
)
