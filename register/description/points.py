"""What a channel description must tell, the purpose and five points, and how much of it is told. Pure functions."""

from collections.abc import Mapping
from dataclasses import dataclass

from organisation.swedish import count_word

TEXT, LINK, NOT_YET = "text", "link", "not_yet"
WHERE = ((TEXT, "I texten"), (LINK, "Via länken"), (NOT_YET, "Inte än"))  # where a point is told
PURPOSE = "purpose"


@dataclass(frozen=True)
class Point:
    """One thing to tell: its key, the question about it, and how it reads after «Visa var det står»."""

    key: str
    label: str
    told: str

    @property
    def missing(self) -> str:
        return f"Visa var det står {self.told}"


POINTS: tuple[Point, ...] = (
    Point(PURPOSE, "Framgår syftet?", "vilket syftet är"),
    Point("comments_use", "Hur kommentarer är tänkta att användas?", "hur kommentarer är tänkta att användas"),
    Point("removed", "Vilka kommentarer som tas bort?", "vilka kommentarer som tas bort"),
    Point("report", "Hur man anmäler kränkande inlägg?", "hur man anmäler kränkande inlägg"),
    Point(
        "records",
        "Att kommentarer är allmän handling och hur de hanteras?",
        "att kommentarer är allmän handling och hur de hanteras",
    ),
    Point("personal_data", "Hur personuppgifter behandlas?", "hur personuppgifter behandlas"),
)
BY_KEY = {point.key: point for point in POINTS}


def uncovered(points: Mapping[str, str]) -> list[str]:
    """What to do for each thing that is not told yet: «Visa var det står hur personuppgifter behandlas»."""
    return [point.missing for point in POINTS if not _told(point, points)]


def coverage(points: Mapping[str, str]) -> str:
    """«Syftet och fyra av fem punkter är med»."""
    five = [point for point in POINTS if point.key != PURPOSE]
    told = sum(_told(point, points) for point in five)
    some = f"{count_word(told)} av {count_word(len(five))} punkter"
    if _told(BY_KEY[PURPOSE], points):
        if not told:
            return "Syftet är med, men ingen av de fem punkterna"
        return f"Syftet och {'alla fem punkter' if told == len(five) else some} är med"
    if not told:
        return "Varken syftet eller någon av de fem punkterna är med än"
    return f"{'Alla fem punkter' if told == len(five) else some.capitalize()} är med, men inte syftet"


def _told(point: Point, points: Mapping[str, str]) -> bool:
    return points.get(point.key) in (TEXT, LINK)
