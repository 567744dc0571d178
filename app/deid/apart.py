"""A registered name taken apart or half blanked out: 「赵」「敏」「之」, 赵、敏、之, 赵x之."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.deid.surface import HAN, given_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.deid.lexicon import Lexicon
    from app.deid.surface import Surface

_BRACKETS: Final = r"「」『』“”\"‘’'()\[\]【】《》〈〉<>|/"
_STOPS: Final = r",、.·…\-_*~+"
_BLANK: Final = "[A-Za-z*×○〇●□■◯_#?某]"
_NAME = re.compile(f"[{HAN}]{{2,4}}")
_PAIR: Final = 2
_FULL: Final = 3


def apart_patterns(
    known: Iterable[Surface], lexicon: Lexicon
) -> Iterator[tuple[re.Pattern[str], Surface, bool]]:
    """Yield patterns for text without white space, and whether each is a sure sign of the name.

    Two characters with a stop between may be anything; brackets around each are said on purpose.
    """
    for surface in known:
        name = surface.text
        given = given_of(name, lexicon) if surface.proper else ""
        if not given or not _NAME.fullmatch(name):
            continue
        between = _BRACKETS if len(name) == _PAIR else _BRACKETS + _STOPS
        yield re.compile(f"[{between}]{{1,3}}".join(name)), surface, True
        if len(name) >= _FULL and len(given) == _PAIR:
            family = name.removesuffix(given)
            blanked = f"{family}(?:{_BLANK}{given[1]}|{given[0]}{_BLANK}(?![A-Za-z]))"
            yield re.compile(blanked), surface, False
