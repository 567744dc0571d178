"""Personal names: the rules' finds taken outright, the model's candidates by their score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.deid.candidate import NAMED, Candidate, Evidence, candidates
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

LAC_SURE = 0.2
"""From here on a candidate stands by LAC's word alone, whatever the tagger of names says."""

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
    stacked, alone = Scorer(lexicon.name_weights), Scorer(lexicon.name_weights_lac)
    both: list[tuple[float, Candidate]] = []
    by_lac: list[tuple[float, Candidate]] = []
    for candidate in found:
        if not _is_role(candidate, lexicon):
            features = evidence.features(candidate)
            both.append((stacked.score(features), candidate))
            by_lac.append((alone.score(features[:-NAMED]), candidate))
    masks = [masked(reading.text, lexicon) for reading in readings]
    taken: dict[int, list[Candidate]] = {page: [] for page in range(len(readings))}
    for scored, least in ((both, THRESHOLD), (by_lac, LAC_SURE)):
        for score, c in sorted(scored, key=lambda item: (-item[0], item[1].page, item[1].start)):
            if score < least or not _fits(c, taken[c.page], whole=scored is by_lac):
                continue
            if score < _BEYOND_DOUBT and masks[c.page].intersection(range(c.start, c.end)):
                continue
            taken[c.page].append(c)
            end = _with_kinship(readings[c.page].text, _name_end(c, lexicon))
            yield c.page, c.start, end, Kind.PERSON, Layer.MODEL, score


def _fits(candidate: Candidate, taken: Sequence[Candidate], *, whole: bool) -> bool:
    """Return whether a candidate overlaps none that was taken, or, `whole`, only holds such."""
    over = [one for one in taken if one.start < candidate.end and candidate.start < one.end]
    if not whole:
        return not over
    size = candidate.end - candidate.start
    return all(
        candidate.start <= one.start and one.end <= candidate.end and one.end - one.start < size
        for one in over
    )


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
