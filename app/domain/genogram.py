"""A genogram (家谱图): the people of a family, who is with whom, whose child, how close they are.

Everything is a value: what changes one gives another, so that a step can be taken back. People are
tied by couples and their children alone, and no ring of ties can come about: whoever is added by a
tie is new in the drawing. Bonds between two people may be drawn between any.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

OLDEST: Final = 130
"""The highest age that can be written."""
MOST: Final = 200
"""The most people in one drawing."""


class Sex(Enum):
    """Which sign stands for somebody: square, circle, or diamond."""

    MAN = "man"
    WOMAN = "woman"
    OTHER = "other"


class Tie(Enum):
    """How a couple stands."""

    MARRIED = "married"
    TOGETHER = "together"
    SEPARATED = "separated"
    DIVORCED = "divorced"


class Came(Enum):
    """How a child came into the family."""

    BORN = "born"
    ADOPTED = "adopted"
    FOSTERED = "fostered"


class Feeling(Enum):
    """What is between two people."""

    CLOSE = "close"
    ENMESHED = "enmeshed"
    DISTANT = "distant"
    CONFLICT = "conflict"
    CUT_OFF = "cut off"


@dataclass(frozen=True)
class Person:
    """Somebody in the drawing; `age` is that of the day of the version, or of their death."""

    id: int
    sex: Sex = Sex.OTHER
    name: str = field(default="", repr=False)
    age: int | None = field(default=None, repr=False)
    died: bool = field(default=False, repr=False)
    note: str = field(default="", repr=False)

    @property
    def blank(self) -> bool:
        """Whether nothing is known but that somebody was there."""
        return not (self.name or self.note or self.died or self.age is not None)


@dataclass(frozen=True)
class Child:
    """A child of a couple; `twin`: born together with the child before."""

    person: int
    came: Came = Came.BORN
    twin: bool = False


@dataclass(frozen=True)
class Couple:
    """Two people and their children, the first-born first."""

    id: int
    one: int
    other: int
    tie: Tie = Tie.MARRIED
    children: tuple[Child, ...] = ()

    def has(self, person: int) -> bool:
        """Return whether somebody is one of the two."""
        return person in (self.one, self.other)

    def beside(self, person: int) -> int:
        """Return the other of the two."""
        return self.other if person == self.one else self.one


@dataclass(frozen=True)
class Bond:
    """What is between two people, the lower number first; one bond at most between two."""

    one: int
    other: int
    feeling: Feeling

    def has(self, person: int) -> bool:
        """Return whether somebody is one of the two."""
        return person in (self.one, self.other)


@dataclass(frozen=True)
class Genogram:
    """A family as it is drawn; `index` is the client (索引人), who is always there."""

    people: tuple[Person, ...]
    couples: tuple[Couple, ...] = ()
    bonds: tuple[Bond, ...] = ()
    index: int = 1

    def person(self, number: int) -> Person:
        """Return somebody; raise `KeyError` where nobody has this number."""
        for one in self.people:
            if one.id == number:
                return one
        raise KeyError(number)

    def parents(self, number: int) -> Couple | None:
        """Return the couple whose child somebody is; None where it is not in the drawing."""
        return next((it for it in self.couples if number in _children(it)), None)

    def couples_of(self, number: int) -> tuple[Couple, ...]:
        """Return the couples that somebody belongs to."""
        return tuple(one for one in self.couples if one.has(number))

    def bond(self, one: int, other: int) -> Bond | None:
        """Return what is drawn between two people."""
        pair = (min(one, other), max(one, other))
        return next((it for it in self.bonds if (it.one, it.other) == pair), None)


def begun(sex: Sex = Sex.OTHER, name: str = "") -> Genogram:
    """Return a drawing that holds the client alone."""
    return Genogram((Person(1, sex, name),))


def add_parents(family: Genogram, child: int) -> tuple[Genogram, int]:
    """Return the drawing with father and mother of somebody, and the father's number.

    Where they are there already, nothing changes.
    """
    known = family.parents(child)
    if known is not None:
        return family, known.one
    first = _next(family)
    father, mother = Person(first, Sex.MAN), Person(first + 1, Sex.WOMAN)
    couple = Couple(_next_couple(family), first, first + 1, children=(Child(child),))
    return _with(family, (father, mother), couple), first


def add_partner(family: Genogram, person: int, tie: Tie = Tie.MARRIED) -> tuple[Genogram, int]:
    """Return the drawing with one more partner of somebody, and the partner's number."""
    opposite = {Sex.MAN: Sex.WOMAN, Sex.WOMAN: Sex.MAN, Sex.OTHER: Sex.OTHER}
    new = Person(_next(family), opposite[family.person(person).sex])
    couple = Couple(_next_couple(family), person, new.id, tie)
    return _with(family, (new,), couple), new.id


