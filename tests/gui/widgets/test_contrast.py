"""Words and edges stand out from every ground they are used on, in both themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.theme.roles import ROLES, THEMES, load

GROUNDS = ("paper", "raised", "sunken", "wash", "hover", "highwash", "midwash", "lowwash", "sheet")
WORDS = [(ink, ground) for ground in GROUNDS for ink in ("ink", "soft")]
WORDS += [("faint", ground) for ground in ("paper", "raised", "sunken", "wash", "hover")]
WORDS += [("faint", "midwash"), ("ink", "mark"), ("onaccent", "accent"), ("onaccent", "accenthi")]
WORDS += [("accent", ground) for ground in ("paper", "raised", "sunken", "wash", "hover")]
WORDS += [(tone, ground) for tone in ("high", "mid", "low") for ground in ("paper", "raised")]
WORDS += [("high", "highwash"), ("mid", "midwash"), ("low", "lowwash"), ("paper", "ink")]
EDGES = [(edge, ground) for edge in ("edge", "accent") for ground in ("paper", "raised", "sunken")]


def light(hexes: str) -> float:
    parts = [int(hexes[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(theme, ink, ground):
    hexes = load(theme).hexes
    assert contrast(hexes[ink], hexes[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_focus_can_be_seen(theme, edge, ground):
    hexes = load(theme).hexes
    assert contrast(hexes[edge], hexes[ground]) >= 3


@pytest.mark.parametrize(("theme", "other"), [("light", "dark"), ("dark", "light")])
def test_a_toast_uses_the_other_themes_words(theme, other):
    ground = load(theme).hexes["ink"]
    for word in ("accent", "soft"):
        assert contrast(load(other).hexes[word], ground) >= 4.5


def test_every_role_has_a_colour():
    for theme in THEMES:
        assert set(load(theme).hexes) == set(ROLES)


def test_no_colour_is_written_outside_the_themes():
    root = Path(__file__).parents[3]
    for file in [*root.glob("ui/**/*.py"), root / "resources/themes/style.qss"]:
        text = file.read_text("utf-8")
        assert not __import__("re").search(r"#[0-9A-Fa-f]{6}\b", text), file
