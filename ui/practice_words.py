"""The practice in words: kinds of records, what they are about, and what a rule asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.intake import CaseType
from app.domain.practice_record import (
    CredentialCategory,
    HourRole,
    HourSpan,
    PracticeKind,
    ResourceSort,
    SupervisionForm,
    SupervisionMedium,
    SupervisorRank,
    TrainingTopic,
    YesNo,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

translate = QCoreApplication.translate

_RULES: Final[dict[str, object]] = {
    "record.category": QT_TRANSLATE_NOOP("PracticeRules", "请选是七类资质中的哪一类（问 3·1）。"),
    "record.title": QT_TRANSLATE_NOOP("PracticeRules", "请写下名称（网络 2.2）。"),
    "record.topic": QT_TRANSLATE_NOOP(
        "PracticeRules", "请选这次培训是关于什么的（热线 4.1，网络 4.1）。"
    ),
    "record.day": QT_TRANSLATE_NOOP("PracticeRules", "请写下是哪一天（热线 5.4）。"),
    "record.hours": QT_TRANSLATE_NOOP("PracticeRules", "请写下多少小时或学时（热线 5.4）。"),
    "hour_rules.named": QT_TRANSLATE_NOOP("PracticeRules", "请给这份规则起个名字。"),
    "hour_rules.goals": QT_TRANSLATE_NOOP(
        "PracticeRules", "请写下至少一行目标，每行都要读得懂：数目、哪一种时数、什么才算。"
    ),
    "catalogue.sheet": QT_TRANSLATE_NOOP(
        "PracticeRules", "这里至少要留一条（规范二(一)b，网络 5.1）。"
    ),
    "catalogue.intake": QT_TRANSLATE_NOOP(
        "PracticeRules", "这一句可以换一种说法，不能空着（问 1·3，网络 3.4）。"
    ),
    "catalogue.scheme": QT_TRANSLATE_NOOP(
        "PracticeRules", "这一栏可以换个名字，不能空着（问 6(5)）。"
    ),
    "catalogue.paper": QT_TRANSLATE_NOOP(
        "PracticeRules", "这里可以换一种说法，不能空着（热线 2.1，问 1·3）。"
    ),
    "catalogue.crisis": QT_TRANSLATE_NOOP(
        "PracticeRules", "这一句可以换一种说法，不能空着（热线 5.6）。"
    ),
    "catalogue.scope": QT_TRANSLATE_NOOP("PracticeRules", "这里至少要留一条（规范三(一)b）。"),
    "record.role": QT_TRANSLATE_NOOP(
        "PracticeRules", "请选是哪一种时数，每种分开计（规范一(三)）。"
    ),
    "record.form": QT_TRANSLATE_NOOP(
        "PracticeRules", "请选个体、团体或同辈，三种分开计（规范一(三)）。"
    ),
    "record.medium": QT_TRANSLATE_NOOP("PracticeRules", "请选用的什么方式（网络 6.1）。"),
    "record.minutes": QT_TRANSLATE_NOOP("PracticeRules", "请写下多少分钟（规范一(三)）。"),
    "record.supervisor": QT_TRANSLATE_NOOP("PracticeRules", "请写下和谁（网络 6.1）。"),
    "record.name": QT_TRANSLATE_NOOP("PracticeRules", "请写下平台的名字（问 1·2）。"),
    "record.colleague": QT_TRANSLATE_NOOP("PracticeRules", "请写下叫什么名字（3.7）。"),
    "record.channel": QT_TRANSLATE_NOOP("PracticeRules", "请写下号码或账号（问 5(1)）。"),
    "record.state": QT_TRANSLATE_NOOP("PracticeRules", "写一点再存：任意一格都可以（热线 4.3）。"),
    "record.sort": QT_TRANSLATE_NOOP("PracticeRules", "请选是哪一种帮助（热线 5.6）。"),
    "record.called": QT_TRANSLATE_NOOP("PracticeRules", "请写下叫什么（热线 5.6）。"),
    "record.phone": QT_TRANSLATE_NOOP("PracticeRules", "请写下电话，或者地点（热线 5.6）。"),
    "record.facts": QT_TRANSLATE_NOOP("PracticeRules", "请写下事实（义务不明时）。"),
    "record.people": QT_TRANSLATE_NOOP("PracticeRules", "请写下相关的人（义务不明时）。"),
    "record.clauses": QT_TRANSLATE_NOOP("PracticeRules", "请写下看过的条款或法律（义务不明时）。"),
    "record.options": QT_TRANSLATE_NOOP("PracticeRules", "请写下有哪些选项（义务不明时）。"),
    "record.consulted": QT_TRANSLATE_NOOP(
        "PracticeRules", "请写下咨询了谁，没有也请写「无」和原因（义务不明时）。"
    ),
    "record.decision": QT_TRANSLATE_NOOP("PracticeRules", "请写下决定（义务不明时）。"),
    "practice.resource_stale": QT_TRANSLATE_NOOP(
        "PracticeRules", "资源目录里有超过 180 天没有核对的，请打一个电话问问（热线 5.6）。"
    ),
    "practice.credential_expired": QT_TRANSLATE_NOOP(
        "PracticeRules", "有资质过了有效期，不会再印在同意书上（网络 2.2）。"
    ),
    "practice.link_unverified": QT_TRANSLATE_NOOP(
        "PracticeRules", "有资质的链接超过 90 天没有核验，请打开看一眼（网络 2.2，附录 8.4）。"
    ),
    "practice.crisis_training": QT_TRANSLATE_NOOP(
        "PracticeRules", "还没有记过危机干预的培训（热线 4.1，问 3·3）。"
    ),
    "practice.online_training": QT_TRANSLATE_NOOP(
        "PracticeRules", "还没有记过网络咨询的培训（网络 4.1）。"
    ),
    "practice.no_supervisor": QT_TRANSLATE_NOOP(
        "PracticeRules", "还没有写下谁在督导您（热线 5.1）。"
    ),
    "channel.private_channel": QT_TRANSLATE_NOOP(
        "PracticeRules", "这是您登记过的私人账号。和来访者请用咨询专用的（问 5(1)）。"
    ),
    "service.practice": QT_TRANSLATE_NOOP("PracticeRules", "咨询室或机构（热线 2.1）"),
    "service.counselor": QT_TRANSLATE_NOOP("PracticeRules", "咨询师姓名（问 1·3）"),
    "service.code": QT_TRANSLATE_NOOP("PracticeRules", "咨询师工号（热线 1.4）"),
    "service.credentials": QT_TRANSLATE_NOOP("PracticeRules", "资质（热线 2.1，问 1·3，网络 2.2）"),
    "service.orientation": QT_TRANSLATE_NOOP("PracticeRules", "取向（问 1·3）"),
    "service.speciality": QT_TRANSLATE_NOOP("PracticeRules", "专业擅长（问 1·3）"),
    "service.scope": QT_TRANSLATE_NOOP("PracticeRules", "服务范围（热线 2.1，问 1·3）"),
    "service.population": QT_TRANSLATE_NOOP("PracticeRules", "服务对象（热线 2.1）"),
    "service.requirements": QT_TRANSLATE_NOOP("PracticeRules", "对来访者身份的要求（问 1·3）"),
    "service.arrangement": QT_TRANSLATE_NOOP("PracticeRules", "单次或连续（热线 2.1）"),
    "service.hours": QT_TRANSLATE_NOOP("PracticeRules", "服务时间（问 1·3）"),
    "service.time_limit": QT_TRANSLATE_NOOP("PracticeRules", "每次时限（热线 2.1）"),
    "letter.counselor": QT_TRANSLATE_NOOP("PracticeRules", "咨询师姓名（规范二(二)c）"),
    "letter.contact": QT_TRANSLATE_NOOP("PracticeRules", "联系方式（规范二(二)c）"),
    "standing.supervisor": QT_TRANSLATE_NOOP("PracticeRules", "谁在督导您（问 1）"),
    "standing.supervisor_contact": QT_TRANSLATE_NOOP("PracticeRules", "怎样联系督导师（问 1）"),
    "standing.escalation": QT_TRANSLATE_NOOP("PracticeRules", "紧急个案先找谁（问 1）"),
    "service.fee": QT_TRANSLATE_NOOP("PracticeRules", "收费（热线 2.1，问 1·3）"),
}


PART_OF: Final[Mapping[str, str]] = {
    "practice.resource_stale": PracticeKind.RESOURCE.value,
    "practice.credential_expired": PracticeKind.CREDENTIAL.value,
    "practice.link_unverified": PracticeKind.CREDENTIAL.value,
    "practice.crisis_training": PracticeKind.TRAINING.value,
    "practice.online_training": PracticeKind.TRAINING.value,
    "practice.no_supervisor": PracticeKind.SUPERVISION.value,
}
"""In which part of the page it is seen to that a rule asks for."""


def practice_rule_words(name: str) -> str:
    """Return what a rule asks for, with its clause."""
    return translate("PracticeRules", str(_RULES[name]))


def worded() -> frozenset[str]:
    """Return the names of the rules that have a sentence here."""
    return frozenset(_RULES)


def kind_words() -> Mapping[PracticeKind, str]:
    """Return what the kinds of records are called."""
    return {
        PracticeKind.CREDENTIAL: translate("Practice", "资质"),
        PracticeKind.TRAINING: translate("Practice", "培训"),
        PracticeKind.SUPERVISION: translate("Practice", "督导"),
        PracticeKind.COLLEAGUE: translate("Practice", "团队与督导"),
        PracticeKind.PLATFORM: translate("Practice", "平台"),
        PracticeKind.ACCOUNT: translate("Practice", "私人账号"),
        PracticeKind.POLICY: translate("Practice", "制度文件"),
        PracticeKind.SELF_CHECK: translate("Practice", "自我照顾"),
        PracticeKind.RESOURCE: translate("Practice", "资源目录"),
        PracticeKind.HOURS: translate("Practice", "其他时数"),
        PracticeKind.ETHICS: translate("Practice", "伦理决策"),
    }


def choice_words() -> Mapping[Enum, str]:
    """Return the answers that can be chosen in a record, in their order."""
    return {
        CredentialCategory.PSYCHIATRIST: translate("Practice", "精神科医生"),
        CredentialCategory.THERAPIST: translate("Practice", "卫生部初级、中级心理治疗师"),
        CredentialCategory.REGISTERED: translate(
            "Practice", "中国心理学会已注册或公示的督导师、心理师、助理心理师"
        ),
        CredentialCategory.SCHOOL: translate(
            "Practice", "高校、中小学心理健康教育中心专兼心理咨询师"
        ),
        CredentialCategory.CERTIFIED: translate(
            "Practice", "已取得人社部二级、三级心理咨询师资格证"
        ),
        CredentialCategory.OVERSEAS: translate("Practice", "在海外获得心理咨询与治疗的相关资质"),
        CredentialCategory.TRAINED: translate("Practice", "已系统接受过心理咨询与治疗的专业人员"),
        TrainingTopic.BASIC: translate("Practice", "基础训练"),
        TrainingTopic.HOTLINE: translate("Practice", "热线"),
        TrainingTopic.CRISIS: translate("Practice", "危机干预"),
        TrainingTopic.ONLINE: translate("Practice", "网络咨询"),
        TrainingTopic.ETHICS: translate("Practice", "伦理"),
        TrainingTopic.MEDICAL: translate("Practice", "医学知识"),
        TrainingTopic.COMPUTER: translate("Practice", "电脑与加密"),
        TrainingTopic.OTHER: translate("Practice", "其他"),
        SupervisionForm.INDIVIDUAL: translate("Practice", "个体"),
        SupervisionForm.GROUP: translate("Practice", "团体"),
        SupervisionForm.PEER: translate("Practice", "同辈"),
        SupervisionMedium.IN_PERSON: translate("Practice", "当面"),
        SupervisionMedium.VIDEO: translate("Practice", "视频"),
        SupervisionMedium.VOICE: translate("Practice", "语音"),
        SupervisionMedium.TEXT: translate("Practice", "文字"),
        SupervisorRank.SUPERVISOR: translate("Practice", "注册督导师"),
        SupervisorRank.REGISTERED: translate("Practice", "注册心理师"),
        SupervisorRank.OTHER: translate("Practice", "其他"),
        HourRole.COUNSELING: translate("Practice", "咨询"),
        HourRole.SUPERVISED: translate("Practice", "受督"),
        HourRole.SUPERVISING: translate("Practice", "施督"),
        HourRole.TRAINING: translate("Practice", "培训"),
        HourRole.OWN: translate("Practice", "个人体验"),
        HourSpan.ONCE: translate("Practice", "一次"),
        HourSpan.SUM: translate("Practice", "以前的累计"),
        YesNo.YES: translate("Practice", "是"),
        YesNo.NO: translate("Practice", "否"),
        CaseType.INDIVIDUAL: translate("Practice", "个体"),
        CaseType.COUPLE: translate("Practice", "伴侣"),
        CaseType.FAMILY: translate("Practice", "家庭"),
        CaseType.GROUP: translate("Practice", "团体"),
        ResourceSort.HOTLINE: translate("Practice", "热线"),
        ResourceSort.POLICE: translate("Practice", "警方"),
        ResourceSort.RESCUE: translate("Practice", "急救"),
        ResourceSort.HOSPITAL: translate("Practice", "医院"),
        ResourceSort.CIVIL: translate("Practice", "民政"),
        ResourceSort.EDUCATION: translate("Practice", "教育"),
        ResourceSort.LEGAL: translate("Practice", "法律援助"),
        ResourceSort.REFERRAL: translate("Practice", "转介"),
        ResourceSort.OTHER: translate("Practice", "其他"),
    }


def number(amount: float) -> str:
    """Return hours or minutes without needless zeros."""
    return f"{amount:g}"
