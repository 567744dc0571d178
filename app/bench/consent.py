"""Making the consent form as a PDF with embedded fonts, beside zlib at the same size."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.bench import timing
from app.demo import ONLINE
from app.domain.consent import ConsentDraft, fill

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines(_arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line."""
    template = bootstrap.consent_templates()[ONLINE]
    facts = {key: template.defaults.get(key) or "示例" for key in template.facts}
    draft = ConsentDraft(template.key, template.edition, facts, template.access)
    form = fill(template, draft, number="0001-0001", subtitle="示例")
    paper = bootstrap.papers().consent
    data = paper.render(form)
    noise = os.urandom(len(data))
    ours, yardstick = timing.paired(lambda: paper.render(form), lambda: zlib.compress(noise, 9))
    yield {
        "consent form ms": timing.milliseconds(ours),
        "bytes": len(data),
        "zlib of as many random bytes ms": timing.milliseconds(yardstick),
    }
