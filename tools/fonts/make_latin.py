"""Makes `resources/fonts/XinxiaLatin_*.ttf`: the Latin of Noto Sans SC with marks as narrow as it.

    python tools/fonts/make_latin.py resources/fonts

In a Chinese font quotes, apostrophe and the middle dot are as wide as a character: between English
words that tears holes. The quotes are the narrow ones that the font holds for its feature `pwid`;
the dot is given less room. Needs fonttools 4.68. The same source gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "XinxiaLatin"
WEIGHTS = (("400Regular", "Regular"), ("500Medium", "Medium"))
LETTERS = (range(0x20, 0x250), range(0x2010, 0x2028), range(0x2030, 0x203B), (0x20AC, 0x2122))
DOT, DOT_SHARE = 0xB7, 0.3
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, WIDE_FAMILY, WIDE_STYLE = 1, 2, 3, 4, 6, 16, 17
NOTE = 10
ABOUT = "The Latin of Noto Sans SC, its marks set as narrow as its letters."


def main(fonts: Path) -> None:
    """Write both weights into the folder `fonts`, in which the Noto fonts lie."""
    for source, style in WEIGHTS:
        font = TTFont(fonts / f"NotoSansSC_{source}.ttf", recalcTimestamp=False)
        narrow(font)
        cut(font)
        give_less_room(font, font.getBestCmap()[DOT])
        rename(font, style)
        font.save(fonts / f"{NAME}_{source}.ttf")


def narrow(font: TTFont) -> None:
    """Let every letter that has a narrow form be drawn with it."""
    table = font["GSUB"].table
    wanted = {
        one for record in table.FeatureList.FeatureRecord if record.FeatureTag == "pwid"
        for one in record.Feature.LookupListIndex
    }  # fmt: skip
    forms: dict[str, str] = {}
    for at in sorted(wanted):
        for part in table.LookupList.Lookup[at].SubTable:
            forms |= getattr(part, "ExtSubTable", part).mapping
    for one in font["cmap"].tables:
        if one.isUnicode():
            one.cmap.update({code: forms.get(name, name) for code, name in one.cmap.items()})


def cut(font: TTFont) -> None:
    """Leave Latin letters and their marks alone."""
    choices = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    choices.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    choices.drop_tables += ["BASE", "DSIG", "VORG", "vhea", "vmtx"]
    cutter = subset.Subsetter(choices)
    cutter.populate(unicodes={code for some in LETTERS for code in some})
    cutter.subset(font)


def give_less_room(font: TTFont, glyph: str) -> None:
    """Make a glyph a share of an em wide, and keep it in the middle."""
    wide, left = font["hmtx"][glyph]
    now = round(font["head"].unitsPerEm * DOT_SHARE)
    away = (wide - now) // 2
    shape = font["glyf"][glyph]
    shape.coordinates.translate((-away, 0))
    shape.recalcBounds(font["glyf"])
    font["hmtx"][glyph] = (now, left - away)


def rename(font: TTFont, style: str) -> None:
    """Give the font its own name in every record that holds one."""
    names = font["name"]
    names.names = [entry for entry in names.names if entry.nameID in {0, 13, 14}]
    usual = style == "Regular"
    texts = {
        FAMILY: NAME if usual else f"{NAME} {style}",
        STYLE: "Regular",
        UNIQUE: f"{NAME} {style} 1",
        FULL: f"{NAME} {style}",
        POSTSCRIPT: f"{NAME}-{style}",
        NOTE: ABOUT,
        **({} if usual else {WIDE_FAMILY: NAME, WIDE_STYLE: style}),
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
