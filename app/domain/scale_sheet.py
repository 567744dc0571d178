"""Scales as they go on paper: the form, empty or answered, and the scores over time.

Their words are in the language of the scale, whatever the window speaks. 筛查非诊断 stands on every
one of them (clause 055).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from app.domain.data_word import data_word
from app.domain.paper_day import said_day

if TYPE_CHECKING:
    from app.domain.measure import Measure
    from app.domain.measure_chart import Chart
    from app.domain.scale import Scale


@dataclass(frozen=True)
class ScaleText:
    """The words of these papers in one language."""

    language: str
    screening: str
    code: str
    day: str
    mark: str
    question: str
    total: str
    open: str
    none: str
    made_up: str
    band: str
    counselor: str
    chart: str
    scores: str
    edition: str
    alert: str


@dataclass(frozen=True)
class ScaleSheet:
    """A scale on paper; `chosen` is the value marked at each item, None at one that is open.

    `heads` are the places above: a word and what stands there, nothing where one writes by hand.
    `closing` is the number of the answer to the last question. `after` stands below the answers.
    """

    scale: Scale
    text: ScaleText
    heads: tuple[tuple[str, str], ...]
    chosen: tuple[int | None, ...] = field(repr=False)
    closing: int | None = field(default=None, repr=False)
    after: tuple[str, ...] = field(default=(), repr=False)
    large: bool = False

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        edition = self.text.edition.format(self.scale.edition)
        return f"{self.scale.name} · {edition}"

    def words(self) -> list[str]:
        """Return everything that is printed."""
        one = self.scale
        found = [one.title, one.instruction, one.licence, one.source, one.closing, self.foot]
        found += [it.text for it in one.items] + [it.text for it in one.options]
        found += [*one.closing_options, *self.after, *(w for pair in self.heads for w in pair)]
        return [*found, *(getattr(self.text, it.name) for it in fields(self.text))]


@dataclass(frozen=True)
class ChartSheet:
    """The scores of a scale over time: the drawing, and all of it in sentences."""

    title: str
    subtitle: str
    chart: Chart = field(repr=False)
    key: tuple[str, ...]
    heading: str
    lines: tuple[str, ...] = field(repr=False)
    days: tuple[str, ...] = ()
    screening: str = ""
    foot: str = ""
    language: str = "zh"

    def words(self) -> list[str]:
        """Return everything that is printed."""
        found = [self.title, self.subtitle, self.heading, self.screening, self.foot]
        found += [*self.key, *self.lines, *self.days]
        found += [one.word for one in self.chart.marks] + [one.text for one in self.chart.strips]
        return found


def load_scale_text(text: str) -> ScaleText:
    """Return the words that the TOML in `text` says; raise ValueError where one is missing."""
    raw = tomllib.loads(text)
    return ScaleText(**{one.name: data_word("a scale on paper", raw, one.name)
                        for one in fields(ScaleText)})  # fmt: skip


def empty_sheet(scale: Scale, text: ScaleText, *, large: bool = False) -> ScaleSheet:
    """Return the form to fill in by hand."""
    nothing = (None,) * len(scale.items)
    return ScaleSheet(scale, text, ((text.code, ""), (text.day, "")), nothing, large=large)


def answered_sheet(
    made: Measure, text: ScaleText, code: str, day: str, *, bands: bool = False
) -> ScaleSheet:
    """Return the form as it was answered, with what it came to; the band only with `bands`.

    `day` is the ISO day of the answers.
    What is for the counselor alone never stands on it.
    """
    found, scale = made.score, made.scale
    if found.total is None:
        after = [text.none]
    else:
        colon = ": " if text.language == "en" else "："
        after = [f"{text.total}{colon}{found.total} / {scale.most}"]
        if found.made_up:
            after.append(text.made_up.format(found.open, scale.missing_source))
        if bands and made.band is not None:
            after.append(text.band.format(made.band.text, scale.source or scale.name))
    heads = ((text.code, code), (text.day, said_day(day, text.language) if day else ""))
    return ScaleSheet(scale, text, heads, made.answers, made.closing, tuple(after))
