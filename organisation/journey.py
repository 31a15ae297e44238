"""The seven steps from idea to registration: number, address and title. Pure data; the guide and the pages read it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class JourneyStep:
    """One step. `slug` is the last part of its address in the guide."""

    number: int
    slug: str
    title: str


JOURNEY: tuple[JourneyStep, ...] = (
    JourneyStep(1, "forarbete", "Gör förarbetet"),
    JourneyStep(2, "avstamning", "Stäm av"),
    JourneyStep(3, "beslut", "Besluta om start"),
    JourneyStep(4, "rutiner", "Ta fram rutiner"),
    JourneyStep(5, "namn", "Namnge kanalen"),
    JourneyStep(6, "registrering", "Registrera kanalen"),
    JourneyStep(7, "kanalbeskrivning", "Lägg in kanalbeskrivning"),
)
