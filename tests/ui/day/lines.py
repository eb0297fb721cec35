"""The day as keys. Each line: the keys, what the cursor is in after them, and the fact that is then written there, if any.

``结果=请选择…``: what stands there then. So it is seen that nothing stood for a reason, a request, a consent or a check before.
``“主管：已批准”``: what can be read somewhere in the window after the keys.
"""

from __future__ import annotations

from typing import Final

Lines = tuple[tuple[str, ...], ...]

NAME, AGENT, PASSPHRASE = "买买提·吐尔逊", "林协商", "a long enough passphrase"
BANKS: Final = ("招商银行", "中国工商银行", "微众银行")
ISSUED: Final = "2026-11-20"

DESK: Final[Lines] = (
    ("", "口令", PASSPHRASE),
    ("Tab", "再次输入口令", PASSPHRASE),
    ("Tab", "工作台名称", "样例工作台"),
    ("Tab", "协商专员", AGENT),
    ("Enter", "备份到的文件夹"),
    ("Enter", "工作台电话"),
    ("Enter", "要做的事"),
)

TALK: Final[Lines] = (
    ("Ctrl+N", "客户姓名", NAME),
    ("Enter", "困难原因=—"),
    ("Down Down Down", "困难原因=本人患病"),
    ("Tab Tab", "开始日期", "2026-07-02"),
    ("Tab Tab", "客户自述", "住院手术，八月起没有收入。"),
    ("Tab", "个性化分期还款=unchecked"),
    ("space", "个性化分期还款=checked"),
    ("Tab", "分期期间停止计息=unchecked"),
    ("space", "分期期间停止计息=checked"),
    ("Tab Tab", "减免利息、违约金或费用=unchecked"),
    ("space", "减免利息、违约金或费用=checked"),
    ("Tab Tab Tab", "还款来源", "配偶工资与兼职收入。"),
    ("Tab", "还款规划", "三家各分六十期。"),
    ("Alt+S", "沟通内容"),
    ("Shift+Tab", "结果=—"),
    ("Down", "结果=正常沟通"),
    ("Tab", "沟通内容", "面谈，逐项填写收支。"),
    ("Ctrl+Enter", "沟通内容"),
)

PERSON: Final[Lines] = (
    ("Ctrl+1", "证件号码", "11010519491231002X"),
    ("Tab Down Down", "婚姻状况=已婚"),
    ("Alt+P", "联系电话", "13800000017"),
    ("Tab Tab Tab Tab Tab Tab Down Down Down", "住房=租住"),
    ("Tab", "子女数", "2"),
    ("Tab Tab Down Down Down Down", "就业状态=灵活就业"),
    ("Tab Tab Tab", "发薪日", "15"),
    ("Tab", "现居地址", "北京市海淀区中关村大街1号"),
)

ACCOUNTS: Final[tuple[Lines, ...]] = (
    (
        ("Alt+2", "银行", BANKS[0]),
        ("Tab Tab Tab", "账号", "6225880000001234"),
        ("Tab", "到期还款日", "2026-05-31"),
        ("Tab Tab Tab", "本金", "30000"),
        ("Tab", "利息", "2100.50"),
        ("Tab", "违约金", "300"),
        ("Tab Tab Tab Tab", "合同利率", "日万分之五"),
    ),
    (
        ("Alt+A", "银行", BANKS[1]),
        ("Tab Down", "产品=个人消费贷款"),
        ("Tab Tab", "账号", "0200000000005678"),
        ("Tab", "到期还款日", "2026-06-30"),
        ("Tab Tab Tab", "本金", "12000"),
        ("Tab", "利息", "640"),
        ("Tab Tab Tab Tab Tab", "合同利率", "4.35%"),
    ),
    (
        ("Alt+A", "银行", BANKS[2]),
        ("Tab Down Down Down", "产品=网络贷款"),
        ("Tab Tab", "账号", "9900000000009012"),
        ("Tab", "到期还款日", "2026-08-15"),
        ("Tab Tab Tab", "本金", "6000"),
    ),
)

BUDGET: Final[Lines] = (
    ("Alt+3", "工资"),
    ("Down Down Down Down Down Down", "家人资助", "5200"),
    ("Down Down Down", "房租", "1800"),
    ("Down", "饮食", "1200"),
    ("Ctrl+Shift+Enter", "证据清单"),
)

_TAKEN: Final[Lines] = (
    ("Alt+U", "保存要点"),
    ("Enter", "结果=请选择…"),
    ("Down", "结果=通过"),
    ("Ctrl+Enter", "出具单位"),
)
_DATED: Final[Lines] = (
    ("Alt+U", "出具日期", ISSUED),
    ("Enter", "结果=请选择…"),
    ("Down", "结果=通过"),
    ("Ctrl+Enter", "出具单位"),
)

