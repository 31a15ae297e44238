"""What is known already when a run is to be done, so that nobody is asked twice: it stands in the form to be read."""

from organisation import clock
from organisation.swedish import write_date, write_number
from register.models import Channel, Goal, Measurement

from .models import Answer, Run

# What is likely to be as it was last time, and where it was answered before the start.
STAYS = {"access-check": ("two_step", "number"), "archive": ("where",)}
PREPARED = {("access-check", "two_step"): "two_step", ("archive", "where"): "where"}
ASKED_IN = {"access-check": "access", "archive": "records"}
REVIEW = "review"  # the yearly one
DONE_TODAY = {"access-check", "archive"}


def known(run: Run) -> dict[str, str]:
    """Likely answers to points of a run, by their keys."""
    key = run.routine.key
    found: dict[str, str] = {}
    if key in ASKED_IN:
        prepared = Answer.objects.filter(run__channel=run.channel, run__due=None, run__routine__key=ASKED_IN[key])
        given = dict(prepared.values_list("key", "text"))
        found |= {name: given.get(there, "") for (where, name), there in PREPARED.items() if where == key}
    if last := Run.objects.filter(routine=run.routine, channel=run.channel, cancelled=False).exclude(done=None).last():
        found |= dict(last.answers.filter(key__in=STAYS.get(key, ())).values_list("key", "text"))
    if key in DONE_TODAY:
        found["date"] = clock.today().isoformat()
    if key == REVIEW:
        found["goals"] = "\n".join(f"{goal}: {result}" for goal, result in results(run.channel))
    return {name: text for name, text in found.items() if text}


def results(channel: Channel) -> list[tuple[Goal, str]]:
    """Each goal that goes on, with what the last follow-up said of it, in words."""
    goals = list(channel.goals.filter(ended=None))
    latest = {one.goal_id: one for one in Measurement.objects.filter(goal__in=goals).order_by("on")}
    return [(goal, _said(latest.get(goal.pk))) for goal in goals]


def _said(last: Measurement | None) -> str:
    if last is None:
        return "inte uppföljt än"
    value = f", {write_number(last.value)}" if last.value is not None else ""
    return f"{last.get_conclusion_display()}{value} den {write_date(last.on)}"
