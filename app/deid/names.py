"""Personal names: the rules' finds taken outright, the model's candidates by their score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.deid.candidate import Candidate, Evidence, candidates
from app.deid.mask import masked
from app.deid.naming import rule_names
from app.deid.runon import is_function
from app.deid.scorer import Scorer
from app.deid.span import Kind, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.deid.lexicon import Lexicon
    from app.deid.propagate import Find
    from app.deid.reading import Reading

THRESHOLD = 0.06
"""Below it a candidate is let go. Recall comes first: a wrong highlight costs one glance."""

_RULE_CONFIDENCE = 0.9
_PARTICLES = frozenset("和跟与给让被把对向叫问找替像是由俺")
_BEYOND_DOUBT = 0.9
"""Above it a name stands even inside a word of the language."""

_KINSHIP = tuple("哥姐叔姨婶嫂爷奶")
_DOUBLED = frozenset(kin * 2 for kin in _KINSHIP)


def find_names(readings: Sequence[Reading], lexicon: Lexicon) -> Iterator[Find]:
    """Yield the names of people in all texts of a case."""
    for page, reading in enumerate(readings):
        for start, end in rule_names(reading, lexicon):
            yield page, start, end, Kind.PERSON, Layer.RULE, _RULE_CONFIDENCE
    yield from _scored(readings, lexicon)


def _scored(readings: Sequence[Reading], lexicon: Lexicon) -> Iterator[Find]:
    found = candidates(readings, lexicon)
    evidence = Evidence(found, readings, lexicon)
    scorer = Scorer(lexicon.name_weights)
    scored = [(scorer.score(evidence.features(c)), c) for c in found if not _is_role(c, lexicon)]
    taken: dict[int, set[int]] = {page: set() for page in range(len(readings))}
    masks = [masked(reading.text, lexicon) for reading in readings]
    for score, c in sorted(scored, key=lambda item: (-item[0], item[1].page, item[1].start)):
        places = set(range(c.start, c.end))
        if score < THRESHOLD or places & taken[c.page]:
            continue
        if score < _BEYOND_DOUBT and places & masks[c.page]:
            continue
        taken[c.page] |= places
        end = _with_kinship(readings[c.page].text, _name_end(c, lexicon))
        yield c.page, c.start, end, Kind.PERSON, Layer.MODEL, score


def _name_end(candidate: Candidate, lexicon: Lexicon) -> int:
    """Return where a surname of two characters ends that language follows: 欧阳|来了."""
    surname = lexicon.surname_of(candidate.text)
    if len(surname) > 1 and is_function(candidate.text[len(surname) :]):
        return candidate.start + len(surname)
    return candidate.end


def _is_role(candidate: Candidate, lexicon: Lexicon) -> bool:
    """Return whether the words are a role, or a role after a particle: 和婆婆."""
    text = candidate.text
    return lexicon.is_kept(text) or (text[0] in _PARTICLES and text[1:] in lexicon.roles)


def _with_kinship(text: str, end: int) -> int:
    """Return the end of a name with the one character of kinship that makes it a nickname."""
    if text[end : end + 1] in _KINSHIP and text[end : end + 2] not in _DOUBLED:
        return end + 1
    return end
