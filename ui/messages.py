"""Says refusals in plain words: what happened, what is safe, what to do next.

The only place with error sentences. A refusal that comes from the guidance names its clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from app.domain import errors
from ui import translation
from ui.command_words import cases_unreadable, profile_unreadable
from ui.consent_rules import rule_words
from ui.questionnaire_refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Message:
    """A refusal in words: `what` happened, `why` and what to do, and the clause it comes from."""

    what: str
    why: str
    clause: str = ""

    @property
    def line(self) -> str:
        """Both sentences, one behind the other: English puts a space between them."""
        return QCoreApplication.translate("Messages", "{0}{1}").format(self.what, self.why)


def message(refusal: errors.Refusal) -> Message:
    """Return a refusal in the screen's language."""
    maker = _MAKERS.get(type(refusal))
    what, why = (
        maker(refusal)
        if maker
        else (
            QCoreApplication.translate("Messages", "这一步没有做成。"),
            QCoreApplication.translate("Messages", "已保存的内容都在。"),
        )
    )
    clause = refusal.clause if isinstance(refusal, errors.GuidanceRefusal) else ""
    return Message(what, why, clause)


def waiting(seconds: float) -> str:
    """Return how long to wait, in words."""
    whole = max(1, round(seconds))
    if whole < 60:  # noqa: PLR2004 - seconds of a minute
        return QCoreApplication.translate("Messages", "请等 {0} 秒再试。").format(whole)
    return QCoreApplication.translate("Messages", "请等 {0} 分钟再试。").format(-(-whole // 60))


def _wrong_password(refusal: errors.WrongPassword) -> tuple[str, str]:
    if refusal.wait_seconds:
        return QCoreApplication.translate("Messages", "密码不对。"), waiting(refusal.wait_seconds)
    return QCoreApplication.translate("Messages", "密码不对。"), QCoreApplication.translate(
        "Messages", "请看看大小写和输入法，再试一次。"
    )


def _too_many(refusal: errors.TooManyTries) -> tuple[str, str]:
    return QCoreApplication.translate("Messages", "试得太密了，先停一停。"), waiting(
        refusal.wait_seconds
    )


def _weak(refusal: errors.WeakPassword) -> tuple[str, str]:
    reasons = {
        "short": QCoreApplication.translate(
            "Messages", "至少 8 个字符。可以是一句话，任何文字都行。"
        ),
        "long": QCoreApplication.translate("Messages", "最多 1000 个字符。"),
        "common": QCoreApplication.translate(
            "Messages", "这个密码人人都会先猜。请换一个只有您想得到的。"
        ),
        "vault": QCoreApplication.translate(
            "Messages", "这就是保险库的密码：知道它的人就什么都读得到。请另想一个。"
        ),
        "case": QCoreApplication.translate(
            "Messages", "这是一个个案自己的密码：知道保险库密码的人就读得到它。请另想一个。"
        ),
        "letters": QCoreApplication.translate(
            "Messages",
            "只用键盘上的英文字母、数字和符号：别的程序未必用同样的方式认中文密码。",
        ),
        "file": QCoreApplication.translate(
            "Messages",
            "压缩包谁拿到都可以不停地试，密码要更长：至少五六个不相干的词，或者点「替我想一个」。",
        ),
        "guessable": QCoreApplication.translate(
            "Messages", "重复或连续的字符太多，很容易猜到。请加几个不相干的词。"
        ),
    }
    if refusal.reason == "same":
        return QCoreApplication.translate(
            "Messages", "新密码和现在的一样。"
        ), QCoreApplication.translate("Messages", "什么都没有改。请写一个不同的。")
    return QCoreApplication.translate("Messages", "这个密码还不够牢。"), reasons.get(
        refusal.reason, ""
    )


def _mistyped(refusal: errors.RecoveryKeyMistyped) -> tuple[str, str]:
    if refusal.group:
        return (
            QCoreApplication.translate("Messages", "恢复密钥第 {0} 组抄错了。").format(
                refusal.group
            ),
            QCoreApplication.translate(
                "Messages", "每组末尾的字符用来核对，请对照纸上的那一组再看一遍。"
            ),
        )
    return QCoreApplication.translate("Messages", "恢复密钥不完整。"), QCoreApplication.translate(
        "Messages", "一共八组，每组五个字符。"
    )


def _no_generation(refusal: errors.NoSuchGeneration) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "这里没有第 {0} 份备份。").format(refusal.number),
        QCoreApplication.translate(
            "Messages", "什么都没有改动。只有备份文件夹里才分第几份；不写，就用最新的那一份。"
        ),
    )


def _too_new(refusal: errors.VaultTooNew) -> tuple[str, str]:
    return (
        QCoreApplication.translate(
            "Messages", "这个保险库是更新版本的心匣做的（第 {0} 版，本机认识到第 {1} 版）。"
        ).format(refusal.found, refusal.known),
        QCoreApplication.translate("Messages", "保险库没有改动。请更新心匣后再打开。"),
    )


