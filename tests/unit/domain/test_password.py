"""The rules of a vault's password: length over composition, any Unicode, a short block-list."""

from __future__ import annotations

import unicodedata

import pytest

from app.domain.errors import WeakPassword
from app.domain.password import check, estimate, normalise

GOOD = [
    "correct horse battery",
    "春眠不觉晓处处闻啼鸟",
    "xk7#mq2!",
    "  带空格的 口令 三 ",
    "😀🎈🐙🚲🍋🧊🪁🛶",
    "没有大写字母也可以",
    "tr0ub4dor",
    "q" + "éàüß" * 3,
]
BAD = {
    "": "short",
    "abc": "short",
    "1234567": "short",
    "a\u0301" * 7: "short",  # 14 code points, but 7 characters once normalised
    "password": "common",
    "PassWord": "common",
    "12345678": "common",
    " 5201314520 ": "common",
    "aaaaaaaa": "guessable",
    "abcdefgh": "guessable",
    "hgfedcba": "guessable",
    "abababababab": "guessable",
    "qwertyui": "guessable",
    "好好好好好好好好": "guessable",
    "长" * 1001: "long",
}


@pytest.mark.promise(23)
@pytest.mark.clause("044")
@pytest.mark.parametrize("text", GOOD)
def test_a_good_password_passes(text):
    check(text)
    assert estimate(text).level >= 1


@pytest.mark.promise(23)
@pytest.mark.clause("044")
@pytest.mark.parametrize(
    ("text", "reason"), BAD.items(), ids=[f"{r}-{t[:12]}" for t, r in BAD.items()]
)
def test_a_bad_password_is_refused_with_its_reason(text, reason):
    with pytest.raises(WeakPassword) as refused:
        check(text)
    assert refused.value.reason == reason
    assert estimate(text).level == 0


@pytest.mark.promise(23)
def test_a_thousand_characters_pass_and_one_more_does_not():
    text = "".join(chr(0x4E00 + 7 * at) for at in range(1000))
    check(text)
    with pytest.raises(WeakPassword):
        check(text + "尾")


def test_longer_and_richer_is_stronger():
    weak, fair, strong = (
        estimate(text) for text in ("xk7mq2wp", "xk7mq2wp4hd", "春眠不觉晓 xk7mq2wp")
    )
    assert weak.bits < fair.bits < strong.bits
    assert weak.level <= fair.level <= strong.level == 4


def test_repeating_a_half_adds_nothing():
    once = estimate("xk7#mq2!")
    assert estimate("xk7#mq2!" * 2).bits < once.bits * 1.5


@pytest.mark.promise(23)
def test_composed_and_decomposed_are_the_same_password():
    text = "Zoë école 각하 naïve"
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)


def test_a_pasted_book_is_measured_at_once():
    """The estimate runs at every key on the thread of the window."""
    book = "".join(chr(0x4E00 + at * 7919 % 20000) for at in range(2_000_000))
    assert estimate(book).level == 0


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("一二三四五六七八", 0),
        ("我爱你我爱你我爱你", 1),
        ("咨询师咨询师咨询", 1),
        ("wangxiaoming", 1),
        ("correct horse", 1),
        ("zhangsan1990", 1),
        ("iloveyou2024", 1),
    ],
)
def test_what_is_easily_guessed_is_not_praised(text, most):
    assert estimate(text).level <= most
