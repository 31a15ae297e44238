"""Accounts that were started before the register and are entered afterwards, and a change of a channel that waits."""

import datetime as dt
import uuid

from organisation import clock
from proposals import drafting
from proposals.answers import checksum, snapshot
from proposals.kinds import EXISTING
from proposals.sections import sections_of
from proposals.services import submit
from proposals.similar import suggestions
from register.models import Channel

from . import answering
from .cast import Cast
from .course import Course
from .record import Aim, Idea
from .telling import Story, past

BOOK_TALK = Idea(
    "Jonas Wikner", "facebook", "Boksamtal i Majorna", 40, "culture",
    "Samtal om böcker mellan träffarna på biblioteket i Majorna. Kontot startade som ett försök.",
    "Deltagare i bibliotekets bokcirklar, och de som inte kan komma dit",
    Aim("Samtal om böcker per månad", 12, 30, "per_month", "Egen räkning den sista i månaden.", "half_year"),
    (2, 1), "facebook.com/exempelboksamtalmajorna",
)  # fmt: skip
ICE = Idea(
    "Robin Ahl", "facebook", "Skridskobanan i Slottsskogen", 6, "families",
    "Öppet eller stängt, och hur isen är. Kontot har drivits av vaktmästarna i fyra vintrar.",
    "Familjer som åker skridskor",
    Aim("Samtal om öppettider per vecka", 60, 20, "per_week", "Växelns statistik.", "year"),
    (1, 1), "facebook.com/exempelskridskobanan",
)  # fmt: skip


def found(cast: Cast) -> list[Story]:
    """One that both have said yes to, one that waits, and a change of a channel."""
    return [_entered(cast, BOOK_TALK), _sent(Course(cast, ICE)), _change(cast, "Kulturskolan på scen", 5)]


def _sent(course: Course) -> Story:
    """The short proposal, written and sent the same day."""
    idea, author = course.idea, course.author
    yield past(idea.days, 10)
    course.proposal = drafting.begin(by=author, token=uuid.uuid4(), kind=EXISTING)
    written = answering.basics(idea, author) | answering.purpose(idea, "") | answering.audience(idea)
    written |= answering.resources(idea, author) | {"account_address": idea.address}
    written |= {"account_started": clock.today() - dt.timedelta(days=900), "steward": author}
    for section in sections_of(EXISTING):
        course.save(section.key, {name: written[name] for name in section.names if name in written})
    for facts in answering.goals(idea, author):
        drafting.add_goal(course.fresh(), by=author, token=uuid.uuid4(), facts=facts)
    submit(course.fresh(), by=author, seen=checksum(snapshot(course.proposal)))


def _entered(cast: Cast, idea: Idea) -> Story:
    course = Course(cast, idea)
    yield from _sent(course)
    yield past(idea.days - 4, 14)
    course.consult()
    yield past(idea.days - 6, 9)
    course.decide()


def _change(cast: Cast, name: str, days: int) -> Story:
    """A steward who wants to reach others than before."""
    yield past(days, 11)
    channel = Channel.objects.select_related("platform", "unit__organisation", "steward").get(name=name)
    course = Course(cast, BOOK_TALK)
    course.proposal = drafting.begin_change(channel, by=channel.steward, token=uuid.uuid4())
    course.save(
        "audience",
        {"audience": "Elevernas familjer, blivande elever och förskolor som vill besöka en föreställning"},
        by=channel.steward,
    )
    yield past(days - 1, 15)
    _answer_similar(course, channel)
    submit(course.fresh(), by=channel.steward, seen=checksum(snapshot(course.proposal)))


def _answer_similar(course: Course, channel: Channel) -> None:
    why = "Den visar inte föreställningar, och når andra än förskolorna."
    similar = [(one.channel, one.reason, "not_enough", why) for one in suggestions(course.fresh())]
    course.save("scan", {}, similar, by=channel.steward)
