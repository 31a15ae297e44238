"""What is asked before the start as it reads now, beside what was answered and the text that was answered then."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from register.models import Channel

from .models import Answer, Point, PointText, Routine, Run

WORDS = ("label", "hint", "law", "kind", "choices")  # what one reads; when it changes, the question is another
MARKED = (PointText.Kind.CHOICE, PointText.Kind.CONFIRM)  # answered with a mark, which is never set in advance
GIVEN = ~Q(text="") | Q(person__isnull=False)


@dataclass(frozen=True)
class Asked:
    """One point as it is asked now, and what stands, under the text it was given under."""

    point: Point
    answer: Answer | None

    @property
    def given(self) -> Any:
        """What stands as the answer, whatever text it was given under."""
        return self.answer.given if self.answer else None

    @property
    def changed(self) -> bool:
        """Something is answered, and the text has changed since."""
        return bool(self.given) and any(getattr(self.point, name) != getattr(self.answer, name) for name in WORDS)

    @property
    def begins_with(self) -> Any:
        """What its field begins with: what stands, but no mark on a text that nobody has read."""
        if not self.changed:
            return self.given
        same = self.answer is not None and self.answer.kind == self.point.kind
        return self.given if same and self.point.kind not in MARKED else None

    def answered(self, typed: Any) -> bool:
        """Whether what was typed is an answer to the text of now. A mark that is not set leaves the old one."""
        if not self.changed:
            return (typed or None) != (self.given or None)
        return bool(typed) or self.point.kind not in MARKED


def asked(routine: Routine, channel: Channel, run: Run | None) -> list[Asked]:
    """The points of the routine that hold for the channel now, in their order."""
    answers = {answer.key: answer for answer in run.answers.select_related("person")} if run else {}
    points = routine.points.all()
    return [Asked(point, answers.get(point.key)) for point in points if point.applies_to(channel)]


def prepared_run(routine: Routine, channel: Channel) -> Run | None:
    """What was answered before the start, or since."""
    return Run.objects.filter(routine=routine, channel=channel, due=None).first()


def begun(channel: Channel) -> set[int]:
    """The routines in which something is answered for the channel."""
    return set(_answered().filter(channel=channel).values_list("routine", flat=True))


def sources(channel: Channel) -> dict[Channel, list[Routine]]:
    """The other channels of the unit with answers to questions that are not begun here: those that would be fetched."""
    others = _answered().filter(channel__unit=channel.unit_id, routine__when=Routine.When.QUESTION)
    rows = others.filter(routine__active=True).exclude(channel=channel).exclude(routine__in=begun(channel))
    found: dict[Channel, list[Routine]] = {}
    for run in rows.select_related("routine", "channel__platform").order_by("channel__sort_name", "routine__position"):
        if run.routine.applies_to(channel):
            found.setdefault(run.channel, []).append(run.routine)
    return found


def _answered() -> Any:
    given = Answer.objects.filter(GIVEN, run=OuterRef("pk"))
    return Run.objects.filter(Exists(given), due=None)
