"""Rules stand in a book, in order, each under a name of its own."""

from __future__ import annotations

from app.domain.rule import Book, Step


def test_a_book_says_which_rules_the_facts_do_not_meet():
    book: Book[int] = Book("age")

    @book.rule("001", "002", step=Step.PROFILE)
    def adult(years: int) -> bool:
        return years < 18

    @book.rule("003", step=Step.INTAKE)
    def born(years: int) -> bool:
        return years < 0

    assert list(book.rules) == ["age.adult", "age.born"]
    assert (adult.clauses, adult.step) == (("001", "002"), Step.PROFILE)
    assert book.broken(20) == ()
    assert book.broken(3) == (adult,)
    assert book.broken(-1) == (adult, born)
    assert book.lacks(-1) == ("age.adult", "age.born")
