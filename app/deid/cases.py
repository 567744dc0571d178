"""Cases as JSON lines: reading them, and writing what was found."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.deid.engine import rewrite
from app.deid.pseudonym import PseudonymTable
from app.deid.register import Register
from app.deid.shape import check
from app.domain.errors import CasesUnreadable, ProfileUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from app.deid.engine import Deidentifier
    from app.deid.pseudonym import Shuffle
    from app.deid.span import Span


@dataclass(frozen=True, slots=True)
class CaseText:
    """One text to de-identify, with what is known about its client.

    `unused` are the keys of its profile that nobody knows.
    """

    id: str
    text: str = field(repr=False)
    register: Register = field(repr=False)
    unused: tuple[str, ...] = ()


def as_json(span: Span) -> dict[str, Any]:
    """Return a span as every output of the program writes it."""
    return {
        "start": span.start,
        "end": span.end,
        "type": str(span.type),
        "replacement": span.replacement,
        "layer": str(span.layer),
        "confidence": span.confidence,
    }


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was found in one case, and its text without it.

    `pointed` are details that may tell who it is; they still stand in the text.
    """

    id: str
    spans: tuple[Span, ...] = field(repr=False)
    text: str = field(repr=False)
    pointed: tuple[Span, ...] = field(default=(), repr=False)

    def to_json(self) -> str:
        """Return one line of JSON."""
        spans = [as_json(span) for span in self.spans]
        pointed = [as_json(span) for span in self.pointed]
        found = {"id": self.id, "spans": spans, "text": self.text, "pointed": pointed}
        return json.dumps(found, ensure_ascii=False)


def read_case(line: str, number: int = 1) -> CaseText:
    """Read line `number`; raise `CasesUnreadable` naming the line, and the key that is wrong."""
    source = _json(line)
    if not isinstance(source, dict):
        raise CasesUnreadable(number, "")
    if not isinstance(source.get("text"), str):
        raise CasesUnreadable(number, "text")
    profile = source.get("profile")
    try:
        unused = check({} if profile is None else profile)
    except ProfileUnreadable as wrong:
        raise CasesUnreadable(number, f"profile.{wrong.key}".rstrip(".")) from wrong
    register = Register.from_profile(profile or {})
    return CaseText(str(source.get("id", "")), source["text"], register, unused)


def read_cases(text: str) -> list[CaseText]:
    """Read JSON lines, empty ones left out; raise `CasesUnreadable` for the first that is wrong."""
    lines = enumerate(text.split("\n"), start=1)
    return [read_case(line, number) for number, line in lines if line.strip()]


def read_profile(text: str) -> tuple[Register, tuple[str, ...]]:
    """Return the register of a profile in JSON, and the keys in it that nobody knows.

    Raises `ProfileUnreadable` naming the key that is wrong.
    """
    profile = _json(text)
    unused = check(profile)
    return Register.from_profile(profile), unused


def _json(text: str) -> Any:  # noqa: ANN401 - whatever was written
    """Return what JSON says, None for anything that is no JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def explained(text: str, spans: Iterable[Span], pointed: Iterable[Span]) -> Iterator[str]:
    """Yield a line a place: where, the words, kind, layer, how sure, what stands instead."""
    for span in spans:
        yield f"{_told(text, span)}\t→ {span.replacement}"
    for span in pointed:
        yield f"{_told(text, span)}\t?"


def _told(text: str, span: Span) -> str:
    words = text[span.start : span.end].replace("\n", " ")
    where = f"{span.start}-{span.end}\t{words}"
    return f"{where}\t{span.type}\t{span.layer}\t{span.confidence:.2f}"


def deidentify_text(
    text: str,
    register: Register,
    deidentifier: Deidentifier,
    shuffle: Shuffle,
    reference: date | None = None,
) -> tuple[list[Span], str]:
    """Return the spans of one text, with replacements, and the text without them."""
    spans = deidentifier.find([text], register)[0]
    table = PseudonymTable(deidentifier.lexicon, shuffle, reference)
    replaced = table.assign(text, spans)
    return replaced, rewrite(text, replaced)


def deidentify_cases(
    cases: Iterable[CaseText], deidentifier: Deidentifier, shuffle: Shuffle
) -> Iterator[Prediction]:
    """Yield a prediction for each case; each has a table of its own."""
    for case in cases:
        spans, text = deidentify_text(case.text, case.register, deidentifier, shuffle)
        pointed = deidentifier.point(case.text, spans)
        yield Prediction(case.id, tuple(spans), text, tuple(pointed))
