"""Six questions about a channel's name, answered where our rules can tell. They never say no. Pure functions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from organisation.swedish import counted, listed

CITY = "Stadens principer för namn"
LANGUAGE = "Namnvårdsgruppen vid Isof"
VGR = "Västra Götalandsregionen"
EMORY = "Emory & Henry, ett lärosäte i USA"
REGISTER = "Kanalregistret"

LONGEST_ON_X = 15
ALIKE = 88.0  # of 100

_SERVICE = re.compile(
    r"bibliotek|skola|förskol|gymnasi|hjälp|träff|träning|center|bad|museum|konst|teater|musik|kultur|fritid|gård|hem|"
    r"omsorg|vård|stöd|rådgiv|mottagning|kontakt|service|jobb|arbet|park|natur|trädgård|vatten|återvin|trafik|gatu|"
    r"bygg|bostad|energi|hamn|idrott|sim|isbana|press|kris|kurs|utbildning|vuxen|familj|barn|ung|senior|förening"
)
_ENGLISH = set(
    "the and of with your our news life city youth hub lab community welcome people health school library work make "
    "team".split()
)
_PLAIN_LETTERS = str.maketrans("åäöéü", "aaoeu")


@dataclass(frozen=True)
class Question:
    """One thing to ask about a name, and whose advice it comes from. In our own words."""

    key: str
    text: str
    source: str


GIVES, CONTEXT, SENDER, SOUGHT, PLAIN, SPELLED = "gives", "context", "sender", "sought", "plain", "spelled"
QUESTIONS: tuple[Question, ...] = (
    Question(GIVES, "Säger namnet vad man får eller kan göra?", CITY),
    Question(CONTEXT, "Förstås det utan sitt sammanhang?", CITY),
    Question(SENDER, "Syns staden eller verksamheten som avsändare?", CITY),
    Question(SOUGHT, "Innehåller det ord som människor söker på?", CITY),
    Question(PLAIN, "Är det fritt från förkortningar, projektnamn och interna namn på enheter?", VGR),
    Question(SPELLED, "Stavas det som det låter?", LANGUAGE),
)


Objection = tuple[str, tuple[str, ...]]  # what is said, and the questions it answers no to


@dataclass(frozen=True)
class Answer:
    """Yes, no, or None when only people can tell; with the advice that says why it is no."""

    question: Question
    said: bool | None
    why: list[str] = field(default_factory=list)

    @property
    def word(self) -> str:
        return {True: "Ja", False: "Nej", None: "Avgör själva"}[self.said]


@dataclass(frozen=True)
class Tip:
    """Something to think of, and whose advice it is."""

    text: str
    source: str


def answer(name: str, *, city: str, unit: str, languages: Iterable[str] = ("sv",)) -> list[Answer]:
    """The six questions about a name, in the order they are asked."""
    seen = _seen(name, city, unit)
    objections = [*_sender(name, seen, city), *_wording(name, set(languages))]
    yes = {
        GIVES: seen.serves,
        CONTEXT: seen.serves and (seen.city or seen.own_words),
        SENDER: True,
        SOUGHT: seen.service,
        PLAIN: True,
        SPELLED: True,
    }
    answers = []
    for question in QUESTIONS:
        why = [text for text, against in objections if question.key in against]
        answers.append(Answer(question, False if why else yes[question.key] or None, why))
    return answers


def departs(answers: Iterable[Answer]) -> bool:
    """Whether a name departs from the advice, so that one asks why it was chosen."""
    return any(each.said is False for each in answers)


def tips(name: str, handle: str = "") -> list[Tip]:
    """How the name works as a user name. Nobody is asked to explain these."""
    found = []
    if handle and re.search(r"[_-]", handle) and "/" not in handle:
        found.append(Tip(f"Användarnamnet ”{handle}” har bindestreck eller understreck.", EMORY))
    proposed = handle or plain_letters(name)
    if len(proposed) > LONGEST_ON_X and "/" not in handle and "." not in handle:
        size = counted(len(proposed), "tecken", "tecken")
        text = f"”{proposed}” är {size}. På X får ett användarnamn vara högst {LONGEST_ON_X}, om ni vill heta lika."
        found.append(Tip(text, EMORY))
    elif not handle and re.search("[åäö]", name.casefold()):
        found.append(Tip(f"Utan prickar blir användarnamnet ”{proposed}”. Kan det missförstås?", REGISTER))
    return found


def alike(name: str, other: str) -> bool:
    """Whether two names are easily taken for each other."""
    return fuzz.ratio(name.casefold(), other.casefold()) >= ALIKE


def plain_letters(name: str) -> str:
    """The name as a user name: «Läxhjälpen Väst» as «laxhjalpenvast»."""
    return re.sub(r"[^a-z0-9]", "", name.casefold().translate(_PLAIN_LETTERS))


@dataclass(frozen=True)
class _Seen:
    """What one sees in a name: the city, words of the unit's own name, words for a service."""

    city: bool
    own_words: bool
    service: bool

    @property
    def serves(self) -> bool:
        return self.service or self.own_words


def _seen(name: str, city: str, unit: str) -> _Seen:
    folded = name.casefold()
    own_words = any(word[:6] in folded for word in re.findall(r"\w{5,}", unit.casefold()))
    named_city = city.casefold().split()[0].removesuffix("s") in folded
    return _Seen(named_city, own_words, bool(_SERVICE.search(folded)))


def _sender(name: str, seen: _Seen, city: str) -> Iterator[Objection]:
    """Whether one sees who is behind it, and what one gets."""
    if not seen.city and not seen.own_words:
        yield f"Det syns inte i namnet att {city} eller er verksamhet står bakom kanalen.", (SENDER,)
    if not seen.serves and len(name.split()) == 1:
        yield "Namnet är ett ensamt ord. Säg också vad man får eller kan göra hos er.", (GIVES, CONTEXT)
    if "projekt" in name.casefold():
        yield "Ordet ”projekt” säger lite för den som inte arbetar hos er.", (PLAIN,)


def _wording(name: str, languages: set[str]) -> Iterator[Objection]:
    """Short forms, other languages and signs that are hard to say."""
    if short := re.findall(r"\b[A-ZÅÄÖ]{2,5}\b", name):
        quoted = listed([f"”{word}”" for word in dict.fromkeys(short)])
        yield f"{quoted} ser ut som en förkortning. Skriv ut orden om inte alla förstår den.", (PLAIN,)
    english = [word for word in re.findall(r"[a-zåäö]+", name.casefold()) if word in _ENGLISH]
    if english and "en" not in languages:
        yield f"”{english[0]}” är engelska. Svenska ord är lättare att söka på och att stava.", (SPELLED,)
    if re.search(r"\d", name):
        yield "Siffror i namnet är svåra att säga och att minnas.", (SPELLED,)
    if "_" in name:
        yield "Understreck i namnet är svåra att säga och att skriva rätt.", (SPELLED,)
