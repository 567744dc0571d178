"""What a form says that practice and client record did not know yet: nobody writes it twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.client import EmergencyContact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.client import Place, Profile
    from app.domain.practice import Practice

_OF_PRACTICE: Final = {
    "counselor": "counselor",
    "practice": "name",
    "credentials": "credentials",
    "credential_link": "credential_link",
    "orientation": "orientation",
    "platform": "platform",
    "fee": "fee",
    "counselor_contact": "contact",
}
_PHONE: Final = re.compile(r"\+?\d[\d -]{5,}\d")
_EMAIL: Final = re.compile(r"[^\s,，、;；:：()（）]+@[^\s,，、;；:：()（）]+")
_WECHAT: Final = re.compile(r"^(?:微信号?|WeChat)[\s:：]*", re.IGNORECASE)
_PARTS: Final = ("phone", "wechat", "email", "place", "counselor_place", "emergency")
_APART: Final = re.compile(r"[,，、;；:：()（）]+")
_BETWEEN: Final = re.compile(r"[\s,，、;；:：()（）]+")
_KIN: Final = (
    "父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|配偶|爱人|伴侣|男友|女友|男朋友|女朋友|儿子|女儿|"
    "哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|姥爷|姥姥|叔叔|伯伯|姑姑|舅舅|阿姨|姨妈|监护人|"
    "朋友|好友|同学|同事|室友|邻居|辅导员|班主任"
)
_RELATED: Final = re.compile(
    rf"{_KIN}|her|his|their|my|the|older|elder|younger|big|little|best|close|former|ex|"
    r"(?:step|grand)?(?:mother|father|son|daughter)(?:-in-law)?|(?:grand)?(?:mom|mum|ma|dad|pa)|"
    r"(?:step)?(?:brother|sister)(?:-in-law)?|sibling|parent|guardian|husband|wife|spouse|partner|"
    r"fiancee?|boyfriend|girlfriend|aunt|uncle|cousin|niece|nephew|friend|neighbou?r|colleague|"
    r"coworker|classmate|roommate|flatmate|teacher|tutor",
    re.IGNORECASE,
)
_KIN_FIRST: Final = re.compile(rf"({_KIN})(?=[\u4e00-\u9fff]{{2,4}}(?:\s|$))")
"""What somebody is to a client, written before the name without a space."""


def practice_after(practice: Practice, facts: Mapping[str, str]) -> Practice:
    """Return the practice with what a consent says about it; only what was empty is filled."""
    known: dict[str, Any] = {
        name: facts[key].strip()
        for key, name in _OF_PRACTICE.items()
        if facts.get(key, "").strip() and not getattr(practice, name).strip()
    }
    return replace(practice, **known)


def practice_at(practice: Practice, profile: Profile) -> Practice:
    """Return the practice in the place that the first case names, where it had none.

    Otherwise the same session would stand at two hours: by the case's clock and the computer's.
    """
    place = practice.place
    if place.city or place.time_zone or not profile.counselor_place.time_zone:
        return practice
    return replace(practice, place=profile.counselor_place)


def profile_after(profile: Profile, facts: Mapping[str, str], own: Place | None = None) -> Profile:
    """Return the client with what a consent says of them, where nothing was known.

    `own` is where the practice is: a case names the counselor's place only where it is another.
    """
    profile = _reached(profile, facts.get("client_contact", "").strip())
    profile = _called(profile, facts.get("emergency_contact", "").strip())
    theirs, mine = (facts.get(key, "").strip() for key in ("client_place", "counselor_place"))
    if theirs and not profile.place.city.strip():
        profile = replace(profile, place=replace(profile.place, city=theirs))
    practice = own.city.strip() if own is not None else ""
    if mine and mine != practice and not profile.counselor_place.city.strip():
        profile = replace(profile, counselor_place=replace(profile.counselor_place, city=mine))
    return profile


def profile_by_clocks(profile: Profile, zones: Mapping[str, str]) -> Profile:
    """Return the client with the time zones of cities named without one, where they are known."""
    return replace(
        profile,
        place=_by_clock(profile.place, zones),
        counselor_place=_by_clock(profile.counselor_place, zones),
    )


def filled(before: Profile, after: Profile) -> tuple[str, ...]:
    """Return the parts of the record that differ, in the order in which it shows them."""
    return tuple(name for name in _PARTS if getattr(before, name) != getattr(after, name))


def _by_clock(place: Place, zones: Mapping[str, str]) -> Place:
    """Return a place with the time zone of its city, where it has none yet."""
    if place.time_zone:
        return place
    return replace(place, time_zone=zones.get(place.city.strip(), ""))


def _reached(profile: Profile, said: str) -> Profile:
    """Return the client with how to reach them, where there was nothing at all."""
    if not said or any(one.strip() for one in (profile.phone, profile.wechat, profile.email)):
        return profile
    if address := _EMAIL.search(said):
        return replace(profile, email=address.group())
    if found := _PHONE.search(said):
        return replace(profile, phone=found.group().strip())
    return replace(profile, wechat=_WECHAT.sub("", said))


def _called(profile: Profile, said: str) -> Profile:
    """Return the client with the emergency contact that was named, where there was none."""
    known = profile.emergency
    if not said or known.name.strip() or known.phone.strip():
        return profile
    found = _PHONE.search(said)
    rest = _PHONE.sub(" ", said, count=1)
    # Digits are part of a number, however short, and never what somebody is to a client.
    digits = [word for word in _BETWEEN.split(rest) if _has_digit(word)]
    name, relation = _name_and_relation(rest)
    phone = found.group().strip() if found else " ".join(digits)
    return replace(profile, emergency=EmergencyContact(name, relation, phone))


def _name_and_relation(said: str) -> tuple[str, str]:
    """Return who is to be called and what they are to the client, in whichever order it stands.

    Where no word of kinship is known, what comes first is the name: the first word of Chinese,
    and of other scripts, whose names have several words, what stands before a comma.
    """
    parts = [_words(part) for part in _APART.split(said)]
    words = [word for part in parts for word in part]
    related = [word for word in words if _RELATED.fullmatch(word)]
    named = [word for word in words if not _RELATED.fullmatch(word)]
    if related and named:
        return " ".join(named), " ".join(related)
    if said.isascii():
        words = [" ".join(part) for part in parts if part]
    name, *relation = words or [""]
    return name, " ".join(relation)


def _words(part: str) -> list[str]:
    """Return the words, of Chinese also where kinship and name are written as one."""
    found = _KIN_FIRST.sub(r"\1 ", part).split()
    return [word for word in found if not _has_digit(word)]


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)
