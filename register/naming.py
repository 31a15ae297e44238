"""Advice on a channel's name: what makes names hard to find or to understand. It never says no. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from organisation.swedish import counted, listed

CITY = "Stadens principer för namn"
LANGUAGE = "Namnvårdsgruppen vid Isof"
UPPSALA = "Uppsala kommun"
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
class Advice:
    """One piece of advice, and who gives it. In our own words."""

    text: str
    source: str


GENERAL: tuple[Advice, ...] = (
    Advice("Utgå från hela staden: det ska synas att ni är en del av den", CITY),
    Advice("Tänk på den som söker: använd ord för tjänsten, inte enhetens namn", CITY),
    Advice("Välj ett namn som förklarar sig självt, också utanför sitt sammanhang", CITY),
    Advice("Se det utifrån: undvik projektnamn och påhittade namn", CITY),
    Advice("Lätt att säga och stava", LANGUAGE),
    Advice("Ta med platsen bara när den hjälper läsaren", UPPSALA),
    Advice("Undvik förkortningar, och pröva namnet högt: ”Jag jobbar på …”", VGR),
    Advice("Samma namn på alla plattformar, utan bindestreck och understreck", EMORY),
)


def advise(
    name: str,
    *,
    city: str,
    unit: str,
    handle: str = "",
    languages: Iterable[str] = ("sv",),
    others: Iterable[tuple[str, str]] = (),
) -> list[Advice]:
    """What to consider about a name. `others` are names of other channels, each with the reference to tell it by."""
    found = [*_sender(name, city, unit), *_wording(name, set(languages)), *_account(name, handle)]
    alike = [f"”{other}” ({reference})" for other, reference in others if _alike(name, other)]
    if alike:
        found.append(Advice(f"Namnet liknar {listed(alike[:3])}. Går det att skilja dem åt?", REGISTER))
    return found


def plain_letters(name: str) -> str:
    """The name as a user name: «Läxhjälpen Väst» as «laxhjalpenvast»."""
    return re.sub(r"[^a-z0-9]", "", name.casefold().translate(_PLAIN_LETTERS))


def _sender(name: str, city: str, unit: str) -> list[Advice]:
    """Whether one sees who is behind it, and what one gets."""
    folded, found = name.casefold(), []
    own_words = [word for word in re.findall(r"\w{5,}", unit.casefold()) if word[:6] in folded]
    named_city = city.casefold().split()[0].removesuffix("s") in folded
    serves = bool(_SERVICE.search(folded)) or bool(own_words)
    if not named_city and not own_words:
        found.append(Advice(f"Det syns inte i namnet att {city} eller er verksamhet står bakom kanalen.", CITY))
    if not serves and len(name.split()) == 1:
        found.append(Advice("Namnet är ett ensamt ord. Säg också vad man får eller kan göra hos er.", CITY))
    if "projekt" in folded:
        found.append(Advice("Ordet ”projekt” säger lite för den som inte arbetar hos er.", CITY))
    return found


def _wording(name: str, languages: set[str]) -> list[Advice]:
    """Short forms, other languages and signs that are hard to say."""
    found = []
    if short := re.findall(r"\b[A-ZÅÄÖ]{2,5}\b", name):
        quoted = listed([f"”{word}”" for word in dict.fromkeys(short)])
        found.append(Advice(f"{quoted} ser ut som en förkortning. Skriv ut orden om inte alla förstår den.", VGR))
    english = [word for word in re.findall(r"[a-zåäö]+", name.casefold()) if word in _ENGLISH]
    if english and "en" not in languages:
        found.append(Advice(f"”{english[0]}” är engelska. Svenska ord är lättare att söka på och att stava.", LANGUAGE))
    if re.search(r"\d", name):
        found.append(Advice("Siffror i namnet är svåra att säga och att minnas.", LANGUAGE))
    if "_" in name:
        found.append(Advice("Understreck i namnet är svåra att säga och att skriva rätt.", EMORY))
    return found


def _account(name: str, handle: str) -> list[Advice]:
    """How the name works as a user name."""
    found = []
    if handle and re.search(r"[_-]", handle) and "/" not in handle:
        found.append(Advice(f"Användarnamnet ”{handle}” har bindestreck eller understreck.", EMORY))
    proposed = handle or plain_letters(name)
    if len(proposed) > LONGEST_ON_X and "/" not in handle and "." not in handle:
        size = counted(len(proposed), "tecken", "tecken")
        found.append(
            Advice(
                f"”{proposed}” är {size}. På X får ett användarnamn vara högst {LONGEST_ON_X}, om ni vill heta lika.",
                EMORY,
            )
        )
    elif not handle and re.search("[åäö]", name.casefold()):
        found.append(Advice(f"Utan prickar blir användarnamnet ”{proposed}”. Kan det missförstås?", REGISTER))
    return found


def _alike(name: str, other: str) -> bool:
    return fuzz.ratio(name.casefold(), other.casefold()) >= ALIKE
