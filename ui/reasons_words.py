"""The words of the page of the reasons: what is asked, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.entry import EntryKind

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ReasonsWords:
    """Title and introduction of the page, and its questions.

    Each of the `questions` is a key, its label and a hint; `rules` are the rules they answer.
    """

    title: str
    intro: str
    questions: tuple[tuple[str, str, str], ...]
    rules: tuple[tuple[str, str], ...]


def reasons_words(kind: EntryKind) -> ReasonsWords:
    """Return the words for a kind of entry."""
    if kind is EntryKind.RELATION_CHECK:
        return _relation()
    return _urgent() if kind is EntryKind.URGENT_REASONS else _identity()


def _relation() -> ReasonsWords:
    return ReasonsWords(
        translate("Reasons", "对关系的评估"),
        translate(
            "Reasons",
            "和来访者相识、有生意或其他来往时，先想清楚再决定接不接（热线 1.4，网络 1.4）。",
        ),
        (
            (
                "bond",
                translate("Reasons", "是怎样的关系"),
                translate("Reasons", "怎样认识的，现在还有哪些来往。"),
            ),
            (
                "weighed",
                translate("Reasons", "对咨询可能有什么影响"),
                translate("Reasons", "客观、保密、来访者能不能自在地说。"),
            ),
            (
                "decided",
                translate("Reasons", "怎样决定的"),
                translate("Reasons", "接或转介，怎样和来访者说的，和谁讨论过。"),
            ),
        ),
        (
            ("relation.bond", "bond"),
            ("relation.weighed", "weighed"),
            ("relation.decided", "decided"),
        ),
    )


def _urgent() -> ReasonsWords:
    return ReasonsWords(
        translate("Reasons", "危机处置的理由"),
        translate(
            "Reasons",
            "危机处置可以先做，同意书和资料来不及齐全。结束后 24 小时内，"
            "请写下为什么不能等（问 9·2(1)）。",
        ),
        (
            (
                "why",
                translate("Reasons", "为什么不能等"),
                translate("Reasons", "当时的危险，依据的事实。"),
            ),
            (
                "done",
                translate("Reasons", "做了什么"),
                translate("Reasons", "联系了谁，介绍到哪里，约了什么时候再联系。"),
            ),
            (
                "consulted",
                translate("Reasons", "和谁商量过"),
                translate("Reasons", "督导或同行，什么时候。没有也请写「无」，并写原因。"),
            ),
        ),
        (("urgent.why", "why"), ("urgent.done", "done"), ("urgent.consulted", "consulted")),
    )


def _identity() -> ReasonsWords:
    return ReasonsWords(
        translate("Reasons", "匿名：谈过什么"),
        translate(
            "Reasons",
            "建议实名。来访者不愿说名字时，可以谨慎地工作，但要谈过并记下来（问 2(3)）。",
        ),
        (
            (
                "why",
                translate("Reasons", "为什么匿名"),
                translate("Reasons", "用来访者自己的话。"),
            ),
            (
                "discussed",
                translate("Reasons", "谈过什么"),
                translate("Reasons", "匿名做不到什么：危险时不易找到人，转介、证明都受限。"),
            ),
            (
                "reach",
                translate("Reasons", "有危险时怎样找到对方"),
                translate("Reasons", "来电号码、账号、所在地、能转达的人。"),
            ),
        ),
        (
            ("identity.anonymous", "why"),
            ("identity.discussed", "discussed"),
            ("identity.reach", "reach"),
        ),
    )