def add_child(family: Genogram, parent: int, couple: int = 0) -> tuple[Genogram, int]:
    """Return the drawing with a child of somebody, and its number.

    It is one of `couple`, else of the couple added last; where there is none the other parent
    stands in the drawing as somebody of whom nothing is known.
    """
    found = family.couples_of(parent)
    if not found:
        family, other = add_partner(family, parent, Tie.TOGETHER)
        family = change(family, replace(family.person(other), sex=Sex.OTHER))
        found = family.couples_of(parent)
    chosen = next((one for one in found if one.id == couple), found[-1])
    new = Person(_next(family))
    wider = replace(chosen, children=(*chosen.children, Child(new.id)))
    return replace(_swap(family, wider), people=(*family.people, new)), new.id


def add_sibling(family: Genogram, person: int) -> tuple[Genogram, int]:
    """Return the drawing with a younger sibling of somebody, and the sibling's number.

    The parents come with it where they are not there yet.
    """
    family, parent = add_parents(family, person)
    couple = family.parents(person)
    assert couple is not None  # noqa: S101 - for mypy: they were added above
    family, new = add_child(family, parent, couple.id)
    return _moved_to(family, new, _children(couple).index(person) + 1), new


def change(family: Genogram, person: Person) -> Genogram:
    """Return the drawing with somebody told otherwise; raise `KeyError` for a stranger."""
    family.person(person.id)
    return replace(
        family, people=tuple(person if one.id == person.id else one for one in family.people)
    )


def change_tie(family: Genogram, couple: int, tie: Tie) -> Genogram:
    """Return the drawing with a couple that stands otherwise."""
    (found,) = (one for one in family.couples if one.id == couple)
    return _swap(family, replace(found, tie=tie))


def change_child(family: Genogram, child: Child) -> Genogram:
    """Return the drawing with a child that came otherwise; raise `KeyError` for nobody's child.

    The first-born is nobody's twin.
    """
    couple = family.parents(child.person)
    if couple is None:
        raise KeyError(child.person)
    changed = tuple(child if one.person == child.person else one for one in couple.children)
    return _swap(family, replace(couple, children=_eldest_alone(changed)))


def move_child(family: Genogram, person: int, by: int) -> Genogram:
    """Return the drawing with somebody born `by` places later among the siblings, or earlier.

    Whoever is moved is nobody's twin; at the ends nothing changes.
    """
    couple = family.parents(person)
    if couple is None:
        return family
    at = _children(couple).index(person) + by
    if not 0 <= at < len(couple.children):
        return family
    return _moved_to(family, person, at)


def change_bond(family: Genogram, one: int, other: int, feeling: Feeling | None) -> Genogram:
    """Return the drawing with what is between two people; None takes it away."""
    pair = (min(one, other), max(one, other))
    rest = tuple(it for it in family.bonds if (it.one, it.other) != pair)
    if feeling is None or one == other:
        return replace(family, bonds=rest)
    return replace(family, bonds=(*rest, Bond(*pair, feeling)))


def remove(family: Genogram, person: int) -> Genogram:
    """Return the drawing without somebody, or with a blank in their place.

    A parent of children that are drawn leaves a blank: the children hang there. A blank that is
    removed takes everybody along who is tied to the client by it alone. The client stays.
    """
    if person == family.index:
        return family
    here = family.person(person)
    if not here.blank and any(one.children for one in family.couples_of(person)):
        blank = change(family, Person(person, here.sex))
        return replace(blank, bonds=_bonds_within(blank, {it.id for it in blank.people} - {person}))
    return _tied_to_index(_cut_out(family, person))


def genogram_of(raw: Mapping[str, Any]) -> Genogram:
    """Return the drawing that an entry holds; raise ValueError where it is none.

    Keys that this version does not know are ignored.
    """
    try:
        made = _read(raw)
    except (KeyError, TypeError) as problem:
        raise ValueError("a genogram lacks something") from problem
    _check(made)
    return made


