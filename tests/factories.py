"""Invented people, organisations and units. What a proposal or a channel goes through is built by walking services."""

from typing import Any

import factory
from factory.django import DjangoModelFactory, Password

from organisation.models import Organisation, Unit, User

PASSWORD = "ett långt lösenord för prov"

FIRST_NAMES = ("Åsa", "Mirja", "Ömer", "Linnéa", "Björn", "Samira", "Elof", "Ylva", "Tage", "Zlata", "Håkan", "Ines")
LAST_NAMES = ("Lund", "Öberg", "Ådahl", "Hassan", "Ekström", "Nygårds", "Älvsjö", "Brink", "Kovač", "Sjöö", "Rask")
ORGANISATIONS = ("Förskoleförvaltningen", "Kulturförvaltningen", "Parkbolaget", "Äldreförvaltningen", "Idrottsbolaget")
UNITS = ("Stadsbiblioteket", "Öppna förskolan", "Trädgårdarna", "Läxhjälpen", "Simhallarna", "Ungdomsmottagningen")
TITLES = ("kommunikatör", "bibliotekarie", "enhetschef", "förskollärare", "webbredaktör")


def _cycled(words: tuple[str, ...]) -> Any:
    """Each word in turn; from the second round on with a number, so that names stay unique."""
    return factory.Sequence(lambda n: words[n % len(words)] + (f" {n // len(words) + 1}" if n >= len(words) else ""))


class OrganisationFactory(DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    name = _cycled(ORGANISATIONS)
    kind = Organisation.Kind.DEPARTMENT


class UnitFactory(DjangoModelFactory[Unit]):
    class Meta:
        model = Unit

    organisation = factory.SubFactory(OrganisationFactory)
    name = _cycled(UNITS)


class UserFactory(DjangoModelFactory[User]):
    """Someone employed at a unit, who signs in with PASSWORD."""

    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"person{n}")
    name = factory.Sequence(lambda n: f"{FIRST_NAMES[n % len(FIRST_NAMES)]} {LAST_NAMES[n % len(LAST_NAMES)]}")
    title = factory.Sequence(lambda n: TITLES[n % len(TITLES)])
    email = factory.LazyAttribute(lambda user: f"{user.username}@kanalregistret.test")
    unit = factory.SubFactory(UnitFactory)
    password = Password(PASSWORD)
