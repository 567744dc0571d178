"""What is talked about before a consent is signed, and that the client understood it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.domain.blank import is_blank
from app.domain.errors import ConsentNotDiscussed
from app.domain.rule import Book, Step

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class TalkPoint:
    """One thing to talk about: of the discussion (088), or of what is taught beforehand (081)."""

    key: str
    text: str
    teaching: bool = False


@dataclass(frozen=True)
class Discussion:
    """What was discussed: the keys of the points, the client's questions, and her own words.

    「没有」 is an answer to what she asked, nothing is none. `own_words` is how she herself says
    what she agrees to (来访者用自己的话复述, clause 159). `process` is how consent came about as
    the counselor writes it (090); nothing stands for what the steps say.
    """

    points: tuple[str, ...] = ()
    questions: str = field(default="", repr=False)
    own_words: str = field(default="", repr=False)
    process: str = field(default="", repr=False)


@dataclass(frozen=True)
class TalkFacts:
    """What a text asks to be discussed, and what was."""

    points: tuple[TalkPoint, ...]
    talk: Discussion = field(repr=False)

    def left(self, *, teaching: bool) -> tuple[TalkPoint, ...]:
        """Return the points, of one kind, that were not talked about."""
        done = set(self.talk.points)
        return tuple(one for one in self.points if one.teaching is teaching and one.key not in done)


CONSENT: Book[TalkFacts] = Book("consent")
"""What is missing before a consent counts as discussed; a text without points asks for nothing."""


@CONSENT.rule("081", step=Step.CONSENT)
def taught(facts: TalkFacts) -> bool:
    """Return whether not all was told that is taught before counselling from afar (问6(1))."""
    return bool(facts.left(teaching=True))


@CONSENT.rule("042", "088", step=Step.CONSENT)
def discussed(facts: TalkFacts) -> bool:
    """Return whether a point of the discussion is open (问7·二步法第二步, 网络2.4)."""
    return bool(facts.left(teaching=False))


@CONSENT.rule("088", step=Step.CONSENT)
def questions(facts: TalkFacts) -> bool:
    """Return whether it is not written down what the client asked (问7)."""
    return bool(facts.points) and is_blank(facts.talk.questions)


@CONSENT.rule("159", step=Step.CONSENT)
def own_words(facts: TalkFacts) -> bool:
    """Return whether the client did not say in her own words what she agrees to."""
    return bool(facts.points) and is_blank(facts.talk.own_words)


def check_talk(points: tuple[TalkPoint, ...], talk: Discussion) -> None:
    """Raise `ConsentNotDiscussed` with the rules that are not met (042, 081, 088, 159)."""
    found = CONSENT.broken(TalkFacts(points, talk))
    if found:
        raise ConsentNotDiscussed(tuple(one.name for one in found))


def talk_to_mapping(talk: Discussion) -> dict[str, Any]:
    """Return a discussion as JSON takes it."""
    return {
        "points": list(talk.points),
        "questions": talk.questions,
        "own_words": talk.own_words,
        "process": talk.process,
    }


def talk_from_mapping(raw: Mapping[str, Any]) -> Discussion:
    """Return the discussion that `raw` describes; missing keys are empty."""
    return Discussion(
        tuple(raw.get("points", ())),
        raw.get("questions", ""),
        raw.get("own_words", ""),
        raw.get("process", ""),
    )
