<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AccessCell</name>
    <message>
        <source>请选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>还没有选</source>
        <translation>Not chosen yet</translation>
    </message>
</context>
<context>
    <name>AccessMatrix</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>谁可以接触</source>
        <translation>Who may see</translation>
    </message>
</context>
<context>
    <name>AfterForm</name>
    <message>
        <source>对方怎样回应，后来怎样</source>
        <translation>How they responded, and what came of it</translation>
    </message>
    <message>
        <source>当时想过哪些别的办法，为什么不行</source>
        <translation>Which other ways were considered then, and why they would not do</translation>
    </message>
    <message>
        <source>怎样告诉了来访者，来访者怎么说</source>
        <translation>How the client was told, and what they said</translation>
    </message>
    <message>
        <source>记下补记</source>
        <translation>Record the addition</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>从第 {0} 次算起</source>
        <translation>Counts from session {0}</translation>
    </message>
    <message>
        <source>如 8</source>
        <translation>e.g. 8</translation>
    </message>
    <message>
        <source>怎样说定的（可以空着）</source>
        <translation>How you settled on it (optional)</translation>
    </message>
    <message>
        <source>第 {0} 次到第 {1} 次</source>
        <translation>Session {0} to session {1}</translation>
    </message>
    <message>
        <source>约定几次</source>
        <translation>How many sessions</translation>
    </message>
    <message>
        <source>记下约定</source>
        <translation>Record agreement</translation>
    </message>
</context>
<context>
    <name>AmendmentBox</name>
    <message>
        <source>不写了</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>写补记</source>
        <translation>New amendment</translation>
    </message>
    <message>
        <source>存入后排在原文下面，不再改动</source>
        <translation>Added below the note; it cannot be changed later</translation>
    </message>
    <message>
        <source>存入补记</source>
        <translation>Keep amendment</translation>
    </message>
    <message>
        <source>存入补记（Ctrl+Enter）</source>
        <translation>Store the amendment (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>为什么没有全部同意</source>
        <translation>Why it is not granted as a whole</translation>
    </message>
    <message>
        <source>依据哪一条</source>
        <translation>On which article it rests</translation>
    </message>
    <message>
        <source>哪一天办好的</source>
        <translation>Done on which day</translation>
    </message>
    <message>
        <source>如 个人信息保护法第四十七条第二款：法定保存期限未届满。</source>
        <translation>For example, Personal Information Protection Law, article 47, paragraph 2: the period set by law is not over.</translation>
    </message>
    <message>
        <source>如 当面看过第 1 到 6 次的记录</source>
        <translation>For example, looked at notes 1 to 6 together</translation>
    </message>
    <message>
        <source>怎样办的（可以空着）</source>
        <translation>How it was done (may stay empty)</translation>
    </message>
    <message>
        <source>怎样答复</source>
        <translation>What you decide</translation>
    </message>
    <message>
        <source>记下答复</source>
        <translation>Record the answer</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>{0}：无</source>
        <translation>{0}: none</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>AnswersScreen</name>
    <message>
        <source>导入于 {0}</source>
        <translation>Imported {0}</translation>
    </message>
    <message>
        <source>提交时间 {0}</source>
        <translation>Submitted {0}</translation>
    </message>
    <message>
        <source>答卷</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这一份的每一格都成了资料，没有别的。</source>
        <translation>Every answer became part of the record; there is nothing else.</translation>
    </message>
    <message>
        <source>这个个案里没有答卷。</source>
        <translation>There are no answers in this case.</translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>不改了</source>
        <translation>Leave as it was</translation>
    </message>
    <message>
        <source>不约了</source>
        <translation>Do not book</translation>
    </message>
    <message>
        <source>与 {0} {1} 的预约重叠。</source>
        <translation>Overlaps the {1} appointment with {0}.</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>仍然可以存，日程上会标出来。</source>
        <translation>You can still save it; the calendar will mark it.</translation>
    </message>
    <message>
        <source>代号或称呼</source>
        <translation>Code or name</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>只在这里看得到，不打印，不导出</source>
        <translation>Seen only here; never printed or exported</translation>
    </message>
    <message>
        <source>只这一次</source>
        <translation>Only this one</translation>
    </message>
    <message>
        <source>可以空着</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>地点或会议号</source>
        <translation>Place or meeting number</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>存（Ctrl+Enter）</source>
        <translation>Save (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>常用的时长</source>
        <translation>Usual lengths</translation>
    </message>
    <message>
        <source>改哪几次</source>
        <translation>Which ones to change</translation>
    </message>
    <message>
        <source>改预约</source>
        <translation>Change appointment</translation>
    </message>
    <message>
        <source>新预约</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>服务方式</source>
        <translation>Service mode</translation>
    </message>
    <message>
        <source>来访者当地 {0}</source>
        <translation>Client&apos;s time: {0}</translation>
    </message>
    <message>
        <source>请从列表里选一个个案。</source>
        <translation>Please choose a case from the list.</translation>
    </message>
    <message>
        <source>请写 1 到 {0} 之间的一个数。</source>
        <translation>Please write a number from 1 to {0}.</translation>
    </message>
    <message>
        <source>这次和以后</source>
        <translation>This and all later ones</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>个体督导</source>
        <translation>Individual supervision</translation>
    </message>
    <message>
        <source>同辈讨论</source>
        <translation>Peer discussion</translation>
    </message>
    <message>
        <source>团体督导</source>
        <translation>Group supervision</translation>
    </message>
    <message>
        <source>团队成员</source>
        <translation>Member of the team</translation>
    </message>
    <message>
        <source>教学</source>
        <translation>Teaching</translation>
    </message>
    <message>
        <source>研究或发表</source>
        <translation>Research or publication</translation>
    </message>
</context>
<context>
    <name>BackupScreen</name>
    <message>
        <source>{0} 天</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>一个加密的文件，带到另一台电脑上打开。</source>
        <translation>One encrypted file, to open on another computer.</translation>
    </message>
    <message>
        <source>不用心匣也读得到</source>
        <translation>Readable without Xinxia</translation>
    </message>
    <message>
        <source>不自动备份</source>
        <translation>Only when I ask</translation>
    </message>
    <message>
        <source>什么时候备份</source>
        <translation>When to back up</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>便携备份</source>
        <translation>Portable backup</translation>
    </message>
    <message>
        <source>便携备份写到哪里</source>
        <translation>Where to write the portable backup</translation>
    </message>
    <message>
        <source>先选一个放备份的文件夹，最好在另一块盘或 U 盘上。</source>
        <translation>First choose a folder for the backups, best on another disk or a USB stick.</translation>
    </message>
    <message>
        <source>全部记录导成加密的压缩包，别的程序也打得开。</source>
        <translation>Everything in an encrypted archive that other programs open, too.</translation>
    </message>
    <message>
        <source>几天没有备份就在“今日”里提醒</source>
        <translation>Remind me in &quot;Today&quot; after this long without a backup</translation>
    </message>
    <message>
        <source>几天没有备份就提醒</source>
        <translation>Days without a backup before a reminder</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>导出全部记录</source>
        <translation>Export everything</translation>
    </message>
    <message>
        <source>已有的备份</source>
        <translation>Existing backups</translation>
    </message>
    <message>
        <source>恢复到一个新文件夹，现在的保险库不动。</source>
        <translation>Into a new folder; the vault you have stays as it is.</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>Practice a restore</translation>
    </message>
    <message>
        <source>打开保险库之后在后台做，不打断您。备份盘没有接上就等下一次。</source>
        <translation>Backups are made in the background after you open the vault, without interrupting you. If the disk is not plugged in, the backup waits for the next time.</translation>
    </message>
    <message>
        <source>搬家、演练与恢复</source>
        <translation>Moving, practicing, restoring</translation>
    </message>
    <message>
        <source>最近 7 天每天留一份，再往前每周一份留 4 份，每月一份留 12 份。录音只复制一次。</source>
        <translation>Kept: one a day for 7 days, then one a week for 4 weeks and one a month for 12 months. A recording is copied once.</translation>
    </message>
    <message>
        <source>每天一次</source>
        <translation>Once a day</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>现在找不到备份文件夹：盘没有接上，或者改了名字。接上以后会自动补做。</source>
        <translation>The backup folder cannot be found just now: the disk is not plugged in, or was renamed. Once it is there again, the backup is made by itself.</translation>
    </message>
    <message>
        <source>真的恢复一次最新的备份，打开比对，再删掉。</source>
        <translation>Really restores the newest backup, opens and compares it, then removes it.</translation>
    </message>
    <message>
        <source>真的恢复一次最新的备份，打开比对，再删掉。上次通过：{0}。</source>
        <translation>Really restores the newest backup, opens and compares it, then removes it. Last passed: {0}.</translation>
    </message>
    <message>
        <source>自动备份</source>
        <translation>Back up by itself</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>选择备份文件夹</source>
        <translation>Choose the backup folder</translation>
    </message>
</context>
<context>
    <name>BackupSettings</name>
    <message>
        <source>备份与恢复</source>
        <translation>Backup and restore</translation>
    </message>
    <message>
        <source>还没有选备份文件夹。</source>
        <translation>No backup folder chosen yet.</translation>
    </message>
</context>
<context>
    <name>BackupStrip</name>
    <message>
        <source>今天的备份没有做成：{0}</source>
        <translation>Today&apos;s backup was not made: {0}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>正在备份，您可以继续写。</source>
        <translation>Backing up. You can go on writing.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>{0} 的备份能恢复，但有录音不完整。</source>
        <translation>The backup of {0} can be restored, but some recordings are not whole.</translation>
    </message>
    <message>
        <source>{0}（备份文件夹里）。放在别处的最后一份：{1}</source>
        <translation>{0} (in the backup folder). Last backup elsewhere: {1}</translation>
    </message>
    <message numerus="yes">
        <source>{0}，录音 %n 段</source>
        <translation>
            <numerusform>{0}, %n recording</numerusform>
            <numerusform>{0}, %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}，录音 %n 段，有的不完整</source>
        <translation>
            <numerusform>{0}, %n recording, not whole</numerusform>
            <numerusform>{0}, %n recordings, not all of them whole</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}，有录音不完整</source>
        <translation>{0}, a recording not whole</translation>
    </message>
    <message>
        <source>上次备份并核对：{0}</source>
        <translation>Last backed up and checked: {0}</translation>
    </message>
    <message>
        <source>不完整，不能用来恢复</source>
        <translation>Not whole, cannot be restored</translation>
    </message>
    <message>
        <source>便携备份写好了，但有录音不完整：{0}</source>
        <translation>The portable backup is written, but some recordings are not whole: {0}</translation>
    </message>
    <message>
        <source>便携备份写好了，核对过：{0}</source>
        <translation>The portable backup is written and checked: {0}</translation>
    </message>
    <message>
        <source>保险库没有动。请现在另做一份备份，最好换一块盘。</source>
        <translation>The vault was not touched. Make another backup now, best on another disk.</translation>
    </message>
    <message>
        <source>备份好了，但有录音不完整，编号写在下面。</source>
        <translation>The backup is done, but some recordings are not whole; their numbers stand below.</translation>
    </message>
    <message>
        <source>备份好了，已经打开核对过。</source>
        <translation>Backed up. It was opened and checked.</translation>
    </message>
    <message numerus="yes">
        <source>备份盘上有 %n 段录音坏了，下一次重新复制。</source>
        <translation>
            <numerusform>%n recording was damaged on the backup disk and is copied again next time.</numerusform>
            <numerusform>%n recordings were damaged on the backup disk and are copied again next time.</numerusform>
        </translation>
    </message>
    <message>
        <source>已经停下，没有留下半份。</source>
        <translation>Stopped. Nothing half done was left.</translation>
    </message>
    <message>
        <source>带到另一台电脑，在那里的门上选“从备份恢复”。</source>
        <translation>Take it to the other computer and choose &quot;Restore from a backup&quot; at its door.</translation>
    </message>
    <message>
        <source>正在写便携备份并核对。您可以继续写。</source>
        <translation>Writing the portable backup and checking it. You can go on writing.</translation>
    </message>
    <message>
        <source>正在备份并核对。您可以继续写。</source>
        <translation>Backing up and checking. You can go on writing.</translation>
    </message>
    <message>
        <source>正在导出全部记录。您可以继续写。</source>
        <translation>Exporting everything. You can go on writing.</translation>
    </message>
    <message>
        <source>正在恢复，每个字节都在核对。</source>
        <translation>Restoring; every byte is checked.</translation>
    </message>
    <message>
        <source>正在演练：恢复最新的一份，打开，比对，再删掉。</source>
        <translation>Practicing: the newest one is restored, opened, compared and removed.</translation>
    </message>
    <message>
        <source>演练没有通过：{0}</source>
        <translation>The practice failed: {0}</translation>
    </message>
    <message>
        <source>演练通过：{0} 的备份能恢复，内容一致。</source>
        <translation>The practice passed: the backup of {0} restores, and its contents agree.</translation>
    </message>
    <message numerus="yes">
        <source>还在写的录音 %n 段留到下一次。</source>
        <translation>
            <numerusform>%n recording still being made is left for the next time.</numerusform>
            <numerusform>%n recordings still being made are left for the next time.</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有备份过</source>
        <translation>Never backed up</translation>
    </message>
    <message>
        <source>选了这个备份文件夹以后还没有备份过。放在别处的最后一份：{0}</source>
        <translation>Not backed up yet since this folder was chosen. Last backup elsewhere: {0}</translation>
    </message>
</context>
<context>
    <name>Blanks</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>去填写</source>
        <translation>Fill it in</translation>
    </message>
    <message>
        <source>去填写空着的地方</source>
        <translation>Go to the empty fields</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 处待填，印出来是横线，来访者可以用笔填：{0}</source>
        <translation>
            <numerusform>%n still to fill in. It prints as a line for the client to fill in by pen: {0}</numerusform>
            <numerusform>%n still to fill in. They print as lines for the client to fill in by pen: {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 处待填，填好才能打印：{0}</source>
        <translation>
            <numerusform>%n place is still empty; fill it in before printing: {0}</numerusform>
            <numerusform>%n places are still empty; fill them in before printing: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>&apos;至&apos;M月d日</source>
        <translation>&apos; – &apos;d MMM yyyy</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>M月d日 ddd</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月d日 ddd</source>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月d日&apos;至&apos;</source>
        <translation>d&apos;–&apos;</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} on {1}</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}起，您这里改为 {1}</source>
        <translation>From {0} it is {1} for you</translation>
    </message>
    <message>
        <source>{0}起，来访者当地改为 {1}</source>
        <translation>From {0} it is {1} for the client</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一周日程</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>与另一个重叠</source>
        <translation>overlaps another one</translation>
    </message>
    <message numerus="yes">
        <source>加锁个案的 %n 个没有写进去。</source>
        <translation>
            <numerusform>%n appointment of a locked case was left out.</numerusform>
            <numerusform>%n appointments of locked cases were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>导出了 %n 个预约，只有代号和时间。</source>
        <translation>
            <numerusform>Exported %n appointment: code and time only.</numerusform>
            <numerusform>Exported %n appointments: codes and times only.</numerusform>
        </translation>
    </message>
    <message>
        <source>导出到别的日历（.ics，只有代号和时间）</source>
        <translation>Export to another calendar (.ics, codes and times only)</translation>
    </message>
    <message>
        <source>导出日程</source>
        <translation>Export the calendar</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Canceled</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>已约</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>当地{0}</source>
        <translation>there {0}</translation>
    </message>
    <message>
        <source>心匣 · 用完请碎掉</source>
        <translation>Xinxia · shred after use</translation>
    </message>
    <message>
        <source>打印一周日程</source>
        <translation>Print a week</translation>
    </message>
    <message>
        <source>打印这一周（只有代号）</source>
        <translation>Print this week (codes only)</translation>
    </message>
    <message>
        <source>打印这一周（带称呼）</source>
        <translation>Print this week (with names)</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>无预约</source>
        <translation>Unbooked</translation>
    </message>
    <message>
        <source>最后一个{0}</source>
        <translation>the last {0}</translation>
    </message>
    <message>
        <source>未到</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>来访者当地 {0}</source>
        <translation>Client&apos;s time: {0}</translation>
    </message>
    <message>
        <source>每 {0} 个月</source>
        <translation>Every {0} months</translation>
    </message>
    <message>
        <source>每 {0} 周</source>
        <translation>Every {0} weeks</translation>
    </message>
    <message>
        <source>每两周</source>
        <translation>Every 2 weeks</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>没有预约</source>
        <translation>No appointment</translation>
    </message>
    <message>
        <source>第一个{0}</source>
        <translation>the first {0}</translation>
    </message>
    <message>
        <source>第三个{0}</source>
        <translation>the third {0}</translation>
    </message>
    <message>
        <source>第二个{0}</source>
        <translation>the second {0}</translation>
    </message>
    <message>
        <source>第四个{0}</source>
        <translation>the fourth {0}</translation>
    </message>
    <message>
        <source>近三个月改了 {0} 次时间</source>
        <translation>Moved {0} times in three months</translation>
    </message>
    <message>
        <source>这一周已存成 PDF，可以打印了。</source>
        <translation>The week is saved as a PDF, ready to print.</translation>
    </message>
    <message>
        <source>重叠</source>
        <translation>Overlaps</translation>
    </message>
    <message>
        <source>问6(2)：时间相对固定是咨询的一部分。可以在会谈里谈一谈，或一起换一个固定的时间。</source>
        <translation>Q&amp;A 6(2): a fairly fixed time is part of counseling. You might talk about it in a session, or agree on another fixed time.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>，共 %n 次</source>
        <translation>
            <numerusform>, %n time</numerusform>
            <numerusform>, %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>，到 {0}</source>
        <translation>, until {0}</translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>周</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>回到今天（T）</source>
        <translation>Back to today (T)</translation>
    </message>
    <message>
        <source>往前</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>往后</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>打印或导出</source>
        <translation>Print or export</translation>
    </message>
    <message>
        <source>新预约</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>新预约（N）</source>
        <translation>New appointment (N)</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>看一天、一周还是一月</source>
        <translation>Show a day, a week or a month</translation>
    </message>
</context>
<context>
    <name>CalendarBoard</name>
    <message>
        <source>保险库坏了一部分，这里的预约可能不全，改过的时间也可能不对。</source>
        <translation>Part of the vault is damaged; appointments may be missing here, and times that were changed may be wrong.</translation>
    </message>
    <message>
        <source>救到新的保险库</source>
        <translation>Salvage into a new vault</translation>
    </message>
    <message>
        <source>日程表，{0}</source>
        <translation>Calendar, {0}</translation>
    </message>
    <message>
        <source>请先复制一份整个文件夹，再把读得出来的救到新的保险库。</source>
        <translation>Please copy the whole folder first, then salvage what can be read into a new vault.</translation>
    </message>
</context>
<context>
    <name>CalendarPane</name>
    <message>
        <source>前后翻页</source>
        <translation>Page back and forward</translation>
    </message>
    <message>
        <source>回到今天</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>回到日程表</source>
        <translation>Back to the calendar</translation>
    </message>
    <message>
        <source>在光标处新建预约</source>
        <translation>New appointment at the cursor</translation>
    </message>
    <message>
        <source>打开，或新建</source>
        <translation>Open, or make a new one</translation>
    </message>
    <message>
        <source>拿起预约去改期，Enter 放下，Esc 放回</source>
        <translation>Pick up an appointment and move it; Enter drops it, Esc puts it back</translation>
    </message>
    <message>
        <source>日、周、月</source>
        <translation>Day, week, month</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>点一个空格，或按「新预约」，写下一次。</source>
        <translation>Click a free hour, or &quot;New appointment&quot;, to book one.</translation>
    </message>
    <message>
        <source>点一个预约，这里会有它的时间、双方当地的钟点和改期的次数。</source>
        <translation>Click an appointment to see its time, the local time in both places, and how often it was moved.</translation>
    </message>
    <message>
        <source>移动光标</source>
        <translation>Move the cursor</translation>
    </message>
    <message>
        <source>还没有选预约</source>
        <translation>No appointment chosen</translation>
    </message>
    <message>
        <source>这里还没有预约</source>
        <translation>No appointments here yet</translation>
    </message>
    <message>
        <source>键盘</source>
        <translation>Keyboard</translation>
    </message>
</context>
<context>
    <name>CalendarScreen</name>
    <message>
        <source>以后每次都改到这个时间。</source>
        <translation>All later ones are now at this time.</translation>
    </message>
    <message>
        <source>取消了这一次。</source>
        <translation>This one is canceled.</translation>
    </message>
    <message>
        <source>取消了这次和以后。</source>
        <translation>This and all later ones are canceled.</translation>
    </message>
    <message>
        <source>存好了。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>恢复为已约。</source>
        <translation>Booked again.</translation>
    </message>
    <message>
        <source>放回去了。</source>
        <translation>Put back.</translation>
    </message>
    <message>
        <source>移到 {0} {1}。</source>
        <translation>Moved to {0} {1}.</translation>
    </message>
    <message>
        <source>记下了：没有来。</source>
        <translation>Noted: did not come.</translation>
    </message>
</context>
<context>
    <name>CareNotice</name>
    <message>
        <source>去写转介</source>
        <translation>Write the referral</translation>
    </message>
</context>
<context>
    <name>CaseFold</name>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>回到个案列表</source>
        <translation>Back to the cases</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message numerus="yes">
        <source>%n 次咨询</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}，来访者当地 {1}</source>
        <translation>{0}, client&apos;s time {1}</translation>
    </message>
    <message>
        <source>下次 {0} {1}</source>
        <translation>Next: {0} {1}</translation>
    </message>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>个案概念化</source>
        <translation>Case formulation</translation>
    </message>
    <message>
        <source>为这个个案另设一个密码</source>
        <translation>Give this case a password of its own</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>会谈以外的联系（Ctrl+J）</source>
        <translation>A contact between sessions (Ctrl+J)</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>保存期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>写记录</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>加密码</source>
        <translation>Add a password</translation>
    </message>
    <message>
        <source>加锁 · 已打开</source>
        <translation>Own password · unlocked</translation>
    </message>
    <message>
        <source>危机卡（Ctrl+E）</source>
        <translation>Crisis card (Ctrl+E)</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Put it right</translation>
    </message>
    <message>
        <source>只给您自己看的札记（Ctrl+Shift+J）</source>
        <translation>Reflections for your eyes only (Ctrl+Shift+J)</translation>
    </message>
    <message>
        <source>合上</source>
        <translation>Lock again</translation>
    </message>
    <message>
        <source>合上这个个案：再看要先写它的密码</source>
        <translation>Lock this case: its password is asked for next time</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Consents</translation>
    </message>
    <message>
        <source>同意书已不再有效</source>
        <translation>Consent no longer valid</translation>
    </message>
    <message>
        <source>同意书已签署</source>
        <translation>Consent signed</translation>
    </message>
    <message>
        <source>同意书进行中</source>
        <translation>Consent in progress</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已结案 {0}</source>
        <translation>Closed on {0}</translation>
    </message>
    <message>
        <source>录音录像</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>您在{0}</source>
        <translation>you in {0}</translation>
    </message>
    <message>
        <source>技术准备</source>
        <translation>Technical preparation</translation>
    </message>
    <message>
        <source>披露</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>换密码或去掉密码</source>
        <translation>Change or remove the password</translation>
    </message>
    <message>
        <source>接案</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>时间线上显示什么</source>
        <translation>What the timeline shows</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>有的咨询读不出来</source>
        <translation>Some sessions cannot be read</translation>
    </message>
    <message>
        <source>来访者在{0}</source>
        <translation>Client in {0}</translation>
    </message>
    <message>
        <source>来访者的请求</source>
        <translation>Client&apos;s requests</translation>
    </message>
    <message>
        <source>法律保全</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>The trail</translation>
    </message>
    <message>
        <source>督导摘要</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision record</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>知情同意该再谈了</source>
        <translation>Go over consent again</translation>
    </message>
    <message>
        <source>移除这个空个案</source>
        <translation>Remove this empty case</translation>
    </message>
    <message>
        <source>签署记录之前还缺：{0}</source>
        <translation>Missing before notes can be signed: {0}</translation>
    </message>
    <message>
        <source>约下次</source>
        <translation>Book the next one</translation>
    </message>
    <message>
        <source>约定与复核</source>
        <translation>Agreement and review</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>结案与重新打开</source>
        <translation>Closing and reopening</translation>
    </message>
    <message>
        <source>给出记录</source>
        <translation>Give a copy</translation>
    </message>
    <message>
        <source>编辑资料</source>
        <translation>Edit profile</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>记联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>还没有同意书</source>
        <translation>No consent yet</translation>
    </message>
    <message>
        <source>还没有咨询</source>
        <translation>No session yet</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>选择记录的格式</source>
        <translation>Choose a note template</translation>
    </message>
    <message>
        <source>量表</source>
        <translation>Scales</translation>
    </message>
    <message>
        <source>销毁个案</source>
        <translation>Destroy this case</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>预约登记表</source>
        <translation>Pre-intake form</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CaseKeepingScreen</name>
    <message>
        <source>为这个个案定过的</source>
        <translation>Chosen for this case before</translation>
    </message>
    <message>
        <source>保存期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>全部个案的保存期限</source>
        <translation>Retention of all cases</translation>
    </message>
    <message>
        <source>只为这个个案定</source>
        <translation>Choose for this case alone</translation>
    </message>
    <message>
        <source>只为这个个案定的</source>
        <translation>For this case alone</translation>
    </message>
    <message>
        <source>可以比执业地的法规长，不能短。以前定的留在下面（热线 3.3）。</source>
        <translation>It may be longer than the law where you practice asks, never shorter. What was chosen before stays below (Hotline 3.3).</translation>
    </message>
    <message>
        <source>可以销毁</source>
        <translation>May be destroyed</translation>
    </message>
    <message>
        <source>和整个执业一样</source>
        <translation>As for the whole practice</translation>
    </message>
    <message>
        <source>已记下这个个案的保存期限。</source>
        <translation>The retention of this case is on record.</translation>
    </message>
    <message>
        <source>当时未成年</source>
        <translation>A minor then</translation>
    </message>
    <message>
        <source>是，两个日子取较晚的</source>
        <translation>Yes: the later of the two days counts</translation>
    </message>
    <message>
        <source>最后一次联系</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>法律保全</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>这个个案按这个期限</source>
        <translation>Use this term for this case</translation>
    </message>
    <message>
        <source>选期限</source>
        <translation>Choose the term</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>%n 篇记录</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>上次 {0}</source>
        <translation>Last {0}</translation>
    </message>
    <message>
        <source>下次 {0} {1}</source>
        <translation>Next {0} {1}</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>个案列表</source>
        <translation>List of cases</translation>
    </message>
    <message>
        <source>今天 {0}</source>
        <translation>Today {0}</translation>
    </message>
    <message>
        <source>可能脱落</source>
        <translation>May have dropped out</translation>
    </message>
    <message>
        <source>咨询读不出来</source>
        <translation>Sessions cannot be read</translation>
    </message>
    <message>
        <source>在个案中查找</source>
        <translation>Find a case</translation>
    </message>
    <message>
        <source>它们没有列在下面。请先不要删旧备份。</source>
        <translation>They are not listed below. Please do not delete old backups for now.</translation>
    </message>
    <message>
        <source>导入以前的记录</source>
        <translation>Import earlier notes</translation>
    </message>
    <message>
        <source>导入问卷</source>
        <translation>Import a questionnaire</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已加锁</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>已打开</source>
        <translation>Unlocked</translation>
    </message>
    <message>
        <source>待签署</source>
        <translation>Unsigned</translation>
    </message>
    <message>
        <source>待签署 {0}</source>
        <translation>{0} unsigned</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>接着填没填完的新个案</source>
        <translation>Continue the unfinished new case</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>新个案（Ctrl+N）</source>
        <translation>New case (Ctrl+N)</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>更多：导入问卷、导入以前的记录、预约登记表</source>
        <translation>More: import a questionnaire, import earlier notes, pre-intake form</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个个案读不出来，个案编号：{0}。</source>
        <translation>
            <numerusform>%n case cannot be read. Case number: {0}.</numerusform>
            <numerusform>%n cases cannot be read. Case numbers: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>有一个新个案没填完</source>
        <translation>A new case is unfinished</translation>
    </message>
    <message>
        <source>没有这样的个案</source>
        <translation>No such case</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>还没有咨询</source>
        <translation>No session yet</translation>
    </message>
    <message>
        <source>这里只找代号和姓名。要找记录里的字，请用左边的查找。</source>
        <translation>This looks at code names and names only. For words in your notes, use the search on the left.</translation>
    </message>
    <message>
        <source>预约登记表</source>
        <translation>Pre-intake form</translation>
    </message>
</context>
<context>
    <name>CaseLock</name>
    <message>
        <source>{0} · 已加锁</source>
        <translation>{0} · locked</translation>
    </message>
</context>
<context>
    <name>CaseLockScreen</name>
    <message>
        <source>个案密码</source>
        <translation>Case password</translation>
    </message>
    <message>
        <source>个案密码已存好。</source>
        <translation>The case password is saved.</translation>
    </message>
    <message>
        <source>加上以后，只知道保险库密码的人读不到它的任何内容：记录、草稿、同意书、姓名、代号、预约的地点和备注。没打开时，列表里只看得到它的编号 № {0}。</source>
        <translation>If this case has a password of its own, nothing in it can be read by somebody who knows only the vault&apos;s password: notes, drafts, consents, names, code name, places and remarks of appointments. While it is locked, lists show only its number, № {0}.</translation>
    </message>
    <message>
        <source>加上密码</source>
        <translation>Add the password</translation>
    </message>
    <message>
        <source>去掉密码</source>
        <translation>Remove the password</translation>
    </message>
    <message>
        <source>只有密码能打开它</source>
        <translation>Only the password opens it</translation>
    </message>
    <message>
        <source>在这以前做的备份里，留着这个个案的钥匙：谁有其中一份，又知道保险库的密码，就读得到它，以后写的也读得到。请加好密码再做一份新备份，把旧的删掉；被人拷走过的，删不回来。</source>
        <translation>Backups made before this hold the case&apos;s key: whoever has one, and knows the vault&apos;s password, can read the case, what you write later too. Set the password, make a new backup and delete the old ones; what somebody copied cannot be called back.</translation>
    </message>
    <message>
        <source>存好密码</source>
        <translation>Save the password</translation>
    </message>
    <message>
        <source>忘了密码还有救；拿到那张纸的人也打得开。</source>
        <translation>A forgotten password is no disaster; whoever gets hold of the paper can open it as well.</translation>
    </message>
    <message>
        <source>忘了就再也读不出来，谁都帮不上。</source>
        <translation>If you forget it, nobody can ever read it again, and nobody can help.</translation>
    </message>
    <message>
        <source>忘了这个密码怎么办</source>
        <translation>If you forget this password</translation>
    </message>
    <message>
        <source>恢复密钥也能打开它</source>
        <translation>The recovery key opens it, too</translation>
    </message>
    <message>
        <source>换密码不换这个个案的钥匙。谁有加密码以前的备份，又知道保险库的密码，或者有换密码以前的备份，又知道旧密码，就读得到它，以后写的也读得到。请做一份新备份，再把旧的删掉；被人拷走过的，删不回来。</source>
        <translation>A new password does not change the case&apos;s key. Whoever has a backup from before the case had a password, and knows the vault&apos;s password, or has one from before this change, and knows the old password, can read the case, what you write later too. Make a new backup, then delete the old ones; what somebody copied cannot be called back.</translation>
    </message>
    <message>
        <source>换密码或去掉密码，都不会改动它的一个字。去掉以后，有保险库的密码就能读它，查找也又会搜到它。</source>
        <translation>Changing or removing the password alters not a word of the case. Once removed, the vault&apos;s password is enough to read it, and the search finds it again.</translation>
    </message>
    <message>
        <source>换成这个密码</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>留痕里记着的这样的备份：{0} 份，最早 {1}，最近 {2}。备份文件夹里清掉了的也算在内。</source>
        <translation>Such backups in the audit trail: {0}, the first {1}, the latest {2}. Those that have gone from the backup folder since are counted, too.</translation>
    </message>
    <message>
        <source>要让恢复密钥也能打开它，请先锁上心匣，用恢复密钥打开一次，再来这里设。</source>
        <translation>To let the recovery key open it, too, lock Xinxia, open it once with the recovery key, and come back here.</translation>
    </message>
    <message>
        <source>请先写现在的密码</source>
        <translation>Type the present password first</translation>
    </message>
    <message>
        <source>请选一种：忘了密码怎么办</source>
        <translation>Choose what happens if you forget it</translation>
    </message>
    <message>
        <source>返回，什么都不改</source>
        <translation>Go back, change nothing</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不可告知咨询事实</source>
        <translation>Not to be told</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>医院诊断</source>
        <translation>Hospital diagnosis</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>可告知咨询事实</source>
        <translation>May be told</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>学校</source>
        <translation>School</translation>
    </message>
    <message>
        <source>小名</source>
        <translation>Nicknames</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>怎样理解</source>
        <translation>How it is understood</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>所在</source>
        <translation>City</translation>
    </message>
    <message>
        <source>接案</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>方法</source>
        <translation>Methods</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardians</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>相关的人</source>
        <translation>People around the client</translation>
    </message>
    <message>
        <source>相关的地点和机构</source>
        <translation>Places and organizations</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>自述用药</source>
        <translation>Medication</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>还没有写资料。除了代号，都可以先空着；要用到时点「编辑资料」。</source>
        <translation>No profile yet. Everything but the code name can stay empty for now; when you need it, choose &quot;Edit profile&quot;.</translation>
    </message>
    <message>
        <source>还没问可不可以告知</source>
        <translation>Not yet asked whether they may be told</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>风险</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CasePaper</name>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>上一节、下一节</source>
        <translation>Previous and next section</translation>
    </message>
    <message>
        <source>来访者当地现在 {0}</source>
        <translation>It is {0} where the client is</translation>
    </message>
    <message>
        <source>返回，写的字会存好</source>
        <translation>Back; what you wrote is kept</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CaseRecord</name>
    <message>
        <source>写好就存，不用按保存</source>
        <translation>Saved as you type</translation>
    </message>
    <message>
        <source>已存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>改过的资料存好了。</source>
        <translation>Your changes to the profile are saved.</translation>
    </message>
    <message>
        <source>有一格还没有存，其余已存 {0}</source>
        <translation>One field not saved yet, the rest saved {0}</translation>
    </message>
    <message>
        <source>正在写</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>法律保全中：来访者资料不能改（例外 3）。</source>
        <translation>Under legal hold: the client&apos;s details cannot be changed (Exception 3).</translation>
    </message>
    <message>
        <source>看法律保全</source>
        <translation>See the legal hold</translation>
    </message>
    <message>
        <source>编辑资料</source>
        <translation>Edit profile</translation>
    </message>
    <message>
        <source>还没有存上</source>
        <translation>Not saved yet</translation>
    </message>
</context>
<context>
    <name>CaseTimeline</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>%n 个回答</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} 分钟</source>
        <translation>{0}, {1} min</translation>
    </message>
    <message>
        <source>{0} 以前答复</source>
        <translation>Answer by {0}</translation>
    </message>
    <message>
        <source>{0} 改到 {1}</source>
        <translation>{0} moved to {1}</translation>
    </message>
    <message>
        <source>{0}，之后每次也是</source>
        <translation>{0}, and every later one</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>个案概念化：{0}</source>
        <translation>Case formulation: {0}</translation>
    </message>
    <message>
        <source>交出去的摘要：{0}</source>
        <translation>Summary given out: {0}</translation>
    </message>
    <message>
        <source>以前的记录</source>
        <translation>Earlier note</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>保存期限：{0} 年</source>
        <translation>Retention: {0} years</translation>
    </message>
    <message>
        <source>准备中</source>
        <translation>Being prepared</translation>
    </message>
    <message>
        <source>到第 {0} 次</source>
        <translation>Up to session {0}</translation>
    </message>
    <message>
        <source>危机：{0}</source>
        <translation>Crisis: {0}</translation>
    </message>
    <message numerus="yes">
        <source>图上 %n 人</source>
        <translation>
            <numerusform>%n person in it</numerusform>
            <numerusform>%n people in it</numerusform>
        </translation>
    </message>
    <message>
        <source>复核：网络咨询是否仍有效</source>
        <translation>Review: is online counseling still helping?</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>导入的</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已再次确认</source>
        <translation>Reconfirmed</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已提供</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已签署</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>已讨论</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>已阅读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>建立个案</source>
        <translation>Case opened</translation>
    </message>
    <message>
        <source>技术准备</source>
        <translation>Technical preparation</translation>
    </message>
    <message>
        <source>披露的补记</source>
        <translation>Addition to a disclosure</translation>
    </message>
    <message>
        <source>披露：{0}</source>
        <translation>Disclosure: {0}</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>Coming up</translation>
    </message>
    <message>
        <source>改为{0}</source>
        <translation>Changed to {0}</translation>
    </message>
    <message>
        <source>改了预约时间</source>
        <translation>Appointment moved</translation>
    </message>
    <message>
        <source>显示更早</source>
        <translation>Show earlier</translation>
    </message>
    <message>
        <source>有自伤或自杀的话，请先看</source>
        <translation>Speaks of self-harm or suicide: read first</translation>
    </message>
    <message>
        <source>来访者不愿意</source>
        <translation>The client does not want any</translation>
    </message>
    <message>
        <source>来访者当时不知道</source>
        <translation>The client did not know then</translation>
    </message>
    <message>
        <source>来访者的请求：{0}</source>
        <translation>Client&apos;s request: {0}</translation>
    </message>
    <message>
        <source>没有密码</source>
        <translation>No password</translation>
    </message>
    <message>
        <source>没有接案</source>
        <translation>Case declined</translation>
    </message>
    <message>
        <source>法律保全开始</source>
        <translation>Legal hold begins</translation>
    </message>
    <message>
        <source>法律保全解除</source>
        <translation>Legal hold lifted</translation>
    </message>
    <message>
        <source>目标或方法还空着</source>
        <translation>Goals or methods still empty</translation>
    </message>
    <message>
        <source>督导定下的事，后来怎样</source>
        <translation>What became of what supervision asked for</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision record</translation>
    </message>
    <message>
        <source>知情同意书</source>
        <translation>Consent form</translation>
    </message>
    <message>
        <source>第 {0} 次咨询</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>答卷</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>答复来访者的请求</source>
        <translation>Client&apos;s request answered</translation>
    </message>
    <message>
        <source>约好的随访</source>
        <translation>Follow-up planned</translation>
    </message>
    <message>
        <source>约定 {0} 次</source>
        <translation>Sessions agreed: {0}</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close case</translation>
    </message>
    <message numerus="yes">
        <source>给出了 %n 篇记录</source>
        <translation>
            <numerusform>Gave a copy of %n note</numerusform>
            <numerusform>Gave a copy of %n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>联系：{0}</source>
        <translation>Contact: {0}</translation>
    </message>
    <message>
        <source>自伤一题有回应</source>
        <translation>Self-harm was answered</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>补记 {0}</source>
        <translation>Amendment {0}</translation>
    </message>
    <message>
        <source>记结果：{0}</source>
        <translation>Record the outcome: {0}</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>转介：{0}</source>
        <translation>Referral: {0}</translation>
    </message>
    <message>
        <source>还没有写字。</source>
        <translation>Nothing written yet.</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>重温了知情同意</source>
        <translation>Went over consent again</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message numerus="yes">
        <source>隐去 %n 处</source>
        <translation>
            <numerusform>%n place hidden</numerusform>
            <numerusform>%n places hidden</numerusform>
        </translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
</context>
<context>
    <name>CaseWaits</name>
    <message>
        <source>去做</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>去做：{0}</source>
        <translation>Do it: {0}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>去看：{0}</source>
        <translation>View: {0}</translation>
    </message>
    <message>
        <source>可能脱落：{0}</source>
        <translation>May have dropped out: {0}</translation>
    </message>
    <message>
        <source>按脱落结案</source>
        <translation>Close as dropped out</translation>
    </message>
    <message>
        <source>接着写</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>接着写：{0}</source>
        <translation>Go on: {0}</translation>
    </message>
    <message>
        <source>约随访</source>
        <translation>Plan a follow-up</translation>
    </message>
    <message>
        <source>记联系</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>Caseload</name>
    <message>
        <source>{0} · 上限 {1}</source>
        <translation>{0} · at most {1}</translation>
    </message>
    <message>
        <source>{0} 有 {1} 次，超过您定的每天 {2} 次（热线 4.3）。</source>
        <translation>{1} sessions on {0}, more than the {2} a day you set (Hotline 4.3).</translation>
    </message>
    <message>
        <source>{0} 那一周有 {1} 次，超过您定的每周 {2} 次（热线 4.3）。</source>
        <translation>{1} sessions in the week of {0}, more than the {2} a week you set (Hotline 4.3).</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>今天 {0} 次，这一周 {1} 次</source>
        <translation>Today {0}, this week {1}</translation>
    </message>
    <message>
        <source>仍然可以约。</source>
        <translation>You can still book it.</translation>
    </message>
    <message>
        <source>每周 {0} 次</source>
        <translation>{0} a week</translation>
    </message>
    <message>
        <source>每天 {0} 次</source>
        <translation>{0} a day</translation>
    </message>
</context>
<context>
    <name>CaseloadSettings</name>
    <message>
        <source>咨询量</source>
        <translation>Caseload</translation>
    </message>
    <message>
        <source>每周最多几次</source>
        <translation>Most sessions a week</translation>
    </message>
    <message>
        <source>每天最多几次</source>
        <translation>Most sessions a day</translation>
    </message>
    <message>
        <source>空着就不提醒</source>
        <translation>Empty: no reminder</translation>
    </message>
    <message>
        <source>约得超过了会说一句，不拦（热线 4.3）。咨询和生活要平衡，数目由您自己定。</source>
        <translation>Booking beyond this is mentioned and never stopped (Hotline 4.3). Work and life are to balance; the number is yours to set.</translation>
    </message>
    <message>
        <source>请写 1 到 {0} 之间的一个数。</source>
        <translation>Please write a number from 1 to {0}.</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>危机处置</source>
        <translation>Crisis response</translation>
    </message>
    <message>
        <source>热线·一般</source>
        <translation>Hotline, single call</translation>
    </message>
    <message>
        <source>热线·常规</source>
        <translation>Hotline, regular</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>面询</source>
        <translation>In person</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>一个个案，是您和一位来访者、一对伴侣或一家人的一段工作。
它的知情同意、每次的记录和督导摘要都收在一处，加密后只存在这台电脑上。
建立时写上代号和分级就行，其余以后再说。</source>
        <translation>A case is a piece of work with one client, a couple or a family.
Its consents, session notes and supervision summaries are kept together, encrypted, on this computer only.
All it takes to open one is a code name and a triage grade with its reasons; the rest can wait.</translation>
    </message>
    <message>
        <source>上一个、下一个个案</source>
        <translation>Previous, next case</translation>
    </message>
    <message>
        <source>上次写的都替您留着，加密后只存在这台电脑上。</source>
        <translation>Everything you wrote is still here, encrypted and only on this computer.</translation>
    </message>
    <message>
        <source>从左边选一个个案</source>
        <translation>Choose a case on the left</translation>
    </message>
    <message>
        <source>到这个个案</source>
        <translation>Go to this case</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>它的记录、同意书和资料会在这里，按时间排好。</source>
        <translation>Its notes, consents and profile appear here in order of date.</translation>
    </message>
    <message>
        <source>您的个案会在这里</source>
        <translation>Your cases will be here</translation>
    </message>
    <message>
        <source>您的第一个个案还没填完</source>
        <translation>Your first case is not finished yet</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>新建第一个个案</source>
        <translation>Open the first case</translation>
    </message>
    <message>
        <source>空个案已移除。</source>
        <translation>The empty case was removed.</translation>
    </message>
    <message>
        <source>记一次会谈以外的联系</source>
        <translation>Log a contact between sessions</translation>
    </message>
</context>
<context>
    <name>CatalogueForm</name>
    <message>
        <source>存成新的一版</source>
        <translation>Save as a new edition</translation>
    </message>
    <message>
        <source>存过的版本：</source>
        <translation>Editions you saved:</translation>
    </message>
    <message>
        <source>换回随程序带的</source>
        <translation>Back to the program&apos;s words</translation>
    </message>
    <message>
        <source>标着「必须有」的可以换一种说法，不能去掉，也不能空着。其余的可以加、改、去掉。</source>
        <translation>What is marked &quot;Required&quot; can be reworded, but not taken out or left empty. Everything else can be added, reworded or taken out.</translation>
    </message>
    <message>
        <source>添加一节</source>
        <translation>Add a section</translation>
    </message>
    <message>
        <source>程序带来了新的一版（{0}），您用的还是自己的。要用新的，点「换回随程序带的」；要接着用自己的，看一遍再存一次。</source>
        <translation>The program brings a newer edition ({0}); you are still using your own. To use the new one, click &quot;Back to the program&apos;s words&quot;; to keep yours, look it over and save it once more.</translation>
    </message>
</context>
<context>
    <name>Catalogues</name>
    <message>
        <source>{0}：说明</source>
        <translation>{0}: explanation</translation>
    </message>
    <message>
        <source>一句话说明</source>
        <translation>What it is, in one sentence</translation>
    </message>
    <message>
        <source>个案概念化：{0}</source>
        <translation>Case formulation: {0}</translation>
    </message>
    <message>
        <source>为什么问</source>
        <translation>Why it is asked</translation>
    </message>
    <message>
        <source>会谈单上可选的词</source>
        <translation>Words to choose from on a session sheet</translation>
    </message>
    <message>
        <source>像是下诊断的话</source>
        <translation>Words that sound like a diagnosis</translation>
    </message>
    <message>
        <source>像是荐药的话</source>
        <translation>Words that sound like advice on medication</translation>
    </message>
    <message>
        <source>写个案概念化时分哪几栏，每栏提示什么。</source>
        <translation>The sections of a case formulation, and the hint in each of them.</translation>
    </message>
    <message>
        <source>写记录时，哪些话会轻轻提醒一句，哪些不提醒。</source>
        <translation>Which words are quietly noticed while you write a note, and which are not.</translation>
    </message>
    <message>
        <source>出自这些地方的，不提醒</source>
        <translation>Not noticed when it comes from one of these</translation>
    </message>
    <message>
        <source>前面有这些字的，不提醒</source>
        <translation>Not noticed after one of these</translation>
    </message>
    <message>
        <source>副标题</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>危机卡、安全计划、资源单和危机小结的标题和句子。</source>
        <translation>The headings and sentences of the crisis card, the safety plan, the resource list and the crisis summary.</translation>
    </message>
    <message>
        <source>危机时用的几张纸</source>
        <translation>The papers for a crisis</translation>
    </message>
    <message>
        <source>小节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>小节标题</source>
        <translation>Section title</translation>
    </message>
    <message>
        <source>小节，从上到下</source>
        <translation>Sections, from top to bottom</translation>
    </message>
    <message>
        <source>开头的话</source>
        <translation>Opening words</translation>
    </message>
    <message>
        <source>必须有</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>必须有：{0}</source>
        <translation>Required: {0}</translation>
    </message>
    <message>
        <source>怎样才算是他们说的</source>
        <translation>What shows that they said it</translation>
    </message>
    <message>
        <source>情绪状态</source>
        <translation>Moods</translation>
    </message>
    <message>
        <source>情绪状态、问题类型和远程评估的补救。</source>
        <translation>Moods, kinds of problem, and remedies for assessing from afar.</translation>
    </message>
    <message>
        <source>执业资料里可以打印的一张纸。</source>
        <translation>A paper you can print from the practice page.</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>最后的话</source>
        <translation>Closing words</translation>
    </message>
    <message>
        <source>有生命危险时</source>
        <translation>When a life is in danger</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>标题和句子</source>
        <translation>Title and sentences</translation>
    </message>
    <message>
        <source>每一行叫什么</source>
        <translation>What each row is called</translation>
    </message>
    <message>
        <source>第一次见面以前请来访者填的表，每个问题说明为什么问。</source>
        <translation>The form a client fills in before the first session; each question says why it is asked.</translation>
    </message>
    <message>
        <source>越界措辞的提醒</source>
        <translation>The notice about words beyond your scope</translation>
    </message>
    <message>
        <source>这些人说的，不提醒</source>
        <translation>Not noticed when one of these people says it</translation>
    </message>
    <message>
        <source>远程评估的补救</source>
        <translation>Remedies for assessing from afar</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>问题类型</source>
        <translation>Kinds of problem</translation>
    </message>
</context>
<context>
    <name>CataloguesScreen</name>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>修改：{0}</source>
        <translation>Change: {0}</translation>
    </message>
    <message>
        <source>存好了：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>存成新的一版</source>
        <translation>Save as a new edition</translation>
    </message>
    <message>
        <source>换回了随程序带的；您的几版都留着。</source>
        <translation>The program&apos;s words are used again; your editions are kept.</translation>
    </message>
    <message>
        <source>改成自己的</source>
        <translation>Make them your own</translation>
    </message>
    <message>
        <source>清单与用语</source>
        <translation>Lists and wording</translation>
    </message>
    <message>
        <source>移动一行</source>
        <translation>Move a line</translation>
    </message>
    <message>
        <source>程序有新的一版</source>
        <translation>The program has a newer edition</translation>
    </message>
    <message>
        <source>自己的</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>随程序带的清单和用语，都可以改成您自己的说法。每存一次就是新的一版，带着日期；写好的记录不变，记着自己用的是哪一版。</source>
        <translation>You can put the lists and texts of the program into your own words. Each time you save, that is a new edition with its date; records written before stay as they are and keep the edition they were made with.</translation>
    </message>
    <message>
        <source>随程序带的，版本：{0}</source>
        <translation>The program&apos;s, edition: {0}</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>{0}（第 {1} 版）</source>
        <translation>{0} (edition {1})</translation>
    </message>
    <message>
        <source>打印这张图，或存为 PDF</source>
        <translation>Print this chart or save as PDF</translation>
    </message>
    <message>
        <source>打印这张图，或存为 PDF：{0}</source>
        <translation>Print this chart or save as PDF: {0}</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message numerus="yes">
        <source>%n 个月</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>依据 网络 3.3</source>
        <translation>Online 3.3</translation>
    </message>
    <message>
        <source>成员，一行写一位</source>
        <translation>Members, one on each line</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>未满十八岁，监护人也签名</source>
        <translation>Under eighteen: a guardian signs too</translation>
    </message>
    <message>
        <source>每位成员在表上有自己的一行签名。</source>
        <translation>Each member gets a signature line on the form.</translation>
    </message>
    <message>
        <source>照资料里的生日，来访者未满十八岁：请勾上，监护人也签名（规范三(二)a）。</source>
        <translation>By the birth date on record the client is under eighteen: tick it, so that a guardian signs too (Hotline standard 3(2)a).</translation>
    </message>
    <message>
        <source>直到撤回</source>
        <translation>Until withdrawn</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source> · 草稿</source>
        <translation>, draft</translation>
    </message>
    <message>
        <source>{0}（还没写，不带）</source>
        <translation>{0} (not written, left out)</translation>
    </message>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>做成哪一种</source>
        <translation>Which paper</translation>
    </message>
    <message>
        <source>写下并签署记录后，就能在这里做摘要。</source>
        <translation>Once you have written and signed a note, you can make a summary here.</translation>
    </message>
    <message>
        <source>写个案报告</source>
        <translation>Write the case report</translation>
    </message>
    <message>
        <source>团体督导讲义</source>
        <translation>Handout for a group</translation>
    </message>
    <message>
        <source>带什么去督导</source>
        <translation>What goes to supervision</translation>
    </message>
    <message>
        <source>第 {0} 次咨询 · {1} · {2}</source>
        <translation>Session {0}, {1}, {2}</translation>
    </message>
    <message>
        <source>简短摘要</source>
        <translation>Short summary</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No note yet</translation>
    </message>
    <message>
        <source>选几篇记录</source>
        <translation>A few notes</translation>
    </message>
    <message>
        <source>选好要带去督导的。程序先找出可能认出人的地方，您逐处看过、决定去留，再写成文件。</source>
        <translation>Choose what goes to supervision. The program finds what could tell who somebody is, you decide place by place, then the file is written.</translation>
    </message>
</context>
<context>
    <name>Clauses</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>去补上</source>
        <translation>Fill it in</translation>
    </message>
    <message>
        <source>看条文</source>
        <translation>Read the clause</translation>
    </message>
    <message>
        <source>看条文：{0}</source>
        <translation>Read the clause: {0}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>{1}时间 {0}</source>
        <translation>{0} ({1} time)</translation>
    </message>
    <message>
        <source>从此时间都按{0}时间显示，和这台电脑的钟不同。已经约好的，请看一眼对不对。</source>
        <translation>Times are now shown by the clock of {0}, which differs from this computer&apos;s. Please check what is already booked.</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message numerus="yes">
        <source>%n 份答卷</source>
        <translation>
            <numerusform>%n set of answers</numerusform>
            <numerusform>%n sets of answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 列</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}”这一列成为</source>
        <translation>“{0}” becomes</translation>
    </message>
    <message>
        <source>“{0}”这一列改为留在答卷里：两列不能成为同一样。</source>
        <translation>“{0}” is now kept among the answers: two columns cannot become the same thing.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>例子</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>列的用处和上次一样。</source>
        <translation>The columns are as you set them last time.</translation>
    </message>
    <message>
        <source>别的工作表没有读：{0}。</source>
        <translation>Other sheets were not read: {0}.</translation>
    </message>
    <message>
        <source>成为</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>换一个文件</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>每一列成为什么</source>
        <translation>What each column becomes</translation>
    </message>
    <message>
        <source>看每一份答卷</source>
        <translation>Look at each set of answers</translation>
    </message>
    <message>
        <source>第二步：每一列成为什么</source>
        <translation>Step 2: what each column becomes</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Heading</translation>
    </message>
    <message numerus="yes">
        <source>表头上面的 %n 行没有导入。</source>
        <translation>
            <numerusform>%n row above the headings is not imported.</numerusform>
            <numerusform>%n rows above the headings are not imported.</numerusform>
        </translation>
    </message>
    <message>
        <source>请看一看每一列成为什么。成为资料的，可以在个案里改；留在答卷里的，一字不动地放进个案；用不着的，按 Delete，不带进来。</source>
        <translation>Please check what each column becomes. Details can be changed in the case; what stays among the answers goes into the case word for word; press Delete to leave out what you do not need.</translation>
    </message>
    <message>
        <source>这一列成为</source>
        <translation>This column becomes</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>--cases 还需要 --out FILE，写明结果放在哪里。</source>
        <translation>--cases also needs --out FILE, to say where the results go.</translation>
    </message>
    <message>
        <source>什么都没有写出。请改好这一行再试。</source>
        <translation>Nothing was written. Correct this line and try again.</translation>
    </message>
    <message>
        <source>来访者资料不是一个 JSON 对象。</source>
        <translation>The client&apos;s profile is not a JSON object.</translation>
    </message>
    <message>
        <source>来访者资料里有不认识的项，没有用上：{0}</source>
        <translation>The client&apos;s profile has keys that are not known and were not used: {0}</translation>
    </message>
    <message>
        <source>来访者资料里的 {0} 写得不对。</source>
        <translation>In the client&apos;s profile, {0} is not written as it should be.</translation>
    </message>
    <message>
        <source>没有处理，以免漏掉名字。该怎么写，见 deidentify --help。</source>
        <translation>Nothing was done, so that no name slips through. See deidentify --help for how it is written.</translation>
    </message>
    <message>
        <source>没有编号为 {0} 的个案。</source>
        <translation>There is no case with the number {0}.</translation>
    </message>
    <message>
        <source>没有这个文件：{0}</source>
        <translation>There is no such file: {0}</translation>
    </message>
    <message>
        <source>第 {0} 行不是一个 JSON 对象。</source>
        <translation>Line {0} is not a JSON object.</translation>
    </message>
    <message>
        <source>第 {0} 行的 {1} 写得不对。</source>
        <translation>On line {0}, {1} is not written as it should be.</translation>
    </message>
    <message>
        <source>读不了，也写不了：{0}</source>
        <translation>This cannot be read or written: {0}</translation>
    </message>
    <message>
        <source>这里没有可以输入密码的终端。请加 --password-stdin，把密码从标准输入送进来。</source>
        <translation>There is no terminal here to type a password into. Please add --password-stdin and send the password through standard input.</translation>
    </message>
    <message>
        <source>钥匙文件 vault.header 坏了或不见了，这次用的是备份的那一份。</source>
        <translation>The key file vault.header is damaged or missing; its copy was used this time.</translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>{0}：可能不全，请看一遍。</source>
        <translation>{0}: something may be missing; please look through them.</translation>
    </message>
    <message>
        <source>{0}：读不出来的编号 {1}。</source>
        <translation>{0}: cannot be read, numbers {1}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次没有正常关闭，那时写的日志文件（vault.db-wal）坏了。坏处后面存过的内容这里看不到，可以救出来。</source>
        <translation>The program did not close properly last time, and the log file it was writing then (vault.db-wal) is damaged. What was saved behind the damage cannot be seen here, but it can be salvaged.</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>个案密码的资料</source>
        <translation>Details of case passwords</translation>
    </message>
    <message>
        <source>个案密码资料的副本</source>
        <translation>Copies of the details of case passwords</translation>
    </message>
    <message>
        <source>个案密钥的副本</source>
        <translation>Copies of case keys</translation>
    </message>
    <message>
        <source>什么都没有改动。请先复制一份整个文件夹，再从备份恢复。</source>
        <translation>Nothing was changed. Copy the whole folder first, then restore from a backup.</translation>
    </message>
    <message>
        <source>会谈</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>会谈单</source>
        <translation>Session sheet</translation>
    </message>
    <message>
        <source>其余的都在。请留着所有的备份：有完好录音的那一份，恢复到新文件夹就能拿回来。</source>
        <translation>Everything else is there. Keep all your backups: restore the one that has the recordings whole into a new folder to get them back.</translation>
    </message>
    <message>
        <source>其余的都核对过，内容一致。请留着别的备份，那里可能有完好的录音。</source>
        <translation>Everything else was compared and is the same. Keep your other backups: they may have the recordings whole.</translation>
    </message>
    <message>
        <source>加锁的个案打开以后才能核对签名，这次没有核对；它们没有坏。个案编号：{0}。</source>
        <translation>The signatures of locked cases can only be checked once the cases are open, so they were not checked this time. That is no damage. Case numbers: {0}.</translation>
    </message>
    <message>
        <source>原来的保险库没有改动，请留着它。新的保险库用同一个密码和恢复密钥打开。</source>
        <translation>The old vault is unchanged; please keep it. The new one opens with the same password and recovery key.</translation>
    </message>
    <message>
        <source>同意书的文件</source>
        <translation>Consent documents</translation>
    </message>
    <message>
        <source>同意书的步骤</source>
        <translation>Steps of consents</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>咨询记录</source>
        <translation>Session notes</translation>
    </message>
    <message>
        <source>备份里的内容和做备份那一刻的不一样。</source>
        <translation>The backup does not hold what the vault held when it was made.</translation>
    </message>
    <message>
        <source>导入过的答卷的标记</source>
        <translation>Marks of answers that were imported</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>待销毁的标记</source>
        <translation>Marks of cases to be destroyed</translation>
    </message>
    <message>
        <source>恢复密钥的公开部分</source>
        <translation>The public half of the recovery key</translation>
    </message>
    <message>
        <source>执业资料</source>
        <translation>The practice</translation>
    </message>
    <message>
        <source>执业资料的文件</source>
        <translation>Document of the practice</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Changes of time</translation>
    </message>
    <message>
        <source>救出来了：个案 {0} 个，记录 {1} 篇。</source>
        <translation>Salvaged: cases {0}, notes {1}.</translation>
    </message>
    <message>
        <source>数据库打不开：文件坏了，或者不是这个保险库的。</source>
        <translation>The database does not open: the file is damaged, or belongs to another vault.</translation>
    </message>
    <message numerus="yes">
        <source>数据库有损坏的页，共 %n 页：{0}。</source>
        <translation>
            <numerusform>%n damaged page in the database: {0}.</numerusform>
            <numerusform>%n damaged pages in the database: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>数据库比钥匙文件记的旧，差 {0} 次开关。可能恢复过备份，也可能丢了最后写的。</source>
        <translation>The database is older than the key file says, by {0} openings and closings. A backup may have been restored, or what was written last may be lost.</translation>
    </message>
    <message>
        <source>数据库的内部结构对不上。</source>
        <translation>The database does not hold together.</translation>
    </message>
    <message>
        <source>有录音的文件不见了。录音编号：{0}。</source>
        <translation>Files of recordings are missing. Recording numbers: {0}.</translation>
    </message>
    <message>
        <source>有录音读不全，或和存入时不一样，坏的部分不会播放。录音编号：{0}。</source>
        <translation>Some recordings cannot be read in full, or are not as they were stored; damaged parts are not played. Recording numbers: {0}.</translation>
    </message>
    <message>
        <source>有的个案、会谈或记录只剩编号（写作 #编号），好让它们下面的内容还看得到。</source>
        <translation>Of some cases, sessions or notes only the number is left (written as #number), so that what belongs to them can still be reached.</translation>
    </message>
    <message>
        <source>来访者资料</source>
        <translation>Client details</translation>
    </message>
    <message>
        <source>档案条目</source>
        <translation>File entries</translation>
    </message>
    <message>
        <source>档案条目附上的文书</source>
        <translation>Papers of file entries</translation>
    </message>
    <message>
        <source>没写完的内容</source>
        <translation>Unfinished writing</translation>
    </message>
    <message>
        <source>没写完的补记</source>
        <translation>Unfinished amendments</translation>
    </message>
    <message>
        <source>没填完的新个案</source>
        <translation>A new case that was being filled in</translation>
    </message>
    <message>
        <source>没有检查：备份时还在写的录音。它们在下一次备份里。</source>
        <translation>Not checked: recordings that were still being made. They will be in the next backup.</translation>
    </message>
    <message>
        <source>没有检查：录音里的声音。</source>
        <translation>Not checked: the sound inside recordings.</translation>
    </message>
    <message>
        <source>没有缺少任何内容。</source>
        <translation>Nothing is missing.</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>Audit trail</translation>
    </message>
    <message>
        <source>留痕链断了：有的行被改过、删过或插过。</source>
        <translation>The audit trail is broken: a line was changed, removed or put in.</translation>
    </message>
    <message>
        <source>知情同意书</source>
        <translation>Consent forms</translation>
    </message>
    <message>
        <source>签署过的同意书不见了，或和签署时不一样。个案编号：{0}。</source>
        <translation>A signed consent is missing or not as it was signed. Case number: {0}.</translation>
    </message>
    <message>
        <source>签署过的记录被改过，签名对不上。个案编号：{0}。</source>
        <translation>A signed note was changed and its signature does not hold. Case number: {0}.</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Amendments</translation>
    </message>
    <message>
        <source>设置和模板</source>
        <translation>Settings and templates</translation>
    </message>
    <message>
        <source>这份备份靠不住。请留着它，现在就另做一份新的。</source>
        <translation>This backup cannot be relied on. Keep it, and make a new one now.</translation>
    </message>
    <message>
        <source>重复的预约</source>
        <translation>Recurring appointments</translation>
    </message>
    <message>
        <source>钥匙文件的副本（vault.header.bak）读不出来，或不是这个保险库的。</source>
        <translation>The copy of the key file (vault.header.bak) cannot be read, or belongs to another vault.</translation>
    </message>
    <message>
        <source>钥匙文件里的计数不是心匣写的：有人改过这个文件。</source>
        <translation>The count in the key file was not written by Xinxia: somebody has changed that file.</translation>
    </message>
    <message>
        <source>销毁的记载</source>
        <translation>Records of destruction</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
</context>
<context>
    <name>Completeness</name>
    <message numerus="yes">
        <source>%n 个个案</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} ×{1}</source>
        <translation>{0} ×{1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>会谈后没有记录（规范二(一)）</source>
        <translation>A session has no note (Hotline standard 2(1))</translation>
    </message>
    <message>
        <source>保险库坏了一部分，只查了读得出来的。</source>
        <translation>A part of the vault is damaged: only what can be read was looked at.</translation>
    </message>
    <message>
        <source>保险库坏了一部分，这份报告可能不全。</source>
        <translation>A part of the vault is damaged: this report may not be whole.</translation>
    </message>
    <message>
        <source>到了日子没有随访（规范二(二)c）</source>
        <translation>The day of a follow-up has passed (Hotline standard 2(2)c)</translation>
    </message>
    <message>
        <source>加了密码，只查了不用密码看得到的。</source>
        <translation>It has a password of its own: only what needs none was looked at.</translation>
    </message>
    <message>
        <source>危机处置的理由没有写（问 9·2(1)）</source>
        <translation>The reasons of an emergency were not written (Q&amp;A 9.2(1))</translation>
    </message>
    <message>
        <source>披露以后该补写的没有写（2.3，突破前）</source>
        <translation>What a disclosure owes is not written (2.3, before breaking)</translation>
    </message>
    <message>
        <source>接案时没有分级（问 4·2）</source>
        <translation>Not graded at intake (Q&amp;A 4.2)</translation>
    </message>
    <message>
        <source>有缺的</source>
        <translation>Something missing</translation>
    </message>
    <message>
        <source>有风险，该做的还没有做完（规范二(二)）</source>
        <translation>There is risk, and not everything it asks for was done (Hotline standard 2(2))</translation>
    </message>
    <message>
        <source>来访者不再来了，没有联系，也没有结案（规范二(二)c）</source>
        <translation>The client came no more; nobody sought them or closed the case (Hotline standard 2(2)c)</translation>
    </message>
    <message>
        <source>来访者所在地和时区没有登记（网络 2.3(1)）</source>
        <translation>The client&apos;s place and time zone were not recorded (Online 2.3(1))</translation>
    </message>
    <message>
        <source>来访者是谁没有登记（问 2(3)）</source>
        <translation>Who the client is was not recorded (Q&amp;A 2(3))</translation>
    </message>
    <message>
        <source>来访者的请求没有答复（规范二(四)b）</source>
        <translation>A client&apos;s request has no answer (Standard 2(4)b)</translation>
    </message>
    <message>
        <source>查了</source>
        <translation>Looked at</translation>
    </message>
    <message>
        <source>查的是什么</source>
        <translation>What was looked at</translation>
    </message>
    <message>
        <source>查的是指引要求的每一样在不在（规范一(四)）：分级、身份、所在地、紧急联系人、知情同意、适宜性评估、技术准备、约定次数、复核、风险的处理、每次会谈的记录和签署、预约的结果、披露、来访者的请求、转介的回执、结案、随访。写得好不好，要靠记录抽查和督导。</source>
        <translation>Whether everything that the guidance asks for is there (Hotline standard 1(4)): the grade, identity, place, emergency contact, consent, suitability screen, technical sheet, agreed number of sessions, review, what danger asks for, a signed note of each session, the outcome of appointments, disclosures, clients&apos; requests, receipts of referrals, the closing, follow-ups. Whether it is well written is for samples and supervision.</translation>
    </message>
    <message>
        <source>没有技术准备（网络 4.2(3)）</source>
        <translation>No technical sheet (Online 4.2(3))</translation>
    </message>
    <message>
        <source>没有紧急联系人（附录 8.3）</source>
        <translation>No emergency contact (Appendix 8.3)</translation>
    </message>
    <message>
        <source>没有约定次数（问 5(5)）</source>
        <translation>The number of sessions was not agreed on (Q&amp;A 5(5))</translation>
    </message>
    <message>
        <source>没有适宜性评估（网络 1.1）</source>
        <translation>No suitability screen (Online 1.1)</translation>
    </message>
    <message>
        <source>由心匣生成。只有代号，没有姓名和记录的内容。</source>
        <translation>Made by Xinxia. It holds code names only, no names and nothing of what the records say.</translation>
    </message>
    <message>
        <source>看得到的都齐全</source>
        <translation>Complete as far as can be seen</translation>
    </message>
    <message>
        <source>知情同意书不再有效（网络 1.2）</source>
        <translation>The consent no longer holds (Online 1.2)</translation>
    </message>
    <message>
        <source>知情同意书没有签署（网络 1.2）</source>
        <translation>The consent was not signed (Online 1.2)</translation>
    </message>
    <message>
        <source>结束了，没有写结案（网络 1.7）</source>
        <translation>The case is closed without a closing (Online 1.7)</translation>
    </message>
    <message numerus="yes">
        <source>缺 %n 项</source>
        <translation>
            <numerusform>%n thing missing</numerusform>
            <numerusform>%n things missing</numerusform>
        </translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>记录完整性报告</source>
        <translation>Record completeness report</translation>
    </message>
    <message>
        <source>记录过了 24 小时没有签署（热线 3.2）</source>
        <translation>A note was not signed within 24 hours (Hotline 3.2)</translation>
    </message>
    <message>
        <source>该复核了（网络 1.7）</source>
        <translation>A review is due (Online 1.7)</translation>
    </message>
    <message>
        <source>转介的回执没有收到（规范二(二)c）</source>
        <translation>The receipt of a referral has not come back (Hotline standard 2(2)c)</translation>
    </message>
    <message>
        <source>预约过了没有记结果（问 5(4)）</source>
        <translation>The outcome of an appointment was not recorded (Q&amp;A 5(4))</translation>
    </message>
    <message>
        <source>齐全</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>齐全的</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>CompletenessScreen</name>
    <message>
        <source>{0} 个齐全，{1} 个有缺</source>
        <translation>{0} complete, {1} not</translation>
    </message>
    <message>
        <source>保险库坏了一部分，这里可能不全。</source>
        <translation>A part of the vault is damaged: this may not be whole.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>到下一件缺的</source>
        <translation>To the next thing missing</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>去补：{0} {1}</source>
        <translation>Put right: {0}, {1}</translation>
    </message>
    <message>
        <source>完整性报告</source>
        <translation>Completeness report</translation>
    </message>
    <message>
        <source>指引要求的每一样，记录里有没有（规范一(四)）。写得好不好，这里看不出来。</source>
        <translation>Whether everything that the guidance asks for is on record (Hotline standard 1(4)). Whether it is well written cannot be seen here.</translation>
    </message>
    <message>
        <source>指引要求的，每个个案的记录里都有。</source>
        <translation>The record of every case holds what the guidance asks for.</translation>
    </message>
    <message>
        <source>有了个案，这里会说每一份记录还缺什么，在哪里补。</source>
        <translation>Once there are cases, this page says what each record lacks and where to put it right.</translation>
    </message>
    <message>
        <source>有缺的</source>
        <translation>Something missing</translation>
    </message>
    <message>
        <source>查于 {0}</source>
        <translation>Looked at on {0}</translation>
    </message>
    <message>
        <source>看哪些个案</source>
        <translation>Which cases to see</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还有 {0} 个</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>还没有个案</source>
        <translation>No cases yet</translation>
    </message>
    <message>
        <source>进行中的</source>
        <translation>Going on</translation>
    </message>
    <message>
        <source>都齐全</source>
        <translation>All complete</translation>
    </message>
</context>
<context>
    <name>ConfirmCard</name>
    <message>
        <source>保险库密码</source>
        <translation>Vault password</translation>
    </message>
    <message>
        <source>免得手滑，毁错了个案。</source>
        <translation>So that no slip of the hand destroys the wrong case.</translation>
    </message>
    <message>
        <source>永久销毁</source>
        <translation>Destroy for good</translation>
    </message>
    <message>
        <source>照着写一遍代号</source>
        <translation>Copy the code name</translation>
    </message>
    <message>
        <source>照着写一遍代号：{0}</source>
        <translation>Copy the code name: {0}</translation>
    </message>
    <message>
        <source>照着写一遍编号</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>照着写一遍编号：{0}</source>
        <translation>Copy the number: {0}</translation>
    </message>
    <message>
        <source>第二步：确认销毁</source>
        <translation>Second step: confirm</translation>
    </message>
    <message>
        <source>销毁以后谁也找不回来，我们也不能。这一步没有撤销。</source>
        <translation>Nobody can bring it back afterwards, and neither can we. There is no undo.</translation>
    </message>
</context>
<context>
    <name>ConsentBoardScreen</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0} 签署</source>
        <translation>Signed on {0}</translation>
    </message>
    <message>
        <source>上一行、下一行</source>
        <translation>Previous or next row</translation>
    </message>
    <message>
        <source>下一组</source>
        <translation>Next group</translation>
    </message>
    <message>
        <source>不用办</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>不用签</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>保险库坏了一部分，这里可能不全。</source>
        <translation>Part of the vault is damaged; this page may be incomplete.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>危机时先处置，不等同意书。</source>
        <translation>In a crisis help comes first; no form is waited for.</translation>
    </message>
    <message>
        <source>同意书文本</source>
        <translation>Consent texts</translation>
    </message>
    <message>
        <source>已不再有效</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>已加锁</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>已撤回或失效，要重新谈</source>
        <translation>Withdrawn or lapsed: ask again</translation>
    </message>
    <message>
        <source>打开这份同意书</source>
        <translation>Open this consent</translation>
    </message>
    <message>
        <source>打通热线就视为知情同意（热线 2.4）。</source>
        <translation>A call that is answered counts as consent (Hotline 2.4).</translation>
    </message>
    <message>
        <source>换一个筛选再看。</source>
        <translation>Try another filter.</translation>
    </message>
    <message>
        <source>显示哪些个案</source>
        <translation>Which cases to show</translation>
    </message>
    <message>
        <source>有事要办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>有空处</source>
        <translation>Has blanks</translation>
    </message>
    <message>
        <source>每个个案的知情同意会在这里</source>
        <translation>Consent for every case will be here</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>签署后才建立正式的咨询关系（网络 1.2）。</source>
        <translation>Formal counseling begins only once it is signed (Online 1.2).</translation>
    </message>
    <message>
        <source>该再谈</source>
        <translation>Due again</translation>
    </message>
    <message>
        <source>该再谈了</source>
        <translation>Due to be talked over again</translation>
    </message>
    <message>
        <source>读不全的个案编号：{0}。</source>
        <translation>Cases that cannot be read in full, by number: {0}.</translation>
    </message>
    <message>
        <source>谁还没有签，哪一份等下一步，哪一份该再谈，都按要办的事排好。</source>
        <translation>Who has not signed, which form waits for its next step, which is due again: sorted by what is to be done.</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>还没有同意书</source>
        <translation>No consent yet</translation>
    </message>
    <message>
        <source>这里没有</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>进行中，等下一步</source>
        <translation>In progress, waiting for the next step</translation>
    </message>
</context>
<context>
    <name>ConsentLearned</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>您所在地</source>
        <translation>where you are</translation>
    </message>
    <message>
        <source>来访者所在地</source>
        <translation>where the client is</translation>
    </message>
    <message>
        <source>来访者的联系方式</source>
        <translation>how to reach the client</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>资料里原来空着的，照同意书填上了：{0}。</source>
        <translation>Filled in from the consent, where the profile was empty: {0}.</translation>
    </message>
</context>
<context>
    <name>ConsentMenu</name>
    <message>
        <source>{0}（中文版）</source>
        <translation>{0} (Chinese)</translation>
    </message>
    <message>
        <source>{0}（英文版）</source>
        <translation>{0} (English)</translation>
    </message>
    <message>
        <source>写给网络咨询的</source>
        <translation>Written for online counseling</translation>
    </message>
    <message>
        <source>写给面询的</source>
        <translation>Written for face-to-face work</translation>
    </message>
    <message>
        <source>另做一份：{0}</source>
        <translation>Begin another: {0}</translation>
    </message>
    <message>
        <source>所有同意书，包括录音等单独同意…</source>
        <translation>All consents, and separate ones such as recording…</translation>
    </message>
    <message>
        <source>等再次确认</source>
        <translation>to be confirmed again</translation>
    </message>
    <message>
        <source>等提供给来访者</source>
        <translation>to be given to the client</translation>
    </message>
    <message>
        <source>等签署</source>
        <translation>to be signed</translation>
    </message>
    <message>
        <source>等讨论</source>
        <translation>to be talked over</translation>
    </message>
    <message>
        <source>等阅读</source>
        <translation>to be read</translation>
    </message>
    <message>
        <source>继续 {0}（{1}）</source>
        <translation>Go on with {0} ({1})</translation>
    </message>
    <message>
        <source>适合网络咨询</source>
        <translation>For online counseling</translation>
    </message>
    <message>
        <source>适合远程工作（热线、网络）</source>
        <translation>For working remotely (hotline, online)</translation>
    </message>
    <message>
        <source>适合面询</source>
        <translation>For working face to face</translation>
    </message>
</context>
<context>
    <name>ConsentRoom</name>
    <message>
        <source>收起文件</source>
        <translation>Hide document</translation>
    </message>
    <message>
        <source>看文件</source>
        <translation>Show document</translation>
    </message>
</context>
<context>
    <name>ConsentRules</name>
    <message>
        <source>同意书有了新的版本，请重新签署（网络 2.4）。</source>
        <translation>The consent text has a new edition; please have it signed again (Online 2.4).</translation>
    </message>
    <message>
        <source>咨询前的说明没有逐项说完（问6(1)）</source>
        <translation>not everything was explained before counseling (Q&amp;A 6(1))</translation>
    </message>
    <message>
        <source>少了必须填写的一处（热线 2.3、网络 2.2）</source>
        <translation>a place that must be filled in is missing (Hotline 2.3, Online 2.2)</translation>
    </message>
    <message>
        <source>少了必须有的一节（网络 2.3）</source>
        <translation>a required section is missing (Online 2.3)</translation>
    </message>
    <message>
        <source>录音、演示这些单独的同意要书面签署，口头同意不够（隐私权 2.4、2.7）</source>
        <translation>separate consents such as recording or showing are given in writing; spoken consent is not enough (Privacy 2.4, 2.7)</translation>
    </message>
    <message>
        <source>必须有的一节没有内容（网络 2.3）</source>
        <translation>a required section is empty (Online 2.3)</translation>
    </message>
    <message>
        <source>有一处没有内容可填（网络 2.4）</source>
        <translation>nothing fills this place (Online 2.4)</translation>
    </message>
    <message>
        <source>有几个月没有重温了，请再谈一遍保密的例外（持续知情同意）。</source>
        <translation>It has been months; go over the exceptions to confidentiality again (ongoing consent).</translation>
    </message>
    <message>
        <source>服务方式变了，请按新的方式重新签署（问4）。</source>
        <translation>The way of service has changed; please have the matching form signed (Q&amp;A 4).</translation>
    </message>
    <message>
        <source>没有写原件放在哪里（网络 2.4）</source>
        <translation>where the original is kept is missing (Online 2.4)</translation>
    </message>
    <message>
        <source>没有写口头同意的时间（问7·一步法）</source>
        <translation>when consent was given is missing (Q&amp;A 7, one step)</translation>
    </message>
    <message>
        <source>没有写录音存放在哪里（热线 2.5）</source>
        <translation>where the recording is kept is missing (Hotline 2.5)</translation>
    </message>
    <message>
        <source>没有写来访者提的问题，没有就写「没有」（问7）</source>
        <translation>the client&apos;s questions are missing; write “none” if there were none (Q&amp;A 7)</translation>
    </message>
    <message>
        <source>没有写来访者自己的复述（持续知情同意）</source>
        <translation>the client&apos;s own words are missing (ongoing consent)</translation>
    </message>
    <message>
        <source>没有写知情同意的过程（问7·归档）</source>
        <translation>how consent came about is missing (Q&amp;A 7, archiving)</translation>
    </message>
    <message>
        <source>没有写谁朗读（问7·一步法）</source>
        <translation>who read aloud is missing (Q&amp;A 7, one step)</translation>
    </message>
    <message>
        <source>没有截图，也没有问卷里的一行（问7·二步法）</source>
        <translation>there is neither a screenshot nor a row of a questionnaire (Q&amp;A 7, two steps)</translation>
    </message>
    <message>
        <source>益处、安全风险、保密、中断、突发联络没有逐项谈完（问7）</source>
        <translation>benefits, safety, confidentiality, interruptions and emergencies were not all discussed (Q&amp;A 7)</translation>
    </message>
    <message>
        <source>读完的时间还没有到（问7·二步法）</source>
        <translation>the time of reading has not come yet (Q&amp;A 7, two steps)</translation>
    </message>
    <message>
        <source>面询要签署书面的同意书，口头同意不够（网络 1.2、3.1）</source>
        <translation>face to face a written form is signed; spoken consent is not enough (Online 1.2, 3.1)</translation>
    </message>
</context>
<context>
    <name>ConsentScreen</name>
    <message>
        <source>从现在起，不能再依据它做记录、录音或交给别人看。签署的文件照原样存档，撤回的时间会记下。撤回不能取消；要重新同意，请另做一份新的。</source>
        <translation>From now on nothing may be noted, recorded or shown to others on its ground. The signed document is kept as it is, and the time of withdrawal is noted. A withdrawal cannot be undone; to consent again, make a new form.</translation>
    </message>
    <message>
        <source>去填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>去签名</source>
        <translation>Go to the signature</translation>
    </message>
    <message>
        <source>去记下步骤</source>
        <translation>Record the step</translation>
    </message>
    <message>
        <source>可以存成 PDF，拿到别的电脑上打印。</source>
        <translation>You can save a PDF and print it on another computer.</translation>
    </message>
    <message>
        <source>同意书-{0}</source>
        <translation>Consent-{0}</translation>
    </message>
    <message>
        <source>同意书-{0}.pdf</source>
        <translation>Consent-{0}.pdf</translation>
    </message>
    <message>
        <source>同意书草稿-{0}.pdf</source>
        <translation>Consent-draft-{0}.pdf</translation>
    </message>
    <message>
        <source>同意过程-{0}.pdf</source>
        <translation>consent-record-{0}.pdf</translation>
    </message>
    <message>
        <source>回到同意书</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>在签名板上：擦掉重写</source>
        <translation>On a signature pad: wipe it and write again</translation>
    </message>
    <message>
        <source>在讨论和签署里：记下这一步，到最后完成签署</source>
        <translation>In the discussion and the signing: record this step, and sign at the end</translation>
    </message>
    <message>
        <source>大字版：存为 PDF…</source>
        <translation>Large print: save as PDF…</translation>
    </message>
    <message>
        <source>大字版：打印机…</source>
        <translation>Large print: printer…</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF...</translation>
    </message>
    <message>
        <source>已存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印机…</source>
        <translation>Printer...</translation>
    </message>
    <message>
        <source>找不到这个文件，或读不了它。没有存入任何内容。</source>
        <translation>This file can&apos;t be found or read. Nothing was stored.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>撤回这份同意？</source>
        <translation>Withdraw this consent?</translation>
    </message>
    <message>
        <source>文件预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>点「完成签署」就存好了；点「稍后再签」会离开，签名要重新写。</source>
        <translation>Press “Finish signing” to keep it. “Sign later” leaves this page, and the signature has to be written again.</translation>
    </message>
    <message>
        <source>知情同意过程记录</source>
        <translation>How consent was given</translation>
    </message>
    <message>
        <source>签名还没有存下。</source>
        <translation>The signature is not kept yet.</translation>
    </message>
    <message>
        <source>谁可以接触：在一格上选怎么答；讨论的要点：谈过了，到下一条</source>
        <translation>Who may see it: choose the answer in a cell; points discussed: tick and go on</translation>
    </message>
    <message>
        <source>过程记录：存为 PDF…</source>
        <translation>Record of consent: save as PDF…</translation>
    </message>
    <message>
        <source>过程记录：打印机…</source>
        <translation>Record of consent: printer…</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回，写的字会存好</source>
        <translation>Back; what you wrote is kept</translation>
    </message>
    <message>
        <source>这份文件没有加密，保险库管不到它。</source>
        <translation>This file is not encrypted; the vault no longer protects it.</translation>
    </message>
    <message>
        <source>这台电脑上没有装打印机。</source>
        <translation>No printer is installed on this computer.</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ConsentTextForm</name>
    <message>
        <source>删除文本</source>
        <translation>Delete text</translation>
    </message>
    <message>
        <source>存好这份文本</source>
        <translation>Keep this text</translation>
    </message>
    <message>
        <source>小节，从上到下</source>
        <translation>Sections, top to bottom</translation>
    </message>
    <message>
        <source>开头</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>文本名</source>
        <translation>Title of the text</translation>
    </message>
    <message>
        <source>标着「必须有」的小节可以换一种说法，不能去掉，也不能空着（网络 2.3、2.4）。花括号里的词印出来会换成填写的内容，请留着。</source>
        <translation>Sections marked “Required” can be reworded, but not removed or left empty (Online 2.3, 2.4). Words in braces are replaced by what is filled in; please keep them.</translation>
    </message>
    <message>
        <source>添加一节</source>
        <translation>Add a section</translation>
    </message>
    <message>
        <source>结尾，在签名之前</source>
        <translation>Closing, before the signatures</translation>
    </message>
</context>
<context>
    <name>ConsentTextsScreen</name>
    <message numerus="yes">
        <source>%n 个月</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>删除了文本：{0}</source>
        <translation>Deleted: {0}</translation>
    </message>
    <message>
        <source>同意书文本</source>
        <translation>Consent texts</translation>
    </message>
    <message>
        <source>多久和来访者重温一次</source>
        <translation>How often to go over consent again</translation>
    </message>
    <message>
        <source>存好了：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>存好文本</source>
        <translation>Keep the text</translation>
    </message>
    <message>
        <source>改了文本，做好的同意书不变；已签署的会提醒重新签署。</source>
        <translation>Consents already begun keep their words; for signed ones you are reminded to have the new text signed.</translation>
    </message>
    <message>
        <source>照一份现成的改</source>
        <translation>Start from a shipped text</translation>
    </message>
    <message>
        <source>签署之后，每隔这么久提醒一次，再谈一遍保密的例外。</source>
        <translation>After the signature you are reminded this often to go over the exceptions to confidentiality again.</translation>
    </message>
    <message>
        <source>自己的文本</source>
        <translation>Your own texts</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ConsentTimes</name>
    <message>
        <source>{0}，{1} {2}{3}</source>
        <translation>{0}, {1} {2}{3}</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>伴侣、家庭、团体，每位成员各自签名（隐私权 2.1）</source>
        <translation>Couples, families, groups: every member signs (Privacy 2.1)</translation>
    </message>
    <message>
        <source>使用完整的个案，而不只是片段（隐私权 2.7）</source>
        <translation>The whole case is used, not just passages (Privacy 2.7)</translation>
    </message>
    <message>
        <source>信息披露</source>
        <translation>Release of information</translation>
    </message>
    <message>
        <source>写给孩子的说明书，和监护人的同意并用（三(二)）</source>
        <translation>Written for the child, along with the guardian&apos;s consent (III(2))</translation>
    </message>
    <message>
        <source>团体保密</source>
        <translation>Group confidentiality</translation>
    </message>
    <message>
        <source>在教学、培训里使用材料（隐私权 2.6、2.7）</source>
        <translation>Material used in teaching and training (Privacy 2.6, 2.7)</translation>
    </message>
    <message>
        <source>孩子本人的意愿</source>
        <translation>The child&apos;s own wish</translation>
    </message>
    <message>
        <source>完整个案</source>
        <translation>The complete case</translation>
    </message>
    <message>
        <source>开始咨询之前签署（网络 1.2、3.1）</source>
        <translation>Signed before counseling begins (Online 1.2, 3.1)</translation>
    </message>
    <message>
        <source>引用资料做研究或发表（热线 3.6）</source>
        <translation>Material quoted in research or in print (Hotline 3.6)</translation>
    </message>
    <message>
        <source>录像</source>
        <translation>Video recording</translation>
    </message>
    <message>
        <source>录像之前要书面同意（隐私权 2.4）</source>
        <translation>Video is recorded only with written consent (Privacy 2.4)</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>录音之前要书面同意（隐私权 2.4）</source>
        <translation>Sound is recorded only with written consent (Privacy 2.4)</translation>
    </message>
    <message>
        <source>把写明的内容告诉写明的人（例外 1）</source>
        <translation>Only what is named is told, and only to those named (exception 1)</translation>
    </message>
    <message>
        <source>敏感个人信息</source>
        <translation>Sensitive personal information</translation>
    </message>
    <message>
        <source>教学</source>
        <translation>Teaching</translation>
    </message>
    <message>
        <source>法律要求的单独同意；知情同意书里也有一行（热线规范 二）</source>
        <translation>A separate consent the law asks for; the consent form has a line for it too (hotline II)</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>Showing</translation>
    </message>
    <message>
        <source>督导使用</source>
        <translation>Use in supervision</translation>
    </message>
    <message>
        <source>知情同意书</source>
        <translation>Consent forms</translation>
    </message>
    <message>
        <source>研究与发表</source>
        <translation>Research and publication</translation>
    </message>
    <message>
        <source>给别人看或听之前要书面同意（隐私权 2.4、2.7）</source>
        <translation>Others see or hear it only with written consent (Privacy 2.4, 2.7)</translation>
    </message>
    <message>
        <source>记录原文、逐字稿、录音交给督导（隐私权 2.7）</source>
        <translation>Notes as written, transcripts and recordings given to a supervisor (Privacy 2.7)</translation>
    </message>
</context>
<context>
    <name>ConsentsScreen</name>
    <message>
        <source>{0} 签署，到 {1}</source>
        <translation>Signed {0}, until {1}</translation>
    </message>
    <message>
        <source>同意书文本</source>
        <translation>Consent texts</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>开始咨询要有知情同意书。录音、演示、交给别人看这些事，每一件都要另外的同意；来访者可以只同意其中几件，也可以随时撤回。</source>
        <translation>Counseling begins with informed consent. Recording, showing and sharing with others each need a consent of their own. Clients may agree to some and not to others, and may withdraw at any time.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开{0}，{1}</source>
        <translation>Open {0}, {1}</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建：{0}</source>
        <translation>New: {0}</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>now</translation>
    </message>
</context>
<context>
    <name>ContactScreen</name>
    <message>
        <source>一句话（可以空着）</source>
        <translation>In a line (optional)</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>咨询专用的联系方式，不用私人的。</source>
        <translation>Your professional channel, never a private one.</translation>
    </message>
    <message>
        <source>咨询以外的联系只为安排咨询：预约、改期、网络中断时找到对方，或者危机。</source>
        <translation>Contacts between sessions are only for arranging them: booking, rescheduling, reaching each other when the connection drops, or a crisis.</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>用哪种方式</source>
        <translation>By which channel</translation>
    </message>
    <message>
        <source>联系已记下。</source>
        <translation>The contact is logged.</translation>
    </message>
    <message>
        <source>记下联系</source>
        <translation>Log contact</translation>
    </message>
    <message>
        <source>记过的联系</source>
        <translation>Contacts so far</translation>
    </message>
    <message>
        <source>谁先联系的</source>
        <translation>Who got in touch</translation>
    </message>
    <message>
        <source>选事由</source>
        <translation>Choose the purpose</translation>
    </message>
    <message>
        <source>非会谈联系</source>
        <translation>Contact between sessions</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0}先联系</source>
        <translation>{0} got in touch</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>危机</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>您</source>
        <translation>You</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Rescheduling</translation>
    </message>
    <message>
        <source>来访者</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>网络中断</source>
        <translation>Dropped connection</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Booking</translation>
    </message>
</context>
<context>
    <name>CourseScreen</name>
    <message>
        <source>以前的约定与复核</source>
        <translation>Earlier agreements and reviews</translation>
    </message>
    <message>
        <source>写转介</source>
        <translation>Write a referral</translation>
    </message>
    <message>
        <source>到现在 {0} 次，约定到第 {1} 次。</source>
        <translation>Sessions so far: {0}; agreed up to session {1}.</translation>
    </message>
    <message>
        <source>到现在 {0} 次，还没有约定次数。</source>
        <translation>Sessions so far: {0}; no number agreed yet.</translation>
    </message>
    <message>
        <source>去结案</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>复核已记下。</source>
        <translation>The review is recorded.</translation>
    </message>
    <message>
        <source>往后：{0}</source>
        <translation>From here: {0}</translation>
    </message>
    <message>
        <source>所有个案都一样。</source>
        <translation>The same for all cases.</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>改成这个数</source>
        <translation>Use this number</translation>
    </message>
    <message>
        <source>每几次复核一次</source>
        <translation>Sessions between reviews</translation>
    </message>
    <message>
        <source>没有生出别的关系。</source>
        <translation>No other relationship has grown.</translation>
    </message>
    <message>
        <source>看量表</source>
        <translation>See the scales</translation>
    </message>
    <message>
        <source>第 {0} 次后复核：{1}</source>
        <translation>Review after session {0}: {1}</translation>
    </message>
    <message>
        <source>答「是否仍有效」以前，先看看分数怎样变，和来访者一起看。</source>
        <translation>Before you answer whether it still helps, look at how the scores have changed, together with the client.</translation>
    </message>
    <message>
        <source>约定 {0} 次，到第 {1} 次</source>
        <translation>Sessions agreed: {0}, up to session {1}</translation>
    </message>
    <message>
        <source>约定与复核</source>
        <translation>Agreement and review</translation>
    </message>
    <message>
        <source>约定已记下：到第 {0} 次。</source>
        <translation>The agreement is recorded: up to session {0}.</translation>
    </message>
    <message>
        <source>约定次数</source>
        <translation>Agreed number of sessions</translation>
    </message>
    <message>
        <source>请写 1 到 99 之间的数。</source>
        <translation>Enter a number from 1 to 99.</translation>
    </message>
    <message>
        <source>重新谈过边界。</source>
        <translation>Boundaries were talked over again.</translation>
    </message>
    <message>
        <source>量表的变化</source>
        <translation>Scores over time</translation>
    </message>
</context>
<context>
    <name>CrisisAside</name>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>打给谁</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>有的还没有核对过：核对以后在资源目录里写上日期。</source>
        <translation>Some have not been checked yet: once you have, write the day in the directory.</translation>
    </message>
    <message>
        <source>来访者不在中国大陆：大陆的号码在那里可能打不通，先问清当地的报警和急救电话。</source>
        <translation>The client is outside mainland China: mainland numbers may not work there. First find out the local police and ambulance numbers.</translation>
    </message>
    <message>
        <source>记一次联系</source>
        <translation>Log a contact</translation>
    </message>
    <message>
        <source>资源目录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>这一级还要做的</source>
        <translation>Still to be done at this level</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
</context>
<context>
    <name>CrisisCardView</name>
    <message>
        <source>{0} 写的安全计划，见下面</source>
        <translation>The safety plan of {0}, see below</translation>
    </message>
    <message>
        <source>{0}（{1} 会谈时）</source>
        <translation>{0} (in the session, {1})</translation>
    </message>
    <message>
        <source>{0}（{1} 确认）</source>
        <translation>{0} (confirmed {1})</translation>
    </message>
    <message>
        <source>去填</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>去填：{0}</source>
        <translation>Fill in: {0}</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>是谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>来访者不愿意：没有立即的危险时不说</source>
        <translation>The client would rather not: say nothing unless the danger is immediate</translation>
    </message>
    <message>
        <source>此刻在哪里</source>
        <translation>Where now</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>登记的：{0}</source>
        <translation>On record: {0}</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>约好的</source>
        <translation>What was agreed</translation>
    </message>
    <message>
        <source>能不能让对方知道</source>
        <translation>May they know</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CrisisChoice</name>
    <message>
        <source>危机卡</source>
        <translation>Crisis card</translation>
    </message>
    <message>
        <source>危机卡：{0}</source>
        <translation>Crisis card: {0}</translation>
    </message>
    <message>
        <source>哪一个个案</source>
        <translation>Which case</translation>
    </message>
    <message>
        <source>是哪一个个案？按数字；更多的用 Ctrl+K 找。</source>
        <translation>Which case? Press its number; Ctrl+K finds the others.</translation>
    </message>
    <message>
        <source>有了个案，在任何一页按 Ctrl+E 都能打开危机卡。</source>
        <translation>Once there is a case, Ctrl+E opens its crisis card from any page.</translation>
    </message>
    <message>
        <source>有风险</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有个案</source>
        <translation>No cases yet</translation>
    </message>
</context>
<context>
    <name>CrisisScreen</name>
    <message>
        <source>一步一步记下做了什么、什么时候。五项都做了，或写下为什么没有做，才能结束（问 9·2(2)）。</source>
        <translation>Log what was done and when, step by step. It can be closed once all five were done, or you wrote why not (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>下一次联系是什么时候（可以空着）</source>
        <translation>When the next contact is (optional)</translation>
    </message>
    <message>
        <source>五项核对（问 9·2(2)）</source>
        <translation>The five checks (Q&amp;A 9.2(2))</translation>
    </message>
    <message>
        <source>以前的危机事件</source>
        <translation>Earlier crises</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>先确认哪里、谁在身边；先打给谁；什么情况下报警或叫急救。</source>
        <translation>First where they are and who is with them; whom to call first; when to call the police or an ambulance.</translation>
    </message>
    <message>
        <source>危机事件</source>
        <translation>A crisis</translation>
    </message>
    <message>
        <source>危机卡</source>
        <translation>Crisis card</translation>
    </message>
    <message>
        <source>发生了什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>和谁、说了什么、在哪里</source>
        <translation>With whom, what was said, where</translation>
    </message>
    <message>
        <source>开始危机事件</source>
        <translation>Begin a crisis</translation>
    </message>
    <message>
        <source>打印危机卡</source>
        <translation>Print the card</translation>
    </message>
    <message>
        <source>打算怎样做（紧急预案）</source>
        <translation>What you are going to do (emergency plan)</translation>
    </message>
    <message>
        <source>正在处理的危机</source>
        <translation>The crisis now</translation>
    </message>
    <message>
        <source>结束这次危机</source>
        <translation>Close this crisis</translation>
    </message>
    <message>
        <source>结果怎样</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>记下了。</source>
        <translation>Logged.</translation>
    </message>
    <message>
        <source>记下这一步</source>
        <translation>Log this step</translation>
    </message>
    <message>
        <source>选做了什么</source>
        <translation>Choose what was done</translation>
    </message>
</context>
<context>
    <name>Danger</name>
    <message>
        <source>{0} 开始</source>
        <translation>Begun {0}</translation>
    </message>
    <message>
        <source>{0}：存为 PDF</source>
        <translation>{0}: save as PDF</translation>
    </message>
    <message>
        <source>一、怎样知道开始不好了（预警信号）</source>
        <translation>1  How it is noticed (warning signs)</translation>
    </message>
    <message>
        <source>三、能换换心思的人和地方</source>
        <translation>3  People and places that distract</translation>
    </message>
    <message>
        <source>下次联系 {0}</source>
        <translation>next contact {0}</translation>
    </message>
    <message>
        <source>事件开始</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>二、自己能做的</source>
        <translation>2  What the client can do alone</translation>
    </message>
    <message>
        <source>五、专业的人和机构</source>
        <translation>5  Professionals and services</translation>
    </message>
    <message>
        <source>做了：{0}</source>
        <translation>Done: {0}</translation>
    </message>
    <message>
        <source>六、让身边更安全</source>
        <translation>6  Making the surroundings safer</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>危险性评估</source>
        <translation>Risk assessment</translation>
    </message>
    <message>
        <source>叫急救（120）</source>
        <translation>Called an ambulance (120)</translation>
    </message>
    <message>
        <source>告知热线</source>
        <translation>Hotline given</translation>
    </message>
    <message>
        <source>四、可以开口求助的人</source>
        <translation>4  People to ask for help</translation>
    </message>
    <message>
        <source>意图</source>
        <translation>Intent</translation>
    </message>
    <message>
        <source>意图：打算真的去做</source>
        <translation>Intent: meaning to do it</translation>
    </message>
    <message>
        <source>意念</source>
        <translation>Thoughts</translation>
    </message>
    <message>
        <source>意念：想过死，或想伤害自己、别人</source>
        <translation>Thoughts: of death, or of harming themselves or others</translation>
    </message>
    <message>
        <source>手段</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>手段：手边有没有能用的东西</source>
        <translation>Means: anything at hand</translation>
    </message>
    <message>
        <source>打印小结</source>
        <translation>Print the summary</translation>
    </message>
    <message>
        <source>报警（110）</source>
        <translation>Called the police (110)</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>有的记录读不出来，这里说的可能不全。</source>
        <translation>Some records cannot be read; what is said here may be incomplete.</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>No</translation>
    </message>
    <message>
        <source>没有做：{0}</source>
        <translation>Not done: {0}</translation>
    </message>
    <message>
        <source>确认所在地</source>
        <translation>Confirmed the place</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>紧急预案</source>
        <translation>Emergency plan</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>联系来访者</source>
        <translation>Reached the client</translation>
    </message>
    <message>
        <source>联系紧急联系人</source>
        <translation>Reached the emergency contact</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>计划：想过怎样做、何时、何地</source>
        <translation>Plan: how, when and where</translation>
    </message>
    <message>
        <source>请教督导或同行</source>
        <translation>Consulted a supervisor or colleague</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>转线下</source>
        <translation>Moved to in-person help</translation>
    </message>
    <message>
        <source>还不清楚</source>
        <translation>Not clear yet</translation>
    </message>
    <message>
        <source>风险中</source>
        <translation>Medium risk</translation>
    </message>
    <message>
        <source>风险低</source>
        <translation>Low risk</translation>
    </message>
    <message>
        <source>风险高</source>
        <translation>High risk</translation>
    </message>
</context>
<context>
    <name>DangerWaits</name>
    <message>
        <source>去做</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>去做：{0}</source>
        <translation>Do it: {0}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>M月d日 ddd</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>M月d日 dddd</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>yyyy年M月</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>yyyy年M月d日（ddd）</source>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>今天 {0}</source>
        <translation>Today {0}</translation>
    </message>
    <message>
        <source>时间与您相同</source>
        <translation>same time as you</translation>
    </message>
    <message>
        <source>比您早 {0} 小时</source>
        <translation>{0} h ahead of you</translation>
    </message>
    <message>
        <source>比您晚 {0} 小时</source>
        <translation>{0} h behind you</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>yyyy年M月d日 ddd</source>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>如 今天、下周二、12/5</source>
        <translation>e.g. today, next Tue, 12 May</translation>
    </message>
    <message>
        <source>没有读懂这一天。可以写 5月20日，或 下周二。</source>
        <translation>This day could not be read. Try 20 May, or next Tuesday.</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>[略]</source>
        <translation>[hidden]</translation>
    </message>
    <message>
        <source>个案登记里有</source>
        <translation>In the case&apos;s profile</translation>
    </message>
    <message>
        <source>个案登记里有，也是常用词，请看一眼</source>
        <translation>In the profile, also an everyday word: please look</translation>
    </message>
    <message>
        <source>交出去的样子</source>
        <translation>As handed over</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>像是名称</source>
        <translation>Looks like a name</translation>
    </message>
    <message>
        <source>全文同此</source>
        <translation>All like this</translation>
    </message>
    <message>
        <source>写下原文里的词，回车</source>
        <translation>A word of the text, then Enter</translation>
    </message>
    <message>
        <source>写下这一处换成什么，回车</source>
        <translation>Words to put there, then Enter</translation>
    </message>
    <message>
        <source>别处认出过</source>
        <translation>Found elsewhere in the text</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>原文里没有这个词。</source>
        <translation>This word is not in the original.</translation>
    </message>
    <message>
        <source>只在您的屏幕上</source>
        <translation>on your screen only</translation>
    </message>
    <message>
        <source>号码或日期</source>
        <translation>A number or date</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>少见的经历或特征，认识的人可能认得出</source>
        <translation>A rare experience or trait; people who know them may recognise it</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>您标的</source>
        <translation>Yours</translation>
    </message>
    <message>
        <source>换成别的说法</source>
        <translation>Put other words there</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>照您写的词找到</source>
        <translation>found by the word you wrote</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>看过 {0} / {1} 处</source>
        <translation>Looked at {0} of {1}</translation>
    </message>
    <message>
        <source>督导看到的</source>
        <translation>what the supervisor sees</translation>
    </message>
    <message>
        <source>称呼的写法</source>
        <translation>Written like a form of address</translation>
    </message>
    <message>
        <source>细节</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Web address</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>车牌</source>
        <translation>Number plate</translation>
    </message>
    <message>
        <source>还有要隐去的词</source>
        <translation>Another word to hide</translation>
    </message>
    <message>
        <source>这一类都决定了。按 F 看别的。</source>
        <translation>All of these are decided. Press F for others.</translation>
    </message>
    <message>
        <source>这样写的共 {0} 处。</source>
        <translation>Places written like this: {0}</translation>
    </message>
    <message>
        <source>这里会列出要隐去的地方。现在一处也没有。</source>
        <translation>Places to hide are listed here. So far there are none.</translation>
    </message>
    <message>
        <source>逐处决定</source>
        <translation>Decide each place</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>银行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>隐去</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>隐去、保留，还是换个说法？</source>
        <translation>Hide, keep or reword?</translation>
    </message>
    <message>
        <source>，不太确定</source>
        <translation>, not sure</translation>
    </message>
</context>
<context>
    <name>DeclineScreen</name>
    <message>
        <source>12356 心理援助热线</source>
        <translation>12356 helpline</translation>
    </message>
    <message>
        <source>{0}，还有以后的</source>
        <translation>{0}, and later ones</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不接案</source>
        <translation>Decline the case</translation>
    </message>
    <message>
        <source>不接案要有理由，也要介绍别的去处（热线 1.1）。理由只有这几种：身份、民族、信仰、性取向这些都不是理由。记下以后个案关闭，写的字还在。</source>
        <translation>Declining a case needs a reason and somewhere else to go (Hotline 1.1). These are the only reasons: status, ethnicity, faith and sexual orientation are none. Once it is recorded, the case is closed; what you wrote stays.</translation>
    </message>
    <message>
        <source>为什么不接</source>
        <translation>Why you are declining</translation>
    </message>
    <message>
        <source>写进转介：{0}</source>
        <translation>Add to the referral: {0}</translation>
    </message>
    <message>
        <source>去日历看</source>
        <translation>See in the calendar</translation>
    </message>
    <message>
        <source>取消这些预约</source>
        <translation>Cancel these appointments</translation>
    </message>
    <message>
        <source>可以介绍的去处，点一下就写进去</source>
        <translation>Places to suggest; click to add</translation>
    </message>
    <message>
        <source>同行推荐</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>回到个案列表</source>
        <translation>Back to the cases</translation>
    </message>
    <message>
        <source>学校或单位的心理中心</source>
        <translation>School or workplace service</translation>
    </message>
    <message>
        <source>已经记下的</source>
        <translation>Already recorded</translation>
    </message>
    <message>
        <source>已记下，个案已经关闭。</source>
        <translation>Recorded; the case is closed.</translation>
    </message>
    <message>
        <source>怎样向来访者说的</source>
        <translation>What you told the client</translation>
    </message>
    <message>
        <source>日历里还约着这个个案</source>
        <translation>This case is still booked in the calendar</translation>
    </message>
    <message>
        <source>是什么理由</source>
        <translation>What the reason is</translation>
    </message>
    <message>
        <source>机构、医院或同行</source>
        <translation>An institution, a hospital or a colleague</translation>
    </message>
    <message>
        <source>来访者谢绝转介</source>
        <translation>The client declined a referral</translation>
    </message>
    <message>
        <source>理由、可以去哪里、怎样联系。不评价来访者。</source>
        <translation>The reason, where to go, how to get in touch. No judgment of the client.</translation>
    </message>
    <message>
        <source>精神专科医院</source>
        <translation>Psychiatric hospital</translation>
    </message>
    <message>
        <source>综合医院心理科</source>
        <translation>General hospital, psychology</translation>
    </message>
    <message>
        <source>补充一句（可以空着）</source>
        <translation>A line more (optional)</translation>
    </message>
    <message>
        <source>记下并关闭个案</source>
        <translation>Record and close the case</translation>
    </message>
    <message>
        <source>转介到</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>这个个案的预约都取消了。</source>
        <translation>All appointments of this case are canceled.</translation>
    </message>
    <message>
        <source>附近的面询机构</source>
        <translation>A practice nearby</translation>
    </message>
</context>
<context>
    <name>DestroyScreen</name>
    <message>
        <source>个案已销毁。</source>
        <translation>The case has been destroyed.</translation>
    </message>
    <message>
        <source>会留下的</source>
        <translation>What stays</translation>
    </message>
    <message>
        <source>会销毁的</source>
        <translation>What goes</translation>
    </message>
    <message>
        <source>取消标记</source>
        <translation>Remove the mark</translation>
    </message>
    <message>
        <source>回到个案列表</source>
        <translation>Back to the cases</translation>
    </message>
    <message>
        <source>已标记为待销毁：{0}</source>
        <translation>Marked for destruction: {0}</translation>
    </message>
    <message>
        <source>留痕里的编号是 {0}。</source>
        <translation>Its number in the trail is {0}.</translation>
    </message>
    <message>
        <source>留痕里这个个案的编号（{0}）、每件事发生的时间和销毁的时间，没有一个字的内容。</source>
        <translation>In the trail: the number of this case ({0}), when each thing happened and when it was destroyed. Not a word of its content.</translation>
    </message>
    <message>
        <source>返回，什么都不销毁</source>
        <translation>Back; nothing is destroyed</translation>
    </message>
    <message>
        <source>还什么都没有动。</source>
        <translation>Nothing has been touched yet.</translation>
    </message>
    <message>
        <source>还会有这个个案的备份</source>
        <translation>Backups that will still hold this case</translation>
    </message>
    <message>
        <source>还会有这位来访者的职业遗嘱</source>
        <translation>Succession packages that will still name this client</translation>
    </message>
    <message>
        <source>销毁个案</source>
        <translation>Destroy this case</translation>
    </message>
    <message>
        <source>销毁个案：{0}</source>
        <translation>Destroy a case: {0}</translation>
    </message>
</context>
<context>
    <name>Destruction</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}：导出的全部记录，里面有这个个案，不用了请删掉。</source>
        <translation>{0}: an export of everything, with this case in it. Delete it when it is no longer needed.</translation>
    </message>
    <message>
        <source>{0}：职业遗嘱文件，里面有这位来访者的姓名、电话和当时约好的预约</source>
        <translation>{0}: succession package, with this client&apos;s name, telephone and the appointments agreed on by then</translation>
    </message>
    <message>
        <source>个案上了密码，看不到保存期限算到哪一天。</source>
        <translation>The case is locked: until when it is kept cannot be seen.</translation>
    </message>
    <message>
        <source>个案编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>个案编号 {0}</source>
        <translation>Case number {0}</translation>
    </message>
    <message>
        <source>个案还没有结案，保存期限还没有起算。</source>
        <translation>The case is not closed, and its term has not begun.</translation>
    </message>
    <message>
        <source>个案销毁证明</source>
        <translation>Certificate of destruction</translation>
    </message>
    <message>
        <source>交给同行的职业遗嘱文件，程序收不回来：请重新生成一份，请对方换下并删掉旧的。</source>
        <translation>A package that was handed over cannot be called back: please make a new one, and ask your colleague to put it in place of the old one and delete that.</translation>
    </message>
    <message>
        <source>保存期限到 {0} 已满。</source>
        <translation>The term ended on {0}.</translation>
    </message>
    <message>
        <source>保存期限到 {0}，还没有满。</source>
        <translation>The term ends on {0} and is not over.</translation>
    </message>
    <message>
        <source>保存期限已满</source>
        <translation>The term is over</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>单个备份文件</source>
        <translation>a single backup file</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>咨询次数</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>哪些备份里还有</source>
        <translation>Backups that still hold it</translation>
    </message>
    <message>
        <source>哪些职业遗嘱里还有</source>
        <translation>Succession packages that still name the client</translation>
    </message>
    <message>
        <source>备份文件夹里的第 {0} 份</source>
        <translation>number {0} in the backup folder</translation>
    </message>
    <message>
        <source>建立时间</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>建错了，或者重复</source>
        <translation>Opened by mistake, or twice</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>怎样销毁</source>
        <translation>How</translation>
    </message>
    <message>
        <source>您自己复制过的保险库文件夹、导出和打印出去的文件，程序不知道，也够不着，请另外处理。</source>
        <translation>Vault folders that you copied yourself, and files that were exported or printed, are unknown to the program and out of its reach. Please see to them yourself.</translation>
    </message>
    <message>
        <source>按最后一次联系算，最早到 {0}。</source>
        <translation>Counted from the last contact, it ends on {0} at the earliest.</translation>
    </message>
    <message>
        <source>数据库日志已清空。</source>
        <translation>The database log was emptied.</translation>
    </message>
    <message>
        <source>数据库日志这一刻没能清空，下次锁定时会自动清空；请现在锁定一次。</source>
        <translation>The database log could not be emptied just now; it will be at the next lock. Please lock once now.</translation>
    </message>
    <message>
        <source>期限未满，有理由也可以销毁，但要先看有没有保存的义务。</source>
        <translation>Before the term is over it may be destroyed for a reason, once you have looked for a duty to keep it.</translation>
    </message>
    <message>
        <source>来访者已领取，或转交后不再保存</source>
        <translation>Collected by the client, or handed over</translation>
    </message>
    <message>
        <source>来访者要求删除</source>
        <translation>The client asked for it</translation>
    </message>
    <message>
        <source>来访者资料</source>
        <translation>Client details</translation>
    </message>
    <message>
        <source>档案条目</source>
        <translation>File entries</translation>
    </message>
    <message>
        <source>没写完的内容</source>
        <translation>Unfinished writing</translation>
    </message>
    <message>
        <source>由心匣生成。不含来访者的姓名和任何记录内容。</source>
        <translation>Made by Xinxia. It holds neither the client&apos;s name nor anything from the record.</translation>
    </message>
    <message>
        <source>留痕里保留个案编号和销毁时间。</source>
        <translation>The trail keeps the number of the case and the time of its destruction.</translation>
    </message>
    <message>
        <source>看不到的，一律当作期限未满。</source>
        <translation>What cannot be seen counts as not over.</translation>
    </message>
    <message>
        <source>知情同意书</source>
        <translation>Consent forms</translation>
    </message>
    <message>
        <source>签名、扫描件和签署的 PDF</source>
        <translation>Signatures, scans and signed PDFs</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Amendments</translation>
    </message>
    <message>
        <source>记录（含草稿）</source>
        <translation>Notes (drafts included)</translation>
    </message>
    <message>
        <source>这个个案存在期间，保险库没有记下任何备份。</source>
        <translation>The vault knows of no backup made while this case existed.</translation>
    </message>
    <message>
        <source>这个个案的数据密钥、全部数据行、检索词和录音文件已从保险库删除。没有密钥，残留的碎片无法解读。</source>
        <translation>The data key of this case, all its rows, its search terms and its recordings were deleted from the vault. Without the key, whatever fragments are left cannot be read.</translation>
    </message>
    <message>
        <source>这个保险库要是从备份恢复来的：恢复所用的那份备份、之后在别处接着做的备份和原来的保险库，这里没有记录，里面也可能还有这个个案。</source>
        <translation>If this vault was restored from a backup: that backup, backups made elsewhere since then, and the original vault are not recorded here and may still hold this case.</translation>
    </message>
    <message>
        <source>销毁了什么</source>
        <translation>What was destroyed</translation>
    </message>
    <message>
        <source>销毁时间</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>销毁的理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}：________________    日期：____________</source>
        <translation>{0}: ________________    Date: ____________</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不告诉</source>
        <translation>Will not be told</translation>
    </message>
    <message>
        <source>之后告诉</source>
        <translation>Will be told later</translation>
    </message>
    <message>
        <source>以上只为所写的用途提供，请勿转给他人，用毕请妥善保管或销毁。</source>
        <translation>This is given for the stated purpose only. Please do not pass it on; keep it safe or destroy it after use.</translation>
    </message>
    <message>
        <source>会谈日期</source>
        <translation>Dates of sessions</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>原件放在</source>
        <translation>Original kept</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Report number</translation>
    </message>
    <message>
        <source>可以联系谁</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>可确认的第三者</source>
        <translation>Identifiable third person</translation>
    </message>
    <message>
        <source>可能受害的人</source>
        <translation>Person at risk</translation>
    </message>
    <message>
        <source>可能的伤害</source>
        <translation>Possible harm</translation>
    </message>
    <message>
        <source>司法机关</source>
        <translation>Court or police</translation>
    </message>
    <message>
        <source>告诉谁</source>
        <translation>Who is told</translation>
    </message>
    <message>
        <source>和谁商量</source>
        <translation>Talked over with</translation>
    </message>
    <message>
        <source>咨询师 {0}</source>
        <translation>Counselor {0}</translation>
    </message>
    <message>
        <source>咨询师联系方式</source>
        <translation>How to reach the counselor</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>已经告诉</source>
        <translation>Told already</translation>
    </message>
    <message>
        <source>怎样告诉</source>
        <translation>How it is told</translation>
    </message>
    <message>
        <source>情况说明</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>想过的别的办法</source>
        <translation>Other ways considered</translation>
    </message>
    <message>
        <source>所在地</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>收到人签名</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>文书日期</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>是谁</source>
        <translation>Who it is</translation>
    </message>
    <message>
        <source>有关部门</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>来访者</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>法定监护人</source>
        <translation>Legal guardian</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>致</source>
        <translation>To</translation>
    </message>
    <message>
        <source>请补记怎样告诉了来访者（披露前提）。</source>
        <translation>Please add how the client was told (condition of disclosure).</translation>
    </message>
    <message>
        <source>请补记想过哪些别的办法、为什么不行（突破前）。</source>
        <translation>Please add which other ways were considered and why they would not do (before breaking).</translation>
    </message>
    <message>
        <source>风险等级</source>
        <translation>Level of risk</translation>
    </message>
</context>
<context>
    <name>DisclosureScreen</name>
    <message>
        <source>{0}（{1}，{2} 版）</source>
        <translation>{0} ({1}, edition {2})</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>先把事实、相关的人、条款和选项写下来，和督导谈过再决定（义务不明时）。</source>
        <translation>Write down facts, people, clauses and options first, and decide after talking to your supervisor (where the duty is unclear).</translation>
    </message>
    <message>
        <source>写伦理决策记录</source>
        <translation>Write an ethical decision</translation>
    </message>
    <message>
        <source>凭什么可以告诉</source>
        <translation>What allows it to be told</translation>
    </message>
    <message>
        <source>别的办法：{0}</source>
        <translation>Other ways: {0}</translation>
    </message>
    <message>
        <source>去签同意书</source>
        <translation>To the consents</translation>
    </message>
    <message>
        <source>受理编号（可以空着）</source>
        <translation>Report number (may be empty)</translation>
    </message>
    <message>
        <source>告诉什么</source>
        <translation>What is told</translation>
    </message>
    <message>
        <source>告诉的原文</source>
        <translation>Exact text as told</translation>
    </message>
    <message>
        <source>告诉谁</source>
        <translation>Who is told</translation>
    </message>
    <message>
        <source>和谁商量过（督导、同行、律师；可以空着）</source>
        <translation>Talked over with (supervisor, colleague, lawyer; may be empty)</translation>
    </message>
    <message>
        <source>如 电话、当面、信函</source>
        <translation>e.g. phone, letter</translation>
    </message>
    <message>
        <source>如 请家人陪伴：来访者拒绝，联系不上</source>
        <translation>such as asking family to stay: refused, not to be reached</translation>
    </message>
    <message>
        <source>如 请警方上门查看</source>
        <translation>e.g. a check by police</translation>
    </message>
    <message>
        <source>姓名或单位</source>
        <translation>Name or institution</translation>
    </message>
    <message>
        <source>对方的回应：{0}</source>
        <translation>Their response: {0}</translation>
    </message>
    <message>
        <source>已补记。</source>
        <translation>Added.</translation>
    </message>
    <message>
        <source>怎样告诉</source>
        <translation>How it is told</translation>
    </message>
    <message>
        <source>怎样告诉了来访者：{0}</source>
        <translation>How the client was told: {0}</translation>
    </message>
    <message>
        <source>怎样告诉的，或者为什么现在不告诉</source>
        <translation>How they were told, or why not now</translation>
    </message>
    <message>
        <source>情况紧急，来不及先想别的办法（24 小时内补上）</source>
        <translation>Emergency: no time to consider other ways first (to be added within 24 hours)</translation>
    </message>
    <message>
        <source>情况说明</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>想过哪些别的办法，为什么不行</source>
        <translation>Which other ways were considered, and why they would not do</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>披露</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>披露已记下，原文留在这里。现在可以打印或存为 PDF。</source>
        <translation>The disclosure is on record with its exact text. It can be printed or saved as PDF now.</translation>
    </message>
    <message>
        <source>披露登记</source>
        <translation>Disclosures</translation>
    </message>
    <message>
        <source>拿不准该不该说</source>
        <translation>Not sure whether to tell</translation>
    </message>
    <message>
        <source>来访者知道吗</source>
        <translation>Does the client know?</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>记下，再打印或存为 PDF</source>
        <translation>Record it, then print or save as PDF</translation>
    </message>
    <message>
        <source>还没有有效的「信息披露」单独同意（例外 1）。</source>
        <translation>There is no consent to disclosure in force (exception 1).</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>文件预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}：个案已加锁，没有导入。打开它再导入一次。</source>
        <translation>{0}: the case is locked, so this was not imported. Open the case and import again.</translation>
    </message>
    <message>
        <source>再导入一个文件</source>
        <translation>Import another file</translation>
    </message>
    <message>
        <source>原来的文件还在那里，没有加密。用不着了，请删掉它，也清空回收站。问卷网站上的答卷同样。</source>
        <translation>The file is still where it was, unencrypted. When you no longer need it, delete it and empty the bin. The same goes for the answers on the survey site.</translation>
    </message>
    <message>
        <source>去个案列表</source>
        <translation>Go to the cases</translation>
    </message>
    <message numerus="yes">
        <source>同一个人再填的 %n 份，放在一起了。</source>
        <translation>
            <numerusform>%n further set of answers by the same person was put with the first.</numerusform>
            <numerusform>%n further sets of answers by the same people were put with the first.</numerusform>
        </translation>
    </message>
    <message>
        <source>导入了答卷的个案</source>
        <translation>Cases that received answers</translation>
    </message>
    <message>
        <source>导入完了</source>
        <translation>Import finished</translation>
    </message>
    <message>
        <source>已有的个案</source>
        <translation>Existing case</translation>
    </message>
    <message>
        <source>建了 {0} 个新个案，放进已有个案 {1} 份。</source>
        <translation>New cases opened: {0}. Put into existing cases: {1}.</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>留在答卷里的，和没有导入的</source>
        <translation>Kept among the answers, or not imported</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 条。</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoorRestore</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>有备份文件夹或便携备份，再加上密码或恢复密钥，记录就能回来。</source>
        <translation>A backup folder or a portable backup, and the password or the recovery key: that is all it takes to have your records back.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>DoorScreen</name>
    <message>
        <source>不确定密码改成了没有。</source>
        <translation>It is not certain whether the password was changed.</translation>
    </message>
    <message>
        <source>不确定恢复密钥换成了没有。</source>
        <translation>It is not certain whether the recovery key was replaced.</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>保险库所在的文件夹</source>
        <translation>Folder of the vault</translation>
    </message>
    <message>
        <source>保险库：{0}</source>
        <translation>Vault: {0}</translation>
    </message>
    <message>
        <source>八组，每组五个字符。空格、横线和大小写都随意。</source>
        <translation>Eight groups of five characters. Spaces, dashes and capitals don&apos;t matter.</translation>
    </message>
    <message>
        <source>只在这台电脑上。程序里没有联网的代码。</source>
        <translation>Only on this computer. The program has no network code.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>密码已经改好了。</source>
        <translation>The password has been changed.</translation>
    </message>
    <message>
        <source>密码没有改成。</source>
        <translation>The password was not changed.</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>心匣已锁上</source>
        <translation>Xinxia is locked</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>恢复密钥已经换好了。</source>
        <translation>The recovery key has been replaced.</translation>
    </message>
    <message>
        <source>恢复密钥没有换成。</source>
        <translation>The recovery key was not replaced.</translation>
    </message>
    <message>
        <source>您在 {0} 锁定。</source>
        <translation>You locked it at {0}.</translation>
    </message>
    <message>
        <source>您锁定了它。</source>
        <translation>You locked it.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开职业遗嘱</source>
        <translation>Open a succession package</translation>
    </message>
    <message>
        <source>换一个保险库</source>
        <translation>Another vault</translation>
    </message>
    <message>
        <source>换到这里</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>救到新的保险库</source>
        <translation>Salvage into a new vault</translation>
    </message>
    <message>
        <source>新建一个保险库</source>
        <translation>New vault</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>没写完的记录已加密存好，打开后接着写。</source>
        <translation>Unfinished notes were saved and encrypted. Pick up where you left off.</translation>
    </message>
    <message>
        <source>现在可以再试。</source>
        <translation>You can try again now.</translation>
    </message>
    <message>
        <source>用密码打开</source>
        <translation>Use the password</translation>
    </message>
    <message>
        <source>用恢复密钥打开</source>
        <translation>Use the recovery key</translation>
    </message>
    <message>
        <source>用这台电脑的钥匙串打开</source>
        <translation>Open with this computer&apos;s keyring</translation>
    </message>
    <message>
        <source>电脑换了用户，{0} 自动锁定。</source>
        <translation>Locked at {0}, when another user took over the screen.</translation>
    </message>
    <message>
        <source>电脑换了用户，自动锁定。</source>
        <translation>Locked when another user took over the screen.</translation>
    </message>
    <message>
        <source>电脑睡眠前，{0} 自动锁定。</source>
        <translation>Locked at {0}, before the computer went to sleep.</translation>
    </message>
    <message>
        <source>电脑睡眠前，自动锁定。</source>
        <translation>Locked before the computer went to sleep.</translation>
    </message>
    <message>
        <source>电脑要关机或注销，{0} 自动锁定。</source>
        <translation>Locked at {0}, because the computer was shutting down or you were logging out.</translation>
    </message>
    <message>
        <source>电脑要关机或注销，自动锁定。</source>
        <translation>Locked because the computer was shutting down or you were logging out.</translation>
    </message>
    <message>
        <source>电脑锁屏，{0} 一起锁定。</source>
        <translation>Locked together with the screen at {0}.</translation>
    </message>
    <message>
        <source>电脑锁屏，一起锁定。</source>
        <translation>Locked together with the screen.</translation>
    </message>
    <message>
        <source>磁盘没有及时存好，最后写的几句可能不在，打开后请看一看。</source>
        <translation>The disk did not take your last words in time; a few may be missing. Please have a look once it is open.</translation>
    </message>
    <message>
        <source>示例 · 虚构的人。密码已经填好：
{0}</source>
        <translation>Example: invented people. The password is filled in:
{0}</translation>
    </message>
    <message>
        <source>等一等再试。正确的密码随后照样能打开，什么都不会删。</source>
        <translation>Wait a little, then try again. The right password will still open it, and nothing is ever deleted.</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>请核对纸上写的保险库名字，或换另一张纸。</source>
        <translation>Check the vault&apos;s name on the paper, or try another paper.</translation>
    </message>
    <message>
        <source>请等 {0}</source>
        <translation>Wait {0}</translation>
    </message>
    <message>
        <source>请等 {0} 秒</source>
        <translation>Wait {0} s</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这不是这个保险库的恢复密钥。</source>
        <translation>This is not the recovery key of this vault.</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>里面有一个叫 vault.header 的文件。</source>
        <translation>It holds a file called vault.header.</translation>
    </message>
    <message>
        <source>锁定的时候正在换。请用密码打开，再到「设置」里核对那张纸；核对好之前两张都留着。</source>
        <translation>It was being replaced when this locked. Please open with the password and try the paper in Settings; keep both papers until then.</translation>
    </message>
    <message>
        <source>锁定的时候正在换密码。请先试新密码，打不开再用旧密码。</source>
        <translation>It was being changed when this locked. Please try the new password first, then the old one.</translation>
    </message>
    <message>
        <source>锁定的时候正在换密码，已经换完。现在请用新密码打开。</source>
        <translation>It was being changed when this locked, and the change was finished. Please open with the new password now.</translation>
    </message>
    <message>
        <source>锁定的时候正在换密码，没有换成。旧密码仍然有效，请用它打开。</source>
        <translation>It was being changed when this locked, and the change was not finished. The old password still holds; please open with it.</translation>
    </message>
    <message>
        <source>锁定的时候正在换，已经换完。新的那张纸有效，密码没有变。</source>
        <translation>It was being replaced when this locked, and that was finished. The new paper holds; the password is the same.</translation>
    </message>
    <message>
        <source>锁定的时候正在换，没有换成。旧的那张纸仍然有效，新的请作废。密码没有变。</source>
        <translation>It was being replaced when this locked, and that was not finished. The old paper still holds; please discard the new one. The password is the same.</translation>
    </message>
    <message>
        <source>闲置满 {0} 分钟，{1} 自动锁定。</source>
        <translation>Locked at {1} after {0} min without activity.</translation>
    </message>
    <message>
        <source>闲置满 {0} 分钟，自动锁定。</source>
        <translation>Locked after {0} min without activity.</translation>
    </message>
</context>
<context>
    <name>DraftPane</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>依据 热线 2.3、网络 2.5</source>
        <translation>Hotline 2.3, Online 2.5</translation>
    </message>
    <message>
        <source>填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>完成签署</source>
        <translation>Finish signing</translation>
    </message>
    <message>
        <source>已存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起填写</source>
        <translation>Close the fields</translation>
    </message>
    <message>
        <source>来访者已经拿到这一版。这里一改，记下的步骤就不再算数，要重新提供。</source>
        <translation>The client already has this version. A change here voids the steps recorded so far: give the form again.</translation>
    </message>
    <message>
        <source>查看与修改</source>
        <translation>View and edit</translation>
    </message>
    <message>
        <source>查看与修改填写</source>
        <translation>View and edit the fields</translation>
    </message>
    <message>
        <source>稍后再签</source>
        <translation>Sign later</translation>
    </message>
    <message>
        <source>签署之前，先记下上方的步骤。</source>
        <translation>Before signing, record the steps above.</translation>
    </message>
    <message>
        <source>签署后同意书不再改动。来访者随时可以撤回。</source>
        <translation>Once signed, the form does not change. The client may withdraw at any time.</translation>
    </message>
    <message>
        <source>还差签名：{0}</source>
        <translation>Signature missing: {0}</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 处待填。</source>
        <translation>
            <numerusform>%n blank still to fill in.</numerusform>
            <numerusform>%n blanks still to fill in.</numerusform>
        </translation>
    </message>
    <message>
        <source>这份同意包括什么</source>
        <translation>What this consent covers</translation>
    </message>
</context>
<context>
    <name>DrawCard</name>
    <message>
        <source>{0} 篇</source>
        <translation>{0} notes</translation>
    </message>
    <message>
        <source>从哪一天</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>到哪一天</source>
        <translation>To which day</translation>
    </message>
    <message>
        <source>抽一次</source>
        <translation>Draw a sample</translation>
    </message>
    <message>
        <source>抽几篇</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>抽取</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>第一天在最后一天后面，请对调。</source>
        <translation>The first day is after the last one. Please swap them.</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>全部待办</source>
        <translation>Everything to do</translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 件放到以后</source>
        <translation>
            <numerusform>%n more is put off</numerusform>
            <numerusform>%n more are put off</numerusform>
        </translation>
    </message>
    <message>
        <source>该办的</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>还有 {0} 件</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>都办好了。</source>
        <translation>All done.</translation>
    </message>
</context>
<context>
    <name>DueScreen</name>
    <message numerus="yes">
        <source>%n 件</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message>
        <source>30 天后</source>
        <translation>In 30 days</translation>
    </message>
    <message>
        <source>{0} 天后</source>
        <translation>In {0} days</translation>
    </message>
    <message>
        <source>{0}再提醒</source>
        <translation>Comes back on {0}</translation>
    </message>
    <message>
        <source>一周后</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>以后再办：{0}</source>
        <translation>Later: {0}</translation>
    </message>
    <message>
        <source>保险库坏了一部分，这里可能不全。</source>
        <translation>A part of the vault is damaged: this may not be whole.</translation>
    </message>
    <message>
        <source>到下一件</source>
        <translation>To the next</translation>
    </message>
    <message>
        <source>到了要办的时候，这里会说是什么、为什么、去哪里办。</source>
        <translation>When something is to be done, this page says what, why and where.</translation>
    </message>
    <message>
        <source>完整性报告</source>
        <translation>Completeness report</translation>
    </message>
    <message>
        <source>年度统计</source>
        <translation>Figures of a year</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>放到以后的</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>现在就办</source>
        <translation>Do it now</translation>
    </message>
    <message>
        <source>现在就办：{0}</source>
        <translation>Do it now: {0}</translation>
    </message>
    <message>
        <source>记录抽查</source>
        <translation>Record samples</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还有 {0} 件</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>都办好了</source>
        <translation>Everything is done</translation>
    </message>
</context>
<context>
    <name>EditionNotice</name>
    <message>
        <source>这份同意书用的是{0}，文本已有{1}。</source>
        <translation>This consent uses {0}; the text is now at {1}.</translation>
    </message>
    <message>
        <source>这份的文字不会自己变。要用新的文本，请另做一份。</source>
        <translation>Its words do not change by themselves. To use the new text, please begin another consent.</translation>
    </message>
</context>
<context>
    <name>EmptyScaleCard</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>空白的量表</source>
        <translation>Empty scale</translation>
    </message>
    <message>
        <source>英文</source>
        <translation>English</translation>
    </message>
</context>
<context>
    <name>EndingParts</name>
    <message>
        <source>{0}（可以空着）</source>
        <translation>{0} (may stay empty)</translation>
    </message>
    <message>
        <source>为什么结束</source>
        <translation>Why it ended</translation>
    </message>
    <message>
        <source>什么情况可能反复，那时先做什么</source>
        <translation>When it may come back, and what to do first</translation>
    </message>
    <message>
        <source>几个阶段，用了什么方法，哪里转折</source>
        <translation>Phases, methods, turning points</translation>
    </message>
    <message>
        <source>如 PHQ-9：14 → 5</source>
        <translation>For example, PHQ-9: 14 → 5</translation>
    </message>
    <message>
        <source>尽量用来访者自己的话</source>
        <translation>In the client&apos;s own words where possible</translation>
    </message>
    <message>
        <source>怎样和来访者谈结束的</source>
        <translation>How the ending was talked over with the client</translation>
    </message>
    <message>
        <source>怎样找过来访者</source>
        <translation>How the client was sought</translation>
    </message>
    <message>
        <source>怎样结束的</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>每个目标：达成、部分、没有</source>
        <translation>Each goal: reached, in part, not reached</translation>
    </message>
    <message>
        <source>没完的事怎么办</source>
        <translation>What becomes of the unfinished matters</translation>
    </message>
    <message>
        <source>没有结清的怎么办</source>
        <translation>What becomes of what is not settled</translation>
    </message>
    <message>
        <source>留到什么时候，或者销毁；没有写「没有录音」</source>
        <translation>Kept until when, or destroyed; if there are none, write “no recordings”</translation>
    </message>
    <message>
        <source>等级和依据；没有写「无」</source>
        <translation>Level and what it rests on; if there is none, write “none”</translation>
    </message>
    <message>
        <source>结案是哪一天</source>
        <translation>Day of closing</translation>
    </message>
    <message>
        <source>补充一句（可以空着）</source>
        <translation>A line more (optional)</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>随访（可以空着）</source>
        <translation>Follow-up (may stay empty)</translation>
    </message>
    <message>
        <source>靠什么，找谁；风险不低时要写</source>
        <translation>What helps and whom to turn to; needed where the risk is not low</translation>
    </message>
</context>
<context>
    <name>EndingScreen</name>
    <message>
        <source>{0} 结案</source>
        <translation>Closed on {0}</translation>
    </message>
    <message>
        <source>个案重新打开了。以前的结案还在。</source>
        <translation>The case is open again. The earlier closing stays.</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>为什么重新打开</source>
        <translation>Why it is reopened</translation>
    </message>
    <message>
        <source>会谈</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>先做完，或者在下面「没完的事怎么办」里写清楚。</source>
        <translation>Finish them first, or say below under “What becomes of the unfinished matters”.</translation>
    </message>
    <message>
        <source>写代号，不写姓名。存成文件时用密码加密。</source>
        <translation>It bears the code, not the name. A saved file is protected by a password.</translation>
    </message>
    <message>
        <source>写转介</source>
        <translation>Write a referral</translation>
    </message>
    <message>
        <source>写过的</source>
        <translation>Written before</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>去危机卡</source>
        <translation>Go to the crisis card</translation>
    </message>
    <message>
        <source>取消还约着的预约</source>
        <translation>Cancel what is still booked</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>已结案。写的都在，资料从这一天起计保存期。</source>
        <translation>The case is closed. Everything written stays, and the time for keeping it runs from this day.</translation>
    </message>
    <message>
        <source>怎样找过</source>
        <translation>How sought</translation>
    </message>
    <message>
        <source>怎样谈的</source>
        <translation>Talked over</translation>
    </message>
    <message>
        <source>最近一次</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>有一次危机还没有结束</source>
        <translation>A crisis has not ended yet</translation>
    </message>
    <message>
        <source>来访者又来了，或者还有事要做，就重新打开；以前的结案照样留着。</source>
        <translation>If the client comes again, or there is something left to do, reopen the case; the earlier closing stays.</translation>
    </message>
    <message>
        <source>档案里的</source>
        <translation>In the record</translation>
    </message>
    <message>
        <source>概念化里的目标</source>
        <translation>Goals of the formulation</translation>
    </message>
    <message>
        <source>没完的事</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>看量表</source>
        <translation>See the scales</translation>
    </message>
    <message>
        <source>第一次</source>
        <translation>First</translation>
    </message>
    <message>
        <source>纸上用哪种语言</source>
        <translation>Language on paper</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>结案 {0}</source>
        <translation>Closed {0}</translation>
    </message>
    <message>
        <source>结案和来访者一起做：回头看目标和变化，谈以后靠什么、什么时候再来（网络 1.7）。记下以后个案关闭，写的都在，也可以重新打开。</source>
        <translation>Close together with the client: look back at goals and changes, and talk about what helps from now on and when to come again (Online 1.7). Once recorded the case is closed; everything written stays, and it can be reopened.</translation>
    </message>
    <message>
        <source>结案小结</source>
        <translation>Closing summary</translation>
    </message>
    <message>
        <source>缺席</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>记一次联系</source>
        <translation>Log a contact</translation>
    </message>
    <message>
        <source>记下并结案</source>
        <translation>Record and close the case</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>还有没完的事：{0}</source>
        <translation>Unfinished matters: {0}</translation>
    </message>
    <message>
        <source>这个个案已经关闭</source>
        <translation>This case is closed</translation>
    </message>
    <message>
        <source>这个个案的预约都取消了。</source>
        <translation>All appointments of this case are canceled.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>重新打开个案</source>
        <translation>Reopen the case</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>风险</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>24 小时以内</source>
        <translation>Within 24 hours</translation>
    </message>
    <message>
        <source>一周以内</source>
        <translation>Within a week</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>不再等回执</source>
        <translation>No longer waiting for the receipt</translation>
    </message>
    <message>
        <source>不适合这种服务方式</source>
        <translation>This way of service does not fit</translation>
    </message>
    <message>
        <source>书面同意</source>
        <translation>Agreed in writing</translation>
    </message>
    <message>
        <source>信交出去了</source>
        <translation>Letter handed over</translation>
    </message>
    <message>
        <source>关系上的冲突</source>
        <translation>Conflict of relationship</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>协商结束</source>
        <translation>Ended by agreement</translation>
    </message>
    <message>
        <source>危机</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>口头同意</source>
        <translation>Spoken consent</translation>
    </message>
    <message>
        <source>咨询师结束</source>
        <translation>Ended by the counselor</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>对照目标的结果</source>
        <translation>Results against the goals</translation>
    </message>
    <message>
        <source>工作变动</source>
        <translation>Change of work</translation>
    </message>
    <message>
        <source>已结清</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>录音的处置</source>
        <translation>What becomes of recordings</translation>
    </message>
    <message>
        <source>往后的建议</source>
        <translation>Advice from here on</translation>
    </message>
    <message>
        <source>收到回执</source>
        <translation>Receipt came back</translation>
    </message>
    <message numerus="yes">
        <source>日程里还有 %n 项预约，重复的算一项</source>
        <translation>
            <numerusform>%n appointment still booked (a series counts as one)</numerusform>
            <numerusform>%n appointments still booked (a series counts as one)</numerusform>
        </translation>
    </message>
    <message>
        <source>最后的风险</source>
        <translation>Risk at the end</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份回执没有收回</source>
        <translation>
            <numerusform>%n receipt not returned</numerusform>
            <numerusform>%n receipts not returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 篇记录没有签署</source>
        <translation>
            <numerusform>%n unsigned note</numerusform>
            <numerusform>%n unsigned notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 项没有写完</source>
        <translation>
            <numerusform>%n entry begun</numerusform>
            <numerusform>%n entries begun</numerusform>
        </translation>
    </message>
    <message>
        <source>来时的问题</source>
        <translation>Presenting problem</translation>
    </message>
    <message>
        <source>来访者不愿再被联系</source>
        <translation>The client wants no further contact</translation>
    </message>
    <message>
        <source>来访者接上了</source>
        <translation>The client has arrived</translation>
    </message>
    <message>
        <source>来访者的愿望</source>
        <translation>The client&apos;s wish</translation>
    </message>
    <message>
        <source>来访者的评价</source>
        <translation>Feedback from the client</translation>
    </message>
    <message>
        <source>来访者结束</source>
        <translation>Ended by the client</translation>
    </message>
    <message>
        <source>没有取得</source>
        <translation>Not obtained</translation>
    </message>
    <message>
        <source>没有收费</source>
        <translation>No fee</translation>
    </message>
    <message>
        <source>没有联系上</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>疑似精神障碍</source>
        <translation>Suspected mental disorder</translation>
    </message>
    <message>
        <source>目标达成</source>
        <translation>Goals reached</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>联系上了</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>A way to reach the client</translation>
    </message>
    <message>
        <source>脱落</source>
        <translation>Dropped out</translation>
    </message>
    <message>
        <source>谢绝转介</source>
        <translation>Declined the referral</translation>
    </message>
    <message>
        <source>超出胜任力</source>
        <translation>Beyond my competence</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>过渡期联系</source>
        <translation>Contact meanwhile</translation>
    </message>
    <message>
        <source>过程要点</source>
        <translation>Course of the work</translation>
    </message>
    <message>
        <source>还没有结清</source>
        <translation>Not settled</translation>
    </message>
    <message>
        <source>遗留问题与复发预防</source>
        <translation>Open issues and relapse prevention</translation>
    </message>
    <message>
        <source>量表前后</source>
        <translation>Scales before and after</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>条文</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>没记下以前，写的也会留着</source>
        <translation>What you write is kept even before you record it</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>返回，写的字会留着</source>
        <translation>Back; what you wrote is kept</translation>
    </message>
    <message>
        <source>选第几个答案</source>
        <translation>Choose that answer</translation>
    </message>
</context>
<context>
    <name>EntryRules</name>
    <message>
        <source>《服务说明》里还没有写服务范围和来访者须符合的条件（问 1·3）。</source>
        <translation>The service information does not yet say what you offer and whom you take on (Q&amp;A 1.3).</translation>
    </message>
    <message>
        <source>一行一级，从低到高，互不重叠，如「0-4 轻度」（网络 5.2）。</source>
        <translation>One band a line, from low to high, without overlap, such as “0-4 mild” (Online 5.2).</translation>
    </message>
    <message>
        <source>不再有效，请选一条路：改面询、转介或结案（网络 1.7，附录 8.5）。</source>
        <translation>It no longer helps: choose to move to in person, refer or close (Online 1.7, Appendix 8.5).</translation>
    </message>
    <message>
        <source>不再等回执，请写下为什么（规范二(二)c）。</source>
        <translation>Say why you no longer wait for the receipt (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>不是每一版守则都有这一条，请先和督导或律师商量，写下是谁（热线 3.5）。</source>
        <translation>Not every edition of the code has this exception. Please ask your supervisor or a lawyer first and write down who it was (Hotline 3.5).</translation>
    </message>
    <message>
        <source>不止一个人来：请写下每位成员，保密约定要逐个签（隐私权 2.1）。</source>
        <translation>More than one person is coming: list every member, as each signs the confidentiality agreement (Privacy 2.1).</translation>
    </message>
    <message>
        <source>个案在法律保全中，现在不能删除（例外 3）。</source>
        <translation>The case is under legal hold and cannot be deleted now (Exception 3).</translation>
    </message>
    <message>
        <source>交给团队成员，对方要先登记在「执业资料 · 团队与督导」里，并写下承诺保密的日子（3.7）。</source>
        <translation>Before it goes to a member of the team, enter them under “My practice · Team and supervisors” with the day they promised confidentiality (3.7).</translation>
    </message>
    <message>
        <source>今天还没有确认来访者在哪里（网络 3.4）。</source>
        <translation>Where the client is was not confirmed today (Online 3.4).</translation>
    </message>
    <message>
        <source>会谈里写了风险，还没有做风险评估（规范二(二)a）。</source>
        <translation>A session sheet says there is risk; it was not assessed yet (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>会谈里写的风险和风险评估不一样，先按高的算：请再评估一次（规范二(二)a）。</source>
        <translation>The session sheet and the risk assessment say two levels; the graver counts for now. Please assess again (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>保存期限还没有满，请选真正的理由（热线 3.3）。</source>
        <translation>The term is not over: please choose the real reason (Hotline 3.3).</translation>
    </message>
    <message>
        <source>先请来访者签「信息披露」单独同意（例外 1）。</source>
        <translation>Please let the client sign the consent to disclosure first (exception 1).</translation>
    </message>
    <message>
        <source>写一点再记下：别的办法、怎样告诉的，或者对方的回应（2.3，突破前）。</source>
        <translation>Please write something first: other ways, how they were told, or the response (2.3, before breaking).</translation>
    </message>
    <message>
        <source>写的话像诊断或用药建议：诊断和用药由医疗机构决定，需要时请转介（规范三(一)b）。</source>
        <translation>This reads like a diagnosis or advice on medication: those are for medical institutions; refer where needed (Hotline standard 3(1)b).</translation>
    </message>
    <message>
        <source>危机处置的理由还没有写（问 9·2(1)）。</source>
        <translation>The reasons for the crisis response are not written yet (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>危险性评估还没有做，也没有写为什么（问 9·2(2)）。</source>
        <translation>No risk assessment yet, and no reason why not (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>受托人提出，要看过书面授权（规范二(四)b）。</source>
        <translation>Of a proxy you must have seen a written authority (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>只写一个题号，不超过题目的数目（网络 5.2）。</source>
        <translation>The number of one question only, no larger than there are questions (Online 5.2).</translation>
    </message>
    <message>
        <source>只写题号，用空格隔开，不超过题目的数目（网络 5.2）。</source>
        <translation>Numbers of questions only, with spaces between, none larger than there are questions (Online 5.2).</translation>
    </message>
    <message>
        <source>咨询以外的联系，只为安排咨询。别的事，请留到下次会谈里谈（问 9·1）。</source>
        <translation>Contacts between sessions are only for arranging them. Anything else is better kept for the next session (Q&amp;A 9.1).</translation>
    </message>
    <message>
        <source>四类细节请逐类看过、处理过，再一一勾上（3.6）。</source>
        <translation>Look at each of the four kinds of detail, deal with it, then tick it (3.6).</translation>
    </message>
    <message>
        <source>因转介而结案，请先写转介（网络 1.7，规范二(二)c）。</source>
        <translation>To close with a referral, write the referral first (Online 1.7, Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>已经超过约定的次数，请和来访者再约定（问 5(5)）。</source>
        <translation>You are beyond the number agreed on: agree again with the client (Q&amp;A 5(5)).</translation>
    </message>
    <message>
        <source>录制早于签署同意书的时间：同意要在录制之前取得（2.4）。</source>
        <translation>It was recorded before the consent was signed: consent comes before recording (2.4).</translation>
    </message>
    <message>
        <source>很久没有来，也没有约：可能脱落了，请联系一次（问 4·1(2)，规范二(二)c）。</source>
        <translation>No session and no appointment for a long time: the client may have dropped out. Try to reach them (Q&amp;A 4.1(2), Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>您和来访者相识：请写下对关系的评估（热线 1.4，网络 1.4）。</source>
        <translation>You and the client know each other: write down how you weigh that (Hotline 1.4, Online 1.4).</translation>
    </message>
    <message>
        <source>您的来访者里，可能有这位来访者的亲属或伴侣（热线 1.5）。</source>
        <translation>One of your clients may be family or a partner of this one (Hotline 1.5).</translation>
    </message>
    <message>
        <source>您还在见这位来访者的亲属或伴侣：请留意各自的边界和保密（热线 1.5）。</source>
        <translation>Family or a partner of this client is also your client: mind the boundaries and confidentiality of each (Hotline 1.5).</translation>
    </message>
    <message>
        <source>技术准备里写了问题，还没有写怎样解决的（网络 4.2(3)）。</source>
        <translation>The technical preparation names a problem and not yet what was done about it (Online 4.2(3)).</translation>
    </message>
    <message>
        <source>接上以前谁来照看，请写下来：不中断联盟（问 4·1(2)）。</source>
        <translation>Say who is there until then: the alliance is not broken off (Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>最近的风险不是低：按脱落结案以前，先联系来访者并记下一次联系（问 4·1(2)）。</source>
        <translation>The last level of risk is not low: before closing as dropped out, try to reach the client and log the contact (Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>最近的风险不是低：请写下往后靠什么、找谁（网络 1.7，问 4·1(2)）。</source>
        <translation>The last level of risk is not low: say what helps from here on and whom to turn to (Online 1.7, Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>有一个危机事件还没有结束（问 9·2(2)）。</source>
        <translation>A crisis is not closed yet (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>有一次危机还没有结束，先在危机卡里结束它（问 9·2(2)）。</source>
        <translation>A crisis has not ended yet: end it on the crisis card first (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>有一项为是，就不能只写适宜：有保留地继续，或者不适宜（网络 4.3）。</source>
        <translation>With a yes it cannot simply be suitable: go on with reservations, or not suitable (Online 4.3).</translation>
    </message>
    <message>
        <source>有人身危险，继续以前要有安全计划（网络 4.3）。</source>
        <translation>Somebody is in danger: there must be a safety plan before you go on (Online 4.3).</translation>
    </message>
    <message>
        <source>有没完的事：请先做完，或者写下怎么办（热线 3.2，规范一(四)）。</source>
        <translation>There are unfinished matters: finish them first, or say what becomes of them (Hotline 3.2, Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>有计划或意图而评为低：请再看一眼（规范二(二)a）。</source>
        <translation>Low, although there is a plan or intent: please look again (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>有风险，请再确认身份、所在地和电话（问 2(3)）。</source>
        <translation>There is a risk: make sure again of identity, whereabouts and telephone (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>有风险：定为这一级以后，还没有和来访者写安全计划（规范二(二)a）。</source>
        <translation>At risk: since it is so, no safety plan has been written with the client (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>期限未满，请先确认没有保存的义务，再勾选（3.4）。</source>
        <translation>The term is not over: please make sure that there is no duty to keep it, then tick (3.4).</translation>
    </message>
    <message>
        <source>来访者不愿意随访，就不要再约日子（规范二(二)c）。</source>
        <translation>If the client does not want a follow-up, plan no days (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>来访者匿名：请谈一次，写下匿名做不到什么、有危险时怎样找到对方（问 2(3)）。</source>
        <translation>The client is anonymous: talk about it, and note what is not possible and how to find them in danger (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>来访者撤回了用于督导的同意，不能再交给督导（网络 3.3）。</source>
        <translation>The client withdrew consent to use in supervision; it may not go there any more (Online 3.3).</translation>
    </message>
    <message>
        <source>来访者撤回了用于督导的同意：这次可以照实记下，以后不再带去（网络 3.3）。</source>
        <translation>The client withdrew the consent to supervision: put this one on record as it was, and bring the case no more (Online 3.3).</translation>
    </message>
    <message>
        <source>来访者未成年：请写下能联系到的监护人（规范三(二)a）。</source>
        <translation>The client is a minor: enter a guardian who can be reached (Hotline standard 3(2)a).</translation>
    </message>
    <message>
        <source>来访者没有同意这样使用，请按同意书上的用途使用（网络 3.3）。</source>
        <translation>The client did not agree to this use. Please keep to the uses in the consent (Online 3.3).</translation>
    </message>
    <message>
        <source>来访者需要用文字沟通，电话不合适（规范三(二)a）。</source>
        <translation>The client needs to communicate in writing; the telephone does not suit (Hotline standard 3(2)a).</translation>
    </message>
    <message>
        <source>每一篇记录都选上就是完整案例，用于教学或研究要另签完整案例知情同意书；或者只选几篇（2.7）。</source>
        <translation>With every note chosen it is the complete case; teaching or research needs the client&apos;s consent to that. Or choose only a few notes (2.7).</translation>
    </message>
    <message>
        <source>每一项都要回答：是，或者否（网络 4.3）。</source>
        <translation>Every item needs an answer, yes or no (Online 4.3).</translation>
    </message>
    <message>
        <source>比执业地法规要求的短：请选不少于法定年数的期限（3.4）。</source>
        <translation>This is shorter than the law where you practice asks: please choose a longer term (3.4).</translation>
    </message>
    <message>
        <source>没有全部同意，请写下依据哪一条（规范二(四)b）。</source>
        <translation>It is not granted as a whole: please write down the article it rests on (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>没有全部同意，请写下理由（规范二(四)b）。</source>
        <translation>It is not granted as a whole: please write down the reason (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>没有生效的录音或录像书面同意，请先与来访者签署（2.4）。</source>
        <translation>No written consent to such a recording is in force. Please have the client sign one first (2.4).</translation>
    </message>
    <message>
        <source>没有签署的「信息披露」同意，信里不能写来访者的情况：请拿掉，或先取得书面同意（例外 1）。</source>
        <translation>Without a signed consent to the release of information the letter cannot say anything about the client: take it out, or get the consent in writing first (Exception 1).</translation>
    </message>
    <message>
        <source>热线录音，请写下什么时候、用什么话告知了来电者（热线 2.2）。</source>
        <translation>For a hotline recording, please write down when and in which words the caller was told (Hotline 2.2).</translation>
    </message>
    <message>
        <source>用于教学，须先签署教学使用知情同意书（2.6）。</source>
        <translation>Teaching needs the client&apos;s signed consent to use in teaching (2.6).</translation>
    </message>
    <message>
        <source>用于研究或发表，须先签署研究发表知情同意书（热线 3.6）。</source>
        <translation>Research or publication needs the client&apos;s signed consent to it (Hotline 3.6).</translation>
    </message>
    <message>
        <source>电话还没有登记（网络 3.4）。</source>
        <translation>The phone number is not on record (Online 3.4).</translation>
    </message>
    <message>
        <source>真实姓名还没有登记（网络 3.4）。</source>
        <translation>The real name is not on record (Online 3.4).</translation>
    </message>
    <message>
        <source>第一次远程会谈以前，请和来访者试通一次，记下技术准备（网络 4.2(3)）。</source>
        <translation>Before the first remote session, try the connection out with the client and record the technical preparation (Online 4.2(3)).</translation>
    </message>
    <message>
        <source>紧急的请求还没有答复：请及时回应（问 4·2(1)）。</source>
        <translation>An urgent request has not been answered yet: please respond promptly (Q&amp;A 4.2(1)).</translation>
    </message>
    <message>
        <source>紧急联系人还没有登记（网络 3.4，规范二(一)c）。</source>
        <translation>No emergency contact on record (Online 3.4, Hotline standard 2(1)c).</translation>
    </message>
    <message>
        <source>约好的联系过了时间（问 4·1(2)）。</source>
        <translation>The contact you arranged is overdue (Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>约好的随访到日子了：来访者现在怎样（规范二(二)c）。</source>
        <translation>A planned follow-up is due: how is the client now? (Hotline standard 2(2)c)</translation>
    </message>
    <message>
        <source>约定的次数到了：要继续，请再约定一次（问 5(5)）。</source>
        <translation>This was the last session agreed on: to go on, agree again (Q&amp;A 5(5)).</translation>
    </message>
    <message>
        <source>给别人听或看，须先签署演示知情同意书（2.4）。</source>
        <translation>To let others hear or see it, the consent to showing must be signed first (2.4).</translation>
    </message>
    <message>
        <source>自定的期限，请写下为什么（热线 3.3）。</source>
        <translation>Please write down why you set a term of your own (Hotline 3.3).</translation>
    </message>
    <message>
        <source>要给别人，先请来访者签「信息披露」单独同意（例外 1）。</source>
        <translation>For somebody else, the client first signs a separate “Release of information” (Exception 1).</translation>
    </message>
    <message>
        <source>要继续，请写下为什么可以继续（网络 4.3）。</source>
        <translation>To go on, write why it is safe to go on (Online 4.3).</translation>
    </message>
    <message>
        <source>要计入时数，请写下多少分钟（规范一(三)）。</source>
        <translation>To count it, write how many minutes it took (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>该复核了：网络咨询是否仍有效（网络 1.7，附录 8.5）。</source>
        <translation>Time for a review: is online counseling still helping? (Online 1.7, Appendix 8.5)</translation>
    </message>
    <message>
        <source>请先请来访者签「信息披露」单独同意，再选它（例外 1）。</source>
        <translation>First have the client sign the separate consent to the release of information, then choose it (Exception 1).</translation>
    </message>
    <message>
        <source>请写 0 到 100 之间的数（热线 3.3）。</source>
        <translation>Please write a number from 0 to 100 (Hotline 3.3).</translation>
    </message>
    <message>
        <source>请写 1 到 100 之间的数（热线 3.3）。</source>
        <translation>Please write a number from 1 to 100 (Hotline 3.3).</translation>
    </message>
    <message>
        <source>请写 2 到 11 个答案，一行一个，分数在前、各不相同，如「0 从不」（网络 5.2）。</source>
        <translation>Write 2 to 11 answers, one a line, each with a score of its own in front, such as “0 never” (Online 5.2).</translation>
    </message>
    <message>
        <source>请写一个数，要比题目的数目小；不补就空着（网络 5.2）。</source>
        <translation>Write a number smaller than that of the questions; leave it empty to make up for none (Online 5.2).</translation>
    </message>
    <message>
        <source>请写一句后来怎样（规范一(三)）。</source>
        <translation>Write a line on what became of it (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请写一句：怎样看的风险，或者为什么不计入（网络 5.2）。</source>
        <translation>Write a line: how you looked at the risk, or why it does not count (Online 5.2).</translation>
    </message>
    <message>
        <source>请写下专业的人和机构（规范二(二)a）。</source>
        <translation>Please write which professionals and services (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下为什么不能等（问 9·2(1)）。</source>
        <translation>Please write why it could not wait (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>请写下为什么匿名（问 2(3)）。</source>
        <translation>Please write why the client stays anonymous (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>请写下为什么可以解除（例外 3）。</source>
        <translation>Please write down why it can be lifted (Exception 3).</translation>
    </message>
    <message>
        <source>请写下为什么定为这一级（问 4·2）。</source>
        <translation>Enter why you chose this grade (Q&amp;A 4.2).</translation>
    </message>
    <message>
        <source>请写下为什么没有做（问 9·2(2)）。</source>
        <translation>Please write why it was not done (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>请写下为什么没有取得同意（披露前提）。</source>
        <translation>Say why there is no consent (Before disclosing).</translation>
    </message>
    <message>
        <source>请写下为什么现在不告诉来访者（披露前提）。</source>
        <translation>Please write why the client is not told now (condition of disclosure).</translation>
    </message>
    <message>
        <source>请写下为什么结束（网络 1.7）。</source>
        <translation>Say why it ended (Online 1.7).</translation>
    </message>
    <message>
        <source>请写下为什么重新打开（规范二(四)a）。</source>
        <translation>Say why it is reopened (Hotline standard 2(4)a).</translation>
    </message>
    <message>
        <source>请写下事实（义务不明时）。</source>
        <translation>Please write the facts (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下交给谁（热线 3.1）。</source>
        <translation>Write to whom it is handed (Hotline 3.1).</translation>
    </message>
    <message>
        <source>请写下介绍到哪里，或者注明来访者谢绝（热线 1.1）。</source>
        <translation>Enter where you referred the client, or that they declined (Hotline 1.1).</translation>
    </message>
    <message>
        <source>请写下介绍到哪里，或者注明来访者谢绝（网络 1.1，热线 4.2）。</source>
        <translation>Write where you referred the client, or note that they declined (Online 1.1, Hotline 4.2).</translation>
    </message>
    <message>
        <source>请写下从哪一天起（例外 3）。</source>
        <translation>Please write down since which day (Exception 3).</translation>
    </message>
    <message>
        <source>请写下从哪一天起（问 4·1）。</source>
        <translation>Enter from which day it holds (Q&amp;A 4.1).</translation>
    </message>
    <message>
        <source>请写下会带来什么伤害、怎样减轻（2.3(4)）。</source>
        <translation>Please write what harm it may do and how that is softened (2.3(4)).</translation>
    </message>
    <message>
        <source>请写下作什么用（热线 3.1）。</source>
        <translation>Write what it is for (Hotline 3.1).</translation>
    </message>
    <message>
        <source>请写下做了些什么（规范一(四)）。</source>
        <translation>Say what was done (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>请写下做了什么（问 9·2(1)）。</source>
        <translation>Please write what you did (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>请写下关于转介说了什么（网络 1.1，热线 4.2）。</source>
        <translation>Write what was said about the referral (Online 1.1, Hotline 4.2).</translation>
    </message>
    <message>
        <source>请写下决定（义务不明时）。</source>
        <translation>Please write the decision (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下凭什么定这一级（规范二(二)a）。</source>
        <translation>Please write what the level rests on (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下发生了什么（问 9·2(2)）。</source>
        <translation>Please write what happened (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>请写下可以向谁求助（规范二(二)a）。</source>
        <translation>Please write whom the client can ask for help (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下可以联系谁，或者为什么无法取得（热线 3.4）。</source>
        <translation>Please write whom to call, or why that cannot be had (Hotline 3.4).</translation>
    </message>
    <message>
        <source>请写下听到的，或者接下来做什么（规范一(三)）。</source>
        <translation>Write what you heard, or what is to be done (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请写下告诉谁（热线 3.1，2.3）。</source>
        <translation>Please write who is told (Hotline 3.1, 2.3).</translation>
    </message>
    <message>
        <source>请写下和同行或督导讨论的日期，已经谈过或约好的都行（网络 4.3）。</source>
        <translation>Enter the date of a consultation or supervision, held or arranged (Online 4.3).</translation>
    </message>
    <message>
        <source>请写下和来访者是怎样讨论的（网络 1.7）。</source>
        <translation>Write how you talked it over with the client (Online 1.7).</translation>
    </message>
    <message>
        <source>请写下和谁商量过，没有也请写「无」（问 9·2(1)）。</source>
        <translation>Please write whom you consulted; if nobody, write &quot;none&quot; (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>请写下和谁（网络 6.1）。</source>
        <translation>Write with whom it was (Online 6.1).</translation>
    </message>
    <message>
        <source>请写下咨询了谁，没有也请写「无」和原因（义务不明时）。</source>
        <translation>Please write who was consulted; if nobody, say none and why (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下哪一天以前答复：不早于收到那天，不超过三十天（规范二(四)b）。</source>
        <translation>Please write down by which day it is answered: not before the day it came, and within thirty days (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请写下哪一天办好的，不早于收到那天（规范二(四)b）。</source>
        <translation>Please write down on which day it was done, not before it came (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请写下哪一天解除（例外 3）。</source>
        <translation>Please write down on which day it was lifted (Exception 3).</translation>
    </message>
    <message>
        <source>请写下哪个机关或哪一方要求（例外 3）。</source>
        <translation>Please write down who asks for it (Exception 3).</translation>
    </message>
    <message>
        <source>请写下怎样决定的（热线 1.4，网络 1.4）。</source>
        <translation>Enter what you decided (Hotline 1.4, Online 1.4).</translation>
    </message>
    <message>
        <source>请写下怎样向来访者解释的（网络 1.1，热线 4.2）。</source>
        <translation>Write how you explained it to the client (Online 1.1, Hotline 4.2).</translation>
    </message>
    <message>
        <source>请写下怎样向来访者说明的（热线 4.2，网络 1.1）。</source>
        <translation>Say how it was explained to the client (Hotline 4.2, Online 1.1).</translation>
    </message>
    <message>
        <source>请写下怎样向来访者说的（热线 1.1）。</source>
        <translation>Enter what you told the client (Hotline 1.1).</translation>
    </message>
    <message>
        <source>请写下怎样告诉（2.3）。</source>
        <translation>Please write how it is told (2.3).</translation>
    </message>
    <message>
        <source>请写下怎样和来访者谈的；没有谈成，写怎样找过（网络 1.7，问 4·1(2)）。</source>
        <translation>Say how it was talked over with the client or, if it was not, how they were sought (Online 1.7, Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>请写下怎样知道开始不好了（规范二(二)a）。</source>
        <translation>Please write how it is noticed that it is getting bad (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下怎样让身边更安全（规范二(二)a）。</source>
        <translation>Please write how the surroundings become safer (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下想过哪些别的办法、为什么不行；来不及就勾选情况紧急（突破前）。</source>
        <translation>Please write which other ways were considered and why they would not do; if there is no time, tick emergency (before breaking).</translation>
    </message>
    <message>
        <source>请写下打算怎样做（规范二(二)a）。</source>
        <translation>Please write what you are going to do (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下提出人的姓名（规范二(四)b）。</source>
        <translation>Please write down the name of who asks (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请写下文书上的日期（2.3(4)）。</source>
        <translation>Please write the date on the document (2.3(4)).</translation>
    </message>
    <message>
        <source>请写下文书原件放在哪里（2.3(4)）。</source>
        <translation>Please write where the original is kept (2.3(4)).</translation>
    </message>
    <message>
        <source>请写下文号（2.3(4)）。</source>
        <translation>Please write the number of the document (2.3(4)).</translation>
    </message>
    <message>
        <source>请写下文号，没有请写「无」（例外 3）。</source>
        <translation>Please write the number of the document, or &quot;none&quot; (Exception 3).</translation>
    </message>
    <message>
        <source>请写下是为什么事（例外 3）。</source>
        <translation>Please write down what it is about (Exception 3).</translation>
    </message>
    <message>
        <source>请写下是什么在保护，没有也请写「无」（规范二(二)a）。</source>
        <translation>Please write what protects; if nothing, write &quot;none&quot; (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下是什么时候（问 5(4)）。</source>
        <translation>Enter when it was (Q&amp;A 5(4)).</translation>
    </message>
    <message>
        <source>请写下是哪一份法律文书（例外 2）。</source>
        <translation>Write which legal document it is (Exception 2).</translation>
    </message>
    <message>
        <source>请写下是哪一天填的（网络 5.2）。</source>
        <translation>Enter the day on which it was filled in (Online 5.2).</translation>
    </message>
    <message>
        <source>请写下是哪一天收到的（规范二(四)b）。</source>
        <translation>Please write down on which day it came (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请写下是哪一天问的（规范二(二)c）。</source>
        <translation>Say on which day you asked (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请写下是哪一天（网络 5.2）。</source>
        <translation>Enter the day (Online 5.2).</translation>
    </message>
    <message>
        <source>请写下是哪一天（规范一(三)）。</source>
        <translation>Write on which day it was (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请写下是哪一天（规范二(二)c）。</source>
        <translation>Say on which day it was (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请写下是哪个机关的文书；没有正式文书，不给（2.3(4)，例外 2）。</source>
        <translation>Please write which authority issued the document; without an official document nothing is given (2.3(4), exception 2).</translation>
    </message>
    <message>
        <source>请写下是怎样的关系（热线 1.4，网络 1.4）。</source>
        <translation>Enter what the relationship is (Hotline 1.4, Online 1.4).</translation>
    </message>
    <message>
        <source>请写下是谁，或者为什么无法取得（热线 3.4）。</source>
        <translation>Please write who it is, or why that cannot be had (Hotline 3.4).</translation>
    </message>
    <message>
        <source>请写下最后的风险，没有也请写「无」（问 4·1(2)，规范二(一)d）。</source>
        <translation>Say what the risk is at the end; if there is none, write “none” (Q&amp;A 4.1(2), Hotline standard 2(1)d).</translation>
    </message>
    <message>
        <source>请写下有危险时怎样找到对方（问 2(3)）。</source>
        <translation>Please write how to find them in danger (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>请写下有哪些选项（义务不明时）。</source>
        <translation>Please write the options (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下来时的问题（规范一(四)）。</source>
        <translation>Say what the client came with (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>请写下来访者此刻在哪里（网络 3.4）。</source>
        <translation>Please write where the client is now (Online 3.4).</translation>
    </message>
    <message>
        <source>请写下来访者现在怎样（规范二(二)c）。</source>
        <translation>Say how the client is now (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请写下来访者的决定（问 4·1）。</source>
        <translation>Write what the client decided (Q&amp;A 4.1).</translation>
    </message>
    <message>
        <source>请写下用什么方式问（规范二(二)c）。</source>
        <translation>Say how you will ask (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请写下用哪个平台或软件（网络 4.2(3)）。</source>
        <translation>Write which platform or program you use (Online 4.2(3)).</translation>
    </message>
    <message>
        <source>请写下用的哪种方式（问 9·1(3)）。</source>
        <translation>Enter the channel (Q&amp;A 9.1(3)).</translation>
    </message>
    <message>
        <source>请写下相关的人（义务不明时）。</source>
        <translation>Please write whom it touches (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下看过的条款或法律（义务不明时）。</source>
        <translation>Please write which clauses or laws were looked at (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下确切在哪里，或者为什么无法取得（热线 3.4）。</source>
        <translation>Please write where exactly they are, or why that cannot be had (Hotline 3.4).</translation>
    </message>
    <message>
        <source>请写下约定几次，1 到 999 之间的数（问 5(5)）。</source>
        <translation>Enter how many sessions, from 1 to 999 (Q&amp;A 5(5)).</translation>
    </message>
    <message>
        <source>请写下经办人（2.3(4)）。</source>
        <translation>Please write who came with the document (2.3(4)).</translation>
    </message>
    <message>
        <source>请写下结果怎样（问 9·2(2)）。</source>
        <translation>Please write how it ended (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>请写下结果（网络 1.1，热线 4.2）。</source>
        <translation>Choose a result (Online 1.1, Hotline 4.2).</translation>
    </message>
    <message>
        <source>请写下结案是哪一天（网络 1.7）。</source>
        <translation>Say on which day the case is closed (Online 1.7).</translation>
    </message>
    <message>
        <source>请写下能换换心思的人和地方（规范二(二)a）。</source>
        <translation>Please write which people and places distract (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下自己能做什么（规范二(二)a）。</source>
        <translation>Please write what the client can do alone (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请写下要更正什么（规范二(四)b）。</source>
        <translation>Please write down what is to be corrected (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请写下讨论过哪些选择（问 4·1）。</source>
        <translation>Write which options you discussed (Q&amp;A 4.1).</translation>
    </message>
    <message>
        <source>请写下谈过什么（问 2(3)）。</source>
        <translation>Please write what you discussed (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>请写下转介到哪里、怎样护送过去（问 9·2(1)）。</source>
        <translation>Enter where you referred them and how they get there (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>请写下转到哪里；来访者谢绝，就在下面选谢绝（热线 4.2，网络 1.1）。</source>
        <translation>Say where to; if the client declines, choose that below (Hotline 4.2, Online 1.1).</translation>
    </message>
    <message>
        <source>请写下这对咨询可能有什么影响（热线 1.4，网络 1.4）。</source>
        <translation>Enter what it may do to the counseling (Hotline 1.4, Online 1.4).</translation>
    </message>
    <message>
        <source>请写题目，一行一题（网络 5.2）。</source>
        <translation>Write the questions, one a line (Online 5.2).</translation>
    </message>
    <message>
        <source>请回答：是，或者否（网络 1.7）。</source>
        <translation>Answer yes or no (Online 1.7).</translation>
    </message>
    <message>
        <source>请对照目标写结果（网络 1.7，规范一(四)）。</source>
        <translation>Write the results against the goals (Online 1.7, Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>请给量表起个名字（网络 5.2）。</source>
        <translation>Give the scale a name (Online 5.2).</translation>
    </message>
    <message>
        <source>请至少写一天；来访者不愿意，就勾上（规范二(二)c）。</source>
        <translation>Write at least one day; if the client does not want it, tick that (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请选一个事由（问 9·1(2)）。</source>
        <translation>Choose a purpose (Q&amp;A 9.1(2)).</translation>
    </message>
    <message>
        <source>请选一个保存期限（热线 3.3）。</source>
        <translation>Please choose a term (Hotline 3.3).</translation>
    </message>
    <message>
        <source>请选一个理由（热线 1.1）。</source>
        <translation>Choose a reason (Hotline 1.1).</translation>
    </message>
    <message>
        <source>请选一级：低、中，或者高（规范二(二)a）。</source>
        <translation>Please choose a level: low, medium or high (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>请选一级：紧急、复杂，或者一般（问 4·2）。</source>
        <translation>Choose a grade: urgent, complex or ordinary (Q&amp;A 4.2).</translation>
    </message>
    <message>
        <source>请选为什么转介（规范二(二)c）。</source>
        <translation>Choose why you refer (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请选为什么销毁（3.4）。</source>
        <translation>Please choose why it is destroyed (3.4).</translation>
    </message>
    <message>
        <source>请选依据：没有依据，记录不能给出（热线 3.1）。</source>
        <translation>Choose the ground: without one, no record is given (Hotline 3.1).</translation>
    </message>
    <message>
        <source>请选做了什么（规范二(一)c）。</source>
        <translation>Please choose what was done (Hotline standard 2(1)c).</translation>
    </message>
    <message>
        <source>请选凭什么可以告诉：没有依据，什么都不能说（披露前提，3.2）。</source>
        <translation>Please choose what allows it to be told: without a basis nothing may be told (condition of disclosure, 3.2).</translation>
    </message>
    <message>
        <source>请选发生了什么（规范二(二)c）。</source>
        <translation>Choose what happened (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请选告诉的是哪一类人（2.3，3.3）。</source>
        <translation>Please choose what kind of party is told (2.3, 3.3).</translation>
    </message>
    <message>
        <source>请选形式：个体、团体和同辈分开计（规范一(三)）。</source>
        <translation>Choose the form: individual, group and peer are counted separately (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请选怎样核实的身份：给错了人，收不回来（规范二(四)b）。</source>
        <translation>Please choose how you made sure who asks: what is given to the wrong person cannot be taken back (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请选怎样答复（规范二(四)b）。</source>
        <translation>Please choose what you decide (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请选新的服务方式，要和现在的不同（问 4·1）。</source>
        <translation>Choose a new service mode, other than the present one (Q&amp;A 4.1).</translation>
    </message>
    <message>
        <source>请选是五项里的哪一项（问 9·2(2)）。</source>
        <translation>Please choose which of the five it is (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>请选是在屏幕上填，还是从纸上录入（网络 5.2）。</source>
        <translation>Say whether it is filled in on the screen or copied from paper (Online 5.2).</translation>
    </message>
    <message>
        <source>请选是怎样结束的（网络 1.7）。</source>
        <translation>Choose how it ended (Online 1.7).</translation>
    </message>
    <message>
        <source>请选是谁先联系的（问 9·1(2)）。</source>
        <translation>Choose who got in touch (Q&amp;A 9.1(2)).</translation>
    </message>
    <message>
        <source>请选是谁提出的（规范二(四)b）。</source>
        <translation>Please choose who asks (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请选是谁答的（网络 5.2）。</source>
        <translation>Say who answered (Online 5.2).</translation>
    </message>
    <message>
        <source>请选有没有联系上（规范二(二)c）。</source>
        <translation>Choose whether the client was reached (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请选来访者怎样说：未经同意，什么都不给别人（披露前提）。</source>
        <translation>Choose what the client says: without consent nothing goes to anybody (Before disclosing).</translation>
    </message>
    <message>
        <source>请选来访者知道吗（披露前提，3.1）。</source>
        <translation>Please choose whether the client knows (condition of disclosure, 3.1).</translation>
    </message>
    <message>
        <source>请选来访者请求什么（规范二(四)b）。</source>
        <translation>Please choose what is asked for (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>请选用什么方式（网络 6.1）。</source>
        <translation>Choose by what it was held (Online 6.1).</translation>
    </message>
    <message>
        <source>请选要多快接上（规范二(二)c）。</source>
        <translation>Choose how soon it has to be (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>请选要给出的几篇，只选用得着的（最低程度）。</source>
        <translation>Choose the notes to give, and only those that are needed (least disclosure).</translation>
    </message>
    <message>
        <source>请选费用结清了没有（规范一(四)）。</source>
        <translation>Choose whether the fees are settled (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>请选：手边有没有手段（规范二(一)b）。</source>
        <translation>Please choose: are the means at hand (Hotline standard 2(1)b).</translation>
    </message>
    <message>
        <source>请选：有没有意图（规范二(一)b）。</source>
        <translation>Please choose: is there intent (Hotline standard 2(1)b).</translation>
    </message>
    <message>
        <source>请选：有没有意念（规范二(一)b）。</source>
        <translation>Please choose: are there such thoughts (Hotline standard 2(1)b).</translation>
    </message>
    <message>
        <source>请选：有没有计划（规范二(一)b）。</source>
        <translation>Please choose: is there a plan (Hotline standard 2(1)b).</translation>
    </message>
    <message>
        <source>请问一句：您和来访者是否相识（热线 1.4，网络 1.4）。</source>
        <translation>Please ask: do you and the client know each other (Hotline 1.4, Online 1.4)?</translation>
    </message>
    <message>
        <source>费用还没有结清，请写下怎么办（规范一(四)）。</source>
        <translation>The fees are not settled: say what becomes of them (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>转介的回执过了约好的日子还没有回来（规范二(二)c）。</source>
        <translation>The receipt of a referral has not come back by the agreed day (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>转介还没有做，也没有写为什么（问 9·2(2)）。</source>
        <translation>No referral yet, and no reason why not (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>还什么都没有：勾选或写下对方用得着的（最低程度）。</source>
        <translation>Nothing yet: tick or write what they need (least possible).</translation>
    </message>
    <message>
        <source>还有没问清的，先评为低：问清了请再评一次（规范二(二)a）。</source>
        <translation>Low, although something is not clear: please assess again once it is (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>还没有写咨询目标（问 6(5)）。</source>
        <translation>The goals are not written yet (Q&amp;A 6(5)).</translation>
    </message>
    <message>
        <source>还没有写方法与计划（问 6(5)）。</source>
        <translation>Methods and plan are not written yet (Q&amp;A 6(5)).</translation>
    </message>
    <message>
        <source>还没有分级，或者没有写理由（问 4·2）。</source>
        <translation>Not graded yet, or no reasons given (Q&amp;A 4.2).</translation>
    </message>
    <message>
        <source>还没有告知热线，也没有写为什么（问 9·2(2)）。</source>
        <translation>No hotline was given, and no reason why not (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>还没有安全计划（规范二(二)a）。</source>
        <translation>No safety plan yet (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>还没有答任何一题（网络 5.2）。</source>
        <translation>No question has been answered yet (Online 5.2).</translation>
    </message>
    <message>
        <source>还没有联系紧急联系人，也没有写为什么（问 9·2(2)）。</source>
        <translation>The emergency contact has not been called, and no reason why not (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>还没有转到线下，也没有写为什么（问 9·2(2)）。</source>
        <translation>Not moved to in-person help, and no reason why not (Q&amp;A 9.2(2)).</translation>
    </message>
    <message>
        <source>还没有问过来访者，紧急联系人能不能知道咨询（规范二(一)c）。</source>
        <translation>The client was not asked whether the emergency contact may know of the counseling (Hotline standard 2(1)c).</translation>
    </message>
    <message>
        <source>这一版还没有写字。写一点再记下（问 6(5)）。</source>
        <translation>Nothing is written in this version yet. Write something first (Q&amp;A 6(5)).</translation>
    </message>
    <message>
        <source>这个时间已经过去了，请写还没有到的（问 4·1(2)）。</source>
        <translation>This time has passed; please write one that is still to come (Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>这次没有勾「看过了：没有生出别的关系」，请留意（网络 1.4）。</source>
        <translation>&quot;Checked: no other relationship has grown&quot; was not ticked this time; please keep it in mind (Online 1.4).</translation>
    </message>
    <message>
        <source>这次没有勾「重新谈过边界」，下次会谈可以谈一谈（附录 8.5）。</source>
        <translation>&quot;Boundaries talked over again&quot; was not ticked this time; you can talk about them in the next session (Appendix 8.5).</translation>
    </message>
    <message>
        <source>连着两次没有来：可能脱落了，请联系一次（问 4·1(2)，规范二(二)c）。</source>
        <translation>Two no-shows in a row: the client may have dropped out. Try to reach them (Q&amp;A 4.1(2), Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>选了其他，请写一句做了什么（规范二(一)c）。</source>
        <translation>You chose &quot;Other&quot;: please write what was done (Hotline standard 2(1)c).</translation>
    </message>
    <message>
        <source>选了其他，请写一句是什么事（问 9·1(2)）。</source>
        <translation>You chose Other: write in a line what it was (Q&amp;A 9.1(2)).</translation>
    </message>
    <message>
        <source>选了其他，请写一句是什么（热线 1.1）。</source>
        <translation>You chose Other; please say what it is (Hotline 1.1).</translation>
    </message>
    <message>
        <source>选了其他，请写是什么原因（规范二(二)c）。</source>
        <translation>You chose other: say which reason (Hotline standard 2(2)c).</translation>
    </message>
    <message>
        <source>量表的结果还没有当面反馈（网络 5.2）。</source>
        <translation>The result of a scale has not been fed back face to face (Online 5.2).</translation>
    </message>
    <message>
        <source>量表里自伤的一题有回应：请看风险（网络 5.2）。</source>
        <translation>The question on self-harm was answered: look at the risk (Online 5.2).</translation>
    </message>
    <message>
        <source>风险高，不在网上接案：请把服务方式改为危机处置，写明理由和转介（问 9·2(1)）。</source>
        <translation>High risk is not taken on online: change the service mode to crisis response, with your reasons and the referral (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>风险高，不适合网络接案：请转为危机处置或转介（问 9·2(1)）。</source>
        <translation>High risk, not suited to online work: change to crisis response, or refer (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>风险高：下一次联系要在 24 小时以内（规范二(二)a）。</source>
        <translation>High risk: the next contact has to be within 24 hours (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>风险高：请约好下一次联系，24 小时以内（规范二(二)a）。</source>
        <translation>High risk: please arrange the next contact within 24 hours (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>风险高：还没有写紧急预案，请开始一个危机事件（规范二(二)a）。</source>
        <translation>High risk: no emergency plan yet; please begin a crisis (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>风险高：还没有和督导或同行商量（规范二(二)a）。</source>
        <translation>High risk: not talked over with a supervisor or colleague yet (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>风险高：还没有约 24 小时内的下一次联系（问 4·1(2)，规范二(二)a）。</source>
        <translation>High risk: the next contact within 24 hours is not arranged yet (Q&amp;A 4.1(2), Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>风险高：还没有记过联系（规范二(二)a）。</source>
        <translation>High risk: no contact is logged yet (Hotline standard 2(2)a).</translation>
    </message>
</context>
<context>
    <name>Ethics</name>
    <message>
        <source>事实</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>什么时候再看，看什么；可以空着。</source>
        <translation>When to look again, and at what; may be empty.</translation>
    </message>
    <message>
        <source>伦理决策记录</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>咨询了谁</source>
        <translation>Who was consulted</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>守则哪一条，法律哪一条；互相冲突的也写。</source>
        <translation>Which clause, which law; also where they conflict.</translation>
    </message>
    <message>
        <source>怎么做，为什么。</source>
        <translation>What is done, and why.</translation>
    </message>
    <message>
        <source>条款和法律</source>
        <translation>Clauses and laws</translation>
    </message>
    <message>
        <source>每个选项的好处和坏处，包括什么都不做。</source>
        <translation>The good and the bad of each, doing nothing included.</translation>
    </message>
    <message>
        <source>相关的人</source>
        <translation>People concerned</translation>
    </message>
    <message>
        <source>督导、同行或律师，哪一天；没有写「无」和原因。</source>
        <translation>Supervisor, colleague or lawyer, and when; if nobody, say none and why.</translation>
    </message>
    <message>
        <source>知道的和不知道的，分开写。</source>
        <translation>What is known and what is not, apart.</translation>
    </message>
    <message>
        <source>谁会受影响，各自要的是什么。</source>
        <translation>Who is affected, and what each of them needs.</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
</context>
<context>
    <name>EthicsScreen</name>
    <message>
        <source>义务不清楚的时候，把事实、相关的人、条款和选项写下来，和督导或同行谈过，再决定。记下以后不能改；想法变了，再记一次。</source>
        <translation>Where the duty is unclear, write down facts, people, clauses and options, talk to your supervisor or a colleague, then decide. Once recorded it cannot be changed; if you come to think otherwise, record it again.</translation>
    </message>
    <message>
        <source>以前的伦理决策</source>
        <translation>Earlier ethical decisions</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>伦理决策已记下。</source>
        <translation>The ethical decision is on record.</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>打印或存为 PDF：{0}</source>
        <translation>Print or save as PDF: {0}</translation>
    </message>
    <message>
        <source>记下这次决定</source>
        <translation>Record this decision</translation>
    </message>
</context>
<context>
    <name>ExampleScreen</name>
    <message>
        <source>一间虚构的咨询室：几位编出来的来访者，有记录、同意书和这一周的日程。
它有自己的保险库，和您的分开。要十几秒。</source>
        <translation>An invented practice: a few made-up clients, with notes, consents and this week&apos;s appointments.
It has a vault of its own, apart from yours. This takes ten to twenty seconds.</translation>
    </message>
    <message>
        <source>个案 {0}，共 {1}</source>
        <translation>Case {0} of {1}</translation>
    </message>
    <message>
        <source>写下第一个个案</source>
        <translation>Writing the first case</translation>
    </message>
    <message>
        <source>正在布置示例</source>
        <translation>Preparing the example</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>删除以后不能恢复。要留着就先不删。</source>
        <translation>They cannot be brought back. To keep them, do not delete the example yet.</translation>
    </message>
    <message>
        <source>删除示例</source>
        <translation>Delete the example</translation>
    </message>
    <message>
        <source>文件夹可能改过名字，或换过钥匙文件。它留着，什么都没有动。</source>
        <translation>Its folder may have been renamed, or its key file replaced. It stays, and nothing was touched.</translation>
    </message>
    <message>
        <source>没有删除：认不出这是示例。</source>
        <translation>Nothing was deleted: this cannot be told to be the example.</translation>
    </message>
    <message>
        <source>示例 · 虚构的人。随便试，碰不到您自己的记录。</source>
        <translation>Example: invented people. Try anything; your own records are out of reach.</translation>
    </message>
    <message>
        <source>离开示例</source>
        <translation>Leave the example</translation>
    </message>
    <message numerus="yes">
        <source>这里有您自己建的个案，共 %n 个，会一起删掉。</source>
        <translation>
            <numerusform>%n case you opened yourself would be deleted with it.</numerusform>
            <numerusform>%n cases you opened yourself would be deleted with it.</numerusform>
        </translation>
    </message>
    <message>
        <source>都删掉</source>
        <translation>Delete all of it</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>{0}&#x3000;待填</source>
        <translation>{0} (to fill in)</translation>
    </message>
    <message>
        <source>{0}：用资料里的</source>
        <translation>{0}: use from the records</translation>
    </message>
    <message>
        <source>用资料里的：{0}</source>
        <translation>Use from the records: {0}</translation>
    </message>
</context>
<context>
    <name>FactFields</name>
    <message>
        <source>灰字是默认写法，不改就照此打印。</source>
        <translation>Grey text is the default and prints as shown unless you change it.</translation>
    </message>
    <message>
        <source>这一份是英文的。从资料里填入的中文，请改成来访者读得懂的写法。</source>
        <translation>This form is in English. Please rewrite any Chinese taken over from your records so that the client can read it.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>{0}，%n 分钟</source>
        <translation>
            <numerusform>{0}, %n minute</numerusform>
            <numerusform>{0}, %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>与 {0} {1} 的预约重叠</source>
        <translation>Overlaps the {1} appointment with {0}</translation>
    </message>
    <message>
        <source>以后都改到这时</source>
        <translation>Move all later ones too</translation>
    </message>
    <message>
        <source>写记录</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>原定</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>取消这一次</source>
        <translation>Cancel this one</translation>
    </message>
    <message>
        <source>取消这次和以后</source>
        <translation>Cancel this and later</translation>
    </message>
    <message>
        <source>取消预约</source>
        <translation>Cancel appointment</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>夏令时的缘故。提前告诉来访者，免得错过。</source>
        <translation>Because of daylight saving time. Tell the client beforehand so that nobody misses it.</translation>
    </message>
    <message>
        <source>当地 {0}</source>
        <translation>{0} local time</translation>
    </message>
    <message>
        <source>恢复为已约</source>
        <translation>Book again</translation>
    </message>
    <message>
        <source>打开个案</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>打开它以后，才看得到地点和备注，也才能改这个预约。</source>
        <translation>Open the case to see the place and the notes on this appointment, or to change it.</translation>
    </message>
    <message>
        <source>打开记录</source>
        <translation>Open note</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>改预约</source>
        <translation>Change appointment</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>来访者</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>没有改过</source>
        <translation>Never moved</translation>
    </message>
    <message>
        <source>没有来</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>还没有写记录</source>
        <translation>No note yet</translation>
    </message>
    <message numerus="yes">
        <source>这一次改过 %n 次</source>
        <translation>
            <numerusform>This one was moved %n time</numerusform>
            <numerusform>This one was moved %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>这一次没有改过</source>
        <translation>This one was never moved</translation>
    </message>
    <message>
        <source>这个个案共改过 {0} 次，其中近三个月 {1} 次</source>
        <translation>Changes in this case: {0}, of these in the last three months: {1}</translation>
    </message>
    <message>
        <source>这个个案加了密码</source>
        <translation>This case has its own password</translation>
    </message>
    <message>
        <source>重叠</source>
        <translation>Overlaps</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeats</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>不一定</source>
        <translation>It varies</translation>
    </message>
    <message>
        <source>和其他个案一样</source>
        <translation>As in other cases</translation>
    </message>
    <message>
        <source>在谁的督导下</source>
        <translation>Supervised by</translation>
    </message>
    <message>
        <source>存好</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>独立执业可以空着</source>
        <translation>Leave empty if you practice alone</translation>
    </message>
    <message>
        <source>设置稳定（固定的时间、地点和费用）</source>
        <translation>Stable setting (fixed time, place and fee)</translation>
    </message>
    <message>
        <source>远程会谈用什么</source>
        <translation>Sessions from afar are held by</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>正确</source>
        <translation>Right</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>位置</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>另取一个名字</source>
        <translation>Choose another name</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>存在这里</source>
        <translation>Save here</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>换掉</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>换掉已有的文件吗？</source>
        <translation>Replace the file that is there?</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>文件和文件夹</source>
        <translation>Files and folders</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>选这个文件夹</source>
        <translation>Choose this folder</translation>
    </message>
    <message>
        <source>那里已经有“{0}”。换掉之后，原来的内容就没有了。</source>
        <translation>&quot;{0}&quot; is already there. Once it is replaced, what it held is gone.</translation>
    </message>
</context>
<context>
    <name>FileSeal</name>
    <message>
        <source>不设密码（拿到文件的人都能读）</source>
        <translation>No password (whoever has the file can read it)</translation>
    </message>
    <message>
        <source>文件密码</source>
        <translation>File password</translation>
    </message>
    <message>
        <source>替我想一个</source>
        <translation>Suggest one</translation>
    </message>
    <message>
        <source>至少 8 个字符。请用另外的途径告诉对方。</source>
        <translation>At least 8 characters. Tell it to them by another channel.</translation>
    </message>
    <message>
        <source>至少 8 个字符；或者勾上不设密码。</source>
        <translation>At least 8 characters; or tick that there is no password.</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>画面</source>
        <translation>Picture</translation>
    </message>
</context>
<context>
    <name>FinalPane</name>
    <message>
        <source>{0} · {1} KB</source>
        <translation>{0}, {1} KB</translation>
    </message>
    <message>
        <source>「{0}」</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>到期：{0}</source>
        <translation>Expired: {0}</translation>
    </message>
    <message>
        <source>口头同意</source>
        <translation>Spoken consent</translation>
    </message>
    <message>
        <source>另做一份新的</source>
        <translation>Make a new one</translation>
    </message>
    <message>
        <source>同意书文本</source>
        <translation>Text of the consent form</translation>
    </message>
    <message>
        <source>和来访者再谈一遍这些要点，照原话记下。签署的同意书不变。</source>
        <translation>Go over these points with the client again and write down the client&apos;s own words. What was signed does not change.</translation>
    </message>
    <message>
        <source>存档</source>
        <translation>On file</translation>
    </message>
    <message>
        <source>屏幕手写</source>
        <translation>Drawn on screen</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已签署</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>录音存放：{0}</source>
        <translation>Recording kept at: {0}</translation>
    </message>
    <message>
        <source>手写签名</source>
        <translation>Handwritten signature</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开{0}</source>
        <translation>Open: {0}</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>拍照回传</source>
        <translation>Photo sent back</translation>
    </message>
    <message>
        <source>撤回同意</source>
        <translation>Withdraw consent</translation>
    </message>
    <message>
        <source>撤回：{0}</source>
        <translation>Withdrawn: {0}</translation>
    </message>
    <message>
        <source>方式：{0}</source>
        <translation>How: {0}</translation>
    </message>
    <message>
        <source>有效期至：{0}</source>
        <translation>Valid until: {0}</translation>
    </message>
    <message>
        <source>来访者提的问题</source>
        <translation>What the client asked</translation>
    </message>
    <message>
        <source>来访者用自己的话复述</source>
        <translation>In the client&apos;s own words</translation>
    </message>
    <message>
        <source>步骤、讨论、凭据，可以打印</source>
        <translation>Steps, discussion and proof, ready to print</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>知情同意过程记录</source>
        <translation>How consent was given</translation>
    </message>
    <message>
        <source>签署的同意书</source>
        <translation>Signed consent form</translation>
    </message>
    <message>
        <source>签署的文本与签名照原样存档，不能改动。</source>
        <translation>The signed text and signatures are kept as they are and cannot be changed.</translation>
    </message>
    <message>
        <source>签署：{0}</source>
        <translation>Signed: {0}</translation>
    </message>
    <message>
        <source>纸质原件：{0}</source>
        <translation>Paper original: {0}</translation>
    </message>
    <message>
        <source>纸质扫描</source>
        <translation>Scanned paper</translation>
    </message>
    <message>
        <source>自助已阅的截图</source>
        <translation>Screenshot: read by the client alone</translation>
    </message>
    <message>
        <source>讨论</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>记下这次重温</source>
        <translation>Record this conversation</translation>
    </message>
    <message>
        <source>谁朗读：{0}</source>
        <translation>Read aloud by: {0}</translation>
    </message>
    <message>
        <source>这份同意包括什么</source>
        <translation>What this consent covers</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>重温：{0}</source>
        <translation>Gone over again: {0}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{0} / {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>上一处（Shift+Enter）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>下一处（Enter）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>关闭查找（Esc）</source>
        <translation>Close find (Esc)</translation>
    </message>
    <message>
        <source>在这篇记录里找</source>
        <translation>Find in this note</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>No matches</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>以前的记录在别处？</source>
        <translation>Earlier notes elsewhere?</translation>
    </message>
    <message>
        <source>导入以前的记录</source>
        <translation>Import earlier notes</translation>
    </message>
    <message>
        <source>想先看看？</source>
        <translation>Like to look around first?</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the example</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>不联网，不注册，没有人能替您打开。
大约 4 分钟就能准备好。</source>
        <translation>No network, no account; only you can open it.
Ready in about 4 minutes.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>已经有保险库？</source>
        <translation>Have a vault already?</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>心匣</source>
        <translation>Xinxia</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>想先看看？</source>
        <translation>Like to look around first?</translation>
    </message>
    <message>
        <source>打开同事托付的职业遗嘱</source>
        <translation>Open a colleague&apos;s succession package</translation>
    </message>
    <message>
        <source>打开或恢复</source>
        <translation>Open or restore</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the example</translation>
    </message>
    <message>
        <source>把咨询记录和同意书，
锁在您自己的电脑里。</source>
        <translation>Notes and consents,
locked in your own computer.</translation>
    </message>
    <message>
        <source>换了新电脑：从备份恢复</source>
        <translation>A new computer: restore a backup</translation>
    </message>
    <message>
        <source>放在哪里</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>正在建保险库。算钥匙要一两秒，这是有意放慢的。</source>
        <translation>Making the vault. The key takes a second or two, slow on purpose.</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>第一个个案</source>
        <translation>The first case</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>FirstTime</name>
    <message>
        <source>与 {0} {1} 的预约重叠。</source>
        <translation>Overlaps the {1} appointment with {0}.</translation>
    </message>
    <message>
        <source>仍然可以约，日程上会标出来。</source>
        <translation>You can still book it; the calendar will mark it.</translation>
    </message>
    <message>
        <source>第一次预约</source>
        <translation>First appointment</translation>
    </message>
    <message>
        <source>约好了就写，如 明天下午三点；没约可以空着</source>
        <translation>If agreed, e.g. tomorrow 3pm; otherwise leave empty</translation>
    </message>
</context>
<context>
    <name>FiveRow</name>
    <message>
        <source>{0}：怎样做的，或为什么没有做</source>
        <translation>{0}: how it was done, or why not</translation>
    </message>
    <message>
        <source>做了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>做了：{0}</source>
        <translation>Done: {0}</translation>
    </message>
    <message>
        <source>怎样做的，或为什么没有做</source>
        <translation>How it was done, or why not</translation>
    </message>
    <message>
        <source>没有做</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>没有做：{0}</source>
        <translation>Not done: {0}</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>FollowBox</name>
    <message>
        <source>为什么不计入</source>
        <translation>Why it does not count</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>录错了，或者没有读懂题目：这一次留在档案里，图上和比较里不再算它。</source>
        <translation>Copied wrongly, or the questions were not understood: it stays in the file and no longer counts in the chart or in comparisons.</translation>
    </message>
    <message>
        <source>怎样谈的（可以空着）</source>
        <translation>How you talked about it (may be empty)</translation>
    </message>
    <message>
        <source>怎样问的，评定为什么</source>
        <translation>How you asked, and what you found</translation>
    </message>
    <message>
        <source>结果是和来访者当面谈的：说清楚这是筛查，不是诊断，也听听对方怎样看。</source>
        <translation>The result is talked over face to face: say that it screens and does not diagnose, and hear what the client makes of it.</translation>
    </message>
    <message>
        <source>记下：不计入</source>
        <translation>Record: does not count</translation>
    </message>
    <message>
        <source>记下：已当面反馈</source>
        <translation>Record: fed back</translation>
    </message>
    <message>
        <source>记下：已看过风险</source>
        <translation>Record: risk looked at</translation>
    </message>
    <message>
        <source>请先当面问过：有没有想法、计划、手段，打算什么时候，什么让他留下来。</source>
        <translation>Ask face to face first: about thoughts, plans, means and intent, and about what keeps the client here.</translation>
    </message>
</context>
<context>
    <name>FollowParts</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>哪一天问的</source>
        <translation>Day on which you asked</translation>
    </message>
    <message>
        <source>如 不需要、重新约一次、再转介</source>
        <translation>For example: nothing needed, a new appointment, another referral</translation>
    </message>
    <message>
        <source>接着怎么办（可以空着）</source>
        <translation>What follows (may stay empty)</translation>
    </message>
    <message>
        <source>来访者自己怎样说；睡眠、风险、在用什么帮助。</source>
        <translation>In the client&apos;s own words; sleep, risk, what help is being used.</translation>
    </message>
    <message>
        <source>现在怎样</source>
        <translation>How the client is now</translation>
    </message>
    <message>
        <source>现在没有约好的随访；没约过也可以记。</source>
        <translation>No follow-up is planned now; you can record one all the same.</translation>
    </message>
    <message>
        <source>用什么方式（可以空着）</source>
        <translation>How you asked (may stay empty)</translation>
    </message>
    <message>
        <source>约好的：{0}。记下的算作最早的那一次。</source>
        <translation>Planned: {0}. What you record counts as the first of them.</translation>
    </message>
    <message>
        <source>联系上了吗</source>
        <translation>Was the client reached</translation>
    </message>
    <message>
        <source>记下随访</source>
        <translation>Record the follow-up</translation>
    </message>
</context>
<context>
    <name>FollowScreen</name>
    <message>
        <source>{0} 记</source>
        <translation>written {0}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>以后哪几天问</source>
        <translation>Days on which to ask</translation>
    </message>
    <message>
        <source>去结案</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>新写的日子代替以前约好的。</source>
        <translation>New days take the place of those planned before.</translation>
    </message>
    <message>
        <source>来访者不愿意随访</source>
        <translation>The client does not want a follow-up</translation>
    </message>
    <message>
        <source>没有联系上：可以再写一个日子，或者按脱落结案。</source>
        <translation>Not reached: you can plan another day, or close as dropped out.</translation>
    </message>
    <message>
        <source>约好的日子</source>
        <translation>Planned days</translation>
    </message>
    <message>
        <source>约过的和问过的</source>
        <translation>Planned and asked before</translation>
    </message>
    <message>
        <source>结案或转介以后，隔一段时间问一次来访者现在怎样（规范二(二)c）。只问来访者同意被问的；不愿意，就勾上，不再提醒。</source>
        <translation>After a closing or a referral, ask from time to time how the client is (Hotline standard 2(2)c). Ask only where the client agreed to it; if they do not want it, tick that, and there are no more reminders.</translation>
    </message>
    <message>
        <source>记一次联系</source>
        <translation>Log a contact</translation>
    </message>
    <message>
        <source>记下这些日子</source>
        <translation>Record these days</translation>
    </message>
    <message>
        <source>问了以后</source>
        <translation>After asking</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>随访已记下。</source>
        <translation>The follow-up is recorded.</translation>
    </message>
    <message>
        <source>随访的日子已记下，到时会提醒。</source>
        <translation>The days are recorded; you will be reminded.</translation>
    </message>
</context>
<context>
    <name>Formulation</name>
    <message>
        <source>个案代号</source>
        <translation>Case code name</translation>
    </message>
    <message>
        <source>个案概念化</source>
        <translation>Case formulation</translation>
    </message>
    <message>
        <source>写法</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>咨询师</source>
        <translation>Counselor</translation>
    </message>
    <message>
        <source>咨询目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>方法与计划</source>
        <translation>Methods and plan</translation>
    </message>
    <message>
        <source>照原样印出，没有去标识化：请只放进您自己的档案。</source>
        <translation>Printed as written, not de-identified: keep it in your own files only.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>第 {0} 版 · {1}</source>
        <translation>Version {0} · {1}</translation>
    </message>
</context>
<context>
    <name>FormulationForm</name>
    <message>
        <source>下面几栏是按别的方式写的，字都还在。</source>
        <translation>The sections below were written along another scheme; every word is still there.</translation>
    </message>
    <message>
        <source>和来访者一起定的；怎样算是达到了</source>
        <translation>As agreed with the client, and how you will both know they are reached</translation>
    </message>
    <message>
        <source>按哪种方式写</source>
        <translation>Write along</translation>
    </message>
    <message>
        <source>用什么方法，为什么适合这一位，接下来怎样走</source>
        <translation>Which methods, why they suit this client, and what comes next</translation>
    </message>
    <message>
        <source>目标与计划（问 6(5)）</source>
        <translation>Goals and plan (Q&amp;A 6(5))</translation>
    </message>
    <message>
        <source>记下这一版</source>
        <translation>Save this version</translation>
    </message>
</context>
<context>
    <name>FormulationScreen</name>
    <message>
        <source>和上一版一样，没有新的可记。</source>
        <translation>Nothing has changed since the last version.</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>家里有谁、谁和谁亲近或疏远，画出来一眼就看得见。</source>
        <translation>Who is in the family, who is close and who is distant: drawn, it is seen at a glance.</translation>
    </message>
    <message>
        <source>怎样理解这一位来访者，往哪里走。每记下一次就是新的一版，以前的都留着，不再改动。</source>
        <translation>How you understand this client, and where the work is going. Every save is a new version; the earlier ones stay and are never changed.</translation>
    </message>
    <message>
        <source>打开家谱图</source>
        <translation>Open the genogram</translation>
    </message>
    <message>
        <source>最近一版记在 {0}。</source>
        <translation>Last saved on {0}.</translation>
    </message>
    <message>
        <source>画家谱图</source>
        <translation>Draw the genogram</translation>
    </message>
    <message>
        <source>记下的版本</source>
        <translation>Saved versions</translation>
    </message>
    <message>
        <source>这一版已记下。</source>
        <translation>This version is saved.</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一起来的人还没有每一位都签团体保密协议。</source>
        <translation>Not everyone who comes together has signed the group confidentiality agreement.</translation>
    </message>
    <message>
        <source>不录音录像的提醒</source>
        <translation>the request not to record</translation>
    </message>
    <message>
        <source>今天的确认</source>
        <translation>Confirmed today</translation>
    </message>
    <message>
        <source>会谈单上的风险和这次的风险评估不一样。</source>
        <translation>The risk on the session sheet is not that of the assessment made in this session.</translation>
    </message>
    <message>
        <source>像诊断或用药的话</source>
        <translation>words of diagnosis or medication</translation>
    </message>
    <message>
        <source>关于匿名的讨论</source>
        <translation>the talk about anonymity</translation>
    </message>
    <message>
        <source>写的话像诊断或用药建议。是来访者或医院说的，请写明；需要时请转介到医疗机构。</source>
        <translation>This reads like a diagnosis or advice on medication. If the client or a hospital said it, say so; refer to a medical institution where needed.</translation>
    </message>
    <message>
        <source>去写{0}</source>
        <translation>Write: {0}</translation>
    </message>
    <message>
        <source>去写是谁</source>
        <translation>Say who</translation>
    </message>
    <message>
        <source>去写谈过什么</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>去写这几项</source>
        <translation>Write these</translation>
    </message>
    <message>
        <source>去填{0}</source>
        <translation>Fill in: {0}</translation>
    </message>
    <message>
        <source>去填姓名</source>
        <translation>Fill in the name</translation>
    </message>
    <message>
        <source>去填您的所在地</source>
        <translation>Fill in your location</translation>
    </message>
    <message>
        <source>去填您的时区</source>
        <translation>Add your time zone</translation>
    </message>
    <message>
        <source>去填所在地</source>
        <translation>Fill in the location</translation>
    </message>
    <message>
        <source>去填来访者的时区</source>
        <translation>Add the client&apos;s time zone</translation>
    </message>
    <message>
        <source>去填紧急联系人</source>
        <translation>Fill in the emergency contact</translation>
    </message>
    <message>
        <source>去填联系方式</source>
        <translation>Fill in a contact</translation>
    </message>
    <message>
        <source>去填这几项</source>
        <translation>Fill these in</translation>
    </message>
    <message>
        <source>去确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>去签同意书</source>
        <translation>Go to consent</translation>
    </message>
    <message>
        <source>去签团体保密协议</source>
        <translation>Go to the group agreement</translation>
    </message>
    <message>
        <source>去记技术准备</source>
        <translation>Record technical preparation</translation>
    </message>
    <message>
        <source>去评估</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>去选怎样核实的</source>
        <translation>Say how</translation>
    </message>
    <message>
        <source>去选谁来了</source>
        <translation>Say who came</translation>
    </message>
    <message>
        <source>去重新评估</source>
        <translation>Screen again</translation>
    </message>
    <message>
        <source>双方的环境没有都勾上独处、安静、网络畅通。</source>
        <translation>Not everything is ticked of being alone, quiet and well connected on both sides.</translation>
    </message>
    <message>
        <source>四项记录</source>
        <translation>the four answers</translation>
    </message>
    <message>
        <source>四项记录还没有写全，没有也请写「无」。</source>
        <translation>The four answers are not complete; if there is nothing, write &quot;None&quot;.</translation>
    </message>
    <message>
        <source>团体保密协议</source>
        <translation>Group confidentiality agreement</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名和联系方式</source>
        <translation>name and contact details</translation>
    </message>
    <message>
        <source>守则 3.1，网络 1.2，热线 2.5</source>
        <translation>Code 3.1, Online 1.2, Hotline 2.5</translation>
    </message>
    <message>
        <source>您所在的城市和时区还没有填全。</source>
        <translation>Your own city and time zone are not complete.</translation>
    </message>
    <message>
        <source>您的城市填了，还没有填那里的时区。</source>
        <translation>Your city is there; its time zone is not.</translation>
    </message>
    <message>
        <source>您的所在地</source>
        <translation>your location</translation>
    </message>
    <message>
        <source>您的时区</source>
        <translation>your time zone</translation>
    </message>
    <message>
        <source>情况复杂</source>
        <translation>Complex case</translation>
    </message>
    <message>
        <source>情绪、危机、问题三项</source>
        <translation>mood, risk and problem</translation>
    </message>
    <message>
        <source>情绪状态、危机等级和问题类型还没有填全。</source>
        <translation>Mood, level of risk and kind of problem are not all filled in yet.</translation>
    </message>
    <message>
        <source>技术准备</source>
        <translation>Technical preparation</translation>
    </message>
    <message>
        <source>接案时分级为情况复杂：由有经验的人来做；没有把握时，请教督导或者转介。</source>
        <translation>Graded as complex at intake: this calls for experience. If you are not sure, ask your supervisor or refer.</translation>
    </message>
    <message>
        <source>有第三人在场，还没有写是谁、为什么在。</source>
        <translation>A third person was present, and it does not say yet who and why.</translation>
    </message>
    <message>
        <source>服务方式改变以后，还没有重新签知情同意书。</source>
        <translation>No consent has been signed since the service mode changed.</translation>
    </message>
    <message>
        <source>来访者匿名，还没有写下谈过什么。</source>
        <translation>The client is anonymous; what you talked about is not written down yet.</translation>
    </message>
    <message>
        <source>来访者所在地</source>
        <translation>the client&apos;s location</translation>
    </message>
    <message>
        <source>来访者所在的城市和时区还没有填全。</source>
        <translation>The client&apos;s city and time zone are not complete.</translation>
    </message>
    <message>
        <source>来访者的城市填了，还没有填那里的时区。</source>
        <translation>The client&apos;s city is there; its time zone is not.</translation>
    </message>
    <message>
        <source>来访者的姓名和联系方式还不全。</source>
        <translation>The client&apos;s name and a way to reach them are not complete.</translation>
    </message>
    <message>
        <source>来访者的时区</source>
        <translation>the client&apos;s time zone</translation>
    </message>
    <message>
        <source>热线 4.1，问 4·2(2)</source>
        <translation>Hotline 4.1, Q&amp;A 4.2(2)</translation>
    </message>
    <message>
        <source>照资料里的生日，来访者未满十八岁，而有效的同意书上没有监护人的签名。</source>
        <translation>By the birth date on record the client is under eighteen, and no guardian signed the consent that is in force.</translation>
    </message>
    <message>
        <source>环境</source>
        <translation>Surroundings</translation>
    </message>
    <message>
        <source>监护人的签名</source>
        <translation>the guardian&apos;s signature</translation>
    </message>
    <message>
        <source>看会谈单</source>
        <translation>See the sheet</translation>
    </message>
    <message>
        <source>看同意书</source>
        <translation>See the consent</translation>
    </message>
    <message>
        <source>看执业资料</source>
        <translation>See the practice</translation>
    </message>
    <message>
        <source>看接案</source>
        <translation>See the intake</translation>
    </message>
    <message>
        <source>看记录</source>
        <translation>View note</translation>
    </message>
    <message>
        <source>看评估</source>
        <translation>See the assessment</translation>
    </message>
    <message>
        <source>第一次会谈没有勾上已提醒不录音录像。</source>
        <translation>In this first session, the request not to record is not ticked.</translation>
    </message>
    <message>
        <source>第一次远程会谈以前没有记下试通话。</source>
        <translation>No trial call was recorded before the first remote session.</translation>
    </message>
    <message>
        <source>第一次远程评估没有写补救措施。</source>
        <translation>This first assessment from afar does not say what makes up for the distance.</translation>
    </message>
    <message>
        <source>第三人是谁</source>
        <translation>who the third person was</translation>
    </message>
    <message>
        <source>签好的知情同意书</source>
        <translation>A signed consent form</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>紧急联系人的姓名和电话还没有填全。</source>
        <translation>The emergency contact&apos;s name and phone number are not complete.</translation>
    </message>
    <message>
        <source>网络 1.1、4.3，问 10(2)</source>
        <translation>Online 1.1 and 4.3, Q&amp;A 10(2)</translation>
    </message>
    <message>
        <source>网络 1.1，热线 4.2，问 4·1</source>
        <translation>Online 1.1, Hotline 4.2, Q&amp;A 4.1</translation>
    </message>
    <message>
        <source>网络 1.2，附录 8.4</source>
        <translation>Online 1.2, Appendix 8.4</translation>
    </message>
    <message>
        <source>网络 1.3，问 5(2)</source>
        <translation>Online 1.3, Q&amp;A 5(2)</translation>
    </message>
    <message>
        <source>网络 2.3(1)，附录 8.3</source>
        <translation>Online 2.3(1), Appendix 8.3</translation>
    </message>
    <message>
        <source>网络 3.4，附录 8.3</source>
        <translation>Online 3.4, Appendix 8.3</translation>
    </message>
    <message>
        <source>网络 4.2(3)</source>
        <translation>Online 4.2(3)</translation>
    </message>
    <message>
        <source>网络 5.1，问 2(4)</source>
        <translation>Online 5.1, Q&amp;A 2(4)</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>A way to reach the client</translation>
    </message>
    <message>
        <source>胜任的议题</source>
        <translation>Competence</translation>
    </message>
    <message>
        <source>补救措施</source>
        <translation>Making up for distance</translation>
    </message>
    <message>
        <source>规范三(一)b</source>
        <translation>Hotline standard 3(1)b</translation>
    </message>
    <message>
        <source>规范三(二)a，守则 3.2</source>
        <translation>Hotline standard 3(2)a, Code 3.2</translation>
    </message>
    <message>
        <source>规范二(一)b</source>
        <translation>Hotline standard 2(1)b</translation>
    </message>
    <message>
        <source>规范二(一)c、二(二)a</source>
        <translation>Hotline standard 2(1)c, 2(2)a</translation>
    </message>
    <message>
        <source>规范二(一)d</source>
        <translation>Hotline standard 2(1)d</translation>
    </message>
    <message>
        <source>规范二(二)a</source>
        <translation>Hotline standard 2(2)a</translation>
    </message>
    <message>
        <source>谁来了</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>身份核实</source>
        <translation>Identity check</translation>
    </message>
    <message>
        <source>还没写：{0}。没有也请写「无」。</source>
        <translation>Not written yet: {0}. If there is nothing, write “None”.</translation>
    </message>
    <message>
        <source>还没填：{0}。</source>
        <translation>Not filled in yet: {0}.</translation>
    </message>
    <message>
        <source>还没有写这次怎样核实了身份。</source>
        <translation>Not said yet: how identity was checked this time.</translation>
    </message>
    <message>
        <source>还没有写这次谁来了、谁没来。</source>
        <translation>It is not recorded yet who came this time and who was absent.</translation>
    </message>
    <message>
        <source>还没有填来访者的姓名。</source>
        <translation>The client’s name is not filled in yet.</translation>
    </message>
    <message>
        <source>还没有填来访者的联系方式：电话、微信或邮箱，有一样就好。</source>
        <translation>There is no way to reach the client yet: a telephone number, WeChat or e-mail address, any one will do.</translation>
    </message>
    <message>
        <source>还没有适合这种服务方式、签好了的知情同意书。</source>
        <translation>There is no signed consent yet that fits this way of working.</translation>
    </message>
    <message>
        <source>还没有适宜性评估；改变服务方式以后要重新做。</source>
        <translation>There is no suitability screen yet; after a change of service mode it is made anew.</translation>
    </message>
    <message>
        <source>这个问题类型不在您写下的胜任议题里。没有把握时，请和同行或督导讨论，或者转介。</source>
        <translation>This kind of problem is not among the topics you wrote you are competent in. If you are not sure, talk to a colleague or your supervisor, or refer.</translation>
    </message>
    <message>
        <source>这次咨询以前评估过，不适宜这种方式，之后也没有重新评估。</source>
        <translation>A screen before this session found this mode not suitable, and none has been made since.</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>重新签的同意书</source>
        <translation>A new consent</translation>
    </message>
    <message>
        <source>重新评估</source>
        <translation>Another screen</translation>
    </message>
    <message>
        <source>问 4·1</source>
        <translation>Q&amp;A 4.1</translation>
    </message>
    <message>
        <source>问 4·2(2)</source>
        <translation>Q&amp;A 4.2(2)</translation>
    </message>
    <message>
        <source>问 5(2)</source>
        <translation>Q&amp;A 5(2)</translation>
    </message>
    <message>
        <source>问 8·1(2)</source>
        <translation>Q&amp;A 8.1(2)</translation>
    </message>
    <message>
        <source>附录 8.3</source>
        <translation>Appendix 8.3</translation>
    </message>
    <message>
        <source>附录 8.3，问 2(3)</source>
        <translation>Appendix 8.3, Q&amp;A 2(3)</translation>
    </message>
    <message>
        <source>隐私权 2.1</source>
        <translation>Privacy 2.1</translation>
    </message>
    <message>
        <source>风险是中或高，今天的确认还没有做完。</source>
        <translation>The risk is medium or high, and not all is confirmed for today.</translation>
    </message>
    <message>
        <source>风险是中或高，这次会谈还没有做风险评估。</source>
        <translation>The risk is medium or high, and no assessment was made in this session.</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
    <message>
        <source>（{0}）</source>
        <translation> ({0})</translation>
    </message>
</context>
<context>
    <name>GenerationList</name>
    <message>
        <source>恢复 {0} 的备份</source>
        <translation>Restore the backup of {0}</translation>
    </message>
    <message>
        <source>恢复这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>还有 {0} 份</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>还没有备份。做完第一次，这里就会列出来。</source>
        <translation>No backup yet. After the first one they are listed here.</translation>
    </message>
</context>
<context>
    <name>Genogram</name>
    <message>
        <source>{0} 和 {1} 之间：{2}</source>
        <translation>Between {0} and {1}: {2}</translation>
    </message>
    <message>
        <source>{0} 岁</source>
        <translation>aged {0}</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>个案 {0} · {1} · {2}</source>
        <translation>Case {0} · {1} · {2}</translation>
    </message>
    <message>
        <source>亲生</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>亲近</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>其他或不详</source>
        <translation>Other or unknown</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>分居</source>
        <translation>Separated</translation>
    </message>
    <message>
        <source>印着名字和备注：请只放进您自己的档案。</source>
        <translation>With names and notes: keep it in your own files only.</translation>
    </message>
    <message>
        <source>去世时 {0} 岁</source>
        <translation>died aged {0}</translation>
    </message>
    <message>
        <source>双线亲近，三线过于紧密，点线疏远，锯齿线冲突，断开的线断绝来往。</source>
        <translation>Two lines: close; three: too close; dots: distant; zigzag: conflict; a broken line: cut off.</translation>
    </message>
    <message>
        <source>只印亲属称呼和年龄，没有名字和备注。</source>
        <translation>Kinship and ages only, without names or notes.</translation>
    </message>
    <message>
        <source>同居或恋爱</source>
        <translation>Living together or dating</translation>
    </message>
    <message>
        <source>和 {0} {1}</source>
        <translation>with {0}: {1}</translation>
    </message>
    <message>
        <source>和前一个同胎</source>
        <translation>born together with the one before</translation>
    </message>
    <message>
        <source>图上的人和关系</source>
        <translation>People and relationships</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>孩子 {0}</source>
        <translation>children: {0}</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>寄养</source>
        <translation>Fostered</translation>
    </message>
    <message>
        <source>已去世</source>
        <translation>has died</translation>
    </message>
    <message>
        <source>已婚</source>
        <translation>Married</translation>
    </message>
    <message>
        <source>排行第 {0}</source>
        <translation>child number {0}</translation>
    </message>
    <message>
        <source>收养</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>断绝来往</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>方形男，圆形女，菱形其他或不详；双线框是来访者；打叉是已去世，里面是年龄。</source>
        <translation>Square: male; circle: female; diamond: other or unknown; double outline: the client; a cross: has died. The number is the age.</translation>
    </message>
    <message>
        <source>横线已婚，虚线同居或恋爱，一道斜线分居，两道离异；孩子从左到右按出生，虚线收养，点线寄养。</source>
        <translation>Line: married; dashes: living together or dating; one slash: separated; two: divorced. Children stand in order of birth; dashes: adopted; dots: fostered.</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>疏远</source>
        <translation>Distant</translation>
    </message>
    <message>
        <source>离异</source>
        <translation>Divorced</translation>
    </message>
    <message>
        <source>过于紧密</source>
        <translation>Too close</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>GenogramList</name>
    <message>
        <source>图上的人和关系</source>
        <translation>People and relationships</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>What the signs mean</translation>
    </message>
    <message>
        <source>看这一版</source>
        <translation>View</translation>
    </message>
    <message>
        <source>看这一版：{0}</source>
        <translation>View {0}</translation>
    </message>
    <message>
        <source>第 {0} 版 · {1}</source>
        <translation>Version {0} · {1}</translation>
    </message>
    <message>
        <source>记下的版本</source>
        <translation>Saved versions</translation>
    </message>
</context>
<context>
    <name>GenogramPaperCard</name>
    <message>
        <source>印上名字和备注</source>
        <translation>Print names and notes</translation>
    </message>
    <message>
        <source>打印家谱图</source>
        <translation>Print the genogram</translation>
    </message>
</context>
<context>
    <name>GenogramScreen</name>
    <message>
        <source>一张图最多 {0} 人。</source>
        <translation>A genogram holds at most {0} people.</translation>
    </message>
    <message>
        <source>从图上移去</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>从来访者开始：写年龄和性别，再加父母、兄弟姐妹、伴侣。</source>
        <translation>Begin with the client: age and sex, then add parents, siblings and partners.</translation>
    </message>
    <message>
        <source>从这一版接着画</source>
        <translation>Go on from this version</translation>
    </message>
    <message>
        <source>写选中的人</source>
        <translation>Write about who is selected</translation>
    </message>
    <message>
        <source>加一条关系</source>
        <translation>Add a relationship</translation>
    </message>
    <message>
        <source>加父母 / 伴侣 / 孩子 / 兄弟姐妹</source>
        <translation>Add parents / partner / child / sibling</translation>
    </message>
    <message>
        <source>名字和关系已去掉，位置还留着：孩子连在这里。再按一次，连同那一支一起移去。</source>
        <translation>Name and relationships are gone, the place is kept: children hang on it. Remove it once more and that branch goes too.</translation>
    </message>
    <message>
        <source>和上一版一样，没有新的可记。</source>
        <translation>Nothing has changed since the last version.</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>回到正在画的</source>
        <translation>Back to the drawing</translation>
    </message>
    <message>
        <source>在图上走到下一个人</source>
        <translation>Go to the next person in the drawing</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销 / 重做</source>
        <translation>Undo / redo</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>放大 / 缩小 / 看全图</source>
        <translation>Larger / smaller / show all</translation>
    </message>
    <message>
        <source>来访者总在图上，不能移去。</source>
        <translation>The client is always in the genogram and cannot be removed.</translation>
    </message>
    <message>
        <source>看全图</source>
        <translation>Show all</translation>
    </message>
    <message numerus="yes">
        <source>移去了 %n 人。</source>
        <translation>
            <numerusform>%n person was removed.</numerusform>
            <numerusform>%n people were removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>记下这一版</source>
        <translation>Save this version</translation>
    </message>
    <message>
        <source>这一版已记下。</source>
        <translation>This version is saved.</translation>
    </message>
    <message>
        <source>这是 {0} 记下的一版，只能看。</source>
        <translation>This is the version saved on {0}, to read only.</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>GenogramView</name>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>{0} 版</source>
        <translation>Edition {0}</translation>
    </message>
    <message>
        <source>您写的第 {0} 版</source>
        <translation>Your edition {0}</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>没有预约</source>
        <translation>No appointment</translation>
    </message>
    <message>
        <source>移到 {0}</source>
        <translation>Move to {0}</translation>
    </message>
</context>
<context>
    <name>GroupsForm</name>
    <message>
        <source>与咨询有关、来访者愿意说的才添加；不问的就不出现。</source>
        <translation>Add only what matters for counseling and the client is willing to share; what is not asked is not shown.</translation>
    </message>
    <message>
        <source>什么时候，多久，有没有帮助。</source>
        <translation>When, for how long, and whether it helped.</translation>
    </message>
    <message>
        <source>以前做过的咨询</source>
        <translation>Counseling in the past</translation>
    </message>
    <message>
        <source>医院诊断（来访者提供）</source>
        <translation>Hospital diagnosis (as told by the client)</translation>
    </message>
    <message>
        <source>只记来访者说的。诊断和用药由医疗机构决定（规范三(一)b）。</source>
        <translation>Record only what the client tells you. Diagnosis and medication are for medical institutions (Hotline standard 3(1)b).</translation>
    </message>
    <message>
        <source>如 听力不好、要休息一次</source>
        <translation>e.g. hard of hearing, needs a break</translation>
    </message>
    <message>
        <source>就诊的医院</source>
        <translation>Hospital attended</translation>
    </message>
    <message>
        <source>文件用大字印</source>
        <translation>Papers in large print</translation>
    </message>
    <message>
        <source>来访者希望被考虑的语言、文化或信仰</source>
        <translation>Language, culture or faith the client wants considered</translation>
    </message>
    <message>
        <source>来访者自己提起才写，不打听，也不用来筛选或排序（热线 1.1，1.6）。</source>
        <translation>Only if the client brings it up; never pried into, nor used to filter or sort (Hotline 1.1, 1.6).</translation>
    </message>
    <message>
        <source>来访者自述用药</source>
        <translation>Medication as told by the client</translation>
    </message>
    <message>
        <source>添加资料</source>
        <translation>Add details</translation>
    </message>
    <message>
        <source>用文字沟通</source>
        <translation>Communicates in writing</translation>
    </message>
    <message>
        <source>说得最自在的语言或方言</source>
        <translation>Language or dialect spoken most easily</translation>
    </message>
    <message>
        <source>还需要什么</source>
        <translation>What else is needed</translation>
    </message>
</context>
<context>
    <name>GuardianRows</name>
    <message>
        <source>有监护权</source>
        <translation>Has custody</translation>
    </message>
    <message>
        <source>添加监护人</source>
        <translation>Add guardian</translation>
    </message>
    <message>
        <source>监护人 {0}</source>
        <translation>Guardian {0}</translation>
    </message>
    <message>
        <source>监护人 {0}：有监护权</source>
        <translation>Guardian {0}: has custody</translation>
    </message>
</context>
<context>
    <name>HealthPart</name>
    <message>
        <source>保险库是不是完好</source>
        <translation>Vault integrity</translation>
    </message>
    <message>
        <source>健康检查</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>每次打开先看一眼，每个月整个核对一次，也可以现在就做。</source>
        <translation>A quick look at each opening, a full check once a month, or now.</translation>
    </message>
</context>
<context>
    <name>HealthScreen</name>
    <message>
        <source>一切都好。</source>
        <translation>All is well.</translation>
    </message>
    <message>
        <source>上次：{0}。每个月会自己做一次。</source>
        <translation>Last time: {0}. It runs by itself once a month.</translation>
    </message>
    <message>
        <source>上次：{0}，有对不上的。每个月会自己做一次。</source>
        <translation>Last time: {0}; some things did not match. It runs by itself once a month.</translation>
    </message>
    <message>
        <source>什么都没有改动。请先做一次备份，再看下面说的是哪里。</source>
        <translation>Nothing was changed. Please make a backup first, then see below what it is about.</translation>
    </message>
    <message>
        <source>什么都没有改动，从现在起也不再写入。请先复制一份整个文件夹，再救出读得出来的。</source>
        <translation>Nothing was changed, and from now on nothing is written. Please copy the whole folder first, then salvage what can be read.</translation>
    </message>
    <message>
        <source>保险库有损坏。</source>
        <translation>The vault is damaged.</translation>
    </message>
    <message>
        <source>健康检查</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>恢复或救出时就有录音不完整（{0} 打开时记下）。每个月会自己检查一次。</source>
        <translation>Some recordings were not whole when this vault was restored or salvaged (noted when it was opened on {0}). It is checked by itself once a month.</translation>
    </message>
    <message>
        <source>救到新的保险库</source>
        <translation>Salvage into a new vault</translation>
    </message>
    <message>
        <source>有几处对不上。</source>
        <translation>Some things do not fit.</translation>
    </message>
    <message>
        <source>有录音不完整。</source>
        <translation>Some recordings are not whole.</translation>
    </message>
    <message>
        <source>检查停下了，什么都没有记下。</source>
        <translation>The check was stopped; nothing of it was kept.</translation>
    </message>
    <message>
        <source>正在核对留痕和签名</source>
        <translation>Proving the audit trail and signatures</translation>
    </message>
    <message>
        <source>正在读录音</source>
        <translation>Reading the recordings</translation>
    </message>
    <message>
        <source>正在读每一页</source>
        <translation>Reading every page</translation>
    </message>
    <message>
        <source>每一页、留痕、签名和录音都对得上。</source>
        <translation>Every page, the audit trail, signatures and recordings agree.</translation>
    </message>
    <message>
        <source>现在检查</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>返回，正在做的检查会停下</source>
        <translation>Back; a running check stops</translation>
    </message>
    <message>
        <source>还没有做过。每个月会自己做一次。</source>
        <translation>Not done yet. It runs by itself once a month.</translation>
    </message>
    <message>
        <source>逐页读一遍整个数据库，核对每一页的校验、留痕链、每段录音的文件，还有每篇签署过的记录和同意书。只看，不改；边查边可以继续工作。</source>
        <translation>Reads the whole database page by page and verifies the checksum of every page, the audit trail, the file of every recording, and every signed note and consent. It only looks and changes nothing; you can go on working meanwhile.</translation>
    </message>
</context>
<context>
    <name>HealthState</name>
    <message>
        <source>上次健康检查发现有几处对不上。</source>
        <translation>The last health check found things that do not match.</translation>
    </message>
    <message>
        <source>上次健康检查发现有录音不完整。</source>
        <translation>The last health check found a recording that is not whole.</translation>
    </message>
    <message>
        <source>恢复或救出时就有录音不完整。</source>
        <translation>Some recordings were not whole when this vault was restored or salvaged.</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>上一条、下一条</source>
        <translation>Previous, next topic</translation>
    </message>
    <message>
        <source>任何字词</source>
        <translation>Any word</translation>
    </message>
    <message>
        <source>到正文</source>
        <translation>To the text</translation>
    </message>
    <message>
        <source>在帮助中查找</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>帮助的条目</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>帮助的正文</source>
        <translation>Text of the help</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the example</translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 处</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>没有找到。可以少写几个字，或换一种说法。</source>
        <translation>Nothing found. Try fewer words, or say it another way.</translation>
    </message>
    <message>
        <source>清空，再按返回</source>
        <translation>Clear, then go back</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>重看导览</source>
        <translation>Tour again</translation>
    </message>
</context>
<context>
    <name>HoldScreen</name>
    <message>
        <source>为什么事</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>为什么可以解除</source>
        <translation>Why it can be lifted</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>以前的保全</source>
        <translation>Holds before</translation>
    </message>
    <message>
        <source>保全中</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>再加一个保全</source>
        <translation>Another hold</translation>
    </message>
    <message>
        <source>哪一天解除</source>
        <translation>Lifted on which day</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>如 某区人民法院、学会伦理工作组</source>
        <translation>e.g. a court</translation>
    </message>
    <message>
        <source>已解除</source>
        <translation>Lifted</translation>
    </message>
    <message>
        <source>开始保全</source>
        <translation>Begin the hold</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>有诉讼、伦理投诉或调查时，把个案原样留住。保全期间：不能销毁，不能改来访者资料和接案资料，以前的札记不能改也不能删；签署过的本来就不能改，新的记录和补记照常写。没写完的照开始时的样子另留一份（例外 3）。</source>
        <translation>In a lawsuit, an ethics complaint or an inquiry the case is kept as it is. Meanwhile it cannot be destroyed, the client&apos;s details and the intake cannot be changed, and earlier reflections can be neither changed nor deleted; what is signed could never be changed, and new notes and amendments are written as before. What was unfinished when it began is kept apart as it stood (Exception 3).</translation>
    </message>
    <message>
        <source>没有请写「无」</source>
        <translation>Write &quot;none&quot; where there is none</translation>
    </message>
    <message>
        <source>法律保全</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>法律保全已开始。</source>
        <translation>The legal hold has begun.</translation>
    </message>
    <message>
        <source>法律保全已解除。</source>
        <translation>The legal hold is lifted.</translation>
    </message>
    <message numerus="yes">
        <source>看保全开始时没写完的（%n 处）</source>
        <translation>
            <numerusform>Show what was unfinished when it began (%n place)</numerusform>
            <numerusform>Show what was unfinished when it began (%n places)</numerusform>
        </translation>
    </message>
    <message>
        <source>解除以前，这个个案不能销毁，来访者资料不能改（例外 3）。</source>
        <translation>Until it is lifted the case cannot be destroyed, nor the client&apos;s details changed (Exception 3).</translation>
    </message>
    <message>
        <source>解除保全</source>
        <translation>Lift the hold</translation>
    </message>
    <message>
        <source>解除哪一个</source>
        <translation>Which one is lifted</translation>
    </message>
    <message>
        <source>请选解除哪一个。</source>
        <translation>Please choose which one is lifted.</translation>
    </message>
    <message>
        <source>谁要求的</source>
        <translation>Who asks for it</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>为什么事</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>为什么解除</source>
        <translation>Why it was lifted</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>没写完的补记</source>
        <translation>Unfinished amendment</translation>
    </message>
    <message>
        <source>没签署的会谈单</source>
        <translation>Unsigned session sheet</translation>
    </message>
    <message>
        <source>没签署的同意书（{0}）</source>
        <translation>Unsigned consent ({0})</translation>
    </message>
    <message>
        <source>没签署的记录</source>
        <translation>Unsigned note</translation>
    </message>
    <message>
        <source>第 {0} 次 · {1}</source>
        <translation>Session {0} · {1}</translation>
    </message>
    <message>
        <source>解除日期</source>
        <translation>Lifted on</translation>
    </message>
</context>
<context>
    <name>HourRulesScreen</name>
    <message>
        <source>{0} 版</source>
        <translation>Edition {0}</translation>
    </message>
    <message>
        <source>不再使用；时数都留着。</source>
        <translation>No longer used; the hours stay.</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>修改：{0}</source>
        <translation>Change: {0}</translation>
    </message>
    <message>
        <source>可以抄一份随程序带的来改，也可以从头写。改了就是新的一版。</source>
        <translation>Copy one that came with the program and change it, or write your own. Each change is a new edition.</translation>
    </message>
    <message>
        <source>各处的规则会改，也有别的路径；以发布方现行的文本为准。</source>
        <translation>Rules change and there are other routes; what counts is the text in force of who issues them.</translation>
    </message>
    <message>
        <source>存好了：{0}，第 {1} 版</source>
        <translation>Saved: {0}, edition {1}</translation>
    </message>
    <message>
        <source>存好规则</source>
        <translation>Save the rules</translation>
    </message>
    <message>
        <source>抄一份来改</source>
        <translation>Copy and change</translation>
    </message>
    <message>
        <source>抄一份来改：{0}</source>
        <translation>Copy and change: {0}</translation>
    </message>
    <message>
        <source>新建规则</source>
        <translation>New rules</translation>
    </message>
    <message>
        <source>时数规则</source>
        <translation>Rules for hours</translation>
    </message>
    <message>
        <source>第 {0} 版</source>
        <translation>Edition {0}</translation>
    </message>
    <message>
        <source>自己的规则</source>
        <translation>Your own rules</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>随程序带的规则</source>
        <translation>Rules that came with the program</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 学时</source>
        <translation>{0} h of tuition</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} 年</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}：________________    日期：____________</source>
        <translation>{0}: ________________    Date: ____________</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>not paid</translation>
    </message>
    <message>
        <source>与 {0} 的督导</source>
        <translation>Supervision with {0}</translation>
    </message>
    <message>
        <source>与另一个重叠</source>
        <translation>overlaps another one</translation>
    </message>
    <message>
        <source>个案代号</source>
        <translation>Case code</translation>
    </message>
    <message>
        <source>以前的累计</source>
        <translation>Total from before</translation>
    </message>
    <message>
        <source>会谈</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>会谈，个案上锁或读不出</source>
        <translation>Session; the case is locked or cannot be read</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>另有 {0} 说不清算不算，没有计入。</source>
        <translation>Another {0} may or may not count; too little is known, so they are left out.</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>和谁</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>咨询师 {0} · {1} · {2}</source>
        <translation>Counselor {0} · {1} · {2}</translation>
    </message>
    <message>
        <source>咨询师签名</source>
        <translation>Counselor&apos;s signature</translation>
    </message>
    <message>
        <source>哪一种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>够了：已有 {0}，要 {1}</source>
        <translation>Reached: {0} of {1}</translation>
    </message>
    <message>
        <source>对照：{0}，{1} 版</source>
        <translation>Held against: {0}, edition {1}</translation>
    </message>
    <message>
        <source>已有 {0}，要 {1}，还差 {2}</source>
        <translation>{0} of {1}, {2} to go</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>或</source>
        <translation> or </translation>
    </message>
    <message>
        <source>执业资料</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日程表</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>时数</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>时数证明</source>
        <translation>Proof of hours</translation>
    </message>
    <message numerus="yes">
        <source>最近 %n 年内</source>
        <translation>
            <numerusform>within the last %n year</numerusform>
            <numerusform>within the last %n years</numerusform>
        </translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>由会谈、督导和培训的记录合计；不含来访者的姓名和代号。</source>
        <translation>Added up from the records of sessions, supervision and training; holds no client&apos;s name or code.</translation>
    </message>
    <message>
        <source>督导师</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>督导师 {0} 签名</source>
        <translation>Signature of supervisor {0}</translation>
    </message>
    <message>
        <source>督导师注册为</source>
        <translation>Supervisor is registered as</translation>
    </message>
    <message>
        <source>督导师注册号：________________</source>
        <translation>Supervisor&apos;s registration number: ________________</translation>
    </message>
    <message>
        <source>督导师签名</source>
        <translation>Supervisor&apos;s signature</translation>
    </message>
    <message>
        <source>督导形式</source>
        <translation>Form of supervision</translation>
    </message>
    <message>
        <source>督导：{0}</source>
        <translation>Supervision: {0}</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>设置不固定</source>
        <translation>no stable setting</translation>
    </message>
    <message>
        <source>设置稳定</source>
        <translation>stable setting</translation>
    </message>
    <message>
        <source>这段时间里还没有记过</source>
        <translation>Nothing was recorded in this time</translation>
    </message>
</context>
<context>
    <name>HoursPapers</name>
    <message>
        <source>全部时数</source>
        <translation>All hours</translation>
    </message>
    <message>
        <source>写 .xlsx 或 .csv。表里有个案代号、日期和督导师的名字，没有来访者的姓名；文件离开保险库后不再加密。</source>
        <translation>Write .xlsx or .csv. The table holds case codes, dates and supervisors&apos; names, no client&apos;s name. Outside the vault the file is not encrypted.</translation>
    </message>
    <message>
        <source>导出为表格</source>
        <translation>Export as a table</translation>
    </message>
    <message>
        <source>已存成 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>时数</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>时数证明</source>
        <translation>Proof of hours</translation>
    </message>
    <message>
        <source>证明与导出</source>
        <translation>Proof and export</translation>
    </message>
    <message>
        <source>证明什么</source>
        <translation>What to prove</translation>
    </message>
    <message>
        <source>证明里只有合计和目标，选一位督导师就列出每一次督导，留出签名的地方。</source>
        <translation>The proof holds totals and goals only. Choose a supervisor to list every time with them and leave room for a signature.</translation>
    </message>
    <message>
        <source>请让文件名以 .xlsx 或 .csv 结尾。</source>
        <translation>Please let the file name end in .xlsx or .csv.</translation>
    </message>
</context>
<context>
    <name>HoursScreen</name>
    <message>
        <source>{0} 上锁了，或读不出。先解开这份个案，再说它怎样计入。</source>
        <translation>{0} is locked or cannot be read. Open the case first, then say how it counts.</translation>
    </message>
    <message>
        <source>{0} 学时</source>
        <translation>{0} h of tuition</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} 年</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>上锁或读不出，没有按它计</source>
        <translation>Locked or unreadable; not counted by it</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>个案怎样计入，按回车修改</source>
        <translation>How cases count; press Enter to change</translation>
    </message>
    <message>
        <source>会谈、督导和培训记下以后，会自己计到这里。以前的累计可以补记。</source>
        <translation>Once sessions, supervision and training are recorded they count here by themselves. Totals from before can be added.</translation>
    </message>
    <message>
        <source>会谈怎样计入</source>
        <translation>How sessions count</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>修改：大多数个案</source>
        <translation>Change: most cases</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>和大多数个案一样</source>
        <translation>As most cases</translation>
    </message>
    <message>
        <source>和谁</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>哪一份规则</source>
        <translation>Which rules</translation>
    </message>
    <message>
        <source>哪一年</source>
        <translation>Which year</translation>
    </message>
    <message>
        <source>培训记录</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>大多数个案</source>
        <translation>Most cases</translation>
    </message>
    <message>
        <source>对照规则</source>
        <translation>Held against rules</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>怎样计入</source>
        <translation>How it counts</translation>
    </message>
    <message>
        <source>换一年或一份规则</source>
        <translation>Choose another year or other rules</translation>
    </message>
    <message>
        <source>时数</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>时数规则</source>
        <translation>Rules for hours</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>补记时数</source>
        <translation>Add hours</translation>
    </message>
    <message>
        <source>规则常常只认收费、设置稳定、面询或视频的会谈。先说大多数个案怎样，再改不一样的个案。</source>
        <translation>Rules often count only sessions that are paid, in a stable setting, in person or by video. Say first how most cases are, then change those that differ.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有时数</source>
        <translation>No hours yet</translation>
    </message>
    <message>
        <source>还没有说</source>
        <translation>Not said yet</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message numerus="yes">
        <source>%n 分钟</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 天</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 小时</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}后首次答复</source>
        <translation>First answered after {0}</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>不适宜这种方式</source>
        <translation>Not suited to this way of working</translation>
    </message>
    <message>
        <source>个体</source>
        <translation>Individual</translation>
    </message>
    <message>
        <source>以前的咨询</source>
        <translation>Earlier counseling</translation>
    </message>
    <message>
        <source>伴侣</source>
        <translation>Couple</translation>
    </message>
    <message>
        <source>便利与沟通方式</source>
        <translation>Needs and ways to communicate</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>利益冲突</source>
        <translation>Conflict of interest</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>团体</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>复杂</source>
        <translation>Complex</translation>
    </message>
    <message>
        <source>实名已核</source>
        <translation>Named, checked</translation>
    </message>
    <message>
        <source>实名未核</source>
        <translation>Named, not checked</translation>
    </message>
    <message>
        <source>家庭</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>就医与用药</source>
        <translation>Medical care and medication</translation>
    </message>
    <message>
        <source>已等 {0}，还没有答复</source>
        <translation>Waiting {0}, not answered yet</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardians</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>语言、文化与信仰</source>
        <translation>Language, culture and faith</translation>
    </message>
    <message>
        <source>超出服务范围</source>
        <translation>Outside the services offered</translation>
    </message>
    <message>
        <source>超出胜任力</source>
        <translation>Beyond my competence</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>个案类型</source>
        <translation>Type of case</translation>
    </message>
    <message>
        <source>如 朋友介绍、平台、医院</source>
        <translation>e.g. a friend, a platform, a hospital</translation>
    </message>
    <message>
        <source>如 视频里看过证件</source>
        <translation>e.g. saw the ID card on video</translation>
    </message>
    <message>
        <source>对咨询的期望</source>
        <translation>Hopes for counseling</translation>
    </message>
    <message>
        <source>建议实名。不愿实名时可以谨慎地工作，要谈过并记下来（问 2(3)）。</source>
        <translation>A real name is advised. Without one you can work with care, once you have talked about it and noted it (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>怎样找到您的</source>
        <translation>How they found you</translation>
    </message>
    <message>
        <source>怎样核对的</source>
        <translation>How it was checked</translation>
    </message>
    <message>
        <source>既有关系</source>
        <translation>Existing relationships</translation>
    </message>
    <message>
        <source>来访者想谈什么</source>
        <translation>What the client wants help with</translation>
    </message>
    <message>
        <source>来访者身份</source>
        <translation>Client&apos;s identity</translation>
    </message>
    <message>
        <source>现在答复了</source>
        <translation>Answered just now</translation>
    </message>
    <message>
        <source>用来访者自己的话</source>
        <translation>In the client&apos;s own words</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>请求的时间</source>
        <translation>Time of the request</translation>
    </message>
    <message>
        <source>谁来</source>
        <translation>Who is coming</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>首次答复的时间</source>
        <translation>Time of the first answer</translation>
    </message>
</context>
<context>
    <name>IntakePaperScreen</name>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>以前的咨询</source>
        <translation>Earlier counseling</translation>
    </message>
    <message>
        <source>另外问什么</source>
        <translation>What else to ask</translation>
    </message>
    <message>
        <source>填上已知的</source>
        <translation>Filled in with what is known</translation>
    </message>
    <message>
        <source>填不填</source>
        <translation>Filled in or empty</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>就诊和用药</source>
        <translation>Medical care</translation>
    </message>
    <message>
        <source>文化和信仰</source>
        <translation>Culture and faith</translation>
    </message>
    <message>
        <source>普通字号</source>
        <translation>Usual print</translation>
    </message>
    <message>
        <source>每个问题旁边都用一句话说明为什么问。敏感的问题平时不印，选了才印（不窥探）。</source>
        <translation>Beside each question one line says why it is asked. Sensitive questions are printed only when you choose them: the form does not pry.</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardians</translation>
    </message>
    <message>
        <source>空表</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这份文件没有加密，保险库管不到它，里面有来访者的资料。用不着了，请删掉它，也清空回收站。</source>
        <translation>This file is not encrypted, the vault has no hold on it, and it contains what is known of the client. When it is no longer needed, please delete it and empty the recycle bin.</translation>
    </message>
    <message>
        <source>需要的便利</source>
        <translation>What they need</translation>
    </message>
    <message>
        <source>预约登记表</source>
        <translation>Pre-intake form</translation>
    </message>
</context>
<context>
    <name>IntakeScreen</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>不接案…</source>
        <translation>Decline the case…</translation>
    </message>
    <message>
        <source>写下的理由和转介留在个案里。</source>
        <translation>The reason and the referral stay in the case.</translation>
    </message>
    <message>
        <source>写好就存，不用按保存</source>
        <translation>Saved as you type</translation>
    </message>
    <message>
        <source>去写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>已存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>您公布的来访者条件（问 1·3）</source>
        <translation>Whom you take on, as published (Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>接案</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>有一格还没有存，其余已存 {0}</source>
        <translation>One field not saved yet, the rest saved {0}</translation>
    </message>
    <message>
        <source>正在写</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>法律保全中：接案资料不能改（例外 3）。</source>
        <translation>Under legal hold: the intake cannot be changed (Exception 3).</translation>
    </message>
    <message>
        <source>看法律保全</source>
        <translation>See the legal hold</translation>
    </message>
    <message>
        <source>答复不能早于请求。</source>
        <translation>The answer cannot be earlier than the request.</translation>
    </message>
    <message>
        <source>要看的</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>返回，写的字会存好</source>
        <translation>Back; what you wrote is kept</translation>
    </message>
    <message>
        <source>还没有存上</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>这个个案没有接，已经关闭。</source>
        <translation>This case was declined and is closed.</translation>
    </message>
    <message>
        <source>选第几个答案</source>
        <translation>Choose that answer</translation>
    </message>
    <message>
        <source>都看过了。</source>
        <translation>Nothing left to look at.</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>预约登记表</source>
        <translation>Pre-intake form</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>{0}（{1} 年，未成年人成年后 {2} 年）</source>
        <translation>{0} ({1} years; minors: {2} years from majority)</translation>
    </message>
    <message>
        <source>上了密码，看不到</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>以前的方案</source>
        <translation>An earlier term</translation>
    </message>
    <message>
        <source>保存中</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>先要解除保全</source>
        <translation>Once the hold is lifted</translation>
    </message>
    <message>
        <source>期限已满</source>
        <translation>Term over</translation>
    </message>
    <message>
        <source>法律保全中</source>
        <translation>Under legal hold</translation>
    </message>
    <message>
        <source>结案后起算，最早 {0}</source>
        <translation>Once closed, from {0}</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>还没有结案</source>
        <translation>Not closed yet</translation>
    </message>
</context>
<context>
    <name>KeepingChoice</name>
    <message>
        <source>为什么这样定</source>
        <translation>Why this term</translation>
    </message>
    <message>
        <source>出处：{0}</source>
        <translation>Source: {0}</translation>
    </message>
    <message>
        <source>如 15</source>
        <translation>For example, 15</translation>
    </message>
    <message>
        <source>如 5</source>
        <translation>For example, 5</translation>
    </message>
    <message>
        <source>按哪一种期限</source>
        <translation>By which term</translation>
    </message>
    <message>
        <source>方案：{0}</source>
        <translation>Terms: {0}</translation>
    </message>
    <message>
        <source>最后一次联系后几年</source>
        <translation>Years after the last contact</translation>
    </message>
    <message>
        <source>未成年人：满十八岁后几年</source>
        <translation>Minors: years after the age of 18</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Custom</translation>
    </message>
</context>
<context>
    <name>KeepingForm</name>
    <message>
        <source>不改了</source>
        <translation>Leave as it was</translation>
    </message>
    <message>
        <source>整个执业按这个期限</source>
        <translation>Use this term for the practice</translation>
    </message>
</context>
<context>
    <name>KeepingScreen</name>
    <message>
        <source>{0} · 只为这个个案</source>
        <translation>{0} · this case alone</translation>
    </message>
    <message>
        <source>{0} · 已标记待销毁</source>
        <translation>{0} · marked for destruction</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>从结案的个案最后一次联系算起；同意书里告诉来访者的，要和这里一致（热线 3.3）。</source>
        <translation>Counted from the last contact of a closed case; what the consent form tells the client must agree with it (Hotline 3.3).</translation>
    </message>
    <message>
        <source>保存与销毁</source>
        <translation>Keeping and destroying</translation>
    </message>
    <message>
        <source>到期不会自己销毁：由您看过，分两步销毁。按回车打开一个个案。</source>
        <translation>Nothing is destroyed by itself: you look at it and destroy it in two steps. Press Enter to open a case.</translation>
    </message>
    <message>
        <source>只留编号、时间和理由，没有一个字的内容。</source>
        <translation>Only number, time and reason remain, not a word of the content.</translation>
    </message>
    <message>
        <source>可以销毁</source>
        <translation>May be destroyed</translation>
    </message>
    <message>
        <source>存好选的期限</source>
        <translation>Save the term that was chosen</translation>
    </message>
    <message>
        <source>已经销毁的</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>怎样</source>
        <translation>State</translation>
    </message>
    <message>
        <source>打开个案的保存期限</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>改变期限</source>
        <translation>Change the term</translation>
    </message>
    <message>
        <source>整个执业的保存期限</source>
        <translation>The term of the whole practice</translation>
    </message>
    <message>
        <source>整个执业的保存期限改好了。</source>
        <translation>The term of the practice is changed.</translation>
    </message>
    <message>
        <source>最后一次联系</source>
        <translation>Last contact</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个个案因为损坏读不出来，没有列在这里。</source>
        <translation>
            <numerusform>%n case cannot be read because of damage and is not listed here.</numerusform>
            <numerusform>%n cases cannot be read because of damage and are not listed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个个案的保存期限已满。</source>
        <translation>
            <numerusform>The term of %n case is over.</numerusform>
            <numerusform>The terms of %n cases are over.</numerusform>
        </translation>
    </message>
    <message>
        <source>期限</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>每个个案保存到哪一天</source>
        <translation>Until when each case is kept</translation>
    </message>
    <message>
        <source>没有写理由</source>
        <translation>No reason on record</translation>
    </message>
    <message>
        <source>编号 {0}</source>
        <translation>Number {0}</translation>
    </message>
    <message>
        <source>请看看该不该销毁。</source>
        <translation>Please look whether to destroy.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有个案。</source>
        <translation>There are no cases yet.</translation>
    </message>
</context>
<context>
    <name>KeptFormulationCard</name>
    <message>
        <source>加上：{0}</source>
        <translation>Added: {0}</translation>
    </message>
    <message>
        <source>去掉：{0}</source>
        <translation>Removed: {0}</translation>
    </message>
    <message>
        <source>和 {0} 相比</source>
        <translation>Compared with {0}</translation>
    </message>
    <message>
        <source>和上一版比较</source>
        <translation>Compare with the one before</translation>
    </message>
    <message>
        <source>和上一版比较：{0}</source>
        <translation>Compare with the one before: {0}</translation>
    </message>
    <message>
        <source>字都一样，只是换了方式。</source>
        <translation>The words are the same; only the scheme changed.</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>打印或存为 PDF：{0}</source>
        <translation>Print or save as PDF: {0}</translation>
    </message>
    <message>
        <source>目标或方法还空着</source>
        <translation>Goals or methods still empty</translation>
    </message>
    <message>
        <source>看全文</source>
        <translation>Read it whole</translation>
    </message>
    <message>
        <source>看全文：{0}</source>
        <translation>Read it whole: {0}</translation>
    </message>
</context>
<context>
    <name>KeptMeasureCard</name>
    <message>
        <source>{0}（{1}）{2}</source>
        <translation>{0} ({1}) {2}</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上一次</source>
        <translation>last time</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>Does not count</translation>
    </message>
    <message>
        <source>分级出自 {0}。</source>
        <translation>Bands from {0}.</translation>
    </message>
    <message>
        <source>印上分级</source>
        <translation>Print the band</translation>
    </message>
    <message>
        <source>已当面反馈</source>
        <translation>Fed back face to face</translation>
    </message>
    <message>
        <source>已看过风险</source>
        <translation>Risk looked at</translation>
    </message>
    <message>
        <source>怎样看这个分数（只给您看）</source>
        <translation>How to read the score (for you alone)</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>看每一题</source>
        <translation>See every answer</translation>
    </message>
    <message>
        <source>第一次</source>
        <translation>the first time</translation>
    </message>
    <message>
        <source>纸上写着「筛查非诊断」；怎样看这个分数只给您看，不印。</source>
        <translation>The paper says that it screens and does not diagnose; how to read the score is for you alone and is not printed.</translation>
    </message>
    <message>
        <source>自伤一题有回应</source>
        <translation>Self-harm was answered</translation>
    </message>
    <message>
        <source>自伤一题，已看过风险</source>
        <translation>Self-harm: risk looked at</translation>
    </message>
    <message>
        <source>还没反馈</source>
        <translation>Not fed back</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>KeptScreenCard</name>
    <message>
        <source>为是的</source>
        <translation>Answered yes</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>打印或存为 PDF：{0}</source>
        <translation>Print or save as PDF: {0}</translation>
    </message>
    <message>
        <source>都为否</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>KeyCover</name>
    <message>
        <source>再看一眼</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>已遮住，照您写下的纸来填</source>
        <translation>Covered. Copy from what you wrote on paper</translation>
    </message>
</context>
<context>
    <name>KeyTiles</name>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
</context>
<context>
    <name>KeyringPart</name>
    <message>
        <source>下次开机后，门上会有一个钥匙串的按钮。</source>
        <translation>After the computer next starts, the door will have a button for the keyring.</translation>
    </message>
    <message>
        <source>不开了</source>
        <translation>Leave it off</translation>
    </message>
    <message>
        <source>开启</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>开好了。</source>
        <translation>It is on.</translation>
    </message>
    <message>
        <source>每天开机登录后第一次打开，不用写密码。锁定以后它不管用，照样要密码。能用您这个电脑账户的人，开机后也能这样打开：几个人合用一个账户，请不要开。</source>
        <translation>The first opening after you start the computer and log in needs no password. After a lock the password is always asked. Whoever can use your account on this computer can open the vault the same way after a start, so leave it off where an account is shared.</translation>
    </message>
    <message>
        <source>没有开启，什么都没有改。密码照样能打开。</source>
        <translation>It stays off and nothing was changed. Your password opens as before.</translation>
    </message>
    <message>
        <source>用这台电脑的钥匙串打开</source>
        <translation>Open with this computer&apos;s keyring</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>先确认是您</source>
        <translation>First, confirm that it&apos;s you</translation>
    </message>
    <message>
        <source>再确认是您</source>
        <translation>Then confirm that it&apos;s you</translation>
    </message>
    <message>
        <source>写密码或恢复密钥，确认是您</source>
        <translation>Enter your password or recovery key to confirm that it&apos;s you</translation>
    </message>
    <message>
        <source>好</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>正在换。算钥匙要一两秒，这是有意放慢的。</source>
        <translation>Changing. Working out the key takes a second or two; that is slow on purpose.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>关闭按键</source>
        <translation>Close keys</translation>
    </message>
    <message>
        <source>哪里都可以</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>这一页</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>这一页的说明</source>
        <translation>Help for this page</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>{0} 起没有换过。</source>
        <translation>Unchanged since {0}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次核对：{0}。每年试一次最稳妥。</source>
        <translation>Last checked on {0}. Once a year is a good habit.</translation>
    </message>
    <message>
        <source>什么都没有改。请把纸收回原处。</source>
        <translation>Nothing was changed. Please put the paper back where it belongs.</translation>
    </message>
    <message>
        <source>八组，每组五个字符。空格、横线和大小写都随意。</source>
        <translation>Eight groups of five characters. Spaces, dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>它可能是别的保险库的，或换过之前的。找不到对的那张，就换一把新的。</source>
        <translation>It may belong to another vault, or be from before a change. If you cannot find the right one, make a new key.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>密码与恢复密钥</source>
        <translation>Password and recovery key</translation>
    </message>
    <message>
        <source>对的，这张纸打得开这个保险库。</source>
        <translation>Right: this paper opens this vault.</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>换恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>有加锁的个案还只认换之前的那张纸：{0}。到「个案」里用密码各打开一次，就换成这张了；在那以前别撕旧的那张。</source>
        <translation>Some locked cases still know only the earlier paper: {0}. Open each of them once with its password under Cases and they change over to this one. Do not tear up the old paper before that.</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>照着纸写一遍，看它打不打得开。什么都不会改。每年试一次最稳妥。</source>
        <translation>Copy it from the paper to see whether it opens the vault. Nothing changes. Once a year is a good habit.</translation>
    </message>
    <message>
        <source>照着纸写恢复密钥</source>
        <translation>Write the recovery key from paper</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>试一试恢复密钥</source>
        <translation>Try the recovery key</translation>
    </message>
    <message>
        <source>还没有换过。</source>
        <translation>Never changed.</translation>
    </message>
    <message>
        <source>这张纸打不开这个保险库。</source>
        <translation>This paper does not open this vault.</translation>
    </message>
</context>
<context>
    <name>Kin</name>
    <message>
        <source>伴侣</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>伴侣的兄弟</source>
        <translation>Partner&apos;s brother</translation>
    </message>
    <message>
        <source>伴侣的姐妹</source>
        <translation>Partner&apos;s sister</translation>
    </message>
    <message>
        <source>伴侣的手足</source>
        <translation>Partner&apos;s sibling</translation>
    </message>
    <message>
        <source>伴侣的母亲</source>
        <translation>Partner&apos;s mother</translation>
    </message>
    <message>
        <source>伴侣的父亲</source>
        <translation>Partner&apos;s father</translation>
    </message>
    <message>
        <source>伴侣的父或母</source>
        <translation>Partner&apos;s parent</translation>
    </message>
    <message>
        <source>侄女或外甥女</source>
        <translation>Niece</translation>
    </message>
    <message>
        <source>侄子或外甥</source>
        <translation>Nephew</translation>
    </message>
    <message>
        <source>儿子</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>叔伯</source>
        <translation>Paternal uncle</translation>
    </message>
    <message>
        <source>同父或同母兄弟</source>
        <translation>Half-brother</translation>
    </message>
    <message>
        <source>同父或同母姐妹</source>
        <translation>Half-sister</translation>
    </message>
    <message>
        <source>同父或同母手足</source>
        <translation>Half-sibling</translation>
    </message>
    <message>
        <source>哥哥</source>
        <translation>Older brother</translation>
    </message>
    <message>
        <source>哥哥或姐姐</source>
        <translation>Older sibling</translation>
    </message>
    <message>
        <source>堂亲或表亲</source>
        <translation>Cousin</translation>
    </message>
    <message>
        <source>堂或表兄弟</source>
        <translation>Male cousin</translation>
    </message>
    <message>
        <source>堂或表姐妹</source>
        <translation>Female cousin</translation>
    </message>
    <message>
        <source>外公</source>
        <translation>Mother&apos;s father</translation>
    </message>
    <message>
        <source>外公或外婆</source>
        <translation>Mother&apos;s parent</translation>
    </message>
    <message>
        <source>外婆</source>
        <translation>Mother&apos;s mother</translation>
    </message>
    <message>
        <source>女儿</source>
        <translation>Daughter</translation>
    </message>
    <message>
        <source>奶奶</source>
        <translation>Father&apos;s mother</translation>
    </message>
    <message>
        <source>妹妹</source>
        <translation>Younger sister</translation>
    </message>
    <message>
        <source>姐姐</source>
        <translation>Older sister</translation>
    </message>
    <message>
        <source>姑姑</source>
        <translation>Paternal aunt</translation>
    </message>
    <message>
        <source>姨妈</source>
        <translation>Maternal aunt</translation>
    </message>
    <message>
        <source>孙女或外孙女</source>
        <translation>Granddaughter</translation>
    </message>
    <message>
        <source>孙子或外孙</source>
        <translation>Grandson</translation>
    </message>
    <message>
        <source>孙辈</source>
        <translation>Grandchild</translation>
    </message>
    <message>
        <source>孩子</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>孩子的伴侣</source>
        <translation>Child&apos;s partner</translation>
    </message>
    <message>
        <source>家里人</source>
        <translation>Relative</translation>
    </message>
    <message>
        <source>弟弟</source>
        <translation>Younger brother</translation>
    </message>
    <message>
        <source>弟弟或妹妹</source>
        <translation>Younger sibling</translation>
    </message>
    <message>
        <source>手足的伴侣</source>
        <translation>Sibling&apos;s partner</translation>
    </message>
    <message>
        <source>手足的孩子</source>
        <translation>Sibling&apos;s child</translation>
    </message>
    <message>
        <source>曾祖母</source>
        <translation>Great-grandmother</translation>
    </message>
    <message>
        <source>曾祖父</source>
        <translation>Great-grandfather</translation>
    </message>
    <message>
        <source>曾祖辈</source>
        <translation>Great-grandparent</translation>
    </message>
    <message>
        <source>来访者</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>母亲</source>
        <translation>Mother</translation>
    </message>
    <message>
        <source>母亲的伴侣</source>
        <translation>Mother&apos;s partner</translation>
    </message>
    <message>
        <source>母亲的手足</source>
        <translation>Mother&apos;s sibling</translation>
    </message>
    <message>
        <source>父亲</source>
        <translation>Father</translation>
    </message>
    <message>
        <source>父亲的伴侣</source>
        <translation>Father&apos;s partner</translation>
    </message>
    <message>
        <source>父亲的手足</source>
        <translation>Father&apos;s sibling</translation>
    </message>
    <message>
        <source>父或母</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>爷爷</source>
        <translation>Father&apos;s father</translation>
    </message>
    <message>
        <source>爷爷或奶奶</source>
        <translation>Father&apos;s parent</translation>
    </message>
    <message>
        <source>祖母</source>
        <translation>Grandmother</translation>
    </message>
    <message>
        <source>祖父</source>
        <translation>Grandfather</translation>
    </message>
    <message>
        <source>祖父或祖母</source>
        <translation>Grandparent</translation>
    </message>
    <message>
        <source>舅舅</source>
        <translation>Maternal uncle</translation>
    </message>
</context>
<context>
    <name>KindsList</name>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>改好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>改问题类型的单子</source>
        <translation>Change this list</translation>
    </message>
    <message>
        <source>问题类型，一行一个</source>
        <translation>Kinds of problem, one a line</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>以后在设置里随时能换。</source>
        <translation>You can change it in Settings at any time.</translation>
    </message>
    <message>
        <source>请选语言 · Choose a language</source>
        <translation>Choose a language</translation>
    </message>
</context>
<context>
    <name>LastStrip</name>
    <message>
        <source>展开上次的计划</source>
        <translation>Show last session&apos;s plan</translation>
    </message>
    <message>
        <source>收起上次的计划</source>
        <translation>Fold last session&apos;s plan</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>下一处、上一处</source>
        <translation>Next, previous</translation>
    </message>
    <message>
        <source>全部按键</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>已保留</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>已隐去</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>换成的词</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>正在看</source>
        <translation>Looking at</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message numerus="yes">
        <source>%Ln 个词</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln 字</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>共 %Ln 字</source>
        <translation>
            <numerusform>%Ln character and word</numerusform>
            <numerusform>%Ln characters and words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>{0}，第 {1} 行</source>
        <translation>{0}, line {1}</translation>
    </message>
    <message>
        <source>上移（Alt+↑）</source>
        <translation>Move up (Alt+↑)</translation>
    </message>
    <message>
        <source>下移（Alt+↓）</source>
        <translation>Move down (Alt+↓)</translation>
    </message>
    <message>
        <source>去掉这一行</source>
        <translation>Take this line out</translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>添加一行</source>
        <translation>Add a line</translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>{0}，一行一条</source>
        <translation>{0}, one a line</translation>
    </message>
</context>
<context>
    <name>LooseFacts</name>
    <message numerus="yes">
        <source>{0}，%n 分钟</source>
        <translation>
            <numerusform>{0}, %n minute</numerusform>
            <numerusform>{0}, %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>打开个案</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>打开记录</source>
        <translation>Open note</translation>
    </message>
    <message>
        <source>无预约</source>
        <translation>Unbooked</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日程里没有对应的预约：可能是临时加的一次，或者时间改了，预约没有跟着改。</source>
        <translation>No appointment in the calendar goes with this session: it was added at short notice, or its time changed and the appointment did not.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>心匣</source>
        <translation>Xinxia</translation>
    </message>
</context>
<context>
    <name>MarkForm</name>
    <message>
        <source>为什么销毁</source>
        <translation>Why it is destroyed</translation>
    </message>
    <message>
        <source>分两步：先标记，看清楚了再确认。标记以后随时可以取消，个案照常能用。</source>
        <translation>There are two steps: mark it first, then look again and confirm. Until then you can take the mark back, and the case works as before.</translation>
    </message>
    <message>
        <source>我查过了：没有法律、法规，也没有和来访者的约定，要求继续保存。</source>
        <translation>No law and no agreement with the client asks for it to be kept.</translation>
    </message>
    <message>
        <source>标记为待销毁</source>
        <translation>Mark for destruction</translation>
    </message>
    <message>
        <source>看法律保全</source>
        <translation>See the legal hold</translation>
    </message>
    <message>
        <source>解除保全以后，才能标记。</source>
        <translation>It can be marked once the hold is lifted.</translation>
    </message>
    <message>
        <source>这个个案在法律保全中，不能销毁（例外 3）。</source>
        <translation>This case is under legal hold and cannot be destroyed (Exception 3).</translation>
    </message>
</context>
<context>
    <name>Masked</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>已登记，按住显示</source>
        <translation>On record, hold to show</translation>
    </message>
</context>
<context>
    <name>MeasureChart</name>
    <message>
        <source>{0} 的变化</source>
        <translation>{0} over time</translation>
    </message>
</context>
<context>
    <name>MeasureScreen</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上一题、下一题</source>
        <translation>the question before, the question after</translation>
    </message>
    <message>
        <source>交给来访者填</source>
        <translation>Hand over to the client</translation>
    </message>
    <message>
        <source>以前的结果</source>
        <translation>Earlier results</translation>
    </message>
    <message>
        <source>再做一次</source>
        <translation>Answer once more</translation>
    </message>
    <message>
        <source>去看风险</source>
        <translation>Look at the risk</translation>
    </message>
    <message>
        <source>咨询师接着做</source>
        <translation>The counselor goes on</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>填好了，谢谢您。请把电脑交还给咨询师。</source>
        <translation>All done, thank you. Please hand the computer back to your counselor.</translation>
    </message>
    <message>
        <source>已记下：{0}，{1}。</source>
        <translation>Recorded: {0}, {1}.</translation>
    </message>
    <message>
        <source>把这一题改回未答</source>
        <translation>leave this question open again</translation>
    </message>
    <message>
        <source>答了 {0} 题，共 {1} 题</source>
        <translation>{0} of {1} answered</translation>
    </message>
    <message>
        <source>自伤的一题有回应：请现在就当面问，不等填完。</source>
        <translation>Self-harm was answered: ask now, face to face, before the rest is filled in.</translation>
    </message>
    <message>
        <source>记下这一次</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>请您来答，没有对错。可以按数字键，也可以点。</source>
        <translation>It is your turn. There are no right or wrong answers. Press a number, or click.</translation>
    </message>
    <message>
        <source>选分数是几的答案，到下一题</source>
        <translation>choose the answer with that score and go on</translation>
    </message>
    <message>
        <source>量表</source>
        <translation>Scales</translation>
    </message>
    <message>
        <source>量表用来筛查和看变化，不是诊断。答完当面和来访者谈结果；自助填写容易误读，请陪着。</source>
        <translation>Scales screen and show change; they do not diagnose. Talk the result over face to face. Filled in alone they are easily misread, so stay beside the client.</translation>
    </message>
    <message>
        <source>问过并记下以后，它不再提醒（网络 5.2）。</source>
        <translation>Once you have asked and recorded it, this reminder goes (Online 5.2).</translation>
    </message>
    <message>
        <source>附注（可以空着）</source>
        <translation>Remark (may be empty)</translation>
    </message>
</context>
<context>
    <name>MeasureTop</name>
    <message>
        <source>哪一份量表</source>
        <translation>Which scale</translation>
    </message>
    <message>
        <source>哪一天填的</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>怎样填</source>
        <translation>How it is filled in</translation>
    </message>
    <message>
        <source>谁来答</source>
        <translation>Who answers</translation>
    </message>
    <message>
        <source>这一天还没有到。</source>
        <translation>That day is still to come.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>{0} 分（满分 {1}）</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上一次</source>
        <translation>last time</translation>
    </message>
    <message>
        <source>不计分</source>
        <translation>No score</translation>
    </message>
    <message>
        <source>两次相差 {0} 分或更多，才超出测量误差（Jacobson–Truax，95%，{1:.1f} 分；{2}）。</source>
        <translation>Two scores must differ by {0} points or more to go beyond the error of measurement (Jacobson–Truax, 95 %, {1:.1f} points; {2}).</translation>
    </message>
    <message>
        <source>个案 {0}</source>
        <translation>Case {0}</translation>
    </message>
    <message>
        <source>从纸上录入</source>
        <translation>Copied from paper</translation>
    </message>
    <message>
        <source>别人代答</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>和{0}一样</source>
        <translation>the same as {0}</translation>
    </message>
    <message>
        <source>咨询师念，来访者答</source>
        <translation>Read out by the counselor</translation>
    </message>
    <message>
        <source>在屏幕上填</source>
        <translation>On the screen</translation>
    </message>
    <message>
        <source>实心点：每题都答了；空心点：有题未答；「–」不计分；「*」自伤一题有回应。下面的短线是会谈，横穿的虚线是改变方式，点线是记下的风险。</source>
        <translation>Full dot: every question answered; ring: some left open; “–”: no score; “*”: self-harm was answered. Strokes below are sessions; a dashed line is a change of service, a dotted one a recorded risk.</translation>
    </message>
    <message>
        <source>您定的</source>
        <translation>as you decided</translation>
    </message>
    <message>
        <source>改为{0}</source>
        <translation>Changed to {0}</translation>
    </message>
    <message>
        <source>有 {0} 题未答。这份量表的来源没有说怎样补，所以不计分。</source>
        <translation>{0} not answered. The source of this scale does not say how to make up for them, so no score is given.</translation>
    </message>
    <message>
        <source>有 {0} 题未答，按已答各题的平均数补上：{1}。</source>
        <translation>{0} not answered; made up for by the mean of the others: {1}.</translation>
    </message>
    <message>
        <source>有 {0} 题未答，最多只能补 {1} 题（{2}），所以不计分。</source>
        <translation>{0} not answered, and no more than {1} can be made up for ({2}), so no score is given.</translation>
    </message>
    <message>
        <source>未答</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>来访者自己</source>
        <translation>The client</translation>
    </message>
    <message>
        <source>比{0}低 {1} 分</source>
        <translation>{1} lower than {0}</translation>
    </message>
    <message>
        <source>比{0}高 {1} 分</source>
        <translation>{1} higher than {0}</translation>
    </message>
    <message>
        <source>没有查到可靠的重测数据，所以不说变化是否超出误差。</source>
        <translation>No sound figures are known for it, so nothing is said of whether a change is reliable.</translation>
    </message>
    <message>
        <source>第 {0} 次会谈</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>约 {0}</source>
        <translation>About {0}</translation>
    </message>
    <message>
        <source>自伤一题有回应</source>
        <translation>Self-harm was answered</translation>
    </message>
    <message>
        <source>超出测量误差</source>
        <translation>beyond the error of measurement</translation>
    </message>
    <message>
        <source>还在测量误差以内</source>
        <translation>within the error of measurement</translation>
    </message>
    <message>
        <source>风险{0}</source>
        <translation>Risk: {0}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>MemberRows</name>
    <message>
        <source>成员 {0}</source>
        <translation>Member {0}</translation>
    </message>
    <message>
        <source>添加成员</source>
        <translation>Add member</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{0}{1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>《服务说明》还不能印。</source>
        <translation>The service sheet cannot be printed yet.</translation>
    </message>
    <message>
        <source>《督导、记录保管与紧急上报》还不能印。</source>
        <translation>&quot;Supervision, records and emergencies&quot; cannot be printed yet.</translation>
    </message>
    <message>
        <source>一共八组，每组五个字符。</source>
        <translation>It has eight groups of five characters.</translation>
    </message>
    <message>
        <source>上限是 {0} 百万像素或兆字节。请用较低的分辨率再扫一次。</source>
        <translation>The limit is {0} megapixels or megabytes. Please scan again at a lower resolution.</translation>
    </message>
    <message>
        <source>不接案的记录还不完整。</source>
        <translation>The record of declining is not complete yet.</translation>
    </message>
    <message>
        <source>两样都写上，再导出（热线 3.1）。</source>
        <translation>Enter both, then export it (Hotline 3.1).</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>个案报告还没有写字。</source>
        <translation>The case report has no words yet.</translation>
    </message>
    <message>
        <source>个案还没有代号。</source>
        <translation>The case has no code name yet.</translation>
    </message>
    <message>
        <source>中途找不到备份所在的盘了。</source>
        <translation>The drive that holds the backup went away in the middle of this.</translation>
    </message>
    <message>
        <source>之前存的都在，正在写的也留着。请检查磁盘或接线，再试一次。</source>
        <translation>Everything saved before is safe, and what you are writing is kept. Check the disk or its cable, then try again.</translation>
    </message>
    <message>
        <source>之前存的都在，正在写的也留着。请腾出一点空间，再试一次。</source>
        <translation>Everything saved before is safe, and what you are writing is kept. Free some space, then try again.</translation>
    </message>
    <message>
        <source>什么都没有写。请再输入一次。</source>
        <translation>Nothing was written. Type them again.</translation>
    </message>
    <message>
        <source>什么都没有动。只有资料、没有记录和同意书的个案才能移除。</source>
        <translation>Nothing was changed. Only a case with details but no notes or consent forms can be removed.</translation>
    </message>
    <message>
        <source>什么都没有动。请先标记，看清会销毁什么，再确认。</source>
        <translation>Nothing was touched. Mark it first, look at what would go, then confirm.</translation>
    </message>
    <message>
        <source>什么都没有动。请另选一个文件夹。</source>
        <translation>Nothing was touched. Choose another folder.</translation>
    </message>
    <message>
        <source>什么都没有动。请另选一个空文件夹；再选一次这个文件夹，就接着用它，里面原有的备份都留着。</source>
        <translation>Nothing was touched. Choose an empty folder; or choose this one again to go on in it, and every backup that is there stays.</translation>
    </message>
    <message>
        <source>什么都没有动。请看清是不是这个个案，再照着写一遍。</source>
        <translation>Nothing was touched. Make sure that this is the case you mean, then copy the code name again.</translation>
    </message>
    <message>
        <source>什么都没有动。请补上标出来的地方（3.4）。</source>
        <translation>Nothing has been touched. Please fill in what is marked (3.4).</translation>
    </message>
    <message>
        <source>什么都没有建。请换一份，或重新导出。</source>
        <translation>Nothing was made. Try another copy, or export again.</translation>
    </message>
    <message>
        <source>什么都没有改。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>什么都没有改。请再写一次恢复密钥，新密码还在。</source>
        <translation>Nothing was changed. Please write the recovery key once more; your new password is still there.</translation>
    </message>
    <message>
        <source>什么都没有改。请写一个不同的。</source>
        <translation>Nothing was changed. Please write a different one.</translation>
    </message>
    <message>
        <source>什么都没有改动。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>什么都没有改动。只有备份文件夹里才分第几份；不写，就用最新的那一份。</source>
        <translation>Nothing was changed. Only a backup folder holds numbered backups; leave the number out, and the newest is taken.</translation>
    </message>
    <message>
        <source>什么都没有改动。有人改动过它，请从备份恢复。</source>
        <translation>Nothing was changed. Somebody has altered it; please restore a backup.</translation>
    </message>
    <message>
        <source>什么都没有改动。要换一个，请先写现在的密码。</source>
        <translation>Nothing was changed. To set another, type the present one first.</translation>
    </message>
    <message>
        <source>什么都没有改动。请从备份里取回 vault.header，放进保险库文件夹再打开。</source>
        <translation>Nothing was changed. Take vault.header from a backup, put it into the vault&apos;s folder, then open it again.</translation>
    </message>
    <message>
        <source>什么都没有改动。请先复制一份整个文件夹，再把读得出来的救到新的保险库。</source>
        <translation>Nothing was changed. Please copy the whole folder first, then salvage what can be read into a new vault.</translation>
    </message>
    <message>
        <source>什么都没有改动。请换一份备份再试。</source>
        <translation>Nothing was changed. Try another backup.</translation>
    </message>
    <message>
        <source>什么都没有覆盖。请先复制一份整个文件夹，再把读得出来的救到新的保险库，或从备份恢复。</source>
        <translation>Nothing was overwritten. Please copy the whole folder first, then salvage what can be read into a new vault, or restore a backup.</translation>
    </message>
    <message>
        <source>代号和这个个案的对不上。</source>
        <translation>That is not the code name of this case.</translation>
    </message>
    <message>
        <source>伦理决策记录还不完整。</source>
        <translation>The ethical decision is not complete yet.</translation>
    </message>
    <message>
        <source>伦理守则 3.6：交出去之前，每一处可能认出人的地方都要看过。</source>
        <translation>Code of ethics 3.6: before you hand it over, look at every place that could identify someone.</translation>
    </message>
    <message>
        <source>伦理守则 3.6：文件没有写出。文件名只有日期和编号，请看看档案里登记的号码。</source>
        <translation>Ethics code 3.6: no file was written. The name is only a date and a number, so please look at the numbers registered in the case.</translation>
    </message>
    <message>
        <source>伦理守则 3.6：文件没有写出。离开这一页再回来，程序会重新查找，您的决定都在。</source>
        <translation>Ethics code 3.6: no file was written. Leave this page and come back: the program will search again, and your decisions stay.</translation>
    </message>
    <message>
        <source>伦理守则 3.6：文件没有写出。请回到逐处决定，把它们隐去。</source>
        <translation>Code of ethics 3.6: the file was not written. Go back to the places and hide them.</translation>
    </message>
    <message>
        <source>伦理守则 3.6：文件没有写出。请把用途改写成不提来访者的话。</source>
        <translation>Ethics code 3.6: no file was written. Please reword the purpose so that it tells nobody who the client is.</translation>
    </message>
    <message>
        <source>保全期间不销毁、不删除，也不改来访者资料（例外 3）：请先在个案页的「更多」里看「法律保全」。</source>
        <translation>Under a hold nothing is destroyed or deleted, and the client&apos;s details are not changed (Exception 3): see &quot;Legal hold&quot; under &quot;More&quot; of the case.</translation>
    </message>
    <message>
        <source>保存期限还不完整。</source>
        <translation>The retention is not complete yet.</translation>
    </message>
    <message>
        <source>保险库有损坏，现在只能看，不能写。</source>
        <translation>The vault is damaged: it can be read, and nothing is written.</translation>
    </message>
    <message>
        <source>保险库没有改动。请关掉几个别的程序，再试一次。</source>
        <translation>The vault was not touched. Please close some other programs and try again.</translation>
    </message>
    <message>
        <source>保险库没有改动。请更新心匣后再打开。</source>
        <translation>The vault was not changed. Update Xinxia, then open it again.</translation>
    </message>
    <message>
        <source>保险库的数据有损坏，密码是对的。</source>
        <translation>The password is right, but the vault&apos;s data is damaged.</translation>
    </message>
    <message>
        <source>保险库的钥匙文件坏了，备份的那一份也读不出来。</source>
        <translation>The vault&apos;s key file is damaged, and its spare copy can&apos;t be read either.</translation>
    </message>
    <message>
        <source>保险库的钥匙文件被改动过，不合规矩。</source>
        <translation>The vault&apos;s key file has been tampered with.</translation>
    </message>
    <message>
        <source>八组都写对了，但不是它的钥匙，或者文件坏了。请看看是不是另一张纸。</source>
        <translation>All eight groups are well written, but the key is another one, or the file is damaged. Is there another sheet of paper?</translation>
    </message>
    <message>
        <source>六步都写上才能记下和打印（规范二(二)a）。</source>
        <translation>It can be recorded and printed once all six steps are written (Hotline standard 2(2)a).</translation>
    </message>
    <message>
        <source>关于匿名的讨论还不完整。</source>
        <translation>The discussion of anonymity is not complete.</translation>
    </message>
    <message>
        <source>其他内容都在。有备份的话，可以从备份里找回来。</source>
        <translation>Everything else is there. If you have a backup, it can be taken from that.</translation>
    </message>
    <message>
        <source>其余部分仍然可以听。有备份的话，可以从备份里找回来。</source>
        <translation>The rest can still be played. If you have a backup, it can be taken from that.</translation>
    </message>
    <message>
        <source>内存不够，算不出钥匙。</source>
        <translation>There is not enough memory to work out the key.</translation>
    </message>
    <message>
        <source>写一两节，或者点「从记录起草」，再记下。</source>
        <translation>Write a section or two, or draft from the record, then save.</translation>
    </message>
    <message>
        <source>写一个您认得的代号就可以，其余都能先空着。</source>
        <translation>Any code name you will recognize will do; the rest can stay empty for now.</translation>
    </message>
    <message>
        <source>写一点再记下；目标与方法也可以先写（问 6(5)）。</source>
        <translation>Write something first; goals and methods may come first, too (Q&amp;A 6(5)).</translation>
    </message>
    <message>
        <source>写下内容后再签署。</source>
        <translation>Write something, then sign.</translation>
    </message>
    <message numerus="yes">
        <source>写好的文件里还有 %n 处登记过的姓名或信息。</source>
        <translation>
            <numerusform>The finished file still holds %n name or detail on record.</numerusform>
            <numerusform>The finished file still holds %n names or details on record.</numerusform>
        </translation>
    </message>
    <message>
        <source>凭据还不完整。</source>
        <translation>The proof is not complete yet.</translation>
    </message>
    <message>
        <source>加密部件没有起作用，心匣不会写任何内容。</source>
        <translation>Encryption is not working, so Xinxia will not write anything.</translation>
    </message>
    <message>
        <source>危机处置的理由还不完整。</source>
        <translation>The reasons for the crisis response are not complete.</translation>
    </message>
    <message>
        <source>压缩包谁拿到都可以不停地试，密码要更长：至少五六个不相干的词，或者点「替我想一个」。</source>
        <translation>Whoever gets hold of the archive can try without end, so the password has to be longer: five or six unrelated words at least, or click “Suggest one”.</translation>
    </message>
    <message numerus="yes">
        <source>原文里有 %n 处登记过的名字，也是普通词，还没有决定去留。</source>
        <translation>
            <numerusform>%n registered name in the original is also an everyday word and still undecided.</numerusform>
            <numerusform>%n registered names in the original are also everyday words and still undecided.</numerusform>
        </translation>
    </message>
    <message>
        <source>原来的密码和恢复密钥照样能用。请重新启动电脑再试一次。</source>
        <translation>Your password and recovery key still work. Please restart the computer and try again.</translation>
    </message>
    <message>
        <source>另一个心匣正往这个文件夹里备份。</source>
        <translation>Another Xinxia is backing up into this folder just now.</translation>
    </message>
    <message>
        <source>只用键盘上的英文字母、数字和符号：别的程序未必用同样的方式认中文密码。</source>
        <translation>Use the English letters, digits, and signs of the keyboard only: other programs may read other letters differently.</translation>
    </message>
    <message>
        <source>可以打开那一篇；真的是另一次咨询，就再写一篇。</source>
        <translation>You can open that one; if this was another session, write another note.</translation>
    </message>
    <message>
        <source>同意书还有空格：{0}。</source>
        <translation>The consent form still has gaps: {0}.</translation>
    </message>
    <message>
        <source>同意没有签署、已经撤回，或者过了期（例外 1）。请重新取得书面同意；写好的都在。</source>
        <translation>The consent is not signed, was withdrawn, or has ended (Exception 1). Get the consent in writing again; everything you wrote is still there.</translation>
    </message>
    <message>
        <source>咨询已经开始，改变要和来访者讨论并记下（问 4·1）：个案页的「更多」里有「改变服务方式」。</source>
        <translation>The work has begun: a change is talked over with the client and recorded (Q&amp;A 4.1). On the case, choose &quot;More&quot;, then &quot;Change service mode&quot;.</translation>
    </message>
    <message>
        <source>咨询师姓名</source>
        <translation>the counselor&apos;s name</translation>
    </message>
    <message>
        <source>咨询时长要在 1 分钟到 24 小时之间。</source>
        <translation>A session lasts between 1 minute and 24 hours.</translation>
    </message>
    <message>
        <source>咨询的时间不完整。</source>
        <translation>The time of the session is incomplete.</translation>
    </message>
    <message>
        <source>备份文件夹里最新的一份，这个保险库不认得：这里像是恢复、抢救、复制出来的另一份，或者放回了较早的数据。那一份里可能有这里没有的记录。</source>
        <translation>This vault does not know the newest backup in the folder: it looks as if this were a restored, salvaged or copied one, or as if older data had been put back. That backup may hold records that are not here.</translation>
    </message>
    <message>
        <source>复核还不完整。</source>
        <translation>This review is not complete yet.</translation>
    </message>
    <message>
        <source>存入的副本是完整的。请把原件换成 WAV、MP3 或 MP4 再存入一份。</source>
        <translation>The stored copy is whole. Please convert the original to WAV, MP3 or MP4 and store that.</translation>
    </message>
    <message>
        <source>存入的时候文件变了，所以没有存。</source>
        <translation>The file changed while it was being stored, so nothing was stored.</translation>
    </message>
    <message>
        <source>它新建的个案里后来又有了别的内容：{0}。什么都没有动。</source>
        <translation>Cases that it opened hold something else by now: {0}. Nothing was changed.</translation>
    </message>
    <message>
        <source>守则 3.1（远程：网络规范 2.4）：先把这份文本再确认一次，再签。请重写签名，什么都没有签署。</source>
        <translation>Ethics code 3.1 (remote work: Online standards 2.4): the text is reconfirmed before it is signed. Please sign anew; nothing has been signed.</translation>
    </message>
    <message>
        <source>守则 3.1（远程：网络规范 2.4）：先提供、阅读、讨论、再次确认，然后签署。请按顺序记下前面的步骤。</source>
        <translation>Ethics code 3.1 (remote work: Online standards 2.4): give, read, discuss and reconfirm first, then sign. Please record the earlier steps in order.</translation>
    </message>
    <message>
        <source>守则 3.1（远程：网络规范 2.4）：来访者拿到、读到、讨论的是填好的同意书。要请来访者用笔填，可以先打印，填回来写进这里再记。</source>
        <translation>Ethics code 3.1 (remote work: Online standards 2.4): what the client is given, reads and discusses is the completed form. To have the client fill in some of it by pen, print it first, copy the answers in here, then record the step.</translation>
    </message>
    <message>
        <source>守则 3.1（远程：网络规范 2.4）：签署的文本照原样存档。有人改动过保险库，请不要依据这份文件；先复制一份整个文件夹，再从备份恢复。</source>
        <translation>Ethics code 3.1 (remote work: Online standards 2.4): what was signed is kept as it was. Somebody changed the vault; do not rely on this document. Copy the whole folder first, then restore from a backup.</translation>
    </message>
    <message>
        <source>守则 3.1（远程：网络规范 2.4）：签署的文本照原样存档。要修改，请另做一份新的。</source>
        <translation>Ethics code 3.1 (remote work: Online standards 2.4): the signed text is kept as it is. To change it, make a new form.</translation>
    </message>
    <message>
        <source>守则 3.1（远程：网络规范 2.4）：请在屏幕上签，或附上签好的纸的扫描或照片。</source>
        <translation>Ethics code 3.1 (remote work: Online standards 2.4): sign on the screen, or attach a scan or photo of the signed paper.</translation>
    </message>
    <message>
        <source>安全计划还不完整。</source>
        <translation>The safety plan is not complete yet.</translation>
    </message>
    <message>
        <source>密码不对。</source>
        <translation>That password is not right.</translation>
    </message>
    <message>
        <source>密码已经加上，但旧的字还没有清干净。</source>
        <translation>The password is set, but old words could not be cleared away yet.</translation>
    </message>
    <message>
        <source>对关系的评估还不完整。</source>
        <translation>The weighing of the relationship is not complete yet.</translation>
    </message>
    <message>
        <source>对方要知道是谁转介的，回执寄到哪里（规范二(二)c）。请在「执业资料」里补上。</source>
        <translation>The receiver must know who refers, and where the receipt goes (Hotline standard 2(2)c). Please fill it in under “The practice”.</translation>
    </message>
    <message>
        <source>对请求的答复还不完整。</source>
        <translation>The answer is not complete yet.</translation>
    </message>
    <message>
        <source>少了必须有的内容。</source>
        <translation>Something required is missing.</translation>
    </message>
    <message>
        <source>已保存的内容都在。</source>
        <translation>Everything saved is safe.</translation>
    </message>
    <message>
        <source>已保存的内容都在。请换一个您能写的文件夹，或检查权限。</source>
        <translation>Everything saved is safe. Choose a folder you can write to, or check its permissions.</translation>
    </message>
    <message>
        <source>已经停下。</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>开机后已经打开过一次。</source>
        <translation>It has been opened once since the computer started.</translation>
    </message>
    <message>
        <source>恢复密钥不完整。</source>
        <translation>The recovery key is incomplete.</translation>
    </message>
    <message>
        <source>恢复密钥打不开这个个案。</source>
        <translation>The recovery key does not open this case.</translation>
    </message>
    <message>
        <source>恢复密钥第 {0} 组抄错了。</source>
        <translation>Group {0} of the recovery key is mistyped.</translation>
    </message>
    <message>
        <source>您的时区没有找到。</source>
        <translation>Your time zone was not found.</translation>
    </message>
    <message>
        <source>技术准备还不完整。</source>
        <translation>The technical preparation is not complete yet.</translation>
    </message>
    <message>
        <source>拿到它的人要知道是谁写的、该问谁。请在「执业资料」里补上，写好的都在。</source>
        <translation>Whoever gets it must know who wrote it and whom to ask. Please add your name under The practice; what you wrote is all there.</translation>
    </message>
    <message>
        <source>文件名里有登记过的信息。</source>
        <translation>A file name holds something that is registered.</translation>
    </message>
    <message>
        <source>文件密码太长，打开时会认不出来。</source>
        <translation>The file password is too long; opening the file would fail.</translation>
    </message>
    <message>
        <source>文件没有坏。请用新一些的心匣打开。</source>
        <translation>The file is fine. Open it with a newer Xinxia.</translation>
    </message>
    <message>
        <source>文件的内容与所选的种类不同：录音和录像各要各的同意。</source>
        <translation>The file is not of the kind that was chosen: sound and video need a consent each.</translation>
    </message>
    <message>
        <source>新密码和现在的一样。</source>
        <translation>The new password is the one you have now.</translation>
    </message>
    <message>
        <source>新的钥匙没有通过核对，什么都没有改。</source>
        <translation>The new key did not pass its check, so nothing was changed.</translation>
    </message>
    <message>
        <source>最多 1000 个字符。</source>
        <translation>At most 1000 characters.</translation>
    </message>
    <message>
        <source>最多 42 个汉字或 127 个字母，请缩短。</source>
        <translation>At most 127 letters, or 42 Chinese characters. Please shorten it.</translation>
    </message>
    <message>
        <source>有一格写得太长了。</source>
        <translation>One field is too long.</translation>
    </message>
    <message>
        <source>有几项还空着，请先补上（问 1）。</source>
        <translation>Some of it is still empty (Q&amp;A 1). Please fill in:</translation>
    </message>
    <message>
        <source>有的字没有字形，打印出来会是空框：{0}</source>
        <translation>Some characters have no glyph and would print as empty boxes: {0}</translation>
    </message>
    <message>
        <source>服务方式不能在这里直接改。</source>
        <translation>The service mode cannot be changed here.</translation>
    </message>
    <message>
        <source>服务方式的改变还不完整。</source>
        <translation>This change of service mode is not complete yet.</translation>
    </message>
    <message>
        <source>来访者的时区没有找到。</source>
        <translation>The client&apos;s time zone was not found.</translation>
    </message>
    <message>
        <source>来访者的请求还不完整。</source>
        <translation>The client&apos;s request is not complete yet.</translation>
    </message>
    <message>
        <source>模板还没有名字。</source>
        <translation>The template has no name yet.</translation>
    </message>
    <message>
        <source>模板还没有小节。</source>
        <translation>The template has no sections yet.</translation>
    </message>
    <message>
        <source>每一篇的每一项都要选，并写下所见与打算（规范一(四)）。</source>
        <translation>Choose for each item of each note, and write what you saw and mean to do (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>每组末尾的字符用来核对，请对照纸上的那一组再看一遍。</source>
        <translation>The last character of each group is a check. Please compare this group with your paper again.</translation>
    </message>
    <message>
        <source>没有写出任何东西，已有的备份都在。请腾出空间，或换一块盘。</source>
        <translation>Nothing new was kept, and the backups there are stay. Make some room, or use another disk.</translation>
    </message>
    <message>
        <source>没有写出任何文件。请放到保险库外面，最好是另一块磁盘。</source>
        <translation>Nothing was written. Choose a place outside any vault, best on another disk.</translation>
    </message>
    <message>
        <source>没有写出文件。请勾选要放进去的人。</source>
        <translation>No file was written. Tick those who should be in it.</translation>
    </message>
    <message>
        <source>没有处理。请另存为 UTF-8 再试。</source>
        <translation>Nothing was done. Save it as UTF-8 and try again.</translation>
    </message>
    <message>
        <source>没有存入任何内容。请选 JPG、PNG 或 PDF；手机的 HEIC 照片请先存成 JPG。</source>
        <translation>Nothing was stored. Choose a JPG, PNG or PDF; save a phone&apos;s HEIC photo as JPG first.</translation>
    </message>
    <message>
        <source>没有它就不做去标识化，以免漏掉名字。请重新运行安装。</source>
        <translation>Without it nothing is de-identified, so that no name slips through. Please run the installation again.</translation>
    </message>
    <message>
        <source>没有打开，也没有改动。请从备份里取回 vault.header。</source>
        <translation>Nothing was opened or changed. Take vault.header from a backup.</translation>
    </message>
    <message>
        <source>没有有效的「信息披露」同意，转介信不能写来访者的情况。</source>
        <translation>Without a valid consent to the release of information the referral letter cannot say anything about the client.</translation>
    </message>
    <message>
        <source>没有来访者的书面同意，录音录像不能存入，也不能播放。</source>
        <translation>Without the client&apos;s written consent, a recording can be neither stored nor played.</translation>
    </message>
    <message>
        <source>没有留下半份。</source>
        <translation>Nothing half done was left.</translation>
    </message>
    <message>
        <source>没有覆盖它。请换一个名字，或说明可以换掉它（命令行加 --replace）。</source>
        <translation>It was not overwritten. Choose another name, or say that it may be replaced (--replace on the command line).</translation>
    </message>
    <message>
        <source>没有这一天。</source>
        <translation>There is no such day.</translation>
    </message>
    <message>
        <source>法律保全的记录还不完整。</source>
        <translation>The legal hold is not complete yet.</translation>
    </message>
    <message>
        <source>热线规范 2.3、网络规范 2.5：来访者要知道谁能接触记录，表上不留空白。请补上再继续。</source>
        <translation>Hotline ethics 2.3, Online counseling ethics 2.5: the client must know who can see the records, so no field stays blank. Fill it in, then go on.</translation>
    </message>
    <message>
        <source>现在找不到备份文件夹。</source>
        <translation>The backup folder cannot be found just now.</translation>
    </message>
    <message>
        <source>现在还不能让恢复密钥也打开它。</source>
        <translation>The recovery key cannot be made to open it yet.</translation>
    </message>
    <message numerus="yes">
        <source>用途这一栏里写着 %n 处登记过的姓名或信息。</source>
        <translation>
            <numerusform>The purpose you typed holds %n registered name or detail.</numerusform>
            <numerusform>The purpose you typed holds %n registered names or details.</numerusform>
        </translation>
    </message>
    <message>
        <source>磁盘出错，这次没有存上。</source>
        <translation>The disk failed; this was not saved.</translation>
    </message>
    <message>
        <source>磁盘满了，或正在备份，旧的字还留在加密的日志里。备份一结束就自动再清，锁上心匣时也会清。</source>
        <translation>The disk is full, or a backup is being made, so old words are still in the encrypted log. They are cleared as soon as the backup ends, and also when Xinxia is locked.</translation>
    </message>
    <message>
        <source>磁盘满了，这次没有存上。</source>
        <translation>The disk is full; this was not saved.</translation>
    </message>
    <message>
        <source>离用恢复密钥打开已经有一会儿了。</source>
        <translation>It has been a while since the recovery key opened the vault.</translation>
    </message>
    <message>
        <source>签名是在再次确认之前写的。</source>
        <translation>These signatures were written before the form was reconfirmed.</translation>
    </message>
    <message>
        <source>系统里有别的 SQLite 抢在前面。请去掉 LD_PRELOAD 之类的设置，或重新安装心匣。</source>
        <translation>Another SQLite on this system comes first. Remove settings such as LD_PRELOAD, or install Xinxia again.</translation>
    </message>
    <message>
        <source>系统钥匙串没有回应。</source>
        <translation>The system keyring does not answer.</translation>
    </message>
    <message>
        <source>系统钥匙串里没有这个保险库的钥匙。</source>
        <translation>The system keyring holds no key for this vault.</translation>
    </message>
    <message>
        <source>系统钥匙串里的钥匙打不开这个保险库。</source>
        <translation>The key in the system keyring does not open this vault.</translation>
    </message>
    <message>
        <source>系统钥匙串锁着。</source>
        <translation>The system keyring is locked.</translation>
    </message>
    <message>
        <source>约定还不完整。</source>
        <translation>This agreement is not complete yet.</translation>
    </message>
    <message>
        <source>结案还不完整。</source>
        <translation>The closing is not complete yet.</translation>
    </message>
    <message>
        <source>网络规范 3.1：咨询记录文档可以另设密码。请先到「个案」里选它，写下它的密码。</source>
        <translation>Online counseling ethics 3.1: records may have a password of their own. Choose the case under Cases and type its password first.</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>the contact</translation>
    </message>
    <message>
        <source>至少 8 个字符。可以是一句话，任何文字都行。</source>
        <translation>At least 8 characters. It can be a sentence, in any script.</translation>
    </message>
    <message>
        <source>草稿可以直接改，签署之后才写补记。</source>
        <translation>A draft can simply be changed; amendments come after signing.</translation>
    </message>
    <message>
        <source>要公布的几项还空着，请先补上（问 1·3，热线 2.1）。</source>
        <translation>Some of what must be published is still empty (Q&amp;A 1.3, Hotline 2.1). Please fill in:</translation>
    </message>
    <message>
        <source>要补充或更正，请写补记，它会排在原文下面。</source>
        <translation>To add or correct something, write an amendment; it will stand below the note.</translation>
    </message>
    <message>
        <source>设密码时选了只有密码能打开它。</source>
        <translation>When the password was set, you chose that only the password opens it.</translation>
    </message>
    <message>
        <source>识别姓名的模型不见了，或与本程序不符。</source>
        <translation>The model that finds names is missing, or does not belong to this program.</translation>
    </message>
    <message>
        <source>试得太密了，先停一停。</source>
        <translation>Too many tries in a short time; pause for a moment.</translation>
    </message>
    <message>
        <source>请从列表里选一个，或先空着。</source>
        <translation>Choose one from the list, or leave it empty for now.</translation>
    </message>
    <message>
        <source>请先做危机处置，或转介；服务方式没有改，其余写好的都在（问 9·2(1)）。</source>
        <translation>Deal with the crisis first, or refer; the service mode is unchanged, and everything else you wrote is kept (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>请先回答：{0}。不清楚的，选“不清楚”就可以。</source>
        <translation>Please answer first: {0}. If you are not sure, “Not sure” will do.</translation>
    </message>
    <message>
        <source>请先签署对应的同意书（2.4）。什么都没有读取。</source>
        <translation>Please have the matching consent signed first (2.4). Nothing was read.</translation>
    </message>
    <message>
        <source>请先补上缺少的内容，再签署；写好的都在。</source>
        <translation>Add what is missing, then sign. What you wrote is kept.</translation>
    </message>
    <message>
        <source>请先补上缺的一步。什么都没有写出。</source>
        <translation>Do what is missing first. Nothing was written.</translation>
    </message>
    <message>
        <source>请先锁上心匣，用恢复密钥打开一次。什么都没有改动。</source>
        <translation>Lock Xinxia and open it once with the recovery key first. Nothing was changed.</translation>
    </message>
    <message>
        <source>请再看一遍年、月、日，也可以只写年份，或先空着。</source>
        <translation>Check year, month and day; the year alone will do, or leave it empty for now.</translation>
    </message>
    <message>
        <source>请写下约定几次（问 5(5)）。</source>
        <translation>Enter how many sessions (Q&amp;A 5(5)).</translation>
    </message>
    <message>
        <source>请写明日期和时刻。</source>
        <translation>Give both date and time.</translation>
    </message>
    <message>
        <source>请到任务栏点开那个窗口继续，这一个可以关掉。</source>
        <translation>Please switch to that window from the task bar and go on there; you can close this one.</translation>
    </message>
    <message>
        <source>请到那个窗口继续，或先在那里锁定。</source>
        <translation>Carry on in that window, or lock it there first.</translation>
    </message>
    <message>
        <source>请对照证件再看一遍，也可以先空着。</source>
        <translation>Compare it with the card again, or leave it empty for now.</translation>
    </message>
    <message>
        <source>请换一份副本再试。</source>
        <translation>Please try another copy.</translation>
    </message>
    <message>
        <source>请换成 WAV、MP3、M4A、FLAC、OGG、MP4、MOV、MKV 等格式再存入。</source>
        <translation>Please convert it to WAV, MP3, M4A, FLAC, OGG, MP4, MOV, MKV or the like, then store it.</translation>
    </message>
    <message>
        <source>请接上那块盘再试，或另选一个文件夹。已有的备份都在盘上。</source>
        <translation>Plug the disk in and try again, or choose another folder. The backups there are lie on the disk.</translation>
    </message>
    <message>
        <source>请改一下时长。</source>
        <translation>Please change its length.</translation>
    </message>
    <message>
        <source>请改选录音或录像，再存入一次。</source>
        <translation>Please choose the other kind, then store it again.</translation>
    </message>
    <message>
        <source>请用密码打开。</source>
        <translation>Please open it with your password.</translation>
    </message>
    <message>
        <source>请用新版本的心匣打开它，或者直接解压了看。</source>
        <translation>Open it with the newer Xinxia, or unpack it and read it.</translation>
    </message>
    <message>
        <source>请看看 U 盘插好了没有，路径对不对。</source>
        <translation>Check that the USB stick is plugged in and the path is right.</translation>
    </message>
    <message>
        <source>请看看大小写和输入法，再试一次。</source>
        <translation>Check capitals and the input method, then try again.</translation>
    </message>
    <message>
        <source>请看看它还在不在、设备有没有接好，再选一次。</source>
        <translation>Please see whether it is still there and the device is connected, then choose it again.</translation>
    </message>
    <message>
        <source>请看看录音设备里的原件，再选一次。</source>
        <translation>Please look at the original in the recorder, then choose it again.</translation>
    </message>
    <message>
        <source>请等 {0} 分钟再试。</source>
        <translation>Wait {0} min, then try again.</translation>
    </message>
    <message>
        <source>请等 {0} 秒再试。</source>
        <translation>Wait {0} s, then try again.</translation>
    </message>
    <message>
        <source>请等它做完再试。</source>
        <translation>Wait until it is done, then try again.</translation>
    </message>
    <message>
        <source>请等录制或复制结束，再存入一次。</source>
        <translation>Please wait until it is recorded or copied, then store it again.</translation>
    </message>
    <message>
        <source>请缩短到 500 个字以内，其余写进记录。</source>
        <translation>Keep it within 500 characters and put the rest into a note.</translation>
    </message>
    <message>
        <source>请至少写一个小节标题。</source>
        <translation>Please give at least one section a title.</translation>
    </message>
    <message>
        <source>请至少选一篇。</source>
        <translation>Select at least one.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（义务不明时），写好的都在。</source>
        <translation>Please add what is marked (where the duty is unclear); everything written is kept.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（例外 3），写好的都在。</source>
        <translation>Please fill in what is marked (Exception 3); nothing you wrote is lost.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（披露前提），写好的都在。</source>
        <translation>Please add what is marked (condition of disclosure); everything written is kept.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（热线 1.1），写好的都在。</source>
        <translation>Fill in the marked places (Hotline 1.1); what you wrote is kept.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（热线 1.4），写好的都在。</source>
        <translation>Fill in the marked places (Hotline 1.4); what you wrote is kept.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（热线 3.1，例外 1），写好的都在。</source>
        <translation>Please complete what is marked (Hotline 3.1, Exception 1); what you wrote is all there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（热线 3.3），写好的都在。</source>
        <translation>Please fill in what is marked (Hotline 3.3); nothing you wrote is lost.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（网络 1.7），写好的都在。</source>
        <translation>Fill in the places that are marked (Online 1.7); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（网络 4.2(3)），写好的都在。</source>
        <translation>Fill in what is marked (Online 4.2(3)); everything you wrote is kept.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（网络 4.3），写好的都在。</source>
        <translation>Fill in the places that are marked (Online 4.3); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（网络 5.2），写好的都在。</source>
        <translation>Please fill in what is marked (Online 5.2); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（规范二(二)a），写好的都在。</source>
        <translation>Please fill in what is marked (Hotline standard 2(2)a); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（规范二(二)c），写好的都在。</source>
        <translation>Please fill in what is marked (Hotline standard 2(2)c); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（规范二(四)b），写好的都在。</source>
        <translation>Please fill in what is marked (Standard 2(4)b); nothing you wrote is lost.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 2(3)），写好的都在。</source>
        <translation>Please complete the marked places (Q&amp;A 2(3)). Everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 3·1），写好的都在。</source>
        <translation>Please fill in what is marked (Q&amp;A 3.1). What you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 4·1），写好的都在。</source>
        <translation>Fill in the places that are marked (Q&amp;A 4.1); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 4·2），写好的都在。</source>
        <translation>Fill in the marked places (Q&amp;A 4.2); what you wrote is kept.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 9·1），写好的都在。</source>
        <translation>Fill in the places that are marked (Q&amp;A 9.1); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 9·2(2)），写好的都在。</source>
        <translation>Please fill in what is marked (Q&amp;A 9.2(2)); everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方（问 9·2），写好的都在。</source>
        <translation>Please complete the marked places (Q&amp;A 9.2). Everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上标出来的地方，写好的都在。</source>
        <translation>Please fill in what is marked; everything you wrote is still there.</translation>
    </message>
    <message>
        <source>请补上，或先空着。</source>
        <translation>Add it, or leave it empty for now.</translation>
    </message>
    <message>
        <source>请起一个名字，菜单里要用。</source>
        <translation>Please name it; the menus show the name.</translation>
    </message>
    <message>
        <source>请选一个空文件夹，或写一个新的名字。</source>
        <translation>Choose an empty folder, or give a new name.</translation>
    </message>
    <message>
        <source>请选含有 vault.header 的文件夹，或新建一个。</source>
        <translation>Choose the folder that holds vault.header, or make a new vault.</translation>
    </message>
    <message>
        <source>读不到这个文件。</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>身份证号的校验位不对。</source>
        <translation>The check digit of the ID number is not right.</translation>
    </message>
    <message>
        <source>转介信和回执还不能印：{0}空着。</source>
        <translation>The referral letter and the receipt cannot be printed yet. Still empty: {0}.</translation>
    </message>
    <message>
        <source>转介还不完整。</source>
        <translation>The referral is not complete yet.</translation>
    </message>
    <message>
        <source>还不能标记为待销毁。</source>
        <translation>It cannot be marked for destruction yet.</translation>
    </message>
    <message>
        <source>还不能给出记录。</source>
        <translation>The record cannot be given yet.</translation>
    </message>
    <message>
        <source>还不能记为已讨论。</source>
        <translation>It cannot be recorded as discussed yet.</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 处没有决定。</source>
        <translation>
            <numerusform>%n place still undecided.</numerusform>
            <numerusform>%n places still undecided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项没有回答。</source>
        <translation>
            <numerusform>%n item still has no answer.</numerusform>
            <numerusform>%n items still have no answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有写字。</source>
        <translation>Nothing is written yet.</translation>
    </message>
    <message>
        <source>还没有写明用途和交给谁。</source>
        <translation>It is not said what it is for and who gets it.</translation>
    </message>
    <message>
        <source>还没有到这一步。</source>
        <translation>It is too early for this step.</translation>
    </message>
    <message>
        <source>还没有勾选任何来访者。</source>
        <translation>No client is ticked yet.</translation>
    </message>
    <message>
        <source>还没有打印。请换一种写法，或手写补上。</source>
        <translation>Nothing was printed. Write them another way, or add them by hand.</translation>
    </message>
    <message>
        <source>还没有选记录。</source>
        <translation>No note is selected yet.</translation>
    </message>
    <message>
        <source>还缺签名。</source>
        <translation>A signature is missing.</translation>
    </message>
    <message>
        <source>这一条还不完整。</source>
        <translation>This record is not complete.</translation>
    </message>
    <message>
        <source>这一次量表还不完整。</source>
        <translation>This scale is not complete yet.</translation>
    </message>
    <message>
        <source>这一步没有做成。</source>
        <translation>That did not work.</translation>
    </message>
    <message>
        <source>这一步还不能记下。</source>
        <translation>This step cannot be logged yet.</translation>
    </message>
    <message>
        <source>这一步还不能记：{0}还空着。</source>
        <translation>This step cannot be recorded yet. Still empty: {0}.</translation>
    </message>
    <message>
        <source>这一版还没有写字。</source>
        <translation>Nothing is written in this version yet.</translation>
    </message>
    <message>
        <source>这不是职业遗嘱的密封文件，或者它坏了。</source>
        <translation>This is no succession package, or it is damaged.</translation>
    </message>
    <message>
        <source>这不是说备份坏了：盘上已有的备份没有改动。请重新接上那块盘，再试一次。</source>
        <translation>This does not mean that the backup is damaged: the backups on the drive are as they were. Please connect the drive again, then try once more.</translation>
    </message>
    <message>
        <source>这个个案加了密码，还没有打开。</source>
        <translation>This case has its own password and is not open.</translation>
    </message>
    <message>
        <source>这个个案在法律保全中，什么都没有动。</source>
        <translation>This case is under legal hold; nothing has been touched.</translation>
    </message>
    <message>
        <source>这个个案已经有密码了。</source>
        <translation>This case already has a password.</translation>
    </message>
    <message>
        <source>这个个案本来就开着。</source>
        <translation>This case is open already.</translation>
    </message>
    <message>
        <source>这个个案没有密码。</source>
        <translation>This case has no password of its own.</translation>
    </message>
    <message>
        <source>这个个案还不能建立。</source>
        <translation>This case cannot be opened yet.</translation>
    </message>
    <message>
        <source>这个个案还没有标记为待销毁。</source>
        <translation>This case is not marked for destruction yet.</translation>
    </message>
    <message>
        <source>这个个案里已经有内容，不能这样移除。</source>
        <translation>This case already holds something and cannot be removed this way.</translation>
    </message>
    <message>
        <source>这个保险库已经在另一个心匣窗口里。</source>
        <translation>This vault is already in another Xinxia window.</translation>
    </message>
    <message>
        <source>这个保险库是更新版本的心匣做的（第 {0} 版，本机认识到第 {1} 版）。</source>
        <translation>This vault was made by a newer Xinxia (edition {0}; this computer knows up to {1}).</translation>
    </message>
    <message>
        <source>这个保险库正由另一个心匣打开着。</source>
        <translation>This vault is open in another Xinxia.</translation>
    </message>
    <message>
        <source>这个保险库正由另一个心匣打开着（{0}）。</source>
        <translation>This vault is open in another Xinxia ({0}).</translation>
    </message>
    <message>
        <source>这个压缩包是更新版本的心匣导出的。</source>
        <translation>This archive was exported by a newer Xinxia.</translation>
    </message>
    <message>
        <source>这个密封文件是更新版本的心匣做的。</source>
        <translation>This package was made by a newer Xinxia.</translation>
    </message>
    <message>
        <source>这个密码人人都会先猜。请换一个只有您想得到的。</source>
        <translation>This is among the first passwords anyone would guess. Choose one only you would think of.</translation>
    </message>
    <message>
        <source>这个密码还不够牢。</source>
        <translation>This password is not strong enough yet.</translation>
    </message>
    <message>
        <source>这个数据库的结构不是心匣的样子，没有打开。</source>
        <translation>This database is not built as Xinxia builds one. It was not opened.</translation>
    </message>
    <message>
        <source>这个文件不是心匣导出的压缩包，或者不完整。</source>
        <translation>This file is no archive that Xinxia exported, or not whole.</translation>
    </message>
    <message>
        <source>这个文件不是能识别的录音或录像。</source>
        <translation>This file is no sound or video recording that is known.</translation>
    </message>
    <message>
        <source>这个文件不是能读的图片或 PDF。</source>
        <translation>This file is not a readable picture or PDF.</translation>
    </message>
    <message>
        <source>这个文件夹放着另一个保险库的备份，或者别人的文件。</source>
        <translation>This folder holds the backups of another vault, or somebody else&apos;s files.</translation>
    </message>
    <message>
        <source>这个文件夹里已经有别的东西。</source>
        <translation>This folder already holds something else.</translation>
    </message>
    <message>
        <source>这个文件夹里没有保险库。</source>
        <translation>There is no vault in this folder.</translation>
    </message>
    <message>
        <source>这个文件是空的。</source>
        <translation>This file is empty.</translation>
    </message>
    <message>
        <source>这个时间已经有一篇记录。</source>
        <translation>There is a note for this time already.</translation>
    </message>
    <message>
        <source>这个预约已经有了结果，时间不再改动。</source>
        <translation>This appointment is settled; its time no longer changes.</translation>
    </message>
    <message>
        <source>这份同意书和签署时不一样了。</source>
        <translation>This consent is not as it was signed.</translation>
    </message>
    <message>
        <source>这份同意书已经签署，不再改动。</source>
        <translation>This consent form is signed and no longer changes.</translation>
    </message>
    <message>
        <source>这份备份不完整，或不是心匣的备份。</source>
        <translation>This backup is not whole, or is no backup of Xinxia&apos;s.</translation>
    </message>
    <message>
        <source>这份录音录像的格式，这里播放不了。</source>
        <translation>This recording is of a format that cannot be played here.</translation>
    </message>
    <message>
        <source>这份摘要还不能交出去。</source>
        <translation>This summary cannot leave yet.</translation>
    </message>
    <message>
        <source>这份文本还不能用。</source>
        <translation>This text cannot be used yet.</translation>
    </message>
    <message>
        <source>这份纸还不能印：咨询师姓名空着。</source>
        <translation>This paper cannot be printed yet: your name as the counselor is empty.</translation>
    </message>
    <message>
        <source>这份规则还不完整。</source>
        <translation>These rules are not complete yet.</translation>
    </message>
    <message>
        <source>这份评估还不完整。</source>
        <translation>This screen is not complete yet.</translation>
    </message>
    <message>
        <source>这份量表还不完整。</source>
        <translation>The scale is not complete yet.</translation>
    </message>
    <message>
        <source>这份风险评估还不完整。</source>
        <translation>This risk assessment is not complete yet.</translation>
    </message>
    <message>
        <source>这台电脑上没有会加密的系统钥匙串。</source>
        <translation>This computer has no system keyring that encrypts.</translation>
    </message>
    <message>
        <source>这就是保险库的密码：知道它的人就什么都读得到。请另想一个。</source>
        <translation>That is the vault&apos;s password: whoever knows it could read the case as well. Please think of another one.</translation>
    </message>
    <message>
        <source>这张图片太大了。</source>
        <translation>This picture is too large.</translation>
    </message>
    <message>
        <source>这把钥匙打不开这个文件。</source>
        <translation>This key does not open this file.</translation>
    </message>
    <message>
        <source>这是一个个案自己的密码：知道保险库密码的人就读得到它。请另想一个。</source>
        <translation>This is the password of one of your cases: whoever knows the vault&apos;s would read it. Please think of another.</translation>
    </message>
    <message>
        <source>这次咨询还不能作为正式咨询签署。</source>
        <translation>This session cannot be signed as a formal one yet.</translation>
    </message>
    <message>
        <source>这次导入不能撤销了。</source>
        <translation>This import can no longer be undone.</translation>
    </message>
    <message>
        <source>这次披露还不完整，什么都没有给出去。</source>
        <translation>This disclosure is not complete yet; nothing has gone out.</translation>
    </message>
    <message>
        <source>这次抽查还没有看完。</source>
        <translation>This sample has not been gone through yet.</translation>
    </message>
    <message>
        <source>这次联系还不完整。</source>
        <translation>This contact is not complete yet.</translation>
    </message>
    <message>
        <source>这段录音和存入时不一样，坏的部分读不出来。</source>
        <translation>This recording is not as it was stored; the damaged part cannot be read.</translation>
    </message>
    <message>
        <source>这段录音的文件不在保险库的文件夹里。</source>
        <translation>The file of this recording is not in the vault&apos;s folder.</translation>
    </message>
    <message>
        <source>这段文字不是 UTF-8 编码。</source>
        <translation>This text is not encoded as UTF-8.</translation>
    </message>
    <message>
        <source>这篇记录已经签署，不再改动。</source>
        <translation>This note is signed and no longer changes.</translation>
    </message>
    <message>
        <source>这篇记录还没有签署。</source>
        <translation>This note is not signed yet.</translation>
    </message>
    <message>
        <source>这里不让写。</source>
        <translation>This place can&apos;t be written to.</translation>
    </message>
    <message>
        <source>这里没有第 {0} 份备份。</source>
        <translation>There is no backup number {0} here.</translation>
    </message>
    <message>
        <source>那块盘上地方不够：要 {0}，只剩 {1}。</source>
        <translation>There is not enough room on that disk: {0} needed, {1} left.</translation>
    </message>
    <message>
        <source>那里在一个保险库的文件夹里面，不能放。</source>
        <translation>That place lies inside a vault&apos;s folder and cannot be used.</translation>
    </message>
    <message>
        <source>那里已经有一个同名的文件。</source>
        <translation>A file of that name is already there.</translation>
    </message>
    <message>
        <source>那里没有这个文件，或者不能读。</source>
        <translation>There is no such file, or it cannot be read.</translation>
    </message>
    <message>
        <source>邮箱里少了 @。</source>
        <translation>The email address has no @.</translation>
    </message>
    <message>
        <source>重复或连续的字符太多，很容易猜到。请加几个不相干的词。</source>
        <translation>Too many repeated or consecutive characters make it easy to guess. Add a few unrelated words.</translation>
    </message>
    <message>
        <source>重复的规律不成立。</source>
        <translation>The appointment cannot repeat like this.</translation>
    </message>
    <message>
        <source>问5(4)：会谈留在它的预约上。要另约，请新建一个。</source>
        <translation>Q&amp;A 5(4): a session stays with its appointment. To meet again, make a new one.</translation>
    </message>
    <message>
        <source>间隔要在 1 到 52 周之间，次数最多 500 次。</source>
        <translation>The interval must be 1 to 52 weeks, with at most 500 appointments.</translation>
    </message>
    <message>
        <source>随访还不完整。</source>
        <translation>The follow-up is not complete yet.</translation>
    </message>
    <message>
        <source>风险高，不适合网络接案。</source>
        <translation>High risk: not suited to being taken on online.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>MissingPanel</name>
    <message>
        <source>先接着写</source>
        <translation>Keep writing for now</translation>
    </message>
    <message>
        <source>匿名：记下谈过什么</source>
        <translation>Anonymous: record what you discussed</translation>
    </message>
    <message numerus="yes">
        <source>签署之前还缺 %n 项</source>
        <translation>
            <numerusform>%n thing missing before signing</numerusform>
            <numerusform>%n things missing before signing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>补好这些以后，还有 %n 项。</source>
        <translation>
            <numerusform>After these, %n more thing.</numerusform>
            <numerusform>After these, %n more things.</numerusform>
        </translation>
    </message>
    <message>
        <source>补齐以后回到这里就能签署。写好的字都存着。</source>
        <translation>Once everything is there, come back here to sign. What you have written is saved.</translation>
    </message>
</context>
<context>
    <name>ModeChangeScreen</name>
    <message>
        <source>{0} 起：{1} → {2}</source>
        <translation>From {0}: {1} → {2}</translation>
    </message>
    <message>
        <source>一般热线打通就是同意，不用签同意书（热线 2.4）。</source>
        <translation>On a general hotline the call is the consent; no form is signed (Hotline 2.4).</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From which day</translation>
    </message>
    <message>
        <source>以前的改变</source>
        <translation>Earlier changes</translation>
    </message>
    <message>
        <source>先和来访者一起讨论：换一种方式继续，还是等一等；由来访者决定（问 4·1）。改变以后，适宜性评估和知情同意都要重新做。</source>
        <translation>Talk it over with the client first: go on in another way, or wait. The client decides (Q&amp;A 4.1). After a change, the suitability screen and the consent are both made anew.</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>危机处置不等同意书；签了记录，24 小时内写下理由（问 9·2(1)）。</source>
        <translation>An emergency waits for no consent; once the note is signed, write the reasons within 24 hours (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>如 继续网络咨询、等能面询时再继续、转介</source>
        <translation>e.g. go on online, wait until you can meet in person, refer</translation>
    </message>
    <message>
        <source>接下来：按新的方式重新签知情同意书。</source>
        <translation>Next: have a new consent signed for the new mode.</translation>
    </message>
    <message>
        <source>接下来：重新做适宜性评估，再重新签知情同意书。</source>
        <translation>Next: make a new suitability screen, then have a new consent signed.</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>服务方式的改变已记下。</source>
        <translation>The change of service mode is recorded.</translation>
    </message>
    <message>
        <source>来访者的决定</source>
        <translation>The client&apos;s decision</translation>
    </message>
    <message>
        <source>现在的方式：{0}</source>
        <translation>Present mode: {0}</translation>
    </message>
    <message>
        <source>讨论过</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>讨论过哪些选择</source>
        <translation>Options discussed</translation>
    </message>
    <message>
        <source>记下改变</source>
        <translation>Record change</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>月历</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>还有 {0} 个</source>
        <translation>{0} more</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>不建立</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>建立个案</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>接着上次没填完的。</source>
        <translation>Picking up where you left off.</translation>
    </message>
    <message>
        <source>放弃这份草稿</source>
        <translation>Discard this draft</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>正在写</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>没填完也替您留着</source>
        <translation>Kept for you even if unfinished</translation>
    </message>
    <message>
        <source>没填完的新个案已放弃。</source>
        <translation>The unfinished new case was discarded.</translation>
    </message>
    <message>
        <source>草稿已存 {0}</source>
        <translation>Draft saved {0}</translation>
    </message>
    <message>
        <source>还没有存上</source>
        <translation>Not saved yet</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>从现在起用新密码打开，旧密码打不开了。恢复密钥没有变。以前做的备份，仍然用当时的密码打开。</source>
        <translation>From now on the new password opens the vault and the old one does not. The recovery key is the same. Earlier backups still open with the password they were made with.</translation>
    </message>
    <message>
        <source>密码换好了。</source>
        <translation>The password is changed.</translation>
    </message>
    <message>
        <source>您这次是用恢复密钥打开的，请设一个新密码。</source>
        <translation>You came in with the recovery key. Please set a new password.</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>换成新密码</source>
        <translation>Change password now</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>记录不用重新加密，只换钥匙外面那一层，一两秒就好。谁有换之前的备份或保险库的拷贝，又知道旧密码，连以后的也打得开：有人可能知道旧密码的话，请做一份新备份，把旧的都删掉；被人拷走过的，只有换一个新的保险库才放心。</source>
        <translation>Nothing is encrypted anew, only the wrapping of the key changes: a second or two. Whoever has a backup or a copy of the vault from before, and knows the old password, can open later ones, too: if somebody may know it, make a new backup and delete all the old ones. Where somebody has copied one, only a new vault helps.</translation>
    </message>
    <message>
        <source>请再写一遍恢复密钥。忘了的那个密码随后作废。恢复密钥不变，那张纸请继续收好。</source>
        <translation>Please write the recovery key once more. The old password will then stop working. The recovery key stays the same, so keep that paper.</translation>
    </message>
    <message>
        <source>这几分钟里不用再写一遍恢复密钥。忘了的那个密码随后作废。恢复密钥不变，那张纸请继续收好。</source>
        <translation>For these few minutes you need not write the recovery key again. The old password will then stop working. The recovery key stays the same, so keep that paper.</translation>
    </message>
</context>
<context>
    <name>NewRecovery</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>恢复密钥换好了。</source>
        <translation>The recovery key is changed.</translation>
    </message>
    <message>
        <source>按下按钮以后，新的这一把才生效，旧的那张纸打不开现在的保险库了。谁有换之前的备份或保险库的拷贝，又有旧的那张纸，连以后的也打得开：有人可能看过它的话，请做一份新备份，把旧的都删掉；被人拷走过的，只有换一个新的保险库才放心。</source>
        <translation>The new key takes effect when you press the button; from then on the old paper does not open this vault. Whoever has a backup or a copy of the vault from before, and the old paper, can open later ones, too: if somebody may have seen it, make a new backup and delete all the old ones. Where somebody has copied one, only a new vault helps.</translation>
    </message>
    <message>
        <source>换恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>换成这一把</source>
        <translation>Use this key from now on</translation>
    </message>
    <message>
        <source>旧的那张纸打不开现在的保险库了。还要用它打开以前的备份的话，请收好，别和备份放在一起；用不着了就撕掉。密码没有变。</source>
        <translation>The old paper no longer opens this vault. If you still need it for earlier backups, keep it safe, and not with them; tear it up once you don&apos;t. The password is the same.</translation>
    </message>
    <message>
        <source>有加锁的个案没打开，还没有换，旧的那张纸仍打得开它们：{0}。请到「个案」里用密码各打开一次，就换好了；在那以前别撕旧的那张。</source>
        <translation>Some locked cases were not open and still know the old paper: {0}. Under Cases, open each of them once with its password, and the new key opens it, too. Until then, do not tear up the old paper.</translation>
    </message>
    <message>
        <source>磁盘没有及时存好，加锁的个案还没有换，旧的那张纸仍打得开它们：{0}。请先到「设置」里用新的那张纸「试一试恢复密钥」，再到「个案」里用密码各打开一次，就换好了；在那以前别撕旧的那张。</source>
        <translation>The disk did not store everything in time, so the locked cases have not changed over yet; the old paper still opens them: {0}. First try the new paper under “Try the recovery key” in Settings, then open each of them once with its password under Cases. Do not tear up the old paper before that.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>上次的计划：{0}</source>
        <translation>Planned last time: {0}</translation>
    </message>
    <message>
        <source>上次约定：{0}</source>
        <translation>Agreed last time: {0}</translation>
    </message>
    <message>
        <source>上次记录已签署</source>
        <translation>Last note signed</translation>
    </message>
    <message>
        <source>上次记录未签署</source>
        <translation>Last note not signed</translation>
    </message>
    <message>
        <source>写记录</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>加了密码，打开个案后才看得到其余</source>
        <translation>Has its own password: open the case to see the rest</translation>
    </message>
    <message>
        <source>同意书有效</source>
        <translation>Consent valid</translation>
    </message>
    <message>
        <source>所在地已登记</source>
        <translation>Location on record</translation>
    </message>
    <message>
        <source>所在地还没登记</source>
        <translation>Location not on record</translation>
    </message>
    <message>
        <source>打开个案</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>接着写</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>没有紧急联系人</source>
        <translation>No emergency contact</translation>
    </message>
    <message>
        <source>看上次记录</source>
        <translation>Last note</translation>
    </message>
    <message>
        <source>第 {0} 次咨询</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>紧急联系人已登记</source>
        <translation>Emergency contact on record</translation>
    </message>
    <message>
        <source>身份已登记</source>
        <translation>Identity on record</translation>
    </message>
    <message>
        <source>身份还没登记</source>
        <translation>Identity not on record</translation>
    </message>
</context>
<context>
    <name>NoteBegin</name>
    <message>
        <source>再写一篇</source>
        <translation>Write another</translation>
    </message>
    <message>
        <source>打开那一篇</source>
        <translation>Open that one</translation>
    </message>
</context>
<context>
    <name>NoteCare</name>
    <message>
        <source>写到了「{0}」。咨询师不作诊断：医院或来访者说的，请写明是谁说的；超出能力的，及时转介（规范三(一)b）。</source>
        <translation>This says “{0}”. A counselor does not diagnose: if a hospital or the client said so, write who said it; what is beyond your competence, refer in good time (Hotline standard 3(1)b).</translation>
    </message>
    <message>
        <source>写到了「{0}」。咨询师不荐药、不改药：医生或来访者说的，请写明是谁说的；用药的事，转介给医生（规范三(一)b）。</source>
        <translation>This says “{0}”. A counselor neither recommends nor changes medication: if a doctor or the client said so, write who said it; refer questions of medication to a doctor (Hotline standard 3(1)b).</translation>
    </message>
</context>
<context>
    <name>NoteDoneStep</name>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>再导入一些</source>
        <translation>Import more</translation>
    </message>
    <message>
        <source>原来的文件还在那里，没有加密。看过没有问题，请删掉它们，也清空回收站；里面有图片、批注的，先把要的另外存好。</source>
        <translation>The original files are still there, and they are not encrypted. Once you have checked everything, delete them and empty the bin; where they hold pictures or comments, first keep what you need elsewhere.</translation>
    </message>
    <message>
        <source>去个案列表</source>
        <translation>Go to the cases</translation>
    </message>
    <message>
        <source>它们在各自个案的时间线上，按写的日子排；查找也找得到。不算作会谈，不计时数，也不用签名。</source>
        <translation>They stand in the timelines of their cases under the day they were written, and search finds them. They do not count as sessions or hours and need no signature.</translation>
    </message>
    <message numerus="yes">
        <source>导入了 %n 份以前的记录</source>
        <translation>
            <numerusform>%n earlier note was imported</numerusform>
            <numerusform>%n earlier notes were imported</numerusform>
        </translation>
    </message>
    <message>
        <source>导入完了</source>
        <translation>Import finished</translation>
    </message>
    <message>
        <source>撤销这次导入</source>
        <translation>Undo this import</translation>
    </message>
    <message numerus="yes">
        <source>，建了 %n 个新个案。</source>
        <translation>
            <numerusform>, %n new case was opened.</numerusform>
            <numerusform>, %n new cases were opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteHead</name>
    <message>
        <source>不再专心写（Esc）</source>
        <translation>Leave focus (Esc)</translation>
    </message>
    <message>
        <source>专心写（F11）</source>
        <translation>Focus on writing (F11)</translation>
    </message>
    <message>
        <source>写补记</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>咨询师札记（Ctrl+Shift+J）</source>
        <translation>Private reflections (Ctrl+Shift+J)</translation>
    </message>
    <message>
        <source>换一个模板，写的字都留着</source>
        <translation>Change the template; everything written stays</translation>
    </message>
    <message>
        <source>改时间</source>
        <translation>Change the time</translation>
    </message>
    <message>
        <source>改时间，现在是 {0}</source>
        <translation>Change the time, now {0}</translation>
    </message>
    <message>
        <source>来访者当地 {0}{1}</source>
        <translation>client&apos;s time {0}{1}</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>第 {0} 次咨询</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>签署（Ctrl+Enter）</source>
        <translation>Sign (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>锁定（Ctrl+L）</source>
        <translation>Lock (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>NoteImport</name>
    <message numerus="yes">
        <source>%n 份记录</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>可以撤销的导入</source>
        <translation>Imports that can be undone</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>太大了：请分成几份，再导入。</source>
        <translation>Too large: split it into several files and import those.</translation>
    </message>
    <message>
        <source>批注</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销 {0} 的导入</source>
        <translation>Undo the import of {0}</translation>
    </message>
    <message>
        <source>撤销一次，它带来的记录和新建的个案一起拿走；新个案里后来写过东西的，不能撤销。</source>
        <translation>Undoing an import takes away its notes and the cases it opened. It cannot be undone where something was written in such a case since.</translation>
    </message>
    <message>
        <source>文件加了密码。请去掉密码另存一份，再导入。</source>
        <translation>The file has a password. Save a copy without it and import that.</translation>
    </message>
    <message>
        <source>文件坏了，或者不是它的名字说的那种文件。请打开看一看，另存一份。</source>
        <translation>The file is damaged, or not what its name says. Open it, look, and save it anew.</translation>
    </message>
    <message>
        <source>文本框</source>
        <translation>Text boxes</translation>
    </message>
    <message>
        <source>旧格式（.doc、.xls）。请另存为 .docx 或 .xlsx，再导入。</source>
        <translation>An old format (.doc, .xls). Save it as .docx or .xlsx and import that.</translation>
    </message>
    <message>
        <source>没有带来：{0}</source>
        <translation>Left behind: {0}</translation>
    </message>
    <message>
        <source>脚注</source>
        <translation>Footnotes</translation>
    </message>
    <message>
        <source>表里认不出哪一列是正文。请把表头写成“日期、姓名、内容”，再导入。</source>
        <translation>No column of the table is recognized as the text. Call the columns “date, name, content” and import it again.</translation>
    </message>
    <message>
        <source>认不出里面的文字。请另存为 .docx，或 UTF-8 的 .txt。</source>
        <translation>Its letters cannot be recognized. Save it as .docx or as .txt in UTF-8.</translation>
    </message>
    <message>
        <source>读不出来：文件可能被移走了，或者不让读。</source>
        <translation>Cannot be read: the file may have been moved, or reading it is not allowed.</translation>
    </message>
    <message>
        <source>里面没有字。</source>
        <translation>There are no words in it.</translation>
    </message>
</context>
<context>
    <name>NoteImportScreen</name>
    <message numerus="yes">
        <source>%n 份记录从个案里拿走，这次新建的个案也一起。原来的文件不动；如果已经删掉了，这些记录就再也没有了。</source>
        <translation>
            <numerusform>%n note is taken out of its case, with the cases this import opened. The original files stay; if you have deleted them already, this note is gone for good.</numerusform>
            <numerusform>%n notes are taken out of their cases, with the cases this import opened. The original files stay; if you have deleted them already, these notes are gone for good.</numerusform>
        </translation>
    </message>
    <message>
        <source>Word（.docx）、文本（.txt、.md）和表格（.xlsx、.csv）都行。一个来访者一个文件夹最好认；一份文件里写了很多天的，会一天一天分开。</source>
        <translation>Word (.docx), text (.txt, .md) and tables (.xlsx, .csv) can be read. One folder for each client is recognized best; a file that holds many days is taken apart day by day.</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>从表到下面去改</source>
        <translation>Go from the table to what can be changed</translation>
    </message>
    <message>
        <source>以前的记录在哪个文件夹</source>
        <translation>Which folder are the earlier notes in</translation>
    </message>
    <message>
        <source>停下了，什么都没有导入。</source>
        <translation>Stopped; nothing was imported.</translation>
    </message>
    <message>
        <source>原来的文件没有动。</source>
        <translation>The original files were not touched.</translation>
    </message>
    <message>
        <source>导入以前的记录</source>
        <translation>Import earlier notes</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>撤销了，%n 份记录都拿走了。</source>
        <translation>
            <numerusform>Undone: %n note was taken out.</numerusform>
            <numerusform>Undone: %n notes were taken out.</numerusform>
        </translation>
    </message>
    <message>
        <source>撤销这次导入吗？</source>
        <translation>Undo this import?</translation>
    </message>
    <message>
        <source>文件只在这台电脑上读，不改动，也不留副本。放进去以前，每一份都先给您看；放进去以后，也可以整次撤销。</source>
        <translation>The files are read on this computer only; they are not changed and no copy is kept. You see every note before it goes in, and the whole import can be undone afterwards.</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>正在撤销</source>
        <translation>Undoing</translation>
    </message>
    <message>
        <source>正在读这些文件</source>
        <translation>Reading these files</translation>
    </message>
    <message>
        <source>留着</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>第一步：选文件</source>
        <translation>Step 1: choose a file</translation>
    </message>
    <message>
        <source>能读的有 .docx、.txt、.md、.xlsx 和 .csv。请选另一个文件夹。</source>
        <translation>Files that can be read are .docx, .txt, .md, .xlsx and .csv. Choose another folder.</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>这个文件夹里没有能读的记录。</source>
        <translation>There are no notes in this folder that can be read.</translation>
    </message>
    <message>
        <source>选一个文件夹…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>选以前的记录</source>
        <translation>Choose earlier notes</translation>
    </message>
    <message>
        <source>选几个文件…</source>
        <translation>Choose files…</translation>
    </message>
</context>
<context>
    <name>NotePicks</name>
    <message>
        <source>全选</source>
        <translation>All of them</translation>
    </message>
    <message>
        <source>给出哪几篇</source>
        <translation>Which notes</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 篇没有签署，签署以后才能给出。</source>
        <translation>
            <numerusform>%n more is not signed and can be given once it is.</numerusform>
            <numerusform>%n more are not signed and can be given once they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteRowsStep</name>
    <message numerus="yes">
        <source>%n 份记录</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份读不了</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}，第 {1} 行</source>
        <translation>{0}, row {1}</translation>
    </message>
    <message>
        <source>“{0}”去哪里，是哪一天的</source>
        <translation>Where “{0}” goes, and of which day it is</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>代号或称呼；一样的放进同一个个案。</source>
        <translation>Code name or name; alike means one case.</translation>
    </message>
    <message>
        <source>写记录的那一天</source>
        <translation>The day it was written</translation>
    </message>
    <message>
        <source>去处</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>另一天</source>
        <translation>Another day</translation>
    </message>
    <message numerus="yes">
        <source>和别的相同的 %n 份</source>
        <translation>
            <numerusform>%n the same as another</numerusform>
            <numerusform>%n the same as another</numerusform>
        </translation>
    </message>
    <message>
        <source>和前面的一份相同</source>
        <translation>The same as one above</translation>
    </message>
    <message>
        <source>如 2024年3月5日</source>
        <translation>e.g. 5 March 2024</translation>
    </message>
    <message numerus="yes">
        <source>导入 %n 份</source>
        <translation>
            <numerusform>Import %n</numerusform>
            <numerusform>Import %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>导入过的 %n 份</source>
        <translation>
            <numerusform>%n imported before</numerusform>
            <numerusform>%n imported before</numerusform>
        </translation>
    </message>
    <message>
        <source>导入过：{0}</source>
        <translation>Imported before: {0}</translation>
    </message>
    <message numerus="yes">
        <source>建 %n 个新个案</source>
        <translation>
            <numerusform>%n new case</numerusform>
            <numerusform>%n new cases</numerusform>
        </translation>
    </message>
    <message>
        <source>建一个新个案</source>
        <translation>Open a new case</translation>
    </message>
    <message>
        <source>放进 {0}</source>
        <translation>Into {0}</translation>
    </message>
    <message>
        <source>放进已有的个案</source>
        <translation>Put into a case</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>新个案是谁的</source>
        <translation>Whose the new case is</translation>
    </message>
    <message>
        <source>新个案的服务方式</source>
        <translation>Service mode of new cases</translation>
    </message>
    <message>
        <source>新个案：{0}</source>
        <translation>New case: {0}</translation>
    </message>
    <message>
        <source>日子</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>是哪一天的</source>
        <translation>Of which day</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份的日子要您定。</source>
        <translation>
            <numerusform>The day of %n note is yours to decide.</numerusform>
            <numerusform>The days of %n notes are yours to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份看不出是谁的，先没有选。</source>
        <translation>
            <numerusform>Whose %n note is cannot be recognized; nothing is chosen for it yet.</numerusform>
            <numerusform>Whose %n notes are cannot be recognized; nothing is chosen for them yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份里有图片、批注这些带不过来的，原文件请留着。</source>
        <translation>
            <numerusform>%n note holds pictures, comments or the like that do not come along: keep the file.</numerusform>
            <numerusform>%n notes hold pictures, comments or the like that do not come along: keep the files.</numerusform>
        </translation>
    </message>
    <message>
        <source>每一份记录去哪里</source>
        <translation>Where each note goes</translation>
    </message>
    <message>
        <source>每一份都由您定。原文一字不动地放进个案，日子是写记录的那一天；日子有几种读法的、没有写的，请您选，不选的不导入。</source>
        <translation>Every note is yours to decide. Its words go into the case unchanged, under the day they were written. Where the day can be read in several ways or is missing, please choose; notes without a day are not imported.</translation>
    </message>
    <message>
        <source>第 {0} 份</source>
        <translation>Note {0}</translation>
    </message>
    <message>
        <source>第二步：每一份记录去哪里</source>
        <translation>Step 2: where each note goes</translation>
    </message>
    <message>
        <source>要知道的</source>
        <translation>Worth knowing</translation>
    </message>
    <message>
        <source>请选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>这一份去哪里</source>
        <translation>Where this one goes</translation>
    </message>
    <message>
        <source>这一份是哪一天的</source>
        <translation>Of which day this note is</translation>
    </message>
    <message>
        <source>这一天还没有到。</source>
        <translation>This day has not come yet.</translation>
    </message>
    <message numerus="yes">
        <source>这个人的另外 %n 份也这样</source>
        <translation>
            <numerusform>The same for the other %n note of this person</numerusform>
            <numerusform>The same for the other %n notes of this person</numerusform>
        </translation>
    </message>
    <message>
        <source>都不导入</source>
        <translation>Import none</translation>
    </message>
    <message>
        <source>重新选文件</source>
        <translation>Choose other files</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>；%n 份还没有日子</source>
        <translation>
            <numerusform>; %n still without a day</numerusform>
            <numerusform>; %n still without a day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteScreen</name>
    <message>
        <source>上次写的 {0}</source>
        <translation>Last time {0}</translation>
    </message>
    <message>
        <source>上次的计划 {0}</source>
        <translation>Planned on {0}</translation>
    </message>
    <message>
        <source>上次约定 {0}</source>
        <translation>Agreed on {0}</translation>
    </message>
    <message>
        <source>下次</source>
        <translation>Next session</translation>
    </message>
    <message>
        <source>不再专心写</source>
        <translation>Focus off</translation>
    </message>
    <message>
        <source>专心写</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>专心写，再按一次回来</source>
        <translation>Focus on writing; press again to leave</translation>
    </message>
    <message>
        <source>会谈单：打开、收起</source>
        <translation>Session sheet: open, fold</translation>
    </message>
    <message>
        <source>写补记，写好了存入</source>
        <translation>write an amendment; store it when written</translation>
    </message>
    <message>
        <source>各节</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>在这篇记录里找</source>
        <translation>Find in this note</translation>
    </message>
    <message>
        <source>已签署</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>换了模板，写的字都在。</source>
        <translation>Template changed; everything you wrote is here.</translation>
    </message>
    <message>
        <source>现在就存（平时自动存）</source>
        <translation>Save now (it saves itself otherwise)</translation>
    </message>
    <message>
        <source>督导定下的</source>
        <translation>From supervision</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>补记不写了。</source>
        <translation>No amendment is written.</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>随后一次</source>
        <translation>The session after</translation>
    </message>
</context>
<context>
    <name>NoteTemplates</name>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>记录模板…</source>
        <translation>Note templates…</translation>
    </message>
</context>
<context>
    <name>NoteTemplatesScreen</name>
    <message>
        <source>删除了模板：{0}</source>
        <translation>Template deleted: {0}</translation>
    </message>
    <message>
        <source>存好了：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>存好模板</source>
        <translation>Save the template</translation>
    </message>
    <message>
        <source>改了模板，已经动笔的记录不变。</source>
        <translation>Changing a template leaves notes already begun as they are.</translation>
    </message>
    <message>
        <source>新建模板</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>新记录用哪个模板</source>
        <translation>New notes begin in</translation>
    </message>
    <message>
        <source>未命名的模板</source>
        <translation>Untitled template</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>移动一节</source>
        <translation>Move a section</translation>
    </message>
    <message>
        <source>自己的模板</source>
        <translation>Your own templates</translation>
    </message>
    <message>
        <source>记录模板</source>
        <translation>Note templates</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>NowLine</name>
    <message>
        <source>现在 {0}</source>
        <translation>now {0}</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>请写一个数，例如 6 或 1.5。</source>
        <translation>Please write a number, such as 6 or 1.5.</translation>
    </message>
</context>
<context>
    <name>OldNotesScreen</name>
    <message>
        <source>{0}  {1}</source>
        <translation>{0}  {1}</translation>
    </message>
    <message>
        <source>以前的记录</source>
        <translation>Earlier note</translation>
    </message>
    <message>
        <source>导入于 {0}</source>
        <translation>Imported {0}</translation>
    </message>
    <message>
        <source>来自文件“{0}”</source>
        <translation>From the file “{0}”</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>这个个案里没有以前的记录。</source>
        <translation>There are no earlier notes in this case.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>OralPart</name>
    <message>
        <source>例如：会议软件的录音，已转存到加密硬盘</source>
        <translation>For example: recorded by the meeting app, moved to an encrypted drive</translation>
    </message>
    <message>
        <source>例如：来访者本人；咨询师</source>
        <translation>For example: the client; the counselor</translation>
    </message>
    <message>
        <source>口头同意的时间</source>
        <translation>When consent was given</translation>
    </message>
    <message>
        <source>录音存放在哪里</source>
        <translation>Where the recording is kept</translation>
    </message>
    <message>
        <source>热线规范 2.5、问7：这一项要写明。</source>
        <translation>Hotline 2.5, Q&amp;A 7: please fill this in.</translation>
    </message>
    <message>
        <source>谁朗读</source>
        <translation>Who reads aloud</translation>
    </message>
    <message>
        <source>镜头前读完全文并口头同意，再一起讨论细节（问7）。只用于网络和热线咨询。</source>
        <translation>The whole text is read aloud on camera and agreed to in words, then the details are discussed (Q&amp;A 7). For online and hotline work only.</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>会给来访者和咨询关系带来什么，怎样减轻</source>
        <translation>What it does to the client and the work, and how to soften it</translation>
    </message>
    <message>
        <source>原件放在哪里</source>
        <translation>Where the original is kept</translation>
    </message>
    <message>
        <source>只给文书要求的；可以请求出具书面意见代替原始记录。</source>
        <translation>Only what the document asks for; a written opinion can be offered in place of the record.</translation>
    </message>
    <message>
        <source>如 2026-03-20</source>
        <translation>such as 2026-03-20</translation>
    </message>
    <message>
        <source>如 办公室锁柜，第 3 夹</source>
        <translation>such as locked cabinet, folder 3</translation>
    </message>
    <message>
        <source>如 某区人民法院</source>
        <translation>such as a district court</translation>
    </message>
    <message>
        <source>姓名、证件号</source>
        <translation>Name, number of the ID</translation>
    </message>
    <message>
        <source>文书日期</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Officer</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>不接案</source>
        <translation>Decline the case</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>个案、页面或要做的事；拼音和首字母都行</source>
        <translation>A case, a page or something to do; pinyin and initials work too</translation>
    </message>
    <message>
        <source>个案密码</source>
        <translation>Password of the case</translation>
    </message>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>个案概念化</source>
        <translation>Case formulation</translation>
    </message>
    <message>
        <source>个案的留痕</source>
        <translation>Trail of the case</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>体检</source>
        <translation>check-up</translation>
    </message>
    <message>
        <source>保存与销毁</source>
        <translation>Keeping and destroying</translation>
    </message>
    <message>
        <source>保存期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>健康检查</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>全部同意书</source>
        <translation>All consents</translation>
    </message>
    <message>
        <source>关闭隐私模式</source>
        <translation>Turn privacy mode off</translation>
    </message>
    <message>
        <source>写记录</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>删除示例</source>
        <translation>Delete the example</translation>
    </message>
    <message>
        <source>危机卡</source>
        <translation>Crisis card</translation>
    </message>
    <message>
        <source>危机卡：选个案</source>
        <translation>Crisis card: choose a case</translation>
    </message>
    <message>
        <source>同意书文本</source>
        <translation>Consent texts</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>在记录里找“{0}”</source>
        <translation>Search notes for &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>外观跟随系统</source>
        <translation>Look: as the system</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>完整性</source>
        <translation>Completeness</translation>
    </message>
    <message>
        <source>完整性报告</source>
        <translation>Completeness report</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>导入以前的记录</source>
        <translation>Import earlier notes</translation>
    </message>
    <message>
        <source>导入问卷</source>
        <translation>Import a questionnaire</translation>
    </message>
    <message>
        <source>导出全部记录</source>
        <translation>Export everything</translation>
    </message>
    <message>
        <source>导览</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>年度统计</source>
        <translation>Figures of a year</translation>
    </message>
    <message>
        <source>录音录像</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>我的量表</source>
        <translation>My scales</translation>
    </message>
    <message>
        <source>打印或导出日程</source>
        <translation>Print or export the calendar</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the example</translation>
    </message>
    <message>
        <source>打开隐私模式</source>
        <translation>Turn privacy mode on</translation>
    </message>
    <message>
        <source>执业的伦理决策</source>
        <translation>Ethical decisions of the practice</translation>
    </message>
    <message>
        <source>执业资料</source>
        <translation>The practice</translation>
    </message>
    <message>
        <source>找到的</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>技术准备</source>
        <translation>Technical preparation</translation>
    </message>
    <message>
        <source>披露</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>换恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>接案</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>收起或展开侧栏</source>
        <translation>Fold or unfold the side bar</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>新预约</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>时数</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>时数规则</source>
        <translation>Rules for hours</translation>
    </message>
    <message>
        <source>来访者的请求</source>
        <translation>Client&apos;s requests</translation>
    </message>
    <message>
        <source>查找或跳转</source>
        <translation>Find or go to</translation>
    </message>
    <message>
        <source>查找记录</source>
        <translation>Search notes</translation>
    </message>
    <message>
        <source>法律保全</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>浅色外观</source>
        <translation>Light look</translation>
    </message>
    <message>
        <source>深色外观</source>
        <translation>Dark look</translation>
    </message>
    <message>
        <source>清单与用语</source>
        <translation>Lists and wording</translation>
    </message>
    <message>
        <source>电脑安全</source>
        <translation>This computer&apos;s security</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>The trail</translation>
    </message>
    <message>
        <source>督导摘要</source>
        <translation>Supervision summary</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision record</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>示例</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>离开示例</source>
        <translation>Leave the example</translation>
    </message>
    <message>
        <source>约定与复核</source>
        <translation>Agreement and review</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>给出记录</source>
        <translation>Give a copy</translation>
    </message>
    <message>
        <source>编辑资料</source>
        <translation>Edit profile</translation>
    </message>
    <message>
        <source>职业遗嘱</source>
        <translation>Succession package</translation>
    </message>
    <message>
        <source>自我照顾</source>
        <translation>Self-care</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录抽查</source>
        <translation>Record samples</translation>
    </message>
    <message>
        <source>记录模板</source>
        <translation>Note templates</translation>
    </message>
    <message>
        <source>记联系</source>
        <translation>Log contact</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>资源目录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>这一页的按键</source>
        <translation>Keys of this page</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>量表</source>
        <translation>Scales</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>预约登记表</source>
        <translation>Pre-intake form</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>已存成 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>已经送到打印机。请把纸收好。</source>
        <translation>Sent to the printer. Please keep the paper safe.</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>文件用上面的密码加密，离开保险库后锁不再保护它；文件名里不写姓名。</source>
        <translation>The file is encrypted with the password above; outside the vault the lock no longer protects it. The file name holds no name.</translation>
    </message>
    <message>
        <source>这台电脑上没有装打印机。可以存成 PDF，拿到别处打印。</source>
        <translation>This computer has no printer. Save a PDF and print it elsewhere.</translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message>
        <source>JPG、PNG 或 PDF。存入前去掉照片里的地点等附加信息；原文件留在原处。</source>
        <translation>JPG, PNG or PDF. Location and other hidden data in photos are removed before it is kept; the original file stays where it is.</translation>
    </message>
    <message>
        <source>例如：咨询室文件柜第二层；来访者自存</source>
        <translation>e.g. office cabinet; kept by the client</translation>
    </message>
    <message>
        <source>写路径，或把文件拖到这里</source>
        <translation>Type a path, or drop the file here</translation>
    </message>
    <message>
        <source>图片或 PDF</source>
        <translation>Pictures or PDF</translation>
    </message>
    <message>
        <source>存档方式要写明。</source>
        <translation>Say how it is kept.</translation>
    </message>
    <message>
        <source>签好的文件</source>
        <translation>Signed document</translation>
    </message>
    <message>
        <source>纸质原件放在哪里</source>
        <translation>Where the paper original is kept</translation>
    </message>
    <message>
        <source>网络规范 2.4：存档方式要写明。</source>
        <translation>Online counseling ethics 2.4: say how it is kept.</translation>
    </message>
    <message>
        <source>请先选文件。</source>
        <translation>Choose a file first.</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>选择签好的文件</source>
        <translation>Choose the signed document</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>危机资源单</source>
        <translation>Crisis resources</translation>
    </message>
    <message>
        <source>去补上</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>哪一张</source>
        <translation>Which paper</translation>
    </message>
    <message>
        <source>开场白</source>
        <translation>Opening words</translation>
    </message>
    <message>
        <source>怎样称呼咨询师</source>
        <translation>How the counselor is named</translation>
    </message>
    <message>
        <source>服务说明</source>
        <translation>Service sheet</translation>
    </message>
    <message>
        <source>热线：用工号</source>
        <translation>Hotline: by counselor number</translation>
    </message>
    <message>
        <source>用姓名和资质</source>
        <translation>By name and credentials</translation>
    </message>
    <message>
        <source>督导与紧急上报</source>
        <translation>Supervision and emergencies</translation>
    </message>
    <message>
        <source>给来访者的指引</source>
        <translation>Guide for clients</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>PartyRow</name>
    <message>
        <source>已移除。</source>
        <translation>Removed.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>PartyRows</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>撤销移除{0}</source>
        <translation>Undo removing {0}</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>移除{0}</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>显示密码</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>藏起密码</source>
        <translation>Hide password</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>一台快的电脑要算几百年。</source>
        <translation>A fast computer would need centuries.</translation>
    </message>
    <message>
        <source>不要求大小写和符号，长一些比花哨更管用。写中文时，先点眼睛图标，输入法才会出来。</source>
        <translation>No capitals or symbols required: long beats fancy. To write Chinese, click the eye first so that the input method appears.</translation>
    </message>
    <message>
        <source>两遍写得一样就可以继续</source>
        <translation>Go on once both are the same</translation>
    </message>
    <message>
        <source>两遍写得不一样。</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>再写一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>再加一两个不相干的词更稳妥。</source>
        <translation>One or two more unrelated words would make it safer.</translation>
    </message>
    <message>
        <source>再快的电脑也算不过来。</source>
        <translation>No computer is fast enough to guess it.</translation>
    </message>
    <message>
        <source>再长一些会好得多。</source>
        <translation>A little longer would be much better.</translation>
    </message>
    <message>
        <source>写好密码就可以继续</source>
        <translation>Enter a password to go on</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>已设好</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>至少 8 个字符，可以是一句话，任何文字都行</source>
        <translation>At least 8 characters; a sentence in any script</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>全部勾选</source>
        <translation>Tick all</translation>
    </message>
</context>
<context>
    <name>PeopleLine</name>
    <message>
        <source>一起来的人在接案的「谁来」里写。</source>
        <translation>Write who comes together under “Who is coming” of the intake.</translation>
    </message>
    <message>
        <source>没来的人说了什么</source>
        <translation>What those absent said</translation>
    </message>
    <message>
        <source>没来的人说了什么，例如 请了假</source>
        <translation>What those absent said, such as: excused</translation>
    </message>
    <message>
        <source>都来了</source>
        <translation>All came</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>小名、别名</source>
        <translation>Nicknames, other names</translation>
    </message>
    <message>
        <source>撤销移除 {0}</source>
        <translation>Undo removing person {0}</translation>
    </message>
    <message>
        <source>添加相关的人</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>相关的人 {0}：{1}</source>
        <translation>Person {0}: {1}</translation>
    </message>
    <message>
        <source>移除相关的人 {0}</source>
        <translation>Remove person {0}</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message numerus="yes">
        <source>以后三个月有 %n 次预约</source>
        <translation>
            <numerusform>%n appointment in the next three months</numerusform>
            <numerusform>%n appointments in the next three months</numerusform>
        </translation>
    </message>
    <message>
        <source>带上紧急联系人</source>
        <translation>With the emergency contact</translation>
    </message>
    <message>
        <source>带上紧急联系人：{0}</source>
        <translation>With the emergency contact of {0}</translation>
    </message>
    <message>
        <source>有电话</source>
        <translation>Telephone known</translation>
    </message>
    <message>
        <source>没有电话</source>
        <translation>No telephone</translation>
    </message>
    <message>
        <source>没有紧急联系人</source>
        <translation>No emergency contact</translation>
    </message>
    <message>
        <source>没有预约</source>
        <translation>no appointments</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>从图上移去</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>加一条关系</source>
        <translation>Add a relationship</translation>
    </message>
    <message>
        <source>加伴侣</source>
        <translation>Add a partner</translation>
    </message>
    <message>
        <source>加兄弟姐妹</source>
        <translation>Add a sibling</translation>
    </message>
    <message>
        <source>加孩子</source>
        <translation>Add a child</translation>
    </message>
    <message>
        <source>加父母</source>
        <translation>Add parents</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>去掉关系：{0}</source>
        <translation>Remove the relationship: {0}</translation>
    </message>
    <message>
        <source>名字或称呼（可以空着）</source>
        <translation>Name or what they are called (may be empty)</translation>
    </message>
    <message>
        <source>和 {0}</source>
        <translation>With {0}</translation>
    </message>
    <message>
        <source>和 {0} 之间</source>
        <translation>Between them and {0}</translation>
    </message>
    <message>
        <source>和前一个是同胎</source>
        <translation>Born together with the one before</translation>
    </message>
    <message>
        <source>在图上按 {0}</source>
        <translation>Press {0} on the drawing</translation>
    </message>
    <message>
        <source>在父母这里</source>
        <translation>With the parents</translation>
    </message>
    <message>
        <source>备注（可以空着）</source>
        <translation>Note (may be empty)</translation>
    </message>
    <message>
        <source>如职业、疾病、大事</source>
        <translation>Such as work, illness, events</translation>
    </message>
    <message>
        <source>字母是在图上按的键；B 加一条关系。</source>
        <translation>The letters are keys to press on the drawing; B adds a relationship.</translation>
    </message>
    <message>
        <source>已去世（年龄写去世时的）</source>
        <translation>Has died (give the age at death)</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>往前排</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>往后排</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>排行第 {0}，共 {1} 个</source>
        <translation>Child {0} of {1}</translation>
    </message>
    <message>
        <source>请写 0 到 {0} 之间的数。</source>
        <translation>Please write a number from 0 to {0}.</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zone</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>会新建这个文件夹，它的名字就是保险库的名字。</source>
        <translation>This folder will be made; its name is the vault&apos;s name.</translation>
    </message>
    <message>
        <source>保险库放在哪里</source>
        <translation>Where to keep the vault</translation>
    </message>
    <message>
        <source>保险库的文件夹</source>
        <translation>The vault&apos;s folder</translation>
    </message>
    <message>
        <source>内容是加密的，但同步到一半的文件可能打不开。建议换一个地方。</source>
        <translation>The content is encrypted, but a half-synced file may not open. Another place is better.</translation>
    </message>
    <message>
        <source>放在哪里</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>记录、同意书都放在这一个文件夹里，全部加密。只在这台电脑上。</source>
        <translation>Notes and consents are kept in this one folder, all encrypted, on this computer only.</translation>
    </message>
    <message>
        <source>请写一个完整的文件夹路径</source>
        <translation>Give the full path of a folder</translation>
    </message>
    <message>
        <source>这个文件夹由 {0} 同步，会传到别人的服务器上。</source>
        <translation>{0} syncs this folder to someone else&apos;s servers.</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
</context>
<context>
    <name>PlainEdit</name>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>PlanParts</name>
    <message numerus="yes">
        <source>%n 个月后</source>
        <translation>
            <numerusform>In %n month</numerusform>
            <numerusform>In %n months</numerusform>
        </translation>
    </message>
    <message>
        <source>如 电话，和来访者说好的号码</source>
        <translation>e.g. by phone</translation>
    </message>
    <message>
        <source>来访者不愿意随访</source>
        <translation>The client does not want a follow-up</translation>
    </message>
    <message>
        <source>点一下就写进去</source>
        <translation>A click writes it in</translation>
    </message>
    <message>
        <source>用什么方式问</source>
        <translation>How to ask</translation>
    </message>
    <message>
        <source>第一次</source>
        <translation>First</translation>
    </message>
    <message>
        <source>第三次（可以空着）</source>
        <translation>Third (may stay empty)</translation>
    </message>
    <message>
        <source>第二次（可以空着）</source>
        <translation>Second (may stay empty)</translation>
    </message>
    <message>
        <source>随访：{0}</source>
        <translation>Follow-up: {0}</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>播放到哪里</source>
        <translation>Place in the recording</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>这台电脑现在没有可用的声音输出，只能看进度。</source>
        <translation>This computer has no sound output just now; only the progress can be seen.</translation>
    </message>
    <message>
        <source>退回 3 秒</source>
        <translation>Back 3 seconds</translation>
    </message>
    <message>
        <source>速度 {0} 倍</source>
        <translation>Speed {0}×</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>{0} {1} 学时</source>
        <translation>{0} {1} h</translation>
    </message>
    <message>
        <source>一次</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>个人体验</source>
        <translation>Own therapy</translation>
    </message>
    <message>
        <source>个体</source>
        <translation>Individual</translation>
    </message>
    <message>
        <source>个体 {0} 小时 · 团体 {1} 小时 · 同辈 {2} 小时</source>
        <translation>Individual {0} h · group {1} h · peer {2} h</translation>
    </message>
    <message>
        <source>中国心理学会已注册或公示的督导师、心理师、助理心理师</source>
        <translation>Supervisor, psychologist or assistant registered or published by the Chinese Psychological Society</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>以前的累计</source>
        <translation>Total from before</translation>
    </message>
    <message>
        <source>伦理</source>
        <translation>Ethics</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>伴侣</source>
        <translation>Couple</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他时数</source>
        <translation>Other hours</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>到 {0} 的累计</source>
        <translation>Total up to {0}</translation>
    </message>
    <message>
        <source>制度文件</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>医学知识</source>
        <translation>Medical knowledge</translation>
    </message>
    <message>
        <source>医院</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>卫生部初级、中级心理治疗师</source>
        <translation>Psychotherapist, junior or intermediate (Ministry of Health)</translation>
    </message>
    <message>
        <source>危机干预</source>
        <translation>Crisis intervention</translation>
    </message>
    <message>
        <source>受督</source>
        <translation>Supervised</translation>
    </message>
    <message>
        <source>叫什么</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>号码或账号</source>
        <translation>Number or account</translation>
    </message>
    <message>
        <source>合同或条款日期</source>
        <translation>Contract or terms</translation>
    </message>
    <message>
        <source>同辈</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Counseling</translation>
    </message>
    <message>
        <source>哪一种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>团体</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>团队与督导</source>
        <translation>Team and supervisors</translation>
    </message>
    <message>
        <source>在哪里，和谁</source>
        <translation>Where and with whom</translation>
    </message>
    <message>
        <source>在海外获得心理咨询与治疗的相关资质</source>
        <translation>Qualification in counseling or psychotherapy from abroad</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>基础训练</source>
        <translation>Basic training</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>学时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>家庭</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>已取得人社部二级、三级心理咨询师资格证</source>
        <translation>Certified counselor, level 2 or 3 (Ministry of Human Resources)</translation>
    </message>
    <message>
        <source>已系统接受过心理咨询与治疗的专业人员</source>
        <translation>Professional with systematic training in counseling and psychotherapy</translation>
    </message>
    <message>
        <source>已过期 {0}</source>
        <translation>Expired {0}</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platforms</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>录制</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>急救</source>
        <translation>Ambulance</translation>
    </message>
    <message>
        <source>承诺保密</source>
        <translation>Promised confidentiality</translation>
    </message>
    <message>
        <source>教育</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>施督</source>
        <translation>Supervising</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>是什么人</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>民政</source>
        <translation>Civil affairs</translation>
    </message>
    <message>
        <source>没有链接</source>
        <translation>No link</translation>
    </message>
    <message>
        <source>法律援助</source>
        <translation>Legal aid</translation>
    </message>
    <message>
        <source>注册心理师</source>
        <translation>Registered psychologist</translation>
    </message>
    <message>
        <source>注册督导师</source>
        <translation>Registered supervisor</translation>
    </message>
    <message>
        <source>热线</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>电脑与加密</source>
        <translation>Computers and encryption</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>督导</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>督导协议</source>
        <translation>Supervision agreement</translation>
    </message>
    <message>
        <source>督导师</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>私人账号</source>
        <translation>Private accounts</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>精神科医生</source>
        <translation>Psychiatrist</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>网络咨询</source>
        <translation>Online counseling</translation>
    </message>
    <message>
        <source>自我照顾</source>
        <translation>Self-care</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>警方</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>该核对了</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>该核验了</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>语音</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>资源目录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>资质</source>
        <translation>Credentials</translation>
    </message>
    <message>
        <source>身心状态</source>
        <translation>How I am, in body and mind</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>还没核对</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>链接核验</source>
        <translation>Link checked</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>高校、中小学心理健康教育中心专兼心理咨询师</source>
        <translation>Counselor of a school or university mental health center</translation>
    </message>
</context>
<context>
    <name>PracticeRules</name>
    <message>
        <source>专业擅长（问 1·3）</source>
        <translation>Specialties (Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>写一点再存：任意一格都可以（热线 4.3）。</source>
        <translation>Write something before you save it: any field will do (Hotline 4.3).</translation>
    </message>
    <message>
        <source>单次或连续（热线 2.1）</source>
        <translation>Single or ongoing (Hotline 2.1)</translation>
    </message>
    <message>
        <source>取向（问 1·3）</source>
        <translation>Orientation (Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>咨询室或机构（热线 2.1）</source>
        <translation>Practice or institution (Hotline 2.1)</translation>
    </message>
    <message>
        <source>咨询师姓名（规范二(二)c）</source>
        <translation>The counselor&apos;s name (Hotline standard 2(2)c)</translation>
    </message>
    <message>
        <source>咨询师姓名（问 1·3）</source>
        <translation>Counselor&apos;s name (Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>咨询师工号（热线 1.4）</source>
        <translation>Counselor number (Hotline 1.4)</translation>
    </message>
    <message>
        <source>对来访者身份的要求（问 1·3）</source>
        <translation>Who can come (Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>怎样联系督导师（问 1）</source>
        <translation>How to reach your supervisor (Q&amp;A 1)</translation>
    </message>
    <message>
        <source>收费（热线 2.1，问 1·3）</source>
        <translation>Fee (Hotline 2.1, Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>有资质的链接超过 90 天没有核验，请打开看一眼（网络 2.2，附录 8.4）。</source>
        <translation>A credential&apos;s link was not checked for more than 90 days; please open it (Online 2.2, Appendix 8.4).</translation>
    </message>
    <message>
        <source>有资质过了有效期，不会再印在同意书上（网络 2.2）。</source>
        <translation>A credential has expired and is no longer printed on consent forms (Online 2.2).</translation>
    </message>
    <message>
        <source>服务对象（热线 2.1）</source>
        <translation>For whom (Hotline 2.1)</translation>
    </message>
    <message>
        <source>服务时间（问 1·3）</source>
        <translation>Hours (Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>服务范围（热线 2.1，问 1·3）</source>
        <translation>What is offered (Hotline 2.1, Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>每次时限（热线 2.1）</source>
        <translation>Length of a session (Hotline 2.1)</translation>
    </message>
    <message>
        <source>紧急个案先找谁（问 1）</source>
        <translation>Whom you call first in an emergency (Q&amp;A 1)</translation>
    </message>
    <message>
        <source>联系方式（规范二(二)c）</source>
        <translation>The contact (Hotline standard 2(2)c)</translation>
    </message>
    <message>
        <source>请写下事实（义务不明时）。</source>
        <translation>Please write the facts (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下决定（义务不明时）。</source>
        <translation>Please write the decision (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下叫什么名字（3.7）。</source>
        <translation>Write their name (3.7).</translation>
    </message>
    <message>
        <source>请写下叫什么（热线 5.6）。</source>
        <translation>Please write what it is called (Hotline 5.6).</translation>
    </message>
    <message>
        <source>请写下号码或账号（问 5(1)）。</source>
        <translation>Please write the number or account (Q&amp;A 5(1)).</translation>
    </message>
    <message>
        <source>请写下名称（网络 2.2）。</source>
        <translation>Please write the title (Online 2.2).</translation>
    </message>
    <message>
        <source>请写下和谁（网络 6.1）。</source>
        <translation>Please write with whom (Online 6.1).</translation>
    </message>
    <message>
        <source>请写下咨询了谁，没有也请写「无」和原因（义务不明时）。</source>
        <translation>Please write who was consulted; if nobody, say none and why (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下多少分钟（规范一(三)）。</source>
        <translation>Please write how many minutes (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请写下多少小时或学时（热线 5.4）。</source>
        <translation>Please write how many hours (Hotline 5.4).</translation>
    </message>
    <message>
        <source>请写下平台的名字（问 1·2）。</source>
        <translation>Please write the platform&apos;s name (Q&amp;A 1.2).</translation>
    </message>
    <message>
        <source>请写下是哪一天（热线 5.4）。</source>
        <translation>Please write the day (Hotline 5.4).</translation>
    </message>
    <message>
        <source>请写下有哪些选项（义务不明时）。</source>
        <translation>Please write the options (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下电话，或者地点（热线 5.6）。</source>
        <translation>Please write the number or the place (Hotline 5.6).</translation>
    </message>
    <message>
        <source>请写下相关的人（义务不明时）。</source>
        <translation>Please write whom it touches (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下看过的条款或法律（义务不明时）。</source>
        <translation>Please write which clauses or laws were looked at (where the duty is unclear).</translation>
    </message>
    <message>
        <source>请写下至少一行目标，每行都要读得懂：数目、哪一种时数、什么才算。</source>
        <translation>Please write at least one goal, each on a line that can be read: a number, the kind of hours, and what counts.</translation>
    </message>
    <message>
        <source>请给这份规则起个名字。</source>
        <translation>Please give these rules a name.</translation>
    </message>
    <message>
        <source>请选个体、团体或同辈，三种分开计（规范一(三)）。</source>
        <translation>Please choose individual, group or peer; they are counted separately (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请选是七类资质中的哪一类（问 3·1）。</source>
        <translation>Please choose one of the seven categories (Q&amp;A 3.1).</translation>
    </message>
    <message>
        <source>请选是哪一种帮助（热线 5.6）。</source>
        <translation>Please choose which kind of help it is (Hotline 5.6).</translation>
    </message>
    <message>
        <source>请选是哪一种时数，每种分开计（规范一(三)）。</source>
        <translation>Please choose what the hours were spent as; each is counted separately (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>请选用的什么方式（网络 6.1）。</source>
        <translation>Please choose how it was held (Online 6.1).</translation>
    </message>
    <message>
        <source>请选这次培训是关于什么的（热线 4.1，网络 4.1）。</source>
        <translation>Please choose what the training was about (Hotline 4.1, Online 4.1).</translation>
    </message>
    <message>
        <source>谁在督导您（问 1）</source>
        <translation>Who supervises you (Q&amp;A 1)</translation>
    </message>
    <message>
        <source>资源目录里有超过 180 天没有核对的，请打一个电话问问（热线 5.6）。</source>
        <translation>Some entries of the directory were not checked for 180 days; please call and ask (Hotline 5.6).</translation>
    </message>
    <message>
        <source>资质（热线 2.1，问 1·3，网络 2.2）</source>
        <translation>Credentials (Hotline 2.1, Q&amp;A 1.3, Online 2.2)</translation>
    </message>
    <message>
        <source>还没有写下谁在督导您（热线 5.1）。</source>
        <translation>Your supervisor is not named yet (Hotline 5.1).</translation>
    </message>
    <message>
        <source>还没有记过危机干预的培训（热线 4.1，问 3·3）。</source>
        <translation>No training in crisis intervention is recorded (Hotline 4.1, Q&amp;A 3.3).</translation>
    </message>
    <message>
        <source>还没有记过网络咨询的培训（网络 4.1）。</source>
        <translation>No training in online counseling is recorded (Online 4.1).</translation>
    </message>
    <message>
        <source>这一句可以换一种说法，不能空着（热线 5.6）。</source>
        <translation>You can reword this, but not leave it empty (Hotline 5.6).</translation>
    </message>
    <message>
        <source>这一句可以换一种说法，不能空着（问 1·3，网络 3.4）。</source>
        <translation>You can reword this, but not leave it empty (Q&amp;A 1.3, Online 3.4).</translation>
    </message>
    <message>
        <source>这一栏可以换个名字，不能空着（问 6(5)）。</source>
        <translation>You can rename this, but not leave it empty (Q&amp;A 6(5)).</translation>
    </message>
    <message>
        <source>这是您登记过的私人账号。和来访者请用咨询专用的（问 5(1)）。</source>
        <translation>This is one of your private accounts. Please use your professional one with clients (Q&amp;A 5(1)).</translation>
    </message>
    <message>
        <source>这里可以换一种说法，不能空着（热线 2.1，问 1·3）。</source>
        <translation>You can reword this, but not leave it empty (Hotline 2.1, Q&amp;A 1.3).</translation>
    </message>
    <message>
        <source>这里至少要留一条（规范三(一)b）。</source>
        <translation>Keep at least one entry here (Hotline standard 3(1)b).</translation>
    </message>
    <message>
        <source>这里至少要留一条（规范二(一)b，网络 5.1）。</source>
        <translation>Keep at least one entry here (Hotline standard 2(1)b, Online 5.1).</translation>
    </message>
</context>
<context>
    <name>PracticeScreen</name>
    <message>
        <source>存好打开的一条</source>
        <translation>Save the open record</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>执业资料</source>
        <translation>The practice</translation>
    </message>
    <message>
        <source>执业资料的部分</source>
        <translation>Parts of the practice</translation>
    </message>
    <message>
        <source>换一个部分</source>
        <translation>Another part</translation>
    </message>
    <message>
        <source>收起，或返回</source>
        <translation>Close the record, or go back</translation>
    </message>
    <message>
        <source>服务与支持</source>
        <translation>Services and support</translation>
    </message>
    <message>
        <source>请看一下</source>
        <translation>Please have a look</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>对方会读到的全部</source>
        <translation>Everything they will read</translation>
    </message>
    <message>
        <source>还什么都没有。</source>
        <translation>Nothing yet.</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>不要和保险库放在一起，请换一个地方。</source>
        <translation>Not beside the vault: choose another place.</translation>
    </message>
    <message>
        <source>例如 U 盘上的 恢复密钥.pdf</source>
        <translation>e.g. recovery-key.pdf on a USB stick</translation>
    </message>
    <message>
        <source>存下</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>存成 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存成哪个文件</source>
        <translation>File to save to</translation>
    </message>
    <message>
        <source>恢复密钥.pdf</source>
        <translation>recovery-key.pdf</translation>
    </message>
    <message>
        <source>用打印机</source>
        <translation>Use a printer</translation>
    </message>
    <message>
        <source>请写完整的路径和文件名。</source>
        <translation>Give the full path and file name.</translation>
    </message>
    <message>
        <source>请存到 U 盘，打印后删掉。不要存进网盘，也不要和保险库放在一起。</source>
        <translation>Save it to a USB stick, print it, then delete it. Never in the cloud, never beside the vault.</translation>
    </message>
    <message>
        <source>谁拿到这个文件，谁就能打开保险库。</source>
        <translation>Whoever has this file can open the vault.</translation>
    </message>
    <message>
        <source>选择位置</source>
        <translation>Choose place</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一行一个。</source>
        <translation>One per line.</translation>
    </message>
    <message>
        <source>不可以让对方知道</source>
        <translation>They may not know</translation>
    </message>
    <message>
        <source>不用私人的（问 5(1)）。</source>
        <translation>Not a private one (Q&amp;A 5(1)).</translation>
    </message>
    <message>
        <source>与来访者的关系</source>
        <translation>Relation to the client</translation>
    </message>
    <message>
        <source>专业擅长</source>
        <translation>Specialties</translation>
    </message>
    <message>
        <source>两地</source>
        <translation>Places and time zones</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Code name</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>例如 先联系督导师；有生命危险时报警并通知紧急联系人</source>
        <translation>e.g. the supervisor first; where a life is in danger, the police and the emergency contact</translation>
    </message>
    <message>
        <source>例如 周一到周五 9:00 到 18:00</source>
        <translation>e.g. Mon to Fri, 9:00 to 18:00</translation>
    </message>
    <message>
        <source>例如 年满 18 岁；未成年人由监护人一起来</source>
        <translation>e.g. 18 or older; minors come with a guardian</translation>
    </message>
    <message>
        <source>例如 每次 50 分钟</source>
        <translation>e.g. 50 minutes</translation>
    </message>
    <message>
        <source>例如 连续咨询，每周一次</source>
        <translation>e.g. ongoing, once a week</translation>
    </message>
    <message>
        <source>依托机构（没有就空着）</source>
        <translation>Affiliated institution (if any)</translation>
    </message>
    <message>
        <source>免费也请写明</source>
        <translation>If it is free, say so</translation>
    </message>
    <message>
        <source>公布给来访者的（热线 2.1，问 1·3）</source>
        <translation>Told to clients (Hotline 2.1, Q&amp;A 1.3)</translation>
    </message>
    <message>
        <source>写在这里的名字，写督导摘要时会被认出并隐去。这一节都可以先空着；远程咨询的联系方式、两地和紧急联系人，签署同意书和记录之前会问到。</source>
        <translation>Names written here are recognized and hidden when you write a summary for supervision. Everything in this section may stay empty for now; for remote work, how to reach the client, both places and the emergency contact are asked for before the consent and the notes are signed.</translation>
    </message>
    <message>
        <source>几个之间用顿号或逗号</source>
        <translation>Separate several with commas</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>单次或连续</source>
        <translation>Single or ongoing</translation>
    </message>
    <message>
        <source>可以让对方知道</source>
        <translation>They may know</translation>
    </message>
    <message>
        <source>可以让这位联系人知道正在做咨询</source>
        <translation>This contact may know about the counseling</translation>
    </message>
    <message>
        <source>咨询专用的联系方式</source>
        <translation>Professional contact</translation>
    </message>
    <message>
        <source>咨询室或机构名</source>
        <translation>Practice or organization</translation>
    </message>
    <message>
        <source>咨询师姓名</source>
        <translation>Counselor&apos;s name</translation>
    </message>
    <message>
        <source>如 1998-05-12</source>
        <translation>e.g. 1998-05-12</translation>
    </message>
    <message>
        <source>如 Europe/London，也可输入城市</source>
        <translation>e.g. Europe/London, or type a city</translation>
    </message>
    <message>
        <source>如 H-017 或 禾木</source>
        <translation>e.g. H-017 or Willow</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>学校</source>
        <translation>School</translation>
    </message>
    <message>
        <source>对来访者身份的要求</source>
        <translation>Who can come</translation>
    </message>
    <message>
        <source>小名、别名</source>
        <translation>Nicknames, other names</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Counselor number</translation>
    </message>
    <message>
        <source>已存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>您所在城市</source>
        <translation>Your city</translation>
    </message>
    <message>
        <source>您的时区</source>
        <translation>Your time zone</translation>
    </message>
    <message>
        <source>您背后的支持（热线 4.1、5.1，问 1）</source>
        <translation>Who stands behind you (Hotline 4.1, 5.1, Q&amp;A 1)</translation>
    </message>
    <message>
        <source>打印的日程、导出和隐私模式里用它。写一个只有您认得的，不用真名：别人看到也不知道是谁。</source>
        <translation>Used in printed calendars, exports and privacy mode. Choose something only you recognize, not the real name, so that nobody who sees it knows who it is.</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>服务对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>服务方式</source>
        <translation>Service mode</translation>
    </message>
    <message>
        <source>服务时间</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>服务范围</source>
        <translation>What is offered</translation>
    </message>
    <message>
        <source>来访者</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>来访者所在城市</source>
        <translation>Client&apos;s city</translation>
    </message>
    <message>
        <source>来访者时区</source>
        <translation>Client&apos;s time zone</translation>
    </message>
    <message>
        <source>每次时限</source>
        <translation>Length of a session</translation>
    </message>
    <message>
        <source>热线的纸上印工号，不印姓名和联系方式。</source>
        <translation>A hotline&apos;s papers bear the counselor number instead of name and contact.</translation>
    </message>
    <message>
        <source>理论与技术取向</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>用顿号隔开，如 情绪、人际、青少年。签署记录时，问题类型不在里面会提醒一句（热线 4.1）。</source>
        <translation>Separated by commas, e.g. mood, relationships, adolescents. When you sign a note, a kind of problem that is not among them is mentioned (Hotline 4.1).</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>相关的人</source>
        <translation>People around the client</translation>
    </message>
    <message>
        <source>相关的地点</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>相关的地点和机构</source>
        <translation>Places and organizations</translation>
    </message>
    <message>
        <source>相关的机构</source>
        <translation>Organizations</translation>
    </message>
    <message>
        <source>督导师</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>督导师的联系方式</source>
        <translation>Supervisor&apos;s contact</translation>
    </message>
    <message>
        <source>紧急个案先找谁、什么时候找</source>
        <translation>Whom you call when a case is urgent, and when</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>紧急联系人姓名</source>
        <translation>Emergency contact&apos;s name</translation>
    </message>
    <message>
        <source>紧急联系人电话</source>
        <translation>Emergency contact&apos;s phone</translation>
    </message>
    <message>
        <source>胜任的议题和人群</source>
        <translation>Topics and people you are trained for</translation>
    </message>
    <message>
        <source>要印的纸上得有这一项。</source>
        <translation>The paper needs this.</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>身份证号、出生日期、住址：与咨询无关就不问，也不记。</source>
        <translation>ID number, date of birth, address: if the work doesn&apos;t need them, don&apos;t ask and don&apos;t record.</translation>
    </message>
    <message>
        <source>还没问</source>
        <translation>Not asked yet</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>需要时填写</source>
        <translation>Fill in if needed</translation>
    </message>
    <message>
        <source>需要时填写身份证号、出生日期、住址</source>
        <translation>Fill in ID number, date of birth and address if needed</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>改面询</source>
        <translation>Move to in person</translation>
    </message>
    <message>
        <source>是，仍有效</source>
        <translation>Yes, it helps</translation>
    </message>
    <message>
        <source>正在停下</source>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Refer</translation>
    </message>
</context>
<context>
    <name>ProgressForm</name>
    <message>
        <source>不再有效，往哪里走</source>
        <translation>If not, what next?</translation>
    </message>
    <message>
        <source>和来访者是怎样讨论的</source>
        <translation>How you talked it over with the client</translation>
    </message>
    <message>
        <source>看得到的成效，或没有成效的地方（可以空着）</source>
        <translation>What has come of it, and where it has not helped (optional)</translation>
    </message>
    <message>
        <source>看过了：没有生出别的关系（网络 1.4）</source>
        <translation>Checked: no other relationship has grown (Online 1.4)</translation>
    </message>
    <message>
        <source>网络咨询是否仍有效</source>
        <translation>Is online counseling still helping?</translation>
    </message>
    <message>
        <source>记下复核</source>
        <translation>Record review</translation>
    </message>
    <message>
        <source>重新谈过边界：联系方式、时间、彼此的关系（附录 8.5）</source>
        <translation>Boundaries talked over again: channels, times, roles (Appendix 8.5)</translation>
    </message>
</context>
<context>
    <name>ProofBox</name>
    <message>
        <source>八组，每组五个字符。空格、横线和大小写都随意。</source>
        <translation>Eight groups of five characters. Spaces, dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>改用密码</source>
        <translation>Use the password instead</translation>
    </message>
    <message>
        <source>改用恢复密钥</source>
        <translation>Use the recovery key instead</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>这不是这个保险库的恢复密钥。请核对纸上写的保险库名字和日期。</source>
        <translation>This is not the recovery key of this vault. Please check the vault&apos;s name and the date on the paper.</translation>
    </message>
</context>
<context>
    <name>Questionnaire</name>
    <message numerus="yes">
        <source>%n 列不带进来：{0}。</source>
        <translation>
            <numerusform>%n column is left out: {0}.</numerusform>
            <numerusform>%n columns are left out: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}”：出生日期读不懂，原样留在答卷里。</source>
        <translation>“{0}”: this date of birth cannot be read; it stays among the answers as it is.</translation>
    </message>
    <message>
        <source>“{0}”：资料里已有别的内容，没有改，留在答卷里。</source>
        <translation>“{0}”: something else is on record and was not changed; the answer is kept among the answers.</translation>
    </message>
    <message>
        <source>“{0}”：这一格放不进资料，原样留在答卷里。</source>
        <translation>“{0}”: no field takes this answer; it is kept word for word among the answers.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不带进来</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>以前的咨询</source>
        <translation>Earlier counseling</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>列数太多了。</source>
        <translation>There are too many columns.</translation>
    </message>
    <message>
        <source>医院的诊断</source>
        <translation>Diagnosis by the hospital</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Workplace</translation>
    </message>
    <message>
        <source>在第 {0} 行。</source>
        <translation>In row {0}.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>学校</source>
        <translation>School</translation>
    </message>
    <message>
        <source>它可能被移走了，或者不让读。请再选一次。</source>
        <translation>It may have been moved, or may not be read. Please choose again.</translation>
    </message>
    <message>
        <source>就诊医院</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>序号（只认重复）</source>
        <translation>Serial no. (spots repeats)</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>怎样找到这里</source>
        <translation>How they found you</translation>
    </message>
    <message>
        <source>所在城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation>Submitted at</translation>
    </message>
    <message>
        <source>文化与信仰</source>
        <translation>Culture and faith</translation>
    </message>
    <message>
        <source>最多 256 列。请删去用不着的列，再导入一次。</source>
        <translation>The most is 256. Please delete the columns you do not need and import it again.</translation>
    </message>
    <message>
        <source>最多两万行。请分成几份导出，再一份一份导入。</source>
        <translation>The most is 20,000. Please export it in parts and import them one by one.</translation>
    </message>
    <message>
        <source>最大 20 MB，展开后 100 MB。请分成几份导出，再一份一份导入。</source>
        <translation>The most is 20 MB, or 100 MB unpacked. Please export it in parts and import them one by one.</translation>
    </message>
    <message>
        <source>有一个引号没有配对，后面分不清是哪一格。</source>
        <translation>A quotation mark is not closed, and the cells behind it cannot be told apart.</translation>
    </message>
    <message>
        <source>期望</source>
        <translation>What they hope for</translation>
    </message>
    <message>
        <source>正在服的药</source>
        <translation>Current medication</translation>
    </message>
    <message>
        <source>求助的问题</source>
        <translation>What they seek help with</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>留在答卷里</source>
        <translation>Keep among the answers</translation>
    </message>
    <message>
        <source>监护人姓名</source>
        <translation>Guardian: name</translation>
    </message>
    <message>
        <source>监护人的关系</source>
        <translation>Guardian: relation</translation>
    </message>
    <message>
        <source>监护人的电话</source>
        <translation>Guardian: phone</translation>
    </message>
    <message>
        <source>紧急联系人姓名</source>
        <translation>Emergency contact: name</translation>
    </message>
    <message>
        <source>紧急联系人的关系</source>
        <translation>Emergency contact: relation</translation>
    </message>
    <message>
        <source>紧急联系人的电话</source>
        <translation>Emergency contact: phone</translation>
    </message>
    <message>
        <source>行数太多了。</source>
        <translation>There are too many rows.</translation>
    </message>
    <message>
        <source>要有一行表头，表头下面至少一份答卷。</source>
        <translation>It takes a row of headings, and at least one set of answers below it.</translation>
    </message>
    <message>
        <source>认不出里面的文字。</source>
        <translation>The text in it cannot be made out.</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>语言或方言</source>
        <translation>Language or dialect</translation>
    </message>
    <message>
        <source>请从问卷网站重新导出一次。</source>
        <translation>Please export it from the survey site once more.</translation>
    </message>
    <message>
        <source>请分成几份导出，再一份一份导入。</source>
        <translation>Please export it in parts and import them one by one.</translation>
    </message>
    <message>
        <source>请另存为 .xlsx，或者 UTF-8 编码的 CSV，再导入。</source>
        <translation>Please save it as .xlsx, or as CSV in UTF-8, and import that.</translation>
    </message>
    <message>
        <source>请在问卷网站上改选导出 .xlsx，再导入。</source>
        <translation>Please export it as .xlsx from the survey site, and import that.</translation>
    </message>
    <message>
        <source>请在问卷网站上选导出 Excel 或 CSV，再导入。</source>
        <translation>Please choose Excel or CSV when you export on the survey site, and import that.</translation>
    </message>
    <message>
        <source>请用表格软件打开，另存为不加密码的 .xlsx 或 CSV，再导入。</source>
        <translation>Please open it in a spreadsheet program, save it as .xlsx or CSV without a password, and import that.</translation>
    </message>
    <message>
        <source>这个文件太大了。</source>
        <translation>This file is too large.</translation>
    </message>
    <message>
        <source>这个文件读不出来。</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>这个文件里没有答卷。</source>
        <translation>There are no answers in this file.</translation>
    </message>
    <message>
        <source>这个表格坏了，或者不是表格。</source>
        <translation>This workbook is damaged, or is not a workbook.</translation>
    </message>
    <message>
        <source>这份表里的字太多了。</source>
        <translation>There is too much text in this table.</translation>
    </message>
    <message>
        <source>这是一个网页，不是表格。</source>
        <translation>This is a web page, not a table.</translation>
    </message>
    <message>
        <source>这是旧格式的 .xls，或者加了密码的表格。</source>
        <translation>This is an old .xls, or a workbook with a password.</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>需要的便利</source>
        <translation>What they need</translation>
    </message>
</context>
<context>
    <name>QuestionnaireScreen</name>
    <message>
        <source>上一步</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>不用网上问卷的来访者，可以填纸的：打印一张空的预约登记表。</source>
        <translation>Clients who do not use an online survey can fill in paper: print an empty pre-intake form.</translation>
    </message>
    <message>
        <source>从问卷网站（如问卷星）导出答卷，Excel（.xlsx）或 CSV 都行：一行表头，一份答卷一行。</source>
        <translation>Export the answers from your survey site (such as Wenjuanxing) as Excel (.xlsx) or CSV: a row of headings, then a row for each person.</translation>
    </message>
    <message>
        <source>停下了，剩下的没有导入。</source>
        <translation>Stopped. The rest was not imported.</translation>
    </message>
    <message>
        <source>导入问卷</source>
        <translation>Import a questionnaire</translation>
    </message>
    <message>
        <source>文件只在这台电脑上读，里面的公式不会运行。导入以前，每一列和每一份都先给您看。</source>
        <translation>The file is read on this computer only, and no formula in it is run. You see every column and every row before anything is imported.</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>正在读这个文件</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>第一步：选文件</source>
        <translation>Step 1: choose a file</translation>
    </message>
    <message>
        <source>答卷</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>这一列不带进来</source>
        <translation>Leave this column out</translation>
    </message>
    <message>
        <source>选一个文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>选一个答卷文件</source>
        <translation>Choose a file of answers</translation>
    </message>
    <message>
        <source>预约登记表</source>
        <translation>Pre-intake form</translation>
    </message>
</context>
<context>
    <name>QuietSettings</name>
    <message>
        <source>个案页和个案列表上说「可能脱落」；连着两次没有来也会说。写 0 就不看周数（问 4·1(2)）。</source>
        <translation>The case and the list of cases say “May have dropped out”; also after two no-shows in a row. With 0, no weeks are looked at (Q&amp;A 4.1(2)).</translation>
    </message>
    <message>
        <source>几周没有来也没有约，就提醒</source>
        <translation>Remind after so many weeks without a session or an appointment</translation>
    </message>
    <message>
        <source>脱落</source>
        <translation>Dropped out</translation>
    </message>
    <message>
        <source>请写 0 到 {0} 之间的一个数。</source>
        <translation>Please write a number from 0 to {0}.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>心匣</source>
        <translation>Xinxia</translation>
    </message>
</context>
<context>
    <name>ReadOnlyNotice</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>之前存的都在，照常打开。请腾出一点空间；腾出来以后，这里会自己继续。</source>
        <translation>Everything saved is there and opens as usual. Please make some room; after that, this goes on by itself.</translation>
    </message>
    <message>
        <source>它们所在的页坏了；其余的都在下面。备份里可能还有，请先不要删旧备份。</source>
        <translation>The pages they lie on are damaged; everything else is below. A backup may still hold them: please delete no old backup.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 篇记录读不出来，编号 {0}。</source>
        <translation>
            <numerusform>%n note cannot be read, number {0}.</numerusform>
            <numerusform>%n notes cannot be read, numbers {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>磁盘现在写不进去，只能看。</source>
        <translation>The disk takes nothing now: you can only read.</translation>
    </message>
</context>
<context>
    <name>Readable</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>个案 {0} 有自己的密码，没有打开，不在里面。先打开它，再导出一次。</source>
        <translation>Case {0} has a password of its own, was shut, and is not in it. Open it, then export again.</translation>
    </message>
    <message>
        <source>录音 №{0} 不在里面：保险库里找不到它的文件。</source>
        <translation>Recording no. {0} is not in it: its file was not found in the vault.</translation>
    </message>
    <message>
        <source>录音 №{0} 不在里面：它的文件坏了，读不完整。</source>
        <translation>Recording no. {0} is not in it: its file is damaged and could not be read whole.</translation>
    </message>
    <message>
        <source>录音 №{0} 不在里面：来访者撤回了同意。</source>
        <translation>Recording no. {0} is not in it: the client withdrew consent.</translation>
    </message>
    <message numerus="yes">
        <source>没有放咨询师札记，一共 %n 篇。</source>
        <translation>
            <numerusform>The private reflection was left out (%n).</numerusform>
            <numerusform>The private reflections were left out (%n).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>没有放录音，一共 %n 段。</source>
        <translation>
            <numerusform>The recording was left out (%n).</numerusform>
            <numerusform>The recordings were left out (%n).</numerusform>
        </translation>
    </message>
    <message>
        <source>这些个案原来有自己的密码，现在没有了，请重新设：{0}</source>
        <translation>These cases had a password of their own and have none now; give them one again: {0}</translation>
    </message>
    <message>
        <source>这些个案里有签署，导出时就核对不上：{0}</source>
        <translation>These cases hold a signature that did not match when the export was made: {0}</translation>
    </message>
</context>
<context>
    <name>ReadableScreen</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一个加密的压缩包，7-Zip、WinRAR、Bandizip、Keka 都打得开，不需要心匣：每个个案一页网页，原来的文件，和给别的程序读的数据。换软件，或者以后由别人接手时用它；平时请用备份。</source>
        <translation>One encrypted archive that 7-Zip, WinRAR, Bandizip, and Keka open, without Xinxia: a web page for each case, the files as they came, and the data for other programs. It is for the day you change programs or somebody takes over; for every other day there are backups.</translation>
    </message>
    <message>
        <source>两遍写得不一样。</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>个案、记录、同意书、预约、量表、执业资料和留痕，全部都在里面。</source>
        <translation>Cases, notes, consents, appointments, measures, the records of the practice, and the trail are all in it.</translation>
    </message>
    <message>
        <source>再写一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>写到哪里</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>写在 {0}。</source>
        <translation>Written to {0}.</translation>
    </message>
    <message>
        <source>压缩包写到哪里</source>
        <translation>Where the archive is written</translation>
    </message>
    <message>
        <source>压缩包的密码</source>
        <translation>Password of the archive</translation>
    </message>
    <message>
        <source>只给自己留着，不要放进网盘。解压以后的文件不再加密，看完请删掉。压缩包里文件的数目和大小，不用密码也看得到；名称里没有姓名和代号。</source>
        <translation>Keep it to yourself, out of cloud storage. Once unpacked, the files are no longer encrypted: delete them after reading. How many files the archive holds, and how large they are, can be seen without the password; no file name holds a name or a code.</translation>
    </message>
    <message>
        <source>咨询师札记也放进去</source>
        <translation>Put the private reflections in</translation>
    </message>
    <message>
        <source>够牢了。请抄在纸上。</source>
        <translation>Strong enough. Copy it onto paper.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出全部记录</source>
        <translation>Export everything</translation>
    </message>
    <message numerus="yes">
        <source>导出好了，%n 个个案，从头核对过。</source>
        <translation>
            <numerusform>Exported %n case and read it back whole.</numerusform>
            <numerusform>Exported %n cases and read them back whole.</numerusform>
        </translation>
    </message>
    <message>
        <source>录音也放进去</source>
        <translation>Put the recordings in</translation>
    </message>
    <message>
        <source>忘了就再也打不开，心匣里不留它。请抄在纸上，和恢复密钥放在一起。只用英文字母、数字和符号，要比保险库的密码长。</source>
        <translation>If you forget it, nothing opens the archive; Xinxia does not keep it. Copy it onto paper and put it with the recovery key. Use English letters, digits, and signs only, and make it longer than the vault&apos;s password.</translation>
    </message>
    <message>
        <source>放什么进去</source>
        <translation>What goes in</translation>
    </message>
    <message>
        <source>替我想一个</source>
        <translation>Suggest one</translation>
    </message>
    <message>
        <source>最好是另一块盘或 U 盘。文件名里不写姓名。</source>
        <translation>Best on another drive or a USB stick. Put no name into the file name.</translation>
    </message>
    <message>
        <source>正在导出并核对。您可以继续写。</source>
        <translation>Exporting and checking. You can go on writing.</translation>
    </message>
    <message>
        <source>要放进去，请先打开它们，再回到这里。</source>
        <translation>To put them in, open them first, then come back here.</translation>
    </message>
    <message>
        <source>边读边加密，磁盘上不会有没加密的文件；写完从头读一遍核对，才算好。</source>
        <translation>It is encrypted while it is read: nothing lies on the disk in the clear. It counts only after it was read back from its beginning and compared.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这些个案有自己的密码，没有打开，不会在里面：{0}</source>
        <translation>These cases have a password of their own, are shut, and will not be in it: {0}</translation>
    </message>
    <message>
        <source>里面有所有来访者的姓名和记录，没有去标识化。</source>
        <translation>It holds the names and records of all clients, nothing hidden.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>为什么不能等</source>
        <translation>Why it could not wait</translation>
    </message>
    <message>
        <source>为什么匿名</source>
        <translation>Why anonymous</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>匿名做不到什么：危险时不易找到人，转介、证明都受限。</source>
        <translation>What is not possible without a name: being found quickly in danger, referrals, certificates.</translation>
    </message>
    <message>
        <source>匿名：谈过什么</source>
        <translation>Anonymous: what was discussed</translation>
    </message>
    <message>
        <source>危机处置可以先做，同意书和资料来不及齐全。结束后 24 小时内，请写下为什么不能等（问 9·2(1)）。</source>
        <translation>In a crisis you may act first, before consent and details are complete. Within 24 hours afterwards, please write why it could not wait (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>危机处置的理由</source>
        <translation>Reasons for the crisis response</translation>
    </message>
    <message>
        <source>和来访者相识、有生意或其他来往时，先想清楚再决定接不接（热线 1.4，网络 1.4）。</source>
        <translation>Where you know the client, or have business or other dealings with them, think it through before you decide (Hotline 1.4, Online 1.4).</translation>
    </message>
    <message>
        <source>和谁商量过</source>
        <translation>Whom you consulted</translation>
    </message>
    <message>
        <source>客观、保密、来访者能不能自在地说。</source>
        <translation>Objectivity, confidentiality, whether the client can speak freely.</translation>
    </message>
    <message>
        <source>对关系的评估</source>
        <translation>Weighing the relationship</translation>
    </message>
    <message>
        <source>对咨询可能有什么影响</source>
        <translation>What it may do to the counseling</translation>
    </message>
    <message>
        <source>建议实名。来访者不愿说名字时，可以谨慎地工作，但要谈过并记下来（问 2(3)）。</source>
        <translation>A real name is advised. If the client would rather not give one, you can work carefully, once you have discussed it and written it down (Q&amp;A 2(3)).</translation>
    </message>
    <message>
        <source>当时的危险，依据的事实。</source>
        <translation>The danger at the time, and the facts behind it.</translation>
    </message>
    <message>
        <source>怎样决定的</source>
        <translation>What you decided</translation>
    </message>
    <message>
        <source>怎样认识的，现在还有哪些来往。</source>
        <translation>How you came to know each other, and what dealings you have now.</translation>
    </message>
    <message>
        <source>接或转介，怎样和来访者说的，和谁讨论过。</source>
        <translation>Take on or refer; what you told the client, with whom you discussed it.</translation>
    </message>
    <message>
        <source>是怎样的关系</source>
        <translation>What the relationship is</translation>
    </message>
    <message>
        <source>有危险时怎样找到对方</source>
        <translation>How to find them in danger</translation>
    </message>
    <message>
        <source>来电号码、账号、所在地、能转达的人。</source>
        <translation>The number they call from, an account, where they are, someone who can pass on a message.</translation>
    </message>
    <message>
        <source>用来访者自己的话。</source>
        <translation>In the client&apos;s own words.</translation>
    </message>
    <message>
        <source>督导或同行，什么时候。没有也请写「无」，并写原因。</source>
        <translation>A supervisor or colleague, and when. If nobody, write &quot;none&quot; and why.</translation>
    </message>
    <message>
        <source>联系了谁，介绍到哪里，约了什么时候再联系。</source>
        <translation>Whom you contacted, where you referred the client, when you will be in touch again.</translation>
    </message>
    <message>
        <source>谈过什么</source>
        <translation>What you discussed</translation>
    </message>
</context>
<context>
    <name>ReasonsScreen</name>
    <message>
        <source>回到刚才</source>
        <translation>Back to where you were</translation>
    </message>
    <message>
        <source>已经记下的</source>
        <translation>Already recorded</translation>
    </message>
    <message>
        <source>已记下，不再改动。</source>
        <translation>Recorded; it will not change.</translation>
    </message>
    <message>
        <source>第 {0} 次咨询 {1}</source>
        <translation>Session {0}, {1}</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>RecordCopy</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>个案代号</source>
        <translation>Case code name</translation>
    </message>
    <message>
        <source>交给谁</source>
        <translation>Handed to</translation>
    </message>
    <message>
        <source>以前的记录 · {0}</source>
        <translation>Earlier notes · {0}</translation>
    </message>
    <message>
        <source>会谈单</source>
        <translation>Session sheet</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>共 {0} 篇，都已签署。请妥善保管，不要转给别人。</source>
        <translation>Signed notes: {0}. Keep this safe and do not pass it on.</translation>
    </message>
    <message>
        <source>咨询师</source>
        <translation>Counselor</translation>
    </message>
    <message>
        <source>咨询记录</source>
        <translation>Counseling record</translation>
    </message>
    <message>
        <source>咨询记录 · {0}</source>
        <translation>Counseling record · {0}</translation>
    </message>
    <message>
        <source>技术准备 · {0}</source>
        <translation>Technical preparation · {0}</translation>
    </message>
    <message>
        <source>文书编号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>服务方式</source>
        <translation>Way of service</translation>
    </message>
    <message>
        <source>来访者书面同意给别人</source>
        <translation>The client agreed in writing</translation>
    </message>
    <message>
        <source>来访者本人要</source>
        <translation>The client asks for it</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>法律文书要求</source>
        <translation>A legal document demands it</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>第 {0} 次咨询</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>签署人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>签署时间</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>签署的记录 {0} 篇，用这个程序以前写的记录 {1} 份。请妥善保管，不要转给别人。</source>
        <translation>{0} signed notes, {1} notes written before this program was used. Keep them safe and do not pass them on.</translation>
    </message>
    <message>
        <source>自己存纸质档案</source>
        <translation>My own paper file</translation>
    </message>
    <message>
        <source>补记 {0}</source>
        <translation>Amendment {0}</translation>
    </message>
    <message>
        <source>补记 {0} 的签署</source>
        <translation>Signature of amendment {0}</translation>
    </message>
</context>
<context>
    <name>RecordCopyScreen</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>交给谁</source>
        <translation>Handed to</translation>
    </message>
    <message numerus="yes">
        <source>以前的记录也一起给出（%n 份）</source>
        <translation>
            <numerusform>Include the earlier notes (%n note)</numerusform>
            <numerusform>Include the earlier notes (%n notes)</numerusform>
        </translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>去签同意书</source>
        <translation>Go to the consent</translation>
    </message>
    <message>
        <source>哪个机关、哪一号文书。</source>
        <translation>Which authority, which number.</translation>
    </message>
    <message>
        <source>已记下给了谁、为什么。现在可以打印或存为 PDF。</source>
        <translation>It is on record to whom and why. Now it can be printed or saved as a PDF.</translation>
    </message>
    <message>
        <source>技术准备也一起给出</source>
        <translation>Technical preparation goes along</translation>
    </message>
    <message>
        <source>文书编号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>第 {0} 次</source>
        <translation>session {0}</translation>
    </message>
    <message>
        <source>给出记录</source>
        <translation>Give a copy</translation>
    </message>
    <message>
        <source>给出过的</source>
        <translation>Given before</translation>
    </message>
    <message>
        <source>记下，再打印或存为 PDF</source>
        <translation>Record it, then print or save</translation>
    </message>
    <message>
        <source>还没有有效的「信息披露」单独同意（例外 1）。</source>
        <translation>No separate “Release of information” is in force yet (Exception 1).</translation>
    </message>
    <message>
        <source>这里给出的是原文，没有去标识化。只在来访者本人要、书面同意，或法律文书要求时给，只给用得着的几篇。先记下，再打印或存为文件；咨询师札记不在里面。</source>
        <translation>This gives the record itself, not de-identified: only when the client asks for it, agreed in writing, or a legal document demands it, and only the notes that are needed. It is put on record first, then printed or saved; private reflections are not in it.</translation>
    </message>
    <message>
        <source>选依据</source>
        <translation>Choose the ground</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>一次，还是以前的累计</source>
        <translation>Once, or a total from before</translation>
    </message>
    <message>
        <source>不存，收起</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>主办方</source>
        <translation>Organizer</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>什么时候有人</source>
        <translation>When somebody answers</translation>
    </message>
    <message>
        <source>会不会录制</source>
        <translation>Does it record</translation>
    </message>
    <message>
        <source>例如 X-23-188</source>
        <translation>e.g. X-23-188</translation>
    </message>
    <message>
        <source>例如 个体督导师、团队成员</source>
        <translation>e.g. individual supervisor, member of the team</translation>
    </message>
    <message>
        <source>例如 全天，或 9:00–21:00</source>
        <translation>e.g. day and night, or 9:00–21:00</translation>
    </message>
    <message>
        <source>例如 市精神卫生中心急诊</source>
        <translation>e.g. emergency department, city mental health center</translation>
    </message>
    <message>
        <source>例如 收未成年人，要本人身份证</source>
        <translation>e.g. takes minors; bring an ID card</translation>
    </message>
    <message>
        <source>例如 注册心理师</source>
        <translation>e.g. Registered psychologist</translation>
    </message>
    <message>
        <source>例如 私人微信</source>
        <translation>e.g. private WeChat</translation>
    </message>
    <message>
        <source>关于什么</source>
        <translation>What it was about</translation>
    </message>
    <message>
        <source>关于这份文件</source>
        <translation>About this document</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>动机：我为什么在做，这阵子有没有变</source>
        <translation>Motives: why I do this work, and whether that changed lately</translation>
    </message>
    <message>
        <source>叫什么</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>号码或账号</source>
        <translation>Number or account</translation>
    </message>
    <message>
        <source>合同或服务条款的日期</source>
        <translation>Date of the contract or terms</translation>
    </message>
    <message>
        <source>咨询：和谁</source>
        <translation>Counseling: with whom</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>哪一天承诺保密</source>
        <translation>Day they promised confidentiality</translation>
    </message>
    <message>
        <source>哪一天（累计的写到哪天为止）</source>
        <translation>Day (for a total: its last day)</translation>
    </message>
    <message>
        <source>哪一天（结束的那天）</source>
        <translation>Day (on which it ended)</translation>
    </message>
    <message>
        <source>哪一种帮助</source>
        <translation>Kind of help</translation>
    </message>
    <message>
        <source>哪一种时数</source>
        <translation>What the hours were spent as</translation>
    </message>
    <message>
        <source>哪一类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>团体督导时有几个人</source>
        <translation>How many people, in group supervision</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>培训名称</source>
        <translation>Title of the training</translation>
    </message>
    <message>
        <source>培训：关于什么</source>
        <translation>Training: about what</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>备注（不写来访者的名字）</source>
        <translation>Remarks (no client&apos;s name)</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>存好</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>学时</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>小时（培训写学时）</source>
        <translation>Hours (training: hours of tuition)</translation>
    </message>
    <message>
        <source>工作与生活</source>
        <translation>Work and life</translation>
    </message>
    <message>
        <source>平台名</source>
        <translation>Name of the platform</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>报的是自己的个案吗</source>
        <translation>Was it about your own case?</translation>
    </message>
    <message>
        <source>接下来做什么</source>
        <translation>What to do next</translation>
    </message>
    <message>
        <source>接下来怎样照顾自己</source>
        <translation>How I will look after myself</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>数据留多久</source>
        <translation>How long data is kept</translation>
    </message>
    <message>
        <source>文件名称</source>
        <translation>Title of the document</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>是什么人</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>最后核对的那天</source>
        <translation>Last checked on</translation>
    </message>
    <message>
        <source>有效期至（长期的空着）</source>
        <translation>Valid until (empty if it does not expire)</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>条款里怎么写保密责任</source>
        <translation>What the terms say about confidentiality</translation>
    </message>
    <message>
        <source>来访者可以在哪里核实</source>
        <translation>Where a client can check it</translation>
    </message>
    <message>
        <source>查询链接</source>
        <translation>Link to look it up</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>督导协议的日期</source>
        <translation>Day of the supervision agreement</translation>
    </message>
    <message>
        <source>督导师、受督者的单位或体验师</source>
        <translation>Supervisor, the supervisee&apos;s workplace, or your therapist</translation>
    </message>
    <message>
        <source>督导师或同辈</source>
        <translation>Supervisor or peer</translation>
    </message>
    <message>
        <source>督导师注册为</source>
        <translation>Supervisor is registered as</translation>
    </message>
    <message>
        <source>督导师的注册号</source>
        <translation>Supervisor&apos;s registration number</translation>
    </message>
    <message>
        <source>督导师的资质</source>
        <translation>Supervisor&apos;s credentials</translation>
    </message>
    <message>
        <source>督导：哪种形式</source>
        <translation>Supervision: which form</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>约定：形式、多久一次、费用、紧急时怎样找到</source>
        <translation>Terms: form, how often, fee, how to reach them when urgent</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>设置稳定（固定的时间、地点和费用）</source>
        <translation>Stable setting (fixed time, place and fee)</translation>
    </message>
    <message>
        <source>证书编号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>谈了什么（不写来访者的名字）</source>
        <translation>What was discussed (without clients&apos; names)</translation>
    </message>
    <message>
        <source>资质</source>
        <translation>Credentials</translation>
    </message>
    <message>
        <source>资质名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>身心状态</source>
        <translation>How I am, in body and mind</translation>
    </message>
    <message>
        <source>链接最后核验日</source>
        <translation>Link last checked</translation>
    </message>
    <message>
        <source>颁发机构</source>
        <translation>Issued by</translation>
    </message>
</context>
<context>
    <name>Recordings</name>
    <message>
        <source>{0}（{1}，{2}）</source>
        <translation>{0} ({1}, {2})</translation>
    </message>
    <message>
        <source>保险库里有录音的文件不见了，或和存入时不一样。备份里留着完好的，恢复到新文件夹就能拿回来。录音编号：{0}。</source>
        <translation>Files of recordings in the vault are gone, or not as they were stored. The backup keeps them whole: restore it into a new folder to get them back. Recording numbers: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个没有编号的录音文件坏了或不见了，请留着别的备份。</source>
        <translation>
            <numerusform>%n recording file without a number is damaged or gone; keep your other backups.</numerusform>
            <numerusform>%n recording files without a number are damaged or gone; keep your other backups.</numerusform>
        </translation>
    </message>
    <message>
        <source>有录音的文件不见了，或和存入时不一样，这份备份里也没有完好的。请留着别的备份，那里可能有。录音编号：{0}。</source>
        <translation>Files of recordings are gone, or not as they were stored, and this backup does not have them whole either. Keep your other backups: they may. Recording numbers: {0}.</translation>
    </message>
</context>
<context>
    <name>RecordingsScreen</name>
    <message>
        <source>加密副本有 {0}。请打开听一听，再自己删掉原来的文件。</source>
        <translation>The encrypted copy has {0}. Please open it and listen before you delete the original yourself.</translation>
    </message>
    <message>
        <source>去签同意书</source>
        <translation>Go to the consent</translation>
    </message>
    <message>
        <source>哪一天录的</source>
        <translation>Day of the recording</translation>
    </message>
    <message>
        <source>如 第 3 次会谈</source>
        <translation>For example: session 3</translation>
    </message>
    <message>
        <source>存入哪一种</source>
        <translation>What to store</translation>
    </message>
    <message>
        <source>存入的是一份加密的副本，原来的文件还在原处。放进来以后请自己删掉它：固态硬盘上删掉的文件，有办法的人仍可能找回来。</source>
        <translation>What is stored is an encrypted copy; the original stays where it is. Please delete it yourself afterwards: from an SSD, somebody with the means may still recover a deleted file.</translation>
    </message>
    <message>
        <source>安装的程序这一版还不能播放录音录像，所以也不存入：听不了的，请先不要删掉原件。</source>
        <translation>The installed program cannot play recordings yet, so it stores none either: what cannot be heard should not lose its original.</translation>
    </message>
    <message>
        <source>密钥和文件都会销毁，再也听不到。以前做的备份里还有它。保存期限没有满的，请先想清楚有没有保存的义务（热线 3.3）。</source>
        <translation>Key and file are destroyed and it can never be heard again. Backups made before still hold it. Where the retention period is not over, please consider first whether there is a duty to keep it (Hotline 3.3).</translation>
    </message>
    <message>
        <source>已取消，什么都没有存入。</source>
        <translation>Canceled; nothing was stored.</translation>
    </message>
    <message>
        <source>已存入。</source>
        <translation>Stored.</translation>
    </message>
    <message>
        <source>已销毁，留痕里记下了时间。</source>
        <translation>Destroyed; the trail keeps when.</translation>
    </message>
    <message>
        <source>录像</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>录音和录像 ({0})</source>
        <translation>Sound and video ({0})</translation>
    </message>
    <message>
        <source>录音录像</source>
        <translation>Recordings</translation>
    </message>
    <message>
        <source>怎样告知来电者</source>
        <translation>How the caller was told</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开 {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>播放或暂停</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>来访者撤回了同意：不能再用，建议销毁</source>
        <translation>Consent withdrawn: may not be used any more; destroying it is advised</translation>
    </message>
    <message>
        <source>正在存入</source>
        <translation>Storing</translation>
    </message>
    <message>
        <source>热线录音要在通话开始前或开始时告知（热线 2.2）。写下当时说的话。</source>
        <translation>Callers are told before or as the call begins (Hotline 2.2). Write down what was said.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>请提醒来访者：不自行录音录像，也不转发（问8·1(2)）。</source>
        <translation>Please remind the client not to record or pass anything on (Q&amp;A 8.1(2)).</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这一天还没有到。请写录制的那一天。</source>
        <translation>That day is still to come. Please write the day of the recording.</translation>
    </message>
    <message>
        <source>这个个案还没有录音录像。</source>
        <translation>This case has no recordings yet.</translation>
    </message>
    <message>
        <source>退回 3 秒</source>
        <translation>Back 3 seconds</translation>
    </message>
    <message>
        <source>选文件存入</source>
        <translation>Choose a file to store</translation>
    </message>
    <message>
        <source>选要存入的文件</source>
        <translation>Choose the file to store</translation>
    </message>
    <message>
        <source>销毁</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>销毁 {0}</source>
        <translation>Destroy {0}</translation>
    </message>
    <message>
        <source>销毁这份录音录像吗？</source>
        <translation>Destroy this recording?</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>保险库</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>制作日期</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>已存成 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>已经送到打印机。请把纸收好。</source>
        <translation>Sent to the printer. Please keep the paper safe.</translation>
    </message>
    <message>
        <source>心匣的恢复密钥</source>
        <translation>Recovery key for Xinxia</translation>
    </message>
    <message>
        <source>忘记密码时，在锁着的门上点「用恢复密钥打开」，按顺序写下八组，不分大小写，不用写空格。每组最后一个字符用来查抄写错误。请和身份证放在一起，不要拍照，不要存进网盘。</source>
        <translation>If you forget the password, choose &quot;Use the recovery key&quot; on the locked door and type the eight groups in order; capitals and spaces don&apos;t matter. The last character of each group catches slips in copying. Keep this with your ID. No photo, no cloud.</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>谁拿到这张纸，谁就能打开保险库。</source>
        <translation>Whoever has this paper can open the vault.</translation>
    </message>
    <message>
        <source>这台电脑上没有装打印机。抄在纸上一样好用，也可以存成 PDF 拿去打印。</source>
        <translation>This computer has no printer. Copying by hand works just as well, or save a PDF and print it elsewhere.</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>不分大小写，不用写短横。</source>
        <translation>Capitals don&apos;t matter; leave out the dashes.</translation>
    </message>
    <message>
        <source>两组都对上后就可以继续</source>
        <translation>Go on once both groups match</translation>
    </message>
    <message>
        <source>密码和恢复密钥都丢了，谁也打不开，我们也不能。</source>
        <translation>If both the password and the recovery key are lost, nobody can open the vault, not even us.</translation>
    </message>
    <message>
        <source>对不上，请看看纸上是不是抄错了。</source>
        <translation>This does not match. Please check whether it was copied down wrong.</translation>
    </message>
    <message>
        <source>忘记密码时用它打开。八组，每组末尾的绿色字符用来查抄写错误。</source>
        <translation>Opens the vault if you forget the password. Eight groups; the green character at the end of each catches slips in copying.</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>抄下来，再核对两组</source>
        <translation>Write it down, check two groups</translation>
    </message>
    <message>
        <source>换一组</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>正在准备恢复密钥</source>
        <translation>Making the recovery key</translation>
    </message>
    <message>
        <source>第 {0} 组</source>
        <translation>Group {0}</translation>
    </message>
    <message>
        <source>请抄在纸上，和身份证放在一起，不要拍照，不要存进网盘。</source>
        <translation>Write it on paper and keep it with your ID. No photo, no cloud.</translation>
    </message>
    <message>
        <source>请照着纸写回两组，确认抄对了。</source>
        <translation>Type two groups back from your paper, to be sure it is right.</translation>
    </message>
</context>
<context>
    <name>Referral</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>信里的人</source>
        <translation>In the letter</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Ask on</translation>
    </message>
    <message>
        <source>已经做的</source>
        <translation>Work so far</translation>
    </message>
    <message>
        <source>希望</source>
        <translation>Asked of them</translation>
    </message>
    <message>
        <source>怎样照看</source>
        <translation>Until then</translation>
    </message>
    <message>
        <source>怎样说明的</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Enclosed</translation>
    </message>
    <message>
        <source>没有取得同意</source>
        <translation>No consent</translation>
    </message>
    <message>
        <source>简要情况</source>
        <translation>Brief summary</translation>
    </message>
    <message>
        <source>缓急</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>量表</source>
        <translation>Scales</translation>
    </message>
    <message>
        <source>风险</source>
        <translation>Risk</translation>
    </message>
</context>
<context>
    <name>ReferralCard</name>
    <message>
        <source>{0}：存为 PDF</source>
        <translation>{0}: save as PDF</translation>
    </message>
    <message>
        <source>不等回执</source>
        <translation>No receipt awaited</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>之后</source>
        <translation>Since then</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>回执已收到</source>
        <translation>Receipt is back</translation>
    </message>
    <message>
        <source>回执还没有回来</source>
        <translation>Receipt is overdue</translation>
    </message>
    <message>
        <source>打印{0}</source>
        <translation>Print {0}</translation>
    </message>
    <message>
        <source>等回执</source>
        <translation>Waiting for the receipt</translation>
    </message>
    <message>
        <source>纸上用哪种语言</source>
        <translation>Language on paper</translation>
    </message>
    <message>
        <source>记一步</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>转介信</source>
        <translation>Referral letter</translation>
    </message>
    <message>
        <source>转介信与回执</source>
        <translation>Letter and receipt</translation>
    </message>
</context>
<context>
    <name>ReferralParts</name>
    <message>
        <source>一开始什么都没有选：用得着才加（最低程度）。</source>
        <translation>Nothing is chosen at first: add only what is needed (the least possible).</translation>
    </message>
    <message>
        <source>为什么没有取得同意</source>
        <translation>Why there is no consent</translation>
    </message>
    <message>
        <source>为什么转介</source>
        <translation>Why you refer</translation>
    </message>
    <message>
        <source>依据哪一份同意</source>
        <translation>By which consent</translation>
    </message>
    <message>
        <source>信里写上转介的原因</source>
        <translation>Say in the letter why you refer</translation>
    </message>
    <message>
        <source>信里写来访者的哪几项</source>
        <translation>What the letter says of the client</translation>
    </message>
    <message>
        <source>信里只写所选的「信息披露」同意允许的。</source>
        <translation>Write only what the chosen consent to the release of information allows.</translation>
    </message>
    <message>
        <source>做了什么、几次、哪些有用</source>
        <translation>What was done, how often, what helped</translation>
    </message>
    <message>
        <source>去签「信息披露」同意</source>
        <translation>Sign a consent to the release</translation>
    </message>
    <message>
        <source>哪一天问问接上没有（可以空着）</source>
        <translation>Ask again on (optional)</translation>
    </message>
    <message>
        <source>回执请在哪一天以前交回（可以空着）</source>
        <translation>Receipt due (optional)</translation>
    </message>
    <message>
        <source>多快要接上</source>
        <translation>How soon</translation>
    </message>
    <message>
        <source>如 PHQ-9，5月10日，14 分</source>
        <translation>For example, PHQ-9, 10 May, 14</translation>
    </message>
    <message>
        <source>如 评估是否需要用药</source>
        <translation>For example, assess whether medication is needed</translation>
    </message>
    <message>
        <source>如 量表复印件一份</source>
        <translation>For example, a copy of a scale</translation>
    </message>
    <message>
        <source>已经做的工作</source>
        <translation>Work so far</translation>
    </message>
    <message>
        <source>希望接收方做的</source>
        <translation>What you ask of the recipient</translation>
    </message>
    <message>
        <source>怎样向来访者说明的</source>
        <translation>How it was explained to the client</translation>
    </message>
    <message>
        <source>接上以前怎样照看</source>
        <translation>Care until then</translation>
    </message>
    <message>
        <source>接收方用得着的几句，不写经历的细节</source>
        <translation>A few sentences the recipient needs, no details of what happened</translation>
    </message>
    <message>
        <source>机构、医院或同行</source>
        <translation>An institution, a hospital or a colleague</translation>
    </message>
    <message>
        <source>来访者怎样说</source>
        <translation>What the client says</translation>
    </message>
    <message>
        <source>理由、有哪些去处、来访者怎样看。客观介绍，不替来访者决定。</source>
        <translation>The reasons, the places there are, what the client thinks. Describe them fairly; the client decides.</translation>
    </message>
    <message>
        <source>电话（可以空着）</source>
        <translation>Phone (may stay empty)</translation>
    </message>
    <message>
        <source>等级、依据、安全计划在谁手里</source>
        <translation>Level, what it rests on, who has the safety plan</translation>
    </message>
    <message>
        <source>简要情况</source>
        <translation>Brief summary</translation>
    </message>
    <message>
        <source>联系人（可以空着）</source>
        <translation>Contact person (may stay empty)</translation>
    </message>
    <message>
        <source>补充一句（可以空着）</source>
        <translation>A line more (optional)</translation>
    </message>
    <message>
        <source>转介信里写什么</source>
        <translation>What the referral letter says</translation>
    </message>
    <message>
        <source>转到哪里</source>
        <translation>Refer to</translation>
    </message>
    <message>
        <source>过渡期谁联系、怎样联系、出事找谁。危机或很急的，必须写。</source>
        <translation>Who keeps in touch and how, and whom to turn to. Needed in a crisis or where it is urgent.</translation>
    </message>
    <message>
        <source>还没有签署的「信息披露」同意。先请来访者签，写的字会留着。</source>
        <translation>There is no signed consent to the release of information yet. Have the client sign one first; what you wrote is kept.</translation>
    </message>
    <message>
        <source>量表与日期</source>
        <translation>Scales and dates</translation>
    </message>
    <message>
        <source>随信的材料（可以空着）</source>
        <translation>Enclosed (may stay empty)</translation>
    </message>
    <message>
        <source>风险</source>
        <translation>Risk</translation>
    </message>
</context>
<context>
    <name>ReferralScreen</name>
    <message>
        <source>写过的转介</source>
        <translation>Referrals written before</translation>
    </message>
    <message>
        <source>去结案</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>记下转介</source>
        <translation>Record the referral</translation>
    </message>
    <message>
        <source>资源目录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>资源目录：点一下写进去</source>
        <translation>Resource directory: a click writes it in</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>转介先和来访者谈：为什么、有哪些去处、来访者怎样看（热线 4.2，网络 1.1）。没有书面同意，什么都不给别人；有了，也只写接收方用得着的。</source>
        <translation>Talk about it with the client first: why, what places there are, what they think (Hotline 4.2, Online 1.1). Without written consent nothing goes to anybody; with it, only what the recipient needs.</translation>
    </message>
    <message>
        <source>转介已记下。转介信和回执在下面打印。</source>
        <translation>The referral is recorded. Print the letter and the receipt below.</translation>
    </message>
    <message>
        <source>转到：{0}</source>
        <translation>Refer to: {0}</translation>
    </message>
    <message>
        <source>这一步已记下。</source>
        <translation>The step is recorded.</translation>
    </message>
</context>
<context>
    <name>ReflectionBox</name>
    <message>
        <source>删了就找不回来。以前做的备份里还有它，直到那些备份也删掉。</source>
        <translation>It cannot be brought back. Backups made before still hold it, until you delete those as well.</translation>
    </message>
    <message>
        <source>删除札记</source>
        <translation>Delete it</translation>
    </message>
    <message>
        <source>删除这篇札记</source>
        <translation>Delete this reflection</translation>
    </message>
    <message>
        <source>删除这篇札记？</source>
        <translation>Delete this reflection?</translation>
    </message>
    <message>
        <source>留着</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>All right</translation>
    </message>
</context>
<context>
    <name>ReflectionScreen</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0} · 新的一篇</source>
        <translation>{0} · new</translation>
    </message>
    <message>
        <source>写一篇札记</source>
        <translation>Write a reflection</translation>
    </message>
    <message>
        <source>只给您自己看：想法、感受、疑惑、想在督导里问的。不属于记录，不签署；不会进任何打印、导出、督导摘要和去标识化，查找时也要另外勾选。</source>
        <translation>For your eyes only: thoughts, feelings, doubts, what you want to ask in supervision. No part of the record, never signed; they go onto no paper and into no export, supervision summary or de-identification, and search finds them only if you tick that.</translation>
    </message>
    <message>
        <source>咨询师札记</source>
        <translation>Private reflections</translation>
    </message>
    <message>
        <source>想写别的，请另写一篇。</source>
        <translation>To add a thought, write a new one.</translation>
    </message>
    <message>
        <source>整个个案</source>
        <translation>The whole case</translation>
    </message>
    <message numerus="yes">
        <source>更早的 %n 篇</source>
        <translation>
            <numerusform>%n earlier reflection</numerusform>
            <numerusform>%n earlier reflections</numerusform>
        </translation>
    </message>
    <message>
        <source>札记删除了。</source>
        <translation>Reflection deleted.</translation>
    </message>
    <message>
        <source>札记删除了。加密文件里的旧页会在锁定时清掉。</source>
        <translation>Reflection deleted. Old pages of the encrypted file are cleared at the next lock.</translation>
    </message>
    <message>
        <source>法律保全中：保全开始以前的札记不能改，也不能删（例外 3）。</source>
        <translation>Under legal hold: reflections begun before it cannot be changed or deleted (Exception 3).</translation>
    </message>
    <message>
        <source>现在就存（平时自动存）</source>
        <translation>Save now (it saves itself)</translation>
    </message>
    <message>
        <source>看法律保全</source>
        <translation>See the legal hold</translation>
    </message>
    <message>
        <source>第 {0} 次咨询</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>要看的时候按 Ctrl+Shift+P 关掉隐私模式。</source>
        <translation>To read them, press Ctrl+Shift+P to leave privacy mode.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>隐私模式开着，札记不显示</source>
        <translation>Privacy mode is on: reflections are not shown</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次没写完，接着写就好。</source>
        <translation>This was not finished last time; just go on.</translation>
    </message>
    <message>
        <source>不属于哪位来访者的：收费、宣传、双重关系、和同行的事（义务不明时）。不写来访者的名字；是某位来访者的，请写在那个个案里。</source>
        <translation>What belongs to no client: fees, advertising, dual roles, colleagues (where the duty is unclear). Write no client&apos;s name; what is about a client belongs into that case.</translation>
    </message>
    <message>
        <source>个体、团体、同辈分开计（规范一(三)）。</source>
        <translation>Individual, group and peer supervision are counted separately (Hotline standard 1(3)).</translation>
    </message>
    <message>
        <source>会谈、督导和培训记过的会自己计入「时数」；这里补记别处没有的：用心匣以前的累计、别的机构、施督、个人体验。</source>
        <translation>Sessions, supervision and training that are recorded count under “Hours” by themselves. Add here what stands nowhere else: totals from before Xinxia, other places of work, supervising, your own therapy.</translation>
    </message>
    <message>
        <source>使用合同须写明保密责任（问 1·2）。</source>
        <translation>The contract must name the duty of confidentiality (Q&amp;A 1.2).</translation>
    </message>
    <message>
        <source>写一次</source>
        <translation>Write an entry</translation>
    </message>
    <message>
        <source>危机和转介时打给谁、去哪里。危机卡上用的就是这一张；每 180 天核对一次（热线 5.6，规范二(三)d）。</source>
        <translation>Whom to call and where to go in a crisis or for a referral. The crisis card uses this list; check it every 180 days (Hotline 5.6, Hotline standard 2(3)d).</translation>
    </message>
    <message>
        <source>危机干预、网络咨询、伦理、医学知识分开计（热线 4.1，网络 4.1）。</source>
        <translation>Crisis intervention, online counseling, ethics and medical knowledge add up separately (Hotline 4.1, Online 4.1).</translation>
    </message>
    <message>
        <source>只给您自己看的：身心状态、动机、工作与生活（热线 4.3）。写不写都行；哪一份打印、导出和个案里都没有它。</source>
        <translation>For your eyes alone: how you are, your motives, work and life (Hotline 4.3). Write in it or not; it is in no paper, no export and no case.</translation>
    </message>
    <message>
        <source>同意书和《服务说明》印这里登记的资质（网络 2.2）。程序不联网，链接请您自己打开看过，再写核验日。</source>
        <translation>Consent forms and the service sheet print the credentials recorded here (Online 2.2). The program is never online: open the link yourself, then write the day you checked it.</translation>
    </message>
    <message>
        <source>已记下的，按回车打开</source>
        <translation>Records, Enter opens one</translation>
    </message>
    <message>
        <source>放进目录</source>
        <translation>Put into the directory</translation>
    </message>
    <message>
        <source>添加一条</source>
        <translation>Add an entry</translation>
    </message>
    <message>
        <source>添加文件</source>
        <translation>Add a document</translation>
    </message>
    <message>
        <source>登记一位</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>登记平台</source>
        <translation>Add a platform</translation>
    </message>
    <message>
        <source>登记您私人的号码和账号；在来访者的联系里写到它们时，会提醒您（问 5(1)）。</source>
        <translation>Your private numbers and accounts. You are reminded when you write one of them in a client&apos;s contacts (Q&amp;A 5(1)).</translation>
    </message>
    <message>
        <source>登记私人账号</source>
        <translation>Add a private account</translation>
    </message>
    <message>
        <source>登记资质</source>
        <translation>Add a credential</translation>
    </message>
    <message>
        <source>督导师、同辈和团队成员：督导协议，以及各自哪一天承诺保密。个案材料交给团队成员，只给登记在这里、承诺过保密的人（3.7）。</source>
        <translation>Supervisors, peers and members of the team: the agreement, and the day each promised confidentiality. Case material goes only to members of the team who stand here and have promised (3.7).</translation>
    </message>
    <message>
        <source>移除了一份文件。</source>
        <translation>One document removed.</translation>
    </message>
    <message>
        <source>移除了一条。</source>
        <translation>One record removed.</translation>
    </message>
    <message>
        <source>程序带来的几条，还没有放进您的目录</source>
        <translation>What the program came with is not in your directory yet</translation>
    </message>
    <message>
        <source>第一条记下以后，会列在这里。</source>
        <translation>The first record will be listed here.</translation>
    </message>
    <message>
        <source>管理制度、督导制度、危机流程这些不属于某位来访者的文件（热线 5.3）。</source>
        <translation>Rules, supervision, crisis procedure: documents that belong to no client (Hotline 5.3).</translation>
    </message>
    <message>
        <source>补记时数</source>
        <translation>Add hours</translation>
    </message>
    <message>
        <source>记一次决定</source>
        <translation>Record a decision</translation>
    </message>
    <message>
        <source>记一次培训</source>
        <translation>Add a training</translation>
    </message>
    <message>
        <source>记一次督导</source>
        <translation>Add a supervision</translation>
    </message>
    <message>
        <source>这里还没有</source>
        <translation>Nothing here yet</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>{0} 分钟后：{1} 的咨询</source>
        <translation>In {0} min: session with {1}</translation>
    </message>
    <message>
        <source>看日程</source>
        <translation>Show in calendar</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>ReportScreen</name>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>从记录起草空着的小节</source>
        <translation>Draft empty sections from the record</translation>
    </message>
    <message>
        <source>先记下，再去标识化。个案报告带全部十六节；简短摘要从问题和概念化开始；团体督导讲义带咨询过程，不带目标。督导以后，到「督导记录」写下听到的和要做的。</source>
        <translation>Record it first, then de-identify it. The case report takes all sixteen sections; the short summary begins with questions and formulation; the group handout takes the course of the work and no goals. After supervision, write what you heard and what is to be done in the supervision record.</translation>
    </message>
    <message>
        <source>写了 {0} 节</source>
        <translation>{0} sections written</translation>
    </message>
    <message>
        <source>去标识化</source>
        <translation>De-identify</translation>
    </message>
    <message>
        <source>和上一版一样，没有新的可记。</source>
        <translation>The same as the last version; nothing new to save.</translation>
    </message>
    <message>
        <source>带去督导</source>
        <translation>To supervision</translation>
    </message>
    <message>
        <source>按督导常用的十六节写，空着的不带。这里照实写；带走以前，程序会逐节找出认得出人的地方，由您决定。</source>
        <translation>Sixteen sections, as supervisors expect them; empty ones are left out. Write as it is: before anything leaves, the program goes through every section for what could tell who it is, and you decide.</translation>
    </message>
    <message>
        <source>没有空着的小节可以起草。</source>
        <translation>No empty section can be drafted.</translation>
    </message>
    <message>
        <source>记下的版本</source>
        <translation>Saved versions</translation>
    </message>
    <message>
        <source>记下这一版</source>
        <translation>Save this version</translation>
    </message>
    <message numerus="yes">
        <source>起草了 %n 节，请逐节看过再改。</source>
        <translation>
            <numerusform>%n section drafted; look at it and change it.</numerusform>
            <numerusform>%n sections drafted; look at each and change it.</numerusform>
        </translation>
    </message>
    <message>
        <source>这一版已记下。</source>
        <translation>This version is saved.</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>个案类型</source>
        <translation>Type of case</translation>
    </message>
    <message>
        <source>哪一天以前答复</source>
        <translation>To be answered by</translation>
    </message>
    <message>
        <source>哪一天收到的</source>
        <translation>Received on which day</translation>
    </message>
    <message>
        <source>怎样核实的身份</source>
        <translation>How you made sure who asks</translation>
    </message>
    <message>
        <source>提出人的姓名</source>
        <translation>Name of who asks</translation>
    </message>
    <message>
        <source>照来访者的话写</source>
        <translation>In the client&apos;s words</translation>
    </message>
    <message>
        <source>记下请求</source>
        <translation>Record the request</translation>
    </message>
    <message>
        <source>记录只能给来访者本人，或者有权代他提出的人。</source>
        <translation>The record goes to the client alone, or to who may ask for the client.</translation>
    </message>
    <message>
        <source>请求什么</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>请求的内容（更正必填）</source>
        <translation>In their words (needed to correct)</translation>
    </message>
    <message>
        <source>谁提出的</source>
        <translation>Who asks</translation>
    </message>
</context>
<context>
    <name>RequestScreen</name>
    <message>
        <source>下面可以打印给来访者。</source>
        <translation>It can be printed for the client below.</translation>
    </message>
    <message>
        <source>个案在法律保全中，现在不能删除（例外 3）。</source>
        <translation>The case is under legal hold and cannot be deleted now (Exception 3).</translation>
    </message>
    <message>
        <source>办好以后，把答复写在下面。</source>
        <translation>Once it is done, enter the answer below.</translation>
    </message>
    <message>
        <source>去写补记</source>
        <translation>Go and write an amendment</translation>
    </message>
    <message>
        <source>去给出记录</source>
        <translation>Go and give out the record</translation>
    </message>
    <message>
        <source>去销毁个案</source>
        <translation>Go to the destruction</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>在记录下面写补记</source>
        <translation>Amend a note</translation>
    </message>
    <message>
        <source>打印答复</source>
        <translation>Print the answer</translation>
    </message>
    <message>
        <source>来访者可以查阅、复制、更正、删除自己的个人信息，您要及时答复；不同意的，要说明理由（个人信息保护法第四十四至五十条）。国家标准要求三十天以内，这里先按十五天算。</source>
        <translation>Clients may see, copy, correct and delete their personal information; you answer in good time, and give reasons where you refuse (Personal Information Protection Law, articles 44 to 50). The national standard asks for thirty days; fifteen are offered here.</translation>
    </message>
    <message>
        <source>来访者的权利</source>
        <translation>The client&apos;s rights</translation>
    </message>
    <message>
        <source>来访者的请求</source>
        <translation>Client&apos;s requests</translation>
    </message>
    <message>
        <source>法律、行政法规规定的保存期限没有满，可以不删，但要停止保存以外的处理（第四十七条）。</source>
        <translation>As long as a period set by laws or administrative regulations is not over it need not be deleted, but nothing else may be done with it than keeping it (article 47).</translation>
    </message>
    <message>
        <source>看法律保全</source>
        <translation>See the legal hold</translation>
    </message>
    <message>
        <source>等着答复的</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>答复已记下。</source>
        <translation>The answer is on record.</translation>
    </message>
    <message>
        <source>答复期限已经过了，请尽快答复（规范二(四)b）。</source>
        <translation>The day of the answer is over: please answer soon (Standard 2(4)b).</translation>
    </message>
    <message>
        <source>答复过的请求</source>
        <translation>Answered requests</translation>
    </message>
    <message>
        <source>给出记录</source>
        <translation>Give a copy</translation>
    </message>
    <message>
        <source>记下一个请求</source>
        <translation>Record a request</translation>
    </message>
    <message>
        <source>请求已记下。</source>
        <translation>The request is on record.</translation>
    </message>
    <message>
        <source>选第几个</source>
        <translation>Choose an answer</translation>
    </message>
    <message>
        <source>销毁个案</source>
        <translation>Destroy this case</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>不同意</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>全部同意</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>删除记录</source>
        <translation>Delete the record</translation>
    </message>
    <message>
        <source>办理日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>受托人</source>
        <translation>A proxy</translation>
    </message>
    <message>
        <source>复制记录</source>
        <translation>A copy of the record</translation>
    </message>
    <message>
        <source>当面认得本人</source>
        <translation>Known in person</translation>
    </message>
    <message>
        <source>怎样办的</source>
        <translation>How it was done</translation>
    </message>
    <message>
        <source>按登记的电话回拨核实</source>
        <translation>Called back on the number on file</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>更正记录</source>
        <translation>Correct the record</translation>
    </message>
    <message>
        <source>来访者本人</source>
        <translation>The client</translation>
    </message>
    <message>
        <source>来访者的监护人</source>
        <translation>A guardian</translation>
    </message>
    <message>
        <source>查阅记录</source>
        <translation>See the record</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>看过书面授权和证件</source>
        <translation>Written authority and document seen</translation>
    </message>
    <message>
        <source>看过身份证件</source>
        <translation>Identity document seen</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>请求的内容</source>
        <translation>In their words</translation>
    </message>
    <message>
        <source>身份核实</source>
        <translation>Identity check</translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation>Not answered yet</translation>
    </message>
    <message>
        <source>部分同意</source>
        <translation>Granted in part</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>便携备份 (*.backup *.tar);;所有文件 (*)</source>
        <translation>Portable backups (*.backup *.tar);;All files (*)</translation>
    </message>
    <message>
        <source>便携备份文件</source>
        <translation>Portable backup file</translation>
    </message>
    <message>
        <source>其余的都核对过。用原来的密码或恢复密钥打开。</source>
        <translation>Everything else was checked. Open it with your old password or recovery key.</translation>
    </message>
    <message>
        <source>备份在哪里</source>
        <translation>Where the backup is</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>备份文件夹，或者一个便携备份文件。</source>
        <translation>A backup folder, or a portable backup file.</translation>
    </message>
    <message>
        <source>已经停下，没有留下半份。</source>
        <translation>Stopped. Nothing half done was left.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复到哪个新文件夹</source>
        <translation>Into which new folder</translation>
    </message>
    <message>
        <source>恢复哪一份</source>
        <translation>Which one to restore</translation>
    </message>
    <message>
        <source>恢复好了，但有录音不完整：{0}</source>
        <translation>Restored, but some recordings are not whole: {0}</translation>
    </message>
    <message>
        <source>恢复好了：{0}</source>
        <translation>Restored: {0}</translation>
    </message>
    <message>
        <source>打开它</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>每个字节都核对过。用原来的密码或恢复密钥打开。</source>
        <translation>Every byte was checked. Open it with the old password or the recovery key.</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>须是空文件夹，或者还不存在。原来的保险库留在原处，不会动。</source>
        <translation>An empty folder, or one that does not exist yet. The vault you had stays where it is, untouched.</translation>
    </message>
</context>
<context>
    <name>RestoreScreen</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>恢复好以后，这个保险库会锁上，换到恢复的那一个；它留在原处，随时能再打开。</source>
        <translation>Once it is restored, this vault is locked and the restored one opens in its place. The old folder stays where it is and can be opened at any time.</translation>
    </message>
    <message>
        <source>现在的保险库：{0}</source>
        <translation>The vault you have: {0}</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ReviewLeft</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>号码</source>
        <translation>number</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>place</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>name</translation>
    </message>
    <message>
        <source>家庭情况</source>
        <translation>family</translation>
    </message>
    <message>
        <source>少见的细节</source>
        <translation>rare detail</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>age</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>date</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>institution</translation>
    </message>
    <message>
        <source>没有留下明显的线索。最后还要您通读一遍。</source>
        <translation>Nothing telling is left. The last reading is yours.</translation>
    </message>
    <message>
        <source>职业</source>
        <translation>occupation</translation>
    </message>
    <message>
        <source>还留着：{0}。单看不容易认出。</source>
        <translation>Still left: {0}. Alone it tells little.</translation>
    </message>
    <message>
        <source>还留着：{0}。放在一起，认识的人可能想得到是谁。</source>
        <translation>Still left: {0}. Put together, somebody who knows them may guess who it is.</translation>
    </message>
    <message>
        <source>还留着：{0}。认识的人很可能认得出，请再隐去或换个说法。</source>
        <translation>Still left: {0}. Somebody who knows them will probably recognise them; hide or reword more.</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一处、上一处</source>
        <translation>Next, previous</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>全文同此</source>
        <translation>All like this</translation>
    </message>
    <message>
        <source>写出文件</source>
        <translation>Write the file</translation>
    </message>
    <message>
        <source>列出另一类</source>
        <translation>List another kind</translation>
    </message>
    <message>
        <source>刚才的决定还没有存上，正在重试。</source>
        <translation>Your last decisions are not saved yet; trying again.</translation>
    </message>
    <message>
        <source>去写文件</source>
        <translation>Go on to the file</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>密码请另外告诉对方。导出已记在留痕里。</source>
        <translation>Tell them the password separately. The export is in the audit trail.</translation>
    </message>
    <message>
        <source>已写出 {0}。</source>
        <translation>Written: {0}.</translation>
    </message>
    <message>
        <source>已选 {0} 篇</source>
        <translation>{0} selected</translation>
    </message>
    <message>
        <source>带 {0} 节</source>
        <translation>{0} sections</translation>
    </message>
    <message>
        <source>带上这一篇，或不带</source>
        <translation>Take this note along, or not</translation>
    </message>
    <message>
        <source>开始去标识化</source>
        <translation>De-identify</translation>
    </message>
    <message>
        <source>您的决定和标出的词都在。要重新选记录，请返回上一步。</source>
        <translation>Your decisions and the words you marked are all here. To choose notes again, go back a step.</translation>
    </message>
    <message>
        <source>您的决定都带过来了。</source>
        <translation>All your decisions have been carried over.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>按新的选择重新查找</source>
        <translation>Search the new selection</translation>
    </message>
    <message>
        <source>换成别的说法</source>
        <translation>Put other words there</translation>
    </message>
    <message>
        <source>接着上次没看完的摘要。</source>
        <translation>Going on with the summary you had not finished.</translation>
    </message>
    <message>
        <source>接着逐处决定</source>
        <translation>Back to the places</translation>
    </message>
    <message>
        <source>文件在：{0}</source>
        <translation>The files are in: {0}</translation>
    </message>
    <message>
        <source>文件没有密码，拿到的人都能读。导出已记在留痕里。</source>
        <translation>The file has no password: whoever gets it can read it. The export is in the audit trail.</translation>
    </message>
    <message numerus="yes">
        <source>新认出 %n 处，已先隐去，请再从头看一遍。</source>
        <translation>
            <numerusform>%n newly recognized place is hidden for now; please go through the text once more.</numerusform>
            <numerusform>%n newly recognized places are hidden for now; please go through the text once more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 篇记录改过，那里要重新决定。</source>
        <translation>
            <numerusform>%n note has changed since. Please decide the places in it again.</numerusform>
            <numerusform>%n notes have changed since. Please decide the places in them again.</numerusform>
        </translation>
    </message>
    <message>
        <source>正在逐字查找姓名、地点和号码……</source>
        <translation>Looking for names, places and numbers...</translation>
    </message>
    <message>
        <source>没有找到要隐去的地方。</source>
        <translation>Nothing to hide was found.</translation>
    </message>
    <message>
        <source>登记或记录变过，已重新查找。</source>
        <translation>The profile or a note has changed, so the text was searched again.</translation>
    </message>
    <message>
        <source>督导摘要</source>
        <translation>Supervision summary</translation>
    </message>
    <message>
        <source>程序会有遗漏。请把原文逐字读一遍，要隐去的词写在右下角。</source>
        <translation>The program misses things. Please read the original word by word, and write what is to be hidden at the bottom right.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这台电脑打不开文件夹的窗口。</source>
        <translation>This computer cannot show the folder.</translation>
    </message>
    <message>
        <source>隐去</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>隐去 {0} 处，保留 {1} 处</source>
        <translation>{0} hidden, {1} kept</translation>
    </message>
</context>
<context>
    <name>ReviewSieve</name>
    <message>
        <source>不太确定</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>列出哪些</source>
        <translation>Which to list</translation>
    </message>
    <message>
        <source>号码日期</source>
        <translation>Numbers, dates</translation>
    </message>
    <message>
        <source>您标的</source>
        <translation>Yours</translation>
    </message>
    <message>
        <source>模型认出</source>
        <translation>Found by the model</translation>
    </message>
    <message>
        <source>登记过</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>等您决定</source>
        <translation>Waiting for you</translation>
    </message>
</context>
<context>
    <name>RiskChart</name>
    <message>
        <source>{0} 第 {1} 次会谈写的是{2}</source>
        <translation>{0}: the sheet of session {1} says {2}</translation>
    </message>
    <message>
        <source>{0} 评估为{1}</source>
        <translation>{0}: assessed as {1}</translation>
    </message>
    <message>
        <source>风险变化：{0}</source>
        <translation>Risk over time: {0}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>RiskScreen</name>
    <message>
        <source>下一次联系是什么时候（风险高，须在 24 小时以内）</source>
        <translation>When the next contact is (within 24 hours at high risk)</translation>
    </message>
    <message>
        <source>下次联系</source>
        <translation>Next contact</translation>
    </message>
    <message>
        <source>低：倾听。中：短期支持计划。高：紧急预案，联动警方、医疗。</source>
        <translation>Low: listen. Medium: a short-term plan of support. High: an emergency plan, with police and medical help.</translation>
    </message>
    <message>
        <source>保护</source>
        <translation>Protects</translation>
    </message>
    <message>
        <source>凭什么</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <source>凭什么定这一级</source>
        <translation>What the level rests on</translation>
    </message>
    <message>
        <source>和谁商量过（督导、同行；可以空着）</source>
        <translation>Talked over with (supervisor, colleague; optional)</translation>
    </message>
    <message>
        <source>哪一级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>商量</source>
        <translation>Talked over with</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>是什么在保护</source>
        <translation>What protects</translation>
    </message>
    <message>
        <source>牵挂的人、信念、打算；没有写「无」。</source>
        <translation>People, beliefs, plans for the future; if nothing, write &quot;none&quot;.</translation>
    </message>
    <message>
        <source>直接问，不会让人更想做。问到的写下来，没问清的选「还不清楚」。</source>
        <translation>Asking directly puts no thoughts into anybody&apos;s head. Write down what you were told; what is not clear is &quot;Not clear yet&quot;.</translation>
    </message>
    <message>
        <source>第 {0} 次会谈的会谈单写的是{1}。</source>
        <translation>The sheet of session {0} says {1}.</translation>
    </message>
    <message>
        <source>记下这次评估</source>
        <translation>Record this assessment</translation>
    </message>
    <message>
        <source>评估已记下。</source>
        <translation>The assessment is recorded.</translation>
    </message>
    <message>
        <source>这一级还要做的</source>
        <translation>Still to be done at this level</translation>
    </message>
    <message>
        <source>问到的</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>风险的变化</source>
        <translation>Risk over time</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>RowsStep</name>
    <message>
        <source>{0}去哪里</source>
        <translation>Where {0} goes</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>与第 {0} 行像同一个人</source>
        <translation>Looks like the same person as row {0}</translation>
    </message>
    <message>
        <source>出生日期读不懂</source>
        <translation>Date of birth cannot be read</translation>
    </message>
    <message>
        <source>去处</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>同名或同号：{0}</source>
        <translation>Same name or number: {0}</translation>
    </message>
    <message>
        <source>同第 {0} 行</source>
        <translation>With row {0}</translation>
    </message>
    <message>
        <source>后面加上编号：Q-001</source>
        <translation>A number follows: Q-001</translation>
    </message>
    <message numerus="yes">
        <source>和别的行相同的 %n 份</source>
        <translation>
            <numerusform>%n the same as another row</numerusform>
            <numerusform>%n the same as another row</numerusform>
        </translation>
    </message>
    <message>
        <source>和前面那一行放在一起</source>
        <translation>Put with the earlier row</translation>
    </message>
    <message>
        <source>和第 {0} 行同名或同号</source>
        <translation>Same name or number as row {0}</translation>
    </message>
    <message>
        <source>和第 {0} 行相同</source>
        <translation>Same as row {0}</translation>
    </message>
    <message>
        <source>回到列</source>
        <translation>Back to the columns</translation>
    </message>
    <message numerus="yes">
        <source>导入 %n 份</source>
        <translation>
            <numerusform>Import %n</numerusform>
            <numerusform>Import %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>导入过、之后又改的 %n 份</source>
        <translation>
            <numerusform>%n imported before and changed since</numerusform>
            <numerusform>%n imported before and changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>导入过的 %n 份</source>
        <translation>
            <numerusform>%n imported before</numerusform>
            <numerusform>%n imported before</numerusform>
        </translation>
    </message>
    <message>
        <source>导入过，之后改过：{0}</source>
        <translation>Imported before, changed since: {0}</translation>
    </message>
    <message>
        <source>导入过：{0}</source>
        <translation>Imported before: {0}</translation>
    </message>
    <message>
        <source>建 {0} 个新个案，放进已有个案 {1} 份</source>
        <translation>New cases: {0}, into existing cases: {1}</translation>
    </message>
    <message>
        <source>建一个新个案</source>
        <translation>Open a new case</translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation>Submitted at</translation>
    </message>
    <message>
        <source>放进 {0}</source>
        <translation>Into {0}</translation>
    </message>
    <message>
        <source>放进已有的个案</source>
        <translation>Put into a case</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>新个案的代号开头</source>
        <translation>Code names of new cases begin with</translation>
    </message>
    <message>
        <source>新个案的服务方式</source>
        <translation>Service mode of new cases</translation>
    </message>
    <message numerus="yes">
        <source>新的 %n 份</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>新的很多，先都没有选：请选出要导入的，或者按“新的都建个案”。</source>
        <translation>There are many new ones, and none is chosen yet: choose those to import, or press “New case for every new one”.</translation>
    </message>
    <message>
        <source>新的都建个案</source>
        <translation>New case for every new one</translation>
    </message>
    <message>
        <source>是同一个人：和前面那一行放在一起，资料用前面那一份，不同的留在答卷里。不是同一个人：选“建一个新个案”。</source>
        <translation>The same person: put it with the earlier row; the details are taken from that one, and what differs is kept among the answers. Not the same person: choose &quot;Open a new case&quot;.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份和前面的一行像同一个人，会放进同一个个案。</source>
        <translation>
            <numerusform>%n set of answers looks like the same person as a row above; it goes into the same case.</numerusform>
            <numerusform>%n sets of answers look like the same person as a row above; they go into the same case.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份和前面的一行同名或同号，可能是同一个人，先没有选。</source>
        <translation>
            <numerusform>%n set of answers has the name or number of a row above it and may be of the same person; it is not chosen yet.</numerusform>
            <numerusform>%n sets of answers have the name or number of a row above them and may be of the same person; they are not chosen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份和已有的个案同名或同号，请您看一看。</source>
        <translation>
            <numerusform>%n has the name or number of somebody in your cases: please look at it.</numerusform>
            <numerusform>%n have the name or number of somebody in your cases: please look at them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份里有放不进资料的格子，会原样留在答卷里，没有丢。</source>
        <translation>
            <numerusform>%n has answers that no field takes; they are kept word for word, and nothing is lost.</numerusform>
            <numerusform>%n have answers that no field takes; they are kept word for word, and nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 格留在答卷里</source>
        <translation>
            <numerusform>%n cell kept among the answers</numerusform>
            <numerusform>%n cells kept among the answers</numerusform>
        </translation>
    </message>
    <message>
        <source>每一份答卷去哪里</source>
        <translation>Where each set of answers goes</translation>
    </message>
    <message>
        <source>每一份都由您定。同一个人再填一次，请放进已有的个案：已有的资料不会被改写。</source>
        <translation>You decide about each one. If somebody filled it in again, put it into their case: nothing on record is overwritten.</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>第三步：每一份答卷去哪里</source>
        <translation>Step 3: where each set of answers goes</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>要知道的</source>
        <translation>Worth knowing</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>这一份去哪里</source>
        <translation>Where this one goes</translation>
    </message>
    <message>
        <source>都不导入</source>
        <translation>Import none</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>，同一个人再填的 %n 份</source>
        <translation>
            <numerusform>, and %n more by the same person</numerusform>
            <numerusform>, and %n more by the same people</numerusform>
        </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>RulePart</name>
    <message>
        <source>{0}，从 {1} 起</source>
        <translation>{0}, from {1}</translation>
    </message>
    <message>
        <source>不重复</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>共几次</source>
        <translation>How many times</translation>
    </message>
    <message>
        <source>在哪几天</source>
        <translation>On which days</translation>
    </message>
    <message>
        <source>夏令时换钟点时，按谁的时钟不变</source>
        <translation>Whose clock the hour follows when daylight saving time changes</translation>
    </message>
    <message>
        <source>您的时钟</source>
        <translation>Your clock</translation>
    </message>
    <message>
        <source>换夏令时的时候，谁的钟点不变</source>
        <translation>Whose hour stays the same when the clocks change</translation>
    </message>
    <message>
        <source>来访者的时钟</source>
        <translation>The client&apos;s clock</translation>
    </message>
    <message>
        <source>每两周</source>
        <translation>Every 2 weeks</translation>
    </message>
    <message>
        <source>每几周</source>
        <translation>Every how many weeks</translation>
    </message>
    <message>
        <source>每周</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>空着就一直约下去</source>
        <translation>Empty: with no end</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>请写 1 到 {0} 之间的一个数。</source>
        <translation>Please write a number from 1 to {0}.</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeats</translation>
    </message>
</context>
<context>
    <name>RuleSetForm</name>
    <message>
        <source>一行一个目标：数目、哪一种时数（咨询、受督、施督、培训、个人体验），再写什么才算，如 收费、设置稳定、面询、视频、个体、团体、同辈、注册督导师、伦理、3年内。</source>
        <translation>One goal a line: a number, what the hours were spent as (counseling, supervised, supervising, training, own-therapy), then what counts, such as paid, strict, in-person, video, individual, group, peer, registered-supervisor, ethics, 3years.</translation>
    </message>
    <message>
        <source>不再使用</source>
        <translation>Use no more</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>哪一份文件、哪一年，日后好核对。</source>
        <translation>Which document, of which year, so that it can be checked later.</translation>
    </message>
    <message>
        <source>如 400 咨询 个体 收费 面询 视频</source>
        <translation>such as 400 counseling individual paid in-person video</translation>
    </message>
    <message>
        <source>如 我的注册目标</source>
        <translation>such as My goals for registration</translation>
    </message>
    <message>
        <source>存好这份规则</source>
        <translation>Save these rules</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>读不懂：{0}</source>
        <translation>Cannot be read: {0}</translation>
    </message>
</context>
<context>
    <name>SafetyScreen</name>
    <message>
        <source>不一定要说出困难；去哪里、和谁待着会好一点</source>
        <translation>Without having to speak of it: where to go, whom to be with</translation>
    </message>
    <message>
        <source>不用找别人就能做的事：散步、听歌、洗澡、写下来</source>
        <translation>What needs nobody else: a walk, music, a shower, writing it down</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>什么念头、心情、事情、身体的感觉，说明危机可能要来了</source>
        <translation>Thoughts, moods, events or feelings in the body that say a crisis may be coming</translation>
    </message>
    <message>
        <source>写过的版本</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>写进第五步：{0}</source>
        <translation>Write into step five: {0}</translation>
    </message>
    <message>
        <source>可以直说「我现在不好」的人，写上电话</source>
        <translation>People to whom one can say &quot;I am not well&quot;; with their numbers</translation>
    </message>
    <message>
        <source>和来访者一起写，用来访者自己的话。它不是「不自杀承诺书」：写的是难受时一步步可以做什么。</source>
        <translation>Write it together, in the client&apos;s own words. It is no promise not to die: it says what can be done, step by step, when it gets bad.</translation>
    </message>
    <message>
        <source>咨询师、医院、热线，写上电话和时间</source>
        <translation>Counselor, hospital, hotline; with numbers and hours</translation>
    </message>
    <message>
        <source>大字印出，不写姓名和代号。印的是记下的最后一版。</source>
        <translation>In large print, without name or code. What is printed is the last version recorded.</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>把药、刀具、绳子这些交给谁保管，今晚谁陪着</source>
        <translation>Who keeps medicine, knives or ropes; who stays tonight</translation>
    </message>
    <message>
        <source>点一下写进第五步</source>
        <translation>Click to write into step five</translation>
    </message>
    <message>
        <source>第 {0} 版 · {1}</source>
        <translation>Version {0} · {1}</translation>
    </message>
    <message>
        <source>给来访者的一份</source>
        <translation>The client&apos;s copy</translation>
    </message>
    <message>
        <source>给来访者的那份用哪种语言</source>
        <translation>Language of the client&apos;s copy</translation>
    </message>
    <message>
        <source>记下这一版</source>
        <translation>Save this version</translation>
    </message>
    <message>
        <source>资源目录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>这一版已记下，可以打印给来访者了。</source>
        <translation>This version is recorded and can be printed for the client.</translation>
    </message>
    <message>
        <source>适宜性评估里写的</source>
        <translation>From the suitability screen</translation>
    </message>
</context>
<context>
    <name>SalvageScreen</name>
    <message>
        <source>{0}-救出</source>
        <translation>{0}-salvaged</translation>
    </message>
    <message>
        <source>一个还没有的文件夹，或空的。最好在另一块磁盘上。</source>
        <translation>A folder that does not exist yet, or an empty one. Another disk is best.</translation>
    </message>
    <message>
        <source>开始救出</source>
        <translation>Salvage</translation>
    </message>
    <message>
        <source>救到新的保险库</source>
        <translation>Salvage into a new vault</translation>
    </message>
    <message>
        <source>新的文件夹</source>
        <translation>New folder</translation>
    </message>
    <message>
        <source>正在读每一页</source>
        <translation>Reading every page</translation>
    </message>
    <message>
        <source>要打开它：锁定以后，在门上点「换一个保险库」，选这个新文件夹。</source>
        <translation>To open it: lock, then choose &quot;Another vault&quot; on the door and this new folder.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这个保险库的密码，或恢复密钥</source>
        <translation>The password of this vault, or its recovery key</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>逐页读损坏的数据库，把每一篇读得出来的都放进一个新的保险库，读不出来的按编号列出来。原来的不改一个字节。</source>
        <translation>Reads the damaged database page by page, puts everything that can be read into a new vault, and lists by number what cannot be read. Not a byte of the old one changes.</translation>
    </message>
</context>
<context>
    <name>SampleForm</name>
    <message>
        <source>加了密码，先打开个案才看得到。</source>
        <translation>It has a password of its own: open the case first.</translation>
    </message>
    <message>
        <source>如 风险评估写得少，下个月再抽一次。不要写来访者的内容。</source>
        <translation>For example: little on risk, draw again next month. No word of a client.</translation>
    </message>
    <message>
        <source>所见与打算</source>
        <translation>What you saw and mean to do</translation>
    </message>
    <message>
        <source>打开这篇记录</source>
        <translation>Open this note</translation>
    </message>
    <message>
        <source>正在看的一次</source>
        <translation>The sample in hand</translation>
    </message>
    <message>
        <source>看哪一篇</source>
        <translation>Which note to look at</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>SampleScreen</name>
    <message>
        <source>上一个、下一个答案</source>
        <translation>The answer before or after</translation>
    </message>
    <message>
        <source>从签署了的记录里随机抽几篇，按清单看写得怎样（规范一(四)）。抽哪几篇由随机种子决定，种子一起保存，别人可以照着再抽一次。</source>
        <translation>Signed notes are drawn by chance and looked at along a list (Hotline standard 1(4)). A random seed decides which; it is kept, so that anybody can draw the same notes again.</translation>
    </message>
    <message>
        <source>以前的抽查</source>
        <translation>Earlier samples</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>记录抽查</source>
        <translation>Record samples</translation>
    </message>
    <message>
        <source>返回，写的字会留着</source>
        <translation>Back; what was written stays</translation>
    </message>
    <message>
        <source>这段时间里没有签署了的记录。</source>
        <translation>No note was signed of sessions in these days.</translation>
    </message>
    <message>
        <source>选这个答案</source>
        <translation>Choose this answer</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>{0} 第 {1} 次 · {2}</source>
        <translation>{0}, session {1} · {2}</translation>
    </message>
    <message>
        <source>{0}至{1}，抽了 {2} 篇</source>
        <translation>{0} to {1}, {2} notes</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>各项看到了什么（篇数）</source>
        <translation>What was found of each item (notes)</translation>
    </message>
    <message>
        <source>所见与打算</source>
        <translation>What you saw and mean to do</translation>
    </message>
    <message>
        <source>抽到的记录</source>
        <translation>The notes drawn</translation>
    </message>
    <message>
        <source>抽取日期</source>
        <translation>Drawn on</translation>
    </message>
    <message>
        <source>抽哪几篇只由随机种子决定，用同一个种子再抽一次，抽到的是同样几篇。加了密码没有打开的个案不在其中。</source>
        <translation>The random seed alone decides which notes are drawn: the same seed draws the same ones. Cases whose own password was not given are not among them.</translation>
    </message>
    <message>
        <source>抽的时段</source>
        <translation>Sessions of</translation>
    </message>
    <message>
        <source>有</source>
        <translation>There</translation>
    </message>
    <message>
        <source>没有看完</source>
        <translation>Not gone through</translation>
    </message>
    <message>
        <source>没有缺的</source>
        <translation>Nothing missing</translation>
    </message>
    <message>
        <source>清单版本</source>
        <translation>Edition of the list</translation>
    </message>
    <message>
        <source>由心匣生成。只有代号，没有姓名和记录的内容。</source>
        <translation>Made by Xinxia. It holds code names only, no names and nothing of what the records say.</translation>
    </message>
    <message>
        <source>看完日期</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>缺：{0}</source>
        <translation>Lacks: {0}</translation>
    </message>
    <message>
        <source>记录 №{0}，已不在</source>
        <translation>Note №{0}, no longer there</translation>
    </message>
    <message>
        <source>记录抽查</source>
        <translation>Record samples</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>To know</translation>
    </message>
    <message>
        <source>请写下所见与打算（规范一(四)）。</source>
        <translation>Write what you saw and mean to do (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>还有没看的项，每一项都要选（规范一(四)）。</source>
        <translation>Some items are not answered yet: choose for each of them (Hotline standard 1(4)).</translation>
    </message>
    <message>
        <source>随机种子</source>
        <translation>Random seed</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>SavePanel</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存为文件</source>
        <translation>Save to file</translation>
    </message>
    <message>
        <source>文件离开保险库后不再加密。请放在只有您能打开的地方，用完删除；文件名里不写姓名。</source>
        <translation>Outside the vault the file is not encrypted. Put it where only you can open it, delete it after use, and keep names out of the file name.</translation>
    </message>
    <message>
        <source>请写明存到哪里。</source>
        <translation>Say where to save it.</translation>
    </message>
    <message>
        <source>选择位置</source>
        <translation>Choose place</translation>
    </message>
    <message>
        <source>那里已有同名文件。再按一次就替换它。</source>
        <translation>A file of that name is there already. Press again to replace it.</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>已存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>已签署</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>正在存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>没有存上</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>补记的草稿已存 {0}</source>
        <translation>Draft of the amendment saved {0}</translation>
    </message>
</context>
<context>
    <name>ScaleAside</name>
    <message>
        <source>所有量表，和我自己的</source>
        <translation>All scales, and my own</translation>
    </message>
</context>
<context>
    <name>ScaleForm</name>
    <message>
        <source>不再使用</source>
        <translation>Use no more</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>分级，一行一级</source>
        <translation>Bands, one a line</translation>
    </message>
    <message>
        <source>反向计分的题号</source>
        <translation>Questions scored in reverse</translation>
    </message>
    <message>
        <source>受版权保护的量表，请先取得许可再录入。</source>
        <translation>Enter a scale under copyright only with permission.</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>如 0 从不</source>
        <translation>e.g. 0 never</translation>
    </message>
    <message>
        <source>如 0-4 轻度</source>
        <translation>e.g. 0-4 mild</translation>
    </message>
    <message>
        <source>如 3 7</source>
        <translation>e.g. 3 7</translation>
    </message>
    <message>
        <source>如 每周状态</source>
        <translation>e.g. Weekly check</translation>
    </message>
    <message>
        <source>如 过去一周里，您有多少时候……</source>
        <translation>e.g. In the past week, how often have you …</translation>
    </message>
    <message>
        <source>存好这份量表</source>
        <translation>Save this scale</translation>
    </message>
    <message>
        <source>指导语</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>按已答各题的平均数补；空着就不补。</source>
        <translation>Made up for by the mean of the others; leave it empty for none.</translation>
    </message>
    <message>
        <source>最多几题未答还计分</source>
        <translation>Most open answers that still give a score</translation>
    </message>
    <message>
        <source>有人答了不是最低的一项，会当场提醒。</source>
        <translation>Any answer above the lowest is said at once.</translation>
    </message>
    <message>
        <source>没有可靠的出处就空着，只显示分数。</source>
        <translation>Leave it empty unless a sound source gives them; then only the score is shown.</translation>
    </message>
    <message>
        <source>看看填起来的样子</source>
        <translation>See how it is answered</translation>
    </message>
    <message>
        <source>答案，一行一个，分数在前</source>
        <translation>Answers, one a line, the score in front</translation>
    </message>
    <message>
        <source>问到自伤的题号</source>
        <translation>The question on self-harm</translation>
    </message>
    <message>
        <source>题目，一行一题</source>
        <translation>Questions, one a line</translation>
    </message>
</context>
<context>
    <name>ScalesScreen</name>
    <message numerus="yes">
        <source>%n 题</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>不再使用；以前答的都留着。</source>
        <translation>Used no more; what was answered stays.</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>修改：{0}</source>
        <translation>Change: {0}</translation>
    </message>
    <message>
        <source>印空白的量表</source>
        <translation>Print the empty scale</translation>
    </message>
    <message>
        <source>印空白的量表：{0}</source>
        <translation>Print the empty scale: {0}</translation>
    </message>
    <message>
        <source>只带确定可以自由使用的；每一份都写着出处和许可。</source>
        <translation>Only those that may surely be used freely; each says its source and license.</translation>
    </message>
    <message>
        <source>存好了：{0}，第 {1} 版</source>
        <translation>Saved: {0}, edition {1}</translation>
    </message>
    <message>
        <source>存好量表</source>
        <translation>Save the scale</translation>
    </message>
    <message>
        <source>我的量表</source>
        <translation>My scales</translation>
    </message>
    <message>
        <source>改了量表，就是新的一版；以前答的留着当时的题目，图上只把同一版的放在一起比。</source>
        <translation>Every change makes a new edition. What was answered before keeps its questions, and a chart compares one edition only.</translation>
    </message>
    <message>
        <source>新建量表</source>
        <translation>New scale</translation>
    </message>
    <message>
        <source>第 {0} 版</source>
        <translation>Edition {0}</translation>
    </message>
    <message>
        <source>自己的量表</source>
        <translation>Scales of your own</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>随程序带的量表</source>
        <translation>Scales that come with the program</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>图片或 PDF</source>
        <translation>Pictures or PDF</translation>
    </message>
    <message>
        <source>文件 {0} · {1}</source>
        <translation>Document {0} · {1}</translation>
    </message>
    <message>
        <source>照片里的拍摄地点和设备会去掉。</source>
        <translation>Place and camera are removed from photos.</translation>
    </message>
    <message>
        <source>看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>看{0}</source>
        <translation>View {0}</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除{0}</source>
        <translation>Remove {0}</translation>
    </message>
    <message>
        <source>选一份扫描件</source>
        <translation>Choose a scan</translation>
    </message>
    <message>
        <source>附上以后不能拿掉。照片里的拍摄地点和设备会去掉。</source>
        <translation>What is attached stays. Place and camera are removed from photos.</translation>
    </message>
    <message>
        <source>附上扫描件或 PDF…</source>
        <translation>Attach a scan or PDF…</translation>
    </message>
</context>
<context>
    <name>ScreenItems</name>
    <message>
        <source>{0}（人身危险）</source>
        <translation>{0} (somebody is in danger)</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 项不适合网络咨询。</source>
        <translation>
            <numerusform>%n item speaks against online work.</numerusform>
            <numerusform>%n items speak against online work.</numerusform>
        </translation>
    </message>
    <message>
        <source>继续须写明理由、安全计划，和同行或督导讨论；否则解释并转介（网络 4.3）。</source>
        <translation>Going on takes reasons, a safety plan and a consultation or supervision; otherwise explain and refer (Online 4.3).</translation>
    </message>
    <message>
        <source>继续须写明理由，和同行或督导讨论；否则解释并转介（网络 4.3）。</source>
        <translation>Going on takes reasons and a consultation or supervision; otherwise explain and refer (Online 4.3).</translation>
    </message>
</context>
<context>
    <name>ScreenOutcome</name>
    <message>
        <source>为什么可以继续</source>
        <translation>Why it is safe to go on</translation>
    </message>
    <message>
        <source>关于转介说了什么</source>
        <translation>What was said about the referral</translation>
    </message>
    <message>
        <source>和同行或督导讨论的日期</source>
        <translation>Date of consultation or supervision</translation>
    </message>
    <message>
        <source>和谁讨论</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>怎样向来访者解释的</source>
        <translation>How you explained it to the client</translation>
    </message>
    <message>
        <source>机构、医院或同行</source>
        <translation>An institution, a hospital or a colleague</translation>
    </message>
    <message>
        <source>来访者谢绝转介</source>
        <translation>The client declined a referral</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>转介到</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>预警信号、自己能做的、可以找谁、热线和医院、危险物品怎样收好</source>
        <translation>Warning signs, what the client can do, whom to turn to, hotline and hospital, how dangerous things are put away</translation>
    </message>
</context>
<context>
    <name>ScreenScreen</name>
    <message>
        <source>上一次评估是 {0}：{1}。</source>
        <translation>The last screen was on {0}: {1}.</translation>
    </message>
    <message>
        <source>下面是当时的回答，不再改动。情况变了，请重新评估；以前的都留着。</source>
        <translation>Below are the answers given then; they no longer change. If things have changed, screen again; the earlier ones stay.</translation>
    </message>
    <message>
        <source>不再以这种方式开始正式咨询。商量好换一种方式，请记下服务方式的改变。</source>
        <translation>No formal sessions begin in this mode. If you agree on another one, record the change of service mode.</translation>
    </message>
    <message>
        <source>做过的评估</source>
        <translation>Screens so far</translation>
    </message>
    <message>
        <source>写转介</source>
        <translation>Write a referral</translation>
    </message>
    <message>
        <source>去签同意书</source>
        <translation>Go to the consent</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>回去签署</source>
        <translation>Back to signing</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>条目版本：{0}</source>
        <translation>Edition of the items: {0}</translation>
    </message>
    <message>
        <source>空白的评估单</source>
        <translation>Empty sheet</translation>
    </message>
    <message>
        <source>网络咨询不适合每一个人。请一项一项问过，再写结果。精神障碍各项，只按来访者提供的医院诊断或自述回答，不自己下诊断。</source>
        <translation>Online counseling does not suit everyone. Go through the items one by one, then choose a result. For mental disorders, go only by a hospital diagnosis the client has shown you or by what they say; do not diagnose.</translation>
    </message>
    <message>
        <source>记下评估</source>
        <translation>Record screen</translation>
    </message>
    <message>
        <source>评估已记下：{0}。</source>
        <translation>The screen is recorded: {0}.</translation>
    </message>
    <message>
        <source>这一次还没记下；以前的都留着。</source>
        <translation>This one is not recorded yet; the earlier ones stay.</translation>
    </message>
    <message>
        <source>适合网络咨询的（问 10(1)）</source>
        <translation>Whom online work suits (Q&amp;A 10(1))</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>重新评估</source>
        <translation>Screen again</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>{0}（人身危险）</source>
        <translation>{0} (somebody is in danger)</translation>
    </message>
    <message>
        <source>□ 来访者谢绝</source>
        <translation>□ The client declined</translation>
    </message>
    <message>
        <source>□ 适宜 / □ 有保留地继续 / □ 不适宜</source>
        <translation>□ Suitable / □ Go on with reservations / □ Not suitable</translation>
    </message>
    <message>
        <source>不适宜</source>
        <translation>Not suitable</translation>
    </message>
    <message>
        <source>个案代号</source>
        <translation>Case code name</translation>
    </message>
    <message>
        <source>为什么可以继续</source>
        <translation>Why it is safe to go on</translation>
    </message>
    <message>
        <source>关于转介说了什么</source>
        <translation>What was said about the referral</translation>
    </message>
    <message>
        <source>同行咨询或督导</source>
        <translation>Consultation or supervision</translation>
    </message>
    <message>
        <source>咨询师</source>
        <translation>Counselor</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>怎样解释的</source>
        <translation>How it was explained</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>有保留地继续</source>
        <translation>Go on with reservations</translation>
    </message>
    <message>
        <source>服务方式</source>
        <translation>Service mode</translation>
    </message>
    <message>
        <source>来访者谢绝</source>
        <translation>The client declined</translation>
    </message>
    <message>
        <source>禁忌情形（网络 4.3，问 10(2)）</source>
        <translation>Contraindications (Online 4.3, Q&amp;A 10(2))</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>网络 4.3：任何一项为是，继续以前要写明理由、安全计划和同行咨询或督导；否则解释并转介。</source>
        <translation>Online 4.3: with any yes, going on takes written reasons, a safety plan and a consultation or supervision; otherwise explain and refer.</translation>
    </message>
    <message>
        <source>评估日期</source>
        <translation>Date of the screen</translation>
    </message>
    <message>
        <source>转介到</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>还没有结果</source>
        <translation>No result yet</translation>
    </message>
    <message>
        <source>适宜</source>
        <translation>Suitable</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>适宜性评估 · {0}</source>
        <translation>Suitability screen · {0}</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message numerus="yes">
        <source>%n 个加锁的个案没有搜：要搜它们，请先打开。</source>
        <translation>
            <numerusform>%n locked case was not searched: open it first to search it.</numerusform>
            <numerusform>%n locked cases were not searched: open them first to search them.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} 处以上</source>
        <translation>More than {0}</translation>
    </message>
    <message>
        <source>一个字、一个名字、英文词的开头，都可以。几个词用空格隔开，要同时出现才算找到。
草稿、签署过的记录、补记和没写完的补记都会查到。写来访者的姓名、拼音或代号，最上面就是这个个案。
只在这台电脑上查，查过什么不会留下。</source>
        <translation>One character, a name or the beginning of a word will do; of several words, all must occur.
Drafts, signed notes and amendments are searched. A client&apos;s name or code name brings up the case.
The search runs on this computer alone, and what you searched for is not kept.</translation>
    </message>
    <message>
        <source>上一处、下一处</source>
        <translation>Previous, next result</translation>
    </message>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>个案概念化</source>
        <translation>Case formulation</translation>
    </message>
    <message>
        <source>也查会谈单、概念化、家谱图、披露、转介、结案等</source>
        <translation>Search sheets, formulations, disclosures and all other entries too</translation>
    </message>
    <message>
        <source>也查咨询师札记</source>
        <translation>Search private reflections too</translation>
    </message>
    <message>
        <source>以前的记录</source>
        <translation>Earlier note</translation>
    </message>
    <message>
        <source>任何字词</source>
        <translation>Any word</translation>
    </message>
    <message>
        <source>会谈单</source>
        <translation>Session sheet</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>可以少写几个字，或换一种写法。</source>
        <translation>Try fewer words, or another spelling.</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开个案</source>
        <translation>Open case</translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 处</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message>
        <source>找到的地方</source>
        <translation>Places found</translation>
    </message>
    <message>
        <source>披露</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>显示更多</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>有记录坏了，搜不到，编号：{0}。读得出来的可以救到新的保险库。</source>
        <translation>Damaged notes could not be searched. Numbers: {0}. What can still be read can be salvaged into a new vault.</translation>
    </message>
    <message>
        <source>札记</source>
        <translation>Reflection</translation>
    </message>
    <message>
        <source>来访者的请求</source>
        <translation>Client&apos;s request</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找任何字词</source>
        <translation>Search for any word</translation>
    </message>
    <message>
        <source>查找记录</source>
        <translation>Search notes</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>No matches</translation>
    </message>
    <message>
        <source>法律保全</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>清空，再按返回</source>
        <translation>Clear, then go back</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision record</translation>
    </message>
    <message>
        <source>约 {0} 处</source>
        <translation>About {0}</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>补记</source>
        <translation>Amendment</translation>
    </message>
    <message>
        <source>补记没写完</source>
        <translation>Unfinished amendment</translation>
    </message>
    <message>
        <source>记录里没有这些字</source>
        <translation>None of your notes hold these words</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
</context>
<context>
    <name>SectionLine</name>
    <message>
        <source>上移（Alt+↑）</source>
        <translation>Move up (Alt+↑)</translation>
    </message>
    <message>
        <source>下移（Alt+↓）</source>
        <translation>Move down (Alt+↓)</translation>
    </message>
    <message>
        <source>去掉这一节</source>
        <translation>Remove this section</translation>
    </message>
    <message>
        <source>小节标题</source>
        <translation>Section title</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>提示：写的时候看一眼，可以空着</source>
        <translation>Hint; may stay empty</translation>
    </message>
    <message>
        <source>第 {0} 节</source>
        <translation>Section {0}</translation>
    </message>
</context>
<context>
    <name>SectionPart</name>
    <message>
        <source>{0}：内容</source>
        <translation>{0}: text</translation>
    </message>
    <message>
        <source>“{0}”的标题</source>
        <translation>Heading of “{0}”</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>去掉这一节</source>
        <translation>Remove this section</translation>
    </message>
    <message>
        <source>小节标题</source>
        <translation>Section title</translation>
    </message>
    <message>
        <source>必须有</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>花括号里的词印出来会换成填写的内容：{0}</source>
        <translation>Words in braces are replaced by what is filled in: {0}</translation>
    </message>
</context>
<context>
    <name>SectionRow</name>
    <message>
        <source>{0}，已写</source>
        <translation>{0}, written</translation>
    </message>
    <message>
        <source>{0}，正在写</source>
        <translation>{0}, being written</translation>
    </message>
    <message>
        <source>{0}，还空着</source>
        <translation>{0}, still empty</translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>{0}您说不清楚。</source>
        <translation>Not sure, as you said on {0}.</translation>
    </message>
    <message>
        <source>{0}您说已打开。</source>
        <translation>On, as you said on {0}.</translation>
    </message>
    <message>
        <source>{0}您说还没有。</source>
        <translation>Not yet, as you said on {0}.</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>保险库本身是加密的。磁盘也加密，电脑丢了，别的文件和临时文件也读不出来。</source>
        <translation>The vault itself is encrypted. With the disk encrypted too, a lost computer gives away no other files and no temporary ones either.</translation>
    </message>
    <message>
        <source>做远程咨询的 Wi-Fi 有密码，不用公共网络。</source>
        <translation>The Wi-Fi of your remote sessions has a password and is not a public one.</translation>
    </message>
    <message>
        <source>几分钟没有人用，屏幕就锁上。心匣也会一起锁。</source>
        <translation>After a few idle minutes the screen locks, and Xinxia locks with it.</translation>
    </message>
    <message>
        <source>加密的网络</source>
        <translation>An encrypted network</translation>
    </message>
    <message>
        <source>已打开，{0}程序看到的。</source>
        <translation>On, as the program saw on {0}.</translation>
    </message>
    <message>
        <source>开机要密码</source>
        <translation>A password when the computer starts</translation>
    </message>
    <message>
        <source>怎样打开：Windows 和 macOS 在系统设置里找“防火墙”，Linux 可以安装 ufw，再运行 sudo ufw enable。</source>
        <translation>How: on Windows and macOS look for &quot;Firewall&quot; in the system settings; on Linux you can install ufw and run sudo ufw enable.</translation>
    </message>
    <message>
        <source>怎样打开：Windows 在“隐私和安全性”里打开设备加密或 BitLocker，macOS 打开“文件保险箱”，Linux 在安装系统时选加密（LUKS）。</source>
        <translation>How: on Windows turn on device encryption or BitLocker under &quot;Privacy &amp; security&quot;, on macOS turn on FileVault, on Linux choose encryption (LUKS) when you install the system.</translation>
    </message>
    <message>
        <source>怎样打开：Windows 用自带的“病毒和威胁防护”就好，macOS 自带防护，Linux 可以只从软件源安装程序。</source>
        <translation>How: on Windows the built-in &quot;Virus &amp; threat protection&quot; will do, macOS has its own, and on Linux you can install programs from the package sources only.</translation>
    </message>
    <message>
        <source>怎样打开：在系统设置的“更新”里打开自动更新，并按提示重启。</source>
        <translation>How: turn on automatic updates under &quot;Updates&quot; in the system settings, and restart when asked.</translation>
    </message>
    <message>
        <source>怎样打开：在系统设置的“账户”或“用户”里设一个密码，并关掉自动登录。</source>
        <translation>How: set a password under &quot;Accounts&quot; or &quot;Users&quot; in the system settings, and turn automatic login off.</translation>
    </message>
    <message>
        <source>怎样打开：在系统设置的“锁屏”或“隐私”里，把自动锁屏设成 5 分钟，唤醒时要密码。</source>
        <translation>How: under &quot;Lock screen&quot; or &quot;Privacy&quot; in the system settings, let the screen lock after 5 minutes and ask for the password on waking.</translation>
    </message>
    <message>
        <source>怎样打开：在路由器里选 WPA2 或 WPA3，换掉出厂密码；出门在外用自己的手机热点。</source>
        <translation>How: choose WPA2 or WPA3 on the router and replace the factory password; when you are out, use your own phone&apos;s hotspot.</translation>
    </message>
    <message>
        <source>恶意程序能看到屏幕和按键，加密挡不住它。</source>
        <translation>Malware can see the screen and the keys; encryption does not stop it.</translation>
    </message>
    <message>
        <source>打开电脑或换用户时，要写密码、按指纹或认脸。</source>
        <translation>Starting the computer or switching users asks for a password, a fingerprint or a face.</translation>
    </message>
    <message>
        <source>挡住网络上没有约好的来访。心匣自己不联网。</source>
        <translation>It keeps uninvited visitors on the network out. Xinxia itself never goes online.</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>磁盘加密</source>
        <translation>Disk encryption</translation>
    </message>
    <message>
        <source>离开时自动锁屏</source>
        <translation>A screen that locks when you leave</translation>
    </message>
    <message>
        <source>程序没有看到它。如果您用别的办法打开了，请选“是”。</source>
        <translation>The program does not see it. If it is on in another way, choose &quot;Yes&quot;.</translation>
    </message>
    <message>
        <source>程序看不到这一项，请您说。</source>
        <translation>The program cannot see this; please say.</translation>
    </message>
    <message>
        <source>系统和浏览器的安全更新自动安装。</source>
        <translation>Security updates of system and browser install by themselves.</translation>
    </message>
    <message>
        <source>系统更新</source>
        <translation>System updates</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>防火墙</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>防病毒</source>
        <translation>Protection against malware</translation>
    </message>
</context>
<context>
    <name>SecurityCard</name>
    <message>
        <source>上次看完：{0}。</source>
        <translation>Last gone through on {0}.</translation>
    </message>
    <message>
        <source>上次看完：{0}。又过了一个月，可以再看一遍。</source>
        <translation>Last gone through on {0}. A month has passed; time for another look.</translation>
    </message>
    <message>
        <source>什么时候打开、读、写、打印和导出过什么；内容不在里面。</source>
        <translation>When what was opened, read, written, printed and exported; nothing that was written is in it.</translation>
    </message>
    <message>
        <source>开机密码、磁盘加密、防火墙这些，每个月看一遍。</source>
        <translation>Login password, disk encryption, firewall and so on, once a month.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开电脑安全的页面</source>
        <translation>Open the page about this computer&apos;s security</translation>
    </message>
    <message>
        <source>打开留痕</source>
        <translation>Open the trail</translation>
    </message>
    <message>
        <source>电脑安全</source>
        <translation>This computer&apos;s security</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>The trail</translation>
    </message>
</context>
<context>
    <name>SecurityScreen</name>
    <message>
        <source>上次看完：{0}。</source>
        <translation>Last gone through on {0}.</translation>
    </message>
    <message>
        <source>保险库在这台电脑里，电脑也要守好。程序看得到的，它自己看；看不到的，请您说。每个月看一遍就好，没有打开的可以慢慢来。</source>
        <translation>The vault lives on this computer, so the computer needs looking after, too. The program checks what it can; please answer the rest. Once a month is enough, and there is no hurry with what is not on yet.</translation>
    </message>
    <message>
        <source>去回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>电脑安全</source>
        <translation>This computer&apos;s security</translation>
    </message>
    <message>
        <source>记下了，一个月后再提醒您。</source>
        <translation>Noted. You will be reminded in a month.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有整个看过一遍。</source>
        <translation>You have not gone through all of it yet.</translation>
    </message>
    <message>
        <source>这次看完了</source>
        <translation>Done for this month</translation>
    </message>
</context>
<context>
    <name>SelfAudit</name>
    <message>
        <source>{0} 个</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 次</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>一年内打印和导出</source>
        <translation>Printed or exported within a year</translation>
    </message>
    <message>
        <source>一年内输错密码</source>
        <translation>Wrong passwords within a year</translation>
    </message>
    <message>
        <source>上次备份</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>上次恢复演练</source>
        <translation>Last restore practice</translation>
    </message>
    <message>
        <source>上次核对恢复密钥</source>
        <translation>Recovery key last tried</translation>
    </message>
    <message>
        <source>上次检查保险库</source>
        <translation>Vault last checked</translation>
    </message>
    <message>
        <source>上次逐项看完</source>
        <translation>Last gone through</translation>
    </message>
    <message>
        <source>不清楚（{0}本人回答）</source>
        <translation>Not known (own answer, {0})</translation>
    </message>
    <message>
        <source>信息安全自查报告</source>
        <translation>Information security self-audit</translation>
    </message>
    <message>
        <source>另加密码的个案</source>
        <translation>Cases with a password of their own</translation>
    </message>
    <message>
        <source>备份和检查</source>
        <translation>Backups and checks</translation>
    </message>
    <message>
        <source>已打开（{0}本人回答）</source>
        <translation>On (own answer, {0})</translation>
    </message>
    <message>
        <source>已打开（{0}程序看到）</source>
        <translation>On (seen by the program, {0})</translation>
    </message>
    <message>
        <source>心匣 {0}</source>
        <translation>Xinxia {0}</translation>
    </message>
    <message>
        <source>打开和锁定</source>
        <translation>Opening and locking</translation>
    </message>
    <message>
        <source>现在的密码设于</source>
        <translation>Password set</translation>
    </message>
    <message>
        <source>现在的恢复密钥设于</source>
        <translation>Recovery key made</translation>
    </message>
    <message>
        <source>由心匣生成。没有来访者的姓名、代号和任何记录内容。</source>
        <translation>Made by Xinxia. No client&apos;s name or code name, and nothing from any record.</translation>
    </message>
    <message>
        <source>程序没有看到，也还没有回答</source>
        <translation>Not seen by the program, and not answered yet</translation>
    </message>
    <message>
        <source>程序版本</source>
        <translation>Program version</translation>
    </message>
    <message>
        <source>自动锁定</source>
        <translation>Automatic lock</translation>
    </message>
    <message>
        <source>自查于 {0}</source>
        <translation>Self-audit of {0}</translation>
    </message>
    <message>
        <source>自查时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>About this report</translation>
    </message>
    <message>
        <source>读不出来，无从知道（保险库坏了一部分）</source>
        <translation>Cannot be read, so not known (part of the vault is damaged)</translation>
    </message>
    <message>
        <source>还没有打开（{0}本人回答）</source>
        <translation>Not on yet (own answer, {0})</translation>
    </message>
    <message>
        <source>还没有过</source>
        <translation>Never yet</translation>
    </message>
    <message>
        <source>这份报告写的是当时程序看到的和您回答的，不是检测证明。请和往次的报告一起收好，下次自查时对照。</source>
        <translation>This report says what the program saw and what you answered at the time; it is not a certificate of a test. Please keep it with the earlier ones, to compare at the next self-audit.</translation>
    </message>
    <message>
        <source>这台电脑</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>闲置满 {0} 分钟；电脑锁屏或睡眠时一起锁定</source>
        <translation>After {0} minutes idle; and when the computer locks its screen or sleeps</translation>
    </message>
</context>
<context>
    <name>SelfAuditPart</name>
    <message>
        <source>信息安全自查报告</source>
        <translation>Information security self-audit</translation>
    </message>
    <message>
        <source>把上面各项和锁定、备份、检查的日期写成一页纸，供督导或自己存档。里面没有姓名、代号和记录。</source>
        <translation>Puts all of the above, and the dates of locks, backups and checks, on one page, for supervision or your own files. It holds no name, no code name and no record.</translation>
    </message>
    <message>
        <source>自查报告</source>
        <translation>Self-audit report</translation>
    </message>
</context>
<context>
    <name>SelfReadPart</name>
    <message>
        <source>什么时候读的</source>
        <translation>When it was read</translation>
    </message>
    <message>
        <source>从导出的表里复制过来</source>
        <translation>Copy it from the exported table</translation>
    </message>
    <message>
        <source>写路径，或点「选择截图」</source>
        <translation>Type a path, or press “Choose a screenshot”</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>图片或 PDF</source>
        <translation>Pictures or PDF</translation>
    </message>
    <message>
        <source>存入前去掉图片里的附加信息；原文件留在原处。</source>
        <translation>Hidden details are removed from the picture before it is stored; your file stays where it is.</translation>
    </message>
    <message>
        <source>或者一张截图</source>
        <translation>Or a screenshot</translation>
    </message>
    <message>
        <source>来访者自己读完后点了「已阅」，或提交了问卷（问7 第一步）。这只算读过：还要一起讨论、确认、签署。</source>
        <translation>The client read it alone and ticked “read”, or submitted a questionnaire (Q&amp;A 7, step one). That counts as read only: discussing, confirming and signing still follow.</translation>
    </message>
    <message>
        <source>记下：自助已阅</source>
        <translation>Record: read alone</translation>
    </message>
    <message>
        <source>选择截图</source>
        <translation>Choose a screenshot</translation>
    </message>
    <message>
        <source>问7：请贴上问卷里的一行，或选一张截图。</source>
        <translation>Q&amp;A 7: paste the row of the questionnaire, or choose a screenshot.</translation>
    </message>
    <message>
        <source>问卷里的那一行</source>
        <translation>The row of the questionnaire</translation>
    </message>
</context>
<context>
    <name>SessionDanger</name>
    <message>
        <source>打开危机卡（Ctrl+E）</source>
        <translation>Open the crisis card (Ctrl+E)</translation>
    </message>
    <message>
        <source>有风险：紧急联系人和热线在危机卡上（规范二(一)c）。</source>
        <translation>At risk: the emergency contact and the hotlines are on the crisis card (Hotline standard 2(1)c).</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message numerus="yes">
        <source>%n 人</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} minutes</translation>
    </message>
    <message>
        <source>{0}时间</source>
        <translation>{0} time</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>专用账号回拨</source>
        <translation>Call back on a known account</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>主诉</source>
        <translation>Presenting concern</translation>
    </message>
    <message>
        <source>今天的确认</source>
        <translation>Confirmed today</translation>
    </message>
    <message>
        <source>今天确认过来访者的真实身份、联系方式和紧急联系人，双方所在地如上（网络 3.4）</source>
        <translation>Confirmed today: who the client is, how to reach them and whom to call; both places are as above (Online 3.4)</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>其他方式</source>
        <translation>Another way</translation>
    </message>
    <message>
        <source>危机等级</source>
        <translation>Level of risk</translation>
    </message>
    <message>
        <source>安静</source>
        <translation>Quiet</translation>
    </message>
    <message>
        <source>已提醒不录音录像</source>
        <translation>Asked not to record</translation>
    </message>
    <message>
        <source>干预措施</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>开场</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>您在</source>
        <translation>You are in</translation>
    </message>
    <message>
        <source>您这边</source>
        <translation>Your side</translation>
    </message>
    <message>
        <source>情绪状态</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>成员以外的人</source>
        <translation>Anyone else present</translation>
    </message>
    <message>
        <source>技术中断</source>
        <translation>Interruption</translation>
    </message>
    <message>
        <source>无法取得：{0}</source>
        <translation>Not to be had: {0}</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>来访者在</source>
        <translation>Client is in</translation>
    </message>
    <message>
        <source>来访者那边</source>
        <translation>Client&apos;s side</translation>
    </message>
    <message>
        <source>没有外人</source>
        <translation>No outsiders</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>独处</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>环境</source>
        <translation>Surroundings</translation>
    </message>
    <message>
        <source>确认身份</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>第三人在场</source>
        <translation>Third person</translation>
    </message>
    <message>
        <source>约定口令</source>
        <translation>Agreed password</translation>
    </message>
    <message>
        <source>网络畅通</source>
        <translation>Good connection</translation>
    </message>
    <message>
        <source>补救措施</source>
        <translation>Making up for distance</translation>
    </message>
    <message>
        <source>视频面容</source>
        <translation>Face on video</translation>
    </message>
    <message>
        <source>说明保密</source>
        <translation>Confidentiality</translation>
    </message>
    <message>
        <source>说明服务</source>
        <translation>Service explained</translation>
    </message>
    <message>
        <source>谁来了</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>谁没来</source>
        <translation>Who was absent</translation>
    </message>
    <message>
        <source>身份核实</source>
        <translation>Identity check</translation>
    </message>
    <message>
        <source>转介建议</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>还没填：{0}</source>
        <translation>Not filled in: {0}</translation>
    </message>
    <message>
        <source>问候</source>
        <translation>Greeting</translation>
    </message>
    <message>
        <source>问题类型</source>
        <translation>Kind of problem</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>SOAP、DAP、BIRP 和您自己的：换新记录常用的一个，或者自己做一个。</source>
        <translation>SOAP, DAP, BIRP and your own: choose the one new notes begin in, or make one.</translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 分钟前</source>
        <translation>{0} min before</translation>
    </message>
    <message>
        <source>一直成立的</source>
        <translation>Always true</translation>
    </message>
    <message>
        <source>不提醒</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>会谈单上的词、预约登记表、个案概念化的栏目、危机用纸和执业文件的用语。</source>
        <translation>The words on a session sheet, the pre-intake form, the sections of a formulation, and the wording of crisis and practice papers.</translation>
    </message>
    <message>
        <source>例如 中国心理学会注册心理师 X-23-188</source>
        <translation>e.g. CPS registered psychologist X-23-188</translation>
    </message>
    <message>
        <source>例如 每次 50 分钟 500 元</source>
        <translation>e.g. 500 yuan per 50 minutes</translation>
    </message>
    <message>
        <source>保险库与备份</source>
        <translation>Vault and backups</translation>
    </message>
    <message>
        <source>北京时间</source>
        <translation>Beijing time</translation>
    </message>
    <message>
        <source>取向</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>只在窗口里，只说代号；不用系统的通知，也不出声。</source>
        <translation>Only inside the window, and only by code: no system notifications, no sound.</translation>
    </message>
    <message>
        <source>只有密码和恢复密钥能打开，除非您自己开了系统钥匙串。没有后门，我们也打不开。</source>
        <translation>Only the password or the recovery key opens the vault, unless you switch on the system keyring yourself. There is no back door, and we cannot open it either.</translation>
    </message>
    <message>
        <source>同意书会印上这些。先空着也行，印的时候会提醒。</source>
        <translation>Printed on consent forms. It can stay empty for now; you will be reminded when printing.</translation>
    </message>
    <message>
        <source>同意书文本</source>
        <translation>Consent texts</translation>
    </message>
    <message>
        <source>咨询室</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>咨询室或机构名</source>
        <translation>Practice or organization</translation>
    </message>
    <message>
        <source>咨询师姓名</source>
        <translation>Counselor&apos;s name</translation>
    </message>
    <message>
        <source>在系统的字号上再放大。</source>
        <translation>On top of the system&apos;s font size.</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>姓名换成代号，记录看时才清楚。锁定后仍然开着。随时可按 Ctrl+Shift+P。</source>
        <translation>Codes instead of names; notes are blurred until you look at them. Stays on after a lock. Ctrl+Shift+P switches it at any time.</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>密码输错，等的时间越来越久；正确的密码随后照样能打开，什么都不会删。</source>
        <translation>Each wrong password lengthens the wait; the right one still opens afterwards, and nothing is ever deleted.</translation>
    </message>
    <message>
        <source>已存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>所在城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开执业资料</source>
        <translation>Open the page of the practice</translation>
    </message>
    <message>
        <source>执业资料</source>
        <translation>The practice</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>日常</source>
        <translation>Everyday</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>最长 15 分钟，合盖睡眠的时间也算在内。</source>
        <translation>At most 15 minutes. Time asleep counts.</translation>
    </message>
    <message>
        <source>服务说明、资质、培训、督导、平台。登记过的资质，同意书印登记的。</source>
        <translation>Service sheet, credentials, trainings, supervision, platforms. Consent forms print the credentials recorded there.</translation>
    </message>
    <message>
        <source>来访者可以到哪里核实，例如学会的公示页</source>
        <translation>Where clients can check, e.g. the society&apos;s public register</translation>
    </message>
    <message>
        <source>每一项改了就存好，不用按保存。</source>
        <translation>Every change is saved at once.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>清单与用语</source>
        <translation>Lists and wording</translation>
    </message>
    <message>
        <source>照现成的改成自己的说法；多久和来访者重温一次。</source>
        <translation>Reword a shipped text; choose how often to go over consent again.</translation>
    </message>
    <message>
        <source>知情同意的文本</source>
        <translation>Texts for informed consent</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Preferred term</translation>
    </message>
    <message>
        <source>程序里没有联网的代码，什么都不会自己离开这台电脑。</source>
        <translation>The program has no network code; nothing leaves this computer on its own.</translation>
    </message>
    <message>
        <source>窗口、文书和打印里怎样称呼来谈的人。已经写下的和签过的不变。</source>
        <translation>What the people you see are called in the window and on paper. What was written or signed stays.</translation>
    </message>
    <message>
        <source>网络咨询用的平台</source>
        <translation>Platform for online sessions</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>自己的清单与用语</source>
        <translation>Lists and wording of your own</translation>
    </message>
    <message>
        <source>记录和同意书都在这个文件夹里，全部加密。要换一个，请先锁定。</source>
        <translation>Notes and consents are all in this folder, encrypted. To use another, lock first.</translation>
    </message>
    <message>
        <source>记录模板</source>
        <translation>Note templates</translation>
    </message>
    <message>
        <source>记录的模板</source>
        <translation>Note templates</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>资质与编号</source>
        <translation>Credentials and number</translation>
    </message>
    <message>
        <source>资质查询链接</source>
        <translation>Link to verify credentials</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Same as system</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有记下位置</source>
        <translation>No place on record yet</translation>
    </message>
    <message>
        <source>这几项没有开关，不用您费心。</source>
        <translation>No switches here, nothing for you to do.</translation>
    </message>
    <message>
        <source>选了立刻换过来。</source>
        <translation>Changes at once.</translation>
    </message>
    <message>
        <source>选了立刻换过来，页面还在原处。</source>
        <translation>Changes at once; you stay on this page.</translation>
    </message>
    <message>
        <source>锁定与隐私</source>
        <translation>Locking and privacy</translation>
    </message>
    <message>
        <source>锁定从不询问：没写完的字先加密存好，打开后接着写。</source>
        <translation>Locking never asks: unfinished words are saved and encrypted first. Pick up where you left off.</translation>
    </message>
    <message>
        <source>锁定会结束程序进程，内存里不留密码和记录。</source>
        <translation>Locking ends the program&apos;s process; no password or note stays in memory.</translation>
    </message>
    <message>
        <source>闲置几分钟后锁定</source>
        <translation>Minutes until the lock</translation>
    </message>
    <message>
        <source>闲置后锁定</source>
        <translation>Lock when idle</translation>
    </message>
    <message>
        <source>隐私模式</source>
        <translation>Privacy mode</translation>
    </message>
    <message>
        <source>预约前多久提醒</source>
        <translation>How long before an appointment to remind you</translation>
    </message>
    <message>
        <source>预约前提醒</source>
        <translation>Reminder before appointments</translation>
    </message>
</context>
<context>
    <name>SheetFold</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>会谈单</source>
        <translation>Session sheet</translation>
    </message>
    <message>
        <source>危机处置不等这张单子，能填的先填</source>
        <translation>An emergency does not wait for this sheet; fill in what you can</translation>
    </message>
    <message>
        <source>填好了</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>打开会谈单（Ctrl+J）</source>
        <translation>Open the session sheet (Ctrl+J)</translation>
    </message>
    <message>
        <source>收起会谈单（Ctrl+J）</source>
        <translation>Fold the session sheet (Ctrl+J)</translation>
    </message>
    <message>
        <source>还差：{0}</source>
        <translation>Still open: {0}</translation>
    </message>
    <message>
        <source>还差：{0}等 {1} 项</source>
        <translation>Still open: {0} and more, {1} in all</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>两边都好</source>
        <translation>Both sides fine</translation>
    </message>
    <message>
        <source>中断几分钟</source>
        <translation>Minutes of interruption</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>平台或号码，例如 视频会议、专用热线</source>
        <translation>Platform or number, such as a video meeting or a hotline</translation>
    </message>
    <message>
        <source>怎样处理的</source>
        <translation>How it was handled</translation>
    </message>
    <message>
        <source>怎样处理的，例如 改打电话</source>
        <translation>How, such as by phone instead</translation>
    </message>
    <message>
        <source>怎样核实的</source>
        <translation>How it was checked</translation>
    </message>
    <message>
        <source>您所在城市</source>
        <translation>Your city</translation>
    </message>
    <message>
        <source>您的时区</source>
        <translation>Your time zone</translation>
    </message>
    <message>
        <source>是谁，为什么在</source>
        <translation>Who, and why they were there</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>有成员以外的人在场</source>
        <translation>Somebody who is not a member was present</translation>
    </message>
    <message>
        <source>有第三人在场</source>
        <translation>A third person was present</translation>
    </message>
    <message>
        <source>来访者所在城市</source>
        <translation>Client&apos;s city</translation>
    </message>
    <message>
        <source>来访者时区</source>
        <translation>Client&apos;s time zone</translation>
    </message>
    <message>
        <source>没有见到风险，也选「低」</source>
        <translation>Where you saw no risk, choose “Low” as well</translation>
    </message>
    <message>
        <source>都做了</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>都好</source>
        <translation>All fine</translation>
    </message>
</context>
<context>
    <name>SheetPaper</name>
    <message>
        <source>会谈单</source>
        <translation>Session sheet</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>什么都没有改动。请先复制一份整个文件夹，再检查磁盘。</source>
        <translation>Nothing was changed. Please copy the whole folder first, then check the disk.</translation>
    </message>
    <message>
        <source>保险库的钥匙文件坏了，这次用的是旁边的那一份，坏的已经照它修好。</source>
        <translation>The vault&apos;s key file was damaged. Its copy opened the vault, and the damaged one was mended from it.</translation>
    </message>
    <message>
        <source>保险库的钥匙文件坏了，这次用的是旁边的那一份，坏的还没有修。</source>
        <translation>The vault&apos;s key file is damaged; its copy was used this time, and the damaged one is not mended yet.</translation>
    </message>
    <message>
        <source>密码照样能打开，记录都在。想再用，请到设置里重新打开它。</source>
        <translation>Your password opens as before and your records are all there. To use it again, switch it on in the settings.</translation>
    </message>
    <message>
        <source>心匣</source>
        <translation>Xinxia</translation>
    </message>
    <message>
        <source>系统钥匙串没有把钥匙交还，已经停用「用这台电脑的钥匙串打开」。</source>
        <translation>The system keyring did not give the key back, so &quot;Open with this computer&apos;s keyring&quot; was switched off.</translation>
    </message>
    <message>
        <source>记录都在。请尽快做一次备份，再检查磁盘。</source>
        <translation>Your records are all there. Please make a backup soon, then check the disk.</translation>
    </message>
</context>
<context>
    <name>ShutCase</name>
    <message>
        <source>{0} 加了密码</source>
        <translation>{0} has its own password</translation>
    </message>
    <message>
        <source>个案已打开。</source>
        <translation>The case is open.</translation>
    </message>
    <message>
        <source>八组，每组五个字符。空格、横线和大小写都随意。</source>
        <translation>Eight groups of five characters. Spaces, dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>忘了密码，用恢复密钥打开</source>
        <translation>Forgot it? Use the recovery key</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>恢复密钥换过了，那次没有换完：请先到「设置」里「试一试恢复密钥」，再用密码打开一次，新的恢复密钥才能打开它。</source>
        <translation>The recovery key was changed, but the change was not finished: first use “Try the recovery key” in Settings, then open the case once with its password; after that the new recovery key opens it, too.</translation>
    </message>
    <message>
        <source>恢复密钥换过了：用密码打开一次以后，新的恢复密钥才能打开它。</source>
        <translation>The recovery key was changed: open the case once with its password, then the new recovery key opens it, too.</translation>
    </message>
    <message>
        <source>打开这个个案</source>
        <translation>Open this case</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>没打开时，它的记录、同意书、姓名和代号都读不出来，查找也不会搜到。</source>
        <translation>Until it is opened, its notes, consents, names and code cannot be read, and the search leaves it out.</translation>
    </message>
    <message>
        <source>现在可以再试。</source>
        <translation>You can try again now.</translation>
    </message>
    <message>
        <source>用密码打开</source>
        <translation>Use the password</translation>
    </message>
    <message>
        <source>等一等再试。正确的密码随后照样能打开，什么都不会删。</source>
        <translation>Wait a little, then try again. The right password will still open it, and nothing is ever deleted.</translation>
    </message>
    <message>
        <source>设密码时没有选恢复密钥：只有密码能打开它。</source>
        <translation>The recovery key was not chosen when the password was set: only the password opens this case.</translation>
    </message>
    <message>
        <source>请核对纸上写的保险库名字；换过恢复密钥的，请先用密码打开一次。</source>
        <translation>Check the vault&apos;s name on the paper. If the recovery key was changed since, open the case once with its password.</translation>
    </message>
    <message>
        <source>请等 {0}</source>
        <translation>Wait {0}</translation>
    </message>
    <message>
        <source>这个个案的密码</source>
        <translation>Password of this case</translation>
    </message>
    <message>
        <source>这把恢复密钥打不开这个个案。</source>
        <translation>This recovery key does not open the case.</translation>
    </message>
    <message>
        <source>销毁个案</source>
        <translation>Destroy this case</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>24 小时内签署：{0} 前就好。</source>
        <translation>Sign within 24 hours: any time before {0}.</translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>动笔</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>已签署。要补充或更正，请写补记。</source>
        <translation>Signed. To add or correct something, write an amendment.</translation>
    </message>
    <message>
        <source>已过 24 小时（{0}），请尽快签署。</source>
        <translation>Past 24 hours ({0}); please sign soon.</translation>
    </message>
    <message>
        <source>打印或存为 PDF</source>
        <translation>Print or save as PDF</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>This session</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>第几次</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Signed</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>可以签，先看一眼：</source>
        <translation>You can sign. First, a look:</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>签署之后原文不再改动，只能补记。请再输入一次保险库的密码。</source>
        <translation>Once signed, the note can no longer be changed; you can only add amendments. Please enter the vault&apos;s password once more.</translation>
    </message>
    <message>
        <source>签署人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>签署这篇记录</source>
        <translation>Sign this note</translation>
    </message>
    <message>
        <source>请写密码。</source>
        <translation>Enter the password.</translation>
    </message>
    <message>
        <source>请写签署人的姓名。</source>
        <translation>Give the name of whoever signs.</translation>
    </message>
    <message>
        <source>还空着：{0}。没有也请写「无」。</source>
        <translation>Still empty: {0}. If there is nothing, please write &quot;none&quot;.</translation>
    </message>
    <message>
        <source>这次咨询要到 {0} 才结束；时间写错了的话，先改好再签。</source>
        <translation>This session lasts until {0}; if that is wrong, correct it before you sign.</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>{0}。{1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>已签</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>按 Delete 清除；不便手写时按 Enter 换一种方式。</source>
        <translation>Press Delete to clear; if you can&apos;t draw, press Enter for another way.</translation>
    </message>
    <message>
        <source>签名已清除</source>
        <translation>Signature cleared</translation>
    </message>
    <message>
        <source>还没有签</source>
        <translation>Not signed yet</translation>
    </message>
</context>
<context>
    <name>SignedPaper</name>
    <message>
        <source>{0} 签署于 {1}</source>
        <translation>Signed by {0}, {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有写：{0}</source>
        <translation>Not written: {0}</translation>
    </message>
    <message>
        <source>补记 {0}</source>
        <translation>Amendment {0}</translation>
    </message>
</context>
<context>
    <name>SignerPad</name>
    <message>
        <source>{0}重写</source>
        <translation>Sign again, {0}</translation>
    </message>
    <message>
        <source>来访者当地</source>
        <translation>client&apos;s time</translation>
    </message>
    <message>
        <source>笔画太短，看不出是签名。</source>
        <translation>The strokes are too short to be a signature.</translation>
    </message>
    <message>
        <source>重写</source>
        <translation>Sign again</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>依据 守则 3.1</source>
        <translation>Ethics code 3.1</translation>
    </message>
    <message>
        <source>依据 网络 2.4</source>
        <translation>Online 2.4</translation>
    </message>
    <message>
        <source>内容改过了，先前的签名已清除。</source>
        <translation>The text was changed; the earlier signatures were cleared.</translation>
    </message>
    <message>
        <source>口头同意</source>
        <translation>Spoken consent</translation>
    </message>
    <message>
        <source>屏幕手写</source>
        <translation>On screen</translation>
    </message>
    <message>
        <source>拍照回传</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>签署方式</source>
        <translation>How it is signed</translation>
    </message>
    <message>
        <source>纸质扫描</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>过程说明</source>
        <translation>How it came about</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>问7：知情同意的过程要存档。步骤记下后会写在这里，可以补充。</source>
        <translation>Q&amp;A 7: the consent process is kept on file. Steps are written here once recorded; you may add to them.</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>14–17 岁</source>
        <translation>14–17</translation>
    </message>
    <message>
        <source>18–24 岁</source>
        <translation>18–24</translation>
    </message>
    <message>
        <source>25–34 岁</source>
        <translation>25–34</translation>
    </message>
    <message>
        <source>35–44 岁</source>
        <translation>35–44</translation>
    </message>
    <message>
        <source>45–59 岁</source>
        <translation>45–59</translation>
    </message>
    <message>
        <source>60 岁以上</source>
        <translation>60 and over</translation>
    </message>
    <message>
        <source>{0} 年年度统计</source>
        <translation>Figures of {0}</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不满 14 岁</source>
        <translation>Under 14</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>不足 5 个个案的格和相邻的格合成一个数，整张表不足 5 个就不写，免得从数字认出人，也不能从总数倒推（规范二(四)）。</source>
        <translation>A cell with fewer than 5 cases shares one number with its neighbor, and a table with fewer than 5 is not told, so that nobody is known by a number and nothing can be reckoned back from the total (Hotline standard 2(4)).</translation>
    </message>
    <message>
        <source>不足 5，不写</source>
        <translation>under 5, not told</translation>
    </message>
    <message>
        <source>严重危险</source>
        <translation>Grave danger</translation>
    </message>
    <message>
        <source>个个案</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>个案指这一年里有过咨询的个案。年龄按这一年最后一次咨询时算；问题类型取这一年最后一次会谈单上选的。结案、转介、随访和披露按写下的次数算。加了密码没有打开的个案，读不到的算「不知道」。</source>
        <translation>A case counts where it had a session in the year. The age is that at the last session of the year; the kind of problem is that on the sheet of the last session. Closings, referrals, follow-ups and disclosures count each time that one was written. What cannot be read of a case whose own password was not given counts as “not known”.</translation>
    </message>
    <message>
        <source>个案现在怎样</source>
        <translation>How cases stand</translation>
    </message>
    <message>
        <source>个案类型</source>
        <translation>Type of case</translation>
    </message>
    <message>
        <source>以前就有的</source>
        <translation>Begun before</translation>
    </message>
    <message>
        <source>传染病</source>
        <translation>A disease</translation>
    </message>
    <message>
        <source>保险库坏了一部分，数字可能不全。</source>
        <translation>A part of the vault is damaged: the numbers may not be whole.</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>取消了</source>
        <translation>Canceled</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>咨询次数，按服务方式</source>
        <translation>Sessions by way of service</translation>
    </message>
    <message>
        <source>哪一类</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>性侵犯或虐待</source>
        <translation>Sexual or other abuse</translation>
    </message>
    <message>
        <source>披露，按依据</source>
        <translation>Disclosures, by basis</translation>
    </message>
    <message>
        <source>数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>来访者书面同意</source>
        <translation>The client&apos;s written consent</translation>
    </message>
    <message>
        <source>来访者的年龄</source>
        <translation>Age of clients</translation>
    </message>
    <message>
        <source>来访者谢绝了</source>
        <translation>The client declined</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>没有做成的预约</source>
        <translation>Appointments that did not take place</translation>
    </message>
    <message>
        <source>没有接案</source>
        <translation>Not taken on</translation>
    </message>
    <message>
        <source>没有接的</source>
        <translation>Not taken on</translation>
    </message>
    <message>
        <source>没有来</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>法律规定</source>
        <translation>The law</translation>
    </message>
    <message>
        <source>由心匣生成。没有来访者的姓名和代号。</source>
        <translation>Made by Xinxia. It holds no names and no code names of clients.</translation>
    </message>
    <message>
        <source>结案，按类型</source>
        <translation>Closings, by kind</translation>
    </message>
    <message>
        <source>统计什么</source>
        <translation>What is counted</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>To know</translation>
    </message>
    <message>
        <source>转介，去了没有</source>
        <translation>Referrals, by whether they go</translation>
    </message>
    <message>
        <source>转去了别处</source>
        <translation>Went elsewhere</translation>
    </message>
    <message>
        <source>还在进行</source>
        <translation>Going on</translation>
    </message>
    <message>
        <source>这一年新建的</source>
        <translation>Begun in this year</translation>
    </message>
    <message>
        <source>针对咨询师的诉讼</source>
        <translation>Proceedings against the counselor</translation>
    </message>
    <message>
        <source>问题类型</source>
        <translation>Kinds of problem</translation>
    </message>
    <message>
        <source>随访，联系上没有</source>
        <translation>Follow-ups, by whether they were reached</translation>
    </message>
</context>
<context>
    <name>StatisticsScreen</name>
    <message>
        <source>一年里做了多少，给督导、机构或自己看。没有姓名，没有代号。</source>
        <translation>What was done in a year, for supervision, an institution or yourself. No names, no code names.</translation>
    </message>
    <message>
        <source>别的年份</source>
        <translation>Another year</translation>
    </message>
    <message>
        <source>哪一年</source>
        <translation>Which year</translation>
    </message>
    <message>
        <source>存为 CSV</source>
        <translation>Save as CSV</translation>
    </message>
    <message>
        <source>存为 XLSX</source>
        <translation>Save as XLSX</translation>
    </message>
    <message>
        <source>已存成 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>年度统计</source>
        <translation>Figures of a year</translation>
    </message>
    <message>
        <source>有了会谈，这里会按服务方式、年龄、问题类型和结果数出来。</source>
        <translation>Once there are sessions, they are counted here by way of service, age, kind of problem and outcome.</translation>
    </message>
    <message>
        <source>有的格合成一个数</source>
        <translation>Some cells share a number</translation>
    </message>
    <message>
        <source>统计于 {0}</source>
        <translation>Counted on {0}</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这一年还没有咨询</source>
        <translation>No sessions in this year yet</translation>
    </message>
</context>
<context>
    <name>StepBox</name>
    <message>
        <source>发生了什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>补充几句（可以空着）</source>
        <translation>More (may stay empty)</translation>
    </message>
    <message>
        <source>记下这一步</source>
        <translation>Log this step</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>再次确认</source>
        <translation>Reconfirmed</translation>
    </message>
    <message>
        <source>同意的步骤</source>
        <translation>Steps of consent</translation>
    </message>
    <message>
        <source>已提供</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>已讨论</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>已阅读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>签署</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>自助已阅…</source>
        <translation>Read alone…</translation>
    </message>
    <message>
        <source>记下：{0}</source>
        <translation>Record: {0}</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>now</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>不太难猜</source>
        <translation>Not hard to guess</translation>
    </message>
    <message>
        <source>很容易猜到</source>
        <translation>Very easy to guess</translation>
    </message>
    <message>
        <source>很难猜到</source>
        <translation>Very hard to guess</translation>
    </message>
    <message>
        <source>至少 8 个字符</source>
        <translation>At least 8 characters</translation>
    </message>
    <message>
        <source>较难猜到</source>
        <translation>Hard to guess</translation>
    </message>
</context>
<context>
    <name>Succession</name>
    <message>
        <source>{0} {1}，{2}</source>
        <translation>{0} {1}, {2}</translation>
    </message>
    <message>
        <source>{0}。{1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}，{1} 整理</source>
        <translation>{0}, as of {1}</translation>
    </message>
    <message>
        <source>不知道来访者在咨询，请不要提起</source>
        <translation>does not know of the counseling; please do not mention it</translation>
    </message>
    <message>
        <source>交给您的同事</source>
        <translation>For your colleague</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Code name</translation>
    </message>
    <message>
        <source>以后的预约</source>
        <translation>Coming appointments</translation>
    </message>
    <message>
        <source>咨询师</source>
        <translation>The counselor</translation>
    </message>
    <message>
        <source>咨询师突然生病或去世时，请用它联系来访者、安排预约和转介。文件里只有姓名、电话、紧急联系人和预约，没有咨询内容。</source>
        <translation>If the counselor falls seriously ill or dies, use it to tell the clients, to see to their appointments and to refer them on. The file holds names, telephones, emergency contacts and appointments only, nothing of what was said.</translation>
    </message>
    <message>
        <source>怎样打开：在一台装有心匣的电脑上启动程序，点「打开职业遗嘱」，选择文件，按顺序写下八组，不分大小写，不用写空格。</source>
        <translation>To open it: start Xinxia on any computer, choose &quot;Open a succession package&quot;, select the file and type the eight groups in order. Capitals and spaces do not matter.</translation>
    </message>
    <message>
        <source>打印日期：{0}</source>
        <translation>Printed: {0}</translation>
    </message>
    <message>
        <source>时间按咨询师所在地的钟（{0}）。</source>
        <translation>Times are by the counselor&apos;s clock ({0}).</translation>
    </message>
    <message>
        <source>有这张纸和密封文件，就能看到来访者的联络名单。</source>
        <translation>With this sheet and the sealed file, the list of clients can be read.</translation>
    </message>
    <message>
        <source>来访者联络名单</source>
        <translation>Clients to be told</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>没有放进来</source>
        <translation>not included</translation>
    </message>
    <message>
        <source>没有记下</source>
        <translation>not on record</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>知道来访者在咨询</source>
        <translation>knows of the counseling</translation>
    </message>
    <message>
        <source>紧急联系人</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>职业遗嘱的钥匙</source>
        <translation>Key to a succession package</translation>
    </message>
    <message>
        <source>请不要把这张纸和文件放在一起，不要拍照，不要存进网盘。</source>
        <translation>Do not keep this sheet together with the file. Take no photograph of it and put it in no cloud.</translation>
    </message>
    <message>
        <source>请妥善保管，用完粉碎。</source>
        <translation>Keep it safe, and shred it after use.</translation>
    </message>
    <message>
        <source>还没问过可不可以让对方知道来访者在咨询，请不要提起</source>
        <translation>not yet asked whether they may know of the counseling, please do not mention it</translation>
    </message>
    <message>
        <source>这台电脑的时区</source>
        <translation>this computer&apos;s time zone</translation>
    </message>
</context>
<context>
    <name>SuccessionCard</name>
    <message>
        <source>万一您突然生病或离世，同事凭它联系来访者。</source>
        <translation>If you fall seriously ill or die, a colleague can tell your clients.</translation>
    </message>
    <message>
        <source>上次生成：{0}。已经过了更新的日子，请再生成一份换给同事。</source>
        <translation>Last made: {0}. It is past its renewal; please make a new one and exchange it with your colleague.</translation>
    </message>
    <message>
        <source>上次生成：{0}。建议在 {1} 前再生成一份，换给同事。</source>
        <translation>Last made: {0}. Make a new one by {1} and exchange it with your colleague.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开职业遗嘱的页面</source>
        <translation>Open the page of the succession package</translation>
    </message>
    <message>
        <source>给同事的密封名单</source>
        <translation>A sealed list for a colleague</translation>
    </message>
    <message>
        <source>职业遗嘱</source>
        <translation>Succession package</translation>
    </message>
</context>
<context>
    <name>SuccessionReader</name>
    <message>
        <source>一位咨询师把来访者的联络名单托付给了您：一个密封文件，和一张写着八组字符的纸。打开后请只用来联系来访者、安排预约和转介。</source>
        <translation>A counselor has entrusted you with a list of clients: a sealed file, and a sheet with eight groups of characters. Please use the list only to tell the clients, to see to their appointments and to refer them on.</translation>
    </message>
    <message>
        <source>例如 U 盘上的 职业遗嘱.xinxia</source>
        <translation>For example succession.xinxia on a USB stick</translation>
    </message>
    <message>
        <source>八组，每组五个字符。空格、横线和大小写都随意。</source>
        <translation>Eight groups of five characters. Spaces, dashes and capitals do not matter.</translation>
    </message>
    <message numerus="yes">
        <source>名单已打开，共 %n 位来访者。</source>
        <translation>
            <numerusform>The list is open: %n client.</numerusform>
            <numerusform>The list is open: %n clients.</numerusform>
        </translation>
    </message>
    <message>
        <source>咨询师的联系方式：{0}</source>
        <translation>The counselor&apos;s contact: {0}</translation>
    </message>
    <message>
        <source>密封文件</source>
        <translation>The sealed file</translation>
    </message>
    <message>
        <source>所有文件（*）</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>打开名单</source>
        <translation>Open the list</translation>
    </message>
    <message>
        <source>打开职业遗嘱</source>
        <translation>Open a succession package</translation>
    </message>
    <message>
        <source>来访者联络名单</source>
        <translation>Clients to be told</translation>
    </message>
    <message>
        <source>纸上的钥匙</source>
        <translation>The key on paper</translation>
    </message>
    <message>
        <source>给您的话</source>
        <translation>A word to you</translation>
    </message>
    <message>
        <source>职业遗嘱（*.xinxia）</source>
        <translation>Succession packages (*.xinxia)</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose a file</translation>
    </message>
</context>
<context>
    <name>SuccessionScreen</name>
    <message>
        <source>万一您突然生病或离世，来访者需要有人通知。这里做一个密封的文件，交给您信任的同事；另外打印一把钥匙给他。里面只有姓名、电话、您勾选的紧急联系人和以后三个月的预约，没有一个字的咨询内容。</source>
        <translation>If you suddenly fall ill or die, somebody has to tell your clients. Here you make a sealed file for a colleague you trust, and print a key to go with it. It holds names, telephones, the emergency contacts that you tick and the appointments of the next three months. Not a word of what was said in sessions.</translation>
    </message>
    <message>
        <source>上次生成：{0}。已经过了更新的日子，请再生成一份换给同事。</source>
        <translation>Last made: {0}. It is past its renewal; please make a new one and exchange it with your colleague.</translation>
    </message>
    <message>
        <source>上次生成：{0}。建议在 {1} 前再生成一份，换给同事。</source>
        <translation>Last made: {0}. Make a new one by {1} and exchange it with your colleague.</translation>
    </message>
    <message>
        <source>例如先联系谁、可以转介给谁。请不要写咨询内容。</source>
        <translation>Whom to call first, for instance, or who can take clients on. Please write nothing from sessions.</translation>
    </message>
    <message>
        <source>密封文件</source>
        <translation>The sealed file</translation>
    </message>
    <message>
        <source>密封文件存到哪里</source>
        <translation>Where to save the sealed file</translation>
    </message>
    <message numerus="yes">
        <source>密封文件已写好，里面有 %n 位来访者。</source>
        <translation>
            <numerusform>The sealed file is written, with %n client in it.</numerusform>
            <numerusform>The sealed file is written, with %n clients in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>已经交出去的旧文件，旧纸照样打得开，请收回来。</source>
        <translation>Old files still open with the old sheet. Please take them back.</translation>
    </message>
    <message>
        <source>把钥匙打印在纸上，当面交给同事，不要和文件放在一起。以后再生成文件，还是这把钥匙。</source>
        <translation>Print the key and hand it to your colleague in person, never together with the file. Files that you make later open with the same key.</translation>
    </message>
    <message>
        <source>换</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>换一把钥匙</source>
        <translation>Change the key</translation>
    </message>
    <message>
        <source>换了以后，要重新生成文件，也要给同事一张新纸。</source>
        <translation>After that you need a new file, and your colleague a new sheet.</translation>
    </message>
    <message>
        <source>文件是加密的，没有钥匙打不开，可以放在 U 盘上交给同事。</source>
        <translation>The file is encrypted and does not open without the key. A USB stick is fine for handing it over.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个个案锁着，这里看不到。先打开它，才能勾选或放进文件。</source>
        <translation>
            <numerusform>%n case is locked and cannot be seen here. Open it first to tick it or to have it in the file.</numerusform>
            <numerusform>%n cases are locked and cannot be seen here. Open them first to tick them or to have them in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个勾选过的个案正锁着，没有放进去。打开它以后请再生成一次。</source>
        <translation>
            <numerusform>%n case that you ticked is locked and is not in it. Open it and make the file again.</numerusform>
            <numerusform>%n cases that you ticked are locked and are not in it. Open them and make the file again.</numerusform>
        </translation>
    </message>
    <message>
        <source>生成密封文件</source>
        <translation>Make the sealed file</translation>
    </message>
    <message>
        <source>给同事的话</source>
        <translation>A word to your colleague</translation>
    </message>
    <message>
        <source>职业遗嘱</source>
        <translation>Succession package</translation>
    </message>
    <message>
        <source>职业遗嘱.xinxia</source>
        <translation>succession.xinxia</translation>
    </message>
    <message>
        <source>职业遗嘱的钥匙</source>
        <translation>Key to a succession package</translation>
    </message>
    <message>
        <source>谁在里面</source>
        <translation>Who is in it</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有个案。</source>
        <translation>There are no cases yet.</translation>
    </message>
    <message>
        <source>还没有生成过。</source>
        <translation>None has been made yet.</translation>
    </message>
    <message>
        <source>钥匙</source>
        <translation>The key</translation>
    </message>
</context>
<context>
    <name>SupervisionParts</name>
    <message>
        <source>一行一件；写下一次记录时会摆在上面。</source>
        <translation>One a line; they stand above your next note.</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>同时计入督导时数（只记代码）</source>
        <translation>Count its hours, too (code only)</translation>
    </message>
    <message>
        <source>听到的</source>
        <translation>What you heard</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Which day</translation>
    </message>
    <message>
        <source>带去的摘要</source>
        <translation>Summary you brought</translation>
    </message>
    <message>
        <source>带去的问题</source>
        <translation>Questions you brought</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>接下来做什么</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>By what</translation>
    </message>
    <message>
        <source>没有带</source>
        <translation>None</translation>
    </message>
    <message>
        <source>督导师或同辈</source>
        <translation>Supervisor or peer</translation>
    </message>
    <message>
        <source>督导师：{0}</source>
        <translation>Supervisor: {0}</translation>
    </message>
    <message>
        <source>督导怎样看，您自己怎样想。</source>
        <translation>What the supervisor saw, and what you think yourself.</translation>
    </message>
</context>
<context>
    <name>SupervisionScreen</name>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>以前的督导</source>
        <translation>Earlier supervision</translation>
    </message>
    <message>
        <source>做完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>做完了：{0}</source>
        <translation>Done: {0}</translation>
    </message>
    <message>
        <source>去标识化</source>
        <translation>De-identify</translation>
    </message>
    <message>
        <source>后来怎样</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>后来怎样：{0}</source>
        <translation>What became of it: {0}</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>已记下后来怎样。</source>
        <translation>What became of it is on record.</translation>
    </message>
    <message>
        <source>带去的摘要 {0}</source>
        <translation>Brought summary {0}</translation>
    </message>
    <message>
        <source>带去督导以前</source>
        <translation>Before supervision</translation>
    </message>
    <message>
        <source>督导以后，把听到的和要做的写在这里。这是您自己的工作记录：不进给来访者的记录副本，也不进去标识化的摘要。</source>
        <translation>After supervision, write here what you heard and what is to be done. It is your own working note: it goes into no copy of the record for the client, and into no de-identified summary.</translation>
    </message>
    <message>
        <source>督导已记下。</source>
        <translation>The supervision is on record.</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision record</translation>
    </message>
    <message>
        <source>要带材料，先做去标识化的摘要；交出去的每一份都有编号，在这里可以选。</source>
        <translation>To bring material, make a de-identified summary first; each one that left has a number, to be chosen here.</translation>
    </message>
    <message>
        <source>记下督导</source>
        <translation>Enter the supervision</translation>
    </message>
    <message>
        <source>还要做的</source>
        <translation>Still to be done</translation>
    </message>
</context>
<context>
    <name>SureLine</name>
    <message>
        <source>今天都确认过</source>
        <translation>All confirmed today</translation>
    </message>
    <message>
        <source>无法取得的，写是什么、为什么</source>
        <translation>What cannot be had: what, and why</translation>
    </message>
    <message>
        <source>真实身份、联系方式、紧急联系人，双方所在地如上（网络 3.4）</source>
        <translation>Who the client is, how to reach them and whom to call; both places are as above (Online 3.4)</translation>
    </message>
</context>
<context>
    <name>Synced</name>
    <message>
        <source>坚果云</source>
        <translation>Nutstore</translation>
    </message>
    <message>
        <source>微云</source>
        <translation>Weiyun</translation>
    </message>
    <message>
        <source>百度网盘</source>
        <translation>Baidu Netdisk</translation>
    </message>
    <message>
        <source>阿里云盘</source>
        <translation>Aliyun Drive</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>依据 问6(1)</source>
        <translation>Q&amp;A 6(1)</translation>
    </message>
    <message>
        <source>依据 问7</source>
        <translation>Q&amp;A 7</translation>
    </message>
    <message>
        <source>咨询前的说明</source>
        <translation>Explained beforehand</translation>
    </message>
    <message>
        <source>来访者提的问题</source>
        <translation>What the client asked</translation>
    </message>
    <message>
        <source>来访者用自己的话复述</source>
        <translation>In the client&apos;s own words</translation>
    </message>
    <message>
        <source>没有就写「没有」</source>
        <translation>Write “none” if there were none</translation>
    </message>
    <message>
        <source>讨论</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>请来访者说说哪些话会保密、什么时候不能保密，照原话记下</source>
        <translation>Ask the client to say what stays confidential and when it cannot; write down the very words</translation>
    </message>
</context>
<context>
    <name>TechScreen</name>
    <message>
        <source>以前的技术准备</source>
        <translation>Earlier preparations</translation>
    </message>
    <message>
        <source>回到个案</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>如 听不到声音、不会装软件</source>
        <translation>e.g. no sound, could not install the program</translation>
    </message>
    <message>
        <source>如 手机，软件已装好</source>
        <translation>e.g. phone, program installed</translation>
    </message>
    <message>
        <source>如 笔记本电脑、耳机</source>
        <translation>e.g. laptop, headphones</translation>
    </message>
    <message>
        <source>如 腾讯会议、电话</source>
        <translation>e.g. Tencent Meeting, phone</translation>
    </message>
    <message>
        <source>如 陪着装好了软件，换了耳机</source>
        <translation>e.g. installed it together, changed the headphones</translation>
    </message>
    <message>
        <source>平台或软件</source>
        <translation>Platform or program</translation>
    </message>
    <message>
        <source>怎样解决的</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>您用的设备</source>
        <translation>Your device</translation>
    </message>
    <message>
        <source>技术准备</source>
        <translation>Technical preparation</translation>
    </message>
    <message>
        <source>技术准备已记下。</source>
        <translation>Technical preparation recorded.</translation>
    </message>
    <message>
        <source>来访者用的设备</source>
        <translation>The client&apos;s device</translation>
    </message>
    <message>
        <source>第一次远程会谈以前，和来访者试通一次：两边的设备和软件合得来，声音和画面都好；需要时，陪来访者把软件装好（网络 4.2(3)）。</source>
        <translation>Before the first remote session, try the connection out together: devices and programs on both sides fit, sound and picture are good; where it is needed, help the client install what it takes (Online 4.2(3)).</translation>
    </message>
    <message>
        <source>记下技术准备</source>
        <translation>Record preparation</translation>
    </message>
    <message>
        <source>试通话是哪一天（可以空着）</source>
        <translation>Day of the trial call (may stay empty)</translation>
    </message>
    <message>
        <source>遇到的问题</source>
        <translation>Problems met</translation>
    </message>
</context>
<context>
    <name>TechSheet</name>
    <message>
        <source>{0} 试通话</source>
        <translation>Trial call on {0}</translation>
    </message>
    <message>
        <source>咨询师的设备</source>
        <translation>Counselor&apos;s device</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platforms</translation>
    </message>
    <message>
        <source>怎样解决的</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>来访者的设备</source>
        <translation>Client&apos;s device</translation>
    </message>
    <message>
        <source>试通话</source>
        <translation>Trial call</translation>
    </message>
    <message>
        <source>还没有试通话</source>
        <translation>No trial call yet</translation>
    </message>
    <message>
        <source>遇到的问题</source>
        <translation>Problems met</translation>
    </message>
</context>
<context>
    <name>TellForm</name>
    <message>
        <source>一项都没有替您选。对方用不着的，就不要给。</source>
        <translation>Nothing is chosen for you. What they do not need is not given.</translation>
    </message>
    <message>
        <source>只写对方做这件事用得着的；不写咨询里谈了什么。</source>
        <translation>Only what they need for this; not what was said in counseling.</translation>
    </message>
    <message>
        <source>还要说的，一句一句写</source>
        <translation>What else is told, sentence by sentence</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>例如 伴侣咨询记录</source>
        <translation>e.g. Couples session</translation>
    </message>
    <message>
        <source>删除模板</source>
        <translation>Delete template</translation>
    </message>
    <message>
        <source>存好这个模板</source>
        <translation>Save this template</translation>
    </message>
    <message>
        <source>小节，从上到下</source>
        <translation>Sections, top to bottom</translation>
    </message>
    <message>
        <source>模板名</source>
        <translation>Template name</translation>
    </message>
    <message>
        <source>添加一节</source>
        <translation>Add a section</translation>
    </message>
</context>
<context>
    <name>TieRow</name>
    <message>
        <source>{0}：是来访者的什么人</source>
        <translation>{0}: relation to the client</translation>
    </message>
    <message>
        <source>如 母亲、伴侣</source>
        <translation>e.g. mother, partner</translation>
    </message>
    <message>
        <source>移除{0}</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>TiesForm</name>
    <message>
        <source>不相识</source>
        <translation>No</translation>
    </message>
    <message>
        <source>个案 № {0}</source>
        <translation>Case № {0}</translation>
    </message>
    <message>
        <source>去写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>去写对关系的评估</source>
        <translation>Write the assessment of the relationship</translation>
    </message>
    <message>
        <source>可能是亲属或伴侣：{0}</source>
        <translation>Possibly family or a partner: {0}</translation>
    </message>
    <message>
        <source>在您这里咨询的亲属或伴侣</source>
        <translation>Family or partners who are also your clients</translation>
    </message>
    <message>
        <source>如 同事的孩子、同一小区</source>
        <translation>e.g. a colleague&apos;s child, a neighbour</translation>
    </message>
    <message>
        <source>怎样认识的</source>
        <translation>How you know each other</translation>
    </message>
    <message>
        <source>您和来访者是否相识，或有别的来往</source>
        <translation>Do you and the client know each other, or have other dealings?</translation>
    </message>
    <message>
        <source>是的，记下</source>
        <translation>Yes, note it</translation>
    </message>
    <message>
        <source>是的，记下{0}</source>
        <translation>Yes, note {0}</translation>
    </message>
    <message>
        <source>没有这位来访者。请从列出的名字里选。</source>
        <translation>There is no such client. Please choose one of the names offered.</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>添加这位亲属或伴侣</source>
        <translation>Add this relative or partner</translation>
    </message>
    <message>
        <source>相识</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>相识的，要写一份对关系的评估（热线 1.4，网络 1.4）。</source>
        <translation>If you know each other, an assessment of the relationship is to be written (Hotline 1.4, Online 1.4).</translation>
    </message>
    <message>
        <source>输入姓名或代号</source>
        <translation>Type a name or code name</translation>
    </message>
    <message>
        <source>选一位，再写是什么人。没有就空着。</source>
        <translation>Choose one, then say what they are to the client. Leave empty if none.</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>什么时候开始（您当地的时间）</source>
        <translation>When it began (your local time)</translation>
    </message>
    <message>
        <source>例如 50</source>
        <translation>e.g. 50</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>改好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>请写一个数，例如 50。</source>
        <translation>Give a number, e.g. 50.</translation>
    </message>
    <message>
        <source>这次咨询的时间</source>
        <translation>When the session was</translation>
    </message>
</context>
<context>
    <name>Toaster</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>{0} 以前答复（个人信息保护，规范二(四)b）。</source>
        <translation>To be answered by {0} (personal information, Hotline standard 2(4)b).</translation>
    </message>
    <message>
        <source>{0} 开始的这一次正在进行。</source>
        <translation>The session that began at {0} is on.</translation>
    </message>
    <message>
        <source>{0} 来了、没来，还是取消了？</source>
        <translation>{0}: held, missed or canceled?</translation>
    </message>
    <message>
        <source>{0} 第 {1} 次：危机处置的理由没写</source>
        <translation>{0}, session {1}: reasons for the crisis response not written</translation>
    </message>
    <message>
        <source>{0} 第 {1} 次：记录未签署</source>
        <translation>{0}, session {1}: note not signed</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}前请求，答复过了，还没有约时间（问 4·2(1)）。</source>
        <translation>Asked {0} ago and answered, but no time is arranged yet (Q&amp;A 4.2(1)).</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}：{2}还没写完</source>
        <translation>{0}: “{2}” is unfinished</translation>
    </message>
    <message>
        <source>{0}：同意书不再有效</source>
        <translation>{0}: consent no longer valid</translation>
    </message>
    <message>
        <source>{0}：同意书等下一步</source>
        <translation>{0}: consent waits for its next step</translation>
    </message>
    <message>
        <source>{0}：同意书还有空处</source>
        <translation>{0}: consent has blanks</translation>
    </message>
    <message>
        <source>{0}：好久没来，也没有约</source>
        <translation>{0}: not seen for long, and nothing booked</translation>
    </message>
    <message>
        <source>{0}：披露还要补记</source>
        <translation>{0}: something of a disclosure is still to be added</translation>
    </message>
    <message>
        <source>{0}：有风险，还有 {3} 件事要做</source>
        <translation>{0}: at risk, {3} still to be done</translation>
    </message>
    <message>
        <source>{0}：没有紧急联系人</source>
        <translation>{0}: no emergency contact</translation>
    </message>
    <message>
        <source>{0}：知情同意该再谈了</source>
        <translation>{0}: go over consent again</translation>
    </message>
    <message>
        <source>{0}：紧急的请求</source>
        <translation>{0}: urgent request</translation>
    </message>
    <message>
        <source>{0}：约好的联系过了时间</source>
        <translation>{0}: the contact you arranged is overdue</translation>
    </message>
    <message>
        <source>{0}：约定的次数到了</source>
        <translation>{0}: the agreed number is reached</translation>
    </message>
    <message>
        <source>{0}：要重新做适宜性评估</source>
        <translation>{0}: suitability to be screened again</translation>
    </message>
    <message>
        <source>{0}：该复核了</source>
        <translation>{0}: time for a review</translation>
    </message>
    <message>
        <source>{0}：该随访了</source>
        <translation>{0}: time for a follow-up</translation>
    </message>
    <message>
        <source>{0}：请求还没有答复</source>
        <translation>{0}: a request waits for an answer</translation>
    </message>
    <message>
        <source>{0}：转介的回执还没到</source>
        <translation>{0}: the receipt of the referral is not back</translation>
    </message>
    <message>
        <source>{0}：量表的结果还没有反馈</source>
        <translation>{0}: result of a scale not yet talked over</translation>
    </message>
    <message>
        <source>{0}：量表里自伤的一题有回应</source>
        <translation>{0}: the item on self-harm was answered</translation>
    </message>
    <message>
        <source>{0}：预约过了，没有记结果</source>
        <translation>{0}: appointment passed, no result</translation>
    </message>
    <message numerus="yes">
        <source>上一次核对过的备份是 %n 天前。</source>
        <translation>
            <numerusform>The last checked backup is %n day old.</numerusform>
            <numerusform>The last checked backup is %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>上一次看是 %n 天前，每个月看一遍（网络 4.2）。</source>
        <translation>
            <numerusform>The last look was %n day ago; once a month is right (Online 4.2).</numerusform>
            <numerusform>The last look was %n days ago; once a month is right (Online 4.2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>上次打开后有 %n 次密码输错，最近一次是 {0} {1}。</source>
        <translation>
            <numerusform>%n wrong password since the last opening, on {0} at {1}.</numerusform>
            <numerusform>%n wrong passwords since the last opening, the latest on {0} at {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>下一次在 %n 分钟后。</source>
        <translation>
            <numerusform>The next one is in %n minute.</numerusform>
            <numerusform>The next one is in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>下一次在 %n 小时后。</source>
        <translation>
            <numerusform>The next one is in %n hour.</numerusform>
            <numerusform>The next one is in %n hours.</numerusform>
        </translation>
    </message>
    <message>
        <source>下一次在 {0} 小时 {1} 分钟后。</source>
        <translation>The next one is in {0} h {1} min.</translation>
    </message>
    <message>
        <source>交给来访者了，等对方读完（网络 2.4）。</source>
        <translation>Given to the client; waits to be read (Online 2.4).</translation>
    </message>
    <message numerus="yes">
        <source>今天 %n 次咨询。</source>
        <translation>
            <numerusform>%n session today.</numerusform>
            <numerusform>%n sessions today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>今天 %n 次咨询，已完成 {0} 次。</source>
        <translation>
            <numerusform>%n session today, {0} done.</numerusform>
            <numerusform>%n sessions today, {0} done.</numerusform>
        </translation>
    </message>
    <message>
        <source>今天没有咨询。</source>
        <translation>No sessions today.</translation>
    </message>
    <message>
        <source>保险库坏了一部分，今天可能不止这些。</source>
        <translation>Part of the vault is damaged; there may be more today than is shown.</translation>
    </message>
    <message>
        <source>保险库有几处对不上</source>
        <translation>Some things in the vault do not match</translation>
    </message>
    <message>
        <source>健康检查或恢复时发现的。是哪里、怎么办，写在那一页。</source>
        <translation>Found by a health check or a restore. Its page says where, and what to do.</translation>
    </message>
    <message>
        <source>写的都留着，可以接着写。</source>
        <translation>Everything you wrote is kept; you can go on.</translation>
    </message>
    <message>
        <source>写的都留着，可以接着填。</source>
        <translation>All you wrote is kept; go on whenever you like.</translation>
    </message>
    <message>
        <source>去写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>去填</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>去备份</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>去复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>去答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>去签署</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>去约定</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>去联系</source>
        <translation>Get in touch</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Put it right</translation>
    </message>
    <message>
        <source>去补记</source>
        <translation>Add it</translation>
    </message>
    <message>
        <source>去记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>去评估</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>去选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>双方同一时间，{0}</source>
        <translation>same time for both, {0}</translation>
    </message>
    <message>
        <source>同意书已不再有效</source>
        <translation>Consent no longer valid</translation>
    </message>
    <message>
        <source>同意书待签</source>
        <translation>Consent to sign</translation>
    </message>
    <message numerus="yes">
        <source>咨询已过 %n 天，请尽快签署。</source>
        <translation>
            <numerusform>%n day since the session. Please sign it soon.</numerusform>
            <numerusform>%n days since the session. Please sign it soon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>咨询已过 %n 天，请尽快签署归档（热线 3.2）。</source>
        <translation>
            <numerusform>%n day since the session. Please sign and file it soon (Hotline 3.2).</numerusform>
            <numerusform>%n days since the session. Please sign and file it soon (Hotline 3.2).</numerusform>
        </translation>
    </message>
    <message>
        <source>填好了，还没有交给来访者（网络 2.4）。</source>
        <translation>Filled in, not yet given to the client (Online 2.4).</translation>
    </message>
    <message>
        <source>备份和安全</source>
        <translation>Backup and safety</translation>
    </message>
    <message>
        <source>备份文件夹要选一次</source>
        <translation>Choose the backup folder once more</translation>
    </message>
    <message numerus="yes">
        <source>备份文件夹里最新的一份是 %n 天前；放在别处的备份不能代替它。</source>
        <translation>
            <numerusform>The newest backup in the backup folder is %n day old; one kept elsewhere does not replace it.</numerusform>
            <numerusform>The newest backup in the backup folder is %n days old; one kept elsewhere does not replace it.</numerusform>
        </translation>
    </message>
    <message>
        <source>已等 {0}，还没有答复，请及时回应（问 4·2(1)）。</source>
        <translation>Waiting {0} and not answered yet; please respond promptly (Q&amp;A 4.2(1)).</translation>
    </message>
    <message>
        <source>已经是第 {0} 次。要继续，请和来访者再约定（问 5(5)）。</source>
        <translation>This was session {0}. To go on, agree again with the client (Q&amp;A 5(5)).</translation>
    </message>
    <message>
        <source>已经过期，正式咨询前须重新签署（网络 1.2）。</source>
        <translation>It has expired; it must be signed anew before a formal session (Online 1.2).</translation>
    </message>
    <message>
        <source>已过 24 小时，请尽快补写为什么不能等（问 9·2(1)）。</source>
        <translation>More than 24 hours have passed. Please write soon why it could not wait (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>开机密码、磁盘加密这些，几分钟看一遍（网络 4.2）。</source>
        <translation>The login password, disk encryption and so on: it takes a few minutes (Online 4.2).</translation>
    </message>
    <message>
        <source>执业资料</source>
        <translation>Practice</translation>
    </message>
    <message numerus="yes">
        <source>执业资料有 %n 处要看</source>
        <translation>
            <numerusform>The practice: %n thing to look at</numerusform>
            <numerusform>The practice: %n things to look at</numerusform>
        </translation>
    </message>
    <message>
        <source>执业资料有一条没写完</source>
        <translation>A record under Practice is not finished</translation>
    </message>
    <message>
        <source>接着写</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>接着填</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>有一个新个案没填完</source>
        <translation>A new case is unfinished</translation>
    </message>
    <message>
        <source>有录音不完整</source>
        <translation>A recording is not whole</translation>
    </message>
    <message>
        <source>服务方式改变了，正式咨询前要重新评估（问 4·1）。</source>
        <translation>The service mode changed: screen again before a formal session (Q&amp;A 4.1).</translation>
    </message>
    <message>
        <source>来访者当地 {0}</source>
        <translation>Client&apos;s time: {0}</translation>
    </message>
    <message>
        <source>来访者撤回了，正式咨询前须重新签署（网络 1.2）。</source>
        <translation>The client withdrew it; it must be signed anew before a formal session (Online 1.2).</translation>
    </message>
    <message>
        <source>现在的文件夹里，最新的备份不是从这个保险库接着做的，里面可能有这里没有的记录。选好以前，不会自动备份。</source>
        <translation>The newest backup in the present folder does not go on from this vault as it is now, and may hold records that are not here. Until you have chosen, no backup is made by itself.</translation>
    </message>
    <message>
        <source>看个案</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>看看这台电脑的安全</source>
        <translation>Look over this computer&apos;s security</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>确认过了，等签署（网络 2.4）。</source>
        <translation>Confirmed; waits for the signature (Online 2.4).</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>网络咨询是否仍有效，隔一段要问一次（网络 1.7）。</source>
        <translation>Every so often, ask whether online counseling still helps (Online 1.7).</translation>
    </message>
    <message>
        <source>讨论过了，等再次确认（网络 2.4）。</source>
        <translation>Discussed; waits to be confirmed once more (Online 2.4).</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录已签署</source>
        <translation>Note signed</translation>
    </message>
    <message>
        <source>记录待签署</source>
        <translation>Note to sign</translation>
    </message>
    <message>
        <source>记结果</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>评估和复核</source>
        <translation>Screens and reviews</translation>
    </message>
    <message>
        <source>该做备份了</source>
        <translation>Time for a backup</translation>
    </message>
    <message numerus="yes">
        <source>请在 %n 小时内写下为什么不能等（问 9·2(1)）。</source>
        <translation>
            <numerusform>Write within %n hour why it could not wait (Q&amp;A 9.2(1)).</numerusform>
            <numerusform>Write within %n hours why it could not wait (Q&amp;A 9.2(1)).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>请在 %n 小时内签署。</source>
        <translation>
            <numerusform>Please sign it within %n hour.</numerusform>
            <numerusform>Please sign it within %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>请在 %n 小时内签署归档（热线 3.2）。</source>
        <translation>
            <numerusform>Please sign and file it within %n hour (Hotline 3.2).</numerusform>
            <numerusform>Please sign and file it within %n hours (Hotline 3.2).</numerusform>
        </translation>
    </message>
    <message>
        <source>请当面问，看风险，再记下来（网络 5.2）。</source>
        <translation>Ask in person, look at the risk, then write it down (Online 5.2).</translation>
    </message>
    <message>
        <source>读过了，还没有一起讨论（网络 2.4）。</source>
        <translation>Read, not yet discussed together (Online 2.4).</translation>
    </message>
    <message>
        <source>过了 {0}，请现在联系（问 4·1(2)）。</source>
        <translation>{0} overdue; please get in touch now (Q&amp;A 4.1(2)).</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 处没填，填完才能交给对方（网络 2.4）。</source>
        <translation>
            <numerusform>%n blank left. Fill it in before you hand it over (Online 2.4).</numerusform>
            <numerusform>%n blanks left. Fill them in before you hand it over (Online 2.4).</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有同意书</source>
        <translation>No consent yet</translation>
    </message>
    <message>
        <source>还没有备份过。电脑坏了或丢了，记录就找不回来。</source>
        <translation>Never backed up. If the computer breaks or is lost, the records cannot be recovered.</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No notes yet</translation>
    </message>
    <message>
        <source>还没有记结果</source>
        <translation>Outcome not recorded</translation>
    </message>
    <message>
        <source>这次咨询还没有结束。结束后 24 小时内签署就好。</source>
        <translation>The session is not over yet. Sign within 24 hours of its end.</translation>
    </message>
    <message>
        <source>远程工作须有可联系的人（附录 8.3）。</source>
        <translation>Remote work needs somebody to call (Appendix 8.3).</translation>
    </message>
    <message>
        <source>选好备份文件夹以后还没有备份过；放在别处的备份不能代替它。</source>
        <translation>Not backed up yet since the backup folder was chosen; a backup kept elsewhere does not replace it.</translation>
    </message>
    <message>
        <source>风险和紧急</source>
        <translation>Risk and urgency</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message numerus="yes">
        <source>%n 次，已完成 {0} 次</source>
        <translation>
            <numerusform>%n session, {0} done</numerusform>
            <numerusform>%n sessions, {0} done</numerusform>
        </translation>
    </message>
    <message>
        <source>今天有谁来、什么还没办好，打开就看得到。
从第一个个案开始：写上代号和分级就能建立，其余以后再说。</source>
        <translation>Who comes today and what still waits, as soon as you open the program.
Begin with the first case: it needs a code name and a triage grade with its reasons; the rest can wait.</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>保险库坏了一部分，这一页没有写全。</source>
        <translation>Part of the vault is damaged; this page is not complete.</translation>
    </message>
    <message>
        <source>共 {0} 次</source>
        <translation>{0} in all</translation>
    </message>
    <message>
        <source>写下一次的记录（还早时打开个案）</source>
        <translation>Write the note of the next session (open the case while it is early)</translation>
    </message>
    <message>
        <source>您的一天会在这里</source>
        <translation>Your day will be here</translation>
    </message>
    <message>
        <source>打开这一次</source>
        <translation>Open this one</translation>
    </message>
    <message>
        <source>接着填第一个个案</source>
        <translation>Go on with the first case</translation>
    </message>
    <message>
        <source>救到新的保险库</source>
        <translation>Salvage into a new vault</translation>
    </message>
    <message>
        <source>新建第一个个案</source>
        <translation>Open the first case</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>有的个案坏了一部分，这一页没有写全。个案编号：{0}。</source>
        <translation>Some cases are damaged in part, so this page is not complete. Case numbers: {0}.</translation>
    </message>
    <message>
        <source>请先复制一份整个文件夹，再把读得出来的救到新的保险库。</source>
        <translation>Please copy the whole folder first, then salvage what can be read into a new vault.</translation>
    </message>
    <message>
        <source>这一周</source>
        <translation>This week</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>写的字停笔两秒就存好，不用按保存。离开时按 Ctrl+L，锁上就走。</source>
        <translation>Words save themselves two seconds after you stop. Press Ctrl+L when you leave.</translation>
    </message>
    <message>
        <source>导览 {0} / {1}</source>
        <translation>Tour {0} / {1}</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>打开先看到这里：今天见谁，双方各是几点，还有什么该办。</source>
        <translation>This is where the program opens: whom you see today, at what hour for both of you, and what is due.</translation>
    </message>
    <message>
        <source>执业信息会印在同意书上。闲置几分钟后锁定，也在这里定。</source>
        <translation>Your practice is printed on consent forms. How soon it locks is also set here.</translation>
    </message>
    <message>
        <source>按 Ctrl+K 到任何个案和操作；按 Ctrl+F 查记录里的任何一个字，草稿和补记也在内。</source>
        <translation>Ctrl+K takes you to any case or action; Ctrl+F finds any word in your notes, drafts and amendments included.</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>查找或跳转</source>
        <translation>Find or go to</translation>
    </message>
    <message>
        <source>每一页都能按 F1 看按键和说明。导览也可以从帮助里重看。</source>
        <translation>F1 on any page shows its keys and leads to its help. You can see this tour again from the help.</translation>
    </message>
    <message>
        <source>每位来访者一个个案：记录、同意书、资料和督导摘要都在一页上。从这里开始。</source>
        <translation>One case for each client: notes, consents, profile and supervision summaries on one page. Begin here.</translation>
    </message>
    <message>
        <source>看上一处</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>看下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>约时间、改期、双方当地的钟点。会谈之后从预约写记录，两边就连上了。</source>
        <translation>Appointments, moves, and the local time in both places. Write the note from the appointment, and the two are linked.</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>跳过导览</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>TrailCase</name>
    <message>
        <source>代号、称呼或编号</source>
        <translation>Code, name or number</translation>
    </message>
    <message>
        <source>哪个个案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>没有这个个案。</source>
        <translation>There is no such case.</translation>
    </message>
</context>
<context>
    <name>TrailPage</name>
    <message numerus="yes">
        <source>%n 个个案</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 位来访者</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 处不对</source>
        <translation>
            <numerusform>%n thing wrong</numerusform>
            <numerusform>%n things wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 次</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 行</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · 已不在</source>
        <translation>{0} · no longer there</translation>
    </message>
    <message>
        <source>个案的密码输错</source>
        <translation>Wrong password for the case</translation>
    </message>
    <message>
        <source>为督导摘要看了记录</source>
        <translation>Read for a summary</translation>
    </message>
    <message>
        <source>从损坏的保险库救出</source>
        <translation>Salvaged from a damaged vault</translation>
    </message>
    <message>
        <source>做了健康检查</source>
        <translation>Ran a health check</translation>
    </message>
    <message>
        <source>做了备份</source>
        <translation>Made a backup</translation>
    </message>
    <message>
        <source>做了复核</source>
        <translation>Made a review</translation>
    </message>
    <message>
        <source>做了恢复演练</source>
        <translation>Practiced a restore</translation>
    </message>
    <message>
        <source>做了适宜性评估</source>
        <translation>Made a suitability screen</translation>
    </message>
    <message>
        <source>做了风险评估</source>
        <translation>Risk assessed</translation>
    </message>
    <message>
        <source>关掉了钥匙串</source>
        <translation>Switched the keyring off</translation>
    </message>
    <message>
        <source>写</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>写了个案报告</source>
        <translation>Wrote a case report</translation>
    </message>
    <message>
        <source>写了个案概念化</source>
        <translation>Saved a case formulation</translation>
    </message>
    <message>
        <source>写了危机处置的理由</source>
        <translation>wrote the reasons for a crisis response</translation>
    </message>
    <message>
        <source>写了咨询师札记</source>
        <translation>Wrote in a private reflection</translation>
    </message>
    <message>
        <source>写了安全计划</source>
        <translation>Safety plan written</translation>
    </message>
    <message>
        <source>写了记录</source>
        <translation>Wrote in the note</translation>
    </message>
    <message>
        <source>写了转介</source>
        <translation>Wrote a referral</translation>
    </message>
    <message>
        <source>写进了导出的日程</source>
        <translation>Was in an exported calendar</translation>
    </message>
    <message>
        <source>写进了导出的时数表</source>
        <translation>Listed in an exported table of hours</translation>
    </message>
    <message>
        <source>写进了给出的记录</source>
        <translation>Included in a record given out</translation>
    </message>
    <message>
        <source>删除了咨询师札记</source>
        <translation>Deleted a private reflection</translation>
    </message>
    <message>
        <source>印出或存出了预约登记表</source>
        <translation>Printed or saved the pre-intake form</translation>
    </message>
    <message>
        <source>印进了一周的日程</source>
        <translation>Was in a printed week</translation>
    </message>
    <message>
        <source>去掉了个案的密码</source>
        <translation>Removed the case&apos;s password</translation>
    </message>
    <message>
        <source>发现数据库是旧的</source>
        <translation>Found an older database</translation>
    </message>
    <message>
        <source>取消了待销毁</source>
        <translation>Took back the mark for destruction</translation>
    </message>
    <message>
        <source>取消了预约</source>
        <translation>Canceled an appointment</translation>
    </message>
    <message>
        <source>合上了个案</source>
        <translation>Closed the locked case</translation>
    </message>
    <message>
        <source>同意书 №{0}</source>
        <translation>Consent form №{0}</translation>
    </message>
    <message>
        <source>同意书签署了</source>
        <translation>Consent form signed</translation>
    </message>
    <message>
        <source>同意书走了一步</source>
        <translation>Moved the consent form a step on</translation>
    </message>
    <message>
        <source>填了同意书</source>
        <translation>Filled in the consent form</translation>
    </message>
    <message>
        <source>备份与检查</source>
        <translation>Backups and checks</translation>
    </message>
    <message>
        <source>存入了录音或录像</source>
        <translation>Recording stored</translation>
    </message>
    <message>
        <source>定了保存期限</source>
        <translation>Chose how long it is kept</translation>
    </message>
    <message>
        <source>密码输错</source>
        <translation>Wrong passwords</translation>
    </message>
    <message>
        <source>导入了一份以前的记录</source>
        <translation>An earlier note imported</translation>
    </message>
    <message>
        <source>导入了一份答卷</source>
        <translation>Imported a set of answers</translation>
    </message>
    <message>
        <source>导出了全部记录</source>
        <translation>Everything was exported</translation>
    </message>
    <message>
        <source>导出了日程</source>
        <translation>Exported the calendar</translation>
    </message>
    <message>
        <source>导出了时数表</source>
        <translation>Exported a table of hours</translation>
    </message>
    <message>
        <source>导出了督导摘要</source>
        <translation>Exported the supervision summary</translation>
    </message>
    <message>
        <source>建了个案</source>
        <translation>Opened the case</translation>
    </message>
    <message>
        <source>建了保险库</source>
        <translation>Created the vault</translation>
    </message>
    <message>
        <source>录音或录像未获同意，没有处理</source>
        <translation>Recording refused for want of consent</translation>
    </message>
    <message>
        <source>恢复了预约</source>
        <translation>Restored an appointment</translation>
    </message>
    <message>
        <source>打印与导出</source>
        <translation>Printed and exported</translation>
    </message>
    <message>
        <source>打印了一周的日程</source>
        <translation>Printed a week of the calendar</translation>
    </message>
    <message>
        <source>打印或导出了个案概念化</source>
        <translation>Printed or exported a case formulation</translation>
    </message>
    <message>
        <source>打印或导出了伦理决策</source>
        <translation>Printed or exported an ethical decision</translation>
    </message>
    <message>
        <source>打印或导出了危机卡或小结</source>
        <translation>Crisis card or summary printed or exported</translation>
    </message>
    <message>
        <source>打印或导出了同意书</source>
        <translation>Printed or exported the consent form</translation>
    </message>
    <message>
        <source>打印或导出了安全计划</source>
        <translation>Safety plan printed or exported</translation>
    </message>
    <message>
        <source>打印或导出了完整性报告</source>
        <translation>Printed or exported the completeness report</translation>
    </message>
    <message>
        <source>打印或导出了家谱图</source>
        <translation>Printed or exported a genogram</translation>
    </message>
    <message>
        <source>打印或导出了对请求的答复</source>
        <translation>Printed or exported an answer to a request</translation>
    </message>
    <message>
        <source>打印或导出了年度统计</source>
        <translation>Printed or exported the figures of a year</translation>
    </message>
    <message>
        <source>打印或导出了恢复密钥</source>
        <translation>Printed or exported the recovery key</translation>
    </message>
    <message>
        <source>打印或导出了执业资料</source>
        <translation>Printed or exported a paper of the practice</translation>
    </message>
    <message>
        <source>打印或导出了披露的内容</source>
        <translation>Printed or exported what was disclosed</translation>
    </message>
    <message>
        <source>打印或导出了时数证明</source>
        <translation>Printed or exported a proof of hours</translation>
    </message>
    <message>
        <source>打印或导出了空白量表</source>
        <translation>Printed or exported an empty scale</translation>
    </message>
    <message>
        <source>打印或导出了结案小结</source>
        <translation>Printed or exported a closing summary</translation>
    </message>
    <message>
        <source>打印或导出了记录</source>
        <translation>Printed or exported notes</translation>
    </message>
    <message>
        <source>打印或导出了记录抽查</source>
        <translation>Printed or exported a sample of notes</translation>
    </message>
    <message>
        <source>打印或导出了转介信或回执</source>
        <translation>Printed or exported a referral letter or receipt</translation>
    </message>
    <message>
        <source>打印或导出了适宜性评估</source>
        <translation>Printed or exported a suitability screen</translation>
    </message>
    <message>
        <source>打印或导出了量表结果</source>
        <translation>Printed or exported results of a scale</translation>
    </message>
    <message>
        <source>打开与锁定</source>
        <translation>Opened and locked</translation>
    </message>
    <message>
        <source>打开了加锁的个案</source>
        <translation>Opened the locked case</translation>
    </message>
    <message>
        <source>打开了录音或录像</source>
        <translation>Recording opened</translation>
    </message>
    <message>
        <source>打开了钥匙串</source>
        <translation>Switched the keyring on</translation>
    </message>
    <message>
        <source>抽了一批记录来看</source>
        <translation>Drew a sample of notes</translation>
    </message>
    <message>
        <source>挪了预约</source>
        <translation>Moved an appointment</translation>
    </message>
    <message>
        <source>换了个案的密码</source>
        <translation>Changed the case&apos;s password</translation>
    </message>
    <message>
        <source>换了密码</source>
        <translation>Changed the password</translation>
    </message>
    <message>
        <source>换了恢复密钥</source>
        <translation>Changed the recovery key</translation>
    </message>
    <message>
        <source>换了职业遗嘱的密钥</source>
        <translation>Changed the key of the professional will</translation>
    </message>
    <message>
        <source>接受了旧的数据库</source>
        <translation>Accepted the older database</translation>
    </message>
    <message>
        <source>撤销了一次导入</source>
        <translation>An import undone</translation>
    </message>
    <message>
        <source>撤销了对日程的改动</source>
        <translation>Undid a change to the calendar</translation>
    </message>
    <message>
        <source>改了接案资料</source>
        <translation>Changed the intake</translation>
    </message>
    <message>
        <source>改了自己的清单或用语</source>
        <translation>Changed a list or wording of your own</translation>
    </message>
    <message>
        <source>改了自己的量表</source>
        <translation>Changed a scale of your own</translation>
    </message>
    <message>
        <source>改了资料</source>
        <translation>Changed the client&apos;s details</translation>
    </message>
    <message>
        <source>改了预约</source>
        <translation>Changed an appointment</translation>
    </message>
    <message>
        <source>改变了服务方式</source>
        <translation>Changed the service mode</translation>
    </message>
    <message>
        <source>放进了全部记录的导出</source>
        <translation>Put into an export of everything</translation>
    </message>
    <message>
        <source>放进了职业遗嘱</source>
        <translation>Put into the succession package</translation>
    </message>
    <message>
        <source>文件 №{0}</source>
        <translation>Document №{0}</translation>
    </message>
    <message>
        <source>新写了咨询师札记</source>
        <translation>Began a private reflection</translation>
    </message>
    <message>
        <source>新建了同意书</source>
        <translation>Started the consent form</translation>
    </message>
    <message>
        <source>新建了记录</source>
        <translation>Started the note</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>札记 №{0}</source>
        <translation>Reflection №{0}</translation>
    </message>
    <message>
        <source>标记了待销毁</source>
        <translation>Marked for destruction</translation>
    </message>
    <message>
        <source>核对了恢复密钥</source>
        <translation>Checked the recovery key</translation>
    </message>
    <message>
        <source>没有接案，关闭了个案</source>
        <translation>Declined and closed the case</translation>
    </message>
    <message>
        <source>生成了职业遗嘱</source>
        <translation>Made the professional will</translation>
    </message>
    <message>
        <source>用密码打开了保险库</source>
        <translation>Opened the vault with the password</translation>
    </message>
    <message>
        <source>用恢复密钥打开了保险库</source>
        <translation>Opened the vault with the recovery key</translation>
    </message>
    <message>
        <source>用恢复密钥打开了加锁的个案</source>
        <translation>Opened the locked case with the recovery key</translation>
    </message>
    <message>
        <source>用系统钥匙串打开了保险库</source>
        <translation>Opened the vault with the system keyring</translation>
    </message>
    <message>
        <source>由导出的压缩包建成</source>
        <translation>Made of an exported archive</translation>
    </message>
    <message>
        <source>画了家谱图</source>
        <translation>Drew a genogram</translation>
    </message>
    <message>
        <source>看了一遍电脑安全</source>
        <translation>Went through the computer&apos;s security</translation>
    </message>
    <message>
        <source>看了个案报告</source>
        <translation>Read the case reports</translation>
    </message>
    <message>
        <source>看了个案概念化</source>
        <translation>Viewed the case formulation</translation>
    </message>
    <message>
        <source>看了个案的时间线</source>
        <translation>Looked at the case&apos;s timeline</translation>
    </message>
    <message>
        <source>看了伦理决策</source>
        <translation>Read the ethical decisions</translation>
    </message>
    <message>
        <source>看了保存期限</source>
        <translation>Looked at how long it is kept</translation>
    </message>
    <message>
        <source>看了写下的理由和讨论</source>
        <translation>Viewed reasons and discussions</translation>
    </message>
    <message>
        <source>看了危机卡</source>
        <translation>Crisis card opened</translation>
    </message>
    <message>
        <source>看了安全计划</source>
        <translation>Safety plan opened</translation>
    </message>
    <message>
        <source>看了家谱图</source>
        <translation>Viewed the genogram</translation>
    </message>
    <message>
        <source>看了导入的以前的记录</source>
        <translation>Earlier notes that were imported read</translation>
    </message>
    <message>
        <source>看了执业资料的文件</source>
        <translation>Looked at a document of the practice</translation>
    </message>
    <message>
        <source>看了技术准备</source>
        <translation>Read the technical preparation</translation>
    </message>
    <message>
        <source>看了披露</source>
        <translation>Read the disclosures</translation>
    </message>
    <message>
        <source>看了接案资料</source>
        <translation>Viewed the intake</translation>
    </message>
    <message>
        <source>看了服务方式的改变</source>
        <translation>Viewed the changes of the way of service</translation>
    </message>
    <message>
        <source>看了来访者的请求</source>
        <translation>Looked at the client&apos;s requests</translation>
    </message>
    <message>
        <source>看了法律保全</source>
        <translation>Looked at legal holds</translation>
    </message>
    <message>
        <source>看了留痕</source>
        <translation>Looked at the trail</translation>
    </message>
    <message>
        <source>看了督导记录</source>
        <translation>Read the supervision record</translation>
    </message>
    <message>
        <source>看了答卷</source>
        <translation>Viewed questionnaire answers</translation>
    </message>
    <message>
        <source>看了签署的文件</source>
        <translation>Looked at the signed document</translation>
    </message>
    <message>
        <source>看了约定次数和复核</source>
        <translation>Viewed the agreed sessions and reviews</translation>
    </message>
    <message>
        <source>看了结案</source>
        <translation>Looked at the closing</translation>
    </message>
    <message>
        <source>看了给出过的记录</source>
        <translation>Viewed the copies given of the record</translation>
    </message>
    <message>
        <source>看了转介</source>
        <translation>Looked at referrals</translation>
    </message>
    <message>
        <source>看了适宜性评估</source>
        <translation>Viewed the suitability screens</translation>
    </message>
    <message>
        <source>看了量表</source>
        <translation>Read the scales</translation>
    </message>
    <message>
        <source>看了附上的文书</source>
        <translation>Read an attached document</translation>
    </message>
    <message>
        <source>看了随访</source>
        <translation>Looked at follow-ups</translation>
    </message>
    <message>
        <source>看了非会谈联系</source>
        <translation>Viewed the contacts between sessions</translation>
    </message>
    <message>
        <source>看了风险评估</source>
        <translation>Risk assessments opened</translation>
    </message>
    <message>
        <source>看完了一次记录抽查</source>
        <translation>Went through a sample of notes</translation>
    </message>
    <message>
        <source>磁盘满时的留痕，后来补写</source>
        <translation>Lines held while the disk was full, written later</translation>
    </message>
    <message>
        <source>移除了执业资料</source>
        <translation>Removed something about the practice</translation>
    </message>
    <message>
        <source>移除了空个案</source>
        <translation>Removed the empty case</translation>
    </message>
    <message>
        <source>第 {0} 份备份</source>
        <translation>Backup {0}</translation>
    </message>
    <message>
        <source>答复了来访者的请求</source>
        <translation>Answered a client&apos;s request</translation>
    </message>
    <message>
        <source>签署了记录</source>
        <translation>Signed the note</translation>
    </message>
    <message>
        <source>约了时间</source>
        <translation>Booked an appointment</translation>
    </message>
    <message>
        <source>约了随访</source>
        <translation>Planned a follow-up</translation>
    </message>
    <message>
        <source>结了案</source>
        <translation>Closed the case</translation>
    </message>
    <message>
        <source>给个案加了密码</source>
        <translation>Gave the case a password</translation>
    </message>
    <message numerus="yes">
        <source>缺 %n 份</source>
        <translation>
            <numerusform>%n record missing</numerusform>
            <numerusform>%n records missing</numerusform>
        </translation>
    </message>
    <message>
        <source>补记了披露</source>
        <translation>Added to a disclosure</translation>
    </message>
    <message>
        <source>补记了记录</source>
        <translation>Amended the note</translation>
    </message>
    <message>
        <source>解除了法律保全</source>
        <translation>Lifted a legal hold</translation>
    </message>
    <message>
        <source>记下了一次督导</source>
        <translation>Recorded a supervision</translation>
    </message>
    <message>
        <source>记下了督导以后怎样</source>
        <translation>Recorded what became of a supervision</translation>
    </message>
    <message>
        <source>记下了给出记录</source>
        <translation>Recorded that a copy was given</translation>
    </message>
    <message>
        <source>记了一次披露</source>
        <translation>Recorded a disclosure</translation>
    </message>
    <message>
        <source>记了一次量表</source>
        <translation>Recorded a scale</translation>
    </message>
    <message>
        <source>记了伦理决策</source>
        <translation>Recorded an ethical decision</translation>
    </message>
    <message>
        <source>记了关于匿名的讨论</source>
        <translation>recorded a discussion of anonymity</translation>
    </message>
    <message>
        <source>记了危机里的一步</source>
        <translation>Step of a crisis logged</translation>
    </message>
    <message>
        <source>记了对关系的评估</source>
        <translation>Weighed an existing relationship</translation>
    </message>
    <message>
        <source>记了对量表结果的处理</source>
        <translation>Recorded what was done about a scale</translation>
    </message>
    <message>
        <source>记了执业资料</source>
        <translation>Recorded something about the practice</translation>
    </message>
    <message>
        <source>记了技术准备</source>
        <translation>Recorded a technical preparation</translation>
    </message>
    <message>
        <source>记了来访</source>
        <translation>Recorded that the client came</translation>
    </message>
    <message>
        <source>记了来访者的请求</source>
        <translation>Recorded a client&apos;s request</translation>
    </message>
    <message>
        <source>记了法律保全</source>
        <translation>Placed a legal hold</translation>
    </message>
    <message>
        <source>记了约定的次数</source>
        <translation>Recorded an agreed number of sessions</translation>
    </message>
    <message>
        <source>记了缺席</source>
        <translation>Recorded a no-show</translation>
    </message>
    <message>
        <source>记了转介的一步</source>
        <translation>Recorded a step of a referral</translation>
    </message>
    <message>
        <source>记了随访</source>
        <translation>Recorded a follow-up</translation>
    </message>
    <message>
        <source>记了非会谈联系</source>
        <translation>Logged a contact between sessions</translation>
    </message>
    <message>
        <source>记录 №{0}</source>
        <translation>Note №{0}</translation>
    </message>
    <message>
        <source>读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>读了同意书</source>
        <translation>Read the consent form</translation>
    </message>
    <message>
        <source>读了咨询师札记</source>
        <translation>Read the private reflections</translation>
    </message>
    <message>
        <source>读了记录</source>
        <translation>Read the note</translation>
    </message>
    <message>
        <source>重新打开了没有接的个案</source>
        <translation>Opened a declined case again</translation>
    </message>
    <message>
        <source>重新打开了结了案的个案</source>
        <translation>Reopened a closed case</translation>
    </message>
    <message>
        <source>重温了同意书</source>
        <translation>Went over a consent again</translation>
    </message>
    <message>
        <source>销毁了个案</source>
        <translation>Destroyed the case</translation>
    </message>
    <message>
        <source>销毁了录音或录像</source>
        <translation>Recording destroyed</translation>
    </message>
    <message>
        <source>锁定了保险库</source>
        <translation>Locked the vault</translation>
    </message>
    <message>
        <source>附上了文书</source>
        <translation>Attached a document</translation>
    </message>
</context>
<context>
    <name>TrailScreen</name>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>健康检查</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>只写时间、哪一类事、哪个个案和编号，不写内容。只能往后加，不能改，也不能删。</source>
        <translation>Only the time, the kind of act, the case and the number; nothing of the content. Lines can be added, never changed or deleted.</translation>
    </message>
    <message>
        <source>哪一份</source>
        <translation>Which record</translation>
    </message>
    <message>
        <source>哪个个案</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>完整</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>对不上</source>
        <translation>Does not match</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>没有这样的留痕。</source>
        <translation>There are no such lines.</translation>
    </message>
    <message>
        <source>留痕</source>
        <translation>The trail</translation>
    </message>
    <message>
        <source>留痕对不上。</source>
        <translation>The trail does not match.</translation>
    </message>
    <message>
        <source>看哪一类</source>
        <translation>Which kind</translation>
    </message>
    <message>
        <source>第 {0} 行之后有一行少了，或者被改过。请做一次健康检查。</source>
        <translation>After line {0} a line is missing or was altered. Please run a health check.</translation>
    </message>
    <message>
        <source>较新的</source>
        <translation>Newer</translation>
    </message>
    <message>
        <source>较早的</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message numerus="yes">
        <source>这一页 %n 行</source>
        <translation>
            <numerusform>%n line on this page</numerusform>
            <numerusform>%n lines on this page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageForm</name>
    <message>
        <source>分级</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>分级的理由</source>
        <translation>Reasons for this grade</translation>
    </message>
    <message>
        <source>医院急诊、危机干预机构、热线，怎样护送</source>
        <translation>Emergency department, crisis service, helpline; who goes along</translation>
    </message>
    <message>
        <source>可以先做危机处置：写明理由和转介，不等同意书（问 9·2(1)）。</source>
        <translation>You can deal with the crisis first: give your reasons and the referral; consent need not wait (Q&amp;A 9.2(1)).</translation>
    </message>
    <message>
        <source>听到的事实，来访者的原话</source>
        <translation>The facts you heard, in the client&apos;s words</translation>
    </message>
    <message>
        <source>就目前所知的风险（可以先空着）</source>
        <translation>Risk as far as is known (optional)</translation>
    </message>
    <message>
        <source>按诉求的轻重缓急定。紧急的排在最前面，不必等这张表填完。</source>
        <translation>By how pressing the request is. Urgent cases come first; this form need not be finished.</translation>
    </message>
    <message>
        <source>改为危机处置</source>
        <translation>Change to crisis response</translation>
    </message>
    <message>
        <source>转介到哪里</source>
        <translation>Where you refer them</translation>
    </message>
    <message>
        <source>风险高，不适合网络接案。</source>
        <translation>High risk: not suited to being taken on online.</translation>
    </message>
</context>
<context>
    <name>TriesLine</name>
    <message>
        <source>看留痕</source>
        <translation>See the trail</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>一项</source>
        <translation>an entry</translation>
    </message>
    <message>
        <source>不接案</source>
        <translation>Decline the case</translation>
    </message>
    <message>
        <source>个案报告</source>
        <translation>Case report</translation>
    </message>
    <message>
        <source>个案概念化</source>
        <translation>Case formulation</translation>
    </message>
    <message>
        <source>伦理决策</source>
        <translation>Ethical decision</translation>
    </message>
    <message>
        <source>保存期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>匿名的讨论</source>
        <translation>talk about staying anonymous</translation>
    </message>
    <message>
        <source>危机处置的理由</source>
        <translation>Reasons for the crisis response</translation>
    </message>
    <message>
        <source>危机里的一步</source>
        <translation>a step of a crisis</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>安全计划</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>家谱图</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>对关系的评估</source>
        <translation>Weighing the relationship</translation>
    </message>
    <message>
        <source>对请求的答复</source>
        <translation>Answer to a request</translation>
    </message>
    <message>
        <source>对量表结果的处理</source>
        <translation>What was done about a scale</translation>
    </message>
    <message>
        <source>技术准备</source>
        <translation>Technical preparation</translation>
    </message>
    <message>
        <source>披露</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>披露的补记</source>
        <translation>Addition to a disclosure</translation>
    </message>
    <message>
        <source>改变服务方式</source>
        <translation>Change service mode</translation>
    </message>
    <message>
        <source>来访者的请求</source>
        <translation>Client&apos;s requests</translation>
    </message>
    <message>
        <source>没写完：{0}</source>
        <translation>Not finished: {0}</translation>
    </message>
    <message>
        <source>法律保全</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>督导记录</source>
        <translation>Supervision record</translation>
    </message>
    <message>
        <source>约定次数</source>
        <translation>Agreed number of sessions</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>给出记录</source>
        <translation>Give a copy</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>解除法律保全</source>
        <translation>Lifting a legal hold</translation>
    </message>
    <message>
        <source>转介</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>转介的一步</source>
        <translation>Step of a referral</translation>
    </message>
    <message>
        <source>适宜性评估</source>
        <translation>Suitability screen</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>量表</source>
        <translation>Scales</translation>
    </message>
    <message>
        <source>随访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>随访的日子</source>
        <translation>Days of a follow-up</translation>
    </message>
    <message>
        <source>风险评估</source>
        <translation>Risk assessment</translation>
    </message>
</context>
<context>
    <name>UnreadCase</name>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>这个个案没有读出来。</source>
        <translation>This case could not be read.</translation>
    </message>
</context>
<context>
    <name>VaultNotice</name>
    <message>
        <source>之前存的都在，删除和锁定照样可以。请腾出一些空间，再接着写。</source>
        <translation>Everything saved is there, and deleting and locking still work. Please free some space before you write on.</translation>
    </message>
    <message>
        <source>什么都没有改动。请看看是哪里。</source>
        <translation>Nothing was changed. Please see where.</translation>
    </message>
    <message>
        <source>保险库有损坏，现在只能看，不能写。</source>
        <translation>The vault is damaged: it can be read, and nothing is written.</translation>
    </message>
    <message>
        <source>健康检查</source>
        <translation>Health check</translation>
    </message>
    <message>
        <source>差了 {0} 次打开或锁定。恢复过备份就会这样，可以接着用；不是您做的，就可能有人换过文件，请先看看最近的记录在不在。</source>
        <translation>It is {0} openings or locks behind. That is so after restoring a backup, and you can go on. If that was not you, somebody may have swapped files: please see first whether your latest notes are there.</translation>
    </message>
    <message>
        <source>救到新的保险库</source>
        <translation>Salvage into a new vault</translation>
    </message>
    <message>
        <source>现在写的都还存得上。请腾出一些空间，别等到满。</source>
        <translation>What you write is still saved. Please free some space before it is full.</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>知道了，接着用</source>
        <translation>All right, go on</translation>
    </message>
    <message>
        <source>磁盘快满了，还剩 {0} MB。</source>
        <translation>The disk is nearly full: {0} MB left.</translation>
    </message>
    <message>
        <source>磁盘满了。</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>记录都在，可以继续工作。请做一次健康检查，再做一次备份。</source>
        <translation>Your notes are there and you can go on working. Please run a health check, then make a backup.</translation>
    </message>
    <message>
        <source>读得出来的都照常打开，什么都不会改动。请先复制一份整个文件夹，再救出来。</source>
        <translation>What can be read opens as ever, and nothing is changed. Please copy the whole folder first, then salvage it.</translation>
    </message>
    <message>
        <source>这个数据库比上次用的旧。</source>
        <translation>This database is older than the one used last.</translation>
    </message>
    <message>
        <source>这个月的健康检查发现有几处不对。</source>
        <translation>This month&apos;s health check found something wrong.</translation>
    </message>
</context>
<context>
    <name>VoidNotice</name>
    <message>
        <source>内容改过了，先前记下的步骤不再算数。</source>
        <translation>The text was changed; the steps recorded before no longer count.</translation>
    </message>
    <message>
        <source>请把改过的同意书重新提供给来访者，再阅读、讨论、确认。</source>
        <translation>Please give the changed form to the client again, then read, discuss and reconfirm it.</translation>
    </message>
</context>
<context>
    <name>WeekPills</name>
    <message>
        <source>{0} 已完成 {1} 次，还有 {2} 次</source>
        <translation>{0} {1} done, {2} to come</translation>
    </message>
    <message>
        <source>这一周：{0}</source>
        <translation>This week: {0}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>yyyy年M月d日 ddd</source>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>明天下午三点，或 12/5 15:00</source>
        <translation>tomorrow 3pm, or 12 May 15:00</translation>
    </message>
    <message>
        <source>没有读懂这个时间。可以写 5月20日 15:00，或 下周二下午三点。</source>
        <translation>This time could not be read. Try 20 May 15:00, or next Tue 3pm.</translation>
    </message>
</context>
<context>
    <name>WhereForm</name>
    <message>
        <source>可以联系谁</source>
        <translation>Whom to call</translation>
    </message>
    <message>
        <source>拿不到就写「无法取得」和原因</source>
        <translation>If it cannot be had, write so and why</translation>
    </message>
    <message>
        <source>是谁</source>
        <translation>Who it is</translation>
    </message>
    <message>
        <source>此刻确切在哪里</source>
        <translation>Where exactly now</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>个案</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>写的字还留着，之前存的都在。请检查磁盘是否已满或断开。</source>
        <translation>Your words are kept, and everything saved before is safe. Check whether the disk is full or disconnected.</translation>
    </message>
    <message>
        <source>刚才那一页还没有存上，正在重试。</source>
        <translation>The page you just left is not saved yet; trying again.</translation>
    </message>
    <message>
        <source>到下一处</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>危机卡</source>
        <translation>Crisis card</translation>
    </message>
    <message>
        <source>展开侧栏</source>
        <translation>Unfold the side bar</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>收起侧栏</source>
        <translation>Fold side bar</translation>
    </message>
    <message>
        <source>收起或展开侧栏</source>
        <translation>Fold or unfold the side bar</translation>
    </message>
    <message>
        <source>新个案</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>日程</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>查找或跳转</source>
        <translation>Find or go to</translation>
    </message>
    <message>
        <source>查找记录</source>
        <translation>Search notes</translation>
    </message>
    <message>
        <source>知情同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>知情同意：所有个案</source>
        <translation>Consent: all cases</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>隐私模式</source>
        <translation>Privacy mode</translation>
    </message>
    <message>
        <source>隐私模式已关闭</source>
        <translation>Privacy mode is off</translation>
    </message>
    <message>
        <source>隐私模式已打开</source>
        <translation>Privacy mode is on</translation>
    </message>
    <message>
        <source>隐私模式，已打开</source>
        <translation>Privacy mode, on</translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message>
        <source>DOCX，可以批注</source>
        <translation>DOCX, to comment on</translation>
    </message>
    <message>
        <source>PDF，适合打印和阅读</source>
        <translation>PDF, to print and read</translation>
    </message>
    <message>
        <source>不设密码（拿到文件的人都能读）</source>
        <translation>No password (whoever has the file can read it)</translation>
    </message>
    <message>
        <source>交给谁</source>
        <translation>Handed to</translation>
    </message>
    <message>
        <source>体貌特征：疤、胎记、残疾、少见的身高和样子</source>
        <translation>Appearance: scars, birthmarks, unusual looks</translation>
    </message>
    <message>
        <source>例如 个体督导</source>
        <translation>e.g. individual supervision</translation>
    </message>
    <message>
        <source>写一句用途。</source>
        <translation>Say what it is for.</translation>
    </message>
    <message>
        <source>写在文件上，方便追溯</source>
        <translation>Printed on the file, so it can be traced</translation>
    </message>
    <message>
        <source>写成文件</source>
        <translation>Write the file</translation>
    </message>
    <message>
        <source>写明交给谁。</source>
        <translation>Say who receives it.</translation>
    </message>
    <message>
        <source>四类细节都看过、处理过了（3.6）</source>
        <translation>All four kinds of detail looked at and dealt with (3.6)</translation>
    </message>
    <message>
        <source>姓名：真名、小名、网名，还有别人的名字</source>
        <translation>Names: real names, pet names, net names, and other people&apos;s</translation>
    </message>
    <message>
        <source>家庭背景：籍贯、职业、单位、家里人的特别之处</source>
        <translation>Family background: origin, work, special relatives</translation>
    </message>
    <message>
        <source>放在哪个文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>文件密码</source>
        <translation>File password</translation>
    </message>
    <message>
        <source>文件离开保险库后，锁不再保护它。默认加密；写出前会再查一遍登记过的姓名。</source>
        <translation>Outside the vault the lock no longer protects the file. It is encrypted by default, and names on record are checked once more before it is written.</translation>
    </message>
    <message>
        <source>替我想一个</source>
        <translation>Suggest one</translation>
    </message>
    <message>
        <source>特殊的成长或创伤经历：上过新闻的、当地人都知道的</source>
        <translation>Special experiences or trauma: known to many</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>给谁看</source>
        <translation>Who will read it</translation>
    </message>
    <message>
        <source>至少 8 个字符。请用另外的途径告诉对方。</source>
        <translation>At least 8 characters. Tell it to them by another channel.</translation>
    </message>
    <message>
        <source>请写完整的文件夹路径。</source>
        <translation>Give the full path of a folder.</translation>
    </message>
    <message>
        <source>这四类程序只指得出一部分，要由您逐类看过；改了决定，请再看一遍。</source>
        <translation>Of these four the program points at some only; they are yours to look at. After another decision, look again.</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
</context>
<context>
    <name>Zones</name>
    <message>
        <source>东京 大阪</source>
        <translation>Tokyo Osaka</translation>
    </message>
    <message>
        <source>丹佛</source>
        <translation>Denver</translation>
    </message>
    <message>
        <source>伦敦 爱丁堡 曼彻斯特</source>
        <translation>London Edinburgh Manchester</translation>
    </message>
    <message>
        <source>北京 上海 广州 深圳 成都</source>
        <translation>Beijing Shanghai Guangzhou Shenzhen Chengdu</translation>
    </message>
    <message>
        <source>台北</source>
        <translation>Taipei</translation>
    </message>
    <message>
        <source>吉隆坡</source>
        <translation>Kuala Lumpur</translation>
    </message>
    <message>
        <source>墨尔本</source>
        <translation>Melbourne</translation>
    </message>
    <message>
        <source>多伦多 渥太华 蒙特利尔</source>
        <translation>Toronto Ottawa Montreal</translation>
    </message>
    <message>
        <source>奥克兰</source>
        <translation>Auckland</translation>
    </message>
    <message>
        <source>巴黎 里昂</source>
        <translation>Paris Lyon</translation>
    </message>
    <message>
        <source>布里斯班</source>
        <translation>Brisbane</translation>
    </message>
    <message>
        <source>悉尼</source>
        <translation>Sydney</translation>
    </message>
    <message>
        <source>斯德哥尔摩</source>
        <translation>Stockholm</translation>
    </message>
    <message>
        <source>新加坡</source>
        <translation>Singapore</translation>
    </message>
    <message>
        <source>新疆当地</source>
        <translation>Xinjiang local time</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zones</translation>
    </message>
    <message>
        <source>曼谷</source>
        <translation>Bangkok</translation>
    </message>
    <message>
        <source>柏林 慕尼黑 法兰克福</source>
        <translation>Berlin Munich Frankfurt</translation>
    </message>
    <message>
        <source>洛杉矶 旧金山 西雅图</source>
        <translation>Los Angeles San Francisco Seattle</translation>
    </message>
    <message>
        <source>温哥华</source>
        <translation>Vancouver</translation>
    </message>
    <message>
        <source>澳门</source>
        <translation>Macau</translation>
    </message>
    <message>
        <source>珀斯</source>
        <translation>Perth</translation>
    </message>
    <message>
        <source>纽约 波士顿 华盛顿 费城</source>
        <translation>New York Boston Washington Philadelphia</translation>
    </message>
    <message>
        <source>罗马 米兰</source>
        <translation>Rome Milan</translation>
    </message>
    <message>
        <source>芝加哥 休斯敦</source>
        <translation>Chicago Houston</translation>
    </message>
    <message>
        <source>苏黎世</source>
        <translation>Zurich</translation>
    </message>
    <message>
        <source>莫斯科</source>
        <translation>Moscow</translation>
    </message>
    <message>
        <source>迪拜</source>
        <translation>Dubai</translation>
    </message>
    <message>
        <source>都柏林</source>
        <translation>Dublin</translation>
    </message>
    <message>
        <source>阿姆斯特丹</source>
        <translation>Amsterdam</translation>
    </message>
    <message>
        <source>首尔</source>
        <translation>Seoul</translation>
    </message>
    <message>
        <source>香港</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>马德里 巴塞罗那</source>
        <translation>Madrid Barcelona</translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>now</translation>
    </message>
</context>
</TS>
