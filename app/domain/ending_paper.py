"""The papers at an ending: the letter of a referral, its receipt, and the closing summary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.blank import is_blank
from app.domain.directory import said_day
from app.domain.paper_signer import signer
from app.domain.referral import TEXTS as LETTER_TEXTS
from app.domain.referral import Answer
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.ending import Ending, Loose
    from app.domain.ending_text import EndingText
    from app.domain.follow_up import FollowPlan
    from app.domain.practice import Practice
    from app.domain.referral import ReferralForm
    from app.domain.referral_course import ReferralCourse

_CLOSING_TEXTS = (
    *("talked", "problem", "course", "results", "measures", "feedback", "left"),
    *("risk", "advice", "recordings"),
)


@dataclass(frozen=True)
class LetterHead:
    """From whom a letter is, and its ISO day."""

    practice: Practice = field(repr=False)
    on: str = ""


def letter_sheet(course: ReferralCourse, head: LetterHead, text: EndingText) -> Sheet:
    """Return the letter: what was put on record to be passed on, and not a word more (151)."""
    words, form = text.words, course.form
    about = words["letter_about"] if form.tells else words["letter_bearer"]
    parts = [
        SheetPart("", _letter_rows(course, head, text)),
        _part(words["client"], _person_rows(form, text)),
        _part(words["why"], (), _reason_lines(form, text)),
        *(_said(words[name], form.passed.texts()[name]) for name in LETTER_TEXTS),
        _said(words["papers"], form.papers),
        SheetPart(words["consent"], lines=(_consent_line(form, text),)),
        SheetPart(words["sign"], _signature_rows(form, text)),
    ]
    return Sheet(
        words["letter"],
        about,
        tuple(one for one in parts if one is not None),
        text.edition,
        text.language,
    )


def receipt_sheet(course: ReferralCourse, head: LetterHead, text: EndingText) -> Sheet:
    """Return the receipt that the receiver fills in by hand; it names the client nowhere."""
    words, form = text.words, course.form
    back = words["receipt_back_open"]
    if form.back_by:
        back = words["receipt_back"].format(said_day(form.back_by, text.language))
    asked = tuple(
        (words[name], words[f"{name}_line"]) for name in ("received", "came", "taken", "remark")
    )
    practice = head.practice
    sender = (practice.counselor, practice.name, practice.contact)
    parts = (
        SheetPart("", _filled(((words["receipt_of"], words["number_of"].format(course.id)),))),
        SheetPart("", (*asked, (words["signed"], words["line"]))),
        SheetPart(back, lines=tuple(one for one in sender if not is_blank(one))),
    )
    return Sheet(
        words["receipt"],
        words["receipt_about"],
        parts,
        text.edition,
        text.language,
    )


def closing_sheet(  # noqa: PLR0913 - what is known of a closed case
    ending: Ending,
    code: str,
    plan: FollowPlan | None,
    text: EndingText,
    counselor: str,
    *,
    until: str = "",
) -> Sheet:
    """Return the closing summary of a case, under its code name.

    `until` is the ISO day up to which its records are kept, "" where it is not known.
    Raises `PaperUnsigned` where the counselor has no name.
    """
    words, who = text.words, signer(counselor)
    parts = [
        SheetPart("", _closing_rows(ending, code, text, until)),
        *(_said(words[name], getattr(ending, name)) for name in _CLOSING_TEXTS),
        _said(words["fees"], _fees(ending, text)),
        _said(words["settled"], "\n".join((*loose_lines(ending.loose, text), ending.settled))),
        _said(words["follow"], _follow(plan, text)),
        SheetPart("", ((words["sign_counselor"], f"{who}　{words['line']}"),)),
    ]
    return Sheet(
        words["closing"],
        words["closing_about"],
        tuple(one for one in parts if one is not None),
        text.edition,
        text.language,
    )


def loose_lines(loose: Loose, text: EndingText) -> tuple[str, ...]:
    """Return what was not finished, a line each."""
    counts = (
        ("unsigned", loose.unsigned),
        ("booked", loose.booked),
        ("begun", loose.begun),
        ("receipts", loose.receipts),
    )
    return tuple(text.words[f"loose_{name}"].format(count) for name, count in counts if count)


def _letter_rows(
    course: ReferralCourse, head: LetterHead, text: EndingText
) -> tuple[tuple[str, ...], ...]:
    """Return from whom and to whom a letter is; what is empty is left out."""
    words, form, practice = text.words, course.form, head.practice
    haste = words[f"haste_{form.haste.name.lower()}"] if form.haste else ""
    return _filled(
        (
            (words["number"], words["number_of"].format(course.id)),
            (words["date"], said_day(head.on, text.language)),
            (words["to"], form.receiver.to),
            (words["person"], form.receiver.person),
            (words["phone"], form.receiver.phone),
            (words["haste"], haste),
            (words["from"], practice.counselor),
            (words["credentials"], practice.credentials),
            (words["practice"], practice.name),
            (words["contact"], practice.contact),
        )
    )


def _person_rows(form: ReferralForm, text: EndingText) -> tuple[tuple[str, ...], ...]:
    """Return the parts of the person that go along, with the values they had."""
    return tuple((text.words[key], said) for key, said in form.passed.person)


def _reason_lines(form: ReferralForm, text: EndingText) -> tuple[str, ...]:
    """Return the reasons, where they go along."""
    if not form.passed.reasons:
        return ()
    said = [text.words[f"reason_{one.name.lower()}"] for one in form.reasons]
    return tuple(one for one in (*said, form.more) if not is_blank(one))


def _consent_line(form: ReferralForm, text: EndingText) -> str:
    """Return what the client agreed to."""
    spoken = {Answer.WRITTEN: "written", Answer.SPOKEN: "spoken"}
    known = spoken.get(form.answer, "unknown") if form.answer is not None else "unknown"
    return text.words[f"consent_{known}"]


def _signature_rows(form: ReferralForm, text: EndingText) -> tuple[tuple[str, ...], ...]:
    """Return the lines to sign on: both, where something goes along."""
    words = text.words
    both = ((words["sign_client"], words["line"]),) if form.tells else ()
    return ((words["sign_counselor"], words["line"]), *both)


def _closing_rows(
    ending: Ending, code: str, text: EndingText, until: str
) -> tuple[tuple[str, ...], ...]:
    """Return the facts at the head of a closing summary."""
    words, counted = text.words, ending.counted
    kind = words[f"kind_{ending.kind.name.lower()}"] if ending.kind else ""
    span = ""
    if counted.first and counted.last:
        first, last = (said_day(one, text.language) for one in (counted.first, counted.last))
        span = words["span_from"].format(first, last)
    held = words["none_held"].format(counted.missed)
    if counted.sessions:
        held = words["sessions_of"].format(counted.sessions, counted.minutes, counted.missed)
    return _filled(
        (
            (words["code"], code),
            (words["closed"], said_day(ending.on, text.language)),
            (words["kind"], kind),
            (words["reason"], ending.why),
            (words["span"], span),
            (words["sessions"], held),
            (words["kept_until"], said_day(until, text.language) if until else ""),
        )
    )


def _fees(ending: Ending, text: EndingText) -> str:
    """Return how the fees stand."""
    stand = text.words[f"fees_{ending.fees.name.lower()}"] if ending.fees else ""
    return text.words["join"].join(one for one in (stand, ending.fees_how) if not is_blank(one))


def _follow(plan: FollowPlan | None, text: EndingText) -> str:
    """Return when one asks how the client fares."""
    words = text.words
    if plan is None:
        return words["follow_none"]
    if plan.declined:
        return words["follow_declined"]
    days = words["join"].join(said_day(one, text.language) for one in plan.days)
    said = (words["follow_days"].format(days), plan.way)
    return words["join"].join(one for one in said if not is_blank(one))


def _said(heading: str, said: str) -> SheetPart | None:
    """Return a part of sentences; None where nothing is written."""
    return _part(heading, (), tuple(one for one in said.splitlines() if not is_blank(one)))


def _part(
    heading: str, rows: tuple[tuple[str, ...], ...], lines: tuple[str, ...] = ()
) -> SheetPart | None:
    """Return a part; None where it would be empty."""
    return SheetPart(heading, rows, lines) if rows or lines else None


def _filled(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows that say something."""
    return tuple(one for one in rows if not is_blank(one[1]))
