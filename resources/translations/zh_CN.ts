<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
    <context>
        <name>AccountForm</name>
        <message>
            <source>Full legal name</source>
            <translation>全称，与文书一致</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Balances as of</source>
            <translation>金额截至</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>违约金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Minimum due</source>
            <translation>最低还款额</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>授信额度</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>开户日</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>总期数</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已还期数</translation>
        </message>
        <message>
            <source>Remaining</source>
            <translation>剩余期数</translation>
        </message>
        <message>
            <source>Statement day</source>
            <translation>账单日</translation>
        </message>
        <message>
            <source>Due day</source>
            <translation>还款日</translation>
        </message>
        <message>
            <source>Loan purpose</source>
            <translation>借款用途</translation>
        </message>
        <message>
            <source>Total owed: {amount}</source>
            <translation>欠款合计：{amount}</translation>
        </message>
        <message>
            <source>Due day missed</source>
            <translation>到期还款日</translation>
        </message>
        <message>
            <source>First day overdue</source>
            <translation>首次逾期日</translation>
        </message>
        <message>
            <source>Ban&amp;k</source>
            <translation>银行(&amp;K)</translation>
        </message>
        <message>
            <source>Contract rate</source>
            <translation>合同利率</translation>
        </message>
        <message>
            <source>E.g. 18.25% or 0.05%/day</source>
            <translation>如 18.25% 或 0.05%/日</translation>
        </message>
    </context>
    <context>
        <name>AccountsSection</name>
        <message>
            <source>Accounts</source>
            <translation>欠款账户</translation>
        </message>
        <message>
            <source>&amp;Add account</source>
            <translation>添加账户(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Tail</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>合计 {amount}</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>New account</source>
            <translation>新账户</translation>
        </message>
        <message>
            <source>{bank} ····{tail} removed.</source>
            <translation>已移除 {bank} ····{tail}。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>No accounts yet. Add the first one.</source>
            <translation>还没有账户。请添加第一个账户。</translation>
        </message>
        <message>
            <source> · time limit {day}</source>
            <translation> · 诉讼时效至 {day}</translation>
        </message>
        <message>
            <source>{days} {days|day|days} overdue, {bucket}, since {day}</source>
            <translation>自 {day} 起逾期 {days} 天，{bucket}</translation>
        </message>
        <message>
            <source>{days} {days|day|days} overdue, {bucket}; is {day} the due day?</source>
            <translation>逾期 {days} 天，{bucket}；{day} 是否为到期还款日待确认</translation>
        </message>
    </context>
    <context>
        <name>AddForm</name>
        <message>
            <source>Name, as it signs</source>
            <translation>姓名（用于署名）</translation>
        </message>
        <message>
            <source>First passphrase</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>Repeat passphrase</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Tell the person this first passphrase; they choose their own when they first open the desk.</source>
            <translation>请把初始口令告知本人；首次打开工作台时须改成自己的口令。</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>{name} can open this desk now.</source>
            <translation>{name}现在可以打开此工作台。</translation>
        </message>
    </context>
    <context>
        <name>ApplicationPage</name>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>&amp;Export (PDF)</source>
            <translation>导出 PDF(&amp;E)</translation>
        </message>
        <message>
            <source>Draf&amp;t</source>
            <translation>草稿(&amp;T)</translation>
        </message>
        <message>
            <source>Export the packet with a DRAFT watermark</source>
            <translation>导出带“草稿”标记的申请材料册</translation>
        </message>
        <message>
            <source>E&amp;xcel</source>
            <translation>Excel(&amp;X)</translation>
        </message>
        <message>
            <source>Export the workbook (Ctrl+Shift+E)</source>
            <translation>导出 Excel 工作簿（Ctrl+Shift+E）</translation>
        </message>
        <message>
            <source>No account yet</source>
            <translation>尚无账户</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation> 另有 {count} 项。</translation>
        </message>
        <message>
            <source>Sent to printer: {paper}</source>
            <translation>已送打印机：{paper}</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>草稿</translation>
        </message>
    </context>
    <context>
        <name>ApprovalsCard</name>
        <message>
            <source>Request approval</source>
            <translation>申请批准</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>不批准</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定人</translation>
        </message>
        <message>
            <source>&amp;Record</source>
            <translation>记录(&amp;R)</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Choose a version first; its approvals are then requested here.</source>
            <translation>请先选用一个方案版本，再在此申请批准。</translation>
        </message>
        <message>
            <source>This plan is within the agent&apos;s authority.</source>
            <translation>此方案在协商专员权限之内。</translation>
        </message>
        <message>
            <source>Not requested yet</source>
            <translation>尚未申请</translation>
        </message>
        <message>
            <source>Until it is granted, all papers say “applied for”.</source>
            <translation>获批之前，一律表述为“申请中”。</translation>
        </message>
        <message>
            <source>Concessions, and who may grant them</source>
            <translation>各项让步及批准权限</translation>
        </message>
        <message>
            <source>A supervisor confirms with a passphrase: {names}</source>
            <translation>由主管输入口令确认：{names}</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>These terms are the bank's own: nobody here concedes anything by them.</source>
            <translation>这是银行自己提出的条件：本方没有作出任何让步。</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Ch&amp;oose folder…</source>
            <translation>选择文件夹(&amp;O)…</translation>
        </message>
        <message>
            <source>Back &amp;up now</source>
            <translation>立即备份(&amp;U)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Backup progress</source>
            <translation>备份进度</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Backups made</source>
            <translation>备份记录</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>已核验</translation>
        </message>
        <message>
            <source>Folder or stick for backups</source>
            <translation>存放备份的文件夹或 U 盘</translation>
        </message>
        <message>
            <source>Settings saved.</source>
            <translation>设置已保存。</translation>
        </message>
        <message>
            <source>No backup yet.</source>
            <translation>尚无备份。</translation>
        </message>
        <message>
            <source>Da&amp;ys</source>
            <translation>天(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Weeks</source>
            <translation>周(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Months</source>
            <translation>月(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Remind after days</source>
            <translation>几天后提醒(&amp;R)</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证明材料</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Keep the newest backup of the last …</source>
            <translation>最近若干天、周、月中，各保留最新一份：</translation>
        </message>
        <message>
            <source>No folder chosen yet. Best is a stick or another disk.</source>
            <translation>尚未选择存放处。最好选 U 盘或另一块磁盘。</translation>
        </message>
        <message>
            <source>Back up &amp;automatically, once a day</source>
            <translation>每天自动备份一次(&amp;A)</translation>
        </message>
        <message>
            <source>Last good backup: {at}.</source>
            <translation>最近成功备份：{at}。</translation>
        </message>
        <message>
            <source>Restore a cas&amp;e…</source>
            <translation>恢复单个案件(&amp;E)…</translation>
        </message>
        <message>
            <source>No backups yet. Choose the folder, then back up.</source>
            <translation>还没有备份。请选择文件夹，然后备份。</translation>
        </message>
        <message>
            <source>{count} {count|file|files} missing</source>
            <translation>缺少 {count} 个文件</translation>
        </message>
    </context>
    <context>
        <name>BackupSign</name>
        <message>
            <source>Open the settings of backups</source>
            <translation>打开备份设置</translation>
        </message>
        <message>
            <source>⚠ No backup yet</source>
            <translation>⚠ 尚无备份</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>正在备份…</translation>
        </message>
        <message>
            <source>⚠ Last backup: {days} d ago</source>
            <translation>⚠ 上次备份：{days} 天前</translation>
        </message>
        <message>
            <source>Backing up… {share} %</source>
            <translation>正在备份… {share}%</translation>
        </message>
    </context>
    <context>
        <name>BalanceChart</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>{count} mo</source>
            <translation>{count}个月</translation>
        </message>
    </context>
    <context>
        <name>BankFormsPage</name>
        <message>
            <source>Sent to printer: {paper}</source>
            <translation>已交给打印机：{paper}</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>草稿</translation>
        </message>
    </context>
    <context>
        <name>BankReplyCard</name>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Replied by</source>
            <translation>答复人</translation>
        </message>
        <message>
            <source>Replied on</source>
            <translation>答复时间</translation>
        </message>
        <message>
            <source>Reply history</source>
            <translation>历次答复</translation>
        </message>
        <message>
            <source>No plan has been chosen for this bank yet, so there is no reply to record.</source>
            <translation>该银行还没有选定的方案，暂无可记录的答复。</translation>
        </message>
        <message>
            <source>A later reply replaces an earlier one; both stay on record.</source>
            <translation>以最后一次答复为准；历次答复均保留。</translation>
        </message>
        <message>
            <source>Until the bank's reply is recorded, all papers say “applied for”.</source>
            <translation>记录银行答复之前，所有文书均写明“申请中，尚未获批准”。</translation>
        </message>
        <message>
            <source>Clerk's number</source>
            <translation>经办人工号或电话</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Refused because</source>
            <translation>拒绝原因</translation>
        </message>
        <message>
            <source>Ask again on</source>
            <translation>可再申请日</translation>
        </message>
        <message>
            <source>Document or recording</source>
            <translation>文件或录音</translation>
        </message>
        <message>
            <source>Words used</source>
            <translation>银行原话</translation>
        </message>
        <message>
            <source>Rec&amp;ord reply</source>
            <translation>记录答复(&amp;O)</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>All {count} that wait</source>
            <translation>待答复的 {count} 户</translation>
        </message>
        <message>
            <source>The bank has not replied yet. Record above what it answers.</source>
            <translation>银行尚未答复。收到答复后在上方登记。</translation>
        </message>
        <message>
            <source>HH:MM</source>
            <translation>时:分</translation>
        </message>
    </context>
    <context>
        <name>BanksPage</name>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Desk &amp;phone</source>
            <translation>本台电话(&amp;P)</translation>
        </message>
        <message>
            <source>Desk add&amp;ress</source>
            <translation>本台地址(&amp;R)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Banks of all cases. Letters, consents and agreements quote the details recorded here; nothing is made up.</source>
            <translation>全部案件涉及的银行。催收函、同意书和协议书引用这里登记的内容，不会自行编造。</translation>
        </message>
        <message>
            <source>This desk, as named on its papers</source>
            <translation>本台（文书上的写法）</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 项</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>齐全</translation>
        </message>
        <message>
            <source>No banks yet: add an account to a case first.</source>
            <translation>还没有银行：请先在案件中登记账户。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>No banks yet. A bank is listed here with its first account.</source>
            <translation>还没有银行。有了账户后，其银行列在这里。</translation>
        </message>
    </context>
    <context>
        <name>BudgetLines</name>
        <message>
            <source>Period of {category}</source>
            <translation>{category}的周期</translation>
        </message>
    </context>
    <context>
        <name>BudgetSection</name>
        <message>
            <source>per month</source>
            <translation>/ 月</translation>
        </message>
        <message>
            <source>Monthly surplus</source>
            <translation>每月结余</translation>
        </message>
        <message>
            <source>The household runs a deficit; a plan needs a named source of repayment.</source>
            <translation>家庭入不敷出，方案须有明确的还款来源。</translation>
        </message>
        <message>
            <source>Income less spending and priority debts. A plan&apos;s monthly payment may not exceed it.</source>
            <translation>收入减去支出与优先债务；方案的每月还款不得超出。</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>收支</translation>
        </message>
        <message>
            <source>No guideline is known. Put one with source, date and confidence under [[guidelines]] of a pack.</source>
            <translation>没有可引用的参考数。请在规则包的 [[guidelines]] 中连同出处、日期和可靠程度填入。</translation>
        </message>
        <message>
            <source>≈ usual (source in tip) · ↑ with group above · — unknown</source>
            <translation>≈ 参考数，出处见提示 · ↑ 与同组前一项合计 · — 未查到</translation>
        </message>
        <message>
            <source>{count} {count|entry|entries}, surplus {amount}</source>
            <translation>{count} 项，结余 {amount}</translation>
        </message>
        <message>
            <source>{names}: {amount} a month for {persons} {persons|person|persons}. {what}. Source: {source}, {day}, {confidence}</source>
            <translation>{names}：{persons}人每月{amount}。{what}。出处：{source}，{day}，{confidence}</translation>
        </message>
    </context>
    <context>
        <name>BusyBar</name>
        <message>
            <source>Working in the background</source>
            <translation>正在后台处理</translation>
        </message>
    </context>
    <context>
        <name>CaseLinks</name>
        <message>
            <source>Open case {number}</source>
            <translation>打开案件 {number}</translation>
        </message>
        <message>
            <source>Open case:</source>
            <translation>打开案件：</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>CaseView</name>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Total owed</source>
            <translation>欠款合计</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>沟通</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>申请</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个账户</translation>
        </message>
        <message>
            <source>Bank forms</source>
            <translation>银行表格</translation>
        </message>
        <message>
            <source>This case was removed by somebody else.</source>
            <translation>此案件已被其他人移除。</translation>
        </message>
        <message>
            <source>left for {desk} on {day}</source>
            <translation>{day} 已送往 {desk}</translation>
        </message>
        <message>
            <source>came from {desk} on {day}</source>
            <translation>{day} 来自 {desk}</translation>
        </message>
        <message>
            <source>What cannot be saved yet is kept as a draft; you will find it where you typed it.</source>
            <translation>暂时无法保存的内容已存为草稿，回到原处即可继续。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>履约</translation>
        </message>
        <message>
            <source>{days} {days|day|days} overdue, {bucket}</source>
            <translation>逾期 {days} 天 {bucket}</translation>
        </message>
    </context>
    <context>
        <name>CasesExport</name>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Export the listed cases and their schedules to one workbook (Ctrl+Shift+X)</source>
            <translation>把查到的案件及其还款计划写入一个工作簿（Ctrl+Shift+X）</translation>
        </message>
        <message>
            <source>Export progress</source>
            <translation>导出进度</translation>
        </message>
        <message>
            <source>Sto&amp;p</source>
            <translation>停止(&amp;P)</translation>
        </message>
        <message>
            <source>cases-{day}.xlsx</source>
            <translation>案件清单-{day}.xlsx</translation>
        </message>
        <message>
            <source>Export listed cases</source>
            <translation>导出查到的案件</translation>
        </message>
        <message>
            <source>Writing {done} of {total}…</source>
            <translation>正在写出 {done}/{total} …</translation>
        </message>
        <message>
            <source>Export stopped; no file was written.</source>
            <translation>已停止导出，没有写出文件。</translation>
        </message>
        <message>
            <source>Exported: {file}, {cases} {cases|case|cases}, {schedules} {schedules|schedule|schedules}</source>
            <translation>已写出：{file}，案件 {cases} 件，还款计划 {schedules} 份</translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message>
            <source>Search by name, pinyin, phone, ID or last account digits (Ctrl+F)</source>
            <translation>搜索姓名、拼音、手机、证件号或账号尾号（Ctrl+F）</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>All stages</source>
            <translation>全部阶段</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Debtor name</source>
            <translation>客户姓名</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建案件</translation>
        </message>
        <message>
            <source>&amp;Import portfolio</source>
            <translation>导入委案清单(&amp;I)</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Add selected cases to print queue (Ctrl+Shift+P)</source>
            <translation>把选中的案件加入打印队列（Ctrl+Shift+P）</translation>
        </message>
        <message>
            <source>Take in bundle… (Ctrl+Shift+I)</source>
            <translation>接收案件包…（Ctrl+Shift+I）</translation>
        </message>
        <message>
            <source>Due da&amp;ys to check: {count}</source>
            <translation>待确认的还款日：{count}(&amp;Y)</translation>
        </message>
        <message>
            <source>{count} {count|case|cases}</source>
            <translation>共 {count} 件</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter by bank, reason, bucket, agent, next step, amount, archive (Ctrl+Shift+J)</source>
            <translation>按银行、原因、逾期阶段、专员、跟进日、金额、归档筛选（Ctrl+Shift+J）</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
    </context>
    <context>
        <name>CheckPacketPage</name>
        <message>
            <source>&amp;Open case</source>
            <translation>打开该案件(&amp;O)</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Check packet</source>
            <translation>核对材料册</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>校验码</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>出具</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>申请材料册</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>第 {number} 版</translation>
        </message>
        <message>
            <source>Choo&amp;se file…</source>
            <translation>选择文件(&amp;S)…</translation>
        </message>
        <message>
            <source>Verification code</source>
            <translation>校验码</translation>
        </message>
        <message>
            <source>Fi&amp;nd</source>
            <translation>查找(&amp;N)</translation>
        </message>
        <message>
            <source>Drop a packet (PDF), or a scan or photograph of its cover here, or choose one. The file is not changed.</source>
            <translation>把材料（PDF）或其封面的扫描件、照片拖到这里，或选择文件。文件不会被改动。</translation>
        </message>
        <message>
            <source>Code read out by telephone</source>
            <translation>电话报来的校验码</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>图片</translation>
        </message>
    </context>
    <context>
        <name>ChecklistCard</name>
        <message>
            <source>Requirement</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Evidence checklist</source>
            <translation>证据清单</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>材料清单</translation>
        </message>
        <message>
            <source>{done} of {count} verified</source>
            <translation>已核实 {done}/{count}</translation>
        </message>
        <message>
            <source>Expires on {day}: {title}</source>
            <translation>{day} 起过期：{title}</translation>
        </message>
        <message>
            <source>Not required</source>
            <translation>无须提供</translation>
        </message>
        <message>
            <source>The required evidence depends on reason and request: complete the conversation first.</source>
            <translation>所需材料由困难原因与诉求决定，请先填写“沟通”。</translation>
        </message>
        <message>
            <source> One of these is sufficient: {others}.</source>
            <translation>与下列材料任备其一即可：{others}。</translation>
        </message>
        <message>
            <source>C&amp;ross-check</source>
            <translation>说法核对(&amp;R)</translation>
        </message>
        <message>
            <source>Compare the details in the case, in submitted packets and in statements</source>
            <translation>比对案件、已送申请册与流水中的说法</translation>
        </message>
        <message>
            <source>Re&amp;quest</source>
            <translation>补充通知(&amp;Q)</translation>
        </message>
        <message>
            <source>Letter to the debtor: what is missing, who issues it, and by when</source>
            <translation>给客户的材料补充通知：缺什么、由谁出具、何时前交</translation>
        </message>
        <message>
            <source>C&amp;ross-check △ {count}</source>
            <translation>说法核对(&amp;R) △ {count}</translation>
        </message>
        <message>
            <source>Confirm fi&amp;gures</source>
            <translation>核对出处(&amp;G)</translation>
        </message>
        <message>
            <source>Confirm on which page of this document each figure of the application stands</source>
            <translation>核对申请中的每项数据在本材料的哪一页</translation>
        </message>
        <message>
            <source>No proofs are asked for yet. Choose reason and requests on the page Conversation (Ctrl+2).</source>
            <translation>尚不需要证明材料。请在“沟通”页选择原因和诉求（Ctrl+2）。</translation>
        </message>
        <message>
            <source>All files of this case as tiles; new ones are assigned to their entries there</source>
            <translation>本案全部文件（图块），新收到的在此归类</translation>
        </message>
        <message>
            <source>Fi&amp;les △ {count}</source>
            <translation>文件 △ {count}(&amp;L)</translation>
        </message>
        <message>
            <source>Fi&amp;les {count}</source>
            <translation>文件 {count}(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>ChecksForm</name>
        <message>
            <source>Check</source>
            <translation>核验方式</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Seen or said, and by whom</source>
            <translation>核验情况（看到什么、谁答复）</translation>
        </message>
        <message>
            <source>Record check</source>
            <translation>记录核验</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Check history</source>
            <translation>核验记录</translation>
        </message>
        <message>
            <source>A second person must check as well.</source>
            <translation>须由第二人复核。</translation>
        </message>
        <message>
            <source>Checked by</source>
            <translation>核验人</translation>
        </message>
        <message>
            <source>By</source>
            <translation>核验人</translation>
        </message>
        <message>
            <source>Checked by two people: {people}</source>
            <translation>已有两人核验：{people}</translation>
        </message>
        <message>
            <source>Checked by {person}; a second person is still needed.</source>
            <translation>{person} 已核验，还需另一人复核。</translation>
        </message>
        <message>
            <source>W&amp;ithdraw check</source>
            <translation>撤回核实(&amp;I)</translation>
        </message>
        <message>
            <source>The chosen check was recorded wrongly: write the reason above. Both stay on record.</source>
            <translation>所选核实记录有误：在上方写明原因。两者均保留。</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Not checked yet. Choose a check and its result, and record it.</source>
            <translation>尚未核实。选择核实方式和结果后登记。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>请选择…</translation>
        </message>
    </context>
    <context>
        <name>ClaimPage</name>
        <message>
            <source>Your &amp;name</source>
            <translation>您的姓名(&amp;N)</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Every person of a desk now has a name and a passphrase of their own, and what is done carries that name. You are agent and supervisor of this desk; your passphrase stays. Others are added in the settings, under People.</source>
            <translation>工作台的每位人员现在都有自己的姓名和口令，所做的事都署本人姓名。您是此工作台的协商专员和主管，口令不变。其他人员在“设置 → 人员”中添加。</translation>
        </message>
        <message>
            <source>Who works at this desk?</source>
            <translation>谁使用此工作台？</translation>
        </message>
    </context>
    <context>
        <name>CodeSheet</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>CodeView</name>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>The same code for a scanner</source>
            <translation>供扫描的同一代码</translation>
        </message>
        <message>
            <source>&amp;Save code…</source>
            <translation>保存代码(&amp;S)…</translation>
        </message>
        <message>
            <source>Cop&amp;y</source>
            <translation>复制(&amp;Y)</translation>
        </message>
    </context>
    <context>
        <name>ComplaintPart</name>
        <message>
            <source>Received</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>From</source>
            <translation>投诉人</translation>
        </message>
        <message>
            <source>About</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>State, answer by</source>
            <translation>状态、答复期限</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Answer or reason</source>
            <translation>答复或理由</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>E&amp;xtend</source>
            <translation>延长(&amp;X)</translation>
        </message>
        <message>
            <source>Record ans&amp;wer</source>
            <translation>记录答复(&amp;W)</translation>
        </message>
        <message>
            <source>C&amp;lose complaint</source>
            <translation>办结(&amp;L)</translation>
        </message>
        <message>
            <source>Complainant</source>
            <translation>投诉人</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>收到渠道</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Empty: now</source>
            <translation>空：现在</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>投诉内容</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>外部编号</translation>
        </message>
        <message>
            <source>&amp;Register complaint</source>
            <translation>登记投诉(&amp;R)</translation>
        </message>
        <message>
            <source>New complaint</source>
            <translation>新投诉</translation>
        </message>
        <message>
            <source>Contacts are held as soon as it is registered.</source>
            <translation>登记后立即暂停联系。</translation>
        </message>
        <message>
            <source>No complaint is on record.</source>
            <translation>没有投诉记录。</translation>
        </message>
        <message>
            <source>How long an answer may take is not known here.</source>
            <translation>此处不知道须在几天内答复。</translation>
        </message>
        <message>
            <source>Answer by {day}</source>
            <translation>{day} 前答复</translation>
        </message>
        <message>
            <source>No complaints. Register on the right what somebody complains of.</source>
            <translation>没有投诉。如有投诉，在右侧登记。</translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message>
            <source>Keep mine</source>
            <translation>保留我的</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>采用已保存的</translation>
        </message>
        <message>
            <source>{field}: stored meanwhile “{theirs}”, yours “{yours}”</source>
            <translation>{field}：已保存“{theirs}”，您填写“{yours}”</translation>
        </message>
    </context>
    <context>
        <name>Conflicts</name>
        <message>
            <source>Conflicts: {count}. Space or Enter takes the other side.</source>
            <translation>冲突 {count} 处。按空格或回车改用另一方。</translation>
        </message>
        <message>
            <source>Keep all &amp;as here</source>
            <translation>全部保留本台(&amp;A)</translation>
        </message>
        <message>
            <source>Take all from &amp;bundle</source>
            <translation>全部采用案件包(&amp;B)</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>In the bundle</source>
            <translation>案件包</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>本台</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>没有冲突</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Nothing differs between the two.</source>
            <translation>两边没有不一致之处。</translation>
        </message>
    </context>
    <context>
        <name>ConsistencySheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回材料（Esc）</translation>
        </message>
        <message>
            <source>Cross-check</source>
            <translation>说法核对</translation>
        </message>
        <message>
            <source>Compares this case with other cases of the same person, with packets submitted to banks, and with statements. An item marked ✕ blocks final packets until it is corrected or a supervisor has explained it.</source>
            <translation>比对本案、同一人的其他案件、已送银行的申请册与流水。标有 ✕ 的不一致，须更正或由主管说明理由后，才能出具正式申请册。</translation>
        </message>
        <message>
            <source>No contradictions found.</source>
            <translation>各处说法一致。</translation>
        </message>
        <message>
            <source>Explain…</source>
            <translation>主管说明…</translation>
        </message>
        <message>
            <source>A supervisor explains why both are correct</source>
            <translation>由主管说明两处为何都属实</translation>
        </message>
    </context>
    <context>
        <name>ContactLog</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Party</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>沟通内容</translation>
        </message>
        <message>
            <source>Contact log</source>
            <translation>沟通记录</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>&amp;Summary</source>
            <translation>沟通内容(&amp;S)</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>下次日期</translation>
        </message>
        <message>
            <source>Add to &amp;log</source>
            <translation>记入(&amp;L)</translation>
        </message>
        <message>
            <source>No entries yet. Record the first conversation here.</source>
            <translation>还没有记录。第一次面谈请记在这里。</translation>
        </message>
        <message>
            <source>C&amp;orrect this entry</source>
            <translation>更正此条(&amp;O)</translation>
        </message>
        <message>
            <source>Show its counterpart</source>
            <translation>查看对应记录</translation>
        </message>
        <message>
            <source>Cancel correction</source>
            <translation>取消更正</translation>
        </message>
        <message>
            <source>Cha&amp;nnel</source>
            <translation>渠道(&amp;N)</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>At</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>HH:MM</source>
            <translation>时:分</translation>
        </message>
        <message>
            <source>Recording no.</source>
            <translation>录音编号</translation>
        </message>
        <message>
            <source>This corrects the entry of {when}; both stay in the log.</source>
            <translation>更正{when}的记录；两条都会保留。</translation>
        </message>
        <message>
            <source>Corrected by {when}</source>
            <translation>已由{when}的记录更正</translation>
        </message>
        <message>
            <source>Corrects {when}</source>
            <translation>更正{when}的记录</translation>
        </message>
        <message>
            <source>Written {when}</source>
            <translation>补记于{when}</translation>
        </message>
        <message>
            <source>Recording {no}</source>
            <translation>录音{no}</translation>
        </message>
        <message>
            <source>Keep until settled, at least until {day}</source>
            <translation>保存至结清，至少至{day}</translation>
        </message>
        <message>
            <source>Keep until {day}</source>
            <translation>保存至{day}</translation>
        </message>
        <message>
            <source>N&amp;umber</source>
            <translation>号码(&amp;U)</translation>
        </message>
        <message>
            <source>No contacts yet. Choose the result, type what was said, and add it.</source>
            <translation>还没有沟通记录。选择结果，写下谈话要点，然后添加。</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>未接通</translation>
        </message>
    </context>
    <context>
        <name>ContactStrip</name>
        <message>
            <source>from {time}</source>
            <translation>{time} 起</translation>
        </message>
        <message>
            <source>no contact</source>
            <translation>不可联系</translation>
        </message>
        <message>
            <source>overridden</source>
            <translation>已记例外</translation>
        </message>
        <message>
            <source>Overridden</source>
            <translation>已记例外</translation>
        </message>
        <message>
            <source>may be called now</source>
            <translation>现在可拨打</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>answer by {day}</source>
            <translation>{day} 前答复</translation>
        </message>
        <message>
            <source>no known deadline</source>
            <translation>答复期限未知</translation>
        </message>
        <message>
            <source>{count} more {count|number or note|numbers and notes}</source>
            <translation>另有 {count} 个号码和提示</translation>
        </message>
    </context>
    <context>
        <name>ContactsCard</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Contact name</source>
            <translation>联系人姓名</translation>
        </message>
        <message>
            <source>Contact phone</source>
            <translation>联系人电话</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>本人同意</translation>
        </message>
        <message>
            <source>Stop contact</source>
            <translation>停止联系</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>May relay messages; must not be told about the debt.</source>
            <translation>仅可请其转告，不得透露债务。</translation>
        </message>
        <message>
            <source>Contact removed.</source>
            <translation>已移除联系人。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>No other people yet. Add below who may be asked to relay a message.</source>
            <translation>还没有联系人。在下方添加可代为转达的人。</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>Contacts</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>Numbers and terms</source>
            <translation>号码与约定</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Vulnerability</source>
            <translation>特殊情况</translation>
        </message>
        <message>
            <source>Back to the case</source>
            <translation>返回案件</translation>
        </message>
    </context>
    <context>
        <name>ConversationPage</name>
        <message>
            <source>&amp;Reason</source>
            <translation>困难原因(&amp;R)</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>If ended</source>
            <translation>已结束时填</translation>
        </message>
        <message>
            <source>In the debtor's own words</source>
            <translation>客户自述</translation>
        </message>
        <message>
            <source>Source of repayment</source>
            <translation>还款来源</translation>
        </message>
        <message>
            <source>Debtor&apos;s proposal</source>
            <translation>还款规划</translation>
        </message>
        <message>
            <source>Language of papers</source>
            <translation>文书语言</translation>
        </message>
        <message>
            <source>Requested</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>Reason and request</source>
            <translation>原因与诉求</translation>
        </message>
        <message>
            <source>Contact log</source>
            <translation>联系记录</translation>
        </message>
        <message>
            <source>Talk &amp;guide</source>
            <translation>谈话指引(&amp;G)</translation>
        </message>
    </context>
    <context>
        <name>CounterTab</name>
        <message>
            <source>Copy terms from trial</source>
            <translation>取左侧试算的条件</translation>
        </message>
        <message>
            <source>For terms beyond these fields, try them out on the left and copy them here</source>
            <translation>银行所提条件超出这些栏目的，先在左侧试算，再取过来</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>条款差异</translation>
        </message>
        <message>
            <source>Co&amp;unter</source>
            <translation>再还价(&amp;U)</translation>
        </message>
        <message>
            <source>Keep &amp;ours</source>
            <translation>维持我方(&amp;O)</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>还款方式</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期还款日</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>违约金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>我方</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Payment change</source>
            <translation>每期变动</translation>
        </message>
        <message>
            <source>Total change</source>
            <translation>总额变动</translation>
        </message>
        <message>
            <source>Save and choose a version first; then enter the bank's reply here.</source>
            <translation>请先保留并选用一个方案，再在此录入银行的回复。</translation>
        </message>
        <message>
            <source>Enter the bank&apos;s terms. So far they are the same as our version {number}.</source>
            <translation>请录入银行提出的条款；目前与我方版本 {number} 相同。</translation>
        </message>
        <message>
            <source>Compared with our version {number}</source>
            <translation>与我方版本 {number} 相比</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>年利率</translation>
        </message>
        <message>
            <source>Down payment</source>
            <translation>首付</translation>
        </message>
        <message>
            <source>Waived</source>
            <translation>减免本金</translation>
        </message>
        <message>
            <source>Replied by</source>
            <translation>答复人</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>The bank's answer holds until {day}.</source>
            <translation>银行答复有效期至 {day}。</translation>
        </message>
        <message>
            <source>Accep&amp;t</source>
            <translation>接受(&amp;T)</translation>
        </message>
        <message>
            <source>Key in the bank's terms: what differs from ours is listed here.</source>
            <translation>填入银行的条件，与我方的差异列在这里。</translation>
        </message>
    </context>
    <context>
        <name>CoverSheet</name>
        <message>
            <source>Copy: draw a rectangle over what must be masked</source>
            <translation>复印件：在需要遮盖处框选</translation>
        </message>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回材料（Esc）</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一页（Page Up）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一页（Page Down）</translation>
        </message>
        <message>
            <source>Add &amp;rectangle</source>
            <translation>添加遮盖框(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>删除(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;No number on this side</source>
            <translation>此面无号码(&amp;N)</translation>
        </message>
        <message>
            <source>Sav&amp;e</source>
            <translation>保存(&amp;K)</translation>
        </message>
        <message>
            <source>Draw with the mouse. Keys: Ins adds, arrows move, Shift+arrows resize, Del removes.</source>
            <translation>用鼠标框选；键盘：Ins 添加，方向键移动，Shift+方向键调整大小，Del 删除。</translation>
        </message>
        <message>
            <source>Mask what the bank does not need to see.</source>
            <translation>遮盖银行无需查看的内容。</translation>
        </message>
        <message>
            <source>Blacked out in the bank&apos;s copy; the original in the vault is unchanged.</source>
            <translation>交银行的复印件上将涂黑；保险库中的原件保持完整。</translation>
        </message>
        <message>
            <source>Mask all but the first {first} and the last {last} {last|digit|digits}.</source>
            <translation>除前 {first} 位、后 {last} 位外，其余数字均须遮盖。</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue. A report without personal data was written to {file}</source>
            <translation>程序内部出了问题，与您的操作无关。已保存的内容完好，可以继续工作。不含个人信息的报告已写入 {file}</translation>
        </message>
        <message>
            <source>Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue. No report could be written.</source>
            <translation>Concord 出现了问题，并非您的操作所致。已保存的内容安全无损，您可以继续工作。未能写入报告。</translation>
        </message>
    </context>
    <context>
        <name>CreditReportSheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回材料（Esc）</translation>
        </message>
        <message>
            <source>Accounts of the report</source>
            <translation>报告中的账户</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Account &amp;number</source>
            <translation>账号(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Add to case</source>
            <translation>加入案件(&amp;A)</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页</translation>
        </message>
        <message>
            <source>Lender</source>
            <translation>机构</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期金额</translation>
        </message>
        <message>
            <source>In the case</source>
            <translation>案件账户</translation>
        </message>
        <message>
            <source>Credit report</source>
            <translation>个人信用报告</translation>
        </message>
        <message>
            <source>Reading the credit report…</source>
            <translation>正在读取信用报告…</translation>
        </message>
        <message>
            <source>The report agrees with the accounts of the case.</source>
            <translation>报告与案件账户一致。</translation>
        </message>
        <message>
            <source>Not in the case</source>
            <translation>不在案件中</translation>
        </message>
        <message>
            <source>The report does not divide the balance; it is entered as principal, to be corrected under Profile.</source>
            <translation>报告不分列本金和息费：余额先全部记为本金，请在“资料”中更正。</translation>
        </message>
        <message>
            <source>Account added to the case.</source>
            <translation>账户已加入案件。</translation>
        </message>
        <message>
            <source>The accounts that the report names are listed here beside those of the case.</source>
            <translation>报告所列账户与本案账户的对照列在这里。</translation>
        </message>
        <message>
            <source>Nothing differs between the report and the case.</source>
            <translation>报告与本案没有不一致之处。</translation>
        </message>
        <message>
            <source>{count} {count|account|accounts}</source>
            <translation>{count} 个账户</translation>
        </message>
    </context>
    <context>
        <name>DayEdit</name>
        <message>
            <source>YYYY-MM-DD</source>
            <translation>年-月-日</translation>
        </message>
        <message>
            <source>Calendar (F4)</source>
            <translation>日历（F4）</translation>
        </message>
    </context>
    <context>
        <name>DayOrderQuestion</name>
        <message>
            <source>day, month, year (31/12/2026)</source>
            <translation>日、月、年（31/12/2026）</translation>
        </message>
        <message>
            <source>month, day, year (12/31/2026)</source>
            <translation>月、日、年（12/31/2026）</translation>
        </message>
        <message>
            <source>Days of this list are written</source>
            <translation>本名单的日期写法</translation>
        </message>
        <message>
            <source>not clear yet</source>
            <translation>尚未说明</translation>
        </message>
        <message>
            <source>year, month, day (26-12-31)</source>
            <translation>年、月、日（26-12-31）</translation>
        </message>
    </context>
    <context>
        <name>DeskBanner</name>
        <message>
            <source>The disk is full, so this desk is open to be read. Make room, lock the desk and open it again.</source>
            <translation>磁盘已满，本工作台以只读方式打开。请腾出空间，锁定工作台后重新打开。</translation>
        </message>
        <message>
            <source>This desk is open to be read: its disk or folder does not allow writing. To work on it, copy the whole folder to a disk you may write to.</source>
            <translation>本工作台以只读方式打开：其磁盘或文件夹不允许写入。如需继续工作，请将整个文件夹复制到可写入的磁盘。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Change passphrase…</source>
            <translation>更换口令…</translation>
        </message>
        <message>
            <source>The server does not answer. What is open can be read, and what you type is kept on this computer. Nothing is saved until it answers; Concord keeps trying.</source>
            <translation>服务器没有响应。已打开的内容可以继续看，录入的内容暂存在本机。恢复之前不会保存任何内容；程序会持续重试。</translation>
        </message>
    </context>
    <context>
        <name>DeskCheckCard</name>
        <message>
            <source>Chec&amp;k desk</source>
            <translation>检查工作台(&amp;K)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Check progress</source>
            <translation>检查进度</translation>
        </message>
        <message>
            <source>Desk check</source>
            <translation>工作台检查</translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation>……另有 {count} 项</translation>
        </message>
        <message>
            <source>Stopped; not everything was checked.</source>
            <translation>已停止，尚未全部检查。</translation>
        </message>
        <message>
            <source>Verifies the key file, every page and record of the database, the log and every file of the vault.</source>
            <translation>核对密钥文件、数据库的每一页和每条记录、操作记录，以及保险库的每个文件。</translation>
        </message>
        <message>
            <source>Make &amp;list anew</source>
            <translation>重建列表(&amp;L)</translation>
        </message>
        <message>
            <source>{records} {records|record|records}, {files} {files|file|files} and {entries} {entries|entry|entries} of the log checked; all are whole.</source>
            <translation>已检查 {records} 条记录、{files} 个文件和 {entries} 条操作记录，全部完好。</translation>
        </message>
    </context>
    <context>
        <name>DeskKeysCard</name>
        <message>
            <source>Fingerprint of this desk</source>
            <translation>本工作台的指纹</translation>
        </message>
        <message>
            <source>Save &amp;key file…</source>
            <translation>保存密钥文件(&amp;K)…</translation>
        </message>
        <message>
            <source>Known desks</source>
            <translation>已认识的工作台</translation>
        </message>
        <message>
            <source>For&amp;get</source>
            <translation>忘记(&amp;G)</translation>
        </message>
        <message>
            <source>Save key file</source>
            <translation>保存密钥文件</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The fingerprint of this desk. Read it out when another desk asks for it; it is no secret.</source>
            <translation>本工作台的指纹。对方询问时可以念给对方听，不是秘密。</translation>
        </message>
        <message>
            <source>Save the key file and give it to another desk: it can then write cases for this one.</source>
            <translation>把密钥文件保存下来交给对方工作台，对方即可向本台移交案件。</translation>
        </message>
        <message>
            <source>{desk}.key</source>
            <translation>{desk}.key</translation>
        </message>
        <message>
            <source>Key files</source>
            <translation>密钥文件</translation>
        </message>
        <message>
            <source>Known desk</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>Handing cases over</source>
            <translation>案件移交</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>Forgotten: {name}</source>
            <translation>已忘记：{name}</translation>
        </message>
        <message>
            <source>No other desk is known yet. Its key file is taken in when a case is handed over.</source>
            <translation>还没有已知的其他工作台。移交案件时导入对方的密钥文件。</translation>
        </message>
    </context>
    <context>
        <name>DirectionWords</name>
        <message>
            <source>In (income)</source>
            <translation>收（收入）</translation>
        </message>
        <message>
            <source>Out (spending)</source>
            <translation>支（支出）</translation>
        </message>
        <message>
            <source>“{word}” means</source>
            <translation>“{word}”表示</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
    </context>
    <context>
        <name>DraftStrip</name>
        <message>
            <source>Typed on {when} and not saved yet</source>
            <translation>{when} 输入，尚未保存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Typing discarded.</source>
            <translation>已放弃输入的内容。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>PDF, OFD, pictures, e-mail, saved pages, ZIP, CSV, XLSX, XLS, ODS. The original is stored unchanged.</source>
            <translation>PDF、OFD、图片、邮件、网页、ZIP、CSV、XLSX、XLS、ODS。原文件保持不变。</translation>
        </message>
        <message>
            <source>Drop files or folders anywhere on this page, or paste them (Ctrl+V): each is proposed to its entry. Dropped on an entry of the checklist, or added by Add files, they are proofs of that entry.</source>
            <translation>把文件或文件夹拖到本页任意处，或粘贴（Ctrl+V）：逐份建议归入哪一项，由您确认。拖到清单的某一项上，或点“添加文件”，则直接归入该项。</translation>
        </message>
    </context>
    <context>
        <name>DueDaysPage</name>
        <message>
            <source>Days to explain</source>
            <translation>待说明的日期</translation>
        </message>
        <message>
            <source>Accounts that count differently</source>
            <translation>计算有变的账户</translation>
        </message>
        <message>
            <source>They are d&amp;ue days</source>
            <translation>均为到期还款日(&amp;U)</translation>
        </message>
        <message>
            <source>They are fi&amp;rst days overdue</source>
            <translation>均为首次逾期日(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Noted</source>
            <translation>已知悉(&amp;N)</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表 (Ctrl+0)</translation>
        </message>
        <message>
            <source>Due days to check</source>
            <translation>待确认的还款日</translation>
        </message>
        <message>
            <source>These lists gave the first day overdue, which earlier versions counted from as the due day. By the true due day the bucket or the order of payments is another one today.</source>
            <translation>这些名单给出的是首次逾期日，旧版本误按到期还款日起算。改按真正的到期还款日计算后，今日的逾期等级或冲还顺序有变。</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Tail</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Day given</source>
            <translation>原给日期</translation>
        </message>
        <message>
            <source>Given by</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>If due day</source>
            <translation>若为到期还款日</translation>
        </message>
        <message>
            <source>If first day overdue</source>
            <translation>若为首次逾期日</translation>
        </message>
        <message>
            <source>typed</source>
            <translation>手工录入</translation>
        </message>
        <message>
            <source>{days} · {bucket}, principal first</source>
            <translation>{days} · {bucket}，先还本金</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Days overdue count from the due day; the first day overdue is the day after. Nobody has said which of the two these days are. Until then they count on as due days, and no final paper prints them. Choose lines (Ctrl+A: all), then say what they are.</source>
            <translation>逾期天数从到期还款日起算，首次逾期日为其次日。下列日期属于哪一种尚无人说明；说明之前仍按到期还款日计算，正式文书不予打印。请选中各行（Ctrl+A 全选），再说明属于哪一种。</translation>
        </message>
        <message>
            <source>No due day is in question.</source>
            <translation>没有需要确认的到期还款日。</translation>
        </message>
        <message>
            <source>{count} due {count|day|days} settled.</source>
            <translation>已确认 {count} 个还款日。</translation>
        </message>
    </context>
    <context>
        <name>DuplicateList</name>
        <message>
            <source>△ {finding} → Open that case</source>
            <translation>△ {finding} → 打开该案件</translation>
        </message>
    </context>
    <context>
        <name>EndingPanel</name>
        <message>
            <source>Adopt the granted schedule</source>
            <translation>采用银行同意的计划</translation>
        </message>
        <message>
            <source>Plan again from today's balance</source>
            <translation>按今日余额重新规划</translation>
        </message>
        <message>
            <source>Note a balance stated by the bank</source>
            <translation>登记银行列明的余额</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>结清</translation>
        </message>
        <message>
            <source>Close for a reason</source>
            <translation>按原因结案</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Reason code</source>
            <translation>结案原因</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Total stated</source>
            <translation>列明欠款总额</translation>
        </message>
        <message>
            <source>Ask for the certificate again on</source>
            <translation>结清证明催办日期</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文件或录音</translation>
        </message>
        <message>
            <source>Bank clerk</source>
            <translation>银行经办人</translation>
        </message>
        <message>
            <source>Reason or source</source>
            <translation>原因或来源</translation>
        </message>
        <message>
            <source>The bank counts it as settled</source>
            <translation>银行视为结清</translation>
        </message>
        <message>
            <source>&amp;Record step</source>
            <translation>登记(&amp;R)</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>每期还款</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>还款总额</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期</translation>
        </message>
        <message>
            <source>Last due</source>
            <translation>末期</translation>
        </message>
        <message>
            <source>Approval still holds: {names}</source>
            <translation>审批仍有效：{names}</translation>
        </message>
        <message>
            <source>Approval requested: {names}</source>
            <translation>已重新申请审批：{names}</translation>
        </message>
        <message>
            <source>Bank's &amp;list…</source>
            <translation>银行清单(&amp;L)…</translation>
        </message>
        <message>
            <source>Take in a file of balances of many accounts; drop or paste it on this page</source>
            <translation>导入多个账户的余额名单；也可把文件拖到或粘贴到本页</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Open &amp;sample desk</source>
            <translation>打开示例工作台(&amp;S)</translation>
        </message>
        <message>
            <source>A true picture, evidence, and a plan that can be kept.</source>
            <translation>情况属实，证据齐备，方案可行。</translation>
        </message>
        <message>
            <source>Open &amp;existing desk</source>
            <translation>打开已有工作台(&amp;E)</translation>
        </message>
        <message>
            <source>Create &amp;new desk</source>
            <translation>新建工作台(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Restore from a copy…</source>
            <translation>从备份恢复(&amp;R)…</translation>
        </message>
    </context>
    <context>
        <name>EvidencePage</name>
        <message>
            <source>File removed; the original stays in the vault.</source>
            <translation>材料已撤下，原件仍在保险库中。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>No further file waits for a check.</source>
            <translation>没有其他待核实的文件了。</translation>
        </message>
    </context>
    <context>
        <name>FactsForm</name>
        <message>
            <source>All accounts</source>
            <translation>全部账户</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>出具单位</translation>
        </message>
        <message>
            <source>Submitted as</source>
            <translation>提交形式</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>文书编号</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>出具日期</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Covers from</source>
            <translation>覆盖起始日</translation>
        </message>
        <message>
            <source>To (inclusive)</source>
            <translation>截止日（含）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Save details</source>
            <translation>保存要点</translation>
        </message>
        <message>
            <source>issued by {issuers}</source>
            <translation>由{issuers}出具</translation>
        </message>
        <message>
            <source>original</source>
            <translation>原件</translation>
        </message>
        <message>
            <source>stamped</source>
            <translation>须盖章</translation>
        </message>
        <message>
            <source>Required: {parts}</source>
            <translation>要求：{parts}</translation>
        </message>
        <message>
            <source>last {count} {count|month|months}</source>
            <translation>最近 {count} 个月</translation>
        </message>
        <message>
            <source>not older than {count} {count|day|days}</source>
            <translation>{count} 天内出具</translation>
        </message>
    </context>
    <context>
        <name>FillSheet</name>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Bank form</source>
            <translation>银行的表格</translation>
        </message>
        <message>
            <source>&amp;Import form…</source>
            <translation>带入表格(&amp;I)…</translation>
        </message>
        <message>
            <source>Re&amp;move from list</source>
            <translation>不再使用(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Keep fields editable</source>
            <translation>保留可编辑字段(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Export (PDF)</source>
            <translation>导出 PDF(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>Form fields</source>
            <translation>表格字段</translation>
        </message>
        <message>
            <source>Form removed from the list.</source>
            <translation>这份表格不再列出。</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Ready to issue</source>
            <translation>可发出</translation>
        </message>
        <message>
            <source>Does not fit</source>
            <translation>放不下</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Goes in</source>
            <translation>填入</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Go to entry</source>
            <translation>前往填写</translation>
        </message>
        <message>
            <source>Set what goes in</source>
            <translation>指定填什么</translation>
        </message>
        <message>
            <source>In full on the addendum: {fields}.</source>
            <translation>以下内容完整写在附页：{fields}。</translation>
        </message>
        <message>
            <source>Fields and val&amp;ues…</source>
            <translation>字段与内容(&amp;U)…</translation>
        </message>
        <message>
            <source>The fields of the form are listed here once a form is chosen.</source>
            <translation>选定表格后，这里列出其中的字段。</translation>
        </message>
    </context>
    <context>
        <name>FirstStartPage</name>
        <message>
            <source>Create desk</source>
            <translation>建立工作台</translation>
        </message>
        <message>
            <source>New desk</source>
            <translation>新建工作台</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Phone numbers and banks</source>
            <translation>电话与银行</translation>
        </message>
        <message>
            <source>Step {step} of {steps}</source>
            <translation>第 {step} 步，共 {steps} 步</translation>
        </message>
    </context>
    <context>
        <name>FolderEdit</name>
        <message>
            <source>Choose folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Desk folder</source>
            <translation>工作台文件夹</translation>
        </message>
        <message>
            <source>Folder for the new desk</source>
            <translation>新工作台的文件夹</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Stored: {value}</source>
            <translation>已存：{value}</translation>
        </message>
    </context>
    <context>
        <name>FormCanvas</name>
        <message>
            <source>Form with its fields</source>
            <translation>表格与字段</translation>
        </message>
    </context>
    <context>
        <name>FormulaBar</name>
        <message>
            <source>No. {number} {name}</source>
            <translation>第 {number} 期{name}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy formula (Ctrl+C in the table)</source>
            <translation>复制算式（在表中按 Ctrl+C）</translation>
        </message>
        <message>
            <source>Formula sheet</source>
            <translation>算式单</translation>
        </message>
        <message>
            <source>Every amount of the trial with its formula, as PDF (Ctrl+Shift+F)</source>
            <translation>本次试算的每个金额及其算式，存为 PDF（Ctrl+Shift+F）</translation>
        </message>
        <message>
            <source>Formula copied.</source>
            <translation>算式已复制。</translation>
        </message>
    </context>
    <context>
        <name>GateLine</name>
        <message>
            <source>Reason</source>
            <translation>重新打开的理由</translation>
        </message>
        <message>
            <source>Reopen stage</source>
            <translation>重新打开此阶段</translation>
        </message>
        <message>
            <source>{stage} still needs:</source>
            <translation>{stage}阶段还缺：</translation>
        </message>
        <message>
            <source>{stage}: nothing missing.</source>
            <translation>{stage}阶段已齐备。</translation>
        </message>
        <message>
            <source>Continue to {stage}</source>
            <translation>进入{stage}</translation>
        </message>
        <message>
            <source>{count} more…</source>
            <translation>另有 {count} 项…</translation>
        </message>
        <message>
            <source>{count} missing…</source>
            <translation>还缺 {count} 项…</translation>
        </message>
        <message>
            <source>The stages of the case: look at one, or open an earlier one again</source>
            <translation>案件的各阶段：查看某一阶段，或重新打开先前的阶段</translation>
        </message>
    </context>
    <context>
        <name>GrantStrip</name>
        <message>
            <source>Ask a supervisor at another des&amp;k</source>
            <translation>向异处主管申请(&amp;K)</translation>
        </message>
        <message>
            <source>Code from the supervisor, beginning with G</source>
            <translation>主管的代码，以 G 开头</translation>
        </message>
        <message>
            <source>Code from the supervisor</source>
            <translation>主管的代码</translation>
        </message>
        <message>
            <source>&amp;Take code</source>
            <translation>使用代码(&amp;T)</translation>
        </message>
        <message>
            <source>request-V{version}.txt</source>
            <translation>申请-V{version}.txt</translation>
        </message>
        <message>
            <source>Save request</source>
            <translation>保存申请</translation>
        </message>
        <message>
            <source>Give this to the supervisor: as a file, pasted, or scanned from the screen. It names nobody.</source>
            <translation>请交给主管：以文件、粘贴或从屏幕扫描。其中不含姓名。</translation>
        </message>
        <message>
            <source>Request to a supervisor</source>
            <translation>给主管的申请</translation>
        </message>
        <message>
            <source>From fi&amp;le…</source>
            <translation>从文件(&amp;L)…</translation>
        </message>
    </context>
    <context>
        <name>GrantsPage</name>
        <message>
            <source>Request from an agent, beginning with R: paste it, scan it, or take its file</source>
            <translation>专员的申请，以 R 开头：粘贴、扫描或取自文件</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>申请</translation>
        </message>
        <message>
            <source>From fi&amp;le…</source>
            <translation>从文件(&amp;L)…</translation>
        </message>
        <message>
            <source>May be used until</source>
            <translation>可使用至</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>您的口令</translation>
        </message>
        <message>
            <source>&amp;Grant</source>
            <translation>批准(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Refuse</source>
            <translation>拒绝(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Make key</source>
            <translation>生成密钥(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Write public key…</source>
            <translation>写出公钥(&amp;W)…</translation>
        </message>
        <message>
            <source>Register ke&amp;y…</source>
            <translation>登记密钥(&amp;Y)…</translation>
        </message>
        <message>
            <source>F&amp;orget key</source>
            <translation>撤销密钥(&amp;O)</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>登记时间</translation>
        </message>
        <message>
            <source>By</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Keys of supervisors</source>
            <translation>主管密钥</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Request from another desk</source>
            <translation>其他工作台的申请</translation>
        </message>
        <message>
            <source>Grants by code</source>
            <translation>代码批准</translation>
        </message>
        <message>
            <source>Your own key: {key}</source>
            <translation>您自己的密钥：{key}</translation>
        </message>
        <message>
            <source>You have no key of your own to sign with.</source>
            <translation>您还没有自己的签署密钥。</translation>
        </message>
        <message>
            <source>Request from an agent</source>
            <translation>专员的申请</translation>
        </message>
        <message>
            <source>{name}.key</source>
            <translation>{name}.key</translation>
        </message>
        <message>
            <source>Write public key</source>
            <translation>写出公钥</translation>
        </message>
        <message>
            <source>Save code</source>
            <translation>保存代码</translation>
        </message>
        <message>
            <source>grant.txt</source>
            <translation>批准.txt</translation>
        </message>
        <message>
            <source>Public key of a supervisor</source>
            <translation>主管的公钥</translation>
        </message>
        <message>
            <source>known to the agent as {digest}</source>
            <translation>专员处编号 {digest}</translation>
        </message>
        <message>
            <source>Case {case}, plan version {version}, asked on {day}:</source>
            <translation>案件 {case}，方案第 {version} 版，申请日 {day}：</translation>
        </message>
        <message>
            <source>Give this to the agent: as a file, pasted, or scanned from the screen. It counts once.</source>
            <translation>请交给专员：以文件、粘贴或从屏幕扫描。只能使用一次。</translation>
        </message>
        <message>
            <source>Answer of the supervisor</source>
            <translation>主管的答复</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>Compare a key's fingerprint with the supervisor, by phone or on paper, before you register it.</source>
            <translation>登记之前，请通过电话或书面与主管核对密钥指纹。</translation>
        </message>
        <message>
            <source>I have &amp;compared it</source>
            <translation>已经核对(&amp;C)</translation>
        </message>
        <message>
            <source>Case {case}, a promise to pay, asked on {day}:</source>
            <translation>案件 {case}，一个还款承诺，申请于 {day}：</translation>
        </message>
        <message>
            <source>No supervisor of another desk is known. Register a public key and compare its fingerprint.</source>
            <translation>还没有其他工作台主管的公钥。请登记公钥并核对指纹。</translation>
        </message>
    </context>
    <context>
        <name>GuidePanel</name>
        <message>
            <source>Ask</source>
            <translation>可以问</translation>
        </message>
        <message>
            <source>What waiting costs</source>
            <translation>等待的代价</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>由谁决定</translation>
        </message>
        <message>
            <source>Better not, but</source>
            <translation>不说，改说</translation>
        </message>
        <message>
            <source>Read back</source>
            <translation>读给客户确认</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>已答</translation>
        </message>
        <message>
            <source>open</source>
            <translation>未答</translation>
        </message>
        <message>
            <source>Summary copied.</source>
            <translation>小结已复制。</translation>
        </message>
        <message>
            <source>the contract rate is not known</source>
            <translation>合同利率未知</translation>
        </message>
        <message>
            <source>today {amount}</source>
            <translation>今天{amount}</translation>
        </message>
        <message>
            <source>{who} up to {size}</source>
            <translation>{who}至{size}</translation>
        </message>
        <message>
            <source>&amp;Print summary…</source>
            <translation>打印小结(&amp;P)…</translation>
        </message>
        <message>
            <source>Cop&amp;y summary</source>
            <translation>复制小结(&amp;Y)</translation>
        </message>
        <message>
            <source>in {count} {count|month|months} {amount}</source>
            <translation>{count}个月后{amount}</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Known desks</source>
            <translation>已认识的工作台</translation>
        </message>
        <message>
            <source>Choose &amp;key file…</source>
            <translation>选择密钥文件(&amp;K)…</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>I have com&amp;pared this fingerprint with the other desk</source>
            <translation>已与对方工作台核对过这串指纹(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remember this desk</source>
            <translation>记住这个工作台(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Write bundle…</source>
            <translation>写出案件包(&amp;W)…</translation>
        </message>
        <message>
            <source>Bundles of this case</source>
            <translation>本案的案件包</translation>
        </message>
        <message>
            <source>Back to the case</source>
            <translation>返回案件</translation>
        </message>
        <message>
            <source>Personal data leave this desk. Make sure that the person has agreed to it in writing: “Consent to use of data” among the papers of the application.</source>
            <translation>个人信息将离开本工作台。请确认本人已书面同意：见“申请”页的《个人信息单独同意书》。</translation>
        </message>
        <message>
            <source>Only the chosen desk can open the bundle. The case stays here and can still be worked.</source>
            <translation>只有所选工作台能打开案件包。案件仍留在本台，可以继续办理。</translation>
        </message>
        <message>
            <source>Key file of the other desk</source>
            <translation>对方工作台的密钥文件</translation>
        </message>
        <message>
            <source>Write bundle</source>
            <translation>写出案件包</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>送出</translation>
        </message>
        <message>
            <source>Came in</source>
            <translation>收到</translation>
        </message>
        <message>
            <source>Hand over case</source>
            <translation>移交案件</translation>
        </message>
        <message>
            <source>What leaves</source>
            <translation>送出内容</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>Case bundles</source>
            <translation>案件包</translation>
        </message>
        <message>
            <source>No desk chosen yet</source>
            <translation>尚未选择工作台</translation>
        </message>
        <message>
            <source>Known desk</source>
            <translation>已认识的工作台</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>For which desk</source>
            <translation>移交给哪个工作台</translation>
        </message>
        <message>
            <source>Key files</source>
            <translation>密钥文件</translation>
        </message>
        <message>
            <source>Bundle written: {file}</source>
            <translation>案件包已写出：{file}</translation>
        </message>
        <message>
            <source>Missing from the vault: {files}</source>
            <translation>保险库中缺少：{files}</translation>
        </message>
        <message>
            <source>No other desk is known yet. Choose its key file.</source>
            <translation>还没有已知的其他工作台。请选择对方的密钥文件。</translation>
        </message>
        <message>
            <source>This case was not handed over yet. Each bundle is listed here.</source>
            <translation>本案尚未移交。每个案件包列在这里。</translation>
        </message>
        <message>
            <source>{number}-for-{desk}.concord</source>
            <translation>{number}-致-{desk}.concord</translation>
        </message>
        <message>
            <source>{entries} {entries|entry|entries}, {proofs} {proofs|proof|proofs}, {files} {files|file|files} with {size}</source>
            <translation>{entries} 条记录，{proofs} 份证明材料，{files} 个文件，共 {size}</translation>
        </message>
    </context>
    <context>
        <name>ImageView</name>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一页（PgUp）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一页（PgDn）</translation>
        </message>
        <message>
            <source>Rotate left (Shift+R)</source>
            <translation>向左转（Shift+R）</translation>
        </message>
        <message>
            <source>Rotate right (R)</source>
            <translation>向右转（R）</translation>
        </message>
        <message>
            <source>Zoom out (-)</source>
            <translation>缩小（-）</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>放大（+）</translation>
        </message>
        <message>
            <source>Fit to window (0)</source>
            <translation>适合窗口（0）</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} / {pages} 页</translation>
        </message>
    </context>
    <context>
        <name>ImportConfirmation</name>
        <message>
            <source>Co&amp;mpute with LibreOffice</source>
            <translation>用 LibreOffice 计算(&amp;M)</translation>
        </message>
        <message>
            <source>I have compared these figures: import all the same</source>
            <translation>已核对以上数字，仍然导入</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation>另有 {count} 条。</translation>
        </message>
    </context>
    <context>
        <name>ImportHistory</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>接收</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>撤回时间</translation>
        </message>
        <message>
            <source>U&amp;ndo import</source>
            <translation>撤回此次导入(&amp;N)</translation>
        </message>
        <message>
            <source>Save its re&amp;jected rows…</source>
            <translation>保存其退回行(&amp;J)…</translation>
        </message>
        <message>
            <source>Import history</source>
            <translation>历次导入</translation>
        </message>
        <message>
            <source>Nothing was imported yet. Choose a file above.</source>
            <translation>尚未导入。请在上方选择文件。</translation>
        </message>
    </context>
    <context>
        <name>ImportsPage</name>
        <message>
            <source>Ch&amp;oose file…</source>
            <translation>选择文件(&amp;O)…</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Import portfolio</source>
            <translation>导入委案清单</translation>
        </message>
        <message>
            <source>Portfolios</source>
            <translation>委案清单</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在读取 {file} …</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The import of {file} was undone.</source>
            <translation>已撤回 {file} 的导入。</translation>
        </message>
        <message>
            <source>LibreOffice is computing {file}…</source>
            <translation>LibreOffice 正在计算 {file}…</translation>
        </message>
        <message>
            <source>Stopped; nothing was stored.</source>
            <translation>已停止，未存入任何内容。</translation>
        </message>
        <message>
            <source>Col&amp;umns…</source>
            <translation>列对应(&amp;U)…</translation>
        </message>
        <message>
            <source>{file}: {rows} {rows|row|rows}</source>
            <translation>{file}：{rows} 行</translation>
        </message>
        <message>
            <source>Import {count} {count|account|accounts}</source>
            <translation>导入 {count} 个账户</translation>
        </message>
        <message>
            <source>{count} {count|account|accounts} imported from {file}.</source>
            <translation>已从 {file} 导入 {count} 个账户。</translation>
        </message>
    </context>
    <context>
        <name>InstalmentPanel</name>
        <message>
            <source>Instalment</source>
            <translation>期次</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>处理方式</translation>
        </message>
        <message>
            <source>Part due now</source>
            <translation>本期先还</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>新日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Consent of the bank</source>
            <translation>银行同意依据</translation>
        </message>
        <message>
            <source>Record &amp;treatment</source>
            <translation>登记处理(&amp;T)</translation>
        </message>
        <message>
            <source>No schedule has been adopted yet.</source>
            <translation>尚未采用还款计划。</translation>
        </message>
        <message>
            <source>What was agreed stays on record; the schedule beside shows the new days.</source>
            <translation>原约定仍保留在案，左侧计划显示新的日期。</translation>
        </message>
    </context>
    <context>
        <name>IntakeBar</name>
        <message>
            <source>Import progress</source>
            <translation>收入进度</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Importing {number} of {count}: {file}</source>
            <translation>正在收入第 {number} / {count} 个：{file}</translation>
        </message>
        <message>
            <source>Stopped; not imported: {files}</source>
            <translation>已停止，未收入：{files}</translation>
        </message>
        <message>
            <source>No files to import in: {folders}</source>
            <translation>没有可导入的文件：{folders}</translation>
        </message>
        <message>
            <source>Left out: {count} hidden or system {count|file|files} (Thumbs.db, .DS_Store …).</source>
            <translation>已略过 {count} 个隐藏或系统文件（Thumbs.db、.DS_Store 等）。</translation>
        </message>
        <message>
            <source>Only the first {count} {count|file was|files were} taken; add the others by themselves.</source>
            <translation>只导入了前 {count} 个文件，其余请另行添加。</translation>
        </message>
    </context>
    <context>
        <name>ItemPanel</name>
        <message>
            <source>De&amp;tails</source>
            <translation>要点(&amp;T)</translation>
        </message>
        <message>
            <source>Chec&amp;k</source>
            <translation>核验(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Waive</source>
            <translation>豁免(&amp;W)</translation>
        </message>
        <message>
            <source>Notes on this document</source>
            <translation>对此材料的提示</translation>
        </message>
        <message>
            <source>Expires on {day}: valid for {count} {count|day|days} from {dated}.</source>
            <translation>{day} 起过期：自 {dated} 起 {count} 天有效。</translation>
        </message>
    </context>
    <context>
        <name>KeepPage</name>
        <message>
            <source>Accounts</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>还款计划</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>还款</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Missed instalment</source>
            <translation>未还期次</translation>
        </message>
        <message>
            <source>Schedule and end</source>
            <translation>计划与结案</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>期</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Owed today</source>
            <translation>今日欠款</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>逾期未还</translation>
        </message>
        <message>
            <source>Next due</source>
            <translation>下次应还</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应还日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>应还金额</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Adopted schedule</source>
            <translation>已采用的还款计划</translation>
        </message>
        <message>
            <source>Add an account in the profile first.</source>
            <translation>请先在资料页添加账户。</translation>
        </message>
        <message>
            <source>No schedule adopted yet. Record the bank's reply, then adopt it under “Schedule and end”.</source>
            <translation>尚未采用还款计划。请先登记银行答复，再在“计划与结案”中采用。</translation>
        </message>
        <message>
            <source>Version {version}, adopted on {day}; received {received}</source>
            <translation>第 {version} 版，{day} 采用；已收 {received}</translation>
        </message>
        <message>
            <source>{state}, late</source>
            <translation>{state}（迟还）</translation>
        </message>
        <message>
            <source>{state}, was {day}</source>
            <translation>{state}（原 {day}）</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>No accounts yet. Add them on the page Profile (Ctrl+1).</source>
            <translation>还没有账户，请先在“资料”页（Ctrl+1）登记。</translation>
        </message>
        <message>
            <source>Its instalments are shown here once a schedule is adopted.</source>
            <translation>采用还款计划后，各期显示在这里。</translation>
        </message>
        <message>
            <source>Oral agreements</source>
            <translation>口头约定</translation>
        </message>
    </context>
    <context>
        <name>LayoutsCard</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Column titles</source>
            <translation>对应的列</translation>
        </message>
        <message>
            <source>Saved on</source>
            <translation>记住时间</translation>
        </message>
        <message>
            <source>Manually mapped statement layouts</source>
            <translation>手工对应的流水格式</translation>
        </message>
        <message>
            <source>Chan&amp;ge</source>
            <translation>修改(&amp;G)</translation>
        </message>
        <message>
            <source>D&amp;elete</source>
            <translation>忘记(&amp;E)</translation>
        </message>
        <message>
            <source>Statement layouts</source>
            <translation>流水格式</translation>
        </message>
        <message>
            <source>Unknown layouts that are mapped on the evidence page are listed here.</source>
            <translation>不认识的流水格式在证据页手工对应一次后，会列在这里。</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>已忘记：{name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>LeaveForm</name>
        <message>
            <source>Has left</source>
            <translation>登记离开</translation>
        </message>
        <message>
            <source>{name} can then no longer open this desk; what they did keeps their name. Copies made before today (backups, copies of desk.json) still open with their old passphrase: store or destroy those accordingly.</source>
            <translation>此后{name}不能再打开此工作台，其经手记录仍署其名。今天以前的副本（备份、desk.json 的副本）仍可用其旧口令打开，请妥善保管或销毁。</translation>
        </message>
        <message>
            <source>{name} has left.</source>
            <translation>{name}已离开。</translation>
        </message>
    </context>
    <context>
        <name>LockCard</name>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>&amp;Lock without input after</source>
            <translation>无操作多久后锁定(&amp;L)</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>The desk also locks with the screen, when the computer sleeps, and by Ctrl+L. What you typed is kept as a draft.</source>
            <translation>屏幕锁定、电脑休眠或按 Ctrl+L 时，工作台也会锁定。已输入的内容存为草稿。</translation>
        </message>
        <message>
            <source>{count} {count|minute|minutes}</source>
            <translation>{count} 分钟</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Opened by the recovery key. Choose a person here, then “New passphrase…”.</source>
            <translation>已用恢复密钥打开。请在此选择人员，再点“重设口令…”。</translation>
        </message>
    </context>
    <context>
        <name>MappingPanel</name>
        <message>
            <source>&amp;Remember this layout</source>
            <translation>记住此格式(&amp;R)</translation>
        </message>
        <message>
            <source>Bank and account type</source>
            <translation>银行与账户种类</translation>
        </message>
        <message>
            <source>Currency of all rows</source>
            <translation>各行币种</translation>
        </message>
        <message>
            <source>Spending is shown as positive (credit card)</source>
            <translation>支出印为正数（信用卡）</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Counterparty</source>
            <translation>对方</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Rows as read</source>
            <translation>读出的结果</translation>
        </message>
        <message>
            <source>Back without saving (Esc)</source>
            <translation>返回，不保存（Esc）</translation>
        </message>
        <message>
            <source>Header row</source>
            <translation>表头所在行</translation>
        </message>
        <message>
            <source>File contents</source>
            <translation>文件原样</translation>
        </message>
        <message>
            <source>Map the columns of {file}</source>
            <translation>指明“{file}”的各列</translation>
        </message>
        <message>
            <source>Layout remembered: {name}</source>
            <translation>已记住：{name}</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation>另有 {count} 项。</translation>
        </message>
        <message>
            <source>Say what the columns mean; the rows read by that are shown here.</source>
            <translation>指定各列的含义，读出的行显示在这里。</translation>
        </message>
    </context>
    <context>
        <name>MappingSheet</name>
        <message>
            <source>Back to the filled form (Esc)</source>
            <translation>返回填好的表格 (Esc)</translation>
        </message>
        <message>
            <source>Sav&amp;e</source>
            <translation>保存(&amp;K)</translation>
        </message>
        <message>
            <source>Make an editable &amp;copy</source>
            <translation>复制一份再修改(&amp;C)</translation>
        </message>
        <message>
            <source>G&amp;rid</source>
            <translation>网格(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Place a field: click on the page</source>
            <translation>点击纸面放置字段(&amp;S)</translation>
        </message>
        <message>
            <source>Insert places a field; arrows move it, Shift+arrows ten times as far, Ctrl+arrows resize it; Delete removes it.</source>
            <translation>Insert 放置字段，方向键移动，按住 Shift 移动十倍，按住 Ctrl 调整大小，Delete 移走。</translation>
        </message>
        <message>
            <source>Form fields</source>
            <translation>表格字段</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>This form is built in; make a copy to change it.</source>
            <translation>此表格随程序提供，复制一份后可以修改。</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Goes in</source>
            <translation>填入</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页，共 {pages} 页</translation>
        </message>
        <message>
            <source>Mapping of “{form}” saved.</source>
            <translation>已保存“{form}”的填写内容。</translation>
        </message>
        <message>
            <source>Field {number}</source>
            <translation>字段{number}</translation>
        </message>
        <message>
            <source>The form has no fields of its own. Draw a box on the page where a value belongs.</source>
            <translation>表格没有自带字段。请在页面上拖出要填值的位置。</translation>
        </message>
    </context>
    <context>
        <name>MemberList</name>
        <message>
            <source>File inside</source>
            <translation>内含文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Files inside</source>
            <translation>内含的文件</translation>
        </message>
        <message>
            <source>The files inside are listed here once it is opened.</source>
            <translation>打开后，其中的文件列在这里。</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;New case</source>
            <translation>新建案件(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Import portfolio…</source>
            <translation>导入委案清单(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Print paper…</source>
            <translation>打印材料(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Export paper (PDF)…</source>
            <translation>导出材料 PDF(&amp;E)…</translation>
        </message>
        <message>
            <source>Export &amp;workbook (XLSX)…</source>
            <translation>导出还款计划表 XLSX(&amp;W)…</translation>
        </message>
        <message>
            <source>Export &amp;schedule (CSV)…</source>
            <translation>导出还款计划（CSV）(&amp;S)…</translation>
        </message>
        <message>
            <source>Export listed &amp;cases (XLSX)…</source>
            <translation>导出查到的案件（XLSX）(&amp;C)…</translation>
        </message>
        <message>
            <source>Add selected cases to print queue</source>
            <translation>选中的案件加入打印队列</translation>
        </message>
        <message>
            <source>Chec&amp;k packet…</source>
            <translation>核对材料册(&amp;K)…</translation>
        </message>
        <message>
            <source>&amp;Lock desk</source>
            <translation>锁定工作台(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>案件(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Main action on this page</source>
            <translation>本页主要操作(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Next stage</source>
            <translation>进入下一阶段(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Profile</source>
            <translation>资料(&amp;P)</translation>
        </message>
        <message>
            <source>C&amp;onversation</source>
            <translation>沟通(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Evidence</source>
            <translation>证据(&amp;E)</translation>
        </message>
        <message>
            <source>P&amp;lan</source>
            <translation>方案(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Application</source>
            <translation>申请(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>查看(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Cases</source>
            <translation>案件(&amp;C)</translation>
        </message>
        <message>
            <source>Print &amp;queue</source>
            <translation>打印队列(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Search cases</source>
            <translation>搜索案件(&amp;S)</translation>
        </message>
        <message>
            <source>Se&amp;ttings</source>
            <translation>设置(&amp;T)</translation>
        </message>
        <message>
            <source>Hide or show &amp;private details</source>
            <translation>遮挡或显示隐私(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Bank forms</source>
            <translation>银行表格(&amp;B)</translation>
        </message>
        <message>
            <source>Take in &amp;bundle…</source>
            <translation>接收案件包(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Hand over case…</source>
            <translation>移交案件(&amp;H)…</translation>
        </message>
        <message>
            <source>&amp;Restore a case from a backup…</source>
            <translation>从备份恢复案件(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Keeping</source>
            <translation>履约(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Timeline…</source>
            <translation>时间线(&amp;T)…</translation>
        </message>
        <message>
            <source>&amp;Grants by code…</source>
            <translation>代码批准(&amp;G)…</translation>
        </message>
        <message>
            <source>Con&amp;tacts and complaints…</source>
            <translation>联系与投诉(&amp;T)…</translation>
        </message>
        <message>
            <source>R&amp;ules and their sources</source>
            <translation>规则与依据(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Today</source>
            <translation>今天(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Next task of today</source>
            <translation>今天的下一件事(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Go to…</source>
            <translation>前往(&amp;G)…</translation>
        </message>
        <message>
            <source>&amp;Help on this page</source>
            <translation>本页帮助(&amp;H)</translation>
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation>全部快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Registers and reports</source>
            <translation>登记与报表(&amp;R)</translation>
        </message>
        <message>
            <source>E&amp;dit</source>
            <translation>编辑(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>Guided &amp;tour</source>
            <translation>导览(&amp;T)</translation>
        </message>
        <message>
            <source>What is &amp;new</source>
            <translation>新增内容(&amp;N)</translation>
        </message>
        <message>
            <source>Next &amp;error</source>
            <translation>下一处错误(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Banks and this desk&apos;s contacts</source>
            <translation>银行与本台联系资料(&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>MonthChart</name>
        <message>
            <source>Income and spending by month</source>
            <translation>各月收入与支出</translation>
        </message>
        <message>
            <source>Income</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Spending</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>No income</source>
            <translation>无收入</translation>
        </message>
        <message>
            <source>Partial month</source>
            <translation>不足整月</translation>
        </message>
    </context>
    <context>
        <name>NewFormSheet</name>
        <message>
            <source>Back (Esc)</source>
            <translation>返回 (Esc)</translation>
        </message>
        <message>
            <source>Choose &amp;file…</source>
            <translation>选择文件(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Import form</source>
            <translation>带入这份表格(&amp;K)</translation>
        </message>
        <message>
            <source>The file is stored unchanged and encrypted; filled copies are made from it. Fields with clear names are recognised; the others are mapped once and remembered.</source>
            <translation>文件原样加密保存，填写都在副本上进行。名称清楚的字段会自动识别，其余字段指定一次以后即可沿用。</translation>
        </message>
        <message>
            <source>Bank form</source>
            <translation>银行表格</translation>
        </message>
        <message>
            <source>Form &amp;name</source>
            <translation>表格名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Bank</source>
            <translation>银行(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>密码(&amp;P)</translation>
        </message>
        <message>
            <source>Only if the file has one</source>
            <translation>文件有密码时才填</translation>
        </message>
        <message>
            <source>Any bank</source>
            <translation>任何银行</translation>
        </message>
        <message>
            <source>{file}: {pages} {pages|page|pages}, {fields} {fields|field|fields} to fill.</source>
            <translation>{file}：{pages} 页，{fields} 个可填字段。</translation>
        </message>
    </context>
    <context>
        <name>NumberEdit</name>
        <message>
            <source>Mask the number (F7)</source>
            <translation>遮盖号码（F7）</translation>
        </message>
        <message>
            <source>Show the number (F7)</source>
            <translation>显示号码（F7）</translation>
        </message>
    </context>
    <context>
        <name>NumberPart</name>
        <message>
            <source>Whom</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Rules on this contact</source>
            <translation>适用的规则</translation>
        </message>
        <message>
            <source>Reason for calling in spite of a rule</source>
            <translation>例外联系的理由</translation>
        </message>
        <message>
            <source>Record &amp;override</source>
            <translation>记录例外(&amp;O)</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>约定</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Terms on record</source>
            <translation>已记录的约定</translation>
        </message>
        <message>
            <source>yes, no; a zone as +08:00</source>
            <translation>是、否；时区写作 +08:00</translation>
        </message>
        <message>
            <source>How it is known</source>
            <translation>如何得知</translation>
        </message>
        <message>
            <source>Record &amp;term</source>
            <translation>记录约定(&amp;T)</translation>
        </message>
        <message>
            <source>May I call now?</source>
            <translation>现在可以拨打吗？</translation>
        </message>
        <message>
            <source>may be called</source>
            <translation>可拨打</translation>
        </message>
        <message>
            <source>no contact</source>
            <translation>不可联系</translation>
        </message>
        <message>
            <source>from {time}</source>
            <translation>{time} 起</translation>
        </message>
        <message>
            <source>No number is known. Enter one on the profile page.</source>
            <translation>没有号码，请在资料页填写。</translation>
        </message>
        <message>
            <source>No rule is against a call now.</source>
            <translation>现在拨打不违反任何规则。</translation>
        </message>
        <message>
            <source>The override is on record.</source>
            <translation>例外已记录。</translation>
        </message>
        <message>
            <source>Nothing was agreed yet. Record below when the person may be called, or a wish to stop.</source>
            <translation>尚无联系约定。在下方登记可联系的时间，或停止联系的要求。</translation>
        </message>
        <message>
            <source>No numbers yet. Add them on the page Profile (Ctrl+1).</source>
            <translation>还没有号码。请在“资料”页添加（Ctrl+1）。</translation>
        </message>
    </context>
    <context>
        <name>OlderDatabase</name>
        <message>
            <source>This database is older than the desk</source>
            <translation>此数据库比工作台旧</translation>
        </message>
        <message>
            <source>&amp;Open it as it is</source>
            <translation>按现状打开(&amp;O)</translation>
        </message>
        <message>
            <source>Go &amp;back</source>
            <translation>返回(&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>OptionsTab</name>
        <message>
            <source>This account's share of the monthly surplus after the safety margin, by balance: {amount}.</source>
            <translation>每月结余扣除安全余量后按欠款比例分配，本账户可用 {amount}。</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>可选方案</translation>
        </message>
        <message>
            <source>Try these terms</source>
            <translation>以此试算</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>应还</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Up front</source>
            <translation>一次性付款</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>还清</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The rule pack has no option for this case yet.</source>
            <translation>规则包中暂无适用于本案诉求的方案。</translation>
        </message>
        <message>
            <source>✓ Can be proposed</source>
            <translation>✓ 可提出</translation>
        </message>
        <message>
            <source>Another is better</source>
            <translation>另有更优方案</translation>
        </message>
        <message>
            <source>△ Not feasible yet</source>
            <translation>△ 目前不可行</translation>
        </message>
        <message>
            <source>No option yet: balance, income and spending are needed (Ctrl+1).</source>
            <translation>暂无可选方案：需要欠款余额和收支（Ctrl+1）。</translation>
        </message>
    </context>
    <context>
        <name>OwnForm</name>
        <message>
            <source>Present passphrase</source>
            <translation>现口令</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>新口令</translation>
        </message>
        <message>
            <source>Repeat passphrase</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>修改口令</translation>
        </message>
        <message>
            <source>Copies of the desk made before still open with the present passphrase.</source>
            <translation>此前的工作台副本仍可用现口令打开。</translation>
        </message>
        <message>
            <source>Your passphrase was changed.</source>
            <translation>您的口令已修改。</translation>
        </message>
    </context>
    <context>
        <name>OwnPassphrasePage</name>
        <message>
            <source>New &amp;passphrase</source>
            <translation>新口令(&amp;P)</translation>
        </message>
        <message>
            <source>Repe&amp;at passphrase</source>
            <translation>再输一次(&amp;A)</translation>
        </message>
        <message>
            <source>Change and continue</source>
            <translation>修改并继续</translation>
        </message>
        <message>
            <source>{name}, your passphrase was chosen by a supervisor. Choose one that only you know; it opens the desk from now on.</source>
            <translation>{name}，您的口令由主管设置。请改成只有您知道的口令，今后用它打开工作台。</translation>
        </message>
        <message>
            <source>Your own passphrase</source>
            <translation>设置自己的口令</translation>
        </message>
    </context>
    <context>
        <name>PackChoice</name>
        <message>
            <source>Rules for this case</source>
            <translation>本案适用规则</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Suggested by the accounts: {rules}</source>
            <translation>按账户情况建议采用：{rules}</translation>
        </message>
        <message>
            <source>The case now follows “{rules}”; the checklist was rebuilt and nothing was lost.</source>
            <translation>本案改按“{rules}”；材料清单已重新生成，原有内容均保留。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>R&amp;ules for this case</source>
            <translation>本案适用规则(&amp;U)</translation>
        </message>
        <message>
            <source>The case now follows the rules of {day}.</source>
            <translation>案件现按{day}版规则办理。</translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Fit to width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页，共 {pages} 页</translation>
        </message>
    </context>
    <context>
        <name>PaperDisplay</name>
        <message>
            <source>Language: {language}</source>
            <translation>文书语言：{language}</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Ready to issue</source>
            <translation>可出具</translation>
        </message>
    </context>
    <context>
        <name>PaperList</name>
        <message>
            <source>Paper</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Dead&amp;line</source>
            <translation>补充期限(&amp;L)</translation>
        </message>
        <message>
            <source>Plan version (&amp;W)</source>
            <translation>方案版本(&amp;W)</translation>
        </message>
        <message>
            <source>Version {number} · account {tail} · {when}</source>
            <translation>版本 {number} · 尾号 {tail} · {when}</translation>
        </message>
        <message>
            <source>As chosen on the plan page</source>
            <translation>按方案页选用的版本</translation>
        </message>
        <message>
            <source>Bound packet</source>
            <translation>申请材料册（整册）</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 项</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>可出具</translation>
        </message>
        <message>
            <source>Cannot be issued yet:</source>
            <translation>暂时不能出具，还缺：</translation>
        </message>
        <message>
            <source>Watermarked DRAFT until this is resolved:</source>
            <translation>以下各项完成前带“草稿”标记：</translation>
        </message>
        <message>
            <source>All requirements are met. The packet may be issued.</source>
            <translation>各阶段要求均已满足，申请材料可以对外出具。</translation>
        </message>
        <message>
            <source>May be issued, {reader}.</source>
            <translation>可以出具，{reader}。</translation>
        </message>
        <message>
            <source>The papers that can be written for this case are listed here.</source>
            <translation>本案可以制作的材料列在这里。</translation>
        </message>
    </context>
    <context>
        <name>PaperPreview</name>
        <message>
            <source>Version shown</source>
            <translation>显示哪一版材料</translation>
        </message>
        <message>
            <source>Hidden. Press F8 to show.</source>
            <translation>已遮挡。按 F8 显示。</translation>
        </message>
        <message>
            <source>Preparing the paper…</source>
            <translation>正在准备材料…</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEdit</name>
        <message>
            <source>Show the passphrase</source>
            <translation>显示口令</translation>
        </message>
    </context>
    <context>
        <name>PaymentPanel</name>
        <message>
            <source>Received on</source>
            <translation>到账日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>付款人</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>流水号</translation>
        </message>
        <message>
            <source>Already in the stated balance</source>
            <translation>欠款余额已包含这笔还款</translation>
        </message>
        <message>
            <source>Record pa&amp;yment</source>
            <translation>登记还款(&amp;Y)</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>还款记录</translation>
        </message>
        <message>
            <source>Reason for reversing</source>
            <translation>冲正原因</translation>
        </message>
        <message>
            <source>&amp;Reverse</source>
            <translation>冲正(&amp;R)</translation>
        </message>
        <message>
            <source>Reversal</source>
            <translation>冲正</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>已冲正</translation>
        </message>
        <message>
            <source>In balance</source>
            <translation>已含在余额</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Bank's &amp;list…</source>
            <translation>银行清单(&amp;L)…</translation>
        </message>
        <message>
            <source>Take in a file of payments of many accounts; drop or paste it on this page</source>
            <translation>导入多个账户的还款名单；也可把文件拖到或粘贴到本页</translation>
        </message>
        <message>
            <source>No payments yet. Type day and amount and press Enter, or take in a bank's list.</source>
            <translation>还没有还款。填写日期和金额后按回车，或导入银行清单。</translation>
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Fit to width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页，共 {pages} 页</translation>
        </message>
    </context>
    <context>
        <name>PeopleCard</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Joined</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>离开</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>People of this desk</source>
            <translation>此工作台的人员</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Add person…</source>
            <translation>添加人员…</translation>
        </message>
        <message>
            <source>Change roles…</source>
            <translation>调整角色…</translation>
        </message>
        <message>
            <source>New passphrase…</source>
            <translation>重设口令…</translation>
        </message>
        <message>
            <source>Has left…</source>
            <translation>登记离开…</translation>
        </message>
        <message>
            <source>Change my passphrase…</source>
            <translation>修改我的口令…</translation>
        </message>
        <message>
            <source>Signed in: {name} ({roles})</source>
            <translation>当前登录：{name}（{roles}）</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>尚未设置</translation>
        </message>
        <message>
            <source>one-time</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>own</source>
            <translation>自设</translation>
        </message>
        <message>
            <source>The people of this desk are listed here.</source>
            <translation>本工作台的人员列在这里。</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>PersonSection</name>
        <message>
            <source>Personal details</source>
            <translation>个人资料</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;ID number</source>
            <translation>证件号码(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Phone</source>
            <translation>联系电话(&amp;P)</translation>
        </message>
        <message>
            <source>Second phone</source>
            <translation>备用电话</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Marital status</source>
            <translation>婚姻状况</translation>
        </message>
        <message>
            <source>Children</source>
            <translation>子女数</translation>
        </message>
        <message>
            <source>Other dependants</source>
            <translation>其他供养</translation>
        </message>
        <message>
            <source>Housing</source>
            <translation>住房</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>教育程度</translation>
        </message>
        <message>
            <source>Employment</source>
            <translation>就业状态</translation>
        </message>
        <message>
            <source>Payday</source>
            <translation>发薪日</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>每月几日</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>工作单位</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>职位</translation>
        </message>
        <message>
            <source>{sex}, born {day}</source>
            <translation>{sex}，{day} 出生</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Na&amp;me is as on the original</source>
            <translation>姓名与原件一致(&amp;M)</translation>
        </message>
        <message>
            <source>The name was confirmed.</source>
            <translation>已确认姓名与原件一致。</translation>
        </message>
    </context>
    <context>
        <name>PhoneEdit</name>
        <message>
            <source>Phone type</source>
            <translation>号码类型</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
    </context>
    <context>
        <name>PlanColumn</name>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>还清</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>选用</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>以此试算</translation>
        </message>
        <message>
            <source>Copy these terms into the fields</source>
            <translation>把这些条款填入左侧试算</translation>
        </message>
        <message>
            <source>✓ Chosen</source>
            <translation>✓ 已选用</translation>
        </message>
        <message>
            <source>True rate: {simple} simple, {compound} compound</source>
            <translation>真实年化：单利 {simple}，复利 {compound}</translation>
        </message>
        <message>
            <source>No surplus to compare</source>
            <translation>无结余可比</translation>
        </message>
        <message>
            <source>{share} of the surplus</source>
            <translation>占每月结余 {share}</translation>
        </message>
        <message>
            <source>Fits</source>
            <translation>可承受</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>超出结余</translation>
        </message>
        <message>
            <source>Needs {who}</source>
            <translation>须{who}批准</translation>
        </message>
        <message>
            <source>Agent may offer</source>
            <translation>专员可直接提出</translation>
        </message>
        <message>
            <source>Evidence complete</source>
            <translation>材料齐</translation>
        </message>
        <message>
            <source>Largest instalment: {amount}</source>
            <translation>最大一期：{amount}</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>一年省</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>应还</translation>
        </message>
        <message>
            <source>{method} × {count}</source>
            <translation>{method} · {count} 期</translation>
        </message>
        <message>
            <source>Rate p.a.</source>
            <translation>单/复利</translation>
        </message>
        <message>
            <source>Saved per year</source>
            <translation>一年省</translation>
        </message>
        <message>
            <source>Annual rate (simple/compound)</source>
            <translation>年利率（单利/复利）</translation>
        </message>
        <message>
            <source>The bank's own terms</source>
            <translation>银行自己的条件</translation>
        </message>
        <message>
            <source>{count} {count|document|documents} missing</source>
            <translation>缺 {count} 项材料</translation>
        </message>
    </context>
    <context>
        <name>PlanColumns</name>
        <message>
            <source>Version {number}</source>
            <translation>版本 {number}</translation>
        </message>
        <message>
            <source>Proposal {number}</source>
            <translation>建议 {number}</translation>
        </message>
        <message>
            <source>Saved versions are shown here side by side.</source>
            <translation>保留的版本并排显示在这里。</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>本次试算</translation>
        </message>
        <message>
            <source>★ the best of the plans side by side, line by line; it decides nothing.</source>
            <translation>★ 该行中最优的方案，仅供比较，不替您决定。</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>Trial</source>
            <translation>试算</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>阶梯</translation>
        </message>
        <message>
            <source>&amp;Method</source>
            <translation>还款方式(&amp;M)</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期还款日</translation>
        </message>
        <message>
            <source>I&amp;nstalments</source>
            <translation>期数(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Payment</source>
            <translation>每期还款(&amp;P)</translation>
        </message>
        <message>
            <source>Down payment</source>
            <translation>首付</translation>
        </message>
        <message>
            <source>Waived</source>
            <translation>减免本金</translation>
        </message>
        <message>
            <source>Deferral</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>months</source>
            <translation>个月</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>年利率</translation>
        </message>
        <message>
            <source>Interest only</source>
            <translation>只还利息</translation>
        </message>
        <message>
            <source>instalments</source>
            <translation>期</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>违约金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>month {number}</source>
            <translation>{number}月</translation>
        </message>
        <message>
            <source>One every</source>
            <translation>每隔</translation>
        </message>
        <message>
            <source>Interest-free</source>
            <translation>免息期数</translation>
        </message>
        <message>
            <source>Interest from</source>
            <translation>计息起日</translation>
        </message>
        <message>
            <source>During deferral</source>
            <translation>延期内</translation>
        </message>
        <message>
            <source>Day count</source>
            <translation>计息天数</translation>
        </message>
        <message>
            <source>Remainder in</source>
            <translation>尾差归入</translation>
        </message>
        <message>
            <source>Round to</source>
            <translation>取整到</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>取整方式</translation>
        </message>
        <message>
            <source>On holidays</source>
            <translation>遇休息日</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>按何历</translation>
        </message>
        <message>
            <source>Weekends</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>Months without payment</source>
            <translation>不还款的月份</translation>
        </message>
        <message>
            <source>Calculated</source>
            <translation>自动算出</translation>
        </message>
        <message>
            <source>From no.</source>
            <translation>从第几期起</translation>
        </message>
        <message>
            <source>Each pays</source>
            <translation>每期还</translation>
        </message>
        <message>
            <source>Step {number}: from</source>
            <translation>第 {number} 阶：从第几期起</translation>
        </message>
        <message>
            <source>Step {number}: payment</source>
            <translation>第 {number} 阶：每期还</translation>
        </message>
        <message>
            <source>Each step applies until the next. The amount of the last may be left blank to be calculated.</source>
            <translation>每一阶持续到下一阶为止；最后一阶的金额可留空，由系统算出。</translation>
        </message>
    </context>
    <context>
        <name>PlanInputs</name>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Calculated from the other; change it and the other is recalculated</source>
            <translation>由另一项推算得出；改动此项则反过来推算</translation>
        </message>
        <message>
            <source>Owed {amount}</source>
            <translation>欠款 {amount}</translation>
        </message>
        <message>
            <source>Fee rate</source>
            <translation>每期费率</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>年利率</translation>
        </message>
    </context>
    <context>
        <name>PlanLabel</name>
        <message>
            <source>The case is new here.</source>
            <translation>本台尚无此案。</translation>
        </message>
        <message>
            <source>The case is here already.</source>
            <translation>本台已有此案。</translation>
        </message>
        <message>
            <source>Added: {entries}</source>
            <translation>新增：{entries}</translation>
        </message>
        <message>
            <source>Fields taken over, changed there only: {count}</source>
            <translation>采用仅在对方改动的字段：{count} 处</translation>
        </message>
        <message>
            <source>Fields kept, changed here only: {count}</source>
            <translation>保留仅在本台改动的字段：{count} 处</translation>
        </message>
        <message>
            <source>Entries removed, as they were there: {count}</source>
            <translation>随对方删去的记录：{count} 条</translation>
        </message>
        <message>
            <source>Entries unchanged: {count}</source>
            <translation>未变的记录：{count} 条</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Save this version</source>
            <translation>保留此方案</translation>
        </message>
        <message>
            <source>Add an account in the profile first.</source>
            <translation>请先在“资料”中录入欠款账户。</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>合计 {amount}</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>本次试算</translation>
        </message>
        <message>
            <source>No plan to show</source>
            <translation>暂无方案</translation>
        </message>
        <message>
            <source>Under this plan</source>
            <translation>按此方案</translation>
        </message>
        <message>
            <source>If nothing is paid</source>
            <translation>若不处理</translation>
        </message>
    </context>
    <context>
        <name>PlanPapers</name>
        <message>
            <source>Saved: {file}</source>
            <translation>已写入：{file}</translation>
        </message>
    </context>
    <context>
        <name>PlanTabs</name>
        <message>
            <source>Schedule</source>
            <translation>走势与计划</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>可选方案</translation>
        </message>
        <message>
            <source>Counter-offer</source>
            <translation>银行还价</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>多户分配</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Comparison sheet</source>
            <translation>方案对比单</translation>
        </message>
        <message>
            <source>Comparison sheet for the debtor, as PDF (Ctrl+Shift+D)</source>
            <translation>给客户的对比单，PDF（Ctrl+Shift+D）</translation>
        </message>
        <message>
            <source>Claim check</source>
            <translation>账目核对</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>贷款成本</translation>
        </message>
    </context>
    <context>
        <name>PreviewCard</name>
        <message>
            <source>Files of this item</source>
            <translation>本项文件</translation>
        </message>
        <message>
            <source>Remove this file</source>
            <translation>撤下此文件</translation>
        </message>
        <message>
            <source>Hidden. Press F8 to show.</source>
            <translation>已遮挡，按 F8 显示。</translation>
        </message>
        <message>
            <source>This picture cannot be shown here; it is stored unchanged.</source>
            <translation>此图片无法在这里显示，原件已照样保存。</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>粘贴的图片</translation>
        </message>
        <message>
            <source>Mask num&amp;ber</source>
            <translation>遮盖号码(&amp;B)</translation>
        </message>
        <message>
            <source>View as s&amp;tatement</source>
            <translation>按流水查看(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Add files</source>
            <translation>添加文件(&amp;A)</translation>
        </message>
        <message>
            <source>Add folder (Alt+O)</source>
            <translation>添加文件夹（Alt+O）</translation>
        </message>
        <message>
            <source>Add folder</source>
            <translation>添加文件夹</translation>
        </message>
        <message>
            <source>View credit repor&amp;t</source>
            <translation>按信用报告查看(&amp;T)</translation>
        </message>
    </context>
    <context>
        <name>PrintQueuePage</name>
        <message>
            <source>Bound packet</source>
            <translation>申请材料册（整册）</translation>
        </message>
        <message>
            <source>Which paper</source>
            <translation>哪种材料</translation>
        </message>
        <message>
            <source>Add all &amp;ready</source>
            <translation>加入全部就绪案件(&amp;R)</translation>
        </message>
        <message>
            <source>Remove fini&amp;shed</source>
            <translation>移出已结束的(&amp;S)</translation>
        </message>
        <message>
            <source>Print queue</source>
            <translation>打印队列</translation>
        </message>
        <message>
            <source>Pri&amp;nter</source>
            <translation>打印机(&amp;N)</translation>
        </message>
        <message>
            <source>C&amp;opies</source>
            <translation>份数(&amp;O)</translation>
        </message>
        <message>
            <source>S&amp;ides</source>
            <translation>单双面(&amp;I)</translation>
        </message>
        <message>
            <source>Print a&amp;gain if already printed</source>
            <translation>已打印过的也再打印(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Print all pending</source>
            <translation>打印全部等待中的(&amp;P)</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>The queue is empty. Select cases in the list and press Ctrl+Shift+P, or add all that are ready.</source>
            <translation>队列为空。在案件列表中选择案件后按 Ctrl+Shift+P，或加入全部就绪案件。</translation>
        </message>
        <message>
            <source>Paper to add from the list</source>
            <translation>从案件列表加入的材料</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>申请材料册</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation> 另有 {count} 项。</translation>
        </message>
        <message>
            <source>{done} of {count} finished</source>
            <translation>已处理 {done} / {count}</translation>
        </message>
        <message>
            <source>Select cases in the list first.</source>
            <translation>请先在案件列表中选择案件。</translation>
        </message>
        <message>
            <source>Nothing waits. Choose cases in the list and add them (Ctrl+Shift+P).</source>
            <translation>打印队列为空。请在案件列表中选择案件并加入（Ctrl+Shift+P）。</translation>
        </message>
        <message>
            <source>{count} {count|paper|papers} added to the print queue</source>
            <translation>已将 {count} 份材料加入打印队列</translation>
        </message>
    </context>
    <context>
        <name>PrintSheet</name>
        <message>
            <source>S&amp;ides</source>
            <translation>单双面(&amp;I)</translation>
        </message>
        <message>
            <source>Pa&amp;ges</source>
            <translation>页码(&amp;G)</translation>
        </message>
        <message>
            <source>All, or 2-5</source>
            <translation>全部，或 2-5</translation>
        </message>
        <message>
            <source>Pag&amp;es per side</source>
            <translation>每面页数(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Print</source>
            <translation>打印(&amp;P)</translation>
        </message>
        <message>
            <source>System print dialog</source>
            <translation>系统打印对话框</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已打印</translation>
        </message>
        <message>
            <source>Paper, printer, user</source>
            <translation>材料、打印机、经办</translation>
        </message>
        <message>
            <source>Print history</source>
            <translation>打印记录</translation>
        </message>
        <message>
            <source>None found</source>
            <translation>未找到打印机</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>正在送打印…</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>申请材料册</translation>
        </message>
        <message>
            <source>pages {part}</source>
            <translation>第 {part} 页</translation>
        </message>
        <message>
            <source>Prin&amp;ter</source>
            <translation>打印机(&amp;T)</translation>
        </message>
        <message>
            <source>C&amp;opies</source>
            <translation>份数(&amp;O)</translation>
        </message>
        <message>
            <source>Not printed yet. Each printing is listed here with printer and person.</source>
            <translation>尚未打印。每次打印的打印机和打印人列在这里。</translation>
        </message>
    </context>
    <context>
        <name>ProfilePage</name>
        <message>
            <source>&amp;1 Person</source>
            <translation>&amp;1 个人</translation>
        </message>
        <message>
            <source>&amp;2 Accounts</source>
            <translation>&amp;2 账户</translation>
        </message>
        <message>
            <source>&amp;3 Budget</source>
            <translation>&amp;3 收支</translation>
        </message>
        <message>
            <source>&amp;4 Assets</source>
            <translation>&amp;4 财产</translation>
        </message>
    </context>
    <context>
        <name>PromisePanel</name>
        <message>
            <source>Promised for</source>
            <translation>承诺日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Promised by</source>
            <translation>承诺人</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Source of money</source>
            <translation>资金来源</translation>
        </message>
        <message>
            <source>Take it in spite of this</source>
            <translation>仍然接受该承诺</translation>
        </message>
        <message>
            <source>Take &amp;promise</source>
            <translation>登记承诺(&amp;P)</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺记录</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>新日期</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>&amp;Move</source>
            <translation>改期(&amp;M)</translation>
        </message>
        <message>
            <source>Ca&amp;ncel promise</source>
            <translation>取消承诺(&amp;N)</translation>
        </message>
        <message>
            <source>Surplus {surplus} − other dues {committed} = {left} left   ·   last pay day {pay_day}   ·   owed {owed}</source>
            <translation>结余 {surplus} − 其他应付 {committed} = 可用 {left}   ·   最近发薪日 {pay_day}   ·   尚欠 {owed}</translation>
        </message>
        <message>
            <source>Type day and amount; what the budget leaves by then is shown here.</source>
            <translation>填写日期和金额后，这里显示届时预算可用的金额。</translation>
        </message>
        <message>
            <source>No promises yet. Type day and amount, and take the promise.</source>
            <translation>还没有承诺。填写日期和金额，然后登记承诺。</translation>
        </message>
        <message>
            <source>Kept: {kept} of {due} due, moved {moves} {moves|time|times}, cancelled {cancelled}</source>
            <translation>兑现率：到期 {due} 个，履约 {kept} 个；改期 {moves} 次，取消 {cancelled} 个</translation>
        </message>
    </context>
    <context>
        <name>QuarantineCard</name>
        <message>
            <source>Quarantine</source>
            <translation>隔离区</translation>
        </message>
        <message>
            <source>Nothing is set aside. Files that no record names are kept here for at least 90 days.</source>
            <translation>隔离区为空。没有记录指向的文件会在此至少保留 90 天。</translation>
        </message>
        <message>
            <source>They cannot be brought back. Press again to delete them for good.</source>
            <translation>删除后无法找回。再按一次即永久删除。</translation>
        </message>
        <message>
            <source>{count} {count|file|files} ({size} MB) that no record names, since {day}. Kept for at least 90 days, then until you say.</source>
            <translation>{count} 个文件（{size} MB）没有记录指向，最早自 {day}。至少保留 90 天，之后由您决定是否删除。</translation>
        </message>
        <message>
            <source>&amp;Delete {count} {count|file|files}</source>
            <translation>删除 {count} 个文件(&amp;D)</translation>
        </message>
        <message>
            <source>{count} {count|file|files} deleted.</source>
            <translation>已删除 {count} 个文件。</translation>
        </message>
    </context>
    <context>
        <name>RateQuestion</name>
        <message>
            <source>per cent (18 = 18%)</source>
            <translation>百分数（18 即 18%）</translation>
        </message>
        <message>
            <source>shares (0.18 = 18%)</source>
            <translation>小数（0.18 即 18%）</translation>
        </message>
        <message>
            <source>per ten thousand (5 = 0.05%)</source>
            <translation>万分数（5 即 0.05%）</translation>
        </message>
        <message>
            <source>Bare numbers in “{column}” are</source>
            <translation>“{column}”列中不带符号的数字是</translation>
        </message>
        <message>
            <source>not clear yet</source>
            <translation>尚不明确</translation>
        </message>
    </context>
    <context>
        <name>RecognitionBar</name>
        <message>
            <source>Text recognition progress</source>
            <translation>文字识别进度</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Recogni&amp;se text</source>
            <translation>识别文字(&amp;S)</translation>
        </message>
        <message>
            <source>Rows match the pict&amp;ure</source>
            <translation>与图片核对无误(&amp;U)</translation>
        </message>
        <message>
            <source>Recognising page {number} of {count}</source>
            <translation>正在识别第 {number} 页，共 {count} 页</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Recovery sheet (&amp;PDF)…</source>
            <translation>恢复表 PDF(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;New recovery key…</source>
            <translation>新恢复密钥(&amp;N)…</translation>
        </message>
        <message>
            <source>Your &amp;passphrase</source>
            <translation>您的口令(&amp;P)</translation>
        </message>
        <message>
            <source>Show a new key</source>
            <translation>显示新密钥</translation>
        </message>
        <message>
            <source>Words of the new recovery key</source>
            <translation>新恢复密钥的单词</translation>
        </message>
        <message>
            <source>I have &amp;written them down: use this key</source>
            <translation>已抄好，启用此密钥(&amp;W)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save recovery sheet</source>
            <translation>保存恢复表</translation>
        </message>
        <message>
            <source>Write these words down in their order, or save the sheet and print it. They are shown only now.</source>
            <translation>请按顺序抄下这些单词，或保存恢复表并打印。单词只显示这一次。</translation>
        </message>
        <message>
            <source>The new recovery key opens this desk; an earlier one does not.</source>
            <translation>新恢复密钥已启用；以前的恢复密钥不再有效。</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>recovery sheet.pdf</source>
            <translation>恢复表.pdf</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>A recovery key opens this desk besides the passphrase.</source>
            <translation>除口令外，还可以用恢复密钥打开本工作台。</translation>
        </message>
        <message>
            <source>Without the passphrase nobody can open this desk: there is no recovery key.</source>
            <translation>没有恢复密钥：忘记口令后，任何人都无法打开本工作台。</translation>
        </message>
        <message>
            <source>Saved: {file}. Print it, then delete the file: it holds the key.</source>
            <translation>已保存：{file}。请打印后删除该文件：其中含有密钥。</translation>
        </message>
    </context>
    <context>
        <name>ResetForm</name>
        <message>
            <source>First passphrase</source>
            <translation>初始口令</translation>
        </message>
        <message>
            <source>Repeat passphrase</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Set passphrase</source>
            <translation>设置口令</translation>
        </message>
        <message>
            <source>For {name}, who chooses their own when they next open the desk. Copies of the desk keep the old one.</source>
            <translation>为{name}设置；本人下次打开工作台时须改成自己的口令。此前的副本仍用旧口令。</translation>
        </message>
        <message>
            <source>The passphrase of {name} was set.</source>
            <translation>已为{name}设置口令。</translation>
        </message>
    </context>
    <context>
        <name>RestoreCasePage</name>
        <message>
            <source>Ch&amp;oose folder…</source>
            <translation>选择文件夹(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Restore case</source>
            <translation>恢复案件(&amp;R)</translation>
        </message>
        <message>
            <source>Backups found</source>
            <translation>找到的备份</translation>
        </message>
        <message>
            <source>Name, case number or bank</source>
            <translation>姓名、案件编号或银行</translation>
        </message>
        <message>
            <source>Search in this backup</source>
            <translation>在此备份中查找</translation>
        </message>
        <message>
            <source>Cases in this backup</source>
            <translation>此备份中的案件</translation>
        </message>
        <message>
            <source>Com&amp;pare</source>
            <translation>比较(&amp;P)</translation>
        </message>
        <message>
            <source>In the backup</source>
            <translation>备份中</translation>
        </message>
        <message>
            <source>Take all from bac&amp;kup</source>
            <translation>全部取备份(&amp;K)</translation>
        </message>
        <message>
            <source>Back to settings</source>
            <translation>返回设置</translation>
        </message>
        <message>
            <source>Restore a case from a backup</source>
            <translation>从备份恢复案件</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>What it would change</source>
            <translation>将作的改动</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Folder or stick with the backups</source>
            <translation>存放备份的文件夹或 U 盘</translation>
        </message>
        <message>
            <source>The case here is as it is in the backup: there is nothing to restore.</source>
            <translation>本台的案件与备份中一致，无需恢复。</translation>
        </message>
        <message>
            <source>No backups found. Choose the folder or stick that holds them.</source>
            <translation>没有找到备份。请选择存放备份的文件夹或移动盘。</translation>
        </message>
        <message>
            <source>Choose a backup; its cases are listed here.</source>
            <translation>请先选择备份，其中的案件列在这里。</translation>
        </message>
        <message>
            <source>Case {number} restored: {added} {added|entry|entries} added, {changed} changed.</source>
            <translation>案件 {number} 已恢复：新增 {added} 条，改动 {changed} 条。</translation>
        </message>
    </context>
    <context>
        <name>RestorePage</name>
        <message>
            <source>Folder or stick with the &amp;backups</source>
            <translation>存有备份的文件夹或 U 盘(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Passphrase or recovery key</source>
            <translation>口令或恢复密钥(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;New folder for the desk</source>
            <translation>恢复到新文件夹(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Show backups</source>
            <translation>显示备份(&amp;S)</translation>
        </message>
        <message>
            <source>Backups found</source>
            <translation>找到的备份</translation>
        </message>
        <message>
            <source>Restore progress</source>
            <translation>恢复进度</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>恢复(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Open desk</source>
            <translation>打开工作台(&amp;O)</translation>
        </message>
        <message>
            <source>Restore from a copy</source>
            <translation>从备份恢复</translation>
        </message>
        <message>
            <source>Reading the backups back…</source>
            <translation>正在读回并核验备份…</translation>
        </message>
        <message>
            <source>All backups were read back.</source>
            <translation>全部备份已读回核验。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证明材料</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>What could not be restored</source>
            <translation>未能恢复的内容</translation>
        </message>
        <message>
            <source>No backups found. Choose the folder or stick that holds them.</source>
            <translation>没有找到备份。请选择存放备份的文件夹或移动盘。</translation>
        </message>
        <message>
            <source>Restored: {cases} {cases|case|cases}, {evidence} {evidence|piece|pieces} of evidence.</source>
            <translation>已恢复：{cases} 件案件，{evidence} 份证明材料。</translation>
        </message>
    </context>
    <context>
        <name>RolesForm</name>
        <message>
            <source>An agent works on cases. A supervisor also grants, waives and explains, and looks after people. A viewer reads.</source>
            <translation>协商专员办理案件；主管还可批准、豁免、说明并管理人员；查看者只能查看。</translation>
        </message>
        <message>
            <source>Change roles</source>
            <translation>调整角色</translation>
        </message>
    </context>
    <context>
        <name>SalvagePart</name>
        <message>
            <source>What can still be read can be brought into a new desk; the damaged one stays as it is.</source>
            <translation>仍可读取的内容可以抢救到新工作台，已损坏的工作台保持原样。</translation>
        </message>
        <message>
            <source>&amp;Salvage into new desk…</source>
            <translation>抢救到新工作台(&amp;S)…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Folder for the new desk</source>
            <translation>新工作台的文件夹</translation>
        </message>
        <message>
            <source>… and {count} more.</source>
            <translation>……另有 {count} 项。</translation>
        </message>
        <message>
            <source>The new desk is in {folder}. Type the passphrase to open it.</source>
            <translation>新工作台在 {folder}。请输入口令打开。</translation>
        </message>
        <message>
            <source>Stopped. The damaged desk is as it was.</source>
            <translation>已停止。已损坏的工作台保持原样。</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Print queue</source>
            <translation>打印队列</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Hide private</source>
            <translation>遮挡隐私</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
    </context>
    <context>
        <name>Remarks</name>
        <message>
            <source>  (and {count} more)</source>
            <translation>（另有 {count} 条）</translation>
        </message>
    </context>
    <context>
        <name>RulePanel</name>
        <message>
            <source>Custom text</source>
            <translation>自定文字</translation>
        </message>
        <message>
            <source>What &amp;goes in</source>
            <translation>填入内容(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Text</source>
            <translation>文字(&amp;T)</translation>
        </message>
        <message>
            <source>Sho&amp;wn as</source>
            <translation>写法(&amp;W)</translation>
        </message>
        <message>
            <source>Tic&amp;ked when</source>
            <translation>打勾条件(&amp;K)</translation>
        </message>
        <message>
            <source>Must not be empt&amp;y</source>
            <translation>不得为空(&amp;Y)</translation>
        </message>
        <message>
            <source>One line</source>
            <translation>单行</translation>
        </message>
        <message>
            <source>Several lines</source>
            <translation>多行</translation>
        </message>
        <message>
            <source>One character per cell</source>
            <translation>一字一格</translation>
        </message>
        <message>
            <source>Tick box</source>
            <translation>勾选框</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>左</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>中</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>右</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>名称(&amp;M)</translation>
        </message>
        <message>
            <source>Kin&amp;d</source>
            <translation>类型(&amp;D)</translation>
        </message>
        <message>
            <source>Cel&amp;ls</source>
            <translation>格数(&amp;L)</translation>
        </message>
        <message>
            <source>Si&amp;ze (0 = auto)</source>
            <translation>字号（0 自动）(&amp;Z)</translation>
        </message>
        <message>
            <source>Al&amp;ign</source>
            <translation>对齐(&amp;I)</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>不填</translation>
        </message>
    </context>
    <context>
        <name>ScheduleCard</name>
        <message>
            <source>Repayment schedule</source>
            <translation>还款计划</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>还款日</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>手续费</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>应还</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Click an amount to see its formula · F2 or double-click edits a payment · L locks a row</source>
            <translation>点金额看算式 · F2 或双击改该期金额 · L 锁定该期</translation>
        </message>
        <message>
            <source>F2 or double-click edits the payment of a row · L gives it an even share · the last row is calculated</source>
            <translation>F2 或双击填写该期金额 · L 让该期均摊 · 末期自动算出</translation>
        </message>
        <message>
            <source>&amp;Unlock this row</source>
            <translation>解除锁定(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Lock this row</source>
            <translation>锁定该期(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Edit its payment</source>
            <translation>改该期金额(&amp;T)</translation>
        </message>
        <message>
            <source>Unlock &amp;all rows</source>
            <translation>全部解除锁定(&amp;A)</translation>
        </message>
        <message>
            <source>Old interest and fees</source>
            <translation>原欠息费</translation>
        </message>
        <message>
            <source>Type the terms on the left; the rows of the plan are shown here.</source>
            <translation>在左侧填入条件，还款计划各期显示在这里。</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>System default</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Display &amp;language</source>
            <translation>界面语言(&amp;L)</translation>
        </message>
        <message>
            <source>C&amp;olours</source>
            <translation>配色(&amp;O)</translation>
        </message>
        <message>
            <source>Desk &amp;name</source>
            <translation>工作台名称(&amp;N)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>界面</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>本工作台</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>身份</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>All data stays on this computer, encrypted. Concord never uses the network.</source>
            <translation>全部数据加密保存在本机，程序从不联网。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Settings saved.</source>
            <translation>设置已保存。</translation>
        </message>
        <message>
            <source>General</source>
            <translation>通用</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>&amp;Text size</source>
            <translation>文字大小(&amp;T)</translation>
        </message>
        <message>
            <source>The new text size holds when the desk is opened next.</source>
            <translation>新的文字大小在下次打开工作台时生效。</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即锁定</translation>
        </message>
    </context>
    <context>
        <name>SharedTrials</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{count|Trial|Trials} started on {count} {count|account|accounts}; nothing is saved yet</source>
            <translation>已为 {count} 个账户开始试算，尚未保留任何版本</translation>
        </message>
    </context>
    <context>
        <name>SharesTab</name>
        <message>
            <source>Paid per month</source>
            <translation>每月可还</translation>
        </message>
        <message>
            <source>Token payments</source>
            <translation>象征性还款</translation>
        </message>
        <message>
            <source>&amp;Token payments</source>
            <translation>象征性还款(&amp;T)</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>每户至少</translation>
        </message>
        <message>
            <source>Round to</source>
            <translation>取整到</translation>
        </message>
        <message>
            <source>Tr&amp;y these offers</source>
            <translation>按此试算(&amp;Y)</translation>
        </message>
        <message>
            <source>Starts a trial on each account with its offer as the payment; Ctrl+Z undoes all of them</source>
            <translation>以分得金额为每期还款，为每个账户开始试算；按 Ctrl+Z 一并撤销</translation>
        </message>
        <message>
            <source>Offered per month</source>
            <translation>每月合计</translation>
        </message>
        <message>
            <source>The monthly surplus less the safety margin</source>
            <translation>每月结余扣除安全余量</translation>
        </message>
        <message>
            <source>Safe per month</source>
            <translation>安全可还</translation>
        </message>
        <message>
            <source>Remaining</source>
            <translation>剩余</translation>
        </message>
        <message>
            <source>Add an account in the profile first.</source>
            <translation>请先在“资料”中录入欠款账户。</translation>
        </message>
        <message>
            <source>Enter opens an account's trial. Allocating saves nothing.</source>
            <translation>按 Enter 打开该账户的试算；分配本身不保存任何内容。</translation>
        </message>
        <message>
            <source>Plan a&amp;ll accounts</source>
            <translation>为全部账户制定方案(&amp;L)</translation>
        </message>
        <message>
            <source>Keeps and chooses a version for each account with its offer, in one step</source>
            <translation>一步为每个账户按分配金额保存并选定方案</translation>
        </message>
        <message>
            <source>All accounts by their shares</source>
            <translation>按分配金额统一规划</translation>
        </message>
        <message>
            <source>Compare &amp;orders</source>
            <translation>比较还款顺序(&amp;O)</translation>
        </message>
        <message>
            <source>Which debt to pay first: what each order costs and when the last debt ends</source>
            <translation>先还哪一笔：每种顺序的代价和还清日期</translation>
        </message>
        <message>
            <source>Two sta&amp;ges</source>
            <translation>两阶段方案(&amp;G)</translation>
        </message>
        <message>
            <source>Plans every account in two stages: this sum a month without interest, then what is left, in one step</source>
            <translation>为所有账户一次做好两阶段方案：先按此月付金免息分期，余额再分期</translation>
        </message>
        <message>
            <source>All accounts in two stages</source>
            <translation>全部账户两阶段方案</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期还款日</translation>
        </message>
        <message>
            <source>{count} {count|account|accounts} planned; see their approvals, then the applications.</source>
            <translation>已为 {count} 个账户制定方案；请查看审批，再办理申请。</translation>
        </message>
    </context>
    <context>
        <name>OfferTable</name>
        <message>
            <source>Offers to all accounts</source>
            <translation>各账户的还款额</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Monthly offer</source>
            <translation>每月还款</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>最后到期</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>✕ No share</source>
            <translation>✕ 分不到</translation>
        </message>
        <message>
            <source>✕ Never paid off</source>
            <translation>✕ 还不清</translation>
        </message>
        <message>
            <source>△ Too long</source>
            <translation>△ 期限过长</translation>
        </message>
        <message>
            <source>△ Very low</source>
            <translation>△ 金额过低</translation>
        </message>
        <message>
            <source>✓ In trial</source>
            <translation>✓ 试算中</translation>
        </message>
        <message>
            <source>Token payment</source>
            <translation>象征性还款</translation>
        </message>
        <message>
            <source>No account to share among. Add accounts on the page Profile (Ctrl+1).</source>
            <translation>没有可分配的账户。请在“资料”页添加账户（Ctrl+1）。</translation>
        </message>
    </context>
    <context>
        <name>StatementFindings</name>
        <message>
            <source>Finding</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>核对提示</translation>
        </message>
        <message>
            <source>No income in {month}</source>
            <translation>{month} 无收入</translation>
        </message>
        <message>
            <source>Adds up</source>
            <translation>勾稽相符</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>建议复看</translation>
        </message>
        <message>
            <source>Balances, totals, order and duplicates were checked; no problems found.</source>
            <translation>已核对余额、合计、顺序与重复，未发现问题。</translation>
        </message>
        <message>
            <source>No remarks on this statement.</source>
            <translation>这份流水没有提示。</translation>
        </message>
        <message>
            <source>{count} {count|discrepancy|discrepancies}</source>
            <translation>{count} 处对不上</translation>
        </message>
    </context>
    <context>
        <name>StatementIncome</name>
        <message>
            <source>Payer</source>
            <translation>付款方</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Usual per month</source>
            <translation>每月通常金额</translation>
        </message>
        <message>
            <source>Usual day</source>
            <translation>通常日</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>月数</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>最近一次</translation>
        </message>
        <message>
            <source>Sources of income</source>
            <translation>收入来源</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Wages</source>
            <translation>工资</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>固定来源</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>流水覆盖</translation>
        </message>
        <message>
            <source>The last six full months</source>
            <translation>最近六个完整月</translation>
        </message>
        <message>
            <source>Stated in the budget</source>
            <translation>收支表所填</translation>
        </message>
        <message>
            <source>Shown by statements</source>
            <translation>流水所示</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Per month before</source>
            <translation>此前月均</translation>
        </message>
        <message>
            <source>Per month after</source>
            <translation>此后月均</translation>
        </message>
        <message>
            <source>Decrease</source>
            <translation>下降</translation>
        </message>
        <message>
            <source>Stated and proven</source>
            <translation>所填与所证</translation>
        </message>
        <message>
            <source>Before and after the hardship</source>
            <translation>困难前后</translation>
        </message>
        <message>
            <source>Based on: {files}</source>
            <translation>依据：{files}</translation>
        </message>
        <message>
            <source>Not readable as statements: {files}</source>
            <translation>无法按流水读取：{files}</translation>
        </message>
        <message>
            <source>The conversation gives no start date for the hardship.</source>
            <translation>“沟通”中尚未填写困难起始日期。</translation>
        </message>
        <message>
            <source>Claimed from {day}; that month counts in neither.</source>
            <translation>自 {day} 起；当月两边均不计入。</translation>
        </message>
        <message>
            <source>Full month</source>
            <translation>整月</translation>
        </message>
        <message>
            <source>No statement</source>
            <translation>无流水</translation>
        </message>
        <message>
            <source>No income is found in this statement.</source>
            <translation>这份流水中没有发现收入。</translation>
        </message>
        <message>
            <source>The last six months are shown here once a statement is read.</source>
            <translation>读出流水后，近六个月显示在这里。</translation>
        </message>
    </context>
    <context>
        <name>StatementRows</name>
        <message>
            <source>Counterparty, description or amount</source>
            <translation>对方、摘要或金额</translation>
        </message>
        <message>
            <source>All months</source>
            <translation>全部月份</translation>
        </message>
        <message>
            <source>All types</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>Show &amp;all</source>
            <translation>全部显示(&amp;A)</translation>
        </message>
        <message>
            <source>From</source>
            <translation>金额从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Search transactions</source>
            <translation>在明细中查找</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Amount from</source>
            <translation>金额下限</translation>
        </message>
        <message>
            <source>Amount to</source>
            <translation>金额上限</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Counterparty</source>
            <translation>对方</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Transactions</source>
            <translation>交易明细</translation>
        </message>
        <message>
            <source>Excluded: {why}</source>
            <translation>未计入：{why}</translation>
        </message>
        <message>
            <source>No row fits what is chosen above.</source>
            <translation>没有符合上方条件的行。</translation>
        </message>
        <message>
            <source>{shown} of {count} {count|row|rows}</source>
            <translation>显示 {shown} / {count} 行</translation>
        </message>
    </context>
    <context>
        <name>StatementSheet</name>
        <message>
            <source>T&amp;ransactions</source>
            <translation>明细(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Income</source>
            <translation>收入(&amp;I)</translation>
        </message>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回材料（Esc）</translation>
        </message>
    </context>
    <context>
        <name>StatementView</name>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Income</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Spending</source>
            <translation>支出</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>笔数</translation>
        </message>
        <message>
            <source>Months of the statement</source>
            <translation>流水月份</translation>
        </message>
        <message>
            <source>No income in {months}</source>
            <translation>无收入月份：{months}</translation>
        </message>
        <message>
            <source>&amp;Open statement</source>
            <translation>打开流水(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Map columns</source>
            <translation>指明各列(&amp;M)</translation>
        </message>
        <message>
            <source>Reading the statement…</source>
            <translation>正在读取流水…</translation>
        </message>
        <message>
            <source>Could not be read as a statement</source>
            <translation>未能按流水读取</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation>另有 {count} 项。</translation>
        </message>
        <message>
            <source>&amp;Compute with LibreOffice</source>
            <translation>用 LibreOffice 计算(&amp;C)</translation>
        </message>
        <message>
            <source>The months of the statement are shown here.</source>
            <translation>流水的各月显示在这里。</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Sto&amp;p</source>
            <translation>停止(&amp;P)</translation>
        </message>
        <message>
            <source>Stopped; nothing was changed.</source>
            <translation>已停止，没有作任何更改。</translation>
        </message>
    </context>
    <context>
        <name>StrengthBar</name>
        <message>
            <source>Too weak</source>
            <translation>太弱</translation>
        </message>
        <message>
            <source>Sufficient</source>
            <translation>够用</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>很强</translation>
        </message>
        <message>
            <source>Strength of the passphrase</source>
            <translation>口令强度</translation>
        </message>
    </context>
    <context>
        <name>StressStrip</name>
        <message>
            <source>As is</source>
            <translation>按现有</translation>
        </message>
        <message>
            <source>Income −10%</source>
            <translation>收入减一成</translation>
        </message>
        <message>
            <source>Income −20%</source>
            <translation>收入减两成</translation>
        </message>
        <message>
            <source>Income −30%</source>
            <translation>收入减三成</translation>
        </message>
        <message>
            <source>Festival</source>
            <translation>节日月份</translation>
        </message>
        <message>
            <source>One missed</source>
            <translation>漏还一期</translation>
        </message>
        <message>
            <source>Month {number}</source>
            <translation>{number} 月</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Extra</source>
            <translation>多支出</translation>
        </message>
        <message>
            <source>Savings</source>
            <translation>备用金</translation>
        </message>
        <message>
            <source>Stress test</source>
            <translation>压力测试</translation>
        </message>
        <message>
            <source>Largest safe</source>
            <translation>最大安全还款</translation>
        </message>
        <message>
            <source>✓ Holds</source>
            <translation>✓ 能维持</translation>
        </message>
        <message>
            <source>First month that cannot be paid</source>
            <translation>首个无力还款的月份</translation>
        </message>
        <message>
            <source>Every month can be paid</source>
            <translation>各月均可还款</translation>
        </message>
        <message>
            <source>Largest monthly instalment that holds: {amount}</source>
            <translation>可维持的最大月还款额：{amount}</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>节日月</translation>
        </message>
    </context>
    <context>
        <name>TakeInPage</name>
        <message>
            <source>Ch&amp;oose bundle…</source>
            <translation>选择案件包(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Take in</source>
            <translation>接收(&amp;T)</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>I have com&amp;pared this fingerprint with the sender by phone</source>
            <translation>已与发件人电话核对过这串指纹(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remember this desk</source>
            <translation>记住这个工作台(&amp;R)</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Take in bundle</source>
            <translation>接收案件包</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>发件工作台</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <source>Choose a bundle, or drop one here.</source>
            <translation>请选择案件包，或拖放到这里。</translation>
        </message>
        <message>
            <source>Case bundles</source>
            <translation>案件包</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在读取 {file}…</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已认识</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未认识</translation>
        </message>
        <message>
            <source>Case {number} taken in: {added} {added|entry|entries} added, {changed} changed, {removed} removed.</source>
            <translation>案件 {number} 已接收：新增 {added} 条记录，更改 {changed} 条，删去 {removed} 条。</translation>
        </message>
        <message>
            <source>Case {number}, as it left on {day} by {by}: {entries} {entries|entry|entries}, {files} {files|file|files} with {size}</source>
            <translation>案件 {number}，{day} 由 {by} 送出：{entries} 条记录，{files} 个文件，共 {size}</translation>
        </message>
    </context>
    <context>
        <name>TimelinePage</name>
        <message>
            <source>Every kind</source>
            <translation>所有种类</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>条目</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>变动内容</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>To day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Back to the case</source>
            <translation>返回案件</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>from</source>
            <translation>自</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>{number}-timeline.xlsx</source>
            <translation>{number}-时间线.xlsx</translation>
        </message>
        <message>
            <source>Export timeline</source>
            <translation>导出时间线</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>已导出：{file}</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>No entry fits what is chosen above.</source>
            <translation>没有符合上方条件的条目。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason contains…</source>
            <translation>理由包含…</translation>
        </message>
        <message>
            <source>Only with a reason</source>
            <translation>仅有理由的</translation>
        </message>
        <message>
            <source>{shown} of {all} {all|entry|entries}. Each is bound to the one before by its digest; “workstation log verify” checks them.</source>
            <translation>{all} 条中的 {shown} 条。每条以摘要与前一条相连，改动查得出来（命令行：log verify）。</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Hidden. Press F8 to show.</source>
            <translation>已遮挡，按 F8 显示。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>No program of this computer opens this file: {file}</source>
            <translation>本机没有能打开此文件的程序：{file}</translation>
        </message>
    </context>
    <context>
        <name>TotalsTable</name>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>违约金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Control totals</source>
            <translation>控制合计</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读取</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>接收</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Choose a file, or drop one anywhere on this page: its sums are shown here before anything is stored.</source>
            <translation>请选择文件，或把文件拖到本页任意处：入库之前先在这里列出合计。</translation>
        </message>
        <message>
            <source>Columns not used: {columns}</source>
            <translation>未使用的列：{columns}</translation>
        </message>
    </context>
    <context>
        <name>TrustCard</name>
        <message>
            <source>Signatures in PDF files are checked against these certificates, offline. Take a root certificate from its issuer and compare the fingerprint. A trusted signature replaces no check.</source>
            <translation>PDF 的签名在本机按这些证书核对，不联网。根证书请向颁发机构索取，并核对指纹。签名可信不代替任何核验。</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>颁发机构</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指纹</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Root certificates</source>
            <translation>根证书</translation>
        </message>
        <message>
            <source>Add cer&amp;tificate…</source>
            <translation>添加证书(&amp;T)…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Add certificate</source>
            <translation>添加证书</translation>
        </message>
        <message>
            <source>No longer trusted: {name}</source>
            <translation>不再信任：{name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>No certificate is trusted yet. Add the root certificate of an authority.</source>
            <translation>还没有信任的证书。请添加机构的根证书。</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>&amp;More…</source>
            <translation>更多(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Restore from a copy…</source>
            <translation>从备份恢复(&amp;R)…</translation>
        </message>
        <message>
            <source>Desk &amp;folder</source>
            <translation>工作台文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open desk</source>
            <translation>打开工作台</translation>
        </message>
        <message>
            <source>&amp;Who works</source>
            <translation>使用者(&amp;W)</translation>
        </message>
        <message>
            <source>Use recovery &amp;key</source>
            <translation>使用恢复密钥(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Recovery key: the 24 words of the sheet, in their order</source>
            <translation>恢复密钥：恢复表上的 24 个单词，按顺序输入(&amp;R)</translation>
        </message>
        <message>
            <source>Desk &amp;damaged?</source>
            <translation>工作台已损坏？(&amp;D)</translation>
        </message>
        <message>
            <source>Move to a &amp;server…</source>
            <translation>移到服务器(&amp;S)…</translation>
        </message>
        <message>
            <source>Move &amp;back into a folder…</source>
            <translation>移回文件夹(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Join a desk on a server…</source>
            <translation>加入服务器上的工作台(&amp;J)…</translation>
        </message>
        <message>
            <source>This desk comes from an older version. Its list of cases is made anew: {done} of {total}.</source>
            <translation>此工作台由较早的版本建立，正在重建案件列表：{done} / {total}。</translation>
        </message>
    </context>
    <context>
        <name>UnlockSheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回证明材料（Esc）</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>文件密码</translation>
        </message>
        <message>
            <source>&amp;Password of the file</source>
            <translation>文件密码(&amp;P)</translation>
        </message>
        <message>
            <source>The original file is stored unchanged; the password is kept with it, both encrypted.</source>
            <translation>原文件保持不变，与密码一并加密保存。</translation>
        </message>
        <message>
            <source>&amp;Open and add</source>
            <translation>打开并添加(&amp;O)</translation>
        </message>
        <message>
            <source>S&amp;kip this file</source>
            <translation>跳过此文件(&amp;K)</translation>
        </message>
        <message>
            <source>Not opened, so not added: {files}</source>
            <translation>未打开，因此未加入：{files}</translation>
        </message>
        <message>
            <source>The text itself, as PDF pages</source>
            <translation>正文（排成 PDF 页面）</translation>
        </message>
        <message>
            <source>The table in the text</source>
            <translation>正文中的表格</translation>
        </message>
        <message>
            <source>&amp;Convert and add</source>
            <translation>转换并添加(&amp;O)</translation>
        </message>
        <message>
            <source>LibreOffice on this computer can set it as PDF; the document itself is stored with it.</source>
            <translation>本机的 LibreOffice 可以把它转为 PDF，原文件一并保存。</translation>
        </message>
        <message>
            <source>{count} {count|file|files} inside. Choose those to add; Ctrl+A takes all.</source>
            <translation>内含 {count} 个文件。请选择要添加的（Ctrl+A 全选）。</translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message>
            <source>As issued on {when}</source>
            <translation>{when} 交出时的内容</translation>
        </message>
        <message>
            <source>printed {count}×</source>
            <translation>已打印 {count} 份</translation>
        </message>
        <message>
            <source>Sources changed</source>
            <translation>来源已变动</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>已有新版</translation>
        </message>
        <message>
            <source>As issued</source>
            <translation>与出具时一致</translation>
        </message>
        <message>
            <source>Printed {when}, {who}, {printer} ×{copies}</source>
            <translation>已于 {when} 打印，{who}，{printer}，{copies} 份</translation>
        </message>
        <message>
            <source>Current version</source>
            <translation>当前内容</translation>
        </message>
        <message>
            <source>Current version; none issued before</source>
            <translation>当前内容（此前未出具）</translation>
        </message>
        <message>
            <source>Version {number}, {pages} {pages|page|pages}, issued on {when}</source>
            <translation>第 {number} 版，{pages} 页，{when} 出具</translation>
        </message>
    </context>
    <context>
        <name>VouchingSheet</name>
        <message>
            <source>&amp;Name</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Confirm as second person</source>
            <translation>第二人确认</translation>
        </message>
        <message>
            <source>A supervisor confirms</source>
            <translation>主管确认</translation>
        </message>
    </context>
    <context>
        <name>VulnerabilityPart</name>
        <message>
            <source>Circumstance</source>
            <translation>情况</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>What it changes</source>
            <translation>改变了什么</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束日</translation>
        </message>
        <message>
            <source>Noted circumstances</source>
            <translation>已记录的情况</translation>
        </message>
        <message>
            <source>&amp;End</source>
            <translation>结束(&amp;E)</translation>
        </message>
        <message>
            <source>Consent on</source>
            <translation>同意日期</translation>
        </message>
        <message>
            <source>How consent was given</source>
            <translation>同意方式</translation>
        </message>
        <message>
            <source>Only by</source>
            <translation>只用渠道</translation>
        </message>
        <message>
            <source>Days between conversations</source>
            <translation>两次谈话间隔天数</translation>
        </message>
        <message>
            <source>Referred to</source>
            <translation>转介</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>&amp;Note with consent</source>
            <translation>经同意记录(&amp;N)</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>新记录</translation>
        </message>
        <message>
            <source>Nothing is noted. It takes the person's consent.</source>
            <translation>没有记录。记录须经本人同意。</translation>
        </message>
        <message>
            <source>Consent on {day}</source>
            <translation>{day} 同意</translation>
        </message>
        <message>
            <source>Nothing noted. Note a circumstance on the right, with consent.</source>
            <translation>没有登记。征得本人同意后，在右侧登记特殊情况。</translation>
        </message>
    </context>
    <context>
        <name>WaitingColumn</name>
        <message>
            <source>Do nothing</source>
            <translation>不处理</translation>
        </message>
        <message>
            <source>△ Cost per year</source>
            <translation>△ 一年成本</translation>
        </message>
        <message>
            <source>→ Enter the rate</source>
            <translation>→ 去填利率</translation>
        </message>
        <message>
            <source>Today, and if left unpaid</source>
            <translation>今日所欠；若一直不还</translation>
        </message>
        <message>
            <source>{count} {count|month|months}</source>
            <translation>{count} 个月后</translation>
        </message>
        <message>
            <source>{count} {count|day|days}</source>
            <translation>{count} 天后</translation>
        </message>
    </context>
    <context>
        <name>WaiverForm</name>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Reason for the waiver</source>
            <translation>豁免理由</translation>
        </message>
        <message>
            <source>Record waiver</source>
            <translation>记录豁免</translation>
        </message>
        <message>
            <source>Confirmed with a passphrase</source>
            <translation>由主管输入口令确认</translation>
        </message>
    </context>
    <context>
        <name>WordingMarks</name>
        <message>
            <source>{told} (Ctrl+. replaces)</source>
            <translation>{told}（Ctrl+.替换）</translation>
        </message>
    </context>
    <context>
        <name>BankList</name>
        <message>
            <source>Co&amp;mpute with LibreOffice</source>
            <translation>用 LibreOffice 计算(&amp;M)</translation>
        </message>
        <message>
            <source>Choose &amp;file…</source>
            <translation>选择文件(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>列对应(&amp;C)</translation>
        </message>
        <message>
            <source>Back to keeping (Esc)</source>
            <translation>返回履约（Esc）</translation>
        </message>
        <message>
            <source>Balances stated by a bank</source>
            <translation>银行列明的余额</translation>
        </message>
        <message>
            <source>Payments of a bank's list</source>
            <translation>银行还款名单</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>名单</translation>
        </message>
        <message>
            <source>List of a bank</source>
            <translation>银行清单</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在读取 {file}…</translation>
        </message>
        <message>
            <source>Answer the rows that are asked about, or leave them all out.</source>
            <translation>请先回答有疑问的行，或全部不入。</translation>
        </message>
        <message>
            <source>Stopped: nothing was matched. Choose the file again, or answer a question.</source>
            <translation>已停止，没有核对任何一行。请重新选择文件，或回答一个问题。</translation>
        </message>
        <message>
            <source>&amp;Import {count} {count|balance|balances}</source>
            <translation>登记 {count} 笔余额(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Import {count} {count|payment|payments}</source>
            <translation>入账 {count} 笔还款(&amp;I)</translation>
        </message>
        <message>
            <source>{count} {count|balance|balances} noted from {file}; rows kept as rejected: {rejected}</source>
            <translation>已登记 {file} 中的 {count} 笔余额；退回留存 {rejected} 行</translation>
        </message>
        <message>
            <source>{count} {count|payment|payments} recorded from {file}; rows kept as rejected: {rejected}</source>
            <translation>已登记 {file} 中的 {count} 笔还款；退回留存 {rejected} 行</translation>
        </message>
    </context>
    <context>
        <name>ComingButton</name>
        <message>
            <source>Comin&amp;g due: {count}</source>
            <translation>即将到期：{count}(&amp;G)</translation>
        </message>
    </context>
    <context>
        <name>ComingPart</name>
        <message>
            <source>{count} to remind of. Whether a number may be called now follows the rules of contact; Enter opens the case.</source>
            <translation>共 {count} 项待提醒。能否拨打按联系规则判断；按 Enter 打开案件。</translation>
        </message>
        <message>
            <source>Days from today</source>
            <translation>今后天数</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Coming due</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部事项</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>今后</translation>
        </message>
        <message>
            <source>show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>能否拨打</translation>
        </message>
        <message>
            <source>Nothing comes due in these days. Instalments, promises, reviews and next steps are reminded of here.</source>
            <translation>这些天没有到期事项。应还期款、承诺、复核和下一步会在这里提醒。</translation>
        </message>
        <message>
            <source>{count} {count|day|days}</source>
            <translation>{count} 天</translation>
        </message>
    </context>
    <context>
        <name>FigureList</name>
        <message>
            <source>Figure</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>出处</translation>
        </message>
        <message>
            <source>Figures of the application</source>
            <translation>申请中的数据</translation>
        </message>
        <message>
            <source>✓ here</source>
            <translation>✓ 本材料</translation>
        </message>
        <message>
            <source>✓ elsewhere</source>
            <translation>✓ 其他材料</translation>
        </message>
        <message>
            <source>△ value changed</source>
            <translation>△ 值已变动</translation>
        </message>
        <message>
            <source>found here</source>
            <translation>文字中找到</translation>
        </message>
        <message>
            <source>Figures that a proof can show are listed here once they are entered.</source>
            <translation>填写数字后，可由材料证明的列在这里。</translation>
        </message>
    </context>
    <context>
        <name>ListQuestion</name>
        <message>
            <source>Belongs to &amp;account</source>
            <translation>属于账户(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Take it</source>
            <translation>照此登记(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Leave it out</source>
            <translation>不登记(&amp;L)</translation>
        </message>
        <message>
            <source>Row {row}</source>
            <translation>第 {row} 行</translation>
        </message>
        <message>
            <source>not clear yet</source>
            <translation>尚未确定</translation>
        </message>
        <message>
            <source>Waiting for an answer: {count}</source>
            <translation>待回答：{count} 行</translation>
        </message>
        <message>
            <source>L&amp;eave all the rest</source>
            <translation>其余全部不登记(&amp;E)</translation>
        </message>
    </context>
    <context>
        <name>ListSaid</name>
        <message>
            <source>not clear yet</source>
            <translation>尚未确定</translation>
        </message>
        <message>
            <source>already in that balance</source>
            <translation>余额中已包含</translation>
        </message>
        <message>
            <source>count besides it</source>
            <translation>另行入账</translation>
        </message>
        <message>
            <source>Days are written</source>
            <translation>日期写法</translation>
        </message>
        <message>
            <source>Payments before the stated balance are</source>
            <translation>早于欠款余额日期的还款</translation>
        </message>
        <message>
            <source>Day of the list</source>
            <translation>名单日期</translation>
        </message>
        <message>
            <source>I have compared the sums: take it in all the same</source>
            <translation>已核对合计，仍然登记</translation>
        </message>
    </context>
    <context>
        <name>ListTable</name>
        <message>
            <source>Rows of the list</source>
            <translation>名单各行</translation>
        </message>
        <message>
            <source>Stated</source>
            <translation>银行列明</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>本台推算</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>相差</translation>
        </message>
        <message>
            <source>In the list</source>
            <translation>名单所写</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>疑问</translation>
        </message>
        <message>
            <source>Name the columns above; the rows are shown here then.</source>
            <translation>请在上面指明各列，各行随后显示在这里。</translation>
        </message>
        <message>
            <source>Choose a file, drop one here, or paste a file or copied cells (Ctrl+V).</source>
            <translation>请选择文件，或将文件拖到此处，也可粘贴文件或复制的单元格（Ctrl+V）。</translation>
        </message>
    </context>
    <context>
        <name>OralPanel</name>
        <message>
            <source>Record &amp;agreement</source>
            <translation>登记约定(&amp;A)</translation>
        </message>
        <message>
            <source>Oral agreements</source>
            <translation>口头约定</translation>
        </message>
        <message>
            <source>The recording is kept at least until the account is settled.</source>
            <translation>录音至少保存到该账户结清。</translation>
        </message>
        <message>
            <source>Agreed on</source>
            <translation>约定日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Bank clerk</source>
            <translation>银行经办人</translation>
        </message>
        <message>
            <source>Clerk's number</source>
            <translation>工号或电话</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>约定内容</translation>
        </message>
        <message>
            <source>Recording: number or place</source>
            <translation>录音编号或存放处</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>录音</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>No oral agreements yet. Type what was agreed and where its recording is, and record it.</source>
            <translation>还没有口头约定。写明约定内容和录音所在，然后登记。</translation>
        </message>
        <message>
            <source>HH:MM</source>
            <translation>时:分</translation>
        </message>
    </context>
    <context>
        <name>OralPart</name>
        <message>
            <source>Bank, clerk, words, recording, name or case number</source>
            <translation>银行、经办人、约定内容、录音、姓名或案件编号</translation>
        </message>
        <message>
            <source>Search the register</source>
            <translation>搜索登记</translation>
        </message>
        <message>
            <source>Only what is &amp;not settled</source>
            <translation>仅未结清(&amp;N)</translation>
        </message>
        <message>
            <source>Oral agreements</source>
            <translation>口头约定</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>To day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>from</source>
            <translation>从</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>约定时间</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>经办人</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>约定内容</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>录音</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>保存至</translation>
        </message>
        <message>
            <source>No oral agreements. They are entered on the page Keeping of a case (Ctrl+7), under Oral agreements.</source>
            <translation>没有口头约定。在案件“履约”页（Ctrl+7）的“口头约定”中登记。</translation>
        </message>
        <message>
            <source>Agreements: {count}, on accounts that are not settled: {held}. They are entered on the page Keeping.</source>
            <translation>共 {count} 项约定，其中 {held} 项的账户尚未结清。在“履约”页登记。</translation>
        </message>
    </context>
    <context>
        <name>PaperExport</name>
        <message>
            <source>Saved: {file}</source>
            <translation>已写入：{file}</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>PromiseGrant</name>
        <message>
            <source>Request approval</source>
            <translation>申请批准</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定人</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>R&amp;ecord</source>
            <translation>登记(&amp;E)</translation>
        </message>
        <message>
            <source>Ask another des&amp;k</source>
            <translation>向其他工作台申请(&amp;K)</translation>
        </message>
        <message>
            <source>Code from the supervisor, beginning with G</source>
            <translation>主管给的授权码，以 G 开头</translation>
        </message>
        <message>
            <source>Code from the supervisor</source>
            <translation>主管给的授权码</translation>
        </message>
        <message>
            <source>Take code</source>
            <translation>使用授权码</translation>
        </message>
        <message>
            <source>Save request</source>
            <translation>保存申请</translation>
        </message>
        <message>
            <source>request.txt</source>
            <translation>申请.txt</translation>
        </message>
        <message>
            <source>Give this to the supervisor: as a file, pasted, or scanned from the screen. It names nobody.</source>
            <translation>请交给主管：以文件、粘贴或扫屏均可。其中不含任何人名。</translation>
        </message>
        <message>
            <source>Request to a supervisor</source>
            <translation>向主管的申请</translation>
        </message>
    </context>
    <context>
        <name>RateEdit</name>
        <message>
            <source>{rate}/month</source>
            <translation>{rate}/月</translation>
        </message>
        <message>
            <source>{rate}/day</source>
            <translation>{rate}/日</translation>
        </message>
    </context>
    <context>
        <name>RatesPart</name>
        <message>
            <source>Kept rate = promises kept / promises due; by amount = received in time / promised. Moved after their day they count as broken, cancelled ones do not count.</source>
            <translation>兑现率＝履约承诺数 / 到期承诺数；金额兑现率＝按期收到 / 承诺金额。过期后改期的算跳票，取消的不计。</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>专员</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Debtor</source>
            <translation>债务人</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>还款方式</translation>
        </message>
        <message>
            <source>Rates by</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Kept rates</source>
            <translation>兑现率</translation>
        </message>
        <message>
            <source>Promises of the group</source>
            <translation>该组承诺</translation>
        </message>
        <message>
            <source>Due from</source>
            <translation>到期日从</translation>
        </message>
        <message>
            <source>Due to</source>
            <translation>到期日至</translation>
        </message>
        <message>
            <source>By</source>
            <translation>按</translation>
        </message>
        <message>
            <source>due from</source>
            <translation>到期日从</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Kept / due</source>
            <translation>履约 / 到期</translation>
        </message>
        <message>
            <source>In time / promised</source>
            <translation>按期收到 / 承诺金额</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>改期</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺数</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Taken by</source>
            <translation>登记人</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承诺金额</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>按期收到</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>No promise is due in this time.</source>
            <translation>该期间没有到期的承诺。</translation>
        </message>
        <message>
            <source>No promise is due in this time. Promises are taken on the page Keeping of a case (Ctrl+7).</source>
            <translation>这段时间没有到期的承诺。承诺在案件“履约”页（Ctrl+7）登记。</translation>
        </message>
        <message>
            <source>Choose a group above; its promises are listed here.</source>
            <translation>请在上方选择一组，其承诺列在这里。</translation>
        </message>
    </context>
    <context>
        <name>RegisterPart</name>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
    </context>
    <context>
        <name>RegistersPage</name>
        <message>
            <source>Comin&amp;g due</source>
            <translation>即将到期(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Oral agreements</source>
            <translation>口头约定(&amp;O)</translation>
        </message>
        <message>
            <source>Kept &amp;rates</source>
            <translation>兑现率(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Yearly reviews</source>
            <translation>年度复核(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Kept until</source>
            <translation>保存期限(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Export the register</source>
            <translation>导出登记</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>已导出：{file}</translation>
        </message>
        <message>
            <source>&amp;Buckets</source>
            <translation>逾期阶段(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Movements</source>
            <translation>阶段变动(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Packets</source>
            <translation>申请与答复(&amp;P)</translation>
        </message>
        <message>
            <source>Registers and reports</source>
            <translation>登记与报表</translation>
        </message>
    </context>
    <context>
        <name>RejectedRows</name>
        <message>
            <source>Save &amp;rejected rows…</source>
            <translation>保存退回行(&amp;R)…</translation>
        </message>
        <message>
            <source>Save rejected rows</source>
            <translation>保存退回行</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
    </context>
    <context>
        <name>RetentionPart</name>
        <message>
            <source>Only wha&amp;t may be deleted</source>
            <translation>仅可以删除的(&amp;T)</translation>
        </message>
        <message>
            <source>Ended cases</source>
            <translation>已结束案件</translation>
        </message>
        <message>
            <source>Runs in the log</source>
            <translation>操作记录中的删除</translation>
        </message>
        <message>
            <source>May be deleted</source>
            <translation>可以删除</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>结清日期</translation>
        </message>
        <message>
            <source>Last record</source>
            <translation>最后一项记录</translation>
        </message>
        <message>
            <source>Its day</source>
            <translation>记录日期</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>保存至</translation>
        </message>
        <message>
            <source>Why it is kept</source>
            <translation>保存原因</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>条目</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>确认人</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件数</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>记录数</translation>
        </message>
        <message>
            <source>Name or file</source>
            <translation>姓名或文件</translation>
        </message>
        <message>
            <source>Nothing to delete. Cases with settled or closed accounts, and lists with rejected rows, are listed here.</source>
            <translation>没有可删除的内容。账户已结清或结案的案件和有退回行的清单列在这里。</translation>
        </message>
        <message>
            <source>Nothing was deleted yet.</source>
            <translation>尚未删除过。</translation>
        </message>
        <message>
            <source>Deleted, confirmed by {name}: {cases}. {count} {count|file|files} went into quarantine.</source>
            <translation>已删除，由 {name} 确认：{cases}。{count} 个文件移入隔离区。</translation>
        </message>
        <message>
            <source>{years} {years|year|years} by {rule}</source>
            <translation>保存 {years} 年，依据：{rule}</translation>
        </message>
        <message>
            <source>{number} ({records} {records|record|records}, {files} {files|file|files})</source>
            <translation>{number}（{records} 条记录，{files} 个文件）</translation>
        </message>
        <message>
            <source>Ended cases and lists with rejected rows: {count}, of which {due} may be deleted. Each is kept by the longest rule.</source>
            <translation>已结束案件和有退回行的清单共 {count} 项，其中 {due} 项可以删除。每项按适用的最长期限保存。</translation>
        </message>
        <message>
            <source>{count} {count|entry goes|entries go} with all records (list {code}) and cannot be brought back from this desk. Export the list if it is to be kept, then press again.</source>
            <translation>以上 {count} 项连同全部记录将被删除（清单 {code}），本工作台无法恢复。需要留存清单的请先导出，然后再按一次。</translation>
        </message>
        <message>
            <source>De&amp;lete {count} {count|entry|entries}…</source>
            <translation>删除 {count} 项(&amp;L)…</translation>
        </message>
    </context>
    <context>
        <name>ReviewsPart</name>
        <message>
            <source>Yearly reviews</source>
            <translation>年度复核</translation>
        </message>
        <message>
            <source>Proofs to ask for</source>
            <translation>索要材料</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>复核日</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Ask from</source>
            <translation>开始索要</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>To ask for</source>
            <translation>待索要</translation>
        </message>
        <message>
            <source>No yearly review comes up. It is a year after a bank's schedule is adopted on the page Keeping (Ctrl+7).</source>
            <translation>暂无年度复核。在“履约”页（Ctrl+7）采用银行还款计划满一年时复核。</translation>
        </message>
        <message>
            <source>A schedule is reviewed every {months} {months|month|months}; proofs are asked for {days} {days|day|days} before. A review is complete when each of them was received since.</source>
            <translation>还款计划每 {months} 个月复核一次，提前 {days} 天索要材料；其后各项材料均已收到，即复核完成。</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Pack of rules</source>
            <translation>规则包</translation>
        </message>
        <message>
            <source>Bank, rule, figure or source</source>
            <translation>银行、规则、取值或依据</translation>
        </message>
        <message>
            <source>Search the rules</source>
            <translation>搜索规则</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>取值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>可靠程度</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Rules and their sources</source>
            <translation>规则与依据</translation>
        </message>
        <message>
            <source>Export the rules</source>
            <translation>导出规则</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>已导出：{file}</translation>
        </message>
        <message>
            <source>No rule fits the search.</source>
            <translation>没有符合搜索的规则。</translation>
        </message>
        <message>
            <source>What changed since</source>
            <translation>自上一版的变动</translation>
        </message>
        <message>
            <source>{count} {count|rule|rules} of {day}, {unknown} of them not known. A rule of your own bank belongs into a pack of the desk.</source>
            <translation>{day} 版，共 {count} 条，其中 {unknown} 条未查到。本行自己的规定请写入本台的规则包。</translation>
        </message>
    </context>
    <context>
        <name>SourcesSheet</name>
        <message>
            <source>Page: mark where the figure stands</source>
            <translation>页面：标出数据所在位置</translation>
        </message>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回材料（Esc）</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一页（Page Up）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一页（Page Down）</translation>
        </message>
        <message>
            <source>Next &amp;find</source>
            <translation>下一处(&amp;F)</translation>
        </message>
        <message>
            <source>Ne&amp;xt document</source>
            <translation>下一份材料(&amp;X)</translation>
        </message>
        <message>
            <source>With&amp;draw</source>
            <translation>撤回(&amp;D)</translation>
        </message>
        <message>
            <source>Confir&amp;m</source>
            <translation>确认(&amp;M)</translation>
        </message>
        <message>
            <source>Enter confirms. Click or draw on the page, or keys: Ins marks, arrows move, Shift+arrows resize.</source>
            <translation>回车确认。可在页面上单击或拖画；按键：Ins 标记，方向键移动，Shift+方向键改大小。</translation>
        </message>
        <message>
            <source>The value was {value} when it was confirmed. Confirm it again.</source>
            <translation>核对时的值是 {value}，现已变动，请重新核对。</translation>
        </message>
        <message>
            <source>Found on page {pages}: “{text}”. Compare it, then press Enter.</source>
            <translation>第 {pages} 页写有“{text}”。核对后按回车。</translation>
        </message>
        <message>
            <source>This table does not contain the value.</source>
            <translation>此表格中没有这个值。</translation>
        </message>
        <message>
            <source>No text found that says this value. If the page shows it, mark the place, then confirm.</source>
            <translation>文字中没有找到这个值。如页面上可见，请标出位置后确认。</translation>
        </message>
    </context>
    <context>
        <name>WordingReason</name>
        <message>
            <source>Why these words stay</source>
            <translation>保留这些用语的理由</translation>
        </message>
        <message>
            <source>Allow &amp;wording</source>
            <translation>允许该用语(&amp;W)</translation>
        </message>
        <message>
            <source>Wording allowed by {name}, {at}: {reason} (not printed)</source>
            <translation>{name} 于 {at} 允许该用语：{reason}（不印在文书上）</translation>
        </message>
        <message>
            <source>The letter needs other words, or a supervisor's reason, which is kept here and not printed.</source>
            <translation>催收函须改用其他说法，或由主管说明理由；理由留在本台，不印在函上。</translation>
        </message>
        <message>
            <source>The letter needs other words, or your reason, which is kept here and not printed.</source>
            <translation>催收函须改用其他说法，或由您说明理由；理由留在本台，不印在函上。</translation>
        </message>
    </context>
    <context>
        <name>ListMatching</name>
        <message>
            <source>Matching the rows…</source>
            <translation>正在核对各行…</translation>
        </message>
        <message>
            <source>Rows matched</source>
            <translation>已核对的行</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>OrdersView</name>
        <message>
            <source>Each debt at least: token payment</source>
            <translation>每笔至少：象征性还款</translation>
        </message>
        <message>
            <source>Each debt at least: its minimum due</source>
            <translation>每笔至少：其最低还款额</translation>
        </message>
        <message>
            <source>Minimum of each debt</source>
            <translation>各笔最低额</translation>
        </message>
        <message>
            <source>Orders of paying several debts</source>
            <translation>多笔债务的还款顺序</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>First paid off</source>
            <translation>首笔结清</translation>
        </message>
        <message>
            <source>Last payment</source>
            <translation>最后还款日</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>月数</translation>
        </message>
        <message>
            <source>Paid in all</source>
            <translation>共还</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>代价</translation>
        </message>
        <message>
            <source>Interest from today until the last payment; penalties are not counted while minimums are paid</source>
            <translation>从今天到最后一次还款的利息；按时支付最低额期间不计违约金</translation>
        </message>
        <message>
            <source>Dearer by</source>
            <translation>多付</translation>
        </message>
        <message>
            <source>{order}: {steps}. Every debt gets its own minimum first; none is paid from another's.</source>
            <translation>{order}：{steps}。每笔债务先得到自己的最低额，不从别笔的最低额中支付。</translation>
        </message>
        <message>
            <source>never</source>
            <translation>还不清</translation>
        </message>
        <message>
            <source>Smallest first (snowball)</source>
            <translation>先小后大（雪球法）</translation>
        </message>
        <message>
            <source>Dearest first (avalanche)</source>
            <translation>先还利率高的（雪崩法）</translation>
        </message>
        <message>
            <source>By balance (pro rata)</source>
            <translation>按余额比例</translation>
        </message>
        <message>
            <source>Order of the law</source>
            <translation>法定抵充顺序</translation>
        </message>
        <message>
            <source>never ends</source>
            <translation>还不清</translation>
        </message>
        <message>
            <source>No order to compare: a debt with its rate and a sum a month are needed.</source>
            <translation>无法比较：需有带利率的欠款和每月还款额。</translation>
        </message>
    </context>
    <context>
        <name>RememberedColumns</name>
        <message>
            <source>Forget these columns</source>
            <translation>不再记住这些列</translation>
        </message>
        <message>
            <source>Columns as {who} named them for {bank} on {day}. “Columns” changes them.</source>
            <translation>列的含义沿用 {who} 于 {day} 为 {bank} 指定的；要改请点“列对应”。</translation>
        </message>
        <message>
            <source>a list of several banks</source>
            <translation>含多家银行的清单</translation>
        </message>
        <message>
            <source>The columns of this list are forgotten.</source>
            <translation>已不再记住这份清单的列。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>BoundsEdit</name>
        <message>
            <source>500, or 500-800 for a range, 500- for at least, ? where nothing is known</source>
            <translation>填 500；范围填 500-800；至少填 500-；不知道填 ?</translation>
        </message>
    </context>
    <context>
        <name>ClaimTab</name>
        <message>
            <source>Entries</source>
            <translation>条目</translation>
        </message>
        <message>
            <source>Claimed against rebuilt</source>
            <translation>主张与重算对照</translation>
        </message>
        <message>
            <source>Takes what the statements received as evidence paid to this bank</source>
            <translation>从已收流水中取出付给本行的还款</translation>
        </message>
        <message>
            <source>Fill in what is missing; nothing can be compared yet.</source>
            <translation>请补齐缺少的内容，暂时无法对照。</translation>
        </message>
        <message>
            <source>On record</source>
            <translation>已登记</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>本案</translation>
        </message>
        <message>
            <source>Typed</source>
            <translation>手填</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>条目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>List of payments</source>
            <translation>还款清单</translation>
        </message>
        <message>
            <source>&amp;List…</source>
            <translation>清单(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Questions…</source>
            <translation>问询单(&amp;Q)…</translation>
        </message>
        <message>
            <source>Adds every payment of a list of this account</source>
            <translation>添加本账户清单中的全部还款</translation>
        </message>
        <message>
            <source>Questions to the bank, as PDF</source>
            <translation>给银行的问询单（PDF）</translation>
        </message>
        <message>
            <source>Sav&amp;e terms</source>
            <translation>保存条款(&amp;E)</translation>
        </message>
        <message>
            <source>Rem&amp;ove</source>
            <translation>删除(&amp;O)</translation>
        </message>
        <message>
            <source>S&amp;tatements</source>
            <translation>流水(&amp;T)</translation>
        </message>
        <message>
            <source>Nothing gathered yet. Add what was paid and what the contract says above.</source>
            <translation>尚未收集。请在上方添加还款和合同约定。</translation>
        </message>
        <message>
            <source>Here stands what the bank claims beside what was rebuilt.</source>
            <translation>此处对照银行主张与重算结果。</translation>
        </message>
        <message>
            <source>{count} {count|payment|payments} added; look through them.</source>
            <translation>已添加 {count} 笔还款，请过目。</translation>
        </message>
    </context>
    <context>
        <name>ClaimTermsForm</name>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>按月</translation>
        </message>
        <message>
            <source>On statement days</source>
            <translation>账单日</translation>
        </message>
        <message>
            <source>Also before payments</source>
            <translation>还款前也入账</translation>
        </message>
        <message>
            <source>Bears no interest</source>
            <translation>不计息</translation>
        </message>
        <message>
            <source>Bears interest</source>
            <translation>计息</translation>
        </message>
        <message>
            <source>Asked again</source>
            <translation>计入下期</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>不计入</translation>
        </message>
    </context>
    <context>
        <name>ClaimWords</name>
        <message>
            <source>✕ First difference on {day}: {item} claimed {claimed}, {beyond} beyond what is possible.</source>
            <translation>✕ 最早的差异在 {day}：{item}主张 {claimed}，超出可能范围 {beyond}。</translation>
        </message>
        <message>
            <source>Time limit until {day}, counted from {since} on {from_day}; advice only ({source}, {dated}).</source>
            <translation>诉讼时效至 {day}，自 {from_day}（{since}）起算；仅供参考（{source}，{dated}）。</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>不详</translation>
        </message>
        <message>
            <source>No balance is on record that the bank claims. Add one: Claimed by the bank.</source>
            <translation>没有记录银行主张的欠款。请添加一条“银行主张”。</translation>
        </message>
        <message>
            <source>✓ No item that is claimed lies outside what is possible.</source>
            <translation>✓ 银行主张的各项都在可能的范围之内。</translation>
        </message>
        <message>
            <source>the due day missed</source>
            <translation>到期还款日</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>主张</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>最低</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>最高</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source> The claim of {day} still agreed.</source>
            <translation>{day} 的主张仍然一致。</translation>
        </message>
        <message>
            <source>Suspension and a last day on a holiday are not reckoned: no rule on them was read.</source>
            <translation>时效中止、届满日遇节假日未计入：没有读到相应规则。</translation>
        </message>
    </context>
    <context>
        <name>EntryForm</name>
        <message>
            <source>Not counted</source>
            <translation>不计</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>计</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>添加(&amp;A)</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>条目</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Interest of the last day</source>
            <translation>最后一天的利息</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>利率</translation>
        </message>
        <message>
            <source>Amount in the contract</source>
            <translation>合同金额</translation>
        </message>
        <message>
            <source>Creditor now</source>
            <translation>现债权人</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>What or who secures it</source>
            <translation>担保物或保证人</translation>
        </message>
    </context>
    <context>
        <name>FilingNote</name>
        <message>
            <source>in {count} {count|day|days}</source>
            <translation>还有 {count} 天</translation>
        </message>
        <message>
            <source>{count} {count|day|days} ago</source>
            <translation>已过 {count} 天</translation>
        </message>
        <message>
            <source>One application for {accounts} {accounts|account|accounts}, {banks} {banks|creditor|creditors}</source>
            <translation>一件申请，及于 {banks} 家债权人、{accounts} 个账户</translation>
        </message>
    </context>
    <context>
        <name>StatementLines</name>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Name or description</source>
            <translation>名称或说明</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年度（公元）</translation>
        </message>
        <message>
            <source>Share of support</source>
            <translation>扶养责任比例</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>StatementSection</name>
        <message>
            <source>Employer's tax number</source>
            <translation>雇主统一编号</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>条目</translation>
        </message>
        <message>
            <source>&amp;Add row</source>
            <translation>添加一行(&amp;A)</translation>
        </message>
        <message>
            <source>Assets, past income and dependants</source>
            <translation>财产、往年收入及受扶养人</translation>
        </message>
        <message>
            <source>The county of the residence was not recognised, so no cost of living is known. Spending stated: {spent}.</source>
            <translation>未能识别住所所在县市，没有可比较的最低生活费。所列支出：{spent}。</translation>
        </message>
        <message>
            <source>Up to {limit} a month ({factor} × {least}, {place}) spending needs no proof. Stated: {spent}.</source>
            <translation>每月支出不超过 {limit}（{factor} × {least}，{place}）免附证明。所列支出：{spent}。</translation>
        </message>
        <message>
            <source>The form numbers no cause for the reason of this case; the application will say so.</source>
            <translation>申请书没有为本案原因编号；申请书会如实注明。</translation>
        </message>
        <message>
            <source>Cause on the form: {code} {title}</source>
            <translation>申请书负债主因：{code} {title}</translation>
        </message>
        <message>
            <source>The least cost of living of {place} on this day was not found and stands empty: look it up and state it, with its source, among the fields of the application. Spending stated: {spent}.</source>
            <translation>未查到{place}当日的最低生活费，此处留空：请查公告后，在申请页“填写内容”中写明金额和出处。所列支出：{spent}。</translation>
        </message>
        <message>
            <source>The least cost was looked up: {source}.</source>
            <translation>最低生活费由申请人查得：{source}。</translation>
        </message>
        <message>
            <source>{count} {count|entry|entries}</source>
            <translation>{count} 项</translation>
        </message>
        <message>
            <source>Assets {assets} · {people} {people|dependant|dependants}, borne a month {support}</source>
            <translation>财产合计 {assets} · 受扶养人 {people} 名，每月负担 {support}</translation>
        </message>
    </context>
    <context>
        <name>PaperSayings</name>
        <message>
            <source>Keep what is said</source>
            <translation>保存所填内容</translation>
        </message>
        <message>
            <source>As usual: {choice}</source>
            <translation>默认：{choice}</translation>
        </message>
        <message>
            <source>F&amp;ill in ({filled}/{all})</source>
            <translation>填写内容(&amp;I)（{filled}/{all}）</translation>
        </message>
        <message>
            <source>Place &amp;corners</source>
            <translation>定位四角(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>VersionMove</name>
        <message>
            <source>What chan&amp;ges</source>
            <translation>有何变动(&amp;G)</translation>
        </message>
        <message>
            <source>Move this case</source>
            <translation>移到新版</translation>
        </message>
        <message>
            <source>Rules that change</source>
            <translation>有变动的规则</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现行</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>新版</translation>
        </message>
        <message>
            <source>Rules of {day}.</source>
            <translation>规则版本：{day}。</translation>
        </message>
        <message>
            <source>Rules of {day}; there are newer ones of {newer}. The case keeps its own until you move it.</source>
            <translation>规则版本：{day}；已有{newer}的新版。在您移动之前，案件一直用原来的版本。</translation>
        </message>
        <message>
            <source>No rule changes between these versions.</source>
            <translation>两个版本之间没有规则变化。</translation>
        </message>
    </context>
    <context>
        <name>TabRow</name>
        <message>
            <source>More pages</source>
            <translation>更多页面</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 项</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Current stage</source>
            <translation>当前阶段</translation>
        </message>
        <message>
            <source>Not reached yet</source>
            <translation>尚未到达</translation>
        </message>
    </context>
    <context>
        <name>LoanForm</name>
        <message>
            <source>Amount lent</source>
            <translation>合同本金</translation>
        </message>
        <message>
            <source>Day of the loan</source>
            <translation>放款日</translation>
        </message>
        <message>
            <source>First due day</source>
            <translation>首期还款日</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期数</translation>
        </message>
        <message>
            <source>Repayment</source>
            <translation>还款方式</translation>
        </message>
        <message>
            <source>Interest, a year</source>
            <translation>年利率</translation>
        </message>
        <message>
            <source>Count of days</source>
            <translation>计息天数</translation>
        </message>
        <message>
            <source>Yearly cost that the table states</source>
            <translation>明示表写的年化综合融资成本</translation>
        </message>
    </context>
    <context>
        <name>ItemForm</name>
        <message>
            <source>Item of cost</source>
            <translation>成本项目</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>收取方式</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>比例</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>收取方</translation>
        </message>
        <message>
            <source>Yearly rate stated</source>
            <translation>明示年化</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>添加(&amp;A)</translation>
        </message>
    </context>
    <context>
        <name>CostsTab</name>
        <message>
            <source>No table of the lender typed yet. Fill in the loan on the left, then add each item above.</source>
            <translation>还没有录入贷款人的明示表。先在左侧填写贷款，再在上方逐项添加。</translation>
        </message>
        <message>
            <source>Costs of the loan</source>
            <translation>贷款的各项成本</translation>
        </message>
        <message>
            <source>Item of cost</source>
            <translation>成本项目</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>收取方</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Stated</source>
            <translation>明示</translation>
        </message>
        <message>
            <source>Simple</source>
            <translation>单利</translation>
        </message>
        <message>
            <source>Compound</source>
            <translation>复利</translation>
        </message>
        <message>
            <source>✓ What the table states agrees with its payments.</source>
            <translation>✓ 明示表所写与各项付款相符。</translation>
        </message>
        <message>
            <source>Sav&amp;e loan</source>
            <translation>保存贷款(&amp;E)</translation>
        </message>
        <message>
            <source>Ed&amp;it</source>
            <translation>修改(&amp;I)</translation>
        </message>
        <message>
            <source>Rem&amp;ove</source>
            <translation>移除(&amp;O)</translation>
        </message>
        <message>
            <source>D&amp;rop table</source>
            <translation>撤下明示表(&amp;R)</translation>
        </message>
        <message>
            <source>Takes the whole table out of the case</source>
            <translation>把整张明示表从案件中撤下</translation>
        </message>
        <message>
            <source>&amp;Table of costs…</source>
            <translation>明示表(&amp;T)…</translation>
        </message>
        <message>
            <source>The table with every rate, as PDF</source>
            <translation>带各项年化的明示表，PDF</translation>
        </message>
        <message>
            <source>The table of costs was taken out of the case.</source>
            <translation>明示表已从案件中撤下。</translation>
        </message>
        <message>
            <source>Items added {rule}</source>
            <translation>逐项相加{rule}</translation>
        </message>
        <message>
            <source>All together {rule}</source>
            <translation>一并计算{rule}</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
    </context>
    <context>
        <name>CardCorners</name>
        <message>
            <source>Card: drag its four corners</source>
            <translation>证件：拖动四角</translation>
        </message>
        <message>
            <source>Fr&amp;ont</source>
            <translation>人像面(&amp;O)</translation>
        </message>
        <message>
            <source>Bac&amp;k</source>
            <translation>国徽面(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Find edges</source>
            <translation>按边缘定位(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Use these corners</source>
            <translation>采用此四角(&amp;U)</translation>
        </message>
        <message>
            <source>Drag the corners, or 1–4 and the arrows (Shift: further). Esc goes back.</source>
            <translation>拖动四角；或按 1–4 选角、方向键移动（按住 Shift 移得更远）。Esc 返回。</translation>
        </message>
        <message>
            <source>The corners must go round clockwise from the upper left.</source>
            <translation>四角须自左上角起按顺时针排列。</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Today only</source>
            <translation>只看今天</translation>
        </message>
        <message>
            <source>How far ahead</source>
            <translation>看多远</translation>
        </message>
        <message>
            <source>What there is to do</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Changed last</source>
            <translation>最近案件</translation>
        </message>
        <message>
            <source>Nothing is left to do. What comes due, what banks owe an answer and what is one step from done stands here.</source>
            <translation>没有待办。到期的事、待银行答复的事和只差一步的事都会列在这里。</translation>
        </message>
        <message>
            <source>No cases yet. Begin one on the right, or import a bank&apos;s portfolio.</source>
            <translation>还没有案件。可在右侧新建，或导入银行的委案清单。</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Nothing is left to do today.</source>
            <translation>今天没有待办了。</translation>
        </message>
        <message>
            <source>Today, {day}</source>
            <translation>今天 {day}</translation>
        </message>
        <message>
            <source>{count} late</source>
            <translation>已过期 {count} 件</translation>
        </message>
        <message>
            <source>{count} today</source>
            <translation>今天 {count} 件</translation>
        </message>
        <message>
            <source>{count} in all</source>
            <translation>共 {count} 件</translation>
        </message>
        <message>
            <source>⚠ No backup yet</source>
            <translation>⚠ 还没有备份</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新建案件</translation>
        </message>
        <message>
            <source>Import portfolio</source>
            <translation>导入委案清单</translation>
        </message>
        <message>
            <source>{count} {count|day|days} ahead</source>
            <translation>今后 {count} 天</translation>
        </message>
        <message>
            <source>⚠ Last backup {days} {days|day|days} ago</source>
            <translation>⚠ 上次备份在 {days} 天前</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>A command, a page, help, or a case by name, pinyin, phone or number</source>
            <translation>命令、页面、帮助，或按姓名、拼音、电话、号码找案件</translation>
        </message>
        <message>
            <source>Find a command or a case</source>
            <translation>查找命令或案件</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Nothing is called so. Try part of a name, or a word of the menus.</source>
            <translation>没有找到。可输入姓名的一部分或菜单中的词。</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>View of the list</source>
            <translation>列表视图</translation>
        </message>
        <message>
            <source>Help · {page}</source>
            <translation>帮助 · {page}</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Pages of the guide</source>
            <translation>手册各页</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>使用手册</translation>
        </message>
        <message>
            <source>Find in this page (Enter: next)</source>
            <translation>在本页查找（Enter：下一处）</translation>
        </message>
        <message>
            <source>Find in this page</source>
            <translation>在本页查找</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Not on this page</source>
            <translation>本页没有</translation>
        </message>
    </context>
    <context>
        <name>ImportProgress</name>
        <message>
            <source>Import progress</source>
            <translation>导入进度</translation>
        </message>
        <message>
            <source>Sto&amp;p</source>
            <translation>停止(&amp;P)</translation>
        </message>
        <message>
            <source>{percent} % read</source>
            <translation>已读取 {percent}%</translation>
        </message>
        <message>
            <source>{percent} % stored</source>
            <translation>已存入 {percent}%</translation>
        </message>
    </context>
    <context>
        <name>FiguresPart</name>
        <message>
            <source>Nothing to count yet.</source>
            <translation>还没有可统计的内容。</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>Choose a line above; its cases are listed here.</source>
            <translation>在上面选一行，这里列出对应的案件。</translation>
        </message>
        <message>
            <source>Cases of the line</source>
            <translation>所选行的案件</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾号</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Became</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>BucketsPart</name>
        <message>
            <source>Bucket</source>
            <translation>逾期阶段</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账户数</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Owed / all owed</source>
            <translation>欠款 / 全部欠款</translation>
        </message>
    </context>
    <context>
        <name>MovementsPart</name>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Bucket</source>
            <translation>逾期阶段</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账户数</translation>
        </message>
        <message>
            <source>Rolled</source>
            <translation>滚动率</translation>
        </message>
        <message>
            <source>Cured</source>
            <translation>恢复率</translation>
        </message>
    </context>
    <context>
        <name>PacketsPart</name>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已申请</translation>
        </message>
        <message>
            <source>Granted / answered</source>
            <translation>同意 / 已答复</translation>
        </message>
        <message>
            <source>Days to packet</source>
            <translation>至申请天数</translation>
        </message>
        <message>
            <source>Days to answer</source>
            <translation>至答复天数</translation>
        </message>
    </context>
    <context>
        <name>ColumnNaming</name>
        <message>
            <source>Heading of the list</source>
            <translation>名单的表头</translation>
        </message>
        <message>
            <source>Bank of all rows</source>
            <translation>所有行的银行</translation>
        </message>
        <message>
            <source>Full name, as on papers</source>
            <translation>全称，与文书一致</translation>
        </message>
        <message>
            <source>Currency of all rows</source>
            <translation>所有行的币种</translation>
        </message>
        <message>
            <source>Read the list with these columns</source>
            <translation>按这些列读取名单</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Say of each column what it holds; proposals come from the names that banks use. What is not named is left aside. The next list of this bank with this heading is read the same way.</source>
            <translation>请指明每一列是什么；建议取自银行的常用写法。未指明的列不读取。该银行下一份表头相同的名单按此读取。</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>名单的列</translation>
        </message>
        <message>
            <source>left aside</source>
            <translation>不读取</translation>
        </message>
        <message>
            <source>“{column}” holds</source>
            <translation>“{column}”是</translation>
        </message>
        <message>
            <source>(nothing stands in it)</source>
            <translation>（此列为空）</translation>
        </message>
    </context>
    <context>
        <name>RowParts</name>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Rows that cannot be taken in are listed here with the reason.</source>
            <translation>不能导入的行连同原因列在这里。</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>待查看</translation>
        </message>
        <message>
            <source>What deserves a look is listed here with its row: check digits, totals, persons known here.</source>
            <translation>值得一看的内容连同行号列在这里：校验码、合计、本台已有的人。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>known here</source>
            <translation>本台已有</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Rows that will be taken in are listed here before anything is stored.</source>
            <translation>将要导入的行列在这里，此时还没有保存任何内容。</translation>
        </message>
        <message>
            <source>Rejected rows</source>
            <translation>退回行</translation>
        </message>
        <message>
            <source>Accepted rows</source>
            <translation>接收行</translation>
        </message>
        <message>
            <source>{count} more rejected {count|row is|rows are} only in the saved workbook.</source>
            <translation>另有 {count} 个退回行只在另存的工作簿中。</translation>
        </message>
        <message>
            <source>{count} more {count|row is|rows are} not listed.</source>
            <translation>另有 {count} 行未列出。</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>(every row)</source>
            <translation>（每一行）</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>读作</translation>
        </message>
        <message>
            <source>First cells</source>
            <translation>前几格内容</translation>
        </message>
        <message>
            <source>What each column was read as is listed here with its first cells.</source>
            <translation>每一列读作什么，连同前几格内容，列在这里。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列对应</translation>
        </message>
        <message>
            <source>left aside</source>
            <translation>不读取</translation>
        </message>
    </context>
    <context>
        <name>RejectsSaving</name>
        <message>
            <source>Save &amp;rejected rows…</source>
            <translation>另存退回行(&amp;R)…</translation>
        </message>
        <message>
            <source>Save rejected rows</source>
            <translation>另存退回行</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>&amp;Folder for the new desk</source>
            <translation>新工作台的文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>At least 8 characters</source>
            <translation>至少 8 个字符</translation>
        </message>
        <message>
            <source>Repe&amp;at passphrase</source>
            <translation>再次输入口令(&amp;A)</translation>
        </message>
        <message>
            <source>Desk &amp;name</source>
            <translation>工作台名称(&amp;N)</translation>
        </message>
        <message>
            <source>Shown on papers</source>
            <translation>印在文书上</translation>
        </message>
        <message>
            <source>A&amp;gent</source>
            <translation>协商专员(&amp;G)</translation>
        </message>
        <message>
            <source>Your name, used to sign records</source>
            <translation>您的姓名，用于署名</translation>
        </message>
        <message>
            <source>R&amp;ole</source>
            <translation>身份(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>Te&amp;xt size</source>
            <translation>文字大小(&amp;X)</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Folder or sti&amp;ck for backups</source>
            <translation>备份到的文件夹或 U 盘(&amp;C)</translation>
        </message>
        <message>
            <source>Folder or stick for backups</source>
            <translation>备份到的文件夹或 U 盘</translation>
        </message>
        <message>
            <source>Back up automatically, once a da&amp;y</source>
            <translation>每天自动备份一次(&amp;Y)</translation>
        </message>
        <message>
            <source>Loc&amp;k without input after</source>
            <translation>无操作后锁定(&amp;K)</translation>
        </message>
        <message>
            <source>Bank {number}</source>
            <translation>银行 {number}</translation>
        </message>
        <message>
            <source>Full name, as on papers</source>
            <translation>全称，与文书一致</translation>
        </message>
        <message>
            <source>Phone of bank {number}</source>
            <translation>银行 {number} 的电话</translation>
        </message>
        <message>
            <source>Desk p&amp;hone</source>
            <translation>工作台电话(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Desk address</source>
            <translation>工作台地址(&amp;D)</translation>
        </message>
        <message>
            <source>This passphrase encrypts all data. It is not stored and cannot be recovered.</source>
            <translation>全部数据以此口令加密。口令不会保存在任何地方，遗失后无法找回。</translation>
        </message>
        <message>
            <source>A desk is one folder on one disk: choose a stick or another disk now, and a copy is made each day by itself. All of this can be changed in the settings at any time.</source>
            <translation>工作台只是一个磁盘上的一个文件夹：现在选好 U 盘或另一个磁盘，以后每天自动备份。这些随时可在设置中更改。</translation>
        </message>
        <message>
            <source>Letters and agreements name the desk and the banks with these. Leave empty what you do not know yet.</source>
            <translation>函件和协议用这些写明工作台与银行的联系方式。还不知道的留空。</translation>
        </message>
        <message>
            <source>{count} {count|minute|minutes}</source>
            <translation>{count} 分钟</translation>
        </message>
    </context>
    <context>
        <name>ServerWatch</name>
        <message>
            <source>The server answers again.</source>
            <translation>服务器已恢复响应。</translation>
        </message>
    </context>
    <context>
        <name>ProgramCard</name>
        <message>
            <source>&amp;Update from file…</source>
            <translation>从文件更新(&amp;U)…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Progress of the update</source>
            <translation>更新进度</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Updates of Concord</source>
            <translation>Concord 更新</translation>
        </message>
        <message>
            <source>Update from file</source>
            <translation>从文件更新</translation>
        </message>
        <message>
            <source>Checking {file} …</source>
            <translation>正在核验 {file} …</translation>
        </message>
        <message>
            <source>Stopped; the version in use was left as it was.</source>
            <translation>已停止；正在使用的版本保持不变。</translation>
        </message>
        <message>
            <source>Version {version} starts the next time. A desk is copied into its folder “backups” before a newer version changes it.</source>
            <translation>下次启动时使用版本 {version}。新版本改动工作台之前，会先把它复制到其“backups”文件夹。</translation>
        </message>
        <message>
            <source>Version {version}. It was not unpacked from a bundle: a newer one comes the way this one came.</source>
            <translation>版本 {version}。本程序不是由安装包解压而来：新版本请按当初的方式安装。</translation>
        </message>
        <message>
            <source>Version {version}; the next time {next} starts.</source>
            <translation>版本 {version}；下次启动 {next}。</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>Back to {version}</source>
            <translation>退回 {version}</translation>
        </message>
        <message>
            <source>Version {version} starts the next time. A desk that a later version has changed stays closed to it; the copy made before the change is in the desk’s folder “backups”.</source>
            <translation>下次启动时使用版本 {version}。已被更新版本改动过的工作台，它打不开；改动之前的副本在该工作台的“backups”文件夹中。</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>This is an invented desk: try anything. A short tour shows the six stages of a case.</source>
            <translation>这是虚构的工作台，可随意尝试。可先看一遍导览，了解办案的六个阶段。</translation>
        </message>
        <message>
            <source>Begin the tour</source>
            <translation>开始导览</translation>
        </message>
        <message>
            <source>Concord is now version {version}.</source>
            <translation>协商工作台已更新到 {version} 版。</translation>
        </message>
        <message>
            <source>What is new</source>
            <translation>新增内容</translation>
        </message>
    </context>
    <context>
        <name>CoachMark</name>
        <message>
            <source>End tour</source>
            <translation>结束导览</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>{at} of {of}</source>
            <translation>第 {at} 步，共 {of} 步</translation>
        </message>
    </context>
    <context>
        <name>Stops</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Each day begins here: promises due, proofs that go stale, answers awaited, in the order of what hurts first. Enter opens the place where a line is done.</source>
            <translation>每天从这里开始：到期的承诺、快过期的证据、等待的答复，按紧要排列。回车到要办的地方。</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Every person is a case. Search by name, pinyin, phone or number (Ctrl+F), begin a new one (Ctrl+N), or import a bank&apos;s list (Ctrl+I).</source>
            <translation>每位客户一个案件。可按姓名、拼音、手机或号码搜索（Ctrl+F），新建（Ctrl+N），或导入银行的清单（Ctrl+I）。</translation>
        </message>
        <message>
            <source>A case and its six stages</source>
            <translation>一个案件与六个阶段</translation>
        </message>
        <message>
            <source>The pages stand in the order of the method, each with its state. To the right is what the stage still lacks: a click leads to the field. No way leads round it.</source>
            <translation>各页按办理顺序排列，各有状态。右侧是本阶段还缺的，点一下就到要填的地方；没有别的路可以绕过。</translation>
        </message>
        <message>
            <source>1 Understand: the talk</source>
            <translation>1 了解：沟通</translation>
        </message>
        <message>
            <source>First why the person cannot pay now, and what they ask for. At the side are questions and words that help, and whether a number may be called now.</source>
            <translation>先记为什么现在还不了、希望怎样。旁边是可问的问题和合适的说法，以及号码现在能不能拨打。</translation>
        </message>
        <message>
            <source>1 Understand: the budget</source>
            <translation>1 了解：收支</translation>
        </message>
        <message>
            <source>What comes in, what goes out, what is left. A plan may never cost more than that; usual figures with their source stand beside each line.</source>
            <translation>收入、支出、结余。方案不得超过结余；各项旁有通常数额及其来源。</translation>
        </message>
        <message>
            <source>2 Evidence</source>
            <translation>2 举证</translation>
        </message>
        <message>
            <source>Reason, request and the bank&apos;s rules make this list. Drop files on it: they are kept encrypted and never altered.</source>
            <translation>原因、诉求和银行的规则决定这份清单。把文件拖到这里：加密保存，原件不改。</translation>
        </message>
        <message>
            <source>3 Verify</source>
            <translation>3 核实</translation>
        </message>
        <message>
            <source>Each proof is checked by a named check, by a person. A plan rests only on what was verified, or waived by a supervisor with a reason.</source>
            <translation>每份证据由人按指定方法核实。方案只以核实过的、或主管写明理由豁免的为依据。</translation>
        </message>
        <message>
            <source>4 Plan</source>
            <translation>4 方案</translation>
        </message>
        <message>
            <source>Doing nothing, your trial, the chosen plan and proposals stand side by side, exact to the cent. Any figure opens its formula.</source>
            <translation>维持现状、试算、选定方案和建议并排比较，精确到分。点任何数字可看算式。</translation>
        </message>
        <message>
            <source>5 Apply</source>
            <translation>5 申请</translation>
        </message>
        <message>
            <source>Out of it come the bank&apos;s packet as one PDF and the schedule as a workbook. Before the gates are passed every page says DRAFT. The bank&apos;s answer is recorded here.</source>
            <translation>由此生成给银行的材料册（PDF）和还款计划工作簿。关口未过，每页都印“草稿”。银行的答复也在这里登记。</translation>
        </message>
        <message>
            <source>6 Keep</source>
            <translation>6 履约</translation>
        </message>
        <message>
            <source>What the bank granted is followed until it is settled: payments, promises, reminders. A broken plan is made anew in one step.</source>
            <translation>银行同意的一直跟到结清：还款、承诺、提醒。计划失约，一步重新制定。</translation>
        </message>
        <message>
            <source>Yours to try</source>
            <translation>自己试试</translation>
        </message>
        <message>
            <source>F1 explains the open page, Shift+F1 shows every key, Ctrl+K goes anywhere, Ctrl+L locks, F8 covers what is private. The tour can be taken again from the menu Help.</source>
            <translation>F1 说明当前页，Shift+F1 列出按键，Ctrl+K 去任何地方，Ctrl+L 锁定，F8 遮挡隐私。导览可从“帮助”菜单再看。</translation>
        </message>
    </context>
    <context>
        <name>IntakePage</name>
        <message>
            <source>Add evidence</source>
            <translation>添加材料</translation>
        </message>
        <message>
            <source>Add files of this case</source>
            <translation>添加本案文件</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证明材料</translation>
        </message>
        <message>
            <source>Files are still being imported; wait for them, or click Stop.</source>
            <translation>材料仍在收入，请稍候，或点“停止”。</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>去归类</translation>
        </message>
        <message>
            <source>{count} {count|file waits|files wait} to be assigned.</source>
            <translation>{count} 份文件待归类。</translation>
        </message>
    </context>
    <context>
        <name>EntryTable</name>
        <message>
            <source>Entry of the checklist</source>
            <translation>清单项目</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>No proofs are asked for yet. Choose reason and requests on the page Conversation (Ctrl+2).</source>
            <translation>尚不需要证明材料。请在“沟通”页选择原因和诉求（Ctrl+2）。</translation>
        </message>
        <message>
            <source>Entry of this file</source>
            <translation>此文件归入的清单项目</translation>
        </message>
    </context>
    <context>
        <name>FilesSheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回材料（Esc）</translation>
        </message>
        <message>
            <source>&amp;Add files</source>
            <translation>添加文件(&amp;A)</translation>
        </message>
        <message>
            <source>No files yet. Drop files or folders here, paste them (Ctrl+V), or click Add files.</source>
            <translation>还没有文件。把文件或文件夹拖到这里，或粘贴（Ctrl+V），或点“添加文件”。</translation>
        </message>
        <message>
            <source>Enter assigns and goes on · ↑ ↓ entry · ← → file</source>
            <translation>回车确认并到下一份 · ↑ ↓ 换项目 · ← → 换文件</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>移除(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Put back</source>
            <translation>放回(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>查看(&amp;O)</translation>
        </message>
        <message>
            <source>A&amp;ssign</source>
            <translation>归入(&amp;S)</translation>
        </message>
        <message>
            <source>Files ({count})</source>
            <translation>文件（{count}）</translation>
        </message>
        <message>
            <source>{count} to assign</source>
            <translation>{count} 份待归类</translation>
        </message>
        <message>
            <source>Assigned: {file}</source>
            <translation>已归入：{file}</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>TileView</name>
        <message>
            <source>No entry yet</source>
            <translation>尚未归类</translation>
        </message>
        <message>
            <source>Files of this case</source>
            <translation>本案文件</translation>
        </message>
        <message>
            <source>{count} {count|page|pages}</source>
            <translation>{count} 页</translation>
        </message>
    </context>
    <context>
        <name>PictureBox</name>
        <message>
            <source>First page</source>
            <translation>第一页</translation>
        </message>
    </context>
    <context>
        <name>OffersLine</name>
        <message>
            <source>&amp;Use these</source>
            <translation>采用(&amp;U)</translation>
        </message>
        <message>
            <source>Fill the empty fields with what is known; check it against the document</source>
            <translation>用已知内容填入空白栏，请与材料核对</translation>
        </message>
        <message>
            <source>bank of the account</source>
            <translation>账户所在银行</translation>
        </message>
        <message>
            <source>only the debtor writes it</source>
            <translation>由本人出具</translation>
        </message>
        <message>
            <source>employer in the profile</source>
            <translation>资料中的工作单位</translation>
        </message>
        <message>
            <source>bank in the file name</source>
            <translation>文件名中的银行</translation>
        </message>
        <message>
            <source>printed on the statement</source>
            <translation>流水上印明</translation>
        </message>
        <message>
            <source>first and last row of the statement</source>
            <translation>流水首行与末行</translation>
        </message>
        <message>
            <source>as on the file before</source>
            <translation>与上一份相同</translation>
        </message>
        <message>
            <source>Known: {offers}</source>
            <translation>已知：{offers}</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>{values} ({why})</source>
            <translation>{values}（{why}）</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>Removed from {title}.</source>
            <translation>已从“{title}”移除。</translation>
        </message>
        <message>
            <source>Assigned to {title}.</source>
            <translation>已归入“{title}”。</translation>
        </message>
        <message>
            <source>Reading the file…</source>
            <translation>正在读取文件…</translation>
        </message>
        <message>
            <source>It may be one of these: {others}. Choose the right entry.</source>
            <translation>可能是：{others}。请选择正确的一项。</translation>
        </message>
        <message>
            <source>Nothing tells what this file proves. Choose an entry (↑ ↓).</source>
            <translation>看不出这份文件证明什么，请选择归入哪一项（↑ ↓）。</translation>
        </message>
        <message>
            <source>Proposed: {title}. The file name says “{word}”.</source>
            <translation>建议归入“{title}”：文件名含“{word}”。</translation>
        </message>
        <message>
            <source>Proposed: {title}. Its first page is headed “{word}”.</source>
            <translation>建议归入“{title}”：第一页标题为“{word}”。</translation>
        </message>
        <message>
            <source>Proposed: {title}. File name and first page say “{word}”.</source>
            <translation>建议归入“{title}”：文件名和第一页都写着“{word}”。</translation>
        </message>
        <message>
            <source>Proposed: {title}. This entry was open when the file came.</source>
            <translation>建议归入“{title}”：收到文件时正打开这一项。</translation>
        </message>
    </context>
    <context>
        <name>MovePage</name>
        <message>
            <source>Desk &amp;folder</source>
            <translation>工作台文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>Who wor&amp;ks</source>
            <translation>使用人(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;New folder for the desk</source>
            <translation>工作台的新文件夹(&amp;N)</translation>
        </message>
        <message>
            <source>Server: &amp;address or name</source>
            <translation>服务器地址或名称(&amp;A)</translation>
        </message>
        <message>
            <source>Por&amp;t</source>
            <translation>端口(&amp;T)</translation>
        </message>
        <message>
            <source>Data&amp;base</source>
            <translation>数据库(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Office</source>
            <translation>机构名(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Login of this workstation</source>
            <translation>本工作站的登录名(&amp;L)</translation>
        </message>
        <message>
            <source>Pass&amp;word of the login</source>
            <translation>登录名的密码(&amp;W)</translation>
        </message>
        <message>
            <source>Ce&amp;rtificate that vouches for the server (PEM; not needed on this computer)</source>
            <translation>为服务器作证的证书（PEM；服务器在本机时不需要）(&amp;R)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Move the desk to a server</source>
            <translation>把工作台移到服务器</translation>
        </message>
        <message>
            <source>Move the desk back into a folder</source>
            <translation>把工作台移回文件夹</translation>
        </message>
        <message>
            <source>Join a desk on a server</source>
            <translation>加入服务器上的工作台</translation>
        </message>
        <message>
            <source>&amp;Move</source>
            <translation>移动(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Join</source>
            <translation>加入(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Folder with the key file, on the stick</source>
            <translation>U 盘上存有密钥文件的文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>Everything typed, amounts and files are sealed on this computer before they leave it. The server and who looks after it still see: how many records of each kind there are and how long they are, which belong to one case, the stage and last change of each case, and when which workstation wrote. Concord speaks to this one address only.</source>
            <translation>录入的内容、金额和文件都先在本机封存，再离开本机。服务器及其管理员仍能看到：各类记录有多少条、多长，哪些属于同一案件，每案的阶段和最后变动时间，以及哪台工作站何时写入。程序只与这一个地址通信。</translation>
        </message>
        <message>
            <source>Everybody else closes the desk first. On the server it is closed afterwards.</source>
            <translation>请其他人先关闭工作台。移回后，服务器上的该工作台随之关闭。</translation>
        </message>
        <message>
            <source>Another workstation writes the folder with the key file (desk seat). Guard the stick as the desk itself, and remove the folder from it afterwards.</source>
            <translation>存有密钥文件的文件夹由另一台工作站写出（“设置”“安全”，或 desk seat）。U 盘须像工作台本身一样保管，用后请从中删除该文件夹。</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>正在连接……</translation>
        </message>
        <message>
            <source>Stopped. The desk is where it was; begun again, the move goes on from here.</source>
            <translation>已停止。工作台仍在原处；再次开始时从此处继续。</translation>
        </message>
        <message>
            <source>{rows} {rows|record|records} and {files} {files|file|files} went over. They are compared at the end.</source>
            <translation>已移动 {rows} 条记录、{files} 个文件。最后将逐一核对。</translation>
        </message>
    </context>
    <context>
        <name>FileEdit</name>
        <message>
            <source>Choose file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Certificate of the server</source>
            <translation>服务器的证书</translation>
        </message>
    </context>
    <context>
        <name>ServerCard</name>
        <message>
            <source>&amp;Login of the other workstation</source>
            <translation>另一工作站的登录名(&amp;L)</translation>
        </message>
        <message>
            <source>It&amp;s password</source>
            <translation>其密码(&amp;S)</translation>
        </message>
        <message>
            <source>Wr&amp;ite its folder…</source>
            <translation>写出其文件夹(&amp;I)…</translation>
        </message>
        <message>
            <source>Where the records lie</source>
            <translation>记录的位置</translation>
        </message>
        <message>
            <source>New folder on the stick</source>
            <translation>U 盘上的新文件夹</translation>
        </message>
        <message>
            <source>Written: {folder}. It holds the key file: guard it.</source>
            <translation>已写出：{folder}。其中有密钥文件，请妥善保管。</translation>
        </message>
        <message>
            <source>In this folder. Several workstations can share a desk on a PostgreSQL server of the office: lock the desk, then More…, Move to a server.</source>
            <translation>在本文件夹中。多台工作站可以共用本机构 PostgreSQL 服务器上的工作台：请先锁定，再选“更多…”“移到服务器”。</translation>
        </message>
        <message>
            <source>Sealed at {host}:{port}, office {office}; Concord speaks to this one address only. To bring the desk back into a folder: lock it, then More…, Move back into a folder.</source>
            <translation>封存于 {host}:{port}，机构 {office}；程序只与这一个地址通信。要把工作台移回文件夹：请先锁定，再选“更多…”“移回文件夹”。</translation>
        </message>
    </context>
    <context>
        <name>BenchCommands</name>
        <message>
            <source>No error on this page.</source>
            <translation>此页没有错误。</translation>
        </message>
    </context>
    <context>
        <name>SavedSign</name>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>✓ Saved {time}</source>
            <translation>✓ 已保存 {time}</translation>
        </message>
        <message>
            <source>✕ Not saved yet: why?</source>
            <translation>✕ 尚未保存：原因</translation>
        </message>
    </context>
    <context>
        <name>CaseColumns</name>
        <message>
            <source>Case no.</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已打印</translation>
        </message>
        <message>
            <source>As stated for {day}</source>
            <translation>按 {day} 所载</translation>
        </message>
        <message>
            <source>Sorted currency by currency; a case that owes in several is compared by the first it shows</source>
            <translation>按币种分组排序；欠多种货币的案件按显示的第一种货币比较</translation>
        </message>
        <message>
            <source>Sorted in the order in which the rules list reasons</source>
            <translation>按规则中原因的排列顺序排序</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>专员</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>跟进日</translation>
        </message>
        <message>
            <source>The day that the last entry of the contact log names</source>
            <translation>最近一条联系记录所写的下一步日期</translation>
        </message>
        <message>
            <source>{stage}, archived</source>
            <translation>{stage}，已归档</translation>
        </message>
        <message>
            <source>{count} {count|day|days}</source>
            <translation>{count} 天</translation>
        </message>
    </context>
    <context>
        <name>NothingFound</name>
        <message>
            <source>No matches</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Try part of a name, pinyin initials or the last digits of an account number.</source>
            <translation>可试试姓名中的一个字、拼音首字母或账号末几位。</translation>
        </message>
        <message>
            <source>Show every case</source>
            <translation>显示全部案件</translation>
        </message>
        <message>
            <source>New case “{name}”</source>
            <translation>新建案件“{name}”</translation>
        </message>
        <message>
            <source>Show {count} archived {count|case|cases}</source>
            <translation>显示 {count} 个已归档案件</translation>
        </message>
    </context>
    <context>
        <name>NoCases</name>
        <message>
            <source>No cases yet</source>
            <translation>还没有案件</translation>
        </message>
        <message>
            <source>Enter a name above and click New case, or import a bank&apos;s portfolio.</source>
            <translation>在上方填写客户姓名后点“新建案件”，或导入银行的委案清单。</translation>
        </message>
    </context>
    <context>
        <name>CaseFilters</name>
        <message>
            <source>All reasons</source>
            <translation>全部原因</translation>
        </message>
        <message>
            <source>All buckets</source>
            <translation>全部逾期阶段</translation>
        </message>
        <message>
            <source>Next step until today</source>
            <translation>跟进日：今天及以前</translation>
        </message>
        <message>
            <source>Next step within 7 days</source>
            <translation>跟进日：7 天内</translation>
        </message>
        <message>
            <source>Next step within 30 days</source>
            <translation>跟进日：30 天内</translation>
        </message>
        <message>
            <source>Next step between…</source>
            <translation>跟进日：从…到…</translation>
        </message>
        <message>
            <source>Any next step</source>
            <translation>全部跟进日</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>仅已归档</translation>
        </message>
        <message>
            <source>Archived as well</source>
            <translation>含已归档</translation>
        </message>
        <message>
            <source>Not archived</source>
            <translation>未归档</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>银行</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Bucket</source>
            <translation>逾期阶段</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>专员</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>跟进日</translation>
        </message>
        <message>
            <source>Next step from</source>
            <translation>跟进日自</translation>
        </message>
        <message>
            <source>Next step until</source>
            <translation>跟进日至</translation>
        </message>
        <message>
            <source>Owes at least</source>
            <translation>欠款不低于</translation>
        </message>
        <message>
            <source>Owes at most</source>
            <translation>欠款不超过</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>All banks</source>
            <translation>全部银行</translation>
        </message>
        <message>
            <source>Nobody&apos;s</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>Anybody&apos;s</source>
            <translation>全部专员</translation>
        </message>
        <message>
            <source>No reason yet</source>
            <translation>尚无原因</translation>
        </message>
        <message>
            <source>No due day</source>
            <translation>无到期日</translation>
        </message>
    </context>
    <context>
        <name>CaseViews</name>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Views of the list that you keep (Ctrl+Shift+V)</source>
            <translation>您保存的列表视图（Ctrl+Shift+V）</translation>
        </message>
        <message>
            <source>Keep what is shown as…</source>
            <translation>保存当前视图…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Keep this view</source>
            <translation>保存视图</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>视图名称</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Rename “{name}”</source>
            <translation>重命名“{name}”</translation>
        </message>
        <message>
            <source>View “{name}” deleted.</source>
            <translation>视图“{name}”已删除。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>AskingSheet</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>CaseMenu</name>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Copy case numbers</source>
            <translation>复制案件编号</translation>
        </message>
        <message>
            <source>Add to print queue</source>
            <translation>加入打印队列</translation>
        </message>
        <message>
            <source>Give to an agent…</source>
            <translation>分配给专员…</translation>
        </message>
        <message>
            <source>Archive…</source>
            <translation>归档…</translation>
        </message>
        <message>
            <source>Bring back from the archive</source>
            <translation>从归档取回</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Name of the agent; empty for nobody</source>
            <translation>专员姓名；留空表示不分配</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>分配</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation> 另有 {count} 项。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Archive {count} {count|case|cases}</source>
            <translation>归档 {count} 个案件</translation>
        </message>
        <message>
            <source>Give {count} {count|case|cases} to an agent</source>
            <translation>将 {count} 个案件分配给专员</translation>
        </message>
        <message>
            <source>{count} {count|case|cases} brought back.</source>
            <translation>已取回 {count} 个案件。</translation>
        </message>
        <message>
            <source>{count} {count|case|cases} archived.</source>
            <translation>已归档 {count} 个案件。</translation>
        </message>
        <message>
            <source>{count} {count|case|cases} given.</source>
            <translation>已分配 {count} 个案件。</translation>
        </message>
    </context>
    <context>
        <name>SheetPage</name>
        <message>
            <source>P&amp;apers</source>
            <translation>材料(&amp;M)</translation>
        </message>
        <message>
            <source>Pri&amp;nt</source>
            <translation>打印(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Reply</source>
            <translation>银行答复(&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>DecisionEdit</name>
        <message>
            <source>Choose…</source>
            <translation>请选择…</translation>
        </message>
    </context>
    <context>
        <name>KnownBank</name>
        <message>
            <source>Use {bank}</source>
            <translation>采用 {bank}</translation>
        </message>
        <message>
            <source>U&amp;se {bank}</source>
            <translation>采用 {bank}(&amp;S)</translation>
        </message>
        <message>
            <source>Known banks:</source>
            <translation>已知银行：</translation>
        </message>
        <message>
            <source>credit card</source>
            <translation>信用卡</translation>
        </message>
        <message>
            <source>debit card</source>
            <translation>借记卡</translation>
        </message>
        <message>
            <source>card</source>
            <translation>银行卡</translation>
        </message>
        <message>
            <source>Numbers that begin with {digits} ({kind}):</source>
            <translation>按卡号开头 {digits}（{kind}）：</translation>
        </message>
    </context>
    <context>
        <name>ListDrop</name>
        <message>
            <source>Nothing was read. Drop one file: lists are imported one at a time, and no folders.</source>
            <translation>没有读取。请只拖入一个文件：清单逐份导入，不接受文件夹。</translation>
        </message>
    </context>
</TS>
