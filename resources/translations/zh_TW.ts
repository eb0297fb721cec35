<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en_GB">
    <context>
        <name>AccountForm</name>
        <message>
            <source>Full legal name</source>
            <translation>全稱，與文書一致</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>產品</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>幣別</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>帳號</translation>
        </message>
        <message>
            <source>Balances as of</source>
            <translation>金額截至</translation>
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
            <translation>違約金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>費用</translation>
        </message>
        <message>
            <source>Minimum due</source>
            <translation>最低應繳金額</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>信用額度</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>開戶日</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>總期數</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已還期數</translation>
        </message>
        <message>
            <source>Remaining</source>
            <translation>剩餘期數</translation>
        </message>
        <message>
            <source>Statement day</source>
            <translation>結帳日</translation>
        </message>
        <message>
            <source>Due day</source>
            <translation>還款日</translation>
        </message>
        <message>
            <source>Loan purpose</source>
            <translation>借款用途</translation>
        </message>
        <message>
            <source>Total owed: {amount}</source>
            <translation>欠款合計：{amount}</translation>
        </message>
        <message>
            <source>Due day missed</source>
            <translation>到期還款日</translation>
        </message>
        <message>
            <source>First day overdue</source>
            <translation>首次逾期日</translation>
        </message>
        <message>
            <source>Ban&amp;k</source>
            <translation>銀行(&amp;K)</translation>
        </message>
        <message>
            <source>Contract rate</source>
            <translation>契約利率</translation>
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
            <translation>欠款帳戶</translation>
        </message>
        <message>
            <source>&amp;Add account</source>
            <translation>新增帳戶(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Tail</source>
            <translation>尾號</translation>
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
            <translation>合計 {amount}</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>帳戶</translation>
        </message>
        <message>
            <source>New account</source>
            <translation>新帳戶</translation>
        </message>
        <message>
            <source>{bank} ····{tail} removed.</source>
            <translation>已移除 {bank} ····{tail}。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>No accounts yet. Add the first one.</source>
            <translation>還沒有帳戶。請新增第一個帳戶。</translation>
        </message>
        <message>
            <source> · time limit {day}</source>
            <translation> · 訴訟時效至 {day}</translation>
        </message>
        <message>
            <source>{days} {days|day|days} overdue, {bucket}, since {day}</source>
            <translation>自 {day} 起逾期 {days} 天，{bucket}</translation>
        </message>
        <message>
            <source>{days} {days|day|days} overdue, {bucket}; is {day} the due day?</source>
            <translation>逾期 {days} 天，{bucket}；{day} 是否為到期還款日待確認</translation>
        </message>
    </context>
    <context>
        <name>AddForm</name>
        <message>
            <source>Name, as it signs</source>
            <translation>姓名（用於署名）</translation>
        </message>
        <message>
            <source>First passphrase</source>
            <translation>初始密碼</translation>
        </message>
        <message>
            <source>Repeat passphrase</source>
            <translation>再輸一次</translation>
        </message>
        <message>
            <source>Tell the person this first passphrase; they choose their own when they first open the desk.</source>
            <translation>請把初始密碼告知本人；首次開啟工作台時須改成自己的密碼。</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>新增人員</translation>
        </message>
        <message>
            <source>{name} can open this desk now.</source>
            <translation>{name}現在可以開啟此工作台。</translation>
        </message>
    </context>
    <context>
        <name>ApplicationPage</name>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>&amp;Export (PDF)</source>
            <translation>匯出 PDF(&amp;E)</translation>
        </message>
        <message>
            <source>Draf&amp;t</source>
            <translation>草稿(&amp;T)</translation>
        </message>
        <message>
            <source>Export the packet with a DRAFT watermark</source>
            <translation>匯出帶「草稿」標記的申請文件冊</translation>
        </message>
        <message>
            <source>E&amp;xcel</source>
            <translation>Excel(&amp;X)</translation>
        </message>
        <message>
            <source>Export the workbook (Ctrl+Shift+E)</source>
            <translation>匯出 Excel 活頁簿（Ctrl+Shift+E）</translation>
        </message>
        <message>
            <source>No account yet</source>
            <translation>尚無帳戶</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation> 另有 {count} 項。</translation>
        </message>
        <message>
            <source>Sent to printer: {paper}</source>
            <translation>已送印表機：{paper}</translation>
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
            <translation>申請核准</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>核准</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>不核准</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>權限</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>決定</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>決定人</translation>
        </message>
        <message>
            <source>&amp;Record</source>
            <translation>記錄(&amp;R)</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>核准</translation>
        </message>
        <message>
            <source>Choose a version first; its approvals are then requested here.</source>
            <translation>請先選用一個方案版本，再在此申請核准。</translation>
        </message>
        <message>
            <source>This plan is within the agent&apos;s authority.</source>
            <translation>此方案在協商專員權限之內。</translation>
        </message>
        <message>
            <source>Not requested yet</source>
            <translation>尚未申請</translation>
        </message>
        <message>
            <source>Until it is granted, all papers say “applied for”.</source>
            <translation>獲批之前，一律表述為「申請中」。</translation>
        </message>
        <message>
            <source>Concessions, and who may grant them</source>
            <translation>各項讓步及核准權限</translation>
        </message>
        <message>
            <source>A supervisor confirms with a passphrase: {names}</source>
            <translation>由主管輸入密碼確認：{names}</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>These terms are the bank's own: nobody here concedes anything by them.</source>
            <translation>這是銀行自己提出的條件：本方沒有作出任何讓步。</translation>
        </message>
    </context>
    <context>
        <name>BackupCard</name>
        <message>
            <source>Ch&amp;oose folder…</source>
            <translation>選擇資料夾(&amp;O)…</translation>
        </message>
        <message>
            <source>Back &amp;up now</source>
            <translation>立即備份(&amp;U)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Backup progress</source>
            <translation>備份進度</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Backups made</source>
            <translation>備份紀錄</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>已核驗</translation>
        </message>
        <message>
            <source>Folder or stick for backups</source>
            <translation>存放備份的資料夾或隨身碟</translation>
        </message>
        <message>
            <source>Settings saved.</source>
            <translation>設定已儲存。</translation>
        </message>
        <message>
            <source>No backup yet.</source>
            <translation>尚無備份。</translation>
        </message>
        <message>
            <source>Da&amp;ys</source>
            <translation>天(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Weeks</source>
            <translation>週(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Months</source>
            <translation>月(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Remind after days</source>
            <translation>幾天後提醒(&amp;R)</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>證明文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>備份</translation>
        </message>
        <message>
            <source>Keep the newest backup of the last …</source>
            <translation>最近若干天、週、月中，各保留最新一份：</translation>
        </message>
        <message>
            <source>No folder chosen yet. Best is a stick or another disk.</source>
            <translation>尚未選擇存放處。最好選隨身碟或另一塊磁碟。</translation>
        </message>
        <message>
            <source>Back up &amp;automatically, once a day</source>
            <translation>每天自動備份一次(&amp;A)</translation>
        </message>
        <message>
            <source>Last good backup: {at}.</source>
            <translation>最近成功備份：{at}。</translation>
        </message>
        <message>
            <source>Restore a cas&amp;e…</source>
            <translation>恢復單個案件(&amp;E)…</translation>
        </message>
        <message>
            <source>No backups yet. Choose the folder, then back up.</source>
            <translation>還沒有備份。請選擇資料夾，然後備份。</translation>
        </message>
        <message>
            <source>{count} {count|file|files} missing</source>
            <translation>缺少 {count} 個檔案</translation>
        </message>
    </context>
    <context>
        <name>BackupSign</name>
        <message>
            <source>Open the settings of backups</source>
            <translation>開啟備份設定</translation>
        </message>
        <message>
            <source>⚠ No backup yet</source>
            <translation>⚠ 尚無備份</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>正在備份…</translation>
        </message>
        <message>
            <source>⚠ Last backup: {days} d ago</source>
            <translation>⚠ 上次備份：{days} 天前</translation>
        </message>
        <message>
            <source>Backing up… {share} %</source>
            <translation>正在備份… {share}%</translation>
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
            <translation>{count}個月</translation>
        </message>
    </context>
    <context>
        <name>BankFormsPage</name>
        <message>
            <source>Sent to printer: {paper}</source>
            <translation>已交給印表機：{paper}</translation>
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
            <translation>決定</translation>
        </message>
        <message>
            <source>Replied by</source>
            <translation>答覆人</translation>
        </message>
        <message>
            <source>Replied on</source>
            <translation>答覆時間</translation>
        </message>
        <message>
            <source>Reply history</source>
            <translation>歷次答覆</translation>
        </message>
        <message>
            <source>No plan has been chosen for this bank yet, so there is no reply to record.</source>
            <translation>該銀行還沒有選定的方案，暫無可記錄的答覆。</translation>
        </message>
        <message>
            <source>A later reply replaces an earlier one; both stay on record.</source>
            <translation>以最後一次答覆為準；歷次答覆均保留。</translation>
        </message>
        <message>
            <source>Until the bank's reply is recorded, all papers say “applied for”.</source>
            <translation>記錄銀行答覆之前，所有文書均寫明「申請中，尚未獲核准」。</translation>
        </message>
        <message>
            <source>Clerk's number</source>
            <translation>經辦人員工編號或電話</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Refused because</source>
            <translation>拒絕原因</translation>
        </message>
        <message>
            <source>Ask again on</source>
            <translation>可再申請日</translation>
        </message>
        <message>
            <source>Document or recording</source>
            <translation>檔案或錄音</translation>
        </message>
        <message>
            <source>Words used</source>
            <translation>銀行原話</translation>
        </message>
        <message>
            <source>Rec&amp;ord reply</source>
            <translation>記錄答覆(&amp;O)</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>帳戶</translation>
        </message>
        <message>
            <source>All {count} that wait</source>
            <translation>待答覆的 {count} 戶</translation>
        </message>
        <message>
            <source>The bank has not replied yet. Record above what it answers.</source>
            <translation>銀行尚未答覆。收到答覆後在上方登記。</translation>
        </message>
        <message>
            <source>HH:MM</source>
            <translation>時:分</translation>
        </message>
    </context>
    <context>
        <name>BanksPage</name>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Desk &amp;phone</source>
            <translation>本處電話(&amp;P)</translation>
        </message>
        <message>
            <source>Desk add&amp;ress</source>
            <translation>本處地址(&amp;R)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Banks of all cases. Letters, consents and agreements quote the details recorded here; nothing is made up.</source>
            <translation>全部案件涉及的銀行。催收函、同意書和協議書引用這裡登記的內容，不會自行編造。</translation>
        </message>
        <message>
            <source>This desk, as named on its papers</source>
            <translation>本處（文書上的寫法）</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 項</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>齊全</translation>
        </message>
        <message>
            <source>No banks yet: add an account to a case first.</source>
            <translation>還沒有銀行：請先在案件中登記帳戶。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已儲存。</translation>
        </message>
        <message>
            <source>No banks yet. A bank is listed here with its first account.</source>
            <translation>還沒有銀行。有了帳戶後，其銀行列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>BudgetLines</name>
        <message>
            <source>Period of {category}</source>
            <translation>{category}的週期</translation>
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
            <translation>每月結餘</translation>
        </message>
        <message>
            <source>The household runs a deficit; a plan needs a named source of repayment.</source>
            <translation>家庭入不敷出，方案須有明確的還款來源。</translation>
        </message>
        <message>
            <source>Income less spending and priority debts. A plan&apos;s monthly payment may not exceed it.</source>
            <translation>收入減去支出與優先債務；方案的每月還款不得超出。</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>收支</translation>
        </message>
        <message>
            <source>No guideline is known. Put one with source, date and confidence under [[guidelines]] of a pack.</source>
            <translation>沒有可引用的參考數。請在規則包的 [[guidelines]] 中連同出處、日期和可靠程度填入。</translation>
        </message>
        <message>
            <source>≈ usual (source in tip) · ↑ with group above · — unknown</source>
            <translation>≈ 參考數，出處見提示 · ↑ 與同組前一項合計 · — 未查到</translation>
        </message>
        <message>
            <source>{count} {count|entry|entries}, surplus {amount}</source>
            <translation>{count} 項，結餘 {amount}</translation>
        </message>
        <message>
            <source>{names}: {amount} a month for {persons} {persons|person|persons}. {what}. Source: {source}, {day}, {confidence}</source>
            <translation>{names}：{persons}人每月{amount}。{what}。出處：{source}，{day}，{confidence}</translation>
        </message>
    </context>
    <context>
        <name>BusyBar</name>
        <message>
            <source>Working in the background</source>
            <translation>正在背景處理</translation>
        </message>
    </context>
    <context>
        <name>CaseLinks</name>
        <message>
            <source>Open case {number}</source>
            <translation>開啟案件 {number}</translation>
        </message>
        <message>
            <source>Open case:</source>
            <translation>開啟案件：</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 個</translation>
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
            <translation>欠款合計</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>資料</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>溝通</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>證據</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>申請</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 個帳戶</translation>
        </message>
        <message>
            <source>Bank forms</source>
            <translation>銀行表格</translation>
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
            <translation>{day} 來自 {desk}</translation>
        </message>
        <message>
            <source>What cannot be saved yet is kept as a draft; you will find it where you typed it.</source>
            <translation>暫時無法儲存的內容已存為草稿，回到原處即可繼續。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>履約</translation>
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
            <translation>匯出(&amp;E)…</translation>
        </message>
        <message>
            <source>Export the listed cases and their schedules to one workbook (Ctrl+Shift+X)</source>
            <translation>把查到的案件及其還款計畫寫入一個活頁簿（Ctrl+Shift+X）</translation>
        </message>
        <message>
            <source>Export progress</source>
            <translation>匯出進度</translation>
        </message>
        <message>
            <source>Sto&amp;p</source>
            <translation>停止(&amp;P)</translation>
        </message>
        <message>
            <source>cases-{day}.xlsx</source>
            <translation>案件清單-{day}.xlsx</translation>
        </message>
        <message>
            <source>Export listed cases</source>
            <translation>匯出查到的案件</translation>
        </message>
        <message>
            <source>Writing {done} of {total}…</source>
            <translation>正在寫出 {done}/{total} …</translation>
        </message>
        <message>
            <source>Export stopped; no file was written.</source>
            <translation>已停止匯出，沒有寫出檔案。</translation>
        </message>
        <message>
            <source>Exported: {file}, {cases} {cases|case|cases}, {schedules} {schedules|schedule|schedules}</source>
            <translation>已寫出：{file}，案件 {cases} 件，還款計畫 {schedules} 份</translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message>
            <source>Search by name, pinyin, phone, ID or last account digits (Ctrl+F)</source>
            <translation>搜尋姓名、拼音、手機、證件號或帳號尾號（Ctrl+F）</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>All stages</source>
            <translation>全部階段</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>階段</translation>
        </message>
        <message>
            <source>Debtor name</source>
            <translation>客戶姓名</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新增案件</translation>
        </message>
        <message>
            <source>&amp;Import portfolio</source>
            <translation>匯入委案清單(&amp;I)</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Add selected cases to print queue (Ctrl+Shift+P)</source>
            <translation>把選中的案件加入列印佇列（Ctrl+Shift+P）</translation>
        </message>
        <message>
            <source>Take in bundle… (Ctrl+Shift+I)</source>
            <translation>接收案件包…（Ctrl+Shift+I）</translation>
        </message>
        <message>
            <source>Due da&amp;ys to check: {count}</source>
            <translation>待確認的還款日：{count}(&amp;Y)</translation>
        </message>
        <message>
            <source>{count} {count|case|cases}</source>
            <translation>共 {count} 件</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>篩選</translation>
        </message>
        <message>
            <source>Filter by bank, reason, bucket, agent, next step, amount, archive (Ctrl+Shift+J)</source>
            <translation>按銀行、原因、逾期階段、專員、跟進日、金額、歸檔篩選（Ctrl+Shift+J）</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在讀取…</translation>
        </message>
    </context>
    <context>
        <name>CheckPacketPage</name>
        <message>
            <source>&amp;Open case</source>
            <translation>開啟該案件(&amp;O)</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Check packet</source>
            <translation>核對文件冊</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>檢核碼</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>出具</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在讀取…</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>申請文件冊</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>第 {number} 版</translation>
        </message>
        <message>
            <source>Choo&amp;se file…</source>
            <translation>選擇檔案(&amp;S)…</translation>
        </message>
        <message>
            <source>Verification code</source>
            <translation>檢核碼</translation>
        </message>
        <message>
            <source>Fi&amp;nd</source>
            <translation>尋找(&amp;N)</translation>
        </message>
        <message>
            <source>Drop a packet (PDF), or a scan or photograph of its cover here, or choose one. The file is not changed.</source>
            <translation>把文件（PDF）或其封面的掃描件、照片拖到這裡，或選擇檔案。檔案不會被改動。</translation>
        </message>
        <message>
            <source>Code read out by telephone</source>
            <translation>電話報來的檢核碼</translation>
        </message>
        <message>
            <source>pictures</source>
            <translation>圖片</translation>
        </message>
    </context>
    <context>
        <name>ChecklistCard</name>
        <message>
            <source>Requirement</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Evidence checklist</source>
            <translation>證據清單</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>文件清單</translation>
        </message>
        <message>
            <source>{done} of {count} verified</source>
            <translation>已查證 {done}/{count}</translation>
        </message>
        <message>
            <source>Expires on {day}: {title}</source>
            <translation>{day} 起過期：{title}</translation>
        </message>
        <message>
            <source>Not required</source>
            <translation>無須提供</translation>
        </message>
        <message>
            <source>The required evidence depends on reason and request: complete the conversation first.</source>
            <translation>所需文件由困難原因與訴求決定，請先填寫「溝通」。</translation>
        </message>
        <message>
            <source> One of these is sufficient: {others}.</source>
            <translation>與下列文件任備其一即可：{others}。</translation>
        </message>
        <message>
            <source>C&amp;ross-check</source>
            <translation>說法核對(&amp;R)</translation>
        </message>
        <message>
            <source>Compare the details in the case, in submitted packets and in statements</source>
            <translation>比對案件、已送申請冊與交易明細中的說法</translation>
        </message>
        <message>
            <source>Re&amp;quest</source>
            <translation>補充通知(&amp;Q)</translation>
        </message>
        <message>
            <source>Letter to the debtor: what is missing, who issues it, and by when</source>
            <translation>給客戶的文件補正通知：缺什麼、由誰出具、何時前交</translation>
        </message>
        <message>
            <source>C&amp;ross-check △ {count}</source>
            <translation>說法核對(&amp;R) △ {count}</translation>
        </message>
        <message>
            <source>Confirm fi&amp;gures</source>
            <translation>核對出處(&amp;G)</translation>
        </message>
        <message>
            <source>Confirm on which page of this document each figure of the application stands</source>
            <translation>核對申請中的每項資料在本文件的哪一頁</translation>
        </message>
        <message>
            <source>No proofs are asked for yet. Choose reason and requests on the page Conversation (Ctrl+2).</source>
            <translation>尚不需要證明文件。請在「溝通」頁選擇原因和訴求（Ctrl+2）。</translation>
        </message>
        <message>
            <source>All files of this case as tiles; new ones are assigned to their entries there</source>
            <translation>本案全部檔案（圖塊），新收到的在此歸類</translation>
        </message>
        <message>
            <source>Fi&amp;les △ {count}</source>
            <translation>檔案 △ {count}(&amp;L)</translation>
        </message>
        <message>
            <source>Fi&amp;les {count}</source>
            <translation>檔案 {count}(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>ChecksForm</name>
        <message>
            <source>Check</source>
            <translation>核驗方式</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Seen or said, and by whom</source>
            <translation>核驗情況（看到什麼、誰答覆）</translation>
        </message>
        <message>
            <source>Record check</source>
            <translation>記錄核驗</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>Check history</source>
            <translation>核驗紀錄</translation>
        </message>
        <message>
            <source>A second person must check as well.</source>
            <translation>須由第二人複核。</translation>
        </message>
        <message>
            <source>Checked by</source>
            <translation>核驗人</translation>
        </message>
        <message>
            <source>By</source>
            <translation>核驗人</translation>
        </message>
        <message>
            <source>Checked by two people: {people}</source>
            <translation>已有兩人核驗：{people}</translation>
        </message>
        <message>
            <source>Checked by {person}; a second person is still needed.</source>
            <translation>{person} 已核驗，還需另一人複核。</translation>
        </message>
        <message>
            <source>W&amp;ithdraw check</source>
            <translation>撤回查證(&amp;I)</translation>
        </message>
        <message>
            <source>The chosen check was recorded wrongly: write the reason above. Both stay on record.</source>
            <translation>所選查證紀錄有誤：在上方寫明原因。兩者均保留。</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Not checked yet. Choose a check and its result, and record it.</source>
            <translation>尚未查證。選擇查證方式和結果後登記。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>請選擇…</translation>
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
            <translation>繼續</translation>
        </message>
        <message>
            <source>Every person of a desk now has a name and a passphrase of their own, and what is done carries that name. You are agent and supervisor of this desk; your passphrase stays. Others are added in the settings, under People.</source>
            <translation>工作台的每位人員現在都有自己的姓名和密碼，所做的事都署本人姓名。您是此工作台的協商專員和主管，密碼不變。其他人員在「設定 → 人員」中新增。</translation>
        </message>
        <message>
            <source>Who works at this desk?</source>
            <translation>誰使用此工作台？</translation>
        </message>
    </context>
    <context>
        <name>CodeSheet</name>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
    </context>
    <context>
        <name>CodeView</name>
        <message>
            <source>Code</source>
            <translation>代碼</translation>
        </message>
        <message>
            <source>The same code for a scanner</source>
            <translation>供掃描的同一代碼</translation>
        </message>
        <message>
            <source>&amp;Save code…</source>
            <translation>儲存代碼(&amp;S)…</translation>
        </message>
        <message>
            <source>Cop&amp;y</source>
            <translation>複製(&amp;Y)</translation>
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
            <translation>投訴人</translation>
        </message>
        <message>
            <source>About</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>State, answer by</source>
            <translation>狀態、答覆期限</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投訴</translation>
        </message>
        <message>
            <source>Answer or reason</source>
            <translation>答覆或理由</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>E&amp;xtend</source>
            <translation>延長(&amp;X)</translation>
        </message>
        <message>
            <source>Record ans&amp;wer</source>
            <translation>記錄答覆(&amp;W)</translation>
        </message>
        <message>
            <source>C&amp;lose complaint</source>
            <translation>辦結(&amp;L)</translation>
        </message>
        <message>
            <source>Complainant</source>
            <translation>投訴人</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>收到管道</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>收到日期</translation>
        </message>
        <message>
            <source>Empty: now</source>
            <translation>空：現在</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>投訴內容</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>外部編號</translation>
        </message>
        <message>
            <source>&amp;Register complaint</source>
            <translation>登記投訴(&amp;R)</translation>
        </message>
        <message>
            <source>New complaint</source>
            <translation>新投訴</translation>
        </message>
        <message>
            <source>Contacts are held as soon as it is registered.</source>
            <translation>登記後立即暫停聯絡。</translation>
        </message>
        <message>
            <source>No complaint is on record.</source>
            <translation>沒有投訴紀錄。</translation>
        </message>
        <message>
            <source>How long an answer may take is not known here.</source>
            <translation>此處不知道須在幾天內答覆。</translation>
        </message>
        <message>
            <source>Answer by {day}</source>
            <translation>{day} 前答覆</translation>
        </message>
        <message>
            <source>No complaints. Register on the right what somebody complains of.</source>
            <translation>沒有投訴。如有投訴，在右側登記。</translation>
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
            <translation>採用已儲存的</translation>
        </message>
        <message>
            <source>{field}: stored meanwhile “{theirs}”, yours “{yours}”</source>
            <translation>{field}：已儲存「{theirs}」，您填寫「{yours}」</translation>
        </message>
    </context>
    <context>
        <name>Conflicts</name>
        <message>
            <source>Conflicts: {count}. Space or Enter takes the other side.</source>
            <translation>衝突 {count} 處。按空白鍵或 Enter 改用另一方。</translation>
        </message>
        <message>
            <source>Keep all &amp;as here</source>
            <translation>全部保留本處(&amp;A)</translation>
        </message>
        <message>
            <source>Take all from &amp;bundle</source>
            <translation>全部採用案件包(&amp;B)</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>衝突</translation>
        </message>
        <message>
            <source>In the bundle</source>
            <translation>案件包</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>本處</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>沒有衝突</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>紀錄</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>欄位</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>採用</translation>
        </message>
        <message>
            <source>Nothing differs between the two.</source>
            <translation>兩邊沒有不一致之處。</translation>
        </message>
    </context>
    <context>
        <name>ConsistencySheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回文件（Esc）</translation>
        </message>
        <message>
            <source>Cross-check</source>
            <translation>說法核對</translation>
        </message>
        <message>
            <source>Compares this case with other cases of the same person, with packets submitted to banks, and with statements. An item marked ✕ blocks final packets until it is corrected or a supervisor has explained it.</source>
            <translation>比對本案、同一人的其他案件、已送銀行的申請冊與交易明細。標有 ✕ 的不一致，須更正或由主管說明理由後，才能出具正式申請冊。</translation>
        </message>
        <message>
            <source>No contradictions found.</source>
            <translation>各處說法一致。</translation>
        </message>
        <message>
            <source>Explain…</source>
            <translation>主管說明…</translation>
        </message>
        <message>
            <source>A supervisor explains why both are correct</source>
            <translation>由主管說明兩處為何都屬實</translation>
        </message>
    </context>
    <context>
        <name>ContactLog</name>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>管道</translation>
        </message>
        <message>
            <source>Party</source>
            <translation>對象</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>溝通內容</translation>
        </message>
        <message>
            <source>Contact log</source>
            <translation>溝通紀錄</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>&amp;Summary</source>
            <translation>溝通內容(&amp;S)</translation>
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
            <translation>記入(&amp;L)</translation>
        </message>
        <message>
            <source>No entries yet. Record the first conversation here.</source>
            <translation>還沒有紀錄。第一次面談請記在這裡。</translation>
        </message>
        <message>
            <source>C&amp;orrect this entry</source>
            <translation>更正此條(&amp;O)</translation>
        </message>
        <message>
            <source>Show its counterpart</source>
            <translation>檢視對應紀錄</translation>
        </message>
        <message>
            <source>Cancel correction</source>
            <translation>取消更正</translation>
        </message>
        <message>
            <source>Cha&amp;nnel</source>
            <translation>管道(&amp;N)</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>At</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>HH:MM</source>
            <translation>時:分</translation>
        </message>
        <message>
            <source>Recording no.</source>
            <translation>錄音編號</translation>
        </message>
        <message>
            <source>This corrects the entry of {when}; both stay in the log.</source>
            <translation>更正{when}的紀錄；兩條都會保留。</translation>
        </message>
        <message>
            <source>Corrected by {when}</source>
            <translation>已由{when}的紀錄更正</translation>
        </message>
        <message>
            <source>Corrects {when}</source>
            <translation>更正{when}的紀錄</translation>
        </message>
        <message>
            <source>Written {when}</source>
            <translation>補記於{when}</translation>
        </message>
        <message>
            <source>Recording {no}</source>
            <translation>錄音{no}</translation>
        </message>
        <message>
            <source>Keep until settled, at least until {day}</source>
            <translation>保存至結清，至少至{day}</translation>
        </message>
        <message>
            <source>Keep until {day}</source>
            <translation>保存至{day}</translation>
        </message>
        <message>
            <source>N&amp;umber</source>
            <translation>號碼(&amp;U)</translation>
        </message>
        <message>
            <source>No contacts yet. Choose the result, type what was said, and add it.</source>
            <translation>還沒有溝通紀錄。選擇結果，寫下談話要點，然後新增。</translation>
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
            <translation>不可聯絡</translation>
        </message>
        <message>
            <source>overridden</source>
            <translation>已記例外</translation>
        </message>
        <message>
            <source>Overridden</source>
            <translation>已記例外</translation>
        </message>
        <message>
            <source>may be called now</source>
            <translation>現在可撥打</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投訴</translation>
        </message>
        <message>
            <source>answer by {day}</source>
            <translation>{day} 前答覆</translation>
        </message>
        <message>
            <source>no known deadline</source>
            <translation>答覆期限未知</translation>
        </message>
        <message>
            <source>{count} more {count|number or note|numbers and notes}</source>
            <translation>另有 {count} 個號碼和提示</translation>
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
            <translation>關係</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
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
            <translation>聯絡人</translation>
        </message>
        <message>
            <source>Contact name</source>
            <translation>聯絡人姓名</translation>
        </message>
        <message>
            <source>Contact phone</source>
            <translation>聯絡人電話</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>本人同意</translation>
        </message>
        <message>
            <source>Stop contact</source>
            <translation>停止聯絡</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>May relay messages; must not be told about the debt.</source>
            <translation>僅可請其轉告，不得透露債務。</translation>
        </message>
        <message>
            <source>Contact removed.</source>
            <translation>已移除聯絡人。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>No other people yet. Add below who may be asked to relay a message.</source>
            <translation>還沒有聯絡人。在下方新增可代為轉達的人。</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>Contacts</source>
            <translation>聯絡</translation>
        </message>
        <message>
            <source>Numbers and terms</source>
            <translation>號碼與約定</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投訴</translation>
        </message>
        <message>
            <source>Vulnerability</source>
            <translation>特殊情況</translation>
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
            <translation>困難原因(&amp;R)</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>開始日期</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>結束日期</translation>
        </message>
        <message>
            <source>If ended</source>
            <translation>已結束時填</translation>
        </message>
        <message>
            <source>In the debtor's own words</source>
            <translation>客戶自述</translation>
        </message>
        <message>
            <source>Source of repayment</source>
            <translation>還款來源</translation>
        </message>
        <message>
            <source>Debtor&apos;s proposal</source>
            <translation>還款規劃</translation>
        </message>
        <message>
            <source>Language of papers</source>
            <translation>文書語言</translation>
        </message>
        <message>
            <source>Requested</source>
            <translation>訴求</translation>
        </message>
        <message>
            <source>Reason and request</source>
            <translation>原因與訴求</translation>
        </message>
        <message>
            <source>Contact log</source>
            <translation>聯絡紀錄</translation>
        </message>
        <message>
            <source>Talk &amp;guide</source>
            <translation>談話指引(&amp;G)</translation>
        </message>
    </context>
    <context>
        <name>CounterTab</name>
        <message>
            <source>Copy terms from trial</source>
            <translation>取左側試算的條件</translation>
        </message>
        <message>
            <source>For terms beyond these fields, try them out on the left and copy them here</source>
            <translation>銀行所提條件超出這些欄位的，先在左側試算，再取過來</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>條款差異</translation>
        </message>
        <message>
            <source>Co&amp;unter</source>
            <translation>再議價(&amp;U)</translation>
        </message>
        <message>
            <source>Keep &amp;ours</source>
            <translation>維持我方(&amp;O)</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>還款方式</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期數</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期還款日</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>違約金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>費用</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>條款</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>我方</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Payment change</source>
            <translation>每期變動</translation>
        </message>
        <message>
            <source>Total change</source>
            <translation>總額變動</translation>
        </message>
        <message>
            <source>Save and choose a version first; then enter the bank's reply here.</source>
            <translation>請先保留並選用一個方案，再在此輸入銀行的回覆。</translation>
        </message>
        <message>
            <source>Enter the bank&apos;s terms. So far they are the same as our version {number}.</source>
            <translation>請輸入銀行提出的條款；目前與我方版本 {number} 相同。</translation>
        </message>
        <message>
            <source>Compared with our version {number}</source>
            <translation>與我方版本 {number} 相比</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>年利率</translation>
        </message>
        <message>
            <source>Down payment</source>
            <translation>頭期款</translation>
        </message>
        <message>
            <source>Waived</source>
            <translation>減免本金</translation>
        </message>
        <message>
            <source>Replied by</source>
            <translation>答覆人</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>The bank's answer holds until {day}.</source>
            <translation>銀行答覆有效期至 {day}。</translation>
        </message>
        <message>
            <source>Accep&amp;t</source>
            <translation>接受(&amp;T)</translation>
        </message>
        <message>
            <source>Key in the bank's terms: what differs from ours is listed here.</source>
            <translation>填入銀行的條件，與我方的差異列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>CoverSheet</name>
        <message>
            <source>Copy: draw a rectangle over what must be masked</source>
            <translation>影本：在需要遮蓋處框選</translation>
        </message>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回文件（Esc）</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一頁（Page Up）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一頁（Page Down）</translation>
        </message>
        <message>
            <source>Add &amp;rectangle</source>
            <translation>新增遮蓋框(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>刪除(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;No number on this side</source>
            <translation>此面無號碼(&amp;N)</translation>
        </message>
        <message>
            <source>Sav&amp;e</source>
            <translation>儲存(&amp;K)</translation>
        </message>
        <message>
            <source>Draw with the mouse. Keys: Ins adds, arrows move, Shift+arrows resize, Del removes.</source>
            <translation>用滑鼠框選；鍵盤：Ins 新增，方向鍵移動，Shift+方向鍵調整大小，Del 刪除。</translation>
        </message>
        <message>
            <source>Mask what the bank does not need to see.</source>
            <translation>遮蓋銀行無需檢視的內容。</translation>
        </message>
        <message>
            <source>Blacked out in the bank&apos;s copy; the original in the vault is unchanged.</source>
            <translation>交銀行的影本上將塗黑；保險庫中的正本保持完整。</translation>
        </message>
        <message>
            <source>Mask all but the first {first} and the last {last} {last|digit|digits}.</source>
            <translation>除前 {first} 位、後 {last} 位外，其餘數字均須遮蓋。</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue. A report without personal data was written to {file}</source>
            <translation>程式內部出了問題，與您的操作無關。已儲存的內容完好，可以繼續工作。不含個人資料的報告已寫入 {file}</translation>
        </message>
        <message>
            <source>Something went wrong in Concord; you did nothing wrong. Saved work is safe and you can continue. No report could be written.</source>
            <translation>Concord 出現了問題，並非您的操作所致。已儲存的內容安全無損，您可以繼續工作。未能寫入報告。</translation>
        </message>
    </context>
    <context>
        <name>CreditReportSheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回文件（Esc）</translation>
        </message>
        <message>
            <source>Accounts of the report</source>
            <translation>報告中的帳戶</translation>
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
            <translation>帳號(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Add to case</source>
            <translation>加入案件(&amp;A)</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>頁</translation>
        </message>
        <message>
            <source>Lender</source>
            <translation>機構</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>餘額</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期金額</translation>
        </message>
        <message>
            <source>In the case</source>
            <translation>案件帳戶</translation>
        </message>
        <message>
            <source>Credit report</source>
            <translation>個人信用報告</translation>
        </message>
        <message>
            <source>Reading the credit report…</source>
            <translation>正在讀取信用報告…</translation>
        </message>
        <message>
            <source>The report agrees with the accounts of the case.</source>
            <translation>報告與案件帳戶一致。</translation>
        </message>
        <message>
            <source>Not in the case</source>
            <translation>不在案件中</translation>
        </message>
        <message>
            <source>The report does not divide the balance; it is entered as principal, to be corrected under Profile.</source>
            <translation>報告不分列本金和息費：餘額先全部記為本金，請在「資料」中更正。</translation>
        </message>
        <message>
            <source>Account added to the case.</source>
            <translation>帳戶已加入案件。</translation>
        </message>
        <message>
            <source>The accounts that the report names are listed here beside those of the case.</source>
            <translation>報告所列帳戶與本案帳戶的對照列在這裡。</translation>
        </message>
        <message>
            <source>Nothing differs between the report and the case.</source>
            <translation>報告與本案沒有不一致之處。</translation>
        </message>
        <message>
            <source>{count} {count|account|accounts}</source>
            <translation>{count} 個帳戶</translation>
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
            <translation>日曆（F4）</translation>
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
            <translation>本名單的日期寫法</translation>
        </message>
        <message>
            <source>not clear yet</source>
            <translation>尚未說明</translation>
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
            <translation>磁碟已滿，本工作台以唯讀方式開啟。請騰出空間，鎖定工作台後重新開啟。</translation>
        </message>
        <message>
            <source>This desk is open to be read: its disk or folder does not allow writing. To work on it, copy the whole folder to a disk you may write to.</source>
            <translation>本工作台以唯讀方式開啟：其磁碟或資料夾不允許寫入。如需繼續工作，請將整個資料夾複製到可寫入的磁碟。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Change passphrase…</source>
            <translation>更換密碼…</translation>
        </message>
        <message>
            <source>The server does not answer. What is open can be read, and what you type is kept on this computer. Nothing is saved until it answers; Concord keeps trying.</source>
            <translation>伺服器沒有回應。已開啟的內容可以繼續看，輸入的內容暫存在本機。恢復之前不會儲存任何內容；程式會持續重試。</translation>
        </message>
    </context>
    <context>
        <name>DeskCheckCard</name>
        <message>
            <source>Chec&amp;k desk</source>
            <translation>檢查工作台(&amp;K)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Check progress</source>
            <translation>檢查進度</translation>
        </message>
        <message>
            <source>Desk check</source>
            <translation>工作台檢查</translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation>……另有 {count} 項</translation>
        </message>
        <message>
            <source>Stopped; not everything was checked.</source>
            <translation>已停止，尚未全部檢查。</translation>
        </message>
        <message>
            <source>Verifies the key file, every page and record of the database, the log and every file of the vault.</source>
            <translation>核對金鑰檔案、資料庫的每一頁和每條紀錄、操作紀錄，以及保險庫的每個檔案。</translation>
        </message>
        <message>
            <source>Make &amp;list anew</source>
            <translation>重建列表(&amp;L)</translation>
        </message>
        <message>
            <source>{records} {records|record|records}, {files} {files|file|files} and {entries} {entries|entry|entries} of the log checked; all are whole.</source>
            <translation>已檢查 {records} 條紀錄、{files} 個檔案和 {entries} 條操作紀錄，全部完好。</translation>
        </message>
    </context>
    <context>
        <name>DeskKeysCard</name>
        <message>
            <source>Fingerprint of this desk</source>
            <translation>本工作台的指紋</translation>
        </message>
        <message>
            <source>Save &amp;key file…</source>
            <translation>儲存金鑰檔案(&amp;K)…</translation>
        </message>
        <message>
            <source>Known desks</source>
            <translation>已認識的工作台</translation>
        </message>
        <message>
            <source>For&amp;get</source>
            <translation>忘記(&amp;G)</translation>
        </message>
        <message>
            <source>Save key file</source>
            <translation>儲存金鑰檔案</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>The fingerprint of this desk. Read it out when another desk asks for it; it is no secret.</source>
            <translation>本工作台的指紋。對方詢問時可以念給對方聽，不是秘密。</translation>
        </message>
        <message>
            <source>Save the key file and give it to another desk: it can then write cases for this one.</source>
            <translation>把金鑰檔案儲存下來交給對方工作台，對方即可向本處移交案件。</translation>
        </message>
        <message>
            <source>{desk}.key</source>
            <translation>{desk}.key</translation>
        </message>
        <message>
            <source>Key files</source>
            <translation>金鑰檔案</translation>
        </message>
        <message>
            <source>Known desk</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指紋</translation>
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
            <translation>已儲存：{file}</translation>
        </message>
        <message>
            <source>Forgotten: {name}</source>
            <translation>已忘記：{name}</translation>
        </message>
        <message>
            <source>No other desk is known yet. Its key file is taken in when a case is handed over.</source>
            <translation>還沒有已知的其他工作台。移交案件時匯入對方的金鑰檔案。</translation>
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
            <translation>「{word}」表示</translation>
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
            <translation>{when} 輸入，尚未儲存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放棄</translation>
        </message>
        <message>
            <source>Typing discarded.</source>
            <translation>已放棄輸入的內容。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>PDF, OFD, pictures, e-mail, saved pages, ZIP, CSV, XLSX, XLS, ODS. The original is stored unchanged.</source>
            <translation>PDF、OFD、圖片、郵件、網頁、ZIP、CSV、XLSX、XLS、ODS。原檔案保持不變。</translation>
        </message>
        <message>
            <source>Drop files or folders anywhere on this page, or paste them (Ctrl+V): each is proposed to its entry. Dropped on an entry of the checklist, or added by Add files, they are proofs of that entry.</source>
            <translation>把檔案或資料夾拖到本頁任意處，或貼上（Ctrl+V）：逐份建議歸入哪一項，由您確認。拖到清單的某一項上，或點「新增檔案」，則直接歸入該項。</translation>
        </message>
    </context>
    <context>
        <name>DueDaysPage</name>
        <message>
            <source>Days to explain</source>
            <translation>待說明的日期</translation>
        </message>
        <message>
            <source>Accounts that count differently</source>
            <translation>計算有變的帳戶</translation>
        </message>
        <message>
            <source>They are d&amp;ue days</source>
            <translation>均為到期還款日(&amp;U)</translation>
        </message>
        <message>
            <source>They are fi&amp;rst days overdue</source>
            <translation>均為首次逾期日(&amp;R)</translation>
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
            <translation>待確認的還款日</translation>
        </message>
        <message>
            <source>These lists gave the first day overdue, which earlier versions counted from as the due day. By the true due day the bucket or the order of payments is another one today.</source>
            <translation>這些名單給出的是首次逾期日，舊版本誤按到期還款日起算。改按真正的到期還款日計算後，今日的逾期等級或沖還順序有變。</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Tail</source>
            <translation>尾號</translation>
        </message>
        <message>
            <source>Day given</source>
            <translation>原給日期</translation>
        </message>
        <message>
            <source>Given by</source>
            <translation>來源</translation>
        </message>
        <message>
            <source>If due day</source>
            <translation>若為到期還款日</translation>
        </message>
        <message>
            <source>If first day overdue</source>
            <translation>若為首次逾期日</translation>
        </message>
        <message>
            <source>typed</source>
            <translation>手動輸入</translation>
        </message>
        <message>
            <source>{days} · {bucket}, principal first</source>
            <translation>{days} · {bucket}，先還本金</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>Days overdue count from the due day; the first day overdue is the day after. Nobody has said which of the two these days are. Until then they count on as due days, and no final paper prints them. Choose lines (Ctrl+A: all), then say what they are.</source>
            <translation>逾期天數從到期還款日起算，首次逾期日為其次日。下列日期屬於哪一種尚無人說明；說明之前仍按到期還款日計算，正式文書不予列印。請選中各列（Ctrl+A 全選），再說明屬於哪一種。</translation>
        </message>
        <message>
            <source>No due day is in question.</source>
            <translation>沒有需要確認的到期還款日。</translation>
        </message>
        <message>
            <source>{count} due {count|day|days} settled.</source>
            <translation>已確認 {count} 個還款日。</translation>
        </message>
    </context>
    <context>
        <name>DuplicateList</name>
        <message>
            <source>△ {finding} → Open that case</source>
            <translation>△ {finding} → 開啟該案件</translation>
        </message>
    </context>
    <context>
        <name>EndingPanel</name>
        <message>
            <source>Adopt the granted schedule</source>
            <translation>採用銀行同意的計畫</translation>
        </message>
        <message>
            <source>Plan again from today's balance</source>
            <translation>按今日餘額重新規劃</translation>
        </message>
        <message>
            <source>Note a balance stated by the bank</source>
            <translation>登記銀行列明的餘額</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>結清</translation>
        </message>
        <message>
            <source>Close for a reason</source>
            <translation>按原因結案</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>重新開啟</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>事項</translation>
        </message>
        <message>
            <source>Reason code</source>
            <translation>結案原因</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Total stated</source>
            <translation>列明欠款總額</translation>
        </message>
        <message>
            <source>Ask for the certificate again on</source>
            <translation>結清證明催辦日期</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>檔案或錄音</translation>
        </message>
        <message>
            <source>Bank clerk</source>
            <translation>銀行經辦人</translation>
        </message>
        <message>
            <source>Reason or source</source>
            <translation>原因或來源</translation>
        </message>
        <message>
            <source>The bank counts it as settled</source>
            <translation>銀行視為結清</translation>
        </message>
        <message>
            <source>&amp;Record step</source>
            <translation>登記(&amp;R)</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>每期還款</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>還款總額</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期數</translation>
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
            <translation>核准仍有效：{names}</translation>
        </message>
        <message>
            <source>Approval requested: {names}</source>
            <translation>已重新申請核准：{names}</translation>
        </message>
        <message>
            <source>Bank's &amp;list…</source>
            <translation>銀行清單(&amp;L)…</translation>
        </message>
        <message>
            <source>Take in a file of balances of many accounts; drop or paste it on this page</source>
            <translation>匯入多個帳戶的餘額名單；也可把檔案拖到或貼上到本頁</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Open &amp;sample desk</source>
            <translation>開啟範例工作台(&amp;S)</translation>
        </message>
        <message>
            <source>A true picture, evidence, and a plan that can be kept.</source>
            <translation>情況屬實，證據齊備，方案可行。</translation>
        </message>
        <message>
            <source>Open &amp;existing desk</source>
            <translation>開啟已有工作台(&amp;E)</translation>
        </message>
        <message>
            <source>Create &amp;new desk</source>
            <translation>新增工作台(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Restore from a copy…</source>
            <translation>從備份恢復(&amp;R)…</translation>
        </message>
    </context>
    <context>
        <name>EvidencePage</name>
        <message>
            <source>File removed; the original stays in the vault.</source>
            <translation>文件已撤下，正本仍在保險庫中。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>No further file waits for a check.</source>
            <translation>沒有其他待查證的檔案了。</translation>
        </message>
    </context>
    <context>
        <name>FactsForm</name>
        <message>
            <source>All accounts</source>
            <translation>全部帳戶</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>出具單位</translation>
        </message>
        <message>
            <source>Submitted as</source>
            <translation>提交形式</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>文書編號</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>出具日期</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>帳戶</translation>
        </message>
        <message>
            <source>Covers from</source>
            <translation>覆蓋起始日</translation>
        </message>
        <message>
            <source>To (inclusive)</source>
            <translation>截止日（含）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Save details</source>
            <translation>儲存要點</translation>
        </message>
        <message>
            <source>issued by {issuers}</source>
            <translation>由{issuers}出具</translation>
        </message>
        <message>
            <source>original</source>
            <translation>正本</translation>
        </message>
        <message>
            <source>stamped</source>
            <translation>須蓋章</translation>
        </message>
        <message>
            <source>Required: {parts}</source>
            <translation>要求：{parts}</translation>
        </message>
        <message>
            <source>last {count} {count|month|months}</source>
            <translation>最近 {count} 個月</translation>
        </message>
        <message>
            <source>not older than {count} {count|day|days}</source>
            <translation>{count} 天內出具</translation>
        </message>
    </context>
    <context>
        <name>FillSheet</name>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Bank form</source>
            <translation>銀行的表格</translation>
        </message>
        <message>
            <source>&amp;Import form…</source>
            <translation>帶入表格(&amp;I)…</translation>
        </message>
        <message>
            <source>Re&amp;move from list</source>
            <translation>不再使用(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Keep fields editable</source>
            <translation>保留可編輯欄位(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Export (PDF)</source>
            <translation>匯出 PDF(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>列印(&amp;P)…</translation>
        </message>
        <message>
            <source>Form fields</source>
            <translation>表格欄位</translation>
        </message>
        <message>
            <source>Form removed from the list.</source>
            <translation>這份表格不再列出。</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>復原(&amp;U)</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Ready to issue</source>
            <translation>可發出</translation>
        </message>
        <message>
            <source>Does not fit</source>
            <translation>放不下</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>欄位</translation>
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
            <translation>前往填寫</translation>
        </message>
        <message>
            <source>Set what goes in</source>
            <translation>指定填什麼</translation>
        </message>
        <message>
            <source>In full on the addendum: {fields}.</source>
            <translation>以下內容完整寫在附頁：{fields}。</translation>
        </message>
        <message>
            <source>Fields and val&amp;ues…</source>
            <translation>欄位與內容(&amp;U)…</translation>
        </message>
        <message>
            <source>The fields of the form are listed here once a form is chosen.</source>
            <translation>選定表格後，這裡列出其中的欄位。</translation>
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
            <translation>新增工作台</translation>
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
            <translation>電話與銀行</translation>
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
            <translation>選擇資料夾</translation>
        </message>
        <message>
            <source>Desk folder</source>
            <translation>工作台資料夾</translation>
        </message>
        <message>
            <source>Folder for the new desk</source>
            <translation>新工作台的資料夾</translation>
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
            <translation>表格與欄位</translation>
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
            <translation>複製</translation>
        </message>
        <message>
            <source>Copy formula (Ctrl+C in the table)</source>
            <translation>複製算式（在表中按 Ctrl+C）</translation>
        </message>
        <message>
            <source>Formula sheet</source>
            <translation>算式單</translation>
        </message>
        <message>
            <source>Every amount of the trial with its formula, as PDF (Ctrl+Shift+F)</source>
            <translation>本次試算的每個金額及其算式，存為 PDF（Ctrl+Shift+F）</translation>
        </message>
        <message>
            <source>Formula copied.</source>
            <translation>算式已複製。</translation>
        </message>
    </context>
    <context>
        <name>GateLine</name>
        <message>
            <source>Reason</source>
            <translation>重新開啟的理由</translation>
        </message>
        <message>
            <source>Reopen stage</source>
            <translation>重新開啟此階段</translation>
        </message>
        <message>
            <source>{stage} still needs:</source>
            <translation>{stage}階段還缺：</translation>
        </message>
        <message>
            <source>{stage}: nothing missing.</source>
            <translation>{stage}階段已齊備。</translation>
        </message>
        <message>
            <source>Continue to {stage}</source>
            <translation>進入{stage}</translation>
        </message>
        <message>
            <source>{count} more…</source>
            <translation>另有 {count} 項…</translation>
        </message>
        <message>
            <source>{count} missing…</source>
            <translation>還缺 {count} 項…</translation>
        </message>
        <message>
            <source>The stages of the case: look at one, or open an earlier one again</source>
            <translation>案件的各階段：檢視某一階段，或重新開啟先前的階段</translation>
        </message>
    </context>
    <context>
        <name>GrantStrip</name>
        <message>
            <source>Ask a supervisor at another des&amp;k</source>
            <translation>向異處主管申請(&amp;K)</translation>
        </message>
        <message>
            <source>Code from the supervisor, beginning with G</source>
            <translation>主管的代碼，以 G 開頭</translation>
        </message>
        <message>
            <source>Code from the supervisor</source>
            <translation>主管的代碼</translation>
        </message>
        <message>
            <source>&amp;Take code</source>
            <translation>使用代碼(&amp;T)</translation>
        </message>
        <message>
            <source>request-V{version}.txt</source>
            <translation>申請-V{version}.txt</translation>
        </message>
        <message>
            <source>Save request</source>
            <translation>儲存申請</translation>
        </message>
        <message>
            <source>Give this to the supervisor: as a file, pasted, or scanned from the screen. It names nobody.</source>
            <translation>請交給主管：以檔案、貼上或從螢幕掃描。其中不含姓名。</translation>
        </message>
        <message>
            <source>Request to a supervisor</source>
            <translation>給主管的申請</translation>
        </message>
        <message>
            <source>From fi&amp;le…</source>
            <translation>從檔案(&amp;L)…</translation>
        </message>
    </context>
    <context>
        <name>GrantsPage</name>
        <message>
            <source>Request from an agent, beginning with R: paste it, scan it, or take its file</source>
            <translation>專員的申請，以 R 開頭：貼上、掃描或取自檔案</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>申請</translation>
        </message>
        <message>
            <source>From fi&amp;le…</source>
            <translation>從檔案(&amp;L)…</translation>
        </message>
        <message>
            <source>May be used until</source>
            <translation>可使用至</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>您的密碼</translation>
        </message>
        <message>
            <source>&amp;Grant</source>
            <translation>核准(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Refuse</source>
            <translation>拒絕(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Make key</source>
            <translation>產生金鑰(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Write public key…</source>
            <translation>寫出公鑰(&amp;W)…</translation>
        </message>
        <message>
            <source>Register ke&amp;y…</source>
            <translation>登記金鑰(&amp;Y)…</translation>
        </message>
        <message>
            <source>F&amp;orget key</source>
            <translation>撤銷金鑰(&amp;O)</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>登記時間</translation>
        </message>
        <message>
            <source>By</source>
            <translation>登記人</translation>
        </message>
        <message>
            <source>Keys of supervisors</source>
            <translation>主管金鑰</translation>
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
            <translation>其他工作台的申請</translation>
        </message>
        <message>
            <source>Grants by code</source>
            <translation>代碼核准</translation>
        </message>
        <message>
            <source>Your own key: {key}</source>
            <translation>您自己的金鑰：{key}</translation>
        </message>
        <message>
            <source>You have no key of your own to sign with.</source>
            <translation>您還沒有自己的簽署金鑰。</translation>
        </message>
        <message>
            <source>Request from an agent</source>
            <translation>專員的申請</translation>
        </message>
        <message>
            <source>{name}.key</source>
            <translation>{name}.key</translation>
        </message>
        <message>
            <source>Write public key</source>
            <translation>寫出公鑰</translation>
        </message>
        <message>
            <source>Save code</source>
            <translation>儲存代碼</translation>
        </message>
        <message>
            <source>grant.txt</source>
            <translation>核准.txt</translation>
        </message>
        <message>
            <source>Public key of a supervisor</source>
            <translation>主管的公鑰</translation>
        </message>
        <message>
            <source>known to the agent as {digest}</source>
            <translation>專員處編號 {digest}</translation>
        </message>
        <message>
            <source>Case {case}, plan version {version}, asked on {day}:</source>
            <translation>案件 {case}，方案第 {version} 版，申請日 {day}：</translation>
        </message>
        <message>
            <source>Give this to the agent: as a file, pasted, or scanned from the screen. It counts once.</source>
            <translation>請交給專員：以檔案、貼上或從螢幕掃描。只能使用一次。</translation>
        </message>
        <message>
            <source>Answer of the supervisor</source>
            <translation>主管的答覆</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指紋</translation>
        </message>
        <message>
            <source>Compare a key's fingerprint with the supervisor, by phone or on paper, before you register it.</source>
            <translation>登記之前，請以電話或書面與主管核對金鑰指紋。</translation>
        </message>
        <message>
            <source>I have &amp;compared it</source>
            <translation>已經核對(&amp;C)</translation>
        </message>
        <message>
            <source>Case {case}, a promise to pay, asked on {day}:</source>
            <translation>案件 {case}，一個還款承諾，申請於 {day}：</translation>
        </message>
        <message>
            <source>No supervisor of another desk is known. Register a public key and compare its fingerprint.</source>
            <translation>還沒有其他工作台主管的公鑰。請登記公鑰並核對指紋。</translation>
        </message>
    </context>
    <context>
        <name>GuidePanel</name>
        <message>
            <source>Ask</source>
            <translation>可以問</translation>
        </message>
        <message>
            <source>What waiting costs</source>
            <translation>等待的代價</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>由誰決定</translation>
        </message>
        <message>
            <source>Better not, but</source>
            <translation>不說，改說</translation>
        </message>
        <message>
            <source>Read back</source>
            <translation>讀給客戶確認</translation>
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
            <translation>小結已複製。</translation>
        </message>
        <message>
            <source>the contract rate is not known</source>
            <translation>契約利率未知</translation>
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
            <translation>列印小結(&amp;P)…</translation>
        </message>
        <message>
            <source>Cop&amp;y summary</source>
            <translation>複製小結(&amp;Y)</translation>
        </message>
        <message>
            <source>in {count} {count|month|months} {amount}</source>
            <translation>{count}個月後{amount}</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Known desks</source>
            <translation>已認識的工作台</translation>
        </message>
        <message>
            <source>Choose &amp;key file…</source>
            <translation>選擇金鑰檔案(&amp;K)…</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指紋</translation>
        </message>
        <message>
            <source>I have com&amp;pared this fingerprint with the other desk</source>
            <translation>已與對方工作台核對過這串指紋(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remember this desk</source>
            <translation>記住這個工作台(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Write bundle…</source>
            <translation>寫出案件包(&amp;W)…</translation>
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
            <translation>個人資料將離開本工作台。請確認本人已書面同意：見「申請」頁的《個人資料單獨同意書》。</translation>
        </message>
        <message>
            <source>Only the chosen desk can open the bundle. The case stays here and can still be worked.</source>
            <translation>只有所選工作台能開啟案件包。案件仍留在本處，可以繼續辦理。</translation>
        </message>
        <message>
            <source>Key file of the other desk</source>
            <translation>對方工作台的金鑰檔案</translation>
        </message>
        <message>
            <source>Write bundle</source>
            <translation>寫出案件包</translation>
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
            <translation>送出內容</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有檔案</translation>
        </message>
        <message>
            <source>Case bundles</source>
            <translation>案件包</translation>
        </message>
        <message>
            <source>No desk chosen yet</source>
            <translation>尚未選擇工作台</translation>
        </message>
        <message>
            <source>Known desk</source>
            <translation>已認識的工作台</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
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
            <translation>經手人</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>紀錄</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>For which desk</source>
            <translation>移交給哪個工作台</translation>
        </message>
        <message>
            <source>Key files</source>
            <translation>金鑰檔案</translation>
        </message>
        <message>
            <source>Bundle written: {file}</source>
            <translation>案件包已寫出：{file}</translation>
        </message>
        <message>
            <source>Missing from the vault: {files}</source>
            <translation>保險庫中缺少：{files}</translation>
        </message>
        <message>
            <source>No other desk is known yet. Choose its key file.</source>
            <translation>還沒有已知的其他工作台。請選擇對方的金鑰檔案。</translation>
        </message>
        <message>
            <source>This case was not handed over yet. Each bundle is listed here.</source>
            <translation>本案尚未移交。每個案件包列在這裡。</translation>
        </message>
        <message>
            <source>{number}-for-{desk}.concord</source>
            <translation>{number}-致-{desk}.concord</translation>
        </message>
        <message>
            <source>{entries} {entries|entry|entries}, {proofs} {proofs|proof|proofs}, {files} {files|file|files} with {size}</source>
            <translation>{entries} 條紀錄，{proofs} 份證明文件，{files} 個檔案，共 {size}</translation>
        </message>
    </context>
    <context>
        <name>ImageView</name>
        <message>
            <source>Picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一頁（PgUp）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一頁（PgDn）</translation>
        </message>
        <message>
            <source>Rotate left (Shift+R)</source>
            <translation>向左轉（Shift+R）</translation>
        </message>
        <message>
            <source>Rotate right (R)</source>
            <translation>向右轉（R）</translation>
        </message>
        <message>
            <source>Zoom out (-)</source>
            <translation>縮小（-）</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>放大（+）</translation>
        </message>
        <message>
            <source>Fit to window (0)</source>
            <translation>適合視窗（0）</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} / {pages} 頁</translation>
        </message>
    </context>
    <context>
        <name>ImportConfirmation</name>
        <message>
            <source>Co&amp;mpute with LibreOffice</source>
            <translation>用 LibreOffice 計算(&amp;M)</translation>
        </message>
        <message>
            <source>I have compared these figures: import all the same</source>
            <translation>已核對以上數字，仍然匯入</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation>另有 {count} 條。</translation>
        </message>
    </context>
    <context>
        <name>ImportHistory</name>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>By</source>
            <translation>經辦</translation>
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
            <translation>撤回時間</translation>
        </message>
        <message>
            <source>U&amp;ndo import</source>
            <translation>撤回此次匯入(&amp;N)</translation>
        </message>
        <message>
            <source>Save its re&amp;jected rows…</source>
            <translation>儲存其退回列(&amp;J)…</translation>
        </message>
        <message>
            <source>Import history</source>
            <translation>歷次匯入</translation>
        </message>
        <message>
            <source>Nothing was imported yet. Choose a file above.</source>
            <translation>尚未匯入。請在上方選擇檔案。</translation>
        </message>
    </context>
    <context>
        <name>ImportsPage</name>
        <message>
            <source>Ch&amp;oose file…</source>
            <translation>選擇檔案(&amp;O)…</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Import portfolio</source>
            <translation>匯入委案清單</translation>
        </message>
        <message>
            <source>Portfolios</source>
            <translation>委案清單</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在讀取 {file} …</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>The import of {file} was undone.</source>
            <translation>已撤回 {file} 的匯入。</translation>
        </message>
        <message>
            <source>LibreOffice is computing {file}…</source>
            <translation>LibreOffice 正在計算 {file}…</translation>
        </message>
        <message>
            <source>Stopped; nothing was stored.</source>
            <translation>已停止，未存入任何內容。</translation>
        </message>
        <message>
            <source>Col&amp;umns…</source>
            <translation>欄位對應(&amp;U)…</translation>
        </message>
        <message>
            <source>{file}: {rows} {rows|row|rows}</source>
            <translation>{file}：{rows} 列</translation>
        </message>
        <message>
            <source>Import {count} {count|account|accounts}</source>
            <translation>匯入 {count} 個帳戶</translation>
        </message>
        <message>
            <source>{count} {count|account|accounts} imported from {file}.</source>
            <translation>已從 {file} 匯入 {count} 個帳戶。</translation>
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
            <translation>處理方式</translation>
        </message>
        <message>
            <source>Part due now</source>
            <translation>本期先還</translation>
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
            <translation>銀行同意依據</translation>
        </message>
        <message>
            <source>Record &amp;treatment</source>
            <translation>登記處理(&amp;T)</translation>
        </message>
        <message>
            <source>No schedule has been adopted yet.</source>
            <translation>尚未採用還款計畫。</translation>
        </message>
        <message>
            <source>What was agreed stays on record; the schedule beside shows the new days.</source>
            <translation>原約定仍保留在案，左側計畫顯示新的日期。</translation>
        </message>
    </context>
    <context>
        <name>IntakeBar</name>
        <message>
            <source>Import progress</source>
            <translation>收入進度</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Importing {number} of {count}: {file}</source>
            <translation>正在收入第 {number} / {count} 個：{file}</translation>
        </message>
        <message>
            <source>Stopped; not imported: {files}</source>
            <translation>已停止，未收入：{files}</translation>
        </message>
        <message>
            <source>No files to import in: {folders}</source>
            <translation>沒有可匯入的檔案：{folders}</translation>
        </message>
        <message>
            <source>Left out: {count} hidden or system {count|file|files} (Thumbs.db, .DS_Store …).</source>
            <translation>已略過 {count} 個隱藏或系統檔案（Thumbs.db、.DS_Store 等）。</translation>
        </message>
        <message>
            <source>Only the first {count} {count|file was|files were} taken; add the others by themselves.</source>
            <translation>只匯入了前 {count} 個檔案，其餘請另行新增。</translation>
        </message>
    </context>
    <context>
        <name>ItemPanel</name>
        <message>
            <source>De&amp;tails</source>
            <translation>要點(&amp;T)</translation>
        </message>
        <message>
            <source>Chec&amp;k</source>
            <translation>核驗(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Waive</source>
            <translation>豁免(&amp;W)</translation>
        </message>
        <message>
            <source>Notes on this document</source>
            <translation>對此文件的提示</translation>
        </message>
        <message>
            <source>Expires on {day}: valid for {count} {count|day|days} from {dated}.</source>
            <translation>{day} 起過期：自 {dated} 起 {count} 天有效。</translation>
        </message>
    </context>
    <context>
        <name>KeepPage</name>
        <message>
            <source>Accounts</source>
            <translation>帳戶</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>還款計畫</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>還款</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承諾</translation>
        </message>
        <message>
            <source>Missed instalment</source>
            <translation>未還期次</translation>
        </message>
        <message>
            <source>Schedule and end</source>
            <translation>計畫與結案</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>期</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>Owed today</source>
            <translation>今日欠款</translation>
        </message>
        <message>
            <source>Behind</source>
            <translation>逾期未還</translation>
        </message>
        <message>
            <source>Next due</source>
            <translation>下次應還</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>應還日</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>應還金額</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Adopted schedule</source>
            <translation>已採用的還款計畫</translation>
        </message>
        <message>
            <source>Add an account in the profile first.</source>
            <translation>請先在資料頁新增帳戶。</translation>
        </message>
        <message>
            <source>No schedule adopted yet. Record the bank's reply, then adopt it under “Schedule and end”.</source>
            <translation>尚未採用還款計畫。請先登記銀行答覆，再在「計畫與結案」中採用。</translation>
        </message>
        <message>
            <source>Version {version}, adopted on {day}; received {received}</source>
            <translation>第 {version} 版，{day} 採用；已收 {received}</translation>
        </message>
        <message>
            <source>{state}, late</source>
            <translation>{state}（遲還）</translation>
        </message>
        <message>
            <source>{state}, was {day}</source>
            <translation>{state}（原 {day}）</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾號</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪貼簿</translation>
        </message>
        <message>
            <source>No accounts yet. Add them on the page Profile (Ctrl+1).</source>
            <translation>還沒有帳戶，請先在「資料」頁（Ctrl+1）登記。</translation>
        </message>
        <message>
            <source>Its instalments are shown here once a schedule is adopted.</source>
            <translation>採用還款計畫後，各期顯示在這裡。</translation>
        </message>
        <message>
            <source>Oral agreements</source>
            <translation>口頭約定</translation>
        </message>
    </context>
    <context>
        <name>LayoutsCard</name>
        <message>
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>Column titles</source>
            <translation>對應的欄</translation>
        </message>
        <message>
            <source>Saved on</source>
            <translation>記住時間</translation>
        </message>
        <message>
            <source>Manually mapped statement layouts</source>
            <translation>手動對應的交易明細格式</translation>
        </message>
        <message>
            <source>Chan&amp;ge</source>
            <translation>修改(&amp;G)</translation>
        </message>
        <message>
            <source>D&amp;elete</source>
            <translation>忘記(&amp;E)</translation>
        </message>
        <message>
            <source>Statement layouts</source>
            <translation>交易明細格式</translation>
        </message>
        <message>
            <source>Unknown layouts that are mapped on the evidence page are listed here.</source>
            <translation>不認識的交易明細格式在證據頁手動對應一次後，會列在這裡。</translation>
        </message>
        <message>
            <source>Deleted: {name}</source>
            <translation>已忘記：{name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
    </context>
    <context>
        <name>LeaveForm</name>
        <message>
            <source>Has left</source>
            <translation>登記離開</translation>
        </message>
        <message>
            <source>{name} can then no longer open this desk; what they did keeps their name. Copies made before today (backups, copies of desk.json) still open with their old passphrase: store or destroy those accordingly.</source>
            <translation>此後{name}不能再開啟此工作台，其經手紀錄仍署其名。今天以前的副本（備份、desk.json 的副本）仍可用其舊密碼開啟，請妥善保管或銷毀。</translation>
        </message>
        <message>
            <source>{name} has left.</source>
            <translation>{name}已離開。</translation>
        </message>
    </context>
    <context>
        <name>LockCard</name>
        <message>
            <source>Lock</source>
            <translation>鎖定</translation>
        </message>
        <message>
            <source>&amp;Lock without input after</source>
            <translation>閒置多久後鎖定(&amp;L)</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>The desk also locks with the screen, when the computer sleeps, and by Ctrl+L. What you typed is kept as a draft.</source>
            <translation>螢幕鎖定、電腦休眠或按 Ctrl+L 時，工作台也會鎖定。已輸入的內容存為草稿。</translation>
        </message>
        <message>
            <source>{count} {count|minute|minutes}</source>
            <translation>{count} 分鐘</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Opened by the recovery key. Choose a person here, then “New passphrase…”.</source>
            <translation>已用恢復金鑰開啟。請在此選擇人員，再點「重設密碼…」。</translation>
        </message>
    </context>
    <context>
        <name>MappingPanel</name>
        <message>
            <source>&amp;Remember this layout</source>
            <translation>記住此格式(&amp;R)</translation>
        </message>
        <message>
            <source>Bank and account type</source>
            <translation>銀行與帳戶種類</translation>
        </message>
        <message>
            <source>Currency of all rows</source>
            <translation>各列幣別</translation>
        </message>
        <message>
            <source>Spending is shown as positive (credit card)</source>
            <translation>支出印為正數（信用卡）</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>餘額</translation>
        </message>
        <message>
            <source>Counterparty</source>
            <translation>對方</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Rows as read</source>
            <translation>讀出的結果</translation>
        </message>
        <message>
            <source>Back without saving (Esc)</source>
            <translation>返回，不儲存（Esc）</translation>
        </message>
        <message>
            <source>Header row</source>
            <translation>標題所在列</translation>
        </message>
        <message>
            <source>File contents</source>
            <translation>檔案原樣</translation>
        </message>
        <message>
            <source>Map the columns of {file}</source>
            <translation>指明「{file}」的各欄</translation>
        </message>
        <message>
            <source>Layout remembered: {name}</source>
            <translation>已記住：{name}</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation>另有 {count} 項。</translation>
        </message>
        <message>
            <source>Say what the columns mean; the rows read by that are shown here.</source>
            <translation>指定各欄的含義，讀出的列顯示在這裡。</translation>
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
            <translation>儲存(&amp;K)</translation>
        </message>
        <message>
            <source>Make an editable &amp;copy</source>
            <translation>複製一份再修改(&amp;C)</translation>
        </message>
        <message>
            <source>G&amp;rid</source>
            <translation>格線(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Place a field: click on the page</source>
            <translation>點選紙面放置欄位(&amp;S)</translation>
        </message>
        <message>
            <source>Insert places a field; arrows move it, Shift+arrows ten times as far, Ctrl+arrows resize it; Delete removes it.</source>
            <translation>Insert 放置欄位，方向鍵移動，按住 Shift 移動十倍，按住 Ctrl 調整大小，Delete 移走。</translation>
        </message>
        <message>
            <source>Form fields</source>
            <translation>表格欄位</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <source>This form is built in; make a copy to change it.</source>
            <translation>此表格隨程式提供，複製一份後可以修改。</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>欄位</translation>
        </message>
        <message>
            <source>Goes in</source>
            <translation>填入</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 頁，共 {pages} 頁</translation>
        </message>
        <message>
            <source>Mapping of “{form}” saved.</source>
            <translation>已儲存「{form}」的填寫內容。</translation>
        </message>
        <message>
            <source>Field {number}</source>
            <translation>欄位{number}</translation>
        </message>
        <message>
            <source>The form has no fields of its own. Draw a box on the page where a value belongs.</source>
            <translation>表格沒有自帶欄位。請在頁面上拖出要填值的位置。</translation>
        </message>
    </context>
    <context>
        <name>MemberList</name>
        <message>
            <source>File inside</source>
            <translation>內含檔案</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Files inside</source>
            <translation>內含的檔案</translation>
        </message>
        <message>
            <source>The files inside are listed here once it is opened.</source>
            <translation>開啟後，其中的檔案列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>檔案(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;New case</source>
            <translation>新增案件(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Import portfolio…</source>
            <translation>匯入委案清單(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>儲存(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Print paper…</source>
            <translation>列印文件(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Export paper (PDF)…</source>
            <translation>匯出文件 PDF(&amp;E)…</translation>
        </message>
        <message>
            <source>Export &amp;workbook (XLSX)…</source>
            <translation>匯出還款計畫表 XLSX(&amp;W)…</translation>
        </message>
        <message>
            <source>Export &amp;schedule (CSV)…</source>
            <translation>匯出還款計畫（CSV）(&amp;S)…</translation>
        </message>
        <message>
            <source>Export listed &amp;cases (XLSX)…</source>
            <translation>匯出查到的案件（XLSX）(&amp;C)…</translation>
        </message>
        <message>
            <source>Add selected cases to print queue</source>
            <translation>選中的案件加入列印佇列</translation>
        </message>
        <message>
            <source>Chec&amp;k packet…</source>
            <translation>核對文件冊(&amp;K)…</translation>
        </message>
        <message>
            <source>&amp;Lock desk</source>
            <translation>鎖定工作台(&amp;L)</translation>
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
            <translation>本頁主要操作(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Next stage</source>
            <translation>進入下一階段(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Profile</source>
            <translation>資料(&amp;P)</translation>
        </message>
        <message>
            <source>C&amp;onversation</source>
            <translation>溝通(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Evidence</source>
            <translation>證據(&amp;E)</translation>
        </message>
        <message>
            <source>P&amp;lan</source>
            <translation>方案(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Application</source>
            <translation>申請(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>檢視(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Cases</source>
            <translation>案件(&amp;C)</translation>
        </message>
        <message>
            <source>Print &amp;queue</source>
            <translation>列印佇列(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Search cases</source>
            <translation>搜尋案件(&amp;S)</translation>
        </message>
        <message>
            <source>Se&amp;ttings</source>
            <translation>設定(&amp;T)</translation>
        </message>
        <message>
            <source>Hide or show &amp;private details</source>
            <translation>遮擋或顯示隱私(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Bank forms</source>
            <translation>銀行表格(&amp;B)</translation>
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
            <translation>從備份恢復案件(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Keeping</source>
            <translation>履約(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Timeline…</source>
            <translation>時間軸(&amp;T)…</translation>
        </message>
        <message>
            <source>&amp;Grants by code…</source>
            <translation>代碼核准(&amp;G)…</translation>
        </message>
        <message>
            <source>Con&amp;tacts and complaints…</source>
            <translation>聯絡與投訴(&amp;T)…</translation>
        </message>
        <message>
            <source>R&amp;ules and their sources</source>
            <translation>規則與依據(&amp;U)</translation>
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
            <translation>本頁幫助(&amp;H)</translation>
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation>全部快速鍵(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Registers and reports</source>
            <translation>登記與報表(&amp;R)</translation>
        </message>
        <message>
            <source>E&amp;dit</source>
            <translation>編輯(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>復原(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>幫助(&amp;H)</translation>
        </message>
        <message>
            <source>Guided &amp;tour</source>
            <translation>導覽(&amp;T)</translation>
        </message>
        <message>
            <source>What is &amp;new</source>
            <translation>新功能(&amp;N)</translation>
        </message>
        <message>
            <source>Next &amp;error</source>
            <translation>下一處錯誤(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Banks and this desk&apos;s contacts</source>
            <translation>銀行與本處聯絡資料(&amp;B)</translation>
        </message>
    </context>
    <context>
        <name>MonthChart</name>
        <message>
            <source>Income and spending by month</source>
            <translation>各月收入與支出</translation>
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
            <translation>無收入</translation>
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
            <translation>選擇檔案(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Import form</source>
            <translation>帶入這份表格(&amp;K)</translation>
        </message>
        <message>
            <source>The file is stored unchanged and encrypted; filled copies are made from it. Fields with clear names are recognised; the others are mapped once and remembered.</source>
            <translation>檔案原樣加密儲存，填寫都在副本上進行。名稱清楚的欄位會自動辨識，其餘欄位指定一次以後即可沿用。</translation>
        </message>
        <message>
            <source>Bank form</source>
            <translation>銀行表格</translation>
        </message>
        <message>
            <source>Form &amp;name</source>
            <translation>表格名稱(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Bank</source>
            <translation>銀行(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>密碼(&amp;P)</translation>
        </message>
        <message>
            <source>Only if the file has one</source>
            <translation>檔案有密碼時才填</translation>
        </message>
        <message>
            <source>Any bank</source>
            <translation>任何銀行</translation>
        </message>
        <message>
            <source>{file}: {pages} {pages|page|pages}, {fields} {fields|field|fields} to fill.</source>
            <translation>{file}：{pages} 頁，{fields} 個可填欄位。</translation>
        </message>
    </context>
    <context>
        <name>NumberEdit</name>
        <message>
            <source>Mask the number (F7)</source>
            <translation>遮蓋號碼（F7）</translation>
        </message>
        <message>
            <source>Show the number (F7)</source>
            <translation>顯示號碼（F7）</translation>
        </message>
    </context>
    <context>
        <name>NumberPart</name>
        <message>
            <source>Whom</source>
            <translation>對象</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>號碼</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>號碼</translation>
        </message>
        <message>
            <source>Rules on this contact</source>
            <translation>適用的規則</translation>
        </message>
        <message>
            <source>Reason for calling in spite of a rule</source>
            <translation>例外聯絡的理由</translation>
        </message>
        <message>
            <source>Record &amp;override</source>
            <translation>記錄例外(&amp;O)</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>約定</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Terms on record</source>
            <translation>已記錄的約定</translation>
        </message>
        <message>
            <source>yes, no; a zone as +08:00</source>
            <translation>是、否；時區寫作 +08:00</translation>
        </message>
        <message>
            <source>How it is known</source>
            <translation>如何得知</translation>
        </message>
        <message>
            <source>Record &amp;term</source>
            <translation>記錄約定(&amp;T)</translation>
        </message>
        <message>
            <source>May I call now?</source>
            <translation>現在可以撥打嗎？</translation>
        </message>
        <message>
            <source>may be called</source>
            <translation>可撥打</translation>
        </message>
        <message>
            <source>no contact</source>
            <translation>不可聯絡</translation>
        </message>
        <message>
            <source>from {time}</source>
            <translation>{time} 起</translation>
        </message>
        <message>
            <source>No number is known. Enter one on the profile page.</source>
            <translation>沒有號碼，請在資料頁填寫。</translation>
        </message>
        <message>
            <source>No rule is against a call now.</source>
            <translation>現在撥打不違反任何規則。</translation>
        </message>
        <message>
            <source>The override is on record.</source>
            <translation>例外已記錄。</translation>
        </message>
        <message>
            <source>Nothing was agreed yet. Record below when the person may be called, or a wish to stop.</source>
            <translation>尚無聯絡約定。在下方登記可聯絡的時間，或停止聯絡的要求。</translation>
        </message>
        <message>
            <source>No numbers yet. Add them on the page Profile (Ctrl+1).</source>
            <translation>還沒有號碼。請在「資料」頁新增（Ctrl+1）。</translation>
        </message>
    </context>
    <context>
        <name>OlderDatabase</name>
        <message>
            <source>This database is older than the desk</source>
            <translation>此資料庫比工作台舊</translation>
        </message>
        <message>
            <source>&amp;Open it as it is</source>
            <translation>按現狀開啟(&amp;O)</translation>
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
            <translation>每月結餘扣除安全餘量後按欠款比例分配，本帳戶可用 {amount}。</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>可選方案</translation>
        </message>
        <message>
            <source>Try these terms</source>
            <translation>以此試算</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期數</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>應還</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合計</translation>
        </message>
        <message>
            <source>Up front</source>
            <translation>一次付款</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>還清</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>The rule pack has no option for this case yet.</source>
            <translation>規則包中暫無適用於本案訴求的方案。</translation>
        </message>
        <message>
            <source>✓ Can be proposed</source>
            <translation>✓ 可提出</translation>
        </message>
        <message>
            <source>Another is better</source>
            <translation>另有更優方案</translation>
        </message>
        <message>
            <source>△ Not feasible yet</source>
            <translation>△ 目前不可行</translation>
        </message>
        <message>
            <source>No option yet: balance, income and spending are needed (Ctrl+1).</source>
            <translation>暫無可選方案：需要欠款餘額和收支（Ctrl+1）。</translation>
        </message>
    </context>
    <context>
        <name>OwnForm</name>
        <message>
            <source>Present passphrase</source>
            <translation>現密碼</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>新密碼</translation>
        </message>
        <message>
            <source>Repeat passphrase</source>
            <translation>再輸一次</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>修改密碼</translation>
        </message>
        <message>
            <source>Copies of the desk made before still open with the present passphrase.</source>
            <translation>此前的工作台副本仍可用現密碼開啟。</translation>
        </message>
        <message>
            <source>Your passphrase was changed.</source>
            <translation>您的密碼已修改。</translation>
        </message>
    </context>
    <context>
        <name>OwnPassphrasePage</name>
        <message>
            <source>New &amp;passphrase</source>
            <translation>新密碼(&amp;P)</translation>
        </message>
        <message>
            <source>Repe&amp;at passphrase</source>
            <translation>再輸一次(&amp;A)</translation>
        </message>
        <message>
            <source>Change and continue</source>
            <translation>修改並繼續</translation>
        </message>
        <message>
            <source>{name}, your passphrase was chosen by a supervisor. Choose one that only you know; it opens the desk from now on.</source>
            <translation>{name}，您的密碼由主管設定。請改成只有您知道的密碼，今後用它開啟工作台。</translation>
        </message>
        <message>
            <source>Your own passphrase</source>
            <translation>設定自己的密碼</translation>
        </message>
    </context>
    <context>
        <name>PackChoice</name>
        <message>
            <source>Rules for this case</source>
            <translation>本案適用規則</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>採用</translation>
        </message>
        <message>
            <source>Suggested by the accounts: {rules}</source>
            <translation>按帳戶情況建議採用：{rules}</translation>
        </message>
        <message>
            <source>The case now follows “{rules}”; the checklist was rebuilt and nothing was lost.</source>
            <translation>本案改按「{rules}」；文件清單已重新產生，原有內容均保留。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>R&amp;ules for this case</source>
            <translation>本案適用規則(&amp;U)</translation>
        </message>
        <message>
            <source>The case now follows the rules of {day}.</source>
            <translation>案件現按{day}版規則辦理。</translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message>
            <source>Pages</source>
            <translation>頁面</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>縮小</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Fit to width</source>
            <translation>適合寬度</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 頁，共 {pages} 頁</translation>
        </message>
    </context>
    <context>
        <name>PaperDisplay</name>
        <message>
            <source>Language: {language}</source>
            <translation>文書語言：{language}</translation>
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
            <translation>文件</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Dead&amp;line</source>
            <translation>補充期限(&amp;L)</translation>
        </message>
        <message>
            <source>Plan version (&amp;W)</source>
            <translation>方案版本(&amp;W)</translation>
        </message>
        <message>
            <source>Version {number} · account {tail} · {when}</source>
            <translation>版本 {number} · 尾號 {tail} · {when}</translation>
        </message>
        <message>
            <source>As chosen on the plan page</source>
            <translation>按方案頁選用的版本</translation>
        </message>
        <message>
            <source>Bound packet</source>
            <translation>申請文件冊（整冊）</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 項</translation>
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
            <translation>暫時不能出具，還缺：</translation>
        </message>
        <message>
            <source>Watermarked DRAFT until this is resolved:</source>
            <translation>以下各項完成前帶「草稿」標記：</translation>
        </message>
        <message>
            <source>All requirements are met. The packet may be issued.</source>
            <translation>各階段要求均已滿足，申請文件可以對外出具。</translation>
        </message>
        <message>
            <source>May be issued, {reader}.</source>
            <translation>可以出具，{reader}。</translation>
        </message>
        <message>
            <source>The papers that can be written for this case are listed here.</source>
            <translation>本案可以製作的文件列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>PaperPreview</name>
        <message>
            <source>Version shown</source>
            <translation>顯示哪一版文件</translation>
        </message>
        <message>
            <source>Hidden. Press F8 to show.</source>
            <translation>已遮擋。按 F8 顯示。</translation>
        </message>
        <message>
            <source>Preparing the paper…</source>
            <translation>正在準備文件…</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEdit</name>
        <message>
            <source>Show the passphrase</source>
            <translation>顯示密碼</translation>
        </message>
    </context>
    <context>
        <name>PaymentPanel</name>
        <message>
            <source>Received on</source>
            <translation>到帳日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
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
            <translation>交易序號</translation>
        </message>
        <message>
            <source>Already in the stated balance</source>
            <translation>欠款餘額已包含這筆還款</translation>
        </message>
        <message>
            <source>Record pa&amp;yment</source>
            <translation>登記還款(&amp;Y)</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>還款紀錄</translation>
        </message>
        <message>
            <source>Reason for reversing</source>
            <translation>沖正原因</translation>
        </message>
        <message>
            <source>&amp;Reverse</source>
            <translation>沖正(&amp;R)</translation>
        </message>
        <message>
            <source>Reversal</source>
            <translation>沖正</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>已沖正</translation>
        </message>
        <message>
            <source>In balance</source>
            <translation>已含在餘額</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Bank's &amp;list…</source>
            <translation>銀行清單(&amp;L)…</translation>
        </message>
        <message>
            <source>Take in a file of payments of many accounts; drop or paste it on this page</source>
            <translation>匯入多個帳戶的還款名單；也可把檔案拖到或貼上到本頁</translation>
        </message>
        <message>
            <source>No payments yet. Type day and amount and press Enter, or take in a bank's list.</source>
            <translation>還沒有還款。填寫日期和金額後按 Enter，或匯入銀行清單。</translation>
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Pages</source>
            <translation>頁面</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>縮小</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Fit to width</source>
            <translation>適合寬度</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 頁，共 {pages} 頁</translation>
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
            <translation>離開</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>People of this desk</source>
            <translation>此工作台的人員</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人員</translation>
        </message>
        <message>
            <source>Add person…</source>
            <translation>新增人員…</translation>
        </message>
        <message>
            <source>Change roles…</source>
            <translation>調整角色…</translation>
        </message>
        <message>
            <source>New passphrase…</source>
            <translation>重設密碼…</translation>
        </message>
        <message>
            <source>Has left…</source>
            <translation>登記離開…</translation>
        </message>
        <message>
            <source>Change my passphrase…</source>
            <translation>修改我的密碼…</translation>
        </message>
        <message>
            <source>Signed in: {name} ({roles})</source>
            <translation>目前登入：{name}（{roles}）</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>尚未設定</translation>
        </message>
        <message>
            <source>one-time</source>
            <translation>初始密碼</translation>
        </message>
        <message>
            <source>own</source>
            <translation>自設</translation>
        </message>
        <message>
            <source>The people of this desk are listed here.</source>
            <translation>本工作台的人員列在這裡。</translation>
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
            <translation>個人資料</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;ID number</source>
            <translation>證件號碼(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Phone</source>
            <translation>聯絡電話(&amp;P)</translation>
        </message>
        <message>
            <source>Second phone</source>
            <translation>備用電話</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>電子郵件</translation>
        </message>
        <message>
            <source>Marital status</source>
            <translation>婚姻狀況</translation>
        </message>
        <message>
            <source>Children</source>
            <translation>子女數</translation>
        </message>
        <message>
            <source>Other dependants</source>
            <translation>其他扶養</translation>
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
            <translation>就業狀態</translation>
        </message>
        <message>
            <source>Payday</source>
            <translation>發薪日</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>每月幾日</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>服務單位</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>職位</translation>
        </message>
        <message>
            <source>{sex}, born {day}</source>
            <translation>{sex}，{day} 出生</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>聯絡人</translation>
        </message>
        <message>
            <source>Na&amp;me is as on the original</source>
            <translation>姓名與正本一致(&amp;M)</translation>
        </message>
        <message>
            <source>The name was confirmed.</source>
            <translation>已確認姓名與正本一致。</translation>
        </message>
    </context>
    <context>
        <name>PhoneEdit</name>
        <message>
            <source>Phone type</source>
            <translation>號碼類型</translation>
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
            <translation>合計</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>還清</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>選用</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>以此試算</translation>
        </message>
        <message>
            <source>Copy these terms into the fields</source>
            <translation>把這些條款填入左側試算</translation>
        </message>
        <message>
            <source>✓ Chosen</source>
            <translation>✓ 已選用</translation>
        </message>
        <message>
            <source>True rate: {simple} simple, {compound} compound</source>
            <translation>真實年化：單利 {simple}，複利 {compound}</translation>
        </message>
        <message>
            <source>No surplus to compare</source>
            <translation>無結餘可比</translation>
        </message>
        <message>
            <source>{share} of the surplus</source>
            <translation>占每月結餘 {share}</translation>
        </message>
        <message>
            <source>Fits</source>
            <translation>可承受</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>超出結餘</translation>
        </message>
        <message>
            <source>Needs {who}</source>
            <translation>須{who}核准</translation>
        </message>
        <message>
            <source>Agent may offer</source>
            <translation>專員可直接提出</translation>
        </message>
        <message>
            <source>Evidence complete</source>
            <translation>文件齊</translation>
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
            <translation>應還</translation>
        </message>
        <message>
            <source>{method} × {count}</source>
            <translation>{method} · {count} 期</translation>
        </message>
        <message>
            <source>Rate p.a.</source>
            <translation>單/複利</translation>
        </message>
        <message>
            <source>Saved per year</source>
            <translation>一年省</translation>
        </message>
        <message>
            <source>Annual rate (simple/compound)</source>
            <translation>年利率（單利/複利）</translation>
        </message>
        <message>
            <source>The bank's own terms</source>
            <translation>銀行自己的條件</translation>
        </message>
        <message>
            <source>{count} {count|document|documents} missing</source>
            <translation>缺 {count} 項文件</translation>
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
            <translation>建議 {number}</translation>
        </message>
        <message>
            <source>Saved versions are shown here side by side.</source>
            <translation>保留的版本並排顯示在這裡。</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>本次試算</translation>
        </message>
        <message>
            <source>★ the best of the plans side by side, line by line; it decides nothing.</source>
            <translation>★ 該行中最優的方案，僅供比較，不替您決定。</translation>
        </message>
    </context>
    <context>
        <name>PlanForm</name>
        <message>
            <source>Trial</source>
            <translation>試算</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>階梯</translation>
        </message>
        <message>
            <source>&amp;Method</source>
            <translation>還款方式(&amp;M)</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期還款日</translation>
        </message>
        <message>
            <source>I&amp;nstalments</source>
            <translation>期數(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Payment</source>
            <translation>每期還款(&amp;P)</translation>
        </message>
        <message>
            <source>Down payment</source>
            <translation>頭期款</translation>
        </message>
        <message>
            <source>Waived</source>
            <translation>減免本金</translation>
        </message>
        <message>
            <source>Deferral</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>months</source>
            <translation>個月</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>年利率</translation>
        </message>
        <message>
            <source>Interest only</source>
            <translation>只還利息</translation>
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
            <translation>違約金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>費用</translation>
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
            <translation>免息期數</translation>
        </message>
        <message>
            <source>Interest from</source>
            <translation>計息起日</translation>
        </message>
        <message>
            <source>During deferral</source>
            <translation>延期內</translation>
        </message>
        <message>
            <source>Day count</source>
            <translation>計息天數</translation>
        </message>
        <message>
            <source>Remainder in</source>
            <translation>尾差歸入</translation>
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
            <translation>按何曆</translation>
        </message>
        <message>
            <source>Weekends</source>
            <translation>週末</translation>
        </message>
        <message>
            <source>Months without payment</source>
            <translation>不還款的月份</translation>
        </message>
        <message>
            <source>Calculated</source>
            <translation>自動算出</translation>
        </message>
        <message>
            <source>From no.</source>
            <translation>從第幾期起</translation>
        </message>
        <message>
            <source>Each pays</source>
            <translation>每期還</translation>
        </message>
        <message>
            <source>Step {number}: from</source>
            <translation>第 {number} 階：從第幾期起</translation>
        </message>
        <message>
            <source>Step {number}: payment</source>
            <translation>第 {number} 階：每期還</translation>
        </message>
        <message>
            <source>Each step applies until the next. The amount of the last may be left blank to be calculated.</source>
            <translation>每一階持續到下一階為止；最後一階的金額可留空，由系統算出。</translation>
        </message>
    </context>
    <context>
        <name>PlanInputs</name>
        <message>
            <source>Account</source>
            <translation>帳戶</translation>
        </message>
        <message>
            <source>Calculated from the other; change it and the other is recalculated</source>
            <translation>由另一項推算得出；改動此項則反過來推算</translation>
        </message>
        <message>
            <source>Owed {amount}</source>
            <translation>欠款 {amount}</translation>
        </message>
        <message>
            <source>Fee rate</source>
            <translation>每期費率</translation>
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
            <translation>本處尚無此案。</translation>
        </message>
        <message>
            <source>The case is here already.</source>
            <translation>本處已有此案。</translation>
        </message>
        <message>
            <source>Added: {entries}</source>
            <translation>新增：{entries}</translation>
        </message>
        <message>
            <source>Fields taken over, changed there only: {count}</source>
            <translation>採用僅在對方改動的欄位：{count} 處</translation>
        </message>
        <message>
            <source>Fields kept, changed here only: {count}</source>
            <translation>保留僅在本處改動的欄位：{count} 處</translation>
        </message>
        <message>
            <source>Entries removed, as they were there: {count}</source>
            <translation>隨對方刪去的紀錄：{count} 條</translation>
        </message>
        <message>
            <source>Entries unchanged: {count}</source>
            <translation>未變的紀錄：{count} 條</translation>
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
            <translation>請先在「資料」中輸入欠款帳戶。</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>合計 {amount}</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>本次試算</translation>
        </message>
        <message>
            <source>No plan to show</source>
            <translation>暫無方案</translation>
        </message>
        <message>
            <source>Under this plan</source>
            <translation>按此方案</translation>
        </message>
        <message>
            <source>If nothing is paid</source>
            <translation>若不處理</translation>
        </message>
    </context>
    <context>
        <name>PlanPapers</name>
        <message>
            <source>Saved: {file}</source>
            <translation>已寫入：{file}</translation>
        </message>
    </context>
    <context>
        <name>PlanTabs</name>
        <message>
            <source>Schedule</source>
            <translation>走勢與計畫</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>可選方案</translation>
        </message>
        <message>
            <source>Counter-offer</source>
            <translation>銀行議價</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>多戶分配</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>核准</translation>
        </message>
        <message>
            <source>Comparison sheet</source>
            <translation>方案對比單</translation>
        </message>
        <message>
            <source>Comparison sheet for the debtor, as PDF (Ctrl+Shift+D)</source>
            <translation>給客戶的對比單，PDF（Ctrl+Shift+D）</translation>
        </message>
        <message>
            <source>Claim check</source>
            <translation>帳目核對</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>貸款成本</translation>
        </message>
    </context>
    <context>
        <name>PreviewCard</name>
        <message>
            <source>Files of this item</source>
            <translation>本項檔案</translation>
        </message>
        <message>
            <source>Remove this file</source>
            <translation>撤下此檔案</translation>
        </message>
        <message>
            <source>Hidden. Press F8 to show.</source>
            <translation>已遮擋，按 F8 顯示。</translation>
        </message>
        <message>
            <source>This picture cannot be shown here; it is stored unchanged.</source>
            <translation>此圖片無法在這裡顯示，正本已照樣儲存。</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>貼上的圖片</translation>
        </message>
        <message>
            <source>Mask num&amp;ber</source>
            <translation>遮蓋號碼(&amp;B)</translation>
        </message>
        <message>
            <source>View as s&amp;tatement</source>
            <translation>按交易明細檢視(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Add files</source>
            <translation>新增檔案(&amp;A)</translation>
        </message>
        <message>
            <source>Add folder (Alt+O)</source>
            <translation>新增資料夾（Alt+O）</translation>
        </message>
        <message>
            <source>Add folder</source>
            <translation>新增資料夾</translation>
        </message>
        <message>
            <source>View credit repor&amp;t</source>
            <translation>按信用報告檢視(&amp;T)</translation>
        </message>
    </context>
    <context>
        <name>PrintQueuePage</name>
        <message>
            <source>Bound packet</source>
            <translation>申請文件冊（整冊）</translation>
        </message>
        <message>
            <source>Which paper</source>
            <translation>哪種文件</translation>
        </message>
        <message>
            <source>Add all &amp;ready</source>
            <translation>加入全部就緒案件(&amp;R)</translation>
        </message>
        <message>
            <source>Remove fini&amp;shed</source>
            <translation>移出已結束的(&amp;S)</translation>
        </message>
        <message>
            <source>Print queue</source>
            <translation>列印佇列</translation>
        </message>
        <message>
            <source>Pri&amp;nter</source>
            <translation>印表機(&amp;N)</translation>
        </message>
        <message>
            <source>C&amp;opies</source>
            <translation>份數(&amp;O)</translation>
        </message>
        <message>
            <source>S&amp;ides</source>
            <translation>單雙面(&amp;I)</translation>
        </message>
        <message>
            <source>Print a&amp;gain if already printed</source>
            <translation>已列印過的也再列印(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Print all pending</source>
            <translation>列印全部等待中的(&amp;P)</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>The queue is empty. Select cases in the list and press Ctrl+Shift+P, or add all that are ready.</source>
            <translation>佇列為空。在案件列表中選擇案件後按 Ctrl+Shift+P，或加入全部就緒案件。</translation>
        </message>
        <message>
            <source>Paper to add from the list</source>
            <translation>從案件列表加入的文件</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>申請文件冊</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation> 另有 {count} 項。</translation>
        </message>
        <message>
            <source>{done} of {count} finished</source>
            <translation>已處理 {done} / {count}</translation>
        </message>
        <message>
            <source>Select cases in the list first.</source>
            <translation>請先在案件列表中選擇案件。</translation>
        </message>
        <message>
            <source>Nothing waits. Choose cases in the list and add them (Ctrl+Shift+P).</source>
            <translation>列印佇列為空。請在案件列表中選擇案件並加入（Ctrl+Shift+P）。</translation>
        </message>
        <message>
            <source>{count} {count|paper|papers} added to the print queue</source>
            <translation>已將 {count} 份文件加入列印佇列</translation>
        </message>
    </context>
    <context>
        <name>PrintSheet</name>
        <message>
            <source>S&amp;ides</source>
            <translation>單雙面(&amp;I)</translation>
        </message>
        <message>
            <source>Pa&amp;ges</source>
            <translation>頁碼(&amp;G)</translation>
        </message>
        <message>
            <source>All, or 2-5</source>
            <translation>全部，或 2-5</translation>
        </message>
        <message>
            <source>Pag&amp;es per side</source>
            <translation>每面頁數(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Print</source>
            <translation>列印(&amp;P)</translation>
        </message>
        <message>
            <source>System print dialog</source>
            <translation>系統列印對話方塊</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已列印</translation>
        </message>
        <message>
            <source>Paper, printer, user</source>
            <translation>文件、印表機、經辦</translation>
        </message>
        <message>
            <source>Print history</source>
            <translation>列印紀錄</translation>
        </message>
        <message>
            <source>None found</source>
            <translation>未找到印表機</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>正在送列印…</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>申請文件冊</translation>
        </message>
        <message>
            <source>pages {part}</source>
            <translation>第 {part} 頁</translation>
        </message>
        <message>
            <source>Prin&amp;ter</source>
            <translation>印表機(&amp;T)</translation>
        </message>
        <message>
            <source>C&amp;opies</source>
            <translation>份數(&amp;O)</translation>
        </message>
        <message>
            <source>Not printed yet. Each printing is listed here with printer and person.</source>
            <translation>尚未列印。每次列印的印表機和列印人列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>ProfilePage</name>
        <message>
            <source>&amp;1 Person</source>
            <translation>&amp;1 個人</translation>
        </message>
        <message>
            <source>&amp;2 Accounts</source>
            <translation>&amp;2 帳戶</translation>
        </message>
        <message>
            <source>&amp;3 Budget</source>
            <translation>&amp;3 收支</translation>
        </message>
        <message>
            <source>&amp;4 Assets</source>
            <translation>&amp;4 財產</translation>
        </message>
    </context>
    <context>
        <name>PromisePanel</name>
        <message>
            <source>Promised for</source>
            <translation>承諾日期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Promised by</source>
            <translation>承諾人</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Source of money</source>
            <translation>資金來源</translation>
        </message>
        <message>
            <source>Take it in spite of this</source>
            <translation>仍然接受該承諾</translation>
        </message>
        <message>
            <source>Take &amp;promise</source>
            <translation>登記承諾(&amp;P)</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承諾紀錄</translation>
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
            <translation>取消承諾(&amp;N)</translation>
        </message>
        <message>
            <source>Surplus {surplus} − other dues {committed} = {left} left   ·   last pay day {pay_day}   ·   owed {owed}</source>
            <translation>結餘 {surplus} − 其他應付 {committed} = 可用 {left}   ·   最近發薪日 {pay_day}   ·   尚欠 {owed}</translation>
        </message>
        <message>
            <source>Type day and amount; what the budget leaves by then is shown here.</source>
            <translation>填寫日期和金額後，這裡顯示屆時預算可用的金額。</translation>
        </message>
        <message>
            <source>No promises yet. Type day and amount, and take the promise.</source>
            <translation>還沒有承諾。填寫日期和金額，然後登記承諾。</translation>
        </message>
        <message>
            <source>Kept: {kept} of {due} due, moved {moves} {moves|time|times}, cancelled {cancelled}</source>
            <translation>兌現率：到期 {due} 個，履約 {kept} 個；改期 {moves} 次，取消 {cancelled} 個</translation>
        </message>
    </context>
    <context>
        <name>QuarantineCard</name>
        <message>
            <source>Quarantine</source>
            <translation>隔離區</translation>
        </message>
        <message>
            <source>Nothing is set aside. Files that no record names are kept here for at least 90 days.</source>
            <translation>隔離區為空。沒有紀錄指向的檔案會在此至少保留 90 天。</translation>
        </message>
        <message>
            <source>They cannot be brought back. Press again to delete them for good.</source>
            <translation>刪除後無法找回。再按一次即永久刪除。</translation>
        </message>
        <message>
            <source>{count} {count|file|files} ({size} MB) that no record names, since {day}. Kept for at least 90 days, then until you say.</source>
            <translation>{count} 個檔案（{size} MB）沒有紀錄指向，最早自 {day}。至少保留 90 天，之後由您決定是否刪除。</translation>
        </message>
        <message>
            <source>&amp;Delete {count} {count|file|files}</source>
            <translation>刪除 {count} 個檔案(&amp;D)</translation>
        </message>
        <message>
            <source>{count} {count|file|files} deleted.</source>
            <translation>已刪除 {count} 個檔案。</translation>
        </message>
    </context>
    <context>
        <name>RateQuestion</name>
        <message>
            <source>per cent (18 = 18%)</source>
            <translation>百分數（18 即 18%）</translation>
        </message>
        <message>
            <source>shares (0.18 = 18%)</source>
            <translation>小數（0.18 即 18%）</translation>
        </message>
        <message>
            <source>per ten thousand (5 = 0.05%)</source>
            <translation>萬分數（5 即 0.05%）</translation>
        </message>
        <message>
            <source>Bare numbers in “{column}” are</source>
            <translation>「{column}」欄中不帶符號的數字是</translation>
        </message>
        <message>
            <source>not clear yet</source>
            <translation>尚不明確</translation>
        </message>
    </context>
    <context>
        <name>RecognitionBar</name>
        <message>
            <source>Text recognition progress</source>
            <translation>文字辨識進度</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Recogni&amp;se text</source>
            <translation>辨識文字(&amp;S)</translation>
        </message>
        <message>
            <source>Rows match the pict&amp;ure</source>
            <translation>與圖片核對無誤(&amp;U)</translation>
        </message>
        <message>
            <source>Recognising page {number} of {count}</source>
            <translation>正在辨識第 {number} 頁，共 {count} 頁</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Recovery sheet (&amp;PDF)…</source>
            <translation>恢復表 PDF(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;New recovery key…</source>
            <translation>新恢復金鑰(&amp;N)…</translation>
        </message>
        <message>
            <source>Your &amp;passphrase</source>
            <translation>您的密碼(&amp;P)</translation>
        </message>
        <message>
            <source>Show a new key</source>
            <translation>顯示新金鑰</translation>
        </message>
        <message>
            <source>Words of the new recovery key</source>
            <translation>新恢復金鑰的單字</translation>
        </message>
        <message>
            <source>I have &amp;written them down: use this key</source>
            <translation>已抄好，啟用此金鑰(&amp;W)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save recovery sheet</source>
            <translation>儲存恢復表</translation>
        </message>
        <message>
            <source>Write these words down in their order, or save the sheet and print it. They are shown only now.</source>
            <translation>請按順序抄下這些單字，或儲存恢復表並列印。單字只顯示這一次。</translation>
        </message>
        <message>
            <source>The new recovery key opens this desk; an earlier one does not.</source>
            <translation>新恢復金鑰已啟用；以前的恢復金鑰不再有效。</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>恢復</translation>
        </message>
        <message>
            <source>recovery sheet.pdf</source>
            <translation>恢復表.pdf</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已儲存：{file}</translation>
        </message>
        <message>
            <source>A recovery key opens this desk besides the passphrase.</source>
            <translation>除密碼外，還可以用恢復金鑰開啟本工作台。</translation>
        </message>
        <message>
            <source>Without the passphrase nobody can open this desk: there is no recovery key.</source>
            <translation>沒有恢復金鑰：忘記密碼後，任何人都無法開啟本工作台。</translation>
        </message>
        <message>
            <source>Saved: {file}. Print it, then delete the file: it holds the key.</source>
            <translation>已儲存：{file}。請列印後刪除該檔案：其中含有金鑰。</translation>
        </message>
    </context>
    <context>
        <name>ResetForm</name>
        <message>
            <source>First passphrase</source>
            <translation>初始密碼</translation>
        </message>
        <message>
            <source>Repeat passphrase</source>
            <translation>再輸一次</translation>
        </message>
        <message>
            <source>Set passphrase</source>
            <translation>設定密碼</translation>
        </message>
        <message>
            <source>For {name}, who chooses their own when they next open the desk. Copies of the desk keep the old one.</source>
            <translation>為{name}設定；本人下次開啟工作台時須改成自己的密碼。此前的副本仍用舊密碼。</translation>
        </message>
        <message>
            <source>The passphrase of {name} was set.</source>
            <translation>已為{name}設定密碼。</translation>
        </message>
    </context>
    <context>
        <name>RestoreCasePage</name>
        <message>
            <source>Ch&amp;oose folder…</source>
            <translation>選擇資料夾(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Restore case</source>
            <translation>恢復案件(&amp;R)</translation>
        </message>
        <message>
            <source>Backups found</source>
            <translation>找到的備份</translation>
        </message>
        <message>
            <source>Name, case number or bank</source>
            <translation>姓名、案件編號或銀行</translation>
        </message>
        <message>
            <source>Search in this backup</source>
            <translation>在此備份中尋找</translation>
        </message>
        <message>
            <source>Cases in this backup</source>
            <translation>此備份中的案件</translation>
        </message>
        <message>
            <source>Com&amp;pare</source>
            <translation>比較(&amp;P)</translation>
        </message>
        <message>
            <source>In the backup</source>
            <translation>備份中</translation>
        </message>
        <message>
            <source>Take all from bac&amp;kup</source>
            <translation>全部取備份(&amp;K)</translation>
        </message>
        <message>
            <source>Back to settings</source>
            <translation>返回設定</translation>
        </message>
        <message>
            <source>Restore a case from a backup</source>
            <translation>從備份恢復案件</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>備份</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>What it would change</source>
            <translation>將作的改動</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>階段</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Folder or stick with the backups</source>
            <translation>存放備份的資料夾或隨身碟</translation>
        </message>
        <message>
            <source>The case here is as it is in the backup: there is nothing to restore.</source>
            <translation>本處的案件與備份中一致，無需恢復。</translation>
        </message>
        <message>
            <source>No backups found. Choose the folder or stick that holds them.</source>
            <translation>沒有找到備份。請選擇存放備份的資料夾或隨身碟。</translation>
        </message>
        <message>
            <source>Choose a backup; its cases are listed here.</source>
            <translation>請先選擇備份，其中的案件列在這裡。</translation>
        </message>
        <message>
            <source>Case {number} restored: {added} {added|entry|entries} added, {changed} changed.</source>
            <translation>案件 {number} 已恢復：新增 {added} 條，改動 {changed} 條。</translation>
        </message>
    </context>
    <context>
        <name>RestorePage</name>
        <message>
            <source>Folder or stick with the &amp;backups</source>
            <translation>存有備份的資料夾或隨身碟(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Passphrase or recovery key</source>
            <translation>密碼或恢復金鑰(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;New folder for the desk</source>
            <translation>恢復到新資料夾(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Show backups</source>
            <translation>顯示備份(&amp;S)</translation>
        </message>
        <message>
            <source>Backups found</source>
            <translation>找到的備份</translation>
        </message>
        <message>
            <source>Restore progress</source>
            <translation>恢復進度</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>恢復(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Open desk</source>
            <translation>開啟工作台(&amp;O)</translation>
        </message>
        <message>
            <source>Restore from a copy</source>
            <translation>從備份恢復</translation>
        </message>
        <message>
            <source>Reading the backups back…</source>
            <translation>正在讀回並核驗備份…</translation>
        </message>
        <message>
            <source>All backups were read back.</source>
            <translation>全部備份已讀回核驗。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>證明文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>What could not be restored</source>
            <translation>未能恢復的內容</translation>
        </message>
        <message>
            <source>No backups found. Choose the folder or stick that holds them.</source>
            <translation>沒有找到備份。請選擇存放備份的資料夾或隨身碟。</translation>
        </message>
        <message>
            <source>Restored: {cases} {cases|case|cases}, {evidence} {evidence|piece|pieces} of evidence.</source>
            <translation>已恢復：{cases} 件案件，{evidence} 份證明文件。</translation>
        </message>
    </context>
    <context>
        <name>RolesForm</name>
        <message>
            <source>An agent works on cases. A supervisor also grants, waives and explains, and looks after people. A viewer reads.</source>
            <translation>協商專員辦理案件；主管還可核准、豁免、說明並管理人員；檢視者只能檢視。</translation>
        </message>
        <message>
            <source>Change roles</source>
            <translation>調整角色</translation>
        </message>
    </context>
    <context>
        <name>SalvagePart</name>
        <message>
            <source>What can still be read can be brought into a new desk; the damaged one stays as it is.</source>
            <translation>仍可讀取的內容可以搶救到新工作台，已損壞的工作台保持原樣。</translation>
        </message>
        <message>
            <source>&amp;Salvage into new desk…</source>
            <translation>搶救到新工作台(&amp;S)…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Folder for the new desk</source>
            <translation>新工作台的資料夾</translation>
        </message>
        <message>
            <source>… and {count} more.</source>
            <translation>……另有 {count} 項。</translation>
        </message>
        <message>
            <source>The new desk is in {folder}. Type the passphrase to open it.</source>
            <translation>新工作台在 {folder}。請輸入密碼開啟。</translation>
        </message>
        <message>
            <source>Stopped. The damaged desk is as it was.</source>
            <translation>已停止。已損壞的工作台保持原樣。</translation>
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
            <translation>列印佇列</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Hide private</source>
            <translation>遮擋隱私</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>顯示全部</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>鎖定</translation>
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
            <translation>（另有 {count} 條）</translation>
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
            <translation>填入內容(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Text</source>
            <translation>文字(&amp;T)</translation>
        </message>
        <message>
            <source>Sho&amp;wn as</source>
            <translation>寫法(&amp;W)</translation>
        </message>
        <message>
            <source>Tic&amp;ked when</source>
            <translation>勾選條件(&amp;K)</translation>
        </message>
        <message>
            <source>Must not be empt&amp;y</source>
            <translation>不得為空(&amp;Y)</translation>
        </message>
        <message>
            <source>One line</source>
            <translation>單行</translation>
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
            <translation>核取方塊</translation>
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
            <translation>名稱(&amp;M)</translation>
        </message>
        <message>
            <source>Kin&amp;d</source>
            <translation>類型(&amp;D)</translation>
        </message>
        <message>
            <source>Cel&amp;ls</source>
            <translation>格數(&amp;L)</translation>
        </message>
        <message>
            <source>Si&amp;ze (0 = auto)</source>
            <translation>字級（0 自動）(&amp;Z)</translation>
        </message>
        <message>
            <source>Al&amp;ign</source>
            <translation>對齊(&amp;I)</translation>
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
            <translation>還款計畫</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>期</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>還款日</translation>
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
            <translation>手續費</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>應還</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>餘額</translation>
        </message>
        <message>
            <source>Click an amount to see its formula · F2 or double-click edits a payment · L locks a row</source>
            <translation>點金額看算式 · F2 或按兩下改該期金額 · L 鎖定該期</translation>
        </message>
        <message>
            <source>F2 or double-click edits the payment of a row · L gives it an even share · the last row is calculated</source>
            <translation>F2 或按兩下填寫該期金額 · L 讓該期均攤 · 末期自動算出</translation>
        </message>
        <message>
            <source>&amp;Unlock this row</source>
            <translation>解除鎖定(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Lock this row</source>
            <translation>鎖定該期(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Edit its payment</source>
            <translation>改該期金額(&amp;T)</translation>
        </message>
        <message>
            <source>Unlock &amp;all rows</source>
            <translation>全部解除鎖定(&amp;A)</translation>
        </message>
        <message>
            <source>Old interest and fees</source>
            <translation>原欠息費</translation>
        </message>
        <message>
            <source>Type the terms on the left; the rows of the plan are shown here.</source>
            <translation>在左側填入條件，還款計畫各期顯示在這裡。</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>System default</source>
            <translation>跟隨系統</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Display &amp;language</source>
            <translation>介面語言(&amp;L)</translation>
        </message>
        <message>
            <source>C&amp;olours</source>
            <translation>配色(&amp;O)</translation>
        </message>
        <message>
            <source>Desk &amp;name</source>
            <translation>工作台名稱(&amp;N)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>介面</translation>
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
            <translation>身分</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>資料夾</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>規則</translation>
        </message>
        <message>
            <source>All data stays on this computer, encrypted. Concord never uses the network.</source>
            <translation>全部資料加密儲存在本機，程式從不聯網。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Settings saved.</source>
            <translation>設定已儲存。</translation>
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
            <translation>人員</translation>
        </message>
        <message>
            <source>&amp;Text size</source>
            <translation>文字大小(&amp;T)</translation>
        </message>
        <message>
            <source>The new text size holds when the desk is opened next.</source>
            <translation>新的文字大小在下次開啟工作台時生效。</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即鎖定</translation>
        </message>
    </context>
    <context>
        <name>SharedTrials</name>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>{count|Trial|Trials} started on {count} {count|account|accounts}; nothing is saved yet</source>
            <translation>已為 {count} 個帳戶開始試算，尚未保留任何版本</translation>
        </message>
    </context>
    <context>
        <name>SharesTab</name>
        <message>
            <source>Paid per month</source>
            <translation>每月可還</translation>
        </message>
        <message>
            <source>Token payments</source>
            <translation>象徵性還款</translation>
        </message>
        <message>
            <source>&amp;Token payments</source>
            <translation>象徵性還款(&amp;T)</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>每戶至少</translation>
        </message>
        <message>
            <source>Round to</source>
            <translation>取整到</translation>
        </message>
        <message>
            <source>Tr&amp;y these offers</source>
            <translation>按此試算(&amp;Y)</translation>
        </message>
        <message>
            <source>Starts a trial on each account with its offer as the payment; Ctrl+Z undoes all of them</source>
            <translation>以分得金額為每期還款，為每個帳戶開始試算；按 Ctrl+Z 一併撤銷</translation>
        </message>
        <message>
            <source>Offered per month</source>
            <translation>每月合計</translation>
        </message>
        <message>
            <source>The monthly surplus less the safety margin</source>
            <translation>每月結餘扣除安全餘量</translation>
        </message>
        <message>
            <source>Safe per month</source>
            <translation>安全可還</translation>
        </message>
        <message>
            <source>Remaining</source>
            <translation>剩餘</translation>
        </message>
        <message>
            <source>Add an account in the profile first.</source>
            <translation>請先在「資料」中輸入欠款帳戶。</translation>
        </message>
        <message>
            <source>Enter opens an account's trial. Allocating saves nothing.</source>
            <translation>按 Enter 開啟該帳戶的試算；分配本身不儲存任何內容。</translation>
        </message>
        <message>
            <source>Plan a&amp;ll accounts</source>
            <translation>為全部帳戶制定方案(&amp;L)</translation>
        </message>
        <message>
            <source>Keeps and chooses a version for each account with its offer, in one step</source>
            <translation>一步為每個帳戶按分配金額儲存並選定方案</translation>
        </message>
        <message>
            <source>All accounts by their shares</source>
            <translation>按分配金額統一規劃</translation>
        </message>
        <message>
            <source>Compare &amp;orders</source>
            <translation>比較還款順序(&amp;O)</translation>
        </message>
        <message>
            <source>Which debt to pay first: what each order costs and when the last debt ends</source>
            <translation>先還哪一筆：每種順序的代價和還清日期</translation>
        </message>
        <message>
            <source>Two sta&amp;ges</source>
            <translation>兩階段方案(&amp;G)</translation>
        </message>
        <message>
            <source>Plans every account in two stages: this sum a month without interest, then what is left, in one step</source>
            <translation>為所有帳戶一次做好兩階段方案：先按此月付金免息分期，餘額再分期</translation>
        </message>
        <message>
            <source>All accounts in two stages</source>
            <translation>全部帳戶兩階段方案</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>首期還款日</translation>
        </message>
        <message>
            <source>{count} {count|account|accounts} planned; see their approvals, then the applications.</source>
            <translation>已為 {count} 個帳戶制定方案；請檢視核准，再辦理申請。</translation>
        </message>
    </context>
    <context>
        <name>OfferTable</name>
        <message>
            <source>Offers to all accounts</source>
            <translation>各帳戶的還款額</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>尾號</translation>
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
            <translation>每月還款</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期數</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>最後到期</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>✕ No share</source>
            <translation>✕ 分不到</translation>
        </message>
        <message>
            <source>✕ Never paid off</source>
            <translation>✕ 還不清</translation>
        </message>
        <message>
            <source>△ Too long</source>
            <translation>△ 期限過長</translation>
        </message>
        <message>
            <source>△ Very low</source>
            <translation>△ 金額過低</translation>
        </message>
        <message>
            <source>✓ In trial</source>
            <translation>✓ 試算中</translation>
        </message>
        <message>
            <source>Token payment</source>
            <translation>象徵性還款</translation>
        </message>
        <message>
            <source>No account to share among. Add accounts on the page Profile (Ctrl+1).</source>
            <translation>沒有可分配的帳戶。請在「資料」頁新增帳戶（Ctrl+1）。</translation>
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
            <translation>核對提示</translation>
        </message>
        <message>
            <source>No income in {month}</source>
            <translation>{month} 無收入</translation>
        </message>
        <message>
            <source>Adds up</source>
            <translation>勾稽相符</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>建議複查</translation>
        </message>
        <message>
            <source>Balances, totals, order and duplicates were checked; no problems found.</source>
            <translation>已核對餘額、合計、順序與重複，未發現問題。</translation>
        </message>
        <message>
            <source>No remarks on this statement.</source>
            <translation>這份交易明細沒有提示。</translation>
        </message>
        <message>
            <source>{count} {count|discrepancy|discrepancies}</source>
            <translation>{count} 處對不上</translation>
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
            <translation>類別</translation>
        </message>
        <message>
            <source>Usual per month</source>
            <translation>每月通常金額</translation>
        </message>
        <message>
            <source>Usual day</source>
            <translation>通常日</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>月數</translation>
        </message>
        <message>
            <source>Latest</source>
            <translation>最近一次</translation>
        </message>
        <message>
            <source>Sources of income</source>
            <translation>收入來源</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Wages</source>
            <translation>工資</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>固定來源</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合計</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>交易明細覆蓋</translation>
        </message>
        <message>
            <source>The last six full months</source>
            <translation>最近六個完整月</translation>
        </message>
        <message>
            <source>Stated in the budget</source>
            <translation>收支表所填</translation>
        </message>
        <message>
            <source>Shown by statements</source>
            <translation>交易明細所示</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差額</translation>
        </message>
        <message>
            <source>Per month before</source>
            <translation>此前月均</translation>
        </message>
        <message>
            <source>Per month after</source>
            <translation>此後月均</translation>
        </message>
        <message>
            <source>Decrease</source>
            <translation>下降</translation>
        </message>
        <message>
            <source>Stated and proven</source>
            <translation>所填與所證</translation>
        </message>
        <message>
            <source>Before and after the hardship</source>
            <translation>困難前後</translation>
        </message>
        <message>
            <source>Based on: {files}</source>
            <translation>依據：{files}</translation>
        </message>
        <message>
            <source>Not readable as statements: {files}</source>
            <translation>無法按交易明細讀取：{files}</translation>
        </message>
        <message>
            <source>The conversation gives no start date for the hardship.</source>
            <translation>「溝通」中尚未填寫困難起始日期。</translation>
        </message>
        <message>
            <source>Claimed from {day}; that month counts in neither.</source>
            <translation>自 {day} 起；當月兩邊均不計入。</translation>
        </message>
        <message>
            <source>Full month</source>
            <translation>整月</translation>
        </message>
        <message>
            <source>No statement</source>
            <translation>無交易明細</translation>
        </message>
        <message>
            <source>No income is found in this statement.</source>
            <translation>這份交易明細中沒有發現收入。</translation>
        </message>
        <message>
            <source>The last six months are shown here once a statement is read.</source>
            <translation>讀出交易明細後，近六個月顯示在這裡。</translation>
        </message>
    </context>
    <context>
        <name>StatementRows</name>
        <message>
            <source>Counterparty, description or amount</source>
            <translation>對方、摘要或金額</translation>
        </message>
        <message>
            <source>All months</source>
            <translation>全部月份</translation>
        </message>
        <message>
            <source>All types</source>
            <translation>全部類別</translation>
        </message>
        <message>
            <source>Show &amp;all</source>
            <translation>全部顯示(&amp;A)</translation>
        </message>
        <message>
            <source>From</source>
            <translation>金額從</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Search transactions</source>
            <translation>在明細中尋找</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Amount from</source>
            <translation>金額下限</translation>
        </message>
        <message>
            <source>Amount to</source>
            <translation>金額上限</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Counterparty</source>
            <translation>對方</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>餘額</translation>
        </message>
        <message>
            <source>Transactions</source>
            <translation>交易明細</translation>
        </message>
        <message>
            <source>Excluded: {why}</source>
            <translation>未計入：{why}</translation>
        </message>
        <message>
            <source>No row fits what is chosen above.</source>
            <translation>沒有符合上方條件的列。</translation>
        </message>
        <message>
            <source>{shown} of {count} {count|row|rows}</source>
            <translation>顯示 {shown} / {count} 列</translation>
        </message>
    </context>
    <context>
        <name>StatementSheet</name>
        <message>
            <source>T&amp;ransactions</source>
            <translation>明細(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Income</source>
            <translation>收入(&amp;I)</translation>
        </message>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回文件（Esc）</translation>
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
            <translation>筆數</translation>
        </message>
        <message>
            <source>Months of the statement</source>
            <translation>交易明細月份</translation>
        </message>
        <message>
            <source>No income in {months}</source>
            <translation>無收入月份：{months}</translation>
        </message>
        <message>
            <source>&amp;Open statement</source>
            <translation>開啟交易明細(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Map columns</source>
            <translation>指明各欄(&amp;M)</translation>
        </message>
        <message>
            <source>Reading the statement…</source>
            <translation>正在讀取交易明細…</translation>
        </message>
        <message>
            <source>Could not be read as a statement</source>
            <translation>未能按交易明細讀取</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation>另有 {count} 項。</translation>
        </message>
        <message>
            <source>&amp;Compute with LibreOffice</source>
            <translation>用 LibreOffice 計算(&amp;C)</translation>
        </message>
        <message>
            <source>The months of the statement are shown here.</source>
            <translation>交易明細的各月顯示在這裡。</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Progress</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>Sto&amp;p</source>
            <translation>停止(&amp;P)</translation>
        </message>
        <message>
            <source>Stopped; nothing was changed.</source>
            <translation>已停止，沒有作任何更改。</translation>
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
            <translation>夠用</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>很強</translation>
        </message>
        <message>
            <source>Strength of the passphrase</source>
            <translation>密碼強度</translation>
        </message>
    </context>
    <context>
        <name>StressStrip</name>
        <message>
            <source>As is</source>
            <translation>按現有</translation>
        </message>
        <message>
            <source>Income −10%</source>
            <translation>收入減一成</translation>
        </message>
        <message>
            <source>Income −20%</source>
            <translation>收入減兩成</translation>
        </message>
        <message>
            <source>Income −30%</source>
            <translation>收入減三成</translation>
        </message>
        <message>
            <source>Festival</source>
            <translation>節日月份</translation>
        </message>
        <message>
            <source>One missed</source>
            <translation>漏還一期</translation>
        </message>
        <message>
            <source>Month {number}</source>
            <translation>{number} 月</translation>
        </message>
        <message>
            <source>None</source>
            <translation>無</translation>
        </message>
        <message>
            <source>Extra</source>
            <translation>多支出</translation>
        </message>
        <message>
            <source>Savings</source>
            <translation>備用金</translation>
        </message>
        <message>
            <source>Stress test</source>
            <translation>壓力測試</translation>
        </message>
        <message>
            <source>Largest safe</source>
            <translation>最大安全還款</translation>
        </message>
        <message>
            <source>✓ Holds</source>
            <translation>✓ 能維持</translation>
        </message>
        <message>
            <source>First month that cannot be paid</source>
            <translation>首個無力還款的月份</translation>
        </message>
        <message>
            <source>Every month can be paid</source>
            <translation>各月均可還款</translation>
        </message>
        <message>
            <source>Largest monthly instalment that holds: {amount}</source>
            <translation>可維持的最大月還款額：{amount}</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>節日月</translation>
        </message>
    </context>
    <context>
        <name>TakeInPage</name>
        <message>
            <source>Ch&amp;oose bundle…</source>
            <translation>選擇案件包(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Take in</source>
            <translation>接收(&amp;T)</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指紋</translation>
        </message>
        <message>
            <source>I have com&amp;pared this fingerprint with the sender by phone</source>
            <translation>已與寄件人電話核對過這串指紋(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remember this desk</source>
            <translation>記住這個工作台(&amp;R)</translation>
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
            <translation>寄件工作台</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>所有檔案</translation>
        </message>
        <message>
            <source>Choose a bundle, or drop one here.</source>
            <translation>請選擇案件包，或拖放到這裡。</translation>
        </message>
        <message>
            <source>Case bundles</source>
            <translation>案件包</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在讀取 {file}…</translation>
        </message>
        <message>
            <source>Known</source>
            <translation>已認識</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未認識</translation>
        </message>
        <message>
            <source>Case {number} taken in: {added} {added|entry|entries} added, {changed} changed, {removed} removed.</source>
            <translation>案件 {number} 已接收：新增 {added} 條紀錄，更改 {changed} 條，刪去 {removed} 條。</translation>
        </message>
        <message>
            <source>Case {number}, as it left on {day} by {by}: {entries} {entries|entry|entries}, {files} {files|file|files} with {size}</source>
            <translation>案件 {number}，{day} 由 {by} 送出：{entries} 條紀錄，{files} 個檔案，共 {size}</translation>
        </message>
    </context>
    <context>
        <name>TimelinePage</name>
        <message>
            <source>Every kind</source>
            <translation>所有種類</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>匯出(&amp;E)…</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>條目</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>By</source>
            <translation>經辦</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>變動內容</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>時間軸</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人員</translation>
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
            <translation>顯示</translation>
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
            <translation>{number}-時間軸.xlsx</translation>
        </message>
        <message>
            <source>Export timeline</source>
            <translation>匯出時間軸</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>已匯出：{file}</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程式</translation>
        </message>
        <message>
            <source>No entry fits what is chosen above.</source>
            <translation>沒有符合上方條件的條目。</translation>
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
            <translation>僅有理由的</translation>
        </message>
        <message>
            <source>{shown} of {all} {all|entry|entries}. Each is bound to the one before by its digest; “workstation log verify” checks them.</source>
            <translation>{all} 條中的 {shown} 條。每條以摘要與前一條相連，改動查得出來（命令列：log verify）。</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close this message</source>
            <translation>關閉此訊息</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>Hidden. Press F8 to show.</source>
            <translation>已遮擋，按 F8 顯示。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>在資料夾中顯示</translation>
        </message>
        <message>
            <source>No program of this computer opens this file: {file}</source>
            <translation>本機沒有能開啟此檔案的程式：{file}</translation>
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
            <translation>違約金</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>費用</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>列數</translation>
        </message>
        <message>
            <source>Control totals</source>
            <translation>控制合計</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>讀取</translation>
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
            <translation>請選擇檔案，或把檔案拖到本頁任意處：入庫之前先在這裡列出合計。</translation>
        </message>
        <message>
            <source>Columns not used: {columns}</source>
            <translation>未使用的欄：{columns}</translation>
        </message>
    </context>
    <context>
        <name>TrustCard</name>
        <message>
            <source>Signatures in PDF files are checked against these certificates, offline. Take a root certificate from its issuer and compare the fingerprint. A trusted signature replaces no check.</source>
            <translation>PDF 的簽章在本機按這些憑證核對，不聯網。根憑證請向簽發機構索取，並核對指紋。簽名可信不代替任何核驗。</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>簽發機構</translation>
        </message>
        <message>
            <source>Fingerprint</source>
            <translation>指紋</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Root certificates</source>
            <translation>根憑證</translation>
        </message>
        <message>
            <source>Add cer&amp;tificate…</source>
            <translation>新增憑證(&amp;T)…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>憑證</translation>
        </message>
        <message>
            <source>Add certificate</source>
            <translation>新增憑證</translation>
        </message>
        <message>
            <source>No longer trusted: {name}</source>
            <translation>不再信任：{name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>No certificate is trusted yet. Add the root certificate of an authority.</source>
            <translation>還沒有信任的憑證。請新增機構的根憑證。</translation>
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
            <translation>從備份恢復(&amp;R)…</translation>
        </message>
        <message>
            <source>Desk &amp;folder</source>
            <translation>工作台資料夾(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>密碼(&amp;P)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open desk</source>
            <translation>開啟工作台</translation>
        </message>
        <message>
            <source>&amp;Who works</source>
            <translation>使用者(&amp;W)</translation>
        </message>
        <message>
            <source>Use recovery &amp;key</source>
            <translation>使用恢復金鑰(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Recovery key: the 24 words of the sheet, in their order</source>
            <translation>恢復金鑰：恢復表上的 24 個單字，按順序輸入(&amp;R)</translation>
        </message>
        <message>
            <source>Desk &amp;damaged?</source>
            <translation>工作台已損壞？(&amp;D)</translation>
        </message>
        <message>
            <source>Move to a &amp;server…</source>
            <translation>移到伺服器(&amp;S)…</translation>
        </message>
        <message>
            <source>Move &amp;back into a folder…</source>
            <translation>移回資料夾(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Join a desk on a server…</source>
            <translation>加入伺服器上的工作台(&amp;J)…</translation>
        </message>
        <message>
            <source>This desk comes from an older version. Its list of cases is made anew: {done} of {total}.</source>
            <translation>此工作台由較早的版本建立，正在重建案件列表：{done} / {total}。</translation>
        </message>
    </context>
    <context>
        <name>UnlockSheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回證明文件（Esc）</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>檔案密碼</translation>
        </message>
        <message>
            <source>&amp;Password of the file</source>
            <translation>檔案密碼(&amp;P)</translation>
        </message>
        <message>
            <source>The original file is stored unchanged; the password is kept with it, both encrypted.</source>
            <translation>原檔案保持不變，與密碼一併加密儲存。</translation>
        </message>
        <message>
            <source>&amp;Open and add</source>
            <translation>開啟並新增(&amp;O)</translation>
        </message>
        <message>
            <source>S&amp;kip this file</source>
            <translation>跳過此檔案(&amp;K)</translation>
        </message>
        <message>
            <source>Not opened, so not added: {files}</source>
            <translation>未開啟，因此未加入：{files}</translation>
        </message>
        <message>
            <source>The text itself, as PDF pages</source>
            <translation>正文（排成 PDF 頁面）</translation>
        </message>
        <message>
            <source>The table in the text</source>
            <translation>正文中的表格</translation>
        </message>
        <message>
            <source>&amp;Convert and add</source>
            <translation>轉換並新增(&amp;O)</translation>
        </message>
        <message>
            <source>LibreOffice on this computer can set it as PDF; the document itself is stored with it.</source>
            <translation>本機的 LibreOffice 可以把它轉為 PDF，原檔案一併儲存。</translation>
        </message>
        <message>
            <source>{count} {count|file|files} inside. Choose those to add; Ctrl+A takes all.</source>
            <translation>內含 {count} 個檔案。請選擇要新增的（Ctrl+A 全選）。</translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message>
            <source>As issued on {when}</source>
            <translation>{when} 交出時的內容</translation>
        </message>
        <message>
            <source>printed {count}×</source>
            <translation>已列印 {count} 份</translation>
        </message>
        <message>
            <source>Sources changed</source>
            <translation>來源已變動</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>已有新版</translation>
        </message>
        <message>
            <source>As issued</source>
            <translation>與出具時一致</translation>
        </message>
        <message>
            <source>Printed {when}, {who}, {printer} ×{copies}</source>
            <translation>已於 {when} 列印，{who}，{printer}，{copies} 份</translation>
        </message>
        <message>
            <source>Current version</source>
            <translation>目前內容</translation>
        </message>
        <message>
            <source>Current version; none issued before</source>
            <translation>目前內容（此前未出具）</translation>
        </message>
        <message>
            <source>Version {number}, {pages} {pages|page|pages}, issued on {when}</source>
            <translation>第 {number} 版，{pages} 頁，{when} 出具</translation>
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
            <translation>密碼(&amp;P)</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>確認</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Confirm as second person</source>
            <translation>第二人確認</translation>
        </message>
        <message>
            <source>A supervisor confirms</source>
            <translation>主管確認</translation>
        </message>
    </context>
    <context>
        <name>VulnerabilityPart</name>
        <message>
            <source>Circumstance</source>
            <translation>情況</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>What it changes</source>
            <translation>改變了什麼</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>結束日</translation>
        </message>
        <message>
            <source>Noted circumstances</source>
            <translation>已記錄的情況</translation>
        </message>
        <message>
            <source>&amp;End</source>
            <translation>結束(&amp;E)</translation>
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
            <translation>只用管道</translation>
        </message>
        <message>
            <source>Days between conversations</source>
            <translation>兩次談話間隔天數</translation>
        </message>
        <message>
            <source>Referred to</source>
            <translation>轉介</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>&amp;Note with consent</source>
            <translation>經同意記錄(&amp;N)</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>新紀錄</translation>
        </message>
        <message>
            <source>Nothing is noted. It takes the person's consent.</source>
            <translation>沒有紀錄。紀錄須經本人同意。</translation>
        </message>
        <message>
            <source>Consent on {day}</source>
            <translation>{day} 同意</translation>
        </message>
        <message>
            <source>Nothing noted. Note a circumstance on the right, with consent.</source>
            <translation>沒有登記。徵得本人同意後，在右側登記特殊情況。</translation>
        </message>
    </context>
    <context>
        <name>WaitingColumn</name>
        <message>
            <source>Do nothing</source>
            <translation>不處理</translation>
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
            <translation>今日所欠；若一直不還</translation>
        </message>
        <message>
            <source>{count} {count|month|months}</source>
            <translation>{count} 個月後</translation>
        </message>
        <message>
            <source>{count} {count|day|days}</source>
            <translation>{count} 天後</translation>
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
            <translation>記錄豁免</translation>
        </message>
        <message>
            <source>Confirmed with a passphrase</source>
            <translation>由主管輸入密碼確認</translation>
        </message>
    </context>
    <context>
        <name>WordingMarks</name>
        <message>
            <source>{told} (Ctrl+. replaces)</source>
            <translation>{told}（Ctrl+.替換）</translation>
        </message>
    </context>
    <context>
        <name>BankList</name>
        <message>
            <source>Co&amp;mpute with LibreOffice</source>
            <translation>用 LibreOffice 計算(&amp;M)</translation>
        </message>
        <message>
            <source>Choose &amp;file…</source>
            <translation>選擇檔案(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>欄位對應(&amp;C)</translation>
        </message>
        <message>
            <source>Back to keeping (Esc)</source>
            <translation>返回履約（Esc）</translation>
        </message>
        <message>
            <source>Balances stated by a bank</source>
            <translation>銀行列明的餘額</translation>
        </message>
        <message>
            <source>Payments of a bank's list</source>
            <translation>銀行還款名單</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>名單</translation>
        </message>
        <message>
            <source>List of a bank</source>
            <translation>銀行清單</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在讀取 {file}…</translation>
        </message>
        <message>
            <source>Answer the rows that are asked about, or leave them all out.</source>
            <translation>請先回答有疑問的列，或全部不入。</translation>
        </message>
        <message>
            <source>Stopped: nothing was matched. Choose the file again, or answer a question.</source>
            <translation>已停止，沒有核對任何一列。請重新選擇檔案，或回答一個問題。</translation>
        </message>
        <message>
            <source>&amp;Import {count} {count|balance|balances}</source>
            <translation>登記 {count} 筆餘額(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Import {count} {count|payment|payments}</source>
            <translation>入帳 {count} 筆還款(&amp;I)</translation>
        </message>
        <message>
            <source>{count} {count|balance|balances} noted from {file}; rows kept as rejected: {rejected}</source>
            <translation>已登記 {file} 中的 {count} 筆餘額；退回留存 {rejected} 列</translation>
        </message>
        <message>
            <source>{count} {count|payment|payments} recorded from {file}; rows kept as rejected: {rejected}</source>
            <translation>已登記 {file} 中的 {count} 筆還款；退回留存 {rejected} 列</translation>
        </message>
    </context>
    <context>
        <name>ComingButton</name>
        <message>
            <source>Comin&amp;g due: {count}</source>
            <translation>即將到期：{count}(&amp;G)</translation>
        </message>
    </context>
    <context>
        <name>ComingPart</name>
        <message>
            <source>{count} to remind of. Whether a number may be called now follows the rules of contact; Enter opens the case.</source>
            <translation>共 {count} 項待提醒。能否撥打按聯絡規則判斷；按 Enter 開啟案件。</translation>
        </message>
        <message>
            <source>Days from today</source>
            <translation>今後天數</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Coming due</source>
            <translation>即將到期</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部事項</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>今後</translation>
        </message>
        <message>
            <source>show</source>
            <translation>顯示</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天數</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事項</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>能否撥打</translation>
        </message>
        <message>
            <source>Nothing comes due in these days. Instalments, promises, reviews and next steps are reminded of here.</source>
            <translation>這些天沒有到期事項。應還期款、承諾、複核和下一步會在這裡提醒。</translation>
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
            <translation>資料</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>出處</translation>
        </message>
        <message>
            <source>Figures of the application</source>
            <translation>申請中的資料</translation>
        </message>
        <message>
            <source>✓ here</source>
            <translation>✓ 本文件</translation>
        </message>
        <message>
            <source>✓ elsewhere</source>
            <translation>✓ 其他文件</translation>
        </message>
        <message>
            <source>△ value changed</source>
            <translation>△ 值已變動</translation>
        </message>
        <message>
            <source>found here</source>
            <translation>文字中找到</translation>
        </message>
        <message>
            <source>Figures that a proof can show are listed here once they are entered.</source>
            <translation>填寫數字後，可由文件證明的列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>ListQuestion</name>
        <message>
            <source>Belongs to &amp;account</source>
            <translation>屬於帳戶(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Take it</source>
            <translation>照此登記(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Leave it out</source>
            <translation>不登記(&amp;L)</translation>
        </message>
        <message>
            <source>Row {row}</source>
            <translation>第 {row} 列</translation>
        </message>
        <message>
            <source>not clear yet</source>
            <translation>尚未確定</translation>
        </message>
        <message>
            <source>Waiting for an answer: {count}</source>
            <translation>待回答：{count} 列</translation>
        </message>
        <message>
            <source>L&amp;eave all the rest</source>
            <translation>其餘全部不登記(&amp;E)</translation>
        </message>
    </context>
    <context>
        <name>ListSaid</name>
        <message>
            <source>not clear yet</source>
            <translation>尚未確定</translation>
        </message>
        <message>
            <source>already in that balance</source>
            <translation>餘額中已包含</translation>
        </message>
        <message>
            <source>count besides it</source>
            <translation>另行入帳</translation>
        </message>
        <message>
            <source>Days are written</source>
            <translation>日期寫法</translation>
        </message>
        <message>
            <source>Payments before the stated balance are</source>
            <translation>早於欠款餘額日期的還款</translation>
        </message>
        <message>
            <source>Day of the list</source>
            <translation>名單日期</translation>
        </message>
        <message>
            <source>I have compared the sums: take it in all the same</source>
            <translation>已核對合計，仍然登記</translation>
        </message>
    </context>
    <context>
        <name>ListTable</name>
        <message>
            <source>Rows of the list</source>
            <translation>名單各列</translation>
        </message>
        <message>
            <source>Stated</source>
            <translation>銀行列明</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾號</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Ours</source>
            <translation>本處推算</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>相差</translation>
        </message>
        <message>
            <source>In the list</source>
            <translation>名單所寫</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>疑問</translation>
        </message>
        <message>
            <source>Name the columns above; the rows are shown here then.</source>
            <translation>請在上面指明各欄，各列隨後顯示在這裡。</translation>
        </message>
        <message>
            <source>Choose a file, drop one here, or paste a file or copied cells (Ctrl+V).</source>
            <translation>請選擇檔案，或將檔案拖到此處，也可貼上檔案或複製的儲存格（Ctrl+V）。</translation>
        </message>
    </context>
    <context>
        <name>OralPanel</name>
        <message>
            <source>Record &amp;agreement</source>
            <translation>登記約定(&amp;A)</translation>
        </message>
        <message>
            <source>Oral agreements</source>
            <translation>口頭約定</translation>
        </message>
        <message>
            <source>The recording is kept at least until the account is settled.</source>
            <translation>錄音至少保存到該帳戶結清。</translation>
        </message>
        <message>
            <source>Agreed on</source>
            <translation>約定日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>Bank clerk</source>
            <translation>銀行經辦人</translation>
        </message>
        <message>
            <source>Clerk's number</source>
            <translation>員工編號或電話</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>約定內容</translation>
        </message>
        <message>
            <source>Recording: number or place</source>
            <translation>錄音編號或存放處</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>約定時間</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>錄音</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>經辦人</translation>
        </message>
        <message>
            <source>No oral agreements yet. Type what was agreed and where its recording is, and record it.</source>
            <translation>還沒有口頭約定。寫明約定內容和錄音所在，然後登記。</translation>
        </message>
        <message>
            <source>HH:MM</source>
            <translation>時:分</translation>
        </message>
    </context>
    <context>
        <name>OralPart</name>
        <message>
            <source>Bank, clerk, words, recording, name or case number</source>
            <translation>銀行、經辦人、約定內容、錄音、姓名或案件編號</translation>
        </message>
        <message>
            <source>Search the register</source>
            <translation>搜尋登記</translation>
        </message>
        <message>
            <source>Only what is &amp;not settled</source>
            <translation>僅未結清(&amp;N)</translation>
        </message>
        <message>
            <source>Oral agreements</source>
            <translation>口頭約定</translation>
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
            <translation>從</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>約定時間</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾號</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>經辦人</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>約定內容</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>錄音</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>保存至</translation>
        </message>
        <message>
            <source>No oral agreements. They are entered on the page Keeping of a case (Ctrl+7), under Oral agreements.</source>
            <translation>沒有口頭約定。在案件「履約」頁（Ctrl+7）的「口頭約定」中登記。</translation>
        </message>
        <message>
            <source>Agreements: {count}, on accounts that are not settled: {held}. They are entered on the page Keeping.</source>
            <translation>共 {count} 項約定，其中 {held} 項的帳戶尚未結清。在「履約」頁登記。</translation>
        </message>
    </context>
    <context>
        <name>PaperExport</name>
        <message>
            <source>Saved: {file}</source>
            <translation>已寫入：{file}</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>匯出</translation>
        </message>
    </context>
    <context>
        <name>PromiseGrant</name>
        <message>
            <source>Request approval</source>
            <translation>申請核准</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>核准</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒絕</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>決定人</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>決定</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>R&amp;ecord</source>
            <translation>登記(&amp;E)</translation>
        </message>
        <message>
            <source>Ask another des&amp;k</source>
            <translation>向其他工作台申請(&amp;K)</translation>
        </message>
        <message>
            <source>Code from the supervisor, beginning with G</source>
            <translation>主管給的授權碼，以 G 開頭</translation>
        </message>
        <message>
            <source>Code from the supervisor</source>
            <translation>主管給的授權碼</translation>
        </message>
        <message>
            <source>Take code</source>
            <translation>使用授權碼</translation>
        </message>
        <message>
            <source>Save request</source>
            <translation>儲存申請</translation>
        </message>
        <message>
            <source>request.txt</source>
            <translation>申請.txt</translation>
        </message>
        <message>
            <source>Give this to the supervisor: as a file, pasted, or scanned from the screen. It names nobody.</source>
            <translation>請交給主管：以檔案、貼上或掃描螢幕均可。其中不含任何人名。</translation>
        </message>
        <message>
            <source>Request to a supervisor</source>
            <translation>向主管的申請</translation>
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
            <translation>兌現率＝履約承諾數 / 到期承諾數；金額兌現率＝按期收到 / 承諾金額。過期後改期的算未履行，取消的不計。</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>專員</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Debtor</source>
            <translation>債務人</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>還款方式</translation>
        </message>
        <message>
            <source>Rates by</source>
            <translation>分組</translation>
        </message>
        <message>
            <source>Kept rates</source>
            <translation>兌現率</translation>
        </message>
        <message>
            <source>Promises of the group</source>
            <translation>該組承諾</translation>
        </message>
        <message>
            <source>Due from</source>
            <translation>到期日從</translation>
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
            <translation>到期日從</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>分組</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>幣別</translation>
        </message>
        <message>
            <source>Kept / due</source>
            <translation>履約 / 到期</translation>
        </message>
        <message>
            <source>In time / promised</source>
            <translation>按期收到 / 承諾金額</translation>
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
            <translation>承諾數</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾號</translation>
        </message>
        <message>
            <source>Taken by</source>
            <translation>登記人</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承諾金額</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>按期收到</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>No promise is due in this time.</source>
            <translation>該期間沒有到期的承諾。</translation>
        </message>
        <message>
            <source>No promise is due in this time. Promises are taken on the page Keeping of a case (Ctrl+7).</source>
            <translation>這段時間沒有到期的承諾。承諾在案件「履約」頁（Ctrl+7）登記。</translation>
        </message>
        <message>
            <source>Choose a group above; its promises are listed here.</source>
            <translation>請在上方選擇一組，其承諾列在這裡。</translation>
        </message>
    </context>
    <context>
        <name>RegisterPart</name>
        <message>
            <source>Reading…</source>
            <translation>正在讀取…</translation>
        </message>
    </context>
    <context>
        <name>RegistersPage</name>
        <message>
            <source>Comin&amp;g due</source>
            <translation>即將到期(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Oral agreements</source>
            <translation>口頭約定(&amp;O)</translation>
        </message>
        <message>
            <source>Kept &amp;rates</source>
            <translation>兌現率(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Yearly reviews</source>
            <translation>年度複核(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Kept until</source>
            <translation>保存期限(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>匯出(&amp;E)…</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Export the register</source>
            <translation>匯出登記</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>已匯出：{file}</translation>
        </message>
        <message>
            <source>&amp;Buckets</source>
            <translation>逾期階段(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Movements</source>
            <translation>階段變動(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Packets</source>
            <translation>申請與答覆(&amp;P)</translation>
        </message>
        <message>
            <source>Registers and reports</source>
            <translation>登記與報表</translation>
        </message>
    </context>
    <context>
        <name>RejectedRows</name>
        <message>
            <source>Save &amp;rejected rows…</source>
            <translation>儲存退回列(&amp;R)…</translation>
        </message>
        <message>
            <source>Save rejected rows</source>
            <translation>儲存退回列</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已儲存：{file}</translation>
        </message>
    </context>
    <context>
        <name>RetentionPart</name>
        <message>
            <source>Only wha&amp;t may be deleted</source>
            <translation>僅可以刪除的(&amp;T)</translation>
        </message>
        <message>
            <source>Ended cases</source>
            <translation>已結束案件</translation>
        </message>
        <message>
            <source>Runs in the log</source>
            <translation>操作紀錄中的刪除</translation>
        </message>
        <message>
            <source>May be deleted</source>
            <translation>可以刪除</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>結清日期</translation>
        </message>
        <message>
            <source>Last record</source>
            <translation>最後一項紀錄</translation>
        </message>
        <message>
            <source>Its day</source>
            <translation>紀錄日期</translation>
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
            <translation>條目</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>確認人</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件數</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>紀錄數</translation>
        </message>
        <message>
            <source>Name or file</source>
            <translation>姓名或檔案</translation>
        </message>
        <message>
            <source>Nothing to delete. Cases with settled or closed accounts, and lists with rejected rows, are listed here.</source>
            <translation>沒有可刪除的內容。帳戶已結清或結案的案件和有退回列的清單列在這裡。</translation>
        </message>
        <message>
            <source>Nothing was deleted yet.</source>
            <translation>尚未刪除過。</translation>
        </message>
        <message>
            <source>Deleted, confirmed by {name}: {cases}. {count} {count|file|files} went into quarantine.</source>
            <translation>已刪除，由 {name} 確認：{cases}。{count} 個檔案移入隔離區。</translation>
        </message>
        <message>
            <source>{years} {years|year|years} by {rule}</source>
            <translation>保存 {years} 年，依據：{rule}</translation>
        </message>
        <message>
            <source>{number} ({records} {records|record|records}, {files} {files|file|files})</source>
            <translation>{number}（{records} 條紀錄，{files} 個檔案）</translation>
        </message>
        <message>
            <source>Ended cases and lists with rejected rows: {count}, of which {due} may be deleted. Each is kept by the longest rule.</source>
            <translation>已結束案件和有退回列的清單共 {count} 項，其中 {due} 項可以刪除。每項按適用的最長期限保存。</translation>
        </message>
        <message>
            <source>{count} {count|entry goes|entries go} with all records (list {code}) and cannot be brought back from this desk. Export the list if it is to be kept, then press again.</source>
            <translation>以上 {count} 項連同全部紀錄將被刪除（清單 {code}），本工作台無法恢復。需要留存清單的請先匯出，然後再按一次。</translation>
        </message>
        <message>
            <source>De&amp;lete {count} {count|entry|entries}…</source>
            <translation>刪除 {count} 項(&amp;L)…</translation>
        </message>
    </context>
    <context>
        <name>ReviewsPart</name>
        <message>
            <source>Yearly reviews</source>
            <translation>年度複核</translation>
        </message>
        <message>
            <source>Proofs to ask for</source>
            <translation>索取文件</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>複核日</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天數</translation>
        </message>
        <message>
            <source>Ask from</source>
            <translation>開始索取</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>To ask for</source>
            <translation>待索取</translation>
        </message>
        <message>
            <source>No yearly review comes up. It is a year after a bank's schedule is adopted on the page Keeping (Ctrl+7).</source>
            <translation>暫無年度複核。在「履約」頁（Ctrl+7）採用銀行還款計畫滿一年時複核。</translation>
        </message>
        <message>
            <source>A schedule is reviewed every {months} {months|month|months}; proofs are asked for {days} {days|day|days} before. A review is complete when each of them was received since.</source>
            <translation>還款計畫每 {months} 個月複核一次，提前 {days} 天索取文件；其後各項文件均已收到，即複核完成。</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Pack of rules</source>
            <translation>規則包</translation>
        </message>
        <message>
            <source>Bank, rule, figure or source</source>
            <translation>銀行、規則、取值或依據</translation>
        </message>
        <message>
            <source>Search the rules</source>
            <translation>搜尋規則</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>About</source>
            <translation>對象</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>規則</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>取值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依據</translation>
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
            <translation>規則</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>匯出(&amp;E)…</translation>
        </message>
        <message>
            <source>Back to cases (Ctrl+0)</source>
            <translation>返回案件列表（Ctrl+0）</translation>
        </message>
        <message>
            <source>Rules and their sources</source>
            <translation>規則與依據</translation>
        </message>
        <message>
            <source>Export the rules</source>
            <translation>匯出規則</translation>
        </message>
        <message>
            <source>Exported: {file}</source>
            <translation>已匯出：{file}</translation>
        </message>
        <message>
            <source>No rule fits the search.</source>
            <translation>沒有符合搜尋的規則。</translation>
        </message>
        <message>
            <source>What changed since</source>
            <translation>自上一版的變動</translation>
        </message>
        <message>
            <source>{count} {count|rule|rules} of {day}, {unknown} of them not known. A rule of your own bank belongs into a pack of the desk.</source>
            <translation>{day} 版，共 {count} 條，其中 {unknown} 條未查到。本行自己的規定請寫入本處的規則包。</translation>
        </message>
    </context>
    <context>
        <name>SourcesSheet</name>
        <message>
            <source>Page: mark where the figure stands</source>
            <translation>頁面：標出資料所在位置</translation>
        </message>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回文件（Esc）</translation>
        </message>
        <message>
            <source>Previous page (Page Up)</source>
            <translation>上一頁（Page Up）</translation>
        </message>
        <message>
            <source>Next page (Page Down)</source>
            <translation>下一頁（Page Down）</translation>
        </message>
        <message>
            <source>Next &amp;find</source>
            <translation>下一處(&amp;F)</translation>
        </message>
        <message>
            <source>Ne&amp;xt document</source>
            <translation>下一份文件(&amp;X)</translation>
        </message>
        <message>
            <source>With&amp;draw</source>
            <translation>撤回(&amp;D)</translation>
        </message>
        <message>
            <source>Confir&amp;m</source>
            <translation>確認(&amp;M)</translation>
        </message>
        <message>
            <source>Enter confirms. Click or draw on the page, or keys: Ins marks, arrows move, Shift+arrows resize.</source>
            <translation>Enter 確認。可在頁面上點按或拖曳；按鍵：Ins 標記，方向鍵移動，Shift+方向鍵改大小。</translation>
        </message>
        <message>
            <source>The value was {value} when it was confirmed. Confirm it again.</source>
            <translation>核對時的值是 {value}，現已變動，請重新核對。</translation>
        </message>
        <message>
            <source>Found on page {pages}: “{text}”. Compare it, then press Enter.</source>
            <translation>第 {pages} 頁寫有「{text}」。核對後按 Enter。</translation>
        </message>
        <message>
            <source>This table does not contain the value.</source>
            <translation>此表格中沒有這個值。</translation>
        </message>
        <message>
            <source>No text found that says this value. If the page shows it, mark the place, then confirm.</source>
            <translation>文字中沒有找到這個值。如頁面上可見，請標出位置後確認。</translation>
        </message>
    </context>
    <context>
        <name>WordingReason</name>
        <message>
            <source>Why these words stay</source>
            <translation>保留這些用語的理由</translation>
        </message>
        <message>
            <source>Allow &amp;wording</source>
            <translation>允許該用語(&amp;W)</translation>
        </message>
        <message>
            <source>Wording allowed by {name}, {at}: {reason} (not printed)</source>
            <translation>{name} 於 {at} 允許該用語：{reason}（不印在文書上）</translation>
        </message>
        <message>
            <source>The letter needs other words, or a supervisor's reason, which is kept here and not printed.</source>
            <translation>催收函須改用其他說法，或由主管說明理由；理由留在本處，不印在函上。</translation>
        </message>
        <message>
            <source>The letter needs other words, or your reason, which is kept here and not printed.</source>
            <translation>催收函須改用其他說法，或由您說明理由；理由留在本處，不印在函上。</translation>
        </message>
    </context>
    <context>
        <name>ListMatching</name>
        <message>
            <source>Matching the rows…</source>
            <translation>正在核對各列…</translation>
        </message>
        <message>
            <source>Rows matched</source>
            <translation>已核對的列</translation>
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
            <translation>每筆至少：象徵性還款</translation>
        </message>
        <message>
            <source>Each debt at least: its minimum due</source>
            <translation>每筆至少：其最低還款額</translation>
        </message>
        <message>
            <source>Minimum of each debt</source>
            <translation>各筆最低額</translation>
        </message>
        <message>
            <source>Orders of paying several debts</source>
            <translation>多筆債務的還款順序</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>順序</translation>
        </message>
        <message>
            <source>First paid off</source>
            <translation>首筆結清</translation>
        </message>
        <message>
            <source>Last payment</source>
            <translation>最後還款日</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>月數</translation>
        </message>
        <message>
            <source>Paid in all</source>
            <translation>共還</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>代價</translation>
        </message>
        <message>
            <source>Interest from today until the last payment; penalties are not counted while minimums are paid</source>
            <translation>從今天到最後一次還款的利息；按時支付最低額期間不計違約金</translation>
        </message>
        <message>
            <source>Dearer by</source>
            <translation>多付</translation>
        </message>
        <message>
            <source>{order}: {steps}. Every debt gets its own minimum first; none is paid from another's.</source>
            <translation>{order}：{steps}。每筆債務先得到自己的最低額，不從別筆的最低額中支付。</translation>
        </message>
        <message>
            <source>never</source>
            <translation>還不清</translation>
        </message>
        <message>
            <source>Smallest first (snowball)</source>
            <translation>先小後大（雪球法）</translation>
        </message>
        <message>
            <source>Dearest first (avalanche)</source>
            <translation>先還利率高的（雪崩法）</translation>
        </message>
        <message>
            <source>By balance (pro rata)</source>
            <translation>按餘額比例</translation>
        </message>
        <message>
            <source>Order of the law</source>
            <translation>法定抵充順序</translation>
        </message>
        <message>
            <source>never ends</source>
            <translation>還不清</translation>
        </message>
        <message>
            <source>No order to compare: a debt with its rate and a sum a month are needed.</source>
            <translation>無法比較：需有帶利率的欠款和每月還款額。</translation>
        </message>
    </context>
    <context>
        <name>RememberedColumns</name>
        <message>
            <source>Forget these columns</source>
            <translation>不再記住這些欄</translation>
        </message>
        <message>
            <source>Columns as {who} named them for {bank} on {day}. “Columns” changes them.</source>
            <translation>各欄的含義沿用 {who} 於 {day} 為 {bank} 指定的；要改請點「欄位對應」。</translation>
        </message>
        <message>
            <source>a list of several banks</source>
            <translation>含多家銀行的清單</translation>
        </message>
        <message>
            <source>The columns of this list are forgotten.</source>
            <translation>已不再記住這份清單的欄位。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
    </context>
    <context>
        <name>BoundsEdit</name>
        <message>
            <source>500, or 500-800 for a range, 500- for at least, ? where nothing is known</source>
            <translation>填 500；範圍填 500-800；至少填 500-；不知道填 ?</translation>
        </message>
    </context>
    <context>
        <name>ClaimTab</name>
        <message>
            <source>Entries</source>
            <translation>條目</translation>
        </message>
        <message>
            <source>Claimed against rebuilt</source>
            <translation>主張與重算對照</translation>
        </message>
        <message>
            <source>Takes what the statements received as evidence paid to this bank</source>
            <translation>從已收交易明細中取出付給本行的還款</translation>
        </message>
        <message>
            <source>Fill in what is missing; nothing can be compared yet.</source>
            <translation>請補齊缺少的內容，暫時無法對照。</translation>
        </message>
        <message>
            <source>On record</source>
            <translation>已登記</translation>
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
            <translation>條目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>證據</translation>
        </message>
        <message>
            <source>From</source>
            <translation>來源</translation>
        </message>
        <message>
            <source>List of payments</source>
            <translation>還款清單</translation>
        </message>
        <message>
            <source>&amp;List…</source>
            <translation>清單(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Questions…</source>
            <translation>問詢單(&amp;Q)…</translation>
        </message>
        <message>
            <source>Adds every payment of a list of this account</source>
            <translation>新增本帳戶清單中的全部還款</translation>
        </message>
        <message>
            <source>Questions to the bank, as PDF</source>
            <translation>給銀行的問詢單（PDF）</translation>
        </message>
        <message>
            <source>Sav&amp;e terms</source>
            <translation>儲存條款(&amp;E)</translation>
        </message>
        <message>
            <source>Rem&amp;ove</source>
            <translation>刪除(&amp;O)</translation>
        </message>
        <message>
            <source>S&amp;tatements</source>
            <translation>交易明細(&amp;T)</translation>
        </message>
        <message>
            <source>Nothing gathered yet. Add what was paid and what the contract says above.</source>
            <translation>尚未收集。請在上方新增還款和契約約定。</translation>
        </message>
        <message>
            <source>Here stands what the bank claims beside what was rebuilt.</source>
            <translation>此處對照銀行主張與重算結果。</translation>
        </message>
        <message>
            <source>{count} {count|payment|payments} added; look through them.</source>
            <translation>已新增 {count} 筆還款，請過目。</translation>
        </message>
    </context>
    <context>
        <name>ClaimTermsForm</name>
        <message>
            <source>None</source>
            <translation>無</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>按月</translation>
        </message>
        <message>
            <source>On statement days</source>
            <translation>結帳日</translation>
        </message>
        <message>
            <source>Also before payments</source>
            <translation>還款前也入帳</translation>
        </message>
        <message>
            <source>Bears no interest</source>
            <translation>不計息</translation>
        </message>
        <message>
            <source>Bears interest</source>
            <translation>計息</translation>
        </message>
        <message>
            <source>Asked again</source>
            <translation>計入下期</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>不計入</translation>
        </message>
    </context>
    <context>
        <name>ClaimWords</name>
        <message>
            <source>✕ First difference on {day}: {item} claimed {claimed}, {beyond} beyond what is possible.</source>
            <translation>✕ 最早的差異在 {day}：{item}主張 {claimed}，超出可能範圍 {beyond}。</translation>
        </message>
        <message>
            <source>Time limit until {day}, counted from {since} on {from_day}; advice only ({source}, {dated}).</source>
            <translation>訴訟時效至 {day}，自 {from_day}（{since}）起算；僅供參考（{source}，{dated}）。</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>不詳</translation>
        </message>
        <message>
            <source>No balance is on record that the bank claims. Add one: Claimed by the bank.</source>
            <translation>沒有記錄銀行主張的欠款。請新增一筆「銀行主張」。</translation>
        </message>
        <message>
            <source>✓ No item that is claimed lies outside what is possible.</source>
            <translation>✓ 銀行主張的各項都在可能的範圍之內。</translation>
        </message>
        <message>
            <source>the due day missed</source>
            <translation>到期還款日</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>主張</translation>
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
            <translation>差額</translation>
        </message>
        <message>
            <source> The claim of {day} still agreed.</source>
            <translation>{day} 的主張仍然一致。</translation>
        </message>
        <message>
            <source>Suspension and a last day on a holiday are not reckoned: no rule on them was read.</source>
            <translation>時效中止、屆滿日遇節假日未計入：沒有讀到相應規則。</translation>
        </message>
    </context>
    <context>
        <name>EntryForm</name>
        <message>
            <source>Not counted</source>
            <translation>不計</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>計</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>新增(&amp;A)</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>條目</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最後一天</translation>
        </message>
        <message>
            <source>Interest of the last day</source>
            <translation>最後一天的利息</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>利率</translation>
        </message>
        <message>
            <source>Amount in the contract</source>
            <translation>契約金額</translation>
        </message>
        <message>
            <source>Creditor now</source>
            <translation>現債權人</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>證據</translation>
        </message>
        <message>
            <source>What or who secures it</source>
            <translation>擔保物或保證人</translation>
        </message>
    </context>
    <context>
        <name>FilingNote</name>
        <message>
            <source>in {count} {count|day|days}</source>
            <translation>還有 {count} 天</translation>
        </message>
        <message>
            <source>{count} {count|day|days} ago</source>
            <translation>已過 {count} 天</translation>
        </message>
        <message>
            <source>One application for {accounts} {accounts|account|accounts}, {banks} {banks|creditor|creditors}</source>
            <translation>一件申請，及於 {banks} 家債權人、{accounts} 個帳戶</translation>
        </message>
    </context>
    <context>
        <name>StatementLines</name>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Name or description</source>
            <translation>名稱或說明</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年度（西元）</translation>
        </message>
        <message>
            <source>Share of support</source>
            <translation>扶養責任比例</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
    </context>
    <context>
        <name>StatementSection</name>
        <message>
            <source>Employer's tax number</source>
            <translation>僱主統一編號</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>條目</translation>
        </message>
        <message>
            <source>&amp;Add row</source>
            <translation>新增一列(&amp;A)</translation>
        </message>
        <message>
            <source>Assets, past income and dependants</source>
            <translation>財產、往年收入及受扶養人</translation>
        </message>
        <message>
            <source>The county of the residence was not recognised, so no cost of living is known. Spending stated: {spent}.</source>
            <translation>未能辨識住所所在縣市，沒有可比較的最低生活費。所列支出：{spent}。</translation>
        </message>
        <message>
            <source>Up to {limit} a month ({factor} × {least}, {place}) spending needs no proof. Stated: {spent}.</source>
            <translation>每月支出不超過 {limit}（{factor} × {least}，{place}）免附證明。所列支出：{spent}。</translation>
        </message>
        <message>
            <source>The form numbers no cause for the reason of this case; the application will say so.</source>
            <translation>申請書沒有為本案原因編號；申請書會如實註明。</translation>
        </message>
        <message>
            <source>Cause on the form: {code} {title}</source>
            <translation>申請書負債主因：{code} {title}</translation>
        </message>
        <message>
            <source>The least cost of living of {place} on this day was not found and stands empty: look it up and state it, with its source, among the fields of the application. Spending stated: {spent}.</source>
            <translation>未查到{place}當日的最低生活費，此處留空：請查公告後，在申請頁「填寫內容」中寫明金額和出處。所列支出：{spent}。</translation>
        </message>
        <message>
            <source>The least cost was looked up: {source}.</source>
            <translation>最低生活費由申請人查得：{source}。</translation>
        </message>
        <message>
            <source>{count} {count|entry|entries}</source>
            <translation>{count} 項</translation>
        </message>
        <message>
            <source>Assets {assets} · {people} {people|dependant|dependants}, borne a month {support}</source>
            <translation>財產合計 {assets} · 受扶養人 {people} 名，每月負擔 {support}</translation>
        </message>
    </context>
    <context>
        <name>PaperSayings</name>
        <message>
            <source>Keep what is said</source>
            <translation>儲存所填內容</translation>
        </message>
        <message>
            <source>As usual: {choice}</source>
            <translation>預設：{choice}</translation>
        </message>
        <message>
            <source>F&amp;ill in ({filled}/{all})</source>
            <translation>填寫內容(&amp;I)（{filled}/{all}）</translation>
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
            <translation>有何變動(&amp;G)</translation>
        </message>
        <message>
            <source>Move this case</source>
            <translation>移到新版</translation>
        </message>
        <message>
            <source>Rules that change</source>
            <translation>有變動的規則</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>規則</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現行</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>新版</translation>
        </message>
        <message>
            <source>Rules of {day}.</source>
            <translation>規則版本：{day}。</translation>
        </message>
        <message>
            <source>Rules of {day}; there are newer ones of {newer}. The case keeps its own until you move it.</source>
            <translation>規則版本：{day}；已有{newer}的新版。在您移動之前，案件一直用原來的版本。</translation>
        </message>
        <message>
            <source>No rule changes between these versions.</source>
            <translation>兩個版本之間沒有規則變化。</translation>
        </message>
    </context>
    <context>
        <name>TabRow</name>
        <message>
            <source>More pages</source>
            <translation>更多頁面</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 項</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Current stage</source>
            <translation>目前階段</translation>
        </message>
        <message>
            <source>Not reached yet</source>
            <translation>尚未到達</translation>
        </message>
    </context>
    <context>
        <name>LoanForm</name>
        <message>
            <source>Amount lent</source>
            <translation>契約本金</translation>
        </message>
        <message>
            <source>Day of the loan</source>
            <translation>放款日</translation>
        </message>
        <message>
            <source>First due day</source>
            <translation>首期還款日</translation>
        </message>
        <message>
            <source>Instalments</source>
            <translation>期數</translation>
        </message>
        <message>
            <source>Repayment</source>
            <translation>還款方式</translation>
        </message>
        <message>
            <source>Interest, a year</source>
            <translation>年利率</translation>
        </message>
        <message>
            <source>Count of days</source>
            <translation>計息天數</translation>
        </message>
        <message>
            <source>Yearly cost that the table states</source>
            <translation>明示表寫的年化綜合融資成本</translation>
        </message>
    </context>
    <context>
        <name>ItemForm</name>
        <message>
            <source>Item of cost</source>
            <translation>成本項目</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>收取方式</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
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
            <translation>新增(&amp;A)</translation>
        </message>
    </context>
    <context>
        <name>CostsTab</name>
        <message>
            <source>No table of the lender typed yet. Fill in the loan on the left, then add each item above.</source>
            <translation>還沒有輸入貸款人的明示表。先在左側填寫貸款，再在上方逐項新增。</translation>
        </message>
        <message>
            <source>Costs of the loan</source>
            <translation>貸款的各項成本</translation>
        </message>
        <message>
            <source>Item of cost</source>
            <translation>成本項目</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>收取方</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合計</translation>
        </message>
        <message>
            <source>Stated</source>
            <translation>明示</translation>
        </message>
        <message>
            <source>Simple</source>
            <translation>單利</translation>
        </message>
        <message>
            <source>Compound</source>
            <translation>複利</translation>
        </message>
        <message>
            <source>✓ What the table states agrees with its payments.</source>
            <translation>✓ 明示表所寫與各項付款相符。</translation>
        </message>
        <message>
            <source>Sav&amp;e loan</source>
            <translation>儲存貸款(&amp;E)</translation>
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
            <translation>把整張明示表從案件中撤下</translation>
        </message>
        <message>
            <source>&amp;Table of costs…</source>
            <translation>明示表(&amp;T)…</translation>
        </message>
        <message>
            <source>The table with every rate, as PDF</source>
            <translation>帶各項年化的明示表，PDF</translation>
        </message>
        <message>
            <source>The table of costs was taken out of the case.</source>
            <translation>明示表已從案件中撤下。</translation>
        </message>
        <message>
            <source>Items added {rule}</source>
            <translation>逐項相加{rule}</translation>
        </message>
        <message>
            <source>All together {rule}</source>
            <translation>一併計算{rule}</translation>
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
            <translation>證件：拖動四角</translation>
        </message>
        <message>
            <source>Fr&amp;ont</source>
            <translation>人像面(&amp;O)</translation>
        </message>
        <message>
            <source>Bac&amp;k</source>
            <translation>國徽面(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Find edges</source>
            <translation>按邊緣定位(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Use these corners</source>
            <translation>採用此四角(&amp;U)</translation>
        </message>
        <message>
            <source>Drag the corners, or 1–4 and the arrows (Shift: further). Esc goes back.</source>
            <translation>拖動四角；或按 1–4 選角、方向鍵移動（按住 Shift 移得更遠）。Esc 返回。</translation>
        </message>
        <message>
            <source>The corners must go round clockwise from the upper left.</source>
            <translation>四角須自左上角起按順時針排列。</translation>
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
            <translation>看多遠</translation>
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
            <translation>沒有待辦。到期的事、待銀行答覆的事和只差一步的事都會列在這裡。</translation>
        </message>
        <message>
            <source>No cases yet. Begin one on the right, or import a bank&apos;s portfolio.</source>
            <translation>還沒有案件。可在右側新增，或匯入銀行的委案清單。</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在讀取…</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時限</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>事項</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Nothing is left to do today.</source>
            <translation>今天沒有待辦了。</translation>
        </message>
        <message>
            <source>Today, {day}</source>
            <translation>今天 {day}</translation>
        </message>
        <message>
            <source>{count} late</source>
            <translation>已過期 {count} 件</translation>
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
            <translation>⚠ 還沒有備份</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>新增案件</translation>
        </message>
        <message>
            <source>Import portfolio</source>
            <translation>匯入委案清單</translation>
        </message>
        <message>
            <source>{count} {count|day|days} ahead</source>
            <translation>今後 {count} 天</translation>
        </message>
        <message>
            <source>⚠ Last backup {days} {days|day|days} ago</source>
            <translation>⚠ 上次備份在 {days} 天前</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>A command, a page, help, or a case by name, pinyin, phone or number</source>
            <translation>命令、頁面、幫助，或按姓名、拼音、電話、號碼找案件</translation>
        </message>
        <message>
            <source>Find a command or a case</source>
            <translation>尋找命令或案件</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Nothing is called so. Try part of a name, or a word of the menus.</source>
            <translation>沒有找到。可輸入姓名的一部分或選單中的詞。</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>尋找結果</translation>
        </message>
        <message>
            <source>View of the list</source>
            <translation>列表檢視</translation>
        </message>
        <message>
            <source>Help · {page}</source>
            <translation>幫助 · {page}</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Pages of the guide</source>
            <translation>手冊各頁</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>使用手冊</translation>
        </message>
        <message>
            <source>Find in this page (Enter: next)</source>
            <translation>在本頁尋找（Enter：下一處）</translation>
        </message>
        <message>
            <source>Find in this page</source>
            <translation>在本頁尋找</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回（Esc）</translation>
        </message>
        <message>
            <source>Not on this page</source>
            <translation>本頁沒有</translation>
        </message>
    </context>
    <context>
        <name>ImportProgress</name>
        <message>
            <source>Import progress</source>
            <translation>匯入進度</translation>
        </message>
        <message>
            <source>Sto&amp;p</source>
            <translation>停止(&amp;P)</translation>
        </message>
        <message>
            <source>{percent} % read</source>
            <translation>已讀取 {percent}%</translation>
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
            <translation>還沒有可統計的內容。</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>統計</translation>
        </message>
        <message>
            <source>Choose a line above; its cases are listed here.</source>
            <translation>在上面選一列，這裡列出對應的案件。</translation>
        </message>
        <message>
            <source>Cases of the line</source>
            <translation>所選列的案件</translation>
        </message>
        <message>
            <source>Case no.</source>
            <translation>案件編號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Ending</source>
            <translation>尾號</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天數</translation>
        </message>
        <message>
            <source>Owed</source>
            <translation>欠款</translation>
        </message>
        <message>
            <source>Became</source>
            <translation>結果</translation>
        </message>
    </context>
    <context>
        <name>BucketsPart</name>
        <message>
            <source>Bucket</source>
            <translation>逾期階段</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>幣別</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>帳戶數</translation>
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
            <translation>從</translation>
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
            <translation>逾期階段</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>幣別</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>帳戶數</translation>
        </message>
        <message>
            <source>Rolled</source>
            <translation>滾動率</translation>
        </message>
        <message>
            <source>Cured</source>
            <translation>恢復率</translation>
        </message>
    </context>
    <context>
        <name>PacketsPart</name>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已申請</translation>
        </message>
        <message>
            <source>Granted / answered</source>
            <translation>同意 / 已答覆</translation>
        </message>
        <message>
            <source>Days to packet</source>
            <translation>至申請天數</translation>
        </message>
        <message>
            <source>Days to answer</source>
            <translation>至答覆天數</translation>
        </message>
    </context>
    <context>
        <name>ColumnNaming</name>
        <message>
            <source>Heading of the list</source>
            <translation>名單的標題</translation>
        </message>
        <message>
            <source>Bank of all rows</source>
            <translation>所有列的銀行</translation>
        </message>
        <message>
            <source>Full name, as on papers</source>
            <translation>全稱，與文書一致</translation>
        </message>
        <message>
            <source>Currency of all rows</source>
            <translation>所有列的幣別</translation>
        </message>
        <message>
            <source>Read the list with these columns</source>
            <translation>按這些欄讀取名單</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Say of each column what it holds; proposals come from the names that banks use. What is not named is left aside. The next list of this bank with this heading is read the same way.</source>
            <translation>請指明每一欄是什麼；建議取自銀行的常用寫法。未指明的欄不讀取。該銀行下一份標題相同的名單按此讀取。</translation>
        </message>
        <message>
            <source>Columns of the list</source>
            <translation>名單的欄</translation>
        </message>
        <message>
            <source>left aside</source>
            <translation>不讀取</translation>
        </message>
        <message>
            <source>“{column}” holds</source>
            <translation>「{column}」是</translation>
        </message>
        <message>
            <source>(nothing stands in it)</source>
            <translation>（此欄為空）</translation>
        </message>
    </context>
    <context>
        <name>RowParts</name>
        <message>
            <source>Row</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Rows that cannot be taken in are listed here with the reason.</source>
            <translation>不能匯入的列連同原因顯示在這裡。</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>待檢視</translation>
        </message>
        <message>
            <source>What deserves a look is listed here with its row: check digits, totals, persons known here.</source>
            <translation>值得一看的內容連同列號顯示在這裡：檢核碼、合計、本處已有的人。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>known here</source>
            <translation>本處已有</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>帳號</translation>
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
            <translation>將要匯入的列顯示在這裡，此時還沒有儲存任何內容。</translation>
        </message>
        <message>
            <source>Rejected rows</source>
            <translation>退回列</translation>
        </message>
        <message>
            <source>Accepted rows</source>
            <translation>接收列</translation>
        </message>
        <message>
            <source>{count} more rejected {count|row is|rows are} only in the saved workbook.</source>
            <translation>另有 {count} 個退回列只在另存的活頁簿中。</translation>
        </message>
        <message>
            <source>{count} more {count|row is|rows are} not listed.</source>
            <translation>另有 {count} 列未列出。</translation>
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
            <translation>讀作</translation>
        </message>
        <message>
            <source>First cells</source>
            <translation>前幾格內容</translation>
        </message>
        <message>
            <source>What each column was read as is listed here with its first cells.</source>
            <translation>每一列讀作什麼，連同前幾格內容，列在這裡。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>欄位對應</translation>
        </message>
        <message>
            <source>left aside</source>
            <translation>不讀取</translation>
        </message>
    </context>
    <context>
        <name>RejectsSaving</name>
        <message>
            <source>Save &amp;rejected rows…</source>
            <translation>另存退回列(&amp;R)…</translation>
        </message>
        <message>
            <source>Save rejected rows</source>
            <translation>另存退回列</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已儲存：{file}</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>&amp;Folder for the new desk</source>
            <translation>新工作台的資料夾(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>密碼(&amp;P)</translation>
        </message>
        <message>
            <source>At least 8 characters</source>
            <translation>至少 8 個字元</translation>
        </message>
        <message>
            <source>Repe&amp;at passphrase</source>
            <translation>再次輸入密碼(&amp;A)</translation>
        </message>
        <message>
            <source>Desk &amp;name</source>
            <translation>工作台名稱(&amp;N)</translation>
        </message>
        <message>
            <source>Shown on papers</source>
            <translation>印在文書上</translation>
        </message>
        <message>
            <source>A&amp;gent</source>
            <translation>協商專員(&amp;G)</translation>
        </message>
        <message>
            <source>Your name, used to sign records</source>
            <translation>您的姓名，用於署名</translation>
        </message>
        <message>
            <source>R&amp;ole</source>
            <translation>身分(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>語言(&amp;L)</translation>
        </message>
        <message>
            <source>Te&amp;xt size</source>
            <translation>文字大小(&amp;X)</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Folder or sti&amp;ck for backups</source>
            <translation>備份到的資料夾或隨身碟(&amp;C)</translation>
        </message>
        <message>
            <source>Folder or stick for backups</source>
            <translation>備份到的資料夾或隨身碟</translation>
        </message>
        <message>
            <source>Back up automatically, once a da&amp;y</source>
            <translation>每天自動備份一次(&amp;Y)</translation>
        </message>
        <message>
            <source>Loc&amp;k without input after</source>
            <translation>閒置後鎖定(&amp;K)</translation>
        </message>
        <message>
            <source>Bank {number}</source>
            <translation>銀行 {number}</translation>
        </message>
        <message>
            <source>Full name, as on papers</source>
            <translation>全稱，與文書一致</translation>
        </message>
        <message>
            <source>Phone of bank {number}</source>
            <translation>銀行 {number} 的電話</translation>
        </message>
        <message>
            <source>Desk p&amp;hone</source>
            <translation>工作台電話(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Desk address</source>
            <translation>工作台地址(&amp;D)</translation>
        </message>
        <message>
            <source>This passphrase encrypts all data. It is not stored and cannot be recovered.</source>
            <translation>全部資料以此密碼加密。密碼不會儲存在任何地方，遺失後無法找回。</translation>
        </message>
        <message>
            <source>A desk is one folder on one disk: choose a stick or another disk now, and a copy is made each day by itself. All of this can be changed in the settings at any time.</source>
            <translation>工作台只是一個磁碟上的一個資料夾：現在選好隨身碟或另一個磁碟，以後每天自動備份。這些隨時可在設定中變更。</translation>
        </message>
        <message>
            <source>Letters and agreements name the desk and the banks with these. Leave empty what you do not know yet.</source>
            <translation>函件和協議用這些寫明工作台與銀行的聯絡方式。還不知道的留空。</translation>
        </message>
        <message>
            <source>{count} {count|minute|minutes}</source>
            <translation>{count} 分鐘</translation>
        </message>
    </context>
    <context>
        <name>ServerWatch</name>
        <message>
            <source>The server answers again.</source>
            <translation>伺服器已恢復回應。</translation>
        </message>
    </context>
    <context>
        <name>ProgramCard</name>
        <message>
            <source>&amp;Update from file…</source>
            <translation>從檔案更新(&amp;U)…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Progress of the update</source>
            <translation>更新進度</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程式</translation>
        </message>
        <message>
            <source>Updates of Concord</source>
            <translation>Concord 更新</translation>
        </message>
        <message>
            <source>Update from file</source>
            <translation>從檔案更新</translation>
        </message>
        <message>
            <source>Checking {file} …</source>
            <translation>正在核驗 {file} …</translation>
        </message>
        <message>
            <source>Stopped; the version in use was left as it was.</source>
            <translation>已停止；正在使用的版本保持不變。</translation>
        </message>
        <message>
            <source>Version {version} starts the next time. A desk is copied into its folder “backups” before a newer version changes it.</source>
            <translation>下次啟動時使用版本 {version}。新版本改動工作台之前，會先把它複製到其「backups」資料夾。</translation>
        </message>
        <message>
            <source>Version {version}. It was not unpacked from a bundle: a newer one comes the way this one came.</source>
            <translation>版本 {version}。本程式不是由安裝包解壓而來：新版本請按當初的方式安裝。</translation>
        </message>
        <message>
            <source>Version {version}; the next time {next} starts.</source>
            <translation>版本 {version}；下次啟動 {next}。</translation>
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
            <translation>下次啟動時使用版本 {version}。已被更新版本改動過的工作台，它打不開；改動之前的副本在該工作台的「backups」資料夾中。</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>This is an invented desk: try anything. A short tour shows the six stages of a case.</source>
            <translation>這是虛構的工作台，可隨意嘗試。可先看一遍導覽，瞭解辦案的六個階段。</translation>
        </message>
        <message>
            <source>Begin the tour</source>
            <translation>開始導覽</translation>
        </message>
        <message>
            <source>Concord is now version {version}.</source>
            <translation>協商工作台已更新到 {version} 版。</translation>
        </message>
        <message>
            <source>What is new</source>
            <translation>新功能</translation>
        </message>
    </context>
    <context>
        <name>CoachMark</name>
        <message>
            <source>End tour</source>
            <translation>結束導覽</translation>
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
            <translation>每天從這裡開始：到期的承諾、快過期的證據、等待的答覆，按緊要排列。按 Enter 到要辦的地方。</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Every person is a case. Search by name, pinyin, phone or number (Ctrl+F), begin a new one (Ctrl+N), or import a bank&apos;s list (Ctrl+I).</source>
            <translation>每位客戶一個案件。可按姓名、拼音、手機或號碼搜尋（Ctrl+F），新增（Ctrl+N），或匯入銀行的清單（Ctrl+I）。</translation>
        </message>
        <message>
            <source>A case and its six stages</source>
            <translation>一個案件與六個階段</translation>
        </message>
        <message>
            <source>The pages stand in the order of the method, each with its state. To the right is what the stage still lacks: a click leads to the field. No way leads round it.</source>
            <translation>各頁按辦理順序排列，各有狀態。右側是本階段還缺的，按一下就到要填的地方；沒有別的路可以繞過。</translation>
        </message>
        <message>
            <source>1 Understand: the talk</source>
            <translation>1 瞭解：溝通</translation>
        </message>
        <message>
            <source>First why the person cannot pay now, and what they ask for. At the side are questions and words that help, and whether a number may be called now.</source>
            <translation>先記為什麼現在還不了、希望怎樣。旁邊是可問的問題和合適的說法，以及號碼現在能不能撥打。</translation>
        </message>
        <message>
            <source>1 Understand: the budget</source>
            <translation>1 瞭解：收支</translation>
        </message>
        <message>
            <source>What comes in, what goes out, what is left. A plan may never cost more than that; usual figures with their source stand beside each line.</source>
            <translation>收入、支出、結餘。方案不得超過結餘；各項旁有通常數額及其來源。</translation>
        </message>
        <message>
            <source>2 Evidence</source>
            <translation>2 舉證</translation>
        </message>
        <message>
            <source>Reason, request and the bank&apos;s rules make this list. Drop files on it: they are kept encrypted and never altered.</source>
            <translation>原因、訴求和銀行的規則決定這份清單。把檔案拖到這裡：加密儲存，正本不改。</translation>
        </message>
        <message>
            <source>3 Verify</source>
            <translation>3 查證</translation>
        </message>
        <message>
            <source>Each proof is checked by a named check, by a person. A plan rests only on what was verified, or waived by a supervisor with a reason.</source>
            <translation>每份證據由人按指定方法查證。方案只以查證過的、或主管寫明理由豁免的為依據。</translation>
        </message>
        <message>
            <source>4 Plan</source>
            <translation>4 方案</translation>
        </message>
        <message>
            <source>Doing nothing, your trial, the chosen plan and proposals stand side by side, exact to the cent. Any figure opens its formula.</source>
            <translation>維持現狀、試算、選定方案和建議並排比較，精確到分。點任何數字可看算式。</translation>
        </message>
        <message>
            <source>5 Apply</source>
            <translation>5 申請</translation>
        </message>
        <message>
            <source>Out of it come the bank&apos;s packet as one PDF and the schedule as a workbook. Before the gates are passed every page says DRAFT. The bank&apos;s answer is recorded here.</source>
            <translation>由此產生給銀行的文件冊（PDF）和還款計畫活頁簿。關口未過，每頁都印「草稿」。銀行的答覆也在這裡登記。</translation>
        </message>
        <message>
            <source>6 Keep</source>
            <translation>6 履約</translation>
        </message>
        <message>
            <source>What the bank granted is followed until it is settled: payments, promises, reminders. A broken plan is made anew in one step.</source>
            <translation>銀行同意的一直跟到結清：還款、承諾、提醒。計畫失約，一步重新制定。</translation>
        </message>
        <message>
            <source>Yours to try</source>
            <translation>自己試試</translation>
        </message>
        <message>
            <source>F1 explains the open page, Shift+F1 shows every key, Ctrl+K goes anywhere, Ctrl+L locks, F8 covers what is private. The tour can be taken again from the menu Help.</source>
            <translation>F1 說明目前頁，Shift+F1 列出按鍵，Ctrl+K 去任何地方，Ctrl+L 鎖定，F8 遮擋隱私。導覽可從「幫助」選單再看。</translation>
        </message>
    </context>
    <context>
        <name>IntakePage</name>
        <message>
            <source>Add evidence</source>
            <translation>新增文件</translation>
        </message>
        <message>
            <source>Add files of this case</source>
            <translation>新增本案檔案</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>證明文件</translation>
        </message>
        <message>
            <source>Files are still being imported; wait for them, or click Stop.</source>
            <translation>文件仍在收入，請稍候，或點「停止」。</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>去歸類</translation>
        </message>
        <message>
            <source>{count} {count|file waits|files wait} to be assigned.</source>
            <translation>{count} 份檔案待歸類。</translation>
        </message>
    </context>
    <context>
        <name>EntryTable</name>
        <message>
            <source>Entry of the checklist</source>
            <translation>清單項目</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>No proofs are asked for yet. Choose reason and requests on the page Conversation (Ctrl+2).</source>
            <translation>尚不需要證明文件。請在「溝通」頁選擇原因和訴求（Ctrl+2）。</translation>
        </message>
        <message>
            <source>Entry of this file</source>
            <translation>此檔案歸入的清單項目</translation>
        </message>
    </context>
    <context>
        <name>FilesSheet</name>
        <message>
            <source>Back to evidence (Esc)</source>
            <translation>返回文件（Esc）</translation>
        </message>
        <message>
            <source>&amp;Add files</source>
            <translation>新增檔案(&amp;A)</translation>
        </message>
        <message>
            <source>No files yet. Drop files or folders here, paste them (Ctrl+V), or click Add files.</source>
            <translation>還沒有檔案。把檔案或資料夾拖到這裡，或貼上（Ctrl+V），或點「新增檔案」。</translation>
        </message>
        <message>
            <source>Enter assigns and goes on · ↑ ↓ entry · ← → file</source>
            <translation>Enter 確認並到下一份 · ↑ ↓ 換項目 · ← → 換檔案</translation>
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
            <translation>檢視(&amp;O)</translation>
        </message>
        <message>
            <source>A&amp;ssign</source>
            <translation>歸入(&amp;S)</translation>
        </message>
        <message>
            <source>Files ({count})</source>
            <translation>檔案（{count}）</translation>
        </message>
        <message>
            <source>{count} to assign</source>
            <translation>{count} 份待歸類</translation>
        </message>
        <message>
            <source>Assigned: {file}</source>
            <translation>已歸入：{file}</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>復原(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>TileView</name>
        <message>
            <source>No entry yet</source>
            <translation>尚未歸類</translation>
        </message>
        <message>
            <source>Files of this case</source>
            <translation>本案檔案</translation>
        </message>
        <message>
            <source>{count} {count|page|pages}</source>
            <translation>{count} 頁</translation>
        </message>
    </context>
    <context>
        <name>PictureBox</name>
        <message>
            <source>First page</source>
            <translation>第一頁</translation>
        </message>
    </context>
    <context>
        <name>OffersLine</name>
        <message>
            <source>&amp;Use these</source>
            <translation>採用(&amp;U)</translation>
        </message>
        <message>
            <source>Fill the empty fields with what is known; check it against the document</source>
            <translation>用已知內容填入空白欄，請與文件核對</translation>
        </message>
        <message>
            <source>bank of the account</source>
            <translation>帳戶所在銀行</translation>
        </message>
        <message>
            <source>only the debtor writes it</source>
            <translation>由本人出具</translation>
        </message>
        <message>
            <source>employer in the profile</source>
            <translation>資料中的服務單位</translation>
        </message>
        <message>
            <source>bank in the file name</source>
            <translation>檔名中的銀行</translation>
        </message>
        <message>
            <source>printed on the statement</source>
            <translation>交易明細上印明</translation>
        </message>
        <message>
            <source>first and last row of the statement</source>
            <translation>交易明細首行與末行</translation>
        </message>
        <message>
            <source>as on the file before</source>
            <translation>與上一份相同</translation>
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
            <translation>已從「{title}」移除。</translation>
        </message>
        <message>
            <source>Assigned to {title}.</source>
            <translation>已歸入「{title}」。</translation>
        </message>
        <message>
            <source>Reading the file…</source>
            <translation>正在讀取檔案…</translation>
        </message>
        <message>
            <source>It may be one of these: {others}. Choose the right entry.</source>
            <translation>可能是：{others}。請選擇正確的一項。</translation>
        </message>
        <message>
            <source>Nothing tells what this file proves. Choose an entry (↑ ↓).</source>
            <translation>看不出這份檔案證明什麼，請選擇歸入哪一項（↑ ↓）。</translation>
        </message>
        <message>
            <source>Proposed: {title}. The file name says “{word}”.</source>
            <translation>建議歸入「{title}」：檔名含「{word}」。</translation>
        </message>
        <message>
            <source>Proposed: {title}. Its first page is headed “{word}”.</source>
            <translation>建議歸入「{title}」：第一頁標題為「{word}」。</translation>
        </message>
        <message>
            <source>Proposed: {title}. File name and first page say “{word}”.</source>
            <translation>建議歸入「{title}」：檔名和第一頁都寫著「{word}」。</translation>
        </message>
        <message>
            <source>Proposed: {title}. This entry was open when the file came.</source>
            <translation>建議歸入「{title}」：收到檔案時正開啟這一項。</translation>
        </message>
    </context>
    <context>
        <name>MovePage</name>
        <message>
            <source>Desk &amp;folder</source>
            <translation>工作台資料夾(&amp;F)</translation>
        </message>
        <message>
            <source>Who wor&amp;ks</source>
            <translation>使用人(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>密碼(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;New folder for the desk</source>
            <translation>工作台的新資料夾(&amp;N)</translation>
        </message>
        <message>
            <source>Server: &amp;address or name</source>
            <translation>伺服器地址或名稱(&amp;A)</translation>
        </message>
        <message>
            <source>Por&amp;t</source>
            <translation>連接埠(&amp;T)</translation>
        </message>
        <message>
            <source>Data&amp;base</source>
            <translation>資料庫(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Office</source>
            <translation>機構名(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Login of this workstation</source>
            <translation>本工作站的登入名(&amp;L)</translation>
        </message>
        <message>
            <source>Pass&amp;word of the login</source>
            <translation>登入名的密碼(&amp;W)</translation>
        </message>
        <message>
            <source>Ce&amp;rtificate that vouches for the server (PEM; not needed on this computer)</source>
            <translation>為伺服器作證的憑證（PEM；伺服器在本機時不需要）(&amp;R)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Move the desk to a server</source>
            <translation>把工作台移到伺服器</translation>
        </message>
        <message>
            <source>Move the desk back into a folder</source>
            <translation>把工作台移回資料夾</translation>
        </message>
        <message>
            <source>Join a desk on a server</source>
            <translation>加入伺服器上的工作台</translation>
        </message>
        <message>
            <source>&amp;Move</source>
            <translation>移動(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Join</source>
            <translation>加入(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Folder with the key file, on the stick</source>
            <translation>隨身碟上存有金鑰檔案的資料夾(&amp;F)</translation>
        </message>
        <message>
            <source>Everything typed, amounts and files are sealed on this computer before they leave it. The server and who looks after it still see: how many records of each kind there are and how long they are, which belong to one case, the stage and last change of each case, and when which workstation wrote. Concord speaks to this one address only.</source>
            <translation>輸入的內容、金額和檔案都先在本機封存，再離開本機。伺服器及其管理員仍能看到：各類紀錄有多少條、多長，哪些屬於同一案件，每案的階段和最後變動時間，以及哪台工作站何時寫入。程式只與這一個地址通訊。</translation>
        </message>
        <message>
            <source>Everybody else closes the desk first. On the server it is closed afterwards.</source>
            <translation>請其他人先關閉工作台。移回後，伺服器上的該工作台隨之關閉。</translation>
        </message>
        <message>
            <source>Another workstation writes the folder with the key file (desk seat). Guard the stick as the desk itself, and remove the folder from it afterwards.</source>
            <translation>存有金鑰檔案的資料夾由另一台工作站寫出（「設定」「安全」，或 desk seat）。隨身碟須像工作台本身一樣保管，用後請從中刪除該資料夾。</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>正在連線……</translation>
        </message>
        <message>
            <source>Stopped. The desk is where it was; begun again, the move goes on from here.</source>
            <translation>已停止。工作台仍在原處；再次開始時從此處繼續。</translation>
        </message>
        <message>
            <source>{rows} {rows|record|records} and {files} {files|file|files} went over. They are compared at the end.</source>
            <translation>已移動 {rows} 條紀錄、{files} 個檔案。最後將逐一核對。</translation>
        </message>
    </context>
    <context>
        <name>FileEdit</name>
        <message>
            <source>Choose file</source>
            <translation>選擇檔案</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>憑證</translation>
        </message>
        <message>
            <source>Certificate of the server</source>
            <translation>伺服器的憑證</translation>
        </message>
    </context>
    <context>
        <name>ServerCard</name>
        <message>
            <source>&amp;Login of the other workstation</source>
            <translation>另一工作站的登入名(&amp;L)</translation>
        </message>
        <message>
            <source>It&amp;s password</source>
            <translation>其密碼(&amp;S)</translation>
        </message>
        <message>
            <source>Wr&amp;ite its folder…</source>
            <translation>寫出其資料夾(&amp;I)…</translation>
        </message>
        <message>
            <source>Where the records lie</source>
            <translation>紀錄的位置</translation>
        </message>
        <message>
            <source>New folder on the stick</source>
            <translation>隨身碟上的新資料夾</translation>
        </message>
        <message>
            <source>Written: {folder}. It holds the key file: guard it.</source>
            <translation>已寫出：{folder}。其中有金鑰檔案，請妥善保管。</translation>
        </message>
        <message>
            <source>In this folder. Several workstations can share a desk on a PostgreSQL server of the office: lock the desk, then More…, Move to a server.</source>
            <translation>在本資料夾中。多台工作站可以共用本機構 PostgreSQL 伺服器上的工作台：請先鎖定，再選「更多…」「移到伺服器」。</translation>
        </message>
        <message>
            <source>Sealed at {host}:{port}, office {office}; Concord speaks to this one address only. To bring the desk back into a folder: lock it, then More…, Move back into a folder.</source>
            <translation>封存於 {host}:{port}，機構 {office}；程式只與這一個地址通訊。要把工作台移回資料夾：請先鎖定，再選「更多…」「移回資料夾」。</translation>
        </message>
    </context>
    <context>
        <name>BenchCommands</name>
        <message>
            <source>No error on this page.</source>
            <translation>此頁沒有錯誤。</translation>
        </message>
    </context>
    <context>
        <name>SavedSign</name>
        <message>
            <source>Saving…</source>
            <translation>正在儲存…</translation>
        </message>
        <message>
            <source>✓ Saved {time}</source>
            <translation>✓ 已儲存 {time}</translation>
        </message>
        <message>
            <source>✕ Not saved yet: why?</source>
            <translation>✕ 尚未儲存：原因</translation>
        </message>
    </context>
    <context>
        <name>CaseColumns</name>
        <message>
            <source>Case no.</source>
            <translation>案號</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>階段</translation>
        </message>
        <message>
            <source>Banks</source>
            <translation>銀行</translation>
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
            <translation>已列印</translation>
        </message>
        <message>
            <source>As stated for {day}</source>
            <translation>按 {day} 所載</translation>
        </message>
        <message>
            <source>Sorted currency by currency; a case that owes in several is compared by the first it shows</source>
            <translation>按幣別分組排序；欠多種貨幣的案件按顯示的第一種貨幣比較</translation>
        </message>
        <message>
            <source>Sorted in the order in which the rules list reasons</source>
            <translation>按規則中原因的排列順序排序</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>專員</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>跟進日</translation>
        </message>
        <message>
            <source>The day that the last entry of the contact log names</source>
            <translation>最近一條聯絡紀錄所寫的下一步日期</translation>
        </message>
        <message>
            <source>{stage}, archived</source>
            <translation>{stage}，已歸檔</translation>
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
            <translation>沒有找到</translation>
        </message>
        <message>
            <source>Try part of a name, pinyin initials or the last digits of an account number.</source>
            <translation>可試試姓名中的一個字、拼音首字母或帳號末幾位。</translation>
        </message>
        <message>
            <source>Show every case</source>
            <translation>顯示全部案件</translation>
        </message>
        <message>
            <source>New case “{name}”</source>
            <translation>新增案件「{name}」</translation>
        </message>
        <message>
            <source>Show {count} archived {count|case|cases}</source>
            <translation>顯示 {count} 個已歸檔案件</translation>
        </message>
    </context>
    <context>
        <name>NoCases</name>
        <message>
            <source>No cases yet</source>
            <translation>還沒有案件</translation>
        </message>
        <message>
            <source>Enter a name above and click New case, or import a bank&apos;s portfolio.</source>
            <translation>在上方填寫客戶姓名後點「新增案件」，或匯入銀行的委案清單。</translation>
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
            <translation>全部逾期階段</translation>
        </message>
        <message>
            <source>Next step until today</source>
            <translation>跟進日：今天及以前</translation>
        </message>
        <message>
            <source>Next step within 7 days</source>
            <translation>跟進日：7 天內</translation>
        </message>
        <message>
            <source>Next step within 30 days</source>
            <translation>跟進日：30 天內</translation>
        </message>
        <message>
            <source>Next step between…</source>
            <translation>跟進日：從…到…</translation>
        </message>
        <message>
            <source>Any next step</source>
            <translation>全部跟進日</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>僅已歸檔</translation>
        </message>
        <message>
            <source>Archived as well</source>
            <translation>含已歸檔</translation>
        </message>
        <message>
            <source>Not archived</source>
            <translation>未歸檔</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除篩選</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>銀行</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Bucket</source>
            <translation>逾期階段</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>專員</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>跟進日</translation>
        </message>
        <message>
            <source>Next step from</source>
            <translation>跟進日自</translation>
        </message>
        <message>
            <source>Next step until</source>
            <translation>跟進日至</translation>
        </message>
        <message>
            <source>Owes at least</source>
            <translation>欠款不低於</translation>
        </message>
        <message>
            <source>Owes at most</source>
            <translation>欠款不超過</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>幣別</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>歸檔</translation>
        </message>
        <message>
            <source>All banks</source>
            <translation>全部銀行</translation>
        </message>
        <message>
            <source>Nobody&apos;s</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>Anybody&apos;s</source>
            <translation>全部專員</translation>
        </message>
        <message>
            <source>No reason yet</source>
            <translation>尚無原因</translation>
        </message>
        <message>
            <source>No due day</source>
            <translation>無到期日</translation>
        </message>
    </context>
    <context>
        <name>CaseViews</name>
        <message>
            <source>Views</source>
            <translation>檢視</translation>
        </message>
        <message>
            <source>Views of the list that you keep (Ctrl+Shift+V)</source>
            <translation>您儲存的列表檢視（Ctrl+Shift+V）</translation>
        </message>
        <message>
            <source>Keep what is shown as…</source>
            <translation>儲存目前檢視…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>Keep this view</source>
            <translation>儲存檢視</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>檢視名稱</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Rename “{name}”</source>
            <translation>重新命名「{name}」</translation>
        </message>
        <message>
            <source>View “{name}” deleted.</source>
            <translation>檢視「{name}」已刪除。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
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
            <translation>開啟</translation>
        </message>
        <message>
            <source>Copy case numbers</source>
            <translation>複製案件編號</translation>
        </message>
        <message>
            <source>Add to print queue</source>
            <translation>加入列印佇列</translation>
        </message>
        <message>
            <source>Give to an agent…</source>
            <translation>分配給專員…</translation>
        </message>
        <message>
            <source>Archive…</source>
            <translation>歸檔…</translation>
        </message>
        <message>
            <source>Bring back from the archive</source>
            <translation>從歸檔取回</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>歸檔</translation>
        </message>
        <message>
            <source>Name of the agent; empty for nobody</source>
            <translation>專員姓名；留空表示不分配</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>分配</translation>
        </message>
        <message>
            <source> And {count} more.</source>
            <translation> 另有 {count} 項。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>Archive {count} {count|case|cases}</source>
            <translation>歸檔 {count} 個案件</translation>
        </message>
        <message>
            <source>Give {count} {count|case|cases} to an agent</source>
            <translation>將 {count} 個案件分配給專員</translation>
        </message>
        <message>
            <source>{count} {count|case|cases} brought back.</source>
            <translation>已取回 {count} 個案件。</translation>
        </message>
        <message>
            <source>{count} {count|case|cases} archived.</source>
            <translation>已歸檔 {count} 個案件。</translation>
        </message>
        <message>
            <source>{count} {count|case|cases} given.</source>
            <translation>已分配 {count} 個案件。</translation>
        </message>
    </context>
    <context>
        <name>SheetPage</name>
        <message>
            <source>P&amp;apers</source>
            <translation>文件(&amp;M)</translation>
        </message>
        <message>
            <source>Pri&amp;nt</source>
            <translation>列印(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Reply</source>
            <translation>銀行答覆(&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>DecisionEdit</name>
        <message>
            <source>Choose…</source>
            <translation>請選擇…</translation>
        </message>
    </context>
    <context>
        <name>KnownBank</name>
        <message>
            <source>Use {bank}</source>
            <translation>採用 {bank}</translation>
        </message>
        <message>
            <source>U&amp;se {bank}</source>
            <translation>採用 {bank}(&amp;S)</translation>
        </message>
        <message>
            <source>Known banks:</source>
            <translation>已知銀行：</translation>
        </message>
        <message>
            <source>credit card</source>
            <translation>信用卡</translation>
        </message>
        <message>
            <source>debit card</source>
            <translation>簽帳金融卡</translation>
        </message>
        <message>
            <source>card</source>
            <translation>金融卡</translation>
        </message>
        <message>
            <source>Numbers that begin with {digits} ({kind}):</source>
            <translation>按卡號開頭 {digits}（{kind}）：</translation>
        </message>
    </context>
    <context>
        <name>ListDrop</name>
        <message>
            <source>Nothing was read. Drop one file: lists are imported one at a time, and no folders.</source>
            <translation>沒有讀取。請只拖入一個檔案：清單逐份匯入，不接受資料夾。</translation>
        </message>
    </context>
</TS>
