"""The answer to a client's request on paper: what was asked and decided, what they can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.paper_day import said_day
from app.domain.paper_signer import signer
from app.domain.sheet import Sheet, SheetPart

if TYPE_CHECKING:
    from app.domain.client_request import ClientRequest, RequestAnswer, RequestStanding
    from app.domain.keeping_text import KeepingText
    from app.domain.practice import Practice


_BLANK: Final = "\u3000\n\u3000"  # for a pen
"""What leaves a line to write on."""


def answer_sheet(one: RequestStanding, text: KeepingText, practice: Practice) -> Sheet:
    """Return the answer to a request; ValueError where it was not answered.

    It bears neither code nor number of the case: it goes to the client. How to reach the counselor
    stands on it where that is known. Raises `PaperUnsigned` where the counselor has no name.
    """
    if one.answer is None:
        raise ValueError("an open request has no answer")
    words = text.words
    who = signer(practice.counselor)
    contact = _filled(((words["contact"], practice.contact),))
    lines = ((words["signature"], _BLANK), (words["date"], _BLANK))
    signed = SheetPart(words["signing"], ((words["counselor"], who), *contact, *lines))
    return Sheet(
        words["answer"],
        words["answer_about"],
        (
            SheetPart(words["request"], _asked(one.request, text)),
            SheetPart(words["answered"], _answered(one.answer, text)),
            SheetPart(words["rights"], lines=(words["rights_about"],)),
            signed,
        ),
        text.edition,
        text.language,
    )


def _asked(request: ClientRequest, text: KeepingText) -> tuple[tuple[str, str], ...]:
    words, kind, asker, identity = text.words, request.kind, request.asker, request.identity
    who = words[asker.value] if asker else ""
    named = words["with_name"].format(who, request.called)
    rows = (
        (words["kind"], words[kind.value] if kind else ""),
        (words["received"], said_day(request.received, text.language)),
        (words["asker"], who if is_blank(request.called) else named),
        (words["identity"], words[identity.value.replace(" ", "_")] if identity else ""),
        (words["asked"], request.said),
    )
    return _filled(rows)


def _answered(answer: RequestAnswer, text: KeepingText) -> tuple[tuple[str, str], ...]:
    words, decision = text.words, answer.decision
    rows = (
        (words["decision"], words[decision.value] if decision else ""),
        (words["done"], said_day(answer.done, text.language) if answer.done else ""),
        (words["how"], answer.said),
        (words["reason"], answer.reason),
        (words["law"], answer.law),
    )
    return _filled(rows)


def _filled(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the rows in which something stands."""
    return tuple(row for row in rows if not is_blank(row[1]))
