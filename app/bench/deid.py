"""De-identification on annotated cases: recall by kind, what was hidden wrongly, speed, layers."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app import bootstrap
from app.bench.memory import peak_kib
from app.deid.details import point
from app.deid.register import Register
from app.deid.span import Kind, Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.deid.span import Span

_KINDS: Final = (
    *("PERSON known", "PERSON unknown", "ORG", "LOCATION", "DATE", "AGE_BIRTH", "ADDRESS"),
    *("PHONE", "EMAIL", "ID_NUMBER", "ACCOUNT", "BANK", "PLATE", "URL", "QUASI", "SOFT"),
)
_TOGETHER: Final = 50
_THOUSAND: Final = 1000


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line for the file of cases named by the first argument (JSON lines).

    With `--report FILE` every layer is left out once: each of these runs is a line more, and what
    is then lost is written as a table.
    """
    if not arguments:
        raise SystemExit("bench deid CASES.jsonl [--report FILE]")
    rows = Path(arguments[0]).read_text("utf-8").splitlines()
    cases = [json.loads(row) for row in rows if row.strip()]
    idle = _memory()
    started = time.perf_counter()
    bootstrap.deidentifier().find(_notes(cases), Register())
    cold = time.perf_counter() - started
    started = time.perf_counter()
    found = [_whole(case) for case in cases]
    spent = time.perf_counter() - started
    characters = sum(len(case["text"]) for case in cases)
    whole = _measured(cases, found)
    yield {
        "cases": len(cases),
        **whole,
        "characters a second, one text at a time": round(characters / spent),
        "characters a second, a case of 50 notes": _speed(cases),
        "seconds for a case of 50 notes, models not loaded yet": round(cold, 2),
        "MiB above idle": round(_memory() - idle),
    }
    if "--report" in arguments:
        variants = {"": whole}
        for name, find in _without().items():
            variants[name] = _measured(cases, [find(case) for case in cases])
            yield {"without": name, **variants[name]}
        target = Path(arguments[arguments.index("--report") + 1])
        target.write_text(_report(len(cases), characters, variants), "utf-8")


def _register(case: dict[str, Any]) -> Register:
    return Register.from_profile(case["profile"]) if "profile" in case else Register()


def _whole(case: dict[str, Any]) -> list[Span]:
    found = bootstrap.deidentifier().find([case["text"]], _register(case))[0]
    return [*found, *point(case["text"], found)]


def _without() -> dict[str, Callable[[dict[str, Any]], list[Span]]]:
    """Return the engine with one layer less, by what is left out."""
    from app.deid.engine import Deidentifier  # noqa: PLC0415 - only for the report
    from app.deid.tagger import LacTagger  # noqa: PLC0415 - only for the report

    worker = bootstrap.deidentifier()
    by_lac = Deidentifier(LacTagger(), worker.lexicon)

    def pointed(case: dict[str, Any], found: list[Span]) -> list[Span]:
        return [*found, *point(case["text"], found)]

    def less(layer: Layer) -> Callable[[dict[str, Any]], list[Span]]:
        left_out = frozenset({layer})
        return lambda case: pointed(case, worker.find([case["text"]], _register(case), left_out)[0])

    return {
        "register": lambda case: pointed(case, worker.find([case["text"]], Register())[0]),
        "identifiers": less(Layer.IDENTIFIER),
        "rules of names": less(Layer.RULE),
        "models": less(Layer.MODEL),
        "tagger of names": lambda case: pointed(
            case, by_lac.find([case["text"]], _register(case))[0]
        ),
        "propagation": less(Layer.PROPAGATED),
        "pointing at details": lambda case: worker.find([case["text"]], _register(case))[0],
    }


def _notes(cases: Sequence[dict[str, Any]]) -> list[str]:
    """Return the texts of a case of fifty notes."""
    return [cases[at % len(cases)]["text"] for at in range(_TOGETHER)]


def _speed(cases: Sequence[dict[str, Any]]) -> int:
    """Return how many characters a second a case of fifty notes goes through."""
    texts = _notes(cases)
    started = time.perf_counter()
    bootstrap.deidentifier().find(texts, Register())
    return round(sum(map(len, texts)) / (time.perf_counter() - started))


def _memory() -> float:
    """Return the largest memory so far, in MiB."""
    return peak_kib() / 1024


