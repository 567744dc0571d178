"""The word for the person who comes takes the place of the usual one, and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import pytest

from app.domain.term import CHINESE, ENGLISH, Term, spoken, spoken_whole, term_of


@pytest.mark.parametrize(
    ("text", "caller", "seeker"),
    [
        ("来访者的时区", "求助者的时区", "寻求专业服务者的时区"),
        ("来访者谢绝，来访者定", "求助者谢绝，求助者定", "寻求专业服务者谢绝，寻求专业服务者定"),
        ("Client's city", "Caller's city", "Help-seeker's city"),
        ("The client’s name", "The caller’s name", "The help-seeker’s name"),
        ("%n clients", "%n callers", "%n help-seekers"),
        ("Clients may agree", "Callers may agree", "Help-seekers may agree"),
        ("a client.", "a caller.", "a help-seeker."),
        ("给client看", "给caller看", "给help-seeker看"),
    ],
)
def test_the_word_is_said_in_both_languages(text: str, caller: str, seeker: str) -> None:
    assert spoken(text, Term.CLIENT) == text
    assert spoken(text, Term.CALLER) == caller
    assert spoken(text, Term.SEEKER) == seeker


@pytest.mark.parametrize(
    "text",
    [
        "来访者中心疗法",
        "client-centered counselling",
        "{client_name}您好，{client}",
        "mail_client",
        "xinxia/client",
        "the clientele",
        "称呼可选「来访者」",
        'choose "client" or “clients”',
        "记了来访",
        "",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    for term in Term:
        assert spoken(text, term) == text


def test_a_stored_word_is_found_and_any_other_is_the_usual_one() -> None:
    assert [term_of(one.value) for one in Term] == list(Term)
    assert term_of("") is term_of("病人") is Term.CLIENT
    assert set(CHINESE) == set(ENGLISH) == set(Term)


class _Kind(Enum):
    ONE = "client"


@dataclass(frozen=True)
class _Words:
    key: str
    title: str
    lines: tuple[str, ...]
    labels: dict[str, str]
    kind: _Kind = _Kind.ONE
    count: int = 3
    found: int = field(init=False, default=0)


def test_words_of_a_data_file_say_it_and_their_keys_stay() -> None:
    words = _Words("client", "来访者", ("client_name", "The client"), {"client": "来访者姓名"})
    made = spoken_whole([words, _Kind], Term.CALLER)[0]
    assert made == _Words(
        "client", "求助者", ("client_name", "The caller"), {"client": "求助者姓名"}
    )
    assert spoken_whole(words, Term.CLIENT) is words
