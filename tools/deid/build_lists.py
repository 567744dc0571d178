"""Build the word lists of resources/deid from published lists of names, words and places.

    python tools/deid/build_lists.py --faker DIR --jieba DICT.TXT --cpca ADCODES.CSV --out DIR

README.md beside this file says where the three sources come from. The same sources give the same
bytes.
"""

from __future__ import annotations

import argparse
import ast
import csv
import math
import re
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SIZES = (2, 3, 4)
_FULL_NAME = 3
_COMPOUND_NAME = 4
# A surname's share of the population in per cent, from which its class begins.
_SURNAME_CLASSES = ((3, 0.2), (2, 0.03), (1, 0.004), (0, 0.0))
_RARE = 0.002
_RAISED = 0.05
# A word's count in jieba's corpus, from which its class begins.
_WORD_CLASSES = ((4, 1000), (3, 100), (2, 20), (1, 5))
_MOST = 1000
_LISTED_GIVEN = 40
_FEWEST_GIVEN = 3
_SMOOTHING = 20
# Municipalities stand among the provinces in the source; in a sentence they are cities.
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_NO_CITY = ("市辖区", "县")


@dataclass(frozen=True)
class Word:
    """One line of jieba's dictionary: word, count, part of speech."""

    text: str
    count: int
    tag: str

    @property
    def is_person(self) -> bool:
        """Whether the dictionary calls it a person's name."""
        return self.tag.startswith("nr")

    @property
    def is_place_or_institution(self) -> bool:
        """Whether the dictionary calls it a place or an institution."""
        return self.tag[:2] in ("ns", "nt")


def provider(faker: Path, language: str) -> dict[str, list[Any]]:
    """Return the lists of a Faker provider of persons, read without running it."""
    source = faker / "faker" / "providers" / "person" / language / "__init__.py"
    tree = ast.parse(source.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    found: dict[str, list[Any]] = {}
    for node in classes[0].body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            called = node.value.args if isinstance(node.value, ast.Call) else [node.value]
            value = called[0] if called else None
            if isinstance(value, ast.List | ast.Tuple):
                found[node.targets[0].id] = list(ast.literal_eval(value))
    return found


def dictionary(path: Path) -> Iterator[Word]:
    """Yield the Chinese words of jieba's dictionary."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, count, tag = line.split()
        if _HAN.fullmatch(text):
            yield Word(text, int(count), tag)


def surname_weights(chinese: Mapping[str, list[Any]], own: Mapping[str, str]) -> dict[str, float]:
    """Return every surname with its share of the population in per cent."""
    weights: dict[str, float] = dict(chinese["last_names"])
    for surname in "".join(own["rare"].split()):
        weights.setdefault(surname, _RARE)
    for surname in own["raised"]:
        weights[surname] = max(weights.get(surname, 0.0), _RAISED)
    for surname in own["compound"].split():
        weights.setdefault(surname, _RARE)
    return weights


def surname_lines(weights: Mapping[str, float]) -> Iterator[str]:
    """Yield `class TAB surnames`, the most common class first."""
    classes: dict[int, list[str]] = defaultdict(list)
    for surname, weight in weights.items():
        classes[next(label for label, least in _SURNAME_CLASSES if weight >= least)].append(surname)
    for label, _ in _SURNAME_CLASSES:
        yield f"{label}\t{' '.join(classes[label])}"


def given_lines(
    words: Iterable[Word], listed: Iterable[str], surnames: Mapping[str, float]
) -> Iterator[str]:
    """Yield `log-odds TAB characters`: how much likelier a character is in a given name."""
    named: Counter[str] = Counter()
    running: dict[str, float] = defaultdict(float)
    for word in words:
        if word.is_person:
            named.update(_given(word.text, surnames))
        else:
            for char in word.text:
                running[char] += min(word.count, _MOST) ** 0.5
    for name in listed:
        for char in name:
            named[char] += _LISTED_GIVEN
    all_named, all_running = named.total(), sum(running.values())
    rows = [
        (round(math.log(count / all_named / ((running[char] + _SMOOTHING) / all_running)), 1), char)
        for char, count in named.items()
        if count >= _FEWEST_GIVEN
    ]
    lines: dict[float, str] = defaultdict(str)
    for odds, char in sorted(rows, key=lambda row: (-row[0], row[1])):
        lines[odds] += char
    for odds, chars in lines.items():
        yield f"{odds}\t{chars}"


def _given(name: str, surnames: Mapping[str, float]) -> str:
    """Return the given name of a full name with two characters of it, or nothing."""
    if len(name) == _FULL_NAME and name[0] in surnames:
        return name[1:]
    if len(name) == _COMPOUND_NAME and name[:2] in surnames:
        return name[2:]
    return ""


def word_lines(words: Iterable[Word]) -> Iterator[str]:
    """Yield `#class` and the words of that class, one a line, the most common class first."""
    classes: dict[int, set[str]] = defaultdict(set)
    least = _WORD_CLASSES[-1][1]
    for word in words:
        plain = not (word.is_person or word.is_place_or_institution)
        if plain and len(word.text) in _SIZES and word.count >= least:
            label = next(label for label, begin in _WORD_CLASSES if word.count >= begin)
            classes[label].add(word.text)
    for label, _ in _WORD_CLASSES:
        yield f"#{label}"
        yield from sorted(classes[label])


def place_lines(adcodes: Path) -> Iterator[str]:
    """Yield `tier TAB places` for provinces, cities and counties."""
    tiers: dict[str, set[str]] = defaultdict(set)
    with adcodes.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code, name = row["adcode"], row["name"]
            tier = "province" if code[2:6] == "0000" else "city" if code[4:6] == "00" else "county"
            if tier != "city" or (name[-1] in "市州盟区" and name not in _NO_CITY):
                tiers[tier].add(name)
    tiers["province"] -= set(_MUNICIPALITIES)
    tiers["city"] |= set(_MUNICIPALITIES)
    for tier in ("province", "city", "county"):
        yield f"{tier}\t{' '.join(sorted(tiers[tier]))}"


def english_lines(english: Mapping[str, list[Any]], own: Mapping[str, str]) -> Iterator[str]:
    """Yield English given names, a line a letter from A to Z."""
    names = {name for kind in ("female", "male") for name, _ in english[f"first_names_{kind}"]}
    names = (names - set(own["english_dropped"].split())) | set(own["english"].split())
    for letter in ascii_uppercase:
        yield " ".join(sorted(name for name in names if name[0] == letter))


def main(arguments: list[str]) -> int:
    """Write the five lists and say how long each is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--faker", type=Path, required=True, help="folder with the package faker")
    parser.add_argument("--jieba", type=Path, required=True, help="jieba's dict.txt")
    parser.add_argument("--cpca", type=Path, required=True, help="cpca's adcodes.csv")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the lists to")
    asked = parser.parse_args(arguments)

    own = tomllib.loads(Path(__file__).with_name("own.toml").read_text(encoding="utf-8"))
    chinese, english = provider(asked.faker, "zh_CN"), provider(asked.faker, "en_US")
    words = list(dictionary(asked.jieba))
    surnames = surname_weights(chinese, own)
    listed = [*chinese["first_names_male"], *chinese["first_names_female"]]
    lists = {
        "surnames": surname_lines(surnames),
        "given": given_lines(words, listed, surnames),
        "words": word_lines(words),
        "places": place_lines(asked.cpca),
        "english": english_lines(english, own),
    }
    for name, lines in lists.items():
        text = "".join(f"{line}\n" for line in lines)
        (asked.out / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{name}.txt: {len(text):,} characters\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
