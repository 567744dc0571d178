"""Fit the weights with which the name scorer judges candidates.

    python -m tools.deid.train_person TRAIN.jsonl --lists resources/deid --folds FOLDER \
        --out person-weights.txt

TRAIN.jsonl holds one JSON object a line: `text`, and `spans` with `start`, `end` and `type`. The
weights are those of a logistic regression over the features of `app.deid.candidate`; the same
text gives the same weights. `--measure CASES.jsonl` also judges texts that were not trained on.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from app.deid.candidate import NAMED, Evidence, candidates
from app.deid.lexicon import load_lexicon
from app.deid.name_tagger import NameTagger
from app.deid.reading import read
from app.deid.tagger import LacTagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from app.deid.lexicon import Lexicon
    from app.deid.tagging import Tagger

    Numbers = NDArray[np.float64]

_FOLDS = 5
_STEPS = 25
_CLOSE = 1e-6
_PENALTY = 1.0
# A candidate that is part of a longer name is neither a name nor an ordinary word.
_PART_WEIGHT = 0.5
_THRESHOLDS = (0.05, 0.08, 0.12, 0.2, 0.3)


@dataclass(frozen=True)
class Place:
    """Where a candidate stands, and whether it is a name or lies inside something marked."""

    text: int
    start: int
    end: int
    is_name: bool
    is_marked: bool


@dataclass(frozen=True)
class Examples:
    """The candidates of some marked texts, their features, and what is marked in each text."""

    features: Numbers = field(repr=False)
    places: list[Place] = field(repr=False)
    names: list[set[tuple[int, int]]] = field(repr=False)
    marked: list[set[int]] = field(repr=False)
    characters: int

    def answers(self) -> Numbers:
        """Return 1 for each candidate that is a name, else 0."""
        return np.array([float(place.is_name) for place in self.places])

    def weights(self) -> Numbers:
        """Return how much each candidate counts."""
        whole = [place.is_name or not place.is_marked for place in self.places]
        return np.where(whole, 1.0, _PART_WEIGHT)


def load(path: Path, taggers: Sequence[Tagger], lexicon: Lexicon) -> Examples:
    """Return the examples of a file of marked texts.

    The text with number n is read by tagger n modulo their number: of taggers that were trained on
    folds, each reads what it has not learned.
    """
    cases: list[dict[str, Any]] = [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    features: list[list[float]] = []
    places: list[Place] = []
    names = [
        {(one["start"], one["end"]) for one in case["spans"] if one["type"] == "PERSON"}
        for case in cases
    ]
    marked = [
        {at for one in case["spans"] for at in range(one["start"], one["end"])} for case in cases
    ]
    for number, case in enumerate(cases):
        (reading,) = read([case["text"]], taggers[number % len(taggers)])
        found = candidates([reading], lexicon)
        evidence = Evidence(found, [reading], lexicon)
        for one in found:
            start, end = reading.source.original(one.start, one.end)
            is_marked = marked[number].issuperset(range(start, end))
            features.append(evidence.features(one))
            places.append(Place(number, start, end, (start, end) in names[number], is_marked))
    characters = sum(len(case["text"]) for case in cases)
    return Examples(np.array(features), places, names, marked, characters)


def fit(features: Numbers, answers: Numbers, weights: Numbers) -> Numbers:
    """Return the weights of a logistic regression with L2 penalty, the constant last."""
    mean, spread = features.mean(0), features.std(0) + _CLOSE
    scaled = np.c_[(features - mean) / spread, np.ones(len(features))]
    penalty = np.r_[np.full(features.shape[1], _PENALTY), 0.0]
    found = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weights * (likely - answers)) + penalty * found
        curve = (scaled * (weights * likely * (1 - likely))[:, None]).T @ scaled
        step = np.linalg.solve(curve + np.diag(np.where(penalty > 0, penalty, _CLOSE)), slope)
        found -= step
        if abs(step).max() < _CLOSE:
            break
    plain = found[:-1] / spread
    fitted: Numbers = np.r_[plain, found[-1] - (plain * mean).sum()]
    return fitted


def judge(features: Numbers, weights: Numbers) -> Numbers:
    """Return how likely each candidate is a name."""
    likely: Numbers = 1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1])))
    return likely


def crossed(examples: Examples) -> Numbers:
    """Return how likely each candidate is a name by weights fitted without its text."""
    answers, weights = examples.answers(), examples.weights()
    fold = np.array([place.text % _FOLDS for place in examples.places])
    likely = np.zeros(len(answers))
    for number in range(_FOLDS):
        rest, part = fold != number, fold == number
        found = fit(examples.features[rest], answers[rest], weights[rest])
        likely[part] = judge(examples.features[part], found)
    return likely


def report(examples: Examples, likely: Numbers) -> Iterator[str]:
    """Yield, for some thresholds, how many names are covered and how many words are wronged."""
    for threshold in _THRESHOLDS:
        chosen = _chosen(examples, likely, threshold)
        covered = [
            {at for place in some for at in range(place.start, place.end)} for some in chosen
        ]
        names = [
            covered[number].issuperset(range(start, end))
            for number, found in enumerate(examples.names)
            for start, end in found
        ]
        wrong = sum(
            examples.marked[number].isdisjoint(range(place.start, place.end))
            for number, some in enumerate(chosen)
            for place in some
        )
        yield (
            f"threshold {threshold:.2f}: recall {sum(names) / len(names):.4f} of {len(names)}, "
            f"{wrong * 1000 / examples.characters:.2f} wrong a thousand characters"
        )


def _chosen(examples: Examples, likely: Numbers, threshold: float) -> list[list[Place]]:
    """Return each text's candidates from the threshold up, likeliest first, without overlap."""
    chosen: list[list[Place]] = [[] for _ in examples.names]
    for at in np.argsort(-likely, kind="stable"):
        place = examples.places[at]
        others = chosen[place.text]
        if likely[at] >= threshold and all(
            place.end <= other.start or other.end <= place.start for other in others
        ):
            others.append(place)
    return chosen


