"""The rules of a consent in words: what is missing, with the clause that asks for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import consent_evidence, consent_renewal, consent_talk, consent_wording

translate = QCoreApplication.translate


def rule_words(name: str) -> str:
    """Return what a rule asks for that is not met yet, and where it comes from."""
    return {
        consent_talk.taught.name: translate("ConsentRules", "咨询前的说明没有逐项说完（问6(1)）"),
        consent_talk.discussed.name: translate(
            "ConsentRules", "益处、安全风险、保密、中断、突发联络没有逐项谈完（问7）"
        ),
        consent_talk.questions.name: translate(
            "ConsentRules", "没有写来访者提的问题，没有就写「没有」（问7）"
        ),
        consent_talk.own_words.name: translate(
            "ConsentRules", "没有写来访者自己的复述（持续知情同意）"
        ),
        consent_evidence.archive.name: translate("ConsentRules", "没有写原件放在哪里（网络 2.4）"),
        consent_evidence.process.name: translate(
            "ConsentRules", "没有写知情同意的过程（问7·归档）"
        ),
        consent_evidence.reader.name: translate("ConsentRules", "没有写谁朗读（问7·一步法）"),
        consent_evidence.spoken_at.name: translate(
            "ConsentRules", "没有写口头同意的时间（问7·一步法）"
        ),
        consent_evidence.recording.name: translate(
            "ConsentRules", "没有写录音存放在哪里（热线 2.5）"
        ),
        consent_evidence.written.name: translate(
            "ConsentRules", "面询要签署书面的同意书，口头同意不够（网络 1.2、3.1）"
        ),
        consent_evidence.in_writing.name: translate(
            "ConsentRules", "录音、演示这些单独的同意要书面签署，口头同意不够（隐私权 2.4、2.7）"
        ),
        consent_evidence.proof.name: translate(
            "ConsentRules", "没有截图，也没有问卷里的一行（问7·二步法）"
        ),
        consent_evidence.past.name: translate("ConsentRules", "读完的时间还没有到（问7·二步法）"),
        consent_wording.sections.name: translate("ConsentRules", "少了必须有的一节（网络 2.3）"),
        consent_wording.words.name: translate("ConsentRules", "必须有的一节没有内容（网络 2.3）"),
        consent_wording.places.name: translate(
            "ConsentRules", "少了必须填写的一处（热线 2.3、网络 2.2）"
        ),
        consent_wording.strangers.name: translate("ConsentRules", "有一处没有内容可填（网络 2.4）"),
    }.get(name) or renewal_words(name)


def renewal_words(name: str) -> str:
    """Return why a signed consent is not enough any more."""
    return {
        consent_renewal.newer_text.name: translate(
            "ConsentRules", "同意书有了新的版本，请重新签署（网络 2.4）。"
        ),
        consent_renewal.other_mode.name: translate(
            "ConsentRules", "服务方式变了，请按新的方式重新签署（问4）。"
        ),
        consent_renewal.long_ago.name: translate(
            "ConsentRules", "有几个月没有重温了，请再谈一遍保密的例外（持续知情同意）。"
        ),
    }[name]
