"""Invented notes for the benchmarks: sentences drawn at random from parts of our own."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.note import NoteBody, NotePart, Seal
from storage import keys
from storage.clock import SystemClock
from storage.vault import FolderDoor, Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

PASSWORD = "基准测试用的一句话"  # noqa: S105 - of a vault that lives as long as a benchmark
_BETWEEN = timedelta(hours=4)
_WHO = [
    "来访者",
    "她",
    "他",
    "母亲",
    "父亲",
    "妹妹",
    "同事",
    "室友",
    "领导",
    "老师",
    "丈夫",
    "孩子",
]
_WHEN = [
    "上周",
    "昨天",
    "今早",
    "那天晚上",
    "每次通话后",
    "回家路上",
    "开会之前",
    "睡前",
    "过年时",
    "毕业那年",
]
_DID = [
    "说起",
    "想到",
    "提起",
    "反复想着",
    "不愿谈",
    "第一次谈到",
    "写下了",
    "记录了",
    "梦见",
    "担心",
    "回避",
    "接受了",
    "反对",
    "拒绝了",
    "忘记了",
    "练习了",
]
_WHAT = [
    "失眠",
    "焦虑",
    "工作",
    "面试",
    "考试",
    "搬家",
    "分手",
    "争吵",
    "沉默",
    "眼泪",
    "胸口发紧",
    "呼吸",
    "边界",
    "愧疚",
    "自责",
    "愤怒",
    "孤单",
    "期待",
    "信任",
    "药量",
    "复查",
    "面包",
    "信件",
    "钥匙",
    "雨声",
    "旧照片",
    "电话",
    "作业",
    "计划",
    "约定",
    "饮食",
    "体重",
    "酒",
    "债务",
    "手术",
    "婚礼",
    "葬礼",
    "论文",
    "奖金",
    "迟到",
]
_THEN = [
    "停顿很久",
    "语速变快",
    "声音变低",
    "笑了",
    "眼圈发红",
    "换了话题",
    "深呼吸三次",
    "自评情绪五分",
    "决定先试一周",
    "愿意再谈",
    "需要时间",
    "没有回答",
    "睡得好一些",
]


def sentence(rng: random.Random) -> str:
    """Return an invented sentence."""
    parts = [rng.choice(_WHEN), rng.choice(_WHO), rng.choice(_DID), rng.choice(_WHAT)]
    return "".join(parts) + "，" + rng.choice(_THEN) + "。"


def text(rng: random.Random, length: int) -> str:
    """Return an invented text of about `length` characters."""
    made: list[str] = []
    size = 0
    while size < length:
        made.append(sentence(rng))
        size += len(made[-1])
    return "".join(made)[:length]


def texts(count: int, length: int, seed: int = 7) -> Iterator[str]:
    """Yield the same `count` texts each time; one in a thousand holds the rare word 檐角."""
    rng = random.Random(seed)  # noqa: S311 - invented text, no secret
    for number in range(count):
        made = text(rng, length)
        if number % 1000 == 500:  # noqa: PLR2004 - one in a thousand
            made = made[: length // 2] + "檐角" + made[length // 2 + 2 :]
        yield made


def vault(folder: Path, notes: int, length: int, each: int = 50) -> tuple[FolderDoor, Vault]:
    """Make a vault with signed, indexed notes, `each` a case, and return it open."""
    clock = SystemClock()
    door = FolderDoor(clock)
    opened = door.create(folder, PASSWORD, door.new_recovery_key()).vault
    if not isinstance(opened, Vault):
        raise TypeError("the folder door makes vaults on disk")
    case: Any = None
    source = texts(notes, length)
    for start in range(0, notes, 500):
        with opened.transaction():
            for number in range(start, min(start + 500, notes)):
                if number % each == 0:
                    case = opened.cases.add(
                        f"B-{number // each:05d}", ServiceMode.ONLINE, clock.now()
                    )
                    opened.clients.add(case.id, Profile(name="示例"))
                # Six sessions a day, back through the years, as a practice of its size has them.
                began = clock.now() - (notes - number) * _BETWEEN
                _add(opened, clock, (case.id, began), next(source))
    return door, opened


def _add(opened: Vault, clock: SystemClock, where: tuple[Any, datetime], words: str) -> None:
    """Add one signed note to a case, of a session that began then."""
    now, (case_id, began) = clock.now(), where
    session = opened.sessions.add(case_id, began, 50, ServiceMode.ONLINE)
    body = NoteBody("free", "1", (NotePart("text", "正文", words),))
    note = opened.notes.add(case_id, session.id, body, now)
    opened.notes.sign(note.id, Seal("示例", now, keys.mac(b"b" * 32, b""), b""))