def main(arguments: list[str]) -> int:
    """Fit, say how well it went, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("train", type=Path, metavar="TRAIN.jsonl", help="marked texts to fit on")
    parser.add_argument("--lists", type=Path, required=True, help="folder with the word lists")
    parser.add_argument("--out", type=Path, required=True, help="file to write the weights to")
    parser.add_argument(
        "--folds", type=Path, required=True, help="folder with fold0.onnx to fold4.onnx"
    )
    parser.add_argument(
        "--lac-only", action="store_true", help="leave what the tagger of names says out"
    )
    parser.add_argument("--measure", type=Path, metavar="CASES.jsonl", help="marked texts to judge")
    asked = parser.parse_args(arguments)

    lac, lexicon = LacTagger(), load_lexicon(asked.lists)

    def tagger(folder: Path, name: str) -> NameTagger:
        return NameTagger(lac, lexicon, (folder / f"{name}.onnx").read_bytes())

    folds = [tagger(asked.folds, f"fold{number}") for number in range(_FOLDS)]
    examples = load(asked.train, folds, lexicon)
    if asked.lac_only:
        examples = replace(examples, features=examples.features[:, :-NAMED])
    sys.stdout.write(f"{len(examples.places):,} candidates\nacross {_FOLDS} folds\n")
    sys.stdout.writelines(f"  {line}\n" for line in report(examples, crossed(examples)))
    weights = fit(examples.features, examples.answers(), examples.weights())
    asked.out.write_text("".join(f"{one:.4f}\n" for one in weights), "utf-8", newline="\n")
    if asked.measure:
        others = load(asked.measure, [tagger(asked.lists, "names")], lexicon)
        sys.stdout.write(f"on {asked.measure.name}\n")
        found = judge(others.features, weights)
        sys.stdout.writelines(f"  {line}\n" for line in report(others, found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
