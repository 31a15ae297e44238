"""Channels prepared, started and cared for, built by walking the real services after tests.builders."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from organisation.models import Message, User
from register import services as register
from register.models import Channel, Flag
from register.platforms import read
from routines import services, sync
from routines.models import Point, Routine, Run
from routines.situation import PREPARED, situation

POINTS = dict.fromkeys(["purpose", "comments_use", "removed", "report", "records", "personal_data"], "link")


def kinds(channel: Channel) -> set[str]:
    """The kinds of the flags that stand on a channel."""
    return set(Flag.objects.filter(channel=channel).values_list("kind", flat=True))


def open_run(channel: Channel, key: str, *, by: User | None = None) -> Run:
    """Open a routine now, before it comes up; by the steward if nobody is named."""
    return services.open_now(Routine.objects.get(key=key), channel, by=by or channel.steward)


def mails_about_handover(to: User) -> list[str]:
    """The subjects of what a person was told about channels that are handed over, oldest first."""
    about = Message.objects.filter(to=to, key__contains="handover")
    return list(about.order_by("pk").values_list("subject", flat=True))


def fresh(channel: Channel) -> Channel:
    """The channel as it is now, with what its page reads."""
    rows = Channel.objects.select_related("platform", "unit__organisation", "steward", "deputy")
    found: Channel = rows.get(pk=channel.pk)
    return found


def answered(point: Point, *people: User) -> Any:
    """A whole answer to a point, of its kind."""
    answers: dict[str, Any] = {
        "text": "Så här gör vi varje gång, enligt vad vi kom överens om",
        "line": "Dokumentlagret",
        "date": "2026-11-20",
        "number": "3",
        "confirm": "yes",
    }
    if point.kind == "person":
        return people[point.position % len(people)]
    return point.choices[0][0] if point.kind == "choice" else answers[point.kind]


def answers_to(routine: Routine, channel: Channel, *people: User, **said: Any) -> dict[str, Any]:
    """An answer to every point of the routine that holds for the channel; keywords override."""
    points = [point for point in routine.points.all() if point.applies_to(channel)]
    return {point.key: answered(point, *people) for point in points} | said


def answer_question(channel: Channel, key: str, *, done: bool = True, by: User | None = None, **said: Any) -> Run:
    """Answer what is prepared before the start, as it stands now; half done when it is not said to be done."""
    routine = Routine.objects.get(key=key)
    standing = Run.objects.filter(channel=channel, routine=routine, due=None).first()
    seen = standing.version if standing else 0
    return services.prepare(channel, routine, by=by or channel.steward, answers=said, done=done, seen=seen)


def described(channel: Channel, *, address: str = "instagram.com/laxhjalpen.exempel") -> Channel:
    """Named, with its address, and described."""
    by = channel.steward
    typed = read(address, channel.platform)
    register.name_channel(channel, by=by, name=channel.name, address=typed, typed=address, reason="Det är känt")
    register.describe(
        channel,
        by=by,
        description="Stadsbibliotekets läxhjälp",
        link="https://www.goteborg.se/socialamedier",
        points=POINTS,
    )
    return fresh(channel)


def staffed(channel: Channel, deputy: User) -> Channel:
    """With somebody who stands in, and a function the public meets."""
    said = {"contact_function": "Bibliotekets kommunikatör", "staffed_hours": "Vardagar 8–16"}
    register.set_people(channel, by=channel.steward, deputy=deputy, **said)
    return fresh(channel)


def routines_answered(channel: Channel, deputy: User) -> Channel:
    """All that is prepared before the start is answered and done."""
    sync.sync()
    for routine in situation([channel]).of(channel, *PREPARED):
        given = answers_to(routine, channel, channel.steward, deputy)
        services.prepare(channel, routine, by=channel.steward, answers=given, done=True, seen=0)
    return fresh(channel)


def prepared(channel: Channel, deputy: User) -> Channel:
    """Everything is done that must be done before the start."""
    return routines_answered(staffed(described(channel), deputy), deputy)


def started(channel: Channel, deputy: User) -> Channel:
    """Prepared and started."""
    services.start_channel(prepared(channel, deputy), by=channel.steward)
    return fresh(channel)


def finished(run: Run, *, by: User | None = None, answers: Mapping[str, Any] | None = None, **said: Any) -> Run:
    """Every point of a run is answered, and it is said to be done."""
    by = by or run.channel.steward
    given = answers_to(run.routine, run.channel, by, **said) if answers is None else answers
    return services.finish(run, by=by, answers=given, seen=run.version)


def noon(day: dt.date) -> dt.datetime:
    """Twelve o'clock in Sweden on a day."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))
