"""The pages and actions that the palette offers everywhere, and what each of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.domain.rank import Spelt
from app.services import names, palette
from app.services.changes import Noun
from ui import privacy, translation
from ui.command_places import OF_A_CASE, PLACES
from ui.note_begin import NoteBegin
from ui.note_template_menu import window_language
from ui.page import ToConsent, ToHelp, ToSearch
from ui.palette import Command, Palette
from ui.palette_words import called

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.ids import CaseId
    from ui.office import Office

translate = QCoreApplication.translate
RECENT: Final = 12
_HELP: Final = "circle-question-mark"


def commands(theme: str) -> list[Command]:
    """Return every page, and every action that needs no case; `theme` is the one in use."""
    hidden = privacy.on()
    other = "light" if theme == "dark" else "dark"
    to_other = (
        translate("Palette", "浅色外观") if theme == "dark" else translate("Palette", "深色外观")
    )
    hide = translate("Palette", "关闭隐私模式") if hidden else translate("Palette", "打开隐私模式")
    system = translate("Palette", "外观跟随系统")
    settings = translate("Palette", "设置")
    checkup = translate("Palette", "体检")
    return [
        _one("today", "sun", translate("Palette", "今日"), "", "jinri jr today"),
        _one("cases", "users", translate("Palette", "个案"), "", "gean ga cases"),
        _one("calendar", "calendar", translate("Palette", "日程"), "", "richeng rc calendar"),
        _one(
            "board",
            "file-pen-line",
            translate("Palette", "知情同意"),
            "",
            "zhiqingtongyi zqty consents",
        ),
        _one("search", "search", translate("Palette", "查找记录"), "Ctrl+F", "chazhao cz search"),
        _one("new", "plus", translate("Palette", "新个案"), "Ctrl+N", "xingean xga new"),
        _one("settings", "sliders-horizontal", settings, "", "shezhi sz settings"),
        _one("backup", "hard-drive", translate("Palette", "备份"), "", "beifen bf huifu backup"),
        _one(
            "readable",
            "download",
            translate("Palette", "导出全部记录"),
            "",
            "daochuquanbujilu dcqbjl dc daochu export everything zip",
        ),
        _one(
            "computer",
            "shield-check",
            translate("Palette", "电脑安全"),
            "",
            "diannaoanquan dnaq anquan security computer zicha zc self-audit",
        ),
        _one(
            "practice",
            "graduation-cap",
            translate("Palette", "执业资料"),
            "",
            "zhiyeziliao zyzl zizhi peixun dudao fuwushuoming practice credentials training",
        ),
        _one(
            "crisis_any",
            "phone-call",
            translate("Palette", "危机卡：选个案"),
            "Ctrl+E",
            "weijika wjk weiji crisis emergency",
        ),
        _one(
            "directory",
            "phone",
            translate("Palette", "资源目录"),
            "",
            "ziyuanmulu zyml rexian zhuanjie resources hotline referral",
        ),
        _one(
            "decisions",
            "scale",
            translate("Palette", "执业的伦理决策"),
            "",
            "zhiyedelunlijuece lunlijuece zydlljc lljc ethics ethical decision practice",
        ),
        _one(
            "self_care",
            "heart-handshake",
            translate("Palette", "自我照顾"),
            "",
            "ziwozhaogu zwzg self-care burnout",
        ),
        _one("trail", "history", translate("Palette", "留痕"), "", "liuhen lh trail audit rizhi"),
        _one(
            "health",
            "shield-check",
            translate("Palette", "健康检查"),
            "",
            f"{checkup} jiankangjiancha jkjc tijian jiancha health check verify",
        ),
        _one("privacy", "eye-off", hide, "Ctrl+Shift+P", "yinsi ys privacy"),
        _one(f"theme {other}", "moon", to_other, "", "shense qianse waiguan theme dark light"),
        _one("theme system", "monitor", system, "", "gensui theme system"),
        _one(
            "language zh",
            "languages",
            translate("Palette", "中文"),
            "",
            "zhongwen zw yuyan language chinese",
        ),
        _one("language en", "languages", "English", "", "yingwen yw yuyan language"),
        _one("help", _HELP, translate("Palette", "帮助"), "", "bangzhu bz help"),
        _one(
            "keys",
            "keyboard",
            translate("Palette", "这一页的按键"),
            "F1",
            "anjian aj bangzhu keys help",
        ),
        _one("password", "key-round", translate("Palette", "换密码"), "", "huanmima hmm password"),
        _one(
            "recovery",
            "key-round",
            translate("Palette", "换恢复密钥"),
            "",
            "huanhuifu hfmy recovery",
        ),
        _one("lock", "lock", translate("Palette", "锁定"), "Ctrl+L", "suoding sd lock"),
        *_overviews(),
        *_rare(),
    ]


def _overviews() -> list[Command]:
    """Return the pages over the whole practice."""
    lacking, figures = translate("Palette", "完整性报告"), translate("Palette", "年度统计")
    return [
        _one("due", "list-checks", translate("Palette", "待办"), "", "daiban db gaibande due todo"),
        _one("complete", "clipboard-check", lacking, "", "wanzhengxing wzx completeness record"),
        _one(
            "samples",
            "scan-line",
            translate("Palette", "记录抽查"),
            "",
            "jiluchoucha jlcc choujian sample review",
        ),
        _one(
            "statistics",
            "chart-no-axes-column",
            figures,
            "",
            "niandutongji ndtj tongji statistics figures year",
        ),
    ]


def _rare() -> list[Command]:
    """Return what is asked for a few times a year."""
    texts, restore = translate("Palette", "同意书文本"), translate("Palette", "从备份恢复")
    out, tour = translate("Palette", "打印或导出日程"), translate("Palette", "导览")
    rail, scales = translate("Palette", "收起或展开侧栏"), translate("Palette", "我的量表")
    catalogues = translate("Palette", "清单与用语")
    hours, hour_rules = translate("Palette", "时数"), translate("Palette", "时数规则")
    keeping, sample = translate("Palette", "保存与销毁"), translate("Palette", "示例")
    return [
        _one(
            "keeping",
            "archive",
            keeping,
            "",
            "baocunyuxiaohui bcyxh baocunqixian xiaohui retention keeping destruction due",
        ),
        _one(
            "templates",
            "layout-template",
            translate("Palette", "记录模板"),
            "",
            "jilumoban jlmb moban templates",
        ),
        _one("scales", "chart-line", scales, "", "wodeliangbiao wdlb liangbiao scales"),
        _one(
            "catalogues",
            "list-checks",
            catalogues,
            "",
            "qingdanyuyongyu qdyyy moban catalogues lists",
        ),
        _one("hours", "clock", hours, "", "shishu ss hours"),
        _one("hour_rules", "clock", hour_rules, "", "shishuguize ssgz hour rules"),
        _one("texts", "file-pen-line", texts, "", "tongyishuwenben tyswb texts consent"),
        _one(
            "questionnaire",
            "upload",
            translate("Palette", "导入问卷"),
            "",
            "daoruwenjuan drwj wenjuanxing import questionnaire survey csv excel xlsx",
        ),
        _one(
            "old_notes",
            "upload",
            translate("Palette", "导入以前的记录"),
            "",
            "daoruyiqiandejilu drjl import old notes word docx folder migrate",
        ),
        _one(
            "intake_paper",
            "file-text",
            translate("Palette", "预约登记表"),
            "",
            "yuyuedengjibiao yydjb dayin intake form print",
        ),
        _one("out", "printer", out, "", "dayin daochu rili print ics export calendar"),
        _one("restore", "history", restore, "", "huifu congbeifenhuifu restore"),
        _one(
            "succession",
            "folder-lock",
            translate("Palette", "职业遗嘱"),
            "",
            "zhiyeyizhu zyyz succession will",
        ),
        _one("tour", "book-open", tour, "", "daolan dl tour"),
        _one(
            "example",
            "book-open",
            translate("Palette", "打开示例"),
            "",
            f"{sample} shili dksl example",
        ),
        _one(
            "leave_example",
            "door-open",
            translate("Palette", "离开示例"),
            "",
            f"{sample} likaishili lksl example leave",
        ),
        _one(
            "remove_example",
            "trash-2",
            translate("Palette", "删除示例"),
            "",
            f"{sample} shanchushili scsl example delete",
        ),
        _one("fold", "chevrons-left", rail, "Ctrl+B", "celan sidebar rail"),
    ]


def _topics(language: str, word: str) -> list[Command]:
    """Return the topics of the help: each by its title, and all of them by `word` for help.

    Files are read and their titles spelt: not for the window's thread.
    """
    from ui.help_topics import topics  # noqa: PLC0415 - read when the palette is first opened

    found = []
    for one in topics(language):
        way = names.spelt(one.title)
        spelt = Spelt((*way.words, word), (*way.full, "help"), way.initials)
        found.append(Command("topic", _HELP, one.title, word, "", spelt, topic=one.key, waits=True))
    return found


def _one(key: str, icon: str, title: str, hand: str, typed: str) -> Command:
    """Return a command; what is typed for it in letters fits no better than a client's pinyin."""
    ways = typed.split()
    letters = tuple(one for one in ways if one.isascii())
    more = tuple(one for one in ways if not one.isascii())
    said, latin = called(key)
    spelt = Spelt((title, *more, *said), (*letters, *latin), latin)
    return Command(key, icon, title, hand=hand, spelt=spelt)


