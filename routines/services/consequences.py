"""What follows when a run is done: a reviewed channel is confirmed, another person has it, or it is closed."""

import datetime as dt

from django.db.models import F
from django.utils import timezone

from organisation import clock
from organisation.models import User
from register import life
from register.models import Channel
from routines import emails
from routines.models import Answer, Event, Point, Routine, Run
from routines.refusals import OutOfDate
from routines.reviewing import CHANGES, NEEDED, NOT_NEEDED, is_review
from routines.schedule import months_after

from .answering import record, store
from .opening import open_run

OF_AN_ACCOUNT = frozenset({"referral", "archived", "place", "disposal", "account"})  # asked where there has been one
TIME_TO_CLOSE = 3  # months, so that those who follow the channel are told in good time


def take_effect(run: Run, *, by: User) -> None:
    """Let a run that is done turn the life of its channel, in the same transaction."""
    if run.routine.when == Routine.When.HANDOVER:
        _hand_over(run, by)
    elif run.routine.when == Routine.When.CLOSING:
        _close(run, by)
    elif is_review(run):
        _reviewed(run, by)


def begin(channel: Channel, *, by: User, due: dt.date) -> Run:
    """Open the closing of a channel; while it lasts nothing else is opened."""
    routine = Routine.objects.get(when=Routine.When.CLOSING, active=True)
    closing = life.begin_closing(channel, by=by)
    run = open_run(routine, closing, due=due, by=by, responsible=closing.steward, deputy=closing.deputy)
    if not had_account(closing):
        run.answers.filter(key__in=OF_AN_ACCOUNT).delete()
    return run


def had_account(channel: Channel) -> bool:
    """Whether there is an account to archive and take down. A channel that was given up before that has none."""
    return bool(channel.started or channel.address_key) or channel.former_addresses.exists()


def closing_points(channel: Channel) -> list[Point]:
    """What is asked when a channel is closed: eight points, or three of one that never had an account."""
    asked = Point.objects.filter(routine__when=Routine.When.CLOSING, routine__active=True)
    left_out = frozenset() if had_account(channel) else OF_AN_ACCOUNT
    return [point for point in asked if point.applies_to(channel) and point.key not in left_out]


def _reviewed(run: Run, by: User) -> None:
    """The channel is kept, changed by those who care for it, or closed: then the decision is dated already."""
    answers = {answer.key: answer for answer in run.answers.all()}
    needed = answers[NEEDED].text if NEEDED in answers else ""
    if needed != NOT_NEEDED:
        life.confirm(run.channel, by=by)
        parts = [answer.label for answer in answers.values() if answer.text == CHANGES and answer.key != NEEDED]
        if parts or needed == CHANGES:
            emails.to_change(run, parts, by=by)
    elif run.channel.status in (Channel.Status.PREPARING, Channel.Status.ACTIVE):
        closing = begin(run.channel, by=by, due=months_after(clock.today(), TIME_TO_CLOSE))
        store(closing, {"decided": clock.today().isoformat()}, by=by)
        if closing.responsible != by:
            emails.opened(closing)


def _close(run: Run, by: User) -> None:
    answers = {answer.key: answer for answer in run.answers.all()}
    place, referral = answers.get("place"), answers.get("referral")
    archived = timezone.localdate(place.at) if place and place.at else clock.today()  # or there was nothing to archive
    life.close(run.channel, by=by, archived=archived, referral=referral.text if referral else "")
    end_with_goals(run.channel)
    for other in Run.objects.whole().standing().filter(channel=run.channel):
        cancel(other, by=by, remark="Kanalen är avslutad")


def end_with_goals(channel: Channel) -> None:
    """Call off what is open of goals that a decision has ended; the channel is held by the act that asks."""
    for run in Run.objects.whole().of_ended_goals().filter(channel=channel):
        cancel(run, by=None, remark="Målet är avslutat")


def cancel(run: Run, *, by: User | None, remark: str) -> None:
    """End a run without doing it. What was answered stays to be read; the two of a hand-over are told. Raises OutOfDate
    when it was done in between. Without a person it is the system that ends it.
    """
    if not Run.objects.filter(pk=run.pk, done=None).update(done=clock.now(), cancelled=True):
        raise OutOfDate
    record(run, Event.Kind.CANCELLED, by=by, remark=remark)
    if by and run.routine.when == Routine.When.HANDOVER:
        emails.handover_cancelled(run, by=by, remark=remark)


def _hand_over(run: Run, by: User) -> None:
    """The new steward takes what the old one had to do in the channel: open runs, and the care of the access."""
    before, successor = run.channel.steward, run.successor
    assert successor  # the database holds it for a hand-over
    life.hand_over(run.channel, by=by, to=successor)
    theirs = Run.objects.standing().filter(channel=run.channel)
    for open_one in theirs.filter(responsible=before):
        Run.objects.filter(pk=open_one.pk).update(responsible=successor)
        record(open_one, Event.Kind.MOVED, by=by, remark=f"Från {before.presented} till {successor.presented}")
    for open_one in theirs.filter(deputy=before):
        Run.objects.filter(pk=open_one.pk).update(deputy=run.channel.deputy)
        record(open_one, Event.Kind.MOVED, by=by, remark=f"{before.presented} är inte längre ersättare")
    theirs.filter(responsible=F("deputy")).update(deputy=None)
    _move_answers(run.channel, before, successor, by)


def _move_answers(channel: Channel, before: User, successor: User, by: User) -> None:
    """Where the old steward was answered before the start, the new one stands; nobody stands in for herself, so a
    routine that loses its second person is to be gone through again.
    """
    for answer in Answer.objects.filter(run__channel=channel, run__due=None, person=before).select_related("run"):
        moved = [_changed(answer, successor, by)]
        undone = [
            _changed(other, None, by) for other in answer.run.answers.filter(person=successor).exclude(pk=answer.pk)
        ]
        unfinished = {"done": None, "finished": None, "finished_by": None, "finished_name": ""} if undone else {}
        Run.objects.filter(pk=answer.run_id).update(version=F("version") + 1, **unfinished)
        record(answer.run, Event.Kind.MOVED, by=by, changes=moved + undone)


def _changed(answer: Answer, person: User | None, by: User) -> dict[str, str]:
    before = answer.said
    answer.person, answer.by, answer.by_name, answer.at = person, by, by.presented, clock.now()
    answer.save()
    return {"label": answer.label, "before": before, "after": answer.said}
