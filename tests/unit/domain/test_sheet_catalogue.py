"""The words to choose from on the sheet of a session are whole, in every language."""

from __future__ import annotations

import pytest

from app import bootstrap
from app.domain.sheet_catalogue import clean_list, load_catalogue, with_own

GOOD = 'edition = "1"\nlanguage = "zh"\nmoods = ["平"]\nproblems = ["睡"]\nremedies = ["线下"]\n'


def test_the_catalogues_have_the_same_words_in_both_languages():
    found = bootstrap.sheet_catalogues()
    chinese, english = found["zh"], found["en"]
    assert chinese.edition == english.edition
    for name in ("moods", "problems", "remedies"):
        assert len(getattr(chinese, name)) == len(getattr(english, name))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('edition = "1"', 'edition = ""'),
        ('language = "zh"', ""),
        ('moods = ["平"]', ""),
        ('problems = ["睡"]', "problems = []"),
        ('remedies = ["线下"]', 'remedies = "线下"'),
        ('moods = ["平"]', 'moods = ["平", "平"]'),
        ('moods = ["平"]', 'moods = [" 平"]'),
    ],
)
def test_a_catalogue_that_lacks_something_is_refused(old, new):
    assert load_catalogue(GOOD).moods == ("平",)
    with pytest.raises(ValueError, match="lacks"):
        load_catalogue(GOOD.replace(old, new))


def test_her_own_list_takes_the_place_of_ours_and_an_empty_one_does_not():
    shipped = load_catalogue(GOOD)
    assert with_own(shipped, ["", "\u200b"]) == shipped
    assert with_own(shipped, [" 论文 ", "论文", "䶮"]).problems == ("论文", "䶮")
    assert clean_list(["😀", "", "😀"]) == ("😀",)