def _busy(refusal: errors.VaultBusy) -> tuple[str, str]:
    what = QCoreApplication.translate("Messages", "这个保险库正由另一个心匣打开着。")
    if refusal.holder:
        what = QCoreApplication.translate(
            "Messages", "这个保险库正由另一个心匣打开着（{0}）。"
        ).format(refusal.holder)
    return what, QCoreApplication.translate("Messages", "请到那个窗口继续，或先在那里锁定。")


def _keyring(refusal: errors.KeyringFailed) -> tuple[str, str]:
    reasons = {
        "absent": QCoreApplication.translate("Messages", "这台电脑上没有会加密的系统钥匙串。"),
        "locked": QCoreApplication.translate("Messages", "系统钥匙串锁着。"),
        "silent": QCoreApplication.translate("Messages", "系统钥匙串没有回应。"),
        "empty": QCoreApplication.translate("Messages", "系统钥匙串里没有这个保险库的钥匙。"),
        "spent": QCoreApplication.translate("Messages", "开机后已经打开过一次。"),
        "changed": QCoreApplication.translate("Messages", "系统钥匙串里的钥匙打不开这个保险库。"),
    }
    return reasons[refusal.reason], QCoreApplication.translate("Messages", "请用密码打开。")


def _field(refusal: errors.FieldInvalid) -> tuple[str, str]:
    fields = {
        "id_number": (
            QCoreApplication.translate("Messages", "身份证号的校验位不对。"),
            QCoreApplication.translate("Messages", "请对照证件再看一遍，也可以先空着。"),
        ),
        "password": (
            QCoreApplication.translate("Messages", "文件密码太长，打开时会认不出来。"),
            QCoreApplication.translate("Messages", "最多 42 个汉字或 127 个字母，请缩短。"),
        ),
        "email": (
            QCoreApplication.translate("Messages", "邮箱里少了 @。"),
            QCoreApplication.translate("Messages", "请补上，或先空着。"),
        ),
        "birth_date": (
            QCoreApplication.translate("Messages", "没有这一天。"),
            QCoreApplication.translate(
                "Messages", "请再看一遍年、月、日，也可以只写年份，或先空着。"
            ),
        ),
        "place": (
            QCoreApplication.translate("Messages", "来访者的时区没有找到。"),
            QCoreApplication.translate("Messages", "请从列表里选一个，或先空着。"),
        ),
        "counselor_place": (
            QCoreApplication.translate("Messages", "您的时区没有找到。"),
            QCoreApplication.translate("Messages", "请从列表里选一个，或先空着。"),
        ),
        "starts_at": (
            QCoreApplication.translate("Messages", "咨询的时间不完整。"),
            QCoreApplication.translate("Messages", "请写明日期和时刻。"),
        ),
        "minutes": (
            QCoreApplication.translate("Messages", "咨询时长要在 1 分钟到 24 小时之间。"),
            QCoreApplication.translate("Messages", "请改一下时长。"),
        ),
        "rule": (
            QCoreApplication.translate("Messages", "重复的规律不成立。"),
            QCoreApplication.translate("Messages", "间隔要在 1 到 52 周之间，次数最多 500 次。"),
        ),
        "template title": (
            QCoreApplication.translate("Messages", "模板还没有名字。"),
            QCoreApplication.translate("Messages", "请起一个名字，菜单里要用。"),
        ),
        "template parts": (
            QCoreApplication.translate("Messages", "模板还没有小节。"),
            QCoreApplication.translate("Messages", "请至少写一个小节标题。"),
        ),
    }
    return fields.get(
        refusal.name,
        (
            QCoreApplication.translate("Messages", "有一格写得太长了。"),
            QCoreApplication.translate("Messages", "请缩短到 500 个字以内，其余写进记录。"),
        ),
    )


def _incomplete(refusal: errors.ConsentFormIncomplete) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "同意书还有空格：{0}。").format(
            QCoreApplication.translate("Messages", "、").join(refusal.missing)
        ),
        QCoreApplication.translate(
            "Messages",
            "热线规范 2.3、网络规范 2.5：来访者要知道谁能接触记录，表上不留空白。请补上再继续。",
        ),
    )


def _unsendable(refusal: errors.ReferralUnsendable) -> tuple[str, str]:
    names = {
        "letter.counselor": QCoreApplication.translate("Messages", "咨询师姓名"),
        "letter.contact": QCoreApplication.translate("Messages", "联系方式"),
    }
    said = QCoreApplication.translate("Messages", "、").join(names[one] for one in refusal.missing)
    return (
        QCoreApplication.translate("Messages", "转介信和回执还不能印：{0}空着。").format(said),
        QCoreApplication.translate(
            "Messages",
            "对方要知道是谁转介的，回执寄到哪里（规范二(二)c）。请在「执业资料」里补上。",
        ),
    )


