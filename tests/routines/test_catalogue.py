"""The catalogue: ten questions, and the laws that hold for each kind of channel and owner, with or without comments."""

import re
from itertools import product
from urllib.parse import urlsplit

import pytest

from organisation.models import Organisation, Unit
from organisation.secrets import tells_password
from register.models import Channel, ChannelKind
from routines.catalogue import CATALOGUE, Entry, Item
from routines.models import PointText, Routine

ITEMS = [(entry, item) for entry in CATALOGUE for item in entry.items]
LAWS = next(entry for entry in CATALOGUE if entry.when == "laws")

ALWAYS = "gdpr records secrecy archive copyright language"
SOCIAL = f"accessibility_elsewhere dsa joint transfer {ALWAYS}"
OWN = f"accessibility_own {ALWAYS}"
HOSTED = f"accessibility_hosted joint transfer deposit {ALWAYS}"
MATRIX = {  # kind of channel, owner, comments: the laws to go through
    ("social", "department", "open"): f"{SOCIAL} boards service_comments noticeboard",
    ("social", "department", "limited"): f"{SOCIAL} boards service_comments noticeboard",
    ("social", "department", "closed"): f"{SOCIAL} noticeboard",
    ("social", "company", "open"): f"{SOCIAL} boards",
    ("social", "company", "limited"): f"{SOCIAL} boards",
    ("social", "company", "closed"): SOCIAL,
    ("web", "department", "open"): f"{OWN} boards service",
    ("web", "department", "limited"): f"{OWN} boards service",
    ("web", "department", "closed"): f"{OWN} service",
    ("web", "company", "open"): f"{OWN} boards",
    ("web", "company", "limited"): f"{OWN} boards",
    ("web", "company", "closed"): OWN,
    ("e_service", "department", "open"): f"{OWN} boards service",
    ("e_service", "department", "limited"): f"{OWN} boards service",
    ("e_service", "department", "closed"): f"{OWN} service",
    ("e_service", "company", "open"): f"{OWN} boards",
    ("e_service", "company", "limited"): f"{OWN} boards",
    ("e_service", "company", "closed"): OWN,
    ("app", "department", "open"): f"{OWN} boards service",
    ("app", "department", "limited"): f"{OWN} boards service",
    ("app", "department", "closed"): f"{OWN} service",
    ("app", "company", "open"): f"{OWN} boards",
    ("app", "company", "limited"): f"{OWN} boards",
    ("app", "company", "closed"): OWN,
    ("newsletter", "department", "open"): f"{HOSTED} service noticeboard",
    ("newsletter", "department", "limited"): f"{HOSTED} service noticeboard",
    ("newsletter", "department", "closed"): f"{HOSTED} service noticeboard",
    ("newsletter", "company", "open"): HOSTED,
    ("newsletter", "company", "limited"): HOSTED,
    ("newsletter", "company", "closed"): HOSTED,
    ("other", "department", "open"): f"{HOSTED} boards service noticeboard",
    ("other", "department", "limited"): f"{HOSTED} boards service noticeboard",
    ("other", "department", "closed"): f"{HOSTED} service noticeboard",
    ("other", "company", "open"): f"{HOSTED} boards",
    ("other", "company", "limited"): f"{HOSTED} boards",
    ("other", "company", "closed"): HOSTED,
}
CITATIONS = {  # as they are printed
    "accessibility_elsewhere": "lag (2018:1937) om tillgänglighet till digital offentlig service (DOS-lagen) 11 §",
    "accessibility_own": "lag (2018:1937) om tillgänglighet till digital offentlig service (DOS-lagen) 10 och 13 §§",
    "accessibility_hosted": "lag (2018:1937) om tillgänglighet till digital offentlig service (DOS-lagen) "
    "10, 11 och 13 §§",
    "boards": "lag (1998:112) om ansvar för elektroniska anslagstavlor (BBS-lagen)",
    "dsa": "förordning (EU) 2022/2065 om digitala tjänster (DSA) och lag (2024:954) med kompletterande bestämmelser",
    "gdpr": "EU:s dataskyddsförordning (EU) 2016/679 (GDPR) och lag (2018:218) med kompletterande bestämmelser",
    "joint": "EU-domstolens dom C-210/16, Wirtschaftsakademie, den 5 juni 2018",
    "transfer": "EU:s dataskyddsförordning (EU) 2016/679 (GDPR) kapitel V",
    "records": "tryckfrihetsförordning (1949:105) 2 kap. och offentlighets- och sekretesslag (2009:400) 5 kap.",
    "secrecy": "offentlighets- och sekretesslag (2009:400)",
    "archive": "arkivlag (1990:782)",
    "copyright": "lag (1960:729) om upphovsrätt till litterära och konstnärliga verk (upphovsrättslagen)",
    "service": "förvaltningslag (2017:900) 6–8 §§",
    "service_comments": "förvaltningslag (2017:900) 6–8 §§",
    "noticeboard": "kommunallag (2017:725) 8 kap. 9–12 §§",
    "language": "språklag (2009:600) 11 §",
    "deposit": "lag (2012:492) om pliktexemplar av elektroniskt material",
}
OFFICIAL = {"www.riksdagen.se", "data.riksdagen.se", "eur-lex.europa.eu", "www.imy.se"}