CHECKS: Final[tuple[tuple[str, Lines], ...]] = (
    (
        "身份证正面.png",
        (
            ("", "出具单位", "北京市公安局朝阳分局"),
            ("Enter", "结果=请选择…"),
            ("Down", "结果=通过"),
            ("Ctrl+Enter", "出具单位"),
        ),
    ),
    ("身份证反面.png", _TAKEN),
    ("招商银行信用卡账单.pdf", _DATED),
    ("工商银行贷款对账单.pdf", _TAKEN),
    ("微众银行欠款账单.pdf", _TAKEN),
    ("工资卡流水.csv", _TAKEN),
    ("无固定收入声明.pdf", _DATED),
    ("协商申请书.pdf", _TAKEN),
    ("同意书.pdf", _TAKEN),
    (
        "诊断证明.pdf",
        (
            ("", "出具单位", "北京市晨光医院"),
            ("Enter", "出具日期", ISSUED),
            ("Enter", "结果=请选择…"),
            ("Down", "结果=通过"),
            ("Ctrl+Enter", "出具单位"),
        ),
    ),
    (
        "医疗票据.pdf",
        (
            ("Alt+U", "保存要点"),
            ("Enter", "结果=请选择…"),
            ("Down", "结果=通过"),
            ("Tab", "核验情况", "票据查验平台相符"),
            ("Ctrl+Enter", "出具单位"),
        ),
    ),
    ("资产情况说明.pdf", _DATED),
    (
        "征信报告.pdf",
        (
            ("", "出具单位", "中国人民银行征信中心"),
            ("Enter", "出具日期", ISSUED),
            ("Enter", "结果=请选择…"),
            ("Down", "结果=通过"),
            ("Tab", "核验情况", "与征信中心网站查询一致"),
            ("Ctrl+Enter", "核验情况"),
        ),
    ),
)
"""Of each file in the order in which they come up: what is known is taken, what is not is written, and a check is recorded."""

PLANS: Final[tuple[Lines, ...]] = (
    (
        ("Ctrl+Shift+Enter Ctrl+Shift+Enter", "期数=12"),
        ("", "期数", "60"),
        ("Shift+Tab Shift+Tab", "首期还款日", "2026-12-15"),
        ("Ctrl+Enter", "决定=申请批准"),
        ("Alt+R", "“主管：已申请，待批准”"),
        ("Down", "决定=批准"),
        ("Alt+R", "“✓ 主管：已批准”"),
    ),
    (
        ("Alt+M", "还款方式"),
        ("Shift+Tab Down", BANKS[1]),
        ("Alt+N", "期数", "48"),
        ("Shift+Tab Shift+Tab", "首期还款日", "2026-12-15"),
        ("Ctrl+Enter", "决定"),
    ),
    (
        ("Alt+M", "还款方式"),
        ("Shift+Tab Down", BANKS[2]),
        ("Alt+N", "期数", "24"),
        ("Shift+Tab Shift+Tab", "首期还款日", "2026-12-15"),
        ("Ctrl+Enter", "决定=申请批准"),
        ("Alt+R", "“主管：已申请，待批准”"),
        ("Down", "决定=批准"),
        ("Alt+R", "“✓ 主管：已批准”"),
    ),
)
"""What is beyond the agent's own authority is asked of a supervisor, who grants it; the second plan is within it."""

PACKETS: Final[tuple[Lines, ...]] = (
    (("Ctrl+Shift+Enter", BANKS[0]), ("Ctrl+E", "文件名称"), ("Enter", "")),
    (("Down", BANKS[1]), ("Ctrl+E", "文件名称"), ("Enter", "")),
    (("Down", BANKS[2]), ("Ctrl+E", "文件名称"), ("Enter", "")),
)
"""The proposed name is taken; the file is then waited for."""

PROMISES: Final[Lines] = (
    ("Alt+R", "决定=请选择…"),
    ("Down", "决定=已批准"),
    ("Tab", "答复人", "李经理"),
    ("Ctrl+Enter", "“历次答复均保留。”"),
    ("Ctrl+7", "账户"),
    ("Down Down", "账户"),
    ("Alt+5", "文件或录音"),
    ("Ctrl+Enter", "“第 1 版，2026-11-23 采用”"),
    ("Alt+2", "承诺日期", "2026-12-16"),
    ("Tab", "金额", "250"),
    ("Tab Tab Tab", "资金来源", "兼职收入"),
    ("Ctrl+Enter", "“兑现率：到期 0 个”"),
    ("Alt+2", "承诺日期", "2026-12-20"),
    ("Tab", "金额", "100"),
    ("Tab Tab Tab", "资金来源", "兼职收入"),
    ("Ctrl+Enter", "资金来源"),
)
"""The last bank grants, its schedule is adopted, and two promises are taken: of the first instalment, and of more."""

OPEN: Final[Lines] = (("", "口令", PASSPHRASE), ("Enter", "“第 1 版，2026-11-23 采用”"))
"""Another morning begins where the last one ended."""

PAID: Final[Lines] = (
    ("Alt+1", "金额", "250"),
    ("Shift+Tab", "到账日期", "2026-12-16"),
    ("Ctrl+Enter", "“已收 ¥ 250.00”"),
)

KEPT: Final[Lines] = (("Alt+2", "“兑现率：到期 2 个，履约 1 个”"),)
"""Days later: of two promises that were due one was kept; the other is broken."""
