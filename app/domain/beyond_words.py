"""Words that a doctor may say and a counselor may not: a diagnosis, a medicine (clause 137).

It is a soft look at a text of the counselor's own. What a client tells of a hospital stands in
fields of its own and is not looked at.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(
    r"诊断为|确诊为|我诊断|建议(?:服用|吃药|停药|换药|减药)|处方"
    r"|\b(?:my diagnosis|i diagnosed|prescrib(?:e|ed|ing)|diagnosed (?:him|her|them) with)\b"
    r"|\b(?:advis|suggest|recommend)(?:ed|ing) (?:taking|stopping) (?:the )?medic\w+",
    re.IGNORECASE,
)


def beyond_words(*texts: str) -> tuple[str, ...]:
    """Return the words in these texts that go beyond counselling, each once, in their order."""
    found = (one.group() for text in texts for one in _WORDS.finditer(text))
    return tuple(dict.fromkeys(found))