def _not_filled(refusal: errors.ConsentNotFilled) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "这一步还不能记：{0}还空着。").format(
            QCoreApplication.translate("Messages", "、").join(refusal.missing)
        ),
        QCoreApplication.translate(
            "Messages",
            "守则 3.1（远程：网络规范 2.4）：来访者拿到、读到、讨论的是填好的同意书。"
            "要请来访者用笔填，可以先打印，填回来写进这里再记。",
        ),
    )


def _not_discussed(refusal: errors.ConsentNotDiscussed) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "还不能记为已讨论。"),
        _rules(refusal.missing),
    )


def _evidence(refusal: errors.EvidenceIncomplete) -> tuple[str, str]:
    return QCoreApplication.translate("Messages", "凭据还不完整。"), _rules(refusal.missing)


def _wording(refusal: errors.ConsentTextIncomplete) -> tuple[str, str]:
    found: dict[str, list[str]] = {}
    for name, word in refusal.missing:
        found.setdefault(name, []).append(word)
    between = QCoreApplication.translate("Messages", "、")
    said = [
        QCoreApplication.translate("Messages", "{0}：{1}").format(
            rule_words(name), between.join(words)
        )
        for name, words in found.items()
    ]
    return (
        QCoreApplication.translate("Messages", "这份文本还不能用。"),
        QCoreApplication.translate("Messages", "{0}。").format(
            QCoreApplication.translate("Messages", "；").join(said)
        ),
    )


def _rules(names: tuple[str, ...]) -> str:
    """Return what is missing, by the names of rules, as one sentence."""
    said = [rule_words(name) for name in names]
    return QCoreApplication.translate("Messages", "{0}。").format(
        QCoreApplication.translate("Messages", "；").join(said)
    )


def _step(_refusal: errors.ConsentStepRefused) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "还没有到这一步。"),
        QCoreApplication.translate(
            "Messages",
            "守则 3.1（远程：网络规范 2.4）：先提供、阅读、讨论、再次确认，然后签署。"
            "请按顺序记下前面的步骤。",
        ),
    )


def _picture_size(refusal: errors.PictureTooLarge) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "这张图片太大了。"),
        QCoreApplication.translate(
            "Messages", "上限是 {0} 百万像素或兆字节。请用较低的分辨率再扫一次。"
        ).format(refusal.limit),
    )


def _glyphs(refusal: errors.GlyphsMissing) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "有的字没有字形，打印出来会是空框：{0}").format(
            refusal.characters
        ),
        QCoreApplication.translate("Messages", "还没有打印。请换一种写法，或手写补上。"),
    )


def _undecided(refusal: errors.SpansUndecided) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "还有 %n 处没有决定。", "", refusal.count),
        QCoreApplication.translate(
            "Messages", "伦理守则 3.6：交出去之前，每一处可能认出人的地方都要看过。"
        ),
    )


def _unanswered(refusal: errors.SafeguardsUnanswered) -> tuple[str, str]:
    from ui import security_words  # noqa: PLC0415 - the door does not pay for it

    named = QCoreApplication.translate("Messages", "、").join(
        security_words.title(one) for one in refusal.open
    )
    return (
        QCoreApplication.translate("Messages", "还有 %n 项没有回答。", "", len(refusal.open)),
        QCoreApplication.translate(
            "Messages", "请先回答：{0}。不清楚的，选“不清楚”就可以。"
        ).format(named),
    )


def _leak(refusal: errors.LeakFound) -> tuple[str, str]:
    if refusal.where == "purpose":
        return (
            QCoreApplication.translate(
                "Messages", "用途这一栏里写着 %n 处登记过的姓名或信息。", "", refusal.count
            ),
            QCoreApplication.translate(
                "Messages", "伦理守则 3.6：文件没有写出。请把用途改写成不提来访者的话。"
            ),
        )
    if refusal.where == "name":
        return (
            QCoreApplication.translate("Messages", "文件名里有登记过的信息。"),
            QCoreApplication.translate(
                "Messages",
                "伦理守则 3.6：文件没有写出。文件名只有日期和编号，请看看档案里登记的号码。",
            ),
        )
    if refusal.where == "word":
        return (
            QCoreApplication.translate(
                "Messages",
                "原文里有 %n 处登记过的名字，也是普通词，还没有决定去留。",
                "",
                refusal.count,
            ),
            QCoreApplication.translate(
                "Messages",
                "伦理守则 3.6：文件没有写出。离开这一页再回来，程序会重新查找，您的决定都在。",
            ),
        )
    return (
        QCoreApplication.translate(
            "Messages", "写好的文件里还有 %n 处登记过的姓名或信息。", "", refusal.count
        ),
        QCoreApplication.translate(
            "Messages", "伦理守则 3.6：文件没有写出。请回到逐处决定，把它们隐去。"
        ),
    )


