"""Mail about routines: only to somebody who has to act. One link each; queued in the transaction of the act."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from organisation import grants, mail
from organisation.models import Message, User
from organisation.swedish import listed, write_date

from .models import Routine, Run
from .policies import signers


@dataclass(frozen=True)
class Letter:
    """One mail about a run, to one person, once: `what` tells it from other mails about the run."""

    run: Run
    to: User | None
    what: str
    subject: str
    said: str
    page: str = "routines:run"

    @property
    def key(self) -> str:
        return f"run-{self.run.pk}-{self.what}"


def post(letters: Iterable[Letter]) -> int:
    """Queue those that were not queued before, to people who are still here. Returns how many."""
    wanted = {f"{letter.key}:{letter.to.pk}": letter for letter in letters if letter.to and letter.to.is_active}
    known = set(Message.objects.filter(key__in=wanted).values_list("key", flat=True)) if wanted else set()
    fresh = [letter for key, letter in wanted.items() if key not in known]
    for letter in fresh:
        _queue(letter)
    return len(fresh)


def opened(run: Run) -> None:
    """To whoever is to do what has come up."""
    said = f"Nu är det dags för ”{run.title}”. Det behöver vara klart senast {_due(run)}."
    post(Letter(run, person, "opened", f"{run.title} senast {_due(run)}", said) for person in doers(run))


def due(run: Run) -> list[Letter]:
    """On the day: for whoever is to do it."""
    said = f"”{run.title}” behövde vara klart {_due(run)} och är inte klart än."
    return [Letter(run, person, "due", f"{run.title} senast {_due(run)}", said) for person in doers(run)]


def late(run: Run, managers: Iterable[User]) -> list[Letter]:
    """When it is late: for whoever is to do it, whoever stands in, and those who answer for the channel."""
    said = f"”{run.title}” skulle ha varit klart {_due(run)}."
    subject = f"{run.title} är försenad"
    doing = list(dict.fromkeys([*doers(run), *([run.deputy] if run.deputy else [])]))
    who = f"Ansvarig är {doing[0].presented}." if doing else ""
    letters = [Letter(run, person, "late", subject, said) for person in doing]
    return letters + [
        Letter(run, boss, "late", subject, f"{said} {who}".strip()) for boss in managers if boss not in doing
    ]


def unsigned(run: Run, managers: Iterable[User]) -> list[Letter]:
    """When it has waited: for those who are to confirm or accept it."""
    said = f"”{run.title}” är klar sedan {write_date(run.finished)} och väntar på dig." if run.finished else ""
    return [_to_sign(run, person, "unsigned", said) for person in signers(run, managers)]


def to_sign(run: Run, *, by: User) -> None:
    """To those who are to confirm or accept what is finished."""
    said = f"{by.presented} har gjort klart ”{run.title}”. Nu behöver du {_act(run).lower()}."
    post(_to_sign(run, person, "sign", said) for person in signers(run) if person != by)


def returned(run: Run, to: User | None, *, by: User, remark: str) -> None:
    """To whoever finished it, or else whoever is responsible: more is needed."""
    people = [to] if to and to.is_active else doers(run)
    said = f"{by.presented} har skickat tillbaka ”{run.title}”:\n\n{remark}"
    post(Letter(run, one, f"returned-{run.version}", f"{run.title} behöver ändras", said) for one in people)


def to_change(run: Run, parts: list[str], *, by: User) -> None:
    """To the steward, when the review that is confirmed says that something is to be changed."""
    what = f" Det här behöver ändras: {listed([part.lower() for part in parts])}." if parts else ""
    said = f"{by.presented} har bekräftat översynen. Kanalen behövs, med ändringar.{what}"
    if run.channel.steward != by:
        post([Letter(run, run.channel.steward, "change", "Översynen är bekräftad, med ändringar", said)])


def handover(run: Run, *, by: User) -> None:
    """To whoever is asked to take over, and to whoever is to hand over."""
    new, channel, day = run.successor, run.channel, _due(run)
    assert new  # the database holds it for a hand-over
    asked = (
        f"{by.presented} vill att du tar över ansvaret för {channel} senast {day}. Du tar emot ansvaret när stegen är "
        "klara. Kan du inte ta över behöver du säga det på sidan."
    )
    told = f"{new.presented} ska ta över ansvaret för {channel} senast {day}. Gå igenom stegen tillsammans innan dess."
    letters = [Letter(run, new, "handover", "Ta över ansvaret för kanalen", asked)] if new != by else []
    leaving = [person for person in doers(run) if person not in (by, new)]
    post([*letters, *(Letter(run, person, "handover", "Ansvaret lämnas över", told) for person in leaving)])


def handover_cancelled(run: Run, *, by: User, remark: str) -> None:
    """To those who were to hand over and take over."""
    said = f"{by.presented} har avbrutit överlämningen:\n\n{remark}"
    people = {run.successor, *doers(run)} - {by, None}
    post(Letter(run, person, "handover-cancelled", "Överlämningen är avbruten", said) for person in people)


def doers(run: Run) -> list[User]:
    """Whoever is to do it; if she has left, whoever stands in, or the steward; if nobody does, the managers."""
    people = (run.responsible, run.deputy, run.channel.steward)
    here = [person for person in people if person and person.is_active]
    return here[:1] or [*grants.deciders(run.channel.unit)]


def _act(run: Run) -> str:
    return "Ta emot ansvaret" if run.signature == Routine.Signature.SUCCESSOR else "Bekräfta"


def _to_sign(run: Run, person: User, what: str, said: str) -> Letter:
    return Letter(run, person, f"{what}-{run.version}", f"{_act(run)}: {run.title}", said, "routines:sign")


def _queue(letter: Letter) -> None:
    run, channel = letter.run, letter.run.channel
    assert letter.to
    numbers = [channel.number, run.goal.number if run.goal else run.number]
    address = mail.link(reverse("routines:follow_up" if run.goal else letter.page, args=numbers))
    about = f"Kanal: {channel} ({channel.platform_name}, {channel.unit})"
    mail.queue(
        key=letter.key,
        to=letter.to,
        subject=f"{channel.reference} {letter.subject}",
        body=f"{letter.said}\n\n{about}\n\n{address}\n\nHälsningar\nKanalregistret",
    )


def _due(run: Run) -> str:
    return write_date(run.due) if run.due else ""
