"""What a consent is for, in words: the name of each purpose and what it allows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.consent_purpose import Purpose

translate = QCoreApplication.translate


def purpose_words(purpose: Purpose) -> tuple[str, str]:
    """Return what a purpose is called, and in one line what it is about, with its clause."""
    return {
        Purpose.SERVICE: (
            translate("ConsentWords", "知情同意书"),
            translate("ConsentWords", "开始咨询之前签署（网络 1.2、3.1）"),
        ),
        Purpose.AUDIO: (
            translate("ConsentWords", "录音"),
            translate("ConsentWords", "录音之前要书面同意（隐私权 2.4）"),
        ),
        Purpose.VIDEO: (
            translate("ConsentWords", "录像"),
            translate("ConsentWords", "录像之前要书面同意（隐私权 2.4）"),
        ),
        Purpose.SHOWING: (
            translate("ConsentWords", "演示"),
            translate("ConsentWords", "给别人看或听之前要书面同意（隐私权 2.4、2.7）"),
        ),
        Purpose.SUPERVISION: (
            translate("ConsentWords", "督导使用"),
            translate("ConsentWords", "记录原文、逐字稿、录音交给督导（隐私权 2.7）"),
        ),
        Purpose.TEACHING: (
            translate("ConsentWords", "教学"),
            translate("ConsentWords", "在教学、培训里使用材料（隐私权 2.6、2.7）"),
        ),
        Purpose.RESEARCH: (
            translate("ConsentWords", "研究与发表"),
            translate("ConsentWords", "引用资料做研究或发表（热线 3.6）"),
        ),
        Purpose.FULL_CASE: (
            translate("ConsentWords", "完整个案"),
            translate("ConsentWords", "使用完整的个案，而不只是片段（隐私权 2.7）"),
        ),
        Purpose.GROUP: (
            translate("ConsentWords", "团体保密"),
            translate("ConsentWords", "伴侣、家庭、团体，每位成员各自签名（隐私权 2.1）"),
        ),
        Purpose.RELEASE: (
            translate("ConsentWords", "信息披露"),
            translate("ConsentWords", "把写明的内容告诉写明的人（例外 1）"),
        ),
        Purpose.SENSITIVE: (
            translate("ConsentWords", "敏感个人信息"),
            translate("ConsentWords", "法律要求的单独同意；知情同意书里也有一行（热线规范 二）"),
        ),
        Purpose.ASSENT: (
            translate("ConsentWords", "孩子本人的意愿"),
            translate("ConsentWords", "写给孩子的说明书，和监护人的同意并用（三(二)）"),
        ),
    }[purpose]
