"""Cases as JSON lines: reading them, and writing what was found."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.deid.engine import rewrite
from app.deid.pseudonym import PseudonymTable
from app.deid.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from app.deid.engine import Deidentifier
    from app.deid.pseudonym import Shuffle
    from app.deid.span import Span


@dataclass(frozen=True, slots=True)
class CaseText:
    """One text to de-identify, with what is known about its client."""

    id: str
    text: str = field(repr=False)
    register: Register = field(repr=False)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was found in one case, and its text without it."""

    id: str
    spans: tuple[Span, ...] = field(repr=False)
    text: str = field(repr=False)

    def to_json(self) -> str:
        """Return one line of JSON."""
        spans = [
            {
                "start": span.start,
                "end": span.end,
                "type": str(span.type),
                "replacement": span.replacement,
                "layer": str(span.layer),
                "confidence": span.confidence,
            }
            for span in self.spans
        ]
        found = {"id": self.id, "spans": spans, "text": self.text}
        return json.dumps(found, ensure_ascii=False)


def read_case(line: str) -> CaseText:
    """Read one line; raise ValueError if it is no case."""
    source = json.loads(line)
    if not isinstance(source, dict) or not isinstance(source.get("text"), str):
        raise ValueError("a case is an object with a text")  # noqa: TRY004 - bad input, not a bad type
    profile = source.get("profile")
    register = Register.from_profile(profile if isinstance(profile, dict) else {})
    return CaseText(str(source.get("id", "")), source["text"], register)


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
    lines: Iterable[str], deidentifier: Deidentifier, shuffle: Shuffle
) -> Iterator[Prediction]:
    """Yield a prediction for each line that is not empty; each case has a table of its own."""
    for line in lines:
        if line.strip():
            case = read_case(line)
            spans, text = deidentify_text(case.text, case.register, deidentifier, shuffle)
            yield Prediction(case.id, tuple(spans), text)
