"""What has happened in the routines of a channel, as one reads it. How goals were followed up is told by the values."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from organisation.form_words import OPTIONAL
from organisation.swedish import write_date
from register.models import Channel

from .models import Event, Routine, Run

Kind = Event.Kind
DONE = {
    Kind.OPENED: "dags att göra",
    Kind.SAVED: "sparad",
    Kind.FINISHED: "klar",
    Kind.RETURNED: "skickad tillbaka",
    Kind.SIGNED: "bekräftad",
    Kind.CANCELLED: "avbruten",
    Kind.MOVED: "flyttad till en ny person",
}


@dataclass(frozen=True)
class Told:
    """One thing that was done: who, when and what, what was said, and each changed answer as (question, before,
    after). `run` is the number of the run to read, None for what is prepared before the start.
    """

    at: dt.datetime
    who: str
    what: str
    remark: str
    changes: Sequence[tuple[str, str, str]]
    run: int | None


def told(channel: Channel) -> list[Told]:
    """Everything but what was saved without a change, newest first, in one query."""
    rows = Event.objects.filter(run__channel=channel).select_related("run__routine", "run__successor")
    return [_told(event) for event in rows.order_by("-at", "-pk") if _is_news(event)]


def _is_news(event: Event) -> bool:
    if event.kind == Kind.FINISHED and event.run.goal_id:
        return False  # its measurement is
    return event.kind != Kind.SAVED or bool(event.changes)


def _told(event: Event) -> Told:
    run, remark = event.run, event.remark
    if event.kind == Kind.OPENED:
        remark = _asked(run)
    changes = [(change["label"].removesuffix(OPTIONAL), change["before"], change["after"]) for change in event.changes]
    what = f"{run.title} – {_done(event)}"
    return Told(event.at, event.by_name, what, remark, changes, run.number if run.due else None)


def _done(event: Event) -> str:
    run = event.run
    if event.kind == Kind.OPENED and event.by_id:
        return "påbörjad"
    if event.kind == Kind.SIGNED and run.signature == Routine.Signature.SUCCESSOR:
        return "ansvaret är mottaget"
    if event.kind == Kind.FINISHED and run.signature:
        return "klar att bekräfta"
    return DONE[Kind(event.kind)]


def _asked(run: Run) -> str:
    """When it is to be done and, at a hand-over, who takes over."""
    by_when = f"Ska vara klart {write_date(run.due)}." if run.due else ""
    return f"{by_when} Tas över av {run.successor.presented}." if run.successor else by_when