class Commander(QObject):
    """Opens the palette over the workspace and does what was chosen.

    `went` asks for a page, `asked` for what the workspace or the shell does: keys, lock, privacy,
    a theme, a language. `told` is a banner to be shown above the page, or None.
    """

    went = Signal(object)
    asked = Signal(str)
    told = Signal(object)

    def __init__(self, office: Office, space: QWidget) -> None:
        super().__init__(space)
        self._office, self._space = office, space
        self._recent: list[CaseId] = []
        self._before: QWidget | None = None
        self.palette: Palette | None = None
        self.in_example = False
        self._notes = NoteBegin(office, space, self.told.emit)
        self._notes.went.connect(self.went)

    def visited(self, case_id: CaseId | None) -> None:
        """Remember, as long as the vault is open, that a case was looked at."""
        if case_id is not None:
            rest = [one for one in self._recent if one != case_id]
            self._recent = [case_id, *rest][:RECENT]

    def toggle(self, theme: str, here: CaseId | None) -> None:
        """Open the palette, or close it again."""
        if self.palette is not None:
            self.close()
            return
        self._before = self._space.window().focusWidget()
        made = self.palette = Palette(
            self._office, self._offered(theme), self._recent, self._space, here
        )
        made.closed.connect(self.close)
        made.chosen.connect(self._do)
        language = translation.chosen(translation.locale().name()[:2])
        word = translate("Palette", "帮助")
        self._office.desk.outside(made, lambda: _topics(language, word), made.add)
        made.place()
        made.show()
        made.raise_()
        made.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self, theme: str) -> list[Command]:
        """Return the commands that lead somewhere with this vault and this program."""
        away = {
            key
            for key, there in (
                ("succession", self._office.succession),
                ("example", self._office.example),
                ("restore", self._office.keeper),
            )
            if there is None
        }
        away |= {"example"} if self.in_example else {"leave_example", "remove_example"}
        return [one for one in commands(theme) if one.key not in away]

    def typed(self) -> str:
        """Return what is typed into the palette; nothing where it is closed."""
        return self.palette.line.text().strip() if self.palette is not None else ""

    def close(self) -> None:
        """Take the palette away; what was typed and found goes with it, the focus goes back."""
        from shiboken6 import isValid  # noqa: PLC0415 - one question

        made, self.palette = self.palette, None
        before, self._before = self._before, None
        if made is None:
            return
        made.line.clear()
        made.hide()
        made.deleteLater()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, one: Command) -> None:
        self.close()
        if one.words:
            self.went.emit(ToSearch(one.words))
        elif one.topic:
            self.went.emit(ToHelp(one.topic))
        elif one.case_id is not None:
            self._of_case(one.key, one.case_id)
        elif one.key in PLACES:
            self.went.emit(PLACES[one.key]())
        else:
            self.asked.emit(one.key)

    def _of_case(self, key: str, case_id: CaseId) -> None:
        if key in OF_A_CASE:
            self.went.emit(OF_A_CASE[key](case_id))
        elif key == "write":
            self._write(case_id)
        else:
            self._consent(case_id)

    def _write(self, case_id: CaseId) -> None:
        """Start a note as the case's head does."""
        self._notes.begin(case_id)

    def _consent(self, case_id: CaseId) -> None:
        tools, language = self._office.tools, window_language()
        self._office.desk.do(
            self,
            lambda vault: palette.consent(vault, tools(), case_id, language),
            lambda consent: self.went.emit(ToConsent(consent.id)),
            changes=(Noun.CONSENTS,),
        )
