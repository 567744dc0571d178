"""How a consent came about (知情同意过程记录, clause 090): in one sentence, and as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.consent import ConsentState
from app.domain.consent_text import named_members
from app.domain.local_time import local
from app.domain.paper_day import said_day
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.domain.client import Place
    from app.domain.consent import Consent
    from app.domain.consent_text import ConsentTemplate

_WEEKDAYS: Final = "一二三四五六日"


def account(consent: Consent, template: ConsentTemplate, here: Place) -> str:
    """Return in one sentence which step was taken when, by the counselor's clock.

    Before the first step there is nothing to say.
    """
    said = [
        f"{_when(at, here, template)} {_step_word(state, template)}"
        for state, at in consent.standing
    ]
    if not said:
        return ""
    return template.labels.get("between_steps", "；").join(said) + template.labels.get("stop", "。")


def record(consent: Consent, template: ConsentTemplate, here: Place, number: str) -> Sheet:
    """Return the whole account as a sheet: steps, what was discussed, how it is proved."""
    parts = [
        SheetPart(_label(template, "record_steps"), rows=tuple(_steps(consent, template, here))),
        SheetPart(_label(template, "record_talk"), lines=tuple(_points(consent, template))),
        SheetPart(_label(template, "record_questions"), lines=(consent.talk.questions,)),
        SheetPart(_label(template, "record_words"), lines=(consent.talk.own_words,)),
    ]
    if not template.talk:
        parts = parts[:1]
    parts.append(
        SheetPart(_label(template, "record_proof"), rows=tuple(_proof(consent, template, here)))
    )
    if consent.evidence is not None and consent.evidence.process:
        parts.append(
            SheetPart(_label(template, "record_process"), lines=(consent.evidence.process,))
        )
    return Sheet(
        _label(template, "record_title"),
        f"{template.title}　{_label(template, 'number')} {number}",
        tuple(parts),
        foot=f"{_label(template, 'number')} {number}　{template.short_edition}",
        language=template.language,
    )


def _steps(consent: Consent, template: ConsentTemplate, here: Place) -> Iterator[tuple[str, str]]:
    """Yield every step with its time; one that was taken back is there as well."""
    for state, at in consent.steps:
        if state is not ConsentState.DRAFT:
            yield _step_word(state, template), _when(at, here, template)
        elif consent.steps[0] != (state, at):
            yield _label(template, "record_returned"), _when(at, here, template)


def _points(consent: Consent, template: ConsentTemplate) -> Iterator[str]:
    """Yield every point of the discussion with a box, full where it was talked about."""
    for point in template.talk:
        yield f"{'■' if point.key in consent.talk.points else '□'} {point.text}"


def _proof(consent: Consent, template: ConsentTemplate, here: Place) -> Iterator[tuple[str, str]]:
    """Yield what proves the consent, label and words."""
    kept = consent.evidence
    if kept is not None:
        yield _label(template, "record_way"), _label(template, f"way_{kept.method.value}")
        yield from _said(_label(template, "record_archive"), kept.archive)
        yield from _said(_label(template, "record_reader"), kept.oral.reader)
        yield from _said(
            _label(template, "record_spoken"),
            _when(kept.oral.at, here, template) if kept.oral.at else "",
        )
        yield from _said(_label(template, "record_recording"), kept.oral.recording)
    if consent.self_read is not None:
        yield _label(template, "record_self_read"), _when(consent.self_read.at, here, template)
        yield from _said(_label(template, "record_row"), consent.self_read.row)
    yield from _said(
        _label(template, "record_members"),
        template.labels.get("between", "、").join(named_members(consent.draft)),
    )
    if consent.ends_at is not None:
        yield _label(template, "record_ends"), _day(consent.ends_at, here, template)
    yield _label(template, "edition"), template.edition


def _said(label: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield a row where there is something to say."""
    if words:
        yield label, words


def _step_word(state: ConsentState, template: ConsentTemplate) -> str:
    """Return what a step is called on paper."""
    return _label(template, f"step_{state.value}")


def _label(template: ConsentTemplate, name: str) -> str:
    """Return a word of the form in its language."""
    return template.labels.get(name, name)


def _when(at: datetime, here: Place, template: ConsentTemplate) -> str:
    """Return a time by the counselor's clock; the zone is that of the form's other times."""
    gap = "" if template.language == "zh" else ", "
    return f"{_day(at, here, template)}{gap}{local(at, here):%H:%M}"


def _day(at: datetime, here: Place, template: ConsentTemplate) -> str:
    """Return a day by the counselor's clock as the language of the form writes it."""
    on = local(at, here)
    said = said_day(on.date().isoformat(), template.language)
    if template.language == "zh":
        return f"{said}（周{_WEEKDAYS[on.weekday()]}）"
    return said
