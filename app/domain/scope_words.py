"""Words that go beyond what a counselor does, found where she says them herself (clause 137).

What stands in quotation marks, what somebody else said, what a hospital found and what is denied is
a record of the session and no diagnosis of hers: of that nothing is said.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.domain.data_word import data_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DIAGNOSIS: Final = "diagnosis"
MEDICINE: Final = "medicine"
LISTS: Final = (DIAGNOSIS, MEDICINE, "sources", "speakers", "verbs", "negations")
_QUOTED: Final = re.compile('「[^」\n]*」|『[^』\n]*』|“[^”\n]*”|"[^"\n]*"')
_END: Final = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
_CLAUSE: Final = re.compile("[，,、：:]")
_NOBODY: Final = re.compile("(?!)")


@dataclass(frozen=True)
class ScopeWords:
    """The words of one language: what is looked for, and what makes it somebody else's.

    `phrases` are patterns by kind; `near` is how many characters before it a denial counts. They
    are made of `lists`, which can be read and worded anew.
    """

    edition: str
    language: str
    near: int
    lists: Mapping[str, tuple[str, ...]] = field(repr=False)
    phrases: Mapping[str, re.Pattern[str]] = field(repr=False)
    sources: re.Pattern[str] = field(repr=False)
    told: re.Pattern[str] = field(repr=False)
    negations: re.Pattern[str] = field(repr=False)


def load_scope_words(text: str) -> ScopeWords:
    """Return the words that the data file `text` holds; raise ValueError where something lacks."""
    raw = tomllib.loads(text)
    what, phrases = "a list of words", raw.get("phrases", {})
    lists = {kind: _listed(phrases, kind) for kind in (DIAGNOSIS, MEDICINE)}
    lists |= {name: _listed(raw, name) for name in LISTS if name not in lists}
    language = data_word(what, raw, "language")
    return scope_of(data_word(what, raw, "edition"), language, int(raw.get("near", 0)), lists)


def scope_of(
    edition: str, language: str, near: int, lists: Mapping[str, Sequence[str]]
) -> ScopeWords:
    """Return the words that `lists` make; an empty one matches nothing."""
    speakers, verbs = _choice(lists["speakers"]), _choice(lists["verbs"])
    return ScopeWords(
        edition,
        language,
        near,
        {name: tuple(words) for name, words in lists.items()},
        {kind: _any(lists[kind]) for kind in (DIAGNOSIS, MEDICINE)},
        _any(lists["sources"]),
        re.compile(f"(?:{speakers}).*?(?:{verbs})", re.IGNORECASE),
        _any(lists["negations"]),
    )


def own_words(texts: Iterable[str], kind: str, words: Sequence[ScopeWords]) -> str:
    """Return the first phrase of a kind that the counselor says herself in these texts, or ""."""
    for text in texts:
        for sentence in _END.split(_QUOTED.sub("", text)):
            for one in words:
                found = _own(sentence, kind, one)
                if found:
                    return found
    return ""


def _own(sentence: str, kind: str, words: ScopeWords) -> str:
    """Return the first phrase of a kind in a sentence that is the counselor's own, or ""."""
    for found in words.phrases.get(kind, _NOBODY).finditer(sentence):
        before = sentence[: found.start()]
        close = _CLAUSE.split(before)[-1][-words.near :] if words.near else ""
        behind = _CLAUSE.split(sentence[found.end() :])[0]
        told = words.told.search(before) or words.sources.search(f"{before}\n{behind}")
        if not told and not words.negations.search(close):
            return found.group()
    return ""


def _listed(raw: Mapping[str, Any], name: str) -> list[str]:
    """Return a list of words of a data file; raise ValueError where it lacks or is empty."""
    found = raw.get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise ValueError(f"a list of words lacks: {name}")
    return found


def _any(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for any of some words."""
    return re.compile(_choice(words), re.IGNORECASE)


def _choice(words: Sequence[str]) -> str:
    """Return some words as a pattern: Latin ones are found as whole words only, longest first."""
    return "|".join(map(_whole, sorted(words, key=len, reverse=True))) or "(?!)"


def _whole(word: str) -> str:
    """Return a word as a pattern, with its ends where it is Latin."""
    before = r"\b" if word[0].isascii() and word[0].isalnum() else ""
    after = r"\b" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"