def _no_room(refusal: errors.NoRoom) -> tuple[str, str]:
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    needed, free = (
        translation.locale().formattedDataSize(one, 1, form)
        for one in (refusal.needed, refusal.free)
    )
    return (
        QCoreApplication.translate("Messages", "那块盘上地方不够：要 {0}，只剩 {1}。").format(
            needed, free
        ),
        QCoreApplication.translate(
            "Messages", "没有写出任何东西，已有的备份都在。请腾出空间，或换一块盘。"
        ),
    )


def _plain(what: object, why: object) -> Callable[[errors.Refusal], tuple[str, str]]:
    """Return a maker for a refusal without numbers; the words are translated when it speaks."""
    return lambda _refusal: (
        QCoreApplication.translate("Messages", str(what)),
        QCoreApplication.translate("Messages", str(why)),
    )


def _built_upon(refusal: errors.ImportBuiltUpon) -> tuple[str, str]:
    return (
        QCoreApplication.translate("Messages", "这次导入不能撤销了。"),
        QCoreApplication.translate(
            "Messages", "它新建的个案里后来又有了别的内容：{0}。什么都没有动。"
        ).format(
            QCoreApplication.translate("Messages", "、").join(f"№ {one:d}" for one in refusal.cases)
        ),
    )


_MAKERS: dict[type[errors.Refusal], Callable[..., tuple[str, str]]] = {
    errors.WrongPassword: _wrong_password,
    errors.TooManyTries: _too_many,
    errors.WeakPassword: _weak,
    errors.RecoveryKeyMistyped: _mistyped,
    errors.VaultTooNew: _too_new,
    errors.NoSuchGeneration: _no_generation,
    errors.VaultBusy: _busy,
    errors.FieldInvalid: _field,
    errors.ConsentFormIncomplete: _incomplete,
    errors.ConsentNotDiscussed: _not_discussed,
    errors.EvidenceIncomplete: _evidence,
    errors.ConsentTextIncomplete: _wording,
    errors.ConsentNotFilled: _not_filled,
    errors.ReferralUnsendable: _unsendable,
    errors.ConsentStepRefused: _step,
    errors.PictureTooLarge: _picture_size,
    errors.AnswersUnreadable: unreadable,
    errors.ImportBuiltUpon: _built_upon,
    errors.GlyphsMissing: _glyphs,
    errors.SpansUndecided: _undecided,
    errors.LeakFound: _leak,
    errors.SafeguardsUnanswered: _unanswered,
    errors.CasesUnreadable: cases_unreadable,
    errors.ProfileUnreadable: profile_unreadable,
    errors.HeaderDamaged: _plain(
        QT_TRANSLATE_NOOP("Messages", "保险库的钥匙文件坏了，备份的那一份也读不出来。"),
        QT_TRANSLATE_NOOP(
            "Messages", "什么都没有改动。请从备份里取回 vault.header，放进保险库文件夹再打开。"
        ),
    ),
    errors.HeaderForged: _plain(
        QT_TRANSLATE_NOOP("Messages", "保险库的钥匙文件被改动过，不合规矩。"),
        QT_TRANSLATE_NOOP("Messages", "没有打开，也没有改动。请从备份里取回 vault.header。"),
    ),
    errors.VaultDamaged: _plain(
        QT_TRANSLATE_NOOP("Messages", "保险库的数据有损坏，密码是对的。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "什么都没有覆盖。请先复制一份整个文件夹，再把读得出来的救到新的保险库，或从备份恢复。",
        ),
    ),
    errors.VaultReadOnly: _plain(
        QT_TRANSLATE_NOOP("Messages", "保险库有损坏，现在只能看，不能写。"),
        QT_TRANSLATE_NOOP(
            "Messages", "什么都没有改动。请先复制一份整个文件夹，再把读得出来的救到新的保险库。"
        ),
    ),
    errors.SchemaForeign: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个数据库的结构不是心匣的样子，没有打开。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有改动。有人改动过它，请从备份恢复。"),
    ),
    errors.NoVaultThere: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件夹里没有保险库。"),
        QT_TRANSLATE_NOOP("Messages", "请选含有 vault.header 的文件夹，或新建一个。"),
    ),
    errors.OpeningTooOld: _plain(
        QT_TRANSLATE_NOOP("Messages", "离用恢复密钥打开已经有一会儿了。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有改。请再写一次恢复密钥，新密码还在。"),
    ),
    errors.PlaceTaken: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件夹里已经有别的东西。"),
        QT_TRANSLATE_NOOP("Messages", "请选一个空文件夹，或写一个新的名字。"),
    ),
    errors.FileTaken: _plain(
        QT_TRANSLATE_NOOP("Messages", "那里已经有一个同名的文件。"),
        QT_TRANSLATE_NOOP(
            "Messages", "没有覆盖它。请换一个名字，或说明可以换掉它（命令行加 --replace）。"
        ),
    ),
    errors.BackupInsideVault: _plain(
        QT_TRANSLATE_NOOP("Messages", "那里在一个保险库的文件夹里面，不能放。"),
        QT_TRANSLATE_NOOP("Messages", "没有写出任何文件。请放到保险库外面，最好是另一块磁盘。"),
    ),
    errors.TextUnreadable: _plain(
        QT_TRANSLATE_NOOP("Messages", "这段文字不是 UTF-8 编码。"),
        QT_TRANSLATE_NOOP("Messages", "没有处理。请另存为 UTF-8 再试。"),
    ),
    errors.NotWritable: _plain(
        QT_TRANSLATE_NOOP("Messages", "这里不让写。"),
        QT_TRANSLATE_NOOP("Messages", "已保存的内容都在。请换一个您能写的文件夹，或检查权限。"),
    ),
    errors.DiskFull: _plain(
        QT_TRANSLATE_NOOP("Messages", "磁盘满了，这次没有存上。"),
        QT_TRANSLATE_NOOP("Messages", "之前存的都在，正在写的也留着。请腾出一点空间，再试一次。"),
    ),
    errors.DiskFailed: _plain(
        QT_TRANSLATE_NOOP("Messages", "磁盘出错，这次没有存上。"),
        QT_TRANSLATE_NOOP("Messages", "之前存的都在，正在写的也留着。请检查磁盘或接线，再试一次。"),
    ),
    errors.EncryptionMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "加密部件没有起作用，心匣不会写任何内容。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "系统里有别的 SQLite 抢在前面。请去掉 LD_PRELOAD 之类的设置，或重新安装心匣。",
        ),
    ),
    errors.CodeNameMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "个案还没有代号。"),
        QT_TRANSLATE_NOOP("Messages", "写一个您认得的代号就可以，其余都能先空着。"),
    ),
    errors.CaseNotEmpty: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案里已经有内容，不能这样移除。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有动。只有资料、没有记录和同意书的个案才能移除。"),
    ),
    errors.KeepingIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "保存期限还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（热线 3.3），写好的都在。"),
    ),
    errors.HoldIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "法律保全的记录还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（例外 3），写好的都在。"),
    ),
    errors.RequestIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "来访者的请求还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（规范二(四)b），写好的都在。"),
    ),
    errors.RequestAnswerIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "对请求的答复还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（规范二(四)b），写好的都在。"),
    ),
    errors.ProposalIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "还不能标记为待销毁。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有动。请补上标出来的地方（3.4）。"),
    ),
    errors.CaseOnHold: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案在法律保全中，什么都没有动。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "保全期间不销毁、不删除，也不改来访者资料（例外 3）："
            "请先在个案页的「更多」里看「法律保全」。",
        ),
    ),
    errors.DestructionNotMarked: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案还没有标记为待销毁。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有动。请先标记，看清会销毁什么，再确认。"),
    ),
    errors.CodeNotRepeated: _plain(
        QT_TRANSLATE_NOOP("Messages", "代号和这个个案的对不上。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有动。请看清是不是这个个案，再照着写一遍。"),
    ),
    errors.NobodyTicked: _plain(
        QT_TRANSLATE_NOOP("Messages", "还没有勾选任何来访者。"),
        QT_TRANSLATE_NOOP("Messages", "没有写出文件。请勾选要放进去的人。"),
    ),
    errors.PackageMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "那里没有这个文件，或者不能读。"),
        QT_TRANSLATE_NOOP("Messages", "请看看 U 盘插好了没有，路径对不对。"),
    ),
    errors.PackageDamaged: _plain(
        QT_TRANSLATE_NOOP("Messages", "这不是职业遗嘱的密封文件，或者它坏了。"),
        QT_TRANSLATE_NOOP("Messages", "请换一份副本再试。"),
    ),
    errors.PackageTooNew: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个密封文件是更新版本的心匣做的。"),
        QT_TRANSLATE_NOOP("Messages", "文件没有坏。请用新一些的心匣打开。"),
    ),
    errors.PackageKeyWrong: _plain(
        QT_TRANSLATE_NOOP("Messages", "这把钥匙打不开这个文件。"),
        QT_TRANSLATE_NOOP(
            "Messages", "八组都写对了，但不是它的钥匙，或者文件坏了。请看看是不是另一张纸。"
        ),
    ),
    errors.RecordingRefused: _plain(
        QT_TRANSLATE_NOOP("Messages", "没有来访者的书面同意，录音录像不能存入，也不能播放。"),
        QT_TRANSLATE_NOOP("Messages", "请先签署对应的同意书（2.4）。什么都没有读取。"),
    ),
    errors.SummaryRefused: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份摘要还不能交出去。"),
        QT_TRANSLATE_NOOP("Messages", "请先补上缺的一步。什么都没有写出。"),
    ),
    errors.RecordingEmpty: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件是空的。"),
        QT_TRANSLATE_NOOP("Messages", "请看看录音设备里的原件，再选一次。"),
    ),
    errors.RecordingUnknown: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件不是能识别的录音或录像。"),
        QT_TRANSLATE_NOOP(
            "Messages", "请换成 WAV、MP3、M4A、FLAC、OGG、MP4、MOV、MKV 等格式再存入。"
        ),
    ),
    errors.RecordingOtherKind: _plain(
        QT_TRANSLATE_NOOP("Messages", "文件的内容与所选的种类不同：录音和录像各要各的同意。"),
        QT_TRANSLATE_NOOP("Messages", "请改选录音或录像，再存入一次。"),
    ),
    errors.RecordingUnread: _plain(
        QT_TRANSLATE_NOOP("Messages", "读不到这个文件。"),
        QT_TRANSLATE_NOOP("Messages", "请看看它还在不在、设备有没有接好，再选一次。"),
    ),
    errors.RecordingUnplayable: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份录音录像的格式，这里播放不了。"),
        QT_TRANSLATE_NOOP(
            "Messages", "存入的副本是完整的。请把原件换成 WAV、MP3 或 MP4 再存入一份。"
        ),
    ),
    errors.RecordingChanged: _plain(
        QT_TRANSLATE_NOOP("Messages", "存入的时候文件变了，所以没有存。"),
        QT_TRANSLATE_NOOP("Messages", "请等录制或复制结束，再存入一次。"),
    ),
    errors.RecordingMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "这段录音的文件不在保险库的文件夹里。"),
        QT_TRANSLATE_NOOP("Messages", "其他内容都在。有备份的话，可以从备份里找回来。"),
    ),
    errors.RecordingDamaged: _plain(
        QT_TRANSLATE_NOOP("Messages", "这段录音和存入时不一样，坏的部分读不出来。"),
        QT_TRANSLATE_NOOP("Messages", "其余部分仍然可以听。有备份的话，可以从备份里找回来。"),
    ),
    errors.NoteAlreadySigned: _plain(
        QT_TRANSLATE_NOOP("Messages", "这篇记录已经签署，不再改动。"),
        QT_TRANSLATE_NOOP("Messages", "要补充或更正，请写补记，它会排在原文下面。"),
    ),
    errors.NoteNotSigned: _plain(
        QT_TRANSLATE_NOOP("Messages", "这篇记录还没有签署。"),
        QT_TRANSLATE_NOOP("Messages", "草稿可以直接改，签署之后才写补记。"),
    ),
    errors.NoteEmpty: _plain(
        QT_TRANSLATE_NOOP("Messages", "还没有写字。"),
        QT_TRANSLATE_NOOP("Messages", "写下内容后再签署。"),
    ),
    errors.SessionNotFormal: _plain(
        QT_TRANSLATE_NOOP("Messages", "这次咨询还不能作为正式咨询签署。"),
        QT_TRANSLATE_NOOP("Messages", "请先补上缺少的内容，再签署；写好的都在。"),
    ),
    errors.ScreenIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份评估还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（网络 4.3），写好的都在。"),
    ),
    errors.RiskIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份风险评估还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（规范二(二)a），写好的都在。"),
    ),
    errors.SafetyPlanIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "安全计划还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "六步都写上才能记下和打印（规范二(二)a）。"),
    ),
    errors.CrisisIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这一步还不能记下。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 9·2(2)），写好的都在。"),
    ),
    errors.ContactIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这次联系还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 9·1），写好的都在。"),
    ),
    errors.RecordCopyIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "还不能给出记录。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（热线 3.1，例外 1），写好的都在。"),
    ),
    errors.UrgentReasonsIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "危机处置的理由还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 9·2），写好的都在。"),
    ),
    errors.IdentityTalkIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "关于匿名的讨论还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 2(3)），写好的都在。"),
    ),
    errors.RelationCheckIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "对关系的评估还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（热线 1.4），写好的都在。"),
    ),
    errors.IntakeIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案还不能建立。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 4·2），写好的都在。"),
    ),
    errors.DangerFromAfar: _plain(
        QT_TRANSLATE_NOOP("Messages", "风险高，不适合网络接案。"),
        QT_TRANSLATE_NOOP(
            "Messages", "请先做危机处置，或转介；服务方式没有改，其余写好的都在（问 9·2(1)）。"
        ),
    ),
    errors.DeclineIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "不接案的记录还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（热线 1.1），写好的都在。"),
    ),
    errors.ModeChangeIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "服务方式的改变还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 4·1），写好的都在。"),
    ),
    errors.ModeChangeUnrecorded: _plain(
        QT_TRANSLATE_NOOP("Messages", "服务方式不能在这里直接改。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "咨询已经开始，改变要和来访者讨论并记下（问 4·1）："
            "个案页的「更多」里有「改变服务方式」。",
        ),
    ),
    errors.AgreementIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "约定还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请写下约定几次（问 5(5)）。"),
    ),
    errors.TechSheetIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "技术准备还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（网络 4.2(3)），写好的都在。"),
    ),
    errors.ReferralIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "转介还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（规范二(二)c），写好的都在。"),
    ),
    errors.ReferralUnreleased: _plain(
        QT_TRANSLATE_NOOP("Messages", "没有有效的「信息披露」同意，转介信不能写来访者的情况。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "同意没有签署、已经撤回，或者过了期（例外 1）。请重新取得书面同意；写好的都在。",
        ),
    ),
    errors.PaperUnsigned: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份纸还不能印：咨询师姓名空着。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "拿到它的人要知道是谁写的、该问谁。请在「执业资料」里补上，写好的都在。",
        ),
    ),
    errors.EndingIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "结案还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（网络 1.7），写好的都在。"),
    ),
    errors.FollowUpIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "随访还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（规范二(二)c），写好的都在。"),
    ),
    errors.CaseNotClosed: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案本来就开着。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有改。"),
    ),
    errors.SampleIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这次抽查还没有看完。"),
        QT_TRANSLATE_NOOP("Messages", "每一篇的每一项都要选，并写下所见与打算（规范一(四)）。"),
    ),
    errors.FormulationIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这一版还没有写字。"),
        QT_TRANSLATE_NOOP("Messages", "写一点再记下；目标与方法也可以先写（问 6(5)）。"),
    ),
    errors.ReportEmpty: _plain(
        QT_TRANSLATE_NOOP("Messages", "个案报告还没有写字。"),
        QT_TRANSLATE_NOOP("Messages", "写一两节，或者点「从记录起草」，再记下。"),
    ),
    errors.MeasureIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这一次量表还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（网络 5.2），写好的都在。"),
    ),
    errors.ScaleIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份量表还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方，写好的都在。"),
    ),
    errors.DisclosureIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这次披露还不完整，什么都没有给出去。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（披露前提），写好的都在。"),
    ),
    errors.EthicsIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "伦理决策记录还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（义务不明时），写好的都在。"),
    ),
    errors.RuleSetIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份规则还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方，写好的都在。"),
    ),
    errors.CatalogueIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "少了必须有的内容。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方，写好的都在。"),
    ),
    errors.ReviewIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "复核还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（网络 1.7），写好的都在。"),
    ),
    errors.PracticeRecordIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "这一条还不完整。"),
        QT_TRANSLATE_NOOP("Messages", "请补上标出来的地方（问 3·1），写好的都在。"),
    ),
    errors.ServiceSheetIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "《服务说明》还不能印。"),
        QT_TRANSLATE_NOOP("Messages", "要公布的几项还空着，请先补上（问 1·3，热线 2.1）。"),
    ),
    errors.StandingPaperIncomplete: _plain(
        QT_TRANSLATE_NOOP("Messages", "《督导、记录保管与紧急上报》还不能印。"),
        QT_TRANSLATE_NOOP("Messages", "有几项还空着，请先补上（问 1）。"),
    ),
    errors.ConsentFinal: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份同意书已经签署，不再改动。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "守则 3.1（远程：网络规范 2.4）：签署的文本照原样存档。要修改，请另做一份新的。",
        ),
    ),
    errors.ConsentAltered: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份同意书和签署时不一样了。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "守则 3.1（远程：网络规范 2.4）：签署的文本照原样存档。有人改动过保险库，"
            "请不要依据这份文件；先复制一份整个文件夹，再从备份恢复。",
        ),
    ),
    errors.SignatureMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "还缺签名。"),
        QT_TRANSLATE_NOOP(
            "Messages", "守则 3.1（远程：网络规范 2.4）：请在屏幕上签，或附上签好的纸的扫描或照片。"
        ),
    ),
    errors.SignatureTooEarly: _plain(
        QT_TRANSLATE_NOOP("Messages", "签名是在再次确认之前写的。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "守则 3.1（远程：网络规范 2.4）：先把这份文本再确认一次，再签。"
            "请重写签名，什么都没有签署。",
        ),
    ),
    errors.NotAnImage: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件不是能读的图片或 PDF。"),
        QT_TRANSLATE_NOOP(
            "Messages", "没有存入任何内容。请选 JPG、PNG 或 PDF；手机的 HEIC 照片请先存成 JPG。"
        ),
    ),
    errors.ModelMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "识别姓名的模型不见了，或与本程序不符。"),
        QT_TRANSLATE_NOOP("Messages", "没有它就不做去标识化，以免漏掉名字。请重新运行安装。"),
    ),
    errors.NoRoom: _no_room,
    errors.BackupFolderTaken: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件夹放着另一个保险库的备份，或者别人的文件。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有动。请另选一个文件夹。"),
    ),
    errors.BackupFolderDiverged: _plain(
        QT_TRANSLATE_NOOP(
            "Messages",
            "备份文件夹里最新的一份，这个保险库不认得：这里像是恢复、抢救、复制出来的另一份，"
            "或者放回了较早的数据。那一份里可能有这里没有的记录。",
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "什么都没有动。请另选一个空文件夹；再选一次这个文件夹，就接着用它，里面原有的备份都留着。",
        ),
    ),
    errors.BackupFolderMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "现在找不到备份文件夹。"),
        QT_TRANSLATE_NOOP("Messages", "请接上那块盘再试，或另选一个文件夹。已有的备份都在盘上。"),
    ),
    errors.BackupBusy: _plain(
        QT_TRANSLATE_NOOP("Messages", "另一个心匣正往这个文件夹里备份。"),
        QT_TRANSLATE_NOOP("Messages", "请等它做完再试。"),
    ),
    errors.BackupDriveGone: _plain(
        QT_TRANSLATE_NOOP("Messages", "中途找不到备份所在的盘了。"),
        QT_TRANSLATE_NOOP(
            "Messages", "这不是说备份坏了：盘上已有的备份没有改动。请重新接上那块盘，再试一次。"
        ),
    ),
    errors.BackupStopped: _plain(
        QT_TRANSLATE_NOOP("Messages", "已经停下。"),
        QT_TRANSLATE_NOOP("Messages", "没有留下半份。"),
    ),
    errors.BackupDamaged: _plain(
        QT_TRANSLATE_NOOP("Messages", "这份备份不完整，或不是心匣的备份。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有改动。请换一份备份再试。"),
    ),
    errors.PasswordsDiffer: _plain(
        QT_TRANSLATE_NOOP("Messages", "两次输入的密码不一样。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有写。请再输入一次。"),
    ),
    errors.ExportDamaged: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个文件不是心匣导出的压缩包，或者不完整。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有建。请换一份，或重新导出。"),
    ),
    errors.ExportTooNew: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个压缩包是更新版本的心匣导出的。"),
        QT_TRANSLATE_NOOP("Messages", "请用新版本的心匣打开它，或者直接解压了看。"),
    ),
    errors.AppointmentSettled: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个预约已经有了结果，时间不再改动。"),
        QT_TRANSLATE_NOOP("Messages", "问5(4)：会谈留在它的预约上。要另约，请新建一个。"),
    ),
    errors.SlotHasNote: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个时间已经有一篇记录。"),
        QT_TRANSLATE_NOOP("Messages", "可以打开那一篇；真的是另一次咨询，就再写一篇。"),
    ),
    errors.WrapUnproved: _plain(
        QT_TRANSLATE_NOOP("Messages", "新的钥匙没有通过核对，什么都没有改。"),
        QT_TRANSLATE_NOOP("Messages", "原来的密码和恢复密钥照样能用。请重新启动电脑再试一次。"),
    ),
    errors.KeyringFailed: _keyring,
    errors.MemoryShort: _plain(
        QT_TRANSLATE_NOOP("Messages", "内存不够，算不出钥匙。"),
        QT_TRANSLATE_NOOP("Messages", "保险库没有改动。请关掉几个别的程序，再试一次。"),
    ),
    errors.CaseLocked: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案加了密码，还没有打开。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "网络规范 3.1：咨询记录文档可以另设密码。请先到「个案」里选它，写下它的密码。",
        ),
    ),
    errors.CaseLockMissing: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案没有密码。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有改动。"),
    ),
    errors.CaseLockedAlready: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个个案已经有密码了。"),
        QT_TRANSLATE_NOOP("Messages", "什么都没有改动。要换一个，请先写现在的密码。"),
    ),
    errors.RecoveryNotChosen: _plain(
        QT_TRANSLATE_NOOP("Messages", "恢复密钥打不开这个个案。"),
        QT_TRANSLATE_NOOP("Messages", "设密码时选了只有密码能打开它。"),
    ),
    errors.RecoveryUnknown: _plain(
        QT_TRANSLATE_NOOP("Messages", "现在还不能让恢复密钥也打开它。"),
        QT_TRANSLATE_NOOP("Messages", "请先锁上心匣，用恢复密钥打开一次。什么都没有改动。"),
    ),
    errors.LeftInLog: _plain(
        QT_TRANSLATE_NOOP("Messages", "密码已经加上，但旧的字还没有清干净。"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "磁盘满了，或正在备份，旧的字还留在加密的日志里。备份一结束就自动再清，"
            "锁上心匣时也会清。",
        ),
    ),
    errors.NothingChosen: _plain(
        QT_TRANSLATE_NOOP("Messages", "还没有选记录。"),
        QT_TRANSLATE_NOOP("Messages", "请至少选一篇。"),
    ),
    errors.ExportUnexplained: _plain(
        QT_TRANSLATE_NOOP("Messages", "还没有写明用途和交给谁。"),
        QT_TRANSLATE_NOOP("Messages", "两样都写上，再导出（热线 3.1）。"),
    ),
    errors.WindowElsewhere: _plain(
        QT_TRANSLATE_NOOP("Messages", "这个保险库已经在另一个心匣窗口里。"),
        QT_TRANSLATE_NOOP("Messages", "请到任务栏点开那个窗口继续，这一个可以关掉。"),
    ),
}
