"""A summary as it leaves, shared by the tests of paper and file."""

from __future__ import annotations

import tomllib

import pytest

from app.domain.summary import DeidentifiedSummary, SummaryPassage
from resources import resource


@pytest.fixture
def wording():
    return tomllib.loads(resource("templates/summary/zh.toml").read_text("utf-8"))


@pytest.fixture
def summary(wording):
    words = "她说“这一周还是睡不着”。我们整理了自动思维，情绪强度由 8 分降到 5 分。"
    return DeidentifiedSummary(
        number="20261122-001",
        language="zh",
        title=wording["papers"]["notes"],
        purpose="个体督导",
        recipient="李老师",
        made_on="2026-11-22",
        passages=tuple(
            SummaryPassage(wording["passage"].replace("{number}", str(at)), (words * 9, "", words))
            for at in range(1, 5)
        ),
        hidden={"PERSON": 12, "DATE": 5},
        labels=wording["labels"],
    )