def test_the_matrix_has_every_kind_of_channel_owner_and_comments() -> None:
    assert set(MATRIX) == set(product(ChannelKind.values, Organisation.Kind.values, Channel.Comments.values))


@pytest.mark.parametrize(("kind", "owner", "comments"), MATRIX)
def test_the_laws_are_those_of_the_matrix(routines: None, kind: str, owner: str, comments: str) -> None:
    channel = Channel(kind=kind, comments=comments, unit=Unit(organisation=Organisation(kind=owner)))
    points = Routine.objects.get(when="laws").points.all()
    found = {point.key for point in points if point.applies_to(channel)}
    assert found == set(MATRIX[kind, owner, comments].split())


def test_the_ten_questions_hold_for_every_channel() -> None:
    questions = [entry for entry in CATALOGUE if entry.when == "question"]
    assert [entry.key for entry in questions] == [
        "content", "tone", "frequency", "publishers", "monitoring", "questions", "crisis", "measurement", "access",
        "records",
    ]  # fmt: skip
    assert not [item.key for entry in questions for item in entry.items if item.kinds or item.organisation]


def test_each_law_is_cited_by_its_name_and_number() -> None:
    assert {item.key: item.law for item in LAWS.items} == CITATIONS


@pytest.mark.parametrize("item", LAWS.items, ids=lambda item: item.key)
def test_each_law_leads_to_an_official_source_and_speaks_of_that_law(item: Item) -> None:
    place = urlsplit(item.link)
    assert (place.scheme, place.netloc in OFFICIAL) == ("https", True)
    number = re.search(r"\((\d{4}):(\d+)\)", item.law)
    if number and "riksdagen.se" in place.netloc:
        assert f"sfs-{number[1]}-{number[2]}" in item.link
    assert "1998:204" not in item.law
    assert "ersonuppgiftslag" not in item.law + item.label


@pytest.mark.parametrize(("entry", "item"), ITEMS, ids=[f"{entry.key}/{item.key}" for entry, item in ITEMS])
def test_each_point_fits_its_columns_and_reads_as_the_others(entry: Entry, item: Item) -> None:
    for name, most in {"label": 200, "hint": 300, "missing": 200, "law": 200, "link": 200, "key": 40}.items():
        assert len(getattr(item, name)) <= most, name
    assert item.kind in PointText.Kind.values
    assert not item.hint.endswith(".")
    assert ("(valfritt)" in item.label) == (not item.missing)
    assert bool(item.choices) == (item.kind == "choice")
    assert not [text for text in (item.label, item.hint, entry.lead) if tells_password(text)]


def test_keys_are_unique_where_they_are_used() -> None:
    assert len({entry.key for entry in CATALOGUE}) == len(CATALOGUE)
    assert [entry.key for entry in CATALOGUE if len({item.key for item in entry.items}) != len(entry.items)] == []
