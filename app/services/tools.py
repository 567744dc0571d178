"""What bootstrap hands to the services besides the vault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.term import CHINESE, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.deid.engine import Deidentifier
    from app.domain.consent import ConsentTemplate
    from app.domain.crisis_text import CrisisText
    from app.domain.disclosure_text import DisclosureText
    from app.domain.ending_text import EndingText
    from app.domain.formulation import Scheme
    from app.domain.hour_goals import RuleSet
    from app.domain.intake_paper import IntakeText
    from app.domain.keeping_text import KeepingText
    from app.domain.note import NoteTemplate
    from app.domain.practice_paper import PaperText
    from app.domain.record_sample import SampleList
    from app.domain.scale import Scale
    from app.domain.scale_sheet import ScaleText
    from app.domain.scope_words import ScopeWords
    from app.domain.screen import ScreenCatalogue
    from app.domain.sheet_catalogue import SheetCatalogue
    from app.domain.summary import SummaryWording
    from app.ports import AnswerReader, Clock, NoteReader, Papers, Shelf


@dataclass(frozen=True)
class Tools:
    """Clock, paper, shelf, the templates and wordings, and the maker of the de-identifier.

    `deidentifier` loads the model when it is first called; start-up does not pay for it. `screens`
    are the items of the suitability screen by language, `practice_papers` the words of
    the papers of the practice by key and language, `answers` reads the files of questionnaires,
    `old_notes` those of notes from before the program,
    `intake_texts` are the words of the pre-intake form by language, `scope_words` what is beyond
    a counselor, `formulation_schemes` the schemes of a case formulation in every language,
    `scales` the scales that are shipped, in every language, `scale_texts` the words of scales
    on paper by language, `crisis_texts` the words of a hard day and whom to call, by language,
    `hour_rules` what registers and platforms ask for in hours, in every language,
    `disclosure_texts` the exceptions to confidentiality by language,
    `ending_texts` the words of letters of referral and closing summaries, by language,
    `keeping_texts` the profiles of retention and the words of an answer, by language,
    `sample_lists` what is looked for in a sample of notes, by language,
    `client` is what stands for the client's name where it is hidden.
    """

    clock: Clock
    papers: Papers
    shelf: Shelf
    answers: AnswerReader
    old_notes: NoteReader
    consent_templates: Mapping[str, ConsentTemplate]
    note_templates: Mapping[str, NoteTemplate]
    summary_wordings: Mapping[str, SummaryWording]
    deidentifier: Callable[[], Deidentifier]
    sheet_catalogues: Mapping[str, SheetCatalogue] = field(default_factory=dict)
    screens: Mapping[str, ScreenCatalogue] = field(default_factory=dict)
    practice_papers: Mapping[tuple[str, str], PaperText] = field(default_factory=dict)
    intake_texts: Mapping[str, IntakeText] = field(default_factory=dict)
    scope_words: tuple[ScopeWords, ...] = ()
    formulation_schemes: tuple[Scheme, ...] = ()
    scales: tuple[Scale, ...] = ()
    scale_texts: Mapping[str, ScaleText] = field(default_factory=dict)
    crisis_texts: Mapping[str, CrisisText] = field(default_factory=dict)
    hour_rules: tuple[RuleSet, ...] = ()
    disclosure_texts: Mapping[str, DisclosureText] = field(default_factory=dict)
    ending_texts: Mapping[str, EndingText] = field(default_factory=dict)
    client: str = CHINESE[Term.CLIENT]
    keeping_texts: Mapping[str, KeepingText] = field(default_factory=dict)
    sample_lists: Mapping[str, SampleList] = field(default_factory=dict)
