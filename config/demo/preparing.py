"""How a steward prepares a channel: the routines, the laws, its name, its description and its people."""

from typing import Any

from organisation.models import User
from register import services as register
from register.models import Channel
from routines import services
from routines.models import Point, Routine
from routines.situation import situation

from . import manners
from .record import pick

POINTS = ("purpose", "comments_use", "removed", "report", "records", "personal_data")


def answer_routines(channel: Channel, deputy: User, *, most: int = 99) -> None:
    """Answer what is left of the ten questions and the laws; only the first few with `most`."""
    for routine in situation([channel]).unprepared(channel)[:most]:
        points = [point for point in routine.points.all() if point.applies_to(channel)]
        given = {point.key: _answer(routine, point, channel, deputy) for point in points}
        services.prepare(channel, routine, by=channel.steward, answers=given, done=True, seen=0)


def _answer(routine: Routine, point: Point, channel: Channel, deputy: User) -> Any:
    if routine.when == Routine.When.LAWS:
        return pick(manners.LAWS, channel.name, point.key)
    if point.kind == Point.Kind.PERSON:
        return channel.steward if point.key == "custodian" else deputy
    return pick(manners.QUESTIONS[routine.key][point.key], channel.name, routine.key)


def describe(channel: Channel, text: str) -> Channel:
    """The text in the profile; what is not in it is told where the link leads."""
    points = {point: "text" if point == "purpose" else "link" for point in POINTS}
    link = "https://www.goteborg.se/socialamedier"
    return register.describe(channel, by=channel.steward, description=text, link=link, points=points)


def staff(channel: Channel, deputy: User) -> Channel:
    """Who stands in, and what the public meets."""
    said = {
        "contact_function": pick(manners.FUNCTIONS, channel.name),
        "staffed_hours": pick(manners.HOURS, channel.name),
    }
    return register.set_people(channel, by=channel.steward, deputy=deputy, **said)