def _read(raw: Mapping[str, Any]) -> Genogram:
    people = tuple(
        Person(
            one["id"],
            Sex(one["sex"]),
            one.get("name", ""),
            one.get("age"),
            bool(one.get("died", False)),
            one.get("note", ""),
        )
        for one in raw["people"]
    )
    couples = tuple(
        Couple(
            one["id"],
            one["one"],
            one["other"],
            Tie(one["tie"]),
            tuple(
                Child(it["person"], Came(it["came"]), bool(it["twin"])) for it in one["children"]
            ),
        )
        for one in raw["couples"]
    )
    bonds = tuple(Bond(one["one"], one["other"], Feeling(one["feeling"])) for one in raw["bonds"])
    return Genogram(people, couples, bonds, raw["index"])


def _check(made: Genogram) -> None:
    """Raise ValueError where ties lead to nobody, twice to somebody, or in a ring."""
    known = {one.id for one in made.people}
    if len(known) < len(made.people) or made.index not in known:
        raise ValueError("two people of a genogram have one number, or the client is not there")
    ends = [end for one in made.couples for end in (one.one, one.other, *_children(one))]
    pairs = [(one.one, one.other) for one in made.bonds]
    if not known.issuperset([*ends, *(end for pair in pairs for end in pair)]):
        raise ValueError("a tie of a genogram leads to nobody")
    if len(set(pairs)) < len(pairs) or any(one >= other for one, other in pairs):
        raise ValueError("a bond of a genogram is drawn twice or to the same person")
    if len({one.id for one in made.couples}) < len(made.couples):
        raise ValueError("two couples of a genogram have one number")
    # A forest has one tie less than people and couples for each of its trees, no more and no less.
    trees = len(list(groups(made)))
    if len(known) + len(made.couples) - len(ends) != trees:
        raise ValueError("the ties of a genogram go round in a ring")


def groups(family: Genogram) -> Iterator[frozenset[int]]:
    """Yield who is tied to whom, the client's own family first, then by the lowest number."""
    left = {family.index, *(one.id for one in family.people)}
    first = _group(family, family.index)
    yield first
    left -= first
    while left:
        group = _group(family, min(left))
        yield group
        left -= group


def _group(family: Genogram, number: int) -> frozenset[int]:
    """Return everybody who is tied to somebody, by however many ties."""
    found, waiting = {number}, [number]
    while waiting:
        at = waiting.pop()
        for couple in family.couples:
            ends = {couple.one, couple.other, *_children(couple)}
            if at in ends:
                waiting += ends - found
                found |= ends
    return frozenset(found)


def _children(couple: Couple) -> tuple[int, ...]:
    return tuple(one.person for one in couple.children)


def _next(family: Genogram) -> int:
    return max(one.id for one in family.people) + 1


def _next_couple(family: Genogram) -> int:
    return max((one.id for one in family.couples), default=0) + 1


def _with(family: Genogram, people: Iterable[Person], couple: Couple) -> Genogram:
    return replace(family, people=(*family.people, *people), couples=(*family.couples, couple))


def _swap(family: Genogram, couple: Couple) -> Genogram:
    return replace(
        family, couples=tuple(couple if one.id == couple.id else one for one in family.couples)
    )


def _eldest_alone(children: tuple[Child, ...]) -> tuple[Child, ...]:
    """Return the children with a first-born who is nobody's twin."""
    return (replace(children[0], twin=False), *children[1:]) if children else children


def _moved_to(family: Genogram, person: int, at: int) -> Genogram:
    """Return the drawing with a child at a place among the siblings, nobody's twin there."""
    couple = family.parents(person)
    assert couple is not None  # noqa: S101 - for mypy: asked for a child alone
    (moved,) = (one for one in couple.children if one.person == person)
    rest = [one for one in couple.children if one.person != person]
    rest.insert(at, replace(moved, twin=False))
    return _swap(family, replace(couple, children=_eldest_alone(tuple(rest))))


def _cut_out(family: Genogram, person: int) -> Genogram:
    """Return the drawing without somebody and without the couples that they made."""
    couples = tuple(
        replace(
            one,
            children=_eldest_alone(tuple(it for it in one.children if it.person != person)),
        )
        for one in family.couples
        if not one.has(person)
    )
    people = tuple(one for one in family.people if one.id != person)
    return replace(family, people=people, couples=couples)


def _tied_to_index(family: Genogram) -> Genogram:
    """Return the client's own family alone, with the bonds within it."""
    kept = _group(family, family.index)
    return replace(
        family,
        people=tuple(one for one in family.people if one.id in kept),
        couples=tuple(one for one in family.couples if one.one in kept),
        bonds=_bonds_within(family, kept),
    )


def _bonds_within(family: Genogram, kept: Iterable[int]) -> tuple[Bond, ...]:
    known = set(kept)
    return tuple(one for one in family.bonds if {one.one, one.other} <= known)
