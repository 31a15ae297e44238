"""The views of a channel as links: those that the reader may open."""

from typing import Any

from django.urls import reverse

from .standing import Standing

OVERVIEW, GOALS, ROUTINES, PEOPLE, HISTORY = "Översikt", "Mål", "Rutiner", "Ansvariga", "Historik"
PAGES = {
    OVERVIEW: "channel:show",
    GOALS: "channel:goals",
    ROUTINES: "routines:list",
    PEOPLE: "register:people",
    HISTORY: "channel:history",
}


def tabs(standing: Standing, here: str) -> list[dict[str, Any]]:
    """Each with its text and address, and whether one is there. Everybody signed in reads overview and goals."""
    open_to = {
        OVERVIEW: True,
        GOALS: True,
        ROUTINES: standing.reads_routines,
        PEOPLE: standing.sets_people,
        HISTORY: standing.reads_all,
    }
    number = standing.channel.number
    return [
        {"text": text, "href": reverse(page, args=[number]), "current": text == here}
        for text, page in PAGES.items()
        if open_to[text]
    ]