def _measured(cases: Sequence[dict[str, Any]], found: Sequence[Sequence[Span]]) -> dict[str, Any]:
    """Return what was caught and what was hidden wrongly."""
    entities: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for case, spans in zip(cases, found, strict=True):
        gold = _count(case, spans, (entities, caught, tally))
        for span in spans:
            if span.type is not Kind.QUASI and gold.isdisjoint(range(span.start, span.end)):
                wrong[str(span.layer)] += 1
    characters = sum(len(case["text"]) for case in cases)
    return {
        "known PERSON leaked": tally["known leaked"],
        "entity recall": {
            kind: round(caught[kind] / entities[kind], 4) for kind in _KINDS if entities[kind]
        },
        "entities": {kind: entities[kind] for kind in _KINDS if entities[kind]},
        "wrong a thousand characters": round(wrong.total() * _THOUSAND / characters, 2),
        "wrong by layer": {
            layer: round(count * _THOUSAND / characters, 2) for layer, count in wrong.items()
        },
        "keep touched": tally["keep touched"],
        "keep": tally["keep"],
        "utility": round(1 - tally["free hidden"] / tally["free"], 4),
    }


def _count(
    case: dict[str, Any],
    spans: Sequence[Span],
    counts: tuple[Counter[str], Counter[str], Counter[str]],
) -> set[int]:
    """Count what was caught and what was hidden wrongly in one case; return what is marked."""
    entities, caught, tally = counts
    pointed = {at for s in spans if s.type is Kind.QUASI for at in range(s.start, s.end)}
    hidden = {at for s in spans if s.type is not Kind.QUASI for at in range(s.start, s.end)}
    gold: set[int] = set()
    for span in case["spans"]:
        kind = "SOFT" if span.get("soft") else span["type"]
        if kind == "PERSON":
            kind = "PERSON known" if span.get("known") else "PERSON unknown"
        places = set(range(span["start"], span["end"]))
        gold |= places
        entities[kind] += 1
        # A detail is pointed at, for a person to reword; any of its characters will do.
        caught[kind] += bool(places & pointed) if kind == "QUASI" else places <= hidden
        tally["known leaked"] += kind == "PERSON known" and not places <= hidden
    free = set(range(len(case["text"]))) - gold
    tally["free"] += len(free)
    tally["free hidden"] += len(free & hidden)
    for word in case.get("keep", ()):
        tally["keep"] += 1
        tally["keep touched"] += _touched(case["text"], word, gold, hidden)
    return gold


def _touched(text: str, word: str, gold: set[int], hidden: set[int]) -> bool:
    """Return whether an occurrence of a word outside the marked spans was hidden."""
    at = text.find(word)
    while at >= 0:
        places = set(range(at, at + len(word)))
        if not places & gold and places & hidden:
            return True
        at = text.find(word, at + 1)
    return False


_SHOWN: Final = ("PERSON known", "PERSON unknown", "ORG", "LOCATION", "DATE", "ID_NUMBER", "QUASI")


_HEAD: Final = """# De-identification: what each layer is worth

<!-- Made by `start.py bench deid CASES.jsonl --report docs/deid-report.md`; do not edit. -->

Measured on {cases} annotated cases, {characters:,} characters, each with its register. Recall is
the share of entities of which every character is covered; a QUASI detail counts as soon as it is
pointed at, for it is reworded by a person and never hidden by the program. The cases are those of
development: rules were made while looking at them, and on other records the figures will be lower.
Figures out of fold stand in `decisions/name-tagger.md`.
"""


def _report(cases: int, characters: int, variants: dict[str, dict[str, Any]]) -> str:
    """Return a table: the whole, and what is left where one layer is taken away."""
    head = f"| | {' | '.join(_SHOWN)} | wrong / 1,000 | keep touched | utility |"
    table = [head, "|---" * (len(_SHOWN) + 4) + "|"]
    for name, one in variants.items():
        recall = [f"{one['entity recall'].get(kind, 0):.3f}" for kind in _SHOWN]
        rest = (one["wrong a thousand characters"], one["keep touched"], one["utility"])
        said = f"without {name}" if name else "**everything**"
        table.append(f"| {said} | {' | '.join(recall)} | {' | '.join(map(str, rest))} |")
    return "\n".join((_HEAD.format(cases=cases, characters=characters), *table, ""))
