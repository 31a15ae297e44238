"""Routines of a channel: the questions to answer before the start, also fetched from elsewhere, and what comes back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from organisation.requests import SignedInRequest
from organisation.swedish import counted
from register.models import Channel
from register.policies import may_care_for
from register.views.finding import cared_for
from routines import services
from routines.asking import sources
from routines.forms import FetchForm
from routines.models import Routine
from routines.refusals import OutOfDate
from routines.situation import Situation, situation

from .answering import Sheet, answer
from .finding import readable
from .upcoming import upcoming

When = Routine.When


@require_GET
def index(request: SignedInRequest, number: int) -> HttpResponse:
    """The ten questions and the laws as a task list; once the channel is started, also what comes back and when."""
    channel = readable(request, number)
    seen = situation([channel])
    questions = seen.of(channel, When.QUESTION)
    unprepared = {one.pk for one in seen.unprepared(channel)}
    left = [one for one in questions if one.pk in unprepared]
    cares = may_care_for(request.user, channel)
    active = channel.status == Channel.Status.ACTIVE
    context = {
        "channel": channel,
        "cares": cares,
        "tasks": [_task(channel, one, unprepared, seen) for one in questions],
        "laws": [_task(channel, one, unprepared, seen) for one in seen.of(channel, When.LAWS)],
        "progress": _progress(questions, left),
        "following": left[0] if cares and left else None,
        "first": questions[0] if questions else None,
        "fetches": cares
        and any((channel.pk, one.pk) not in seen.begun for one in questions)
        and bool(sources(channel)),
        "active": active,
        "upcoming": upcoming(channel, seen) if active else [],
    }
    return render(request, "routines/list.html", context)


@require_http_methods(["GET", "POST"])
def question(request: SignedInRequest, number: int, key: str) -> HttpResponse:
    """One question, with guidance, its answers, and whether it is done."""
    channel = readable(request, number)
    routine = Routine.objects.filter(key=key, when=When.QUESTION, active=True).first()
    if routine is None or not routine.applies_to(channel):
        raise Http404
    sheet = Sheet(channel, routine, "Är rutinen klar?", "routines/question.html", _suggested(channel, routine))

    def onwards(done: bool) -> HttpResponse:
        said = "är klar" if done else "är sparad, men inte klar än"
        messages.success(request, f"Rutinen ”{routine}” {said}.")
        return redirect(_following(channel, routine) if request.POST.get("next") == "next" else _list(channel))

    return answer(request, sheet, onwards)


@require_http_methods(["GET", "POST"])
def fetch(request: SignedInRequest, number: int) -> HttpResponse:
    """Answers are fetched from another channel of the unit, for the questions that are not begun here, to edit."""
    channel = cared_for(request, number)
    found = sources(channel)
    form = FetchForm(request.POST if request.method == "POST" else None, sources=list(found))
    if request.method == "POST" and not found:
        messages.info(request, "Det finns inget mer att hämta.")
        return redirect(_list(channel))
    if request.method == "POST" and form.is_valid():
        source = form.source
        try:
            fetched = services.copy_from(channel, source, by=request.user)
        except OutOfDate:
            messages.warning(
                request, "Någon annan började på rutinerna samtidigt. Se efter vad som finns och försök igen."
            )
            return redirect("routines:fetch", number)
        many = counted(len(fetched), "rutin är hämtad", "rutiner är hämtade", neuter=False).capitalize()
        messages.success(request, f"{many} från {source}. Läs igenom dem och ändra det som behövs.")
        return redirect(_list(channel))
    asked = Routine.objects.filter(when=When.QUESTION, active=True).count()
    offered = zip(form["source"], found.values(), strict=True)
    offers = [(option, routines, len(routines) == asked) for option, routines in offered]
    return render(request, "routines/fetch.html", {"channel": channel, "form": form, "offers": offers})


def _task(channel: Channel, routine: Routine, unprepared: set[int], seen: Situation) -> dict[str, Any]:
    page = reverse("routines:question", args=[channel.number, routine.key])
    href = reverse("routines:laws", args=[channel.number]) if routine.when == When.LAWS else page
    place = (channel.pk, routine.pk)
    status, colour = ("Påbörjad", "blue") if place in seen.begun else ("Inte påbörjad", "grey")
    if routine.pk not in unprepared:
        status, colour = "Klar", ""
    return {"id": routine.key, "name": str(routine), "href": href, "status": status, "colour": colour,
            "hint": _hint(channel, routine, seen)}  # fmt: skip


def _hint(channel: Channel, routine: Routine, seen: Situation) -> str:
    """What one should know of a routine that was done and is not any longer."""
    place = (channel.pk, routine.pk)
    run = seen.prepared.get(place)
    if run is None or run.done is None:
        return ""
    if place in seen.lacking:
        return "En punkt har tillkommit sedan ni svarade"
    return "Någon som står i rutinen har slutat" if place in seen.left else ""


def _progress(questions: list[Routine], left: list[Routine]) -> str:
    if not left:
        return "Alla rutiner är klara"
    return f"{counted(len(left), 'rutin', 'rutiner', neuter=False).capitalize()} återstår"


def _list(channel: Channel) -> str:
    return reverse("routines:list", args=[channel.number])


def _following(channel: Channel, routine: Routine) -> str:
    """The page of the next question that is not done, from this one on and then from the first; else the list."""
    seen = situation([channel])
    questions = seen.of(channel, When.QUESTION)
    places = [one.pk for one in questions]
    here = places.index(routine.pk) + 1
    left = [one for one in seen.unprepared(channel) if one.when == When.QUESTION and one.pk != routine.pk]
    ordered = sorted(left, key=lambda one: (places.index(one.pk) < here, places.index(one.pk)))
    return reverse("routines:question", args=[channel.number, ordered[0].key]) if ordered else _list(channel)


def _suggested(channel: Channel, routine: Routine) -> dict[str, str]:
    """What is known already, for fields that nobody has filled in: how goals are measured, and the usual interval."""
    if routine.key == "access":
        return {"interval": "3"}
    if routine.key != "measurement":
        return {}
    goals = channel.goals.filter(ended=None)
    return {"measurement": "\n".join(f"{goal}: {goal.method or goal.assessment}" for goal in goals)}
