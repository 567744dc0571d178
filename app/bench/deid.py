"""De-identification on annotated cases: recall by kind, what was hidden wrongly, speed."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.deid.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

_APART = "QUASI"


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line for the file of cases named by the first argument (JSON lines)."""
    if not arguments:
        raise SystemExit("bench deid CASES.jsonl")
    rows = Path(arguments[0]).read_text("utf-8").splitlines()
    cases = [json.loads(row) for row in rows if row.strip()]
    worker = bootstrap.deidentifier()
    worker.find(["预热。"], Register())
    entities: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    started = time.perf_counter()
    found = [
        worker.find([case["text"]], Register.from_profile(case["profile"]))[0] for case in cases
    ]
    spent = time.perf_counter() - started
    for case, spans in zip(cases, found, strict=True):
        hidden = {at for span in spans for at in range(span.start, span.end)}
        _count(case, hidden, (entities, caught, tally))
    characters = sum(len(case["text"]) for case in cases)
    yield {
        "cases": len(cases),
        "known PERSON leaked": tally["known leaked"],
        "entity recall": {kind: round(caught[kind] / entities[kind], 4) for kind in entities},
        "entities": dict(entities),
        "keep touched": tally["keep touched"],
        "keep": tally["keep"],
        "utility": round(1 - tally["free hidden"] / tally["free"], 4),
        "characters a second": round(characters / spent),
    }


def _count(
    case: dict[str, Any], hidden: set[int], counts: tuple[Counter[str], Counter[str], Counter[str]]
) -> None:
    """Count what was caught and what was hidden wrongly in one case."""
    entities, caught, tally = counts
    gold: set[int] = set()
    for span in case["spans"]:
        kind = "SOFT" if span.get("soft") else span["type"]
        places = set(range(span["start"], span["end"]))
        gold |= places
        entities[kind] += 1
        caught[kind] += places <= hidden
        tally["known leaked"] += kind == "PERSON" and span["known"] and not places <= hidden
    free = set(range(len(case["text"]))) - gold
    tally["free"] += len(free)
    tally["free hidden"] += len(free & hidden)
    for word in case["keep"]:
        tally["keep"] += 1
        tally["keep touched"] += _touched(case["text"], word, gold, hidden)


def _touched(text: str, word: str, gold: set[int], hidden: set[int]) -> bool:
    """Return whether an occurrence of a word outside the marked spans was hidden."""
    at = text.find(word)
    while at >= 0:
        places = set(range(at, at + len(word)))
        if not places & gold and places & hidden:
            return True
        at = text.find(word, at + 1)
    return False
