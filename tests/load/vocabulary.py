"""The words the load registers are written with, chosen so that three search words hit known shares. Pure."""

from random import Random

RARE, COMMON, BROAD = "skridsko", "bibliotek", "invånare"
SHARES = {RARE: 0.003, COMMON: 0.06, BROAD: 0.75}  # of all channels; no other word below contains these

RARE_SUBJECTS = ("Skridskoskolan", "Skridskobanan", "Skridskodiscot")
COMMON_SUBJECTS = (
    "Biblioteket",
    "Barnbiblioteket",
    "Bokbussen och biblioteket",
    "Biblioteksfilialen",
    "Meröppna bibliotek",
)
SUBJECTS = (
    "Förskolan", "Öppna förskolan", "Fritidsgården", "Simhallen", "Ungdomsmottagningen", "Äldreboendet",
    "Träffpunkten", "Kulturskolan", "Naturskolan", "Lekplatserna", "Parkerna", "Återvinningscentralen",
    "Konsumentrådgivningen", "Budget- och skuldrådgivningen", "Familjecentralen", "Grundskolan", "Gymnasiet",
    "Vuxenutbildningen", "Daglig verksamhet", "Hemtjänsten", "Stadsutvecklingen", "Trafikkontoret",
    "Medborgarkontoret", "Konsthallen", "Stadsmuseet", "Idrottsplatsen", "Jobbcentret", "Bygglov", "Miljötillsynen",
    "Evenemangen", "Ungdomsfullmäktige", "Anhörigstödet",
)  # fmt: skip
PLACES = (
    "Angered", "Askim", "Backa", "Bergsjön", "Biskopsgården", "Brunnsbo", "Bö", "Eriksberg", "Frölunda",
    "Gamlestaden", "Gårda", "Gårdsten", "Haga", "Hammarkullen", "Hisingen", "Hjällbo", "Hovås", "Härlanda", "Högsbo",
    "Johanneberg", "Kortedala", "Kungsladugård", "Kålltorp", "Kärra", "Landala", "Lindholmen", "Linné", "Lundby",
    "Lövgärdet", "Majorna", "Masthugget", "Nordstan", "Olivedal", "Olskroken", "Rambergsstaden", "Ruddalen",
    "Sandarna", "Sisjön", "Styrsö", "Säve", "Tolered", "Torslanda", "Tuve", "Tynnered", "Utby", "Vasastaden",
    "Älvsborg", "Önnered", "Örgryte",
)  # fmt: skip
NAMES = ("{subject} {place}", "{subject} i {place}", "{place}: {subject}", "{subject} {place} och omnejd")
FOR_MOST = (
    "Fler invånare i {place} ska hitta till oss och veta vad som gäller.",
    "Vi berättar för invånare i {place} vad som händer, och svarar på frågor.",
    "Det ska bli lättare för invånare att vara med och påverka i {place}.",
)
FOR_OTHERS = (
    "Fler i {place} ska hitta till oss och veta vad som gäller.",
    "Vi berättar för grannar och besökare i {place} vad som händer, och svarar på frågor.",
)
PURPOSES = (
    "Här finns öppettider, program och anmälan, och den som undrar något får svar samma dag.",
    "Kanalen visar vardagen hos oss, så att den som tvekar vågar komma dit.",
    "Vi når dem som sällan läser brev eller besöker en webbplats.",
    "Den som planerar sin vecka ska kunna se vad som är inställt eller flyttat.",
    "Berättelser om vad andra har fått hjälp med gör det lättare att själv söka stöd.",
    "Vi samlar in förslag inför varje termin och visar vad som blev av dem.",
    "Vid störningar och kriser är kanalen ett av de ställen där samma besked ges först.",
    "Medarbetare berättar om sitt arbete, så att fler söker våra lediga tjänster.",
)
AUDIENCES = (
    "Föräldrar till barn i förskoleåldern", "Elever i årskurs 7–9 och deras vårdnadshavare",
    "Unga mellan 16 och 25 år", "Personer över 65 år och deras anhöriga", "Nyanlända som läser svenska",
    "Småföretagare i närområdet", "Föreningar och eldsjälar", "Personer med funktionsnedsättning",
    "Cyklister och gående", "Studenter och forskare",
)  # fmt: skip
FORE_WORDS = (
    "Förskole", "Grundskole", "Utbildnings", "Social", "Äldre", "Funktionsstöds", "Kultur", "Idrotts", "Miljö",
    "Stadsmiljö", "Stadsbyggnads", "Fastighets", "Exploaterings", "Inköps", "Arbetsmarknads", "Kretslopps",
    "Intraservice", "Konsument", "Park", "Hamn", "Energi", "Bostads", "Spårvägs", "Evenemangs", "Lokal", "Leasing",
    "Försäkrings", "Gatu", "Renhållnings", "Vatten",
)  # fmt: skip
FIRST_NAMES = (
    "Åsa", "Mirja", "Ömer", "Linnéa", "Björn", "Samira", "Elof", "Ylva", "Tage", "Zlata", "Håkan", "Ines", "Ahmed",
    "Britta",
)  # fmt: skip
LAST_NAMES = (
    "Lund", "Öberg", "Ådahl", "Hassan", "Ekström", "Nygårds", "Älvsjö", "Brink", "Kovač", "Sjöö", "Rask", "Wiik",
    "Yılmaz",
)  # fmt: skip
TITLES = ("kommunikatör", "handläggare", "enhetschef", "förskollärare", "webbredaktör", "samordnare", "pedagog")
_ONE_TURN = 1000  # channels; in every such turn the shares are exact


def spread(number: int, *, salt: int = 0) -> float:
    """Where a channel stands in its thousand, from 0 up to 1: each place once, and neighbours far from each other."""
    return (number * 7919 + salt * 331) % _ONE_TURN / _ONE_TURN


def name(number: int, random: Random) -> str:
    """A name for channel `number`: one with the rare word, one with the common word, or any other."""
    place = spread(number)
    rare, common = SHARES[RARE], SHARES[COMMON]
    subjects = RARE_SUBJECTS if place < rare else COMMON_SUBJECTS if place < rare + common else SUBJECTS
    return random.choice(NAMES).format(subject=random.choice(subjects), place=random.choice(PLACES))


def purpose(number: int, random: Random) -> str:
    """Two or three sentences; three of four speak of the broad word."""
    first = FOR_MOST if spread(number, salt=1) < SHARES[BROAD] else FOR_OTHERS
    opening = random.choice(first).format(place=random.choice(PLACES))
    return " ".join([opening, *random.sample(PURPOSES, random.choice((1, 2)))])


def organisation(number: int) -> str:
    """«Kulturförvaltningen», «Parkbolaget»; each number another name."""
    turn, word = divmod(number, len(FORE_WORDS))
    ending = "förvaltningen" if (word + turn) % 3 else "bolaget"
    return FORE_WORDS[word] + ending + (f" {turn + 1}" if turn else "")


def unit(number: int) -> str:
    """«Enheten Majorna 3»; a name of its own within any organisation."""
    turn, place = divmod(number, len(PLACES))
    return f"Enheten {PLACES[place]}" + (f" {turn + 1}" if turn else "")


def person(number: int) -> str:
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[number // 3 % len(LAST_NAMES)]}"
